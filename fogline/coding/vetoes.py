"""What speaks against an event, though a word of the lexicon stands there.

Not coded: what a clause of purpose or a campaign is for ("the effort to defeat the group": the effort may be told, its
aim is background), what a speaker foresees rather than threatens, a name given to a thing ("called the raid a test"),
what burns or sinks by itself, meetings that only say where or when something else was said, definitions, and states.
"""

from __future__ import annotations

from fogline.coding import arguments, nominals, subjects
from fogline.coding.algebra import Meaning
from fogline.coding.meaning import Coder
from fogline.coding.phrases import reached
from fogline.coding.standing import STANDING
from fogline.models.parse import Parse
from fogline.reading import factuality_links as links
from fogline.reading import factuality_words
from fogline.tables import lexicon_acts as lexicon
from fogline.tables import ontology
from fogline.tables.lexicon_numbers import counted_nouns

CLAUSES = ("acl", "pcomp", "xcomp", "advcl", "relcl")
AIMED = ("ASSAULT", "COERCE", "SUPPORT", "AID", "COOPERATE", "RETREAT", "AGREE", "MOBILIZE", "CONCEDE")
SPEAKERS = frozenset(("i", "we", "it", "he", "she", "they", "its", "their", "his", "her", "our"))


def vetoed(coder: Coder, i: int, found: Meaning) -> bool:
    """True if something speaks against an event of meaning ``found`` at token ``i``."""
    return any(veto(coder, i, found) for veto in (*VETOES, *STANDING))


def _met_with(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "was met with scepticism"."""
    return coder.parse.lemmas[i] == "meet" and subjects.is_passive(coder.parse, i)


def _speaking(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "Speaking after the vote, the minister said": where words were said, no consultation."""
    parse = coder.parse
    return parse.lemmas[i] == "speak" and parse.tags[i] == "VBG" and parse.deps[i] == "advcl"


def _only_aims(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "cyberattacks targeting the ministry": the noun tells the act."""
    parse = coder.parse
    aims = parse.deps[i] == "acl" and parse.lemmas[i] in ("target", "aim", "direct")
    return aims and parse.lemmas[parse.heads[i]] in lexicon.act_nouns()


def _keeps_silent(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "declined to comment": nobody's request is rejected."""
    silent = ontology.words("silence")
    return found.type == "REJECT" and any(coder.parse.lemmas[k] in silent for k in coder.parse.children(i, "xcomp"))


def _is_aim(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "the campaign to defeat", "launched an offensive to retake", "works to support", "a chance to raid"."""
    parse = coder.parse
    carrier = nominals.carrier_of(parse, i) if parse.pos[i] == "NOUN" else i
    if found.type not in AIMED or carrier is None or parse.pos[carrier] in ("NOUN", "PROPN"):
        return False
    at = carrier
    while parse.child(at, "nsubj", "nsubjpass") is None and (parse.deps[at] == "conj" or _goes_on(parse, at)):
        at = parse.heads[at]
    step = links.link(parse, at)
    return (step is not None and step.kind == "purpose") or _under_enterprise(parse, at)


def _goes_on(parse: Parse, i: int) -> bool:
    """As in "is committed to continuing to help"."""
    return parse.deps[i] == "xcomp" and parse.lemmas[parse.heads[i]] in ("continue", "keep")


def _under_enterprise(parse: Parse, i: int) -> bool:
    """A clause that hangs on a noun of striving, or on a verb of it ("efforts in defeating", "working to destroy")."""
    head = parse.heads[i]
    head = parse.heads[head] if parse.deps[i] == "pcomp" and parse.pos[head] == "ADP" else head
    if parse.deps[i] not in CLAUSES or head == i:
        return False
    if parse.deps[i] in ("advcl", "xcomp"):
        strives = parse.lemmas[head] in ontology.words("strive")
        things = [parse.lemmas[k] for k in parse.children(head, "dobj", "attr", "nsubjpass") if k < i]
        things += [parse.lemmas[k] for k in parse.children(head, "nsubj") if parse.lemmas[head] == "be"]
        return factuality_words.is_infinitive(parse, i) and (
            strives or any(thing in ontology.words("enterprise") for thing in things)
        )
    return parse.deps[i] != "relcl" and parse.lemmas[head] in ontology.words("enterprise")


def _foresees(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "warned that the raid might draw others in": a warning of what others or things may do."""
    parse = coder.parse
    told = found.rule.startswith("frame")  # "warned the army of the consequences"
    if told or found.type != "THREATEN" or parse.lemmas[i] not in ("warn", "caution", "hint"):
        return False
    foretold = next(parse.children(i, "ccomp"), None)
    if foretold is None:
        return parse.child(i, "xcomp") is None and any(parse.lower(k) == "of" for k in parse.children(i, "prep"))
    subject = parse.child(foretold, "nsubj", "nsubjpass")
    if subject is None:
        return False
    own = {parse.lower(k) for k in (subject, *parse.children(subject, "poss"))} & SPEAKERS
    speaker = parse.child(i, "nsubj")
    return not own and (speaker is None or parse.lower(speaker) != parse.lower(subject))


def _names(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "called the raid a test of nerves"."""
    parse = coder.parse
    named = parse.child(i, "oprd") is not None and parse.child(i, "xcomp", "prt") is None
    return named and parse.lemmas[i] in ("call", "label", "brand", "dub", "deem", "term")


def _insists_it_is_so(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "insists that they advanced", unlike "insists that they withdraw"."""
    parse = coder.parse
    if found.type != "REQUEST" or parse.lemmas[i] not in ("insist", "suggest"):
        return False
    clause = next(parse.children(i, "ccomp"), None)
    if clause is None:
        return False
    tags = [parse.tags[clause], *(parse.tags[k] for k in parse.children(clause, "aux", "auxpass"))]
    return "MD" not in tags and any(tag in ("VBD", "VBZ", "VBP") for tag in tags)


def _by_itself(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "two boats sank", "the depot burned": nobody did it, nobody is coded."""
    parse = coder.parse
    told = found.rule.partition(" ")[2] in ontology.words("ergative")  # "a blast", not "a car bomb blast"
    if found.type not in ("ASSAULT", "COERCE") or not told:
        return False
    return parse.child(i, "dobj") is None and not subjects.is_passive(parse, i)


def _says_where(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "after the meeting", "on the margins of the summit": where or when something else was done."""
    parse = coder.parse
    if found.type not in ("CONSULT", "MOBILIZE") or parse.deps[i] != "pobj" or parse.pos[i] != "NOUN":
        return False
    prep = parse.heads[i]
    while parse.deps[prep] == "prep" and parse.deps[parse.heads[prep]] == "pobj":
        prep = parse.heads[parse.heads[prep]]
    with_whom = any(parse.lower(k) in ("with", "between", "among", "by") for k in parse.children(i, "prep"))
    circumstance = (
        "in",
        "at",
        "after",
        "before",
        "during",
        "on",
        "ahead",
        "of",
        "since",
        "following",
        "from",
        "for",
        "throughout",
        "within",
        "amid",
        "until",
        "by",
    )
    return parse.lower(prep) in circumstance and not with_whom and arguments.carrier_of(parse, i) is None


def _whose_people(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "civilians who were liberated from the town": nobody held them, so nobody released them."""
    parse = coder.parse
    if found.type != "RETREAT" or parse.lemmas[i] != "liberate":
        return False
    nouns = [coder.noun(k) for prep, k in coder.objects(i) if prep == ""]
    return not any(noun and noun.kind in ("prisoner", "person") for noun in nouns)


def _advises(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "advise patients on diet": nobody is asked to do anything."""
    parse = coder.parse
    return found.type == "REQUEST" and parse.lemmas[i] == "advise" and parse.child(i, "xcomp", "ccomp") is None


def _is_means(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "using attack and fighter aircraft", "a strike means"."""
    parse = coder.parse
    head = parse.lemmas[parse.heads[i]]
    if found.type != "ASSAULT" or parse.pos[i] not in ("NOUN", "PROPN"):
        return False
    if parse.deps[i] == "pobj" and parse.lower(parse.heads[i]) == "as":  # "not classified as a strike"
        return True
    using = head == "use" and parse.tags[parse.heads[i]] == "VBG"
    return (parse.deps[i] == "dobj" and (using or head in ("define", "describe"))) or (
        parse.deps[i] == "nsubj" and head in ("mean", "refer", "denote")
    )


def _defines(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "a strike is one or more engagements", "having one aircraft drop one bomb is one strike"."""
    parse = coder.parse
    head = parse.heads[i]
    if parse.pos[i] != "NOUN" or parse.lemmas[head] != "be" or parse.tags[head] not in ("VBZ", "VBP"):
        return False
    if parse.deps[i] == "attr":
        return parse.child(head, "csubj") is not None or parse.child(head, "nsubj", "expl") is None
    any_such = any(parse.lower(k) in ("a", "an") for k in parse.children(i, "det"))
    return parse.deps[i] == "nsubj" and any_such and parse.child(head, "attr") is not None


def _names_reach(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "within shelling range", "strike capability", "attack helicopters"."""
    parse = coder.parse
    after = i + 1
    if after >= len(parse) or parse.lemmas[after] not in ontology.words("reach"):
        return False
    object_of = parse.heads[after] == i and parse.tags[i] == "VBG" and parse.pos[max(i - 1, 0)] == "ADP"
    return parse.heads[i] == after or object_of


def _body(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "the commission of inquiry on Yemen": a body, whatever it does."""
    parse = coder.parse
    prep = parse.heads[i]
    of = parse.deps[i] == "pobj" and parse.lower(prep) == "of" and found.type == "ACCUSE"
    return of and parse.lemmas[parse.heads[prep]] in ("commission", "board", "committee", "panel", "mission", "court")


def _vouches(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "I swear the hall is dear to us": what is so, nothing that will be done."""
    parse = coder.parse
    clause = next(parse.children(i, "ccomp"), None)
    if clause is None or not found.rule.startswith("intend"):
        return False
    return parse.tags[clause] in ("VBZ", "VBP", "VBD") and parse.child(clause, "aux") is None


def _prevents(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "to stop the tower being destroyed": who prevents an act ends none of its own, and the act is not done."""
    parse = coder.parse
    inside = [k for k in parse.children(i, "ccomp", "xcomp", "advcl") if found.rule.startswith("stop+ASSAULT")]
    inside += [i] if parse.deps[i] in ("ccomp", "xcomp") and parse.lemmas[parse.heads[i]] in ("stop", "prevent") else []
    return any(parse.child(k, "nsubj", "nsubjpass") is not None for k in inside)


def _describes_a_force(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "a Coalition trained and equipped force"."""
    parse = coder.parse
    if parse.tags[i] != "VBN" or parse.lower(i - 1) not in ("and", "or"):
        return False
    return parse.tags[i - 2] == "VBN" and parse.deps[i - 2] == "amod" and parse.heads[i - 2] > i


def _drills(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "we shot with the gunners all week": beside them, at nobody."""
    parse = coder.parse
    beside = any(parse.lower(k) in ("with", "alongside") for k in parse.children(i, "prep"))
    at = parse.child(i, "dobj", "nsubjpass") is not None or subjects.is_passive(parse, i)
    return beside and not at and parse.lemmas[i] in ("shoot", "fire")


def _tasked(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "the command is charged with securing the capital": a duty, no accusation."""
    parse = coder.parse
    duties = (k for prep in parse.children(i, "prep") for k in parse.children(prep, "pcomp"))
    return parse.lemmas[i] == "charge" and any(parse.lemmas[k] in ontology.words("duty") for k in duties)


def _cleared_of_things(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "cleared the village of mines": nobody is driven out."""
    parse = coder.parse
    if parse.lemmas[i] != "clear" or found.type != "ASSAULT":
        return False
    of = [k for at in (i, *parse.children(i, "dobj", "nsubjpass")) for k in reached(parse, at, ("of",))]
    return any(parse.pos[k] == "NOUN" and not _is_armed(coder, k) for k in of)


def _is_armed(coder: Coder, i: int) -> bool:
    noun = coder.noun(i)
    return coder.parse.lemmas[i] in ontology.words("armed") or (noun is not None and noun.kind in ("troops", "person"))


def _endangers(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "weapons that threaten the coast": a danger, no threat that anybody speaks."""
    parse = coder.parse
    thing = parse.deps[i] == "relcl" and parse.pos[parse.heads[i]] == "NOUN" and parse.child(i, "xcomp") is None
    return thing and parse.lemmas[i] == "threaten" and parse.tags[i] in ("VBZ", "VBP")


def _sets_off(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "two trucks that had departed the compound": a journey, no withdrawal."""
    parse = coder.parse
    drives = found.type == "RETREAT" and parse.lemmas[i] in ("depart", "leave", "exit")
    counts = (counted_nouns().get(parse.lemmas[k]) for k in subjects.subjects(parse, i)) if drives else ()
    return any(one is not None and one.unit in ("vehicle", "boat") for one in counts)


VETOES = (
    _sets_off,
    _endangers,
    _cleared_of_things, _tasked, _drills, _met_with,
    _speaking, _only_aims, _keeps_silent, _is_aim, _foresees, _names, _insists_it_is_so, _by_itself, _says_where,
    _whose_people, _advises, _is_means, _defines, _names_reach, _body, _vouches, _prevents, _describes_a_force,
)  # fmt: skip
