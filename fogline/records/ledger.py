"""The ledger of one report, as `docs/ledger.md` lays it down (`fogline-ledger/1`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from importlib import import_module
from importlib.util import find_spec
from typing import Any, get_args, get_type_hints

import msgspec

from fogline.errors import InputError
from fogline.records.coding import Event
from fogline.records.reading import Act, Attribution, Claim, Place, Predicate, Quantity, Timex
from fogline.records.report import Entity, Mention, Report, Sentence
from fogline.records.spans import check_span

SCHEMA = "fogline-ledger/1"

LISTS = (
    "sentences", "entities", "mentions", "times", "places", "quantities", "attributions", "claims", "acts",
    "events", "predicates", "findings", "failures",
)  # fmt: skip

CATEGORIES = (
    "contradiction", "unsolvable_date", "record_conflict", "dispute", "tension", "update", "unverified", "supported",
)  # fmt: skip
CERTAINTIES = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage on one side (A, B, ...) of a finding, at most one sentence long."""

    report_id: str
    start: int
    end: int
    side: str

    def __post_init__(self) -> None:
        check_span(self.start, self.end, "evidence")


@dataclass(frozen=True, slots=True)
class FactUse:
    """The dated statement of the record that a finding leans on, with its definition and source."""

    id: str
    value: str
    definition: str
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A place where the reports do not fit, with both sides' words and one sentence that a reader can check."""

    id: str
    code: str
    category: str
    kind: str
    certainty: str
    evidence: tuple[Evidence, ...]
    explanation: str
    rests_on: str
    dissolved_by: str
    facts: tuple[FactUse, ...] = ()

    def __post_init__(self) -> None:
        if self.category not in CATEGORIES or self.certainty not in CERTAINTIES:
            raise ValueError(f"finding category {self.category!r}, certainty {self.certainty!r}")
        if not 1 <= len(self.evidence) <= 4:
            raise ValueError(f"finding with {len(self.evidence)} passages; one to four are shown")


@dataclass(frozen=True, slots=True)
class Failure:
    """A stage that could not do its work on this report, with the coded error's words."""

    stage: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What made the ledger: version, ontology, and the sha-256 of every table and weight file in use."""

    version: str
    ontology: str
    tables: dict[str, str]
    weights: dict[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading found in one report: everything but events, findings and provenance."""

    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Timex, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger(Reading):
    """Everything Fogline keeps of one report. Nothing in it is ever changed; later knowledge is a new record."""

    report: Report
    events: tuple[Event, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    made_with: MadeWith

    @property
    def text(self) -> str:
        """The report's text, to which every span points."""
        return self.report.text

    def words(self, span: tuple[int, int]) -> str:
        """The exact words a span stands for."""
        return self.report.words(span)

    def as_dict(self) -> dict[str, Any]:
        """The ledger as plain dicts and lists, in the field order of docs/ledger.md."""
        plain: dict[str, Any] = msgspec.json.decode(self.to_json())
        return plain

    def to_json(self) -> bytes:
        """The ledger as one line of JSON, UTF-8, without a line break at its end."""
        lists = {name: getattr(self, name) for name in LISTS}
        head = {"schema": SCHEMA, "report": _report_dict(self.report), "text": self.text}
        return msgspec.json.encode({**head, **lists, "made_with": self.made_with})

    @staticmethod
    def from_dict(raw: dict[str, Any]) -> Ledger:
        """The ledger that `as_dict` or `to_json` wrote.

        Raises:
            InputError: F150, if the object is not a `fogline-ledger/1`.
        """
        head = raw.get("report") if isinstance(raw, dict) else None
        if not isinstance(head, dict) or raw.get("schema") != SCHEMA:
            raise InputError("F150", "not a ledger", accepted=f"an object with schema {SCHEMA!r}")
        body = {k: v for k, v in raw.items() if k not in ("schema", "text")}
        body["report"] = {**{k: v for k, v in head.items() if k != "chars"}, "text": raw.get("text")}
        try:
            return msgspec.convert(body, Ledger)
        except msgspec.ValidationError as error:
            raise InputError("F150", f"not a ledger: {error}", accepted=f"schema {SCHEMA!r}") from error

    @staticmethod
    def from_json(line: bytes | str) -> Ledger:
        """The ledger in one line of JSON.

        Raises:
            InputError: F150, if the line is not a `fogline-ledger/1`.
        """
        try:
            return Ledger.from_dict(msgspec.json.decode(line))
        except msgspec.DecodeError as error:
            raise InputError("F150", f"not JSON: {error}", accepted=f"schema {SCHEMA!r}") from error

    def to_frames(self, library: str | None = None) -> dict[str, Any]:
        """One data frame for each list of the ledger, by its name, with its report's id in the first column.

        ``library`` is pandas or polars; by default pandas, or polars where pandas is missing. A list without
        entries gives a frame with columns and no rows.

        Raises:
            ImportError: if the library, or neither of them, is installed.

        >>> from fogline.records import MadeWith, Report, Sentence
        >>> report, made = Report("r1", "Two boats sank."), MadeWith("0.1.0", "PLOVER 2021", {}, {})
        >>> list(Ledger(report=report, sentences=(Sentence(0, 15),), made_with=made).to_frames()["sentences"].columns)
        ['report', 'start', 'end']
        """
        rows, frame = self.as_dict(), _frames(library)
        return {
            name: frame([{"report": self.report.id, **row} for row in rows[name]], _columns(name)) for name in LISTS
        }


def _columns(name: str) -> list[str]:
    entry = get_args(get_type_hints(Ledger)[name])[0]
    return ["report", *(field.name for field in fields(entry))]


def _frames(library: str | None) -> Callable[[list[dict[str, Any]], list[str]], Any]:
    """How rows of some columns become a frame of the library."""
    named = library or ("pandas" if find_spec("pandas") else "polars")
    frames = import_module(named)
    if named == "polars":  # every row is looked at: a column may be empty for long
        return lambda rows, columns: frames.DataFrame(rows, schema=columns, infer_schema_length=None)
    return lambda rows, columns: frames.DataFrame(rows, columns=columns)


def _report_dict(report: Report) -> dict[str, Any]:
    raw: dict[str, Any] = msgspec.to_builtins(report)
    text = raw.pop("text")
    origin = raw.pop("origin")
    copy_of = raw.pop("copy_of")
    return {**raw, "chars": len(text), "copy_of": copy_of, "origin": origin}
