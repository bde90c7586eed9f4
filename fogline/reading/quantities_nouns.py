"""What a number counts: the noun of its noun phrase."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from fogline.models.parse import Parse
from fogline.reading.quantities_measures import Counting, age, measure, money
from fogline.reading.quantities_numbers import GAP, Number
from fogline.reading.quantities_traps import MONTHS
from fogline.tables import lexicon_numbers as lexicon

NOUNS = ("NN", "NNS", "NNP", "NNPS")
INSIDE = (*NOUNS, "JJ", "JJR", "JJS", "VBN", "VBG", "POS", "HYPH", "AFX", "``", "''", "RB")
LONGEST = 8  # tokens between a number and its noun
PARTITIVE = re.compile(
    r"\s+(?:more\s+)?of\s+(?:(?:the|his|her|its|their|our|these|those|some)\s+)?(?!the\b|them\b|whom\b|which\b|us\b)"
)
NONE_OF = re.compile(r"\s+of\s+(?:the|its|their|his|her|those|these|our)\s+(?:[\d,]+\s+|\w+(?=\s+\w+\s+\w)\s+)?")
DESIGNATION = re.compile(r"[A-Z][\w-]*\d")  # the parser takes "Shahed-136" for a bracket
STRONG = re.compile(r"(?:\s+|[-‑])strong\b")
CROWD = re.compile(r"\b(\w+)\s+of\s+$")
BOTH_OF_TWO = re.compile(r"\s+(?:[\w-]+\s+){1,2}and\s")  # "both men and women" are not two
PRONOUN_PART = re.compile(r"\s+of\s+(?:them|whom|which|those|these)\b\s*(?:were|are|was|is|being|,)?\s*")
FATE = re.compile(
    r"(?:dead|wounded|injured|hurt|missing|killed|displaced|detained|arrested)\b(?!\s+[a-z]+(?:s|men)\b)", re.I
)
DEMONYM = re.compile(r"[A-Z][\w-]*(?:ians|ans|[a-z]is|ese|ards)$")
CALENDAR = re.compile(rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?$|{MONTHS}$")


def counting(text: str, parse: Parse, number: Number) -> Counting | None:
    """What the number counts, or None for words that only look like a number ("no sign")."""
    if number.bound == "none_bare":
        return _none_of(text, parse, number)
    both = text[slice(*number.core)].lower() == "both"
    for rule in () if both or number.bound == "none_person" else (age, money, measure):
        found = rule(text, number)
        if found:
            return replace(found, number=_zero(found.number)) if number.bound == "none" else found
    noun = _noughts(_noun(text, parse, number))
    people = noun is not None and noun.unit == "person" and not BOTH_OF_TWO.match(text, number.end)
    return noun if people or not both else None


def _noughts(found: Counting) -> Counting | None:
    """As in "no casualties" counts; "no sign" and "none" alone do not."""
    number = found.number
    if number.bound == "none_person":
        return replace(found, unit="person", what="person", end=number.end, kind="count", number=_zero(number))
    if not number.bound.startswith("none"):
        return found
    counts = found.unit == "person" or (found.what in lexicon.counted_nouns())
    return replace(found, number=_zero(number)) if counts and number.bound == "none" else None


def _none_of(text: str, p: Parse, number: Number) -> Counting | None:
    """As in "none of the 18 crew members": nought of them; "none" alone counts nothing."""
    of = NONE_OF.match(text, number.end)
    head = _head(p, of.end(), number) if of else None
    found = None if head is None or of is None else _counted(p, _bare(number), head, of.end())
    counts = found is not None and (found.unit == "person" or found.what in lexicon.counted_nouns())
    return replace(found, end=number.end, number=_zero(number)) if found is not None and counts else None


def _bare(number: Number) -> Counting:
    return Counting(number, number.start, number.end, None, None, "bare")


def _zero(number: Number) -> Number:
    return replace(number, bound="exact")


def _noun(text: str, parse: Parse, number: Number) -> Counting:
    """The counted noun in the noun phrase after the number, and how far the phrase goes."""
    if strong := STRONG.match(text, number.end):
        return Counting(number, number.start, strong.end(), "person", "person", "count")
    found = _noun_after(text, parse, number)
    crowd = CROWD.search(text[max(0, number.start - 24) : number.start]) if found.unit is None else None
    told = lexicon.casualty_words("people_of").get(crowd[1].lower()) if crowd else None
    if told is None:
        return found
    return replace(found, unit="person", what="person", kind="count", role=None if told == "none" else told)


def _noun_after(text: str, p: Parse, number: Number) -> Counting:
    bare = _bare(number)
    part = PRONOUN_PART.match(text, number.end)
    partitive = PARTITIVE.match(text, number.end)
    direct = re.match(rf"{GAP}+|[-‑]", text[number.end : number.end + 3])
    if part:
        head = _head(p, part.end(), number)
        return replace(_counted(p, bare, head, part.end()), end=number.end) if head is not None else bare
    if partitive and (fate := FATE.match(text, partitive.end())):
        role = lexicon.casualty_words("verb", "state")[fate[0].lower()]
        return replace(bare, unit="person", kind="count", end=fate.end(), role=role)
    if partitive:
        head = _head(p, partitive.end(), number)
        found = _counted(p, bare, head, partitive.end()) if head is not None else bare
        one = text[slice(*number.core)].lower() == "one"
        if one and number.bound == "at_most":
            return bare
        return found if not one or found.unit == "person" or found.unit != found.what else bare
    if not direct:
        return bare
    at = number.end + direct.end()
    head = _hyphenated(p, at) if direct[0] in "-‑" else _head(p, at, number)
    return bare if head is None else _counted(p, bare, head, at)


def _hyphenated(p: Parse, at: int) -> int | None:
    """As in "a 12-member crew", "a 40-strong unit": only words that are known to be counted."""
    i = bisect_left(p.starts, at)
    word = p.lower(i) if i < len(p) else ""
    known = word in lexicon.counted_nouns() or word in ("strong", "member", "nation", "country")
    return i if known else None


def _head(p: Parse, at: int, number: Number) -> int | None:
    """The head of the noun phrase that begins at ``at``: its first plural, else its last noun."""
    i = bisect_left(p.starts, at)
    if i >= len(p) or p.starts[i] - at > 3:
        return None
    return _tagged_head(p, i, number) if p.parsed else _known_head(p, i)


def _tagged_head(p: Parse, first: int, number: Number) -> int | None:
    last, found = min(p.sentence(first).stop, first + LONGEST), None
    for j in range(first, last):
        if p.tags[j] == "POS" and p.tags[min(j + 1, last - 1)] == "CD":
            return None  # "40 of the village's 700 people"
        if p.tags[j] in NOUNS:
            if CALENDAR.match(p.word(j)):
                break
            found = j
            if _plural(p, j) and not _goes_on(p, j, last):
                break
        elif not _inside(p, j, last) or (p.tags[j] == "VBN" and found is not None and p.word(j - 1) not in "-‑"):
            break
    if found is not None and number.low is not None and number.low > 1 and not _plural(p, found):
        return _known_between(p, number, first, found)
    return found


def _attributive(p: Parse, number: Number, first: int, found: int) -> bool:
    """As in "a 40 nation force": behind an article a number with a singular counts that, whatever follows."""
    at = bisect_left(p.starts, number.start) - 1
    return at >= 0 and p.lower(at) in ("a", "an") and found > first and p.tags[first] in NOUNS


def _known_between(p: Parse, number: Number, first: int, found: int) -> int | None:
    """In a run without a plural, the first noun that is known to be counted; else the last noun."""
    for j in range(first, found + 1):
        if singular(p, j) in lexicon.counted_nouns():
            return j
    if p.word(found).isupper() and p.ends[found] - p.starts[found] > 1:
        return None  # "channel 64 UHF", "the 12 GAC": a sign, no thing that is counted
    if _attributive(p, number, first, found):
        return first
    return found if p.tags[found] != "NNP" or found == first else None


def _goes_on(p: Parse, j: int, last: int) -> bool:
    """As in "two weapons caches", "two ISIL-held buildings": a plural that only modifies what follows."""
    return j + 1 < last and (_plural(p, j + 1) or p.word(j + 1) in "-‑")


def _inside(p: Parse, j: int, last: int) -> bool:
    tag = p.tags[j]
    if tag == "CC" and p.tags[j - 1] == "NN":  # "12 howitzer and mortar systems"
        return j + 2 < last and p.tags[j + 1] == "NN" and _plural(p, j + 2)
    if tag == "CC":
        return j + 1 < last and p.tags[j - 1] in ("JJ", "NNP") and p.tags[j + 1] in ("JJ", "NNP")
    if tag == "RB":
        return p.lower(j) in ("more", "other", "mostly", "mainly", "newly", "heavily", "seriously", "severely")
    return (
        tag in INSIDE
        or DESIGNATION.match(p.word(j)) is not None
        or p.lower(j) in ("other", "more", "dead", "-", "-", "so-called")
    )


def _plural(p: Parse, j: int) -> bool:
    low = p.lower(j)
    return (
        p.tags[j] in ("NNS", "NNPS")
        or low in lexicon.irregular_plurals()
        or (low != lexicon.singular(low) and lexicon.singular(low) in lexicon.counted_nouns())
    )


def _known_head(p: Parse, first: int) -> int | None:
    """Without tags: the first of the next words that is a counted noun."""
    for j in range(first, min(p.sentence(first).stop, first + 4)):
        if lexicon.singular(p.word(j)) in lexicon.counted_nouns():
            return j
        if not p.word(j).replace("-", "").isalpha():
            break
    return None


def singular(p: Parse, i: int) -> str:
    """The lemma of the noun ``i``, by our rule where the parser took it for a name."""
    low = p.lower(i)
    ours = lexicon.singular(p.word(i))
    if p.word(i)[:1].isupper() and p.starts[i] and p.lemmas[i] == low:
        return ours
    if ours in lexicon.counted_nouns() or low in lexicon.irregular_plurals() or not p.lemmas[i]:
        return ours
    return p.lemmas[i] if p.tags[i] in ("NN", "NNS") else ours


def _counted(p: Parse, bare: Counting, head: int, at: int) -> Counting:
    lemma = singular(p, head)
    known = _lookup(p, head, lemma, at)
    if lemma in ("strong", "member"):
        return replace(
            bare, unit="person", what="person" if lemma == "strong" else lemma, end=p.ends[head], kind="count"
        )
    unit = known.unit if known else "person" if _people(p, head) else lemma
    end = p.ends[head]
    civilian = _civilian(p, at, head, known.civilian if known else None) if unit == "person" else None
    role = known.role if known else None
    if unit == "person" and (pair := _and_people(p, head)):
        head, lemma, end = pair, "person", p.ends[pair]
    return replace(
        bare, unit=unit, what=lemma, kind="count", end=end, civilian=civilian, role=role, premodifiers=(at, end)
    )


def _and_people(p: Parse, head: int) -> int | None:
    """The second noun of "13 women and children", "nine men and boys", counted together."""
    last = p.sentence(head).stop
    if head + 2 >= last or p.lower(head + 1) != "and" or not (_plural(p, head) and _plural(p, head + 2)):
        return None
    known = lexicon.counted_nouns().get(singular(p, head + 2))
    return head + 2 if known and known.unit == "person" and not known.role else None


def _lookup(p: Parse, head: int, lemma: str, at: int) -> lexicon.Counted | None:
    """The longest known name of the thing: "border guard" before "guard"."""
    nouns = lexicon.counted_nouns()
    pair = f"{p.lower(head - 1)} {lemma}" if head and p.starts[head - 1] >= at else ""
    return nouns.get(pair) or nouns.get(lemma)


def _people(p: Parse, head: int) -> bool:
    """Palestinians, Kurds: peoples; and -men and -women of every kind."""
    word = p.word(head)
    return bool(DEMONYM.match(word)) or word in lexicon.peoples() or word.lower().endswith(("men", "women", "people"))


def _civilian(p: Parse, at: int, head: int, by_noun: bool | None) -> bool | None:
    words = {p.lower(j) for j in range(bisect_left(p.starts, at), head)}
    if words & {"civilian", "civilians", "unarmed"}:
        return True
    if words & {"military", "army", "naval", "armed", "navy", "marine"}:
        return False
    return by_noun
