"""A user's own codes for events: the last step of the line, after all that knows PLOVER's types by name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from fogline.models.parse import Parse
from fogline.records import Event, Ledger, MadeWith, RunnerUp, Span
from fogline.tables.codes import Code, Codes


def recode(ledger: Ledger, parse: Parse, codes: Codes) -> Ledger:
    """The ledger with each event under the code of the row that fits it; an event that no row fits is left out.

    Its act stays. A link to an event left out becomes None; of several tellings of one the first that is kept takes
    its place. Scores, CAMEO code and intensity are the act's own and stay what they are.
    """
    found = dict(_found(ledger, parse, codes))
    plain = _plain(codes)
    events = tuple(_named(event, found[event.id], codes, plain) for event in _linked(ledger.events, found))
    return replace(ledger, events=events, made_with=labelled(ledger.made_with, codes))


def labelled(made: MadeWith, codes: Codes | None) -> MadeWith:
    """What made a ledger, the user's ontology instead of PLOVER and its table's digest beside the others."""
    return replace(made, ontology=codes.name, tables={**made.tables, **codes.digests}) if codes else made


def fitting(rows: Sequence[Code], event: Event, lemmas: Collection[str]) -> Code | None:
    """Of the rows that fit, the one with most conditions; words go before mode, mode before context, then by code."""
    return min((row for row in rows if _fits(row, event, lemmas)), key=_rank, default=None)


def _fits(row: Code, event: Event, lemmas: Collection[str]) -> bool:
    kind = row.type == event.type and row.mode in (None, event.mode)
    told = not row.words or not row.words.isdisjoint(lemmas)
    return kind and told and (row.context is None or row.context in event.contexts)


def _rank(row: Code) -> tuple[int, bool, bool, bool, str]:
    unasked = (not row.words, row.mode is None, row.context is None)
    return sum(unasked), *unasked, row.code


def _found(ledger: Ledger, parse: Parse, codes: Codes) -> Iterator[tuple[str, Code]]:
    """The row of each event that has one, by the event's id."""
    triggers = {act.id: act.trigger for act in ledger.acts}
    for event in ledger.events:
        row = fitting(codes.rows, event, _lemmas(parse, triggers.get(event.act)))
        if row is not None:
            yield event.id, row


def _lemmas(parse: Parse, trigger: Span | None) -> frozenset[str]:
    return frozenset(parse.lemmas[k] for k in parse.tokens(*trigger)) if trigger else frozenset()


def _plain(codes: Codes) -> dict[str, str]:
    """The code of each type that stands in a row alone, the first by name."""
    return dict(sorted(((row.type, row.code) for row in codes.rows if row.plain), reverse=True))


def _linked(events: Sequence[Event], kept: Collection[str]) -> Iterator[Event]:
    """The events that are kept, their links among themselves."""
    here = [event for event in events if event.id in kept]
    heirs = {event.same_as: event.id for event in reversed(here) if event.same_as not in kept}
    for event in here:
        first = event.same_as if event.same_as in kept else heirs.get(event.same_as) if event.same_as else None
        around = event.embedded_in if event.embedded_in in kept else None
        yield replace(event, embedded_in=around, same_as=None if first == event.id else first)


def _named(event: Event, row: Code, codes: Codes, plain: dict[str, str]) -> Event:
    why = f"{event.why} {codes.name} calls it {row.code}, by its {', '.join(_asked(row))}."
    return replace(event, type=row.code, why=why, runners_up=_runners_up(event, row.code, plain))


def _asked(row: Code) -> Iterator[str]:
    asked = {"type": row.type, "mode": row.mode, "context": row.context, "words": row.words}
    return (name for name, value in asked.items() if value)


def _runners_up(event: Event, own: str, plain: dict[str, str]) -> tuple[RunnerUp, ...]:
    """Each code that lost, once, with its best score; types without a row of their own are dropped."""
    found: dict[str, RunnerUp] = {}
    for one in event.runners_up:
        code = plain.get(one.type)
        if code not in (None, own):
            found.setdefault(code, replace(one, type=code))
    return tuple(found.values())
