"""The report as it came in, and the sentences, names and places it mentions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from fogline.records.spans import check_span


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the bytes came from: a path, the line of a JSONL or CSV file (from 1), and the caller's own id.

    ``digest`` is the sha-256 of the original bytes; ``map`` ties text offsets to the original of an HTML or PDF
    input: ``(text_start, text_end, original_start)`` triples, where ``original_start`` counts characters of the
    decoded page (HTML) or is the page number (PDF).
    """

    path: str | None = None
    line: int | None = None
    id: str | None = None
    digest: str | None = None
    media: str = "text/plain"
    url: str | None = None
    map: tuple[tuple[int, int, int], ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its unchanged text and what is known about it from outside.

    ``published`` is an ISO 8601 prefix (``2025``, ``2025-11``, ``2025-11-20``) or None; unknown stays unknown.
    ``copy_of`` is the id of an earlier report in the run of which this one is a (near-)copy.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    copy_of: str | None = None
    origin: Origin = Origin()

    def words(self, span: tuple[int, int]) -> str:
        """The exact words a span stands for."""
        return self.text[span[0] : span[1]]

    @property
    def published_day(self) -> date | None:
        """The publication day, if a day is known."""
        return date.fromisoformat(self.published) if self.published and len(self.published) == 10 else None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, without the white space around it."""

    start: int
    end: int

    def __post_init__(self) -> None:
        check_span(self.start, self.end, "sentence")


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that the report gives a person, with the period it states or implies.

    ``status``: held, former, acting, elect, or candidate; ``since`` and ``until`` are ISO prefixes or None.
    """

    office: str
    since: str | None = None
    until: str | None = None
    status: str = "held"


ENTITY_TYPES = (
    "person", "group", "organisation", "force", "government", "country",
    "place", "facility", "vessel", "weapon", "event", "other",
)  # fmt: skip
MENTION_KINDS = ("name", "nominal", "pronoun", "metonym")


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something named in the report, once however often it is mentioned.

    ``country`` and ``sector`` are PLOVER's codes (``RUS``, ``MIL``), or None where the words do not give them.
    """

    id: str
    name: str
    type: str
    country: str | None = None
    sector: str | None = None
    offices: tuple[Tenure, ...] = ()

    def __post_init__(self) -> None:
        if self.type not in ENTITY_TYPES:
            raise ValueError(f"entity type {self.type!r}; known: {', '.join(ENTITY_TYPES)}")


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that stand for an entity at one place of the text."""

    id: str
    start: int
    end: int
    entity: str
    kind: str

    def __post_init__(self) -> None:
        check_span(self.start, self.end, "mention")
        if self.kind not in MENTION_KINDS:
            raise ValueError(f"mention kind {self.kind!r}; known: {', '.join(MENTION_KINDS)}")
