"""Speed and memory of the line on constructed reports of about 500 words; spaCy alone in the same run beside it."""

from __future__ import annotations

import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench.figures import Figure
from fogline.bulk import code_many, read_many
from fogline.ingest.pairs import MarkedPair
from fogline.line import ledgers
from fogline.models import english
from fogline.reading.mentions import find_entities
from fogline.reading.places import find_places
from fogline.reading.quantities import find_quantities
from fogline.reading.sentences import sentences
from fogline.reading.times import find_times
from fogline.records import Reading, Report, Span, identify

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
WORDS, REPORTS, PAIRS, WARM, STREAM = 500, 120, 2000, 10, 3000


def constructed(count: int, words: int = WORDS) -> Iterator[Report]:
    """Reports of about that many words: the samples' paragraphs, shuffled by a seed."""
    paragraphs = [p for path in sorted(SAMPLES.glob("*.md")) for p in path.read_text("utf-8").split("\n\n")]
    for n in range(count):
        rnd = random.Random(n)
        chosen: list[str] = [f"Report {n}."]
        while sum(len(p.split()) for p in chosen) < words:
            chosen.append(rnd.choice(paragraphs))
        text = "\n\n".join(chosen)
        yield Report(identify("report", text), text, published="2025-11-20", outlet="Bench", language="en")


def seconds(work: Iterator[object]) -> float:
    """Wall-clock seconds that it takes to use up an iterator."""
    start = time.perf_counter()
    for _ in work:
        pass
    return time.perf_counter() - start


def parses(reports: list[Report]) -> Iterator[object]:
    """The parser alone."""
    return english.parse_many((r.text, sentences(r.text)) for r in reports)


def program(*args: str) -> float:
    """Median seconds of five runs of a small program."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, *args], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return sorted(times)[2]


def plain(key: str, measure: str, value: float, unit: str, n: int) -> Figure:
    """A figure without an interval: it depends on the machine, not on a sample of documents."""
    return Figure(key, measure, value, None, None, n, unit=unit)


def figures() -> Iterator[Figure]:
    """Reports a second, ratio to the parser, memory, start-up. Memory before the long text: children start as large."""
    reports = list(constructed(REPORTS))
    seconds(ledgers(reports[:4]))
    alone, one = seconds(parses(reports)), seconds(ledgers(reports))
    start = time.perf_counter()
    n = sum(1 for _ in read_many(reports, jobs=2))
    two = n / (time.perf_counter() - start)
    yield plain("speed.jobs2", "reports of 500 words a second, 2 workers (CC-NEWS grows by about 4.4)", two, "/s", n)
    yield plain("speed.jobs1", "reports of 500 words a second, 1 process", REPORTS / one, "/s", REPORTS)
    yield from beyond_the_parse(reports[:60])
    yield pairs_a_second(reports)
    yield plain("speed.parser", "the same through the parser alone, 1 process", REPORTS / alone, "/s", REPORTS)
    yield plain("speed.ratio", "time of the whole line / time of the parser alone", one / alone, "x", REPORTS)
    yield from flat_memory()
    yield from long_text()
    loaded = program("-c", "import fogline") - program("-c", "pass")
    yield plain("speed.import", "import fogline", loaded, " s", 5)
    yield plain("speed.version", "fogline --version", program("-m", "fogline", "--version"), " s", 5)


def beyond_the_parse(reports: list[Report]) -> Iterator[Figure]:
    """Times, places and quantities, each and together, given the parse and the entities; the first ten warm up."""
    spent: dict[str, float] = {"times": 0.0, "places": 0.0, "quantities": 0.0}
    for n, report in enumerate(reports):
        ready = Reading(sentences=sentences(report.text))
        parse = english.parse(report.text, ready.sentences)
        entities, mentions = find_entities(report, parse, ready)
        known = replace(ready, entities=entities, mentions=mentions, times=find_times(report, parse, ready))
        stages = (("times", find_times), ("places", find_places), ("quantities", find_quantities))
        for name, stage in stages:
            start = time.perf_counter()
            stage(report, parse, known)
            spent[name] += time.perf_counter() - start if n >= WARM else 0.0
    count, peers = len(reports) - WARM, "HeidelTime 0.3-7, times alone"
    for name, took in (*spent.items(), ("all three", sum(spent.values()))):
        key = f"speed.{name.replace(' ', '_')}"
        yield replace(plain(key, f"{name} beyond the parse, 1 process", count / took, "/s", count), peers=peers)


def pairs_a_second(reports: list[Report]) -> Figure:
    """Sentences of the reports with their first and last word marked, coded by two workers, start-up included."""
    told = [r.text[s.start : s.end] for r in reports for s in sentences(r.text)]
    marked = [pair for text in told for pair in marked_ends(text)][:PAIRS]
    start = time.perf_counter()
    n = sum(1 for _ in code_many(marked, jobs=2))
    rate = n / (time.perf_counter() - start)
    peers = "UniversalPetrarch 63 sentences/s given a parse"
    return replace(plain("speed.pairs", "pairs of marked spans a second, 2 workers", rate, "/s", n), peers=peers)


def marked_ends(text: str) -> Iterator[MarkedPair]:
    """The sentence with its first and last word marked, if it is about as long as one of the news."""
    found = list(re.finditer(r"\w+", text))
    if 12 <= len(found) <= 36:
        yield MarkedPair(text, Span(*found[0].span()), Span(*found[-1].span()))


def long_text() -> Iterator[Figure]:
    """Does time grow with length only? A text of 2 MB against one of 0.5 MB."""
    short, long = (next(constructed(1, words)) for words in (80_000, 320_000))
    ratio = seconds(ledgers([long])) / seconds(ledgers([short]))
    size = len(long.text) / 1e6
    yield plain("speed.linear", f"time for {size:.1f} MB / time for a quarter of it (4 is linear)", ratio, "x", 1)


def flat_memory() -> Iterator[Figure]:
    """Memory over a stream of short reports, in a process of its own: other rooms leave children that count too."""
    told = subprocess.run([sys.executable, "-m", "bench.speed"], check=True, capture_output=True, text=True).stdout
    grown, worker = map(float, told.split())
    first = STREAM // 5
    yield plain("memory.growth", f"growth of memory from report {first} to {STREAM}", grown, " MiB", STREAM)
    yield plain("memory.worker", f"largest worker's memory over {STREAM} reports", worker, " MiB", STREAM)


def streamed() -> tuple[float, float]:
    """MiB by which this process grows while that many reports stream through two workers, and of the largest worker."""
    first = 0.0
    for done, _ in enumerate(read_many(constructed(STREAM, 60), jobs=2), start=1):
        if done == STREAM // 5:
            first = resident()
    return resident() - first, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def resident() -> float:
    """Memory of this process now, in MiB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return 0.0
    row = next(row for row in status.read_text("utf-8").splitlines() if row.startswith("VmRSS"))
    return int(row.split()[1]) / 1024


if __name__ == "__main__":
    print(*streamed())
