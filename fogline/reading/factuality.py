"""Is it so? The status and FactBank value of an act in the eyes of the voice that tells it.

An act starts as done; its own words change that ("did not", "may", "allegedly"), then every word that governs it,
from the inside out ("denied that it had planned to attack"), by classes of words that are data
(``data/languages/en/act_operators.tsv``). Values after Saurí and Pustejovsky, "FactBank" (2009); the classes follow
Karttunen's implicatives and the factives of Kiparsky and Kiparsky.
"""

from __future__ import annotations

from fogline.models import english
from fogline.models.parse import Parse
from fogline.reading import factuality_clauses as clauses
from fogline.reading import factuality_counter as counter
from fogline.reading import factuality_frames as frames
from fogline.reading import factuality_links as links
from fogline.reading import factuality_norms as norms
from fogline.reading import factuality_nouns as nouns
from fogline.reading import factuality_verdicts as verdicts
from fogline.reading import factuality_words as words
from fogline.reading.factuality_frames import Link
from fogline.reading.factuality_states import NEGATIVE, State, compose, value
from fogline.reading.factuality_words import Own
from fogline.reading.opinions import weighed
from fogline.reading.sentences import sentences
from fogline.records import Act, Span, identify
from fogline.tables import lexicon_acts as lexicon
from fogline.tables.lexicon_acts import Effect

SELF = frozenset(("i", "we", "it", "he", "she", "they"))
STEPS = 12
PRESUPPOSING = ("factive", "evaluates", "rebuffs", "stops")  # what they take stays so under "not", "may" and "if"
ATTITUDES = ("says", "admits", "believes", "guesses", "raises", "evidence", "accuses")  # said is not done: no further
PENDING = ("authorises", "orders", "asks", "plans", "promises", "threatens", "vows", "forecasts", "purpose", "wants")
ASKABLE = ("implies", "causes", "able", "fails")
ASKED = Effect("asked", -0.5)


def factuality(text: str, trigger: tuple[int, int]) -> Act:
    """Whether the act named at ``trigger`` (code points of ``text``) is told as done, and how sure.

    Any word will do: a verb, an event noun, an adjective; of several words the one that governs the others decides.

    Raises:
        ValueError: if the span holds no words.

    >>> act = factuality("Officials denied that the navy had shelled the port.", (39, 46))
    >>> act.status, act.factuality
    ('denied', 'CT-')
    """
    span = Span(*trigger)
    parse = english.parse(text, sentences(text))
    at = head_of(parse, span)
    found = judge(parse, at) if at is not None else State("unknown", 0.0)
    return act(parse, span, found, identify("act", text, *span))


def act(parse: Parse, trigger: Span, found: State, key: str, claim: str | None = None) -> Act:
    """The record of a judged act."""
    because = tuple(Span(parse.starts[k], parse.ends[k]) for k in sorted(set(found.because)))
    score = round(max(-3.0, min(3.0, found.score)), 3)
    return Act(key, trigger, claim, found.status, found.value or value(score), score, because)


def head_of(parse: Parse, span: tuple[int, int]) -> int | None:
    """The token inside the span that governs the others."""
    inside = parse.tokens(*span)
    tops = [k for k in inside if parse.heads[k] not in inside or parse.heads[k] == k]
    verb = next((k for k in tops if parse.pos[k] in ("VERB", "AUX")), None)
    if verb is None and len(inside) > 2:
        verb = next(
            (k for k in inside if parse.pos[k] in ("VERB", "AUX") and parse.deps[k] not in ("aux", "auxpass")), None
        )
    return verb if verb is not None else next(iter(tops), None)


def judge(parse: Parse, i: int) -> State:
    """The state of the act at token ``i``: by the rules, and by the encoder where they are not certain."""
    return weighed(parse, i, ruled(parse, i))


def ruled(parse: Parse, i: int) -> State:
    """The state of the act by rules alone: its own words first, then each word over it."""
    if verdicts.is_courtesy(parse, i):
        return State("done", 2.6)
    mine = _own(parse, i)
    state = _clause(parse, i, State(mine.effect.status, mine.effect.score, mine.because))
    state = _relative(parse, i, state)
    at = i
    for _ in range(STEPS):
        at, state = norms.kept(parse, at, state) or (at, state)
        step = links.link(parse, at)
        if step is None or step.head == at:
            break
        state = _supposed(parse, step, _climb(parse, at, step, state))
        at = step.head
        presupposed = step.operator is not None and step.operator.name in (*PRESUPPOSING, *ATTITUDES)
        if step.kind == "takes" and presupposed and state.status != "authorised":  # "refused to lift the ban on it"
            break
    state = verdicts.resolved(parse, i, verdicts.bare(parse, i, state))
    told = state.status != "done" or not clauses.definition(parse, i)
    return verdicts.toned(parse, i, state) if told else State("unknown", 0.0, state.because)


def _own(parse: Parse, i: int) -> Own:
    return words.own(parse, i)


def _clause(parse: Parse, i: int, state: State) -> State:
    """Conditions, questions and commands that the act's own clause carries."""
    supposed = _condition(parse, i, state) or _unmet(parse, i, state)
    if supposed is not None:
        return supposed
    hanging = clauses.has_condition(parse, i)
    hanging = hanging if hanging is not None else counter.hangs_on_proviso(parse, i)
    if hanging is not None and state.status in ("future", "possible"):
        return State("conditional", min(state.score, -0.3), (*state.because, hanging))
    asked = clauses.question(parse, i)
    if asked is not None:
        return State("unknown", 0.0, (*state.because, asked))
    commanded = state.status == "done" and clauses.is_imperative(parse, i)
    return State(ASKED.status, ASKED.score, state.because) if commanded else state


def _condition(parse: Parse, i: int, state: State) -> State | None:
    """The state in a conditional clause: open, contrary to fact, or a time not yet come."""
    mark = clauses.condition(parse, i)
    if mark is not None and state.status in ("done", *NEGATIVE) and counter.contrary(parse, i, mark):
        return compose(state, Effect("not_done", -2.0), (mark,))
    if mark is not None and parse.lower(mark) == "if" and mark and parse.lower(mark - 1) == "as":
        looks = parse.lemmas[parse.heads[i]] in ("look", "seem", "appear", "sound", "feel")
        return State(*(("possible", 1.0) if looks else ("not_done", -1.2)), (*state.because, mark))
    mark = mark if mark is not None else counter.provided(parse, i)
    if mark is not None:
        return State("unknown" if links.wonders(parse, i, mark) else "conditional", -0.3, (*state.because, mark))
    later = next((k for k in (clauses.awaited(parse, i), clauses.whoever(parse, i)) if k is not None), None)
    open_ = later is not None and state.status == "done" and counter.forestalled(parse, i) is None
    return State("conditional", -0.3, (*state.because, later)) if open_ and later is not None else None


def _unmet(parse: Parse, i: int, state: State) -> State | None:
    """As in "before they could fire", "could have fired but waited", "might have fallen if it had come": not done."""
    missed = counter.forestalled(parse, i)
    missed = missed if missed is not None else counter.forgone(parse, i)
    if missed is not None and state.status in ("done", "possible"):
        return State("not_done", -1.9, (*state.because, missed))
    hanging = clauses.has_condition(parse, i)
    if hanging is not None and state.status == "possible" and counter.unmet(parse, i):
        return State("not_done", -1.7, (*state.because, hanging))
    return None


def _relative(parse: Parse, i: int, state: State) -> State:
    """As in "an attack that Moscow has denied", "strikes, which the army called off"."""
    for verb in parse.children(i, "relcl", "acl"):
        bound = any(parse.tags[k] in ("WDT", "WP") and parse.deps[k] in ("dobj", "nsubjpass") for k in parse.kids[verb])
        bare = parse.deps[verb] == "acl" and parse.tags[verb] == "VBN"
        operator = frames.operator(parse, verb, "np", i) if bound or bare else None
        if operator and operator.name in PENDING and nouns.came_about(parse, i):
            continue
        if bound and frames.is_light(parse, verb):  # "the talks that will be held"
            state = _with_clause_of(parse, verb, state)
            continue
        if operator and _circles(parse, i, verb, operator.name):
            continue
        if operator and operator.name not in ("says", "factive", "evaluates", "implies", "starts", "causes"):
            state = _taken(parse, Link(verb, "np", "takes", operator), state)
    return state


def _circles(parse: Parse, i: int, verb: int, name: str) -> bool:
    """True if noun and verb would each be asked what the other makes of it ("It is the men accused who ask")."""
    over = links.link(parse, verb)
    back = over is not None and over.head == i and over.operator is not None and over.operator.name in ATTITUDES
    return back and name in ATTITUDES


def _climb(parse: Parse, at: int, step: Link, state: State) -> State:
    if verdicts.performs(parse, at, step.head):
        return state
    if step.kind == "instead":
        return compose(state, Effect("not_done", -2.0), (step.head,))
    if step.kind == "conj":
        return _shared(parse, at, step, state)
    if step.kind == "irrealis" and words.own(parse, step.head).negated:
        return state
    if step.kind in ("same", "irrealis"):
        return _with_clause_of(parse, step.head, state)
    return norms.ended(parse, at, step, state) or _taken(parse, step, state)


def _supposed(parse: Parse, step: Link, state: State) -> State:
    """As in "If they attack and burn the town", "once they begin shelling": one condition holds for all of it."""
    name = step.operator.name if step.operator else ""
    asked = clauses.question(parse, step.head) if name in (*ATTITUDES, *ASKABLE) else None
    if asked is not None and state.status in (
        "done",
        "possible",
        "future",
        "attempted",
    ):  # "Did they say that it left?"
        return State("unknown", -0.5, (*state.because, asked))
    if name in (*PRESUPPOSING, *ATTITUDES) or step.kind == "irrealis" or state.status in ("conditional", *NEGATIVE):
        return state
    found = (rule(parse, step.head) for rule in (clauses.condition, clauses.awaited))
    mark = next((k for k in found if k is not None), None)
    if mark is None:
        return state
    return compose(state, Effect("unknown" if parse.lower(mark) == "whether" else "conditional", -0.3), (mark,))


def _shared(parse: Parse, at: int, step: Link, state: State) -> State:
    """A coordinated verb without a subject and auxiliary of its own shares those of the first."""
    kids = [parse.deps[k] for k in parse.kids[at] if parse.lower(k) != "be"]
    alone = not any(dep in (*words.SUBJECTS, "aux", "auxpass") for dep in kids)
    bare = "VB" in (parse.tags[k] for k in (at, *parse.children(at, "auxpass")))
    same_form = bare or (parse.tags[at][:2] == parse.tags[step.head][:2] and parse.tags[step.head] != "VB")
    nor = {k for k in state.because if parse.lower(k) == "nor"}
    if not alone or not same_form or nor:
        return state
    if bare and clauses.is_imperative(parse, step.head):
        return compose(state, ASKED, ())
    first = words.own(parse, step.head)
    contrast = any(parse.lower(k) in ("but", "instead") for k in parse.kids[step.head])
    negated_noun = first.negated and contrast
    return state if negated_noun else compose(state, first.effect, first.because)


def _with_clause_of(parse: Parse, head: int, state: State) -> State:
    """Light verbs and copulas: the act has the verb's own polarity and modality."""
    mine = words.own(parse, head)
    there = parse.child(head, "expl") is not None and state.status == "done"
    if there and any(parse.lower(k) == "can" for k in parse.children(head, "aux")):  # "there can be no doubt"
        return state
    counted = set(mine.because) & set(state.because)
    if counted:  # "no attack took place": one negation, seen from both sides
        return state
    outer = _clause(parse, head, State(mine.effect.status, mine.effect.score, mine.because))
    if clauses.is_imperative(parse, head) and state.status == "done":
        return State(ASKED.status, ASKED.score, state.because)
    return compose(state, Effect(outer.status, outer.score), outer.because)


def _taken(parse: Parse, step: Link, state: State) -> State:
    """An operator over the act, itself perhaps negated or modal."""
    operator = step.operator
    if operator is None:
        return state
    mine = words.own(parse, step.head)
    negated = mine.negated
    if operator.name in ATTITUDES:
        outer = ruled(parse, step.head)
        negated = outer.status in NEGATIVE or (outer.status == "attempted" and outer.score < -1)
        over = links.link(parse, step.head)
        rebuffed = over is not None and over.operator is not None and over.operator.name == "rebuffs"
        if (outer.status == "denied" or rebuffed) and parse.pos[step.head] == "NOUN":  # "a claim that has been denied"
            return compose(state, lexicon.classes()["denies"].plain, (step.head, *outer.because))
    effect = norms.effect(parse, step.head, operator, negated)
    if operator.name == "purpose" and _exerts(parse, step.head):
        effect = ASKED
    if operator.name == "able" and mine.effect.status == "done" and parse.tags[step.head] != "NN":
        effect = Effect("done", 1.9) if _past(parse, step.head) else effect
    if operator.name in ("warns", "says", "believes") and state.status == "future" and _self(parse, step, state):
        effect = Effect("vowed", 1.2) if operator.name != "believes" else Effect("planned", 1.0)
    elif operator.name in ("says", "accuses", "admits") and effect.status == "done" and state.status == "future":
        return State("future", min(state.score, effect.score), state.because)
    result = compose(state, effect, (step.head, *(mine.because if mine.negated else ())))
    if operator.name in PRESUPPOSING:
        return result
    if clauses.is_imperative(parse, _copula(parse, step.head)):
        return compose(result if parse.deps[step.head] != "acomp" else state, ASKED, ())
    if mine.effect.status not in ("done", "not_done") and not mine.negated:
        result = compose(result, mine.effect, mine.because)
    return result


def _exerts(parse: Parse, i: int) -> bool:
    """As in "must act to protect", "should take steps to free": what the asked is asked for."""
    verb = parse.heads[i] if parse.pos[i] == "NOUN" and parse.deps[i] == "dobj" else i
    return parse.lemmas[verb] in lexicon.words("exert") and ruled(parse, verb).status == "asked"


def _copula(parse: Parse, i: int) -> int:
    """The "be" over an adjective ("Be sure to call"), else the word itself."""
    return parse.heads[i] if parse.deps[i] == "acomp" else i


def _past(parse: Parse, i: int) -> bool:
    tense = [parse.tags[k] for k in (i, parse.heads[i], *parse.kids[i])]
    return "VBD" in tense or "VBN" in tense


def _self(parse: Parse, step: Link, state: State) -> bool:
    """True if the act's subject is the speaker: "warned it would attack", "said they would leave"."""
    inner = next((k for k in parse.children(step.head, "ccomp", "parataxis")), None)
    subject = None if inner is None else parse.child(inner, "nsubj", "nsubjpass")
    return subject is not None and parse.lower(subject) in SELF
