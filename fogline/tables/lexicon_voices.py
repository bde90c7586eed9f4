"""Words that give a content to a voice, and the nouns that stand for voices (PARC 3's cues and sources)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from fogline.tables import files


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue word: the speech act it performs, its kind, and the constructions in which it takes content.

    ``frames``: ``c`` clause, ``q`` quotation, ``x`` infinitive or gerund, ``o`` object to the end of the verb phrase,
    ``r`` raising passive, ``n`` a figure ("put the toll at"); anything else is a preposition before the content.
    ``kind``: speech, writing, thought, evidence.
    """

    lemma: str
    act: str
    kind: str
    frames: frozenset[str]

    @property
    def prepositions(self) -> frozenset[str]:
        """The frames that are words."""
        return frozenset(f for f in self.frames if len(f) > 1)


@dataclass(frozen=True, slots=True)
class SourceNoun:
    """The class of voice, and the PLOVER sector or None, that a common noun gives its phrase."""

    voice: str
    sector: str | None


@cache
def cues(pos: str) -> dict[str, Cue]:
    """The cue words of one part of speech ("verb", "noun" or "adj") by lemma.

    >>> cues("verb")["deny"].act, sorted(cues("verb")["vow"].frames)
    ('deny', ['c', 'o', 'q', 'x'])
    """
    table = files.rows("languages/en/cues.tsv", ("lemma", "pos", "act", "kind", "frames"))
    return {
        row["lemma"]: Cue(row["lemma"], row["act"], row["kind"], frozenset(row["frames"].split()))
        for row in table
        if row["pos"] == pos
    }


@cache
def source_nouns() -> dict[str, SourceNoun]:
    """Nouns that head a voice without a name.

    >>> source_nouns()["witness"].voice
    'witnesses'
    """
    table = files.rows("languages/en/source_nouns.tsv", ("lemma", "class", "sector"))
    return {row["lemma"]: SourceNoun(row["class"], row["sector"] or None) for row in table}


@cache
def cue_phrases() -> tuple[tuple[tuple[str, ...], str, str], ...]:
    """Phrases that attribute their whole sentence: words, place of the voice, speech act."""
    table = files.rows("languages/en/cue_phrases.tsv", ("phrase", "place", "act"))
    return tuple((tuple(row["phrase"].split()), row["place"], row["act"]) for row in table)
