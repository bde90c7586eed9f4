"""Outlines: what a point lies in, and that no country runs around the back of the world."""

from __future__ import annotations

import pytest

from fogline.tables import gazetteer, outlines


@pytest.mark.parametrize(
    ("name", "country"),
    [("Kyiv", "UA"), ("Simferopol", "RU"), ("Donetsk", "UA"), ("Gaza", "PS"), ("Laayoune", "MA"), ("Hargeisa", None)],
)
def test_the_country_of_a_town_on_the_map(name: str, country: str | None) -> None:
    town = max((e for e in gazetteer.lookup(name) if e.feature in gazetteer.TOWNS), key=lambda e: e.population)
    assert outlines.country_at(town.lat, town.lon) == country


def test_ports_on_simplified_coasts_belong_to_their_country() -> None:
    ports = ("Odesa", "Port Sudan", "Hodeidah", "Mogadishu", "Beirut", "Tartus", "Mariupol", "Sirte", "Manila")
    towns = [
        max((e for e in gazetteer.lookup(n) if e.feature in gazetteer.TOWNS), key=lambda e: e.population) for n in ports
    ]
    assert [outlines.country_at(t.lat, t.lon) for t in towns] == [t.country for t in towns]


def test_the_open_sea_is_nobodys() -> None:
    assert outlines.country_at(43.0, 34.0) is None and outlines.country_at(0.0, -30.0) is None


def test_no_outline_crosses_the_world() -> None:
    parts = [part for whole in outlines.borders().values() for part in whole.geoms]
    assert max(part.bounds[2] - part.bounds[0] for part in parts) < 180 or len(parts) > 1000
    assert all(part.bounds[0] >= -180 and part.bounds[2] <= 180 for part in parts)
    long_steps = [
        abs(b[0] - a[0])
        for part in parts
        if part.bounds[3] > -60  # Antarctica runs around the pole
        for a, b in zip(part.exterior.coords[:-1], part.exterior.coords[1:], strict=True)
    ]
    assert max(long_steps) < 30


def test_most_provinces_of_the_gazetteer_have_an_outline() -> None:
    assert len(outlines.provinces()) > 4000 and ("UA", "05") in outlines.provinces()
