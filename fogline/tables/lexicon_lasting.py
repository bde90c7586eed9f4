"""Words for what lasts: fighting, talks, captivity, outages, from ``data/languages/en/lasting.tsv``."""

from __future__ import annotations

import re
from functools import cache

from fogline.tables import files
from fogline.tables.lexicon_numbers import FOLDER, alternatives


@cache
def lasting(kind: str) -> dict[str, frozenset[str]]:
    """The forms of a class (n, p, v, e, c), each with the kinds of lasting things that it tells of.

    >>> lasting("n")["blaze"], sorted(lasting("e")["repel"])
    (frozenset({'fire'}), ['attack', 'fight'])
    """
    found: dict[str, set[str]] = {}
    for row in files.rows(FOLDER + "lasting.tsv", ("kind", "class", "forms")):
        if row["class"] == kind:
            for form in row["forms"].split(", "):
                found.setdefault(form, set()).add(row["kind"])
    return {form: frozenset(kinds) for form, kinds in found.items()}


@cache
def lasting_nouns() -> re.Pattern[str]:
    """Any noun of what lasts, the longest first, whole and in any case.

    >>> lasting_nouns().search("The Exchange of fire ended.")[0]
    'Exchange of fire'
    """
    return re.compile(rf"\b(?:{alternatives(lasting('n'))})\b(?!-)", re.I)


@cache
def lasting_phrases() -> re.Pattern[str]:
    """Any phrase of what lasts ("behind bars"), at the beginning of the words."""
    return re.compile(rf"\s+(?P<form>{alternatives(lasting('p'))})\b", re.I)


@cache
def cause_links(kind: str) -> re.Pattern[str]:
    """What stands before a cause of a kind (any, sudden, clause), whole and in any case, from ``cause_links.tsv``.

    >>> cause_links("any").search("In answer to the shooting he left.")[0]
    'In answer to'
    """
    table = files.rows(FOLDER + "cause_links.tsv", ("form", "kind"))
    forms = alternatives(row["form"] for row in table if row["kind"] == kind)
    return re.compile(rf"\b(?:{forms})\b", re.I)


@cache
def precedence() -> tuple[tuple[str, str], ...]:
    """Senses of acts of which the first comes before the second, from ``precedence.tsv``.

    >>> ("killing", "bury") in precedence()
    True
    """
    return tuple((row["first"], row["then"]) for row in files.rows(FOLDER + "precedence.tsv", ("first", "then")))


@cache
def when_words(kind: str) -> frozenset[str]:
    """Words of a kind by which lengths and moments are read, from ``when_words.tsv``, which names the kinds.

    >>> "detonate" in when_words("occurs")
    True
    """
    table = files.rows(FOLDER + "when_words.tsv", ("kind", "forms"))
    return frozenset(form for row in table if row["kind"] == kind for form in row["forms"].split(", "))
