# make demo   set up and read a sample report      make test   the tests
# make check  lint, types, imports, house tests    make bench  figures on public data, into docs/benchmarks.md
# make e2e    a fresh clone, killed writers (slow)  make golden the golden ledgers and README's example, again
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check bench golden e2e clean
.DELETE_ON_ERROR:

$(READY): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Fogline needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up $(VENV) (once; a minute or so) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

demo: $(READY)
	@mkdir -p out
	@$(BIN)/fogline read samples/harbour.md --published 2025-11-20 --outlet "Sample Desk" --html out
	@echo "Try next: $(BIN)/fogline read --help"

test: $(READY)
	$(BIN)/python -m pytest -n 2

e2e: $(READY)
	$(BIN)/python -m pytest tests/e2e -o norecursedirs=

golden: $(READY)
	FOGLINE_ENCODER=off $(BIN)/python -m tests.line.golden
	FOGLINE_ENCODER=off $(BIN)/python -m scripts.make_docs

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/house
	$(BIN)/python scripts/size.py

bench: $(READY)
	$(BIN)/python -m bench

clean:
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache
