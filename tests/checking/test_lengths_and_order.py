"""One happening told with two lengths, and effects told before their causes: found however it is worded."""

# ruff: noqa: E501  (one passage is one line)

from __future__ import annotations

import pytest

from fogline.line import ledgers
from fogline.records import Ledger, Report

FAULTS = {
    "C122": [
        "The delegations met behind closed doors in Muscat on Monday. The talks lasted just under an hour, the Omani foreign ministry said. The five hours the two sides spent together were taken up almost wholly by the fate of the prisoners, the ministry added.",
        "Two French aid workers were freed near Gao on Friday after 19 months as hostages. They had been taken from their car in Menaka. Both lost a lot of weight in the eleven weeks they were held, a diplomat said.",
        "Power was cut to most of Omdurman on Tuesday when a drone hit the Merowe dam. Electricity was off for 20 minutes, the company said. Bakeries threw away their dough because of the two-day outage.",
        "The hostage-taker gave himself up at the Izmir courthouse on Thursday. The siege went on for nine hours. Police said nobody was hurt during the 30-minute stand-off.",
        "Coastguard vessels began looking for the trawler's crew on Sunday. The search was called off after three days. For eleven days aircraft and boats had combed the waters off Nouadhibou in the search, the ministry said.",
        "Fighters attacked the barracks at Djibo at dawn. Soldiers drove them off in a quarter of an hour, the army said. The battle, which raged for most of the day, left nine soldiers dead, it added.",
        "The guns fell silent on the Tigray front at noon on Friday. The pause held for 36 hours before shelling resumed. Doctors said that the ten-day truce had let them bring out 200 wounded.",
        "The convoy left Port Sudan and arrived in El Fasher on Saturday. The trip took four days, the World Food Programme said. The drivers, who spent three weeks on the road, were exhausted, the agency said.",
        "Rebels stormed the radio station in Bangui on Monday and were thrown out again. They held the building for less than an hour, the interior ministry said. Through the six hours of their occupation the transmitter played only music, it said.",
        "Police and armed men traded shots outside a bank in Guayaquil. It was all over in ten minutes, the commander said. The gunfight began at 2 p.m. and ended at 5.30 p.m., he said.",
        "A Turkish journalist walked out of a prison in Tehran on Tuesday. She had spent 61 days behind bars. Her year in detention was the longest of any foreign reporter, her newspaper said.",
        "The two generals sat down in Entebbe on Thursday morning. Their conversation was brief: it ended after 25 minutes, an aide said. The aide said the meeting had dragged on for four hours because of a quarrel over the agenda.",
        "The battle for the bridge at Chasiv Yar raged from 7 a.m. to noon. The three-quarter-hour fight left two tanks burning, the brigade said.",
        "The strike at the port of Durban began on 3 May and ended on 5 May. The port lost millions in the eighteen-day walkout.",
        "The blackout in Tripoli started at 9 p.m. It was over by 9.30 p.m., the grid operator said. Hospitals ran on generators throughout the nine-hour power cut.",
        "Gunmen seized the aid worker in Kabul on 3 March. She was set free on 10 March. Her seven months as a hostage have left her thin and pale, her sister said.",
        "Two trains collided near Larissa. Passengers were trapped in the wreckage for six hours, the fire brigade said. It added that all of them had been freed within 45 minutes.",
        "Negotiators from both Cypriot communities spoke for three hours on Tuesday. The talks broke up after twenty minutes, the UN said.",
        "It took the fire brigade in Mosul ten hours to put out the blaze. The refinery burned for 40 minutes, the fire chief said.",
        "The ferry reached Zanzibar after a crossing of 14 hours. The passengers got nothing to eat during the two-hour voyage.",
        "Houthi fighters held the crew of the Galaxy Star for 14 months before letting them go in January, the owner said. The sailors' eight weeks in Houthi hands were spent in one cabin, the owner said.",
        "Lawmakers in Tbilisi argued until the small hours. The sitting lasted eleven hours, the speaker's office said. Deputies passed the law at the end of a two-hour sitting, it said.",
        "A suicide bomber and two gunmen stormed a hotel in Mogadishu. Police shot the last attacker after a siege of nearly 20 hours. The siege was broken within 50 minutes, the police chief told state radio.",
        "Four miners were brought up alive near Toretsk on Sunday. They had been underground for nine days when the drill broke through. The four spent 36 hours under ground in the dark, their union said.",
        "Turkey and Syria had a lull on the border this month. The lull lasted five days, monitors said. Farmers brought in the wheat during the three-week calm.",
        "The presidents spoke by telephone on Saturday. The call lasted a quarter of an hour, the Kremlin said. It said that Ukraine's power stations were the only subject of the two-and-a-half-hour conversation.",
        "A relief column set out from Adre at dawn. The trucks needed 16 hours for the 60 kilometres to Geneina, the driver in front said. He called the three-hour drive the worst of his life.",
        "The raid on the Jenin camp began at 3 a.m. and was over at 4 a.m., the army said. The ten-hour raid was the longest in the camp this year, it said.",
        "Bolivian troops took over the square in front of the palace. The mutiny collapsed after three hours. In the two days that the mutiny lasted, shops stayed shut.",
        "Rwanda handed back two Burundian officers on Monday. They were in custody for 17 days. A medical report covers the 5 months that the officers were detained.",
        "Sudanese and Ethiopian officers held talks at Gallabat on Sunday. The talks were over in 45 minutes, a Sudanese colonel said. He said the six-hour meeting had been the longest between the two armies in years.",
        "Nine monks came home to Mandalay on Saturday. The army had kept them in a barracks for three weeks. During their half-year behind barbed wire two of the monks fell ill, their abbot said.",
        "An air alert was declared in Lviv at 4 a.m. It was lifted after 25 minutes, the city council said. People sat in the cellars for five hours during the alert, it said.",
        "The assault on the Malian camp went on until dusk. The defenders held out for nine hours, the governor said. It took them only an hour to beat off the assault, he said.",
        "The two trains of evacuees left Pokrovsk in the morning. They arrived in Dnipro after a journey of seven hours. A woman of 81 died during the two-day journey, the railway said.",
        "The ceasefire in Aden broke down on Friday. It had held for just two days. Aid agencies used the seven weeks of the ceasefire to fill their stores.",
        "The rebels let the Bulgarian pilot go on Thursday. They had seized him in May, and he was their prisoner for 23 days, the embassy said. He was never allowed to write home in his 14 months of captivity, the embassy said.",
    ],
    "C134": [
        "A car bomb went off outside the police headquarters in Kirkuk on 9 May. In retaliation for the bombing, militiamen set fire to three houses in the Hurriya district on 6 May.",
        "The parliament in Chisinau passed the budget at 6 p.m. Delighted by the vote, supporters of the government let off fireworks outside the building at 4 p.m.",
        "The shells hit the hospital in Sloviansk at 11:20. Ambulances carried the first victims of the shelling to Kramatorsk at 10:45, doctors said.",
        "Ethiopia's air force bombed a market in Togoga on 22 June. A day after the air raid, on 17 June, the first wounded reached Mekelle.",
        "An earthquake struck Herat province on 7 October. Rescue crews flown in from Turkey because of the quake landed in Kabul on 5 October.",
        "A patrol boat sank a smuggling dinghy off Samos at about 3 a.m. Fishermen were pulling survivors of the sinking from the sea at 1.30 a.m.",
        "The governor was shot dead outside his home in Herat on Friday, 12 April. To protest against the murder, shopkeepers closed the bazaar on Wednesday, 10 April.",
        "The court in Niamey acquitted the colonel on 20 January. Angered by the acquittal, soldiers blocked the bridge over the Niger river on 18 January.",
        "The first rocket fell on Ashkelon at 19:10. Residents told of the rocket fire had already been taken into shelters at 18:25, when the mayor visited those wounded by it.",
        "The ceasefire took effect on 15 August. Two days after the guns fell silent, on 11 August, the first trucks with grain crossed into Kassala.",
        "A mine blew up under a bus near Kherson on Thursday, 8 May. The bus company suspended the line on Tuesday, 6 May, in reaction to the explosion.",
        "The first shots were heard at the Rafah crossing at 1 p.m. Egypt had closed its side of the crossing at 11 a.m. because of the gunfire, an officer said.",
        "Separatists abducted a priest in Kumbo on 19 June. On 15 June, three days after the priest had been kidnapped, his bishop asked for his release.",
        "The dam at Kajaki burst at about 5 in the morning on 2 April. Villagers fled to the hills on 31 March after the dam had burst.",
        "The tanker sank off Oman at 14:00. A navy frigate picked up the survivors of the sinking at 12:30, the navy said.",
        "Police arrested the mayor of Diyarbakir on 11 October. Lawyers who protested against his arrest were driven off with tear gas on 8 October.",
        "The court in The Hague read its verdict at 3 p.m. Disappointed by the verdict, survivors walked out of the building at 1 p.m.",
        "A ceasefire was signed in Doha on 14 July. As a result of the signing, the border post at Torkham was reopened on 10 July.",
        "The general was killed in an ambush on 22 May. He was buried in his village on 20 May, with full honours.",
        "The kidnapped engineer was freed on 4 February. He had been taken from his house in Zinder on 16 February.",
        "The blast in the tunnel came at 10:15. Doctors at the city hospital treated the wounded from the blast from 9:30 on, the director said.",
        "A grenade was thrown into a bar in Bujumbura on Saturday, 9 August. As a consequence of the attack, the governor banned night markets on Thursday, 7 August.",
        "Sweden's parliament voted for the treaty at 3.15 p.m. Two hours after the vote, at 1.30 p.m., the prime minister called the alliance's secretary general.",
        "Shells set fire to the grain store in Orikhiv at 8.40 p.m. Firemen had been called out because of the shelling at 7.50 p.m., the mayor said.",
        "The opposition leader was arrested at Harare airport on 30 July. Following his arrest, crowds gathered outside the police station on 28 July.",
        "The mayor of Tumaco was murdered on 6 September. Condemning the murder, the bishop called for a day of silence on 4 September.",
        "The Kosovo government fell on 25 March. Angered by the fall of the government, its supporters marched through Pristina on 22 March.",
        "A bomb exploded on a train near Quetta at 6.30 a.m. The first of the wounded were carried into the district hospital at 5.45 a.m.",
        "The oil minister was sacked on 18 June. After the minister had been sacked, his deputy took over the talks with the company on 15 June.",
    ],
}  # fmt: skip
CLEAN = [
    "The delegations met in Muscat on Monday for four hours. The talks broke up at noon. A meeting between the two ministers, which lasted 40 minutes, followed in the evening.",
    "Two French aid workers were freed near Gao after 19 months as hostages. A German nurse who was held with them had been released after eleven weeks.",
    "Power was cut to Omdurman on Tuesday for 20 minutes. In Port Sudan, the outage lasted two days.",
    "The siege of the courthouse lasted nine hours. For the first 30 minutes of the standoff nobody answered the telephone, police said.",
    "The search was called off after three days. In 2019 a search in the same waters went on for eleven days.",
    "The rebels said the battle raged for most of the day. The army said its soldiers had driven them off after a battle of a quarter of an hour.",
    "The pause held for 36 hours before shelling resumed. The two sides had agreed on a ten-day truce.",
    "The journey from Port Sudan took four days, the agency said. The drivers had waited for three weeks at the border for their papers.",
    "Rebels held the radio station in Bangui for less than an hour. Six hours after the attack, the transmitter still played only music.",
    "The gunfight began at 2 p.m. and ended at 5.30 p.m., the commander said. Police needed ten minutes to reach the bank, he said.",
    "She had spent 61 days behind bars. She faces a year in detention if she is found guilty on appeal.",
    "The two generals spoke for 25 minutes on Thursday. Their aides met for four hours afterwards to settle the details.",
    "A car bomb went off outside the police headquarters in Kirkuk on 9 May. In retaliation for an earlier bombing, militiamen had set fire to three houses on 6 May.",
    "The parliament in Chisinau passed the budget at 6 p.m. on Tuesday. Delighted by the vote, supporters gathered outside the building at 4 p.m. on Wednesday.",
    "The shells hit the hospital in Sloviansk at 11:20. Ambulances had already carried victims of the night's shelling to Kramatorsk at 7:45, doctors said.",
    "Ethiopia's air force bombed a market in Togoga on 22 June. A day after the raid the first wounded reached Mekelle. The town had been without a doctor since 17 June.",
    "The minister stepped down on Wednesday, 4 March. Protests demanding his resignation had filled the square in Dhaka since Sunday, 1 March.",
    "An earthquake struck Herat province on 7 October. Because of floods, rescue crews from Turkey had been in the country since 5 October.",
    "A patrol boat sank a dinghy off Samos at about 3 a.m. Fishermen had seen the dinghy drifting at 1.30 a.m. They began to pull survivors from the sea at 4 a.m.",
    "The governor was shot dead in Herat on Friday, 12 April. He had received death threats on Wednesday, 10 April, after the killing of his deputy.",
    "The court in Niamey acquitted the colonel on 20 January. Fearing an acquittal, soldiers blocked the bridge over the Niger river on 18 January.",
    "The first rocket fell on Ashkelon at 19:10. Warned of an attack, residents had been taken into shelters at 18:25.",
    "The ceasefire took effect on 15 August. It had been agreed on 11 August, two days after the mediators arrived. The first trucks crossed into Kassala on 17 August.",
    "The army took Wad Madani on 11 January. Residents celebrated the recapture of Sennar in the streets of Port Sudan on 8 January.",
    "The battle raged from 7 a.m. to noon. The five-hour fight left two tanks burning, the brigade said.",
    "Clashes broke out near Kidal at 6 a.m. and died down at 6.40 a.m. Seven hours later there was fighting again.",
    "The strike began on 3 May and ended on 5 May. Last year the port lost millions in the eighteen-day walkout.",
    "The curfew in Nouméa lasts from 6 p.m. to 6 a.m. The army imposed the curfew for forty days.",
    "Negotiators spoke for three hours on Tuesday. On Wednesday the talks broke up after twenty minutes, the UN said.",
    "It took the fire brigade ten hours to put out the blaze. The first 40 minutes of the fire were the worst, the fire chief said.",
    "Houthi fighters held the crew for 14 months. Two cooks were let go after eight weeks, the owner said.",
    "The sitting lasted eleven hours, the speaker's office said. After a two-hour break deputies passed the law.",
    "Police shot the last attacker after a siege of nearly 20 hours. The first 50 minutes of the siege were the worst, the police chief said.",
    "The four spent nine days under ground. It took the drill 36 hours to break through to them.",
    "The call lasted a quarter of an hour, the Kremlin said. The two had spoken for two and a half hours in March.",
    "The raid on the Jenin camp began at 3 a.m. and was over at 4 a.m. A ten-hour raid in January had been the longest this year.",
    "A mine blew up under a bus near Kherson on Thursday, 8 May. The bus company suspended the line on Tuesday, 6 May, because of the fighting.",
    "The first shots were heard at the Rafah crossing at 1 p.m. Egypt had closed its side at 11 a.m. after the talks in Cairo had failed.",
    "Congress removed the president on 7 October. Her deputy was sworn in hours after the removal. The prosecutor had asked for her arrest on 3 October.",
    "Separatists abducted a priest in Kumbo on 19 June. On 15 June they had kidnapped a teacher, three days after the killing of a guard.",
    "The tanker sank off Oman at 14:00. A navy frigate picked up the first sailors from a raft at 12:30, after the fire on board.",
    "Police arrested the mayor on 11 October. Lawyers protested on 8 October against the arrest of a judge.",
    "The general was killed in an ambush on 22 May. His brother was buried in the village on 20 May.",
    "The engineer was freed on 4 February. He had been taken from his house on 16 January. The army took a hill nearby on 16 February.",
    "Officers held talks at Gallabat on Sunday. The talks were over in 45 minutes. A six-hour meeting in March had brought no result.",
    "The army kept the monks in a barracks for three weeks. Their abbot spent half a year behind bars in 2021.",
    "The alert was lifted after 25 minutes. People stayed in the cellars for five hours for fear of more drones.",
    "The assault was beaten off in an hour. The defenders held out for nine hours last year, when the camp was attacked for the first time.",
    "They arrived in Dnipro after a journey of seven hours. From there it is a two-day journey to Warsaw.",
    "A grenade was thrown into a bar on Saturday, 9 August. The governor had banned night markets on Thursday, 7 August, after a series of attacks.",
    "Parliament voted for the treaty at 3.15 p.m. The prime minister had called the alliance's secretary general at 1.30 p.m., two hours before the vote.",
    "The leader was arrested at the airport on 30 July. Crowds had gathered outside the police station on 28 July after the arrest of a lawyer.",
    "A bomb exploded on a train near Quetta at 6.30 a.m. Two of the wounded were carried into the hospital at 8 a.m. The train had left at 5.45 a.m.",
    "Two fishermen were set free on 8 March. On 12 March soldiers arrested a third fisherman. He had spoken to reporters.",
]  # fmt: skip
EXPECTED = [(text, code) for code, texts in FAULTS.items() for text in texts]


@pytest.fixture(scope="module")
def read() -> dict[str, Ledger]:
    texts = [*(text for text, _ in EXPECTED), *CLEAN]
    made = ledgers([Report(f"r{n}", text, published="2025-11-20") for n, text in enumerate(texts)])
    return dict(zip(texts, made, strict=True))


@pytest.mark.parametrize(("text", "code"), EXPECTED)
def test_two_lengths_or_a_wrong_order_is_found_once(read: dict[str, Ledger], text: str, code: str) -> None:
    assert [f.code for f in read[text].findings] == [code]


@pytest.mark.parametrize("text", CLEAN)
def test_what_can_be_so_is_left_alone(read: dict[str, Ledger], text: str) -> None:
    assert read[text].findings == ()
