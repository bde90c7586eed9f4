"""``fogline facts``: the dated reference statements that reports are checked against, and rows of your own."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from fogline.cli import EXIT_INPUT, Lookups
from fogline.records import Fact

KINDS = ("conflict", "election", "membership", "milestone", "office", "weapon")
FILE = click.Path(path_type=Path, dir_okay=False)
CHECKED = {
    "office": "C202 (who held an office then), C206 (who authorised what) and C151 (when a report can be of)",
    "conflict": "C201 (which year a war is in), C207 (when it began) and C151 (when a report can be of)",
    "election": "C203 (who won when)",
    "membership": "C208 (member since when)",
    "weapon": "C204 (how far a weapon reaches)",
    "milestone": "C205 (first deliveries and uses), C206 (who authorised what) and C209 (agreements)",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What `fogline facts import` is asked to do."""

    file: Path | None
    ask: str | None
    country: str | None
    endpoint: str | None
    name: str | None
    dry_run: bool

    @property
    def called(self) -> str:
        """What to call the source."""
        asked = f"wikidata-{self.ask}-{(self.country or '').upper()}"
        return _called(self.name or (self.file.stem if self.file else asked))

    def extract(self) -> Any:
        """The facts of the file, or of the endpoint's answer."""
        from fogline.tables import wikidata

        if self.file and not self.ask:
            return wikidata.read(self.file, self.country and self.country.upper())
        if self.file or not self.ask or not re.fullmatch(r"[A-Za-z]{3}", self.country or ""):
            raise click.UsageError("give a FILE, or --ask with --country and its three letters")
        return wikidata.ask(self.ask, self.country or "", self.endpoint or wikidata.ENDPOINT)


@click.group(
    cls=Lookups,
    invoke_without_command=True,
    context_settings={"ignore_unknown_options": True},
    subcommand_metavar="[WORDS... | COMMAND] ...",
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Look up the record: offices, wars, elections, memberships, agreements, weapons; and add rows of your own.

    Every row has a definition, a period at the precision of its source, that source, and the day as of which it holds.

    \b
    Examples:
      fogline facts Ukraine president
      fogline facts list
      fogline facts explain office-afg-president-ghani-2014
      fogline facts validate mine.csv
      fogline facts add mine.csv
      fogline facts import Q3874799.json
      fogline facts import --ask offices --country UKR
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(find, words=())


@command.command()
@click.argument("words", nargs=-1)
@click.option("--kind", type=click.Choice(KINDS), help="Only rows of this kind.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
def find(words: tuple[str, ...], kind: str | None, as_json: bool) -> None:
    """Rows that hold all these words (also words that are called like a command here)."""
    import msgspec

    from fogline.tables import facts_added

    found = 0
    for fact in facts_added.record():
        row = " ".join(str(v) for v in msgspec.to_builtins(fact).values() if v is not None).lower()
        if (kind is None or fact.kind == kind) and all(word.lower() in row for word in words):
            found += 1
            if as_json:
                sys.stdout.buffer.write(msgspec.json.encode(fact) + b"\n")
            else:
                click.echo(_shown(fact))
    if not found and not as_json:
        click.echo("nothing on record; missing is never false", err=True)


@command.command("list")
def listed() -> None:
    """How many rows of each kind the record has, and which sources you have added."""
    from fogline.tables import facts, facts_added

    for kind in KINDS:
        click.echo(f"{kind:11} {sum(f.kind == kind for f in facts.shipped()):5,} rows")
    for path in facts_added.sources():
        click.echo(f"added: {path.stem}  {len(facts_added.held(path)):,} rows  {path}")


@command.command()
@click.argument("ident", metavar="ID")
def explain(ident: str) -> None:
    """All that is on record in one row, in words: what it says, how it is known, and what is checked against it."""
    from fogline.tables import facts_added

    rows = {one.id: one for one in facts_added.record()}
    if ident not in rows:
        near = [known for known in sorted(rows) if ident.lower() in known][:5]
        hint = f"; near it: {', '.join(near)}" if near else "; `fogline facts WORDS` finds rows"
        raise click.BadParameter(f"no row {ident!r}{hint}", param_hint="ID")
    for line in _explained(rows[ident], facts_added.record()):
        click.echo(line)


@command.command()
@click.argument("file", type=FILE, required=False)
def validate(file: Path | None) -> None:
    """Check rows: dates at their precision, no two holders of one seat at once, a source each.

    With a FILE its rows are checked as they would stand in the record, and nothing is added. Exit status 3 on a fault.
    """
    from fogline.tables import facts, facts_added

    rows = facts_added.read(file) if file else facts_added.record()
    whole = facts_added.merged(facts.shipped(), rows) if file else rows
    faults = tuple(facts.validate(whole))
    click.echo("\n".join(faults) or f"{len(rows):,} rows, no fault")
    sys.exit(EXIT_INPUT if faults else 0)


@command.command()
@click.argument("file", type=FILE)
@click.option("--name", help="What to call the source; the file's name without its ending, if not given.")
def add(file: Path, name: str | None) -> None:
    """Add rows: a CSV or TSV with at least the columns kind, subject, value and source.

    Further columns are those of the record (`fogline facts --json` shows them; from and to are dates as 2024,
    2024-05 or 2024-05-31). Rows are kept in your data folder (or in FOGLINE_FACTS) and checked against in every
    later run; adding a source of the same name again replaces it. A row with the id of a shipped one takes its place.
    """
    from fogline.tables import facts_added

    _keep(facts_added.read(file), _called(name or file.stem))


@command.command("import")
@click.argument("file", type=FILE, required=False)
@click.option("--ask", type=click.Choice(("offices", "memberships")), help="Ask Wikidata's endpoint instead (network).")
@click.option(
    "--country", metavar="ISO3", help="ISO 3166-1 alpha-3 code: whom to ask for, or where a label names none."
)
@click.option("--endpoint", metavar="URL", help="Another SPARQL endpoint to ask.")
@click.option("--name", help="What to call the source.")
@click.option("--dry-run", is_flag=True, help="Show the rows and keep none.")
def import_(**given: Any) -> None:
    """Add facts from Wikidata (CC0): an entity file, SPARQL results as JSON, or, if you ask, its public endpoint.

    Only --ask uses a network. Statements without a start, a country or a label in words are left out and counted.

    \b
    Examples:
      fogline facts import Q3874799.json --country UKR
      fogline facts import results.json --dry-run
      fogline facts import --ask offices --country UKR
    """
    wanted = Wanted(**given)
    extract = wanted.extract()
    if extract.left_out:
        click.echo(f"{extract.left_out:,} statements without a start, a country or a label left out", err=True)
    if wanted.dry_run:
        click.echo("\n".join(map(_shown, extract.facts)))
    else:
        _keep(extract.facts, wanted.called)


@command.command()
@click.argument("name")
def remove(name: str) -> None:
    """Take an added source away."""
    from fogline.tables import facts_added

    if not facts_added.remove(name):
        known = ", ".join(path.stem for path in facts_added.sources()) or "none"
        raise click.BadParameter(f"no source {name!r}; there are: {known}", param_hint="NAME")
    click.echo(f"{name} removed")


def _called(name: str) -> str:
    return re.sub(r"[^\w.-]+", "_", name)[:60]


def _keep(facts: Sequence[Fact], name: str) -> None:
    from fogline.tables import facts_added

    click.echo(f"{len(facts):,} rows kept as {name}: {facts_added.add(name, facts)}")


def _value(fact: Fact) -> str:
    return " ".join(filter(None, (f"{fact.value}–{fact.value_hi}" if fact.value_hi else fact.value, fact.unit)))


def _period(fact: Fact) -> str:
    return f"{fact.since or '?'} to {fact.until or 'open'} as of {fact.as_of}"


def _shown(fact: Fact) -> str:
    about = "; ".join((fact.definition, _period(fact), f"{fact.status}, certainty {fact.certainty}", fact.source))
    return f"{fact.id:28} {fact.subject_label}: {fact.relation} {_value(fact)}\n{'':28} {about}"


def _explained(fact: Fact, record: Sequence[Fact]) -> list[str]:
    beside = [f for f in record if f.subject == fact.subject and f.relation == fact.relation and f.id != fact.id]
    known = {
        "high": "looked up; a finding may have high certainty",
        "medium": "looked up in one place, worked out from it, or imported",
        "low": "not looked up; no finding of high certainty rests on it",
    }[fact.certainty]
    lines = [
        f"{fact.subject_label}: {fact.relation.replace('_', ' ')} {_value(fact)} ({fact.status})",
        f"  by definition  {fact.definition}",
        f"  period         {_period(fact)}; a month or year given alone is no day",
        f"  known by       {fact.source}{f', {fact.url}' if fact.url else ''}",
        f"  certainty      {fact.certainty}: {known}",
        f"  licence        {fact.licence}",
        f"  checked by     {CHECKED[fact.kind]}",
    ]
    lines += [f"  note           {fact.note}"] if fact.note else []
    return lines + [f"  beside it      {f.id}: {_value(f)}, {f.definition}, {_period(f)}" for f in beside[:8]]
