"""One self-contained page per report: no network, no script, prints well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import jinja2

from fogline.pages.map import drawn
from fogline.pages.segments import LAYERS, Segment, segments
from fogline.pages.wording import STATUS_LEGEND, STATUS_SIGNS, Wording, amount, timex_meaning
from fogline.records import Ledger

LAYER_NAMES = {
    "finding": "What does not fit", "source": "Sources", "cue": "Cues", "content": "What they say", "act": "Acts",
    "time": "Times", "place": "Places", "quantity": "Quantities",
}  # fmt: skip
MANY = 40  # rows from which a table of particulars starts folded


def page(ledger: Ledger) -> str:
    """The report's text with flat highlights, and its ledger as tables beside it, as one HTML document.

    >>> from fogline.records import MadeWith, Report
    >>> empty = Ledger(report=Report("r1", "Rain <b> fell."), made_with=MadeWith("0", "PLOVER", {}, {}))
    >>> "Rain &lt;b&gt; fell." in page(empty)
    True
    """
    anchored: set[str] = set()

    def fresh(anchor: str) -> bool:
        """True the first time: an entry of several passages is pointed to at its first."""
        new = anchor not in anchored
        anchored.add(anchor)
        return new

    return _template().render(
        fresh=fresh,
        ledger=ledger,
        map=drawn(ledger),
        report=ledger.report,
        words=Wording(ledger),
        paragraphs=tuple(_paragraphs(ledger)),
        layers=LAYER_NAMES,
        signs=STATUS_SIGNS,
        legend=STATUS_LEGEND,
        many=MANY,
        amount=amount,
        meaning=timex_meaning,
    )


def write_page(ledger: Ledger, folder: Path) -> Path:
    """Write a report's page into a folder, named after the report's file and id."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{_name(ledger)}.html"
    path.write_text(page(ledger), encoding="utf-8")
    return path


def _name(ledger: Ledger) -> str:
    origin = ledger.report.origin
    stem = Path(origin.path).stem if origin.path and origin.path != "-" else ""
    line = f"-{origin.line}" if origin.line else ""
    safe = re.sub(r"[^\w.-]+", "_", stem)[:80]
    return f"{safe}{line}-{ledger.report.id[:8]}" if safe else ledger.report.id


def _paragraphs(ledger: Ledger) -> Iterator[list[Segment]]:
    """The segments by line of the text, cut once more where a line ends inside a segment."""
    held: list[Segment] = []
    for segment in segments(ledger):
        for piece in _by_line(ledger.text, segment):
            held.append(piece)
            if ledger.text[piece.end - 1] == "\n":
                yield held
                held = []
    if held:
        yield held


def _by_line(text: str, segment: Segment) -> Iterator[Segment]:
    start, first, number = segment.start, segment.first, segment.sentence
    for match in re.finditer(r"[^\n]*\n|[^\n]+$", text[segment.start : segment.end]):
        end = segment.start + match.end()
        yield Segment(start, end, segment.marks, first, number)
        start, first, number = end, (), None


def _classes(segment: Segment) -> str:
    return " ".join(f"l-{layer}" for layer in LAYERS if any(m.layer == layer for m in segment.marks))


@cache
def _template() -> jinja2.Template:
    folder = files("fogline.pages") / "templates"
    loader = jinja2.FunctionLoader(lambda name: (folder / name).read_text(encoding="utf-8"))
    env = jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    env.filters["classes"] = _classes
    return env.get_template("report.html.j2")
