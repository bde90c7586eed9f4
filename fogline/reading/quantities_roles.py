"""What became of the people counted: by the noun, the verb around them, the toll they are added to, or a neighbour."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from fogline.reading.quantities_measures import Counting
from fogline.tables import lexicon_numbers as lexicon

BE = (
    r"were|was|are|is|be|been|being|remain|remained|got|lay|left|feared|reported|reportedly|believed|presumed|confirmed"
)
FILLER = (
    r"have|has|had|also|already|then|later|still|so far|now|more|others?|to|officially|seriously|severely|badly"
    r"|slightly|lightly|critically|gravely|fatally|initially|either|allegedly|could|may|might|will|would|must|not|known|who|that|which"
    r"|people|apparently|already|since|forcibly|internally|as|of (?:them|whom|those|these)"
)
ARTICLES = r"(?:the|a further|another|some|all|a|an|as|its|their|his|her|of|people|those|was|is|that)"
OBJECT = re.compile(
    r"\s+(?:(?:up to|at least|about|around|some|nearly|more than|over|almost)\s+)?"
    r"(?:(?:the|an?|his|her|their|its|him|them|one|two|three|four|five|six|seven|eight|nine|ten|several|dozens|scores"
    r"|hundreds|thousands|civilians|people|soldiers|children|women|members|residents)\b|\d|[A-Z])"
)
NOT_OBJECT = re.compile(
    r"\s+(?:the (?:day|night|week|month|same|previous|next|following)|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|this|last"
    r"|a (?:day|week|month|year)|\d+ (?:days?|weeks?|months?|years?|kilom|km|mil|met))"
)
TOLL_STEP = re.compile(
    r"(?:\bto|\bat|\bin|\bof|\bfrom|\breach(?:ed|es|ing)?|\bwas|\bis|\bhits?|\bhitting|\bpass(?:ed|es)"
    r"|\btop(?:ped|s)|\bsurpass(?:ed|es)|\bexceed(?:ed|s|ing)?|\bas|:|\bwere|\bare|\bby)\s*(?:the\s+)?$"
)


PART_OF = re.compile(  # "half of the 40 prisoners died": not the 40
    r"\b(?:half|most|some|many|few|part|much|a (?:third|quarter|fifth|majority|number|few)|thirds) of "
    r"(?:the |its |his |her |their |those )$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Context:
    """A counting with the words of its sentence on both sides."""

    counting: Counting
    before: str
    after: str


def role(at: Context) -> str | None:
    """What became of these people, by the first rule that knows; None for agents and bystanders."""
    if re.search(r"\b(?:none|neither|not one|not any) of (?:the |its |his |her |their |those )?$", at.before, re.I):
        return None
    if PART_OF.search(at.before):
        return at.counting.role
    told = next((found for rule in RULES if (found := rule(at))), None)
    own = at.counting.role  # "12 deaths", "30 detainees"; what befell "two hostages" outweighs what they were
    return own if own and (own == "killed" or told not in FATES[own]) else told


# What is told of people outweighs what their noun says: a hostage who is killed, a refugee who is wounded.
FATES = {
    "injured": ("killed",),
    "missing": ("killed", "injured"),
    "captured": ("killed", "injured"),
    "arrested": ("killed", "injured"),
    "displaced": ("killed", "injured", "captured", "arrested", "missing"),
}


def _after(at: Context) -> str | None:
    """As in "12 people were killed", "30 others wounded", "200 dead", "12 soldiers killed in the strike"."""
    match = _right().match(at.after)
    if not match:
        return _after_phrase(at)
    word = re.sub(r"\s+", " ", match["role"].lower())
    verbs = lexicon.casualty_words("verb")
    rest = at.after[match.end() :]
    if word in verbs and _active(match, rest):
        return None
    second = re.match(r",?\s+(and|or|then)\s+(?:then\s+|later\s+|subsequently\s+|reportedly\s+)?(\w+)\b", rest)
    if second and (other := verbs.get(second[2].lower(), verbs.get(word))) != verbs.get(word):
        held = verbs.get(word) in ("captured", "arrested") and other == "killed" and second[1] != "or"
        return other if held else None
    return verbs.get(word) or lexicon.casualty_words("died", "state").get(word)


def _after_phrase(at: Context) -> str | None:
    """As in "nine members of his family died", "five men on board the ferry were hurt": a phrase in between."""
    match = _far_right().match(at.after)
    table = {**lexicon.casualty_words("verb"), **lexicon.casualty_words("died", "state")}
    if not match:
        return None
    return "killed" if match["died"] else table[re.sub(r"\s+", " ", match["role"].lower())]


@cache
def _far_right() -> re.Pattern[str]:
    verbs = lexicon.alternatives(lexicon.casualty_words("verb", "state")).replace(r"\ ", r"\s+")
    died = lexicon.alternatives(("died", "perished", "drowned"))
    phrase = (
        r"(?:\s+(?:(?:of|in|at|from|aboard|on|inside|near|aged)|and\s+(?:an?|the|his|her|their|its|several|many))"
        r"\s+[\w’'-]+(?:\s+[\w’'-]+){0,4}?)"
    )
    be = r"(?:(?:have|has|had)\s+been|were|was|are|being)(?:\s+(?:also|reportedly|reported|feared|later|then))?"
    return re.compile(rf"{phrase}\s+(?:{be}\s+(?P<role>{verbs})|(?:have\s+|had\s+)?(?P<died>{died}))\b(?!-)", re.I)


def _active(match: re.Match[str], rest: str) -> bool:
    """As in "12 gunmen killed a guard": the people are the agents."""
    word = match["role"].lower()
    if word.endswith("ing"):
        return not re.search(r"\b(?:being)\b", match["lead"] or "")
    passive = re.search(rf"\b(?:{BE})\b", match["lead"] or "", re.I)
    if passive:
        return False
    if re.search(r"\b(?:have|has|had|could|may|might|will|would|who|that|which)\s*$", match["lead"] or ""):
        return bool(OBJECT.match(rest))
    return bool(OBJECT.match(rest)) and not NOT_OBJECT.match(rest)


@cache
def _right() -> re.Pattern[str]:
    words = {**lexicon.casualty_words("verb", "died", "state")}
    forms = lexicon.alternatives(words).replace(r"\ ", r"\s+")
    aside = (
        r"(?:\s*[,(]\s*(?:including|among|of whom|most|many|some|mostly|mainly|all of"
        r"|\w+ of (?:them|whom))[^,;()]{1,80}[,)]"
        r"|\s*[—–][^—–;.]{1,80}[—–])?"
    )
    return re.compile(
        rf"{aside}(?P<lead>(?:[\s,]+(?:{BE}|{FILLER})\b(?!-)){{0,6}})[\s,]+(?P<role>{forms})\b(?!-)", re.I
    )


def _verb_before(at: Context) -> str | None:
    """As in "killing 12", "killed the 12 crew"; "killed or wounded 40" says neither."""
    match = _left().search(at.before)
    if not match:
        return None
    verbs = lexicon.casualty_words("verb")
    roles = {verbs[w.lower()] for w in (match["first"], match["role"]) if w}
    if match["joint"] == "and" and "killed" in roles and roles <= {"killed", "captured", "arrested"}:
        return "killed"
    return roles.pop() if len(roles) == 1 else None


@cache
def _left() -> re.Pattern[str]:
    forms = lexicon.alternatives(lexicon.casualty_words("verb"))
    named = r"(?:an?|the|his|her)\s+[\w’'-]+(?:\s+[\w’'-]+)?|him|her|them|(?-i:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})"
    other = rf"(?:\s+(?:{named})(?:,|\s+and)(?:\s+(?:his|her|their|other|another))?)?"
    return re.compile(
        rf"\b(?:(?P<first>{forms})\s+(?P<joint>and|or)\s+)?(?P<role>{forms})(?:\s+{ARTICLES}|\s*:)*{other}\s+$", re.I
    )


DRIVEN = re.compile(
    r"\b(?:driv(?:e|es|en|ing)|drove|forc(?:e|es|ed|ing)|push(?:es|ed|ing)?|chas(?:e|es|ed|ing)|evict(?:s|ed|ing)?|"
    r"uproot(?:s|ed|ing)?|flush(?:es|ed|ing)?)\s+(?:(?:out|away|the|some|another|over)\s+)*$",
    re.I,
)
FROM_HOME = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:from|out of|off)\s+(?:their|the|its|his|her)\s+(?:\w+\s+){0,2}?"
    r"(?:homes?|houses?|villages?|land|lands|farms?|towns?|neighbourhoods?|camps?|shelters?)\b",
    re.I,
)


def _driven_out(at: Context) -> str | None:
    """As in "drove 3,000 people from their homes"."""
    return "displaced" if DRIVEN.search(at.before) and FROM_HOME.match(at.after) else None


TREATED = re.compile(r"\btreat(?:ed|ing|s)?\s+(?:the\s+|another\s+)?$", re.I)
FOR_WOUNDS = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?for\s+(?:[\w-]+\s+){0,3}?(?:burns?|injuries|wounds|fractures|shock|inhalation|trauma)\b",
    re.I,
)


def _treated(at: Context) -> str | None:
    """As in "treated 60 people for burns"."""
    return "injured" if TREATED.search(at.before) and FOR_WOUNDS.match(at.after) else None


def _state_before(at: Context) -> str | None:
    """As in "left dead 12", "Dead: 12"."""
    listed = r"(?:\s*:|\s+(?:include|includes|included|were|are)(?:\s+(?:the|at least))?)"
    match = re.search(
        rf"\b(dead|missing|displaced|killed|wounded|injured|detained|arrested){listed}\s*$", at.before, re.I
    )
    words = lexicon.casualty_words("verb", "state")
    return words.get(match[1].lower()) if match else None


def _lives(at: Context) -> str | None:
    """As in "claimed 12 lives"."""
    if at.counting.what != "life":
        return None
    took = r"\b(?:claim|cost|t[ao]k|took|taken)(?:s|ed|es|ing|e|en)?\s+(?:the\s+)?$"
    return (
        "killed"
        if re.search(took, at.before) or re.match(r"\s+(?:were|have been|had been)?\s*(?:lost|claimed)", at.after)
        else None
    )


def _noun_of(at: Context) -> str | None:
    """As in "the deaths of 12 people", "the arrest of 14"."""
    words = lexicon.casualty_words("noun_of")
    match = re.search(r"\b(\w+)(?:\s+of\s+life)?\s+(?:of|to)\s+(?:the\s+)?$", at.before)
    return words.get(match[1].lower()) if match else None


def _toll(at: Context) -> str | None:
    """As in "the death toll rose to 41 from 38", "the number of wounded stands at 30"."""
    if not TOLL_STEP.search(at.before) or (at.counting.what and not at.counting.person):
        return None
    clause = re.split(r"[;.]\s|, (?:and|but|while|as)\s", at.before)[-1]
    found = list(_toll_word().finditer(clause))
    return lexicon.casualty_words("toll")[found[-1]["role"].lower()] if found else None


@cache
def _toll_word() -> re.Pattern[str]:
    forms = lexicon.alternatives(lexicon.casualty_words("toll"))
    return re.compile(
        rf"(?:\b(?:number of|count of|total of|tally of)\s+(?:\w+\s+){{0,3}}?|\b)(?P<role>{forms})\b(?=[^,;]{{0,90}}$)",
        re.I,
    )


RULES: tuple[Callable[[Context], str | None], ...] = (
    _after, _verb_before, _driven_out, _treated, _state_before, _lives, _noun_of, _toll,
)  # fmt: skip


def premodifier_role(words: str) -> str | None:
    """The role that a participle inside the noun phrase gives: "30 wounded soldiers".

    >>> premodifier_role("30 wounded soldiers"), premodifier_role("30 soldiers")
    ('injured', None)
    """
    table = {**lexicon.casualty_words("verb"), "missing": "missing", "dead": "killed", "kidnapped": "captured"}
    inside = re.findall(r"[a-z]+", words.lower())[:-1]
    return next((table[w] for w in inside if w in table and (not w.endswith("ing") or w == "missing")), None)


LIST_GAP = re.compile(r"\s*,?\s*(?:and|or|as well as|plus)?\s*(?:another|a further|an additional)?\s*")


def siblings(text: str, found: Sequence[Counting], roles: Sequence[str | None]) -> list[str | None]:
    """Roles shared in a list: "two soldiers and three civilians were killed", "killing two guards and a 12 pupils"."""
    out = list(roles)
    for i in range(len(found) - 2, -1, -1):
        if not out[i] and _listed(text, found[i], found[i + 1]):
            out[i] = out[i + 1]
    for i in range(1, len(found)):
        if not out[i] and _listed(text, found[i - 1], found[i]):
            out[i] = out[i - 1]
    return out


OF_ALL = re.compile(r"\bOf\s+(?:[\w’'-]+\s+){0,3}$")  # "Of the town's 2,000 people, some 600 fled"


def _listed(text: str, left: Counting, right: Counting) -> bool:
    between = text[left.end : right.start]
    both = (
        left.person
        and (right.person or right.unit is None)
        and not OF_ALL.search(text[max(0, left.start - 40) : left.start])
    )
    return both and len(between) < 30 and bool(between.strip()) and bool(LIST_GAP.fullmatch(between))
