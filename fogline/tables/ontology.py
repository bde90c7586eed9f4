"""The ontology as tables: PLOVER types and modes with their scores, the CAMEO crosswalk, and our own coding lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from fogline.tables import files

PLOVER, CAMEO = "ontologies/plover", "ontologies/cameo"
LEXICON = ("type", "mode", "contexts", "op", "lemmas")
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


def _entries(name: str, columns: tuple[str, ...] = LEXICON) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for row in files.rows(f"{PLOVER}/{name}.tsv", columns):
        contexts = tuple(c for c in row["contexts"].split("; ") if c)
        entry = Entry(row["type"] or None, row["mode"] or None, contexts, row[columns[3]])
        for lemma in row["lemmas"].split(", "):
            found.setdefault(lemma.strip(), []).append(entry)
    return found


@cache
def verb_senses() -> dict[str, tuple[Entry, ...]]:
    """All rows a verb stands in, in the order of the table: its first typed row and its operators."""
    return {lemma: tuple(entries) for lemma, entries in _entries("verbs").items()}


@cache
def verbs() -> dict[str, Entry]:
    """The first typed sense of each verb."""
    return {lemma: next((e for e in entries if e.type), entries[0]) for lemma, entries in verb_senses().items()}


@cache
def adjectives() -> dict[str, Entry]:
    """Predicative adjectives: "willing", "critical of"."""
    return {lemma: entries[0] for lemma, entries in _entries("adjectives").items()}


@cache
def nouns() -> dict[str, Entry]:
    """Nouns, single words and compounds, with their kind.

    >>> nouns()["drone strike"].mode, nouns()["hostage"].op
    ('drone', 'prisoner')
    """
    columns = ("type", "mode", "contexts", "kind", "lemmas")
    return {lemma: entries[0] for lemma, entries in _entries("nouns", columns).items()}


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
    return {row["noun"]: row["verb"] for row in files.rows(f"{PLOVER}/nominals.tsv", ("noun", "verb"))}


@cache
def frames() -> dict[tuple[str, str, str], Frame]:
    """Frames by verb (or ``@op``), preposition ("" for a direct object) and object (lemma, ``kind:x`` or ``*``)."""
    columns = ("verb", "prep", "object", "type", "mode", "contexts")
    found: dict[tuple[str, str, str], Frame] = {}
    for row in files.rows(f"{PLOVER}/frames.tsv", columns):
        contexts = tuple(c for c in row["contexts"].split("; ") if c)
        frame = Frame(None if row["type"] in ("", "-") else row["type"], row["mode"] or None, contexts)
        for verb in row["verb"].split(", "):
            for prep in row["prep"].split(", "):
                for thing in row["object"].split(", "):
                    found.setdefault((verb, prep, thing), frame)
    return found


@cache
def scores() -> dict[tuple[str, str], float]:
    """PLOVER's conflict-cooperation score by type and mode ("" for the type alone), -10 to +10."""
    rows = files.rows(f"{PLOVER}/types.tsv", ("type", "mode", "score"))
    return {(row["type"], row["mode"]): float(row["score"]) for row in rows}


@cache
def cameo() -> dict[tuple[str, str], tuple[str, float]]:
    """The CAMEO code and Goldstein value for a type and mode ("" for the type alone).

    >>> cameo()["ASSAULT", "aerial"][0]
    '195'
    """
    rows = files.rows(f"{CAMEO}/crosswalk.tsv", ("type", "mode", "cameo", "goldstein"))
    return {(row["type"], row["mode"]): (row["cameo"], float(row["goldstein"])) for row in rows}
