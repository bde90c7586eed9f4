"""What a negation reaches: the act, or only its means ("not with a knife but with an axe"), or another negation."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.models.parse import Parse
from fogline.tables import lexicon_acts as lexicon

HARDLY = ("hardly", "scarcely", "barely", "not", "no", "never")
SOLE = ("a", "an", "one", "any", "single")


def spares(parse: Parse, i: int) -> bool:
    """True where what is negated of the act at ``i`` is how, where, when or to whom it was done."""
    helpers = [parse.lower(k) for k in parse.children(i, "aux", "auxpass")]
    if parse.child(i, "neg") is None or not {"did", "was", "were", "does", "do"} & {*helpers}:
        return parse.child(i, "neg") is not None and not helpers and _bounded(parse, i)
    return _contrasted(parse, i) or _alone(parse, i) or _bounded(parse, i)


def _contrasted(parse: Parse, i: int) -> bool:
    """As in "did not kill with X but with Y", "did not shell the port but the airfield", "not for fear but because"."""
    but = next((k for k in range(i + 1, parse.sentence(i).stop - 1) if parse.lower(k) == "but"), None)
    if but is None or parse.word(but - 1) == ";":
        return False
    after = but + 2 if parse.lower(but + 1) == "rather" else but + 1
    pair = parse.heads[but]
    if pair != i and i in parse.ancestors(pair):
        return parse.deps[pair] in ("prep", "pobj", "dobj", "npadvmod", "advmod", "advcl", "agent") and not _tells(
            parse, i, but, pair
        )
    hung = pair == i and parse.pos[after] in ("ADP", "SCONJ") and parse.word(but - 1) != ","
    joined = any(k > but for k in parse.children(i, "conj"))
    return hung and (not joined or parse.lower(after) == "because")


def _tells(parse: Parse, i: int, but: int, pair: int) -> bool:
    """True where a verb of its own follows "but": "did not shell the port but burned it"."""
    other = next((k for k in parse.children(pair, "conj") if k > but), None)
    return other is not None and parse.tags[other] in ("VBD", "VBZ", "VBP") and parse.deps[pair] != "advcl"


def _alone(parse: Parse, i: int) -> bool:
    """As in "did not act alone", "did not die in vain", "was not chosen by chance"."""
    manners = lexicon.words("manner")
    if any(parse.lower(k) in manners for k in parse.children(i, "advmod", "acomp", "amod", "oprd")):
        return True
    preps = parse.children(i, "prep")
    return any(f"{parse.lower(p)} {parse.lower(k)}" in manners for p in preps for k in parse.kids[p])


def _bounded(parse: Parse, i: int) -> bool:
    """As in "did not leave until dawn", "never left without burning it", "did not leave before looting it"."""
    late = ("until", "till")
    for k in (*parse.kids[i], *(n for x in parse.children(i, "xcomp") for n in parse.kids[x])):
        if k > i and parse.lower(k) in (*late, "without", "before") and parse.deps[k] == "prep":
            gerund = parse.child(k, "pcomp") is not None
            if parse.lower(k) in late or gerund:
                return True
        if k > i and parse.deps[k] == "advcl" and any(parse.lower(m) in late for m in parse.children(k, "mark")):
            return parse.tags[k] in ("VBD", "VBN")
    return False


def doubled(parse: Parse, i: int, without: int) -> Iterator[int]:
    """The negation over "without": "no convoy leaves without being shelled", "never left without burning it"."""
    verb = parse.heads[without]
    if any(parse.tags[k] == "MD" for k in parse.children(verb, "aux")):
        return
    yield from (k for k in parse.children(verb, "neg", "advmod") if parse.lower(k) in (*HARDLY, "rarely", "seldom"))
    yield from (k for aux in parse.children(verb, "aux", "auxpass") for k in parse.children(aux, "neg"))
    yield from (k for noun in parse.children(verb, "nsubj", "nsubjpass") for k in none_of(parse, noun))


def none_of(parse: Parse, noun: int) -> Iterator[int]:
    """The word before a noun or pronoun that leaves none: "hardly a night", "not one bridge", "no convoy", "nobody"."""
    if parse.lower(noun) in lexicon.words("nobody"):
        yield noun
        return
    first = parse.lefts[noun]
    word = parse.lower(first)
    none = word == "no" or (word in HARDLY and parse.lower(first + 1) in SOLE)
    if (first < noun and none) or (word in HARDLY and parse.lower(noun) in ("anyone", "anybody", "anything")):
        yield first


def there_is_none(parse: Parse, i: int) -> int | None:
    """As in "there was hardly a house that they did not burn": the word that leaves none of what is told of."""
    noun = parse.heads[i]
    if parse.deps[i] == "ccomp":  # "no street that the snipers did not watch", hung on "was"
        found = parse.child(noun, "attr") if any(parse.lower(k) == "that" for k in parse.children(i, "dobj")) else None
        noun = i if found is None else found
    be = parse.heads[noun]
    if parse.deps[i] not in ("relcl", "ccomp") or parse.deps[noun] != "attr" or parse.child(be, "expl") is None:
        return None
    own = next(none_of(parse, noun), None)
    if own is not None:
        return own
    near = (k for k in parse.children(be, "neg", "advmod") if parse.lower(k) in HARDLY and be < k < noun)
    return next(near, None)


def few_do(parse: Parse, i: int) -> bool:
    """As in "few dispute that", "hardly anyone doubts that": next to nobody does."""
    few = ("few", "hardly", "scarcely")
    near = (parse.lefts[k] for k in parse.children(i, "nsubj", "amod") if k < i)
    return any(parse.lower(k) in few and parse.lower(k - 1 if k else k) != "a" for k in near)


def falsely(parse: Parse, i: int) -> bool:
    """As in "falsely accused of", "wrongly reported that"."""
    lies = ("falsely", "wrongly", "wrongfully", "mistakenly", "erroneously")
    return any(parse.lower(k) in lies for k in parse.children(i, "advmod"))


def save_for(parse: Parse, k: int) -> bool:
    """As in "nobody but the driver", "not every convoy", "no fewer than forty", "not the navy but smugglers"."""
    after, then = (parse.lower(n) if n < len(parse) else "" for n in (k + 1, k + 2))
    if parse.lower(k) in lexicon.words("nobody") and after in ("but", "except", "save", "less", "short"):
        return True
    if parse.lower(k) == "not" and parse.deps[parse.heads[k]] in ("nsubj", "nsubjpass"):
        verb = next((n for n in parse.ancestors(k) if parse.pos[n] == "VERB"), k)
        swapped = any(parse.lower(n) == "but" for n in range(k + 1, verb))
        return swapped or after in ("every", "all", "everyone", "everybody", "everything")
    return after in ("fewer", "less", "more") and then == "than"


def without_even(parse: Parse, i: int) -> int | None:
    """As in "without so much as greeting them", "without even a word": the "without"."""
    before = [parse.lower(k) for k in range(max(0, i - 4), i)]
    if before == ["without", "so", "much", "as"]:
        return i - 4
    return i - 2 if before[-2:] == ["without", "even"] and parse.lower(parse.heads[i]) != "without" else None


def in_vain(parse: Parse, i: int) -> bool:
    """As in "sought in vain to free him", "hoped to land, to no avail"."""
    sentence = parse.sentence(i)
    text = " ".join(parse.lower(k) for k in sentence)
    return any(f" {phrase} " in f" {text} " for phrase in lexicon.words("vain"))
