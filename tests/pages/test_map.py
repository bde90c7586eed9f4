"""The map: precision is drawn, and nothing finer than it."""

from __future__ import annotations

import fogline
from fogline.pages.html import page
from fogline.pages.map import Mark, drawn


def marks(text: str) -> dict[str, Mark]:
    picture = drawn(fogline.read(text, facts=()))
    assert picture is not None
    return {mark.name: mark for mark in picture.marks}


def test_each_precision_has_its_own_shape() -> None:
    text = "Shells fell in Kramatorsk and near Pokrovsk. Troops left the Dnipropetrovsk region. Ukraine protested."
    found = marks(text + " Two died in Ukraine.")
    shapes = {name: mark.shape for name, mark in found.items()}
    assert shapes["Kramatorsk"] == "point" and shapes["near Pokrovsk"] == "ring"
    assert shapes["Dnipropetrovsk"] == "area" and found["Dnipropetrovsk"].path.startswith("M")
    assert shapes["Ukraine"] == "badge" and found["Ukraine"].happened


def test_a_far_town_where_somebody_spoke_does_not_stretch_the_map() -> None:
    text = "Shells hit Kramatorsk on Monday. Shells hit Bakhmut on Tuesday. In Washington, senators met."
    picture = drawn(fogline.read(text, facts=()))
    assert picture is not None
    assert {m.name for m in picture.marks} == {"Kramatorsk", "Bakhmut"} and picture.beyond == ("Washington",)


def test_what_is_not_resolved_is_listed_and_drawn_nowhere() -> None:
    ledger = fogline.read("Shells fell in Kramatorsk. Rebels overran Zzyrkovo on Monday.", facts=())
    picture = drawn(ledger)
    assert picture is not None
    assert [p.name for p in picture.unresolved] == ["Zzyrkovo"] and "Zzyrkovo" not in {m.name for m in picture.marks}
    html = page(ledger)
    assert "Not resolved, drawn nowhere" in html and "Natural Earth" in html and "GeoNames" in html


def test_labels_do_not_cover_each_other() -> None:
    text = "Shells fell in Kramatorsk, Sloviansk, Druzhkivka, Kostiantynivka, Toretsk, Bakhmut and Lyman."
    told = [m for m in marks(text).values() if m.label]
    boxes = [(m.label_x, m.label_y, m.label_x + len(m.label) * 6.3, m.label_y + 13) for m in told]
    pairs = [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :]]
    assert len(told) > 3
    assert not any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for a, b in pairs)


def test_a_report_without_places_has_no_map() -> None:
    ledger = fogline.read("The minister resigned.", facts=())
    assert drawn(ledger) is None and "<figure" not in page(ledger)


def test_both_countries_of_a_contested_town_are_told() -> None:
    ledger = fogline.read("An explosion was heard in Simferopol.", facts=())
    (place,) = ledger.places
    assert (place.country, place.boundary_country) == ("UA", "RU")
    assert "held by RU on Natural Earth" in page(ledger)
