"""Which country is which must not matter: our own passages with every country, people and capital exchanged.

A name that the tables know is exchanged for that of another country drawn at random, the same for all its forms; events
are compared by their words, in which names are exchanged too, and their type.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.figures import Figure, interval
from fogline import line
from fogline.models.neutral import neutral
from fogline.records import Report
from fogline.tables import actors, files
from fogline.tuning.passages import Passage, held_out
from training.parts import corpus

SEEDS = range(2)
ONE_WORD = re.compile(r"[A-Z][a-z]{3,}")
AMBIGUOUS = (
    "Jordan",
    "Georgia",
    "Chad",
    "Jersey",
    "Guinea",
    "Niger",
    "Dominica",
    "Congo",
    "Victoria",
    "Samoa",
    "Korea",
)
"""Names of people, and of parts of other countries' names."""

KINDS = (actors.COUNTRY, actors.DEMONYM, actors.SEAT)  # of which every country has a form

Event = tuple[str, str]  # its words, and its type


@dataclass(frozen=True, slots=True)
class Compared:
    """One passage: events as it stands, and those that are the same with countries exchanged."""

    events: int
    same: int


def forms() -> list[tuple[str, str, str]]:
    """Name, people and capital of the countries that have a word of its own for each."""
    table = files.rows("actors/countries.tsv", ("iso3", "iso2", "name", "capital", "demonym"))
    rows = [(row["name"], row["demonym"], row["capital"]) for row in table]
    words = {row["kind"]: row["word"] for row in files.rows("actors/stand_ins.tsv", ("kind", "word", "parsed"))}
    stand_ins = [words[kind] for kind in KINDS]
    return [row for row in rows if len(set(row)) == len(KINDS) and all(map(_fits, row, stand_ins))]


def _fits(form: str, stand_in: str) -> bool:
    return ONE_WORD.fullmatch(form) is not None and form not in AMBIGUOUS and neutral(form).text == stand_in


def exchange(seed: int) -> dict[str, str]:
    """For each form of a country the same form of another."""
    known = forms()
    others = random.Random(seed).sample(known, len(known))
    return {old: new for one, other in zip(known, others, strict=True) for old, new in zip(one, other, strict=True)}


def exchanged(text: str, to: Mapping[str, str]) -> str:
    """The text with each name of ``to`` replaced, all at once.

    >>> exchanged("Kenya asked the Kenyans in Oslo.", {"Kenya": "Peru", "Oslo": "Lima"})
    'Peru asked the Kenyans in Lima.'
    """
    return re.sub(r"\b(?:" + "|".join(map(re.escape, to)) + r")\b", lambda m: to[m[0]], text)


def compared(one: Sequence[Event], other: Sequence[Event], to: Mapping[str, str]) -> Compared:
    """The events of a passage as it stands, and of the same with countries exchanged."""
    same = Counter((exchanged(words, to), kind) for words, kind in one) & Counter(other)
    return Compared(max(len(one), len(other)), same.total())


def events(passage: Passage, text: str) -> list[Event]:
    """The passage's events, read with this text."""
    report = Report(id=passage.id, text=text, published=passage.published, language="en")
    return [(text[slice(*event.evidence[0])], event.type) for event in next(line.ledgers([report], ())).events]


def share(rows: Sequence[Compared]) -> float:
    """Per cent of the events that are the same."""
    return 100 * sum(row.same for row in rows) / (sum(row.events for row in rows) or 1)


def figures() -> Iterator[Figure]:
    """Over passages that name a country, each exchanged by two draws."""
    passages = [*held_out(corpus())[1], *corpus("everyday")]
    known = {passage.id: events(passage, passage.text) for passage in passages}
    turned = [(p, exchanged(p.text, to), to) for to in map(exchange, SEEDS) for p in passages]
    rows = [compared(known[p.id], events(p, text), to) for p, text, to in turned if text != p.text]
    low, high = interval(rows, share)
    title = "own passages, all countries exchanged, events with the same words and type, %"
    yield Figure("stability.countries", title, share(rows), low, high, sum(row.events for row in rows))


if __name__ == "__main__":
    for figure in figures():
        print(f"{figure.measure}: {figure.value:.2f} [{figure.low:.2f}, {figure.high:.2f}] n={figure.n}")
