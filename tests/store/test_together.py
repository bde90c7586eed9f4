"""Several processes write to one case at the same time, from its first moment on."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

from fogline.store import Query, open_case
from tests.store.killing import numbered

WRITERS, EACH = 3, 30


def write(path: Path, prefix: str) -> None:
    with open_case(path) as case:
        for i in range(EACH):
            assert case.put([numbered(f"{prefix}{i}"), numbered(f"both{i}")]) >= 1


def test_writers_share_a_case(tmp_path: Path) -> None:
    path = tmp_path / "case.fogline"
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write, args=(path, f"w{n}-")) for n in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0] * WRITERS
    with open_case(path) as case:
        assert case.check() == ()
        assert case.counts()["reports"] == case.counts()["ledgers"] == EACH * (WRITERS + 1)
        assert len(list(case.find(Query(kind="event")))) == EACH * (WRITERS + 1)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
