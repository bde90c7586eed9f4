"""The names under which reports speak of what is on record: conflicts, agreements, organisations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from fogline.tables import files
from fogline.tables.lexicon_numbers import FOLDER, alternatives

Years = tuple[int, int]  # first and last, inclusive


@dataclass(frozen=True, slots=True)
class RecordName:
    """A name, the fact subjects or rows that it can mean, and the years of other things that bear it too.

    ``told`` says what the named thing is: ``war`` lasts, ``start`` is a beginning ("the invasion of ...").
    ``needs`` is a word without which the text does not mean it; ``holds`` the words, in lower case, of every variant.
    """

    form: str
    keys: frozenset[str]
    also: tuple[Years, ...]
    told: str
    needs: str = ""
    holds: tuple[str, ...] = ()

    @property
    def pattern(self) -> re.Pattern[str]:
        """What the name looks like in a text, in any case."""
        return _compiled(self.form)


@cache
def conflict_forms() -> tuple[RecordName, ...]:
    """The names of conflicts, in the order of the table."""
    table = files.rows(FOLDER + "conflict_names.tsv", ("form", "subject", "also", "told"))
    return tuple(_name(row, row["told"]) for row in table)


@cache
def agreement_forms() -> tuple[RecordName, ...]:
    """The names of agreements, treaties and truces, in the order of the table."""
    table = files.rows(FOLDER + "agreement_names.tsv", ("form", "subject", "also", "needs"))
    return tuple(_name(row, "agreement", row["needs"]) for row in table)


@cache
def conflict_parties() -> tuple[tuple[str, tuple[re.Pattern[str], re.Pattern[str]]], ...]:
    """Wars of the record that their two parties tell, by the names of both."""
    table = files.rows(FOLDER + "conflict_parties.tsv", ("subject", "one", "other"))
    return tuple((row["subject"], (_any(row["one"]), _any(row["other"]))) for row in table)


def _any(forms: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(forms.split('|'))})\b")


@cache
def organisation_forms() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern over the names of organisations and alliances, and the key of each in the record."""
    table = files.rows(FOLDER + "organisation_names.tsv", ("form", "organisation"))
    keys = {row["form"]: row["organisation"] for row in table}
    return re.compile(rf"(?<![\w-])(?:{alternatives(keys)})(?!\w)"), keys


@cache
def stand_in_words() -> dict[str, frozenset[str]]:
    """Common nouns for organisations ("the bloc"), and the organisations that each can stand for."""
    table = files.rows(FOLDER + "organisation_stand_ins.tsv", ("word", "organisations"))
    return {row["word"]: frozenset(row["organisations"].split()) for row in table}


def form_pattern(form: str) -> str:
    r"""The regex of a form: (a|b) is either, (a|) may be missing; any space, any apostrophe.

    >>> form_pattern("(civil |)war in Sudan")
    '(?:civil\\s+|)war\\s+in\\s+Sudan'
    """
    escaped = "".join(c if c in "|)" else "(?:" if c == "(" else re.escape(c) for c in form)
    return escaped.replace(r"\ ", r"\s+").replace("'", "['’]")


def _name(row: files.Row, told: str, needs: str = "") -> RecordName:
    keys, also = frozenset(row["subject"].split()), tuple(_years(row["also"].split()))
    return RecordName(row["form"], keys, also, told, needs, _holds(row["form"]))


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){form_pattern(form)}(?!\w|-)", re.I)


def _holds(form: str) -> tuple[str, ...]:
    """The words that stand outside a form's alternatives, the longest first.

    >>> _holds("(civil |)war in Sudan"), _holds("(Minsk|Astana) talks")
    (('sudan', 'in'), ('talks',))
    """
    while "(" in form:
        form = re.sub(r"\([^()]*\)", "\n", form)
    return tuple(sorted(re.sub(r"\S*\n\S*|'", " ", form).lower().split(), key=len, reverse=True))


def _years(ranges: Iterable[str]) -> Iterable[Years]:
    for words in ranges:
        first, _, last = words.partition("-")
        yield int(first), int(last or first)


@cache
def office_titles() -> tuple[str, dict[str, tuple[str, ...]]]:
    """A pattern over the titles of office, longest first, and the offices of the record that each can mean.

    >>> office_titles()[1]["premier"]
    ('prime minister',)
    """
    table = files.rows(FOLDER + "office_titles.tsv", ("form", "offices"))
    titles = {row["form"]: tuple(row["offices"].split(";")) for row in table}
    return alternatives(titles), titles


@cache
def weapon_names() -> dict[str, tuple[str, str]]:
    """Other names of the weapons on record: the fact subject of each, and whether it is a weapon or a launcher.

    >>> weapon_names()["Geran-2"], weapon_names()["M142"]
    (('shahed', 'weapon'), ('himars', 'launcher'))
    """
    table = files.rows(FOLDER + "weapon_names.tsv", ("form", "subject", "role"))
    return {row["form"]: (row["subject"], row["role"]) for row in table}
