"""``fogline store``: put into, search and look after a case file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from fogline.cli import say
from fogline.records import CATEGORIES, CERTAINTIES, SPEECH_ACTS, STATUSES

CASE = click.argument("case", type=click.Path(path_type=Path, dir_okay=False), metavar="CASE.fogline")
TEXTS = {
    "type": "PLOVER type, source class, kind of finding ...",
    "actor": "Who did it: words, name or PLOVER code.",
    "recipient": "To whom.",
    "voice": "According to whom.",
    "place": "Where.",
    "country": "Code of a country: RUS for actors, RU for places.",
    "since": "Entry's own time: from this date on.",
    "until": "Entry's own time: up to this date.",
    "published-since": "Report published from this date on.",
    "published-until": "Report published up to this date.",
    "outlet": "Outlet's name.",
    "report": "Id of a report.",
}
KINDS = ("report", "entity", "time", "place", "quantity", "voice", "claim", "act", "event", "finding", "failure")


@click.group()
def command() -> None:
    """Keep ledgers in a case file (one SQLite file), search them, check the file.

    \b
    Examples:
      fogline read inbox/*.txt --store case.fogline
      fogline store find case.fogline "port of Odesa" --kind event --status done
      fogline store info case.fogline
    """


@command.command()
@CASE
@click.argument("files", nargs=-1, required=True)
@click.option("--published", metavar="DATE", help="Publication date, where a report has none.")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 64), help="Worker processes.")
def put(case: Path, files: tuple[str, ...], published: str | None, jobs: int) -> None:
    """Put reports, or ledgers that `read --json` wrote, into a case; what is already there changes nothing."""
    from fogline.cli.sources import Inputs
    from fogline.store import open_case

    inputs = Inputs(files, published, jobs)
    with open_case(case) as held:
        stored = held.put(inputs.ledgers())
    click.echo(f"{stored} new in {case}")
    inputs.exit_if_lost()


def _filters(function: Any) -> Any:
    """The options of `find`: one per field of a `Query`."""
    choices = {
        "kind": KINDS, "status": STATUSES, "speech-act": SPEECH_ACTS, "category": CATEGORIES, "certainty": CERTAINTIES,
    }  # fmt: skip
    for name, help_text in reversed(TEXTS.items()):
        function = click.option(f"--{name}", metavar="WORDS", help=help_text)(function)
    for name, values in reversed(choices.items()):
        function = click.option(f"--{name}", type=click.Choice(values), metavar="NAME", help=", ".join(values))(
            function
        )
    return function


@command.command()
@CASE
@click.argument("text", required=False)
@_filters
@click.option(
    "--limit", default=50, show_default=True, type=click.IntRange(1), help="Rows at most; the rest is counted on."
)
@click.option("--after", default=0, metavar="CURSOR", help="Go on after this row.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
def find(case: Path, text: str | None, limit: int, as_json: bool, **filters: Any) -> None:
    """Search a case: words, and any of the filters; all that is given must hold.

    \b
    Examples:
      fogline store find case.fogline --kind event --type ASSAULT --actor RUS --since 2025-11
      fogline store find case.fogline --kind voice --speech-act deny --json
      fogline store find case.fogline '"port of Odesa" drone*'
    """
    import msgspec

    from fogline.store import Query, open_case

    last = None
    with open_case(case, readonly=True) as held:
        for last in held.find(Query(text=text, limit=limit, **filters)):
            if as_json:
                sys.stdout.buffer.write(msgspec.json.encode(last) + b"\n")
            else:
                say(_row(last))
    if last is None and not as_json:
        click.echo("nothing found", err=True)


def _row(found: Any) -> str:
    about = " ".join(filter(None, (found.type, found.mode, found.status, found.speech_act, found.category)))
    when = found.first if found.first == found.last else f"{found.first or ''}..{found.last or ''}"
    told = f"{found.words} — {found.context}" if found.context else found.words
    words = " ".join(told.split())
    source = f"{found.title or found.outlet or found.report}, {found.published or 'no date'}"
    return f"{found.cursor:>7}  {found.kind:8} {about:32} {when or '':22} “{words[:160]}”  ({source})"


@command.command()
@CASE
@click.option("--check", is_flag=True, help="Also check the file for damage.")
def info(case: Path, check: bool) -> None:
    """Count what a case holds; with --check, look for damage."""
    from fogline.store import open_case

    with open_case(case, readonly=True) as held:
        for name, count in held.counts().items():
            click.echo(f"{name:12} {count}")
        faults = held.check() if check else ()
    for fault in faults:
        click.echo(f"fogline: {fault}", err=True)
    if check and not faults:
        click.echo("no damage found")
    if faults:
        sys.exit(3)
