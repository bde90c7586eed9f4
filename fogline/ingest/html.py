"""Web pages: the article's words by trafilatura (Barbaresi 2021), its date by our own pass, offsets back to the page.

The words are the page's own: white space is collapsed as a browser does, blocks stand apart by an empty line, and
nothing is added or left out inside a paragraph (trafilatura by default loses dates in ``<time>`` and adds list marks).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from fogline.errors import InputError
from fogline.ingest.align import aligned
from fogline.ingest.building import build, check_characters
from fogline.ingest.decoding import decoded, encoding_of
from fogline.ingest.languages import codes, identified
from fogline.ingest.meta import Meta, Unreadable
from fogline.ingest.page_date import published
from fogline.ingest.visible import Letters, blocks, flattened, letters
from fogline.ingest.whole import one_report
from fogline.records import Origin, Report

MEDIA = "text/html"
LONGEST_PAGE = 10_000_000  # characters
MOST_TAGS = 100_000
MANY_TAGS = 5_000  # beyond, trafilatura's second opinions take too long
LOST = 0.9  # share of the visible characters below which the parser has dropped part of the page
ACCEPTED = "a page with the text of one report"
CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)
RUNS = re.compile(r"[ \t\r\n]{1000,}")
LANG = re.compile(r"<html\b[^>]{0,2000}?\blang\s*=\s*[\"']?([a-zA-Z]{2,3})\b", re.IGNORECASE)
INLINE_HOLDERS = frozenset(("p", "li", "td", "dd", "blockquote", "h1", "h2", "h3", "h4"))
BREAKS = frozenset(("p", "head", "item", "quote", "row", "list", "table", "code", "div"))
BREAK, LINE, CELL = "\x00", "\x01", "\x02"


def read(raw: BinaryIO, meta: Meta) -> Iterator[Report | Unreadable]:
    """The one report of a page: text, title, outlet, date, and the map from the text to the decoded page."""
    return one_report(raw, meta, MEDIA, _report)


def _report(content: bytes, meta: Meta, origin: Origin) -> Report:
    page, fault = _decoded(content, meta.path)
    _check_page(page, meta.path)
    seen = letters(page)
    words, told = _extracted(page, seen)
    if fault and "\ufffd" in words:
        raise fault
    if not words:
        raise InputError("F112", "no text was found on the page", where=meta.path, accepted=ACCEPTED)
    language = meta.language or identified(words) or _page_language(page)
    title, outlet, day = meta.title or told.title, meta.outlet or told.outlet, meta.published or told.published
    known = replace(meta, title=title, outlet=outlet, published=day, language=language)
    return build(words, known, replace(origin, map=aligned(words, seen)))


def _decoded(content: bytes, path: str | None) -> tuple[str, InputError | None]:
    """The page; bytes that do not fit its encoding are held against it only if they stand in the report's words."""
    match = CHARSET.search(content[:4096])
    declared = match[1].decode() if match else None
    try:
        return decoded(content, path, declared=declared), None
    except InputError as fault:
        if fault.code != "F103":
            raise
        return content.decode(encoding_of(content, path, declared=declared), "replace"), fault


def _check_page(page: str, path: str | None) -> None:
    tags = page.count("<")
    if len(page) > LONGEST_PAGE or tags > MOST_TAGS:
        accepted = f"at most {LONGEST_PAGE:,} characters and {MOST_TAGS:,} tags"
        raise InputError(
            "F106", f"the page has {len(page):,} characters and {tags:,} tags", where=path, accepted=accepted
        )
    check_characters(page, "the page", path)


def _extracted(page: str, seen: Letters) -> tuple[str, Meta]:
    """The article's words, or all visible ones where no article is found; and what the page says of itself."""
    tree = _tree(RUNS.sub(" ", flattened(page)))
    if tree is None:
        return blocks(page), Meta()
    told = _told(tree)
    held = sum(len("".join(words.split())) for words in tree.itertext())
    article = _article(tree) if held >= LOST * len(seen[0]) else ""
    return article or blocks(page), told


def _tree(page: str) -> Any:
    """The page as an lxml tree, or None if it is none."""
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())  # what they cannot read is ours to report
    from lxml import etree
    from trafilatura.utils import load_html

    whole_page = page if re.search(r"<html\b", page, re.IGNORECASE) else f"<html><body>{page}</body></html>"
    try:
        return load_html(whole_page)
    except (etree.LxmlError, ValueError, RecursionError):
        return None


def _told(tree: Any) -> Meta:
    """Title, outlet and date by the page's own word; what it does not say stays unknown."""
    from lxml import etree
    from trafilatura import extract_metadata

    try:
        found = extract_metadata(tree, date_config={"extensive_search": False, "original_date": True}, extensive=False)
    except (etree.LxmlError, ValueError, RecursionError):
        return Meta(published=published(tree))
    return Meta(title=found.title, outlet=found.sitename, published=published(tree))


def _article(tree: Any) -> str:
    from lxml import etree
    from trafilatura import bare_extraction

    _unwrap(tree)
    try:
        found = bare_extraction(tree, include_comments=False, fast=sum(1 for _ in tree.iter()) > MANY_TAGS)
        return "" if found is None or found.body is None else _words(found.body)
    except (etree.LxmlError, ValueError, RecursionError):
        return ""


def _unwrap(tree: Any) -> None:
    """Make dates in running text plain words, and ``<q>`` the quotation marks that a browser shows."""
    for element in [e for e in tree.iter("time") if any(a.tag in INLINE_HOLDERS for a in e.iterancestors())]:
        element.drop_tag()
    for element in list(tree.iter("q")):
        element.text, element.tail = f"“{element.text or ''}", f"”{element.tail or ''}"
        element.drop_tag()


def _words(body: Any) -> str:
    """The words of the extracted article, blocks apart by an empty line, cells of a table by a tab."""
    paragraphs = (_lines(part) for part in "".join(_parts(body)).split(BREAK))
    return "\n\n".join(part for part in paragraphs if part)


def _parts(body: Any) -> Iterator[str]:
    from lxml import etree

    for event, element in etree.iterwalk(body, events=("start", "end")):
        mark = (
            BREAK if element.tag in BREAKS else LINE if element.tag == "lb" else CELL if element.tag == "cell" else ""
        )
        if event == "start":
            yield (mark if mark == BREAK else "") + (element.text or "")
        else:
            yield mark + (element.tail or "")


def _lines(part: str) -> str:
    lines = ("\t".join(filter(None, (" ".join(c.split()) for c in line.split(CELL)))) for line in part.split(LINE))
    return "\n".join(line for line in lines if line)


def _page_language(page: str) -> str | None:
    match = LANG.search(page[:20_000])
    return codes().get(match[1].lower()) if match else None
