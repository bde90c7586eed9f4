"""Marked sentences: [words|low|high|bound|unit|role|part]; an open side is -, and so is what is not said."""

# ruff: noqa: E501  (one line is one test)

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from fogline.models.english import parse
from fogline.reading.quantities import find_quantities
from fogline.reading.quantities_numbers import numbers, value
from fogline.reading.sentences import sentences
from fogline.records import Claim, Entity, Mention, Quantity, Reading, Report, Span, Timex

MARK = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")

COUNTED = """
The strike killed [at least 12 Russian soldiers|12|-|at_least|person|killed] and wounded [30|30|30|exact|person|injured].
The death toll rose to [41|41|41|exact|person|killed] from [38|38|38|exact|person|killed], the mayor said.
The toll has risen to [at least 41|41|-|at_least|person|killed], up from [38|38|38|exact|person|killed].
[Between 20 and 30 people|20|30|range|person|missing] were missing; [up to 2,000|0|2000|at_most|person|displaced] were displaced.
[Some 40 houses|40|40|about|house|-] and [three boats|3|3|exact|boat|-] burned in [several villages|3|9|vague|village|-].
[Ninety-three people|93|93|exact|person|killed] are confirmed dead, up from [77|77|77|exact|person|killed] a day earlier.
Police said [16 protesters|16|16|exact|person|killed] had been killed, correcting an earlier figure of [13|13|13|exact|person|killed].
[A million and a half people|1500000|1500000|exact|person|displaced] have been displaced.
Raids drove [3,000 people|3000|3000|exact|person|displaced] from their homes around Bunia.
[None|0|0|exact|person|injured] of the [18 crew members|18|18|exact|person|-] was hurt.
[Not a single soldier|0|0|exact|person|injured] was wounded.
The mayor of Sumy said [five Shahed-136 drones|5|5|exact|drone|-] had been destroyed.
The bridge will cost [between €10 million and €12 million|10000000|12000000|range|EUR|-].
The firm builds the 5G network.
The council set its budget at [40bn shillings|40000000000|40000000000|exact|KES|-], Kenya's treasury said.
The Ugandan army and Kenyan envoys met; Kampala will pay [2m shillings|2000000|2000000|exact|UGX|-].
Oslo gave [1.2bn kroner|1200000000|1200000000|exact|NOK|-] and Copenhagen [3m kroner|3000000|3000000|exact|DKK|-].
Juba put the loss at [5m pounds|5000000|5000000|exact|SSP|-]; South Sudanese banks shut.
Delhi set aside [Rs 500 crore|5000000000|5000000000|exact|INR|-] for roads.
The mayor lowered the toll to [sixteen|16|16|exact|person|killed], having earlier announced [nineteen|19|19|exact|person|killed].
The shelling left [9 farmers|9|9|exact|person|killed] dead, including [three teenagers|3|3|exact|person|killed], and [44 hurt|44|44|exact|person|injured].
The blast killed him and [three aides|3|3|exact|person|killed].
The jet came down and [both pilots|2|2|exact|person|killed] were killed, both sides said.
Doctors treated [60 people|60|60|exact|person|injured] for burns; [nine|9|9|exact|person|injured] were treated for smoke inhalation.
[About 40 barns|40|40|about|barn|-] burned, and [30-odd|30|30|about|barn|-] were flattened.
The army fired [6 rockets|6|6|exact|rocket|-], adding that [four|4|4|exact|rocket|-] were intercepted.
Canberra pledged [$40 million|40000000|40000000|exact|USD|-] over [five years|5|5|exact|year|-].
He was held for [over five years|5|-|at_least|year|-].
Deaths at the camp were probably in the [low hundreds|200|499|vague|person|killed].
There were [no casualties|0|0|exact|person|-], the governor said.
[No naira|0|0|exact|NGN|-] changed hands, the palace said.
[No one|0|0|exact|person|injured] was hurt, the mayor said.
[Nobody|0|0|exact|person|-] won, the analysts say.
[Half a million people|500000|500000|exact|person|displaced] fled; damage was put at [$1.2bn|1200000000|1200000000|exact|USD|-].
[Hundreds of thousands of people|200000|999999|vague|person|displaced] were displaced.
[Dozens of attacks|24|99|vague|attack|-] and [a dozen|12|12|about|fire|-] fires were reported.
The army fired [6 ATACMS missiles|6|6|exact|missile|-] at a depot [300 km|300|300|exact|km|-] away.
The convoy of [20 armoured vehicles|20|20|exact|vehicle|-] went [12 nautical miles|12|12|exact|nautical mile|-].
It lost [two dozen tanks|24|24|about|vehicle|-] and [a handful of helicopters|3|9|vague|aircraft|-].
[Twelve gunmen|12|12|exact|person|-] killed [three guards|3|3|exact|person|killed] and captured [two others|2|2|exact|person|captured].
Police detained [14 protesters|14|14|exact|person|arrested] in [three cities|3|3|exact|city|-].
[Two soldiers|2|2|exact|person|killed] and [three civilians|3|3|exact|person|killed] were killed.
[Nine members|9|9|exact|person|killed] of his family died.
[As many as 200 sailors|0|200|at_most|person|missing] are still missing.
The bodies of [12 miners|12|12|exact|person|killed] were found.
The blast claimed [12 lives|12|12|exact|person|killed].
The number of wounded rose from [70|70|70|exact|person|injured] to [85|85|85|exact|person|injured].
[About 300 to 400 fighters|300|400|range|person|-] held [two ISIL-held buildings|2|2|exact|building|-].
The fund paid [20 Jordanian dinars|20|20|exact|JOD|-], [£2.10|2.1|2.1|exact|GBP|-] and [3.5 million euros|3500000|3500000|exact|EUR|-].
Canada, which counts in Canadian dollars, gave [$5 million|5000000|5000000|exact|CAD|-].
[Nearly 90 percent|90|90|about|percent|-] of the port burned, [12.5%|12.5|12.5|exact|percent|-] more than before.
[A 48-hour|48|48|exact|hour|-] ultimatum followed a [three-day|3|3|exact|day|-] battle.
The depot stored [50 tonnes|50|50|exact|tonne|-] of fuel behind a [10,000-strong|10000|10000|exact|person|-] garrison.
Police said [two of the gunmen|2|2|exact|person|killed] were shot dead and [three captured|3|3|exact|person|captured].
[Four of the wounded|4|4|exact|person|injured] were children.
The dead include [12 Iraqis|12|12|exact|person|killed] and [three Kurds|3|3|exact|person|killed].
Rebels said that [more than 5,000 homes|5000|-|at_least|house|-] had no power.
"""

FATES = """
They kidnapped and killed [nine students|9|9|exact|person|killed], and captured and executed [four guards|4|4|exact|person|killed].
[One hostage|1|1|exact|person|killed] was beheaded; [12 hostages|12|12|exact|person|captured] were freed.
Gunmen killed [three detainees|3|3|exact|person|killed] and wounded [two refugees|2|2|exact|person|injured].
[At least 10 Kenyan marines|10|-|at_least|person|killed] and an unknown number of porters died.
[Two nurses|2|2|exact|person|killed] and a driver were killed in Goma.
The raid ended with [at least ten people|10|-|at_least|person|killed] killed and grain burnt.
They held [12 sailors|12|12|exact|person|captured] captured at sea, and [three|3|3|exact|person|killed|0] of them shot dead.
It killed [at least 13 women and children|13|-|at_least|person|killed] in Sirte; [nine men and boys|9|9|exact|person|captured] were abducted.
An influx of [hundreds of thousands|200000|999999|vague|person|displaced] strained the town, where a crowd of [3,000|3000|3000|exact|person|-] met.
[Nine rebels|9|9|exact|person|killed] were captured and later executed; [12 men|12|12|exact|person|-] were killed or wounded.
[Twelve refugees|12|12|exact|person|killed] drowned and [30|30|30|exact|person|-] were rescued by a [1,500 strong|1500|1500|exact|person|-] garrison.
Half of the [40 prisoners|40|40|exact|person|captured] died.
"""

PARTLY = """
Of the village's [2,000 people|2000|2000|exact|person|-], [some 600|600|600|about|person|displaced] fled.
[About 300 of the town's population|300|300|about|person|displaced|1] of [9,000|9000|9000|exact|person|-] have fled.
[Some 40|40|40|about|person|injured|1] of the village's [700 people|700|700|exact|person|-] were wounded.
[Three|3|3|exact|person|killed|1] of the [five soldiers|5|5|exact|person|-] were killed.
"""

NOT_PEOPLE = """
A [7-year-old|7|7|exact|year|-] boy found a [155-mm|155|155|exact|mm|-] shell in a [five-storey|5|5|exact|storey|-] house.
Orlov, [45|45|45|exact|year|-], was hurt; so were pupils [aged between 7 and 12|7|12|range|year|-].
The 155th Brigade shot down a Su-35 near Route 4, the G7 said under Resolution 1701.
Call +380 44 555 0134 or visit 12 Harbour Street.
The blast at 48.01°N, 37.80°E came at 10:30 and again at 6 p.m. on 12 May.
World War Two ended in 1945; the Boeing 737 was built later.
He was one of the most senior officers, and no signs of a truce were seen.
More than one in five people fled. The score was 3-1. It was a second strike.
The third battalion left Unit 8200 and Highway 60 under Article 5.
A [40 nation|40|40|exact|nation|-] force landed; a [60-plus nation|60|-|at_least|nation|-] bloc met.
Strikes destroyed [three gas well heads|3|3|exact|head|-] and [24 howitzer and mortar systems|24|24|exact|system|-].
The river carries [7,000 m3/s|7000|7000|exact|cubic metre per second|-], or [247,203 cu ft/s|247203|247203|exact|cubic foot per second|-].
The lake holds [1,200 acre-ft|1200|1200|exact|acre-foot|-] of water, and the Committee 1267 list names its owner.
The station broadcasts on 64 UHF from the port.
Under a two-state plan the 2024 vote would be one thing and the 2026 vote another.
"""

PARTS = """
[12 people|12|12|exact|person|killed] were killed, including [eight soldiers|8|8|exact|person|killed|0] and [six civilians|6|6|exact|person|killed|0].
It killed 12 and wounded [30|30|30|exact|person|injured], [nine|9|9|exact|person|injured|1] of them children.
[Three|3|3|exact|person|-|1] of the [five hostages|5|5|exact|person|captured] were freed.
It killed [three people|3|3|exact|person|killed], including a mother and her [two children|2|2|exact|person|killed|0].
Of the [120 drones|120|120|exact|drone|-], [98|98|98|exact|drone|-|0] were shot down.
[Twenty-three people|23|23|exact|person|injured] were wounded, [seven|7|7|exact|person|injured|0] seriously.
"""


def lines(table: str) -> list[str]:
    return [line for line in table.strip().split("\n") if line]


def read(text: str, so_far: Reading | None = None) -> tuple[Quantity, ...]:
    ready = sentences(text)
    return find_quantities(Report("r", text), parse(text, ready), replace(so_far or Reading(), sentences=ready))


def shown(text: str, found: tuple[Quantity, ...]) -> list[tuple[str, ...]]:
    order = {q.id: str(i) for i, q in enumerate(found)}
    return [
        (
            text[q.start : q.end], number(q.low), number(q.high), q.bound, q.unit, q.role or "-",
            order[q.part_of] if q.part_of else "-",
        )
        for q in found
    ]  # fmt: skip


def number(amount: float | None) -> str:
    return "-" if amount is None else f"{amount:.12g}"


def expected(mark: re.Match[str]) -> tuple[str, ...]:
    cells = (mark[1], *mark[2].split("|"))
    return cells if len(cells) == 7 else (*cells, "-")


@pytest.mark.parametrize("line", lines(COUNTED + FATES))
def test_counts_with_bound_unit_and_role(line: str) -> None:
    text = MARK.sub(r"\1", line)
    wanted = [expected(m) for m in MARK.finditer(line)]
    got = shown(text, read(text))
    assert [fits(w, got) for w in wanted] == [True] * len(wanted), got


def fits(wanted: tuple[str, ...], got: list[tuple[str, ...]]) -> bool:
    """The words may take in an article or stop before the noun; the values may not differ."""
    return any(g[1:6] == wanted[1:6] and (g[0] in wanted[0] or wanted[0] in g[0]) for g in got)


@pytest.mark.parametrize("line", lines(NOT_PEOPLE))
def test_names_dates_and_ages_are_no_counts_of_people(line: str) -> None:
    text = MARK.sub(r"\1", line)
    assert shown(text, read(text)) == [expected(m) for m in MARK.finditer(line)]


@pytest.mark.parametrize("line", lines(PARTS + PARTLY))
def test_parts_point_at_their_total(line: str) -> None:
    text = MARK.sub(r"\1", line)
    got = shown(text, read(text))
    for mark in MARK.finditer(line):
        assert expected(mark) in got


@pytest.mark.parametrize(
    ("words", "amount"),
    [("two hundred and fifty thousand", 250_000), ("1.2bn", 1.2e9), ("a hundred and twenty", 120),
     ("one and a half million", 1.5e6), ("twenty-two thousand three hundred", 22_300), ("12 000", 12_000)],
)  # fmt: skip
def test_value_of_number_words(words: str, amount: float) -> None:
    assert value(words) == amount
    assert [n.low for n in numbers(words)] == [amount]


def test_civilian_is_said_by_the_noun_or_not_at_all() -> None:
    text = "The shelling killed 12 soldiers, six civilians, two people and 3 armed guards."
    assert [q.civilian for q in read(text)] == [False, True, None, False]


def test_side_and_claim_come_from_the_entities_and_claims_around() -> None:
    text = "The ministry said that 12 Russian soldiers had died."
    span = Span(text.index("12"), len(text) - 1)
    start = text.index("Russian")
    so_far = Reading(
        entities=(Entity("e1", "Russia", "country", "RUS"),),
        mentions=(Mention("m1", start, start + 7, "e1", "name"),),
        claims=(Claim("c1", (Span(0, len(text)),), None, "say", True), Claim("c2", (span,), "a1", "say", True)),
    )
    (found,) = read(text, so_far)
    assert (found.side, found.claim, found.role) == ("RUS", "c2", "killed")


def test_as_of_is_the_stated_day_and_dates_are_no_counts() -> None:
    text = "As of 12 March, 38 people had been killed in 2024."
    so_far = Reading(
        times=(
            Timex("t1", 6, 14, "DATE", "2024-03-12"),
            Timex("t2", text.index("2024"), len(text) - 1, "DATE", "2024"),
        )
    )
    (found,) = read(text, so_far)
    assert (found.low, found.as_of, found.role) == (38, "2024-03-12", "killed")


def test_without_a_model_known_nouns_still_count() -> None:
    text = "At least 12 soldiers were killed and three boats sank."
    ready = sentences(text)
    plain = replace(parse(text, ready), parsed=False, ents=())
    found = find_quantities(Report("r", text), plain, Reading(sentences=ready))
    assert [(q.low, q.unit, q.role) for q in found] == [(12, "person", "killed"), (3, "boat", None)]


def test_every_quantity_has_words_and_its_own_id() -> None:
    text = "\n".join(MARK.sub(r"\1", line) for line in lines(COUNTED + NOT_PEOPLE + PARTS))
    found = read(text)
    assert len({q.id for q in found}) == len(found) > 60
    assert all(text[q.start : q.end].strip() for q in found)
    assert [q.start for q in found] == sorted(q.start for q in found)


def test_a_figure_that_includes_some_is_the_toll_told_before() -> None:
    found = read("The army put the number of dead at 58. The figure, which includes 12 soldiers, may rise.")
    whole, part = found
    assert (part.role, part.part_of) == ("killed", whole.id)


def test_resolutions_and_pairs_of_things_are_no_people() -> None:
    assert read("UNSCR 1701 soldiers on, and both sides know it; both men and women agree.") == ()


def test_people_without_a_noun_are_those_named_before() -> None:
    found = read(
        "The army killed 32 militants and captured five. The toll stood at 9 dead: six soldiers and three clerks."
    )
    assert [(q.low, q.civilian) for q in found][:2] == [(32.0, False), (5.0, False)]
    total = next(q for q in found if q.low == 9)
    assert [q.part_of for q in found if q.low in (6, 3)] == [total.id, total.id]
