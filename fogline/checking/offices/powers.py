"""Offices against the terms that the report itself tells: an act outside the term (C132), two holders at once (C131).

The report says when a term began or ended (``terms``), and elsewhere dates a signature, order or the like that the same
person gave in that office before the beginning or after the end; or that somebody else gave while the first has held
the same office "since". Silent where the report tells of a second term or an acting holder, within a day of the change,
and for two holders unless both sentences say what the office is of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.checking.dating.written import moved
from fogline.checking.offices.terms import Tenure, tenures
from fogline.checking.story import Story, Verdict, clean, story_of
from fogline.records import Fact, Finding, Ledger


def check_powers(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C132: an office is exercised by someone who by the report did not hold it then. C131: or while another did."""
    story = story_of(ledger)
    told = tenures(story)
    terms, seen = [t for t in told if t.sort != "exercised"], set()
    for act in (t for t in told if t.sort == "exercised"):
        wrong = _wrong_term(act, terms)
        if wrong and story.sentence(act.span.start) not in seen:
            seen.add(story.sentence(act.span.start))
            yield _finding(story, act, wrong) if wrong.who == act.who else _two(story, act, wrong)


def _wrong_term(act: Tenure, terms: Sequence[Tenure]) -> Tenure | None:
    """The term that excludes the act: the same person's, unless another of that person allows it, or an incumbent's."""
    own = [t for t in terms if t.who == act.who and t.office.fits(act.office)]
    outside = [t for t in own if _outside(act, t)]
    if outside:
        return outside[0] if all(t.sort == outside[0].sort for t in own if t not in outside) else None
    return next((t for t in terms if not own and _held_by_another(act, t)), None)


def _outside(act: Tenure, term: Tenure) -> bool:
    """The act lies more than a day before the beginning, or after the end."""
    if term.sort in ("began", "since"):
        return moved(act.days, 1, 1)[1] < term.days[0]
    return act.days[0] > moved(term.days, 1, 1)[1]


def _held_by_another(act: Tenure, term: Tenure) -> bool:
    """Somebody else has held the very same office since before the act."""
    same = term.office == act.office and bool(act.office.of)
    return term.sort == "since" and same and act.days[0] > moved(term.days, 1, 1)[1]


def _finding(story: Story, act: Tenure, term: Tenure) -> Finding:
    began = term.sort in ("began", "since")
    bound = f"began only on {term.days[0]}" if began else f"had ended by {term.days[1]}"
    verdict = Verdict(
        "C132", "contradiction", "office", "medium",
        f"{act.who} acts as {act.office.head} ({_when(act)}), though by the report itself that person's term {bound} "
        f"(“{clean(story.words(term.span))}”).",
        "both dates stand in the report",
        "another office of that name, or an earlier term that the report leaves out",
    )  # fmt: skip
    return story.finding(verdict, (act.span, term.span))


def _two(story: Story, act: Tenure, term: Tenure) -> Finding:
    verdict = Verdict(
        "C131", "contradiction", "office", "medium",
        f"{act.who} acts as {act.office.head} ({_when(act)}), an office that by the report itself {term.who} has held "
        f"since {term.days[0]}.",
        "one office has one holder at a time, and both sentences name the same one",
        "an acting holder, or two offices of that name",
    )  # fmt: skip
    return story.finding(verdict, (act.span, term.span))


def _when(act: Tenure) -> str:
    return act.days[0] if act.days[0] == act.days[1] else f"{act.days[0]} to {act.days[1]}"
