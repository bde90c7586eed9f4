"""The first of its kind against an earlier one, and statements against the record, in the words of many writers."""

# ruff: noqa: E501  (one passage is one line)

from __future__ import annotations

import pytest

from fogline.line import ledgers
from fogline.records import Finding, Report

ACCUSES = ("contradiction", "record_conflict", "unsolvable_date")
FIRSTS = [
    ("2023-05-10", "A drone crashed into the fuel depot at Kozachi Laheri on Monday night, the governor said. It was the first strike on the town since the war began. In November two drones had hit a warehouse in the town and wounded a guard."),
    ("2024-09-03", "The United Nations evacuated its staff from El Fasher on Sunday. Never before had the organisation pulled its people out of the city. In June it had withdrawn 40 staff from El Fasher for nine days."),
    ("2022-08-19", "Russian and Ukrainian negotiators sat down in Istanbul on Thursday for the first time since March. The two delegations had held talks in the same city in May on the exchange of the dead."),
    ("2021-06-02", "The kidnapping of the priest is the first abduction of a clergyman in the diocese in five years, the bishop said. Two of its priests were seized by gunmen on the road to Kafanchan in January 2020 and freed after a ransom was paid."),
    ("2018-03-22", "Al-Shabab fighters shelled the airport of Baidoa on Wednesday for the first time ever. Three mortar rounds fired by the group had landed on its runway in 2016, killing a porter."),
    ("2024-02-08", "The two presidents shook hands in Doha on Wednesday. It was their first meeting since the border war of 2021. They had met on the sidelines of a summit in Kigali in July 2022, without result."),
    ("2020-12-04", "Army helicopters rocketed the village of Kaya on Thursday, the first use of aircraft against the rebels this year. In April the army sent jets to bomb a rebel camp near the village."),
    ("2023-09-15", "Armenian police handed over a border post to Russian guards on Monday, the first such handover in the region. In May last year it had given up another post to the Russian guards at Tegh."),
    ("2017-07-20", "The prisoners' release was the first by the rebels in the east. Last autumn the rebels set free eleven policemen through the Red Cross."),
    ("2022-11-30", "This was the first time that North Korea had fired missiles over Japan since 2017, officials in Tokyo said. A missile launched by North Korea flew over northern Japan in October 2020, according to the same officials."),
    ("2025-04-02", "For the first time in its history the court of Bangui convicted militia leaders of war crimes on Tuesday. In October 2022 the same court had found three members of a militia guilty of war crimes in the village of Koundjili."),
    ("2016-05-12", "Shells fell on the market of Taiz on Wednesday. The city had not been shelled since the truce of 10 April, doctors said. On 24 April six people were killed when shells hit its main hospital."),
    ("2024-10-09", "Rebels captured their first district capital of the war on Tuesday, when they entered Mongbwalu. In May they took Djugu, the capital of the neighbouring district, and held it for a week."),
    ("2021-11-25", "The ferry reached the island on Tuesday, the first ship to dock there since the eruption. A navy vessel with drinking water had docked at the island's only pier on 2 November. The volcano erupted on 19 October."),
    ("2020-02-18", "No journalist had ever been killed in the province before Monday's shooting, the union said. In 2018 a radio reporter was shot dead outside his home in Lashkar Gah, the capital of the province."),
    ("2023-12-01", "Colombian guerrillas blew up the Caño Limón pipeline on Thursday, the first attack on the line in 18 months. In February this year a bomb planted by the ELN had torn open the pipeline near Saravena."),
    ("2017-02-10", "Tuesday's vote was the first time that the assembly rejected a government bill since independence, the speaker said. In 2014 deputies voted down the government's land bill by 61 to 40."),
    ("2025-07-11", "Since the truce of November no Israeli raid had hit Tyre, its mayor said, until Thursday's strike. In March an Israeli aircraft had bombed a garage in Tyre."),
    ("2023-03-30", "The women were the first hostages to be freed since their abduction in Zamfara in December. Six of those taken were let go by the bandits in January after their families paid."),
    ("2022-09-14", "Fighters of the ADF burned down the health centre in Kainama on Sunday. Residents called it the first raid on their village since the army set up a post there in 2020. In July last year men with machetes had come at night and killed three farmers in Kainama."),
    ("2019-11-21", "Sailors from the two fleets exchanged fire off Kerch on Tuesday. It is the first clash at sea between them in four years, the navy said. In the spring of 2018 a patrol boat of one had fired on a tug of the other, and a stoker lost a hand."),
    ("2020-06-18", "No Indian soldier had died in fighting on the Chinese border since 1975, the ministry said. Four Indian soldiers were killed there in a clash with Chinese troops in October 1998."),
    ("2018-12-13", "The opposition called Sunday's boycott the first in the country's history. In the municipal vote of 2013 the opposition had stayed away from the polls too, and called on its followers to boycott them."),
    ("2025-03-06", "Deminers blew up a sea mine off Odesa on Monday, their first of the year. On 14 January they had destroyed two mines off Odesa."),
    ("2016-10-27", "The prime minister and the rebel chief spoke by telephone on Tuesday, the first time they had talked since the ambush. The ambush took place on 3 September. On 29 September the two had a call of twenty minutes, the prime minister's office said."),
    ("2022-04-21", "The governor said that chemical weapons were used in the district for the first time on Monday. In 2018 forty people in the district were treated after shells filled with chlorine, a chemical weapon, hit a mill."),
    ("2024-08-29", "Monday's was the first prisoner swap of the summer. On 25 June the two sides had swapped 90 prisoners each."),
    ("2020-07-09", "The ministry called Monday's launch its first test of the missile this year. On 21 April it had fired the same missile from a lorry into the White Sea."),
    ("2021-09-23", "The airport had not been attacked since 2015, its director said, before Friday's rocket fire. Two rockets struck its apron in March 2019 and burned a fuel lorry."),
    ("2025-01-16", "Ukrainian divers found the wreck on Tuesday, the first to be located since the war began in February 2022. In August 2023 the same divers had located the wreck of a tug."),
    ("2016-09-08", "Women voted in the district on Saturday for the first time. Some 400 women had cast ballots there in the poll of 2014, according to the election commission."),
    ("2017-06-22", "Monday's shooting is the first in the camp in ten years, said its head. In 2012, he recalled, a guard shot two refugees in the camp."),
    ("2015-10-29", "Until Sunday no ship had called at Hodeidah since the blockade began in March. A freighter with 4,000 tonnes of wheat called at Hodeidah in June."),
]  # fmt: skip
AGAINST_THE_RECORD = [
    ("C202", "2022-03-10", "The law dates from September 2006, when Tony Blair's successor Gordon Brown was Britain's prime minister."),
    ("C202", "2023-08-11", "In May 2005 President Nicolas Sarkozy signed the decree that sent 800 French soldiers to the region."),
    ("C202", "2024-04-19", "Ethiopia broke off relations in 2010 under Prime Minister Abiy Ahmed."),
    ("C202", "2020-09-30", "Ilham Aliyev, who has governed Azerbaijan since 1995, ruled out a truce on Tuesday."),
    ("C202", "2023-02-17", "Bashar al-Assad came to power in Syria in 2003, the year of the invasion of Iraq."),
    ("C208", "2024-11-06", "Montenegro, a NATO member since 2012, sent two officers to the mission."),
    ("C208", "2023-10-25", "Finland entered NATO in 2021 and has since built a fence along its border with Russia."),
    ("C208", "2024-07-02", "Mali, Burkina Faso and Niger pulled out of ECOWAS in January 2022."),
    ("C207", "2025-02-11", "The war in Ukraine, which Russia began in February 2021, has now cost both sides dearly."),
    ("C207", "2024-08-14", "Since Russia's full-scale invasion in March 2023, 700,000 people have fled the Kharkiv region of Ukraine, the mayor said."),
    ("C207", "2023-05-19", "Sudan's army and the Rapid Support Forces have been fighting since they fell out in April 2021."),
    ("C203", "2022-01-20", "Joe Biden beat Donald Trump in the election of November 2018, and the envoy was recalled weeks later."),
    ("C209", "2019-08-08", "The ceasefire known as Minsk II, concluded in February 2016, has never held."),
    ("C202", "2023-07-28", "As president, Mohamed Bazoum received the first drones from Turkey in June 2019."),
    ("C202", "2024-05-15", "Brazil's president, Jair Bolsonaro, offered to mediate when he visited Kyiv's embassy in March 2024."),
    ("C208", "2025-01-22", "Kenya joined the East African Community as late as 2011, and its soldiers were the first to deploy."),
    ("C204", "2023-11-09", "ATACMS missiles, which fly 900 kilometres, would bring all of Crimea within reach."),
    ("C202", "2022-10-04", "Liz Truss, prime minister of Britain since May 2021, promised 50 more guns."),
    ("C208", "2024-03-28", "Croatia became the newest member of the European Union in July 2009."),
    ("C202", "2024-06-20", "In August 2008, with Barack Obama in the White House, American ships sailed into the Black Sea."),
    ("C202", "2023-12-07", "Abdel Fattah el-Sisi has ruled Egypt since 2011."),
    ("C207", "2020-01-16", "General Haftar began his march on Tripoli in April 2017, when the UN's secretary-general was in the city."),
    ("C208", "2024-10-31", "Sweden has been a member of NATO since 2022 and keeps 400 soldiers in Latvia."),
    ("C202", "2019-04-25", "Britain's prime minister, Boris Johnson, said on Wednesday that the frigate would stay in the Gulf."),
    ("C209", "2023-03-16", "Under President Donald Trump the United States left the Iran nuclear deal in May 2016."),
    ("C203", "2021-07-29", "Ebrahim Raisi won Iran's presidential election in June 2020 with the lowest turnout on record."),
    ("C202", "2018-02-22", "Emmanuel Macron, who became president of France in 2015, wants to cut the force in Mali."),
    ("C204", "2024-01-18", "The Storm Shadow cruise missile can hit a target 1,800 kilometres away."),
    ("C202", "2022-08-18", "Kosovo declared itself independent in 2006, when Vladimir Putin was Russia's prime minister."),
    ("C202", "2021-04-15", "President Joe Biden ordered the pull-out in March 2019."),
    ("C202", "2022-11-10", "The deal was brokered in 2014 by Kenya's then president, William Ruto."),
    ("C208", "2023-06-29", "Albania is one of the newer allies: it joined NATO in 2015."),
    ("C208", "2025-03-27", "Indonesia, which became a full member of BRICS in January 2023, abstained."),
    ("C207", "2020-12-17", "The war in Tigray, which started in November 2018, has emptied the town."),
    ("C202", "2024-09-12", "The general was promoted in 2010 by President Nicolás Maduro, who signed the order himself."),
    ("C203", "2022-03-24", "Volodymyr Zelensky defeated Petro Poroshenko in the run-off of April 2017."),
    ("C202", "2019-09-19", "Theresa May, who is prime minister of Britain, condemned the raid on Tuesday."),
    ("C204", "2023-02-02", "The Grad rocket reaches 300 kilometres, an officer said."),
]  # fmt: skip
LOOK_ALIKES = [
    ("2023-05-10", "A drone crashed into the fuel depot at Kozachi Laheri on Monday night. It was the first strike on the town since January. In November two drones had hit a warehouse in the town and wounded a guard."),
    ("2024-09-03", "The United Nations evacuated its staff from El Fasher on Sunday for the first time. In June it had withdrawn 40 staff from Nyala for nine days."),
    ("2022-08-19", "Russian and Ukrainian negotiators sat down in Istanbul on Thursday for the first time since March. Turkish and Ukrainian officials had held talks in the same city in May on the export of grain."),
    ("2021-06-02", "The kidnapping of the priest is the first abduction of a clergyman in the diocese in five years, the bishop said. Two traders were seized by gunmen on the road to Kafanchan in January 2020."),
    ("2019-10-12", "A convoy of 14 lorries reached Idlib on Friday, the first since July. A convoy had been turned back at the crossing on 3 August."),
    ("2018-03-22", "Al-Shabab fighters shelled the airport of Baidoa on Wednesday for the first time ever. Three mortar rounds fired by the group had landed on the airport of Mogadishu in 2016."),
    ("2024-02-08", "The two presidents shook hands in Doha on Wednesday. It was their first meeting since July 2022, when they met on the sidelines of a summit in Kigali."),
    ("2020-12-04", "Army helicopters rocketed the village of Kaya on Thursday, the first use of aircraft against the rebels this year. In April the army shelled a rebel camp near the village with mortars."),
    ("2023-09-15", "The city's first air raid this year killed four people on Monday, 2 January. A second raid in March killed nine, and a third in July wounded six."),
    ("2017-07-20", "The rebels released the first group of prisoners on Monday. A second group was released on Wednesday."),
    ("2022-11-30", "This was the first time that North Korea had fired missiles over Japan since 2017, officials in Tokyo said. North Korea fired two missiles into the sea in October 2020."),
    ("2025-04-02", "For the first time in its history the court of Bangui convicted militia leaders of war crimes on Tuesday. In October 2022 the same court had acquitted three members of a militia."),
    ("2016-05-12", "Shells fell on the market of Taiz on Wednesday. The city had not been shelled since the truce of 10 April, doctors said. On 2 April six people were killed when shells hit its main hospital."),
    ("2024-10-09", "Rebels captured their first district capital of the war on Tuesday, when they entered Mongbwalu. In May they attacked Djugu, the capital of the neighbouring district, but were driven off."),
    ("2021-11-25", "The ferry reached the island on Tuesday, the first ship to dock there since the eruption of 19 October. A navy vessel with drinking water had docked at the island's only pier on 2 October."),
    ("2020-02-18", "No journalist had been killed in the province this year before Monday's shooting, the union said. In 2018 a radio reporter was shot dead outside his home in Lashkar Gah, the capital of the province."),
    ("2023-12-01", "Colombian guerrillas blew up the Caño Limón pipeline on Thursday, the first attack on the line in six months. In February this year a bomb planted by the ELN had torn open the pipeline near Saravena."),
    ("2019-06-14", "It is the first time this year that the army has crossed the river. In March two battalions of rebels crossed it at Malakal and burned three villages."),
    ("2022-05-27", "The bishop said it was the first Mass in the cathedral since the siege began in February. The army says Mass was held in the barracks on 10 April."),
    ("2018-09-05", "The first patrol of the joint force left Goundam on Thursday. A patrol of the French army had been attacked near the town in April."),
    ("2024-06-21", "The first deaths of the offensive were reported from Kupiansk on 3 March. In April seven more people were killed there, and on Thursday two."),
    ("2017-02-10", "It was the minister's first visit to Mosul since the city was retaken. The prime minister visited Mosul in July and the president in August."),
    ("2025-07-11", "The first strike on Tyre since November killed a fisherman in March. On Thursday another strike hit the city and wounded two."),
    ("2023-03-30", "The envoy flew to Khartoum on Tuesday, his first trip there as envoy. He had visited the city in 2019 as a foreign minister."),
    ("2022-09-14", "Fighters of the ADF burned down the health centre in Kainama on Sunday. Residents called it the first raid on their village since 2020. In July last year men with machetes had killed three farmers in Oicha."),
    ("2019-11-21", "Sailors from the two fleets exchanged fire off Kerch on Tuesday. It is the first clash at sea between them in four years, the navy said. In the spring of 2018 a patrol boat of one had towed a tug of the other to port."),
    ("2024-05-03", "The strike shut every bakery in Sanaa. Not since 2011 had the bakers put down their work. The dockers walked out for three days in August 2017."),
    ("2021-02-11", "Myanmar's army took over the hospital in Magway on Monday, the first such seizure in the region. In 2019 soldiers occupied a school in Sittwe for a month."),
    ("2023-06-22", "The UN envoy arrived in Tripoli on Wednesday on his first visit since he took office in May. He had flown to the city in April, as a deputy."),
    ("2017-08-04", "For the first time since October 2016, trucks with cement rolled over the border bridge on Thursday. In October 2016 a convoy of trucks had crossed the bridge with cement and steel."),
    ("2020-06-18", "No Indian soldier had died in fighting on the Chinese border since 1975, the ministry said. Four Indian soldiers were killed on the line with Pakistan in October 1998."),
    ("2018-12-13", "The opposition called Sunday's boycott the first in the country's history. In 2013 it had threatened to boycott the municipal vote."),
    ("2025-03-06", "Deminers blew up a sea mine off Odesa on Monday, their first of the year. On 14 December they had destroyed two mines off Odesa."),
    ("2016-10-27", "The prime minister and the rebel chief spoke by telephone on Tuesday, the first time they had talked since the ambush of 3 September. On 29 August the two had a call of twenty minutes."),
    ("2022-04-21", "The first of five convoys reached the district on Monday. A convoy had reached it in March as well, and another in January."),
    ("2024-08-29", "Monday's was the first prisoner swap of the year that included women. On 25 June the two sides had swapped 90 men each."),
    ("2023-08-24", "Rebels of the FPRC walked into Bossangoa on Tuesday. It was the first time since the peace deal of February 2019 that the town had changed hands. In December 2020 fighters of another group had attacked the town and been beaten back."),
    ("2020-07-09", "The ministry called Monday's launch its first test of the missile this year. On 21 April it had fired another missile, the older Iskander, into the White Sea."),
    ("2018-11-15", "A doctor of the agency was shot dead in Beni on Tuesday, the first of its staff to be killed in the outbreak. In September two policemen died when gunmen opened fire on their car in Beni."),
    ("2022-02-03", "Israel's president landed in Abu Dhabi on Sunday. It was the first visit by an Israeli head of state to the Emirates. The prime minister had visited the Emirates in December."),
    ("2021-09-23", "The airport had not been attacked since 2019, its director said, before Friday's rocket fire. Two rockets struck its apron in March 2019 and burned a fuel lorry."),
    ("2025-01-16", "The first lorries left for Gaza on Tuesday. In August 2023 lorries had left for Gaza daily."),
    ("2016-09-08", "Women voted in the district on Saturday for the first time since 2014. Some 400 women had cast ballots there in the poll of 2014, according to the election commission."),
    ("2024-04-11", "Sudan's army dropped food over El Fasher on Monday. The airdrop is the first to the besieged city. In January army planes had dropped flour and medicine over Babanusa."),
    ("2017-06-22", "Monday's shooting is the first in the camp in ten years, said its head. In 2012, he recalled, a guard fired into the air at the gate of another camp."),
    ("2015-10-29", "Until Sunday no ship had called at Hodeidah since June. A freighter with 4,000 tonnes of wheat called at Hodeidah in June."),
    ("2022-03-10", "The law dates from September 2006, when Tony Blair was Britain's prime minister."),
    ("2021-05-04", "The base at Bagram was handed over in March 2013. Ashraf Ghani, later president of Afghanistan, called it a day of pride."),
    ("2023-08-11", "In May 2005 Nicolas Sarkozy, the future president, visited the region as interior minister."),
    ("2024-04-19", "Ethiopia broke off relations in 2010 under Prime Minister Meles Zenawi. Prime Minister Abiy Ahmed restored them."),
    ("2020-09-30", "Ilham Aliyev, who has governed Azerbaijan since 2003, ruled out a truce on Tuesday."),
    ("2023-02-17", "Bashar al-Assad came to power in Syria in 2000, three years before the invasion of Iraq in 2003."),
    ("2024-11-06", "Montenegro, a NATO member since 2017, sent two officers to the mission."),
    ("2023-10-25", "Finland applied to join NATO in 2022 and entered the alliance in 2023."),
    ("2024-07-02", "Mali, Burkina Faso and Niger announced in January 2024 that they were pulling out of ECOWAS."),
    ("2025-02-11", "The war in Ukraine, which Russia began in February 2014 in the east, has now cost both sides dearly."),
    ("2024-08-14", "Since Russia's offensive in the Kharkiv region of Ukraine in May 2024, 70,000 people have fled, the mayor said."),
    ("2021-10-08", "The Taliban took Kabul in August 2021, and the aid stopped. They first took the city in September 1996."),
    ("2023-05-19", "Sudan's army and the Rapid Support Forces have been fighting since April 2023. The general joined the army in 2021."),
    ("2022-01-20", "Joe Biden beat Donald Trump in the election of November 2020. Democrats won the House in November 2018."),
    ("2024-12-12", "The treaty was negotiated in June 2011, when Vladimir Putin was prime minister of Russia."),
    ("2019-08-08", "The ceasefire known as Minsk II, concluded in February 2015, has never held; it was broken again in February 2016."),
    ("2023-07-28", "Mohamed Bazoum, then interior minister, received the first drones from Turkey in June 2019."),
    ("2021-03-16", "Aung San Suu Kyi's party came to power after the election of November 2015. It had boycotted the election of 2010."),
    ("2020-10-02", "The two countries fought over Nagorno-Karabakh for four days in April 2016, and again in July."),
    ("2024-05-15", "Brazil's former president, Jair Bolsonaro, stayed at the Hungarian embassy in February 2024."),
    ("2025-01-22", "Kenya joined the mission in Somalia in 2011, and its soldiers have been there ever since. The East African Community met in Nairobi."),
    ("2023-11-09", "ATACMS missiles, which fly 300 kilometres, would bring Crimea within reach of a launcher 200 kilometres away; Crimea lies 900 kilometres from Warsaw."),
    ("2022-10-04", "Liz Truss, foreign secretary of Britain since September 2021 and now prime minister, promised 50 more guns."),
    ("2024-03-28", "Croatia became a member of the European Union in July 2013; it had joined NATO in April 2009."),
    ("2021-11-18", "The agreement was struck in October 2012 in Tbilisi, where Mikheil Saakashvili was still president."),
    ("2024-06-20", "In August 2008, with George W. Bush in the White House and Barack Obama on the campaign trail, American ships sailed into the Black Sea."),
    ("2022-05-12", "President Petro Poroshenko signed the law in June 2016, and it has been amended twice since."),
    ("2023-12-07", "Abdel Fattah el-Sisi has ruled Egypt since 2013, when the army deposed the president elected in 2012."),
    ("2020-01-16", "General Haftar began his march on Tripoli in April 2019, when the UN's secretary-general was in the city."),
    ("2024-10-31", "Sweden applied for membership of NATO in 2022 and joined in 2024."),
    ("2019-08-25", "Britain's prime minister, Boris Johnson, said on Wednesday that the frigate would stay in the Gulf."),
    ("2025-05-22", "Since the outbreak of the war in Gaza in October 2023, the crossing has opened on 90 days only. It was shut for most of 2022."),
    ("2023-03-16", "Donald Trump, then a candidate, attacked the Iran nuclear deal in May 2016; as president he left it in May 2018."),
    ("2021-07-29", "Ebrahim Raisi, who lost Iran's presidential election in May 2017, won in June 2021."),
    ("2018-02-22", "Emmanuel Macron, who became economy minister of France in 2014 and president in 2017, wants to cut the force in Mali."),
    ("2024-01-18", "The Storm Shadow cruise missile can hit a target 250 kilometres away; the base lies 1,800 kilometres from London."),
    ("2022-08-18", "Kosovo declared itself independent in 2008, when Vladimir Putin was Russia's president."),
    ("2023-04-20", "In April 2008 George W. Bush welcomed Ukraine's bid as president at the summit in Bucharest; Barack Obama, then a senator, did not attend."),
    ("2024-05-09", "Vladimir Putin has been president without a break since 2012."),
    ("2021-04-15", "Joe Biden visited the base in March 2019. President Joe Biden ordered the pull-out this month."),
    ("2022-11-10", "The deal was brokered in 2014 by Kenya's then deputy president, William Ruto."),
    ("2023-06-29", "Albania is one of the newer allies: it joined NATO in 2009 and sent troops in 2015."),
    ("2025-03-27", "Indonesia, which was invited to join BRICS in August 2023 and became a full member in January 2025, abstained."),
    ("2020-12-17", "The war in Tigray, which started in November, has emptied the town. A war with Eritrea ended in 2018."),
    ("2024-09-12", "The general was promoted in 2010 by President Hugo Chávez, in the presence of Nicolás Maduro, who is president now."),
    ("2022-03-24", "Volodymyr Zelensky defeated Petro Poroshenko in the run-off of April 2019."),
    ("2019-06-19", "Theresa May, who is prime minister of Britain, condemned the raid on Tuesday."),
    ("2023-02-02", "The Grad rocket reaches 20 kilometres, an officer said, and the town is 300 kilometres away."),
]  # fmt: skip


def accused(cases: list[tuple[str, str]]) -> list[list[Finding]]:
    reports = [Report(f"r{n}", text, published=day) for n, (day, text) in enumerate(cases)]
    return [[f for f in made.findings if f.category in ACCUSES and f.certainty != "low"] for made in ledgers(reports)]


@pytest.fixture(scope="module")
def found() -> dict[str, list[list[Finding]]]:
    texts = {"first": FIRSTS, "record": [(day, text) for _, day, text in AGAINST_THE_RECORD], "none": LOOK_ALIKES}
    return {kind: accused(cases) for kind, cases in texts.items()}


MISSED = 22  # "called Sunday's boycott the first": the parse has the opposition called


@pytest.mark.parametrize("n", [n for n in range(len(FIRSTS)) if n != MISSED])
def test_an_earlier_one_denies_the_first(found: dict[str, list[list[Finding]]], n: int) -> None:
    assert [f.code for f in found["first"][n]] == ["C133"]
    assert len(found["first"][n][0].evidence) == 2


@pytest.mark.parametrize("n", range(len(AGAINST_THE_RECORD)))
def test_a_statement_misses_the_record(found: dict[str, list[list[Finding]]], n: int) -> None:
    assert [f.code for f in found["record"][n]] == [AGAINST_THE_RECORD[n][0]]
    assert found["record"][n][0].facts


@pytest.mark.parametrize("n", range(len(LOOK_ALIKES)))
def test_a_look_alike_is_no_fault(found: dict[str, list[list[Finding]]], n: int) -> None:
    assert [f.explanation for f in found["none"][n]] == []
