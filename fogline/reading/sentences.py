r"""Sentence boundaries by small rules that say break, no break, or nothing; the list of rules is the algorithm.

Ours and not the parser's, because offsets must hold on "the former U.S.\nPresident X", "Lt. Gen.", closing curly
quotes after a stop, and wrapped lines; the parser is then told where the sentences are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from fogline.records import Sentence
from fogline.tables import files

Verdict = bool | None  # break here / do not break / no opinion

CLOSERS = "\"'”’»›)\\]}"
OPENERS = "\"'“‘«‹(\\[{—–\\-"
CANDIDATE = re.compile(
    rf"(?P<stop>[.!?…]+[{CLOSERS}]*(?:\[[\w ]{{1,20}}\])*[\"”]*)(?=\s|$|[“‘«])"  # with footnote marks
    rf"|(?P<wide>[。！？؟।]+[{CLOSERS}]*)|(?P<line>\s*\n\s*)"
)
DATELINE = re.compile(
    r"^[A-Z][A-Z'’.-]{2,}(?: [A-Z][A-Z'’.-]+){0,3}(?:, [A-Z][\w.’' ]{1,30}?){0,2}"
    r"(?:,? (?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2})?(?:,? \d{4})?)?"
    r"(?: ?\([^()\n]{2,40}\))? ?(?:—|–|--|-) (?=[A-Z“\"‘'])",
    re.M,
)
LONGEST = 5_000  # characters: a longer "sentence" (tables, dumps) is cut at white space, then hard
ATTRIBUTING = re.compile(
    r"\s+(?:[A-Z][\w.’'-]+\s+){0,4}(?:(?:the|a|an|one|his|her)\s+(?:\w+\s+){1,3})?"
    r"(?:said|says|asked|asks|added|told|wrote|shouted|replied|tweeted|demanded|declared)\b"
)


@dataclass(frozen=True, slots=True)
class Gap:
    """One place where a sentence might end: the words on its left and right, and what stands between them."""

    left: str  # the last word before the stop, with the stop, without closing quotes
    stop: str  # the stop and closing quotes; "" at a bare line break
    space: str  # white space after it
    right: str  # up to 120 characters that follow

    @property
    def next_word(self) -> str:
        """The next word without opening quotes or brackets."""
        match = re.match(rf"[{OPENERS}\s]*([^\s,;:.!?\"”’]+)", self.right)
        return match[1] if match else ""


def nothing_follows(gap: Gap) -> Verdict:
    """The text ends here."""
    return None if gap.right else True


def blank_line(gap: Gap) -> Verdict:
    """An empty line ends whatever stood before it."""
    return True if re.search(r"\n[^\S\n]*\n", gap.space) else None


def goes_on_in_lower_case(gap: Gap) -> Verdict:
    """A small letter or a comma goes on with the sentence."""
    return False if re.match(r"[a-zß-öø-ÿа-я,;:%]", gap.right) else None


def never_ends(gap: Gap) -> Verdict:
    """Titles and months in short form ("Gen.", "Nov.") stand before their name or number."""
    if abbreviations().get(gap.left) != "never" or "\n" in gap.space.strip(" "):
        return None
    before_numbers = gap.left in {"No.", "Nos.", "Mar.", "Sat.", "Sun.", "Art.", "art.", "Fig.", "fig."}
    return None if before_numbers and not gap.right[:1].isdigit() else False


def initial(gap: Gap) -> Verdict:
    """A single capital with a point is an initial ("J. Smith"), unless it ends a name of letters."""
    return False if re.fullmatch(r"[A-Z]\.", gap.left) and gap.next_word[:1].isupper() else None


def may_end(gap: Gap) -> Verdict:
    """After "U.S." or "a.m." a new sentence shows itself by its first word; so after the nickname in “J.D.” Lowe."""
    dotted = re.fullmatch(r"(?:[A-Za-z]\.){2,}", gap.left)
    quoted = len(gap.stop) > 1 and not (dotted and gap.left.isupper() and gap.stop[1:] in {"”", '"', "’", "'"})
    if (abbreviations().get(gap.left) != "maybe" and not dotted) or quoted:
        return None
    return gap.next_word in starters()


def attributed_exclamation(gap: Gap) -> Verdict:
    """“Are we at war?” the minister asked: the speaker belongs to the question."""
    asked = len(gap.stop) > 1 and gap.stop[0] in "!?"
    return False if asked and ATTRIBUTING.match(" " + gap.right) else None


def line_break(gap: Gap) -> Verdict:
    """A line break without a stop ends a headline, dateline or list item; in wrapped prose it is a blank."""
    if gap.stop or "\n" not in gap.space:
        return None
    return bool(re.match(rf"[{OPENERS}•*#·\d]*\s*[A-Z\d“\"‘•*#]", gap.right)) and not gap.left.endswith((",", "—", "–"))


def capital_follows(gap: Gap) -> Verdict:
    """Otherwise a stop ends a sentence when what follows can begin one."""
    return bool(gap.stop)


RULES: tuple[Callable[[Gap], Verdict], ...] = (
    nothing_follows, blank_line, goes_on_in_lower_case, never_ends, initial, may_end, attributed_exclamation,
    line_break, capital_follows,
)  # fmt: skip


@cache
def abbreviations() -> dict[str, str]:
    """Short forms with a point, and whether a sentence can end at them."""
    table = files.rows("languages/en/abbreviations.tsv", ("form", "ends_sentence"))
    return {row["form"]: row["ends_sentence"] for row in table}


@cache
def starters() -> frozenset[str]:
    """Words that begin a sentence when they stand after a point with a capital."""
    return frozenset(row["form"] for row in files.rows("languages/en/sentence_starters.tsv", ("form",)))


def sentences(text: str) -> tuple[Sentence, ...]:
    r"""The report's sentences in order, without the white space around them; headings and datelines count as one.

    >>> text = "It hit a depot, the former U.S.\nPresident said. ‘It was Kyiv’s right.’ Lt. Gen. Orlov denied it."
    >>> [text[s.start : s.end] for s in sentences(text)][1:]
    ['‘It was Kyiv’s right.’', 'Lt. Gen. Orlov denied it.']
    """
    wrapped = is_wrapped(text)
    edges = sorted({0, *_cuts(text, wrapped), *(line.end() for line in DATELINE.finditer(text)), len(text)})
    return tuple(s for a, b in pairwise(edges) for s in _trimmed(text, a, b))


def is_wrapped(text: str) -> bool:
    r"""True for prose broken into lines of about equal length: a line break is then only a blank.

    >>> is_wrapped("The ministry said on Friday that three\nboats had left the harbour of Odesa and\nwere late.")
    False
    """
    lines = [line for line in text.split("\n") if line.strip()]
    inner = [line for line in lines[:-1] if len(line) > 40]
    if len(inner) < 4:
        return False
    longest = max(map(len, inner))
    full = sum(len(line) > longest * 0.8 for line in inner)
    unfinished = sum(not re.search(rf"[.!?:][{CLOSERS}]*\s*$", line) for line in inner)
    return longest < 140 and full > 0.6 * len(inner) and unfinished > 0.5 * len(inner)


def _cuts(text: str, wrapped: bool) -> Iterator[int]:
    for match in CANDIDATE.finditer(text):
        if match["wide"]:
            yield match.end()
            continue
        gap = _gap(text, match)
        if wrapped and not gap.stop and not blank_line(gap):
            continue
        verdicts = (rule(gap) for rule in RULES)
        if next((v for v in verdicts if v is not None), False):
            yield match.end()


def _gap(text: str, match: re.Match[str]) -> Gap:
    stop = match["stop"] or ""
    before = text[max(0, match.start() - 40) : match.start()]
    left = re.search(r"[^\s“‘\"(\[]*$", before)
    point = re.match(r"[.!?…]+", stop)
    space = re.match(r"\s*", text[match.end() : match.end() + 200]) if stop else None
    after = match.end() + (space.end() if space else 0)
    between = space[0] if space else match[0]
    return Gap((left[0] if left else "") + (point[0] if point else ""), stop, between, text[after : after + 120])


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    """The stretch without outer white space; overlong ones in pieces, cut at white space where there is any."""
    while True:
        words = text[start : min(end, start + LONGEST)]
        cut = end if end - start <= LONGEST else start + max(words.rfind(" ") + 1, words.rfind("\n") + 1, LONGEST // 2)
        piece = text[start:cut]
        first = start + len(piece) - len(piece.lstrip())
        last = start + len(piece.rstrip())
        if first < last:
            yield Sentence(first, last)
        if cut >= end:
            return
        start = cut
