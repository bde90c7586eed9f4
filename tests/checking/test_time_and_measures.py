"""Ages, lengths, ordinals, crews, trips, rates and clocks: each check fires on its faults and leaves look-alikes alone."""

# ruff: noqa: E501  (one passage is one line)

from __future__ import annotations

import pytest

from fogline.line import ledgers
from fogline.records import Ledger, Report

FAULTS = {
    "C116": (
        "The new chairman of the port union, Samuel Okello, 52, was elected in Mombasa on Monday. He promised to end the strike. Okello, a 47-year-old crane driver, has led two walkouts.",
        "Rescuers found the captain of the trawler, Ivan Petrov, born in 1951, on Tuesday. Petrov, 61, had drifted for three days in the Kara Sea.",
        "Maria Lopez (born 1980), 32, a nurse in Cali, was freed on Friday by her captors.",
        "The former mayor of Gondar, Abebe Tesfaye, died on Sunday at the age of 81. He was born on 4 March 1951 in a village near Bahir Dar.",
        "A 34-year-old fisherman drowned off Aden on Saturday. The fisherman, who was 43, left two children, police said.",
        "General Rashid Karimov turned 70 last month. The 66-year-old general will retire in December, the ministry said.",
        "Jeanne Mbuyi was 19 when the war broke out in 1996. Now 41, she runs a clinic in Bukavu.",
        "Sergeant Tomas Novak, who was born in 1990, was killed on Monday near Mosul. The 25-year-old had served for four years.",
        "Police named the dead man as Omar Haddad, 29. He leaves a wife and two children. Haddad was born in 1979 in Homs and came to Sweden in 2012.",
        "Colonel Viktor Shubin died on Friday aged 58, the army said. Born in Perm on 9 May 1959, he joined the army in 1977.",
        "Kofi Mensah, a trader of 44, lost his stall. Mensah, 36, had owned it for ten years.",
        "The suspect, Daniel Roy (31), was held in Lyon. Roy turned 27 in March, his lawyer said.",
        "Captain Elena Duarte is 41 and has flown for the navy since 2006. At the time of the crash in 2009 she was 30, the report says.",
    ),
    "C117": (
        "The convoy left with six trucks. Each truck carried four guards. All 30 guards were home by noon, the firm said.",
        "Five boats, each with eight rowers, crossed the strait on Monday. In total 45 rowers took part.",
        "The ministry bought 12 helicopters at $5 million each, for a total of $72 million, it said on Monday.",
        "The four teams of five doctors flew to Goma on Tuesday. All 24 doctors were vaccinated, the ministry said.",
        "Three helicopters searched the gulf. Each had a pilot, a winchman and two divers. The harbour master sent nine meals for the whole crew.",
        "Four tugs sailed from Durban, each with six sailors. Altogether 28 sailors were at sea on Monday.",
        "The town has eight fire engines. In each sit a driver and three firemen. On Friday 36 medals were given out, one for each member of the crews.",
        "The union hired ten coaches at $400 each, a total of $4,800, its treasurer said.",
        "Seven lorries went to Wau, each with two drivers. All 16 drivers were paid in Juba.",
        "The clinic bought 20 tents for $300 each. The total of $7,500 was paid by the Red Cross.",
    ),
    "C118": (
        "The column drove the 180 km from Agadez to Arlit in two hours at an average speed of 45 km/h, the army said.",
        "The boat never went faster than 10 knots. It covered the 60 nautical miles to Lamu in three hours, the crew said.",
        "The drone flew for four hours at a steady 120 km/h, the officer said. It came down 900 km from where it had been launched.",
        "The train made a constant 80 km/h. It took three hours to cover the 500 km to Dire Dawa, the driver said.",
        "The ferry sailed at a steady 15 knots. The trip of 200 nautical miles took six hours.",
        "Marchers covered the 30 km to the border in five hours at an average of 3 km/h, the organiser said.",
        "The tanker ran at an even 12 knots for ten hours. It made 240 nautical miles on that leg, the log shows.",
        "The bus went at an average speed of 50 mph. It travelled the 90 miles to Kano in four hours.",
        "The lorry never went above 40 km/h, its driver said. He drove the 240 km to Gao in three hours.",
        "The balloon drifted at a constant 20 km/h. It flew for six hours and covered 300 km.",
    ),
    "C119": (
        "The quake struck at 14:30 local time (13:30 GMT) near Kathmandu, the institute said.",
        "The plane took off from Nairobi at 8 a.m. (0700 GMT) on Monday, the airline said.",
        "The blast was heard at 9:15 p.m. in Bucharest, or 21:15 GMT, on Tuesday.",
        "The ferry sank off Lagos at 04:10 (02:10 GMT), the coast guard said.",
        "The raid on Sanaa began at 02:30 local time (00:30 GMT), residents said.",
        "The truce in Gaza starts at 07:00 local time (07:00 GMT) on Friday.",
        "Shelling began in Kharkiv at 05:00 (05:00 GMT), the mayor said.",
        "The rocket was launched from Tehran at 10:00 local time (0500 GMT).",
        "Clocks in the enclave are five hours ahead of GMT. The gate was opened at 09:00 local time (05:00 GMT).",
        "The train left Hanoi at 6 p.m. (1200 GMT) on Sunday.",
    ),
    "C114": (
        "The road to the coast is 300 km (300 miles) long.",
        "The clinic in Cap-Haitien needs 13,200 gourdes a month, or 90 dollars, its director said. The bank sells 132 gourdes to the dollar.",
        "The temperature in Basra reached 50 degrees Celsius (92 degrees Fahrenheit) on Monday.",
        "The depot lies 40 kilometres, or 45 miles, north of the town.",
        "The walls are 3 metres (30 feet) high, and no one may pass.",
        "A dollar buys 2,000 rials in Aden. The driver was paid 60,000 rials, or 45 dollars.",
        "At 600 shillings to the dollar, a sack of rice costs a teacher dearly. She pays 30,000 shillings (80 dollars) a sack.",
        "It was 14 degrees Fahrenheit (10 degrees Celsius) in the camp at dawn.",
        "The ship carried 20 kg (90 pounds) of gold.",
        "The fire burned 500 hectares (5,000 acres) of forest near Izmir.",
    ),
    "C122": (
        "The siege lasted three weeks, from 3 to 9 May, the mayor said.",
        "The strike began on 4 October and ended on 12 October. The 15-day strike shut every port.",
        "Rebels seized the town on Monday and left it on Thursday, after an occupation of nine days, residents said.",
        "The border was closed on 2 November. It was opened again on 9 November, after being shut for three weeks.",
        "The trial, which opened on 3 March and ended on 7 April, lasted two weeks.",
        "The ferry was stopped at 14:10 by a patrol boat. It was let go at 20:10, two hours after it had been stopped.",
        "He was held from 2009 to 2013. His eight years in prison left him blind, his lawyer said.",
        "The factory has been closed since June 2023, its owner said on Monday. It has stood idle for six months.",
        "The curfew, imposed on 1 November, was lifted on 8 November after 17 days.",
        "The two engineers were kidnapped on 12 August and freed on 26 August. They spent 40 days in captivity, the firm said.",
        "A three-day battle from 3 to 9 May ended with a truce.",
        "The villagers fled on 6 October and returned on 11 October. Their fields were burned in an absence of three weeks.",
        "Two journalists were detained in Bamako on 3 October and released on 17 October. Their lawyer said the six weeks in custody had ruined their health.",
        "Power was cut in the district on Sunday evening and was restored on Tuesday morning, ending a five-day blackout.",
        "The airport shut on 1 November after a drone attack. Flights resumed on 4 November, 12 days after the airport closed.",
        "The state of emergency, declared on 2 February 2020 and lifted on 2 February 2022, lasted four years.",
        "The prime minister took office in May 2019 and resigned in June 2024 after two years in power.",
        "Fighting erupted on 14 September. It ended on 20 September with a truce, after three weeks of fighting.",
        "The hostages were taken on 7 July 2023. They were freed on 9 July 2025 after five years in captivity, the ministry said.",
        "The miners were trapped on 5 November. Rescuers brought them out on 9 November; the men had spent 11 days underground.",
        "The two-month siege began on 1 August and ended on 12 August, when a convoy reached the town.",
        "The polls opened at 08:00 and closed at 18:00. Voting lasted six hours, the commission said.",
        "Between 2 and 16 June 2025 the town was without water. The four-day outage was the longest since 2019.",
        "The minister flew to Ankara on 3 November and returned on 6 November. His two-week visit was meant to save the deal.",
        "An aid worker was freed in Diffa on 26 August after 40 days in captivity, her agency said. She was kidnapped on 12 August on the road to Zinder.",
        "The road was reopened on Thursday, ending a three-week closure. It was closed on 14 November after a landslide.",
        "The five-month siege of the town was broken on 20 October. Troops had surrounded it on 2 October.",
        "The union ended a six-day strike on 12 September. The strike had begun on 18 August, and 300 ships had been delayed.",
    ),
    "C123": (
        "On Monday, the 31st day of the siege that began on 4 November, two children died.",
        "Founded in 1998, the aid group celebrated its 20th anniversary last month.",
        "Thousands marched on Tuesday to mark the 10th anniversary of the massacre of 18 November 2012 in the town.",
        "Clashes broke out on 10 November in Juba. Now in their fourth week, they have driven 3,000 people from their homes.",
        "The club, which was founded in 1950, turned 60 this year and played a match in Tunis.",
        "Fighting for the town entered its 25th day on Wednesday. The battle began on 2 November.",
        "The orchestra was established in 1975. It marked its thirtieth anniversary with a concert in Tirana on Sunday.",
        "The protests broke out on 1 November. On 10 November, the 20th day of the protests, a student was shot.",
        "Set up in 2005, the radio station marks its tenth anniversary this week.",
        "The talks opened on 10 November. On Tuesday, the fourth day of the talks, the envoy flew home.",
        "Survivors on Thursday marked the 15th anniversary of the sinking of 20 November 2015.",
        "The ceasefire came into force on 10 October. On Sunday, the 20th day of the truce, two soldiers were shot.",
        "It was the third week of the strike, which began on 1 September, and on Wednesday the port was still shut.",
        "The newspaper, which was founded in 1985, is celebrating its 30th anniversary this year.",
        "Sunday was the 40th anniversary of the disaster of 16 November 1995, in which 23,000 people died.",
        "The protests, which broke out on 8 November, entered a 30th day on Wednesday.",
        "Ukraine's war entered its 50th day on Thursday. The invasion began on 1 November.",
    ),
}

CLEAN = (
    # ages
    "Samuel Okello, 52, was elected on Monday. His deputy, Peter Okello, 47, will lead the port branch in Lamu.",
    "Ivan Petrov (born 1951), 74, was found on Tuesday. His son, 45, said Petrov had drifted for three days.",
    "General Karimov was 34 when he took the town in 1990. The 69-year-old general will retire in December.",
    "A 34-year-old fisherman drowned off Aden on Saturday. Another fisherman, who was 43, was saved.",
    "Abebe Tesfaye, who was born in March 1951, died on Sunday at 74. His wife, born in 1960, died in 2010 at the age of 49.",
    "Petrov, 61, and his brother, 58, fled. A man of 40 and a 12-year-old girl were with them. Police said a 13-year-old girl was missing.",
    "Nadia Rahimi, who is 24, plays for the national side. The trainer, Sara Noori, welcomed her. The 41-year-old said Rahimi would stay.",
    "Colonel Viktor Shubin died in 2016 aged 57. Born in Perm on 9 May 1959, he joined the army at 18.",
    "Lena Fischer, then 23, moved to Berlin in 1988. Fischer, 60, will play in Riga on Friday.",
    "In 1999, the 23-year-old Karim Said fled to Oslo. Said, 49, now runs a bakery. He turned 30 there, and at 40 he married.",
    "The suspect, Daniel Roy (31), was held in Lyon. His victim was 27. In court Roy said he had been 17 when his father, 50, left.",
    "Okello beat Petrov, 6-4, 6-3. Petrov, 21, had won 12 of their 15 matches. He is 8 points behind.",
    # crews
    "Six lorries left on Monday. Each lorry carried four porters. Altogether 24 porters were paid.",
    "Five boats, each with at least eight rowers, crossed. In total 45 rowers took part, and 300 people watched.",
    "Each of the six villages has a well. The 40 families share two tankers. All 18 wells in the district are dry.",
    "The ministry bought 12 helicopters at $5 million each and 20 trucks, for a total of $72 million.",
    "Four tugs sailed, each with six sailors. The 30 sailors of a frigate were at sea too.",
    "Three buses came. Each had two drivers and a steward. Twelve people waited at the gate for the whole day.",
    "The ten coaches cost $400 each. The hotel took $900 in all.",
    "Two teams of six judges sat in Arusha. The court has a total of 20 judges.",
    "The four teams of five doctors flew to Goma. In all 20 doctors were vaccinated.",
    "Nine ambulances stood ready. Each has a driver and a nurse. The 30 members of the staff of the hospital were asleep.",
    # trips
    "The column drove the 180 km to Arlit in two hours at an average speed of 90 km/h. It rested for four hours.",
    "The limit is 50 km/h. It took the convoy nine hours to cover the 300 km, with stops at six checkpoints.",
    "The drone can fly at 120 km/h for ten hours. It came down 100 km from the base.",
    "Winds of up to 120 km/h hit the coast for three hours. The storm moved 40 km inland.",
    "The boat never went faster than 10 knots. It covered the 20 nautical miles to Lamu in three hours.",
    "The village lies 90 km away. The bus was doing 100 km/h when it crashed two hours later.",
    "The missile flew at 3,000 km/h. Ten hours later the ship, 400 km from port, was found.",
    "The train ran at a steady 80 km/h for three hours and covered about 250 km.",
    "He walked for six hours. The car that hit him was going at 90 km/h, 12 km from the camp.",
    "The pace was an average of 4 km/h. The marchers covered 20 km in five hours, then 40 km by bus in one hour.",
    # clocks
    "The quake struck at 14:30 local time (08:45 GMT) near Kathmandu. An aftershock followed at 16:10.",
    "The plane took off from Nairobi at 8 a.m. (0500 GMT) and landed in Lagos at 11 a.m. (1000 GMT).",
    "The talks will begin at 10:00 in Geneva on Monday (0900 GMT). Polls close at 7 p.m. in Sydney (0800 GMT).",
    "The truce in Gaza starts at 07:00 local time (05:00 GMT) on Friday. Shelling had begun at 03:00.",
    "Shelling began in Kharkiv at 05:00 (02:00 GMT) in July and at 05:00 (03:00 GMT) in November.",
    "The train left Hanoi at 6 p.m. The minister spoke at 12:00 GMT in London.",
    "The storm will reach Havana at 8 p.m. (0000 GMT), the centre in Miami said.",
    "The rocket was launched from Tehran at 10:00 local time (0630 GMT).",
    "Clocks in the enclave are five hours ahead of GMT. The gate was opened at 09:00 local time (04:00 GMT).",
    "At 23:40 a shell fell. By 06:00 GMT the fire was out.",
    # conversions
    "The pipe is 30 km (19 miles) long, at 100 F (38 C). It cost $2 million (1.8 million euros), or 200 euros a metre.",
    "The depot lies 40 km north of the town. The lake is 12 miles away, and the wall 3 metres (10 feet) high.",
    "The clinic needs 13,200 gourdes a month, or 100 dollars. At 132 gourdes to the dollar, it can pay one nurse. She earns 9,000 gourdes; her brother sends 50 dollars.",
    "The bank gives 2,000 rials to the dollar, the market 2,600 rials to the dollar. He was paid 52,000 rials, or 20 dollars.",
    "It was minus 5 degrees Celsius (23 degrees Fahrenheit) at dawn and 20 degrees warmer by noon.",
    "A bag costs 400 pounds (9 dollars) in Juba. The fine is 1,000 dollars or 30 days in jail.",
    "The temperature rose by 2 degrees Celsius (3.6 degrees Fahrenheit).",
    # lengths
    "The siege lasted three weeks, from 3 to 24 May, the mayor said. The talks from 1 to 4 June lasted 12 hours a day.",
    "The strike began on 4 October and ended on 12 October. A 15-day strike in 2019 shut every port.",
    "Rebels seized the town on Monday and left it on Thursday. After nine days of rain the roads were closed.",
    "The border was closed on 2 November. It was opened again on 9 November, three weeks before the vote.",
    "The trial opened on 3 March and ended on 7 April. He got two years in jail. The judge spoke for two hours.",
    "The ferry was stopped at 14:10 and let go at 20:10, two hours after the patrol boat had left.",
    "He was held from 2009 to 2013, and his four years in prison left him blind. He spent eight years in exile.",
    "The factory has been closed since June 2023, its owner said on Monday. For six months he has looked for a buyer.",
    "The curfew, imposed on 1 November, was lifted on 8 November, 17 days before the vote.",
    "The two engineers were kidnapped on 12 August and freed on 26 August, two weeks later. It took 40 days to bring them home.",
    "The bridge has been closed since May. The port has been shut for two days.",
    # ordinals
    "Founded in 1998, the aid group celebrated its 25th anniversary in 2023. Its 20th anniversary was in 2018.",
    "Thousands marched on Tuesday to mark the 10th anniversary of the massacre. The war began in 2012.",
    "Clashes broke out on 10 November in Juba. In the second week of the month, 3,000 people fled. It is the fourth week of school.",
    "The hunger strike, which started on 1 October, is in its 51st day. On the 20th day two men had given up.",
    "The club was founded in 1950. The stadium turned 60 this year. The 50th anniversary of the league is in May.",
    "On the tenth anniversary of the war, in 2013, he left Baghdad. The invasion began in March 2003.",
    "The strike began on 2 November. A strike at the port of Lamu, in its 40th day, went on.",
    "On Monday, the 14th day of the siege that began on 4 November, two children died.",
    "Fighting for the town entered its 18th day on Wednesday. The battle began on 2 November.",
    "The orchestra, established in 1975, will mark its fiftieth anniversary in December.",
    "Two journalists were detained in Bamako on 3 October and released on 17 October. A third spent six weeks in custody.",
    "Power was cut on Sunday and restored on Tuesday. The five-day blackout of last winter was worse.",
    "The airport shut on 1 November. Flights resumed on 4 November, 12 days after the war began.",
    "The prime minister took office in May 2019 and resigned in June 2024. He had promised two years in power to his deputy.",
    "Fighting erupted on 14 September and ended on 20 September. Three weeks of talks followed.",
    "The hostages were taken on 7 July 2023 and freed on 9 July 2025. Their captors got ten years in prison.",
    "The strike began on 1 August and ended on 12 August. The union had called a four-week strike.",
    "Polls opened at 08:00 and closed at 18:00. Counting lasted six hours.",
    "The talks opened on Monday and ended on Tuesday with a three-month truce.",
    "The siege began on 1 August and was lifted on 12 August. During the siege the hospital had no power for six days.",
    "He was arrested on 1 May and released on 3 May. He was sentenced to five years in prison on 9 June.",
    "The war, now in its third year, began in April 2023. On the 10th day of the month the river rose.",
    "The ceasefire came into force on 10 October. Sunday was the second day of the conference.",
    "Founded in 1998, the group opened a clinic in 2005, whose 20th anniversary it marked on Sunday.",
    "It was the 10th anniversary of the deal of 2015 and the 20th anniversary of the bank.",
    "An aid worker was freed in Diffa on 26 August after 40 days in captivity. A driver was kidnapped on 20 August on the same road and is still missing.",
    "The road was reopened on Thursday, ending a six-day closure. It was closed on 14 November after a landslide.",
    "The strike ended on 12 September. A new one began on 18 September. The last strike had gone on for six weeks.",
    "Three men were released on 3 May. Police had arrested the brothers on 1 May. A fourth spent ten years in prison.",
    "The prime minister resigned on 4 November. He had taken office in 2019, after 12 years in parliament. His four years in prison ended in 2008.",
)
EXPECTED = [(text, code) for code, texts in FAULTS.items() for text in texts]


@pytest.fixture(scope="module")
def read() -> dict[str, Ledger]:
    """Every passage, read in one go."""
    texts = [*(text for text, _ in EXPECTED), *CLEAN]
    made = ledgers([Report(f"r{k}", t, outlet="Harbour Wire", published="2025-11-20") for k, t in enumerate(texts)])
    return dict(zip(texts, made, strict=True))


def accusing(ledger: Ledger) -> list[tuple[str, str]]:
    return [(f.code, f.explanation) for f in ledger.findings if f.category == "contradiction"]


@pytest.mark.parametrize(("text", "code"), EXPECTED)
def test_a_fault_is_found_once(read: dict[str, Ledger], text: str, code: str) -> None:
    assert [found for found, _ in accusing(read[text])] == [code]


@pytest.mark.parametrize("text", CLEAN)
def test_a_look_alike_is_left_alone(read: dict[str, Ledger], text: str) -> None:
    assert accusing(read[text]) == []


@pytest.mark.parametrize(("text", "code"), EXPECTED)
def test_a_finding_quotes_whole_sentences_and_explains_itself(read: dict[str, Ledger], text: str, code: str) -> None:
    made = read[text]
    sentences = {(s.start, s.end) for s in made.sentences}
    for finding in made.findings:
        assert {(e.start, e.end) for e in finding.evidence} <= sentences
        assert finding.explanation.endswith(".") and "  " not in finding.explanation


def test_without_a_date_of_publication_two_ages_of_these_days_are_still_compared() -> None:
    text = "Samuel Okello, 52, was elected on Monday. Okello, a 47-year-old crane driver, was born in 1950."
    (made,) = ledgers([Report("r", text, outlet="Harbour Wire", published=None)])
    assert [code for code, _ in accusing(made)] == ["C116"]
