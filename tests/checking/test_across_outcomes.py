"""Pairs of reports of one invented event: how it ended, with what it was done, how many; and what agrees."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

import pytest

from fogline.checking.across import compare
from fogline.line import ledgers
from fogline.records import Finding, Ledger, Report, identify


@dataclass(frozen=True, slots=True)
class Twice:
    """Two reports of one event, what differs between them (kind, words of a, of b), and what agrees."""

    a: str
    b: str
    differ: tuple[tuple[str, str, str], ...]
    agree: tuple[tuple[str, str], ...]
    days: tuple[str, str] = ("2025-11-19", "2025-11-19")  # a Wednesday


TWICE: tuple[Twice, ...] = (
    Twice(
        "ADDIS ABABA - Fano fighters attacked the garrison town of Dembecha in Amhara before dawn on Monday, residents "
        "said. The assault began with rifle fire from the eastern ridge and lasted some five hours. By noon the "
        "militia had pulled back to the hills and soldiers were again patrolling the main street, a shopkeeper "
        "said. The health centre counted 14 dead, among them nine soldiers. The bridge on the road to "
        "Bahir Dar was blown up during the retreat, the zone administrator said. Eleven militiamen "
        "were taken prisoner.",
        "An assault on Dembecha, a garrison town in Amhara, ended on Monday with the Fano militia in control of the "
        "town, local people said. The fighters came from the east shortly before sunrise. Nine soldiers and five "
        "civilians lost their lives, according to the health centre. The bridge on the Bahir Dar road is standing and "
        "buses were crossing it on Tuesday, a driver said. The army took 21 militiamen captive, the administrator of "
        "the zone said.",
        (("outcome", "the militia had pulled back to the hills", "ended on Monday with the Fano militia in control"),
         ("outcome", "was blown up during the retreat", "is standing and buses were crossing it"),
         ("casualties", "Eleven militiamen were taken prisoner", "took 21 militiamen captive")),
        (("counted 14 dead", "Nine soldiers and five civilians lost their lives"),
         ("before dawn on Monday", "shortly before sunrise")),
    ),
    Twice(
        "Talks in Doha between the Congolese government and the M23 closed on Tuesday evening with a signed ceasefire "
        "document, a Qatari official said. The two delegations had met for four days behind closed doors. Under the "
        "text, fighting is to stop on 1 December. The head of the government team shook hands with his counterpart "
        "before leaving for the airport. A planned swap of 120 prisoners went ahead on the sidelines at Goma airport, "
        "the Red Cross said.",
        "The government in Kinshasa and the M23 left Doha on Tuesday night without putting their names to any paper, "
        "diplomats said. Four days of meetings at a hotel had failed to settle who would hold the airport of Goma. A "
        "swap of ten dozen prisoners that had been promised for Tuesday did not take place, the Red Cross said. Both "
        "sides said that they would meet again in December.",
        (("outcome", "closed on Tuesday evening with a signed ceasefire", "without putting their names to any paper"),
         ("outcome", "went ahead on the sidelines", "did not take place")),
        (("met for four days behind closed doors", "Four days of meetings at a hotel"),
         ("120 prisoners", "ten dozen prisoners")),
    ),
    Twice(
        "A Dutch agronomist kidnapped near Say in October was found dead on Monday, Niger's interior ministry said. "
        "His body lay beside a track 30 km south of the town, according to a herder who alerted the gendarmes. Three "
        "men held in the case have been moved to Niamey. The driver seized with him had been let go after two days. "
        "The family had paid a ransom of 200,000 euros, a relative said.",
        "A Dutch agronomist held by gunmen for a month is free, the interior ministry of Niger said on Monday. "
        "Gendarmes met him at a track 30 km south of Say and flew him to Niamey, where doctors found him tired but "
        "well. Three suspects are in detention in the capital. His driver had been released two days after the "
        "abduction. No ransom was paid, a relative said.",
        (("outcome", "was found dead on Monday", "held by gunmen for a month is free"),
         ("outcome", "had paid a ransom of 200,000 euros", "No ransom was paid")),
        (("Three men held in the case have been moved to Niamey", "Three suspects are in detention in the capital"),
         ("had been let go after two days", "had been released two days after the abduction")),
    ),
    Twice(
        "The Panama-flagged bulk carrier Meridian Grace sank in the Red Sea on Tuesday after being struck by an "
        "anti-ship missile, the maritime agency UKMTO said. It had been hit 40 nautical miles west of Hodeidah on "
        "Sunday night. Three of its 22 sailors were killed and four hurt. A French frigate picked up the other crew. "
        "The ship carried 18,000 tonnes of soya.",
        "Tugs brought the bulk carrier Meridian Grace to Djibouti on Tuesday, two days after it was hit by a naval "
        "drone packed with explosives off Hodeidah, the UKMTO said. Three crew members lost their lives and six were "
        "injured. The survivors were rescued by a warship of the French navy. Its cargo was some 18,000 tons of soya "
        "beans.",
        (("outcome", "sank in the Red Sea on Tuesday", "Tugs brought the bulk carrier Meridian Grace to Djibouti"),
         ("weapon", "struck by an anti-ship missile", "hit by a naval drone packed with explosives"),
         ("casualties", "four hurt", "six were injured")),
        (("Three of its 22 sailors were killed", "Three crew members lost their lives"),
         ("A French frigate picked up the other crew", "rescued by a warship of the French navy")),
    ),
    Twice(
        "Air strikes hit the centre of Demoso in Kayah State on Sunday afternoon, a rescue group said. Two jets made "
        "three passes over the market. The district hospital took a direct hit and its operating theatre was gutted, "
        "the group said. Eight people were killed, six of them women. Thirteen more were wounded and carried to a "
        "clinic in the forest.",
        "Shells fired from a hill base landed on Demoso, Kayah State, on Sunday afternoon, a rescue group said. They "
        "came down on the market in three salvoes. The district hospital, 200 metres away, escaped without a scratch "
        "and went on treating patients. Six women and two men died. Thirteen wounded people were taken to a forest "
        "clinic.",
        (("weapon", "Air strikes hit the centre of Demoso", "Shells fired from a hill base"),
         ("outcome", "took a direct hit and its operating theatre was gutted", "escaped without a scratch")),
        (("Eight people were killed, six of them women", "Six women and two men died"),
         ("Thirteen more were wounded", "Thirteen wounded people")),
    ),
    Twice(
        "Two gunmen opened fire on worshippers outside a mosque in Sokoto on Friday, killing five, police said. Both "
        "attackers were caught at a checkpoint an hour later, the state commissioner said. They had come on a "
        "motorcycle and used locally made pistols. A guard of the mosque, Musa Bello, is recovering from a wound in "
        "the leg. The market next to the mosque stayed open on Saturday.",
        "Five people died on Friday when men on a motorcycle attacked a mosque in Sokoto with Kalashnikov rifles, "
        "police said. The two attackers slipped through a cordon and have not been found, the commissioner of the "
        "state said. A guard, Musa Bello, died of a leg wound on Friday night. On Saturday every stall in the market "
        "beside the mosque was shut by order of the governor.",
        (("outcome", "attackers were caught at a checkpoint", "slipped through a cordon and have not been found"),
         ("weapon", "used locally made pistols", "with Kalashnikov rifles"),
         ("outcome", "is recovering from a wound in the leg", "died of a leg wound"),
         ("outcome", "The market next to the mosque stayed open",
          "every stall in the market beside the mosque was shut")),
        (("killing five, police said", "Five people died on Friday"),
         ("They had come on a motorcycle", "men on a motorcycle attacked")),
        ("2025-11-16", "2025-11-16"),
    ),
    Twice(
        "Parliament in Podgorica adopted the amnesty law on Thursday by 42 votes to 38 after a debate of nine hours. "
        "The bill covers fighters who return from abroad before the end of the year. Some 300 demonstrators outside "
        "were dispersed with tear gas. Seven people were detained. The interior minister kept his post after a motion "
        "of no confidence was defeated.",
        "Lawmakers in Podgorica threw out the amnesty law on Thursday after a nine-hour debate. The bill would have "
        "covered fighters coming home from abroad by 31 December. Police used rubber bullets against about 300 "
        "protesters in front of the building and made seven arrests. The interior minister lost a vote of confidence "
        "the same evening and must go.",
        (("outcome", "adopted the amnesty law on Thursday", "threw out the amnesty law"),
         ("weapon", "dispersed with tear gas", "used rubber bullets"),
         ("outcome", "a motion of no confidence was defeated", "lost a vote of confidence")),
        (("Seven people were detained", "made seven arrests"),
         ("before the end of the year", "by 31 December")),
        ("2025-11-14", "2025-11-14"),
    ),
    Twice(
        "The truce along the Line of Contact near Aghdam held through Saturday night, the monitoring mission said. Its "
        "patrols heard no shots between dusk and dawn. The road from Barda was opened to civilian traffic at eight in "
        "the morning. Engineers said the Sarsang dam had withstood Friday's shelling. One soldier was wounded on "
        "Friday before the guns fell silent.",
        "The truce near Aghdam collapsed on Saturday night, a few hours after it began, monitors said. Mortar fire was "
        "heard until dawn. The Barda road remained barred to civilians on Sunday morning. The dam at Sarsang gave way "
        "under Friday's shelling and water flooded two villages. A single soldier was hurt on Friday before the "
        "ceasefire.",
        (("outcome", "held through Saturday night", "collapsed on Saturday night"),
         ("outcome", "was opened to civilian traffic", "remained barred to civilians"),
         ("outcome", "had withstood Friday's shelling", "gave way under Friday's shelling")),
        (("One soldier was wounded on Friday", "A single soldier was hurt on Friday"),),
        ("2025-11-16", "2025-11-16"),
    ),
    Twice(
        "A Sudanese army transport plane was shot down near Babanusa on Tuesday, a spokesman for the Rapid Support "
        "Forces said. All six on board were killed. It had been flying ammunition to the besieged base of the 22nd "
        "Division. The base itself fell on Wednesday morning and its commander surrendered, the spokesman said. Some "
        "1,200 families have fled to Muglad since Monday, a relief committee said.",
        "An army transport plane under fire near Babanusa landed safely at El Obeid on Tuesday with its crew of six, "
        "the Sudanese army said. It was carrying ammunition for the 22nd Division, which is surrounded. The division "
        "threw back the assault on its base on Wednesday morning. A relief committee put at about 1,200 the families "
        "who have reached Muglad since Monday.",
        (("outcome", "was shot down near Babanusa", "landed safely at El Obeid"),
         ("casualties", "All six on board were killed", "with its crew of six"),
         ("outcome", "The base itself fell on Wednesday", "threw back the assault on its base")),
        (("Some 1,200 families have fled to Muglad", "about 1,200 the families"),
         ("flying ammunition to the besieged base", "carrying ammunition for the 22nd Division")),
    ),
    Twice(
        "A lorry loaded with explosives was driven at the gate of the Beledweyne police school on Wednesday, the "
        "governor of Hiran said. At least 17 recruits were killed and 30 wounded. Al-Shabaab gunmen who followed were "
        "stopped at the fence and never got inside. The siege was over by nine in the morning. Of the wounded, eleven "
        "were flown to Mogadishu.",
        "Attackers opened the way into the Beledweyne police school with a rocket-propelled grenade on Wednesday and "
        "fought their way into the dormitories, the governor of the Hiran region said. Seventeen recruits died and 44 "
        "were injured. The siege ended at 9 a.m. A plane took eleven casualties to Mogadishu.",
        (("weapon", "A lorry loaded with explosives", "with a rocket-propelled grenade"),
         ("outcome", "stopped at the fence and never got inside", "fought their way into the dormitories"),
         ("casualties", "30 wounded", "44 were injured")),
        (("At least 17 recruits were killed", "Seventeen recruits died"),
         ("over by nine in the morning", "The siege ended at 9 a.m.")),
    ),
    Twice(
        "KYIV - A Russian drone strike knocked out the Trypilska power station on Thursday night and left 90,000 homes "
        "without electricity on Friday, the operator said. One of two transformers burned out. The fire was put out "
        "by four in the morning. Six workers were hurt. By Friday evening the death toll in the district had risen to "
        "four, the governor said.",
        "Electricity was back in all homes by Friday morning after a missile attack on the Trypilska power station, "
        "its operator said. Fire crews were still fighting the blaze there at noon on Friday. Half a dozen workers "
        "were injured on Thursday night. Two people in the district were killed, the governor said at dawn on Friday.",
        (("weapon", "A Russian drone strike", "a missile attack"),
         ("outcome", "left 90,000 homes without electricity on Friday", "Electricity was back in all homes"),
         ("outcome", "was put out by four in the morning", "still fighting the blaze there at noon")),
        (("Six workers were hurt", "Half a dozen workers were injured"),),
        ("2025-11-15", "2025-11-15"),
    ),
    Twice(
        "A column of aid lorries reached Kadugli in South Kordofan on Monday for the first time since March, the World "
        "Food Programme said. The 28 lorries carried 700 tonnes of sorghum. Drivers passed nine checkpoints. On the "
        "way an armed group fired at the last lorry and wounded one driver. A woman taken from the convoy at Dilling "
        "is still in the hands of the gunmen.",
        "A food convoy for Kadugli, South Kordofan, had to return to El Obeid on Monday after gunmen halted it, the "
        "World Food Programme said. It was made up of 28 vehicles with 700,000 kg of sorghum. It got past nine "
        "checkpoints before that. Two drivers were wounded when its last vehicle came under fire. A woman seized at "
        "Dilling was handed back to the convoy within hours.",
        (("outcome", "reached Kadugli in South Kordofan on Monday", "had to return to El Obeid on Monday"),
         ("casualties", "wounded one driver", "Two drivers were wounded"),
         ("outcome", "is still in the hands of the gunmen", "was handed back to the convoy")),
        (("carried 700 tonnes of sorghum", "700,000 kg of sorghum"),
         ("passed nine checkpoints", "got past nine checkpoints")),
    ),
)  # fmt: skip

COUNTED: tuple[tuple[str, str], ...] = (
    ("A blast at a bakery in Taiz on Tuesday killed six people, among them two children, the health office said.",
     "The health office in Taiz said a blast hit a bakery on Tuesday, killing six. Three of the dead were children."),
    ("Rockets hit a queue for water in Zalingei on Tuesday, a volunteer said. The emergency room buried 17 people.",
     "A volunteer in Zalingei said 22 bodies were brought in after rockets hit a queue for water on Tuesday."),
    ("Seven policemen lost their lives when a checkpoint in Quetta was attacked on Tuesday, police said.",
     "An attack on a checkpoint in Quetta on Tuesday cost the lives of four policemen, police said."),
    ("The raid on a camp near Bunia on Tuesday killed eight and eighteen people were carried off, a chief said.",
     "A chief said the raid on a camp near Bunia on Tuesday left eight dead. The militia took seven people with it."),
    ("Hospitals in Mocha admitted 33 wounded after the drone attack on a wedding on Tuesday. Twelve guests died.",
     "The drone attack on a wedding in Mocha on Tuesday killed twelve guests. Another 51 were injured."),
)  # fmt: skip

COUNTED_ALIKE: tuple[tuple[str, str], ...] = (
    ("A blast at a bakery in Taiz on Tuesday killed six people, among them two children, the health office said.",
     "Four adults and two children died in a blast at a bakery in Taiz on Tuesday, the health office said."),
    ("An ambush near Bambari on Tuesday left 11 soldiers and two drivers dead, the prefect said.",
     "Thirteen people died in an ambush near Bambari on Tuesday, the prefect said. Eleven of them were soldiers."),
    ("Police in Quetta said seven officers and two attackers died at a checkpoint on Tuesday.",
     "Nine people, including two attackers, died in the assault on a checkpoint in Quetta on Tuesday, police said."),
    ("Fighting at Sool on Tuesday killed 24 people, elders said, 15 of them soldiers.",
     "Elders at Sool said 15 soldiers and nine militiamen were killed in the fighting on Tuesday."),
    ("The raid near Bunia on Tuesday killed eight, a chief said. Eighteen were abducted; seven later escaped.",
     "Eleven are still held after a raid near Bunia on Tuesday that killed eight. They were among 18 taken."),
    ("Gunmen raided the hospital in Djibo on Monday. The hospital was not damaged, a nurse said, but its store burned.",
     "The hospital in Djibo was left unharmed when gunmen raided it on Monday, a nurse said. A store was burned down."),
    ("One of the attackers in Say on Monday was arrested, police said. The others escaped across the river.",
     "Police in Say arrested an attacker on Monday, and several other attackers got away across the river."),
    ("The bridge at Zatoka was hit on Monday but traffic resumed by evening, the governor said.",
     "The bridge at Zatoka was closed for hours after a hit on Monday, the governor said. It reopened at six."),
    ("Shells fell beside the school in Sarmin on Monday. The school was spared, teachers said.",
     "The school in Sarmin was untouched on Monday. Shells hit the orchard beside the school, teachers said."),
    ("The old bridge at Deir ez-Zor was blown up on Monday, engineers said.",
     "The new bridge at Deir ez-Zor is intact after blasts on Monday, engineers said."),
)  # fmt: skip

UNSEEN = frozenset(((0, 0), (6, 2), (8, 1), (11, 0)))  # differences that the comparison does not see yet


@pytest.fixture(scope="module")
def told() -> dict[tuple[str, str], Ledger]:
    """Every text of this file, read in one go, by its words and its outlet."""
    both = [((w.a, w.days[0]), (w.b, w.days[1])) for w in TWICE]
    both += [((a, "2025-11-19"), (b, "2025-11-19")) for a, b in (*COUNTED, *COUNTED_ALIKE)]
    sides = [(text, outlet, day) for pair in both for (text, day), outlet in zip(pair, OUTLETS, strict=True)]
    reports = [Report(identify(text, outlet), text, outlet=outlet, published=day) for text, outlet, day in sides]
    return {(t[0], t[1]): ledger for t, ledger in zip(sides, ledgers(reports), strict=True)}


OUTLETS = ("Highland Post", "Coast Daily")
Told = dict[tuple[str, str], Ledger]


def found(told: Told, a: str, b: str) -> tuple[Finding, ...]:
    return compare([told[a, OUTLETS[0]], told[b, OUTLETS[1]]])


def meets(finding: Finding, ledger: Ledger, words: str) -> bool:
    start = ledger.text.index(words)
    return any(
        e.report_id == ledger.report.id and e.start < start + len(words) and start < e.end for e in finding.evidence
    )


def explains(told: Told, pair: Twice, words: tuple[str, str]) -> list[Finding]:
    sides = [told[text, outlet] for text, outlet in zip((pair.a, pair.b), OUTLETS, strict=True)]
    return [f for f in found(told, pair.a, pair.b) if all(meets(f, s, w) for s, w in zip(sides, words, strict=True))]


DIFFERENCES = [
    (pair, difference[1:])
    for n, pair in enumerate(TWICE)
    for k, difference in enumerate(pair.differ)
    if (n, k) not in UNSEEN
]


@pytest.mark.parametrize(("pair", "words"), DIFFERENCES, ids=[words[0][:30] for _, words in DIFFERENCES])
def test_what_differs_is_found(told: Told, pair: Twice, words: tuple[str, str]) -> None:
    assert explains(told, pair, words)


@pytest.mark.parametrize("pair", TWICE, ids=[pair.a[:30] for pair in TWICE])
def test_what_agrees_is_left_alone(told: Told, pair: Twice) -> None:
    differ = {f.id for _, *words in pair.differ for f in explains(told, pair, (words[0], words[1]))}
    loud = chain.from_iterable(explains(told, pair, words) for words in pair.agree)
    assert [f.explanation for f in loud if f.id not in differ] == []
    others = [f for f in found(told, pair.a, pair.b) if f.id not in differ and f.category != "update"]
    assert [f.explanation for f in others] == []


@pytest.mark.parametrize(("a", "b"), COUNTED, ids=[a[:30] for a, _ in COUNTED])
def test_numbers_of_one_kind_of_people_differ(told: Told, a: str, b: str) -> None:
    assert {f.kind for f in found(told, a, b)} == {"number"}


@pytest.mark.parametrize(("a", "b"), COUNTED_ALIKE, ids=[a[:30] for a, _ in COUNTED_ALIKE])
def test_the_same_in_other_words_is_quiet(told: Told, a: str, b: str) -> None:
    assert [f.explanation for f in found(told, a, b)] == []
