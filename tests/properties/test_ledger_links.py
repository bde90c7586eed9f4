"""Whatever a report says: every span holds words, every id points somewhere, nothing is its own ancestor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fogline
from fogline.records import LISTS, Ledger
from tests.line.golden import SAMPLES

CLAUSES = (
    "the ministry denied that rebels had shelled the port of Odesa", "“we will strike back,” the general said",
    "according to two officials", "killing at least 12 people, three of them children", "on Tuesday night",
    "Moscow vowed to retaliate unless Kyiv withdrew", "who told reporters that the president had threatened to leave",
    "a claim rejected by the army", "in the village of Zelenyi Hai, 20 km east of Kherson", "critics warned",
    "the former U.S.\nPresident’s envoy", "‘it was Ukraine’s right’", "the “so-called” ceasefire of 2015", "he added",
    "with analysts arguing that the raid, which Tehran has denied ordering, failed", "\n\n", "14:05 –", "Ankara:",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=9).map(", ".join)
REFERENCES = {
    "mentions": {"entity": "entities"}, "quantities": {"part_of": "quantities", "claim": "claims"},
    "attributions": {"source_entity": "entities", "parent": "attributions"}, "claims": {"attribution": "attributions"},
    "acts": {"claim": "claims"},
    "events": {
        "act": "acts", "claim": "claims", "place": "places", "weapons": "entities", "casualties": "quantities",
        "embedded_in": "events", "same_as": "events",
    },
}  # fmt: skip
NO_CIRCLES = (("attributions", "parent"), ("events", "embedded_in"), ("events", "same_as"), ("quantities", "part_of"))


def spans(value: Any) -> Iterator[tuple[int, int]]:
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield value["start"], value["end"]
        for name, inner in value.items():
            if name not in ("report", "candidates"):
                yield from spans(inner)
    elif isinstance(value, list):
        if len(value) == 2 and all(type(n) is int for n in value):
            yield value[0], value[1]
        else:
            for inner in value:
                yield from spans(inner)


def check_links(ledger: Ledger) -> None:
    rows = ledger.as_dict()
    ids = {name: [row["id"] for row in rows[name] if "id" in row] for name in LISTS}
    for name, held in ids.items():
        assert len(held) == len(set(held)), f"two {name} with one id"
    for name, fields in REFERENCES.items():
        for row in rows[name]:
            for field, target in fields.items():
                value = row[field]
                for reference in value if isinstance(value, list) else [value] if value else []:
                    assert reference in ids[target], f"{name}.{field}"
    for name, field in (
        ("attributions", "parent"),
        ("events", "embedded_in"),
        ("events", "same_as"),
        ("quantities", "part_of"),
    ):
        check_acyclic({row["id"]: row[field] for row in rows[name]}, f"{name}.{field}")


def check_acyclic(above: dict[str, str | None], what: str) -> None:
    for start, following in above.items():
        seen, at = {start}, following
        while at is not None:
            assert at not in seen, f"{what} runs in a circle"
            seen.add(at)
            at = above[at]


def check_whole(ledger: Ledger) -> None:
    for start, end in spans(ledger.as_dict()):
        assert 0 <= start < end <= len(ledger.text)
        assert ledger.text[start:end].strip()
    check_links(ledger)
    assert Ledger.from_json(ledger.to_json()) == ledger


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from([None, "2025", "2025-11-20"]))
def test_any_report_makes_a_sound_ledger(text: str, published: str | None) -> None:
    if text.strip():
        check_whole(fogline.read(text, published=published))


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.md")), ids=lambda p: p.stem)
def test_the_samples_make_sound_ledgers(path: Any) -> None:
    check_whole(fogline.read(path.read_text(encoding="utf-8"), published="2025-11-20"))
