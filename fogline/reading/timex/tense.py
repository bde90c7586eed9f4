"""Does a sentence look ahead or back from its report? By the verb above the time, with repairs where parses err.

Weekdays and months name no week or year: "the truce expired on Friday" is behind, "the truce expires on Friday" is
ahead, "agreed to meet on Friday" too, "failed to meet on Friday" not.
"""

from __future__ import annotations

import re
from functools import cache

from fogline.models.parse import Parse
from fogline.reading.timex.sense import Scene
from fogline.tables import lexicon_times as lexicon

MODALS = {"will", "shall", "'ll", "would", "may", "might", "could", "can", "must", "should", "wo", "ca", "'d"}
HAVE = {"have", "has", "'ve", "having"}
WAS = {"was", "were"}
NOW_BE = {"is", "are", "'re", "be", "am", "'s"}
CONDITIONS = {"if", "when", "once", "unless", "until", "before", "after"}
VERBAL = {"VERB", "AUX"}
AHEAD, BEHIND, UNSURE = 1, -1, 0
DEADLINE = re.compile(
    r"\b(?:until|till|through|by|no later than|ahead of|to|for)(?: (?:the|early|late|next|at least))* ?$", re.I
)

PENDING = re.compile(  # "will stay shut until Wednesday", whatever verb follows
    r"\b(?:will|shall|may|must|should|(?:is|are) to) (?:not )?(?:\w+ly )?"
    r"(?:stay|remain|be|keep|last|continue|run|hold|apply)\b[^.;,\n]{0,60}$",
    re.I,
)
HAD_BEEN_DUE = re.compile(
    r"\bhad (?:originally |initially |first )?been (?:due|scheduled|set|planned|expected|supposed|meant|to)\b"
    r"[^.;,\n]{0,60}\b(?:on|for) $"
)  # fmt: skip
AHEAD_OF = re.compile(r"\bahead of(?: (?:the|early|late|next))* ?$", re.I)


def direction(scene: Scene, start: int, end: int) -> int:
    """AHEAD, BEHIND or UNSURE for the expression at ``start`` to ``end``."""
    form, lemma = ("past", "") if _was_planned(scene.text, start) else verb_form(scene, start, end)
    if form == "none":
        form, lemma = _rough(scene.text, start, end)
    if form in ("present", "none") and _due_beside(scene.text, start, end):
        return AHEAD
    before = scene.text[max(0, start - 24) : start]
    granted = form != "past" or lemma in lexicon.verbs("grants") | lexicon.verbs("planned")
    pending = PENDING.search(scene.text, max(0, start - 90), start)
    if (DEADLINE.search(before) and (granted or pending)) or (form != "pluperfect" and AHEAD_OF.search(before)):
        return AHEAD
    if form in ("past", "perfect", "pluperfect"):
        return BEHIND
    if form == "future":
        return AHEAD
    if form == "present" and (lemma in lexicon.verbs("ahead") or lemma == "be"):
        return AHEAD
    return UNSURE


def _was_planned(text: str, start: int) -> bool:
    """As in "had been due to start on Monday": a plan that came to nothing, or is carried out by now."""
    return bool(HAD_BEEN_DUE.search(text, max(0, start - 90), start))


def _due_beside(text: str, start: int, end: int) -> bool:
    """As in "Friday's deadline", "the upcoming vote on Sunday"."""
    near = re.findall(r"\w+", text[max(0, start - 30) : start].lower())[-4:]
    near += re.findall(r"\w+", text[end : end + 20].lower())[:3]
    return any(word in lexicon.verbs("due") for word in near)


def verb_form(scene: Scene, start: int, end: int) -> tuple[str, str]:
    """The form (past, perfect, pluperfect, present, future, or none) and lemma of the verb above an expression."""
    if not scene.parse.parsed:
        return _rough(scene.text, start, end)
    parse = scene.parse
    inside = parse.tokens(start, end)
    if not inside:
        return "none", ""
    opens = _just_before(parse, inside[0])
    if _reports(parse, opens):
        return "past", parse.lemmas[opens]
    said = parse.lower(opens).removesuffix("s")
    known = lexicon.verbs("terms") if parse.tags[opens] == "NNS" else lexicon.verbs("ahead")
    if parse.tags[opens] in {"VBZ", "VBP", "NNS"} and said in known:  # the parser may take "begins" for a noun
        return "present", said
    top = next((i for i in inside if parse.heads[i] not in inside or parse.heads[i] == i), inside[0])
    verb = _verb_above(parse, top)
    if verb is None:
        return "none", ""
    return "past" if _granted_then(parse, verb, inside[0]) else form_of(parse, verb), parse.lemmas[verb]


def _granted_then(parse: Parse, verb: int, first: int) -> bool:
    """As in "martial law, extended in July, remains": bare, with a day in or on which it was done, not up to which."""
    bare = parse.tags[verb] == "VBN" and not any(True for _ in parse.children(verb, "aux", "auxpass"))
    return bare and parse.lemmas[verb] in lexicon.verbs("grants") and parse.lower(max(0, first - 1)) in ("in", "on")


def promised(scene: Scene, start: int, end: int) -> bool:
    """True if the verb above is a plain future seen from the report: "will meet", "is due to open", not "would"."""
    parse = scene.parse
    inside = parse.tokens(start, end)
    verb = _verb_above(parse, inside[0]) if inside else None
    if verb is None:
        return False
    helpers = {parse.lower(k) for k in parse.children(verb, "aux", "auxpass")}
    head = parse.heads[verb]
    above = {parse.lower(k) for k in parse.children(head, "aux", "auxpass")} | {parse.lower(head)}
    return bool(helpers & {"will", "shall", "'ll", "wo"} or ({"to"} & helpers and above & {"is", "are"}))


def _reports(parse: Parse, verb: int) -> bool:
    """As in "said on Friday it will ...": the day belongs to the verb it follows, wherever the parser hung it."""
    return parse.tags[verb] in {"VBD", "VBN"} and parse.lemmas[verb] in lexicon.verbs("reports")


def _just_before(parse: Parse, first: int) -> int:
    """The word before a time and its prepositions; the first token where there is none."""
    at = first - 1
    while at > 0 and parse.lower(at) in {"on", "late", "early", "in", "the", "this"}:
        at -= 1
    return max(at, 0)


def _verb_above(parse: Parse, token: int) -> int | None:
    for i in (token, *parse.ancestors(token)):
        if parse.pos[i] in VERBAL:
            return _main(parse, i)
    return None


def _main(parse: Parse, i: int) -> int:
    """The main verb of an auxiliary."""
    head = parse.heads[i]
    return head if parse.deps[i] in {"aux", "auxpass"} and parse.pos[head] in VERBAL else i


def form_of(parse: Parse, verb: int, depth: int = 0) -> str:
    """Past, perfect, pluperfect, present, future or none: what the verb group says of the time of its act."""
    helpers = {parse.lower(k) for k in parse.children(verb, "aux", "auxpass")}
    if helpers & MODALS:
        return "past" if helpers & HAVE else "future"
    if "to" in helpers:
        return _infinitive(parse, verb, helpers, depth)
    return _by_tag(parse, verb, helpers, depth)


def _infinitive(parse: Parse, verb: int, helpers: set[str], depth: int) -> str:
    """As in "to meet on Friday" looks ahead from its governor, unless that tells of the deed itself ("failed to")."""
    head = parse.heads[verb]
    if helpers & HAVE:
        return "past"
    bound = parse.lemmas[head] in lexicon.verbs("achieved") or parse.deps[verb] == "advcl"
    above = _verb_above(parse, head) if bound and head != verb else None
    return form_of(parse, above, depth + 1) if above is not None and above != verb and depth < 3 else "future"


def _by_tag(parse: Parse, verb: int, helpers: set[str], depth: int) -> str:
    tag, head = parse.tags[verb], parse.heads[verb]
    if tag == "VBN":
        return _participle(parse, verb, helpers)
    if tag == "VBD" or helpers & WAS or "did" in helpers:
        return "past"
    if tag == "VBG" and helpers & (HAVE | NOW_BE):
        return "perfect" if helpers & HAVE else "present"
    shared = parse.deps[verb] in {"conj", "advcl", "acl", "pcomp", "csubj", "xcomp", "prep", "amod"}
    if tag in {"VBG", "VB"} and shared and depth < 3:
        above = head if parse.pos[head] in VERBAL else _verb_above(parse, head)
        return form_of(parse, above, depth + 1) if above is not None and above != verb else "none"
    return _present(parse, verb) if tag in {"VBZ", "VBP"} else "none"


def _present(parse: Parse, verb: int) -> str:
    """As in "if no deal is reached by Sunday": a condition looks ahead."""
    conditional = any(parse.lower(k) in CONDITIONS for k in parse.children(verb, "mark", "advmod"))
    return "future" if conditional else "present"


def _participle(parse: Parse, verb: int, helpers: set[str]) -> str:
    planned = parse.lemmas[verb] in lexicon.verbs("planned")
    if "had" in helpers:
        return "pluperfect"
    if helpers & HAVE:
        return "future" if planned and "been" in helpers else "perfect"
    if planned and not helpers & WAS:
        return "future"
    if helpers & WAS:
        return "past"
    return "present" if helpers & NOW_BE else "past"


def nowadays(scene: Scene, match: re.Match[str]) -> bool:
    """As in "Today the area is bilingual": what a thing is or has, in the simple present, is so on more than one day.

    Where somebody is ("the envoy is in Paris today"), and what speakers are ("today we are proud"), is the day's own.
    """
    parse, inside = scene.parse, scene.parse.tokens(match.start(), match.end())
    verb = _verb_above(parse, inside[-1]) if inside and match["d"].lower() == "today" else None
    if verb is None or parse.tags[verb] not in ("VBZ", "VBP") or parse.lemmas[verb] not in lexicon.verbs("lasting"):
        return False
    subject = next(iter(parse.children(verb, "nsubj")), None)
    if subject is None or subject in inside or parse.pos[subject] == "PRON" or any(parse.children(verb, "aux")):
        return False
    return parse.lemmas[verb] != "be" or any(True for _ in parse.children(verb, "attr", "acomp"))


NO_VERB = r"(?:the|an?|its|his|her|their|this|that|[A-Z\d]\w*)\b"  # "according to its summary"


@cache
def _looks_ahead() -> re.Pattern[str]:
    verbs = "|".join(sorted(f"{v}s?" for v in lexicon.verbs("ahead")))
    modals = "will|shall|would|may|might|could|can|must|should"
    return re.compile(rf"\b(?:(?:{modals}|(?<!according )to (?!{NO_VERB})\w+|due|scheduled|expected)|{verbs})\b")


LOOKS_BACK = re.compile(r"\b(?:(has|have)|(had)|was|were|did|said|told|left|began|went|took|made|hit|fell|\w{2,}ed)\b")


def _rough(text: str, start: int, end: int) -> tuple[str, str]:
    """Without a parse: the nearest verb-like word before the expression in its clause, else the first one after."""
    before = re.split(r"[.;:\n]", text[max(0, start - 160) : start])[-1]
    after = re.split(r"[.;:\n]", text[end : end + 160])[0]
    marks = [(m.start(), _mark(m)) for p in (_looks_ahead(), LOOKS_BACK) for m in p.finditer(before)]
    if marks:
        return max(marks, key=lambda mark: (mark[0], mark[1] == "future"))[1], ""
    marks = [(m.start(), _mark(m)) for p in (_looks_ahead(), LOOKS_BACK) for m in p.finditer(after)]
    return (min(marks, key=lambda mark: (mark[0], mark[1] != "future"))[1] if marks else "none"), ""


def _mark(m: re.Match[str]) -> str:
    if m.re is not LOOKS_BACK:
        return "future"
    return "perfect" if m[1] else "pluperfect" if m[2] else "past"
