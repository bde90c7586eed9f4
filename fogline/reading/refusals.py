"""What looks like a voice and is none: silence, acts still to come, thoughts inside a quotation, deeds of things.

Each rule is a small question about one draft; a draft that any of them answers with yes is left out. A missing loose
voice costs less than words put into somebody's mouth.
"""

from __future__ import annotations

from collections.abc import Callable

from fogline.models.parse import Parse
from fogline.reading.cues import FINITE, FIRST_PERSON, NEGATIONS, negated
from fogline.reading.raised import NAMING
from fogline.reading.sources import SUBJECTS, agent, passive
from fogline.reading.speakers import can_testify, is_abstract
from fogline.reading.voices import Page, Tokens, Voice

STANCES = {"confirm", "deny", "admit"}  # "has not confirmed": silence on a claim that is nevertheless there
REACTIONS = STANCES | {"criticise", "praise", "doubt"}  # "denied it", "condemned this"
OBJECTS = ("object_phrase", "passive_object", "infinitive")
UNOWNED = ("passive_object", "phrase", "statement", "quoted", "")  # ways in which a voice may lack a source
HEARSAY = {"report", "say", "allege", "claim", "describe", "frame", "portray"}
TOLD = {
    *HEARSAY, "deny", "confirm", "verify", "accuse", "blame", "estimate", "criticise", "criticize", "condemn", "ask",
}  # fmt: skip
ADDRESSEES = {
    "him", "her", "them", "me", "us", "you", "himself", "herself", "themselves", "i", "he", "she", "we", "they",
}  # fmt: skip
DEEDS = {
    "threaten", "challenge", "promise", "defend", "attack", "dispute", "guarantee", "condemn", "demand", "question",
}  # fmt: skip
REJECTING = {"dismiss", "reject", "rebuff", "refute", "rebut"}
DENIABLE = {  # what can be true or false, or be said
    "claim", "allegation", "accusation", "charge", "assertion", "contention", "argument", "statement", "suggestion",
    "report", "rumour", "rumor", "speculation", "criticism", "complaint", "belief", "view", "notion", "idea", "theory",
    "account", "version", "figure", "number", "finding", "conclusion", "comparison", "characterisation",
    "characterization", "description", "insinuation", "implication", "testimony", "fear", "concern", "talk", "blame",
    "responsibility", "involvement", "guilt", "link", "warning", "prediction", "narrative", "assessment", "remark",
    "comment", "evidence", "verdict", "premise",
}  # fmt: skip
TALKING = {"discuss", "talk", "speak", "refer"}
GOING_ON = {"continue", "go", "begin", "start", "proceed", "decline", "refuse"}
DONE = {"praise", "authorise", "order", "offer", "doubt", "threaten", "other"}  # acts that can be done without words
DEMONSTRATIVES = {"it", "this", "that", "so", "what", "which"}


def admitted(page: Page, voice: Voice) -> bool:
    """True for a voice that the text lets speak."""
    return not any(rule(page, voice) for rule in REFUSALS)


def inside_quotation(page: Page, voice: Voice) -> bool:
    """Inside another's quoted words only a named speaker's finite saying is a voice, not "I say" or a thought."""
    if not page.quoted(voice.head):
        return False
    parse = page.parse
    named = any(parse.pos[i] in ("NOUN", "PROPN") for i in voice.source)
    speech = voice.kind in ("speech", "writing") and parse.tags[voice.head] in FINITE
    return not (speech and named) or _says_i(parse, voice.source)


def nobody(page: Page, voice: Voice) -> bool:
    """No source, and no construction that goes without one; a thought needs its thinker."""
    if voice.source:
        return False
    if voice.kind == "thought":
        return voice.way != "passive_object" and not passive(page.parse, voice.head)
    if voice.way in ("infinitive", "clause"):
        hearsay = voice.act in ("say", "claim", "forecast", "accuse", "confirm", "announce")
        return not hearsay or (voice.way == "infinitive" and page.parse.lemmas[voice.head] == "tell")
    return voice.way not in UNOWNED and voice.kind != "hearsay" and not passive(page.parse, voice.head)


def anybody(page: Page, voice: Voice) -> bool:
    """The reader's "you", a question's "who", an empty "there", or a clause taken for a speaker."""
    parse = page.parse
    words = {parse.lower(i) for i in page.words(voice.source)}
    if words == {"those", "who"}:
        return True
    if words and words <= {"you", "who", "what", "which", "that", "there", "’s", "'s"} and not page.quoted(voice.head):
        return True
    return any(parse.tags[i] in ("VBZ", "VBD", "MD") and parse.deps[i] == "ROOT" for i in voice.source) or _misread(
        page, voice
    )


def _misread(page: Page, voice: Voice) -> bool:
    """As in "this reinforces fears": the parser took a verb for part of the speaker."""
    source = page.words(voice.source)
    return len(source) == 2 and page.parse.lower(source[0]) in ("this", "that") and page.parse.tags[source[1]] == "NNS"


def unsaid(page: Page, voice: Voice) -> bool:
    """As in "did not say how many", "has not commented": not saying puts nothing forward."""
    if voice.kind not in ("speech", "writing", "evidence") or voice.act in STANCES:
        return False
    if voice.source and page.parse.lower(voice.source[0]) in ("no", "nobody", "none", "neither"):
        return True
    nothing = any(page.parse.lower(i) in ("nothing", "little") for i in page.parse.children(voice.head, "dobj"))
    return nothing or negated(page, voice.head) or any(page.parse.lower(i) in NEGATIONS for i in voice.cue)


def to_come(page: Page, voice: Voice) -> bool:
    """As in "will ask", "could call for": an act that may follow, and no saying yet."""
    if voice.way in ("quoted", "phrase") or voice.kind == "hearsay":
        return False
    if voice.act in STANCES and negated(page, voice.head):
        return False
    return any(page.parse.tags[i] == "MD" for i in voice.cue)


def deed(page: Page, voice: Voice) -> bool:
    """A thing or a process that "denies", "shows" or "orders" without being able to speak."""
    if voice.kind == "evidence" and voice.way in (*OBJECTS, "clause"):
        return not can_testify(page, voice.source)
    if voice.way == "object_phrase" and page.parse.lemmas[voice.head] in DEEDS and voice.source:
        return not can_testify(page, voice.source)
    return voice.way in OBJECTS and is_abstract(page, voice.source)


def purpose(page: Page, voice: Voice) -> bool:
    """As in "met to call for", "an order to deny": an infinitive that tells what something is for."""
    parse = page.parse
    if voice.way == "quoted" or not to_infinitive(parse, voice.head):
        return False
    if parse.lemmas[voice.head] in TALKING:
        return parse.deps[voice.head] != "xcomp" or parse.lemmas[parse.heads[voice.head]] not in GOING_ON
    named = any(parse.lower(i) not in ("it", "there", "this", "that") for i in voice.source)
    return not (named and parse.deps[voice.head] in ("xcomp", "conj", "ROOT", "advcl"))


def empty(page: Page, voice: Voice) -> bool:
    """The content is the one spoken to, or a lone adjective ("asked him", "deemed safe")."""
    parse = page.parse
    words = page.words(voice.content)
    if voice.way == "passive_object" and parse.lemmas[voice.head] == "ask":  # "asked about it in parliament"
        return len(words) < 2 or parse.lower(words[1]) in DEMONSTRATIVES
    if not words or len(words) > 1 or voice.way in ("quoted", "phrase", "statement"):
        return not words
    word = parse.lower(words[0])
    if parse.pos[words[0]] in ("ADJ", "ADV") and not page.quoted(words[0]):
        return True
    return word in ADDRESSEES or (word in DEMONSTRATIVES and voice.act not in REACTIONS)


def wordless_clause(page: Page, voice: Voice) -> bool:
    """A clause without a verb is the parser's mistake ("considers both the cost and that of ...")."""
    verbs = any(page.parse.pos[i] in ("VERB", "AUX") for i in voice.content)
    return voice.way == "clause" and not verbs


def told_act(page: Page, voice: Voice) -> bool:
    """As in "was announced in London", "has been declared a closed area": an act told by the outlet itself."""
    if voice.way != "passive_object" or voice.kind == "thought":
        return False
    if voice.source:
        return voice.act in ("announce", "order", "authorise") and _bare(page, voice.content)
    return page.parse.lemmas[voice.head] not in TOLD


def named_only(page: Page, voice: Voice) -> bool:
    """As in "a spokesman quoted by an agency": the noun is no content of the agency's."""
    verb = voice.head
    return page.parse.lemmas[verb] in ("quote", "cite") and passive(page.parse, verb) and _bare(page, voice.content)


def also_known(page: Page, voice: Voice) -> bool:
    """As in "the airfield, also called Q-West": a name, and nobody who gives it."""
    parse, verb = page.parse, voice.head
    if parse.lemmas[verb] not in NAMING or agent(page, verb) or voice.way == "for_whom":
        return False
    if verb > 1 and parse.lower(verb - 1) in ("also", "otherwise", "commonly") and parse.word(verb - 2) in (",", "("):
        return True
    bare = parse.tags[verb] == "VBN" and not any(True for _ in parse.children(verb, "aux", "auxpass", *SUBJECTS))
    return bare and parse.deps[verb] in ("acl", "advcl")


def manner(page: Page, voice: Voice) -> bool:
    """As in "by welcoming refugees", "without naming them": how something is done; not "with officials accusing"."""
    parse = page.parse
    gerund = parse.tags[voice.head] == "VBG" and parse.deps[voice.head] == "pcomp"
    gerund = gerund and parse.child(voice.head, *SUBJECTS) is None
    by_doing = voice.act in DONE or parse.lower(parse.heads[voice.head]) == "without"
    return gerund and by_doing and voice.way in (*OBJECTS, "about") and parse.lower(parse.heads[voice.head]) != "as"


def anonymity(page: Page, voice: Voice) -> bool:
    """As in "asked not to be named": how the voice speaks, not what it says."""
    words = [page.parse.lower(i) for i in page.words(voice.content)][:6]
    return "not" in words[:2] and bool({"named", "identified", "quoted"} & set(words))


def deed_of_refusing(page: Page, voice: Voice) -> bool:
    """As in "dismissed the general", "rejected the offer": only what is said can be denied."""
    parse = page.parse
    if parse.lemmas[voice.head] not in REJECTING or voice.way == "quoted":
        return False
    words = [parse.lemmas[i] for i in voice.content]
    sayable = any(w in DENIABLE for w in words) or "as" in words or any(map(page.quoted, voice.content))
    pronoun = len(page.words(voice.content)) == 1 and words[0] in DEMONSTRATIVES
    return not (sayable or pronoun or voice.way == "clause")


def interrogation(page: Page, voice: Voice) -> bool:
    """As in "the mayor was questioned by the police"."""
    asked = page.parse.lemmas[voice.head] == "question" and voice.way == "passive_object"
    return asked and can_testify(page, tuple(i for i in voice.content if i < voice.head))


def relative_part(page: Page, voice: Voice) -> bool:
    """As in "the strike that [the navy launched] confirms": a piece of a relative clause, and nobody who speaks."""
    parse, source = page.parse, voice.source
    if not source or source[0] == parse.sentence(source[0]).start or voice.way in ("phrase", "statement"):
        return False
    if parse.lower(source[0] - 1) not in ("that", "which", "whom", "who"):
        return False
    return any(parse.tags[i] in ("VBD", "VBZ", "VBP", "VBN") for i in source) and source[-1] == voice.head - 1


def _bare(page: Page, content: Tokens) -> bool:
    return not any(page.parse.pos[i] in ("VERB", "AUX") for i in content)


def _says_i(parse: Parse, source: Tokens) -> bool:
    return not source or any(parse.lower(i) in FIRST_PERSON for i in source)


def to_infinitive(parse: Parse, verb: int) -> bool:
    """True for "to say"."""
    return parse.tags[verb] == "VB" and any(parse.tags[k] == "TO" for k in parse.kids[verb])


REFUSALS: tuple[Callable[[Page, Voice], bool], ...] = (
    inside_quotation, nobody, anybody, unsaid, to_come, deed, purpose, empty, wordless_clause, told_act, named_only,
    also_known, manner, anonymity, deed_of_refusing,
    interrogation, relative_part,
)  # fmt: skip
