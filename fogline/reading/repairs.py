"""What the small parser is known to get wrong about who says what, and how far a content may then reach.

Never trust attachment across "while" and "as": a new subject with a finite verb behind a comma begins the outlet's
own clause, or another voice's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fogline.models.parse import Parse
from fogline.reading.mentions_labels import CALENDAR
from fogline.reading.voices import Page, Tokens
from fogline.tables.lexicon_voices import cues

CONTRAST = {"while", "whereas", "although", "though"}
PARTICIPLES = {"citing", "quoting", "referring", "pointing", "adding", "saying", "noting", "arguing", "calling"}
FINITE = {"VBD", "VBP", "VBZ", "MD"}
SUMMARIES = {  # nouns that take up the clause before them
    "claim", "allegation", "accusation", "charge", "assertion", "statement", "threat", "suggestion", "contention",
    "idea", "notion", "move", "something", "step", "promise", "pledge", "report", "warning",
}  # fmt: skip
TAKEN_UP = {"he", "she", "it", "they", "this", "that", "there", "we", "i"}
ASKING = {"how", "why", "whether"}
PAST_OR_PRESENT = ("VBD", "VBZ", "VBP", "VBN")


def cut_at_contrast(page: Page, tokens: Iterable[int], cue: int) -> Tokens:
    """The content up to ", while Moscow has vowed" or ", with critics arguing": what follows is not this voice's."""
    kept: list[int] = []
    for i in sorted(tokens):
        if kept and i > cue and new_clause(page, i):
            break
        kept.append(i)
    return tuple(kept)


def carried_on(page: Page, tokens: Iterable[int], cue: int) -> Tokens:
    """The content with what the arcs cut off: "... and that it would leave", "claim the area | is theirs"."""
    held = sorted(tokens)
    parse = page.parse
    last = held[-1]
    stop = parse.sentence(cue).stop
    if last < cue or last + 2 >= stop or page.quoted(last) != page.quoted(cue):
        return tuple(held)
    ahead = last + 1 + (parse.word(last + 1) == ",")
    that = parse.lower(ahead) in ("and", "but", "or") and parse.lower(min(ahead + 1, stop - 1)) == "that"
    cut = parse.tags[last + 1] in FINITE and parse.deps[cue] != "relcl" and "c" in _frames(parse, cue)
    if that or cut:
        return (*held, *range(last + 1, stop))
    more = _name_whole(page, last) or _second_half(page, held, cue) or _likewise(page, held, cue)
    return (*held, *more)


def _name_whole(page: Page, last: int) -> range:
    """As in "had reached the Harbour | Old Fort at Derna": a content never ends inside a name."""
    parse = page.parse
    end = last
    while (
        end + 1 < len(parse)
        and parse.tags[end + 1] in ("NNP", "NNPS")
        and parse.sent_of[end + 1] == parse.sent_of[last]
    ):
        if parse.tags[end] not in ("NNP", "NNPS") or parse.lower(end + 1) in CALENDAR:
            break
        end += 1
    if end == last:
        return range(0)
    behind = next((k for k in parse.children(end, "prep") if k == end + 1), None)
    return range(last + 1, (end if behind is None else parse.rights[behind]) + 1)


def _likewise(page: Page, held: list[int], cue: int) -> range:
    """What "and" adds in the form that the content has: "to meet | and pass the targets", "freeing X | and paying"."""
    parse = page.parse
    last, sentence = held[-1], parse.sentence(cue)
    at = last + 1 + (parse.word(last + 1) == ",")
    told = [i for i in page.words(held) if i > cue]
    listed = at == last + 2 and parse.tags[at] == "VB" and bool(told) and parse.tags[told[0]] == "TO"
    if listed and parse.deps[at] in ("conj", "dep", "ROOT", "xcomp", "appos"):
        return range(last + 1, parse.rights[at] + 1)  # "to build a port, repair the road and send aid"
    if not told or parse.lower(at) not in ("and", "or", "but") or at + 1 >= sentence.stop:
        return range(0)
    first, ahead = told[0], range(at + 1, min(at + 6, sentence.stop))
    if parse.lower(first) == "both" and not any(parse.lower(i) in ("and", "or") for i in told):
        noun = next((k for k in ahead if parse.pos[k] in ("NOUN", "PROPN") and parse.deps[k] != "compound"), None)
        return range(0) if noun is None else range(last + 1, parse.rights[noun] + 1)
    begun = parse.lower(at + 1)
    joined = next((k for k in parse.children(cue, "conj") if parse.lefts[k] == at + 1 or k == at + 1), None)
    if joined is not None and (begun in ASKING or parse.pos[joined] == "ADP"):
        return range(last + 1, parse.rights[joined] + 1)
    form = "VB" if parse.tags[first] == "TO" else parse.tags[first]
    if form not in ("VB", "VBG"):
        return range(0)
    verb = next((k for k in ahead if parse.pos[k] == "VERB"), None)
    forms = (form, "VBP") if form == "VB" and parse.tags[cue] == "VBD" else (form,)
    same = verb is not None and parse.tags[verb] in forms and parse.deps[verb] in ("conj", "xcomp", "pcomp")
    same = same and verb is not None and parse.child(verb, "nsubj", "nsubjpass") is None
    return range(last + 1, parse.rights[verb] + 1) if same and verb is not None else range(0)


def _second_half(page: Page, held: list[int], cue: int) -> range:
    """As in "the raid, in which three men died | and five were hurt": a clause hung on the cue instead of its like."""
    parse = page.parse
    last, clauses = held[-1], {"relcl", "ccomp", "advcl"}
    ahead = last + 1 + (parse.word(last + 1) == ",")
    if parse.lower(ahead) not in ("and", "or", "but") or not clauses & {parse.deps[i] for i in held if i > cue}:
        return range(0)
    joined = (k for k in parse.children(cue, "conj") if k > ahead)
    close = ahead == last + 1
    told = next((k for k in joined if _goes_on(page, k, ahead, close=close) or _tells_on(page, k, cue, ahead)), None)
    return range(0) if told is None else range(last + 1, parse.rights[told] + 1)


def _goes_on(page: Page, k: int, conjunction: int, *, close: bool) -> bool:
    """Right behind the conjunction: a noun like the object, or without a comma a clause with its subject."""
    parse = page.parse
    if parse.pos[k] in ("NOUN", "PROPN"):
        return parse.lefts[k] == conjunction + 1 and parse.lower(conjunction) != "but"
    subject = parse.child(k, "nsubj", "nsubjpass")
    begins = subject is not None and parse.lefts[subject] == conjunction + 1
    return close and begins and parse.lower(conjunction) != "but" and not _is_cue(parse, k)


def _tells_on(page: Page, verb: int, cue: int, conjunction: int) -> bool:
    """As in "said the port was open, and it had been so in May": a clause that can only be told, not done, by one."""
    parse = page.parse
    if _is_cue(parse, verb) or parse.lefts[verb] > conjunction + 1 or "c" not in _frames(parse, cue):
        return False
    subject = parse.child(verb, "nsubj", "nsubjpass")
    words = {parse.lower(k) for k in parse.children(verb, "aux", "auxpass")}
    if subject is None:
        return "would" in words and parse.tags[cue] == "VBD"
    taken_up = parse.lower(subject) in TAKEN_UP and parse.lower(conjunction) != "but"  # "but he gave no date"
    return taken_up or bool({"had", "would"} & words) or page.quoted(subject)


def _is_cue(parse: Parse, verb: int) -> bool:
    cue = cues("verb").get(parse.lemmas[verb])
    return cue is not None and cue.kind != "thought"


def _frames(parse: Parse, cue: int) -> frozenset[str]:
    return cues("verb")[parse.lemmas[cue]].frames if parse.lemmas[cue] in cues("verb") else frozenset()


def without_glosses(page: Page, tokens: Iterable[int], cue: int) -> Tokens:
    """The content without what the outlet adds to it: ", which is run by ..." and "- a town near ... -".

    Only outside quotation marks, where nobody can tell whose words they are; restrictive clauses stay, and so do those
    behind which the content goes on.
    """
    held = list(tokens)
    clauses = [_relative_clause(page.parse, at) for at in held if at > cue and _gloss(page, at)]
    last = max(page.words(held), default=-1)
    hidden = {i for clause in clauses if last in clause for i in clause if not page.quoted(i)}
    hidden |= set(_between_dashes(page, held)) | set(_verdict(page, held, cue))
    return tuple(i for i in held if i not in hidden)


def _gloss(page: Page, i: int) -> bool:
    parse = page.parse
    return (
        parse.tags[i] in ("WDT", "WP", "WP$", "WRB")
        and parse.lower(i) in ("which", "who", "whose", "where")
        and i > 0
        and parse.word(i - 1) == ","
        and not page.quoted(i)
    )


def _relative_clause(parse: Parse, i: int) -> range:
    """The clause that a relative pronoun opens; nothing if the arcs do not make it one."""
    clause = next((a for a in parse.ancestors(i) if parse.deps[a] in ("relcl", "advcl", "ccomp")), None)
    if clause is None or not i - 1 <= parse.lefts[clause] <= i:
        return range(0)
    return range(i, parse.rights[clause] + 1)


def _verdict(page: Page, held: list[int], cue: int) -> Iterator[int]:
    """As in ", an accusation that was rejected by ...", "which he denied": what another voice made of it."""
    parse = page.parse
    for i in held:
        if i > cue and parse.tags[i] == "WDT" and parse.lemmas[parse.heads[i]] == "deny" and not page.quoted(i):
            yield from _relative_clause(parse, i)
        noun = summary_noun(parse, i) if i > cue and not page.quoted(i) else None
        if noun is not None:
            yield from range(i, max(parse.rights[noun], noun) + 1)


def summary_noun(parse: Parse, i: int) -> int | None:
    """The noun of ", an accusation that", ", a claim denied by", ", a charge the army rejects", from its article."""
    if i < 1 or parse.word(i - 1) not in {",", "—", "–", "-"} or parse.lower(i) not in ("a", "an", "the"):
        return None
    noun = next((k for k in range(i + 1, min(i + 4, len(parse))) if parse.lemmas[k] in SUMMARIES), None)
    told = noun is not None and any(parse.deps[k] in ("relcl", "acl") for k in parse.kids[noun])
    return noun if told else None


def _between_dashes(page: Page, held: list[int]) -> Iterable[int]:
    parse = page.parse
    dashes = [i for i in held if parse.word(i) in {"—", "–", "--"} and not page.quoted(i)]
    if len(dashes) == 2 and dashes[1] - dashes[0] > 2 and dashes[0] != held[0]:
        return range(dashes[0], dashes[1] + 1)
    return ()


def new_clause(page: Page, i: int) -> bool:
    """Another clause begins here behind a comma, and it is not what the voice said."""
    parse = page.parse
    if page.quoted(i) or i == 0 or not _after_comma(page, i):
        return False
    word, comma = parse.lower(i), parse.word(i - 1) == ","
    return (
        (word == "according" and parse.lower(i - 2) != "that" and parse.lower(min(i + 1, len(parse) - 1)) == "to")
        or (word in CONTRAST and _finite_ahead(parse, i, 14))
        or (word == "with" and _cue_ahead(parse, i, ("VBG",), 14))
        or (word == "as" and comma and _finite_ahead(parse, i, 10))
        or (word in PARTICIPLES and parse.tags[i] == "VBG" and parse.deps[i] == "advcl")
        or (word in ("as", "but", "and") and _noun_first(parse, i) and _cue_ahead(parse, i, PAST_OR_PRESENT, 8))
    )


def _after_comma(page: Page, i: int) -> bool:
    return page.parse.word(i - 1) in {",", ";", "—", "–", "-"} or page.parse.word(i - 1).strip() == ""


def _noun_first(parse: Parse, i: int) -> bool:
    """A subject stands between the conjunction and the verb ("and the ministry said", not "and said")."""
    return i + 1 < len(parse) and parse.pos[i + 1] in ("NOUN", "PROPN", "PRON", "DET", "ADJ")


def _ahead(parse: Parse, i: int, far: int) -> range:
    return range(i + 1, min(i + 1 + far, parse.sentence(i).stop))


def _finite_ahead(parse: Parse, i: int, far: int) -> bool:
    return any(parse.tags[k] in FINITE for k in _ahead(parse, i, far)) and _noun_first(parse, i)


def _cue_ahead(parse: Parse, i: int, tags: tuple[str, ...], far: int) -> bool:
    for k in _ahead(parse, i, far):
        if parse.word(k) in {",", ";"}:
            return False
        if parse.tags[k] in tags and parse.lemmas[k] in cues("verb"):
            return cues("verb")[parse.lemmas[k]].kind != "thought"
    return False
