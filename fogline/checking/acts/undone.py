"""One act told as done and as not done, or as finished and as still to come, by its predicates (C104, C158).

Who did it or whom it befell must be the same, nothing may narrow the denial ("did not sign at the border", "not
fully"), and the time must be one: a denial of a later day than the act ("By Wednesday they had still not set out"), or
of none. And what was not made or given ("no ransom was paid") cannot be there afterwards ("they counted the ransom").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fogline.checking.acts.pairs import one_voice
from fogline.checking.acts.parts import Part, same, shared
from fogline.checking.acts.slots import at_odds
from fogline.checking.acts.told import PAST, Told, happened, told
from fogline.checking.dating.told_days import days_apart
from fogline.checking.story import Story, Verdict, clean
from fogline.records import Finding
from fogline.tables.lexicon_senses import act_kinds, follows

LEAST = re.compile(r"an?\s+(?:single\s|litre|shot|word|shell|bullet|drop|metre|inch|kilo|tonne|penny|soul)", re.I)
THE = re.compile(r"the\s+[\w-]+$", re.I)
NONE = re.compile(r"(?:not\s+(?:one|a\s+single)|no|none|neither|nobody)\b", re.I)
SOME = re.compile(r"(?:some|several|many|most|few|half|part|one|two|three|four|five|another|other|more)\b|\d", re.I)
NARROWED = re.compile(
    r"\b(?:fully|entirely|wholly|completely|all|both|every|always|only|alone|directly|officially|formally|immediately"
    r"|personally|again|really|properly|initially|first|originally|otherwise|necessarily|just|even|merely|more|further"
    r"|in\s+time|enough|far)\b", re.I
)  # fmt: skip
ALLOWED = frozenset(("since", "when", "by", "until", "before", "after", "as", "on", "despite", "without", "because"))
DELEGATES = frozenset(("delegation", "negotiator", "delegate", "team", "mission", "envoy", "side"))
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
NEAR = 14  # sentences


def done_and_not(story: Story) -> Iterator[Finding]:
    """C104, C158: one voice tells an act as done and as not done."""
    every = told(story)
    denied = [t for t in every if _denied(t)]
    done = [t for t in every if denied and _done(t)]
    seen: set[int] = set()
    for no in denied:
        yes = next((t for t in done if _excludes(story, t, no)), None) or _none_and_the(story, no, every)
        if yes is not None and no.at.start not in seen:
            seen.add(no.at.start)
            yield _finding(story, *sorted((yes, no), key=lambda t: t.at), universal=_nobody(no))


def _none_and_the(story: Story, no: Told, every: Sequence[Told]) -> Told | None:
    """What is not made or given ("no ransom was paid") cannot be there ("they counted the ransom")."""
    heads = {p.head for p in no.slot("whom") if re.fullmatch(r"no\s+[\w-]+", p.words, re.I)}
    if not heads or no.predicate.lemma not in act_kinds("makes") or no.marked:
        return None
    later = (t for t in every if 0 < t.number - no.number <= NEAR and t.predicate.kind == "verb" and not t.marked)
    has = (t for t in later if any(p.head in heads and THE.match(p.words) for each in t.parts.values() for p in each))
    return next((t for t in has if t.predicate.mood == "told" and one_voice(story, no, t)), None)


def _nobody(t: Told) -> bool:
    return any(NONE.match(p.words) for name in ("who", "whom") for p in t.slot(name))


def _denied(t: Told) -> bool:
    """A verb that says of one thing that it was not done to it, or that it did not do it."""
    told_so = t.predicate.mood == "not" or (t.predicate.mood == "told" and _nobody(t))
    verb = t.predicate.kind == "verb" and t.predicate.clause_type not in ("noun", "relative")
    return told_so and verb and (t.predicate.tense in PAST or not t.predicate.tense) and not NARROWED.search(t.words)


def _done(t: Told) -> bool:
    return t.predicate.kind == "verb" and happened(t) and not _nobody(t)


def _excludes(story: Story, yes: Told, no: Told) -> bool:
    """One act of one thing at one time, told as done and as not done, and nothing narrows what is denied."""
    marked = (yes.marked and "again" not in yes.words.split()) or no.marked
    if not 0 < abs(yes.number - no.number) <= NEAR or marked or not one_voice(story, yes, no):
        return False
    if not _one_kind(yes, no) or not _one_thing(yes, no) or not _as_wide(yes, no):
        return False
    if any(slot not in ("day", "far day", "period", "hours") for slot, *_ in at_odds(yes, no)):
        return False
    return _one_time(yes, no)


def _one_kind(yes: Told, no: Told) -> bool:
    """One word or one narrow sense; or the denial is of what the act cannot do without ("landed", "not set out")."""
    lemmas = yes.predicate.lemma, no.predicate.lemma
    if {*lemmas} & act_kinds("vague verb"):
        return False
    senses = yes.senses & no.senses
    return (
        any(s[0] != "=" for s in senses)
        or lemmas[0] == lemmas[1]
        or any(n in follows().get(y, ()) for y in yes.senses for n in no.senses)
    )


def _one_thing(yes: Told, no: Told) -> bool:
    """What it befell is one; without it, who did it is."""
    least = any(LEAST.match(p.words) for p in no.slot("whom"))
    name = "whom" if (no.slot("whom") and not least) or (yes.slot("whom") and not no.slot("who")) else "who"
    here, there = yes.slot(name), no.slot(name)
    if not here or not there or not all(_whole(x, y) for x in here for y in there if _one(x, y)):
        return False
    both = (
        name == "who"
        or not yes.slot("who")
        or not no.slot("who")
        or any(_one(x, y) or x.empty or y.empty for x in yes.slot("who") for y in no.slot("who"))
    )
    return both and any(_one(x, y) for x in here for y in there)


def _one(a: Part, b: Part) -> bool:
    """One by name or noun, or the delegates of one country."""
    names = _names(a.words), _names(b.words)
    if names[0] and names[1] and not names[0] & names[1] and not shared(a, b):
        return False
    none = NONE.match(a.words) or NONE.match(b.words)
    return (same(a, b) >= (1 if none else 2) and not a.empty) or (shared(a, b) and {a.head, b.head} <= DELEGATES)


def _names(words: str) -> set[str]:
    return set(re.findall(r"\b(?!(?:The|None|Not|All|These|Those|Its|Their|Both)\b)[A-Z][\w-]{2,}", words))


def _whole(yes: Part, no: Part) -> bool:
    """The denial is of the whole of it: of no one at all, or of the same definite thing."""
    if NONE.match(no.words):
        return True
    counts = [p.count.low if p.count else None for p in (yes, no)]
    if counts[0] != counts[1] and not (yes.definite and no.definite and None in counts):
        return False
    part = SOME.match(re.sub(r"^(?:the|these|those)\s+\w+\s", "", yes.words)) or SOME.match(no.words)
    return not part and not no.indefinite


def _as_wide(yes: Told, no: Told) -> bool:
    """Nothing narrows the denial that the other telling has not."""
    for name, parts in no.parts.items():
        if name in ("who", "whom", "whose", *ALLOWED):
            continue
        known = [x for slot in (name, "whom", "where", "to") for x in yes.slot(slot)]
        if not any(same(x, y) or _names(x.words) & _names(y.words) for x in known for y in parts):
            return False
    return True


def _one_time(yes: Told, no: Told) -> bool:
    """The denial is of the day of the act, of a later one, or of all the time up to the telling."""
    lasting = no.predicate.tense in ("perfect", "pluperfect") or "still" in no.words.split()
    if yes.days and no.days:
        if not days_apart(yes.days, no.days):
            return True
        return lasting and yes.days[0].scale == no.days[0].scale and _before(yes, no)
    if yes.days or no.days:
        return bool(yes.days) and yes.number < no.number and (lasting or any(p.definite for p in no.slot("whom")))
    if no.number < yes.number and no.predicate.tense != "perfect":
        return False
    return lasting or {yes.predicate.tense, no.predicate.tense} <= {"past", ""}


def _before(yes: Told, no: Told) -> bool:
    """The act is told of an earlier day; of weekdays, of one up to three days before."""
    on = no.days[0].first - yes.days[0].last
    weekdays = all(WEEKDAY.search(t.days[0].words) for t in (yes, no))
    return 0 <= (on % 7 if weekdays else on) <= 3


def _finding(story: Story, a: Told, b: Told, *, universal: bool) -> Finding:
    told = [clean(" … ".join(story.words(piece) for piece in t.predicate.clause)) for t in (a, b)]
    verdict = Verdict(
        "C158" if universal else "C104", "contradiction", "polarity", "medium",
        f"One act is told as done and as not done: “{told[0]}”, and “{told[1]}”.",
        "both are told of the same, and nothing narrows what is denied",
        "two occasions, or a part of it that the report does not tell apart",
    )  # fmt: skip
    return story.finding(verdict, (a.at, b.at))
