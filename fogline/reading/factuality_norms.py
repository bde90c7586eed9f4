"""What may and what must be done: a ban lifted is leave given, leave taken back is none, a duty failed is not done."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.reading import factuality_scope as scope
from fogline.reading import factuality_words as words
from fogline.reading.factuality_frames import Link
from fogline.reading.factuality_states import State, compose
from fogline.tables import lexicon_acts as lexicon
from fogline.tables.lexicon_acts import Effect, Operator

ENDING = ("revokes", "stops", "cancels")
GRANTING = ("deny", "denial", "dispute", "contest")  # not to do so is to grant it
OMITTED = Effect("not_done", -2.6)


def ended(parse: Parse, at: int, step: Link, state: State) -> State | None:
    """As in "lifted its ban on imports", "revoked permission for the march": the norm at ``at`` is no more."""
    plain = lexicon.operators().get((parse.lemmas[step.head], "np"), step.operator)
    if step.operator is None or plain is None or not {plain.name, step.operator.name} & {*ENDING}:
        return None
    if words.own(parse, step.head).negated:
        return None
    if parse.lemmas[at] in lexicon.words("barrier") and state.status in ("not_done", "done"):
        return State("authorised", 0.5, (*state.because, step.head))
    if parse.lemmas[at] in lexicon.words("leave") and state.status in ("authorised", "ordered"):
        return State("not_done", -1.9, (*state.because, step.head))
    return None


def kept(parse: Parse, at: int, state: State) -> tuple[int, State] | None:
    """As in "kept a promise to free them", "ignored an order to stop": the verb over the bidding, and its state."""
    if state.status in ("done", "not_done", "denied", "unknown") or parse.lemmas[at] not in lexicon.words("bidding"):
        return None
    if at + 1 == len(parse) or parse.lower(at + 1) not in ("to", "for", "of", "that", "on"):
        return None
    verb, said = _over(parse, at)
    names = {said, *(f"{said} {parse.lower(k)}" for k in parse.children(verb, "prt"))}
    done = bool(names & lexicon.words("keeping"))
    mine = words.own(parse, verb)
    if not (done or names & lexicon.words("breaking")) or mine.effect.status not in ("done", "not_done"):
        return None
    effect = Effect("done", 2.2) if done else Effect("not_done", -2.2)
    return verb, compose(State(effect.status, effect.score, (*state.because, verb)), mine.effect, mine.because)


def _over(parse: Parse, at: int) -> tuple[int, str]:
    """The verb that takes a noun, by a preposition or without, and its key: "renege on"."""
    head = parse.heads[at]
    if parse.deps[at] != "pobj":
        fits = parse.deps[at] == "dobj"
        return head, parse.lemmas[head] if fits else ""
    verb = next((k for k in parse.ancestors(head) if parse.pos[k] == "VERB"), head)
    return verb, f"{parse.lemmas[verb]} {parse.lower(head)}"


def effect(parse: Parse, i: int, operator: Operator, negated: bool) -> Effect:
    """What an operator at ``i`` does: as its class says, but for a duty failed, a false charge, "few dispute"."""
    if operator.name == "denies" and negated and evades(parse, i):
        return lexicon.classes()["unlikely"].negated
    if operator.name in ("accuses", "says") and scope.falsely(parse, i):
        return Effect("not_done", -2.0)
    if operator.name == "fails" and not negated and owed(parse, i):
        return OMITTED
    few = operator.name in ("denies", "doubts") and scope.few_do(parse, i)
    return operator.negated if negated or few else operator.plain


def owed(parse: Parse, i: int) -> bool:
    """As in "failed to notify families", "the bomb failed to explode": no attempt, an omission."""
    inner = next(
        (k for k in parse.children(i, "xcomp", "acl", "advcl", "relcl") if words.is_infinitive(parse, k)), None
    )
    return words.is_thing(parse, i) or (inner is not None and parse.lemmas[inner] in lexicon.words("owed"))


def evades(parse: Parse, i: int) -> bool:
    """As in "did not deny that", "neither confirmed nor denied", "did not refute": that is not to grant it."""
    helpers = {parse.lower(k) for k in parse.children(i, "aux")}
    nor = parse.deps[i] == "conj" and any(parse.lower(k) == "nor" for k in parse.children(parse.heads[i], "cc"))
    past = parse.child(i, "neg") is not None and bool({"did", "would", "has", "have"} & helpers)
    return parse.lemmas[i] not in GRANTING or (parse.lemmas[i] == "deny" and (past or nor))
