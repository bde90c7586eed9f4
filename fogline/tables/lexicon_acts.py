"""The English words that decide whether a told act is done: operators, modals, hedges, and the nouns that name acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from fogline.tables import files, ontology

FOLDER = "languages/en"
FRAMES = ("to", "that", "ing", "np")


@dataclass(frozen=True, slots=True)
class Effect:
    """What a word does to the act in its scope: the status it leaves and a score from -3 to +3."""

    status: str
    score: float


@dataclass(frozen=True, slots=True)
class Operator:
    """A class of words that take an act ("refuse to", "a plan for"), plain and under negation."""

    name: str
    plain: Effect
    negated: Effect


def _words(cell: str) -> list[str]:
    return [word for word in cell.split(", ") if word]


@cache
def classes() -> dict[str, Operator]:
    """The operator classes by name."""
    columns = ("class", "status", "score", "neg_status", "neg_score")
    return {
        row["class"]: Operator(
            row["class"],
            Effect(row["status"], float(row["score"])),
            Effect(row["neg_status"], float(row["neg_score"])),
        )
        for row in files.rows(f"{FOLDER}/act_classes.tsv", columns)
    }


@cache
def operators() -> dict[tuple[str, str], Operator]:
    """Operators by lemma (with its preposition where it matters) and frame; the narrowest row wins.

    >>> operators()["refuse", "to"].name, operators()["threat of", "np"].name
    ('refuses', 'threatens')
    """
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for width, name, lemma, frame in _operator_rows():
        if (lemma, frame) not in found or width < found[lemma, frame][0]:
            found[lemma, frame] = (width, name)
    return {key: classes()[name] for key, (_, name) in found.items()}


def _operator_rows() -> Iterator[tuple[int, str, str, str]]:
    """Width of the row, class, lemma, frame; "find that" narrows its row to one frame."""
    for row in files.rows(f"{FOLDER}/act_operators.tsv", ("class", "frames", "lemmas")):
        frames = row["frames"].split(",")
        for lemma in _words(row["lemmas"]):
            bare, _, last = lemma.rpartition(" ")
            if bare and last in FRAMES:
                yield 0, row["class"], bare, last
                if last == "to":
                    yield 0, row["class"], lemma, "np"
            else:
                yield from ((len(frames), row["class"], lemma, frame) for frame in frames)


@cache
def modals() -> dict[tuple[str, bool], Operator]:
    """Modal auxiliaries by form and whether "have" follows ("could", "could have")."""
    columns = ("modal", "perfect", "status", "score", "neg_status", "neg_score")
    return {
        (row["modal"], row["perfect"] == "yes"): Operator(
            row["modal"],
            Effect(row["status"], float(row["score"])),
            Effect(row["neg_status"], float(row["neg_score"])),
        )
        for row in files.rows(f"{FOLDER}/modals.tsv", columns)
    }


@cache
def hedges() -> dict[tuple[str, str], Effect]:
    """Adverbs ("allegedly") and adjectives ("planned") by word and what they stand with, "verb" or "noun"."""
    rows = files.rows(f"{FOLDER}/hedges.tsv", ("word", "scope", "status", "score"))
    return {(row["word"], row["scope"]): Effect(row["status"], float(row["score"])) for row in rows}


@cache
def words(kind: str) -> frozenset[str]:
    """A closed list: light, occur, state, speech, nobody, negation, conditional."""
    rows = files.rows(f"{FOLDER}/act_words.tsv", ("kind", "words"))
    return frozenset(word for row in rows if row["kind"] == kind for word in _words(row["words"]))


@cache
def act_nouns() -> frozenset[str]:
    """Nouns that name an act, coded or not."""
    own = (word for row in files.rows(f"{FOLDER}/act_nouns.tsv", ("kind", "nouns")) for word in _words(row["nouns"]))
    return frozenset(own) | ontology.event_nouns()


@cache
def hostile() -> frozenset[str]:
    """Lemmas of acts that hurt, so that to vow one is to threaten."""
    return frozenset(
        lemma
        for table in (ontology.verbs(), ontology.nouns())
        for lemma, entry in table.items()
        if entry.type in ontology.CONFLICT and entry.type not in ("ACCUSE", "REJECT", "REQUEST")
    )
