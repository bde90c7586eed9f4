"""What a verb form says of its time: a present for what is to come, "would" told from after it, "could" of sight."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.models.parse import Parse
from fogline.tables import lexicon_acts as lexicon

LATER = ("later", "eventually", "subsequently", "ultimately")


def is_scheduled(parse: Parse, i: int) -> bool:
    """A present tense for what is to come: "is going to Cairo", "begins tomorrow", "is leaving on Monday"."""
    auxiliaries = list(parse.children(i, "aux", "auxpass"))
    running = parse.tags[i] == "VBG" and [parse.tags[k] for k in auxiliaries] in (["VBZ"], ["VBP"])
    if running and parse.lower(i) == "going" and any(parse.lower(k) == "to" for k in parse.children(i, "prep")):
        return True
    if running and parse.lower(i) == "going" and any(is_infinitive(parse, k) for k in parse.children(i, "xcomp")):
        return True
    if not running and (parse.tags[i] not in ("VBZ", "VBP") or auxiliaries):
        return False
    soon = ("tomorrow", "tonight", "soon", "shortly")
    if any(parse.lower(k) in soon[: 4 if running else 1] or _is_next(parse, k) for k in _timed(parse, i)):
        return True
    if running and any(_is_ahead(parse, k) for k in parse.children(i, "prep")):
        return True
    days = (k for prep in parse.children(i, "prep") if parse.lower(prep) == "on" for k in parse.children(prep, "pobj"))
    timed = parse.lemmas[i] in lexicon.words("timetable") and parse.word(parse.sentence(i).stop - 1) == "."
    return timed and any(parse.lower(k).endswith("day") for k in days)


def _timed(parse: Parse, i: int) -> Iterator[int]:
    return parse.children(i, "npadvmod", "advmod")


def _is_ahead(parse: Parse, prep: int) -> bool:
    """As in "leaving in two weeks"."""
    spans = (k for k in parse.children(prep, "pobj") if parse.lower(prep) == "in")
    return any(parse.lemmas[k] in ("minute", "hour", "day", "week", "month") and parse.lefts[k] < k for k in spans)


def _is_next(parse: Parse, k: int) -> bool:
    """As in "next week"."""
    return any(parse.lower(d) == "next" for d in parse.children(k, "amod"))


def looks_back(parse: Parse, i: int, modal: tuple[str, bool]) -> bool:
    """As in "The rebels would later take the town", "would go on to rule": a story told from after it."""
    if modal != ("would", False) or parse.deps[i] not in ("ROOT", "conj", "relcl"):
        return False
    after = any(parse.lower(k) in LATER and parse.tags[k - 1] == "MD" for k in parse.children(i, "advmod") if k)
    onward = parse.lemmas[i] == "come" or any(parse.lower(k) == "on" for k in parse.children(i, "prt"))
    turns = (
        parse.lemmas[i] in ("go", "come")
        and onward
        and any(is_infinitive(parse, k) for k in parse.children(i, "xcomp", "advcl"))
    )
    return after or turns


def was_later(parse: Parse, i: int) -> bool:
    """As in "The colonel was later to betray him", "was never to return": told from after it."""
    to = i - 1
    if parse.tags[i] != "VB" or to < 1 or parse.lower(to) != "to" or parse.lower(parse.heads[i]) not in ("was", "were"):
        return False
    be = parse.heads[i]
    before = (k for k in parse.kids[be] if k < be and parse.deps[k] in ("advmod", "npadvmod"))
    after = (k for k in range(i + 2, parse.sentence(i).stop) if parse.lemmas[k - 1] in lexicon.words("period"))
    later = (*range(be + 1, to), *before, *after)
    return any(parse.lower(k) in (*LATER, "never", "soon") for k in later)


def perceives(parse: Parse, i: int, modal: tuple[str, bool]) -> bool:
    """As in "villagers could see tanks", "shots could be heard": who could, did; not "the region could see raids"."""
    if modal not in (("could", False), ("can", False)) or parse.lemmas[i] not in lexicon.words("perceive"):
        return False
    subject = parse.child(i, "nsubj")
    if parse.child(i, "auxpass") is not None:
        return parse.lemmas[i] not in ("see",) or parse.child(i, "prep", "xcomp", "advcl", "oprd") is not None
    if subject is None or modal[0] == "can" or any(parse.lower(k) in ("if", "unless") for k in parse.sentence(i)):
        return False
    observes = parse.pos[subject] == "PRON" or parse.tags[subject] in ("NNS", "NN") or parse.label(subject) == "PERSON"
    return observes and parse.lemmas[subject] not in (*lexicon.words("period"), *lexicon.words("setting"))


def is_infinitive(parse: Parse, i: int) -> bool:
    """True for "to attack"."""
    if parse.tags[i] == "VB" and i and parse.lower(i - 1) == "to":
        return True
    return any(parse.tags[k] == "TO" or parse.lower(k) == "to" for k in parse.children(i, "aux"))
