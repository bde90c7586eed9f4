"""What a predicate means to the ontology: its own type, that of the noun it carries, or what both mean together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fogline.coding.algebra import Meaning, under
from fogline.coding.phrases import counted
from fogline.coding.scopes import auxiliaried, is_to, purpose
from fogline.coding.senses import decided
from fogline.models.parse import Parse
from fogline.reading import factuality_words as words
from fogline.tables import ontology
from fogline.tables.ontology import Entry

OBJECTS = ("dobj", "nsubjpass", "attr", "oprd")
OPERATORS = ("agree", "fail", "intend", "stop", "request", "reject", "accuse", "threaten")
CARRIERS = ("do", "try", "say", "order")
SCOPES = {
    "intend": ("", "to", "on", "for"), "agree": ("", "to", "on", "for"), "fail": (), "stop": ("", "from", "of"),
    "request": ("", "for", "to"), "reject": ("",), "accuse": ("of", "with"), "threaten": ("", "with"),
}  # fmt: skip
CARRYING = ("", "in", "for", "on", "to", "into", "with", "of", "from")
DEPTH = 6


class Coder:
    """Types of the predicates of one parse, each found once."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.dates = {k for first, end, label in parse.ents if label in ("DATE", "TIME") for k in range(first, end)}
        self.people = {k for first, end, label in parse.ents if label == "PERSON" for k in range(first, end)}
        self._whole: dict[int, Meaning | None] = {}
        self._own: dict[int, Meaning | None] = {}

    # The parts -------------------------------------------------------------------------------------------------

    def noun(self, i: int) -> Meaning | None:
        """What a noun names: "drone strike", "ceasefire", or a thing ("troops": kind, no type)."""
        if i in self.people:
            return Meaning(None, kind="person")
        if self.parse.tags[i] in ("NNP", "NNPS") and self.parse.word(i)[:1].isupper():
            return None
        whole = i + 2 < len(self.parse) and f"{self.parse.lemmas[i]} of {self.parse.lemmas[i + 2]}" in ontology.nouns()
        nominal = None if whole else self._nominal(i)
        if nominal:
            return nominal
        for key, first in self._noun_keys(i):
            entry = ontology.nouns().get(key)
            if entry:
                return Meaning(
                    entry.type, entry.mode, entry.contexts, entry.op, tuple(range(first, i + 1)), f"noun {key}"
                )
        inside = counted(self.parse, i)
        return self._measured(i) if inside == i else self.noun(inside)

    def _nominal(self, i: int) -> Meaning | None:
        """As in "the suspension of aid": what the verb would mean with that object."""
        verb = ontology.nominals().get(self.parse.lemmas[i])
        if verb is None:
            return None
        verbs = [verb, *(f"@{entry.op}" for entry in ontology.verb_senses().get(verb, ()) if entry.op)]
        for prep in self.parse.children(i, "prep"):
            for thing in self.parse.children(prep, "pobj"):
                if self.parse.lower(prep) in ("of", "in", "to", "on") and thing > i:
                    found = self._framed(i, verbs, ("", thing), False)
                    if found:
                        return found
        return None

    def _noun_keys(self, i: int) -> Iterator[tuple[str, int]]:
        parse = self.parse
        lemma = parse.lemmas[i]
        for left in (2, 1):
            first = i - left
            if first >= 0 and parse.sent_of[first] == parse.sent_of[i]:
                before = " ".join(parse.lower(k) for k in range(first, i))
                yield f"{before} {lemma}", first
                yield f"{before} {parse.lower(i)}", first
        if i + 2 < len(parse) and parse.lower(i + 1) == "of":
            yield f"{lemma} of {parse.lemmas[i + 2]}", i
            yield f"{lemma} of", i
        yield lemma, i
        yield parse.lower(i), i

    def _measured(self, i: int) -> Meaning | None:
        """The noun inside says what it is: "a series of strikes", "$2 million in aid", "mediation efforts"."""
        for k in self.parse.children(i, "compound"):
            inner = self.noun(k) if k + 1 == i and self.parse.lemmas[i] in ontology.words("effort") else None
            if inner and inner.type:
                return inner
        for prep in self.parse.children(i, "prep"):
            if self.parse.lower(prep) in ("of", "in", "for") and self.parse.lemmas[i] in ontology.words("measure"):
                thing = self.parse.child(prep, "pobj")
                return self.noun(thing) if thing is not None else None
        return None

    def forms(self, i: int) -> list[str]:
        """The forms a predicate may be listed under, the longest first."""
        parse = self.parse
        lemma = parse.lemmas[i]
        particles = [parse.lower(k) for k in parse.children(i, "prt", "advmod") if k > i and k - i < 5]
        preps = [parse.lower(k) for k in parse.children(i, "prep", "agent") if k > i]
        things = [parse.lemmas[k] for k in parse.children(i, *OBJECTS)]
        joined = [*(f"{p} {q}" for p in particles for q in preps), *particles, *things, *preps]
        known = ontology.verb_senses()
        bare = [] if any(f"{lemma} {parse.lower(k)}" in known for k in parse.children(i, "prt")) else [lemma]
        return [*(f"{lemma} {rest}" for rest in joined), *bare]

    def senses(self, i: int) -> list[tuple[str, Entry]]:
        """Rows of the verb (or adjective) table for a predicate, those of its longest form first."""
        table = ontology.adjectives() if self.parse.pos[i] == "ADJ" else None
        found: list[tuple[str, Entry]] = []
        for form in self.forms(i):
            if table is not None:
                found += [(form, table[form])] if form in table else []
            else:
                found += [(form, entry) for entry in ontology.verb_senses().get(form, ())]
        return found

    def objects(self, i: int) -> Iterator[tuple[str, int]]:
        """Preposition ("" for a direct object) and noun of each argument; passives and adverb particles included."""
        parse = self.parse
        for k in parse.kids[i]:
            if parse.deps[k] in OBJECTS:
                yield "", k
                yield from (("", c) for c in parse.children(k, "conj"))
            elif parse.deps[k] in ("prep", "agent"):
                yield from ((parse.lower(k), t) for t in parse.children(k, "pobj") if t not in self.dates)
        if parse.deps[i] in ("acl", "relcl") and parse.tags[i] == "VBN":
            yield "", parse.heads[i]

    # The frame -------------------------------------------------------------------------------------------------

    def frame(self, i: int) -> Meaning | None:
        """The verb and its object together: "withdraw" + aid, "open" + fire, "call on"."""
        things = list(self.objects(i))
        verbs = list(self.forms(i))
        verbs += [f"@{entry.op}" for _, entry in self.senses(i) if entry.op]
        for starred in (False, True):
            for prep, thing in things:
                found = self._framed(i, verbs, (prep, thing), starred)
                if found:
                    return found
        return None

    def _framed(self, i: int, verbs: list[str], argument: tuple[str, int], starred: bool) -> Meaning | None:
        prep, thing = argument
        noun = self.noun(thing)
        lemma = self.parse.lemmas[thing]
        pair = f"{self.parse.lower(thing - 1)} {lemma}" if thing else lemma
        keys = ["*"] if starred else [pair, lemma, self.parse.lower(thing), *([f"kind:{noun.kind}"] if noun else [])]
        for verb in verbs:
            for key in keys:
                frame = ontology.frames().get((verb, prep, key))
                if frame:
                    rule = f"frame {verb} {prep} {key}".replace("  ", " ")
                    contexts = frame.contexts or (noun.contexts if noun else ())
                    mode = frame.mode or (noun.mode if noun and noun.type == frame.type else None)
                    return Meaning(frame.type, mode, contexts, "", tuple(sorted({i, thing})), rule)
        return None

    # The predicate ---------------------------------------------------------------------------------------------

    def own(self, i: int) -> Meaning | None:
        """The type of a predicate with its objects, without negation, modals and clauses in its scope."""
        if i not in self._own:
            self._own[i] = None
            found = self.noun(i) if self.parse.pos[i] in ("NOUN", "PROPN") else self._verb(i)
            self._own[i] = decided(self, i, found) if found else None
        return self._own[i]

    def _verb(self, i: int) -> Meaning | None:
        if self.denies(i):
            return None
        frame = self.frame(i)
        if frame:
            return frame
        senses = self.senses(i)
        prep, carried = self.carried(i)
        if carried and carried.type:
            turned = self._over_noun(i, senses, (prep, carried))
            if turned:
                return turned
        typed = next(((form, e) for form, e in senses if e.type), None)
        if typed is None:
            return None
        form, entry = typed
        return Meaning(entry.type, entry.mode, entry.contexts, entry.op, (i,), f"verb {form}")

    def _over_noun(self, i: int, senses: list[tuple[str, Entry]], argument: tuple[str, Meaning]) -> Meaning | None:
        """A noun's type under its verb: operators turn it ("rejected talks"), carriers pass it ("held talks")."""
        prep, carried = argument
        for _, entry in senses:
            if entry.op in OPERATORS and prep in SCOPES[entry.op]:
                return under(entry.op, carried, (i,))
            if entry.op in CARRIERS and (entry.op in ("do", "order") or not any(e.type for _, e in senses)):
                return replace(carried, tokens=tuple(sorted({i, *carried.tokens})))
        return None

    def carried(self, i: int) -> tuple[str, Meaning | None]:
        """The first typed noun among the direct objects, else among those after a preposition, with that."""
        things = sorted(self.objects(i), key=lambda pair: pair[0] != "")
        nouns = [(prep, self.noun(k)) for prep, k in things if prep in CARRYING]
        return next(((prep, n) for prep, n in nouns if n and n.type), ("", None))

    def denies(self, i: int) -> bool:
        """A public denial, which PLOVER does not code: "denied the report", "denied shelling"."""
        if self.parse.lemmas[i] not in ("deny", "refute"):
            return False
        things = [self.parse.lemmas[k] for prep, k in self.objects(i) if prep == ""]
        return (
            any(t in ontology.words("deniable") for t in things)
            or self.parse.child(i, "xcomp", "ccomp", "advcl") is not None
        )

    # The predicate with all in its scope -----------------------------------------------------------------------

    def whole(self, i: int, depth: int = 0) -> Meaning | None:
        """The type of a predicate with its complement clauses, negation and future: "will not lift sanctions"."""
        if i not in self._whole:
            self._whole[i] = None
            self._whole[i] = self.polar(i, self._with_clause(i, depth))
        return self._whole[i]

    def _with_clause(self, i: int, depth: int) -> Meaning | None:
        if depth < DEPTH:
            for k in self.complements(i):
                if self._stops(i) and purpose(self.parse, i, k):
                    continue
                found = self.over(i, self.whole(k, depth + 1))
                if found:
                    return found
        return self.own(i)

    def _stops(self, i: int) -> bool:
        return any(entry.op == "stop" for _, entry in self.senses(i)[:1])

    def spoken(self, i: int) -> Meaning | None:
        """The type of a verb as an act of its own: speech acts look into what is said, others only at their objects."""
        first = next((entry.op for _, entry in self.senses(i) if entry.op), "")
        if first in ("agree", "intend", "request", "reject", "accuse", "threaten", "stop"):
            return self._with_clause(i, 0)
        return self.own(i)

    def complements(self, i: int) -> Iterator[int]:
        """Clauses in the scope of a predicate, infinitives of its object included ("a plan to withdraw")."""
        parse = self.parse
        yield from parse.children(i, "xcomp", "ccomp", "acomp")
        for k in parse.children(i, "dobj", "attr", "prep"):
            if parse.deps[k] == "prep" and parse.lower(k) not in (*CARRYING, "against", "about"):
                continue
            yield from (c for c in parse.children(k, "acl", "pcomp") if parse.tags[c] in ("VB", "VBG"))
        yield from (k for k in parse.children(i, "advcl") if k > i and words.is_infinitive(parse, k))

    def over(self, i: int, inner: Meaning | None) -> Meaning | None:
        """A predicate over the meaning of a clause in its scope; None where the clause adds nothing."""
        if inner is None or inner.type is None or self.denies(i):
            return None
        if self.parse.lemmas[i] == "call" and any(
            self.parse.lemmas[t] in ontology.words("phoned") for t in inner.tokens
        ):
            return inner
        senses = self.senses(i)
        for _, entry in senses:
            if entry.op in OPERATORS:
                return under(self._willing(i, entry.op), inner, (i,)) or inner
            if entry.op in CARRIERS and (entry.op == "do" or not any(e.type and not e.op for _, e in senses[:1])):
                return inner
        return None if senses else inner

    def _willing(self, i: int, op: str) -> str:
        """As in "seeks to seize" wants to do it; "seeks talks" asks for them."""
        parse = self.parse
        wants = op == "request" and parse.lemmas[i] == "seek" and parse.child(i, "xcomp") is not None
        return "intend" if wants and parse.child(i, "dobj") is None else op

    def polar(self, i: int, meaning: Meaning | None) -> Meaning | None:
        """Negation and future of the predicate's own clause."""
        if meaning is None or meaning.type is None or self.parse.pos[i] in ("NOUN", "PROPN"):
            return meaning
        own = words.own(self.parse, auxiliaried(self.parse, i))
        if own.negated:
            return under("negate", meaning, own.because) or (meaning if meaning.type in ("REJECT",) else None)
        if own.effect.status == "asked":
            return under("request", meaning, own.because) or meaning
        if own.effect.status == "future" or is_to(self.parse, i):
            return under("intend", meaning, own.because) or meaning
        return meaning
