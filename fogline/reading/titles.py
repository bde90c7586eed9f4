"""Where an office ends in the words, and the body or the field that it is for: "Minister for the Gulf"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from fogline.reading.bodies import Bodies, Body
from fogline.tables import actors, phrases
from fogline.tables.actors import Office

UNTITLED = ("rank", "profession", "expert", "religious", "candidate")  # kinds that no body is written behind
ABROAD = ("country", "place")  # of whom an office "for" or "to" them is not: "the envoy to Libya"
FIELD = re.compile(  # "for the Middle East", "of Labour and Trade"
    r"\s+(?:of|for|to|at)\s+(?:the\s+)?[A-Z][\w’'-]*(?:(?:\s+(?:and|of|for)(?:\s+the)?)?[^\S\n]+[A-Z][\w’'-]*){0,5}"
)
JOINED = re.compile(r"\s+(of|for|to|at|in|with)\s+(?:the\s+|its\s+)?")
OWNING = re.compile(r"['’]s?\s+")
LAST_WORD = re.compile(r"(\w+)\W*\s$")
CLAUSE = re.compile(r"[,.;:\"“”]|\b(?:who|which|that|said|says|was|is|were|has|had|have|with|on|after|when)\b")

UNSEEN = {
    ord(mark): " " for mark in "\u200b\u200e\u200f\u2060\ufeff"
}  # marks of direction and width, left behind by copying

Ending = tuple[int, Office, bool]  # where in its window an office begins, the office, and whether "-elect" follows


@dataclass(frozen=True, slots=True)
class Title:
    """An office that ends at ``at``, with the body behind it; ``whole`` if its words reach the name."""

    at: int
    office: Ending
    body: Body | None = None
    whole: bool = True


def title_ending(text: str, end: int, bodies: Bodies) -> Title | None:
    """The office before a place, also with what it is for: "Minister for the Gulf", "the head of the army"."""
    window = text[max(0, end - 60) : end].translate(UNSEEN)
    found = office_ending(window if window[-1:].isspace() else window + " ")
    if found is not None:
        return Title(end, found)
    low = max(0, end - 100)
    tail = _office_with_tail(text[low:end])
    found = office_ending(text[max(0, low + tail - 60) : low + tail] + " ") if tail is not None else None
    if tail is None or found is None:
        return None
    at = low + tail
    body, field = behind_office(text, at, end, bodies)
    if body is not None:
        return Title(at, found, body) if body.end == len(text[:end].rstrip()) else Title(at, found, whole=False)
    whole = bool(field) and at + len(field) == len(text[:end].rstrip())
    return Title(at, with_field(found, field), None, whole) if whole else Title(at, found, whole=False)


def behind_office(text: str, at: int, end: int, bodies: Bodies, offset: int = 0) -> tuple[Body | None, str]:
    """The body or the field behind an office; the land that an envoy is "for" or "to" is a field."""
    joined = JOINED.match(text, at)
    body = bodies.at(offset + joined.end()) if joined else None
    owned = OWNING.match(text, body.end - offset) if body else None
    body = (bodies.at(offset + owned.end()) or body) if owned else body
    if joined and body and not (joined[1] in ("for", "to") and body.type in ABROAD):
        return replace(body, joining=" ".join(joined[0].split())), ""
    field = FIELD.match(text, at, end)
    return None, field[0] if field else ""


def with_field(found: Ending, field: str) -> Ending:
    """The office with what it is for in its name; a rank has none."""
    at, office, elect = found
    told = " ".join(field.split())
    return (at, office._replace(name=f"{office.name} {told}"), elect) if told and office.kind not in UNTITLED else found


def _office_with_tail(window: str) -> int | None:
    """Where the office ends in "spokesman for the High Commissioner for Human Rights"; None if there is none."""
    found: tuple[int, int] | None = None
    for joined in re.finditer(r"\s+(?:of|for|at|in)\s+", window):
        office = office_ending(window[: joined.start()] + " ")
        if office and not CLAUSE.search(window, joined.end()) and (found is None or office[0] <= found[0]):
            found = office[0], joined.start()  # "chief of staff" before "chief"
    return found[1] if found else None


def office_ending(window: str) -> Ending | None:
    """The longest office whose words end where the window ends, and whether "-elect" follows it."""
    last = LAST_WORD.search(window)
    if last is None or last[1].lower() not in actors.office_ends():
        return None
    words = phrases.words(window.lower())
    elect = len(words) > 2 and words[-1].form in ("elect", "designate") and words[-2].form == "-"
    words = words[:-2] if elect else words
    if not words or (words[-1].end != len(window.rstrip()) and not elect) or not window[-1:].isspace():
        return None
    for length in range(min(7, len(words)), 0, -1):
        part = window[words[-length].start : words[-1].end].lower()
        office = actors.offices().get(" ".join(part.split()))
        if office and not _hyphened(window, words[-length]):
            return words[-length].start, office, elect
    return None


def _hyphened(window: str, word: phrases.Word) -> bool:
    """True inside a longer word ("ex-", "then-" do not count)."""
    before = window[: word.start].lower()
    return before.endswith("-") and not before.endswith(("ex-", "then-"))
