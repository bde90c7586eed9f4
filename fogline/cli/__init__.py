"""The command line: one module a verb; results on standard output, what went wrong on standard error."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

EXIT_FINDINGS, EXIT_INPUT = 1, 3  # 2, wrong usage, is click's own
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 110}
COMMANDS = ("read", "pairs", "compare", "store", "export", "facts", "places", "doctor")


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

        try:
            return super().invoke(ctx)
        except FoglineError as error:
            click.echo(f"fogline: {error}", err=True)
            sys.exit(EXIT_INPUT)


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
