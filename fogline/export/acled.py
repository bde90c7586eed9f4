"""A sheet with ACLED's columns (31 since March 2023), for those whose tools expect them. Not ACLED data, and lossy.

`actor1` and `actor2` do not tell who acted upon whom; columns that ACLED's own coders fill from their knowledge
(associated actors, region, admin1 to admin3, source scale, tags) stay empty. Acts outside ACLED's subject are left
out. `fatalities` is the low end of the dead where a number is given and empty otherwise, never 0 for "not said".
The event types are ACLED's words as its codebook names them; the rows are ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from fogline.export.outline import Outline, Person, extent
from fogline.export.sheets import Cells, Sheet, write_sheet
from fogline.export.writing import Out
from fogline.records import Ledger

SUFFIX = ".csv"
COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
VIOLENCE, DEMONSTRATIONS, STRATEGIC = "Political violence", "Demonstrations", "Strategic developments"
REMOTE, CIVILIANS = "Explosions/Remote violence", "Violence against civilians"
KINDS: dict[tuple[str, str | None], tuple[str, str, str]] = {
    ("ASSAULT", "aerial"): (VIOLENCE, REMOTE, "Air/drone strike"),
    ("ASSAULT", "drone"): (VIOLENCE, REMOTE, "Air/drone strike"),
    ("ASSAULT", "heavy-weapons"): (VIOLENCE, REMOTE, "Shelling/artillery/missile attack"),
    ("ASSAULT", "explosives"): (VIOLENCE, REMOTE, "Remote explosive/landmine/IED"),
    ("ASSAULT", "suicide-attack"): (VIOLENCE, REMOTE, "Suicide bomb"),
    ("ASSAULT", "unconventional"): (VIOLENCE, REMOTE, "Chemical weapon"),
    ("ASSAULT", "abduct"): (VIOLENCE, CIVILIANS, "Abduction/forced disappearance"),
    ("ASSAULT", "sexual"): (VIOLENCE, CIVILIANS, "Sexual violence"),
    ("ASSAULT", "crowd-control"): (DEMONSTRATIONS, "Protests", "Excessive force against protesters"),
    ("ASSAULT", "destroy"): (STRATEGIC, STRATEGIC, "Looting/property destruction"),
    ("PROTEST", "riot"): (DEMONSTRATIONS, "Riots", "Violent demonstration"),
    ("PROTEST", None): (DEMONSTRATIONS, "Protests", "Peaceful protest"),
    ("COERCE", "arrest"): (STRATEGIC, STRATEGIC, "Arrests"),
    ("AGREE", None): (STRATEGIC, STRATEGIC, "Agreement"),
    ("RETREAT", "withdraw"): (STRATEGIC, STRATEGIC, "Non-violent transfer of territory"),
    ("RETREAT", "ceasefire"): (STRATEGIC, STRATEGIC, "Agreement"),
    ("MOBILIZE", None): (STRATEGIC, STRATEGIC, "Change to group/activity"),
}
OUTSIDE = (("PROTEST", "boycott"), ("PROTEST", "hunger"), ("PROTEST", "strike"))
FIGHT = (VIOLENCE, "Battles", "Armed clash")  # only where both sides are known to be armed
ATTACK = (VIOLENCE, CIVILIANS, "Attack")
UNSAID = (VIOLENCE, "", "")
STATE = ("GOV", "MIL", "COP", "SPY", "JUD", "LEG")
ARMED = ("GOV", "MIL", "COP", "REB", "UAF", "PRM")
GEO = {"exact": 1, "near": 1, "town": 1, "district": 2, "admin1": 3, "country": 3}


def write(ledgers: Iterable[Ledger], out: Out, *, include: str | None = None) -> None:
    """Write done acts to ``out``; acts that are only said go to a second file beside it (see `plover.write`)."""
    write_sheet(ledgers, out, Sheet(COLUMNS, rows), include=include)


def rows(outline: Outline) -> Iterator[Cells]:
    """The row of one event, if ACLED knows its kind."""
    kind = _kind(outline)
    if kind is not None:
        yield {**_what(outline, kind), **_when(outline), **_where(outline)}


def _kind(outline: Outline) -> tuple[str, str, str] | None:
    event = outline.event
    if (event.type, event.mode) in OUTSIDE:
        return None
    found = KINDS.get((event.type, event.mode)) or KINDS.get((event.type, None))
    return _assault(outline) if found is None and event.type == "ASSAULT" else found


def _assault(outline: Outline) -> tuple[str, str, str]:
    """An assault whose means are not told: its sides decide, and where they are not known, nothing is."""
    if civilian(outline):
        return ATTACK
    sides = (outline.actors, outline.recipients)
    return FIGHT if all(any(one.sector in ARMED for one in side) for side in sides) else UNSAID


def civilian(outline: Outline) -> bool:
    """True if civilians are the only recipients."""
    return bool(outline.recipients) and all(one.sector == "CVL" for one in outline.recipients)


def _what(outline: Outline, kind: tuple[str, str, str]) -> Cells:
    low, _ = extent(outline.suffered("killed"))
    disorder, event_type, sub_event_type = kind
    return {
        "event_id_cnty": outline.event.id,
        "disorder_type": disorder,
        "event_type": event_type,
        "sub_event_type": sub_event_type,
        "actor1": _names(outline.actors),
        "inter1": _inter(outline.actors),
        "actor2": _names(outline.recipients),
        "inter2": _inter(outline.recipients),
        "civilian_targeting": "Civilian targeting" if civilian(outline) else None,
        "source": outline.report.outlet,
        "notes": outline.words,
        "fatalities": low,
    }


def _when(outline: Outline) -> Cells:
    first, last = outline.days
    if not first or not last:
        return {}
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    return {"event_date": first, "year": int(first[:4]), "time_precision": 1 if days == 1 else 2 if days <= 7 else 3}


def _where(outline: Outline) -> Cells:
    place, pinned = outline.place, outline.pinned
    if place is None:
        return {}
    return {
        "iso": None,
        "country": place.country,
        "admin1": place.admin1,
        "location": place.name,
        "latitude": pinned.lat if pinned else None,
        "longitude": pinned.lon if pinned else None,
        "geo_precision": GEO.get(place.precision),
    }


def _names(people: Iterable[Person]) -> str:
    return "; ".join(one.entity.name if one.entity else one.words for one in people)


def _inter(people: tuple[Person, ...]) -> str | None:
    sector = people[0].sector if people else None
    if sector in STATE:
        return "State forces"
    return {"REB": "Rebel group", "CVL": "Civilians"}.get(sector or "")
