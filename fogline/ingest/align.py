"""Which part of a page the words of a text came from, paragraph by paragraph."""

from __future__ import annotations

import re

from fogline.ingest.visible import Letters

KEY = 200  # characters of a paragraph by which it is looked up
SHORT_KEY = 40
MISSES = 50  # paragraphs looked up in vain, after which no more are sought from the top
PARAGRAPH = re.compile(r"[^\n]+")

Map = tuple[tuple[int, int, int], ...]


def aligned(text: str, page: Letters) -> Map:
    """``(text_start, text_end, original_start)`` of every paragraph that is found on the page, in order of the text.

    Compared without white space and tags, and sought from where the last one ended, so that a teaser that repeats a
    sentence does not mislead.

    >>> from fogline.ingest.visible import letters
    >>> aligned("Two boats sank.", letters("<h1>Port</h1><p>Two <i>boats</i> sank.</p>"))
    ((0, 15, 16),)
    """
    words, offsets = page
    found: list[tuple[int, int, int]] = []
    cursor = misses = 0
    for match in PARAGRAPH.finditer(text):
        key = "".join(match[0][: 2 * KEY].split())[:KEY]
        at = words.find(key, cursor) if key else -1
        if at < 0 and key and misses < MISSES:
            at = max(words.find(key), words.find(key[:SHORT_KEY], cursor))
            misses += 1
        if at >= 0:
            found.append((match.start(), match.end(), offsets[at]))
            cursor = at + len(key)
    return tuple(found)
