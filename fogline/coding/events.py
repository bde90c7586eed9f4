"""Acts to events: type, sides and circumstances of each act, and how events hang together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from fogline.coding import (
    arguments,
    armed,
    first_person,
    heard,
    incident,
    modes,
    people,
    relative,
    scoring,
    settings,
    spots,
    tolls,
)
from fogline.coding.confidence import confidence
from fogline.coding.first_person import GIVEN, SPEECH
from fogline.coding.linking import definite, linked
from fogline.coding.meaning import Coder
from fogline.coding.pointed import Pointer, met
from fogline.coding.senses import TRAVELS, alternatives
from fogline.coding.telling import Told, told
from fogline.models.parse import Parse
from fogline.reading.factuality_words import joined_to
from fogline.reading.who import entities_by_id
from fogline.records import Entity, Event, Participant, Reading, Report, RunnerUp, Span, identify
from fogline.tables import ontology

FELT = ("ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE")  # acts that happen also where nobody is named
NOWHERE = ("place", "thing", "shelf", "way", "point", "issue", "problem", "question", "hope", "goal", "record")
MOVED = ("deport",)  # nobody is displaced by nobody: flight from fighting is its effect
SAID = ("ACCUSE", "REQUEST", "THREATEN", "REJECT")  # told also by a "we" that no voice stands for
BODIES = ("organisation", "government", "force", "country", "group")
JOINT = ("CONSULT", "AGREE", "COOPERATE")  # what several do among themselves, where nobody else is named
OFFICIAL = ("GOV", "LEG", "IGO", "ELI")


def coded(report: Report, parse: Parse, reading: Reading) -> Iterator[Event]:
    """The events of a report in text order, linked by ``embedded_in`` and ``same_as``."""
    coder = Coder(parse)
    made: dict[int, Event] = {}
    parts: dict[int, tuple[int, ...]] = {}
    for one in incident.folded(parse, list(told(parse, reading.acts, coder))):
        event = first_person.resolved(parse, reading, _event(report, parse, reading, one), list(made.values()))
        sure = one.chances.get(event.type, 0.0) >= heard.WORTH and not _personal((parse, reading), event, made)
        if sure or _worth((parse, reading), one, event, made):
            made[one.at] = replace(event, runners_up=_runners_up(coder, one, event))
            parts[one.at] = one.parts
    whole = tolls.with_casualties(parse, reading, made, parts)
    armed_with = modes.with_weapons(parse, reading, armed.with_weapons(parse, reading, whole))
    dated = relative.dated(parse, reading, armed_with)
    joined = modes.shared(list(linked(parse, dated, reading.places)))
    yield from tolls.gathered(parse, reading, dated, joined)


def _worth(read: tuple[Parse, Reading], one: Told, event: Event, made: dict[int, Event]) -> bool:
    """True if enough is told: somebody named, or an act of force that is more than a word in passing."""
    parse, reading = read
    if event.type in GIVEN or (event.type == "SUPPORT" and parse.lemmas[one.at] in ontology.words("two_sided")):
        table = entities_by_id(reading)
        given = [table[p.entity] for p in event.recipients if p.entity]
        return any(e.country or e.sector for e in given)
    private = event.type == "CONSULT" and not _political(read, one, event)
    if private or (not event.actors and (event.mode in MOVED or _describes(parse, one))):
        return False
    if any(p.entity for p in (*event.actors, *event.recipients)):
        return True
    if event.type not in FELT:
        return (
            event.type in SAID and event.status == "done" and any(first_person.is_first(parse, p) for p in event.actors)
        )
    if event.recipients or event.actors or one.parts or _told_again(parse, one, made):
        return True
    return _verb_of_force(parse, one) if parse.pos[one.at] == "VERB" else _noun_of_force(parse, one, event)


def _political(read: tuple[Parse, Reading], one: Told, event: Event) -> bool:
    """False for two friends who meet, a child that visits a library, refugees who travel to a country."""
    parse, reading = read
    table = entities_by_id(reading)
    sides = [p for p in (*event.actors, *event.recipients) if p.entity]
    named = [table[p.entity] for p in sides if p.entity and not _private(parse, p)]
    if parse.lemmas[one.at] == "discuss" and not event.recipients:
        return False
    if one.meaning.rule.split(" ")[1] in TRAVELS:
        return any(table[p.entity].sector in OFFICIAL for p in event.actors if p.entity)
    return any(e.country or e.sector or e.type in BODIES for e in named)


def _personal(read: tuple[Parse, Reading], event: Event, made: dict[int, Event]) -> bool:
    """As in "they met again on the same street", "I meet a carpenter", in a report that tells of no office before."""
    parse, reading = read
    sides = {*event.actors, *event.recipients}
    table = entities_by_id(reading)
    if event.type != "CONSULT" or not sides or not all(_nameless(parse, p, table.get(p.entity or "")) for p in sides):
        return False
    before = (p for other in made.values() for p in (*other.actors, *other.recipients))
    known = (table[p.entity] for p in chain(sides, before) if p.entity)
    return not any(e.sector in OFFICIAL or e.type in BODIES for e in known)


def _nameless(parse: Parse, who: Participant, entity: Entity | None) -> bool:
    """A pronoun, or somebody of whom no name, country or office is told."""
    last = parse.tokens(who.start, who.end)[-1]
    plain = entity is None or (entity.type == "person" and not entity.country and not entity.sector)
    return parse.tags[last].startswith("PRP") or (plain and parse.pos[last] != "PROPN")


def _private(parse: Parse, who: Participant) -> bool:
    last = parse.tokens(who.start, who.end)[-1]
    return parse.lemmas[last] in ontology.words("crowd")


def _describes(parse: Parse, one: Told) -> bool:
    """As in "the hills surrounding the town": a thing that lies there does nothing."""
    return parse.tags[one.at] == "VBG" and parse.deps[one.at] == "acl" and one.meaning.type == "COERCE"


def _verb_of_force(parse: Parse, one: Told) -> bool:
    """A verb of force whose object or passive subject is somebody or something: "the port could be attacked"."""
    thing = parse.child(one.at, "dobj", "nsubjpass")
    told_of = thing is not None and parse.lemmas[thing] not in NOWHERE and parse.pos[thing] != "PRON"
    return told_of and one.meaning.type in ("ASSAULT", "COERCE")


def _noun_of_force(parse: Parse, one: Told, event: Event) -> bool:
    """A noun of force that is the matter of its clause, or of which a place, time or toll is told."""
    if event.type not in ("ASSAULT", "COERCE", "PROTEST") or parse.lemmas[one.at] in ontology.words("ergative"):
        return False
    circumstance = event.place is not None or event.time is not None
    mattering = parse.deps[one.at] in ("nsubj", "nsubjpass", "dobj", "attr", "ROOT")
    told_of = event.status not in ("done", "not_done") or not definite(parse, one.at)
    return circumstance or (mattering and told_of and event.status != "not_done")


def _told_again(parse: Parse, one: Told, made: dict[int, Event]) -> bool:
    return definite(parse, one.at) and any(
        (e.type, e.status) == (one.meaning.type, one.act.status) for e in made.values()
    )


# One event -----------------------------------------------------------------------------------------------------


def _event(report: Report, parse: Parse, reading: Reading, one: Told) -> Event:
    actors, recipients = _sides(parse, reading, one)
    meaning = modes.told_by(parse, reading, one.at, one.meaning, actors)
    kind, mode, contexts = meaning.type or "", meaning.mode, meaning.contexts
    spans = [(p.start, p.end) for p in (*actors, *recipients)]
    code, goldstein = scoring.cameo(kind, mode)
    tokens = sorted({one.at, *one.parts, *one.meaning.tokens, *one.verbs})
    evidence = tuple(Span(parse.starts[k], parse.ends[k]) for k in tokens)
    words = (one.at, *one.parts, *one.verbs)
    place = spots.place_of(parse, words, reading, () if mode == "visit" else spans)
    time = settings.time_of(parse, words, reading)
    return Event(
        id=identify("event", report.id, *one.act.trigger, kind), act=one.act.id, type=kind, mode=mode,
        contexts=contexts, actors=actors, recipients=recipients, evidence=evidence, claim=one.act.claim,
        status=one.act.status, time=time, place=place, weapons=(),
        casualties=(), embedded_in=None, same_as=None, cameo=code, goldstein=goldstein,
        plover_score=scoring.plover_score(kind, mode), intensity=scoring.intensity(kind, mode, one.act.status),
        confidence=confidence(parse, one, actors, recipients, (time is not None, place is not None)),
        by=_by(one.meaning.rule), why=_why(parse, one, (kind, mode), evidence),
    )  # fmt: skip


def _sides(parse: Parse, reading: Reading, one: Told) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Actors and recipients; tellings folded into this one lend it the side it lacks."""
    kind = one.meaning.type or ""
    sides = arguments.sides(parse, one.at, kind)
    more = [arguments.sides(parse, k, kind) for k in one.parts]
    actors = (
        _voice(parse, reading, one)
        or first_person.speaker(parse, reading, one, sides.actors)
        or _first(people.actors_of(parse, reading, s.actors) for s in (sides, *more))
    )
    joined = [s for k, s in zip(one.parts, more, strict=True) if not _at_another_time(parse, k)]
    heads = [k for s in (sides, *joined) for k in s.recipients]
    recipients = people.recipients_of(parse, reading, heads, kind)
    inner = arguments.beneath(parse, one.at, one.meaning.tokens, kind)
    recipients = recipients or people.recipients_of(parse, reading, inner, kind)
    if parse.encoded is not None:
        named = [partial(people.whoever, parse, reading, kind=told_of) for told_of in ("", kind)]
        whole = [p for p in recipients if not _owns(parse, p)]
        actors = Pointer(parse, one, 0).side(actors, named[0], () if sides.mutual else whole)
        recipients = Pointer(parse, one, 1).side(recipients, named[1], () if sides.mutual else actors)
    if kind in JOINT and not recipients and Pointer(parse, one, 1).among(actors):
        return actors, actors
    if not sides.mutual:
        recipients = _not_their_own(reading, actors, recipients)
        entities = {p.entity for p in actors if p.entity}
        recipients = tuple(p for p in recipients if p not in actors and p.entity not in entities)
    elif len(actors) == 1:
        recipients = tuple(p for p in recipients if not met(p, actors[0]))
    return actors, recipients


def _owns(parse: Parse, who: Participant) -> bool:
    """As in "shot three men and burned their bodies", "their home": "their" may be taken for whoever acts."""
    return parse.tags[parse.tokens(who.start, who.end)[0]] == "PRP$"


def _at_another_time(parse: Parse, i: int) -> bool:
    """As in "struck targets after rockets were fired at the town": another's act."""
    return any(parse.deps[k] == "mark" and parse.lower(k) in ("after", "before", "since") for k in parse.kids[i])


def _not_their_own(
    reading: Reading, actors: Sequence[Participant], recipients: Sequence[Participant]
) -> tuple[Participant, ...]:
    """As in "Kenyan forces liberated the Kenyan town": what is hit bears a country's name, but is not that country."""
    table = entities_by_id(reading)
    own = {table[p.entity].country for p in actors if p.entity} - {None}
    at_home = [
        p for p in recipients if p.entity and table[p.entity].type == "country" and table[p.entity].country in own
    ]
    where = {(m.start, m.end) for m in reading.mentions} if at_home else set()
    kept = [p for p in recipients if p not in at_home or (p.start, p.end) not in where]  # "Raqqah, Syria"
    return tuple(replace(p, entity=None) if p in at_home else p for p in kept)


def _first(found: Iterator[tuple[Participant, ...]]) -> tuple[Participant, ...]:
    return next((group for group in found if group), ())


def _why(parse: Parse, one: Told, coded_as: tuple[str, str | None], evidence: tuple[Span, ...]) -> str:
    words = " … ".join(parse.text[a:b] for a, b in evidence)
    mode = f" ({coded_as[1]})" if coded_as[1] else ""
    return f"“{words}” is coded {coded_as[0]}{mode} by {_coder(one)}; status {one.act.status}."


def _by(rule: str) -> str:
    return "head:type" if rule.startswith("head ") else f"rule:{rule}"


def _coder(one: Told) -> str:
    """Who gave the type: the lexicon's row, the encoder, or both, with the chance they come to."""
    source, _, rest = one.meaning.rule.partition(" ")
    if not one.chances:
        return f"the lexicon ({one.meaning.rule})"
    chance = f"chance {one.chances[one.meaning.type or '']:.2f}"
    if source != "head":
        return f"the lexicon ({one.meaning.rule}) and the encoder, {chance}"
    ruled = rest.partition(" over ")[2]
    return f"the encoder{f' over the lexicon, which has {ruled},' if ruled else ','} {chance}"


def _runners_up(coder: Coder, one: Told, event: Event) -> tuple[RunnerUp, ...]:
    """The next types by chance; without an encoder, other types of the same words, which share what is left."""
    if one.chances:
        ranked = sorted((-chance, kind) for kind, chance in one.chances.items() if kind != event.type)
        return tuple(RunnerUp(kind, round(-chance, 3)) for chance, kind in ranked[:3])
    others = [kind for kind in alternatives(coder, one.at) if kind != event.type][:3]
    left = (1 - event.confidence.type) / (len(others) + 1)
    return tuple(RunnerUp(kind, round(left, 3)) for kind in others)


def _voice(parse: Parse, reading: Reading, one: Told) -> tuple[Participant, ...]:
    """Who speaks, where reading found the voice of this very word: surer than the parse."""
    if one.meaning.type not in SPEECH or joined_to(parse, one.at) is not None:
        return ()
    a, b = one.act.trigger
    for voice in settings.in_sentence_of(reading.attributions, (a, b)):
        if any(c < b and a < d for c, d in voice.cue) and voice.source and voice.source_entity:
            return (Participant(voice.source_entity, *voice.source[0]),)
    return ()
