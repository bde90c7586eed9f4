"""Where a paragraph ends, and what stands below a statement or the last turn of a transcript and is not its own."""

from __future__ import annotations

import re

from fogline.reading.sources import DATELINE
from fogline.reading.voices import Page

BEHIND = re.compile(  # what stands below a statement in an office's release
    r"\W*(?:ends?\b\W*(?:\n|$)|###|(?:notes?|information) (?:to|for) (?:the )?(?:editors?|media|press)"
    r"|notes?\b\W*(?:\n|$)"
    r"|background\b|further (?:information|reading)|for (?:more|further) "
    r"|(?:media|press) (?:contacts?|enquiries|inquiries)"
    r"|contacts?\b|read more|see also|follow (?:us|the)|about the )",
    re.IGNORECASE,
)
POINTER = re.compile(
    r"\bcan be (?:found|read|downloaded|viewed)\b|\b(?:is|are) available (?:at|on|here|from)\b|https?:|\bwww\."
)
HEADING = re.compile(r"[^.!?…:;]{1,70}[^.!?…:;”\"’'\s]\s*")


def paragraph_end(page: Page, n: int) -> int:
    """The token behind the paragraph that holds the n-th sentence."""
    while n + 1 < len(page.parse.sents) and page.paragraph_of[n + 1] == page.paragraph_of[n]:
        n += 1
    return page.parse.sents[n][1]


def stands_below(page: Page, n: int) -> bool:
    """True if the paragraph that the n-th sentence opens is a note, a heading, a pointer or a new dateline."""
    parse = page.parse
    start, end = parse.span(parse.sents[n][0], paragraph_end(page, n) - 1)
    words = parse.text[start:end]
    outside = BEHIND.match(words) or POINTER.search(words) or HEADING.fullmatch(words)
    return bool(outside or DATELINE.match(parse.text, start))
