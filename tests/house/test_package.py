"""What holds of the package as a whole: what it exports, what it loads, what it documents."""

from __future__ import annotations

import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import fogline
from fogline import checking, export
from fogline.cli import export as cli_export
from fogline.records import EVENT_TYPES, LISTS
from scripts import make_docs

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("spacy", "numpy", "trafilatura", "sqlalchemy", "rich", "jinja2", "pypdf", "py3langid", "click", "pandas")


def modules(package: object) -> set[str]:
    path = package.__path__  # type: ignore[attr-defined]
    return {m.name for m in pkgutil.iter_modules(path) if not m.ispkg}


def test_importing_fogline_loads_nothing_heavy() -> None:
    code = "import sys, fogline; print(*[m for m in sys.modules if '.' not in m])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "fogline" in loaded
    assert not set(loaded) & set(HEAVY)


def test_public_names_exist_and_are_documented() -> None:
    for name in fogline.__all__:
        thing = getattr(fogline, name)
        assert getattr(thing, "__doc__", None), name


def test_every_check_is_listed() -> None:
    listed = {check.__module__.rsplit(".", 1)[1] for check in checking.CHECKS}
    named = {name for name in modules(checking) if name.startswith("check_")}
    assert listed
    assert named <= listed


def test_every_export_is_listed_and_offered() -> None:
    every = {name: importlib.import_module(f"fogline.export.{name}") for name in modules(export)}
    formats = {name for name, module in every.items() if hasattr(module, "SUFFIX")}
    assert formats == set(export.FORMATS) == set(cli_export.FORMATS)


def test_the_ledger_schema_is_the_documented_one() -> None:
    assert make_docs.SCHEMA.read_text(encoding="utf-8") == make_docs.schema(), "run: python -m scripts.make_docs"


def test_every_list_of_the_ledger_is_documented() -> None:
    page = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")
    assert not [name for name in LISTS if f"`{name}`" not in page]
    assert len(EVENT_TYPES) == 16


def test_every_command_page_is_the_commands_own_help() -> None:
    folder = ROOT / "docs" / "commands"
    written = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    assert written == make_docs.pages(), "run: python -m scripts.make_docs"


def test_every_error_code_is_documented() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "fogline").rglob("*.py"))
    raised = set(re.findall(r'"(F\d{3})"', sources))
    documented = set(re.findall(r"F\d{3}", (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")))
    assert len(raised) > 20
    assert raised == documented
