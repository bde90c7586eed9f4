"""What a report says of how old somebody is, as the days on which that person can have been born.

An age is told as of publication ("Okello, 52,", "the 52-year-old", "is 52", "turned 52 last month", "died at 52") or of
the one year that its sentence names ("was 19 in 1996"). Whom it belongs to comes from the mention that it stands at; a
pronoun or "the 52-year-old" without one means the only person of its sentence and the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from fogline.checking.counts.counting import number_pattern, whole
from fogline.checking.dating.calendar import ordinal
from fogline.checking.people import People
from fogline.checking.story import Days, Story, days
from fogline.records import Mention, Span

YEAR = 365.25
THEN = re.compile(
    r"\b(?:when|while|at the time|then|by then|that (?:year|spring|summer|autumn|fall|winter|day)|since|ago|earlier"
    r"|before|after|during|until)\b",
    re.I,
)
YEARS = re.compile(r"(?<![\d,.$£€])\b(?:19|20)\d\d\b(?![\d,.]*\d)")
RECENT = re.compile(
    r"\s*(?:years old\s*)?(?:(?:earlier\s+)?(?:last|this)\s+(?:week|month|year|spring|summer|autumn|winter|\w+day)"
    r"|on\s+\w+day|today|yesterday|in\s+[A-Z]\w+|[.,;]|and\b)"
)
BLURRED = re.compile(r"\b(?:about|around|some|almost|nearly|roughly|over|under|believed|thought|or|at least)\s+$", re.I)
PRONOUN = re.compile(r"(?:He|She)\b")
THAT_YEAR = re.compile(r"\bthat (?:same )?(?:year|spring|summer|autumn|fall|winter)\b")
BIRTH = re.compile(r"\b(?:born|b\.)\s[^;:)]{0,40}?\b(?:19|20)\d\d\b")
BORN = re.compile(r"\b(?:born|b\.)\s", re.I)
OF_WHOM = re.compile(r"\s*\(|(?:,|,? who| and)?(?: was| had been|,? like (?:him|her),? was)?,?\s*")
AFTER_BORN = re.compile(r",?\s+(?:[Tt]he\s+)?")


@dataclass(frozen=True, slots=True)
class Aged:
    """One statement of an age or a birth: whose, the words, and the first and last day of birth that it leaves."""

    span: Span
    who: str
    words: str
    births: tuple[date, date]
    kind: str


@cache
def forms() -> dict[str, re.Pattern[str]]:
    """The forms of an age: behind a mention (named, noun, verb), or standing by themselves."""
    n = rf"(?P<n>{number_pattern()})"
    ends = r"(?=\s*[,.;:)”\"]|\s+(?:and|when|who|at|last|this|in|on|but|today|was|is|has)\b|\s*$)"
    aside = r"(?:\s*\((?:born|b\.)[^)]{0,40}\)|,\s+born\s[^,;.]{3,40})?"
    year_old = r"(?:\s+years\s+(?:old|of\s+age))?"
    return {
        "named": re.compile(
            rf"{aside}(?:,\s+|\s+\()(?:who\s+(?:is|turned|turns)\s+)?(?:now\s+|aged?\s+)?{n}{year_old}(?=[,).;]|\s+and\b)"
        ),
        "noun": re.compile(
            rf",\s+an?\s+(?:[\w’'-]+\s+){{0,4}}(?!(?:grand)?(?:father|mother|parent)|home|town|city)\w{{4,}}\s+of\s+{n}"
            r"(?=[,.;])"
        ),
        "verb": re.compile(
            r"(?:,[^,.;()]{3,60},|,?\s+who)?\s+(?P<verb>is|was|turned|turns|has\s+turned|had\s+turned|(?:just|recently)\s+turned|celebrated"
            rf"|[’']s)\s+(?:now\s+|only\s+|just\s+)?{n}{year_old}{ends}"
        ),
        "old": re.compile(rf"\b{n}[- ]years?[- ]old\b", re.I),
        "at": re.compile(
            rf"\b(?:(?P<then>then\s+)?aged|at\s+the\s+age\s+of|at\s+age|(?:died|dies)\b[^.;,]{{0,40}}?\sat)\s+{n}{ends}"
        ),
        "now": re.compile(rf"\b(?:Now|Today|now)\s+(?:aged\s+)?{n},\s+(?=\w)"),
        "birthday": re.compile(r"\b(?:his|her)\s+(?P<n>[\w-]+(?:st|nd|rd|th))\s+birthday\b", re.I),
    }


class Ages:
    """The ages and births that one report tells."""

    def __init__(self, story: Story, now: Days) -> None:
        self._story, self._people = story, People(story)
        self._now = date.fromisoformat(now[0]), date.fromisoformat(now[1])

    @property
    def people(self) -> People:
        """The people they belong to."""
        return self._people

    def all(self) -> Iterator[Aged]:
        """Every statement whose person is sure, in the order of their forms."""
        yield from self._at_mentions()
        yield from self._alone()
        yield from self._births()

    def _at_mentions(self) -> Iterator[Aged]:
        for mention in self._people.mentions:
            for form in ("named", "noun", "verb"):
                match = forms()[form].match(self._story.text, mention.end)
                who = self._people.of(mention)
                if match and who and self._stands_alone(mention, form):
                    yield from self._told(match, who, form)

    def _stands_alone(self, mention: Mention, form: str) -> bool:
        """A pronoun takes a verb; a noun of kin, or a list of several people, takes nothing."""
        words = self._story.words((mention.start, mention.end))
        pronoun = mention.kind == "pronoun"
        if pronoun:
            return form == "verb" and words.lower() in ("he", "she")
        return not self._people.kin_near(mention.start, mention.end) and words.lower() not in ("man", "woman")

    def _alone(self) -> Iterator[Aged]:
        for form in ("old", "at", "now", "birthday"):
            for match in forms()[form].finditer(self._story.text):
                who = self._whose(match, form)
                if who:
                    yield from self._told(match, who, form)

    def _whose(self, match: re.Match[str], form: str) -> str | None:
        """The person at the words, or the only one that they can mean."""
        start, end = match.span()
        if form == "old":
            definite = re.search(r"\b[Tt]he\s+(?:[a-z-]+\s+)?$", self._story.text[max(0, start - 20) : start])
            named = [m for m in self._people.within(end, end + 2) if m.kind == "name"]
            here = self._people.of(named[0]) if named else self._people.at(start, end)
            if here in self._people.named or not definite:
                return here
            return self._people.only_before(start) or here
        if form == "now":
            after = self._people.within(end, end + 4)
            return after[0].entity if after and after[0].start == end else None
        return self._subject(start)

    def _subject(self, at: int) -> str | None:
        """The only person named in the sentence up to here."""
        sentence = self._story.sentence(at)
        here = {m.entity for m in self._people.within(sentence.start, at)}
        if not here and PRONOUN.match(self._story.text, sentence.start):
            return self._people.only_before(sentence.start + 1)
        return next(iter(here)) if len(here) == 1 and not self._people.kin_near(sentence.start, at) else None

    def _told(self, match: re.Match[str], who: str, form: str) -> Iterator[Aged]:
        n = whole(match["n"]) if form != "birthday" else ordinal(match["n"])
        before = self._story.text[max(0, match.start("n") - 12) : match.start("n")]
        when = self._when(match, form)
        if n is None or not 2 <= n <= 110 or when is None or BLURRED.search(before):
            return
        start = match.start("n")
        coming = form == "verb" and match["verb"] == "turns"
        births = (_years_before(when[0], n + 1), _years_before(when[1], n - 1 if coming else n))
        yield Aged(Span(start, match.end()), who, str(n), births, "age" if when == self._now else "age then")

    def _when(self, match: re.Match[str], form: str) -> tuple[date, date] | None:
        """The days on which somebody was that old: now, or the one year that the sentence names."""
        sentence = self._story.sentence(match.start("n"))
        tail, verb = self._story.words((match.end("n"), sentence.end)), match.groupdict().get("verb") or ""
        if form in ("named", "noun", "now") or verb in ("is", "’s", "'s", "turns"):
            return self._now
        told = BIRTH.sub("", self._story.words(sentence))
        years = {int(y[0]) for y in YEARS.finditer(told)}
        this = {self._now[0].year, self._now[1].year}
        recent = match[0][:4] in ("died", "dies") or not THEN.search(told)
        if form == "old" or (recent and not years - this):
            return self._now if not years - this and self._settled(form, tail) else None
        return self._in_year(match, form, years)

    def _settled(self, form: str, tail: str) -> bool:
        """As in "turned 70 last month", "was 81.": told of these days."""
        return form in ("old", "at") or bool(RECENT.match(tail))

    def _in_year(self, match: re.Match[str], form: str, years: set[int]) -> tuple[date, date] | None:
        """The one year of the sentence, where it stands close by."""
        sentence = self._story.sentence(match.start("n"))
        around = self._story.text[max(sentence.start, match.start() - 40) : match.end() + 60]
        near = YEARS.search(around) or form == "birthday"
        if THAT_YEAR.search(self._story.words(sentence)) and not years:
            years, near = {int(y) for y in self._years_before(sentence.start)}, True
        if len(years) != 1 or not near:
            return None
        year = next(iter(years))
        return date(year, 1, 1), date(year, 12, 31)

    def _years_before(self, at: int) -> list[str]:
        """The last year told in the three sentences before a place."""
        first = self._story.ledger.sentences[max(0, self._story.number(at) - 3)].start
        return YEARS.findall(self._story.text, first, at)[-1:]

    def _births(self) -> Iterator[Aged]:
        for match in BORN.finditer(self._story.text):
            time = next(iter(self._story.times((match.end(), self._story.sentence(match.start()).end))), None)
            period = days(time) if time else None
            words = self._story.words((time.start, time.end)) if time else ""
            between = self._story.text[match.end() : time.start] if time else ""
            plain = len(between) < 50 and not re.search(r"[;()“”\"'’]|\b(?:about|around|who|when|and)\b", between)
            who = self._born(match, time.end) if time and period and plain and YEARS.search(words) else None
            if who and period and time:
                births = date.fromisoformat(period[0]), date.fromisoformat(period[1])
                yield Aged(Span(match.start(), time.end), who, words, births, "birth")

    def _born(self, match: re.Match[str], end: int) -> str | None:
        """Who was born: the mention before the word, or behind "Born in 1951, ..."."""
        text, sentence = self._story.text, self._story.sentence(match.start())
        if match.start() - sentence.start < 2:
            led = AFTER_BORN.match(text, end)
            after = self._people.within(end, led.end() + 30 if led else end)
            return self._people.of(after[0]) if led and after and after[0].start == led.end() else None
        before = [m for m in self._people.within(sentence.start, match.start()) if m.end <= match.start()]
        last = before[-1] if before else None
        if last is None or not OF_WHOM.fullmatch(text[last.end : match.start()]):
            return None
        return None if self._people.kin_near(last.start, last.end) else self._people.of(last)


def _years_before(day: date, years: int) -> date:
    return day - timedelta(days=round(years * YEAR))
