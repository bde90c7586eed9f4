"""Write docs/commands/NAME.md, docs/ledger.schema.json and README's example from the program, so that none differs."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import click

import fogline
from fogline.cli import COMMANDS, main
from fogline.pages.terminal import Screen, show
from fogline.records.schema import ledger_schema

ROOT = Path(__file__).resolve().parent.parent
DOCS, README, SAMPLE = ROOT / "docs", ROOT / "README.md", ROOT / "samples" / "harbour.md"
FOLDER, SCHEMA = DOCS / "commands", DOCS / "ledger.schema.json"
EXAMPLE = re.compile(
    r"(?<=<!-- example: python -m scripts.make_docs writes it -->\n).*?(?=<!-- end of example -->)", re.S
)
SHOWN = (100, 14, 18)  # lines that README shows of each part: all findings, some voices, some events


def pages() -> dict[str, str]:
    """Every command's page by its name."""
    top = top_context()
    return {name: _page(name, main.get_command(top, name), top) for name in COMMANDS}


def top_context() -> click.Context:
    """The context of `fogline` itself; click keeps a command's help option as the first context names it."""
    return click.Context(main, info_name="fogline", help_option_names=["-h", "--help"])


def _page(name: str, command: click.Command | None, parent: click.Context) -> str:
    assert command is not None
    parts = "\n".join(_parts(name, command, parent, "#"))
    return f"{parts}\nWritten by scripts/make_docs.py from `fogline {name} --help`.\n"


def _parts(name: str, command: click.Command, parent: click.Context, level: str) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=parent, max_content_width=100, terminal_width=100)
    yield f"{level} {context.command_path}\n\n```\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for below, inner in command.commands.items():
            yield from _parts(below, inner, context, level + "#")


def schema() -> str:
    """The ledger's JSON schema as it is documented."""
    return json.dumps(ledger_schema(), indent=1, ensure_ascii=False) + "\n"


def example() -> str:
    """What `fogline read` prints of the sample, shortened where it says so."""
    page = io.StringIO()
    ledger = fogline.read(SAMPLE.read_text(encoding="utf-8"), published="2025-11-20", outlet="Sample Desk")
    show(ledger, Screen(file=page, width=100))
    head, *parts = page.getvalue().strip().split("\n\n")
    rule = head.splitlines()[1]
    title = f"{SAMPLE.name} · {head.splitlines()[0].split(' · ', 1)[1]}\n{rule}"
    shown = [title, *(_shortened(part, most) for part, most in zip(parts, SHOWN, strict=True))]
    return "```\n" + "\n\n".join(shown) + "\n```\n"


def _shortened(part: str, most: int) -> str:
    lines = part.splitlines()
    return part if len(lines) <= most else "\n".join([*lines[:most], f"  [... {len(lines) - most} more lines]"])


def write() -> None:
    """Write every page, the schema and README's example."""
    SCHEMA.write_text(schema(), encoding="utf-8")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / f"{name}.md").write_text(text, encoding="utf-8")
    told = example()
    README.write_text(EXAMPLE.sub(lambda _: told, README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    write()
