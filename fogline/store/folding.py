"""How names are compared in a search: without case and accents."""

from __future__ import annotations

import unicodedata


def fold(name: str) -> str:
    r"""The name in small letters, without accents, with single blanks.

    >>> fold("Zaporizhzhia\u00a0Région")
    'zaporizhzhia region'
    """
    flat = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in flat if not unicodedata.combining(c)).split())
