# Only Python 3.11 or later, make and a package registry are assumed. `make help` lists the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.stamp
REPORTS ?= examples/kidal-courier.txt examples/kidal-post.txt examples/kidal-correction.txt examples/masisi-sitrep.txt
# On a terminal pip shows how far it is; elsewhere only what goes wrong.
PIP_SAYS := $(shell test -t 2 || echo --quiet)
BENCH_ARGS ?=
SERVE_ARGS ?=
EXAMPLES := $(VENV)/examples.ledger
FRONTEND := src/dateline/web/static/dist/main.js
FRONTEND_SOURCES := $(wildcard frontend/src/*.ts frontend/scripts/*.ts frontend/*.json frontend/*.ts)

.DEFAULT_GOAL := help
.PHONY: help setup run serve frontend test lint docs bench clean

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

setup: $(STAMP) ## make a virtual environment with everything pinned by hash, and this package in it

$(STAMP): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Dateline needs Python 3.11 or later, this is " + sys.version.split()[0] + ": make setup PYTHON=python3.11")'
	@echo "setup 1/3: a virtual environment in $(VENV)" >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "setup 2/3: the packages of requirements/dev.txt, pinned by hash (a minute or two the first time)" >&2
	@$(BIN)/python -m pip install $(PIP_SAYS) --disable-pip-version-check --require-hashes -r requirements/dev.txt >&2
	@echo "setup 3/3: this package" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)

run: $(STAMP) ## read the example dispatches (REPORTS="…" for others)
	$(BIN)/dateline read --format table $(REPORTS)

serve: $(STAMP) $(FRONTEND) ## show the example dispatches in the browser (SERVE_ARGS="--port 0")
	$(BIN)/dateline ingest --quiet --ledger $(EXAMPLES) examples/*.txt
	$(BIN)/dateline serve $(EXAMPLES) $(SERVE_ARGS)

frontend: $(FRONTEND) ## build the scripts and the map; without Node.js and npm it says so and goes on

$(FRONTEND): $(FRONTEND_SOURCES) | $(STAMP)
	@echo "front end: its npm packages, then the scripts and the map (half a minute the first time)" >&2
	@$(BIN)/python -m tools.frontend build

test: $(STAMP) $(FRONTEND) ## the tests
	$(BIN)/python -m pytest -q -n 2 --dist loadfile

lint: $(STAMP) ## format, style, types and the direction of imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tools.frontend check

docs: $(STAMP) ## write the reference pages from the code
	$(BIN)/python -m tools.reference_pages

bench: $(STAMP) ## the yardsticks; slow
	$(BIN)/python -m benchmarks.all $(BENCH_ARGS)

clean: ## take the virtual environment and the tools' caches away
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache frontend/node_modules src/dateline/web/static/dist
