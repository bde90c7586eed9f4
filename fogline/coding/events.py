"""Acts to events: type, sides and circumstances of each act, and how events hang together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fogline.coding import arguments, scoring, settings
from fogline.coding.algebra import Meaning
from fogline.coding.meaning import Coder
from fogline.models.parse import Parse
from fogline.reading.factuality import head_of
from fogline.reading.who import entities_by_id, mention_at, mentions_in
from fogline.records import Act, Confidence, Event, Mention, Participant, Reading, Report, Span, identify
from fogline.tables import lexicon_acts as lexicon
from fogline.tables import ontology

SPEECH = ("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT")
ACTORS = ("person", "group", "organisation", "force", "government", "country")
SOMEBODY = ("troops", "policeforce", "prisoner", "envoy", "territory", "peacekeepers")
FELT = ("ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE")  # acts that happen to those nobody names
SURE = {"frame": 0.85, "verb": 0.75, "noun": 0.7}


@dataclass(frozen=True, slots=True)
class Told:
    """One act with its head token and what the ontology makes of it."""

    act: Act
    at: int
    meaning: Meaning


def told(parse: Parse, acts: Sequence[Act]) -> Iterator[Told]:
    """The acts that the ontology codes, in text order; nouns that only fill a verb's frame are not told twice."""
    coder = Coder(parse)
    heads = [(act, head_of(parse, act.trigger)) for act in acts]
    found = [Told(a, i, m) for a, i in heads if i is not None and (m := meaning_of(coder, i)) is not None]
    spent = {t for one in found for t in _spent(one)}
    yield from (one for one in found if one.at not in spent)


def _spent(one: Told) -> tuple[int, ...]:
    """Nouns eaten by their verb's frame ("lifted the embargo", "opened fire"); speech verbs leave theirs alone."""
    eaten = one.meaning.rule.startswith(("frame", "stop"))
    return tuple(t for t in one.meaning.tokens if t != one.at) if eaten else ()


def meaning_of(coder: Coder, i: int) -> Meaning | None:
    """The type of an act as told by itself; its negation and modals are its status, not its type."""
    parse = coder.parse
    found = coder.own(i) if parse.pos[i] in ("NOUN", "PROPN") else coder.spoken(i)
    if found is None or found.type is None:
        return None
    if not _telling(coder, i, found):
        return None
    planned = (
        found.type == "THREATEN" and found.rule.startswith("intend") and parse.lemmas[i] not in ontology.words("vow")
    )
    return None if planned else found


def _telling(coder: Coder, i: int, found: Meaning) -> bool:
    """False for words too common to code by themselves, and for verbs whose noun tells the act."""
    parse = coder.parse
    source, _, word = found.rule.partition(" ")
    if parse.pos[i] in ("NOUN", "PROPN"):
        carried = arguments.carrier_of(parse, i) is not None or _threat_to(parse, i, found)
        return word not in ontology.words("background") and (carried or word not in ontology.words("weak_noun"))
    if parse.lemmas[i] == "meet" and arguments.is_passive(parse, i):  # "was met with scepticism"
        return False
    if (
        parse.deps[i] == "acl"
        and parse.lemmas[i] in ("target", "aim", "direct")
        and parse.lemmas[parse.heads[i]] in lexicon.act_nouns()
    ):
        return False
    if found.type == "REJECT" and _keeps_silent(parse, i):
        return False
    promised = (
        found.type == "AGREE" and parse.child(i, "xcomp") is not None and parse.lemmas[i] in ontology.words("promise")
    )
    return source != "noun" and not (source == "verb" and word in ontology.words("weak") and not promised)


def _threat_to(parse: Parse, i: int, found: Meaning) -> bool:
    """As in "a threat to strike", which is one, unlike "a threat to shipping"."""
    return found.type == "THREATEN" and any(parse.tags[k] == "VB" for k in parse.children(i, "acl"))


def _keeps_silent(parse: Parse, i: int) -> bool:
    """As in "declined to comment": nobody's request is rejected."""
    return any(parse.lemmas[k] in ontology.words("silence") for k in parse.children(i, "xcomp"))


def coded(report: Report, parse: Parse, reading: Reading) -> Iterator[Event]:
    """The events of a report in text order, linked by ``embedded_in`` and ``same_as``."""
    found = list(told(parse, reading.acts))
    at = {one.at: one for one in found}
    made: dict[int, Event] = {}
    for one in found:
        if _result_of(parse, one, at):
            continue
        event = _event(report, parse, reading, one)
        if _somebody(event) or _told_again(parse, one, made):
            made[one.at] = event
    yield from _linked(parse, made)


def _somebody(event: Event) -> bool:
    """True if anyone is named in the act, or harmed by it."""
    people = (*event.actors, *event.recipients)
    return any(p.entity for p in people) or (event.type in FELT and bool(people or event.casualties))


def _result_of(parse: Parse, one: Told, at: dict[int, Told]) -> bool:
    """As in "the strike killed three", "shelled the port, killing three": the harm is part of the attack."""
    if parse.lemmas[one.at] not in ontology.words("harm") or one.meaning.type != "ASSAULT":
        return False
    subject = next(parse.children(one.at, "nsubj", "agent"), None)
    if subject is not None and subject in at and at[subject].meaning.type == "ASSAULT":
        return True
    first = parse.heads[one.at] if parse.deps[one.at] == "conj" else one.at  # "killing three and injuring five"
    over = at.get(parse.heads[first])
    beside = parse.deps[first] == "advcl" and parse.tags[first] == "VBG"
    return beside and over is not None and over.meaning.type == "ASSAULT"


def _told_again(parse: Parse, one: Told, made: dict[int, Event]) -> bool:
    return _definite(parse, one.at) and any(
        (e.type, e.status) == (one.meaning.type, one.act.status) for e in made.values()
    )


def _definite(parse: Parse, i: int) -> bool:
    return any(parse.lower(k) in ("the", "this", "that", "these", "those") for k in parse.children(i, "det"))


# One event -----------------------------------------------------------------------------------------------------


def _event(report: Report, parse: Parse, reading: Reading, one: Told) -> Event:
    kind, mode = one.meaning.type or "", one.meaning.mode
    sides = arguments.sides(parse, one.at, kind)
    actors = _voice(parse, reading, one) or _participants(parse, reading, sides.actors, ACTORS)
    recipients = _participants(
        parse, reading, _harmed(parse, one, sides.recipients), (*ACTORS, "place", "facility", "vessel")
    )
    recipients = tuple(r for r in recipients if r not in actors or sides.mutual)
    spans = [(p.start, p.end) for p in (*actors, *recipients)]
    code, goldstein = scoring.cameo(kind, mode)
    evidence = tuple(Span(parse.starts[k], parse.ends[k]) for k in sorted(set(one.meaning.tokens) | {one.at}))
    place = settings.place_of(parse, one.at, reading, spans)
    time = settings.time_of(parse, one.at, reading)
    return Event(
        id=identify("event", report.id, *one.act.trigger, kind), act=one.act.id, type=kind, mode=mode,
        contexts=one.meaning.contexts, actors=actors, recipients=recipients, evidence=evidence, claim=one.act.claim,
        status=one.act.status, time=time, place=place, weapons=settings.weapons_of(parse, one.at, reading),
        casualties=tuple(q.id for q in settings.casualties_of(parse, kind, one.at, reading)),
        embedded_in=None, same_as=None, cameo=code, goldstein=goldstein,
        plover_score=scoring.plover_score(kind, mode), intensity=scoring.intensity(kind, mode, one.act.status),
        confidence=_confidence(one, actors, recipients, (time is not None, place is not None)),
        by=f"rule:{one.meaning.rule}", why=_why(parse, one, evidence),
    )  # fmt: skip


def _why(parse: Parse, one: Told, evidence: tuple[Span, ...]) -> str:
    words = " … ".join(parse.text[a:b] for a, b in evidence)
    mode = f" ({one.meaning.mode})" if one.meaning.mode else ""
    return f"“{words}” is coded {one.meaning.type}{mode} by the lexicon ({one.meaning.rule}); status {one.act.status}."


def _confidence(
    one: Told, actors: Sequence[Participant], recipients: Sequence[Participant], known: tuple[bool, bool]
) -> Confidence:
    kind = SURE.get(one.meaning.rule.split(" ")[0], 0.65)
    sure = round(0.5 + abs(one.act.score) / 8, 3)
    return Confidence(
        kind, _resolved(actors), _resolved(recipients), 0.7 if known[0] else 0.4, 0.7 if known[1] else 0.4, sure
    )


def _resolved(people: Sequence[Participant]) -> float:
    return 0.4 if not people else 0.8 if all(p.entity for p in people) else 0.6


def _harmed(parse: Parse, one: Told, recipients: tuple[int, ...]) -> tuple[int, ...]:
    """An attack noun without a recipient takes the one its verb of harm names: "the strike destroyed depots"."""
    head = parse.heads[one.at]
    if (
        recipients
        or parse.deps[one.at] != "nsubj"
        or parse.lemmas[head] not in ontology.words("harm")
        or one.meaning.type != "ASSAULT"
    ):
        return recipients
    return tuple(k for d in parse.children(head, "dobj") for k in arguments.coordinated(parse, d))


def _voice(parse: Parse, reading: Reading, one: Told) -> tuple[Participant, ...]:
    """Who speaks, where reading found the voice of this very word: surer than the parse."""
    if one.meaning.type not in SPEECH:
        return ()
    a, b = one.act.trigger
    for voice in settings.in_sentence_of(reading.attributions, (a, b)):
        if any(c < b and a < d for c, d in voice.cue) and voice.source and voice.source_entity:
            return (Participant(voice.source_entity, *voice.source[0]),)
    return ()


def _participants(
    parse: Parse, reading: Reading, heads: Sequence[int], types: tuple[str, ...]
) -> tuple[Participant, ...]:
    found = (_participant(parse, reading, k, types) for k in heads)
    kept: dict[object, Participant] = {}
    for one in found:
        if one is not None:
            kept.setdefault(one.entity or (one.start, one.end), one)
    return tuple(sorted(kept.values(), key=lambda p: p.start))


def _participant(parse: Parse, reading: Reading, i: int, types: tuple[str, ...]) -> Participant | None:
    """The entity and words of a phrase; a phrase that names nobody keeps its words if it could be somebody."""
    start, end = arguments.phrase(parse, i)
    mention = _mention(reading, (start, end), parse.text, types)
    if mention:
        return Participant(mention.entity, mention.start, mention.end)
    if mentions_in(reading, start, end) or parse.text[start:end].split(" ")[0].lower() in ("near", "at", "in", "on"):
        return None
    named = parse.pos[i] in ("NOUN", "PROPN") and parse.lemmas[i] not in lexicon.act_nouns()
    if not named or any(t.start < end and start < t.end for t in settings.in_sentence(reading.times, parse, i)):
        return None
    noun = ontology.nouns().get(parse.lemmas[i])
    nobody = noun is not None and noun.op not in SOMEBODY
    return None if nobody or parse.lemmas[i] in ontology.words("nobody") else Participant(None, start, end)


def _mention(reading: Reading, span: tuple[int, int], text: str, types: tuple[str, ...]) -> Mention | None:
    """The mention a phrase stands for; where its head is a thing, the actor it belongs to ("Russian artillery")."""
    table = entities_by_id(reading)
    best = mention_at(reading, *span, text)
    if best is None or table[best.entity].type in types:
        return best
    return next((m for m in mentions_in(reading, *span) if table[m.entity].type in types), None)


# Together ------------------------------------------------------------------------------------------------------


def _linked(parse: Parse, made: dict[int, Event]) -> Iterator[Event]:
    """Events with their links: the speaker's act around each, and the first telling of the same act."""
    done: list[tuple[int, Event]] = []
    for at, event in made.items():
        around = _around(parse, at, made)
        first = next(
            (e for k, e in done if same(parse, (k, e), (at, event)) or _within(parse, (k, e), (at, event))), None
        )
        linked = replace(
            event,
            embedded_in=made[around].id if around is not None else None,
            same_as=(first.same_as or first.id) if first else None,
        )
        done.append((at, linked))
        yield linked


def _around(parse: Parse, i: int, made: dict[int, Event]) -> int | None:
    """The speech event in whose scope the act stands: up through complements and objects, not beside clauses."""
    at = i
    while parse.heads[at] != at and parse.deps[at] not in ("relcl", "advcl", "nsubj", "parataxis", "appos"):
        if parse.deps[at] == "conj" and parse.child(at, "nsubj", "nsubjpass") is not None:
            return None
        at = parse.heads[at]
        if at in made and made[at].type in SPEECH and at != i:
            return at
    return None


def same(parse: Parse, first: tuple[int, Event], later: tuple[int, Event]) -> bool:
    """True if the later event tells the first again: one type and status, nothing that differs, something shared."""
    (i, a), (k, b) = first, later
    if a.type != b.type or a.status != b.status or parse.sent_of[i] == parse.sent_of[k]:
        return False
    if a.mode != b.mode and a.mode and b.mode:
        return False
    pairs = [(_names(a.actors), _names(b.actors)), (_names(a.recipients), _names(b.recipients))]
    if any(x and y and not x & y for x, y in pairs) or (a.place and b.place and a.place != b.place):
        return False
    if a.time and b.time and a.time.value != b.time.value:
        return False
    shared = sum(bool(x & y) for x, y in pairs)
    if parse.pos[k] == "NOUN" and _definite(parse, k):
        return shared > 0 or not (b.actors or b.recipients)
    return shared == 2 and parse.lemmas[i] == parse.lemmas[k] and a.type not in SPEECH


def _within(parse: Parse, first: tuple[int, Event], later: tuple[int, Event]) -> bool:
    """As in "killed twelve in an ambush": the harm and the attack are one act."""
    (i, a), (k, b) = first, later
    prep = parse.heads[k]
    inside = parse.deps[k] == "pobj" and parse.heads[prep] == i and parse.lower(prep) in ("in", "by", "during", "with")
    return (
        inside
        and parse.lemmas[i] in ontology.words("harm")
        and a.type == b.type == "ASSAULT"
        and not (a.actors and b.actors)
    )


def _names(people: Sequence[Participant]) -> set[str]:
    return {p.entity for p in people if p.entity}
