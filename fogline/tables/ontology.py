"""The ontology as tables: PLOVER types and modes with their scores, the CAMEO crosswalk, and our own coding lexicon.

Where a row stands in its file means nothing: a verb of several rows has them by their ``rank``, and in every other
table a key stands once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from fogline.errors import TableError
from fogline.records import CONTEXTS
from fogline.tables import files

PLOVER, CAMEO = "ontologies/plover", "ontologies/cameo"
LEXICON = ("type", "mode", "contexts", "op", "lemmas")
NOUNS = ("type", "mode", "contexts", "kind", "lemmas")
RANKED = ("rank", *LEXICON)
CONFLICT = frozenset(
    ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
)
NOT_ACTS = frozenset(
    ("troops", "policeforce", "weapons", "prisoner", "envoy", "property", "territory", "opening", "peacekeepers")
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a lemma means to the coder: a type (or None), its mode and contexts, and how it works on its object.

    ``op`` of a verb or adjective: intend, stop, request, reject, accuse, threaten, do, say, try, order, or "".
    For a noun it is the kind ("aid", "talks", "troops") that the frames ask for.
    """

    type: str | None
    mode: str | None
    contexts: tuple[str, ...]
    op: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with its preposition and object that mean more together than apart ("withdraw" + aid, "call on")."""

    type: str | None
    mode: str | None
    contexts: tuple[str, ...]


Key = TypeVar("Key")
Held = TypeVar("Held")


def _once(table: str, pairs: Iterable[tuple[Key, Held]]) -> dict[Key, Held]:
    """A table by its keys.

    Raises:
        TableError: F202, if a key stands twice: which row counts must not hang on where it stands.
    """
    found: dict[Key, Held] = {}
    for key, held in pairs:
        if key in found:
            raise TableError("F202", f"{key!r} stands twice", where=f"{table}.tsv", accepted="one row a key")
        found[key] = held
    return found


def _entry(row: files.Row, op: str) -> Entry:
    return Entry(row["type"] or None, row["mode"] or None, _contexts(row), row[op])


def _contexts(row: files.Row) -> tuple[str, ...]:
    return tuple(c for c in row["contexts"].split("; ") if c)


def _lemmas(row: files.Row) -> Iterator[str]:
    yield from (lemma.strip() for lemma in row["lemmas"].split(", "))


def _entries(name: str, columns: tuple[str, ...] = LEXICON) -> dict[str, Entry]:
    rows = files.rows(f"{PLOVER}/{name}.tsv", columns)
    return _once(f"{PLOVER}/{name}", ((lemma, _entry(row, columns[3])) for row in rows for lemma in _lemmas(row)))


def _ranked(row: files.Row) -> tuple[int, tuple[str, ...]]:
    return int(row["rank"]), tuple(row.values())


@cache
def verb_senses() -> dict[str, tuple[Entry, ...]]:
    """All rows a verb stands in, the lowest rank first: its first typed row and its operators."""
    found: dict[str, list[Entry]] = {}
    for row in sorted(files.rows(f"{PLOVER}/verbs.tsv", RANKED), key=_ranked):
        for lemma in _lemmas(row):
            found.setdefault(lemma, []).append(_entry(row, "op"))
    return {lemma: tuple(entries) for lemma, entries in found.items()}


@cache
def verbs() -> dict[str, Entry]:
    """The first typed sense of each verb."""
    return {lemma: next((e for e in entries if e.type), entries[0]) for lemma, entries in verb_senses().items()}


@cache
def adjectives() -> dict[str, Entry]:
    """Predicative adjectives: "willing", "critical of"."""
    return _entries("adjectives")


@cache
def nouns() -> dict[str, Entry]:
    """Nouns, single words and compounds, with their kind.

    >>> nouns()["drone strike"].mode, nouns()["hostage"].op
    ('drone', 'prisoner')
    """
    return _entries("nouns", NOUNS)


@cache
def event_nouns() -> frozenset[str]:
    """The nouns that name an act of some type, not the things that acts are done with or to."""
    things = words("thing")
    return frozenset(n for n, e in nouns().items() if e.type and e.op not in NOT_ACTS and n not in things)


@cache
def words(kind: str) -> frozenset[str]:
    """A closed list of words.tsv by its kind: weak, background, thing, nobody, worker, harm ...

    >>> "wage" in words("worker")
    True
    """
    rows = files.rows(f"{PLOVER}/words.tsv", ("kind", "lemmas"))
    return frozenset(word for row in rows if row["kind"] == kind for word in row["lemmas"].split(", "))


@cache
def nominals() -> dict[str, str]:
    """Nouns and the verbs they stand for: "suspension" of aid, "lifting" of an embargo."""
    rows = files.rows(f"{PLOVER}/nominals.tsv", ("noun", "verb"))
    return _once(f"{PLOVER}/nominals", ((row["noun"], row["verb"]) for row in rows))


@cache
def frames() -> dict[tuple[str, str, str], Frame]:
    """Frames by verb (or ``@op``), preposition ("" for a direct object) and object (lemma, ``kind:x`` or ``*``)."""
    columns = ("verb", "prep", "object", "type", "mode", "contexts")
    rows = files.rows(f"{PLOVER}/frames.tsv", columns)
    return _once(f"{PLOVER}/frames", ((key, _frame(row)) for row in rows for key in _occasions(row)))


def _frame(row: files.Row) -> Frame:
    return Frame(None if row["type"] in ("", "-") else row["type"], row["mode"] or None, _contexts(row))


def _occasions(row: files.Row) -> Iterator[tuple[str, str, str]]:
    """Every verb with every preposition and every object of a row."""
    for verb in row["verb"].split(", "):
        for prep in row["prep"].split(", "):
            yield from ((verb, prep, thing) for thing in row["object"].split(", "))


@cache
def scores() -> dict[tuple[str, str], float]:
    """PLOVER's conflict-cooperation score by type and mode ("" for the type alone), -10 to +10."""
    rows = files.rows(f"{PLOVER}/types.tsv", ("type", "mode", "score"))
    found = _once(f"{PLOVER}/types", (((row["type"], row["mode"]), float(row["score"])) for row in rows))
    return dict(sorted(found.items()))


@cache
def cameo() -> dict[tuple[str, str], tuple[str, float]]:
    """The CAMEO code and Goldstein value for a type and mode ("" for the type alone).

    >>> cameo()["ASSAULT", "aerial"][0]
    '195'
    """
    rows = files.rows(f"{CAMEO}/crosswalk.tsv", ("type", "mode", "cameo", "goldstein"))
    pairs = (((row["type"], row["mode"]), (row["cameo"], float(row["goldstein"]))) for row in rows)
    return _once(f"{CAMEO}/crosswalk", pairs)


@cache
def types_by_cameo() -> dict[str, str]:
    """The PLOVER type behind each CAMEO code of the crosswalk: it tells what an event is under any ontology's name.

    >>> types_by_cameo()["194"], types_by_cameo()["174"]
    ('ASSAULT', 'COERCE')
    """
    return {code: kind for (kind, _), (code, _) in sorted(cameo().items())}


@cache
def modes_of(kind: str) -> tuple[str, ...]:
    """Every mode that an event of a type may have.

    >>> modes_of("CONSULT")
    ('multilateral', 'phone', 'third-party', 'visit')
    """
    return tuple(sorted({mode for one, mode in (*scores(), *cameo()) if one == kind and mode}))


@cache
def contexts() -> frozenset[str]:
    """Every context that a row of the lexicon or the encoder gives."""
    entries = (entry for senses in verb_senses().values() for entry in senses)
    rows: tuple[Entry | Frame, ...] = (*entries, *nouns().values(), *adjectives().values(), *frames().values())
    return frozenset(CONTEXTS) | frozenset(context for row in rows for context in row.contexts)


@cache
def context_words() -> dict[str, frozenset[str]]:
    """Words beside an act that tell what it is about, by context.

    >>> "ballot" in context_words()["election"]
    True
    """
    rows = files.rows("languages/en/context_words.tsv", ("context", "words"))
    return {row["context"]: frozenset(row["words"].split(", ")) for row in rows}
