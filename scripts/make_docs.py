"""Write docs/commands/NAME.md and docs/ledger.schema.json from the program itself, so that they cannot differ."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from fogline.cli import COMMANDS, main
from fogline.records.schema import ledger_schema

DOCS = Path(__file__).resolve().parent.parent / "docs"
FOLDER, SCHEMA = DOCS / "commands", DOCS / "ledger.schema.json"


def pages() -> dict[str, str]:
    """Every command's page by its name."""
    top = click.Context(main, info_name="fogline")
    return {name: _page(name, main.get_command(top, name), top) for name in COMMANDS}


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


def write() -> None:
    """Write every page and the schema."""
    SCHEMA.write_text(schema(), encoding="utf-8")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / f"{name}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
