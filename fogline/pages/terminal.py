"""What `fogline read` prints: what does not fit, who says what, what is said to have happened."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from fogline.pages.wording import STATUS_SIGNS, Wording
from fogline.records import Finding, Ledger

COLOURS = {"done": "bold", "denied": "red", "not_done": "red", "threatened": "yellow"}


def show(ledger: Ledger, console: Console) -> None:
    """Print one ledger, findings first; plain text where the output is no terminal."""
    console.print(Group(*_parts(ledger)), soft_wrap=False)


def _parts(ledger: Ledger) -> Iterator[RenderableType]:
    words, report = Wording(ledger), ledger.report
    name = report.title or report.origin.path or report.id
    about = " · ".join(filter(None, (report.outlet, report.published or "no date", report.language)))
    yield Rule(Text(f"{name} ({about})"), align="left")
    for failure in ledger.failures:
        yield Text(f"{failure.stage} failed: {failure.message}", style="red")
    if ledger.failures and not ledger.sentences:
        return
    yield _heading("What does not fit", len(ledger.findings))
    yield from (_finding(f, words) for f in ledger.findings)
    yield _heading("Who says what", len(ledger.attributions))
    yield _voices(words)
    yield _heading("What is said to have happened", len(ledger.events))
    yield _events(words)


def _heading(title: str, count: int) -> Text:
    return Text(f"\n{title} ({count})", style="bold")


def _finding(finding: Finding, words: Wording) -> RenderableType:
    head = Text.assemble(
        (f"{finding.category.replace('_', ' ')}", "bold red"),
        f" · {finding.kind.replace('_', ' ')} · certainty {finding.certainty} · {finding.code}",
    )
    sides = (Text(f"   {side}  “{quote}”", style="italic") for side, quote in words.sides(finding))
    record = (Text(f"   on record: {f.value} ({f.definition}; {f.source}, as of {f.as_of})") for f in finding.facts)
    return Group(head, Text(f"   {finding.explanation}"), *sides, *record)


def _table(*columns: tuple[str, int]) -> Table:
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="dim")
    for name, ratio in columns:
        table.add_column(name, ratio=ratio, overflow="fold")
    table.expand = True
    return table


def _voices(words: Wording) -> Table:
    table = _table(("voice", 3), ("says", 2), ("words", 6))
    for a in words.ledger.attributions:
        claim = words.claim_of(a)
        inside = f"\n(inside {words.source(words.attributions[a.parent])})" if a.parent in words.attributions else ""
        speech = f"{claim.speech_act if claim else 'say'} ({a.style})"
        table.add_row(Text(words.source(a) + inside), Text(speech), Text(words.quote(a.content, 200)))
    return table


def _events(words: Wording) -> Table:
    table = _table(
        ("status", 2), ("type", 3), ("actor", 4), ("recipient", 4), ("when", 3), ("where", 3), ("told by", 4)
    )
    for e in words.ledger.events:
        status = Text(f"{STATUS_SIGNS[e.status]} {e.status.replace('_', ' ')}", style=COLOURS.get(e.status, ""))
        kind = f"{e.type} {e.mode or ''}".strip() + ("\n(told again)" if e.same_as else "")
        dead = words.casualties(e)
        cells = (kind, words.who(e.actors), words.who(e.recipients), words.when(e), words.where(e))
        told = words.according_to(e.claim) + (f"\n({dead})" if dead else "")
        table.add_row(status, *map(Text, (*cells, told)))
    return table
