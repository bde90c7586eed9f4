"""Words of time: months, weekdays, parts of the day, units, numerals, zones, holidays, verbs that look ahead."""

from __future__ import annotations

from functools import cache

from fogline.tables import files

WORDS = "languages/en/time_words.tsv"
VERBS = "languages/en/time_verbs.tsv"
HOLIDAYS = "languages/en/time_holidays.tsv"


@cache
def words(kind: str) -> dict[str, str]:
    """The forms of one kind (``month``, ``unit``, ``zone`` ...) in lower case, with their values.

    >>> words("month")["june"], words("season")["winter"]
    ('06', 'WI')
    """
    return {row["form"].lower(): row["value"] for row in _rows() if row["kind"] == kind}


@cache
def alternatives(*kinds: str) -> str:
    """A pattern for any form of these kinds, longest first; forms that are only right as written stay so.

    ``March`` and ``May`` are months with their capital only (or in a line of capitals).
    """
    rows = sorted((row for row in _rows() if row["kind"] in kinds), key=lambda row: (-len(row["form"]), row["form"]))
    return "(?:" + "|".join(_form(row["form"], row["exact"] == "yes") for row in rows) + ")"


def _form(form: str, exact: bool) -> str:
    return f"(?-i:{form}|{form.upper()})" if exact else form


@cache
def first_words() -> frozenset[str]:
    """The first words of all forms, in lower case: only there can a time expression begin."""
    return frozenset(form.split()[0].lower().rstrip(".") for form in (*(r["form"] for r in _rows()), *holidays()))


@cache
def verbs(sense: str) -> frozenset[str]:
    """Lemmas of one sense: ``ahead``, ``planned``, ``grants``, ``achieved``, ``reports``, ``terms`` ...

    >>> "expire" in verbs("ahead")
    True
    """
    rows = files.rows(VERBS, ("lemma", "sense"))
    return frozenset(row["lemma"] for row in rows if row["sense"] == sense)


@cache
def holidays() -> dict[str, str]:
    """Names of days with the rule that finds their date in a year."""
    return {row["form"]: row["rule"] for row in files.rows(HOLIDAYS, ("form", "rule"))}


def _rows() -> tuple[files.Row, ...]:
    return files.rows(WORDS, ("form", "kind", "value", "exact"))
