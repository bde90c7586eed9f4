"""What may and what must be done: a ban lifted is leave given, leave taken back is none, a duty failed is not done."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.reading import factuality_words as words
from fogline.reading.factuality_frames import Link
from fogline.reading.factuality_states import State
from fogline.tables import lexicon_acts as lexicon
from fogline.tables.lexicon_acts import Effect

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
