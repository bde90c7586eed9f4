"""C204: how far a weapon reaches, or is told to have been fired from, against the farthest on record of any variant.

Figures serve to check statements only: a told distance is wrong only if wrong under every definition and for every
weapon that the sentence names. Silent on where something lies ("340 km from the border"), on ways driven, sailed or
flown by what carries the weapon, on radars and comparisons, and where a named weapon is not on record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fogline.checking.record.armoury import armoury, named, spoken_of
from fogline.checking.story import Story, Verdict, measure, plain, story_of
from fogline.records import Fact, Finding, Ledger, Quantity, Span
from fogline.tables.lexicon_checks import check_words, ratios

ABOUT = (
    r"(?:(?:up\s+to|in\s+excess\s+of|just|well|only|under|as\s+far\s+as|as\s+much\s+as|more\s+than|over|about|some|around|roughly|nearly|almost|at\s+least|an?)"
    r"\s+)*$"
)
SHOT = (
    r"(?:hit(?:s|ting)?|str(?:ike|ikes|iking|uck)|fired?|launch(?:ed|es)?|shot|destroy(?:ed)?|land(?:ed|s)?|kill(?:ed)?"
    r"|sank|sunk)"
)
RANGE = re.compile(
    r"\b(?:(?:(?<!from a )(?<!at a )(?:range|distances?)|reach|radius)\s+of|(?:range|reach)\s+(?:is|was|are|being)"
    rf"|(?:an?|its|their|the|maximum)\s+(?:range|reach)|ranges?\s+(?:up\s+)?to|with\s+ranges\s+of)\s+{ABOUT}"
)
REACHES = re.compile(
    r"\b(?:reach(?:es|ing)?|hit(?:s|ting)?|strik(?:e|es|ing)|fly|flies|travel|cover|fire)\b"
    rf"[^.;]{{0,50}}?\s{ABOUT}", re.I
)  # fmt: skip
FLIES = re.compile(
    rf"\b(?:which|that|they|it|missiles?|rockets?|drones?)\s+(?:fly|flies|reach(?:es)?|travels?|has\s+a\s+reach\s+of)\s+{ABOUT}",
    re.I,
)
FROM = re.compile(
    rf"\b{SHOT}\b[^.;]{{0,70}}?\b(?:from|at|over)\s+(?:(?:a|the)\s+(?:distance|range)\s+of\s+)?{ABOUT}", re.I
)
PLACED = re.compile(rf"\b(?:launched|fired)\s+from\b[^.;]{{0,60}}?\s{ABOUT}", re.I)
FLEW = re.compile(rf"\b(?:flew|flown|travell?ed|covered)\s+{ABOUT}")
ENDED = re.compile(r"\b(?:hit|hits|hitting|struck|strike|shot\s+down|fell|crashed|landed|exploded)\b")
LANDED = re.compile(rf"\b(?:hit|struck|landed|fell|came\s+down|exploded)\b[^.;]{{0,60}}?\s{ABOUT}", re.I)
AWAY = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:away\b|distant\b|to\s+the\s+(?:north|south|east|west)|off\s*[,.])", re.I)
NAME_RANGE = re.compile(r"[-\s](?:\w+[-\s])?range\b")
LAUNCH = r"\s+from\s+(?:where\s+(?:it|they)|(?:the|its|their)\s+(?:launch\w*|firing|gun|batter\w+|crew|point\s+of))\b"
FROM_LAUNCH = re.compile(rf"\s*(?:\([^)]*\)\s*)?(?:away)?{LAUNCH}", re.I)
LIES = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:away\s+|(?:due\s+)?(?:north|south|east|west)\w*\s+|deep\s+|further\s+)*"
    r"(?:from|of|inside|into|behind|off\s+the|beyond|deep|within|along|apart|high|wide|long|up\b|above|inland|down"
    r"|per\b|an?\s+hour|stretch|strip|zone|front|line|road|convoy)",
    re.I,
)
FUTURE = re.compile(
    r"\b(?:new|next|another|other|different|planned|is\s+to|are\s+to|would|will\s+be|wants?|successor)\b", re.I
)
MARGIN = {"range": 1.1, "shot": 1.25}  # how far beyond the record a told reach, and a told shot, may lie


def check_ranges(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C204: a weapon is told to reach, or to have been fired, farther than any variant of it on record."""
    lengths = [q for q in ledger.quantities if q.unit == "km" or ("km", q.unit) in ratios()]
    if not lengths or not armoury(facts)[0].search(ledger.text):
        return
    story, seen = story_of(ledger), set[int]()
    for q in lengths:
        kind, sentence = _kind(story, q), story.number(q.start)
        rows = _rows(story, q, facts) if kind and sentence not in seen else []
        told = _told(q, kind) * ratios().get(("km", q.unit), 1.0)
        farthest = max((_end(f) for f in rows), default=0.0)
        if farthest and told > farthest * MARGIN[kind]:
            seen.add(sentence)
            yield _too_far(story, q, rows, kind)


def _rows(story: Story, q: Quantity, facts: Sequence[Fact]) -> list[Fact]:
    """The ranges of every weapon that is meant, if all of them have one."""
    after = Span(q.end, q.end + 40) if NAME_RANGE.match(story.text, q.end) else Span(q.end, q.end)
    subjects = spoken_of(story, q.start, facts) or {one.subject for one in named(story, after, facts)}
    rows = [f for f in facts if f.relation == "range" and f.subject in subjects]
    return rows if {f.subject for f in rows} == subjects else []


def _kind(story: Story, q: Quantity) -> str:
    """Whether a distance is a told reach or a told shot; empty for any other."""
    sentence = story.sentence(q.start)
    before, after = story.words((sentence.start, q.start)), story.words((q.end, sentence.end))
    if check_words("no_reach").search(before + " " + re.split("[,;]", after[:40])[0]) or FUTURE.search(before):
        return ""
    if RANGE.search(before) or NAME_RANGE.match(after) or (FLIES.search(before) and not LIES.match(after)):
        return "range"
    launch = FROM_LAUNCH.match(after)
    if not launch and LIES.match(after):
        return ""
    if AWAY.match(after) and REACHES.search(before) and re.search(r"\b(?:can|could|able|capable)\b", before):
        return "range"
    if re.search(r"\b(?:can|could|to)\s+(?:reach|fly|travel|hit|strike)\b", before[-40:]) and REACHES.search(before):
        return "range"
    flew = FLEW.search(before) and ENDED.search(after) and not check_words("carrier").search(before)
    shot = FROM.search(before) or flew or (launch and LANDED.search(before))
    return "shot" if shot or (AWAY.match(after) and PLACED.search(before)) else ""


def _told(q: Quantity, kind: str) -> float:
    """The farthest that is told as reach; of a shot the least that is told."""
    return (q.high or q.low or 0.0) if kind == "range" else (q.low or q.high or 0.0)


def _end(fact: Fact) -> float:
    return float(fact.value_hi or fact.value)


def _too_far(story: Story, q: Quantity, rows: list[Fact], kind: str) -> Finding:
    unit, told = q.unit, _told(q, kind)
    farthest = max(_end(f) for f in rows)
    unsure = max(rows, key=_end).certainty == "low" and told * ratios().get(("km", unit), 1.0) < 1.5 * farthest
    slip = told == farthest and unit != "km" and kind == "range"
    known = "; ".join(f"{plain(_end(f))} {f.unit} ({f.definition})" for f in sorted(rows, key=_end, reverse=True)[:4])
    hint = ": the figure is right in kilometres, so the unit may have slipped" if slip else ""
    name = " and ".join(dict.fromkeys(f.subject_label for f in rows))
    act = "is told to reach" if kind == "range" else "is told to have been fired over"
    verdict = Verdict(
        "C204", "record_conflict", "range", "low" if unsure else "high" if slip else "medium",
        f"{name} {act} {measure(told, unit)}; the record has {known}{hint}.",
        f"every variant on record ({rows[0].source})",
        "a variant that the record does not hold",
    )  # fmt: skip
    return story.finding(verdict, ((q.start, q.end),), sorted(rows, key=_end, reverse=True)[:4])
