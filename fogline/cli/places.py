"""``fogline places``: look a name up in the gazetteer, and add places that it lacks."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from fogline.cli import Lookups


@click.group(
    cls=Lookups,
    invoke_without_command=True,
    context_settings={"ignore_unknown_options": True},
    subcommand_metavar="[NAME | COMMAND] ...",
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Look a place name up; without a name, build the gazetteer if need be and say where it lies.

    Villages that it lacks come from a GeoNames country dump or a table of yours: `fogline places add`.

    \b
    Examples:
      fogline places Odesa
      fogline places San Juan --json
      fogline places add SD.zip
      fogline places add camps.csv --country TD
      fogline places list
    """
    if ctx.invoked_subcommand is None:
        from fogline.tables import gazetteer

        click.echo(f"gazetteer: {gazetteer.ready()}")


@command.command()
@click.argument("name", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
def find(name: tuple[str, ...], as_json: bool) -> None:
    """Look a place name up (also one that is called like a command here)."""
    import msgspec

    from fogline.tables import gazetteer

    entries = gazetteer.lookup(" ".join(name))
    for entry in entries:
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(entry._asdict()) + b"\n")
        else:
            click.echo("  ".join(f"{k} {v}" for k, v in entry._asdict().items() if v not in (None, "")))
    if not entries and not as_json:
        click.echo("not in the gazetteer", err=True)


@command.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", help="What to call the source; the file's name without its ending, if not given.")
@click.option("--country", metavar="CC", help="ISO 3166-1 alpha-2 code of rows that name no country.")
def add(file: Path, name: str | None, country: str | None) -> None:
    """Add places: a GeoNames country dump (SD.txt, SD.zip), or a CSV or TSV with name, latitude and longitude.

    Columns are known by their usual names (name, lat, lon; country, admin1, alternatenames, population, id). The places
    are kept in your data folder (or in FOGLINE_PLACES) and asked in every later run; adding a source of the same name
    again replaces it. GeoNames' dumps: https://download.geonames.org/export/dump/ (CC BY 4.0: credit GeoNames).
    """
    from rich.console import Console
    from rich.progress import Progress

    from fogline.tables import gazetteer, gazetteer_added

    if country is not None and gazetteer.country(country.upper()) is None:
        raise click.BadParameter(f"no country {country!r}; two letters as in ISO 3166-1", param_hint="--country")
    called = re.sub(r"[^\w.-]+", "_", name or file.stem)[:60]
    gazetteer.ready()
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(f"Adding {called}", total=None)
        done = gazetteer_added.add(
            file, called, country and country.upper(), lambda n: progress.update(task, completed=n)
        )
    click.echo(
        f"{done.name}: {done.taken:,} places added, {done.known:,} known before, "
        f"{done.left_out:,} rows without a name, point or country, or of a kind that is no place to report from"
    )


@command.command("list")
def listed() -> None:
    """Name the sources that have been added, with how many places each has."""
    from fogline.tables import gazetteer_added

    for path in gazetteer_added.sources():
        click.echo(f"{path.stem}  {gazetteer_added.size(path):,} places  {path}")
    if not gazetteer_added.sources():
        click.echo("nothing added yet; see `fogline places add --help`", err=True)


@command.command()
@click.argument("name")
def remove(name: str) -> None:
    """Take an added source away."""
    from fogline.tables import gazetteer_added

    if not gazetteer_added.remove(name):
        known = ", ".join(path.stem for path in gazetteer_added.sources()) or "none"
        raise click.BadParameter(f"no source {name!r}; there are: {known}", param_hint="NAME")
    click.echo(f"{name} removed")
