"""Which language a report is in: what the caller says, else what the letters say, else nothing."""

from __future__ import annotations

from functools import cache
from typing import Any

from fogline.errors import InputError
from fogline.tables import files

SAMPLE = 4_000  # characters: more does not change the answer
LETTERS = 20  # fewer decide nothing
SURE = 0.6  # probability (softmax over the identifier's 140 languages) below which the language stays unknown
DOUBT = 0.9  # the same where English comes second: headlines full of names look like anything


@cache
def codes() -> dict[str, str]:
    """Two- and three-letter codes and English names, in small letters, to the code that Fogline keeps."""
    table = files.rows("languages/codes.tsv", ("code", "alpha3", "name"))
    return {key.lower(): row["code"] for row in table for key in (row["name"], row["alpha3"], row["code"]) if key}


def language_code(value: str | None, *, where: str | None = None) -> str | None:
    """The ISO 639 code of a language given as code, tag or English name.

    Raises:
        InputError: F109, if there is no such language in the table.

    >>> language_code("en-GB"), language_code("ukr"), language_code("Arabic"), language_code("und")
    ('en', 'uk', 'ar', None)
    """
    text = (value or "").strip().lower()
    if text in ("", "und", "unknown", "mul", "zxx"):
        return None
    known = codes().get(text) or codes().get(text.replace("_", "-").partition("-")[0])
    if known is None:
        accepted = "an ISO 639 code such as en, uk, ru or ar, or nothing: it is then identified"
        raise InputError("F109", f"unknown language {value!r:.60}", where=where, accepted=accepted)
    return known


def identified(text: str) -> str | None:
    """The language that the text's letters show, or None where they do not show it clearly.

    py3langid (Lui and Baldwin 2012) over the first 4,000 characters. Loading takes about half a second, once.

    >>> identified("The ministry said on Friday that two boats sank off the coast."), identified("Kyiv, Odesa")
    ('en', None)
    """
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < LETTERS:
        return None
    (found, sure), (second, _) = _identifier().rank(sample)[:2]
    enough = DOUBT if second == "en" else SURE
    return codes().get(found, found) if sure >= enough and found != "zxx" else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
