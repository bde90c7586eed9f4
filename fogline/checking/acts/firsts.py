"""The first of its kind, and an earlier one told in the same report (C133).

A claim ("the first raid on the port since 2014", "for the first time this year") is held against every act of its sense
that is told as done, dated inside its period and before its own day. Each part of the claim (whom, where, who) must
come back in the other's clause: by name, by its noun, as one of its kind, or as a pronoun. Silent where another voice
tells it, where doers or towns differ, where a word narrows the kind and does not come back, and where no beginning
of the period is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fogline.checking.acts.first_claims import First, first_claims
from fogline.checking.acts.first_kinds import wide_senses
from fogline.checking.acts.parts import Part, low, shared
from fogline.checking.acts.slots import NARROW, body_kind, differ
from fogline.checking.acts.told import Told, told
from fogline.checking.dating.written import moved
from fogline.checking.story import Days, Story, Verdict, clean, days, story_of
from fogline.checking.telling.stems import stem
from fogline.checking.voices import OUTLET
from fogline.records import Fact, Finding, Ledger, Span
from fogline.tables.lexicon_happenings import kinds_of
from fogline.tables.lexicon_senses import act_kinds, head_words, like_acts, like_heads

UNSURE = re.compile(
    r"\b(?:attempt\w*|fail\w*|foil\w*|planned|threat\w*|den(?:y|ied|ies)|never|not|no|nor|would|could|(?-i:may|might)|if|similar"
    r"|called\s+off|cancell?ed|averted|intercepted|simulat\w+|drill|anniversary|refus\w+|repelled|repulsed|almost|nearly)\b"
    r"|n['’]t\b", re.I
)  # fmt: skip
ASIDE = frozenset(("where", "from", "to", "through", "over", "across", "along", "with", "between"))
LISTED = re.compile(r"\s+(?:and|or|to)\s+(?:[A-Z][a-z]+|\d{1,2}\s+[A-Z][a-z]+)\s+(?:of\s+)?\d{4}\b")
THING = "the "  # before the noun of what is no act: "the first Mass since"
SPOKEN_OF = re.compile(
    r"\b(?:talks?|deals?|agreements?|plans?|calls?|proposals?|threats?|fears?|risks?|bids?|hopes?|demands?|negotiations|preparations)"
    r"\s+(?:about|on|over|for|of|against)\s+(?:[\w’'-]+\s+){0,3}$"
)
APART = 2  # days that lie between two different happenings
OWNED = re.compile(r"\bof\s+(?:its|their|his|her)\b")


def check_firsts(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C133: told as the first since a day, and another of the kind told between."""
    story = story_of(ledger)
    for claim in first_claims(story):
        other = next((t for t in told(story) if _is_earlier(story, claim, t)), None)
        if other:
            yield _finding(story, claim, other)


def _is_earlier(story: Story, claim: First, t: Told) -> bool:
    """Another of the kind, told as done inside the period of the claim, in no other voice."""
    if t.number == claim.number or not _kin(story, claim, t) or t.predicate.mood == "open" or not _one_voice(claim, t):
        return False
    when = _when(story, t)
    if t.predicate.kind == "noun" and SPOKEN_OF.search(story.text, story.sentence(t.at.start).start, t.at.start):
        return False
    inside = bool(when) and all(claim.after < d[0] and moved(d, 0, APART)[1] < claim.before for d in when)
    return inside and not UNSURE.search(_clause(story, t)) and _of_kind(story, claim, t) and _fits(story, claim, t)


def _kin(story: Story, claim: First, t: Told) -> bool:
    """An act of the claim's sense or of one that counts as such; of an assault whatever a weapon does."""
    wanted = claim.senses | {s for w in claim.senses for s in like_acts().get(w, ())}
    armed = "assault" in claim.senses and any(
        kinds_of("means")[0].search(p.words) or p.head in head_words("arm") for k in ("who", "with") for p in t.slot(k)
    )
    things = {s.removeprefix(THING) for s in claim.senses if s.startswith(THING)}
    meant = things and any(p.head in things for k in ("who", "whom", "with") for p in t.slot(k))
    return bool(wanted & wide_senses(story, t)) or (armed and t.predicate.kind == "verb") or bool(meant)


def _one_voice(claim: First, t: Told) -> bool:
    return t.voice == claim.voice or OUTLET in (t.voice, claim.voice)


def _clause(story: Story, t: Told) -> str:
    return " ".join(story.words(s) for s in t.predicate.clause)


def _when(story: Story, t: Told) -> list[Days]:
    """The days and months that the clause names, or else the only ones of the sentence; past ones if they can be."""
    here = [d for s in t.predicate.clause for d in _periods(story, s)]
    whole = _periods(story, story.sentence(t.at.start))
    return here or (whole if len(set(whole)) == 1 else [])


def _periods(story: Story, span: Span) -> list[Days]:
    found = [(x, d) for x in story.times(span) if x.type in ("DATE", "TIME") and (d := days(x))]
    now = story.ledger.report.published
    return [
        moved(d, -365.25, -365.25)
        if now and d[0] > now and not re.search(r"\d{4}", story.words((x.start, x.end)))
        else d
        for x, d in found
        if not LISTED.match(story.text, x.end)
        and not story.text[: x.start].rstrip().endswith(("since", "after", "before", "until"))
    ]


def _of_kind(story: Story, claim: First, t: Told) -> bool:
    """Every word that narrows the claim's kind comes back."""
    told_of = story.words(story.sentence(t.at.start))
    if any(re.search(rf"\b(?:another|other|different)\s+{re.escape(w)}\b", told_of) for w in claim.kind):
        return False
    words = {stem(w) for w in re.findall(r"[\w’'-]+", told_of)}
    counted = any(q.head in head_words("counted") or q.head in act_kinds("pronoun") for q in t.slot("whom"))
    own = any(re.match(r"(?:[\w-]+\s+of\s+)?(?:its|their|our|his|her)\s", q.words) for q in t.slot("whom"))
    return all(
        (own and w in ("staff", "members", "people", "workers", "employees"))
        or stem(w) in words
        or any(stem(x) in words for x in like_heads().get(low(w), ()))
        or (counted and low(w) in act_kinds("person"))
        for w in claim.kind
    )


def _fits(story: Story, claim: First, t: Told) -> bool:
    """The parts of the claim come back in the other telling, and none is at odds with it."""
    who = [(p, q) for k, p in claim.parts if k == "who" for q in t.slot("who") if not q.empty]
    if any(differ(p, q) for p, q in who) or _other_towns(story, claim, t):
        return False
    found = [(k, p, _comes_back(story, k, p, t)) for k, p in claim.parts]
    there = [q for k in ASIDE for q in t.slot(k) if "same" not in q.words.split()]
    loose = claim.loose and not there and any(k in ("who", "whom", "with") for k, _, back in found if back)
    needed = [
        back
        for k, p, back in found
        if not (loose and k in ASIDE and (p.places or p.head in head_words("place")))
        and not (p.head in head_words("broad") and not p.places)
    ]
    return all(needed) and (bool(needed) or bool(claim.kind) or any(back for *_, back in found))


def _other_towns(story: Story, claim: First, t: Told) -> bool:
    """Both name narrow places, and no two of them are one."""
    there = {
        p.name for p in story.places(story.sentence(t.at.start)) if p.precision in NARROW and p.role != "affiliation"
    }
    return bool(claim.towns and there) and not claim.towns & there


def _comes_back(story: Story, slot: str, p: Part, t: Told) -> bool:
    """Named again, by its noun or another of its kind; a doer also as a pronoun or "the two sides"."""
    sentence, others = story.sentence(t.at.start), _around(story, t)
    named = {m.entity for m in story.mentions(sentence)} | {x.name for x in story.places(sentence)}
    if _another(p, story.words(sentence)):
        return False
    if named & ({e.id for e in p.entities} | {x.name for x in p.places}) or any(_like(p, q) for q in others):
        return True
    if slot in ("who", "with"):
        kind = _kind_of(p)
        return any(_kind_of(q) == kind != "" for q in t.slot("who")) or any(
            q.head in act_kinds("pronoun") or (q.definite and q.head in head_words("body")) for q in t.slot("who")
        )
    words = story.words(sentence)
    if p.head in head_words("place") and not p.places:
        again = rf"\b(?:the|that|this)\s+(?:same\s+)?(?:{p.head}|place)\b|\bthere\b|\bits\b"
        return bool(re.search(again, words, re.I)) or _stands_for(story, p, sentence)
    if p.places:
        return bool(
            re.search(
                r"\bthere\b|\bits\s|\bthe\s+same\s+(?:place|spot|town|city|village|stretch|waters)\b", words, re.I
            )
        )
    return bool(re.search(rf"\b{re.escape(p.head)}(?:s|es|['’]s)?\b", words, re.I))


def _kind_of(p: Part) -> str:
    """The army or the police, of its soldiers or officers; nothing of a name."""
    return body_kind(p) if not p.entities else ""


def _around(story: Story, t: Told) -> list[Part]:
    """The parts of a telling; of a noun those of the clause too in which it stands."""
    near = told(story) if t.predicate.kind == "noun" else (t,)
    return [q for x in near if x.number == t.number for qs in x.parts.values() for q in qs]


def _stands_for(story: Story, p: Part, sentence: Span) -> bool:
    """As "the city" the place named last before it, if the sentence names that place."""
    before = [x for x in story.ledger.places if x.start < p.span.start and x.precision in NARROW]
    return bool(before) and before[-1].name in {x.name for x in story.places(sentence)}


def _another(p: Part, words: str) -> bool:
    """The words speak of another of what the claim is definite about: "another camp"."""
    return p.definite and bool(
        re.search(rf"\b(?:another|other|different)\s+(?:[\w’'-]+\s+)?{re.escape(p.head)}\b", words, re.I)
    )


def _like(p: Part, q: Part) -> bool:
    """One noun takes up the other: itself, or one of its kind (a journalist is a reporter, staff are drivers)."""
    if OWNED.search(p.words) and not shared(p, q):  # "two of its lorries" are none of another's
        return False
    heads = {low(w) for w in re.findall(r"[\w’'-]+", q.words)} if q.head in head_words("counted") else {q.head}
    return shared(p, q) or bool(heads & {p.head, *like_heads().get(p.head, ())}) or stem(p.head) == stem(q.head)


def _finding(story: Story, claim: First, other: Told) -> Finding:
    when = _when(story, other)[0]
    words = clean(story.words((claim.span.start, max(claim.span.end, claim.at.end))))
    verdict = Verdict(
        "C133", "contradiction", "first", "medium",
        f"Told as the first (“{words}”), but the report dates another to "
        f"{when[0] if when[0] == when[1] else f'{when[0]} to {when[1]}'}.",
        "both sentences speak of one kind of act, and the other lies within the period",
        "a difference of kind or size that the report does not spell out",
    )  # fmt: skip
    return story.finding(verdict, (claim.span, other.at))
