"""How an outer word turns the type of what stands in its scope: to refuse aid is REJECT, to halt it SANCTION.

PLOVER codes the speaker's act over the act spoken of (2021 manual, "verbal" types); ending a conflict act is a
RETREAT, ending a cooperative one a SANCTION.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from fogline.records import EVENT_TYPES

FORCE = ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "THREATEN")
VERBAL = ("REQUEST", "ACCUSE", "REJECT")
REQUEST_MODES = {
    "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "MOBILIZE": "assist", "CONSULT": "meet",
    "RETREAT": "yield", "CONCEDE": "yield", "AGREE": "change", "SANCTION": "change", "COERCE": "change",
}  # fmt: skip
THREAT_MODES = {
    "ASSAULT": "violence", "MOBILIZE": "violence", "COERCE": "restrict", "SANCTION": "relations",
    "PROTEST": "relations", "REJECT": "relations", "RETREAT": "relations",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meaning:
    """A PLOVER type with mode and contexts, the noun kind or verb operator behind it, and the tokens that gave it."""

    type: str | None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    kind: str = ""
    tokens: tuple[int, ...] = ()
    rule: str = ""

    def __post_init__(self) -> None:
        if self.type is not None and self.type not in EVENT_TYPES:
            raise ValueError(f"{self.type!r} is no type of PLOVER")


def under(op: str, inner: Meaning, tokens: tuple[int, ...] = ()) -> Meaning | None:
    """The meaning of an operator over ``inner``; None where the operator says nothing of its own.

    >>> under("stop", Meaning("AID")).type, under("intend", Meaning("ASSAULT")).type
    ('SANCTION', 'THREATEN')
    """
    turned = _TURNS[op](inner.type) if op in _TURNS and inner.type else None
    if turned is None:
        return None
    kind, mode = turned
    return replace(inner, type=kind, mode=mode, kind=op, tokens=(*tokens, *inner.tokens), rule=f"{op}+{inner.type}")


def _intend(inner: str) -> tuple[str, str | None] | None:
    if inner in VERBAL or inner == "SUPPORT":
        return None
    return ("THREATEN", THREAT_MODES.get(inner)) if inner in FORCE else ("AGREE", None)


def _agree(inner: str) -> tuple[str, str | None] | None:
    return None if inner in ("REQUEST", "SUPPORT") else ("AGREE", None)


def _fail(inner: str) -> tuple[str, str | None] | None:
    return None if inner in FORCE else ("REJECT", REQUEST_MODES.get(inner))


def _request(inner: str) -> tuple[str, str | None]:
    return "REQUEST", REQUEST_MODES.get(inner)


def _reject(inner: str) -> tuple[str, str | None]:
    return "REJECT", REQUEST_MODES.get(inner)


def _accuse(inner: str) -> tuple[str, str | None]:
    return "ACCUSE", "allege"


def _threaten(inner: str) -> tuple[str, str | None]:
    return "THREATEN", THREAT_MODES.get(inner)


def _stop(inner: str) -> tuple[str, str | None] | None:
    if inner in ("RETREAT", "CONCEDE"):
        return "COERCE", "restrict"
    if inner in FORCE or inner in VERBAL:
        return "RETREAT", "ceasefire" if inner == "ASSAULT" else None
    return "SANCTION", "discontinue" if inner in ("AID", "COOPERATE") else "withdraw"


def called_for(inner: str) -> str:
    """To call for harm to someone is a threat to them, to call for a probe an accusation; else a request.

    >>> called_for("COERCE"), called_for("AID")
    ('THREATEN', 'REQUEST')
    """
    return "THREATEN" if inner in FORCE else "ACCUSE" if inner == "ACCUSE" else "REQUEST"


def _negate(inner: str) -> tuple[str, str | None] | None:
    """A cooperative act that will not be done is refused; a hostile act not done is no act."""
    return None if inner in FORCE else ("REJECT", REQUEST_MODES.get(inner))


_TURNS = {
    "intend": _intend, "agree": _agree, "fail": _fail, "request": _request, "reject": _reject,
    "accuse": _accuse, "threaten": _threaten, "stop": _stop, "negate": _negate,
}  # fmt: skip
