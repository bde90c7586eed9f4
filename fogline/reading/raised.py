"""Contents of a shape of their own: before their cue ("was framed as"), or a figure ("put the toll at")."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.reading.repairs import SUMMARIES, new_clause
from fogline.reading.sources import agent, passive
from fogline.reading.voices import Page, Tokens
from fogline.tables.lexicon_voices import Cue, cues

NAMING = {"call", "label", "brand", "dub"}
STANCES = {"deny", "confirm", "admit"}


def passive_object(page: Page, verb: int, cue: Cue) -> Tokens:
    """As in "The vote has been framed as a mandate", "is expected to fall": the subject and what is said of it."""
    parse = page.parse
    if not cue.frames & {"o", "r"} or not passive(parse, verb):
        return ()
    subject = parse.child(verb, "nsubjpass", "nsubj")
    bare = parse.deps[verb] == "acl" and not agent(page, verb)
    if subject is None and (bare or cue.lemma in NAMING):
        return ()
    if subject is not None and parse.lower(subject) == "it" and parse.child(verb, "ccomp") is not None:
        return ()
    said = [k for k in parse.children(verb, "xcomp", "oprd", "prep", "ccomp", "dobj") if k > verb]
    said = [k for k in said if parse.deps[k] != "prep" or parse.lower(k) in {"as", "of", "for", *cue.prepositions}]
    if "o" not in cue.frames and not any(parse.deps[k] == "xcomp" for k in said):
        return ()
    by = set(agent(page, verb))
    tail = tuple(i for k in said for i in parse.subtree(k) if i > verb and i not in by and i + 1 not in by)
    return tail if cue.lemma == "ask" else _passive_subject(page, verb, subject) + tail


def relative_object(page: Page, verb: int, cue: Cue) -> Tokens:
    """As in "..., a claim Kyiv denies", "..., which Kyiv denies": what the noun or the pronoun takes up."""
    parse, noun = page.parse, page.parse.heads[verb]
    if parse.deps[verb] != "relcl" or "o" not in cue.frames:
        return ()
    first, subject = parse.lefts[verb], parse.child(verb, "nsubj")
    if parse.lemmas[noun] not in SUMMARIES:
        return _which(page, verb, first) if cue.act in STANCES and subject is not None and subject < verb else ()
    taken = (k for k in parse.children(verb, "dobj", "ccomp", "xcomp") if parse.tags[k] not in ("WDT", "WP"))
    if subject is None or subject > verb or parse.tags[subject] == "WDT" or any(k > verb for k in taken):
        return ()
    return _antecedent(page, verb, first) if noun < first else ()


def _which(page: Page, verb: int, first: int) -> Tokens:
    """The clause that "..., which the army denied" stands for."""
    parse = page.parse
    objects = [k for k in parse.children(verb, "dobj", "ccomp", "xcomp", "attr") if k != first]
    apart = first > 0 and parse.word(first - 1) in {",", "—", "–"}
    if parse.lower(first) != "which" or not (apart or parse.lemmas[verb] == "deny") or objects:
        return ()
    return tuple(range(_taken_up(page, parse.heads[verb], first), first - apart))


def _passive_subject(page: Page, verb: int, subject: int | None) -> Tokens:
    parse = page.parse
    if subject is None:
        return tuple(i for i in parse.subtree(parse.heads[verb]) if i < verb) if parse.deps[verb] == "acl" else ()
    if parse.tags[subject] in ("WDT", "WP"):
        return _antecedent(page, verb, subject)
    return tuple(i for i in parse.subtree(subject) if i < verb)


def _antecedent(page: Page, verb: int, relative: int) -> Tokens:
    """What "which" stands for; "a claim that" behind a comma stands for the whole clause before it."""
    parse = page.parse
    noun = parse.heads[verb] if parse.deps[verb] == "relcl" else relative - 1
    if not noun < relative:
        return ()
    start = parse.lefts[noun]
    if parse.lemmas[noun] in SUMMARIES and start > 0 and parse.word(start - 1) in {",", "—", "–"}:
        return tuple(range(_taken_up(page, noun, start), relative))
    return tuple(i for i in parse.subtree(noun) if i < relative)


def _taken_up(page: Page, noun: int, stop: int) -> int:
    """Where the clause begins that a summary noun takes up: the verb of its own kind, else behind "while"."""
    parse = page.parse
    first = parse.sentence(noun).start
    start = max((i for i in range(first + 1, stop) if new_clause(page, i)), default=first)
    named = cues("noun").get(parse.lemmas[noun])
    alike = (i for i in range(stop - 1, start, -1) if named and _act(parse, i) == named.act)
    last = next((i for i in alike if parse.deps[i] == "conj"), start)
    return last if last > start else start


def _act(parse: Parse, verb: int) -> str | None:
    cue = cues("verb").get(parse.lemmas[verb])
    return cue.act if cue is not None and parse.pos[verb] == "VERB" else None


def figure(page: Page, verb: int, cue: Cue) -> Tokens:
    """As in "put the death toll at 11"."""
    parse = page.parse
    counted = parse.child(verb, "dobj") if "n" in cue.frames else None
    at = next((i for i in range(verb + 1, parse.sentence(verb).stop) if parse.lower(i) == "at"), None)
    if counted is None or at is None or parse.lemmas[counted] not in COUNTS:
        return ()
    return tuple(range(parse.lefts[counted], max(parse.rights[at], at) + 1))


COUNTS = {"number", "toll", "figure", "total", "count", "loss", "cost", "damage", "casualty", "strength"}
