"""From spots to records: one entity a key, its name, codes and offices; one mention a spot."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from fogline.reading.allegiance import SWORN
from fogline.reading.mentions_spots import GUESSED, Spot
from fogline.reading.mentions_words import UNSURE
from fogline.reading.roles import Role, bare_office
from fogline.records import Entity, Mention, Report, Tenure, identify
from fogline.tables import actors
from fogline.tables.actor_words import rulers

MANY = re.compile(
    r"^(?:a|an|one|another|\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|several|dozens)\b", re.I
)
OWNED = re.compile(r"^(?:his|her|its|their|our|my|your|whose)\s", re.IGNORECASE)
OF_BODY = re.compile(r"^(\w+(?: \w+)?s|people) of (?:the )?(\S+(?: \S+)?)$")
MINISTRY = re.compile(r"^(ministry|department) of (?:the )?(\w+(?: \w+)?)")
BODY_TYPES = ("government", "force")


def merged(names: Sequence[Spot], nominals: Sequence[Spot]) -> list[Spot]:
    """Names and nominals in order; a people's word that stands for its forces is no longer the country."""
    taken = {(s.start, s.end) for s in nominals}
    kept = (s for s in names if (s.start, s.end) not in taken)
    return sorted((*kept, *nominals), key=lambda s: (s.start, -s.end))


def all_keyed(spots: Sequence[Spot]) -> list[Spot]:
    """The spots with their keys; an abbreviation follows the name that it was tied to before."""
    after = [keyed(_of_no_state(spot)) for spot in spots]
    moved: dict[str, str] = {}
    for old, new in zip(spots, after, strict=True):
        if old.kind == "name" and old.key != new.key:
            moved.setdefault(old.key, new.key)
    return [replace(spot, key=moved.get(spot.key, spot.key)) for spot in after]


def _of_no_state(spot: Spot) -> Spot:
    """The Army of the Seven Hills: its name makes it no state's army."""
    free = spot.by in GUESSED and spot.country is None and spot.sector == "MIL" and SWORN.match(spot.name)
    return replace(spot, sector=None) if free else spot


def keyed(spot: Spot) -> Spot:
    """The spot with a key under which "Ukraine's defence ministry" and "the Ukrainian Defense Ministry" are one."""
    if spot.type in BODY_TYPES and spot.country and spot.by in ("ner", "run", "nominal"):
        return replace(spot, key=f"body {body_name(spot)} {spot.country}")
    if (
        spot.by == actors.GROUP
        and spot.type in BODY_TYPES
        and spot.country
        and spot.name.endswith(("Ministry of Defence", "National Guard"))
    ):
        return replace(spot, key=f"body {body_name(spot)} {spot.country}")
    if spot.kind == "nominal" and (MANY.match(spot.name) or OWNED.match(spot.name)):
        return replace(spot, key=f"{spot.key} {spot.start}")
    if spot.kind == "nominal" and spot.key.startswith("nominal ") and spot.country and spot.type != "person":
        return replace(spot, key=f"nominal {_turned(body_name(spot))} {spot.country}")
    if spot.kind == "nominal" and spot.key.startswith("nominal "):
        return replace(spot, key=f"nominal {_turned(spot.name.lower())}")
    return spot


def _turned(name: str) -> str:
    """One wording for "the residents of the camp", "the camp's residents" and "camp residents"."""
    return OF_BODY.sub(r"\2 \1", re.sub(r"(?<=\w)['’]s?(?!\w)", "", name))


def body_name(spot: Spot) -> str:
    """A body's name as compared: its country's adjective first, American spelling and word order set aside.

    >>> body_name(Spot(0, 9, "Ukrainian Ministry of Defense", "government", "ner", "UKR"))
    'ukrainian defence ministry'
    """
    adjective = (actors.adjective(spot.country or "") or spot.country or "").lower()
    words = re.sub(r"['’]s?\b", "", spot.name).lower().replace("defense", "defence")
    country = (actors.country_name(spot.country or "") or "").lower()
    for own in (adjective, country, "u.s.", "us", "uk"):
        words = re.sub(rf"^{re.escape(own)}\s+|\s+of\s+(?:the\s+)?{re.escape(own)}$", "", words) if own else words
    words = MINISTRY.sub(r"\2 \1", words)
    return f"{adjective} {'government' if words == 'authorities' else words}"


def possessed(spots: Sequence[Spot], countries: Mapping[str, str | None]) -> Iterator[Spot]:
    """One government for "Trump's administration", "the Trump administration" and "his administration".

    ``countries`` holds the country of each person's office, which is then the government's. What was tied to one of
    them before ("the regime") goes with it.
    """
    owners = {s.start: s for s in spots if s.kind == "pronoun" or (s.type == "person" and s.kind == "name")}
    owned = [_possessed(spot, owners.get(spot.start), countries) for spot in spots]
    moved = {a.key: b for a, b in zip(spots, owned, strict=True) if a.key != b.key and a.type in BODY_TYPES}
    for before, after in zip(spots, owned, strict=True):
        now = moved.get(before.key) if before.key == after.key else None
        yield replace(after, key=now.key, country=after.country or now.country) if now else after


def _possessed(spot: Spot, owner: Spot | None, countries: Mapping[str, str | None]) -> Spot:
    if owner is None or spot.kind != "nominal":
        return spot
    if spot.key.startswith("person "):
        return replace(spot, country=spot.country or owner.country)
    if spot.type not in BODY_TYPES:
        rest = spot.name.partition(" ")[2].lower()
        return replace(spot, key=f"nominal {owner.key} {rest}") if owner.kind == "pronoun" and rest else spot
    if owner.type == "person":
        return _governed(spot, owner, spot.country or countries.get(owner.key) or _ruled(spot, owner))
    return _owned(spot, owner)


def _ruled(spot: Spot, owner: Spot) -> str | None:
    """The country of a well-known ruler's government; his supporters need not be its people."""
    return rulers().get(owner.name) if spot.type == "government" else None


def _governed(spot: Spot, owner: Spot, country: str | None) -> Spot:
    head = spot.name.rsplit(" ", 1)[-1].lower()
    name = f"{owner.name}’s {head}" if owner.kind == "pronoun" else spot.name
    return replace(spot, name=name, key=f"{spot.type} {owner.key} {head}", country=country)


def _owned(spot: Spot, owner: Spot) -> Spot:
    """Its foreign ministry: that of the country or government meant by "its"."""
    adjective = actors.adjective(owner.country or "")
    if adjective is None or " " not in spot.name:
        return spot
    name = f"{adjective} {spot.name.partition(' ')[2]}"
    return keyed(replace(spot, name=name, country=owner.country))


def kept_roles(roles: Iterable[Role]) -> tuple[Role, ...]:
    """The roles without repetitions: an office with its country replaces the bare one."""
    held = list(roles)
    full = {(_bare(r), r.tenure.status) for r in held if _told_whole(r)}
    out: dict[tuple[str, str, str | None, str | None], Role] = {}
    for role in held:
        tenure = role.tenure
        if (_bare(role), tenure.status) not in full or _told_whole(role):
            out.setdefault((tenure.office, tenure.status, tenure.since, tenure.until), role)
    return tuple(out.values())


def _told_whole(role: Role) -> bool:
    return _bare(role) != role.tenure.office.lower()


def _bare(role: Role) -> str:
    return bare_office(role.tenure.office)


def built(
    report: Report, spots: Sequence[Spot], roles: Mapping[str, Sequence[Role]]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Entities by their first mention, and the mentions in text order."""
    by_key: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        by_key[spot.key].append(spot)
    entities = {key: _entity(report, key, group, roles.get(key, ())) for key, group in by_key.items()}
    return tuple(entities.values()), tuple(_mentions(report, spots, entities))


def _entity(report: Report, key: str, spots: Sequence[Spot], roles: Sequence[Role]) -> Entity:
    best = next((s for s in spots if s.kind in ("name", "metonym")), spots[0])
    country = next((s.country for s in spots if s.country), None)
    told = [s.sector for s in spots if s.sector]
    armed = (s for s in told if s in UNSURE and best.by in GUESSED)  # by its description, against "Army" in its name
    sector = next(armed, next(iter(told), None))
    if best.type == "person":
        country, sector = _of_roles(roles, country, sector)
    name = _name(spots, best)
    found = identify("entity", report.id, best.start, best.end, name, best.type)
    return Entity(found, name, best.type, country, sector, _offices(roles))


def _of_roles(roles: Sequence[Role], country: str | None, sector: str | None) -> tuple[str | None, str | None]:
    """A person's codes: those of the office held now before those of a former one."""
    order = sorted(roles, key=lambda r: r.tenure.status in ("former", "candidate"))
    return (
        next((r.country for r in order if r.country), country),
        next((r.sector for r in order if r.sector), sector),
    )


def _offices(roles: Sequence[Role]) -> tuple[Tenure, ...]:
    return tuple(role.tenure for role in roles)


def _name(spots: Sequence[Spot], best: Spot) -> str:
    """The longest form of a name, one not in capitals if there is one; for tables' entries theirs."""
    if best.by in (actors.COUNTRY, actors.DEMONYM, actors.SEAT, actors.GROUP, "weapon"):
        return best.name
    names = [s.name for s in spots if s.kind == best.kind and s.by in ("ner", "run", "nominal")]
    return max(names or [best.name], key=lambda name: (not name.isupper(), len(name)))


def _mentions(report: Report, spots: Sequence[Spot], entities: Mapping[str, Entity]) -> Iterator[Mention]:
    seen: set[tuple[int, int]] = set()
    for spot in spots:
        if (spot.start, spot.end) not in seen:
            seen.add((spot.start, spot.end))
            entity = entities[spot.key].id
            made = identify("mention", report.id, spot.start, spot.end, entity)
            yield Mention(made, spot.start, spot.end, entity, spot.kind)
