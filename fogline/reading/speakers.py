"""What kind of voice it is, and whose: class, entity, country and sector of a source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from fogline.reading.allegiance import countries_of, known_country, sector_of, state_body
from fogline.reading.namesakes import Names, is_title, names
from fogline.reading.noun_phrases import head, noun_of
from fogline.reading.voices import Page, Tokens, Voice
from fogline.records import Attribution, Entity
from fogline.tables.lexicon_acts import act_nouns
from fogline.tables.lexicon_voices import SourceNoun, source_nouns

__all__ = ["Names", "Who", "can_testify", "classified", "is_abstract", "known_country", "names"]

PERSONAL = {"he", "she", "him", "her", "his", "hers", "himself", "herself"}
PRONOUNS = PERSONAL | {"it", "they", "them", "its", "their"}
PEOPLE = PERSONAL | {"they", "who", "them", "i", "we"}
REPORTERS = {"i", "we", "us", "our", "my"}
BODIES = ("organisation", "government", "country", "force", "group")
ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ing", "ism", "ship", "war", "offer")
NAMED_BODIES = {"ORG", "GPE", "NORP", "FAC"}
QUANTIFIED = {"some", "many", "most", "several", "few", "other", "two", "three", "four", "five", "all", "both"}
CIRCLES = {"family", "tribe", "clan", "community", "crowd", "public", "population", "staff", "crew"}  # without a voice
HONORIFICS = {"mr", "ms", "mrs", "dr", "sir", "madam"}
STATE = ("GOV", "MIL", "COP", "JUD", "LEG")
ABROAD = {"ambassador", "envoy", "counterpart", "diplomat", "diplomats", "foreign", "western", "coalition", "allied"}
FAR_BACK = 6  # sentences that a chain of "it" may reach over


@dataclass(frozen=True, slots=True)
class Who:
    """A source resolved as far as the words and the report's other mentions carry."""

    voice: str
    entity: str | None = None
    country: str | None = None
    sector: str | None = None


def is_abstract(page: Page, source: Tokens) -> bool:
    """An act or quality ("the liberation denied them a haven", "a raid"): it does, but it does not speak."""
    if not source or can_testify(page, source):
        return False
    main = head(page, source)
    lemma = page.parse.lemmas[main]
    return page.parse.pos[main] == "NOUN" and (lemma.endswith(ABSTRACT) or lemma in act_nouns())


def classified(page: Page, voice: Voice, known: Names) -> Who:
    """The class, entity, country and sector of a draft's source; what neither words nor mentions give stays None."""
    return _who(page, voice.source, known) if voice.source else Who("unattributed")


def _who(page: Page, source: Tokens, known: Names) -> Who:
    main = head(page, source)
    said = countries_of(page, source)
    if len(said) > 1 and any(page.parse.lower(i) == "and" for i in source):
        return Who(_kind(page, source, None, known), None, None, sector_of(page, source))
    meant = known.person_named(page, source, main) or known.at(page.parse.span(main, main))
    if meant is None and page.parse.lower(main) in PRONOUNS:
        return _like_antecedent(page, main, known)
    entity = known.holder(page, source, meant)
    kind = _kind(page, source, entity, known)
    if entity is not None and entity is meant and (others := _partners(page, source, main, known)):
        return _shared(kind, (entity, *others))
    body = state_body(page, source) if kind == "unnamed_person" else None
    country = (entity.country if entity else None) or (said.pop() if len(said) == 1 else None)
    sector = (entity.sector if entity else None) or body or sector_of(page, source)
    country = country or (_home(page, source, known) if sector in STATE else None)
    return Who("unnamed_official" if body else kind, entity.id if entity else None, country, sector)


def _home(page: Page, source: Tokens, known: Names) -> str | None:
    """Of "the governor of Gao region" the region's country, of a bare "the ministry" the only one that is told of."""
    parse = page.parse
    seats = [known.places.get(parse.starts[i]) for i in source if i and parse.lower(i - 1) == "of"]
    bare = all(parse.pos[i] in ("DET", "NOUN", "ADJ") and parse.lower(i) not in ABROAD for i in source)
    return next((seat for seat in seats if seat), known.only_country if bare else None)


def alike(found: Iterable[Attribution]) -> list[Attribution]:
    """One speaker has one country: "the governor" has what "the governor of Gao region" has told."""
    voices = list(found)
    told: dict[str, set[str]] = {}
    for voice in voices:
        if voice.source_entity and voice.country:
            told.setdefault(voice.source_entity, set()).add(voice.country)
    once = {entity: min(countries) for entity, countries in told.items() if len(countries) == 1}
    return [replace(v, country=v.country or once.get(v.source_entity or "")) for v in voices]


def can_testify(page: Page, source: Tokens) -> bool:
    """True for a person, a body or a document: "polls show" is a voice, "the war shows" is not."""
    parse = page.parse
    if not source:
        return False
    main = head(page, source)
    named = parse.label(main) in (*NAMED_BODIES, "PERSON")
    return named or parse.lemmas[main] in source_nouns() or parse.lower(main) in PEOPLE


def _partners(page: Page, source: Tokens, main: int, known: Names) -> tuple[Entity, ...]:
    """Others who speak with one voice: "the army and the coastguard"; no second office of the same person."""
    parse = page.parse
    joined = [known.at(parse.span(k, k)) for k in parse.children(main, "conj") if k in source]
    first = known.at(parse.span(main, main))
    return tuple(e for e in joined if e and e is not first and (e.type in BODIES or known.is_named(e)))


def _shared(kind: str, together: tuple[Entity, ...]) -> Who:
    """What several who speak together have in common; none of them is the voice alone."""
    countries, sectors = {e.country for e in together}, {e.sector for e in together}
    return Who(
        kind, None, countries.pop() if len(countries) == 1 else None, sectors.pop() if len(sectors) == 1 else None
    )


def _kind(page: Page, source: Tokens, entity: Entity | None, known: Names) -> str:
    """The class of voice: a person's name before what the noun says, and that before what its mention may be.

    Whoever the report names is a named person throughout, also where it says "the minister" or "she".
    """
    parse = page.parse
    main = head(page, source)
    if parse.lower(main) in REPORTERS and not page.quoted(main):
        return "own_reporter"
    label = parse.label(main)
    unheard = entity is None and label == "PERSON" and parse.pos[main] != "NOUN" and not is_title(parse.word(main))
    unheard = unheard or _explained(page, source, main)
    unheard = unheard or (len(source) > 1 and all(_shouted(parse.word(i)) for i in source) and _titled(page, source))
    if unheard or (entity is not None and known.is_named(entity)):
        return "named_person"
    if parse.lower(main) in PRONOUNS:
        return _of_entity(entity) if entity else "unnamed_person"
    noun = noun_of(parse.lemmas[main])
    if noun is not None:
        return _of_noun(page, source, main, noun)
    many = any(parse.lower(i) in QUANTIFIED for i in source if i < main)
    if (label in NAMED_BODIES or (entity is not None and entity.type in BODIES)) and not many:
        return "named_organisation"
    return "unnamed_person"


def _explained(page: Page, source: Tokens, main: int) -> bool:
    """As in "Reeve, the port's director": a name that an office behind it explains."""
    parse = page.parse
    told = [noun_of(parse.lemmas[k]) for k in parse.children(main, "appos") if k in source]
    return parse.tags[main] == "NNP" and any(n is not None and n.voice in ("office_holder", "analysts") for n in told)


def _shouted(word: str) -> bool:
    return word.isupper() or not any(map(str.isalnum, word))


def _titled(page: Page, source: Tokens) -> bool:
    """As in "MR KIRBY", "SECRETARY LOWE": the label of a turn in a transcript, a title and a name."""
    first, last = page.parse.lower(source[0]).rstrip("."), page.parse.lower(source[-1])
    return (first in HONORIFICS or is_title(first)) and not is_title(last)


def _of_noun(page: Page, source: Tokens, main: int, noun: SourceNoun) -> str:
    """The noun's class, save that "the authority" and "the members of the council" are the body itself."""
    parse = page.parse
    if noun.voice == "own_reporter" and not _ours(page, source):
        return "unnamed_person"
    body = parse.lemmas[main] == "authority" and parse.tags[main] in ("NN", "NNP")
    return "named_organisation" if body or _whole_body(page, source, main) else noun.voice


def _ours(page: Page, source: Tokens) -> bool:
    """As in "our correspondent", "a Nairobi Times reporter" in the Nairobi Times; other reporters are others'."""
    words = page.parse.text[page.parse.starts[source[0]] : page.parse.ends[source[-1]]].lower()
    outlet = (page.report.outlet or "").lower()
    return words.startswith("our ") or (bool(outlet) and any(w in words.split() for w in (outlet, outlet.split()[0])))


def _whole_body(page: Page, source: Tokens, main: int) -> bool:
    """As in "the members of the Security Council", "council members": all of them, not "two members"."""
    parse = page.parse
    if parse.lower(main) != "members":
        return False
    if any(parse.lower(i) in QUANTIFIED or parse.pos[i] == "NUM" for i in source if i < main):
        return False
    nouns = (i for i in source if i != main and parse.pos[i] in ("NOUN", "PROPN"))
    bodies = ((parse.lemmas[i].lower(), noun_of(parse.lemmas[i])) for i in nouns)
    return any(noun and noun.voice == "named_organisation" and lemma not in CIRCLES for lemma, noun in bodies)


def _of_entity(entity: Entity) -> str:
    """The class of what a pronoun stands for: a person known only by a noun has that noun's class."""
    nouns = (noun_of(word) for word in reversed(entity.name.split()))
    noun = next((noun.voice for noun in nouns if noun), None)
    if entity.type == "person":
        return noun or "unnamed_person"
    return noun if noun in ("document", "residents", "witnesses", "analysts") else "named_organisation"


PERSONS = ("named_person", "office_holder", "unnamed_official", "residents", "witnesses", "analysts", "critics")


def _like_antecedent(page: Page, pronoun: int, known: Names) -> Who:
    """Whoever the subject is that "it" or "they" goes on from; of "he" and "she" only what kind of person that was."""
    word = page.parse.lower(pronoun)
    before = _subject_before(page, pronoun)
    if word in PERSONAL:
        kind = _who(page, (before,), known).voice if before is not None else ""
        return Who(kind if kind in PERSONS else "unnamed_person")
    if before is not None:
        return _who(page, (before,), known)
    return Who("named_organisation" if word in ("it", "its") else "unnamed_person")


def _subject_before(page: Page, pronoun: int) -> int | None:
    """The subject that the pronoun goes on from: in its own sentence, else the main one of those before it."""
    parse = page.parse
    own = parse.sent_of[pronoun]
    for n in range(own, max(-1, own - FAR_BACK), -1):
        found = [i for i in range(*parse.sents[n]) if i < pronoun and _is_subject(page, i, parse.tags[pronoun])]
        found = found[-1:] if n == own else sorted(found, key=lambda i: sum(1 for _ in parse.ancestors(i)))[:1]
        if found and parse.lower(found[0]) != parse.lower(pronoun):
            return found[0] if _number_fits(page, found[0], parse.lower(pronoun)) else None
        if not found and n < own:
            return None
    return None


def _is_subject(page: Page, i: int, tag: str) -> bool:
    parse = page.parse
    subject = parse.deps[i] in ("nsubj", "nsubjpass") and parse.tags[i] not in ("WDT", "WP", "EX", "DT")
    return subject and not (page.quoted(i) and tag == "PRP")


def _number_fits(page: Page, i: int, pronoun: str) -> bool:
    """A document or a body for "it"; several, or a body of people, for "they"."""
    parse = page.parse
    noun = noun_of(parse.lemmas[i])
    many = parse.tags[i] in ("NNS", "NNPS") or parse.child(i, "conj") is not None
    if parse.pos[i] == "PRON":
        return False
    if pronoun in ("they", "them", "their"):
        return many or (noun is not None and noun.voice == "named_organisation")
    speaks = noun.voice in ("document", "named_organisation") if noun else parse.pos[i] == "PROPN"
    return speaks and not many
