"""Run every benchmark, compare with the floors, and write docs/benchmarks.md.

python -m bench                     all of them
python -m bench attribution times   some of them (docs are then left alone)
python -m bench --lower KEY --because "..."   lower a floor, with its reason kept in bench/floors.toml
"""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
import tomllib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from bench.figures import Figure, Missing

HERE = Path(__file__).resolve().parent
FLOORS, PAGE = HERE / "floors.toml", HERE.parent / "docs" / "benchmarks.md"
ROOMS = (
    "attribution",
    "factuality",
    "shapes",
    "times",
    "places",
    "quantities",
    "own_phrases",
    "entities",
    "coding",
    "events",
    "stability",
    "checks",
    "calibration",
    "corpus",
    "held_out",
    "sentences",
    "speed",
)
HEAD = """# Figures

Written by `make bench`; do not edit. Public data for measuring only: nothing of it trains or enters Fogline. Intervals
are 95 % bootstrap intervals over documents (rows, where the data has no documents). Peers' figures are as published or
as measured by us on the same data with the same scorer; the floor is what a later version must not fall below.

All of this data was at hand while the rules were written, and most of it was read for errors: these are development
figures; expect less on text nobody has looked at. Only the everyday reports were written after all else. For PLV the
first blind run, before any of its errors was read, gave root 69.0, quad 82.1, binary 90.1. Our own phrases were first
read for times 85.0 % (306 of 360), counts 90.0 % (288 of 320; traps 87 of 89), places 89.5 % (1,166 of 1,303), roles
64 %.

"""


def main() -> int:
    """Print figures; 1 if one fell below its floor."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=", ".join(ROOMS))
    parser.add_argument("--lower", metavar="KEY", help="lower this figure's floor to today's value; needs --because")
    parser.add_argument("--because", metavar="REASON")
    args = parser.parse_args()
    if args.lower and not args.because:
        parser.error("--lower needs --because: why is less good enough?")
    figures, skipped = run(args.rooms or ROOMS)
    floors = tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    fallen = [
        f for f in figures if f.value < float(floors.get(f.key, {}).get("floor", f.value)) and f.key != args.lower
    ]
    raise_floors(figures, floors, args.lower, args.because)
    if not args.rooms:
        PAGE.write_text(HEAD + machine() + table(figures, floors, skipped), encoding="utf-8")
        print(f"written: {PAGE.relative_to(HERE.parent)}")
    for figure in fallen:
        print(f"BELOW ITS FLOOR: {figure.key} {figure.value:.3f} < {floors[figure.key]['floor']}", file=sys.stderr)
    return bool(fallen)


def run(rooms: Iterable[str]) -> tuple[list[Figure], list[str]]:
    """Every room's figures, and what was skipped because its data is missing."""
    figures: list[Figure] = []
    skipped: list[str] = []
    for room in rooms:
        try:
            for figure in importlib.import_module(f"bench.{room}").figures():
                figures.append(figure)
                print(line(figure), flush=True)
        except Missing as missing:
            skipped.append(f"{room}: {missing}")
            print(f"SKIPPED {room}: {missing}", file=sys.stderr, flush=True)
    return figures, skipped


def line(figure: Figure) -> str:
    """One figure as one line."""
    spread = f" [{figure.low:.3f}, {figure.high:.3f}]" if figure.low is not None and figure.high is not None else ""
    return f"{figure.measure:62} {figure.value:8.3f}{figure.unit}{spread}  n={figure.n}  {figure.peers}"


def raise_floors(
    figures: list[Figure], floors: dict[str, dict[str, object]], lower: str | None, because: str | None
) -> None:
    """Keep a floor for every quality figure: new ones at the interval's low end; a floor only ever rises."""
    for f in figures:
        if f.low is None or f.unit or f.key.endswith((".mae", ".error")) or ".annotators." in f.key:
            continue  # an error has no floor to stand on, and two annotators agree as they do
        held = floors.setdefault(f.key, {"floor": 0.0})
        if f.key == lower:
            floors[f.key] = {"floor": round(f.low, 3), "lowered_because": because or ""}
        elif round(f.low, 3) > float(str(held["floor"])):
            held["floor"] = round(f.low, 3)
    rows = ((key, value) for key, value in sorted(floors.items()))
    text = "".join(f'["{key}"]\n' + "".join(f"{k} = {v!r}\n" for k, v in value.items()) + "\n" for key, value in rows)
    FLOORS.write_text("# Lower one only with: python -m bench --lower KEY --because REASON\n" + text, encoding="utf-8")


def machine() -> str:
    """What ran the figures, without naming it."""
    day = datetime.now(UTC).date()
    return f"Run on {day}: {os.cpu_count()} cores, {processor()}, Python {platform.python_version()}.\n\n"


def processor() -> str:
    """The processor's model as the system tells it."""
    info = Path("/proc/cpuinfo")
    if not info.is_file():
        return platform.processor() or platform.machine()
    names = (
        row.split(":", 1)[1].strip() for row in info.read_text("utf-8").splitlines() if row.startswith("model name")
    )
    return next(names, platform.machine())


def table(figures: list[Figure], floors: dict[str, dict[str, object]], skipped: list[str]) -> str:
    """The figures as a Markdown table."""
    rows = ["| measure | Fogline | 95 % interval | n | peers | floor |", "|---|---|---|---|---|---|"]
    for f in figures:
        spread = f"{f.low:.3f}–{f.high:.3f}" if f.low is not None and f.high is not None else ""
        floor = floors.get(f.key, {}).get("floor", "")
        rows.append(f"| {f.measure} | {f.value:.3f}{f.unit} | {spread} | {f.n} | {f.peers} | {floor} |")
    missing = "".join(f"\nSkipped: {reason}\n" for reason in skipped)
    return "\n".join(rows) + "\n" + missing


if __name__ == "__main__":
    sys.exit(main())
