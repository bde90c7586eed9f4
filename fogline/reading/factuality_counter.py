"""What was not so: conditions contrary to fact, what could have been but was not, what came too late."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from fogline.models.parse import Parse
from fogline.reading import factuality_words as words
from fogline.tables import lexicon_acts as lexicon

UNREAL = ("would", "could", "might", "'d")
TURNS = ("but", "yet")


def contrary(parse: Parse, i: int, mark: int) -> bool:
    """As in "had the patrol turned back, ... would", "if they had listened, ... could": told of what was not so."""
    word = parse.lower(mark)
    if word == "if" and mark + 1 < len(parse) and parse.lower(mark + 1) == "only":
        return any(parse.lower(k) == "had" for k in range(mark, i))
    if word not in ("if", "had") or not any(parse.lower(k) == "had" for k in range(mark, i)):
        return False
    if parse.tags[i] not in ("VBN", "VBD"):
        return False
    inside = parse.subtree(i)
    return any(parse.tags[k] == "MD" and parse.lower(k) in UNREAL for k in parse.sentence(i) if k not in inside)


def forgone(parse: Parse, i: int) -> int | None:
    """As in "could have stormed it but waited", "could have won if it had come": the word that says it was not done."""
    if words.is_infinitive(parse, i) and parse.lemmas[parse.heads[i]] in lexicon.words("supposed"):
        beside = _turned(parse, parse.heads[i])
        return beside if beside is not None else _turned(parse, i)
    helpers = [parse.lower(k) for k in parse.children(i, "aux", "auxpass")]
    if not {"could", "might", "may"} & {*helpers} or "have" not in helpers:
        return None
    after = range(i + 1, parse.sentence(i).stop)
    beside = _turned(parse, i)
    return beside if beside is not None else next((k for k in after if _turns_back(parse, k)), None)


def _turned(parse: Parse, i: int) -> int | None:
    """The "but" after which another finite verb follows, where the first was told of in the past."""
    near = (i, parse.heads[i])
    forms = (*near, *(n for k in near for n in parse.children(k, "aux", "auxpass")))
    past = any(parse.tags[k] in ("VBD", "MD") for k in forms)
    after = range(i + 1, parse.sentence(i).stop)
    turn = next((k for k in after if parse.lower(k) in TURNS and parse.heads[k] in (i, parse.heads[i])), None)
    told = turn is not None and any(_told(parse, k) for k in after if k > turn)
    return turn if past and told else None


def _told(parse: Parse, k: int) -> bool:
    past = any(parse.tags[n] == "VBD" for n in (k, *parse.children(k, "aux", "auxpass")))
    return past and parse.deps[k] in ("conj", "ROOT")


def _turns_back(parse: Parse, k: int) -> bool:
    """True for "instead", and for the "had" of "had the fuel run out"."""
    opens = parse.lower(k) == "had" and parse.deps[k - 1] not in words.SUBJECTS and k + 1 < len(parse)
    return parse.lower(k) == "instead" or (opens and parse.pos[k + 1] in ("DET", "PRON", "PROPN"))


def unmet(parse: Parse, i: int) -> bool:
    """As in "might have fallen had the fuel run out", "could have won if it had come": what hung on what was not so."""
    perfect = any(parse.lower(k) == "have" for k in parse.children(i, "aux"))
    others = (k for k in parse.sentence(i) if k not in parse.children(i, "aux"))
    return perfect and any(parse.lower(k) == "had" for k in others)


def forestalled(parse: Parse, i: int) -> int | None:
    """As in "before they could light it", "defused the mine before it exploded": the "before" of what was not."""
    over = parse.heads[i]
    if parse.deps[i] == "pcomp" and parse.lower(over) == "before":  # "was shot before entering"
        stopped = parse.lemmas[parse.heads[over]] in lexicon.words("forestall")
        return over if stopped and parse.child(parse.heads[over], "auxpass") is not None else None
    before = next((k for k in parse.children(i, "mark") if parse.lower(k) == "before"), None)
    if before is None or parse.deps[i] != "advcl":
        return None
    if any(parse.lower(k) in ("could", "can") for k in parse.children(i, "aux")):
        return before
    return before if parse.tags[i] in ("VBD", "VBN") and _undone(parse, i, parse.heads[i]) else None


def _undone(parse: Parse, i: int, verb: int) -> bool:
    """True where what was stopped is what would have done it: "shot the driver before he reached the gate"."""
    who = parse.child(i, "nsubj")
    what = parse.child(verb, "dobj", "nsubjpass")
    if parse.lemmas[verb] not in lexicon.words("forestall") or who is None or what is None:
        return False
    if parse.lower(who) not in ("it", "he", "she", "they"):
        return False
    subject = parse.child(verb, "nsubj")
    many = parse.lower(who) == "they"
    alike = subject is not None and _many(parse, subject) == _many(parse, what)
    thing = parse.lower(who) == "it" and (subject is None or parse.tags[subject] in ("NNS", "NNPS", "PRP"))
    return _many(parse, what) == many and (not alike or thing)


def _many(parse: Parse, noun: int) -> bool:
    plural = parse.tags[noun] in ("NNS", "NNPS") or parse.lower(noun) in ("they", "we", "police", "people")
    return plural or any(parse.deps[k] == "conj" for k in parse.kids[noun])


def provisos(parse: Parse, i: int) -> Iterator[tuple[int, int]]:
    """The phrases of the sentence that set a condition ("provided that", "as long as"): first and last token."""
    sentence = parse.sentence(i)
    openings = _provisos()
    for at in sentence:
        for phrase in openings.get(parse.lower(at), ()):
            end = at + len(phrase) - 1
            found = end + 1 < sentence.stop and [parse.lower(k) for k in range(at, end + 1)] == phrase
            if found and (len(phrase) > 1 or _sets(parse, at)):
                yield at, end


@cache
def _provisos() -> dict[str, list[list[str]]]:
    """The phrases by their first word, in order."""
    phrases = [phrase.split() for phrase in sorted(lexicon.words("proviso"))]
    return {first: [phrase for phrase in phrases if phrase[0] == first] for first in {phrase[0] for phrase in phrases}}


def _sets(parse: Parse, at: int) -> bool:
    """True for "provided (that) Kyiv agrees", not for "provided aid" or "assuming power"."""
    following = parse.lower(at + 1) == "that" or parse.deps[at] == "mark"
    clause = any(k > at for k in parse.children(at, "ccomp"))
    bare = parse.tags[at] in ("VBN", "VBG") and parse.heads[at + 1] > at + 1 and parse.deps[at + 1] in words.SUBJECTS
    return (following or clause or bare) and parse.child(at, "nsubj", "nsubjpass", "dobj") is None


def provided(parse: Parse, i: int) -> int | None:
    """The proviso whose clause's verb ``i`` is: "provided that Kyiv agrees"."""
    for first, last in provisos(parse, i):
        between = range(last + 1, i)
        if last < i and not any(parse.pos[k] == "VERB" or parse.word(k) == "," for k in between):
            return first if parse.tags[i] not in ("VBG",) and parse.tags[i] != "VBD" else None
    return None


def hangs_on_proviso(parse: Parse, i: int) -> int | None:
    """The proviso beside the clause of ``i``: "would sign on condition that ..."."""
    return next((first for first, _ in provisos(parse, i)), None)


def too_much(parse: Parse, i: int) -> int | None:
    """The "too" before an infinitive: "too late to save", "too few men to hold", "too badly hurt to walk"."""
    if not words.is_infinitive(parse, i):
        return None
    to = next((k for k in range(i - 1, max(-1, i - 4), -1) if parse.lower(k) == "to"), i)
    low = max(parse.sentence(i).start, to - 9)
    found = next((k for k in range(to - 1, low - 1, -1) if parse.lower(k) == "too"), None)
    if found is None or found + 1 >= to or parse.pos[found + 1] not in ("ADJ", "ADV", "VERB"):
        return None
    verbs = [k for k in range(found + 2, to) if parse.pos[k] == "VERB" and parse.tags[k] != "VBN"]
    return found if not verbs and not any(parse.word(k) == "," for k in range(found, to)) else None


def in_time(parse: Parse, i: int) -> int | None:
    """As in "arrived in time to save it": the "time"."""
    at = i - 2
    timed = words.is_infinitive(parse, i) and at > 0 and parse.lower(at) == "time" and parse.lower(at - 1) == "in"
    return at if timed else None
