"""How things end and what it is told of, from ``data/languages/en``, as reports of one event are laid side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from fogline.tables import files
from fogline.tables.lexicon_numbers import FOLDER

WORD = re.compile(r"(?<!\w)[A-Za-z]+")
Ends = tuple[tuple[str, str], ...]  # scale and end


@cache
def _outcome_forms() -> dict[str, list[tuple[re.Pattern[str], Ends]]]:
    """The forms of ``outcome_states.tsv`` by their first word, the longest first, with the ends they tell."""
    ends: dict[str, list[tuple[str, str]]] = {}
    for row in files.rows(FOLDER + "outcome_states.tsv", ("form", "scale", "end")):
        ends.setdefault(row["form"], []).append((row["scale"], row["end"]))
    found: dict[str, list[tuple[re.Pattern[str], Ends]]] = {}
    for form in sorted(ends, key=lambda form: (-len(form), form)):
        words = (
            re.escape(form).replace(r"\*", r"\w*").replace(r"\ …\ ", r"\s+(?:[\w’'-]+\s+){1,4}?").replace(r"\ ", r"\s+")
        )
        first = WORD.match(form)
        found.setdefault(first[0] if first else form, []).append(
            (re.compile(words + r"(?!\w)", re.I), tuple(ends[form]))
        )
    return found


def outcomes_told(text: str) -> Iterator[tuple[int, int, Ends]]:
    """Where a text tells how something ended: begin and end of the words, and the scales and ends they tell.

    >>> [(start, ends) for start, _, ends in outcomes_told("They were put to flight.")]
    [(10, (('control', 'kept'),))]
    """
    forms, reached = _outcome_forms(), 0
    for word in WORD.finditer(text):
        if word.start() >= reached:
            told = (
                (m.end(), ends)
                for form, ends in forms.get(word[0].lower(), ())
                if (m := form.match(text, word.start()))
            )
            found = next(told, None)
            if found:
                reached = found[0]
                yield word.start(), *found


@cache
def outcome_things() -> dict[str, frozenset[str]]:
    """What the ends of each scale are told of."""
    table = files.rows(FOLDER + "outcome_things.tsv", ("thing", "scale"))
    return {s: frozenset(r["thing"] for r in table if r["scale"] == s) for s in {row["scale"] for row in table}}
