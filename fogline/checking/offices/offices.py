"""Offices against dates: two holders of one office at once (C131), and the holder on record (C202).

Compared are titles beside names told as going on now, each country's seat with itself; a person's title with the terms
on record at publication (a day's grace for the handover). Silent without a date of publication (C202), on kin of one
surname, in sentences dated more than 45 days from publication, and where words of succession stand near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from fogline.checking.dating.calendar import published
from fogline.checking.offices.holders import Holding, administrations, on_record, same_person, surname, titled
from fogline.checking.offices.posts import two_heads
from fogline.checking.story import Days, Story, Verdict, gap, stated, story_of
from fogline.records import Fact, Finding, Ledger
from fogline.tables.facts import bounds
from fogline.tables.lexicon_checks import check_words

CURRENTLY = re.compile(r"\b(?:currently|now|at present|still in office|to this day)\b", re.I)


def check_two_holders(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C131: the report has two people in one single-seat office at the same time, without a change of holder."""
    story = story_of(ledger)
    held = [h for h in titled(story) if h.state == "held" and h.present and h.country and not _deputy(h)]
    for a, b in combinations(held[:60], 2):
        one_seat = (a.title, a.country) == (b.title, b.country) and surname(a.name) != surname(b.name)
        if one_seat and not _changed_hands(story, a, b):
            yield _both(story, a, b)
            return
    yield from two_heads(story)
    yield from _two_administrations(story, facts)


def _deputy(h: Holding) -> bool:
    return h.title.startswith(("vice", "deputy"))


def _changed_hands(story: Story, a: Holding, b: Holding) -> bool:
    """Words of succession in either sentence, or other dates there."""
    sentences = story.sentence(a.span.start), story.sentence(b.span.start)
    told = any(check_words("succession").search(story.words(s)) for s in sentences)
    kin = a.name.split()[0] == b.name.split()[0] or a.name in b.name or b.name in a.name
    return told or kin or any(_other_time(story, story.sentence(h.span.start)) for h in (a, b))


def _other_time(story: Story, sentence: tuple[int, int]) -> bool:
    """The sentence is dated away from publication (or dated at all, where publication is unknown)."""
    now = published(story.ledger.report.published)
    dated = [d for d in story.days(sentence) if d[0][:4] != "0000"]
    if now is None:
        return any(re.search(r"\d{4}", story.words((t.start, t.end))) for t in story.times(sentence))
    return any(gap(d, now) > 45 for d in dated)


def _both(story: Story, a: Holding, b: Holding) -> Finding:
    verdict = Verdict(
        "C131", "contradiction", "office", "medium",
        f"Both {a.name} and {b.name} are given one office ({a.country} {a.title}) at the same time.",
        "both are told to hold it now, and the report tells of no change",
        "a change of holder between the two, or two seats of that name",
    )  # fmt: skip
    return story.finding(verdict, (a.span, b.span))


def _two_administrations(story: Story, facts: Sequence[Fact]) -> Iterator[Finding]:
    """One administration "is currently" in office, and the other's "has" been acting, in one voice."""
    people = on_record(story, facts)
    told = [h for h in administrations(story, people) if h.state == "held"]
    told += _his_administration(story, people)
    now = [h for h in told if h.present and CURRENTLY.search(story.words(story.sentence(h.span.start)))]
    for a in now:
        for b in told:
            one_seat = (a.country, a.title) == (b.country, b.title) and a.name != b.name and b.present
            if one_seat and not _other_time(story, story.sentence(b.span.start)):
                rows = (people[a.name][0], people[b.name][0])
                verdict = Verdict(
                    "C131", "contradiction", "office", "medium",
                    f"The {a.name} administration is told to be in office now, and {b.name}'s administration to be "
                    "acting: one office has one holder at a time.",
                    "both are told in the present by the same voice, and both held the same office by the record",
                    "a sentence that speaks of an earlier or a coming term without saying so",
                )  # fmt: skip
                yield story.finding(verdict, (a.span, b.span), rows)
                return


def _his_administration(story: Story, people: dict[str, tuple[Fact, ...]]) -> list[Holding]:
    """As in "His administration has ...", where the pronoun stands for somebody on record."""
    names = {e.id: surname(e.name) for e in story.ledger.entities if e.type == "person"}
    found = []
    for m in story.ledger.mentions:
        if m.kind == "pronoun" and names.get(m.entity) in people:
            after = re.match(r"\s+administration\s+(?:has|is|have|are)\b", story.text[m.end : m.end + 30])
            if after:
                country, title = people[names[m.entity]][0].subject.split(":")
                span = type(story.sentence(m.start))(m.start, m.end + after.end())
                found.append(Holding(names[m.entity], title, country, "held", span, True))
    return found


def check_holders(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C202: an office given to somebody who, on the day of publication, did not hold it by the record."""
    now = published(ledger.report.published)
    if now is None:
        return
    story = story_of(ledger)
    people, seen = on_record(story, facts), set()
    for h in titled(story):
        rows = [
            f
            for f in people.get(surname(h.name), ())
            if f.subject.split(":")[1].replace("-", " ") == h.title and same_person(h.name, f)
        ]
        if not rows or (h.name, h.state) in seen or not _asserted(story, h):
            continue
        fault = _fault(h, rows, now)
        if fault:
            seen.add((h.name, h.state))
            yield _not_holding(story, h, rows, fault)


def _asserted(story: Story, h: Holding) -> bool:
    """The office is told of now: outside quotations of other times, background clauses and dated history."""
    sentence = story.sentence(h.span.start)
    if _other_time(story, sentence):
        return False
    return h.present or (h.state == "former" and not check_words("background").search(story.words(sentence)))


def _fault(h: Holding, rows: Sequence[Fact], now: Days) -> str | None:
    """Why the office does not fit the day, or None where it does or the record does not reach."""
    terms = [(b[0], _until(f)) for f in rows if (b := bounds(f.since))]
    holding = [t for t in terms if t[0] <= now[1] and now[0] <= t[1]]
    if h.state in ("held", "acting") and not holding:
        known = all(f.until or f.as_of >= now[0] for f in rows)
        if all(t[0] > now[1] for t in terms):
            return "only later"
        return "no longer" if known and h.present else None
    if h.state == "former":
        if all(t[0] > now[1] for t in terms):
            return "not yet"
        still = [f for f in rows if (f.since or "9") < now[0] and (f.until or f.as_of) > now[1]]
        return "still" if still else None
    return None


def _until(fact: Fact) -> str:
    """The last day of a term; a day's grace for the handover."""
    end = bounds(fact.until)
    if not end:
        return "9999-12-31"
    return (date.fromisoformat(end[1]) + timedelta(days=1)).isoformat()


def _not_holding(story: Story, h: Holding, rows: Sequence[Fact], fault: str) -> Finding:
    told = f"{'former ' if h.state == 'former' else ''}{h.title}"
    sure = all(f.certainty != "low" for f in rows) and fault in ("only later", "not yet")
    held = "; ".join(f"{f.since} to {f.until or 'open as of ' + f.as_of}" for f in rows)
    verdict = Verdict(
        "C202", "record_conflict", "office", "high" if sure else "medium",
        f"{h.name} is called {told}; on {story.ledger.report.published} the office was, by the record, {fault} held "
        f"by that person: {held}.",
        f"the record: {'; '.join(stated(f) for f in rows)}",
        "a wrong date of publication, or a courtesy title",
    )  # fmt: skip
    return story.finding(verdict, (h.span,), tuple(rows)[:3])
