"""``fogline places``: look a name up in the gazetteer."""

from __future__ import annotations

import sys

import click


@click.command()
@click.argument("name", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
def command(name: tuple[str, ...], as_json: bool) -> None:
    """Look a place name up; without a name, build the gazetteer if need be and say where it lies.

    \b
    Examples:
      fogline places Odesa
      fogline places San Juan --json
    """
    import msgspec

    from fogline.tables import gazetteer

    if not name:
        click.echo(f"gazetteer: {gazetteer.ready()}")
        return
    entries = gazetteer.lookup(" ".join(name))
    for entry in entries:
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(entry._asdict()) + b"\n")
        else:
            click.echo("  ".join(f"{k} {v}" for k, v in entry._asdict().items() if v not in (None, "")))
    if not entries and not as_json:
        click.echo("not in the gazetteer", err=True)
