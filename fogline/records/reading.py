"""What reading finds: times, places, quantities, attributions, claims, acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from fogline.records.spans import Span, Spans, check_span, check_spans

Bounds = tuple[str | None, str | None]  # [earliest, latest], full ISO days, inclusive; None is unknown or open
OPEN: Bounds = (None, None)

TIME_TYPES = ("DATE", "TIME", "DURATION", "SET")
ANCHORS = ("published", "dateline", "previous", "event", "spoken", "none")


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression in TIMEX3 terms, plus the interval it names (ledger.md, "Times").

    ``begin`` and ``finish`` describe the named period itself, not an act somewhere in it.
    """

    id: str
    start: int
    end: int
    type: str
    value: str | None
    mod: str | None = None
    begin: Bounds = OPEN
    finish: Bounds = OPEN
    anchor: str = "none"
    why: str = ""

    def __post_init__(self) -> None:
        check_span(self.start, self.end, "time")
        if self.type not in TIME_TYPES or self.anchor not in ANCHORS:
            raise ValueError(f"time type {self.type!r}, anchor {self.anchor!r}")
        for low, high in (self.begin, self.finish):
            if low and high and low > high:
                raise ValueError(f"time bounds {low}..{high} run backwards")


PRECISIONS = ("exact", "near", "town", "district", "admin1", "country", "region", "sea", "unknown")
PLACE_ROLES = ("act", "origin", "target", "dateline", "affiliation", "mentioned")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One gazetteer entry that a place name could mean, with its score (0..1) and the reason."""

    geonameid: str
    name: str
    country: str | None
    feature: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place name and what it resolves to; unresolved places keep ``lat`` and ``lon`` None.

    ``lat``/``lon`` are degrees (WGS 84) of the gazetteer's representative point; ``precision`` and ``radius_km``
    say what that point is worth. ``country`` is ISO 3166-1 alpha-2 by gazetteer, ``boundary_country`` by polygon.
    """

    id: str
    start: int
    end: int
    name: str
    geonameid: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    radius_km: float | None = None
    precision: str = "unknown"
    role: str = "mentioned"
    candidates: tuple[Candidate, ...] = ()
    boundary_country: str | None = None

    def __post_init__(self) -> None:
        check_span(self.start, self.end, "place")
        if self.precision not in PRECISIONS or self.role not in PLACE_ROLES:
            raise ValueError(f"place precision {self.precision!r}, role {self.role!r}")


BOUNDS = ("exact", "at_least", "at_most", "about", "range", "vague")
QUANTITY_ROLES = ("killed", "injured", "missing", "captured", "arrested", "displaced")


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many, as the words say it; an open side is None ("at least 12": 12, None).

    ``unit`` and ``bound`` as in ledger.md; ``what`` is the counted noun's lemma; ``side`` an entity id or a
    PLOVER country code; ``part_of`` the id of the total that includes this quantity; ``as_of`` an ISO prefix;
    ``claim`` the id of the claim that holds it.
    """

    id: str
    start: int
    end: int
    low: float | None
    high: float | None
    bound: str
    unit: str
    what: str | None = None
    role: str | None = None
    side: str | None = None
    civilian: bool | None = None
    part_of: str | None = None
    as_of: str | None = None
    claim: str | None = None

    def __post_init__(self) -> None:
        check_span(self.start, self.end, "quantity")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"quantity {self.low}..{self.high} runs backwards")
        if self.bound not in BOUNDS or (self.role is not None and self.role not in QUANTITY_ROLES):
            raise ValueError(f"quantity bound {self.bound!r}, role {self.role!r}")


STYLES = ("direct", "indirect", "mixed")
SOURCE_CLASSES = (
    "named_person", "named_organisation", "office_holder", "unnamed_official", "unnamed_person", "witnesses",
    "residents", "analysts", "critics", "supporters", "own_reporter", "document", "social_media", "unattributed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content that the text gives to a voice: source, cue and content as in PARC 3 and PolNeAR.

    ``source_entity`` is an entity id where the source resolves; ``parent`` the attribution inside whose content
    this one stands ("officials told Reuters that Moscow had denied ...").
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    source_entity: str | None
    source_class: str
    country: str | None
    sector: str | None
    style: str
    parent: str | None = None

    def __post_init__(self) -> None:
        for role in ("source", "cue", "content"):
            check_spans(getattr(self, role), role)
        if not self.content:
            raise ValueError("attribution without content")
        if self.style not in STYLES or self.source_class not in SOURCE_CLASSES:
            raise ValueError(f"style {self.style!r}, source_class {self.source_class!r}")


SPEECH_ACTS = (
    "say", "claim", "deny", "accuse", "admit", "threaten", "vow", "promise", "order", "authorise", "warn", "demand",
    "urge", "offer", "praise", "criticise", "doubt", "confirm", "forecast", "announce", "ask", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """What one voice puts forward; ``attribution`` None is the outlet's own prose.

    ``checkworthy`` is True for something that can be checked, against prediction, opinion and experience;
    ``because`` holds the words that decided.
    """

    id: str
    content: Spans
    attribution: str | None
    speech_act: str
    checkworthy: bool
    because: Spans = ()

    def __post_init__(self) -> None:
        check_spans(self.content, "claim")
        check_spans(self.because, "because")
        if not self.content or self.speech_act not in SPEECH_ACTS:
            raise ValueError(f"claim speech act {self.speech_act!r}, content {self.content}")


STATUSES = (
    "done", "not_done", "denied", "threatened", "promised", "ordered", "authorised", "asked", "planned",
    "attempted", "possible", "conditional", "forecast", "unknown",
)  # fmt: skip
FACTUALITIES = ("CT+", "PR+", "PS+", "Uu", "PS-", "PR-", "CT-")


@dataclass(frozen=True, slots=True)
class Act:
    """Something told to be done, coded or not, with its status in the eyes of the voice that tells it.

    ``factuality`` is FactBank's value (Saurí & Pustejovsky 2009); ``score`` runs from -3 (certainly not) to +3.
    """

    id: str
    trigger: Span
    claim: str | None
    status: str
    factuality: str
    score: float
    because: Spans = ()

    def __post_init__(self) -> None:
        check_span(*self.trigger, "act")
        check_spans(self.because, "because")
        if self.status not in STATUSES or self.factuality not in FACTUALITIES or not -3 <= self.score <= 3:
            raise ValueError(f"act status {self.status!r}, factuality {self.factuality!r}, score {self.score}")


MOODS = ("told", "not", "open")
CLAUSES = ("main", "relative", "adverbial", "complement", "participle", "noun")
TENSES = ("past", "pluperfect", "perfect", "present", "future", "")


class Argument(NamedTuple):
    """What stands in a role beside a predicate: its head word, and the words of its phrase without clauses.

    ``role`` is agent (who does it), patient (whom it befalls), is (what a copula says of its subject), where (the noun
    that "where" stands for), kind (the noun before an act noun: "drone strike"), or the preposition that leads to it.
    """

    role: str
    head: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb, an act noun or a copula with its arguments by grammar, passives and relative clauses turned round.

    ``mood``: told (as so), not (negated), open (modal, conditional, intended, asked). ``clause_type`` is the clause it
    heads; of nouns it is noun. ``tense`` is empty for nouns, infinitives and bare participles. ``lemma`` has the
    particle ("draw up"). ``clause`` is every piece of its own clause, without the clauses inside it.
    """

    trigger: Span
    lemma: str
    kind: str
    mood: str
    clause_type: str
    tense: str
    arguments: tuple[Argument, ...]
    clause: Spans

    def __post_init__(self) -> None:
        check_span(*self.trigger, "predicate")
        check_spans(self.clause, "clause")
        if self.kind not in ("verb", "noun", "copula") or self.mood not in MOODS:
            raise ValueError(f"predicate kind {self.kind!r}, mood {self.mood!r}")
        if self.clause_type not in CLAUSES or self.tense not in TENSES:
            raise ValueError(f"predicate clause {self.clause_type!r}, tense {self.tense!r}")
