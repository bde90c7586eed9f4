"""Sides that stand elsewhere than beside their verb, and acts that name no event: one row a kind."""

from __future__ import annotations

import pytest

import fogline
from tests.coding.test_events import Coded, coded

# text; type and mode of an event; its actors; its recipients ("" where none is named)
SIDES = """
Nine people were killed or injured in strikes carried out by the Syrian army. | ASSAULT | Syrian army | Nine people
He was killed in a raid conducted by the Polish army on 4 May 2020. | ASSAULT | Polish army |
Ten guards died in an attack claimed by Boko Haram. | ASSAULT | Boko Haram | Ten guards
The attack was claimed by the Islamic State. | ASSAULT | Islamic State |
The murder of three nurses by gunmen shocked Beni. | ASSAULT | gunmen | three nurses
The town suffered shelling and airstrikes by the army. | ASSAULT/heavy-weapons | army | town
The village came under shelling by the Sudanese army. | ASSAULT/heavy-weapons | Sudanese army | village
The patrol took heavy fire from gunmen on the ridge. | ASSAULT/firearms | gunmen | patrol
The base received mortar fire from militants. | ASSAULT/heavy-weapons | militants | base
Soldiers blocked the road to the airport. | COERCE/restrict | Soldiers | airport
Farmers blocked the road with tractors. | PROTEST/obstruct | Farmers |
Ukraine suffered a cyberattack by Russian hackers. | COERCE/cyber | Russian hackers | Ukraine
Turkey retaliated with sanctions against Israel. | COERCE/restrict | Turkey | Israel
Ghana answered with a series of cyberattacks on Togo. | COERCE/cyber | Ghana | Togo
French, German and Polish police beat two men. | ASSAULT/beat | French; German; Polish police | two men
Malian and Chadian forces shelled the town. | ASSAULT/heavy-weapons | Malian; Chadian forces | town
The camp has endured months of bombardment by militants. | ASSAULT/heavy-weapons | militants | camp
The minister faces charges in Ghana. | ACCUSE/allege | | minister
Near Gao, one strike engaged a rebel unit and destroyed a bunker. | ASSAULT | | rebel unit; bunker
Norway is committed to supporting the Libyan government. | SUPPORT | Norway | Libyan government
Uganda is determined to attack the rebels. | ASSAULT | Uganda | rebels
Kenyan forces liberated the Kenyan town of Mandera. | COERCE/seize | Kenyan forces | Kenyan town of Mandera
Syrian forces recaptured Palmyra from the militants. | COERCE/seize | Syrian forces | Palmyra; militants
The minister met a number of deputies from Tunisia. | CONSULT | minister | deputies
Gunmen murdered hundreds of villagers. | ASSAULT | Gunmen | villagers
Norway provided medical aid to Kenya. | AID | Norway | Kenya
The Danish government gave Kenya 300 tents. | AID | Danish government | Kenya
Norway will provide $40 million in aid to the Syrian opposition. | AID | Norway | Syrian opposition
Belgium announced €5 million in humanitarian aid for Sudan. | AGREE | Belgium | Sudan
The pact was signed between Chad and Niger. | SUPPORT | Chad; Niger | Chad; Niger
An agreement between Kenya and Uganda was signed in Nairobi. | SUPPORT | Kenya; Uganda | Kenya; Uganda
I welcome the agreement between Kenya, led by its minister, and Uganda on oil. | SUPPORT | Kenya; Uganda | Kenya; Uganda
Talks took place between Iran and Oman. | CONSULT | Iran; Oman | Iran; Oman
The ministry accused the US-led coalition of killing nine nurses in Mosul. | ASSAULT | US-led coalition | nine nurses
IS fighters killed nine nurses. | ASSAULT | IS fighters | nine nurses
The army retook the town from the rebels on Monday. | COERCE/seize | army | town; rebels
Syrian forces recaptured Palmyra from IS. | COERCE/seize | Syrian forces | Palmyra; IS
India and France conducted joint naval drills. | COOPERATE | India; France | India; France
The liberation of Fallujah by Iraqi forces took three weeks. | COERCE/seize | Iraqi forces | Fallujah
The army warned Turkey of the repercussions. | THREATEN | army | Turkey
Ninety Polish soldiers departed for a deployment in Iraq. | MOBILIZE/troops | Ninety Polish soldiers |
Keita's murder was condemned by France. | ASSAULT | | Keita
Chad's use of rockets against rebel camps angered Mali. | ASSAULT | Chad | rebel camps
The firing of two rockets at Haifa by Hezbollah was condemned. | ASSAULT/heavy-weapons | Hezbollah | Haifa
Ministers from Ghana met the U.S. and Royal Navy. | CONSULT | Ministers | U.S.; Royal Navy
The army destroyed a bunker, a mill, two trucks and a bridge. | ASSAULT | army | bunker; mill; two trucks; bridge
The rebel leader was taken prisoner by the army. | COERCE/arrest | army | rebel leader
The army advanced towards Palmyra. | ASSAULT | army | Palmyra
The European Union listed six Syrian companies. | SANCTION | European Union | six Syrian companies
The president of Ghana flew to Togo on Monday. | CONSULT/visit | president of Ghana | Togo
The regime used chlorine gas in the town. | ASSAULT/unconventional | regime |
Six people were killed in a car bomb blast in Baghdad. | ASSAULT/explosives | | Six people
A suicide bomber struck a mosque in Kano. | ASSAULT/suicide-attack | suicide bomber | mosque
Militants bombed a market in Maiduguri. | ASSAULT/explosives | Militants | market
Saudi warplanes bombed Sanaa. | ASSAULT/aerial | Saudi warplanes | Sanaa
Nine men were arrested and beaten by the coast guard. | COERCE/arrest | coast guard | Nine men
The commander was captured near Diffa by Nigerien troops. | COERCE/arrest | Nigerien troops | commander
Two men died when their vehicle struck a mine laid by insurgents. | ASSAULT | insurgents | their vehicle
Rwanda and Burundi reached a deal on refugees. | SUPPORT | Rwanda; Burundi | Rwanda; Burundi
The city has been under siege by the army since March. | COERCE/restrict | army | city
Kenya deployed 300 police officers to Haiti. | MOBILIZE/police | Kenya | Haiti
Three hundred police officers were deployed to Haiti. | MOBILIZE/police | Three hundred police officers | Haiti
The last French troops left Niger on Friday. | RETREAT/withdraw | last French troops | Niger
Security forces opened fire on protesters, killing three. | ASSAULT/firearms | Security forces | protesters
The town fell to the rebels on Sunday. | COERCE/seize | rebels | town
Rebels took control of the town of Jowhar. | COERCE/seize | Rebels | Jowhar
Two Iranian diplomats were expelled from Albania. | SANCTION/expel | Albania | Two Iranian diplomats
Missiles that had been withheld from Chad arrived on Monday. | SANCTION/discontinue | | Chad
The murder of hundreds of people by the militia shocked Kaduna. | ASSAULT | militia | people
The militia targeted mourners inside a funeral tent in Baghdad. | ASSAULT | militia | mourners
Kenya offered condolences to the families and friends of the victims. | SUPPORT | Kenya | families; friends
The minister pressed for Chad to use its influence. | REQUEST | minister | Chad
The minister visited Chad on 4 May and Niger on 6 May. | CONSULT/visit | minister | Chad; Niger
The envoy met a number of deputies and senior officials in Tunis. | CONSULT | envoy | deputies; senior officials
More than 40 nurses - some of them trainees - were killed in Sudan. | ASSAULT | | 40 nurses
Polish forces conducted 12 strikes using bombers against Hamas targets. | ASSAULT | Polish forces | Hamas targets
The strike destroyed three trucks, two bakeries and a crane. | ASSAULT | | three trucks; two bakeries; crane
The army, Kurdish fighters and tribesmen shelled Goma. | ASSAULT | army; Kurdish fighters; tribesmen | Goma
The frigate FS Rance joined the Australian navy task force in March. | COOPERATE | FS Rance | Australian navy task force
The strike was carried out by forces of either Chad or Niger. | ASSAULT | forces of either Chad or Niger |
Australia contributed $3 million to a fund for Syrian refugees. | AID | Australia | Syrian refugees
Denmark gave a grant of $2 million to a project for Iraqi farmers. | AID | Denmark | Iraqi farmers
France donated 40 trucks to Niger. | AID | France | Niger
Senior diplomats head a delegation to Togo. | CONSULT/visit | Senior diplomats | Togo
The UK welcomes the liberation of Sinjar. | COERCE/seize | | Sinjar
The minister raised the matter in a call with his Turkish counterpart. | CONSULT/phone | minister | Turkish counterpart
The minister discussed the crisis with his Egyptian counterpart. | CONSULT | minister | Egyptian counterpart
Iraqi troops were trained by British instructors near Erbil. | AID | British instructors | Iraqi troops
France thanked Niger for its help. | SUPPORT | France | Niger
Soldiers cleared the town of militants. | ASSAULT | Soldiers | town
Militants subjected farmers to enforced disappearance and torture. | ASSAULT | Militants | farmers
The villagers were subjected to shelling by the army. | ASSAULT/heavy-weapons | army | villagers
Despite being captured by Kenyan forces, the commander was released. | COERCE/arrest | Kenyan forces | commander
Rebels abducted and killed nurses in Beni. | ASSAULT/abduct | Rebels | nurses
I have spoken today with the president of Chad. | CONSULT | I | president of Chad
Chad condemned the attacks in Niger today, including one in Diffa claimed by Boko Haram. | ASSAULT | |
Mediators resumed intra-Libyan talks in Tunis. | CONSULT | Mediators |
France, the African Union and Mali condemned the raid. | ACCUSE | France; African Union; Mali |
Police fired rubber bullets at protesters. | ASSAULT/crowd-control | Police | protesters
France pressed Mali to allow aid convoys into the region. | RETREAT/access | Mali | aid convoys
Norway will give $9 million in new assistance to the Syrian opposition. | AID | Norway | Syrian opposition
The rebel leader fled and was shot by the army. | ASSAULT/firearms | army | rebel leader
The governor was sentenced to death and was hanged on 3 May. | ASSAULT | | governor
A meeting of African foreign ministers took place in Rome on Monday. | CONSULT | African foreign ministers |
We urge the government of Sudan to release the prisoners. | REQUEST/yield | We | government of Sudan
"""

NOTHING = """
The town lies within shelling range of the army.
A strike is one or more engagements in the same area.
I swear the hall holds a place in our hearts.
The commission of inquiry on Yemen met on Monday.
They had tried to stop the tower being destroyed.
The barrage on the river stores water for Raqqa.
The shows were hosted by young Kenyans.
Refugees travelled to Turkey.
The general hails from Amarah.
We shot with the gunners for two weeks.
The command is charged with securing the capital.
A boy visits the library every Friday.
The army cleared the village of mines.
Two trucks departed the compound near Homs.
The minister expressed his desire that the service keeps its people.
The ministry is targeting the training with the Iraqis.
The council discussed the problem with the water supply in Homs.
We look forward to the contribution that the frigate will make.
"""


def named(found: Coded, kind: str, mode: str) -> list[tuple[list[str], list[str]]]:
    events = [e for e in found.events if e.type == kind and (not mode or e.mode == mode)]
    return [(found.words(e.actors), found.words(e.recipients)) for e in events]


def bare(words: list[str]) -> list[str]:
    return [w.removeprefix("The ").removeprefix("the ").removeprefix("a ") for w in words]


@pytest.mark.parametrize("row", SIDES.strip().split("\n"))
def test_sides(row: str) -> None:
    text, told, actors, recipients = (part.strip() for part in row.split("|"))
    kind, _, mode = told.partition("/")
    wanted = tuple([w for w in side.split("; ") if w] for side in (actors, recipients))
    found = [(bare(a), bare(r)) for a, r in named(coded(text), kind, mode)]
    assert wanted in found, found


@pytest.mark.parametrize("text", NOTHING.strip().split("\n"))
def test_no_event(text: str) -> None:
    assert not coded(text).events, [e.why for e in coded(text).events]


def test_the_day_on_a_carrying_participle_is_the_acts() -> None:
    event = coded("He was targeted and killed in a raid conducted by the Polish army on 4 May 2020.").one("ASSAULT")
    assert event.time is not None and event.time.value == "2020-05-04"


def test_the_dead_are_never_the_actor() -> None:
    text = "More than 60 civilians were killed and injured in bombings that hit a depot."
    assert all(not e.actors for e in coded(text).events)


def test_who_alleges_does_not_do_it() -> None:
    text = "The Oslo Monitor alleged that they had held men in custody and enforced disappearances in the valley."
    found = coded(text)
    assert all(not any("Oslo" in w for w in found.words(e.actors)) for e in found.events if e.type == "ASSAULT")


@pytest.mark.parametrize(
    ("text", "kind", "entity"),
    [
        ("Norway condemns the attack on the clinic in Gao. We urge the rebels to leave.", "REQUEST", "Norway"),
        ("“We thank Kenya for its help,” Norway said.", "SUPPORT", "Norway"),
    ],
)
def test_we_is_the_body_whose_own_words_came_before(text: str, kind: str, entity: str) -> None:
    ledger = fogline.read(text, facts=())
    event = next(e for e in ledger.events if e.type == kind)
    names = {e.id: e.name for e in ledger.entities}
    assert [names[who.entity or ""] for who in event.actors] == [entity]
    assert [text[who.start : who.end] for who in event.actors] == ["We"]


def test_we_stays_open_where_several_speak_before() -> None:
    text = "Norway and Chad condemn the attack on the clinic in Gao. We urge the rebels to leave."
    event = next(e for e in fogline.read(text, facts=()).events if e.type == "REQUEST")
    assert [who.entity for who in event.actors] == [None]
