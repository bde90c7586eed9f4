"""Who stands behind a statement of a report: its voice, and whether one report passes on what the other said.

A report that names the other outlet as its source ("the Harbour Wire reported") is no voice of its own: the two are
then counted as one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.checking.across.aligning import Pair
from fogline.checking.across.telling import WORD, Telling, stem
from fogline.checking.story import Verdict
from fogline.checking.voices import OUTLET
from fogline.records import Finding, Quantity, within

PRONOUN = re.compile(r"^(?:the )?(?:it|he|she|they|who|which|this|one of them)$", re.I)
EMPTY = frozenset(("the", "and", "who", "told", "off", "his", "her", "its", "our", "official", "spokesman"))


@dataclass(frozen=True, slots=True)
class Teller:
    """A voice as its report names it; ``own`` if the report speaks in its own words."""

    name: str
    own: bool
    outlet: str | None


def told_by(telling: Telling, position: int, quantity: Quantity | None = None) -> Teller:
    """Who says what stands at a position."""
    key = telling.story.teller(quantity) if quantity else _speaker(telling, position)
    name = telling.story.voices.name(key)
    if PRONOUN.search(name):
        key, name = OUTLET, telling.outlet or "the report"
    return Teller(re.sub(r"^the (?=[A-Z][\w-]+['’]s )", "", name), key == OUTLET, telling.outlet)


def _speaker(telling: Telling, position: int) -> str:
    """The voice of the narrowest claim that holds the position."""
    around = [c for c in telling.ledger.claims for s in c.content if within((position, position + 1), s)]
    said = [c for c in around if c.attribution]
    narrowest = min(said, key=lambda c: c.content[-1].end - c.content[0].start, default=None)
    return telling.story.voice(narrowest.id) if narrowest else OUTLET


def one_voice(a: Teller, b: Teller) -> bool:
    """True if both name one voice ("a port official", "an official at the port"), or are one outlet."""
    if a.own and b.own:
        return bool(a.outlet) and a.outlet == b.outlet
    if a.own or b.own:
        return False
    here, there = ({stem(w) for w in WORD.findall(t.name) if len(w) > 2} - EMPTY for t in (a, b))
    return bool(here & there) and 2 * len(here & there) >= min(len(here), len(there)) + 1


def cited(pair: Pair) -> bool:
    """True if one report names the other's outlet as its source."""
    return _names(pair.a, pair.b.outlet) or _names(pair.b, pair.a.outlet)


def _names(telling: Telling, outlet: str | None) -> bool:
    return bool(outlet) and bool(re.search(rf"\b{re.escape(outlet or '')}\b", telling.ledger.text))


def differing(pair: Pair, slot: tuple[str, str], values: tuple[str, str], at: tuple[int, int]) -> Finding:
    """The finding of two values for one thing (code and kind), with who gives which."""
    tellers = told_by(pair.a, at[0]), told_by(pair.b, at[1])
    same = one_voice(*tellers) or cited(pair)
    names = [f"{t.name} in {t.outlet}" if t.outlet and not t.own else t.name for t in tellers]
    told = f"{values[0]} ({names[0]}), {values[1]} ({names[1]})"
    if names[0] == names[1]:
        told = f"{values[0]}, and {values[1]}"
    verdict = Verdict(
        slot[0], "contradiction" if same else "dispute", slot[1], "medium" if same else "low",
        f"{'One voice is' if same else 'Two reports are'} at odds on the {slot[1]}: {told}.",
        "both reports tell of one event, and neither has the other's value",
        "two incidents, or two parts of one",
    )  # fmt: skip
    return pair.finding(verdict, at)
