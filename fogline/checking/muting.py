"""Findings that a user does not want to see again: by code, kind, category, outlet or pattern, each with a reason.

A mute is a choice of its user's, never of ours: it hides findings from what is shown and printed, says how many and
why, and touches nothing else of the ledger; a case file keeps them all. The file is TOML::

    [[mute]]
    kind = "number"
    outlet = "Example Wire"
    reason = "its tolls are brought up to date in place"
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from fogline.errors import InputError
from fogline.records import Finding, Ledger


@dataclass(frozen=True, slots=True)
class Mute:
    """What a finding must be to be muted, all that is given; ``pattern`` is searched in what it says and quotes."""

    reason: str
    code: str | None = None
    kind: str | None = None
    category: str | None = None
    outlet: str | None = None
    pattern: str | None = None


KEYS = tuple(field.name for field in fields(Mute))


def read(path: Path) -> tuple[Mute, ...]:
    """The mutes of a file.

    Raises:
        InputError: F163, if it is no TOML, a mute gives no reason or nothing else, or a pattern is none.
    """
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8-sig")).get("mute", [])
    except (OSError, ValueError) as error:
        raise InputError("F163", f"mutes cannot be read: {error}", where=path.name, accepted="TOML") from error
    if not isinstance(rows, list) or not rows:
        raise InputError("F163", "no [[mute]] in it", where=path.name, accepted=", ".join(KEYS))
    return tuple(_mute(row, f"{path.name}, mute {number}") for number, row in enumerate(rows, start=1))


def _mute(row: object, where: str) -> Mute:
    given = row if isinstance(row, dict) else {}
    fault = next((f"{key!r} is no key" for key in given if key not in KEYS), None)
    if not all(isinstance(value, str) and value.strip() for value in given.values()):
        fault = "a key without words"
    if not fault and ("reason" not in given or len(given) < 2):
        fault = "a reason and something to mute by are needed"
    try:
        re.compile(str(given.get("pattern", "")))
    except re.error as error:
        fault = f"pattern: {error}"
    if fault:
        raise InputError("F163", fault, where=where, accepted=", ".join(KEYS))
    return Mute(**given)


def mute(
    findings: Sequence[Finding], reports: Mapping[str, Ledger], mutes: Sequence[Mute]
) -> tuple[tuple[Finding, ...], Counter[str]]:
    """The findings that stay, and how many were muted for which reason.

    ``reports`` are the ledgers that the findings quote, by the ids of their reports.

    >>> mute((), {}, (Mute("known", code="C301"),))
    ((), Counter())
    """
    why = [next((m.reason for m in mutes if _mutes(m, one, reports)), None) for one in findings]
    kept = tuple(one for one, reason in zip(findings, why, strict=True) if reason is None)
    return kept, Counter(reason for reason in why if reason is not None)


def _mutes(one: Mute, finding: Finding, reports: Mapping[str, Ledger]) -> bool:
    plain = all(getattr(one, key) in (None, getattr(finding, key)) for key in ("code", "kind", "category"))
    return plain and _of_outlet(one.outlet, finding, reports) and _says(one.pattern, finding, reports)


def _of_outlet(outlet: str | None, finding: Finding, reports: Mapping[str, Ledger]) -> bool:
    outlets = {(reports[e.report_id].report.outlet or "").lower() for e in finding.evidence if e.report_id in reports}
    return outlet is None or outlet.lower() in outlets


def _says(pattern: str | None, finding: Finding, reports: Mapping[str, Ledger]) -> bool:
    quoted = (reports[e.report_id].words((e.start, e.end)) for e in finding.evidence if e.report_id in reports)
    return pattern is None or any(re.search(pattern, words) for words in (finding.explanation, *quoted))
