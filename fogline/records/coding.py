"""Events: the acts that the ontology codes, with who, to whom, when, where and with what."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.records.reading import OPEN, STATUSES, Bounds
from fogline.records.spans import Spans, check_spans

ONTOLOGY = "PLOVER 2021"
EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip

CONTEXTS = (
    "military", "diplomatic", "economic", "legal", "executive", "political_institutions", "election",
    "rights_freedoms", "human_rights", "humanitarian", "human_security", "peacekeeping", "territory", "terrorism",
    "cyber", "intelligence", "cbrn", "crime", "corruption", "asylum", "religion_ethnicity", "misinformation",
    "environment", "health",
)  # fmt: skip
"""What acts are about: the contexts of the CAMEO-to-PLOVER table, and the few more that reports ask for."""


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor or recipient: the entity (None if unresolved) and the words that name it here."""

    entity: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EventTime:
    """When an act is said to have happened; ``time`` is the id of the time expression it was taken from.

    Event-relative times are resolved here, never in the ``Timex`` itself.
    """

    time: str | None
    value: str | None
    begin: Bounds = OPEN
    finish: Bounds = OPEN
    why: str = ""


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure each field is, 0..1."""

    type: float
    actors: float
    recipients: float
    time: float
    place: float
    status: float


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """A type that was considered and lost."""

    type: str
    score: float


@dataclass(frozen=True, slots=True)
class Event:
    """An act coded in PLOVER (2021 manual), with its CAMEO code where the crosswalk gives one.

    ``type`` is PLOVER's, or under an ontology of the user's (``made_with.ontology``) its code for the act.
    ``status`` is the act's own status; ``claim`` the claim that tells it; ``place`` a place id; ``weapons`` entity
    ids; ``casualties`` quantity ids; ``embedded_in`` the event of the speaker's act around it; ``same_as`` the
    first telling of the same event in this report. ``by`` names the rule or head, ``why`` says it in words.
    """

    id: str
    act: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    evidence: Spans
    claim: str | None
    status: str
    time: EventTime | None
    place: str | None
    weapons: tuple[str, ...]
    casualties: tuple[str, ...]
    embedded_in: str | None
    same_as: str | None
    cameo: str | None
    goldstein: float | None
    plover_score: float | None
    intensity: int
    confidence: Confidence
    by: str
    why: str
    runners_up: tuple[RunnerUp, ...] = ()

    def __post_init__(self) -> None:
        check_spans(self.evidence, "evidence")
        if self.type.split() != [self.type] or self.status not in STATUSES:
            raise ValueError(f"event type {self.type!r}, status {self.status!r}")
