"""Speed and memory of the line on constructed reports of about 500 words; spaCy alone in the same run beside it."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure
from fogline.bulk import read_many
from fogline.line import ledgers
from fogline.models import english
from fogline.reading.sentences import sentences
from fogline.records import Report, identify

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
WORDS, REPORTS = 500, 120


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


def figures() -> Iterator[Figure]:
    """Reports a second, ratio to the parser, memory, start-up."""
    reports = list(constructed(REPORTS))
    seconds(ledgers(reports[:4]))
    alone, one = seconds(parses(reports)), seconds(ledgers(reports))
    start = time.perf_counter()
    n = sum(1 for _ in read_many(reports, jobs=2))
    two = time.perf_counter() - start
    yield Figure(
        "speed.jobs2",
        "reports of 500 words a second, 2 workers (start-up included)",
        n / two,
        None,
        None,
        n,
        "CC-NEWS grows by about 4.4 a second",
        "/s",
    )
    yield Figure(
        "speed.jobs1", "reports of 500 words a second, 1 process", REPORTS / one, None, None, REPORTS, "", "/s"
    )
    yield Figure(
        "speed.parser", "the same through the parser alone, 1 process", REPORTS / alone, None, None, REPORTS, "", "/s"
    )
    yield Figure(
        "speed.ratio", "time of the whole line / time of the parser alone", one / alone, None, None, REPORTS, "", "x"
    )
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield Figure("memory.worker", "largest worker's memory", worker, None, None, n, "", " MiB")
    yield from long_text()
    yield from flat_memory()
    yield Figure(
        "speed.import",
        "import fogline",
        program("-c", "import fogline") - program("-c", "pass"),
        None,
        None,
        5,
        "",
        " s",
    )
    yield Figure("speed.version", "fogline --version", program("-m", "fogline", "--version"), None, None, 5, "", " s")


def long_text() -> Iterator[Figure]:
    """Does time grow with length only? A text of 1 MB against one of 0.25 MB."""
    short, long = (next(constructed(1, words)) for words in (40_000, 160_000))
    ratio = seconds(ledgers([long])) / seconds(ledgers([short]))
    size = len(long.text) / 1e6
    yield Figure(
        "speed.linear",
        f"time for {size:.1f} MB / time for a quarter of it (4 is linear)",
        ratio,
        None,
        None,
        1,
        "",
        "x",
    )


def flat_memory(count: int = 3000) -> Iterator[Figure]:
    """Growth of this process while many short reports stream through two workers; the largest worker."""
    first = 0.0
    for done, _ in enumerate(read_many(constructed(count, 60), jobs=2), start=1):
        if done == count // 5:
            first = resident()
    grown = resident() - first
    measure = f"growth of memory from report {count // 5} to {count}"
    yield Figure("memory.growth", measure, grown, None, None, count, "", " MiB")
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield Figure("memory.worker_after", f"largest worker's memory over {count}", worker, None, None, count, "", " MiB")


def resident() -> float:
    """Memory of this process now, in MiB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return 0.0
    row = next(row for row in status.read_text("utf-8").splitlines() if row.startswith("VmRSS"))
    return int(row.split()[1]) / 1024


if __name__ == "__main__":
    for figure in figures():
        print(figure)
