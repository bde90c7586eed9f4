"""What is told of, and is no act: states, dangers, duties, definitions, set phrases, and what a thing is good for.

PLOVER codes what somebody does. A force that "is committed to" or "has control of" something does nothing new, a
group that "is a threat" utters none, "defeating them will take time" weighs a deed, and "aid that provides relief"
describes a thing.
"""

from __future__ import annotations

from fogline.coding import nominals, subjects
from fogline.coding.algebra import Meaning
from fogline.coding.meaning import Coder
from fogline.tables import lexicon_acts as lexicon
from fogline.tables import ontology
from fogline.tables.actors import sector_nouns
from fogline.tables.lexicon_numbers import counted_nouns

HELPING = ("AID", "SUPPORT", "AGREE", "COOPERATE")
PRESENT = ("VBZ", "VBP")
PEOPLE = ("acts_for", "armed", "official", "crowd", "worker", "folk")
CLASSING = ("classify", "define", "count", "regard", "class", "categorise", "categorize")


def _of_the_encoder(found: Meaning) -> bool:
    return found.rule.startswith("head ")


def _committed(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "remains committed to helping them", "is steadfast": what one is, unlike "has committed itself to"."""
    parse = coder.parse
    if found.type == "SUPPORT" and not _of_the_encoder(found):
        return False  # "is committed to supporting the government" says so
    if not {parse.lemmas[i], parse.lower(i)} & ontology.words("stance"):
        return False
    to = any(parse.child(k, "pcomp") is not None for k in parse.children(i, "prep") if parse.lower(k) == "to")
    if parse.pos[i] == "VERB" and not (to or parse.child(i, "xcomp") is not None):
        return False  # "the troops were committed to the front"
    be = [parse.lemmas[k] for k in parse.children(i, "auxpass", "cop")]
    over = parse.lemmas[parse.heads[i]] if parse.deps[i] in ("acomp", "xcomp", "oprd", "conj") else ""
    return parse.pos[i] == "ADJ" or "be" in be or over in ("be", "remain", "stay", "stand")


def _endangers(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "is a threat to all", "the threat posed by the group", "the terrorist threat": a danger nobody utters."""
    parse = coder.parse
    if found.type != "THREATEN" or parse.pos[i] != "NOUN" or parse.lemmas[i] not in ("threat", "danger", "menace"):
        return False
    posed = [*parse.children(i, "acl", "relcl"), parse.heads[i]]
    kind = any(parse.lemmas[k] in ontology.words("danger") for k in parse.children(i, "amod", "compound"))
    being = parse.deps[i] == "attr" and not any(parse.tags[k] == "VB" for k in parse.children(i, "acl"))
    return kind or being or any(parse.lemmas[k] in ontology.words("posing") for k in posed)


def _holds(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "has had control of the town for years", "areas under its control": a state, unlike "took control"."""
    parse = coder.parse
    if found.type != "COERCE" or parse.lemmas[i] not in ("control", "hold", "grip", "rule"):
        return False
    under = parse.deps[i] == "pobj" and parse.lower(parse.heads[i]) in ("under", "outside", "beyond", "in")
    carrier = parse.lemmas[parse.heads[i]] if parse.deps[i] == "dobj" else ""
    return under or carrier in ("have", "hold", "keep", "maintain", "retain")


def _weighed(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "defeating them will take time", "training guards makes us safer": a deed weighed, done by nobody yet."""
    parse = coder.parse
    at = i
    while parse.deps[at] == "conj" and parse.tags[at] == "VBG":
        at = parse.heads[at]
    if parse.deps[at] not in ("csubj", "nsubj") or parse.tags[at] != "VBG" or parse.lefts[at] < min(at, i):
        return False
    over = parse.heads[at]
    modal = any(parse.tags[k] == "MD" for k in parse.children(over, "aux"))
    return (modal or parse.tags[over] in PRESENT) and parse.child(at, "nsubj", "poss", "det") is None


def _taught(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "their training includes fighting in masks and reacting to gas attacks": what is taught."""
    parse = coder.parse
    over = next((k for k in parse.ancestors(i) if parse.lemmas[k] in ("include", "involve", "cover", "teach")), None)
    who = parse.child(over, "nsubj") if over is not None else None
    return (
        who is not None
        and over is not None
        and over < i
        and bool(
            {
                parse.lemmas[who],
                *(parse.lemmas[k] for p in parse.children(who, "prep") for k in parse.children(p, "pobj")),
            }
            & {"training", "course", "lesson", "exercise", "drill", "curriculum"}
        )
    )


def _classed(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "guns fired in support are not classified as a strike": a definition, not a deed."""
    parse = coder.parse
    for k in parse.ancestors(i):
        if parse.lemmas[k] in CLASSING and any(parse.lower(p) == "as" for p in parse.children(k, "prep")):
            present = parse.tags[k] == "VBN" and any(parse.tags[a] in PRESENT for a in parse.children(k, "auxpass"))
            return present and i < k
    return False


def _satisfies(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "meets the needs of the people": nobody confers with a need."""
    parse = coder.parse
    met = [parse.lemmas[k] for k in parse.children(i, "dobj", "nsubjpass")]
    return parse.lemmas[i] == "meet" and any(thing in ontology.words("need") for thing in met)


def _of_a_thing(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "reforms which promise a better future", "an economy that supports growth": what a thing is good for."""
    parse = coder.parse
    at = i
    while parse.deps[at] == "conj" and parse.child(at, "nsubj") is None:
        at = parse.heads[at]
    if found.type not in HELPING or parse.tags[i] not in PRESENT or parse.deps[at] != "relcl":
        return False
    relative = any(parse.tags[k] == "WDT" for k in parse.children(at, "nsubj"))
    return relative and _is_thing(coder, parse.heads[at])


def _is_thing(coder: Coder, i: int) -> bool:
    """A common noun for no person, body or force."""
    parse = coder.parse
    noun = coder.noun(i)
    people = noun is not None and noun.kind in ("troops", "person", "peacekeepers", "prisoner", "policeforce")
    count = counted_nouns().get(parse.lemmas[i])
    folk = any(parse.lemmas[i] in ontology.words(kind) for kind in PEOPLE) or parse.lemmas[i] in sector_nouns()
    return parse.pos[i] == "NOUN" and not (people or folk or (count is not None and count.unit == "person"))


def _grants(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "recognise that work lies ahead", "recognise the difficulties": seen, not supported."""
    parse = coder.parse
    if found.type != "SUPPORT" or parse.lemmas[i] not in ("recognize", "recognise", "acknowledge"):
        return False
    seen = any(parse.lemmas[k] in ontology.words("seen") for k in parse.children(i, "dobj", "nsubjpass"))
    return seen or parse.child(i, "ccomp") is not None


def _polite(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "Thanks, everybody": a greeting."""
    parse = coder.parse
    bare = parse.child(i, "prep", "nsubj", "dobj", "poss", "det") is None
    return parse.lower(i) in ("thanks", "thank") and parse.deps[i] in ("ROOT", "intj", "dep") and bare


def _it_helps(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "it helped us a lot", "the rain will help many": no aid that anybody gives."""
    parse = coder.parse
    if found.type != "AID" or parse.lemmas[i] not in ("help", "assist", "aid", "serve"):
        return False
    who = parse.child(i, "nsubj")
    return who is not None and (parse.lower(who) in ("it", "this", "that") or _is_thing(coder, who))


def _set_phrase(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "in retaliation for", "in full support of", "the heat of battle", "shorter than past deployments"."""
    parse = coder.parse
    while parse.deps[i] == "conj" and parse.pos[i] == "NOUN":
        i = parse.heads[i]
    over = parse.heads[i]
    compared = parse.deps[i] == "pobj" and parse.pos[i] == "NOUN" and parse.lower(over) == "than"
    bare = all(parse.pos[k] == "ADJ" for k in range(over + 1, i))
    within = parse.deps[i] == "pobj" and parse.lower(over) in ("in", "of") and bare
    return compared or (within and f"{parse.lower(over)} {parse.lower(i)}" in ontology.words("set_phrase"))


def _carries_out(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "the planning and execution of airstrikes": nobody is put to death."""
    parse = coder.parse
    over = (i, parse.heads[i]) if parse.deps[i] == "conj" else (i,)
    things = [
        k for n in over for p in parse.children(n, "prep") if parse.lower(p) == "of" for k in parse.children(p, "pobj")
    ]
    done = lexicon.act_nouns() | ontology.words("enterprise") | ontology.words("duty")
    return parse.lemmas[i] == "execution" and any(parse.lemmas[k] in done for k in things)


def _driven(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "were forced to march to the river": no protest."""
    parse = coder.parse
    over = parse.lemmas[parse.heads[i]] if parse.deps[i] == "xcomp" else ""
    return found.type == "PROTEST" and over in ("force", "make", "order", "compel")


def _duty(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "the command is charged with securing the capital": what it is there for."""
    parse = coder.parse
    over = parse.heads[parse.heads[i]]
    tasked = parse.lemmas[over] in ("charge", "task", "entrust", "mandate", "responsible")
    return parse.deps[i] == "pcomp" and tasked and parse.lemmas[i] in ontology.words("duty")


def _smuggles(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "trafficking in antiquities": things are traded, nobody is abducted."""
    parse = coder.parse
    goods = [k for p, k in coder.objects(i) if p in ("", "in")]
    folk = ontology.words("folk") | ontology.words("crowd")
    return parse.lemmas[i] == "traffic" and any(parse.lemmas[k] not in folk for k in goods)


def _any_such(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "does not report the aircraft used in a strike", "the bombs dropped in each raid": none in particular."""
    parse = coder.parse
    if (
        found.type != "ASSAULT"
        or parse.deps[i] != "pobj"
        or not any(parse.lower(k) in ("a", "an", "each", "every", "any") for k in parse.children(i, "det"))
    ):
        return False
    used = parse.heads[parse.heads[i]]
    top = next((k for k in (i, *parse.ancestors(i)) if parse.deps[k] == "ROOT"), i)
    habit = parse.tags[top] in PRESENT or any(parse.tags[k] in PRESENT for k in parse.children(top, "aux"))
    saying = parse.lemmas[top] in ("report", "count", "list", "publish", "record", "include", "require", "use")
    return parse.deps[used] == "acl" and parse.tags[used] == "VBN" and habit and saying


# Where the encoder alone has a type -------------------------------------------------------------------------------


def _describes_a_noun(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "their loved ones", "a negotiated peace": a word of the noun after it, which tells no act."""
    parse = coder.parse
    over = parse.heads[i]
    by_itself = _of_the_encoder(found) or found.type in ("CONSULT", "AGREE")
    if not by_itself or parse.deps[i] != "amod" or over < i or parse.lemmas[over] in lexicon.act_nouns():
        return False
    before = (i > 0 and parse.pos[i - 1] in ("DET", "ADJ", "NUM", "ADV")) or parse.tags[i - 1] == "PRP$"
    return before or f"{parse.lower(i)} {parse.lemmas[over]}" in ontology.words("folk")


def _comes_about(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "the raid, which took place", "the liberation began": the noun tells the act, if it is one."""
    parse = coder.parse
    if not _of_the_encoder(found) or parse.pos[i] != "VERB":
        return False
    place = parse.lemmas[i] == "take" and any(parse.lemmas[k] == "place" for k in parse.children(i, "dobj"))
    subject = parse.child(i, "nsubj")
    alone = parse.child(i, "dobj", "xcomp", "prt") is None and not subjects.is_passive(parse, i)
    named = subject is not None and parse.lemmas[subject] in lexicon.act_nouns()
    return place or (alone and named and parse.lemmas[i] in ontology.words("occurrence"))


def _is_so(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "was assigned to a battalion", "maintained its positions", "a state, led by": how things stand."""
    parse = coder.parse
    led = parse.deps[i] == "acl" or found.type == "MOBILIZE"  # "a state led by", "commanded a garrison"
    headed = led and parse.lemmas[i] in ("lead", "head", "chair", "command", "run")
    return _of_the_encoder(found) and (headed or parse.lemmas[i] in ontology.words("state"))


def _used(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "the use of such weapons is a crime": of nobody, against nobody."""
    parse = coder.parse
    noun = parse.pos[i] == "NOUN" and parse.lemmas[i] == "use" and found.type == "ASSAULT"
    means = [i, *(k for p in parse.children(i, "prep") for k in parse.children(p, "pobj"))] if noun else []
    against = any(True for k in means for _ in nominals.noun_recipients(parse, k, ("against", "on", "upon")))
    return noun and not against and not any(True for _ in nominals.noun_actors(parse, i))


def _background(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "the fight against the group", "died in an incident": a matter that goes on, or a death without a deed."""
    parse = coder.parse
    noun = parse.pos[i] == "NOUN" and found.type in ("ASSAULT", "COERCE", "AGREE", "SUPPORT")
    return _of_the_encoder(found) and noun and parse.lemmas[i] in ontology.words("no_deed")


def _read_otherwise(coder: Coder, i: int, found: Meaning) -> bool:
    """As in "flew missions", "launched strikes", "authorised a reward": the noun tells the act, if it is one."""
    known = coder.own(i) if _of_the_encoder(found) and found.type in ("MOBILIZE", "AGREE") else None
    source, _, word = known.rule.partition(" ") if known is not None else ("", "", "")
    strikes = known is not None and known.type == "ASSAULT" and source == "noun" and found.type == "MOBILIZE"
    rewards = known is not None and known.type is None and word.endswith((" reward", " bounty"))
    return rewards or word in ("fly mission", "fly sortie") or (strikes and word not in ontology.words("background"))


STANDING = (
    _committed, _endangers, _holds, _weighed, _taught, _classed, _satisfies, _of_a_thing, _grants, _polite, _it_helps,
    _set_phrase, _carries_out, _driven, _duty, _smuggles, _any_such, _describes_a_noun, _comes_about, _is_so, _used,
    _background, _read_otherwise,
)  # fmt: skip
