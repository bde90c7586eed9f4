"""``fogline export``: ledgers into the formats that others read."""

from __future__ import annotations

from pathlib import Path

import click

FORMATS = {
    "jsonl": "ledgers, one line a report",
    "csv": "a folder: one CSV per list, with datapackage.json",
    "plover": "PLOVER events, JSON Lines",
    "geojson": "places, one FeatureCollection",
    "webannotation": "W3C Web Annotations, one per passage",
    "cameo": "tab-separated events in the CAMEO/ICEWS manner",
    "acled": "ACLED-shaped sheet (lossy; not ACLED data)",
    "ucdp": "UCDP-GED-shaped sheet (lossy; not UCDP data)",
}

EXPLAINED = "; ".join(f"{name}: {what}" for name, what in FORMATS.items()) + "."


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="CASE | LEDGERS.jsonl | REPORT...")
@click.option(
    "--format",
    "name",
    required=True,
    type=click.Choice(tuple(FORMATS)),
    help="; ".join(f"{k}: {v}" for k, v in FORMATS.items()),
)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="File or folder to write.")
def command(files: tuple[str, ...], name: str, out: Path) -> None:
    """Export a case, ledgers, or reports read on the way.

    Event formats hold done acts only; what is only said (threats, denials, orders) goes into a file of its own.

    \b
    Examples:
      fogline export case.fogline --format csv --out tables/
      fogline export ledgers.jsonl --format geojson --out places.geojson
    """
    from fogline import export
    from fogline.cli.sources import Inputs

    inputs = Inputs(files)
    export.FORMATS[name].write(inputs.ledgers(), out)
    click.echo(f"written: {out}")
    inputs.exit_if_lost()
