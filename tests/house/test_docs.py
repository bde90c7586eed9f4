"""What the pages say is so: links lead somewhere, printed commands parse, every check and status is explained."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from fogline.cli import COMMANDS, main
from fogline.records import BOUNDS, CATEGORIES, SOURCE_CLASSES, SPEECH_ACTS, STATUSES
from scripts import make_docs
from tests.house.test_repository import ROOT, tracked

WRITTEN_LATER: frozenset[str] = frozenset()  # pages that other commands write first
PAGES = [path for path in tracked() if path.suffix == ".md" and "tests" not in path.parts]
PLACEHOLDERS = {"FILES", "NAME", "PATH"}
OPERATORS = {"|", ">", "<", "&&", ";", "2>"}


def outside_code(text: str) -> str:
    return re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.S)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", outside_code(page.read_text(encoding="utf-8")))
    local = [t for t in targets if not re.match(r"\w+:", t)]
    missing = [t for t in local if not (page.parent / t).exists()]
    assert not {(page.parent / t).resolve().relative_to(ROOT).as_posix() for t in missing} - WRITTEN_LATER


def command_lines() -> Iterator[tuple[str, str]]:
    """Every command printed in a page: lines of code blocks, and inline code."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        blocks = re.findall(r"```\w*\n(.*?)```", text, re.S)
        lines = [line for block in blocks for line in block.splitlines()]
        inline = re.findall(r"`(fogline [^`]+)`", re.sub(r"```.*?```", "", text, flags=re.S))
        for line in (*lines, *inline):
            found = re.match(r"\s*(?:\$ )?(?:\.venv/bin/)?fogline ([a-z-].*)", line, re.S)
            if found and "..." not in line and "[OPTIONS]" not in line and not PLACEHOLDERS & set(line.split()):
                yield page.relative_to(ROOT).as_posix(), " ".join(found[1].split())


def parsed(line: str) -> str | None:
    """What is wrong with a command line, without running it."""
    words = shlex.split(line.split(" #", maxsplit=1)[0].replace("\\|", "|"))
    end = next((n for n, word in enumerate(words) if word in OPERATORS), len(words))
    command: click.Command = main
    context = make_docs.top_context()
    words = words[:end]
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        try:
            _, inner, words = command.resolve_command(context, words)
        except click.UsageError as error:
            return error.format_message()
        assert inner is not None
        command = inner
        context = click.Context(command, parent=context)
    try:
        given, _, _ = command.make_parser(context).parse_args(list(words))
        choices = [p for p in command.params if isinstance(p.type, click.Choice) and isinstance(given.get(p.name), str)]
        for param in choices:
            param.type.convert(given[param.name], param, context)
    except click.UsageError as error:
        return error.format_message()
    return None


def test_every_printed_command_parses() -> None:
    found = list(command_lines())
    assert len(found) > 30
    assert [(page, line, wrong) for page, line in found if (wrong := parsed(line))] == []
    assert {line.split()[0] for _, line in found} >= set(COMMANDS)


def test_a_wrong_command_line_would_be_noticed() -> None:
    assert parsed("read report.txt --no-such-option")
    assert parsed("export case.fogline --format docx --out x")
    assert parsed("fetch report.txt")


def test_every_check_has_its_row() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "fogline" / "checking").rglob("*.py"))
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert sorted(set(re.findall(r'"(C\d{3})"', sources))) == re.findall(r"^\| (C\d{3}) \| [a-z]", page, re.M)


@pytest.mark.parametrize(
    ("page", "values"),
    [
        ("voices.md", (*SOURCE_CLASSES, *SPEECH_ACTS)),
        ("ledger.md", STATUSES),
        ("counts.md", BOUNDS),
        ("checks.md", CATEGORIES),
    ],
)
def test_every_value_is_named_on_its_page(page: str, values: tuple[str, ...]) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert [v for v in values if not re.search(rf"\b{v}\b", text)] == []


def test_the_example_in_the_readme_is_what_is_printed() -> None:
    assert make_docs.example() in make_docs.README.read_text(encoding="utf-8"), "run: python -m scripts.make_docs"
