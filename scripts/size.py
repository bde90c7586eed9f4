"""Print how long functions and modules are, and fail on a function over 50 lines (docstring not counted)."""

from __future__ import annotations

import ast
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "fogline"
LONGEST_FUNCTION, LONGEST_MODULE = 50, 300


def functions(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every function with its number of lines, without its docstring and decorators."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, _lines(node)


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    total = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return total - ((first.end_lineno or first.lineno) - first.lineno + 1 if documented else 0)


def main() -> int:
    """Print the figures; 1 if a function is too long."""
    paths = sorted(ROOT.rglob("*.py"))
    lengths = {
        f"{p.relative_to(ROOT)}:{n}": size for p in paths for n, size in functions(ast.parse(p.read_text("utf-8")))
    }
    sizes = sorted(lengths.values())
    modules = {p.relative_to(ROOT).as_posix(): len(p.read_text("utf-8").splitlines()) for p in paths}
    long_modules = [f"{name} ({size})" for name, size in modules.items() if size > LONGEST_MODULE]
    print(
        f"{len(sizes)} functions: median {statistics.median(sizes):.0f} lines, p90 {sizes[int(0.9 * len(sizes))]}, "
        f"longest {sizes[-1]}; {len(modules)} modules, longest {max(modules.values())}"
    )
    if long_modules:
        print("modules over 300 lines:", ", ".join(long_modules))
    too_long = [f"{name} ({size})" for name, size in lengths.items() if size > LONGEST_FUNCTION]
    if too_long:
        print("functions over 50 lines:", ", ".join(too_long))
    return bool(too_long)


if __name__ == "__main__":
    sys.exit(main())
