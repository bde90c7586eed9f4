"""Our own encoder: one pass over a report, every head's answer for its words. Only here onnxruntime is imported.

Six small graphs stand in ``data/weights`` (how they were made: PROVENANCE.toml there): the encoder with the heads of
every wordpiece, and the heads that find a cue's source and content, judge a voice, find an act's actors and recipients,
say what one span does to another, and whom a pronoun means. Without them, or with ``FOGLINE_ENCODER=off``, the rules
read alone.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from fogline.errors import ModelError
from fogline.models.encoded import Answers, CueGuess, Encoded, answers, best, softmax
from fogline.models.heads import BUCKETS, FARTHEST, LABELS, RELATION, VOICE, columns
from fogline.models.windows import Piece, cut, open_tokenizer, pronouns, runs
from fogline.records import Sentence, Span, Spans, overlap
from fogline.tables.files import DATA

GRAPHS = ("encoder", "pairs", "voices", "sides", "relations", "antecedents")
FILES = (*(f"{name}.onnx" for name in GRAPHS), "tokenizer.json")
BATCH = 8  # windows of about one length in one run
ACT, CODED = 0.05, 0.9  # a wordpiece may be an event from this chance of an act, or below this one of no event
COLUMNS, VOICE_COLUMNS = columns(LABELS), columns(VOICE)


class Loaded(NamedTuple):
    """The tokenizer and the graphs."""

    tokenizer: Any
    encoder: Any
    pairs: Any
    voices: Any
    sides: Any
    relations: Any
    antecedents: Any


def folder() -> Path | None:
    """Where the weights are: ``FOGLINE_ENCODER``, a folder or ``off``; else those that ship.

    Raises:
        ModelError: F404, if the folder that the user names holds no weights.
    """
    given = os.environ.get("FOGLINE_ENCODER")
    path = Path(given) if given else DATA / "weights"
    if given == "off" or (not given and not (path / FILES[0]).is_file()):
        return None
    missing = [name for name in FILES if not (path / name).is_file()]
    if missing:
        accepted = "off, or a folder that `fogline train` wrote"
        raise ModelError("F404", f"no {', '.join(missing)}", where=f"FOGLINE_ENCODER={path}", accepted=accepted)
    return path


@cache
def digests() -> dict[str, str]:
    """The sha-256 of each graph in use, for ``made_with`` and ``doctor``."""
    path = folder()
    files = [path / f"{name}.onnx" for name in GRAPHS] if path else []
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@cache
def _loaded() -> Loaded | None:
    path = folder()
    return None if path is None else opened(path, GRAPHS)


def opened(path: Path, graphs: Sequence[str]) -> Loaded:
    """The tokenizer and those graphs of a folder; the others stay away.

    Raises:
        ModelError: F404, if one cannot be opened.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(os.environ.get("OMP_NUM_THREADS", "1"))
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False
    providers = ["CPUExecutionProvider"]
    try:
        ready = {n: onnxruntime.InferenceSession(path / f"{n}.onnx", options, providers=providers) for n in graphs}
        tokenizer = open_tokenizer(path / "tokenizer.json")
    except Exception as error:  # both libraries raise kinds of their own, the second bare ones
        raise ModelError("F404", f"cannot be opened: {error}", where=str(path)) from error
    return Loaded(tokenizer, *(ready.get(name) for name in GRAPHS))


Sides = tuple[Span | None, Span | None]


class Asked(NamedTuple):
    """A text with known sentences, and the pairs of its spans whose relation is asked for."""

    text: str
    sentences: Sequence[Sentence]
    pairs: Sequence[Sides]


def encode(text: str, sentences: Sequence[Sentence]) -> Encoded | None:
    """Every head's answer for a text whose sentences are known; None where no weights are."""
    loaded = _loaded()
    if loaded is None:
        return None
    windows: list[Answers] = []
    cues: list[CueGuess] = []
    for piece, hidden, scores in passes(loaded, list(cut(text, sentences, loaded.tokenizer))):
        window = answers(piece.spans, scores)
        windows.append(
            window._replace(sides=_sides(loaded, hidden, window), meant=_meant(loaded, text, hidden, window))
        )
        cues += _cues(loaded, text, piece.spans, hidden, scores)
    return Encoded(tuple(windows), tuple(sorted(cues)))


def encode_pairs(texts: Sequence[Asked]) -> list[Encoded | None]:
    """What pairs of spans need, for many texts that are read together: no voices and no sides are looked for.

    The encoder's numbers are rounded by the largest of a run, so the chances in an answer hang a little on the texts
    beside it: the same texts in the same order give the same answers.
    """
    loaded = _loaded()
    if loaded is None:
        return [None for _ in texts]
    cuts = [list(cut(asked.text, asked.sentences, loaded.tokenizer)) for asked in texts]
    read = passes(loaded, [piece for pieces in cuts for piece in pieces])
    return [_related(loaded, asked, list(islice(read, len(pieces)))) for asked, pieces in zip(texts, cuts, strict=True)]


def _related(loaded: Loaded, asked: Asked, read: Sequence[tuple[Piece, Any, Any]]) -> Encoded:
    related: dict[Sides, dict[str, float]] = {}
    for piece, hidden, _ in read:
        related |= {pair: _relation(loaded, piece.spans, hidden, pair) for pair in asked.pairs if _inside(piece, pair)}
    windows = tuple(answers(piece.spans, scores) for piece, _, scores in read)
    return Encoded(windows, (), tuple(related.get(pair, {}) for pair in asked.pairs))


def _inside(piece: Piece, pair: Sides) -> bool:
    """True for the window that both spans stand in, as far as they are given."""
    begin, end = piece.spans[0].start, piece.spans[-1].end
    return all(span is None or (begin <= span.start and span.start < end) for span in pair)


def _relation(loaded: Loaded, spans: Spans, hidden: Any, pair: Sides) -> dict[str, float]:
    """The chances of what the first span does to the second."""
    import numpy

    weights = numpy.zeros((2, 1, len(spans)), dtype="float32")
    for row, span in enumerate(pair):
        chosen = [n for n, at in enumerate(spans) if span and overlap(at, span)]
        weights[row, 0, chosen] = 1 / max(len(chosen), 1)
    (said,) = loaded.relations.run(None, {"hidden": hidden, "actors": weights[0], "recipients": weights[1]})
    return dict(zip(RELATION, softmax(said[0]).tolist(), strict=True))


def _sides(loaded: Loaded, hidden: Any, window: Answers) -> dict[int, Any]:
    """For each wordpiece that may be an event, the chances of every other to be its actor and recipient."""
    inside = range(1, len(window.spans) - 1)
    likely = [range(n, n + 1) for n in inside if window.acts[n] >= ACT or window.types[n, 0] < CODED]
    if not likely:
        return {}
    (chances,) = loaded.sides.run(None, {"hidden": hidden, **_starts(likely, len(window.spans))})
    return {at.start: row for at, row in zip(likely, chances, strict=True)}


def _meant(loaded: Loaded, text: str, hidden: Any, window: Answers) -> dict[int, Any]:
    """For each pronoun the chances of the wordpieces before it; the special one at the start stands for nobody here."""
    found = [range(n, n + 1) for n in pronouns(text, window.spans)]
    if not found:
        return {}
    (scores,) = loaded.antecedents.run(None, {"hidden": hidden, **_starts(found, len(window.spans))})
    return {at.start: softmax(row[: at.start, 0]) for at, row in zip(found, scores, strict=True)}


def _starts(found: Sequence[range], size: int) -> dict[str, Any]:
    """What a pointer is fed with: where each cue or act stands, and how far every wordpiece is from it."""
    import numpy

    weights = numpy.zeros((len(found), size), dtype="float32")
    for row, at in enumerate(found):
        weights[row, at.start : at.stop] = 1 / len(at)
    far = numpy.clip(numpy.arange(size) - numpy.array([[at.start] for at in found]), -FARTHEST, FARTHEST)
    return {"weights": weights, "near": numpy.array(BUCKETS, dtype="int64")[far + FARTHEST]}


def passes(loaded: Loaded, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Any, Any]]:
    """Each window with its vectors and scores, in text order; windows of like length run together."""
    import numpy

    order = sorted(range(len(pieces)), key=lambda n: len(pieces[n].ids))
    done: dict[int, tuple[Any, Any]] = {}
    for group in (order[n : n + BATCH] for n in range(0, len(order), BATCH)):
        ids = numpy.zeros((len(group), len(pieces[group[-1]].ids)), dtype="int64")
        for row, n in enumerate(group):
            ids[row, : len(pieces[n].ids)] = pieces[n].ids
        hidden, scores = loaded.encoder.run(None, {"ids": ids, "mask": (ids > 0).astype("int64")})
        for row, n in enumerate(group):
            size = len(pieces[n].ids)
            done[n] = hidden[row, :size], scores[row, :size]
    for n, piece in enumerate(pieces):
        yield piece, *done[n]


def _cues(loaded: Loaded, text: str, spans: Spans, hidden: Any, scores: Any) -> Iterator[CueGuess]:
    """The voices of one window: each cue with the source and content that belong to it."""
    import numpy

    chances = softmax(scores[:, COLUMNS["cue"]])
    found = list(_begun(chances[1:-1].argmax(1), 1))
    if not found:
        return
    starts = _starts(found, len(spans))
    (pairs,) = loaded.pairs.run(None, {"hidden": hidden, **starts})
    pairs[:, (0, -1)] = 0  # the special wordpieces
    chosen = pairs > 0.5
    shares = chosen / numpy.maximum(chosen.sum(1, keepdims=True), 1)
    parts = [starts["weights"], shares[..., 0], shares[..., 1]]
    vectors = numpy.concatenate([part.astype("float32") @ hidden for part in parts], axis=1)
    (said,) = loaded.voices.run(None, {"parts": vectors})
    for row, cue in enumerate(found):
        voice = {head: best(said[row, where], VOICE[head]) for head, where in VOICE_COLUMNS.items()}
        source, content = (_part(text, spans, pairs[row, :, k]) for k in (0, 1))
        sure = float(1 - chances[cue.start : cue.stop, 0].mean())
        yield CueGuess(Span(spans[cue.start].start, spans[cue.stop - 1].end), sure, source, content, **voice)


def _begun(labels: Any, first: int) -> Iterator[range]:
    """Runs of wordpieces that the cue head says belong together (1 begins a run, 2 goes on)."""
    start: int | None = None
    for n, label in enumerate([*labels.tolist(), 0], first):
        if start is not None and label != 2:
            yield range(start, n)
            start = None
        if label and start is None:
            start = n


def _part(text: str, spans: Spans, chances: Any) -> tuple[Spans, float]:
    """The words that a head gives to a cue, and how sure it is of them on the whole."""
    chosen = [n for n, chance in enumerate(chances.tolist()) if chance > 0.5]
    return runs(text, spans, chosen), float(chances[chosen].mean()) if chosen else 0.0
