"""What a clause is as a whole: a condition, a question, a command, a definition, the words behind a label."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.reading import factuality_tenses as tenses
from fogline.reading import factuality_words as words
from fogline.tables import lexicon_acts as lexicon

AWAITED = ("once", "until", "till", "after", "before", "when")
LABEL = 5  # a label is shorter: "Question:", "Secretary Lund:"


def condition(parse: Parse, i: int) -> int | None:
    """The word that makes the clause of ``i`` a condition: "if", "unless", inverted "should", "had" or "were"."""
    marks = lexicon.words("conditional")
    for k in parse.kids[i]:
        if parse.deps[k] in ("mark", "advmod") and parse.lower(k) in marks:
            return k
    before = parse.lefts[i] - 1
    if parse.deps[i] == "advcl" and before >= 0 and parse.lower(before) in marks:
        return before
    return inverted(parse, i)


def inverted(parse: Parse, i: int) -> int | None:
    """As in "should the talks fail", "had it fired", "were the army to attack"."""
    outer = parse.heads[i]
    opening = parse.lefts[outer] + (parse.lower(parse.lefts[outer]) == "even")
    opens = opening == outer < i and parse.deps[outer] in ("advcl", "ccomp") and parse.deps[i] == "ccomp"
    if opens and parse.lower(outer) in ("should", "had", "were") and parse.tags[i] in ("VB", "VBN", "VBD"):
        return outer
    if words.is_infinitive(parse, i):
        over = [k for k in parse.ancestors(i) if parse.lower(k) == "were" and parse.lefts[k] == k < i]
        return next((k for k in over if parse.deps[k] in ("advcl", "ccomp")), None)
    first = next((k for k in parse.kids[i] if parse.deps[k] not in ("punct", "advmod", "cc")), None)
    if first is None or parse.deps[i] not in ("advcl", "ccomp"):
        return None
    aux = parse.deps[first] == "aux" and parse.lower(first) in ("should", "had", "were")
    return first if aux and any(first < k < i for k in parse.children(i, *words.SUBJECTS)) else None


def awaited(parse: Parse, i: int) -> int | None:
    """The word for a time not yet come: "once the militia is beaten", "before the rebels leave, they must"."""
    if parse.deps[i] != "advcl":
        return None
    mark = next((k for k in parse.children(i, "mark", "advmod") if k < i and _awaits(parse, k)), None)
    head = parse.heads[i]
    if mark is None or not _is_unfinished(parse, i, head):
        return None
    told = parse.tags[head] in ("VBZ", "VBP") and parse.word(parse.sentence(i).stop - 1) == "."
    sure = parse.lower(mark) in ("once", "until", "till", "as")
    return mark if sure or _is_pending(parse, head) or (told and parse.lower(mark) != "when") else None


def _awaits(parse: Parse, k: int) -> bool:
    """True for "once", "before" ..., and for "as" in "as soon as"."""
    soon = parse.lower(k) == "as" and k > 1 and parse.lower(k - 1) in ("soon", "long")
    return soon or parse.lower(k) in AWAITED


def _is_unfinished(parse: Parse, i: int, head: int) -> bool:
    """Present tense, or a bare participle ("once signed") under what is still to come."""
    first = next((k for k in parse.children(i, "aux", "auxpass")), i)
    bare = first == i and parse.tags[i] == "VBN" and parse.child(i, "nsubj", "nsubjpass") is None
    return parse.tags[first] in ("VBZ", "VBP") or (bare and _is_pending(parse, head))


def _is_pending(parse: Parse, i: int) -> bool:
    """Under "will", "must", an order or "to"."""
    return is_imperative(parse, i) or any(parse.tags[k] in ("MD", "TO") for k in parse.children(i, "aux"))


def whoever(parse: Parse, i: int) -> int | None:
    """As in "anyone who crosses the line", "whatever they take": the word that leaves open whether there is one."""
    ever = ("whatever", "whoever", "whichever", "wherever")
    open_ = next((k for k in parse.kids[i] if k < i and parse.lower(k) in ever), None)
    if open_ is not None and parse.tags[i] in ("VBZ", "VBP", "VB"):
        return open_
    noun = parse.heads[i]
    if parse.deps[i] != "relcl" or parse.tags[i] not in ("VBZ", "VBP"):
        return None
    if parse.lower(noun) in ("anyone", "anybody", "anything"):
        return noun
    return next((k for k in parse.children(noun, "det") if parse.lower(k) == "any"), None)


def has_condition(parse: Parse, i: int) -> int | None:
    """The mark of an if-clause that depends on the clause of ``i``."""
    found = (condition(parse, k) for k in parse.children(i, "advcl"))
    return next((k for k in found if k is not None and parse.lower(k) != "whether"), None)


def question(parse: Parse, i: int) -> int | None:
    """The question mark that ends the main clause of ``i``, unless a question word presupposes the act."""
    sentence = parse.sentence(i)
    mark = next((k for k in reversed(sentence) if k >= sentence.stop - 3 and parse.word(k) == "?"), None)
    if mark is not None and _is_asked_bare(parse, i):
        return mark
    if mark is None or _is_quoted_later(parse, i, mark) or any(parse.tags[k] in ("WRB", "WP") for k in parse.kids[i]):
        return None
    first = after_label(parse, i)
    if _is_told_before(parse, i, mark):
        return None
    main = parse.deps[i] in ("ROOT", "conj") or parse.heads[i] < first
    return mark if main or _is_first_verb(parse, first, i) else None


def _is_asked_bare(parse: Parse, i: int) -> bool:
    """True for the "flee" of "Did the garrison at Asmara flee?" where the parse takes it for a noun."""
    first = after_label(parse, i)
    base = parse.lower(i) == parse.lemmas[i] and parse.pos[i] in ("NOUN", "PROPN") and parse.word(i).islower()
    alone = parse.child(i, "det", "amod", "poss", "compound") is None or parse.deps[i] == "pobj"
    asks = first < i and parse.lower(first) in ("do", "does", "did") and base and alone
    rest = range(first + 1, parse.sentence(i).stop)
    return asks and not any(parse.tags[k] in ("VB", "VBP") and parse.pos[k] == "VERB" for k in rest)


def _is_told_before(parse: Parse, i: int, mark: int) -> bool:
    """As in "They have shelled the port, so what should we do?": told first, then asked."""
    subject = parse.child(i, "nsubj", "nsubjpass")
    if subject is None or subject > i or any(k < subject for k in parse.children(i, "aux", "auxpass")):
        return False
    asks = next((k for k in range(i + 1, mark) if parse.tags[k] in ("WRB", "WP")), mark)
    inverted = any(parse.pos[k] == "AUX" for k in range(asks + 1, min(asks + 3, mark)))
    turned = any(_turns(parse, k) for k in range(i + 1, mark))
    return turned or (asks < mark and (inverted or asks not in parse.subtree(i)))


def _turns(parse: Parse, k: int) -> bool:
    """True for the "would" of ", would it be wiser", the "do" of "so do we"."""
    after = next((n for n in (k + 1, k + 2) if n < len(parse) and parse.deps[n] != "neg"), k)
    verb = parse.heads[k] if parse.deps[k] in ("aux", "auxpass") else k
    return parse.pos[k] == "AUX" and parse.deps[after] in words.SUBJECTS and parse.heads[after] == verb


def _is_quoted_later(parse: Parse, i: int, mark: int) -> bool:
    """As in "I ask myself, 'Why did he leave?'": the question is another's words."""
    return sum(parse.tags[k] == "``" or parse.word(k) in ("“", "‘") for k in range(i, mark)) > sum(
        parse.tags[k] == "''" or parse.word(k) == "”" for k in range(i, mark)
    )


def _is_first_verb(parse: Parse, first: int, i: int) -> bool:
    """True for the verb of "Have the rebels withdrawn?", however it is parsed."""
    asks = parse.lemmas[first] in ("do", "have", "be") or parse.tags[first] == "MD"
    verbs = (k for k in range(first + 1, parse.sentence(i).stop) if parse.pos[k] == "VERB")
    aside = ("WDT", "WP")  # "Can a council that jailed its critics win?"
    return asks and i == next((k for k in verbs if not any(parse.tags[n] in aside for n in parse.kids[k])), None)


def after_label(parse: Parse, i: int) -> int:
    """Where the sentence of token ``i`` begins behind a label: "Question: did they"; its first token if it has none."""
    sentence = parse.sentence(i)
    colon = next((k for k in sentence[1:LABEL] if parse.word(k) == ":"), None)
    capital = parse.word(sentence.start)[:1].isupper()
    labelled = (
        colon is not None and capital and all(parse.pos[k] in ("NOUN", "PROPN") for k in range(sentence.start, colon))
    )
    return colon + 1 if colon is not None and labelled and colon < i else sentence.start


def was_bound_to(parse: Parse, i: int) -> bool:
    """An infinitive, yet done: "had no choice but to leave", "came only to find it gone", "the first to resign"."""
    if tenses.was_later(parse, i):
        return True
    if parse.tags[i] != "VB" or not any(parse.tags[k] == "VBD" for k in parse.sentence(i)):
        return False
    to = i - 1 if i and parse.lower(i - 1) == "to" else i
    word = parse.lower(to - 1) if to else ""
    if word == "but":
        return any(parse.lower(k) in ("no", "nothing", "little") for k in range(max(0, to - 4), to))
    hung = to != i and parse.deps[i] in ("acl", "relcl", "xcomp", "advcl")
    return hung and (word == "only" or _ranked(parse, parse.heads[i]))


def _ranked(parse: Parse, noun: int) -> bool:
    """As in "the first to resign", "the only man to survive"."""
    ranks = ("first", "last", "only")
    ranked = any(parse.lower(k) in ranks for k in parse.children(noun, "amod"))
    return parse.lower(noun) in ranks or (ranked and parse.lemmas[noun] in lexicon.words("doer"))


def definition(parse: Parse, i: int) -> bool:
    """True for the words of "A raid is a sudden attack", "A strike means one or more hits": no act is told."""
    over = (i, *parse.ancestors(i))
    verb = next((k for k in over if parse.lemmas[k] in ("be", "mean") and parse.tags[k] == "VBZ"), None)
    if verb is None or parse.child(verb, "aux") is not None:
        return False
    subject = parse.child(verb, "nsubj")
    what = parse.child(verb, "attr") if parse.lemmas[verb] == "be" else verb
    if subject is None or what is None or parse.tags[subject] != "NN" or parse.lefts[subject] > subject - 1:
        return False
    alike = parse.lemmas[verb] == "mean" or _is_one(parse, what)
    bare = parse.child(subject, "prep", "relcl", "acl") is None or parse.lemmas[what] in lexicon.act_nouns()
    return alike and bare and _is_one(parse, subject)


def _is_one(parse: Parse, i: int) -> bool:
    """True for "a raid", "an attack"."""
    return any(parse.lower(k) in ("a", "an", "one") for k in parse.children(i, "det", "nummod"))


def is_imperative(parse: Parse, i: int) -> bool:
    """True for "Stop the shelling.": a bare verb as root, no subject, no auxiliary."""
    please = i > 0 and parse.lower(i - 1) == "please" and parse.tags[i] not in ("VBD", "VBZ", "VBG")
    base = parse.word(i).isalpha() and parse.lower(i) == parse.lemmas[i] not in lexicon.words("feeling")
    bare = (parse.deps[i] == "ROOT" and parse.tags[i] == "VB" and base) or please
    return bare and not any(parse.deps[k] in (*words.SUBJECTS, "aux", "auxpass") for k in parse.kids[i])
