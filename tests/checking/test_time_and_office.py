"""Time and office inside one report: own day, acts ahead of it, weekdays, terms, firsts, order, states; and look-alikes."""

# ruff: noqa: E501  (one passage is one line)

from __future__ import annotations

import pytest

from fogline.line import ledgers
from fogline.records import Ledger, Report

Case = tuple[str | None, str]

FAULTS: dict[str, list[Case]] = {
    "C151": [
        (None, "Talks opened in Nairobi yesterday, Sunday 9 June 2019, officials said. The ceasefire agreed in September 2019 has been broken many times."),
        (None, "The parliament will vote on the bill next month, in May 2016, the speaker said. It was sent back to a committee on 14 June 2016."),
        (None, "TRIPOLI, 12 February 2019 - Two boats were brought back to port on Monday. The coast guard intercepted 300 people in August 2019, the agency said."),
        (None, "It is now six years since the volcano destroyed the town, in March 2012. Last year, 2020, the government promised new houses."),
        (None, "The commander, who was born in 1970 and turned 44 two weeks ago, has led the brigade since spring. He was named to the post in November 2016."),
        (None, "Figures for the quarter just ended, the second of 2017, show exports falling by a tenth. The bank raised its rate in October 2017."),
        (None, "Twenty years ago this week, in March 2003, the first shells fell on the city. The mayor was elected in May 2024."),
        (None, "Three years have passed since the dam burst in July 2015. The court ruled in January 2021 that the company must pay."),
        (None, "This year, 2021, has been the worst for fishermen on the lake. The harbour was closed in February 2023 after a fire."),
        (None, "The curfew, now in its fourth month, was imposed in January 2020. The shops reopened on 2 December 2020."),
        (None, "We are writing this on Thursday, 17 October 2019. The envoys meet in Muscat tomorrow, 22 October."),
        (None, "Figures in this bulletin run to 4 May 2021. The second clinic will open its gates tomorrow, 10 April 2021."),
    ],
    "C141": [
        ("2022-01-30", "The council met in a school because its hall was burned. On 6 February its members voted to dissolve it."),
        ("2019-01-14", "Distribution of flour lasted from Tuesday until 19 January and went off quietly, the aid agency said."),
        ("2021-06-03", "A bridge over the Drina collapsed on 11 June, throwing two lorries into the water."),
        ("2018-10-22", "The garrison surrendered on Saturday. Its commander was flown to the capital on 29 October and charged the next day, officials said."),
        ("2020-08-12", "On 20 August engineers cleared the runway of mines and the first aircraft landed in the afternoon."),
        ("2017-03-02", "A fund in Oslo transferred 300,000 euros to the clinic on 9 March."),
        ("2015-09-01", "The court in Arequipa heard two witnesses on 14 September and sealed the mine."),
        ("2016-11-08", "Gunmen attacked a police post near Kidal on Nov. 19, wounding two officers."),
        ("2019-12-29", "The ferry sank off Zanzibar on 4 January, the harbour master said."),
        ("2023-04-10", "The two armies exchanged 40 prisoners on 21 April at a crossing in the hills."),
        ("2014-07-01", "It held a three-day course for nurses on 8 and 9 July."),
    ],
    "C124": [
        ("2016-05-20", "A second convoy was turned back on Wednesday, May 19, at the bridge."),
        ("2021-03-12", "It stopped on the evening of March 10, a Thursday, when the two armies agreed to talk."),
        ("2019-07-15", "The court heard the case on 4 July (Friday) and adjourned it."),
        ("2022-12-07", "At Sunday's rehearsal on 3 December, crews switched the trams in 11 minutes."),
        (None, "The treaty was signed on Tuesday, 12 May 2010, in Prague."),
        (None, "The siege began on 3 August 2015, which was a Friday."),
        ("2018-02-20", "The port was shut on Monday (13 February) after a storm."),
        ("2017-10-30", "The strike on Sunday, Oct. 21, left the depot in ruins."),
        (None, "On Saturday, March 1, 2022, the envoys met in Vienna."),
        ("2024-06-10", "The mine reopened on the 3rd of June, a Tuesday."),
    ],
    "C132": [
        ("2017-10-02", "Governor Ahmed Salim signed the order that closed the border on 3 May 2017. Salim, a retired colonel, was appointed governor on 11 July 2017."),
        ("2015-04-09", "General Musa Idris resigned as army chief in January 2014. As army chief, Idris ordered the bombing of the village of Kadi in August 2014."),
        ("2019-09-19", "The agreement was signed on 12 February 2018 by the then defence minister, Petra Lukic. Lukic resigned as defence minister on 30 November 2017 and now teaches."),
        ("2020-11-03", "The lease was signed on 4 June 2020 by Ilse Brandt as mayor. Brandt was elected mayor in October 2020."),
        ("2016-06-20", "A decree of 2 March 2016 was issued by Omar Keita in his capacity as prefect. Keita became prefect in May 2016."),
        ("2018-08-08", "The permit was granted on 9 July 2018 by Rosa Quispe as director of the mine. Her term as director ended on 31 May 2018, and Rosa Quispe left for Lima."),
        ("2021-05-05", "Chairman Pavel Horak signed the contract on 11 January 2021. Horak stepped down as chairman on 1 December 2020."),
        ("2013-12-12", "The pardon was signed by Ivo Marek as president of the council on 5 December 2013. Marek was elected president of the council on 9 December 2013."),
        ("2022-09-01", "As commander, Lena Torv ordered the retreat on 3 April 2022. Torv was appointed commander on 20 June 2022."),
        ("2014-10-10", "The order is dated 8 May 2014. It is signed by Amin Rahal as chief of the harbour police. Rahal was named chief of the harbour police on 1 September 2014."),
    ],
    "C131": [
        ("2019-08-14", "Samia Barak has been director of the clinic since 2016. As director of the clinic, Nabil Othman asked for a wall in a letter he signed in June 2018."),
        ("2020-06-01", "Jan Kolar, mayor of Lugovo since 2014, opened the fair. The lease was signed on 3 March 2018 by Petr Vesel as mayor of Lugovo."),
    ],
    "C133": [
        ("2019-05-06", "It was the first attack on the port since 2014, the harbour master said. Fishing boats stayed in. In March 2017 an attack on the port killed two guards."),
        ("2021-11-30", "The prisoner exchange was the first this year. Buses crossed the line at noon. In April the two sides carried out a prisoner exchange at the same crossing."),
        ("2016-08-22", "The airport was hit by rockets for the first time on Sunday. Flights were sent to Beirut. Two planes were damaged when rockets hit the airport in January 2015."),
        ("2020-02-17", "Aid trucks reached the camp on Friday, the first delivery since October. Its clinic had run out of insulin. Aid trucks reached the camp on 6 January with flour."),
        ("2018-09-10", "Sunday’s blast was the first bombing in Kirkuk in three years. Shops opened late. In May 2017 a bombing in Kirkuk killed six people."),
        ("2015-06-15", "Monday’s raid was the first on the refinery this year. Nobody was hurt. Gunmen raided the refinery in February and burned two tanks."),
        ("2022-07-04", "It was the first evacuation of the valley in its history. Buses left at dawn. In August 2019 the valley was evacuated because of floods."),
        ("2017-12-01", "It was the first time since 2012 that shells had hit the monastery. In June 2015 shells hit the monastery and broke its roof."),
        ("2023-10-20", "It was the first abduction of a doctor in the province since 2018. Two clinics closed. In April 2021 a doctor was kidnapped in the province."),
        ("2014-03-30", "It was the first convoy to reach Homs in six months. In December a convoy reached Homs with flour. Two lorries broke down."),
    ],
    "C134": [
        ("2018-06-25", "The blockade was imposed after the killing of a border guard on 14 May. Trade fell at once. The blockade, imposed on 2 May, has cost the town half its income."),
        ("2017-12-12", "The minister resigned on 5 November because of the fire at the hostel. The fire at the hostel broke out on 19 November and killed eleven people."),
        ("2019-10-01", "The governor dismissed two officers on 3 September in response to the raid on the market. The raid on the market took place on 11 September."),
        ("2021-08-20", "The ferries were halted following the sinking of a tug on 9 July. Passengers slept in the hall. The ferries were halted on 1 July, the company said."),
        ("2016-04-15", "The army withdrew from Tilla on 2 March following the ambush of a convoy. The ambush of a convoy happened on 12 March in the hills."),
        ("2022-05-30", "The border crossing was closed on 4 April after the shooting of a customs officer. The shooting of a customs officer occurred on 16 April."),
        ("2015-12-20", "The envoy was expelled on 7 November in retaliation for the bombing of the embassy. The bombing of the embassy took place on 20 November."),
        ("2020-09-09", "The club was banned as a result of the riot of 22 August. Its fans protested. The club was banned on 10 August by the court."),
        ("2018-03-03", "The mine suspended work on 4 February because of the explosion in the shaft. The explosion in the shaft happened on 13 February."),
        ("2023-07-07", "The general resigned on 1 June in the wake of the attack on the barracks. The attack on the barracks took place on 9 June."),
    ],
    "C135": [
        ("2016-11-21", "The bakery was destroyed by shelling in March 2016. Its owner fled to the coast. In September 2016 the bakery was turning out 4,000 loaves a day, he said."),
        ("2019-08-30", "The hospital in Kutum closed in February. In June doctors at the hospital in Kutum treated 60 people wounded in the clashes."),
        ("2021-10-10", "Yusuf Adan was killed in a raid on 4 April. In July Adan met elders in Baidoa and asked them for men."),
        ("2015-07-07", "The bridge at Zawiya was blown up on 12 May. A column of thirty lorries crossed the bridge at Zawiya on 2 June."),
        ("2018-12-01", "The school was demolished in April. In October teachers taught 200 children in the school."),
        ("2017-08-08", "The mill burned down on 3 May. On 20 June the mill processed 40 tonnes of grain, the owner said."),
        ("2022-11-11", "Colonel Pavel Ostrov died on 9 March. On 17 May Ostrov visited the front and spoke to recruits."),
        ("2014-09-30", "The jetty was flattened by a storm in June. On 4 August forty passengers boarded a ferry at the jetty."),
        ("2020-10-10", "The mosque collapsed on 2 February. On 6 March 300 men prayed in the mosque."),
        ("2023-12-12", "Judge Elena Duarte was shot dead on 2 August. On 19 September Duarte addressed a rally in Cali."),
    ],
}  # fmt: skip

LOOK_ALIKES: dict[str, list[Case]] = {
    "C151": [
        (None, "Talks opened in Nairobi yesterday, Sunday 9 June 2019, officials said. The ceasefire agreed in September 2018 has been broken many times. The two sides are to meet again on 12 October 2019."),
        (None, "The parliament will vote on the bill next month, in May 2016, the speaker said. It was sent back to a committee on 14 March 2016. It would take effect in January 2017."),
        (None, "TRIPOLI, 12 February 2019 - Two boats were brought back on Monday. The coast guard intercepted 300 people in August 2018. The mission's mandate expires in September 2019."),
        (None, "It is now six years since the volcano destroyed the town, in March 2012. Last year, 2017, the government promised new houses. Houses are to be built by 2020."),
        (None, "“We will be home next month, in May 2016,” he said. The war began in March 2011 and ended in December 2020. He was born in 1970."),
        (None, "In the novel, published in 1949, the war ends in 1984. The writer died in January 1950. A film was made in 1956."),
        (None, "He was 20 in 1999, when the war began. The next year, 2000, he married. He died in August 2022."),
        (None, "Last year, 2021, was the driest on record. The report for 2021 was published in March 2022. Rains are expected in October 2022."),
        (None, "Four years had passed since the dam burst in July 2015. A new dam was opened in June 2024."),
        (None, "She was born in 1970 and turned 18 when the war began. She was named judge in November 2016."),
        (None, "The minister told reporters on 3 May 2019 that talks would begin the following week. They began on 12 May 2019. They ended on 2 June."),
    ],
    "C141": [
        ("2022-01-30", "On 6 February its members will vote on a budget. The vote was set for 6 February after a week of talks. It voted on 20 December to close the hall."),
        ("2019-01-14", "The talks scheduled for 19 January were called off. The truce, extended until 2 February, has held. The embargo was renewed on 30 June."),
        ("2021-06-03", "A bridge collapsed on 11 June last year. Every year on 10 June the town held a fair. Voters were told the poll moved to 20 June."),
        ("2018-10-22", "The war ended in 1918. The battle fought on 28 October is remembered. The commander was ordered to appear on 29 October."),
        ("2010-02-26", "The exporter backed away on Friday from cutting supplies on March 1, giving the buyer more time."),
        ("2020-08-12", "The army announced an exercise on 20 August. If he was convicted on 30 August he would appeal."),
        ("2017-03-02", "A tremor on 21 October killed six people. The school reopened on 5 January."),
        ("2016-11-08", "The court agreed to hear the case on 19 November. Lawyers asked for a session on 21 November."),
        ("2015-09-01", "The town was burned on 14 September 1931. It was rebuilt in 1935."),
        ("2014-07-01", "The fair, planned on 8 July, could be called off. The hall may have been booked on 9 July."),
    ],
    "C124": [
        ("2016-05-20", "The convoy was stopped on Friday, May 13, near Atbara. Another is due on Thursday, May 26."),
        ("2021-03-12", "The paper, dated Wednesday, March 10, says that on Monday, 15 March a hearing will open."),
        (None, "He was born on Saturday, 2 March 1946. The treaty was signed on 12 May 2010, a Wednesday."),
        ("2019-07-15", "The court heard the case on 4 July (Thursday). On Friday, 12 people were freed."),
        ("2022-12-07", "At Sunday's rehearsal on the line 3 December crews met. On Monday 300 people came."),
        ("2020-01-20", "The pact of Friday, 12 September was forgotten. On Tuesday, May 5 last year it was torn up."),
        (None, "The talks are on Monday, May 4. The fair opens on Sunday, 3 June."),
        ("2018-02-20", "On Tuesday, 13 February, the port was shut. On 14 February (Wednesday) it reopened."),
        ("2017-10-30", "The strike came on Saturday, Oct. 21. In 1962 the vote was held on Sunday, October 21."),
        ("2024-06-10", "The mine reopened on the 3rd of June, a Monday. A Tuesday in June is market day."),
    ],
    "C132": [
        ("2017-10-02", "Governor Ahmed Salim signed the order that closed the border on 3 August 2017. Salim, a retired colonel, was appointed governor on 11 July 2017."),
        ("2020-03-05", "Ilse Brandt, then a councillor, signed the petition in June 2018. Ms Brandt was elected mayor in October 2019. In November 2019 the mayor closed it."),
        ("2015-04-09", "Musa Idris resigned as army chief in January 2014. As army chief, Idris ordered the bombing of Kadi in August 2013. In August 2014 he told an inquiry so."),
        ("2019-09-19", "Petra Lukic, who became defence minister in 2018, served as interior minister until 2016. Her predecessor as defence minister signed the agreement on 12 February 2017."),
        ("2018-08-08", "Rosa Quispe was director of the mine until 2012 and was elected mayor in 2016. As director of the mine, Quispe signed the lease in 2010."),
        ("2021-05-05", "Pavel Horak, re-elected chairman on 1 March 2021, signed the contract on 11 January 2021 as chairman."),
        ("2016-06-20", "A decree of 2 March 2016 was issued by the acting prefect. Omar Keita became prefect in May 2016."),
        ("2013-12-12", "Ivo Marek, the future president of the council, signed the plea on 5 December 2012. Marek was elected president of the council on 9 December 2013."),
        ("2022-09-01", "As commander, Lena Torv ordered the retreat on 3 April 2022. Torv was appointed head of the academy on 20 June 2022."),
        ("2014-10-10", "Amin Rahal was named chief of the harbour police on 1 September 2014. The order of 8 May 2014 was signed by Sami Rahal, a clerk."),
        ("2019-08-14", "Samia Barak has been director of the clinic since 2016. As director of the school, Nabil Othman signed a letter in June 2018."),
    ],
    "C133": [
        ("2019-05-06", "It was the first attack on the port since 2014, the harbour master said. In March 2017 an attack on the airport killed two guards. An attack on the port in 2013 killed six."),
        ("2021-11-30", "The prisoner exchange was the first this year. In April talks about a prisoner exchange broke down. In December 2020 the two sides carried out a prisoner exchange."),
        ("2016-08-22", "The airport was hit by rockets for the first time since January 2015. Two planes were damaged when rockets hit the airport in January 2015."),
        ("2020-02-17", "Aid trucks reached the camp on Friday, the first delivery since October. Aid trucks reached the town on 6 January."),
        ("2020-02-18", "It was the first strike on Tilla since 2016. A strike on Tilla in 2018 never took place, the report found."),
        ("2018-09-10", "Sunday’s blast was the first bombing in Kirkuk in three years. In May 2017 a bombing in Mosul killed six people."),
        ("2019-06-01", "In March 2017 an attack on the port killed two guards. It was the first attack on the port since 2014. The port has been calm for two years."),
        ("2022-07-04", "It was the first full evacuation of the valley since 1990. In August 2019 the lower valley was evacuated."),
        ("2017-12-01", "It was the first time since 2016 that shells had hit the monastery. In June 2015 shells hit the monastery."),
        ("2023-10-20", "It was the first fatal shooting at the mine since 2018. In April 2021 a guard fired at thieves at the mine."),
    ],
    "C134": [
        ("2018-06-25", "The blockade was imposed after the killing of a border guard on 14 May. The blockade, imposed on 16 May, has cost the town half its income. A blockade imposed on 2 May 2014 lasted a year."),
        ("2017-12-12", "The minister resigned on 21 November because of the fire at the hostel. The fire at the hostel broke out on 19 November. A fire at a depot broke out on 25 November."),
        ("2019-10-01", "The governor dismissed two officers on 13 September in response to the raid on the market. The raid on the market took place on 11 September."),
        ("2021-08-20", "The ferries were halted following the sinking of a tug on 9 July. The ferries were halted again on 1 August."),
        ("2016-04-15", "The army withdrew from Tilla on 2 March following the ambush of a convoy. The ambush of a bus happened on 12 March in the hills."),
        ("2022-05-30", "The crossing was closed on 4 April after the shooting of an officer. The inquiry into the shooting of an officer began on 16 April."),
        ("2015-12-20", "The envoy was expelled on 7 November in retaliation for the bombing of the embassy. The bombing of the embassy took place on 2 November."),
        ("2020-09-09", "After the riot the club was banned. The club was fined on 10 August. The riot of 22 August was the worst."),
        ("2018-03-03", "The mine suspended work on 4 February because of the explosion in the shaft. The second explosion in the shaft happened on 13 February."),
        ("2023-07-07", "The general resigned on 1 June after the attack on the barracks. The attack on the port took place on 9 June."),
    ],
    "C135": [
        ("2016-11-21", "The bakery was destroyed by shelling in March 2016 and rebuilt in July. In September 2016 the bakery was turning out 4,000 loaves a day."),
        ("2019-08-30", "The hospital in Kutum closed in February and reopened in May. In June doctors at the hospital in Kutum treated 60 people."),
        ("2021-10-10", "Yusuf Adan was killed in a raid on 4 July. In April Adan met elders in Baidoa. His brother Hassan Adan met them in August."),
        ("2015-07-07", "The bridge at Zawiya was blown up on 12 May. In June lorries crossed the river by a pontoon bridge at Zawiya."),
        ("2018-12-01", "The school was demolished in April. In October teachers taught 200 children in a tent."),
        ("2017-08-08", "The mill burned down on 3 May. On 20 April the mill processed 40 tonnes of grain."),
        ("2022-11-11", "Colonel Pavel Ostrov was reportedly killed on 9 March. On 17 May Ostrov visited the front and spoke to recruits."),
        ("2014-09-30", "The jetty was closed on 1 August because of a storm. On 4 August forty passengers boarded a ferry at the jetty."),
        ("2020-10-10", "The mosque in Tilla collapsed on 2 February. On 6 March 300 men prayed in the mosque in Bari."),
        ("2023-12-12", "Judge Elena Duarte was shot dead on 2 August. On 19 September her sister addressed a rally in Cali. Duarte was buried on 4 August."),
    ],
}  # fmt: skip


def named(cases: dict[str, list[Case]]) -> list[tuple[str, int]]:
    return [(code, n) for code, some in cases.items() for n in range(len(some))]


def read(cases: dict[str, list[Case]]) -> dict[tuple[str, int], Ledger]:
    keys = named(cases)
    reports = [Report(f"{c}-{n}", cases[c][n][1], outlet="Harbour Wire", published=cases[c][n][0]) for c, n in keys]
    return dict(zip(keys, ledgers(reports), strict=True))


@pytest.fixture(scope="module")
def faults() -> dict[tuple[str, int], Ledger]:
    return read(FAULTS)


@pytest.fixture(scope="module")
def look_alikes() -> dict[tuple[str, int], Ledger]:
    return read(LOOK_ALIKES)


@pytest.mark.parametrize(("code", "n"), named(FAULTS))
def test_a_fault_is_found_once(faults: dict[tuple[str, int], Ledger], code: str, n: int) -> None:
    assert [f.code for f in faults[code, n].findings if f.category != "dispute"] == [code]


@pytest.mark.parametrize(("code", "n"), named(FAULTS))
def test_its_finding_quotes_the_report_and_explains_itself(
    faults: dict[tuple[str, int], Ledger], code: str, n: int
) -> None:
    made = faults[code, n]
    sentences = {(s.start, s.end) for s in made.sentences}
    for finding in made.findings:
        assert finding.explanation.endswith(".") and "  " not in finding.explanation
        assert {(e.start, e.end) for e in finding.evidence} <= sentences


@pytest.mark.parametrize(("code", "n"), named(LOOK_ALIKES))
def test_a_look_alike_is_no_fault(look_alikes: dict[tuple[str, int], Ledger], code: str, n: int) -> None:
    assert [f.explanation for f in look_alikes[code, n].findings if f.category != "dispute"] == []
