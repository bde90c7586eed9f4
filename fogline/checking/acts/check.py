"""One act told twice, one slot with two values: by its predicates (C102, C103, C106 to C109).

Two tellings of one sense in one voice are of one act if enough ties them: whom it befell, where, with what, the same
words, and that the later one takes the act for granted (a definite noun, a relative clause, "after ..."). A finding
needs one slot only in which they exclude each other, and no third telling that has the later value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fogline.checking.acts.divided import divided
from fogline.checking.acts.finished import finished_and_open
from fogline.checking.acts.located import located
from fogline.checking.acts.pairs import Pair, pairs
from fogline.checking.acts.states import two_states
from fogline.checking.acts.told import Told
from fogline.checking.acts.undone import done_and_not
from fogline.checking.story import Story, Verdict, clean, story_of
from fogline.checking.telling.stems import stem
from fogline.records import Fact, Finding, Ledger
from fogline.tables.lexicon_senses import act_kinds

CODES = {
    "day": ("C103", "date"), "period": ("C103", "date"),
    "where": ("C106", "place"), "means": ("C107", "weapon"), "who": ("C108", "actor"),
    "to": ("C109", "recipient"), "target": ("C109", "recipient"), "kind": ("C109", "recipient"),
    "count": ("C102", "number"),
}  # fmt: skip
TWO = {
    "day": "days", "period": "times", "where": "places", "means": "means", "who": "doers",
    "to": "recipients", "target": "targets",
    "kind": "targets", "count": "numbers",
}  # fmt: skip
ALONE = re.compile(
    r"\b(?:alone|single-handedly|only\s+the|nobody\s+else|on\s+(?:its|his|her|their)\s+own"
    r"|without\s+(?:any\s+)?(?:outside\s+|foreign\s+)?help)\b", re.I
)  # fmt: skip
BEHALF = re.compile(
    r"\bon\s+(?:the\s+)?([a-z]+)['’]s\s+behalf|\bon\s+behalf\s+of\s+(?:the\s+)?([a-z]+)|\bfor\s+the\s+([a-z]+)", re.I
)
LEAST = 2.5  # points of what ties two tellings
SPECIFIC = ("whom", "who", "with", "where", "from", "to", "place", "day")
LONGEST = 110  # characters of a clause that are quoted
TAKES_UP = frozenset(("definite", "relative", "adverbial", "participle"))


def check_acts(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C102, C103, C106 to C109: one voice tells one act with two values of one slot."""
    story = story_of(ledger)
    seen: set[tuple[str, int]] = set()
    for pair in sorted(pairs(story), key=lambda p: -p.score):
        if one_act(pair):
            slot, first, second = pair.odds[0]
            if (slot, pair.b.at.start) not in seen:
                seen.add((slot, pair.b.at.start))
                yield _finding(story, pair, slot, (first, second))
    yield from located(story)
    yield from two_states(story)
    yield from done_and_not(story)
    yield from finished_and_open(story)
    yield from divided(story)


def one_act(pair: Pair) -> bool:
    """True if two tellings can only be of one act, and differ in one slot only."""
    a, b, links = pair.a, pair.b, pair.links
    senses = a.senses & b.senses
    alone = ALONE.search(b.words)  # "who alone signed it", whoever else did
    slots = {odd[0] for odd in pair.odds} - ({"hours"} if pair.odds[0][0] == "day" else set())
    if len(slots) != 1 or not slots <= CODES.keys() or ("split" in links and not alone) or a.marked or b.marked:
        return False
    if not (_named_again(pair) or any(s[0] != "=" for s in senses)) or {
        a.predicate.lemma,
        b.predicate.lemma,
    } <= act_kinds("vague verb"):
        return False
    return RULES.get(slots.pop(), _tied)(pair) and (b.how != "adverbial" or not _brought_in(b))


def _tied(pair: Pair) -> bool:
    """Taken up, and enough shared besides the verb."""
    up = pair.b.how in TAKES_UP or _whole(pair)
    return up and pair.score >= LEAST and any(pair.links.get(n) for n in SPECIFIC)


def _by_whom(pair: Pair) -> bool:
    """Whom it befell is the same, and only one can have done it."""
    links = pair.links
    sure = links.get("whom", 0) >= 2 or (
        links.get("whom") and any(links.get(n) for n in ("where", "from", "place", "day"))
    )
    if links.get("whom") and ALONE.search(pair.b.words):
        return True
    up = pair.b.how in TAKES_UP or _whole(pair) or _once(pair)
    if (
        links.get("day")
        and pair.b.how == "definite"
        and {"only", "one"} & links.keys()
        and pair.b.predicate.kind == "noun"
    ):
        return not pair.b.slot("whom")  # "the militia, who carried out Tuesday's attack"
    named = pair.a.predicate.kind == "noun" and "is" in {a.role for a in pair.a.predicate.arguments}
    if named and pair.b.how == "relative" and pair.links.get("only"):
        return True  # "the hijackers were ...", and "the ..., who had hijacked it", of one hijacking
    several = pair.a.senses & pair.b.senses & act_kinds("several doers") and not _for_one(pair)
    return up and bool(sure or (links.get("whom", 0) >= 1 and _for_one(pair))) and not several


def _for_one(pair: Pair) -> bool:
    """Each did it in the name of the same ("signed for the state", "signed on the state's behalf")."""
    found = [{w.lower() for each in BEHALF.findall(t.words) for w in each if w} for t in (pair.a, pair.b)]
    return bool(found[0] & found[1])


def _on_the_day(pair: Pair) -> bool:
    """Taken up, or the only such act of a narrow kind ("the shooting of 13 June")."""
    stems = [stem(t.predicate.lemma.split()[0])[:5] for t in (pair.a, pair.b)]
    only = {"only", "one"} & pair.links.keys() and stems[0] == stems[1]
    narrow = pair.a.senses & pair.b.senses & act_kinds("narrow sense") or only
    once = _once(pair) and pair.links.get("whom", 0) >= 2
    return bool(pair.b.how == "definite" and narrow) or once or _tied(pair)


def _to_whom(pair: Pair) -> bool:
    """Tied, or the same number of the same things, taken up as a whole."""
    counts = [p.count.low for t in (pair.a, pair.b) for p in t.slot("whom") if p.count]
    same_lot = len(counts) == 2 and counts[0] == counts[1] and pair.links.get("whom", 0) >= 2 and _whole(pair)
    return same_lot or _tied(pair)


def _with_what(pair: Pair) -> bool:
    linked = any(pair.links.get(n) for n in SPECIFIC)
    return (pair.a.how == pair.b.how == "definite" and linked) or _tied(pair)


def _how_many(pair: Pair) -> bool:
    """The later number is of the whole group: no words of its own say which part of it is meant."""
    b = pair.b
    narrowed = (b.how in ("participle", "relative") and (b.days or b.places or b.slot("where"))) and not any(
        pair.links.get(n) for n in ("day", "place", "where")
    )
    return _tied(pair) and not narrowed


def _at_what(pair: Pair) -> bool:
    """Tied, or it speaks of a thing struck that the report has not told of ("the clinic that was struck")."""
    a, b = pair.a, pair.b
    whom = b.slot("whom")
    new = (
        b.how == "relative" and len(whom) == 1 and whom[0].definite and not whom[0].plural and "one" not in whom[0].head
    )
    return _tied(pair) or (new and a.number < b.number and "unheard" in pair.links)


RULES = {
    "target": _at_what,
    "who": _by_whom,
    "day": _on_the_day,
    "means": _with_what,
    "to": _to_whom,
    "count": _how_many,
}


def _once(pair: Pair) -> bool:
    """What can befall one person or thing only once, told of one."""
    one = all(len(t.slot("whom")) == 1 and not t.slot("whom")[0].plural for t in (pair.a, pair.b))
    once = pair.a.senses & pair.b.senses & act_kinds("once sense")
    return bool(once) and one and pair.b.slot("whom")[0].definite


def _named_again(pair: Pair) -> bool:
    """One noun for an act told of once ("a closed-door briefing", "Wednesday's closed-door briefing")."""
    a, b = pair.a, pair.b
    nouns = a.predicate.kind == b.predicate.kind == "noun" and a.predicate.lemma == b.predicate.lemma
    return (
        nouns
        and a.how == "indefinite"
        and b.how == "definite"
        and bool(pair.links.get("only") and pair.links.get("kind"))
    )


def _brought_in(t: Told) -> bool:
    """Something is told of for the first time ("hours after a missile hit a market")."""
    return any(p.indefinite for name in ("whom", "with", "who") for p in t.slot(name))


def _whole(pair: Pair) -> bool:
    """The later telling has the whole of what the earlier one brought in ("all six launchers")."""
    return any(p.definite for p in pair.b.slot("whom")) and not all(p.definite for p in pair.a.slot("whom"))


def _finding(story: Story, pair: Pair, slot: str, values: tuple[str, str]) -> Finding:
    author = slot == "who" and "author" in pair.a.senses & pair.b.senses
    code, kind = ("C110", "authorship") if author else CODES[slot]
    told = [_quote(story, t) for t in (pair.a, pair.b)]
    verdict = Verdict(
        code, "contradiction", kind, "medium",
        f"One act with two {TWO[slot]}, {clean(values[0])} and {clean(values[1])}: “{told[0]}”, and “{told[1]}”.",
        "the later telling takes up the earlier one: " + ", ".join(_ties(pair)),
        "two acts that the report tells alike, or a correction",
    )  # fmt: skip
    return story.finding(verdict, (pair.a.at, pair.b.at))


def _quote(story: Story, t: Told) -> str:
    """The clause of a telling, in its own words, cut where it grows long."""
    words = clean(" … ".join(story.words(piece) for piece in t.predicate.clause))
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"


def _ties(pair: Pair) -> Iterator[str]:
    names = {"whom": "it befalls the same", "who": "the same doer", "where": "the same place", "place": "the same town",
        "day": "the same day", "with": "the same means", "from": "from the same", "lemma": "the same word",
        "only": "no other such act is told"}  # fmt: skip
    found = [words for link, words in names.items() if pair.links.get(link)]
    yield from found or ["it is the only such act"]
