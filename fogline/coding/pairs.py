"""The relation between two given spans: which predicate links them, and what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from fogline.coding import scoring
from fogline.coding.algebra import Meaning, called_for, under
from fogline.coding.meaning import Coder
from fogline.models import english
from fogline.models.parse import Parse
from fogline.reading import factuality
from fogline.reading.sentences import sentences
from fogline.records import Confidence, Event, Participant, RunnerUp, Span, identify

Pair = tuple[int, int]
Ranked = Sequence[tuple[str, float]]
CLAUSES = ("xcomp", "ccomp", "pcomp", "acl", "acomp")
ASIDE = ("advcl", "relcl", "parataxis", "nsubj")
LINKED, BETWEEN, NEAR = 1.0, 0.35, 0.1
VOTES = {LINKED: 0.7, BETWEEN: 0.5, NEAR: 0.3}  # what the lexicon counts beside the encoder, by how its word stands


def code_pair(
    text: str, actor: Pair | None = None, recipient: Pair | None = None, published: str | None = None
) -> Event | None:
    """The relation between just those two spans (code points of ``text``), as the best of PLOVER's 16 types.

    An unstated side is None. The predicate that links the two decides; where nothing links them, the nearest coded
    one in the sentence. Types that lost stand in ``runners_up``. None if the sentence holds no coded word at all.

    >>> text = "Norway has refused to extradite the banker to Latvia."
    >>> code_pair(text, actor=(0, 6), recipient=(46, 52)).type
    'REJECT'
    """
    return next(code_pairs([{"text": text, "actor": actor, "recipient": recipient, "published": published}]))


def code_pairs(rows: Iterable[Mapping[str, Any]]) -> Iterator[Event | None]:
    """`code_pair` over many rows ``{text, actor, recipient, published?}``, parsed in batches."""
    kept = list(rows)
    sides = [(_span(row.get("actor")), _span(row.get("recipient"))) for row in kept]
    jobs = (english.Job(r["text"], sentences(r["text"]), asked=(pair,)) for r, pair in zip(kept, sides, strict=True))
    for pair, parse in zip(sides, english.parse_many(jobs), strict=True):
        yield relation(parse, *pair)


def _span(pair: Sequence[int] | None) -> Span | None:
    return None if pair is None else Span(pair[0], pair[1])


def relation(parse: Parse, actor: Span | None, recipient: Span | None) -> Event | None:
    """The event between two spans of a parsed text."""
    coder = Coder(parse)
    heads = _head(parse, actor), _head(parse, recipient)
    found = candidates(coder, *heads)
    ranked = heard(parse, found)
    if not ranked:
        return None
    if all(meaning.type != ranked[0][0] for meaning, _ in found):
        found.append((_spotted(parse, ranked[0][0], heads), NEAR))
    return _event(parse, (actor, recipient), found, ranked)


def heard(parse: Parse, found: Sequence[tuple[Meaning, float]]) -> list[tuple[str, float]]:
    """The lexicon's shares and the chances of the head that was asked for this pair, mixed, best first."""
    ruled = rank(found)
    chances = next(iter(parse.encoded.relations), {}) if parse.encoded is not None else {}
    if not chances:
        return ruled
    vote = max((VOTES[weight] for meaning, weight in found if meaning.type), default=0.0)
    shares = dict(ruled)
    mixed = {kind: (1 - vote) * chance + vote * shares.get(kind, 0.0) for kind, chance in chances.items()}
    return sorted(((t, round(w, 3)) for t, w in mixed.items() if t != "none"), key=lambda pair: (-pair[1], pair[0]))


def _spotted(parse: Parse, kind: str, heads: Sequence[int | None]) -> Meaning:
    """The word that the heads take for the act, where the lexicon knows none of this type."""
    near = next((k for k in heads if k is not None), 0)
    guesses = ((k, parse.encoded.event(parse.starts[k])) for k in parse.sentence(near)) if parse.encoded else ()
    chances = {k: guess.types[kind] for k, guess in guesses if guess is not None and parse.word(k).isalpha()}
    best = max(chances, key=lambda k: chances[k], default=near)
    return Meaning(kind, None, (), "", (best,), f"head {kind}")


def _head(parse: Parse, span: Span | None) -> int | None:
    return None if span is None else factuality.head_of(parse, span)


def rank(found: Sequence[tuple[Meaning, float]]) -> list[tuple[str, float]]:
    """Types with their summed weights as shares, best first; ties go to the one found first."""
    total: dict[str, float] = {}
    for meaning, weight in found:
        if meaning.type:
            total[meaning.type] = total.get(meaning.type, 0.0) + weight
    whole = sum(total.values()) or 1.0
    return sorted(((t, round(w / whole, 3)) for t, w in total.items()), key=lambda pair: -pair[1])


# Candidates ----------------------------------------------------------------------------------------------------


def candidates(coder: Coder, actor: int | None, recipient: int | None) -> list[tuple[Meaning, float]]:
    """Meanings that could be the relation, with weights: the linking chain, what lies between, what is near."""
    found: list[tuple[Meaning, float]] = []
    linked = _linked(coder, actor, recipient)
    if linked and linked.type:
        found.append((linked, LINKED))
    found += [(m, BETWEEN) for m in _between(coder, actor, recipient)]
    if not found:
        found += [(m, NEAR) for m in _near(coder, actor, recipient)]
    return found


def _linked(coder: Coder, actor: int | None, recipient: int | None) -> Meaning | None:
    """Fold the words over the recipient, up to where the actor joins."""
    parse = coder.parse
    start = recipient if recipient is not None else actor
    if start is None:
        return None
    above = _line(parse, actor) if actor is not None else None
    meaning: Meaning | None = None
    at = start
    joined = False
    while True:
        head = parse.heads[at]
        if joined and (meaning is not None and meaning.type):
            break
        if head == at or parse.sent_of[head] != parse.sent_of[at]:
            break
        meaning = _step(coder, at, head, meaning)
        joined = above is None or head in above
        at = head
    return meaning


def _line(parse: Parse, i: int) -> frozenset[int]:
    return frozenset((i, *parse.ancestors(i)))


def _step(coder: Coder, at: int, head: int, meaning: Meaning | None) -> Meaning | None:
    """One word up: what it makes of the meaning so far."""
    parse = coder.parse
    if parse.pos[head] in ("ADP", "PART", "SCONJ", "DET", "PRON", "NUM"):
        return meaning
    if meaning is None or meaning.type is None:
        return _fresh(coder, head)
    if parse.pos[head] in ("NOUN", "PROPN"):
        inside = parse.deps[at] in ("acl", "relcl")
        return _clause_of(coder, head, meaning) if inside else _noun_over(coder, head, meaning)
    return _predicate_over(coder, at, head, meaning)


def _predicate_over(coder: Coder, at: int, head: int, meaning: Meaning) -> Meaning | None:
    """A verb or adjective over a clause beside it, joined to it, or in its scope."""
    parse = coder.parse
    aside = parse.deps[at] in ASIDE and not _shares_subject(parse, at)
    if meaning.kind == "aside" or aside:
        return _fresh(coder, head) or meaning
    if parse.deps[at] in ("advcl", "conj") or parse.pos[head] not in ("VERB", "AUX", "ADJ"):
        return meaning
    return _verb_over(coder, at, head, meaning)


def _shares_subject(parse: Parse, i: int) -> bool:
    """A participle without a subject of its own: "..., accusing him of"."""
    return parse.deps[i] == "advcl" and parse.tags[i] == "VBG" and parse.child(i, "nsubj", "nsubjpass", "mark") is None


def _fresh(coder: Coder, head: int) -> Meaning | None:
    if coder.parse.deps[head] in ("compound", "amod", "poss"):
        return None
    found = coder.whole(head)
    return found if found and found.type else None


def _clause_of(coder: Coder, head: int, meaning: Meaning) -> Meaning:
    """A clause hung on a noun says less of the two than the noun itself, or a typed verb above."""
    noun = coder.noun(head)
    if noun and noun.kind == "intent":
        return under("intend", meaning, (head,)) or meaning
    return noun if noun and noun.type else replace(meaning, kind="aside")


def _noun_over(coder: Coder, head: int, meaning: Meaning) -> Meaning:
    """As in "a threat of strikes", "calls for talks": a speech noun over an act noun."""
    noun = coder.noun(head)
    if noun and noun.type == "REQUEST" and meaning.type:
        return replace(noun, type=called_for(meaning.type))
    if noun and noun.type in ("THREATEN", "REJECT", "ACCUSE", "AGREE"):
        return noun
    return noun if noun and noun.type and meaning.type in ("SUPPORT",) else meaning


def _verb_over(coder: Coder, at: int, head: int, meaning: Meaning) -> Meaning | None:
    """A verb over a clause or object that already means something."""
    if meaning.type and any(entry.op == "request" for _, entry in coder.senses(head)[:1]):
        return coder.polar(head, replace(meaning, type=called_for(meaning.type), tokens=(head, *meaning.tokens)))
    if coder.parse.deps[at] in CLAUSES:
        over = coder.over(head, meaning)
        return coder.polar(head, over) if over else (_fresh(coder, head) or meaning)
    return _fresh(coder, head) or meaning


def _between(coder: Coder, actor: int | None, recipient: int | None) -> list[Meaning]:
    """Predicates in the text between the two."""
    if actor is None or recipient is None:
        return []
    low, high = sorted((actor, recipient))
    return _meanings(coder, range(low + 1, high))


def _near(coder: Coder, actor: int | None, recipient: int | None) -> list[Meaning]:
    at = recipient if recipient is not None else actor
    place = coder.parse.sentence(at) if at is not None else range(len(coder.parse))
    return _meanings(coder, sorted(place, key=lambda k: abs(k - (at or 0))))[:3]


def _meanings(coder: Coder, tokens: Iterable[int]) -> list[Meaning]:
    found = []
    for i in tokens:
        if coder.parse.pos[i] in ("VERB", "NOUN", "ADJ", "AUX"):
            meaning = _fresh(coder, i)
            if meaning:
                found.append(meaning)
    return found


# The event -----------------------------------------------------------------------------------------------------


def _status(parse: Parse, meaning: Meaning) -> str:
    """The status of the act that gave the type: the outer word of two ("refused" in "refused to extradite")."""
    if "+" in meaning.rule:
        outer = meaning.tokens[0]
        return factuality.judge(parse, outer).status if parse.pos[outer] in ("VERB", "NOUN", "ADJ") else "done"
    verb = next((k for k in meaning.tokens if parse.pos[k] == "VERB"), meaning.tokens[-1])
    return factuality.judge(parse, verb).status


def _by(meaning: Meaning) -> str:
    return "head:relation" if meaning.rule.startswith("head ") else f"rule:{meaning.rule}"


def _event(
    parse: Parse, sides: tuple[Span | None, Span | None], found: Sequence[tuple[Meaning, float]], ranked: Ranked
) -> Event:
    best, share = ranked[0]
    meaning, weight = next((m, w) for m, w in found if m.type == best)
    evidence = tuple(Span(parse.starts[k], parse.ends[k]) for k in sorted(set(meaning.tokens)))
    status = _status(parse, meaning)
    code, goldstein = scoring.cameo(best, meaning.mode)
    heard_too = parse.encoded is not None and bool(parse.encoded.relations)
    sure = share if heard_too else round(share * (0.9 if weight == LINKED else 0.5), 3)
    actors, recipients = (tuple(Participant(None, *s) for s in ([side] if side else [])) for side in sides)
    where = "links the two" if weight == LINKED else "stands nearest to them"
    return Event(
        id=identify("pair", parse.text, *sides), act="", type=best, mode=meaning.mode, contexts=meaning.contexts,
        actors=actors, recipients=recipients, evidence=evidence, claim=None, status=status, time=None, place=None,
        weapons=(), casualties=(), embedded_in=None, same_as=None, cameo=code, goldstein=goldstein,
        plover_score=scoring.plover_score(best, meaning.mode), intensity=scoring.intensity(best, meaning.mode, status),
        confidence=Confidence(sure, 1.0, 1.0, 0.0, 0.0, 0.5), by=_by(meaning),
        why=f"“{' … '.join(parse.text[a:b] for a, b in evidence)}” {where}: {meaning.rule} gives {best}.",
        runners_up=tuple(RunnerUp(t, s) for t, s in ranked[1:4]),
    )  # fmt: skip
