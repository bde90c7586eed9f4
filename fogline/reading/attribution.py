"""Who says so: source, cue and content of every voice that stands in the text (PARC 3, PolNeAR), nested or not.

Cue verbs take what their arcs give them; quoted passages find their cue by where they stand; phrases, nouns and
colons bring the rest. Where two ways find the same cue, their contents are joined.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from fogline.models.parse import Parse
from fogline.reading import contents, cues
from fogline.reading.asides import calling, cited, trailing_speaker
from fogline.reading.direct import Spoken, continuations, passages, spoken
from fogline.reading.joined import adding_to, joined_passive, passive_subject_of, undergoer
from fogline.reading.nesting import nested
from fogline.reading.noun_phrases import phrase
from fogline.reading.opinions import source_class
from fogline.reading.phrases import phrase_voices
from fogline.reading.quotes import Quotation
from fogline.reading.refusals import admitted, to_infinitive
from fogline.reading.sources import CLOCK, DATELINE, OBJECT_CONTROL, agent, passive, speaker
from fogline.reading.speakers import Names, alike, can_testify, classified, names
from fogline.reading.statements import announced, issuer
from fogline.reading.unheard import unheard
from fogline.reading.voices import Page, Tokens, Voice, page, spans
from fogline.records import Attribution, Reading, Report, Span, Spans, identify
from fogline.tables.lexicon_voices import Cue
from fogline.tables.lexicon_voices import cues as lexicon

TRAILING = ("trailing", "hung_inside")
WITHHOLDING = {"decline", "refuse"}
SILENT = {
    "comment", "answer", "speak", "discuss", "talk", "elaborate", "name", "identify", "apologise", "apologize",
    "address", "respond", "speculate", "disavow",
}  # fmt: skip
POINTERS = {"the", "this", "following", "in", "part", "statement", "words", "as", "follows"}
NOTES = re.compile(r"[.\s]*(?:\[[\w ]{1,20}\]?)+[.\s]*\Z")
HOWEVER = re.compile(r"(?:However|Meanwhile|Separately|Earlier|But|And|Also|Still),?\s+(?=\S)")


def find_attributions(report: Report, parse: Parse, so_far: Reading) -> tuple[Attribution, ...]:
    """Everyone who says something in the report, in text order; the outlet's own voice is no attribution.

    Spans follow PolNeAR: a content holds its quotation marks and its "that"; a source its titles and appositions.
    ``parent`` is the attribution inside whose content another one stands.
    """
    here = page(report, parse, so_far.sentences)
    known = names(so_far)
    made = [_record(here, draft, known) for draft in voices(here)]
    found = {a.id: a for a in made if a is not None}
    return nested(sorted(alike(found.values()), key=_place))


def voices(here: Page) -> tuple[Voice, ...]:
    """The report's voices in tokens."""
    parse = here.parse
    if not parse.parsed:
        return ()
    taken = {verb: (cue, contents.content(here, verb, cue)) for verb, cue in cues.verbs(here)}
    speech = spoken(here, {verb: tokens for verb, (_, (tokens, _)) in taken.items()})
    for verb in speech.by_verb:
        taken.setdefault(verb, (Cue(parse.lemmas[verb], "say", "speech", frozenset("q")), ((), "")))
    drafts = [_verbal(here, verb, cue, way, speech) for verb, (cue, way) in taken.items()]
    found = _before_trailing([draft for draft in drafts if draft is not None and admitted(here, draft)])
    found = list(_with_cited(here, _merged(found, parse)))
    every = list(_hearsay_joined(_stated([*found, *phrase_voices(here)], parse), parse))
    return tuple(_unclocked(here, voice) for voice in (*every, *unheard(here, every)))


def _before_trailing(found: list[Voice]) -> list[Voice]:
    """Of "quoted X as saying P, an agency reports" only P is what X says."""
    tails = [voice for voice in found if voice.way in TRAILING and voice.source]
    for tail in tails:
        cut = tail.source[0]
        for n, voice in enumerate(found):
            if voice is not tail and voice.head in tail.content and tail.head in voice.content:
                found[n] = replace(voice, content=tuple(i for i in voice.content if i < cut))
    return found


def _stated(found: Sequence[Voice], parse: Parse) -> list[Voice]:
    """A statement behind a colon takes the place of what its verb had, and its "I" is no second voice."""
    heads = {v.head for v in found if v.way == "statement"}
    inside = {i for v in found if v.way == "statement" for i in v.content}
    kept = []
    for voice in found:
        own = any(parse.lower(i) in cues.FIRST_PERSON for i in voice.source)
        if voice.way == "statement" or not (voice.head in heads or (own and voice.head in inside)):
            kept.append(voice)
    return kept


def _verbal(here: Page, verb: int, cue: Cue, taken: tuple[Tokens, str], speech: Spoken) -> Voice | None:
    tokens, way = taken
    quoted = tuple(passages(speech, verb))
    done_to = undergoer(here, verb) if (tokens or agent(here, verb)) and not quoted else ()
    tokens, way = ((*done_to, *tokens), "passive_object") if done_to else (tokens, way)
    tokens = () if _leads_to(here, verb, (*quoted, *continuations(speech, verb))) else tokens
    content = (*_joined(tokens, way, quoted), *continuations(speech, verb))
    who = _who(here, verb, cue, way, quoted)
    source = tuple(i for i in _behind_dateline(here, who) if i not in quoted)
    source, charge = _charge(here, cue, source)
    content = tuple(sorted(i for i in {*content, *charge} if i not in source))
    words = cues.verb_words(here, verb, content, source)
    words = tuple(sorted({*words, content[0] - 1})) if way == "for_whom" and content else words
    content = _behind_dateline(here, tuple(i for i in content if i not in words))
    return Voice(verb, source, words, content, cue.act, cue.kind, "quoted" if quoted else way) if content else None


def _charge(here: Page, cue: Cue, source: Tokens) -> tuple[Tokens, Tokens]:
    """As in "accused by [the police] [of smuggling]": what belongs to the accuser, and what to the charge."""
    parse = here.parse
    ofs = [i for i in source if parse.lower(i) == "of" and parse.word(i + 1)[0].islower()] if "of" in cue.frames else []
    if cue.act != "accuse" or not ofs:
        return source, ()
    return tuple(i for i in source if i < ofs[-1]), tuple(i for i in source if i >= ofs[-1])


def _who(here: Page, verb: int, cue: Cue, way: str, quoted: Tokens) -> Tokens:
    """Who speaks: what the place says, where the parser is known to be wrong, else what its arcs say."""
    if way in TRAILING:
        return trailing_speaker(here, verb)
    if way == "for_whom" and passive(here.parse, verb):
        return calling(here, verb)
    if joined_passive(here, verb) is not None and not quoted:
        return agent(here, verb)
    shared = passive_subject_of(here, verb)
    if shared is not None:
        return phrase(here, shared, verb)
    told = adding_to(here, verb) if cue.kind == "speech" else None
    return speaker(here, verb if told is None else told) or (issuer(here, verb) if quoted else ())


def _behind_dateline(here: Page, tokens: Tokens) -> Tokens:
    """Without "GENEVA (Wire) -" at the head of a report's first sentences."""
    parse = here.parse
    if not tokens or parse.sent_of[tokens[0]] > 4:
        return tokens
    dateline = DATELINE.match(parse.text, parse.starts[parse.sentence(tokens[0]).start])
    return tuple(i for i in tokens if not dateline or parse.starts[i] >= dateline.end())


def _unclocked(here: Page, voice: Voice) -> Voice:
    """Without the clock of a live blog ("14:48 Ankara says") and the outlet's own "However," before what is told."""
    told = _behind_clock(here, voice.content, opens=voice.way == "statement")
    return replace(voice, source=_behind_clock(here, voice.source), content=told)


def _behind_clock(here: Page, tokens: Tokens, *, opens: bool = False) -> Tokens:
    """Without the openings of sentences; only that of the first one where all of it ``opens`` a statement."""
    parse = here.parse
    hidden: set[int] = set()
    for i in tokens:
        if i != parse.sentence(i).start or here.quoted(i) or (opens and i != tokens[0]):
            continue
        opening = CLOCK.match(parse.text, parse.starts[i]) or HOWEVER.match(parse.text, parse.starts[i])
        hidden.update(parse.tokens(parse.starts[i], opening.end()) if opening else ())
    kept = [i for i in tokens if i not in hidden]
    words = here.words(kept)
    that = len(words) > 1 and parse.lower(words[0]) == "that" and words[1] > words[0] + 2 and not here.quoted(words[0])
    return tuple(i for i in kept if not that or i > words[0])


def _leads_to(here: Page, verb: int, quoted: Tokens) -> bool:
    """As in "Asked about it, he said, “No.”": a whole passage right behind the verb is all that it says."""
    parse = here.parse
    behind = [i for i in quoted if i > verb]
    between = here.words(range(verb + 1, behind[0])) if behind else ()
    if not behind or any(i < verb for i in quoted):
        return False
    pointing = {parse.lower(i) for i in between} <= POINTERS or announced(here, range(behind[0], behind[0] + 1))
    if len(between) > 1 and not pointing:
        return False
    first = next((i for i in behind if here.is_word(i)), behind[0])
    return parse.word(first)[0].isupper() or parse.tags[verb] == "VBG"


def _joined(tokens: Tokens, way: str, quoted: Tokens) -> Tokens:
    """A passage found by its place, and the clause around the cue if it belongs with it."""
    held = set(quoted)
    if not quoted or any(i in held for i in tokens) or way in ("around", "interrupted"):
        return tuple(sorted(held | set(tokens)))
    return quoted


def _merged(found: Sequence[Voice], parse: Parse) -> Iterator[Voice]:
    """As in "declined to say who": one voice with a cue of two verbs, not a voice that declines "to say".

    In "urged both sides to say who" the saying is the sides', and still to come: the urging alone is a voice.
    """
    asked = {v.head for v in found if to_infinitive(parse, v.head) and v.way != "quoted" and _is_asked(parse, v)}
    found = [v for v in found if v.head not in asked]
    heads = {v.head: v for v in found}
    inner = {
        v.head: parse.heads[v.head] for v in found if parse.deps[v.head] == "xcomp" and parse.heads[v.head] in heads
    }
    outer = {k for k in inner.values() if parse.lemmas[k] in WITHHOLDING}
    for voice in found:
        if parse.lemmas[voice.head] in WITHHOLDING and (voice.head in outer or not _silent(parse, voice)):
            continue  # to refuse to do something is a deed
        above = heads.get(inner.get(voice.head, -1))
        if above is not None and above.way in ("infinitive", "passive_object"):
            if above.head not in outer:  # "denied ordering", "is expected to announce": nothing was said
                continue
            between = [i for i in range(above.head, voice.head) if i not in above.source]
            words = tuple(sorted({*above.cue, *between, *voice.cue}))
            content = tuple(i for i in voice.content if i not in words)
            yield replace(voice, source=above.source or voice.source, cue=words, content=content, act=above.act)
        else:
            yield voice


def _silent(parse: Parse, voice: Voice) -> bool:
    """As in "declined to comment": it is words that are withheld."""
    verb = next((i for i in voice.content if parse.tags[i] == "VB"), None)
    return verb is not None and (parse.lemmas[verb] in SILENT or parse.lemmas[verb] in lexicon("verb"))


def _with_cited(here: Page, found: Iterable[Voice]) -> Iterator[Voice]:
    """As in "P, the agency reported, citing two officials": P is theirs too, if they can speak."""
    drafts = list(found)
    heads = {v.head: v for v in drafts}
    for voice in drafts:
        told = heads.get(here.parse.heads[voice.head]) if here.parse.lower(voice.head) == "citing" else None
        giver = cited(here, voice.head, voice.content) if told is not None else ()
        if told is not None and giver and told.kind == "speech" and can_testify(here, giver):
            yield replace(voice, source=giver, content=told.content, way="phrase")
        else:
            yield voice


def _is_asked(parse: Parse, voice: Voice) -> bool:
    """The infinitive belongs to somebody that the verb above it asks, orders or allows."""
    above = parse.heads[voice.head]
    asking = parse.lemmas[above] in OBJECT_CONTROL and parse.deps[voice.head] in ("xcomp", "ccomp", "advcl")
    return asking and any(above < k < voice.head for k in parse.children(above, "dobj", "nsubj", "dative"))


def _hearsay_joined(found: Sequence[Voice], parse: Parse) -> Iterator[Voice]:
    """As in "was reportedly hit, according to sources": one voice, and "reportedly" is a second cue of it."""
    adverbs = {parse.sent_of[v.head]: v for v in found if v.kind == "hearsay"}
    joined = set()
    for voice in (v for v in found if v.kind != "hearsay"):
        own = adverbs.get(parse.sent_of[voice.head])
        if own is not None and voice.way == "phrase" and own.head in voice.content:
            joined.add(own.head)
            yield replace(voice, cue=tuple(sorted({*voice.cue, own.head})))
        else:
            yield voice
    yield from (v for v in found if v.kind == "hearsay" and v.head not in joined)


def _record(here: Page, voice: Voice, known: Names) -> Attribution | None:
    content = _without_notes(here, spans(here, [i for i in voice.content if i not in voice.cue]))
    if not content:
        return None
    source, cue = _without_notes(here, spans(here, voice.source)), _cue_spans(here, voice)
    who = classified(here, voice, known)
    name = identify("attribution", here.report.id, source, cue, content)
    kind = source_class(here.parse, who.voice, source, cue)
    return Attribution(name, source, cue, content, who.entity, kind, who.country, who.sector, style(here, content))


def _without_notes(here: Page, found: Spans) -> Spans:
    """Without footnote marks at the end: "the port was open.[3][citation needed]"."""
    text = here.report.text
    ends = ((a, NOTES.search(text, a, min(b + 1, len(text))), b) for a, b in found)
    cut = (Span(a, min(b, note.start()) if note else b) for a, note, b in ends)
    return tuple(span for span in cut if span.start < span.end)


def _cue_spans(here: Page, voice: Voice) -> Spans:
    """The cue's words; a colon is a cue of no letters."""
    return spans(here, voice.cue) or (Span(*here.parse.span(voice.head, voice.head)),)


def style(here: Page, content: Spans) -> str:
    """Direct if the content is quoted throughout, mixed if in part, else indirect."""
    near = [_quotations(here, span) for span in content]
    inside = [any(q.start <= a and b <= q.end for q in near[n]) for n, (a, b) in enumerate(content)]
    if inside and all(inside):
        return "direct"
    touched = any(q.start < b and a < q.end for n, (a, b) in enumerate(content) for q in near[n])
    return "mixed" if touched else "indirect"


def _quotations(here: Page, span: Span) -> Sequence[Quotation]:
    """The outermost passages that can touch a span: they follow one another."""
    first = bisect_right(here.quotations, span.start, key=lambda q: q.end)
    return here.quotations[max(0, first - 1) : bisect_left(here.quotations, span.end, key=lambda q: q.start) + 1]


def _place(a: Attribution) -> tuple[int, int]:
    first = min(spans[0] for spans in (a.source, a.cue, a.content) if spans)
    return first[0], a.cue[0][0] if a.cue else 0
