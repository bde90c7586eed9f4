"""Words of number, measure, money and count in English, from ``data/languages/en``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from fogline.tables import files
from fogline.tables.gazetteer_build import COUNTRIES

FOLDER = "languages/en/"


class Vague(NamedTuple):
    """What a worded number stands for; ``high`` None is open."""

    low: float
    high: float | None
    bound: str


class Counted(NamedTuple):
    """The unit a noun counts in, whether it says civilian (None: does not say), and the role it gives by itself."""

    unit: str
    civilian: bool | None
    role: str | None


def alternatives(forms: Iterable[str]) -> str:
    r"""The forms as one regex alternation, longest first; what forms begin with in common stands once, for speed.

    >>> alternatives(["under", "up", "up to"])
    'u(?:nder|p(?:\\ to|))'
    """
    return "|".join(_branches(sorted(set(forms), key=lambda form: (-len(form), form))))


def _branches(forms: Sequence[str]) -> list[str]:
    """One branch for each first letter, in the order of the forms."""
    rests: dict[str, list[str]] = {}
    for form in forms:
        rests.setdefault(form[:1], []).append(form[1:])
    return [_branch(first, rest) for first, rest in rests.items()]


def _branch(first: str, rests: Sequence[str]) -> str:
    if len(rests) == 1:
        return re.escape(first + rests[0])
    inner = _branches(rests)
    return re.escape(first) + (inner[0] if len(inner) == 1 else f"(?:{'|'.join(inner)})")


@cache
def number_words() -> dict[str, tuple[float, str]]:
    """Number words: value and kind (small, ten, scale, suffix).

    >>> number_words()["dozen"]
    (12.0, 'scale')
    """
    table = files.rows(FOLDER + "number_words.tsv", ("form", "value", "kind"))
    return {row["form"]: (float(row["value"]), row["kind"]) for row in table}


@cache
def vague_numbers() -> dict[str, Vague]:
    """Vague and worded numbers with the range they stand for (ledger.md, "Quantities").

    >>> vague_numbers()["dozens"]
    Vague(low=24.0, high=99.0, bound='vague')
    """
    table = files.rows(FOLDER + "vague_numbers.tsv", ("form", "low", "high", "bound"))
    return {r["form"]: Vague(float(r["low"]), float(r["high"]) if r["high"] else None, r["bound"]) for r in table}


@cache
def modifiers(side: str) -> dict[str, str]:
    """Words ``before`` or ``after`` a number that open or blur it, and the bound they make.

    >>> modifiers("before")["up to"]
    'at_most'
    """
    table = files.rows(FOLDER + "number_modifiers.tsv", ("form", "side", "bound"))
    return {row["form"]: row["bound"] for row in table if row["side"] == side}


@cache
def units() -> dict[str, tuple[str, str]]:
    """Units of measure: name and kind by lower-case form.

    >>> units()["kilometres"]
    ('km', 'length')
    """
    table = files.rows(FOLDER + "units.tsv", ("form", "unit", "kind"))
    return {row["form"]: (row["unit"], row["kind"]) for row in table}


@cache
def currencies(side: str) -> dict[str, str]:
    """ISO 4217 codes by the sign ``before`` a number or the words ``after`` it.

    >>> currencies("after")["jordanian dinars"]
    'JOD'
    """
    table = files.rows(FOLDER + "currencies.tsv", ("form", "code", "side"))
    return {row["form"]: row["code"] for row in table if row["side"] == side}


@cache
def local_currencies() -> dict[str, tuple[tuple[re.Pattern[str], str], ...]]:
    """Money that several countries have under one name: for each noun, how a country is named, and its code.

    >>> [code for names, code in local_currencies()["shilling"] if names.search("in Nairobi on Monday")]
    ['KES']
    """
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for row in files.rows(FOLDER + "currencies_local.tsv", ("noun", "country", "code")):
        found.setdefault(row["noun"], []).append((_named(row["country"]), row["code"]))
    return {noun: tuple(rows) for noun, rows in found.items()}


@cache
def _named(iso2: str) -> re.Pattern[str]:
    """A country's name, its adjective and its capital."""
    row = next(r for r in files.rows("places/countries.tsv", COUNTRIES) if r["iso2"] == iso2)
    forms = {row["name"], row["capital"], row["demonym"]} - {""}
    return re.compile(rf"\b(?:{alternatives(forms)})\b")


@cache
def counted_nouns() -> dict[str, Counted]:
    """Nouns that count in a unit other than themselves, by lemma.

    >>> counted_nouns()["soldier"]
    Counted(unit='person', civilian=False, role=None)
    """
    table = files.rows(FOLDER + "counted_nouns.tsv", ("lemma", "unit", "civilian", "role"))
    says = {"true": True, "false": False}
    return {r["lemma"]: Counted(r["unit"], says.get(r["civilian"]), r["role"] or None) for r in table}


@cache
def irregular_plurals() -> dict[str, str]:
    """Lemmas of plurals that dropping an s does not undo."""
    return {r["form"]: r["lemma"] for r in files.rows(FOLDER + "irregular_plurals.tsv", ("form", "lemma"))}


@cache
def casualty_words(*kinds: str) -> dict[str, str]:
    """Words that give people a role, of the kinds asked for (verb, died, state).

    >>> casualty_words("verb")["wounding"]
    'injured'
    """
    table = files.rows(FOLDER + "casualty_words.tsv", ("form", "role", "kind"))
    return {row["form"]: row["role"] for row in table if row["kind"] in kinds}


@cache
def designations() -> frozenset[str]:
    """Words after which a number is a name; those with a capital only as they stand."""
    return frozenset(row["form"] for row in files.rows(FOLDER + "designations.tsv", ("form",)))


@cache
def peoples() -> frozenset[str]:
    """Plural names of peoples and believers that their ending does not give away."""
    return frozenset(row["form"] for row in files.rows(FOLDER + "peoples.tsv", ("form",)))


def singular(word: str) -> str:
    """The lemma of a plural noun, by rule; for words without a parse, or where it slips.

    >>> singular("Civilians"), singular("bodies"), singular("gunmen"), singular("crew")
    ('civilian', 'body', 'gunman', 'crew')
    """
    low = word.lower()
    if low in irregular_plurals():
        return irregular_plurals()[low]
    if word[:1].isupper() and low.endswith("is"):
        return low[:-1]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if re.search(r"(?:ch|sh|ss|x|z)es$", low):
        return low[:-2]
    return low[:-1] if re.search(r"[^sui]s$", low) and len(low) > 3 else low
