"""Pronouns that the words before them resolve; else silence.

Conservative on purpose: a wrong link puts words into someone's mouth. Subjects first, then the latest (Lappin & Leass
1994); number and animacy must fit, and two equal candidates give no answer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from fogline.models.parse import Parse
from fogline.models.windows import LONGEST
from fogline.reading.mentions_spots import Spot
from fogline.reading.quotes import Quotation
from fogline.records import Span
from fogline.tables.actor_words import given_names

PERSONAL = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
THEY, IT = frozenset({"they", "their"}), frozenset({"it", "its"})  # as objects ("them") they are too often unclear
BODIES = ("government", "organisation", "country", "group", "force")
MEANT = 0.6  # the chance from which the encoder's antecedent is taken: nine in ten are right, of "he" 97 %
NAMELESS = frozenset({"be", "seem", "appear", "take", "rain", "snow", "become", "make", "happen", "emerge", "matter"})
SEXES = (("f", re.compile(r"\b(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess|spokeswoman|chairwoman|congresswoman)\b")),
         ("m", re.compile(r"\b(?:Mr|Sir|Lord|King|Prince|Emir|Sultan|spokesman|chairman|congressman)\b")))  # fmt: skip


@dataclass(slots=True)
class Scene:
    """What the resolver looks at: the parse, the quoted passages and the spots with the tokens that head them."""

    parse: Parse
    quoted: Sequence[Quotation]
    spots: Sequence[Spot]
    by_head: dict[int, Spot] = field(default_factory=dict)
    sex: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for spot in sorted(self.spots, key=lambda s: s.end - s.start):
            tokens = self.parse.tokens(spot.start, spot.end)
            if tokens and not (spot.by == "demonym" and spot.kind == "name"):
                self.by_head[self._head(tokens)] = spot
            self._note_sex(spot)

    def _head(self, tokens: range) -> int:
        return next((i for i in tokens if self.parse.heads[i] not in tokens or self.parse.heads[i] == i), tokens[-1])

    def _note_sex(self, spot: Spot) -> None:
        if spot.type == "person":
            words = self.parse.text[max(0, spot.start - 24) : spot.end]
            given = given_names().get(spot.name.split(" ", 1)[0]) if " " in spot.name else None
            if given:
                self.sex.setdefault(spot.key, given)
            for sex, sign in SEXES:
                if sign.search(words):
                    self.sex.setdefault(spot.key, sex)

    def in_quotes(self, at: int) -> int:
        """Which quoted passage holds a character: its start, or -1."""
        n = bisect_right(self.quoted, at, key=lambda q: q.start) - 1
        return next((q.start for q in reversed(self.quoted[max(0, n - 2) : n + 1]) if q.end > at), -1)


def pronoun_spots(scene: Scene) -> Iterator[Spot]:
    """The personal pronouns that resolve, as spots of their antecedents' entities, in text order."""
    parse = scene.parse
    if not parse.parsed:
        return
    for i in range(len(parse)):
        if parse.tags[i] in ("PRP", "PRP$"):
            found = _antecedent(scene, i)
            if found is not None:
                word = parse.lower(i)
                spot = replace(found, start=parse.starts[i], end=parse.ends[i], kind="pronoun", by="pronoun")
                scene.by_head[i] = spot
                if word in PERSONAL:
                    scene.sex.setdefault(found.key, PERSONAL[word])
                yield spot


def _antecedent(scene: Scene, i: int) -> Spot | None:
    """Whom the encoder takes the pronoun for, where it can look; else what the rules say."""
    encoded = scene.parse.encoded
    nobody = encoded.meant(scene.parse.starts[i], None) if encoded is not None else None
    return _ruled(scene, i) if nobody is None else _pointed(scene, i)


def _pointed(scene: Scene, i: int) -> Spot | None:
    """The entity whose mentions before the pronoun have most of the chance, if that is enough and its sex fits."""
    parse = scene.parse
    chances: dict[str, float] = {}
    latest: dict[str, Spot] = {}
    for k in range(max(0, i - LONGEST), i):
        spot = scene.by_head.get(k)
        if spot is not None and spot.end <= parse.starts[i] and parse.encoded is not None:
            whole = Span(min(spot.start, parse.starts[parse.lefts[k]]), spot.end)  # "the" of "the governor" too
            chance = parse.encoded.meant(parse.starts[i], whole)
            chances[spot.key] = chances.get(spot.key, 0.0) + (chance or 0.0)
            latest[spot.key] = spot
    best = max(chances, key=lambda key: chances[key], default=None)
    if best is None or chances[best] < MEANT:
        return None
    sex = PERSONAL.get(parse.lower(i))
    known = scene.sex.get(best, sex)
    return latest[best] if sex is None or known == sex else None


def _ruled(scene: Scene, i: int) -> Spot | None:
    word = scene.parse.lower(i)
    if word in PERSONAL:
        return _person(scene, i, PERSONAL[word])
    if word in THEY:
        return _subject(scene, i, plural=True)
    if word in IT and not _empty_it(scene.parse, i):
        return _subject(scene, i, plural=False)
    return None


def _empty_it(parse: Parse, i: int) -> bool:
    """It rained; it is clear that ...: nothing is meant."""
    verb = parse.heads[i]
    odd = parse.deps[i] != "nsubj" or parse.lemmas[verb] in NAMELESS
    return parse.lower(i) == "it" and odd


def _person(scene: Scene, i: int, sex: str) -> Spot | None:
    """The only fitting person before it in its sentence, else the subject there; else the same one sentence back."""
    for sentence in _sentences_back(scene.parse, i, 1):
        heads = [k for k in sentence if k < i and _fits(scene, k, i, sex)]
        chosen = _one_of(scene, heads)
        if heads:
            return chosen
    return None


def _fits(scene: Scene, k: int, i: int, sex: str) -> bool:
    spot, parse = scene.by_head.get(k), scene.parse
    if spot is None or spot.type != "person" or scene.sex.get(spot.key, sex) != sex:
        return False
    quoted = scene.in_quotes(parse.starts[i])
    if quoted >= 0 and scene.in_quotes(parse.starts[k]) != quoted:
        return False
    own_clause = parse.deps[i] in ("dobj", "pobj", "dative") and _verb(parse, i) == _verb(parse, k)
    return not own_clause


def _verb(parse: Parse, i: int) -> int:
    return next((a for a in parse.ancestors(i) if parse.pos[a] in ("VERB", "AUX")), i)


def _one_of(scene: Scene, heads: Sequence[int]) -> Spot | None:
    """The only entity among the candidates, else the only one that is a subject."""
    for some in (heads, [k for k in heads if _part(scene.parse, k) in ("nsubj", "nsubjpass")]):
        spots = {scene.by_head[k].key: scene.by_head[k] for k in some}
        if len(spots) == 1:
            return next(iter(spots.values()))
    return None


def _part(parse: Parse, k: int) -> str:
    """The token's relation, or that of the first of the names it is joined to."""
    while parse.deps[k] == "conj":
        k = parse.heads[k]
    return parse.deps[k]


def _subject(scene: Scene, i: int, *, plural: bool) -> Spot | None:
    """The nearest subject before it, if that is a body or group of the right number; anything else stays open."""
    parse = scene.parse
    for sentence in _sentences_back(parse, i, 1):
        subjects = [k for k in sentence if k < i and _is_subject(parse, k) and parse.heads[i] != k]
        if subjects:
            found = scene.by_head.get(subjects[-1] if sentence.stop > i else _main(parse, subjects))
            return found if found is not None and _number_fits(scene, found, subjects[-1], plural) else None
    return None


def _is_subject(parse: Parse, k: int) -> bool:
    return parse.deps[k] in ("nsubj", "nsubjpass") and parse.tags[k] not in ("WDT", "WP", "EX", "DT")


def _main(parse: Parse, subjects: Sequence[int]) -> int:
    """The subject nearest to the root of its sentence."""
    return min(subjects, key=lambda k: (sum(1 for _ in parse.ancestors(k)), k))


def _number_fits(scene: Scene, spot: Spot, head: int, plural: bool) -> bool:
    if scene.in_quotes(scene.parse.starts[head]) >= 0 or spot.type not in BODIES:
        return False
    many = scene.parse.tags[head] in ("NNS", "NNPS") or scene.parse.lower(head) in ("police", "they", "their")
    return many == plural or (plural and spot.type == "group")  # "the group ... They"


def _sentences_back(parse: Parse, i: int, count: int) -> Iterator[range]:
    own = parse.sent_of[i]
    for n in range(own, max(-1, own - count - 1), -1):
        yield range(*parse.sents[n])
