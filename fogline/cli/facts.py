"""``fogline facts``: the dated reference statements that reports are checked against."""

from __future__ import annotations

import sys

import click

from fogline.records import Fact

KINDS = ("conflict", "election", "membership", "milestone", "office", "weapon")


@click.command()
@click.argument("words", nargs=-1)
@click.option("--kind", type=click.Choice(KINDS), help="Only rows of this kind.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
@click.option("--validate", is_flag=True, help="Check every row instead: dates, overlaps, sources.")
def command(words: tuple[str, ...], kind: str | None, as_json: bool, validate: bool) -> None:
    """List the record: offices, conflicts, elections ... with definition, dates, source and as-of date.

    \b
    Examples:
      fogline facts France president
      fogline facts --kind conflict --json
      fogline facts --validate
    """
    import msgspec

    from fogline.tables import facts

    if validate:
        faults = tuple(facts.validate(facts.shipped()))
        click.echo("\n".join(faults) or f"{len(facts.shipped())} rows, no fault")
        sys.exit(3 if faults else 0)
    found = 0
    for fact in facts.shipped():
        row = " ".join(str(v) for v in msgspec.to_builtins(fact).values() if v is not None).lower()
        if (kind is None or fact.kind == kind) and all(word.lower() in row for word in words):
            found += 1
            if as_json:
                sys.stdout.buffer.write(msgspec.json.encode(fact) + b"\n")
            else:
                click.echo(_shown(fact))
    if not found and not as_json:
        click.echo("nothing on record", err=True)


def _shown(fact: Fact) -> str:
    value = " ".join(filter(None, (f"{fact.value}–{fact.value_hi}" if fact.value_hi else fact.value, fact.unit)))
    period = f"{fact.since or '?'} to {fact.until or 'open'} as of {fact.as_of}"
    about = "; ".join((fact.definition, period, f"{fact.status}, certainty {fact.certainty}", fact.source))
    return f"{fact.id:28} {fact.subject_label}: {fact.relation} {value}\n{'':28} {about}"
