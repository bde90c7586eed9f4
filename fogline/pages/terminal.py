"""What `fogline read` prints: what does not fit, who says what, what is said to have happened.

Lines are wrapped with a hanging indent instead of being laid out in columns, so that they read well from 60 characters
up and hold no padding when they are piped.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from fogline.pages.wording import STATUS_SIGNS, Wording, plain
from fogline.records import Attribution, Event, Finding, Ledger

COLOURS = {"done": "bold", "denied": "red", "not_done": "red", "threatened": "yellow"}
SPEECH, STATUS = 10, 14  # columns left for an act of speech, and for a status with its sign
LONGEST = 180  # characters of a voice's words
NARROWEST, WIDEST = 20, 120  # wider lines tire the eye

Line = tuple[Text, Text]  # a label, and what is said: rows after the first stand under what is said


class Screen(Console):
    """A console that leaves it to its caller what happens when nobody reads any more."""

    def on_broken_pipe(self) -> None:
        """Raise BrokenPipeError again; Rich itself would end the program, with the exit status of a finding."""
        raise  # noqa: PLE0704 - Rich calls this where it catches the error


def show(ledger: Ledger, console: Console) -> None:
    """Print one ledger, findings first; plain text where the output is no terminal."""
    across = min(console.width, WIDEST)
    for label, said in _lines(ledger, across):
        width = max(across - label.cell_len, NARROWEST)
        for n, row in enumerate(said.wrap(console, width) or [said]):
            row.rstrip()
            console.print((Text(" " * label.cell_len) if n else label) + row, soft_wrap=True, highlight=False)


def _lines(ledger: Ledger, width: int) -> Iterator[Line]:
    words, report = Wording(ledger), ledger.report
    about = " · ".join(filter(None, (report.outlet, report.published or "no date", report.language)))
    yield Text(), Text.assemble((plain(words.title), "bold"), " · ", plain(about))
    yield Text(), Text("─" * width, style="dim")
    for failure in ledger.failures:
        yield Text("  "), Text(plain(f"{failure.stage} failed: {failure.message}"), style="red")
    if ledger.failures and not ledger.sentences:
        return
    yield from _findings(words)
    yield from _voices(words)
    yield from _events(words)


def _said(label: str, text: str, style: str = "", label_style: str = "") -> Line:
    return Text(label, style=label_style), Text(plain(text), style=style)


def _heading(title: str, count: int) -> Iterator[Line]:
    yield Text(), Text()
    yield Text(), Text(f"{title} ({count})", style="bold underline")


def _findings(words: Wording) -> Iterator[Line]:
    yield from _heading("What does not fit", len(words.ledger.findings))
    for finding in words.ledger.findings:
        yield from _finding(finding, words)


def _finding(finding: Finding, words: Wording) -> Iterator[Line]:
    about = f" · {finding.kind.replace('_', ' ')} · certainty {finding.certainty} · {finding.code}"
    yield Text("  "), Text.assemble((finding.category.replace("_", " "), "bold red"), (about, "dim"))
    yield _said("    ", finding.explanation)
    for side, quote in words.sides(finding):
        yield _said(f"    {side}  ", f"“{quote}”", "italic", "bold")
    for fact in finding.facts:
        told = f"{fact.value} ({fact.definition}; {fact.source}, as of {fact.as_of})"
        yield _said("    on record: ", told, "dim", "dim")


def _voices(words: Wording) -> Iterator[Line]:
    yield from _heading("Who says what", len(words.ledger.attributions))
    last = None
    for attribution in words.ledger.attributions:
        voice = _voice(attribution, words)
        if voice.lower() != last:
            yield _said("  ", voice, "cyan")
        last = voice.lower()
        claim = words.claim_of(attribution)
        speech = claim.speech_act if claim else "say"
        yield _said(f"    {speech:{SPEECH}}", words.quote(attribution.content, LONGEST) or "—", "", "bold")


def _voice(attribution: Attribution, words: Wording) -> str:
    around = words.attributions.get(attribution.parent or "")
    return words.source(attribution) + (f" (as told by {words.source(around)})" if around else "")


def _events(words: Wording) -> Iterator[Line]:
    yield from _heading("What is said to have happened", len(words.ledger.events))
    for voice, events in _by_voice(words).items():
        yield _said("  ", f"according to {voice}", "cyan")
        for event in events:
            status = f"{STATUS_SIGNS[event.status]} {event.status.replace('_', ' ')}"
            yield _said(f"    {status:{STATUS}}", _told(event, words), "", COLOURS.get(event.status, ""))


def _by_voice(words: Wording) -> dict[str, list[Event]]:
    """The events by who tells them, voices in the order in which they are first heard."""
    found: dict[str, list[Event]] = {}
    spelled: dict[str, str] = {}
    for event in words.ledger.events:
        voice = words.according_to(event.claim)
        found.setdefault(spelled.setdefault(voice.lower(), voice), []).append(event)
    return found


def _told(event: Event, words: Wording) -> str:
    act = words.acts.get(event.act)
    kind = " ".join(filter(None, (event.type, event.mode, f"“{words.quote([act.trigger])}”" if act else "")))
    sides = f"{words.who(event.actors)} → {words.who(event.recipients)}" if event.actors or event.recipients else ""
    rest = (
        sides,
        "" if event.time is None else words.when(event),
        "" if event.place is None else words.where(event),
        words.casualties(event),
        "told again" if event.same_as else "",
    )
    return " · ".join((kind, *filter(None, rest)))
