"""A counted group taken up again by what was told of it: "fired 12 warning shots" and "the 20 warning shots" (C102).

"The", "these" or "all" with a number take up a group told before; what ties the two together is the noun and a word
that tells which of them are meant: before it ("warning shots"), behind it ("trucks destroyed at Rylsk") or a role
(killed, aboard). The group had one number in one voice until then. Silent where the new number was told before, or is a
sum or a rest, where a name, a place or a day behind the noun is not the first passage's, where the words before the
noun differ, and where words like "another" or "so far" stand beside either number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from fogline.checking.counts.figures import figures
from fogline.checking.counts.groups import Group, groups
from fogline.checking.counts.numbers import conflicting
from fogline.checking.counts.recounts import check_recounts
from fogline.checking.story import Story, Verdict, amount, capital, clean, disjoint, story_of
from fogline.checking.tellers import one_source
from fogline.checking.telling.stems import stem
from fogline.checking.voices import OUTLET
from fogline.records import Fact, Finding, Ledger, Quantity, Span
from fogline.tables.lexicon_checks import check_words, incidents, senses

LEAD = re.compile(r"(?:all(?:\s+of)?(?:\s+(?:the|these|those))?|the|these|those)\s+$", re.I)
STOP = re.compile(
    r"[.,;:!?()“”\"\n]|\s(?:was|were|is|are|am|has|have|had|will|would|can|could|may|might|must|shall|should|did|do"
    r"|does|and|but|said|says|while|because|although)\b(?!\s+(?:been\s+)?aboard\b)"
)
UNSURE = re.compile(
    r"\b(?:will|would|could|may|might|can|should|must|not|no|neither|nor|exclud\w+|besides|never|without|if|unless|plan(?:s|ned)?|intend\w*|aims?"
    r"|aimed|hop(?:es|ed)|expect\w*|promis\w*|pledg\w*|vow\w*|threaten\w*|needs?|needed|asked|to be|wants?|wanted"
    r"|first|last|next|past)\b", re.I
)  # fmt: skip
AFAR = re.compile(r"\b(?:(?:in|since|until|of) (?:19|20)\d\d|ago|last (?:year|month|week)|the year before)\b", re.I)
RESTRICTS = re.compile(
    r"\s+(?:who|that|which|whose|aboard|on|of|in|at|from|near|by|shot|hit|hurt|lost|held|sent|taken|\w+ed|\w+en)\b",
    re.I,
)
BODY = re.compile(r"\b(?:convoy|column|fleet|flotilla|motorcade|formation) of (?:some |about )?$", re.I)
PARTICIPLE = re.compile(r"\s*(\w+ed|\w+en|sent|held|taken|shot|hit|lost|built|sold|found|brought)\b", re.I)
WHERE = re.compile(
    r"\b(?:in|at|on|near|from|by|during|of)\s+(?:the|an?|two|three|both|all)\s+(?P<noun>(?:[a-z][\w-]*\s?){1,2})"
)
FEW = 3  # "the three men" may be any three of those named before
FAR = 25  # sentences


def check_taken_up(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C102: "the 22 trucks destroyed at Rylsk", where 14 trucks were said to be destroyed there."""
    story = story_of(ledger)
    told = groups(story)
    seen: set[tuple[str, float]] = set()
    for i, again in enumerate(told):
        if (again.head, again.value) in seen or not _definite(story, again):
            continue
        tied = [g for g in told[:i] if _alike(g, again) and again.number - g.number <= FAR]
        fitting = [g for g in tied if _one_group(story, g, again)]
        known = any(g.value == again.value for g in told[:i] if _alike(g, again) or g.quantity.unit == "person")
        if (
            fitting
            and not known
            and len({g.value for g in fitting}) == 1
            and not _explained(story, fitting, again, told)
        ):
            seen.add((again.head, again.value))
            finding = _finding(story, fitting[0], again)
            if all(finding.evidence != other.evidence for other in check_recounts(ledger, facts)):
                yield finding


def _definite(story: Story, g: Group) -> bool:
    """As in "the 20 warning shots", "all 26 seafarers": exact, and not so few that any may be meant."""
    lead = LEAD.search(story.text[max(0, g.start - 20) : g.start])
    everyone = bool(lead and lead[0].lower().startswith("all"))
    several = g.value > FEW or everyone or g.quantity.unit != "person"
    return lead is not None and g.quantity.bound == "exact" and several


def _alike(a: Group, b: Group) -> bool:
    return a.head == b.head


def _one_group(story: Story, first: Group, again: Group) -> bool:
    """Told as so, of one noun, with one thing told of it, in one voice, and nothing behind the noun says otherwise."""
    if AFAR.search(first.clause) or first.number == again.number or any(_unsure(story, g) for g in (first, again)):
        return False
    if not _linked(story, first, again):
        return False
    q = first.quantity, again.quantity
    voices = [story.teller(x) for x in q]
    return _same_setting(story, first, again) and one_source(story.voices, *voices)


def _unsure(story: Story, g: Group) -> bool:
    """Planned, denied or possible, by the words before the number."""
    before = story.text[max(story.sentence(g.start).start, g.start - 50) : g.start]
    return bool(UNSURE.search(re.split(r"[,;:]", before)[-1]))


def _linked(story: Story, first: Group, again: Group) -> bool:
    """What is told of the one is told of the other: a role, a verb, or the same words before the noun."""
    roles = {g.quantity.role for g in (first, again)} - {None}
    if len(roles) > 1:
        return False
    behind = _behind(story, again)
    words, told = _stems(first.clause) | first.before, senses(first.clause)
    same = {w for w in again.before if w in words or senses_of(w) & told}
    oddly = first.before - again.before - _stems(behind) and not same
    if same != again.before or oddly:
        return False
    if _one_body(story, first, again):
        return True
    if not same and _told_otherwise(story.text[again.quantity.end :][:30], first):
        return False
    shared = same or senses(behind) & told or _stems(behind) & words
    return bool(shared) or first.head == "crew" or first.quantity.role == again.quantity.role is not None


def _one_body(story: Story, first: Group, again: Group) -> bool:
    """As in "a convoy of nine vehicles" and "all 12 vehicles"."""
    whole = BODY.search(story.text[max(0, first.start - 30) : first.start])
    return bool(whole) and story.text[max(0, again.start - 8) : again.start].lower().endswith("all ")


def _told_otherwise(behind: str, first: Group) -> bool:
    """The participle behind the noun is not told of the first group ("the 700 tents promised")."""
    done = PARTICIPLE.match(behind)
    return bool(done) and stem(done[1]) not in _stems(first.clause) and not senses(done[1]) & senses(first.clause)  # type: ignore[index]


@cache
def senses_of(word: str) -> frozenset[str]:
    """The senses of a stem, by the forms it may be of."""
    return frozenset(senses(" ".join((word, word + "d", word + "ed", word + "n", word + "t"))))


def _stems(words: str) -> set[str]:
    small = check_words("idle")
    return {stem(w) for w in re.findall(r"[a-z][a-z’'-]{3,}", words) if not small.fullmatch(w)}


def _behind(story: Story, g: Group) -> str:
    """The words behind the noun that tell which are meant, up to the verb of the sentence."""
    end = story.sentence(g.start).end
    rest = re.sub(
        r"^\s+(?:who|that|which)\s+(?:had\s+|have\s+|were\s+|are\s+)?(?:been\s+)?",
        " ",
        story.text[g.quantity.end : end],
    )
    rest = re.sub(r"^\s+(?:had been|were|have been)\b", "", rest)
    stop = STOP.search(rest)
    return rest[: stop.start()] if stop else rest


def _same_setting(story: Story, first: Group, again: Group) -> bool:
    """Names, places and days behind the noun are the first passage's too."""
    behind = story.text[again.quantity.end : story.sentence(again.start).end]
    stop = STOP.search(behind)
    behind = behind[: stop.start()] if stop else behind
    if not RESTRICTS.match(behind):
        return True
    here = story.sentence(first.start)
    before = story.text[max(story.text.rfind("\n", 0, here.start), here.start - 400, 0) : here.end].lower()
    names = (re.sub(r"[’']s$", "", w) for w in re.findall(r"[A-Z][\w’'-]+", behind))
    if any(not re.search(rf"\b{re.escape(n.lower())}", before) for n in names):
        return False
    if not _same_days(story, here, (again.quantity.end, again.quantity.end + len(behind))):
        return False
    return all(incidents(m["noun"]) or _stems(m["noun"]) & _stems(before) for m in WHERE.finditer(behind))


def _same_days(story: Story, here: Span, behind: tuple[int, int]) -> bool:
    """No day behind the noun, or one that the first sentence names too."""
    days, first = story.days(behind), story.days(here)
    units = {story.words((t.start, t.end)).split()[-1].lower() for t in story.times(behind)}
    if days and not first:
        return all(re.search(rf"\b{re.escape(unit)}\b", story.words(here), re.I) for unit in units)
    within = any(x[0] <= d[0] and d[1] <= x[1] and x != d for x in first for d in days)
    return not within and not disjoint(first, days)


def _explained(story: Story, first: Sequence[Group], again: Group, told: Sequence[Group]) -> bool:
    """The numbers can both hold, or the new one is a sum, a rest, or counted over more."""
    one = first[0]
    if not conflicting(_bare(one.quantity), _bare(again.quantity)) or again.value in _reckoned(again, told):
        return True
    between = story.text[one.start : again.quantity.end]
    units = (None, "person", again.quantity.unit)
    parts = [f.value for f in figures(story) if one.quantity.end <= f.start < again.start and f.unit in units]
    if any(again.value in (one.value - n, one.value + n) for n in parts):
        return True
    if re.search(rf"\b(?:another|other|remaining|more|further)\s+(?:\w+\s+)?{re.escape(again.head)}", between):
        return True
    beside = re.sub(
        r"\b(?:more than|also|from|had been|this week|(?:after|for|within|of) an? \w+|war|conflict|meanwhile)\b",
        "",
        _both(story, one, again),
    )
    return any(check_words(kind).search(beside) for kind in ("extra", "update", "cumulative"))


def _reckoned(again: Group, told: Sequence[Group]) -> set[float]:
    """Sums and differences of the last numbers of its kind."""
    role = again.quantity.role
    near = [g.value for g in told if g.start < again.start and (_alike(g, again) or (role and g.quantity.role == role))]
    sums = {sum(some) for n in (2, 3) for some in combinations(near[-6:], n)}
    return sums | {abs(a - b) for a, b in combinations(near[-6:], 2)}


def _both(story: Story, first: Group, again: Group) -> str:
    return " ; ".join(_beside(story, g) for g in (first, again))


def _beside(story: Story, g: Group) -> str:
    return story.text[max(story.sentence(g.start).start, g.start - 30) : g.quantity.end] + _behind(story, g)


def _bare(q: Quantity) -> Quantity:
    """The number alone: its noun is compared elsewhere."""
    return Quantity("", q.start, q.end, q.low, q.high, q.bound, q.unit)


def _finding(story: Story, first: Group, again: Group) -> Finding:
    teller = story.teller(first.quantity)
    voice = "The report" if teller == OUTLET else capital(story.voices.name(teller))
    words = clean(story.words((again.start, again.quantity.end)) + _behind(story, again))
    verdict = Verdict(
        "C102", "contradiction", "number", "medium",
        f"{voice} first counts {amount(first.quantity)} ({first.head}), then takes them up again as “{words}”.",
        "the definite words take up a group that was given only one number before",
        "a second group of the same kind that the report does not tell apart",
    )  # fmt: skip
    return story.finding(verdict, [(g.quantity.start, g.quantity.end) for g in (first, again)])
