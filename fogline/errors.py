"""What can go wrong, as one tree.

FoglineError                 every error a caller may want to catch; carries a stable code
├── InputError    F1xx       a report cannot be read as it stands: the message says where and what is accepted
├── TableError    F2xx       a data file is missing, changed or malformed
├── StoreError    F3xx       a case file cannot be opened, written or trusted
└── ModelError    F4xx       weights are missing, changed or do not fit

A bug is none of these: it costs the part of a ledger that it struck, which says so (F900), and no other report.
"""

from __future__ import annotations


class FoglineError(Exception):
    """The root of the tree.

    Attributes:
        code: stable identifier such as ``F101``, documented in docs/errors.md.

    >>> str(InputError("F101", "the report is empty", where="wire.txt", accepted="some text"))
    'F101 wire.txt: the report is empty; accepted: some text'
    """

    def __init__(self, code: str, what: str, *, where: str | None = None, accepted: str | None = None) -> None:
        self.code, self.what, self.where, self.accepted = code, what, where, accepted
        place = f" {where}:" if where else ""
        hint = f"; accepted: {accepted}" if accepted else ""
        super().__init__(f"{code}{place} {what}{hint}")

    def __reduce__(self) -> tuple[object, ...]:
        """Errors travel between worker processes whole."""
        return _again, (type(self), self.code, self.what, self.where, self.accepted)


class InputError(FoglineError):
    """A report, a line or an argument that cannot be read."""


class TableError(FoglineError):
    """A data file that is missing, changed or malformed."""


class StoreError(FoglineError):
    """A case file that cannot be opened, written or trusted."""


class ModelError(FoglineError):
    """Weights that are missing, changed or do not fit."""


def _again(kind: type[FoglineError], code: str, what: str, where: str | None, accepted: str | None) -> FoglineError:
    return kind(code, what, where=where, accepted=accepted)
