"""Quoted passages and who speaks them: the cue behind, before or between, and passages that go on without one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from fogline.reading.asides import said_through
from fogline.reading.sources import speaker
from fogline.reading.statements import announced
from fogline.reading.voices import Page
from fogline.tables.lexicon_voices import cues

FINITE = {"VBD", "VBZ", "VBP", "MD"}
BACK = 12  # passages to look back over
FAR = 25  # words between a passage and its cue


@dataclass(slots=True)
class Spoken:
    """Which passages each cue verb speaks, and those that continue them."""

    page: Page
    by_verb: dict[int, list[int]] = field(default_factory=dict)
    going_on: dict[int, list[int]] = field(default_factory=dict)
    verb_of: dict[int, int] = field(default_factory=dict)

    def give(self, quote: int, verb: int, *, goes_on: bool = False) -> None:
        """The passage is spoken by this verb's voice, or goes on with what that voice said."""
        (self.going_on if goes_on else self.by_verb).setdefault(verb, []).append(quote)
        self.verb_of[quote] = verb

    def said(self, verb: int) -> bool:
        """True if the verb speaks a passage found by its place."""
        return verb in self.by_verb


def spoken(page: Page, contents: dict[int, tuple[int, ...]]) -> Spoken:
    """Every quoted passage that a cue verb speaks; ``contents`` holds what the verbs take by their arcs."""
    out = Spoken(page)
    taken = {i: verb for verb, tokens in contents.items() if not page.quoted(verb) for i in tokens}
    for n, quotation in enumerate(page.quotations):
        tokens = page.quote_tokens(n)
        if not tokens:
            continue
        verb = _after(page, n, tokens)
        if verb is not None and _speaks_on(page, tokens, contents.get(verb, ())):
            verb = None
        verb = verb if verb is not None else _before(page, n, tokens)
        verb = verb if verb is not None or quotation.scare else announced(page, tokens)
        verb = verb if verb is not None or quotation.scare else _colon(page, tokens)
        holder = _holder(page, tokens, taken)
        if verb is None and holder is not None:
            out.verb_of[n] = holder
        elif verb is not None:
            out.give(n, verb)
        elif not quotation.scare:
            going_on = _continued(out, n, tokens, contents)
            if going_on is not None:
                out.give(n, going_on, goes_on=True)
    return out


def _holder(page: Page, tokens: range, taken: dict[int, int]) -> int | None:
    """The verb whose clause already holds the passage."""
    holders = [taken[i] for i in tokens if i in taken]
    return holders[0] if 2 * len(holders) >= len(tokens) else None


def _after(page: Page, n: int, tokens: range) -> int | None:
    """As in "...," said the envoy; "...," the envoy, who had arrived on Monday, said."""
    parse = page.parse
    stop = parse.sentence(tokens[-1]).stop
    opening = tokens[0] == parse.sentence(tokens[0]).start and not page.quotations[n].scare
    if tokens[-1] + 1 >= stop or not (opening or _ends_open(page, tokens)):
        return None
    for i in range(tokens[-1] + 1, min(stop, tokens[-1] + 1 + FAR)):
        if page.quoted(i) and page.quote_of[i] != n:
            return None
        if parse.lemmas[i] in cues("verb") and "q" in cues("verb")[parse.lemmas[i]].frames and _verbal(page, i):
            starts = [k for k in (i, *speaker(page, i)) if k > tokens[-1]]
            gap = range(tokens[-1] + 1, min(starts))
            near = len(page.words(gap)) <= 2 and parse.word(min(starts)) not in {"and", "but"}
            return (said_through(parse, i) or i) if near else None
        if parse.tags[i] in FINITE and parse.deps[i] != "compound" and not _relative(page, i, tokens[-1]):
            return None
    return None


def _speaks_on(page: Page, tokens: range, content: tuple[int, ...]) -> bool:
    """A passage in the middle of a sentence is not what the verb behind it says, if that verb has its own content."""
    opens = page.parse.sentence(tokens[0]).start
    if not page.words(range(opens, tokens[0])):
        return False
    behind = [i for i in page.words(content) if i > tokens[-1]]
    return len(behind) >= 3 and not any(i in tokens for i in content)


def _verbal(page: Page, i: int) -> bool:
    return page.parse.pos[i] in ("VERB", "AUX") or page.parse.tags[i].startswith("VB")


def _relative(page: Page, verb: int, after: int) -> bool:
    """A finite verb inside the speaker's own description ("the envoy, who arrived on Monday, said")."""
    parse = page.parse
    return any(parse.tags[k] in ("WP", "WDT") for k in range(after + 1, verb)) or parse.deps[verb] in ("aux", "auxpass")


def _ends_open(page: Page, tokens: range) -> bool:
    """The passage ends in a comma or a stop, or a comma stands behind it."""
    parse = page.parse
    inner = parse.text[parse.starts[tokens[0]] : parse.ends[tokens[-1]]].rstrip("”\"'’»›“ ")
    following = parse.word(tokens[-1] + 1)
    return inner[-1:] in {",", "?", "!", "…", "—", "–", "-", "."} or following in {",", "—", "–", "--"}


def _before(page: Page, n: int, tokens: range) -> int | None:
    """The envoy said on Monday: "..."."""
    parse = page.parse
    start = parse.sentence(tokens[0]).start
    finite = False
    for i in range(tokens[0] - 1, max(start, tokens[0] - 1 - FAR) - 1, -1):
        if page.quoted(i) and not page.quoted(tokens[0] - 1) and not finite and not _bridge(page, i, tokens[0]):
            return None
        cue = cues("verb").get(parse.lemmas[i])
        if cue is not None and "q" in cue.frames and _verbal(page, i) and not page.quoted(i):
            return i if _leads_in(page, i, tokens) else None
        finite = finite or parse.tags[i] in FINITE
        if finite:
            return None
    return None


def _colon(page: Page, tokens: range) -> int | None:
    """Any verb with a subject before a colon and a passage speaks it ("The crowd erupted: ...")."""
    parse = page.parse
    start = parse.sentence(tokens[0]).start
    last = next((k for k in range(tokens[0] - 1, start - 1, -1) if parse.word(k).strip()), start)
    if parse.word(last) != ":" or page.quoted(last):
        return None
    verbs = (i for i in range(last - 1, start - 1, -1) if parse.pos[i] == "VERB" and not page.quoted(i))
    return next((i for i in verbs if parse.child(i, "nsubj") is not None), None)


def _bridge(page: Page, i: int, quote: int) -> bool:
    """Another passage of the same speech stands between ("...," he said, "...")."""
    return len(page.words(range(i + 1, quote))) <= 1


def _leads_in(page: Page, verb: int, tokens: range) -> bool:
    """The words before the passage announce speech: a comma, a colon, the cue itself, or "that"."""
    parse = page.parse
    last = next((k for k in range(tokens[0] - 1, verb - 1, -1) if parse.word(k).strip()), verb)
    return last == verb or parse.lower(last) in {",", ":", "that", "—", "–", "--"}


def _continued(out: Spoken, n: int, tokens: range, contents: dict[int, tuple[int, ...]]) -> int | None:
    """A passage without a cue goes on with the one before: in its paragraph, or re-opened in the next."""
    page, parse = out.page, out.page.parse
    whole = range(parse.sentence(tokens[0]).start, parse.sentence(tokens[-1]).stop)
    outside = [i for i in page.words(whole) if page.quote_of[i] != n]
    if outside and (outside[0] < tokens[0] or 2 * len(outside) > len(tokens)):
        return None
    if n and page.quotations[n - 1].runs_on:
        return out.verb_of.get(n - 1)
    here = page.paragraph_of[parse.sent_of[tokens[0]]]
    for earlier in range(n - 1, max(-1, n - 1 - BACK), -1):
        last = page.quote_tokens(earlier)[-1]
        if page.paragraph_of[parse.sent_of[last]] != here:
            break
        if earlier in out.verb_of and out.said(out.verb_of[earlier]):
            return out.verb_of[earlier]
    return _told_before(page, whole.start, contents) or _announced(page, whole.start) or _next_paragraph(out, n, here)


def _next_paragraph(out: Spoken, n: int, here: int) -> int | None:
    """A paragraph that opens with a passage nobody claims: the speaker that the paragraph before ended on."""
    page, parse = out.page, out.page.parse
    if not n or n - 1 not in out.verb_of or not out.said(out.verb_of[n - 1]):
        return None
    end = parse.sentence(page.quote_tokens(n - 1)[-1]).stop
    last = parse.sent_of[end - 1]
    follows = page.paragraph_of[last] == here - 1 and (
        end >= len(parse) or page.paragraph_of[parse.sent_of[end]] == here
    )
    return out.verb_of[n - 1] if follows else None


def _told_before(page: Page, start: int, contents: dict[int, tuple[int, ...]]) -> int | None:
    """The speech verb of the sentence before, in the same paragraph: the passage bears its words out."""
    parse = page.parse
    if start == 0 or page.paragraph_of[parse.sent_of[start - 1]] != page.paragraph_of[parse.sent_of[start]]:
        return None
    for i in parse.sentence(start - 1):
        cue = cues("verb").get(parse.lemmas[i])
        if contents.get(i) and cue and "q" in cue.frames and cue.kind in ("speech", "writing") and not page.quoted(i):
            return i
    return None


def _announced(page: Page, start: int) -> int | None:
    """A cue at the end of the sentence before, with a colon."""
    parse = page.parse
    if start == 0:
        return None
    sentence = parse.sentence(start - 1)
    last = next((i for i in reversed(sentence) if parse.word(i).strip()), None)
    if last is None or parse.word(last) != ":":
        return None
    back = (i for i in reversed(sentence) if parse.lemmas[i] in cues("verb") and _verbal(page, i))
    return next((i for i in back if "q" in cues("verb")[parse.lemmas[i]].frames and not page.quoted(i)), None)


def passages(found: Spoken, verb: int) -> Iterator[int]:
    """The tokens of the passages that a verb speaks."""
    for n in found.by_verb.get(verb, ()):
        yield from found.page.quote_tokens(n)


def continuations(found: Spoken, verb: int) -> Iterator[int]:
    """The tokens of the passages that go on with what a verb's voice said."""
    for n in found.going_on.get(verb, ()):
        yield from found.page.quote_tokens(n)
