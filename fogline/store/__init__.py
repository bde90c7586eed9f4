"""Cases: one SQLite file that keeps reports, ledgers and judgements for ever. docs/store.md explains it."""

from fogline.store.case import Case, open_case
from fogline.store.judgements import VERDICTS, Judgement, Opinion, standing
from fogline.store.query import KINDS, Found, Query

__all__ = ["KINDS", "VERDICTS", "Case", "Found", "Judgement", "Opinion", "Query", "open_case", "standing"]
