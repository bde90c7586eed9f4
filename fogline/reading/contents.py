"""What a cue word gives to its voice: clause, infinitive, object, prepositional phrase, or the clause around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fogline.models.parse import Parse
from fogline.reading.asides import around, as_told, for_whom, hung_inside, interrupted, quoted_as, trailing
from fogline.reading.contents_objects import object_phrase
from fogline.reading.joined import cut_at_joined
from fogline.reading.raised import figure, passive_object, relative_object
from fogline.reading.repairs import carried_on, cut_at_contrast, without_glosses
from fogline.reading.sources import agent, passive
from fogline.reading.voices import Page, Tokens
from fogline.tables.lexicon_voices import Cue, cues


def content(page: Page, verb: int, cue: Cue) -> tuple[Tokens, str]:
    """The tokens of a cue verb's content and the construction they came by, the first that fits; else nothing."""
    for way in WAYS:
        tokens = way(page, verb, cue)
        if way in BY_PLACE and not any(page.parse.pos[i] in ("VERB", "AUX") for i in tokens):
            continue
        if any(page.is_word(i) for i in tokens):
            return whole_quotes(page, verb, _bounded(page, tokens, verb)), way.__name__
    return (), ""


def _bounded(page: Page, tokens: Tokens, verb: int) -> Tokens:
    """The content with what the arcs cut off, without what they wrongly hung on it."""
    tokens = cut_at_joined(page, carried_on(page, _behind_day(page, tokens, verb), verb), verb)
    return without_glosses(page, cut_at_contrast(page, tokens, verb), verb)


def _behind_day(page: Page, tokens: Tokens, verb: int) -> Tokens:
    """Without the day of the speaking: "said on Sunday it had struck"."""
    parse = page.parse
    if len(tokens) < 4 or tokens[0] != verb + 1 or parse.lower(verb + 1) != "on" or tokens[1] != verb + 2:
        return tokens
    subject = parse.pos[verb + 3] in ("PRON", "DET", "PROPN", "NOUN", "ADJ", "SCONJ")
    day = parse.lower(verb + 2).endswith("day") and parse.lower(verb + 3) not in DAYTIMES
    return tokens[2:] if day and subject else tokens


DAYTIMES = {"morning", "afternoon", "evening", "night"}


def clause(page: Page, verb: int, cue: Cue) -> Tokens:
    """As in "said that ...", "argued ...": the complement clause."""
    parse = page.parse
    if "c" not in cue.frames:
        return ()
    clauses = [k for k in parse.children(verb, "ccomp") if not _semicolon(parse, k, verb)]
    clauses.sort(key=lambda k: (k < verb, k))
    clauses = clauses or [k for k in parse.children(verb, "advcl") if k > verb and _asked(parse, verb, k)]
    if clauses and (clauses[0] > verb or not _that_follows(page, verb)):
        return _without(parse, _from_subject(page, verb, _listed(page, clauses)), verb, clauses[0])
    return _in_statement(page, verb)


def _from_subject(page: Page, verb: int, told: range) -> range:
    """From "that", or from the subject that the arcs hung elsewhere ("said about half of the fleet | was lost")."""
    parse = page.parse
    if not verb + 1 < told.start:
        return told
    between = range(verb + 1, told.start)
    headless = parse.tags[told.start] in ("VBD", "VBZ", "VBP", "MD") and all(map(page.is_word, between))
    return range(verb + 1, told.stop) if headless or parse.lower(verb + 1) == "that" else told


def _in_statement(page: Page, verb: int) -> Tokens:
    """As in "said in a statement that ...": the clause that the parser hung on the statement."""
    parse = page.parse
    for prep in parse.children(verb, "prep"):
        noun = parse.child(prep, "pobj")
        if noun is None or prep < verb or passive(parse, verb) or parse.lower(prep) not in ("in", "on", "at", "during"):
            continue
        for k in parse.children(noun, "acl", "relcl", "ccomp"):
            that = parse.lefts[k]
            if parse.lower(that) == "that" and parse.deps[that] == "mark" and parse.heads[that] == k:
                return tuple(parse.subtree(k))
    return ()


def _listed(page: Page, clauses: list[int]) -> range:
    """The first clause, with those that follow it as in a list ("it had fired, it was hit and it would answer")."""
    told = page.parse.subtree(clauses[0])
    for k in clauses[1:]:
        apart = page.parse.lefts[k] - told.stop
        listed = page.parse.lower(told.stop) in {",", ";", "and", "or", "but"}
        near = (listed and 0 <= apart <= 2) or (apart == 0 and len(told) <= 3)
        if k > clauses[0] and near and page.parse.lemmas[k] not in cues("verb"):
            told = range(told.start, page.parse.rights[k] + 1)
    return told


def _semicolon(parse: Parse, child: int, verb: int) -> bool:
    """As in "the envoy said so in May; the army denied this": two sentences in one."""
    return child < verb and any(parse.word(i) == ";" for i in range(child, verb))


def _asked(parse: Parse, verb: int, child: int) -> bool:
    """As in "asked workers if they planned": a question that the parser takes for a condition."""
    asks = parse.lemmas[verb] in ("ask", "wonder", "inquire", "question", "query", "tell", "remind")
    return asks and parse.lower(parse.lefts[child]) in ("if", "whether", "how", "why", "what", "that")


def _that_follows(page: Page, verb: int) -> bool:
    """As in "that" as a conjunction right behind the verb or its addressee."""
    parse = page.parse
    ahead = range(verb + 1, min(verb + 5, parse.sentence(verb).stop))
    that = next((i for i in ahead if parse.lower(i) == "that"), None)
    if that is None or parse.tags[that] not in ("IN", "WDT"):
        return False
    between = range(verb + 1, that)
    return all(parse.pos[i] in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "ADV") for i in between)


def infinitive(page: Page, verb: int, cue: Cue) -> Tokens:
    """As in "threatened to ...", "denied taking ...": the open complement."""
    parse = page.parse
    if "x" not in cue.frames or (passive(parse, verb) and cue.act not in ASKING and not agent(page, verb)):
        return ()
    if cue.lemma == "want" and (parse.tags[verb] not in ("VBZ", "VBP") or parse.deps[verb] in ("relcl", "acl")):
        return ()  # who wanted something once need not have said so
    for child in parse.children(verb, "xcomp", "ccomp", "advcl", "pcomp"):
        if child > verb and (parse.tags[child] == "VBG" or _to(parse, child) or _having(parse, child)):
            if parse.deps[child] == "advcl" and parse.word(child - 1) == ",":
                continue
            if cue.lemma == "want" and parse.lemmas[child] in cues("verb"):
                return ()  # "I want to congratulate": the infinitive says it
            addressee = (
                parse.child(verb, "dobj") if cue.act in ("urge", "order", "authorise", "demand", "ask") else None
            )
            first = parse.lefts[addressee] if addressee is not None and verb < addressee < child else parse.lefts[child]
            return tuple(i for i in range(first, parse.rights[child] + 1) if i > verb)
    return ()


def _having(parse: Parse, verb: int) -> bool:
    """As in "denied having fired"."""
    return any(parse.tags[k] == "VBG" for k in parse.children(verb, "aux", "auxpass"))


ADDRESSING = {"urge", "order", "authorise", "demand", "ask"}
ASKING = {"urge", "order", "demand", "ask", "say", "forecast", "warn"}


def _to(parse: Parse, verb: int) -> bool:
    return any(parse.tags[k] == "TO" for k in parse.kids[verb])


def lost_object(page: Page, verb: int, cue: Cue) -> Tokens:
    """All that follows a verb that the tagger took for a plural noun ("the ministry rejects as baseless ...")."""
    parse = page.parse
    if parse.tags[verb] != "NNS" or not cue.frames & {"o", "c", "x"}:
        return ()
    return tuple(range(verb + 1, parse.sentence(verb).stop))


def about(page: Page, verb: int, cue: Cue) -> Tokens:
    """As in "called for an inquiry", "was accused of arson": what stands behind the cue's preposition."""
    parse = page.parse
    for prep in _prepositions(parse, verb):
        sent = parse.lower(prep) == "to" and cue.act == "say" and parse.child(verb, "dobj") is not None
        if parse.lower(prep) in cue.prepositions - {"as"} and prep > verb and not sent:
            told = (*_infinitives(parse, verb, prep),) if cue.act in ("say", "demand", "urge") else ()
            thing = parse.child(verb, "dobj") if cue.lemma == "say" else None
            first = prep if thing is None or not verb < thing < prep else parse.lefts[thing] - 1
            return (*range(first + 1, parse.rights[prep] + 1), *told)
    return ()


def _infinitives(parse: Parse, verb: int, prep: int) -> Iterator[int]:
    """As in "called for the minister to resign", hung on the verb."""
    for child in parse.children(verb, "xcomp", "advcl"):
        if parse.lefts[child] == parse.rights[prep] + 1 and _to(parse, child):
            yield from parse.subtree(child)


def _prepositions(parse: Parse, verb: int) -> Iterator[int]:
    yield from parse.children(verb, "prep", "agent")
    for child in parse.children(verb, "dobj", "prt"):
        yield from parse.children(child, "prep")


def bare(page: Page, verb: int, cue: Cue) -> Tokens:
    """A verb of saying whose clause the parser lost: all that follows it, else what stands before its comma."""
    parse = page.parse
    if "c" in cue.frames and _that_follows(page, verb) and not passive(parse, verb):
        return tuple(
            range(next(i for i in range(verb, len(parse)) if parse.lower(i) == "that"), parse.sentence(verb).stop)
        )
    if (
        parse.deps[verb] == "relcl"
        or cue.lemma not in CERTAIN
        or parse.tags[verb] not in ("VBD", "VBZ", "VBP", "VBN", "VBG")
        or passive(parse, verb)
    ):
        return ()
    sentence = parse.sentence(verb)
    follows = range(verb + 1, sentence.stop)
    words = page.words(follows)
    if len(words) >= 3 and parse.lower(verb + 1) in {"that", ":", "there", "the", "he", "she", "they", "it", "we"}:
        return tuple(follows)
    return _before(page, verb)


def _before(page: Page, verb: int) -> Tokens:
    parse = page.parse
    first = min([verb, *(parse.lefts[k] for k in parse.children(verb, "nsubj") if k < verb)])
    start = parse.sentence(verb).start
    if first - 1 > start and parse.word(first - 1) in {",", "—", "–"} | {"”", '"', "''", "’"}:
        return tuple(range(start, first - 1))
    return ()


CERTAIN = {
    "say", "add", "note", "argue", "tell", "write", "insist", "claim", "warn", "explain", "state", "report", "announce",
}  # fmt: skip
WAYS: tuple[Callable[[Page, int, Cue], Tokens], ...] = (
    quoted_as, as_told, hung_inside, passive_object, figure, relative_object, interrupted, clause, infinitive,
    object_phrase, for_whom, about, around, lost_object, trailing, bare,
)  # fmt: skip


BY_PLACE = (interrupted, around, trailing, bare)  # no arc says that this is a content: it must at least tell something


def _without(parse: Parse, tokens: range, verb: int, child: int) -> Tokens:
    """A complement that surrounds its cue ("The strike, he said, hit ..."), less the cue's own words."""
    if verb not in tokens and not (parse.lefts[child] < verb < parse.rights[child]):
        return tuple(tokens)
    own = {verb}
    for k in parse.kids[verb]:
        if k != child and parse.deps[k] not in ("punct",):
            own.update(parse.subtree(k))
    return tuple(i for i in tokens if i not in own)


def whole_quotes(page: Page, verb: int, tokens: Tokens) -> Tokens:
    """A content that takes half of a quoted passage takes all of it, unless the cue stands inside."""
    held = set(tokens)
    for n in {page.quote_of[i] for i in tokens if page.quoted(i)}:
        passage = page.quote_tokens(n)
        begun = passage[0] in held and not page.quotations[n].runs_on
        if page.quote_of[verb] != n and (begun or sum(i in held for i in passage) * 2 >= len(passage)):
            held.update(passage)
    return tuple(sorted(held))
