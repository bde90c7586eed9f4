"""The command line: one module a verb; results on standard output, what went wrong on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

EXIT_FINDINGS, EXIT_INPUT = 1, 3  # 2, wrong usage, is click's own
EXIT_INTERRUPTED, EXIT_PIPE = 130, 141  # as shells count Ctrl-C and a reader that went away
COMMANDS = ("read", "pairs", "compare", "store", "export", "facts", "places", "train", "doctor")


class Verbs(click.Group):
    """Commands in the order in which a user meets them, each loaded when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, as COMMANDS lists them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a module of this package."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"fogline.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a coded error ends it with one line and exit status 3."""
        from fogline.errors import FoglineError

        _lenient_streams()
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
            return done
        except FoglineError as error:
            complain(str(error))
            sys.exit(EXIT_INPUT)
        except KeyboardInterrupt:
            complain("interrupted")
            sys.exit(EXIT_INTERRUPTED)
        except BrokenPipeError:
            _drop_output()
            sys.exit(EXIT_PIPE)


class Lookups(click.Group):
    """A group whose arguments are words to look up, unless the first is one of its commands."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named, else `find` with all arguments."""
        known = self.get_command(ctx, args[0]) is not None
        return super().resolve_command(ctx, args if known else ["find", *args])


def complain(message: str) -> None:
    """Say on standard error what went wrong: one line, nothing in it that a terminal would obey."""
    from fogline.pages.wording import plain

    click.echo(f"fogline: {plain(message)}", err=True)


def say(text: str) -> None:
    """Print a line that holds words of a report; nothing in it is obeyed by a terminal, its indent is kept."""
    from fogline.pages.wording import plain

    click.echo(" " * (len(text) - len(text.lstrip(" "))) + plain(text))


def mutes(path: Path | None) -> Sequence[Any]:
    """The mutes of a file, none without one."""
    from fogline.checking import muting

    return muting.read(path) if path else ()


def muted(findings: Sequence[Any], ledgers: Sequence[Any], by: Sequence[Any]) -> tuple[Any, ...]:
    """The findings that nothing mutes; how many are muted, and why, is told on standard error."""
    from fogline.checking.muting import mute

    kept, why = mute(findings, {ledger.report.id: ledger for ledger in ledgers}, by)
    for reason, count in why.items():
        complain(f"{count} muted: {reason}")
    return kept


def _lenient_streams() -> None:
    """A console whose encoding has no sign for a character shows another one instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _drop_output() -> None:
    """Nobody reads any more: what is still held back goes nowhere, silently."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"fogline {version('fogline')}")
        ctx.exit()


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Say which version."
)
def main() -> None:
    """Read news reports of a war into a ledger: who is said to have done what to whom, according to whom, how sure.

    \b
    Examples:
      fogline read report.txt --published 2025-11-20
      fogline read inbox/*.html --html out/ --store case.fogline
      fogline store find case.fogline "artillery" --status done
    """
