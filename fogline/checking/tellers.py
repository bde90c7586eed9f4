"""When two numbers may be one source's: the same voice, the report's own prose, or a name and its short form.

"A shipping agent" and "the agent", "the regional command in Sumy" and "the command" are one where no other voice of the
report has that short name; a group that the report leaves unnamed ("a local volunteer group") may be any body it names.
"""

from __future__ import annotations

import re
from functools import cache

from fogline.checking.voices import OUTLET, PRONOUN, Voices

UNNAMED = re.compile(
    r"(?:an?|one)\s+(?:[\w’'-]+\s+){0,3}(?:group|organi[sz]ation|network|body|agency|charity|committee|monitor|association)"
    r"$",
    re.I,
)
TAIL = re.compile(r"\s+(?:of|in|for|at|from|on|who|which)\s.*$")
SMALL = frozenset(
    ("the", "a", "an", "its", "their", "his", "her", "own", "both", "our", "some", "statement", "spokesman",
     "spokeswoman", "spokesperson")
)  # fmt: skip


def one_source(voices: Voices, a: str, b: str) -> bool:
    """True if two voices may be one: the same, the report's own, or a name and its short form."""
    if a == b or OUTLET in (a, b) or PRONOUN.match(a) or PRONOUN.match(b):
        return True
    names = [voices.name(key) for key in (a, b)]
    if any(UNNAMED.match(key) for key in (a, b)):
        return sum(1 for n in names if n[:1].isupper()) <= 1
    here, there = (_heads(n) for n in names)
    return bool(here and there) and (here <= there or there <= here)


@cache
def _heads(name: str) -> frozenset[str]:
    words = re.findall(r"[\w-]+", TAIL.sub("", name.lower().replace("’s", "").replace("'s", "")))
    return frozenset(w.removesuffix("s") for w in words if w not in SMALL)
