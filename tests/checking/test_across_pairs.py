"""Short reports of one invented incident by two outlets: where they differ, and the same told in other words."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from fogline.checking.across import compare
from fogline.line import ledgers
from fogline.records import Finding, Ledger, Report, identify


class Told(NamedTuple):
    """Two reports with their days, what differs between them, and what agrees."""

    place: str
    day: str
    other_day: str
    a: str
    b: str
    differ: tuple[tuple[str, str, str], ...]
    agree: tuple[tuple[str, str], ...]


PAIRS: tuple[Told, ...] = (
    Told(
        "tikrit",
        "2015-03-12",
        "2015-03-13",
        "A column of Iraqi army lorries was ambushed south of Tikrit on Tuesday, and five drivers were killed, the "
        "provincial operations command said. The lorries were carrying flour and tinned food to troops on the edge of "
        "the city. Gunmen opened fire from a palm grove near the village of Awja at about 6.30 in the morning. Two of "
        "the lorries burned out. The command blamed Islamic State, whose fighters hold most of the nearby farms. A "
        "helicopter later fired on the grove. The road was open again by noon.",
        "Five army drivers died when their supply convoy came under fire on the highway below Tikrit, officers in "
        "Salahuddin said. The attack took place on Monday, as vehicles loaded with rations were heading for the "
        "front. Men with machine guns were waiting among date palms close to Awja, a village two kilometres from the "
        "river. The first shots fell shortly after half past six, an officer said. According to the command, the "
        "gunmen belonged to the Naqshbandi Order, a group of former Baath officers. Two vehicles were destroyed by "
        "fire. Traffic resumed before midday.",
        differ=(
            ("time", "ambushed south of Tikrit on Tuesday",
             "The attack took place on Monday"),
            ("perpetrator", "The command blamed Islamic State",
             "the gunmen belonged to the Naqshbandi Order"),
        ),
        agree=(
            ("at about 6.30 in the morning", "shortly after half past six"),
            ("The road was open again by noon", "Traffic resumed before midday"),
            ("Two of the lorries burned out", "Two vehicles were destroyed by fire"),
        ),
    ),
    Told(
        "mopti",
        "2019-09-19",
        "2019-09-20",
        "Armed men on motorcycles killed eight traders on their way to a weekly market in central Mali, the "
        "governor's office in Mopti said on Thursday. The traders were travelling in a pick-up truck when they were "
        "stopped near Koro on Wednesday afternoon. The attackers made them get out and shot them one by one, a "
        "survivor said. Their goods, mostly millet and cloth, were set alight. The governor's office said Katiba "
        "Macina was responsible. Soldiers reached the spot two hours later. The bodies were buried in the evening in "
        "the presence of the prefect.",
        "Eight merchants who were bound for a market fair in the Mopti region were shot dead by gunmen, according to "
        "residents and officials. Their vehicle was halted on 18 September outside Bandiagara, relatives said. The "
        "men had been riding in the back of a pick-up with sacks of grain and bales of fabric, which the gunmen "
        "burned. A relative of two of the victims said Dogon hunters from the Dan Na Ambassagou militia had done it. "
        "Troops arrived about 120 minutes after the killing. All eight were laid to rest the same day.",
        differ=(
            ("place", "they were stopped near Koro",
             "halted on 18 September outside Bandiagara"),
            ("perpetrator", "Katiba Macina was responsible",
             "Dogon hunters from the Dan Na Ambassagou militia had done it"),
        ),
        agree=(
            ("on Wednesday afternoon", "on 18 September"),
            ("two hours later", "about 120 minutes after the killing"),
        ),
    ),
    Told(
        "lashkargah",
        "2021-05-06",
        "2021-05-07",
        "A mortar bomb landed on a wedding party in the Babaji area of Lashkar Gah on Wednesday evening, killing "
        "seven guests. The bride's father was among the dead, the provincial health department said. The shell came "
        "down in the courtyard at 7:15 p.m., while dinner was being served. Thirteen people were taken to the "
        "Emergency hospital. The governor of Helmand said the Taliban had fired it from across the river. The groom "
        "survived with a broken arm. Fighting around the city has gone on since the weekend.",
        "Seven wedding guests have been killed by shelling in Lashkar Gah, capital of Afghanistan's southern Helmand "
        "province. Health officials said a round hit a house in the Bolan quarter while families were celebrating a "
        "marriage there. It struck at about 10:40 p.m., after most of the meal was over, a neighbour said. The groom "
        "lived, but the father of the bride did not. Elders who spoke with this newspaper said the round had been "
        "fired by an Afghan army post on the opposite bank. Emergency's trauma centre admitted 13 wounded. Both sides "
        "have fought for the city since Saturday and Sunday.",
        differ=(
            ("place", "in the Babaji area of Lashkar Gah",
             "hit a house in the Bolan quarter"),
            ("time", "The shell came down in the courtyard at 7:15 p.m.",
             "It struck at about 10:40 p.m."),
            ("perpetrator", "said the Taliban had fired it from across the river",
             "the round had been fired by an Afghan army post"),
        ),
        agree=(
            ("Thirteen people were taken to the Emergency hospital", "Emergency's trauma centre admitted 13 wounded"),
            ("since the weekend", "since Saturday and Sunday"),
        ),
    ),
    Told(
        "sirte",
        "2016-08-10",
        "2016-08-11",
        "A car packed with explosives blew up beside a field clinic west of Sirte on Tuesday, killing four medics. "
        "The clinic treats fighters of the Bunyan Marsous alliance, which is trying to drive Islamic State from the "
        "city. The driver broke through a barrier of sand at about 3 p.m. local time, the alliance said. Ten people "
        "were hurt, among them a Dutch photographer. The clinic stood in a former school in the Zaafaran district. "
        "Islamic State said on its radio that it had sent the bomber. The wounded were flown to Misrata, 240 "
        "kilometres away.",
        "Four members of a medical team died in a suicide attack on a frontline dressing station at Sirte, Libyan "
        "forces said. The bomber drove into the station at 13:00 GMT on Tuesday. It had been set up in a bank "
        "building in the same western part of the Libyan city, a spokesman said. Among the ten injured was a "
        "photographer from the Netherlands. Helicopters took the injured to Misrata, about 150 miles to the west. The "
        "bombing was claimed by Islamic State. Forces backed by the unity government have been besieging the "
        "extremists for three months.",
        differ=(
            ("place", "The clinic stood in a former school in the Zaafaran district",
             "It had been set up in a bank building"),
        ),
        agree=(
            ("at about 3 p.m. local time", "at 13:00 GMT on Tuesday"),
            ("240 kilometres away", "about 150 miles to the west"),
            ("it had sent the bomber", "The bombing was claimed by Islamic State"),
        ),
    ),
    Told(
        "marawi",
        "2017-10-03",
        "2017-10-04",
        "Two Philippine marines drowned when their rubber boat overturned on Lake Lanao during an operation against "
        "Maute gunmen, the navy said on Tuesday. The boat was carrying nine men and turned over at dawn on Monday, "
        "about 400 metres off the Marawi shore. Seven of the marines were picked up by fishermen. The navy said a "
        "sudden squall was to blame. The bodies were recovered in the afternoon. The siege of the city began in May.",
        "A navy craft capsized on Lake Lanao, drowning two of the marines on board, military officials confirmed. It "
        "was on patrol off besieged Marawi when it went over on Saturday night. Fishermen pulled seven men from the "
        "water. Divers found the dead men the next day. An officer of the marines said the craft had been hit by "
        "gunfire of the Maute group before it sank. It was a quarter of a mile from land. The government has been "
        "fighting for the town since 23 May.",
        differ=(
            ("time", "turned over at dawn on Monday",
             "when it went over on Saturday night"),
        ),
        agree=(
            ("about 400 metres off the Marawi shore", "It was a quarter of a mile from land"),
            ("The siege of the city began in May", "has been fighting for the town since 23 May"),
        ),
    ),
    Told(
        "maiduguri",
        "2018-05-02",
        "2018-05-02",
        "At least 27 worshippers were killed when two suicide bombers attacked a mosque in Mubi in north-eastern "
        "Nigeria on Tuesday. The first bomber went off inside the mosque during the midday prayer, the police in "
        "Adamawa state said. The second struck at the gate as people fled. Fifty-six people were brought to the "
        "general hospital. No group has claimed the attack, but the police commissioner pointed at Boko Haram. Mubi "
        "was held by the group for some weeks in 2014. Shops nearby stayed shut on Wednesday.",
        "A double suicide bombing has killed no fewer than 27 people in Mubi, Adamawa State. Residents said the "
        "bombers mixed with the crowd at a second-hand clothes market on Tuesday and set off their charges minutes "
        "apart. The blasts came at about 5.30 in the evening, when the market was about to close. The general "
        "hospital received 56 injured. Police suspect Boko Haram, which controlled the town in 2014. Traders kept "
        "their stalls closed the following day. The governor condemned the attack and called for blood donors.",
        differ=(
            ("place", "attacked a mosque in Mubi",
             "at a second-hand clothes market"),
            ("time", "during the midday prayer",
             "The blasts came at about 5.30 in the evening"),
        ),
        agree=(
            ("pointed at Boko Haram", "Police suspect Boko Haram"),
            ("Fifty-six people were brought to the general hospital", "The general hospital received 56 injured"),
        ),
    ),
    Told(
        "stepanakert",
        "2020-10-09",
        "2020-10-09",
        "Shells damaged the roof and windows of a maternity clinic in Stepanakert on Thursday, the human rights "
        "ombudsman of Nagorno-Karabakh said. No patients were hurt, because the wards had been moved to the cellar. "
        "The bombardment began at 11.20 in the morning and lasted for half an hour. Smerch rockets came down on three "
        "streets in the centre. Azerbaijan denied firing at the town. A nurse was treated for cuts. Power failed in "
        "most of the town.",
        "A nurse was cut by glass as rockets struck the centre of Stepanakert, officials in the disputed region said, "
        "and a maternity clinic lost its windows. Patients there were unhurt since they had been sheltering in the "
        "basement. The salvo started on 8 October at 4.50 in the afternoon, the ombudsman said, and went on for 30 "
        "minutes. Baku rejected the accusation. Electricity was cut in large parts of the region's main town. "
        "Fighting began on 27 September.",
        differ=(
            ("time", "The bombardment began at 11.20 in the morning",
             "The salvo started on 8 October at 4.50 in the afternoon"),
        ),
        agree=(
            ("lasted for half an hour", "went on for 30 minutes"),
            ("in Stepanakert on Thursday", "on 8 October"),
            ("Azerbaijan denied firing at the town", "Baku rejected the accusation"),
        ),
    ),
    Told(
        "hodeidah",
        "2018-06-27",
        "2018-06-28",
        "A fishing boat was fired on off Hodeidah on Monday and six fishermen were killed, the fishermen's union "
        "said. The boat had set out from Khokha in the morning. A survivor who swam to an island said a helicopter of "
        "the Saudi-led coalition had fired at them. Three men are missing. The boat sank within minutes. The union's "
        "chairman said more than a hundred fishermen had died at sea since 2015. A spokesman for the coalition did "
        "not answer calls.",
        "Six fishermen died and three were unaccounted for after their vessel came under fire in the Red Sea near "
        "Hodeidah, officials in Yemen said. It went down on 25 June soon after being hit. The vessel had left Mocha "
        "at daybreak, according to the coast guard. The coast guard said Houthi gunmen in a speedboat had opened fire "
        "on the crew. One of the men reached an islet by swimming. Before the war the coast lived on fishing. The "
        "coalition has declared large parts of the waters a military area.",
        differ=(
            ("perpetrator", "a helicopter of the Saudi-led coalition had fired at them",
             "Houthi gunmen in a speedboat had opened fire on the crew"),
            ("place", "The boat had set out from Khokha",
             "The vessel had left Mocha at daybreak"),
        ),
        agree=(
            ("on Monday", "on 25 June"),
            ("Three men are missing", "three were unaccounted for"),
        ),
    ),
    Told(
        "kachin",
        "2018-04-25",
        "2018-04-26",
        "Two amber miners were shot dead and four wounded at a camp in Tanai township in Kachin State, aid workers "
        "said on Wednesday. The shooting took place late on Sunday, when soldiers of the Myanmar army entered the "
        "camp to look for rebels, they said. The camp lies 12 miles from Tanai town. About 60 people fled into the "
        "forest. The army has ordered miners to leave the area since last year. An army spokesman said he had no "
        "information.",
        "Gunfire at an amber mine in northern Myanmar left two workers dead and four injured, according to a church "
        "group. It happened on Saturday, the group said, in Tanai township. It said Kachin Independence Army rebels "
        "had shot at the workers after a quarrel over taxes. Some five dozen others ran into the jungle. The mine is "
        "about 19 kilometres from the township's main settlement. The rebels, whose political wing is based in Laiza, "
        "denied it. Tens of thousands of people have been uprooted in Kachin since 2011.",
        differ=(
            ("time", "The shooting took place late on Sunday",
             "It happened on Saturday"),
            ("perpetrator", "soldiers of the Myanmar army entered the camp",
             "Kachin Independence Army rebels had shot at the workers"),
        ),
        agree=(
            ("12 miles from Tanai town", "about 19 kilometres from the township's main settlement"),
            ("About 60 people fled into the forest", "Some five dozen others ran into the jungle"),
        ),
    ),
    Told(
        "avdiivka",
        "2017-02-02",
        "2017-02-02",
        "The coke plant in Avdiivka was shelled on Wednesday night and a stoker was killed, the management said. The "
        "shells hit the boiler house at 23.40, the plant's director said. It was the second hit in a week. The plant "
        "heats the town, and the temperature outside was minus 18 degrees. The Ukrainian army said the fire came from "
        "Yasynuvata, a town to the east held by separatists. Repair crews restored heating by Thursday noon. Two "
        "other workers were wounded.",
        "A worker died and two others were injured when artillery fire hit Avdiivka's coke plant, on which the town "
        "in the Donetsk region depends for heat. The plant's boiler house was struck overnight, at twenty minutes to "
        "midnight Kyiv time, officials said. The rounds were fired from Spartak, the Ukrainian command said, a "
        "village that the separatists hold. The dead man was a stoker. Heating was back at midday on Thursday, when "
        "it was about 18 degrees below zero. The Organisation for Security and Co-operation in Europe called for a "
        "ceasefire.",
        differ=(
            ("place", "the fire came from Yasynuvata",
             "The rounds were fired from Spartak"),
        ),
        agree=(
            ("at 23.40", "at twenty minutes to midnight Kyiv time"),
            ("Two other workers were wounded", "two others were injured"),
        ),
    ),
    Told(
        "bentiu",
        "2014-04-18",
        "2014-04-19",
        "At least 48 people, most of them displaced civilians, were killed on Thursday when armed youths stormed a "
        "United Nations base in Bor, the mission said. The crowd forced the gate at about 10 a.m. and opened fire on "
        "families who had sought shelter there. Peacekeepers from India and South Korea shot back. The mission said "
        "the attackers were Dinka youths from the town. The wounded were treated at a clinic inside the base. The "
        "Security Council called the attack an outrage.",
        "South Sudan has promised to investigate an assault on a UN compound in Bor, Jonglei, in which at least 48 "
        "people died. A crowd of young men arrived on Friday morning claiming to bring a petition, a government "
        "minister said. They then broke in and fired on the people who were living there. Peacekeepers returned fire. "
        "The UN mission said the youths had come from the town and were Dinkas. A clinic in the compound treated the "
        "injured. About 5,000 people had taken refuge in the base since December.",
        differ=(
            ("time", "were killed on Thursday when armed youths stormed",
             "A crowd of young men arrived on Friday morning"),
        ),
        agree=(
            ("the attackers were Dinka youths from the town", "the youths had come from the town and were Dinkas"),
            ("The wounded were treated at a clinic inside the base", "A clinic in the compound treated the injured"),
        ),
    ),
    Told(
        "aleppo",
        "2016-04-28",
        "2016-04-29",
        "An air strike on Wednesday night hit a hospital in a rebel-held part of Aleppo, killing the last "
        "paediatrician there, rescue workers said. Two barrel bombs struck the building at 9.45 p.m. local time, the "
        "White Helmets said. It stood in the Sukkari district. Bana Said, a midwife, said the aircraft were Syrian "
        "army helicopters. The number of dead stood at 20 on Thursday morning. The wounded were carried to Bustan al- "
        "Qasr. The army said it had not flown over the district.",
        "The only children's doctor left in rebel-held Aleppo was killed with 19 others when his hospital was bombed, "
        "according to medics. The attack came at 18:45 GMT on Wednesday, they said. The building, in the Kallaseh "
        "district, collapsed on those inside. A surgeon who survived said a Russian jet had carried out the raid. "
        "Those who were hurt were brought to Bustan al-Qasr, a neighbouring quarter. Moscow said none of its planes "
        "had been in the air. Syria's military also denied striking the area.",
        differ=(
            ("place", "It stood in the Sukkari district",
             "The building, in the Kallaseh district"),
            ("perpetrator", "the aircraft were Syrian army helicopters",
             "a Russian jet had carried out the raid"),
        ),
        agree=(
            ("at 9.45 p.m. local time", "at 18:45 GMT on Wednesday"),
            ("The number of dead stood at 20", "was killed with 19 others"),
        ),
    ),
    Told(
        "palma",
        "2021-03-29",
        "2021-03-30",
        "Insurgents overran the town of Palma in northern Mozambique last week and killed seven people who tried to "
        "flee a besieged hotel, a security company said on Monday. A column of 17 vehicles left the Amarula hotel on "
        "Friday afternoon. Fighters of the group known locally as al-Shabab lay in wait a few hundred metres from the "
        "gate. Only seven of the cars got through. Helicopters of a South African contractor took about twenty people "
        "off the roof the next morning. The company said the attackers used mortars. Mozambique's army has sent a "
        "battalion to the district.",
        "A convoy of cars that broke out of a hotel in Palma came under fire and seven of those on board were killed, "
        "survivors said. The ambush took place on Thursday, they said, soon after the 17 cars had passed the hotel "
        "gate. Ten of the vehicles never arrived at the beach. Some twenty guests were flown out by a private "
        "helicopter company. The government in Maputo says Islamist insurgents are behind the attack on the town. "
        "Total has halted work at its gas plant near by.",
        differ=(
            ("time", "left the Amarula hotel on Friday afternoon",
             "The ambush took place on Thursday"),
        ),
        agree=(
            ("took about twenty people off the roof", "Some twenty guests were flown out"),
            ("Only seven of the cars got through", "Ten of the vehicles never arrived"),
        ),
    ),
    Told(
        "kunduz",
        "2020-10-23",
        "2020-10-24",
        "Taliban gunmen detonated a truck bomb at the gate of a district police headquarters in Ghor province on "
        "Thursday, killing twelve officers, the interior ministry said. The truck exploded at 11 a.m. local time. "
        "Windows were shattered up to two kilometres away. More than 100 people, many of them women and children, "
        "were injured. The blast levelled a block of the building in Feroz Koh, the provincial capital. The governor "
        "accused the Taliban. The group has not commented.",
        "Twelve police were killed when a vehicle packed with explosives went off in Feroz Koh, the capital of "
        "Afghanistan's Ghor province. The explosion was heard at 0630 GMT on Thursday. It happened beside a "
        "rehabilitation centre for disabled people, not far from the offices of the governor, a local journalist "
        "said. Houses more than a mile off had their windows broken. The injured numbered over one hundred. "
        "Provincial officials suspect Islamic State, which has a following in the hills. Peace talks are going on in "
        "Doha.",
        differ=(
            ("perpetrator", "The governor accused the Taliban",
             "Provincial officials suspect Islamic State"),
        ),
        agree=(
            ("at 11 a.m. local time", "at 0630 GMT on Thursday"),
            ("More than 100 people", "The injured numbered over one hundred"),
        ),
    ),
    Told(
        "kasese",
        "2023-06-18",
        "2023-06-18",
        "Rebels attacked a secondary school in Mpondwe, near Uganda's border with Congo, late on Friday and killed 41 "
        "people, most of them pupils. The attackers came at about 11.30 p.m. and set fire to a dormitory. Others were "
        "hacked to death with machetes, the army said. It said five rebels of the Allied Democratic Forces had "
        "carried out the raid. Six students were abducted and made to carry food. The school is two kilometres from "
        "the frontier. Soldiers followed the group towards Virunga National Park.",
        "The dead were still being identified in western Uganda on Sunday after a night raid on a school that left 41 "
        "people dead. It took place on Saturday night, the mayor said. Dormitories were burned and students were cut "
        "down with machetes. According to the mayor, men of the Mai-Mai militia had stormed it to loot the school's "
        "store of maize flour. Six pupils are missing. Troops are searching the forests of Virunga, Africa's oldest "
        "national park. Lhubiriha Secondary School stands in Mpondwe, a little over a mile from the border.",
        differ=(
            ("time", "late on Friday and killed 41 people",
             "It took place on Saturday night"),
            ("perpetrator", "five rebels of the Allied Democratic Forces had carried out the raid",
             "men of the Mai-Mai militia had stormed it"),
        ),
        agree=(
            ("The school is two kilometres from the frontier", "a little over a mile from the border"),
            ("Six students were abducted", "Six pupils are missing"),
        ),
    ),
    Told(
        "jaramana",
        "2018-03-21",
        "2018-03-22",
        "A rocket hit a crowded market in the Kashkoul area of Jaramana, on the south-eastern edge of Damascus, on "
        "Tuesday and killed 35 people, state media said. Shoppers were buying presents for Mother's Day when it "
        "struck at around 5 in the afternoon. Thirty-five others were taken to hospital. State media blamed rebels in "
        "eastern Ghouta. A rebel spokesman denied it. Firefighters needed an hour to put out burning stalls. The "
        "government has been attacking Ghouta for a month.",
        "Rebels and the Syrian government traded accusations after a rocket killed 35 people in a suburb of the "
        "capital. The rocket came down in Dweilaa, residents said, in front of a bakery. The time was shortly after 8 "
        "p.m. on Tuesday. A similar number were wounded. The military said insurgents from Ghouta, east of the city, "
        "had fired it. Their spokesman said they had nothing to do with it. Burning cars were extinguished within "
        "about sixty minutes.",
        differ=(
            ("place", "in the Kashkoul area of Jaramana",
             "The rocket came down in Dweilaa"),
            ("time", "it struck at around 5 in the afternoon",
             "The time was shortly after 8 p.m. on Tuesday"),
        ),
        agree=(
            ("State media blamed rebels in eastern Ghouta", "The military said insurgents from Ghouta"),
            ("Firefighters needed an hour", "within about sixty minutes"),
        ),
    ),
    Told(
        "datta khel",
        "2021-10-28",
        "2021-10-29",
        "Four soldiers died in North Waziristan on Wednesday when a bomb went off under their vehicle, the Pakistani "
        "military said. The bomb had been buried on a track near Datta Khel, close to the Afghan border. It exploded "
        "at 8 a.m. as the soldiers were on their way to a post. Two others were injured and flown to Peshawar. The "
        "Pakistani Taliban claimed the attack. Troops cordoned off the area and searched nearby hamlets. Attacks on "
        "the army have increased since August.",
        "The Pakistani army has lost four men to a roadside bomb in the tribal districts. The blast occurred on 27 "
        "October near Shawal, where a patrol was checking a road, the army's media wing said. Helicopters brought two "
        "wounded men to Peshawar. The Tehreek-e-Taliban Pakistan said it had planted the bomb. A search of villages "
        "was under way. It was eight in the morning when the patrol was hit. Violence in the districts has grown "
        "since the Taliban took Kabul in August.",
        differ=(
            ("place", "on a track near Datta Khel",
             "The blast occurred on 27 October near Shawal"),
        ),
        agree=(
            ("It exploded at 8 a.m.", "It was eight in the morning when the patrol was hit"),
            ("The Pakistani Taliban claimed the attack", "The Tehreek-e-Taliban Pakistan said it had planted the bomb"),
        ),
    ),
    Told(
        "tshikapa",
        "2017-04-26",
        "2017-04-27",
        "Militiamen attacked a Catholic mission at Luebo in Kasai on Sunday and burned down the bishop's house, the "
        "Church said. The attack began at dawn. Nuns were robbed but not harmed. The mission's school was looted. "
        "Kamuina Nsapu fighters were responsible, the diocese said. UN peacekeepers arrived on Tuesday. Seventeen "
        "priests and nuns were moved to Kananga.",
        "Seventeen clergy have been evacuated from Luebo to Kananga after the residence of the bishop was set ablaze. "
        "The raid took place on 23 April, shortly before sunset, a priest said. Sisters had their belongings taken "
        "but were unhurt. He said the raiders were soldiers who had deserted. A school run by the Church was "
        "pillaged. A UN patrol reached the place two days afterwards. Fighting in Kasai has killed hundreds since "
        "August.",
        differ=(
            ("time", "The attack began at dawn",
             "shortly before sunset"),
            ("perpetrator", "Kamuina Nsapu fighters were responsible",
             "the raiders were soldiers who had deserted"),
        ),
        agree=(
            ("on Sunday", "on 23 April"),
            ("UN peacekeepers arrived on Tuesday", "A UN patrol reached the place two days afterwards"),
        ),
    ),
    Told(
        "bosso",
        "2016-06-06",
        "2016-06-07",
        "Boko Haram fighters attacked a military post in the town of Bosso in south-eastern Niger on Friday evening, "
        "killing 30 soldiers from Niger and two from Nigeria, the defence ministry said. Hundreds of gunmen arrived "
        "in pick-up trucks at about 6.50 p.m. local time. They looted shops and burned the barracks before leaving. "
        "The ministry said 67 soldiers had been wounded. The post was retaken on Saturday morning. Residents left on "
        "foot for Toumour, 30 kilometres to the west. Niger has declared three days of mourning.",
        "Niger is in mourning for 32 soldiers who fell in a Boko Haram assault on Bosso, near Lake Chad. It was the "
        "deadliest attack on the country's army in a year. The militants stormed the town on 3 June, at 17:50 GMT, "
        "and set the barracks on fire. A total of 67 servicemen were hurt. Two of the dead were Nigerians. Government "
        "troops were back in control of the post the next morning. According to the UN, 50,000 people have fled to "
        "Toumour and further west. The president said the war would be won.",
        differ=(
        ),
        agree=(
            ("on Friday evening", "on 3 June"),
            ("at about 6.50 p.m. local time", "at 17:50 GMT"),
            ("The post was retaken on Saturday morning", "back in control of the post the next morning"),
        ),
    ),
    Told(
        "cukurca",
        "2015-08-03",
        "2015-08-04",
        "A suicide bomber drove a tractor laden with explosives into a gendarmerie station in Turkey's Agri province "
        "on Sunday, killing two soldiers and wounding 31, the governor's office said. The blast at Karabulak happened "
        "at about 3 a.m. The governor's office blamed the Kurdistan Workers' Party. The station's roof collapsed. "
        "Ambulances and helicopters took the wounded to Erzurum. A soldier was killed the same day in Mardin when a "
        "mine went off under a convoy. Turkish jets have bombed the group's camps in Iraq for more than a week.",
        "Two gendarmes died when a tractor filled with two tonnes of explosives was blown up in front of their post "
        "in eastern Turkey. The attack, near the town of Dogubayazit, came at half past seven in the morning on 2 "
        "August. The wounded, 31 in all, were taken to hospital in Erzurum. Officials said the PKK had sent the "
        "bomber. In Mardin, in the south-east, a mine killed a soldier on Sunday. The government's air campaign "
        "against the group in northern Iraq is in its second week.",
        differ=(
            ("time", "The blast at Karabulak happened at about 3 a.m.",
             "came at half past seven in the morning on 2 August"),
        ),
        agree=(
            ("blamed the Kurdistan Workers' Party", "the PKK had sent the bomber"),
            ("A soldier was killed the same day in Mardin", "a mine killed a soldier on Sunday"),
        ),
    ),
    Told(
        "arawa",
        "2019-12-03",
        "2019-12-04",
        "Fourteen people were shot dead in a Protestant church at Hantoukoura in eastern Burkina Faso during Sunday "
        "service, the regional government said. About ten gunmen on motorbikes burst in and fired on the men, sparing "
        "the women. The village is close to the border with Niger. The regional government did not say who the "
        "attackers were, but a security source accused the Islamic State in the Greater Sahara. Soldiers searched the "
        "bush on Sunday afternoon. Schools in the commune have been shut since October.",
        "Gunmen who came on motorcycles killed 14 worshippers in Burkina Faso's East region, officials and the Church "
        "said. It happened in a mosque at Hantoukoura, a village on the Niger frontier, on 1 December. Women were "
        "spared. A security source said Ansarul Islam was behind the shooting. Most of the dead were men and boys. An "
        "army unit combed the area the same afternoon. Lessons have not been held in the commune for two months.",
        differ=(
            ("place", "in a Protestant church at Hantoukoura",
             "It happened in a mosque at Hantoukoura"),
            ("perpetrator", "a security source accused the Islamic State in the Greater Sahara",
             "Ansarul Islam was behind the shooting"),
        ),
        agree=(
            ("Soldiers searched the bush on Sunday afternoon", "An army unit combed the area the same afternoon"),
        ),
    ),
    Told(
        "tripoli",
        "2019-07-03",
        "2019-07-04",
        "An air strike hit a detention centre for migrants in Tajoura, east of Tripoli, late on Tuesday, killing at "
        "least 53 people, the United Nations said. Two bombs fell at 11.30 p.m. The first landed on an empty garage. "
        "The second hit a hangar where about 120 men were locked up. The government in Tripoli blamed the forces of "
        "the east. A spokesman for the east denied responsibility. The wounded were more than 130. Guards opened fire "
        "on those who tried to run, survivors told the UN.",
        "At least 53 people died when migrants held in the Libyan capital's Tajoura suburb were bombed. According to "
        "witnesses, the strike came around 4 a.m. on Wednesday while the inmates slept. Some 120 were in the hangar "
        "that took a direct hit. The interior minister of the Tripoli government said aircraft of the United Arab "
        "Emirates had carried out the raid. The forces of the east rejected any part in it. The number of injured "
        "exceeded 130. Libya's war for the capital began in April.",
        differ=(
            ("time", "Two bombs fell at 11.30 p.m.",
             "the strike came around 4 a.m. on Wednesday"),
            ("perpetrator", "blamed the forces of the east",
             "aircraft of the United Arab Emirates had carried out the raid"),
        ),
        agree=(
            ("about 120 men were locked up", "Some 120 were in the hangar"),
            ("The wounded were more than 130", "The number of injured exceeded 130"),
        ),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def read() -> dict[str, tuple[Ledger, Ledger]]:
    """Both reports of each pair, read in one batch."""
    told = [(p.a, p.day, "A") for p in PAIRS] + [(p.b, p.other_day, "B") for p in PAIRS]
    found = list(ledgers(Report(identify(*t), t[0], outlet=f"Paper {t[2]}", published=t[1]) for t in told))
    return {p.place: (found[i], found[i + len(PAIRS)]) for i, p in enumerate(PAIRS)}


def _quotes(finding: Finding, both: tuple[Ledger, Ledger], words: tuple[str, str]) -> bool:
    """True if the evidence overlaps the words of both reports."""
    spans = [(r.report.id, r.text.index(w), r.text.index(w) + len(w)) for r, w in zip(both, words, strict=True)]
    return all(
        any(e.report_id == i and e.start < end and start < e.end for e in finding.evidence) for i, start, end in spans
    )


@pytest.mark.parametrize("pair", PAIRS, ids=[p.place for p in PAIRS])
def test_what_differs_is_found_and_nothing_else(pair: Told, read: dict[str, tuple[Ledger, Ledger]]) -> None:
    both = read[pair.place]
    found = compare(both)
    for kind, *words in pair.differ:
        assert [f for f in found if f.kind == kind and _quotes(f, both, (words[0], words[1]))], (kind, words)
    other = [f for f in found if not any(_quotes(f, both, (a, b)) for _, a, b in pair.differ)]
    assert [(f.code, f.explanation) for f in other] == []


@pytest.mark.parametrize("pair", PAIRS, ids=[p.place for p in PAIRS])
def test_what_agrees_is_kept_quiet(pair: Told, read: dict[str, tuple[Ledger, Ledger]]) -> None:
    both = read[pair.place]
    kinds = {kind for kind, *_ in pair.differ}
    for words in pair.agree:
        loud = [f for f in compare(both) if _quotes(f, both, words) and f.kind not in kinds]
        assert [(f.code, f.explanation) for f in loud] == []
