"""Which acts the ontology codes: what an act means by itself, where no veto of `vetoes` speaks against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from fogline.coding import arguments, heard, nominals
from fogline.coding.algebra import Meaning
from fogline.coding.meaning import Coder
from fogline.coding.settings import ASPECT
from fogline.coding.vetoes import vetoed
from fogline.models.parse import Parse
from fogline.reading.factuality import head_of
from fogline.records import Act
from fogline.tables import ontology


@dataclass(frozen=True, slots=True)
class Told:
    """One act with its head token, what the ontology makes of it, and the tokens of other tellings folded into it.

    ``chances`` are those of all types, where the encoder was heard; ``acts`` the head tokens of all acts told;
    ``carrier`` the light verb that carries a noun.
    """

    act: Act
    at: int
    meaning: Meaning
    parts: tuple[int, ...] = ()
    chances: Mapping[str, float] = field(default_factory=dict)
    acts: frozenset[int] = frozenset()
    carrier: int | None = None

    @property
    def verbs(self) -> tuple[int, ...]:
        """The carrier, if there is one."""
        return () if self.carrier is None else (self.carrier,)


def told(parse: Parse, acts: Sequence[Act], coder: Coder | None = None) -> Iterator[Told]:
    """The acts that the ontology codes, in text order; nouns that only fill a verb's frame are not told twice."""
    coder = coder or Coder(parse)
    heads = [(act, head_of(parse, act.trigger)) for act in acts]
    every = frozenset(i for _, i in heads if i is not None)
    coded = (_coded(coder, act, i) for act, i in heads if i is not None)
    found = [replace(one, acts=every) for one in coded if one is not None]
    spent = {t for one in found for t in _spent(one)}
    kept = {one.at: one for one in found if one.at not in spent}
    nouns = (k for k in kept if coder.parse.pos[k] == "NOUN")
    beside = frozenset(over for k in nouns if (over := nominals.told_with(coder.parse, k)) is not None)
    yield from (one for one in kept.values() if not _tells_again(coder.parse, one, kept, beside))


def _coded(coder: Coder, act: Act, i: int) -> Told | None:
    """The act as the lexicon and the encoder code it; None where neither does, or one is outweighed."""
    parse = coder.parse
    named = _named(coder, i)
    telling = named is not None and _tells(coder, i, named)
    over = nominals.told_with(parse, i) if telling and parse.pos[i] == "NOUN" else None
    chances = heard.chances(parse, i, named, telling, over)
    found = heard.meaning(parse, i, named, chances, telling)
    if found is None or (by_head(found) and vetoed(coder, i, found)):
        return None
    carrier = over if over is not None and heard.takes_for(parse, over, found.type) else None
    return Told(act, i, found, (), chances, carrier=carrier)


def _tells_again(parse: Parse, one: Told, kept: Mapping[int, Told], beside: frozenset[int]) -> bool:
    """As in "carried out an attack", "meet to discuss": the word beside it tells the act, which only the encoder saw.

    "Beside" is the noun that the verb carries, or the verb of the same type above a clause without a subject; behind
    "attempted to" and "continued to" it is whatever is attempted. Of
    "retaliated with sanctions" the sanctions tell, whatever the verb may be by itself (``beside``: such verbs).
    """
    if _means(parse, one, kept):
        return True
    if parse.pos[one.at] == "VERB" and one.at in beside:
        return by_head(one.meaning) or parse.lemmas[one.at] in ontology.words("answer")
    if one.meaning.type == "CONSULT" and parse.deps[one.at] in ("dobj", "appos", "npadvmod") and one.carrier is None:
        over = kept.get(parse.heads[one.at])  # "met the envoy, their first meeting"
        return over is not None and over.meaning.type == "CONSULT"
    if not by_head(one.meaning) or parse.pos[one.at] not in ("VERB", "AUX"):
        return False
    if parse.lemmas[one.at] in ASPECT and parse.child(one.at, "xcomp") is not None:
        return True
    carried = list(parse.children(one.at, "dobj", "nsubj", "nsubjpass", "attr"))
    inside = parse.deps[one.at] in ("xcomp", "advcl", "conj", "acl") and parse.child(one.at, "nsubj") is None
    around = [parse.heads[one.at]] if inside and one.meaning.type == "CONSULT" else []
    return any(k in kept and kept[k].meaning.type == one.meaning.type for k in (*carried, *around))


def _means(parse: Parse, one: Told, kept: Mapping[int, Told]) -> bool:
    """As in "attacked the marchers with tear gas": with what it was done."""
    prep = parse.heads[one.at]
    over = kept.get(parse.heads[prep])
    with_it = parse.deps[one.at] == "pobj" and parse.lower(prep) == "with" and parse.pos[one.at] == "NOUN"
    same = over is not None and over.meaning.type == one.meaning.type == "ASSAULT"
    return with_it and same and parse.lemmas[parse.heads[prep]] not in ontology.words("answer")


def by_head(found: Meaning) -> bool:
    """True if the encoder gave the type, and no row of the lexicon."""
    return found.rule.startswith("head ")


def _spent(one: Told) -> tuple[int, ...]:
    """Nouns eaten by their verb's frame ("lifted the embargo", "opened fire"); speech verbs leave theirs alone."""
    eaten = one.meaning.rule.startswith(("frame", "stop"))
    return tuple(t for t in one.meaning.tokens if t != one.at) if eaten else ()


def _tells(coder: Coder, i: int, found: Meaning) -> bool:
    """True if the lexicon is sure that the word tells an act here, and no veto speaks against it."""
    telling = _noun_tells(coder, i, found) if _nominal(coder, i) else _verb_tells(coder, i, found)
    return telling and not vetoed(coder, i, found)


def _named(coder: Coder, i: int) -> Meaning | None:
    """What the lexicon has for the word, whether or not that tells an act here."""
    found = coder.own(i) if _nominal(coder, i) else coder.spoken(i)
    return found if found is not None and found.type is not None else None


def _nominal(coder: Coder, i: int) -> bool:
    return coder.parse.pos[i] in ("NOUN", "PROPN")


def _noun_tells(coder: Coder, i: int, found: Meaning) -> bool:
    """False for states of things, and for common nouns that no verb carries."""
    word = found.rule.partition(" ")[2]
    if word == "recapture":
        over = ontology.verbs().get(coder.parse.lemmas[coder.parse.heads[i]]) if coder.parse.deps[i] == "dobj" else None
        by = next(nominals.noun_actors(coder.parse, i), None)
        return by is not None or (over is not None and over.type == "SUPPORT")
    carrier = nominals.carrier_of(coder.parse, i)
    suffered = nominals.undergone(coder.parse, i) is not None
    answer = nominals.answered(coder.parse, i) is not None
    carried = suffered or answer or carrier is not None or _with_somebody(coder.parse, i, word)
    if word in ontology.words("background"):
        opened = carrier is not None and coder.parse.lemmas[carrier] in ("open", "exchange", "return", "trade")
        return word == "fire" and (opened or suffered)  # "opened fire", "came under fire"
    return carried or _threat_to(coder.parse, i, found) or word not in ontology.words("weak_noun")


def _with_somebody(parse: Parse, i: int, word: str) -> bool:
    """As in "raised it in a call with the minister"."""
    phoned = word in ontology.words("phone") and parse.deps[i] == "pobj"
    return phoned and any(parse.lower(k) == "with" for k in parse.children(i, "prep"))


def _verb_tells(coder: Coder, i: int, found: Meaning) -> bool:
    """False for verbs too common to code by themselves, and for verbs whose noun tells the act."""
    parse = coder.parse
    source, _, word = found.rule.partition(" ")
    wanted = found.type == "THREATEN" and source.startswith("intend")
    if source == "noun" or (wanted and parse.lemmas[i] not in ontology.words("vow")):
        return False
    if word == "discuss":
        return any(arguments.discussed_with(parse, i))
    promises = parse.child(i, "xcomp") is not None and parse.lemmas[i] in ontology.words("promise")
    return source != "verb" or word not in ontology.words("weak") or (found.type == "AGREE" and promises)


def _threat_to(parse: Parse, i: int, found: Meaning) -> bool:
    """As in "a threat to strike", which is one, unlike "a threat to shipping"."""
    return found.type == "THREATEN" and any(parse.tags[k] == "VB" for k in parse.children(i, "acl"))
