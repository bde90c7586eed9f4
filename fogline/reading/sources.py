"""The words that stand for a voice: which noun phrase speaks, found through the parse and past its known errors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fogline.models.parse import Parse
from fogline.reading.joined import sharer
from fogline.reading.noun_phrases import NOUNS, name_to, noun_before, person, phrase, with_office
from fogline.reading.voices import Page, Tokens

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVE = {"who", "which", "that", "whom"}
EXPLETIVE = {"it", "there"}
FINITE = ("VBD", "VBZ", "VBP")
OBJECT_CONTROL = {
    "urge", "ask", "tell", "order", "force", "allow", "call", "invite", "encourage", "press", "persuade", "want",
    "expect", "help", "get", "lead", "prompt",
}  # fmt: skip
ACCUSING = {"accuse", "charge", "blame", "order", "urge", "tell"}  # never without somebody as object
CLOCK = re.compile(  # "14:48 " before an entry of a live blog
    r"\s*(?:\d{1,2}:\d{2}|\d{1,2}h\d{2}|\d{1,2}\.\d{2}(?=\s*(?:[A-Z]{3,4}\b|[ap]\.?m|[-–—:|])))"
    r"(?:\s*(?:[A-Z]{3,4}\b|[ap]\.?m\b\.?))?\s*[-–—:|]?\s+(?=\S)"
)
DATELINE = re.compile(  # "GENEVA, May 2 -" or "Geneva (Wire) -"
    r"\s*(?:[A-Z][A-Z.’'-]{2,}[\w., ]{0,30}(?:\([\w /]{2,20}\))?|[A-Z][\w.,’ ]{2,30}\([\w /]{2,20}\))"
    r"\s*(?:[-–—]|--)\s+(?=\S)"
)


def passive(parse: Parse, verb: int) -> bool:
    """True for "was told", "has been framed", and for a bare participle after a noun ("the move praised by")."""
    if any(True for _ in parse.children(verb, "auxpass", "nsubjpass", "agent")):
        return True
    bare = parse.tags[verb] == "VBN" and parse.deps[verb] in ("acl", "advcl")
    return (bare or _joined_to_passive(parse, verb)) and parse.child(verb, "aux", "dobj") is None


def _joined_to_passive(parse: Parse, verb: int) -> bool:
    """As in "was captured by the brigade and accused of spying": the brigade need not accuse."""
    head = parse.heads[verb]
    alike = parse.deps[verb] == "conj" and parse.tags[head] == "VBN" and parse.child(head, "auxpass") is not None
    accused = parse.tags[verb] == "VBD" and parse.lemmas[verb] in ACCUSING
    return alike and (parse.tags[verb] == "VBN" or accused)


def speaker(page: Page, verb: int, depth: int = 0) -> Tokens:
    """Who says it, for a cue verb; empty where the text gives nobody."""
    parse = page.parse
    if depth > 6:
        return ()
    if passive(parse, verb):
        return agent(page, verb)
    shared = _beyond_relative(page, verb)
    shared = sharer(page, verb) if shared is None else shared
    if shared is not None:
        return speaker(page, shared, depth + 1)
    for way in (_spoken_to, _with_absolute, _quoted_as, _before_noun_tag):
        found = way(page, verb)
        if found:
            return found
    subject = own_subject(page, verb)
    if subject is not None:
        return with_office(page, _subject_phrase(page, subject, verb))
    found = _inherited(page, verb, depth) or _inverted(page, verb)
    return found or (beside(page, verb) or _sentence_subject(page, verb) if not depth else ())


def _beyond_relative(page: Page, verb: int) -> int | None:
    """As in "The case shows what the group has done and affirms the need": "affirms" goes with "shows", not "done"."""
    parse = page.parse
    inner = parse.heads[verb]
    if parse.deps[verb] != "conj" or parse.tags[verb] not in FINITE or parse.deps[inner] != "relcl":
        return None
    if parse.tags[inner] in FINITE or parse.child(verb, *SUBJECTS) is not None:
        return None
    return next((k for k in parse.ancestors(inner) if parse.tags[k] in FINITE and parse.pos[k] == "VERB"), None)


def _sentence_subject(page: Page, verb: int) -> Tokens:
    """A participle that hangs nowhere speaks for the sentence's subject."""
    parse = page.parse
    if parse.tags[verb] != "VBG" or parse.deps[verb] not in ("advcl", "acl", "conj", "ccomp", "dep", "pcomp"):
        return ()
    root = next((i for i in parse.sentence(verb) if parse.heads[i] == i), verb)
    subject = own_subject(page, root)
    return phrase(page, subject, verb) if subject is not None and subject < verb else ()


def own_subject(page: Page, verb: int) -> int | None:
    """The verb's subject, the nearest if several, never from another quotation; nobody is told "told the agency"."""
    parse = page.parse
    subjects = [k for k in parse.children(verb, *SUBJECTS) if page.quote_of[k] == page.quote_of[verb]]
    subjects = [k for k in subjects if k < verb or parse.lemmas[verb] != "tell"]
    near = min(subjects, key=lambda k: abs(k - verb), default=None)
    return next((k for k in subjects if _described_up_to(parse, k, near)), near)


def _described_up_to(parse: Parse, subject: int, near: int | None) -> bool:
    """As in "An analyst who had seen the note said": the note is what was seen, whatever the arcs say."""
    return near is not None and any(subject < k < near for k in parse.children(subject, "relcl"))


def beside(page: Page, verb: int) -> Tokens:
    """The noun phrase right before a finite verb whose subject the parser lost, or right behind "..., said"."""
    parse = page.parse
    if parse.tags[verb] not in ("VBD", "VBZ", "VBP"):
        return ()
    sentence = parse.sentence(verb)
    at = verb - 1
    while at > sentence.start and (parse.pos[at] in ("AUX", "ADV") or parse.word(at) == ","):
        at -= 1
    described = described_speaker(page, verb)
    if described:
        return described
    if at >= sentence.start and parse.pos[at] in NOUNS and not page.quoted(at):
        return name_to(page, at, -1, sentence)
    quoted = verb > sentence.start and (page.quoted(verb - 1) or parse.word(verb - 1) == ",")
    if quoted and verb + 1 < sentence.stop and parse.pos[verb + 1] in (*NOUNS, "DET", "ADJ"):
        return name_to(page, verb + 1, 1, sentence)
    return ()


def described_speaker(page: Page, verb: int) -> Tokens:
    """All between a quoted passage and its verb: "..., the envoy, who had arrived on Monday, told reporters"."""
    parse = page.parse
    between: list[int] = []
    for i in range(verb - 1, max(parse.sentence(verb).start, verb - 25) - 1, -1):
        if page.quoted(i):
            between = list(page.words(between))
            return tuple(range(min(between), max(between) + 1)) if any(parse.pos[k] in NOUNS for k in between) else ()
        between.append(i)
    return ()


def agent(page: Page, verb: int) -> Tokens:
    """The voice behind a passive: "denied by the ministry"."""
    parse = page.parse
    for by in (*parse.children(verb, "agent", "prep"), *_deeper_by(parse, verb)):
        noun = parse.child(by, "pobj") if parse.lower(by) == "by" else None
        if noun is not None and parse.pos[noun] in NOUNS:
            return phrase(page, noun)
    return ()


def _deeper_by(parse: Parse, verb: int) -> Iterator[int]:
    """A "by" that the parser hung one step too low ("described as spy ships by the navy")."""
    for prep in parse.children(verb, "prep", "oprd"):
        for inner in parse.subtree(prep):
            if inner > prep and parse.lower(inner) == "by" and parse.pos[parse.heads[inner]] == "NOUN":
                yield inner


def _subject_phrase(page: Page, subject: int, verb: int) -> Tokens:
    parse = page.parse
    word = parse.lower(subject)
    if word in EXPLETIVE and (word == "there" or _noperson(parse, verb)):
        return ()
    if word in RELATIVE and parse.tags[subject] in ("WP", "WDT"):
        clause = next((i for i in (verb, *parse.ancestors(verb)) if parse.deps[i] in ("relcl", "acl")), None)
        before = parse.heads[clause] if clause is not None else noun_before(page, subject)
        before = person(page, before) if before is not None and word == "who" else before
        found = phrase(page, before, subject) if before is not None and before < subject else ()
        loose = word == "which" and parse.word(subject - 1) == ","  # a further remark, no part of the name
        return found if found and loose else (*found, subject)
    if parse.pos[subject] in NOUNS or parse.pos[subject] in ("NUM", "DET", "ADJ"):
        return phrase(page, subject, verb)
    return ()


def _quoted_as(page: Page, verb: int) -> Tokens:
    """As in "quoted the army as saying", "was quoted as saying": the one who is quoted."""
    parse = page.parse
    above = parse.heads[parse.heads[verb]]
    if parse.deps[verb] != "pcomp" or parse.lower(parse.heads[verb]) != "as":
        return ()
    quoted = parse.child(above, "dobj", "nsubjpass") if parse.lemmas[above] in ("quote", "cite") else None
    return phrase(page, quoted, verb) if quoted is not None else ()


def _before_noun_tag(page: Page, verb: int) -> Tokens:
    """The noun phrase before a verb of saying that the tagger took for a plural noun ("the ministry rejects")."""
    if page.parse.tags[verb] != "NNS":
        return ()
    return name_to(page, verb - 1, -1, page.parse.sentence(verb))


def _noperson(parse: Parse, verb: int) -> bool:
    """As in "It seems", "it is said", "it appears": the pronoun names nobody."""
    return passive(parse, verb) or parse.lemmas[verb] in ("seem", "appear", "happen")


def _spoken_to(page: Page, verb: int) -> Tokens:
    """As in "One trader I spoke to predicted": the one spoken to speaks, not the "I" of the short relative clause."""
    parse = page.parse
    at = verb - 1
    if at < 2 or parse.lower(at) not in ("to", "with") or parse.tags[verb] not in ("VBD", "VBZ", "VBP", "VBN"):
        return ()
    met = next((k for k in range(at - 1, max(at - 4, 0), -1) if parse.pos[k] == "VERB"), None)
    if met is None or parse.deps[met] != "relcl" or parse.heads[met] >= met:
        return ()
    subject = parse.child(met, "nsubj")
    return phrase(page, parse.heads[met], subject) if subject is not None and subject < met else ()


def _with_absolute(page: Page, verb: int) -> Tokens:
    """The phrase between "with" and the participle ("with his allies in Congress warning"), whatever the arcs say."""
    parse = page.parse
    if parse.tags[verb] != "VBG":
        return ()
    for i in range(verb - 1, max(parse.sentence(verb).start, verb - 14) - 1, -1):
        word = parse.lower(i)
        if word == "with":
            inside = [k for k in range(i + 1, verb) if parse.pos[k] != "ADV" or k < verb - 1]
            return tuple(inside) if any(parse.pos[k] in NOUNS for k in inside) else ()
        if parse.pos[i] in ("VERB", "AUX", "SCONJ") or word in ",;:—–" or page.quoted(i) != page.quoted(verb):
            return ()
    return ()


def _inherited(page: Page, verb: int, depth: int) -> Tokens:
    """A verb without its own subject speaks with the voice of what it hangs on."""
    parse = page.parse
    head, dep = parse.heads[verb], parse.deps[verb]
    if head == verb:
        return ()
    if dep == "xcomp" and parse.lemmas[head] in OBJECT_CONTROL and parse.child(head, "dobj") is not None:
        controller = parse.child(head, "dobj")
        return phrase(page, controller, verb) if controller is not None and controller < verb else ()
    if dep in ("acl", "advcl") and _after_comma(page, verb):
        return _clause_subject(page, verb, depth)
    if dep == "acl" and parse.pos[head] in NOUNS:
        return phrase(page, head, verb) if parse.tags[verb] != "VB" else ()
    if dep in ("pcomp", "prep") and parse.pos[head] == "ADP":
        head = parse.heads[head]
    if parse.pos[head] not in ("VERB", "AUX") or dep not in ("conj", "xcomp", "advcl", "pcomp", "dep"):
        return ()
    subject = parse.child(head, "nsubjpass")
    return _subject_phrase(page, subject, verb) if subject is not None else speaker(page, head, depth + 1)


def _after_comma(page: Page, verb: int) -> bool:
    """A participle behind a comma ("..., citing two officials") speaks for the clause, not for the nearest noun."""
    parse = page.parse
    first = verb
    while first > 0 and parse.pos[first - 1] == "ADV":
        first -= 1
    return parse.tags[verb] == "VBG" and first > 0 and parse.word(first - 1) in {",", "—", "–"}


def _clause_subject(page: Page, verb: int, depth: int) -> Tokens:
    parse = page.parse
    for above in parse.ancestors(verb):
        if above < verb and parse.pos[above] in ("VERB", "AUX") and page.quote_of[above] == page.quote_of[verb]:
            subject = own_subject(page, above)
            if subject is not None and subject < verb:
                return _subject_phrase(page, subject, above) if not passive(parse, above) else phrase(page, subject)
            return speaker(page, above, depth + 1)
    return ()


def _inverted(page: Page, verb: int) -> Tokens:
    """As in "..., said the envoy": a noun phrase right behind the verb that the parser took for its object."""
    parse = page.parse
    if parse.lemmas[verb] == "tell":
        return ()
    noun = next((k for k in parse.children(verb, "dobj", "attr", "oprd") if verb < k <= verb + 12), None)
    before = next((k for k in range(verb - 1, parse.sentence(verb).start - 1, -1) if page.is_word(k)), None)
    if noun is None or before is None or not (page.quoted(before) or parse.lower(verb - 1) == ","):
        return ()
    return phrase(page, noun, verb) if parse.lefts[noun] <= verb + 1 else ()
