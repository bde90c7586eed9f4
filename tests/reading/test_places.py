"""Where: what a name means, how finely, in what role, and which names are no places at all."""

from __future__ import annotations

import re

import pytest

from fogline.models.english import parse
from fogline.reading.places import find_places, resolve_places
from fogline.reading.sentences import sentences
from fogline.records import Entity, Mention, Place, Reading, Report

MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


def marked(line: str) -> tuple[list[Place], list[str]]:
    """The places of a marked line and the expected values, in order."""
    text, spans, expected, last = "", [], [], 0
    for m in MARK.finditer(line):
        text += line[last : m.start()]
        spans.append((len(text), len(text) + len(m[1])))
        text, last = text + m[1], m.end()
        expected.append(m[2])
    return list(resolve_places(text + line[last:], spans)), expected


def found(text: str, so_far: Reading | None = None) -> dict[str, Place]:
    report = Report(id="r", text=text)
    return {
        report.words((p.start, p.end)): p
        for p in find_places(report, parse(text, sentences(text)), so_far or Reading())
    }


def read(text: str) -> tuple[Place, ...]:
    return resolve_places(text)


@pytest.mark.parametrize(
    "line",
    [
        "The mayor of [Paris|US.TX], Texas, opened the bridge.",
        "A storm crossed [Paris|FR.11] after the minister left [London|GB.ENG].",
        "Residents of [Alexandria|US.LA], La., lost power.",
        "Residents of [Alexandria|EG.06] heard shots, the interior ministry in [Cairo|EG.11] said.",
        "Shells fell on [Pokrovsk|UA.05], Donetsk region, and on [Kostiantynivka|UA.05].",
        "The ferry left [London|CA.08], Ontario, for [Port Stanley|CA.08].",
        "Fighting near [El Fasher|SD.55] spread to [Nyala|SD.49], aid groups in Sudan said.",
        "Police in [Tripoli|LY.77] and [Misrata|LY.72] closed the road.",
        "Clashes in [Tripoli|LB.09] followed a march in [Beirut|LB.04].",
        "Sheriff's deputies in [Springfield|US.OH] and [Dayton|US.OH], Ohio, searched a barn.",
    ],
)
def test_the_place_meant(line: str) -> None:
    places, expected = marked(line)
    assert [f"{p.country}.{p.admin1}" for p in places] == expected


@pytest.mark.parametrize(
    "line",
    [
        "Shells fell near [Kharkiv|near].",
        "Shells fell 20 km west of [Kharkiv|near].",
        "Shells fell in [Kharkiv|town].",
        "Shells fell in [Kharkiv region|admin1].",
        "Shells fell in the [Kharkiv|admin1] region.",
        "Shells fell in [eastern Ukraine|region].",
        "Shells fell in eastern [Ukraine|region].",
        "Shells fell across [Ukraine|country].",
        "A frigate sank in the [Black Sea|sea].",
        "A march began in [Rapides Parish|district].",
        "Troops moved through the [Donbas|region].",
        "Shells fell on [Zzyrkovo|unknown].",
        "Shells fell in the [Damascus|near] suburbs.",
        "Shells fell in the [Kursk|region] border area.",
    ],
)
def test_precision_is_what_the_words_say(line: str) -> None:
    places, expected = marked(line)
    assert [p.precision for p in places] == expected


def test_twenty_kilometres_away_is_further_than_near() -> None:
    text = "Shells fell 20 km west of Kharkiv and near Poltava."
    away, near = resolve_places(text, [(26, 33), (43, 50)])
    assert away.radius_km and near.radius_km and away.radius_km >= 20 and near.radius_km > 10


def test_an_unknown_place_stays_unknown_and_keeps_its_turn() -> None:
    places = resolve_places("Zzyrkovo and Odesa", [(13, 18), (0, 8)])
    assert [(p.lat is None, p.precision) for p in places] == [(False, "town"), (True, "unknown")]


def test_an_unknown_village_falls_back_to_the_area_its_sentence_names() -> None:
    (place,) = resolve_places("Shells fell on Zzyrkovo, Kharkiv region, at dawn.", [(15, 23)])
    assert (place.name, place.geonameid, place.precision, place.admin1) == ("Zzyrkovo", None, "admin1", "07")
    assert place.radius_km and place.radius_km > 50 and "not in the gazetteer" in place.candidates[0].why


@pytest.mark.parametrize(("word", "iso"), [("Russian", "RU"), ("Sudanese", "SD"), ("Americans", "US")])
def test_an_adjective_by_decree_is_its_country(word: str, iso: str) -> None:
    (place,) = resolve_places(f"The {word} minister spoke.", [(4, 4 + len(word))])
    assert (place.country, place.precision) == (iso, "country")


@pytest.mark.parametrize(
    "line",
    [
        "[KYIV|dateline] (Harbour Wire) — The council met.",
        "IZMAIL, [Ukraine|dateline], Nov. 20 (Harbour Wire) — The council met.",
        "[ACCRA|dateline], 3 May 2025: The council met.",
        "Grain burned in the Danube port of [Izmail|act].",
        "A guard died in the Syrian town of [Azaz|act].",
        "Shells fell about 3 km from [Izmail|act].",
        "The plan holds should [Uvira|target] be attacked.",
        "A convoy reached [Kosti|act] on Monday.",
        "The column came from [Belgorod|origin].",
        "A strike on [Odesa|target] killed a guard.",
        "Drones hit [Odesa|target] overnight.",
        "A guard died in [Odesa|act].",
        "States with guards in [Iraq|act] include [Canada|mentioned].",
        "A guard died in [Iraq|act] and [Syria|act].",
        "[Aleppo University|affiliation] lecturers signed the letter.",
        "The letter names [Odesa|mentioned].",
        "The base of Samarra, 30 km from [Tikrit|mentioned], is calm.",
        "Soldiers freed [Derna|target], and militants took [Sirte|target], [Ajdabiya|target] and [Zliten|target].",
        "The army regained control of [Tikrit|target] after the fall of [Ramadi|target].",
        "Troops prepared for the [Mosul|target] offensive, and the battle for [Sirte|target] began.",
        "[Misrata|target] and [Zuwara|target] were hit; the market in [Derna|act] was hit too.",
        "The minister visited [Turkey|act] on 4 April and [Uzbekistan|act], and will travel to [Jordan|target].",
        "The army sent 300 men to [Libya|target].",
        "The charity has offices in [Amman|act], [Beirut|act], [Erbil|act] and [Gaziantep|act].",
        "In [Turkey|act] Minister Lowe met refugees.",
        "The envoy for [Libya|affiliation] and the minister for the [Middle East|affiliation] met.",
        "A charity based in [Naples|affiliation], [Italy|affiliation], sent aid.",
        "Sgt. Orla Lund, 42, of [Salem|affiliation], Oregon, spoke.",
        "He belonged to al Qaeda in [Iraq|affiliation] and robbed the Bank of [Kenya|affiliation].",
        "The conference on [Syria|mentioned] and an inquiry into [Iraq|mentioned] were put off.",
        "Aircraft struck near [Haditha Dam|act], and lecturers at [Aleppo University|affiliation] spoke.",
        "Rebels began to attack [Goma|target] on Friday.",
        "He was moved to [Riyadh|target] and later deported back to [Syria|target].",
        "Tanks captured near [Palmyra|act] were blown up, and depots in [Idlib|act] burned.",
        "The heaviest shelling seen for weeks on [Aleppo|target] went on.",
        "[Azaz|mentioned] is a town in northern [Syria|mentioned]; the mosque is located in [Malmö|mentioned].",
        "A shop in [Baghdad|act]'s Karrada district sold it.",
        "The loan rests on this [U.S.|affiliation] guarantee.",
        "Soldiers took towns in [Iraq|act], including [Rabia|act].",
        "Settlers from [Homesh|affiliation] came; police were withdrawn from [Abyei|origin].",
        "Officials in [Hargeisa|affiliation] said three men died in [Berbera|act].",
        "The governor of [Bryansk|affiliation] and the University of [Khartoum|affiliation] replied.",
        "The wounded were taken by boat to [Bujumbura|target] and the column drove towards [Goré|target].",
        "A railway links [Dakar|mentioned] with [Bamako|mentioned].",
        "Ferries between [Fuzhou|mentioned] and [Xiamen|mentioned] stopped.",
        "[CULIACÁN|dateline], [Mexico|dateline] — Gunmen burned buses.",
        "Peacekeepers stationed at [Naqoura|affiliation] saw rockets fired at [Haifa|target].",
        "The raid hit northern Kenya's [Turkana county|target].",
        "The envoy will travel to [Kenya|target] May 16.",
    ],
)
def test_role_by_the_words_beside_it(line: str) -> None:
    places, expected = marked(line)
    assert [p.role for p in places] == expected


def test_candidates_say_why() -> None:
    (place,) = resolve_places("The mayor of Paris, Texas, opened the bridge.", [(13, 18)])
    assert place.candidates[0].geonameid == place.geonameid
    assert "as the sentence says" in place.candidates[0].why
    assert 1 < len(place.candidates) <= 5
    assert [c.score for c in place.candidates] == sorted((c.score for c in place.candidates), reverse=True)


def test_places_are_found_without_help() -> None:
    places = found("Two people died in Sumy on Friday. Power failed in Odesa and across the Kherson region of Ukraine.")
    assert {"Sumy", "Odesa", "Ukraine"} <= places.keys()
    assert all(p.country == "UA" for p in places.values())


def test_a_metonym_is_an_actor_and_no_place() -> None:
    text = "Moscow vowed to answer after drones reached Moscow."
    entity = Entity("e1", "Russia", "government", "RUS", "GOV")
    reading = Reading(entities=(entity,), mentions=(Mention("m1", 0, 6, "e1", "metonym"),))
    report = Report(id="r", text=text)
    places = find_places(report, parse(text, sentences(text)), reading)
    assert [p.start for p in places] == [44]


def test_a_town_is_told_from_the_bodies_named_after_it() -> None:
    places = found("Sumy residents met. The Licking County Court sat in Newark, Ohio.")
    assert places["Licking County"].role == "affiliation" and places["Licking County"].admin1 == "OH"
    assert {"Sumy", "Newark", "Ohio"} <= places.keys()


def test_a_name_found_once_is_found_again() -> None:
    places = find_places(r := Report(id="r", text=TWICE), parse(TWICE, sentences(TWICE)), Reading())
    assert [r.words((p.start, p.end)) for p in places].count("Dobropillia") == 2


TWICE = "A depot burned in Dobropillia. By noon Dobropillia streets were empty."


@pytest.mark.parametrize(
    "text",
    [
        "Analysts warned that the raid might draw Romania into the conflict.",
        "The foreign minister of Romania summoned the envoy.",
        "Clashes between Armenia and Azerbaijan resumed.",
        "Pakistan remains committed to the agreement.",
        "Kenya reserves the right to answer.",
        "The authorisation for Ukraine to use the missiles was new.",
        "The European Union announced aid.",
        "Aid groups praised the EU.",
        "Weapons were withheld from Ukraine for months.",
    ],
)
def test_a_state_that_acts_or_is_dealt_with_is_no_place(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(("text", "name"), [("Two guards died in Romania.", "Romania"), ("They met in the EU.", "EU")])
def test_where_something_happens_a_state_is_a_place(text: str, name: str) -> None:
    assert [text[p.start : p.end] for p in read(text)] == [name]


def test_a_place_that_nobody_knows_is_listed_and_unknown() -> None:
    text = "The army moved a battalion to Zzyrkovo at night."
    assert [(p.name, p.precision) for p in read(text)] == [("Zzyrkovo", "unknown")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Syrian border town of Qasr Zzyrkov was shelled.", ("Qasr Zzyrkov", "SY", "country", "target")),
        ("Aircraft bombed the Syrian air base of Abu Zzyrk.", ("Abu Zzyrk", "SY", "country", "target")),
        ("Mortars hit Tal Zzyrkov, Iraq. Two guards died.", ("Tal Zzyrkov", "IQ", "country", "target")),
        ("Six men died in Zzyrkovo, about 45km (28 miles) south of Mosul.", ("Zzyrkovo", "IQ", "near", "act")),
        ("Guards left the Harbour Museum in Tripoli, Libya.", ("Harbour Museum", "LY", "near", "origin")),
        ("Clashes broke out in Salah ad Din Province, Iraq.", ("Salah ad Din", "IQ", "admin1", "act")),
        ("Shells fell in the Syrian town of Palmyra.", ("Tadmur", "SY", "town", "act")),
        ("Six men died in Zzyrkovo, about 3 km from Izmail.", ("Zzyrkovo", None, "near", "act")),
    ],
)  # fmt: skip
def test_a_name_lies_where_the_words_beside_it_put_it(text: str, wanted: tuple[str | None, ...]) -> None:
    place = read(text)[0]
    assert (place.name, place.country, place.precision, place.role) == wanted


def test_a_village_that_nobody_knows_lies_where_it_was_put_once() -> None:
    places = read("The Syrian town of Zzyrkovo was freed. Two men died in Zzyrkovo, the mayor said.")
    assert [(p.name, p.country, p.geonameid) for p in places] == [("Zzyrkovo", "SY", None)] * 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fighting raged in Idlib, Sarmin and Binnish.", ["Idlib", "Sarmin", "Binnish"]),
        ("The liberation of Mosul and Tal Afar took months.", ["Mosul", "Tal Afar"]),
        ("The port cities of Misrata and Zuwara were hit.", ["Misrata", "Zuwara"]),
        ("The men were pushed out of Kobane, Manbij and Zzyrkov, and fled.", ["Kobane", "Manbij"]),
        ("A partnership between Norway and Kenya was signed.", []),
        ("Western travellers came to the talks in Oslo.", ["Oslo"]),
    ],
)
def test_the_members_of_a_list_are_places_together(text: str, names: list[str]) -> None:
    assert [text[p.start : p.end] for p in read(text)] == names
    assert len({p.role for p in read(text)}) <= 1


def test_a_small_namesake_abroad_is_worse_than_nothing() -> None:
    (alone,) = resolve_places("A bus burned in Wurzen.", [(16, 22)])
    assert alone.country == "DE"  # where the report speaks of nothing else
    places = resolve_places("Police in Damascus, Homs and Aleppo spoke. A bus burned in Wurzen.", TOWNS)
    assert [p.country for p in places] == ["SY", "SY", "SY", None]
    assert places[-1].precision == "unknown" and places[-1].candidates[0].country == "DE"


TOWNS = [(10, 18), (20, 24), (29, 35), (59, 65)]


def test_a_namesake_in_a_country_spoken_of_goes_first() -> None:
    text = "Civilians in Madaya wait for food. Syria's army holds the road from Damascus to Homs."
    madaya, *_ = resolve_places(text, [(13, 19), (68, 76), (80, 84)])
    assert madaya.country == "SY"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("After talks in Paris, the U.S. envoy left.", "FR"),
        ("In Paris, Canada said it would wait.", "FR"),
        ("The news came in Paris, Canada will wait.", "FR"),
        ("The talks opened in Paris, Texas, on Monday.", "US"),
    ],
)
def test_what_follows_the_comma_is_not_always_where_it_lies(text: str, country: str) -> None:
    start = text.index("Paris")
    assert resolve_places(text, [(start, start + 5)])[0].country == country


def test_a_state_does_not_lie_in_another_state() -> None:
    (place,) = resolve_places("After attacks in Turkey, the United States sent aid.", [(17, 23)])
    assert (place.country, place.precision) == ("TR", "country")


def test_an_armed_group_is_no_town() -> None:
    assert list(found("Aircraft struck Hamas targets near Rafah on Monday.")) == ["Rafah"]


def test_waters_are_found_whole() -> None:
    text = "Navies of Southwest Asia trained in the Arabian Gulf, Gulf of Oman and the Red Sea."
    assert list(found(text)) == ["Southwest Asia", "Arabian Gulf", "Gulf of Oman", "Red Sea"]


def test_acronyms_are_no_towns() -> None:
    assert not read("Strikes are counted in the ZQTF releases.")


def test_near_a_name_means_the_town_and_not_its_province() -> None:
    (place,) = resolve_places("Near Dayr Az Zawr, five strikes hit wells.", [(5, 17)])
    assert (place.country, place.precision) == ("SY", "near")


def test_adjectives_in_prose_are_no_places() -> None:
    assert not found("The Russian minister and the Ukrainian envoy met.")


@pytest.mark.parametrize(
    ("outlet", "country"), [("lincolncourier.co.uk", "GB"), ("lincolncourier.example", "US"), (None, "US")]
)
def test_the_outlets_home_speaks_where_the_report_does_not(outlet: str | None, country: str) -> None:
    (place,) = resolve_places("The council of Lincoln met.", [(15, 22)], outlet=outlet)
    assert place.country == country


@pytest.mark.parametrize("words", ["\ud800Odesa", "\x00", "Київ", "   ", "’s", "the", "N.", ",", "20 km west of"])
def test_odd_words_by_decree_give_a_place_and_no_error(words: str) -> None:
    text = f"Shells fell on {words}, Texas"
    (place,) = resolve_places(text, [(15, 15 + len(words))])
    assert (place.start, place.end) == (15, 15 + len(words))


def test_spans_outside_the_text_are_refused() -> None:
    with pytest.raises(ValueError, match="holds no words"):
        resolve_places("Odesa", [(0, 9)])


def test_the_same_text_gives_the_same_places() -> None:
    text = "Shells fell on Pokrovsk, Donetsk region, near Dobropillia."
    assert resolve_places(text) == resolve_places(text)
