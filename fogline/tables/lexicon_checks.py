"""Words and ratios that the checks weigh, from ``data/languages/en``."""

from __future__ import annotations

import re
from functools import cache

from fogline.tables import files
from fogline.tables.lexicon_numbers import FOLDER, alternatives, singular

WORDS = re.compile(r"[a-z]+")
OPPOSITES = ("form", "scale", "side", "turns")


@cache
def check_words(kind: str) -> re.Pattern[str]:
    """Any word of a kind, whole and in any case; plurals of incidents too. The table's first line names the kinds."""
    table = files.rows(FOLDER + "check_words.tsv", ("form", "kind"))
    forms = alternatives(row["form"] for row in table if row["kind"] == kind).replace(r"\*", r"\w*")
    return re.compile(rf"\b(?:{forms}){'(?:s|es)?' if kind == 'incident' else ''}\b", re.I)


@cache
def measure_words(kind: str) -> re.Pattern[str]:
    """Any word of a kind of ``measure_words.tsv``, whole and in any case; its first line names the kinds."""
    table = files.rows(FOLDER + "measure_words.tsv", ("form", "kind"))
    return re.compile(rf"\b(?:{alternatives(row['form'] for row in table if row['kind'] == kind)})\b", re.I)


@cache
def spells(role: str) -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    """A pattern over the words of a role (begin, end, noun, state), and the families of spells of each form."""
    families: dict[str, frozenset[str]] = {}
    for row in files.rows(FOLDER + "spells.tsv", ("form", "role", "family")):
        if row["role"] == role:
            families[row["form"]] = families.get(row["form"], frozenset()) | {row["family"]}
    return re.compile(rf"\b(?:{alternatives(families)})\b", re.I), families


@cache
def incident_families() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern over the words for happenings, nouns and past verbs, and the family of each form."""
    table = files.rows(FOLDER + "incident_families.tsv", ("form", "family"))
    families = {row["form"]: row["family"] for row in table}
    return re.compile(rf"\b(?:{alternatives(families)})s?\b", re.I), families


def incidents(words: str) -> set[str]:
    """The kinds of happenings that words speak of.

    >>> sorted(incidents("A missile struck the port; the blasts started a fire."))
    ['assault', 'fire']
    """
    nouns = {family(m[0]) for m in check_words("incident").finditer(words)}
    return nouns | {family(m[0]) for m in incident_families()[0].finditer(words)}


def family(word: str) -> str:
    """The kind of happening that a noun or past verb means; its own word where the table has none.

    >>> family("Airstrikes"), family("stampede")
    ('assault', 'stampede')
    """
    low, families = word.lower(), incident_families()[1]
    bare = low[:-1] if low.endswith("s") and low not in families else low
    return families.get(low) or families.get(bare) or bare


@cache
def topics() -> dict[str, str]:
    """Words for one kind of happening or thing, beyond the incident families.

    >>> topics()["abducted"]
    'kidnapping'
    """
    return {row["form"]: row["topic"] for row in files.rows(FOLDER + "topic_families.tsv", ("form", "topic"))}


@cache
def once_only() -> dict[str, str]:
    """Verb forms of acts that happen to the same thing once, with their lemma."""
    return {row["form"]: row["lemma"] for row in files.rows(FOLDER + "once_only.tsv", ("form", "lemma"))}


@cache
def _senses() -> dict[str, str]:
    return {row["form"]: row["sense"] for row in files.rows(FOLDER + "same_words.tsv", ("form", "sense"))}


def sense(form: str) -> str | None:
    """What reports use a word for, by the one word that stands for all of them; None if it stands for itself.

    >>> sense("seaman"), sense("table")
    ('sailor', None)
    """
    return _senses().get(form)


@cache
def weapon_families() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern over what attacks are made with, singular or plural, and the family of each form in lower case."""
    table = files.rows(FOLDER + "weapon_families.tsv", ("form", "family"))
    families = {row["form"]: row["family"] for row in table}
    return re.compile(rf"\b(?:{alternatives(families)})s?\b", re.I), families


@cache
def accused_words(kind: str) -> tuple[str, ...]:
    """Words in the names of those said to have done something; the table's first line names the kinds."""
    table = files.rows(FOLDER + "accused_words.tsv", ("form", "kind"))
    return tuple(row["form"] for row in table if row["kind"] == kind)


@cache
def incident_verbs(kind: str) -> re.Pattern[str]:
    """Any word of a kind of ``incident_verbs.tsv``, whole and in any case; its first line names the kinds."""
    return re.compile(rf"\b(?:{alternatives(incident_forms(kind))})\b", re.I)


@cache
def incident_forms(kind: str) -> tuple[str, ...]:
    """The forms of a kind of ``incident_verbs.tsv``."""
    table = files.rows(FOLDER + "incident_verbs.tsv", ("form", "kind"))
    return tuple(row["form"] for row in table if row["kind"] == kind)


@cache
def ratios() -> dict[tuple[str, str], float]:
    """How many of the first unit one of the second is, both ways.

    >>> round(ratios()["km", "mile"], 3), round(ratios()["mile", "km"], 3)
    (1.609, 0.621)
    """
    table = files.rows(FOLDER + "unit_ratios.tsv", ("unit", "other", "ratio"))
    one_way = {(row["unit"], row["other"]): float(row["ratio"]) for row in table}
    return {**one_way, **{(b, a): 1 / r for (a, b), r in one_way.items()}}


@cache
def _like_words() -> tuple[re.Pattern[str], dict[str, set[str]]]:
    """A pattern over words with a sense, and the senses of each."""
    senses: dict[str, set[str]] = {}
    for row in files.rows(FOLDER + "like_words.tsv", ("form", "sense")):
        senses.setdefault(row["form"], set()).add(row["sense"])
    return re.compile(rf"\b(?:{alternatives(senses)})\b", re.I), senses


def senses(words: str) -> set[str]:
    """What words that mean alike speak of.

    >>> sorted(senses("84 families had left")) == sorted(senses("families have fled"))
    True
    """
    pattern, known = _like_words()
    return {sense for m in pattern.finditer(words) for sense in known[m[0].lower()]}


@cache
def fraction_words() -> tuple[re.Pattern[str], dict[str, float]]:
    """A pattern over worded fractions ("two thirds", "a quarter"), and the value of each."""
    values = {r["form"]: float(r["value"]) for r in files.rows(FOLDER + "fraction_words.tsv", ("form", "value"))}
    return re.compile(rf"\b(?:{alternatives(values)})\b".replace(r"\ ", r"[\s-]"), re.I), values


@cache
def change_words(kind: str) -> dict[str, str]:
    """The words of change of a kind, each with its way: up, down, or empty.

    >>> change_words("noun")["loss"], change_words("verb")["rose"]
    ('down', 'up')
    """
    table = files.rows(FOLDER + "change_words.tsv", ("form", "kind", "way"))
    return {row["form"]: row["way"] for row in table if row["kind"] == kind}


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["form"] for row in files.rows(FOLDER + "function_words.tsv", ("form",)))


def stems(words: str) -> set[str]:
    """The words that carry meaning, without their endings.

    >>> sorted(stems("The families had registered at the ward"))
    ['family', 'register', 'ward']
    """
    found = (w.lower().replace("’", "'").removesuffix("'s") for w in re.findall(r"[A-Za-z][\w’'-]+", words))
    return {re.sub(r"(?:ing|ed)$", "", singular(w)) for w in found if w not in _function_words() and len(w) > 2}


@cache
def opposites() -> dict[str, tuple[tuple[str, str], ...]]:
    """Words that exclude others: for each form the scales it stands on, and which end of each (+ or -).

    >>> opposites()["strike down"]
    (('verdict', '-'),)
    """
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in files.rows(FOLDER + "opposites.tsv", OPPOSITES):
        found[row["form"]] = (*found.get(row["form"], ()), (row["scale"], row["side"]))
    return found


@cache
def turning() -> frozenset[str]:
    """The scales on which a thing can pass from one end to the other within one report."""
    return frozenset(row["scale"] for row in files.rows(FOLDER + "opposites.tsv", OPPOSITES) if row["turns"])


@cache
def irregular_forms() -> dict[str, str]:
    """Forms that no ending explains, with their lemma ("struck": "strike")."""
    return {row["form"]: row["lemma"] for row in files.rows(FOLDER + "irregular_forms.tsv", ("form", "lemma"))}


@cache
def small_words(kind: str) -> frozenset[str]:
    """Words that say nothing by themselves, pronouns, possessives, or prepositions that lead in a place or a part."""
    table = files.rows(FOLDER + "small_words.tsv", ("form", "kind"))
    return frozenset(row["form"] for row in table if row["kind"] == kind)


@cache
def offsets() -> dict[str, frozenset[int]]:
    """The offsets from GMT, in minutes, that the clocks of a country (ISO 3166-1 alpha-2) have had since 2010.

    >>> sorted(offsets()["RO"])
    [120, 180]
    """
    table = files.rows("places/utc_offsets.tsv", ("iso2", "minutes"))
    return {row["iso2"]: frozenset(int(m) for m in row["minutes"].split(",")) for row in table}


@cache
def thing_states() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """What is told of a definite thing: for each form its scales, the end of each, and "yes" where it is final."""
    found: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for row in files.rows(FOLDER + "thing_states.tsv", ("form", "scale", "side", "final")):
        found[row["form"]] = (*found.get(row["form"], ()), (row["scale"], row["side"], row["final"]))
    return found


@cache
def _states_by_word() -> dict[str, list[str]]:
    """The forms of `thing_states` by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for form in sorted(thing_states(), key=len, reverse=True):
        found.setdefault(form.split()[0], []).append(form)
    return found


def states_told(text: str) -> list[tuple[int, str]]:
    """Where words of `thing_states` stand, each with its form; read word by word, not form by form.

    >>> states_told("The road was shut down, the bridge intact.")
    [(13, 'shut down'), (35, 'intact')]
    """
    low, forms = text.lower(), _states_by_word()
    if len(low) != len(text):
        return []
    words = ((m.start(), forms[m[0]]) for m in WORDS.finditer(low) if m[0] in forms)
    found = ((at, next((f for f in longest if _stands(low, f, at)), "")) for at, longest in words)
    return [(at, form) for at, form in found if form]


def _stands(low: str, form: str, at: int) -> bool:
    end = at + len(form)
    return low.startswith(form, at) and not low[end : end + 1].isalnum()
