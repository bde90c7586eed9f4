"""When: the time that belongs to an act's own clause, and what of a clause is an act's own (for places: ``spots``)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import Protocol, TypeVar

from fogline.coding import nominals
from fogline.models.parse import Parse
from fogline.reading.factuality_words import is_infinitive
from fogline.records import Attribution, EventTime, Reading, Timex
from fogline.tables import lexicon_acts as lexicon
from fogline.tables import ontology
from fogline.tables.actors import sector_nouns

CLAUSE_HEADS = ("VERB", "AUX")
SPOKEN = ("ACCUSE", "SUPPORT", "REQUEST")
LAID = ("plant", "bury", "hide", "lay", "place", "park", "leave")
CARRYING = ("carry", "transport", "escort", "guard", "house", "protect")
ASPECT = ("begin", "start", "continue", "resume", "attempt", "try", "manage", "fail")
COUNTED = ("after", "before", "following", "since", "prior", "ahead")
JOURNEY = ("fly", "travel", "go", "come", "return", "arrive", "visit", "drive", "sail")
DAYS = ("DATE", "TIME")
LASTING = ("for", "over", "in", "during", "throughout", "through", "between", "from")
DEEDS = ("ASSAULT", "COERCE", "PROTEST")


class Located(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """One past the last character."""


Thing = TypeVar("Thing", bound=Located)
_LAST: dict[str, tuple[Sequence[Attribution], list[tuple[int, int]], int]] = {}  # compared by identity


def in_sentence(things: Sequence[Thing], parse: Parse, i: int) -> list[Thing]:
    """The things (sorted by start) that lie in the sentence of token ``i``."""
    sentence = parse.sentence(i)
    low, high = parse.starts[sentence.start], parse.ends[sentence.stop - 1]
    first = bisect_left(things, low, key=lambda t: t.start)
    out = []
    for thing in things[first:]:
        if thing.start >= high:
            break
        out.append(thing)
    return out


def in_sentence_of(voices: Sequence[Attribution], span: tuple[int, int]) -> Iterator[Attribution]:
    """The voices whose cue could hold the span, in their own order."""
    cued, reach = _by_cue(voices)
    first = bisect_left(cued, span[0] - reach, key=lambda c: c[0])
    near = takewhile(lambda c: c[0] <= span[1], islice(cued, first, None))
    yield from (voices[n] for n in sorted(n for _, n in near if span[0] <= voices[n].cue[-1].end))


def _by_cue(voices: Sequence[Attribution]) -> tuple[list[tuple[int, int]], int]:
    """Where each voice's cue begins, sorted, and how long the longest cue is; kept for the report in hand."""
    held = _LAST.get("held")
    if held is None or held[0] is not voices:
        cued = sorted((v.cue[0].start, n) for n, v in enumerate(voices) if v.cue)
        reach = max((v.cue[-1].end - v.cue[0].start for v in voices if v.cue), default=0)
        held = _LAST["held"] = (voices, cued, reach)
    return held[1:]


def clause(parse: Parse, i: int) -> set[int]:
    """The tokens that stand for the clause of an act: the act, and the verb whose argument it is."""
    heads = {i}
    if parse.pos[i] not in CLAUSE_HEADS:
        above = next((k for k in parse.ancestors(i) if parse.pos[k] in CLAUSE_HEADS), None)
        if above is not None and parse.deps[i] not in ("relcl", "advcl") and not _counted_from(parse, i):
            heads.add(above)
    return heads


def belongs(parse: Parse, thing: Located, i: int) -> bool:
    """False for what stands with another act: "condemned the raid on Friday", "raids in Gao and strikes in Kidal"."""
    at = parse.tokens(thing.start, thing.end)[0]
    if parse.pos[i] in CLAUSE_HEADS:
        if _in_topic(parse, i, at):
            return False
        deed = next(_spoken_of(parse, i), None)
        return deed is None or at < parse.lefts[deed] or _voiced(parse, deed, at)
    if at in parse.subtree(i):
        return True
    if parse.deps[i] == "nsubjpass" and at > parse.heads[i] and _speaks(parse, parse.heads[i]):
        return False  # "the raid was condemned on Friday"
    above = next((k for k in clause(parse, i) if k != i), i)
    if above != i and next(_spoken_of(parse, above), None) is not None and (at < i or _voiced(parse, i, at)):
        return False
    between = range(i + 1, at) if at > i else range(above + 1, at) if parse.deps[i] == "conj" else ()
    return not any(_deed(parse, k) and (at < i or parse.heads[k] not in (i, above)) for k in between)


def _in_topic(parse: Parse, verb: int, at: int) -> bool:
    """As in "discussed the crisis in Mali", "welcomes the accord of 2 May": of what is spoken of, not of the words."""
    about = [p for p in parse.children(verb, "prep") if parse.lower(p) in ("about", "on", "of")]
    things = [*parse.children(verb, "dobj"), *(k for p in about for k in parse.children(p, "pobj"))]
    topics = [k for k in things if verb < k < at and parse.pos[k] == "NOUN" and parse.lemmas[k] not in sector_nouns()]
    speaks = parse.lemmas[verb] in ("discuss", "talk", "speak") or _speaks(parse, verb)
    inside = speaks and any(at in parse.subtree(k) for k in topics)
    return inside and not any(_voiced(parse, k, at) for k in topics)


def counts_from(parse: Parse, timex: Located) -> int | None:
    """The preposition behind a length of time that is counted from an act: "two days after the raid"."""
    after = parse.tokens(timex.start, timex.end)[-1] + 1
    return after if after < len(parse) and parse.lower(after) in COUNTED else None


def _anchors(parse: Parse, thing: Located, i: int) -> bool:
    """As in "attacked a day before the vote on Sunday", "after Friday's raid": the time of what is counted from."""
    at = parse.tokens(thing.start, thing.end)[0]
    named = dates(parse, thing)
    if named is not None and named != i and _counted_from(parse, named):
        return True
    path = list(takewhile(lambda k: k != i, (at, *parse.ancestors(at))))
    preps = [k for k in path[1:] if parse.lower(k) in COUNTED and parse.deps[k] in ("prep", "mark")]
    own_words = parse.tokens(thing.start, thing.end)  # "since March" marches nowhere
    return i in parse.ancestors(at) and any(_act_between(parse, path[: path.index(k)], own_words) for k in preps)


def dates(parse: Parse, timex: Located) -> int | None:
    """The noun that a time with its preposition follows, wherever the parse hangs it: "the vote on 9 November"."""
    at = parse.tokens(timex.start, timex.end)[0] - 2
    noun = at >= 0 and parse.pos[at] == "NOUN" and parse.pos[at + 1] == "ADP"
    return at if noun else None


def _counted_from(parse: Parse, noun: int) -> bool:
    return parse.deps[noun] == "pobj" and parse.lower(parse.heads[noun]) in COUNTED


def _act_between(parse: Parse, path: Sequence[int], own_words: range) -> bool:
    beside = [k for k in path if k not in own_words]
    return any(parse.lemmas[k] in lexicon.act_nouns() or parse.pos[k] == "VERB" for k in beside)


def _spoken_of(parse: Parse, verb: int) -> Iterator[int]:
    """The deeds that a verb of speech speaks of: "condemned the raid", "called for an inquiry into the raid"."""
    if _speaks(parse, verb):
        below = list(parse.children(verb, "dobj", "prep"))
        while below:
            k = below.pop(0)
            if k > verb and _deed(parse, k):
                yield k
            else:
                below += parse.children(k, "pobj", "prep")


def _speaks(parse: Parse, verb: int) -> bool:
    return any(entry.type in SPOKEN for entry in ontology.verb_senses().get(parse.lemmas[verb], ()))


def _deed(parse: Parse, i: int) -> bool:
    entry = ontology.nouns().get(parse.lemmas[i])
    told = parse.pos[i] == "NOUN" and parse.deps[i] != "compound" and parse.lemmas[i] not in ontology.words("facility")
    return told and entry is not None and entry.type in DEEDS


def _voiced(parse: Parse, deed: int, at: int) -> bool:
    """As in "condemned the raid in a statement on Friday": the words, not the raid, are of that day."""
    return any(parse.lemmas[k] in ontology.words("utterance") for k in range(deed + 1, at))


def own(parse: Parse, thing: Located, heads: set[int]) -> bool:
    """True if the nearest verb or act noun over the thing is the act's own."""
    tokens = parse.tokens(thing.start, thing.end)
    at = next((k for k in tokens if parse.heads[k] not in tokens or parse.heads[k] == k), None)
    if at is None:
        return False
    for k in (at, *parse.ancestors(at)):
        if k in heads:
            return True
        verb = parse.pos[k] in CLAUSE_HEADS and not _laid(parse, k)
        if verb or (k != at and _another_act(parse, k)):
            return False
    return False


def _another_act(parse: Parse, k: int) -> bool:
    """False for what only sounds like an act or is this one: "ambushed a patrol near Gao", "a blast in Gao killed"."""
    hit = parse.deps[k] in ("dobj", "nsubjpass") and parse.lemmas[k] in ontology.words("facility")
    harms = parse.deps[k] == "nsubj" and parse.lemmas[parse.heads[k]] in ontology.words("harm")
    return parse.lemmas[k] in lexicon.act_nouns() and not hit and not harms


def _laid(parse: Parse, k: int) -> bool:
    """As in "a bomb planted near Gao killed", "ambushed a convoy carrying food near Gao": where it lay, it happened."""
    carrying = parse.deps[parse.heads[k]] == "dobj" and parse.lemmas[k] in CARRYING
    return parse.deps[k] == "acl" and (carrying or (parse.tags[k] == "VBN" and parse.lemmas[k] in LAID))


def time_of(parse: Parse, acts: Sequence[int], reading: Reading) -> EventTime | None:
    """The time expression of the act's clause (of any token that tells it); else the sentence's only one; else None."""
    i = acts[0]
    told = (t for t in in_sentence(reading.times, parse, i) if t.value and (t.type in DAYS or _lasts(parse, t)))
    near = [t for t in told if belongs(parse, t, i) and not any(_anchors(parse, t, k) for k in acts)]
    for k in acts:
        heads = {*(clause(parse, k) if k == i else (k,)), *_carrying(parse, k)}
        mine = [t for t in near if own(parse, t, heads)]
        if mine:
            return _event_time(mine[0], "stands in the act's clause")
    shared = sharing(parse, i)
    mine = [t for t in near if own(parse, t, {shared, *_carrying(parse, shared)})] if shared is not None else []
    if len(mine) == 1:
        return _event_time(mine[0], "stands in the clause that the act is joined to")
    if len(near) == 1 and _main(parse, i) and _main_time(parse, near[0]):
        return _event_time(near[0], "the only time of the sentence, beside its main clause")
    return next((_event_time(t, "opens the clause that reports the act") for t in near if _opens(parse, t, i)), None)


def _lasts(parse: Parse, timex: Timex) -> bool:
    """A length of time that the clause itself tells: "for two years", "in the past day", "between 2 and 5 May".

    Not "three days after the raid", "a month-long siege", "two years of work", "in two days".
    """
    tokens = parse.tokens(timex.start, timex.end)
    root = next((k for k in tokens if parse.heads[k] not in tokens), None)
    if timex.type != "DURATION" or root is None or timex.anchor not in ("published", "none", "spoken"):
        return False
    if counts_from(parse, timex) is not None or any(parse.lower(k) == "of" for k in parse.children(root, "prep")):
        return False
    prep = parse.lower(parse.heads[root]) if parse.deps[root] == "pobj" else ""
    known = any((*timex.begin, *timex.finish)) or any(parse.lower(k) in ("past", "last") for k in tokens)
    return parse.deps[root] == "npadvmod" or (prep in LASTING and (prep != "in" or known))


def _carrying(parse: Parse, i: int) -> Iterator[int]:
    """The verb over an act, whose day is the act's: "conducted a raid on Sunday", "flew on Sunday to meet him"."""
    carrier = nominals.carrier_of(parse, i) if parse.pos[i] == "NOUN" else None
    over = parse.lemmas[parse.heads[i]]
    begun = parse.deps[i] in ("xcomp", "advcl") and is_infinitive(parse, i) and over in (*ASPECT, *JOURNEY)
    begun = begun or (parse.deps[i] == "xcomp" and over in ASPECT)
    yield from () if carrier is None else (carrier,)
    yield from (parse.heads[i],) if begun or effect(parse, i) else ()


def sharing(parse: Parse, i: int) -> int | None:
    """As in "stormed the camp on Friday and arrested ten men": the verb whose day and place count for both."""
    joined = parse.deps[i] == "conj" and parse.pos[i] == parse.pos[parse.heads[i]] == "VERB"
    alike = joined and parse.tags[i] == parse.tags[parse.heads[i]]
    known = [k for k in (i, parse.heads[i]) if parse.lemmas[k] in ontology.verbs()]
    force = parse.heads[i] in known and all(ontology.verbs()[parse.lemmas[k]].type in DEEDS for k in known)
    return parse.heads[i] if alike and force and parse.child(i, "nsubj", "nsubjpass") is None else None


def effect(parse: Parse, i: int) -> bool:
    """As in ", killing three and wounding five": beside the blow, at its time and place."""
    beside = parse.deps[i] == "advcl" and parse.tags[i] == "VBG"
    return beside and parse.lemmas[i] in ontology.words("harm")


def _opens(parse: Parse, timex: Timex, i: int) -> bool:
    """As in "On 4 May jets were reported to have fired", "In March, media said a raid had hit": before then is told."""
    told = next((k for k in clause(parse, i) if parse.deps[k] in ("xcomp", "ccomp")), None)
    if told is None:
        return False
    over = parse.heads[told]
    before = timex.end <= min((parse.starts[k] for k in parse.children(over, "nsubj", "nsubjpass")), default=0)
    past = any(parse.lower(k) in ("had", "have") for k in parse.children(told, "aux"))
    wide = parse.deps[told] == "xcomp" or len(timex.value or "") == len(
        "2025-03"
    )  # "On Monday he said": he said it then
    return before and past and wide and own(parse, timex, {over})


def _event_time(timex: Timex, why: str) -> EventTime:
    return EventTime(timex.id, timex.value, timex.begin, timex.finish, why)


def _main(parse: Parse, i: int) -> bool:
    return any(parse.deps[k] == "ROOT" for k in clause(parse, i))


def _main_time(parse: Parse, timex: Timex) -> bool:
    """True if no other verb stands between the time and the root."""
    tokens = parse.tokens(timex.start, timex.end)
    over = [k for k in parse.ancestors(tokens[0]) if parse.pos[k] in CLAUSE_HEADS] if len(tokens) else []
    return len(over) == 1
