"""Figures with their intervals, and where the public data and scorers lie."""

from __future__ import annotations

import importlib.util
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA, SCORERS = SHARED / "data", SHARED / "bench"
DRAWS = 1000
Row = TypeVar("Row")


class Missing(Exception):  # noqa: N818
    """A data folder or scorer that is not on this machine: the figure is skipped, loudly."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value with its 95 % bootstrap interval, beside the peers' figures and our floor.

    ``key`` names the figure in bench/floors.toml; ``peers`` is printed as it stands.
    """

    key: str
    measure: str
    value: float
    low: float | None
    high: float | None
    n: int
    peers: str = ""
    unit: str = ""


def data(name: str) -> Path:
    """The folder of a public data set.

    Raises:
        Missing: if it is not on this machine.
    """
    folder = DATA / name
    if not folder.is_dir():
        raise Missing(f"data set {name!r} is not here")
    return folder


def scorer(name: str) -> ModuleType:
    """A scorer script as a module.

    Raises:
        Missing: if it is not on this machine.
    """
    path = SCORERS / f"{name}.py"
    if not path.is_file():
        raise Missing(f"scorer {name!r} is not here")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def shared(key: str, measure: str, right: Sequence[bool]) -> Figure:
    """The share of what is right, of our own cases that no peer was measured on."""

    def share(rows: Sequence[bool]) -> float:
        return sum(rows) / max(len(rows), 1)

    low, high = interval(right, share, 300)
    return Figure(key, measure, share(right), low, high, len(right), "none")


def interval(
    rows: Sequence[Row], statistic: Callable[[Sequence[Row]], float], draws: int = DRAWS
) -> tuple[float, float]:
    """95 % bootstrap interval of a statistic over documents, seeded."""
    rnd = random.Random(0)
    values = sorted(statistic(rnd.choices(rows, k=len(rows))) for _ in range(draws))
    return values[int(0.025 * draws)], values[int(0.975 * draws)]
