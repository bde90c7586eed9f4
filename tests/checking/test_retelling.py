"""Invented incidents told twice with one slot changed, posts with two heads, papers with two hands; and look-alikes."""

# ruff: noqa: E501  (one passage is one line)

from __future__ import annotations

import pytest

from fogline.line import ledgers
from fogline.records import Ledger, Report

FAULTS = {
    "C103 depot": "Warplanes bombed a fuel depot outside Nyala on 4 March, the town council said. Two tanks burned out. Lorries queued for diesel in the following days. The council has asked for foam and hoses since the bombing of the fuel depot on 7 March.",
    "C103 bridge": "The army blew up the railway bridge at Bakhmach on Monday night. Trains were turned back. The blowing up of the railway bridge on Wednesday night left two villages cut off.",
    "C103 mayor": "The mayor of Tuluá was shot dead outside his home on 9 April. His guards were asleep. The police have arrested three men. Neighbours have met every evening since the mayor was killed on 12 April.",
    "C106 clinic": "Fighters looted the clinic in Barsalogho on Tuesday. The nurses hid. Drugs for a month were lost. The clinic in Djibo, where the looting took place, serves six villages.",
    "C106 market": "Two shells fell on the market of Tawila on Saturday, killing four traders. Stalls burned. The army's shelling of the market in Kutum was condemned by the union of traders.",
    "C106 camp": "Gunmen attacked the camp for displaced people at Roe on Sunday night. Tents were burned. Those who attacked the camp at Drodro came on foot, the camp's chairman said.",
    "C107 warehouse": "A cruise missile struck a grain warehouse in Izmail overnight. Firemen worked until noon. The drone strike on the grain warehouse also damaged a crane.",
    "C108 checkpoint": "Rebels of the FDLR attacked an army checkpoint at Sake on Monday. Three soldiers were killed. The road was shut until noon. The army sent more men after the M23's attack on the checkpoint at Sake.",
    "C109 strike": "An air strike on a hospital in Hajjah on Monday killed seven people, the health ministry said. The wounded were taken to Sanaa. A ministry spokesman said that Monday's air strike hit a school in Hajjah and that seven people were killed.",
    "C109 drone": "A drone struck a petrol station in Belgorod early on Sunday. A fire broke out. Nobody was hurt. The drone that struck the railway station was shot at by soldiers.",
    "C131 police": "Commissioner Musa Bello, the police chief of Zamfara, said that the road was safe. Patrols had been doubled. Markets opened. The police chief of Zamfara, Commissioner Sani Idris, asked residents to stay in at night.",
    "C131 head": "The head of the district administration, Olena Tkach, said that the water was back. Pumps run at night. Petro Hrytsenko, who heads the district administration, thanked the engineers.",
    "C131 mayor": "The mayor of Goma, Jean Kabila Mbusa, visited the wounded on Friday. He brought rice. Beds are short. Mayor Albert Ndaki of Goma said that more doctors were on their way.",
    "C131 director": "The hospital's director, Dr Amal Saleh, said that forty people had been brought in. Wards were full. Dr Huda Nasser, director of the hospital, asked for blood.",
    "C132 before": "Salma Idris became governor of Kassala on 14 August 2024. She is a lawyer. The curfew was imposed on 2 July 2024 by Salma Idris in her capacity as governor of Kassala.",
    "C103 church": "Militiamen burned the church at Komanda on 27 July, the parish said. The choir was at prayer. Families sleep in the yard of the clinic. The priest has held Mass in a tent since the burning of the church on 30 July.",
    "C103 raid": "Soldiers raided the printing house in Yei on 2 May. Paper was taken away. The owner has been in hiding since the raid of 5 May on the printing house.",
    "C106 church": "A bomb exploded in a church in Jolo on Sunday. Windows broke. Police guarded the church in Cotabato, where the bomb exploded.",
    "C107 ferry": "A torpedo sank the patrol boat off Feodosia on Monday, the navy said. Two men drowned. The navy said that the missile which sank the patrol boat came from the shore.",
    "C107 market": "Barrel bombs fell on the vegetable market in Saraqib on Monday. Stalls burned. The mortar attack on the vegetable market killed a boy.",
    "C108 village": "The Arakan Army attacked a police post at Ann on Tuesday. Six officers fled. The Kachin Independence Army, which attacked the police post at Ann, took eight rifles.",
    "C109 a day of one strike": "A drone strike on Monday hit a bakery in El Fasher. Flour burned. The volunteers counted seven wounded after Monday's drone strike on the mosque.",
    "C110 list": "The list of the missing was compiled by the Red Cross. It has 90 names. The list, which the army's northern command drew up, hangs at the gate.",
    "C110 warning": "A warning was signed by the Guardia column. Shops closed. The warning bore the signature of the Esperanza column.",
    "C131 prefect": "The prefect of Ouham, Denis Mbaka, opened the school. Rice was handed out. Prefect Jules Yando of Ouham thanked the donors.",
    "C131 chair": "Salwa Haddad, who chairs the traders' union, said prices had doubled. Sugar is scarce. The chairman of the traders' union, Omar Fares, asked for calm.",
    "C131 bishop": "The commander of the Kivu garrison, Colonel Jean Ilunga, visited the camp. He brought tents. Colonel Paul Kitenge, commander of the Kivu garrison, said that patrols had begun.",
}

CLEAN = {
    "two depots": "Warplanes bombed a fuel depot outside Nyala on 4 March. On 7 March they bombed a second fuel depot, at Kas. The bombing of the depot at Kas killed two guards.",
    "clock": "Thursday's missile strike on the flats killed five. The missile hit the flats at 4.15 a.m. local time. Rescuers worked through Friday.",
    "said since": "A shop burned down in Jos on Monday. On Wednesday the owner spoke of the fire. Firemen were called again on Wednesday to the shop. Since the fire on Monday it has been shut.",
    "chief and former": "Commissioner Musa Bello, the police chief of Zamfara, said that the road was safe. His predecessor, Commissioner Sani Idris, the former police chief of Zamfara, now teaches.",
    "two chiefs": "The police chief of Zamfara, Musa Bello, met the police chief of Sokoto, Sani Idris. The two will share cars.",
    "deputy": "The mayor of Goma, Jean Kabila Mbusa, is in Kinshasa. The deputy mayor of Goma, Albert Ndaki, opened the bridge. Acting mayor Rose Amisi spoke.",
    "spokesmen": "A spokesman for the regional police, Idris Musa, said that two were held. Regional police spokeswoman Amina Bala gave their ages.",
    "two heads": "The head of the district administration, Olena Tkach, said the water was back. The head of the regional administration, Petro Hrytsenko, thanked her.",
    "market again": "Shells fell on the market of Tawila on Saturday. The market was shelled again on Monday. Monday's shelling of the market killed two.",
    "attackers": "Gunmen attacked the camp at Roe on Sunday. The army said on Monday that the attack on the camp was over. On Tuesday gunmen attacked a church at Drodro. Those who attacked the church came on foot.",
    "drone and missile": "A drone hit a minibus on the Kherson road on Tuesday. A mortar shell hit an ambulance that came to help. The minibus burned.",
    "hospital and school": "An air strike on a hospital in Hajjah on Monday killed seven. A day later an air strike hit a school in Hajjah and killed two. The two air strikes were condemned.",
    "blamed": "The army blamed the FDLR for the attack on the checkpoint at Sake. The FDLR said the M23 had attacked the checkpoint at Sake.",
    "order and letter": "The order was signed by the commander of the zone. A letter that came with it was signed by the governor. The order was read out by the mayor.",
    "statement joint": "A joint statement was signed by the union of teachers. The statement was also signed by the union of nurses.",
    "report drafts": "The report was drafted by the audit office. The report was published by the chamber of commerce. It was sent to the ministry.",
    "parts of town": "A missile hit the railway station in Sloviansk on Monday. The strike on the station came hours after a missile hit a market in Kramatorsk. The market in Kramatorsk was empty.",
    "anniversary": "A bomb exploded in the town hall of Nisa on 3 May. People lit candles on 3 June, a month after the bombing of the town hall. The court will hear the case on 9 June.",
    "funeral": "The mayor of Tuluá was shot dead on 9 April. The killed mayor was buried on 12 April. His murder on 9 April had shocked the town.",
    "ministers": "The foreign minister, Anna Lind, spoke first. The foreign minister of Norway, Karl Berg, thanked her. The minister of defence, Ole Dahl, was absent.",
    "successor": "The governor of Kassala, Adam Omer, was dismissed on Monday. The governor of Kassala, Salma Idris, took her oath on Tuesday.",
    "hit both": "A drone struck a petrol station in Belgorod early on Sunday. Another struck a bus stop. The drone that struck the bus stop did not explode.",
    "bodies": "The hospital's director, Dr Amal Saleh, asked for blood. The director of nursing at the hospital, Huda Nasser, said that wards were full. Huda Nasser's brother, director of the blood bank, came too.",
    "camp twice": "Gunmen attacked the camp for displaced people at Drodro on Monday night, killing three, the camp committee said. On 3 June militiamen of another group had entered the camp at Drodro. Since the attack of 3 June the camp has had guards.",
    "days of mourning": "An air raid destroyed the school in Sanam on 4 May, killing nine pupils. The dead were buried on 5 May. The strike on the school was condemned on 6 May by the teachers' union.",
    "army answers": "The RSF shelled the market of Tawila on Tuesday, residents said. The army's shelling of RSF lines near the market went on until evening.",
    "rebels and army claims": "The army said the M23 had attacked the hospital at Sake. The M23 said the army's attack on the hospital at Sake had killed two.",
    "soldiers at checkpoint": "Soldiers shot a driver at the checkpoint in Kaya on Monday. Rebels who attacked the checkpoint in Kaya last month killed two soldiers.",
    "ship": "The tanker was hit by a missile on Friday, its owner said. The tanker was towed to Aden. On Saturday it was hit by a sea drone while at anchor.",
    "two shipments": "A drone boat struck a tanker off Hodeidah at dawn. Hours later a missile hit the tanker. The tanker sank at dusk.",
    "sunday's strikes": "A drone strike on Sunday killed two farmers near Dessie. Sunday's drone strikes also hit a church. A drone strike on the church wounded a priest.",
    "sunday's second": "A drone strike hit a mill in Mankusa on Sunday morning. Sunday evening's drone strike on the school hurt nobody.",
    "a night's shots": "On 9 February shots were fired at a tractor near Nerkin. The tractor was hit again in the shooting at Nerkin on 12 February, when the driver was hurt.",
    "clinic bombed before": "The clinic in Ansar was bombed on 16 October. When it was bombed in September, two nurses died. It had been bombed on 14 September.",
    "yesterday and the day": "A bus overturned near Loja on Tuesday night. The accident, which happened in the early hours of Wednesday, left nine dead.",
    "region": "A missile hit a depot in Odesa region on Monday. Monday's strike on the depot near Izmail set fire to grain.",
    "town and village": "An ambush in Zamfara on Friday killed three policemen. The ambush near Gusau was claimed by nobody.",
    "two mayors": "The mayor of Haifa, Yona Levi, met the mayor of Acre, Samir Odeh. The mayor of Acre, Odeh, asked for shelters.",
    "list": "Among those present were the governor of Idlib, Ahmad Saleh, the mayor of Aleppo, Omar Issa, and the police chief of Hama, Nizar Deeb.",
    "army chiefs": "The army chief of Chad, General Abakar Issa, met the army chief of Niger, General Moussa Sali. The commander of the garrison, Colonel Idriss, was there.",
    "shifts": "Dr Amal Saleh, the director of the hospital in Aden, spoke. Dr Huda Nasser, the director of the hospital in Taiz, agreed.",
    "head of two": "The head of the military administration, Serhii Bondar, said the town held. Oksana Melnyk, who heads the civil administration, said people had left.",
    "translit": "The police chief of Kherson, Oleksandr Tkachenko, spoke. The police chief of Kherson, Aleksandr Tkachenko, said more.",
    "commanders": "The commander of the 3rd brigade, Colonel Ivan Moroz, was wounded. The commander of the 5th brigade, Colonel Petro Hnatiuk, took his place at the bridge.",
    "leaflets": "Leaflets signed by the Jaime front were found in Corinto. A leaflet signed by the Dagoberto front was found in Caloto.",
    "letter answer": "The letter was signed by the mayors of six towns. The letter, which the bishop wrote, was read out in church.",
    "statement by": "A statement by the army said that calm had returned. The statement by the union came later and spoke of looting.",
    "administrator": "Colonel Kasongo took up the office of administrator of Djugu on 2 October 2023. Administrator Albert Mbuyi decreed the curfew on 12 August 2023. Kasongo extended it as administrator of Djugu on 5 October 2023.",
    "radar": "A strike on Saturday hit a radar near Salif, the military said. The strike also destroyed a launcher. A strike on Sunday hit a boat.",
    "since": "A fire broke out at the mill in Elbasan on Monday. Firemen had been on strike since 12 May. The strike of the firemen ends on Friday.",
    "fired": "Police fired at a car on the bridge on Tuesday. The minister who was fired on Thursday had defended the police.",
    "two fires": "A fire destroyed a mosque in Sokoto on 3 April. A fire at a market in Kano on 5 April left 40 without stalls. The fire in Kano began in a kitchen.",
    "raid and raid": "Soldiers raided a house in Jenin on Monday. Monday's raid in Nablus was the third this week.",
}


@pytest.fixture(scope="module")
def read() -> dict[str, Ledger]:
    """Every passage, read in one batch."""
    reports = [
        Report(name, text, outlet="Harbour Wire", published="2025-11-20") for name, text in {**FAULTS, **CLEAN}.items()
    ]
    return {made.report.id: made for made in ledgers(reports)}


@pytest.mark.parametrize("name", FAULTS)
def test_a_slot_told_two_ways_is_found(read: dict[str, Ledger], name: str) -> None:
    found = [f for f in read[name].findings if f.category == "contradiction"]
    assert [f.code for f in found] == [name.split(maxsplit=1)[0]]
    assert {e.side for e in found[0].evidence} >= {"A", "B"}


@pytest.mark.parametrize("name", CLEAN)
def test_two_happenings_posts_or_papers_stay_clean(read: dict[str, Ledger], name: str) -> None:
    assert [f.explanation for f in read[name].findings if f.category == "contradiction"] == []
