"""How sure the coder is and how often it is right, field by field, on our own passages that nothing was trained on.

python -m bench.calibration write     fit the steps on the held-out tenth: fogline/data/calibration/confidence.tsv
python -m bench calibration           the error left on the other half of it, and docs/reliability.svg

The steps that ship are fitted on all of the tenth; the figure and the picture are honest: each half is measured with
the steps that the other half gave.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from bench.events import read, verdicts_of
from bench.figures import Figure, interval
from fogline.records import Event
from fogline.tables.files import DATA
from fogline.tuning.passages import Passage, held_out
from training.parts import corpus

FIELDS = ("type", "actors", "recipients", "status")
TABLE = DATA / "calibration/confidence.tsv"
PICTURE = Path(__file__).resolve().parent.parent / "docs/reliability.svg"
STEP = 60  # entries in a step at least
SIDE, GAP, EDGE = 150, 40, 30  # of the picture's squares, pixels

Point = tuple[float, bool]  # a figure, and whether its entry was right
Steps = list[tuple[float, float, int]]  # from which figure, the share of right ones, of how many


@dataclass(frozen=True, slots=True)
class Judged:
    """One passage's raw figures and verdicts, by field."""

    points: dict[str, list[Point]]


def judged(passage: Passage) -> Judged:
    """The raw figures of a passage's events; one that nobody marked has the wrong type, and no sides to judge."""
    with patch("fogline.coding.confidence.calibrated", lambda figures, heard: figures):
        ours, told = read(passage)
    pairs = verdicts_of(ours, told)
    points: dict[str, list[Point]] = {name: [] for name in FIELDS}
    for one in ours:
        if not isinstance(one.event, Event):
            continue
        right = pairs.get(one.id)
        points["type"].append((one.event.confidence.type, right is not None and right["type"]))
        if right is not None and right["type"]:
            for name, key in (("actors", "actor"), ("recipients", "recipient"), ("status", "status")):
                points[name].append((getattr(one.event.confidence, name), right[key]))
    return Judged(points)


def fitted(points: Sequence[Point]) -> Steps:
    """Steps of at least `STEP` entries whose shares rise: neighbours that fall are joined (isotonic regression)."""
    steps: list[list[Point]] = []
    ordered = sorted(points)
    for n in range(0, len(ordered), STEP):
        steps.append(ordered[n : n + STEP])
    if len(steps) > 1 and len(steps[-1]) < STEP:
        steps[-2:] = [steps[-2] + steps[-1]]
    joined: list[list[Point]] = []
    for step in steps:
        joined.append(step)
        while len(joined) > 1 and share(joined[-2]) >= share(joined[-1]):
            joined[-2:] = [joined[-2] + joined[-1]]
    return [(step[0][0], share(step), len(step)) for step in joined]


def share(points: Sequence[Point]) -> float:
    """The share of right ones, drawn a little to the middle."""
    return (sum(right for _, right in points) + 1) / (len(points) + 2)


def applied(points: Sequence[Point], steps: Steps) -> list[Point]:
    """The figures as chances."""
    return [(max((s for s in steps if s[0] <= f), default=steps[0])[1], right) for f, right in points]


def error(points: Sequence[Point]) -> float:
    """Expected calibration error: how far chance and share of right ones are apart, mean over entries."""
    return sum(abs(sum(c for c, _ in b) - sum(r for _, r in b)) for b in _bins(points)) / (len(points) or 1)


def _bins(points: Sequence[Point]) -> list[list[Point]]:
    """The points by tenths of their chance."""
    bins: dict[int, list[Point]] = {}
    for chance, right in points:
        bins.setdefault(min(int(chance * 10), 9), []).append((chance, right))
    return list(bins.values())


def _halves(rows: Sequence[Judged]) -> dict[str, list[Point]]:
    """Every point, with the chance that the other half's steps give it."""
    out: dict[str, list[Point]] = {}
    for name in FIELDS:
        halves = [[p for row in rows[k::2] for p in row.points[name]] for k in (0, 1)]
        out[name] = [p for k in (0, 1) for p in applied(halves[k], fitted(halves[1 - k]))]
    return out


def figures() -> Iterator[Figure]:
    """The calibration error by field; the picture is drawn on the way."""
    rows = [judged(passage) for passage in held_out(corpus())[1]]
    told = _halves(rows)
    PICTURE.write_text(drawn(told), encoding="utf-8")
    for name in FIELDS:
        low, high = interval(told[name], error, 300)
        title = f"own held-out passages, confidence of {name}, calibration error"
        yield Figure(f"calibration.{name}.error", title, error(told[name]), low, high, len(told[name]))


def write() -> None:
    """Fit the steps on the whole tenth and write them where they ship."""
    rows = [judged(passage) for passage in held_out(corpus())[1]]
    lines = ["# fitted on our own held-out passages by python -m bench.calibration write", "field\tfrom\tright\tn"]
    for name in FIELDS:
        steps = fitted([p for row in rows for p in row.points[name]])
        lines += [f"{name}\t{start:.3f}\t{right:.3f}\t{n}" for start, right, n in steps]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def drawn(told: dict[str, list[Point]]) -> str:
    """The reliability of each field as a picture: how sure across, how often right upwards, dots as large as bins."""
    width, height = EDGE + len(told) * (SIDE + GAP), SIDE + 2 * EDGE
    squares = "".join(_square(EDGE + n * (SIDE + GAP), name, points) for n, (name, points) in enumerate(told.items()))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
        f'font-size="11" role="img"><title>How sure and how often right, by field</title>{squares}</svg>\n'
    )


def _square(left: int, name: str, points: Sequence[Point]) -> str:
    dots = "".join(_dot(left, b) for b in _bins(points))
    end = left + SIDE
    return (
        f'<rect x="{left}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#999"/>'
        f'<line x1="{left}" y1="{EDGE + SIDE}" x2="{end}" y2="{EDGE}" stroke="#999" stroke-dasharray="3"/>{dots}'
        f'<text x="{left}" y="{EDGE - 8}">{name} (n={len(points)})</text>'
        f'<text x="{left}" y="{EDGE + SIDE + 14}">0</text><text x="{end - 6}" y="{EDGE + SIDE + 14}">1</text>'
    )


def _dot(left: int, points: Sequence[Point]) -> str:
    sure = sum(chance for chance, _ in points) / len(points)
    right = sum(right for _, right in points) / len(points)
    x, y, radius = left + sure * SIDE, EDGE + (1 - right) * SIDE, 2 + len(points) ** 0.5 / 3
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#2a6f97" fill-opacity="0.7"/>'


if __name__ == "__main__":
    if sys.argv[1:] == ["write"]:
        write()
    else:
        for figure in figures():
            print(f"{figure.measure}: {figure.value:.3f} [{figure.low:.3f}, {figure.high:.3f}] n={figure.n}")
