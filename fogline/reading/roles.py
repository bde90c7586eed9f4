"""Offices that the words give a person: titles before the name, appositions and relative clauses after it.

Nothing is taken from the record: who held what when is checked later, against dated facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fogline.reading.bodies import Bodies, Body
from fogline.reading.titles import UNTITLED, Ending, behind_office, office_ending, title_ending, with_field
from fogline.records import Tenure
from fogline.tables import actors, phrases
from fogline.tables.actor_words import sector_modifiers
from fogline.tables.actors import Office

__all__ = ["Bodies", "Body", "Role", "office_ending", "office_name", "roles_of"]

STATUSES = {
    "former": "former", "ex": "former", "then": "former", "late": "former", "ousted": "former", "deposed": "former",
    "one-time": "former", "onetime": "former", "erstwhile": "former", "retired": "former", "toppled": "former",
    "acting": "acting", "interim": "acting", "caretaker": "acting", "elect": "elect", "designate": "elect",
    "incoming": "elect",
}  # fmt: skip
FILLERS = frozenset({
    "the", "a", "an", "s", "'", "-", "country", "nation", "its", "his", "their", "senior", "top", "new", "newly",
    "current", "longtime", "long", "time", "first", "powerful", "outgoing", "influential", "regional", "local",
    "deputy", "outspoken", "of", "and", "now",
})  # fmt: skip
UNITS = frozenset({"guard", "force", "forces", "ministry", "department", "agency", "service", "council", "party"})
CLOSING = frozenset({"and", "of", "the", "a", "an", "s", "'", "-"})
SMALL = frozenset({"of", "the", "and", "in", "for", "to", "at", "with"})
JOINING = re.compile(r"\s(?:of|for|to|at|in|with)\s")
UNSURE_SECTORS = frozenset({"REB", "CRM", "UAF", "IMG"})  # never put on a named person
HONORIFIC = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|HE|H\.E|Sir|Dame)\.?\s+)+$")
PERIOD = re.compile(
    r"\b(?:from|between)\s+(?P<since>\d{4})\s+(?:to|until|and|through)\s+(?P<until>\d{4})\b"
    r"|\bsince\s+(?:\w+\s+)?(?P<from>\d{4})\b|\buntil\s+(?:\w+\s+)?(?P<to>\d{4})\b"
)
TOOK_OFFICE = re.compile(
    r"\s*(?:,\s*)?(?:who\s+)?(?P<verb>has\s+been|has\s+served\s+as|had\s+been|had\s+served\s+as|was\s+elected(?:\s+as)?"
    r"|was\s+appointed(?:\s+as)?|was\s+named|was\s+sworn\s+in\s+as|became|was|is|served\s+as|serves\s+as"
    r"|took\s+over\s+as|resigned\s+as|stepped\s+down\s+as)\s+(?=[A-Za-z])"
)
CLOSED = re.compile(r"\s*(?:[,.;:)]|$)")  # what ends an apposition behind its comma
OPENING = re.compile(r"(?:^|[\n.!?:”\"]\s*)(?:The\s+|A\s+|An\s+)?$")
LEFT = {"was", "served as", "had been", "had served as", "resigned as", "stepped down as"}
ENTERED = {"became", "was elected", "was elected as", "was appointed", "was appointed as", "was named", "took over as"}


@dataclass(frozen=True, slots=True)
class Role:
    """An office with the words that give it, and the country and sector that follow from it."""

    start: int
    end: int
    tenure: Tenure
    country: str | None
    sector: str | None
    kind: str


def roles_of(text: str, start: int, end: int, bodies: Bodies) -> tuple[Role, ...]:
    """The offices that the words around a person's name at ``[start, end)`` give, in text order."""
    honorific = HONORIFIC.search(text[max(0, start - 12) : start])
    start -= len(honorific[0]) if honorific else 0
    titles = tuple(_before(text, start, bodies))
    apposed = _apposed_before(text, titles[-1].start if titles else start, end, bodies)
    return (*apposed, *reversed(titles), *_after(text, end, bodies))


def office_name(office: str, body: Body | None, kind: str) -> str:
    """An office as the ledger writes it: with its country or body where the words give one.

    >>> ukraine = Body(0, 7, "Ukraine", "country", "UKR", None)
    >>> office_name("foreign minister", ukraine, "minister"), office_name("colonel", ukraine, "rank")
    ('Foreign Minister of Ukraine', 'colonel')
    """
    if kind in UNTITLED or (body is None and office.islower()):
        return office
    title = " ".join(w if w in SMALL else w[:1].upper() + w[1:] for w in office.split())
    if body is None:
        return title
    if not body.joining.startswith("of"):
        return f"{title} {body.joining} {body.name}"
    of = actors.country_name(body.country) if body.type == "country" and body.country else body.name
    return f"{title} of {_with_article(of or body.name, body)}"


def bare_office(office: str) -> str:
    """An office without its body and field, in small letters.

    >>> bare_office("Foreign Minister of Kenya"), bare_office("Special Envoy for Libya")
    ('foreign minister', 'special envoy')
    """
    return JOINING.split(office.lower(), maxsplit=1)[0]


def _with_article(name: str, body: Body) -> str:
    plural = name.startswith(("United ", "Netherlands", "Philippines", "Maldives", "Bahamas", "Democratic Republic"))
    common = body.type in ("organisation", "government", "force") and " " in name
    return f"the {name}" if plural or common or name.endswith(("Republic", "Houthis", "Taliban")) else name


def _before(text: str, start: int, bodies: Bodies) -> Iterator[Role]:
    """Titles that stand directly before the name, the nearest first; at most three in a row."""
    for _ in range(3):
        found = title_ending(text, start, bodies)
        if found is None or not (found.body or found.whole):
            return
        role = replace(_role(text, found.at, found.office, bodies, found.body), end=start)
        yield role
        start = role.start


def _apposed_before(text: str, start: int, end: int, bodies: Bodies) -> Iterator[Role]:
    """The office before a name between commas: "Ukraine's defence minister, ...," or "the head of the army, ...,"."""
    comma = re.search(r",\s+$", text[max(0, start - 4) : start])
    stop = max(0, start - 4) + comma.start() if comma else 0
    found = title_ending(text, stop, bodies) if comma else None
    if found is not None:
        role = _role(text, found.at, found.office, bodies, found.body)
        if CLOSED.match(text, end) or _opens_line(text, role.start):
            yield replace(role, end=stop)


def _opens_line(text: str, start: int) -> bool:
    """Nothing but an article and modifiers stands between the beginning of the line and the office."""
    return OPENING.search(text[max(0, start - 40) : start]) is not None or start == 0


def _role(text: str, end: int, found: Ending, bodies: Bodies, body: Body | None = None) -> Role:
    """The office that ends at ``end``, with the status and the body that its preceding words give."""
    at, office, elect = found
    begin, status, unit = max(0, end - 60) + at, "elect" if elect else "held", ""
    for _ in range(5):
        step = re.search(r"([\w.]+(?:-[\w]+)?)(?:['’]s?)?[\s-]*$", text[max(0, begin - 40) : begin])
        named = bodies.before(begin) if body is None or body.type != "country" else None
        if named is not None and re.search(r"\b[Ii]n\s+$", text[max(0, named.start - 4) : named.start]):
            named = None  # "In Kenya President ..."
        if named is not None and re.fullmatch(r"(?:['’]s?)?(?:[^\S\n]|\n(?!\s*\n))*", text[named.end : begin]):
            unit = f"{body.name} {unit}" if body else unit
            body, begin = named, named.start
        elif step and step[1].lower() in STATUSES:
            status, begin = STATUSES[step[1].lower()], max(0, begin - 40) + step.start()
        elif step and body is None and step[1].lower() in FILLERS - CLOSING:
            begin = max(0, begin - 40) + step.start()
        elif step and body is None and step[1].lower() in sector_modifiers().keys() | UNITS:
            begin, unit = max(0, begin - 40) + step.start(), f"{step[1].lower()} {unit}"
        else:
            break
    if body is None:
        body, office = _inside_body(text, begin, office, bodies)
    sector = office.sector or next((sector_modifiers()[w] for w in unit.split() if w in sector_modifiers()), None)
    office = Office(unit + office.name, sector, office.kind)
    return _made(office, body, Tenure("", status=status), (begin, end))


def _inside_body(text: str, begin: int, office: Office, bodies: Bodies) -> tuple[Body | None, Office]:
    """The body that takes an office's first word: "U.S. Army" of "U.S. Army General"."""
    first, _, rest = office.name.partition(" ")
    body = bodies.before(begin + len(first)) if rest else None
    if body is None or not body.start < begin < body.end == begin + len(first):
        return None, office
    return body, office._replace(name=rest)


def _made(office: Office, body: Body | None, tenure: Tenure, span: tuple[int, int]) -> Role:
    name = office_name(office.name, body, office.kind)
    status = "candidate" if office.kind == "candidate" else tenure.status
    bodys = body.sector if body and body.type != "country" else None
    whole = body is not None and (body.type == "force" or (bodys == "IGO" and not body.joining.startswith("to")))
    sector = (bodys if whole else None) or office.sector or bodys
    country = body.country if body else None
    kept = None if sector in UNSURE_SECTORS else sector
    return Role(*span, Tenure(name, tenure.since, tenure.until, status), country, kept, office.kind)


def _after(text: str, end: int, bodies: Bodies) -> Iterator[Role]:
    """An apposition or clause after the name: ", the former head of X," or "was elected president in 2014"."""
    rest = text[end : end + 160].replace("\n", " ")
    verb = TOOK_OFFICE.match(rest)
    comma = re.match(r"\s*(?:,|\()\s*(?!who\b)", rest)
    opening = verb or comma
    if opening is None:
        return
    found = _office_in(rest, opening.end(), end, bodies)
    if found is None:
        return
    office, at, body, status = found
    clause = re.split(r"[.;)]|,\s(?!\d)", rest[at:], maxsplit=1)[0]
    tenure = _tenure(clause, " ".join(verb["verb"].split()) if verb else "", status)
    yield _made(office, body, tenure, (end + opening.end(), end + at + len(clause)))


def _office_in(rest: str, at: int, offset: int, bodies: Bodies) -> tuple[Office, int, Body | None, str] | None:
    """The office near the beginning of an apposition: only articles, statuses and bodies may stand before it."""
    status, body, words = "held", None, phrases.words(rest.lower())
    while True:
        found = _office_at(rest, at)
        if found:
            office, end = found
            behind, field = behind_office(rest, end, len(rest), bodies, offset)
            return with_field((0, office, False), field)[1], end, body or behind, status
        word = next((w for w in words if w.start >= at), None)
        if word is None:
            return None
        named = bodies.at(offset + word.start)
        if named and body and named.type == "place":  # the group's deputy Sahel director
            at = named.end - offset
        elif named:
            body, at = named, named.end - offset
        elif word.form in STATUSES or word.form in FILLERS:
            status, at = STATUSES.get(word.form, status), word.end
        else:
            return None


def _office_at(rest: str, at: int) -> tuple[Office, int] | None:
    """The longest office that begins at ``at`` (white space skipped)."""
    opening = re.match(r"\s*(\w+)", rest[at : at + 30])
    if opening is None or opening[1].lower() not in actors.office_starts():
        return None
    words = phrases.words(rest[at : at + 80].lower())[:8]
    for length in range(min(7, len(words)), 0, -1):
        end = at + words[length - 1].end
        office = actors.offices().get(" ".join(rest[at:end].lower().split()))
        vague = (
            office is not None
            and office.name == "deputy"
            and re.match(r"\s(?!(?:of|for|to|at|in|and|who)\b)\w", rest[end:])
        )
        if office and not vague and not rest[end : end + 1].isalpha():
            return office, end
    return None


def _tenure(clause: str, verb: str, status: str) -> Tenure:
    """Since when and until when, as the clause says it."""
    found = PERIOD.search(clause)
    since = (found["since"] or found["from"]) if found else None
    until = (found["until"] or found["to"]) if found else None
    year = re.search(r"\bin\s+(?:\w+\s+)?(\d{4})\b", clause)
    if verb in ENTERED and year:
        since = year[1]
    if verb in ("resigned as", "stepped down as") and year:
        until = year[1]
    past = status == "held" and (verb in LEFT or until is not None)
    return Tenure("", since, until, "former" if past else status)
