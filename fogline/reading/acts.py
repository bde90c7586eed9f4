"""Everything told to be done, and whether it is so.

An act is a verb of doing (public speech included) or a noun that names a doing ("shelling", "talks"), whether the
ontology codes it or not. A light verb and its noun ("carried out an attack") are one act, at the noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fogline.models.parse import Parse
from fogline.reading import factuality, opinions
from fogline.reading.factuality import SELF
from fogline.reading.factuality_states import State
from fogline.reading.factuality_words import SUBJECTS, first_joined
from fogline.records import Act, Attribution, Claim, Reading, Report, Span, identify
from fogline.tables import lexicon_acts as lexicon
from fogline.tables import ontology

AUXILIARY = ("aux", "auxpass", "cop")
PHASES = frozenset(
    ("start", "begin", "continue", "stop", "halt", "cease", "end", "suspend", "resume", "keep", "finish")
)
HELPERS = frozenset(("try", "manage", "fail", "seem", "appear", "tend", "use", "go", "come", "help", "need", "get"))
VOWING = {"threaten": "threatened", "vow": "vowed", "promise": "promised"}


def find_acts(report: Report, parse: Parse, so_far: Reading) -> tuple[Act, ...]:
    """Every act the report tells, in text order, with its claim and its status in that voice's eyes.

    ``claim`` is the id of the innermost claim whose content holds the trigger, None where no claim does.
    """
    holder = _Holder(so_far.claims, so_far.attributions)
    return tuple(_act(report, parse, i, span, holder) for i, span in triggers(parse))


def triggers(parse: Parse) -> Iterator[tuple[int, Span]]:
    """Tokens that tell an act, each with the span of its words (a particle is part of them: "called off").

    >>> from fogline.models.english import parse
    >>> from fogline.reading.sentences import sentences
    >>> text = "Rebels carried out an attack and called off the talks."
    >>> [text[a:b] for _, (a, b) in triggers(parse(text, sentences(text)))]
    ['attack', 'called off', 'talks']
    """
    for i in range(len(parse)):
        ruled = is_act_verb(parse, i) if parse.pos[i] == "VERB" else is_act_noun(parse, i)
        if ruled or opinions.tells_event(parse, i):
            yield i, _words(parse, i)


def is_act_verb(parse: Parse, i: int) -> bool:
    """True for a verb of doing: no auxiliary, no state, no light, phase or raising verb that another act fills."""
    lemma = parse.lemmas[i]
    if parse.deps[i] in AUXILIARY or not parse.word(i).isalpha():
        return False
    if parse.deps[i] in ("amod", "compound") or _measures(parse, i) or _again(parse, i) or _is_idiom(parse, i):
        return False
    if lemma in lexicon.words("state") and parse.child(i, "xcomp") is None:
        return False
    if _filled(parse, i) or _reporting_adverbial(parse, i):
        return False
    filled = parse.child(i, "xcomp") is not None
    return not (filled and (lemma in HELPERS or lemma in PHASES or lemma in lexicon.words("state")))


def _again(parse: Parse, i: int) -> bool:
    """As in "shoulder to shoulder"."""
    return i > 1 and parse.lower(i - 1) == "to" and parse.lower(i - 2) == parse.lower(i)


def _is_idiom(parse: Parse, i: int) -> bool:
    """As in "years to come", "left as planned", "the road runs to Gao", "advise and assist teams"."""
    lemma, over = parse.lemmas[i], parse.heads[i]
    if lemma == "come" and parse.tags[i] == "VB" and parse.lemmas[over] in lexicon.words("period"):
        return True
    if parse.tags[i] == "VBN" and i and parse.lower(i - 1) == "as" and lemma in lexicon.words("foreseen"):
        return len(list(parse.kids[i])) <= 1
    if lemma in lexicon.words("extend") and parse.tags[i] in ("VBZ", "VBP"):
        subject = parse.child(i, "nsubj")
        return subject is not None and parse.lemmas[subject] in lexicon.words("way")
    return parse.tags[i] == "VB" and _is_label(parse, i)


def _is_label(parse: Parse, i: int) -> bool:
    """A bare verb where a noun should stand ("advise and assist teams"), or beside a gerund or an adjective."""
    if any(parse.tags[k] in ("TO", "MD") or parse.lower(k) in ("do", "does", "did") for k in parse.children(i, "aux")):
        return False
    first = first_joined(parse, i)
    if parse.child(i, *SUBJECTS) is not None:
        return False
    if first == i or parse.tags[first] == "VB":
        named = parse.deps[first] in ("dobj", "nsubj") or (
            parse.deps[first] == "pobj" and first - parse.heads[first] < 2
        )
        return named and parse.lower(parse.heads[first]) not in ("but", "except", "than")
    return parse.lower(i).endswith("wide") or parse.lemmas[i] in lexicon.words("label")


def _filled(parse: Parse, i: int) -> bool:
    """A light verb whose object names the act."""
    lemma = parse.lemmas[i]
    particle = next((parse.lower(k) for k in parse.children(i, "prt")), None)
    full = f"{lemma} {particle}" if particle else lemma
    things = list(parse.children(i, "dobj", "nsubjpass"))
    if parse.deps[i] == "relcl" and any(parse.tags[k] == "WDT" for k in things):  # "talks that will be held"
        things.append(parse.heads[i])
    if full in lexicon.words("light"):
        return any(is_act_noun(parse, k) for k in things)
    happens = full in lexicon.words("occur") or (lemma == "take" and any(parse.lemmas[k] == "place" for k in things))
    return happens and any(is_act_noun(parse, k) for k in parse.children(i, "nsubj"))


def _reporting_adverbial(parse: Parse, i: int) -> bool:
    """As in "according to", "following the strike", "including": participles that only join."""
    return parse.lower(i) in ("according", "following", "including", "regarding", "concerning", "pending", "given")


def is_act_noun(parse: Parse, i: int) -> bool:
    """True for a noun that names an act and heads its phrase ("drone strike": "strike")."""
    if parse.pos[i] not in ("NOUN", "PROPN") or _is_modifier(parse, i):
        return False
    if parse.pos[i] == "PROPN" and parse.word(i)[0].isupper():
        return False
    known = lexicon.act_nouns()
    lemma, word = parse.lemmas[i], parse.lower(i)
    if _names_no_act(parse, i):
        return False
    compound = f"{parse.lower(i - 1)} {lemma}" if i else lemma
    if compound in ontology.nouns():
        return compound in known
    return lemma in known or word in known


def _is_modifier(parse: Parse, i: int) -> bool:
    """As in "strike group", "maintenance and operations teams", "within shelling range"."""
    first = parse.heads[i]
    if parse.deps[i] == "conj" and parse.deps[first] in ("compound", "nmod", "amod"):
        return parse.heads[first] > i
    return _measures(parse, i) or parse.deps[i] in ("compound", "npadvmod", "nmod")


def _measures(parse: Parse, i: int) -> bool:
    """As in "within firing range"."""
    return i + 1 < len(parse) and parse.lower(i + 1) in ("range", "distance")


def _names_no_act(parse: Parse, i: int) -> bool:
    """As in "in order to", "press release", "area of operations", "the opposition", "the release said"."""
    lemma, before, head = parse.lemmas[i], parse.lower(i - 1) if i else "", parse.heads[i]
    if any(phrase in lexicon.words("no_act") for phrase in _phrases(parse, i, before)):
        return True
    if parse.deps[i] == "nsubj" and parse.lemmas[head] in lexicon.words("speech") and parse.tags[i] == "NN":
        return True
    if (
        lemma == "release"
        and parse.deps[i] == "pobj"
        and parse.lower(head) == "to"
        and parse.lower(head - 1) == "according"
    ):
        return True
    if _is_borne(parse, i, head):
        return True
    if lemma == "address" and parse.deps[i] == "dobj" and parse.lemmas[head] in lexicon.words("light"):
        return False
    group = (parse.tags[i] != "NNS" and lemma in lexicon.words("group")) or lemma in lexicon.words("thing_without")
    with_ = (f"{lemma} {parse.lower(k)}" for k in parse.children(i, "prep"))
    return group and not any(key in lexicon.words("act_with") for key in with_)


def _phrases(parse: Parse, i: int, before: str) -> Iterator[str]:
    """As in "press release", "in release", "line of effort", "flight of step"."""
    yield f"{before} {parse.lemmas[i]}"
    if parse.deps[i] == "pobj":
        prep = parse.heads[i]
        yield f"{parse.lower(prep)} {parse.lemmas[i]}"
        yield f"{parse.lemmas[parse.heads[prep]]} {parse.lower(prep)} {parse.lemmas[i]}"
    for prep in parse.children(i, "prep"):
        yield from (f"{parse.lemmas[i]} {parse.lower(prep)} {parse.lemmas[k]}" for k in parse.children(prep, "pobj"))


def _is_borne(parse: Parse, i: int, of: int) -> bool:
    """As in "minister of trade", "area of operations"."""
    bare = parse.deps[i] == "pobj" and parse.child(i, "det", "poss", "amod", "prep") is None
    return bare and parse.lower(of) == "of" and parse.lemmas[parse.heads[of]] in lexicon.words("bearer")


def _words(parse: Parse, i: int) -> Span:
    particle = i + 1 if i + 1 < len(parse) and parse.deps[i + 1] == "prt" and parse.heads[i + 1] == i else i
    return Span(parse.starts[i], parse.ends[particle])


def _depth(voice: str | None, parents: Mapping[str, str | None]) -> int:
    """How many voices stand around a voice, itself included; 0 for the outlet."""
    depth = 0
    while voice is not None and depth <= len(parents):
        voice, depth = parents.get(voice), depth + 1
    return depth


class _Holder:
    """Finds the innermost claim over a span: the deepest voice, then the shortest words."""

    def __init__(self, claims: Sequence[Claim], voices: Sequence[Attribution]) -> None:
        parents = {v.id: v.parent for v in voices}
        rows = [
            (
                c.content[0].start,
                c.content[-1].end,
                (-_depth(c.attribution, parents), sum(b - a for a, b in c.content)),
                c,
            )
            for c in claims
        ]
        self._rows = sorted(rows, key=lambda row: row[:3])
        self._live: list[tuple[int, int, tuple[int, int], Claim]] = []
        self._next = 0

    def over(self, span: Span) -> Claim | None:
        """Triggers come in text order, so claims that end before this one are dropped for good."""
        while self._next < len(self._rows) and self._rows[self._next][0] <= span.start:
            self._live.append(self._rows[self._next])
            self._next += 1
        self._live = [row for row in self._live if row[1] > span.start]
        fits = [row for row in self._live if any(a <= span.start and span.end <= b for a, b in row[3].content)]
        return min(fits, key=lambda row: row[2])[3] if fits else None


def _act(report: Report, parse: Parse, i: int, span: Span, holder: _Holder) -> Act:
    claim = holder.over(span)
    state = _in_voice(parse, i, factuality.judge(parse, i), claim)
    return factuality.act(parse, span, state, identify("act", report.id, *span), claim.id if claim else None)


def _in_voice(parse: Parse, i: int, state: State, claim: Claim | None) -> State:
    """A claim that is a threat, vow or promise makes its speaker's "will" one, also across sentences of a quote."""
    if claim is None or claim.attribution is None or state.status not in ("planned", "forecast"):
        return state
    subject = parse.child(i, "nsubj")
    own = subject is not None and parse.lower(subject) in SELF
    if not own or not any(parse.tags[k] == "MD" for k in parse.children(i, "aux")):
        return state
    hostile = parse.lemmas[i] in lexicon.hostile()
    return State("threatened" if hostile else "promised", state.score, state.because)
