"""A ledger as the rows that keep it: the text once a report, the rest compressed, and a digest of what it says."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from typing import Any

import msgspec

from fogline.errors import InputError, StoreError
from fogline.records import Ledger
from fogline.store.derive import Derived, derive

CIRCUMSTANCE = ("origin", "copy_of")  # of the run, not of the report: reading a file again from elsewhere is no news


@dataclass(frozen=True, slots=True)
class Packed:
    """A ledger ready to be stored; made before the file is locked."""

    report_id: str
    text: str
    sha256: str
    digest: str
    version: str
    ontology: str
    body: bytes
    derived: Derived


def pack(ledger: Ledger) -> Packed:
    """The ledger's rows; the same report read again in the same way has the same digest.

    The digest leaves out where the bytes came from and which report of that run this one repeats, so that reading
    a file once more, or from another folder, changes nothing.
    """
    whole = ledger.as_dict()
    text = whole.pop("text")
    digest = hashlib.sha256(msgspec.json.encode(_said(whole))).hexdigest()
    body = zlib.compress(msgspec.json.encode(whole), 6)
    made = ledger.made_with
    return Packed(ledger.report.id, text, sha256(text), digest, made.version, made.ontology, body, derive(ledger))


def sha256(text: str) -> str:
    """The digest of a report's text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def unpack(body: bytes, text: str, digest: str) -> Ledger:
    """The ledger that `pack` made the rows of.

    Raises:
        StoreError: F304, if the row is damaged or the text is not the one that was stored.
    """
    if sha256(str(text)) != digest:  # a damaged row may even give bytes
        raise StoreError("F304", "a stored text has changed", accepted="an undamaged case")
    try:
        whole: dict[str, Any] = msgspec.json.decode(zlib.decompress(body))
        return Ledger.from_dict({**whole, "text": text})
    except (zlib.error, msgspec.DecodeError, InputError) as error:
        raise StoreError("F304", f"a stored ledger cannot be read: {error}", accepted="an undamaged case") from error


def _said(whole: dict[str, Any]) -> dict[str, Any]:
    head = {name: value for name, value in whole["report"].items() if name not in CIRCUMSTANCE}
    return {**whole, "report": head}
