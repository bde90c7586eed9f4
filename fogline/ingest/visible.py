"""The visible characters of an HTML page with their offsets, by one pass that no nesting or missing tag can slow.

For tying extracted words to the page, and for the text of pages on which extraction finds none. Not a parser: it needs
no tree, so ten thousand nested tags are to it what ten are.
"""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterator, Sequence

HIDDEN = ("script", "style", "template", "head", "noscript", "svg", "textarea", "select")
BLOCK_TAGS = (
    "address article aside blockquote body br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol option p pre section table tbody td tfoot th thead title tr ul"
)
FLAT_TAGS = (  # without an end, or ended by the next of their kind
    "area base br col embed hr img input link meta param source track wbr "
    "html body p li dd dt option tr td th tbody thead tfoot colgroup"
)
BLOCKS, FLAT = frozenset(BLOCK_TAGS.split()), frozenset(FLAT_TAGS.split())
DEEPEST = 40  # nested tags beside the flat ones between them; the parser gives up at 256 and drops what is deeper
NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]*")
PIECE = re.compile(r"&#?\w{1,31};?|\s+|(?:[^&\s]|&(?!#?\w))+")
CLOSE = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in HIDDEN}

Letters = tuple[str, Sequence[int]]  # the visible characters, and where each stands
Token = tuple[str, int, int]  # a tag's name ("p", "/p"), or "" for words, and where it stands


def tokens(page: str) -> Iterator[Token]:
    """Tags and the words between them, comments and hidden elements left out; every character is looked at once."""
    at = 0
    while at < len(page):
        left = page.find("<", at)
        left = len(page) if left < 0 else left
        if left > at:
            yield "", at, left
        name, at = _tag(page, left)
        if name:
            yield name, left, at
        elif at > left and page[left + 1 : left + 2] not in ("!", "?"):
            yield "", left, at
        if name in CLOSE:
            close = CLOSE[name].search(page, at)
            at = close.start() if close else len(page)


def _tag(page: str, left: int) -> tuple[str, int]:
    """The name of the tag at ``left`` ("" for a comment or a bare "<") and where it ends."""
    match = NAME.match(page, left + 1)
    if page.startswith("<!--", left):
        end = page.find("-->", left + 4)
        return "", len(page) if end < 0 else end + 3
    if not match and page[left + 1 : left + 2] not in ("!", "?"):
        return "", left + 1
    end = page.find(">", left)
    return (match[0].lower() if match else ""), len(page) if end < 0 else end + 1


def letters(page: str) -> Letters:
    """All visible characters but white space, and the offset of each in ``page``.

    >>> words, offsets = letters("<p>Two&nbsp;<b>boats</b></p>")
    >>> words, offsets[words.index("b")]
    ('Twoboats', 15)
    """
    found: list[str] = []
    offsets = array("I")
    for name, start, end in tokens(page):
        if name:
            continue
        for piece in PIECE.finditer(page, start, end):
            words = "".join((html.unescape(piece[0]) if piece[0][0] == "&" else piece[0]).split())
            found.append(words)
            exact = len(words) == piece.end() - piece.start()
            offsets.extend(range(piece.start(), piece.end()) if exact else [piece.start()] * len(words))
    return "".join(found), offsets


def blocks(page: str) -> str:
    r"""The visible text, a blank line between blocks: nothing sorted out, nothing added.

    >>> blocks("<p>Two <b>boats</b></p><script>x</script><p>sank &amp; burned")
    'Two boats\n\nsank & burned'
    """
    parts = ("\0" if name.lstrip("/") in BLOCKS else "" if name else page[a:b] for name, a, b in tokens(page))
    lines = (" ".join(html.unescape(part).split()) for part in "".join(parts).split("\0"))
    return "\n\n".join(line for line in lines if line)


def flattened(page: str) -> str:
    """The page without the tags that are nested deeper than `DEEPEST`; their words stay.

    >>> page = "<div>" * 300 + "<p>Two boats sank.</p>" + "</div>" * 300
    >>> flattened(page).count("<div>"), blocks(flattened(page))
    (40, 'Two boats sank.')
    """
    kept: list[str] = []
    depth = last = 0
    for name, start, end in tokens(page):
        if not name or name.lstrip("/") in FLAT or page.endswith("/>", start, end):
            continue
        depth = max(0, depth - 1) if name[0] == "/" else depth + 1
        if depth >= DEEPEST + (name[0] != "/"):
            kept.append(page[last:start])
            kept.append(" " if name.lstrip("/") in BLOCKS else "")
            last = end
    return "".join([*kept, page[last:]]) if kept else page
