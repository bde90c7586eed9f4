"""What the lines under a passage say of its marks, as records; and every fault of a file, for who writes it.

python -m fogline.tuning.layers training/corpus/train/*.txt
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from fogline.models.heads import WORTHS
from fogline.records import (
    CONTEXTS,
    ENTITY_TYPES,
    EVENT_TYPES,
    FACTUALITIES,
    SOURCE_CLASSES,
    SPEECH_ACTS,
    STATUSES,
    STYLES,
    Span,
    Spans,
)
from fogline.tables import files
from fogline.tuning.passages import CorpusError, Passage, passages

Made = TypeVar("Made")
REGISTERS = ("wire", "ministry", "ngo", "liveblog", "regional", "thinktank", "radio")
SECTORS = (
    "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "OPP", "REB", "PAR", "UAF", "CRM", "CVL", "REF", "MED", "EDU",
    "BUS", "LAB", "AGR", "NGO", "IGO", "REL", "SET", "ELI",
)  # fmt: skip
LONGEST_TRIGGER = 40  # characters


@dataclass(frozen=True, slots=True)
class Named:
    """An entity: ``e1 person KEN GOV``."""

    tag: str
    mentions: Spans
    type: str
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class Voice:
    """An attribution and its claim: ``v1 residents deny mixed fact in v2 by e3``."""

    tag: str
    source: Spans
    cue: Spans
    content: Spans
    source_class: str
    speech_act: str
    style: str
    worth: str
    parent: str | None
    entity: str | None


@dataclass(frozen=True, slots=True)
class Deed:
    """An act, and the event it is if PLOVER has a type for it: ``a1 done CT+ 3 ASSAULT:drone@military e1 > e2``."""

    tag: str
    triggers: Spans
    voice: str | None
    status: str
    factuality: str
    reader: int
    type: str | None
    mode: str | None
    contexts: tuple[str, ...] | None  # None where nobody has marked them
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    same: str | None


@dataclass(frozen=True, slots=True)
class Layers:
    """Everything marked in one passage."""

    entities: tuple[Named, ...]
    voices: tuple[Voice, ...]
    deeds: tuple[Deed, ...]
    times: Spans
    places: Spans
    counts: Spans


def layers(passage: Passage) -> Layers:
    """The passage's marks with what its lines say of them.

    Raises:
        CorpusError: at the first line or mark that does not follow the guide.
    """
    if passage.register not in REGISTERS:
        raise _fault(passage, f"register {passage.register!r}; known: {', '.join(REGISTERS)}")
    return Layers(
        _each(passage, "e", "e", _entity),
        _each(passage, "v", "sqc", _voice),
        _each(passage, "a", "a", _deed),
        passage.spans("t"),
        passage.spans("p"),
        passage.spans("n"),
    )


def _each(
    passage: Passage, kind: str, letters: str, made: Callable[[Passage, str, list[str]], Made]
) -> tuple[Made, ...]:
    """A record for each line of the kind; marks without a line and lines without a mark are faults."""
    marked = {mark.tag[1:] for mark in passage.marks if mark.tag[0] in letters and mark.tag[1:]}
    told = {tag[1:] for tag in passage.lines if tag[0] == kind}
    if marked != told:
        missing = ", ".join(sorted(f"{kind}{n}" for n in marked ^ told))
        raise _fault(passage, f"{missing}: marked without a line, or a line without a mark")
    tags = sorted((tag for tag in passage.lines if tag[0] == kind), key=lambda tag: int(tag[1:]))
    return tuple(made(passage, tag, list(passage.lines[tag])) for tag in tags)


def _entity(passage: Passage, tag: str, fields: list[str]) -> Named:
    if len(fields) != 3:
        raise _fault(passage, f"{tag}: TYPE COUNTRY SECTOR, not {' '.join(fields)!r}")
    _known(passage, tag, fields[0], ENTITY_TYPES)
    _known(passage, tag, fields[2], ("-", *SECTORS))
    return Named(tag, passage.spans(tag), fields[0], _stated(fields[1]), _stated(fields[2]))


def _voice(passage: Passage, tag: str, fields: list[str]) -> Voice:
    options = _options(passage, tag, fields, ("in", "by"))
    if len(fields) != 4:
        raise _fault(passage, f"{tag}: CLASS SPEECH_ACT STYLE WORTH, not {' '.join(fields)!r}")
    for field, known in zip(fields, (SOURCE_CLASSES, SPEECH_ACTS, STYLES, WORTHS), strict=True):
        _known(passage, tag, field, known)
    source, cue, content = (passage.spans(letter + tag[1:]) for letter in "sqc")
    if not content or not (source or cue):
        raise _fault(passage, f"{tag}: a voice has a content, and a source or a cue")
    entity = options["by"] or _speaker(passage, source)
    source_class, speech_act, style, worth = fields
    return Voice(tag, source, cue, content, source_class, speech_act, style, worth, options["in"], entity)


def _speaker(passage: Passage, source: Spans) -> str | None:
    """The entity with the longest mention inside the source."""
    inside = [
        mark
        for mark in passage.marks
        if mark.tag[0] == "e" and any(s.start <= mark.span.start and mark.span.end <= s.end for s in source)
    ]
    return max(inside, key=lambda mark: (mark.span.end - mark.span.start, -mark.span.start)).tag if inside else None


def _deed(passage: Passage, tag: str, fields: list[str]) -> Deed:
    options = _options(passage, tag, fields, ("same",))
    if len(fields) not in (3, 7):
        raise _fault(passage, f"{tag}: STATUS FACTUALITY READER [TYPE ACTORS > RECIPIENTS], not {' '.join(fields)!r}")
    _known(passage, tag, fields[0], STATUSES)
    _known(passage, tag, fields[1], FACTUALITIES)
    _known(passage, tag, fields[2], tuple(str(n) for n in range(-3, 4)))
    triggers = passage.spans(tag)
    if max(span.end - span.start for span in triggers) > LONGEST_TRIGGER:
        raise _fault(passage, f"{tag}: a trigger is one head word, not {passage.words(triggers[0])!r}")
    kind, mode, contexts = _coded(passage, tag, fields[3]) if fields[3:] else (None, None, None)
    actors, recipients = _both_sides(passage, tag, fields[4:]) if fields[3:] else ((), ())
    status, factuality, reader = fields[:3]
    return Deed(
        tag, triggers, _eyes(passage, triggers[0]), status, factuality, int(reader), kind, mode, contexts, actors,
        recipients, options["same"],
    )  # fmt: skip


def _coded(passage: Passage, tag: str, field: str) -> tuple[str, str | None, tuple[str, ...] | None]:
    """Type, mode and contexts of ``ASSAULT:drone@military+terrorism``; ``@`` alone: in none of the contexts."""
    name, at, told = field.partition("@")
    kind, _, mode = name.partition(":")
    _known(passage, tag, kind, EVENT_TYPES)
    if mode and mode not in modes()[kind]:
        raise _fault(passage, f"{tag}: {kind} has no mode {mode!r}; known: {', '.join(modes()[kind])}")
    contexts = tuple(filter(None, told.split("+")))
    for context in contexts:
        _known(passage, tag, context, CONTEXTS)
    return kind, mode or None, contexts if at else None


def _both_sides(passage: Passage, tag: str, fields: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if fields[1] != ">":
        raise _fault(passage, f"{tag}: ACTORS > RECIPIENTS, not {' '.join(fields)!r}")
    return _sides(passage, tag, fields[0]), _sides(passage, tag, fields[2])


def modes() -> dict[str, list[str]]:
    """PLOVER's modes by type, from the ontology's own table."""
    found: dict[str, list[str]] = {kind: [] for kind in EVENT_TYPES}
    for row in files.rows("ontologies/plover/types.tsv", ("type", "mode", "score")):
        if row["mode"]:
            found[row["type"]].append(row["mode"])
    return found


def _sides(passage: Passage, tag: str, field: str) -> tuple[str, ...]:
    sides = () if field == "-" else tuple(field.split("+"))
    for side in sides:
        if side[0] != "e" or side not in passage.lines:
            raise _fault(passage, f"{tag}: {side!r} is no entity of this passage")
    return sides


def _eyes(passage: Passage, trigger: Span) -> str | None:
    """The voice with the shortest content around the trigger: in its eyes the act has its status."""
    around = [
        mark
        for mark in passage.marks
        if mark.tag[0] == "c" and mark.span.start <= trigger.start and trigger.end <= mark.span.end
    ]
    if not around:
        return None
    return f"v{min(around, key=lambda mark: mark.span.end - mark.span.start).tag[1:]}"


def _options(passage: Passage, tag: str, fields: list[str], names: tuple[str, ...]) -> dict[str, str | None]:
    """Take ``in v2`` and the like off the end of a line."""
    found: dict[str, str | None] = dict.fromkeys(names)
    while len(fields) >= 2 and fields[-2] in names:
        value, name = fields.pop(), fields.pop()
        if value not in passage.lines:
            raise _fault(passage, f"{tag}: {name} {value}, which has no line")
        found[name] = value
    return found


def _stated(field: str) -> str | None:
    return None if field == "-" else field


def _known(passage: Passage, tag: str, field: str, known: tuple[str, ...]) -> None:
    if field not in known:
        raise _fault(passage, f"{tag}: {field!r} is none of {', '.join(known)}")


def _fault(passage: Passage, what: str) -> CorpusError:
    return CorpusError(f"{passage.where} {passage.id}: {what}")


def faults(path: Path) -> Iterator[str]:
    """What is wrong in a file, a line each; the first fault of each passage."""
    try:
        read = passages(path)
    except CorpusError as error:
        yield str(error)
        return
    for passage in read:
        try:
            layers(passage)
        except CorpusError as error:
            yield str(error)


def _main(names: list[str]) -> int:
    found = [fault for name in names for fault in faults(Path(name))]
    print("\n".join(found) or "no faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
