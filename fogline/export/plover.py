"""PLOVER JSON, one event a line, with the fields of the PLOVER manual's tables and ours under `fogline`.

Three dialects are in use; this one is the manual's table. Fields that we do not fill are null, `text` among them: the
words belong to the outlet. What the manual leaves open we write as follows. `date` and `enddate` are the first and
last day on which the act may have happened, null where unknown, never the publication date. `mode` and `context` are
lists; a denial, a plan or a possibility adds one of the manual's auxiliary modes. A number of dead that is not exact is
a range: `12..`, `..40`, `24..99`. `resolution` is 5 (exact) to 1 (country); a point is given up to a town only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from fogline.export.outline import PINNED, Outline, Person, extent, sentence
from fogline.export.split import write_events
from fogline.export.writing import Out, line
from fogline.records import Ledger, Place

SUFFIX = ".jsonl"
QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),  # verbal cooperation
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),  # material cooperation
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),  # verbal conflict
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),  # material conflict
}
AUXILIARY = {
    **dict.fromkeys(("not_done", "denied"), "negation"),
    **dict.fromkeys(("threatened", "promised", "ordered", "authorised", "asked", "planned", "forecast"), "future"),
    **dict.fromkeys(("possible", "conditional"), "hypothetical"),
}
RESOLUTION = {"exact": 5, "near": 4, "town": 4, "district": 3, "admin1": 2, "country": 1}
SIZES = {"dead": "killed", "injured": "injured", "arrested": "arrested"}


def write(ledgers: Iterable[Ledger], out: Out, *, include: str | None = None) -> None:
    """Write done acts to ``out``; acts that are only said go to a second file beside it, or with ``include="said"``.

    Raises:
        InputError: F160 if the file cannot be written, F161 if ``include`` is not done, said or both.
    """
    write_events(ledgers, out, lambda outline: (line(record(outline)),), include=include)


def record(outline: Outline) -> dict[str, Any]:
    """One event as the manual's table has it."""
    event, (first, last) = outline.event, outline.days
    return {
        "id": event.id,
        "has_event": True,
        "date": first,
        "time": None,
        "enddate": last,
        "endtime": None,
        "actor": [_entity(one) for one in outline.actors],
        "recipient": [_entity(one) for one in outline.recipients],
        "event": [event.type],
        "event_loc": _location(outline.place) if outline.place else None,
        "event_text": [outline.ledger.words(span) for span in event.evidence],
        "quad_code": QUAD[event.type],
        "event_scale": event.plover_score,
        "mode": list(filter(None, (event.mode, AUXILIARY.get(event.status)))),
        "context": list(event.contexts),
        "size": dict(_sizes(outline)),
        "link": event.same_as or event.embedded_in,
        "text": None,
        "text_info": _text_info(outline),
        "cite_info": _cite_info(outline),
        "coder": f"Fogline {outline.ledger.made_with.version}",
        "coded_date": None,
        "coded_time": None,
        "comment": event.why,
        "fogline": _ours(outline),
    }


def _entity(one: Person) -> dict[str, Any]:
    held = one.entity
    return {
        "code": one.country,
        "sector": one.sector,
        "entity_text": one.words,
        "identifier_id": held.id if held else None,
        "identifier_text": held.name if held else None,
        "religion": None,
        "ethnicity": None,
        "office": "; ".join(tenure.office for tenure in held.offices) or None if held else None,
        "gender": None,
        "age": None,
    }


def _location(place: Place) -> dict[str, Any]:
    best = next((one for one in place.candidates if one.geonameid == place.geonameid), None)
    kind, _, code = (best.feature if best else "").partition(".")
    pinned = place.precision in PINNED
    name = best.name if best else place.name if place.geonameid else None
    return {
        "extracted_place": place.name,
        "resolved_place": name,
        "geonameid": place.geonameid,
        "lat": place.lat if pinned else None,
        "lon": place.lon if pinned else None,
        "city": name if place.precision == "town" else None,
        "district": name if place.precision == "district" else None,
        "province": place.admin1,
        "country": None,
        "country_code": place.country,
        "feature_class": kind or None,
        "feature_code": code or None,
        "resolution": RESOLUTION.get(place.precision),
    }


def _sizes(outline: Outline) -> Iterator[tuple[str, float | str | None]]:
    for name, role in SIZES.items():
        low, high = extent(outline.suffered(role))
        if low is None and high is None:
            yield name, None
        else:
            yield name, low if low == high else f"{_number(low)}..{_number(high)}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _text_info(outline: Outline) -> dict[str, Any]:
    found = sentence(outline.ledger, outline.event.evidence[0].start)
    number, start, end = found or (None, None, None)
    return {"sequence": number, "start": start, "end": end, "text_story": None}


def _cite_info(outline: Outline) -> dict[str, Any]:
    report, made = outline.report, outline.ledger.made_with
    return {
        "corpus": None,
        "citation": report.id,
        "url": report.origin.url,
        "title": report.title,
        "language": report.language,
        "publication": report.outlet,
        "license": None,
        "copyright": None,
        "coder": f"Fogline {made.version}",
        "codebook": made.ontology,
        "version": None,
    }


def _ours(outline: Outline) -> dict[str, Any]:
    event, voice, told = outline.event, outline.voice, outline.attribution
    spoken = {
        "words": voice.words,
        "name": voice.entity.name if voice.entity else None,
        "source_class": told.source_class,
        "country": voice.country,
        "sector": voice.sector,
    } if voice and told else None  # fmt: skip
    return {
        "status": event.status,
        "voice": spoken,
        "speech_act": outline.claim.speech_act if outline.claim else None,
        "published": outline.report.published,
        "evidence": event.evidence,
        "mentions": outline.mentions,
        "embedded_in": event.embedded_in,
        "confidence": event.confidence,
        "cameo": event.cameo,
        "goldstein": event.goldstein,
        "intensity": event.intensity,
        "by": event.by,
    }
