"""The day a web page says it was published: JSON-LD, meta tags, a marked ``<time>``, its address; never a guess.

htmldate, which trafilatura would ask, also takes a date out of the running text where the page does not say one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Any

import msgspec

from fogline.errors import InputError
from fogline.ingest.dates import iso_prefix

TAGS = (
    "article:published_time article:published og:article:published_time og:published_time datepublished "
    "publication_date publishdate publish-date pubdate published_at parsely-pub-date sailthru.date dc.date "
    "date dc.date.issued dcterms.date dcterms.issued dcterms.created cxenseparse:recs:publishtime"
)
NAMES = frozenset(TAGS.split())
MARKED = re.compile(r"publish|byline|dateline|posted|timestamp|article[-_]?date|entry[-_]?date|post[-_]?date", re.I)
ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/-]|$)")
MOST_NODES = 20_000  # of one JSON-LD block


def published(tree: Any) -> str | None:
    """The first date that is one, as precise as the page gives it; the day as printed, in the page's own time zone."""
    return next(filter(None, map(_day, _candidates(tree))), None)


def _candidates(tree: Any) -> Iterator[str]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            yield from _json_ld(script.text or "")
    for meta in tree.iter("meta"):
        names = (meta.get(key) or "" for key in ("property", "name", "itemprop"))
        if any(name.lower() in NAMES for name in names):
            yield meta.get("content") or ""
    times = [time for time in tree.iter("time") if time.get("datetime")]
    yield from (time.get("datetime") for time in times if _marked(time))
    for link in tree.iter("link", "meta"):
        if link.get("rel") == "canonical" or link.get("property") == "og:url":
            match = ADDRESS.search(link.get("href") or link.get("content") or "")
            yield "-".join(match.groups()) if match else ""


def _marked(time: Any) -> bool:
    """A ``<time>`` that says, itself or by one of the two elements around it, that it is the report's own."""
    if time.get("pubdate") is not None or time.get("itemprop") == "datePublished":
        return True
    near = [time, *islice(time.iterancestors(), 2)]
    return any(MARKED.search(f"{element.get('class')} {element.get('id')}") for element in near)


def _json_ld(words: str) -> Iterator[str]:
    """Every ``datePublished`` of a block, the outermost first."""
    try:
        level = [msgspec.json.decode(words)]
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return
    seen = 0
    while level and seen < MOST_NODES:
        seen += len(level)
        objects = [value for value in level if isinstance(value, dict)]
        yield from (o["datePublished"] for o in objects if isinstance(o.get("datePublished"), str))
        level = [child for value in level for child in _children(value)]


def _children(value: Any) -> Iterator[Any]:
    yield from value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _day(words: str) -> str | None:
    """ISO 8601 in either form, or the date of an e-mail header, which some pages use."""
    words = words.strip()
    if re.fullmatch(r"\d{8}", words):
        words = f"{words[:4]}-{words[4:6]}-{words[6:]}"
    try:
        if words[:3].isalpha():
            return parsedate_to_datetime(words).date().isoformat()
        return iso_prefix(words)
    except (InputError, ValueError):
        return None
