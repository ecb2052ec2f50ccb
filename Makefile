# The commands of the project. `make demo` and `make test` are all that a newcomer needs.
.PHONY: demo test lint check score bench train format clean

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

demo: $(READY)  ## read the example reports into a fresh ledger and show whose word is whose
	@rm -f .venv/demo.ledger*
	@$(BIN)/allikas add --ledger .venv/demo.ledger examples/*.txt
	@$(BIN)/allikas read $(firstword $(sort $(wildcard examples/*.txt)))
	@echo "Read one of your own:        $(BIN)/allikas read FILE"
	@echo "Who said what, and where:    $(BIN)/allikas who Sovall --ledger .venv/demo.ledger"
	@echo "Look at it in a browser:     $(BIN)/allikas desk .venv/demo.ledger"

test: $(READY)  ## run every test and every example in the docs
	$(BIN)/pytest

lint: $(READY)  ## formatting, style, types and the drawing of imports
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test  ## what a change must pass

score: $(READY)  ## accuracy on the development data beside this checkout, and speed
	@for script in benchmarks/score_*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

bench: $(READY)  ## speed and memory, as ratios measured side by side
	@for script in benchmarks/bench_*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

train: training/out/.ready  ## make the Estonian model anew from the corpora beside this checkout: an hour and a half
	@cd training && for step in prepare train refine export; do out/venv/bin/python $$step.py || exit 1; done

training/out/.ready: pyproject.toml training/requirements.txt
	@mkdir -p training/out
	@test -x training/out/venv/bin/python || $(PYTHON) -m venv training/out/venv
	@training/out/venv/bin/pip install --quiet --disable-pip-version-check --editable . -r training/requirements.txt
	@touch $@

format: $(READY)  ## put the code into its house format
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

clean:  ## remove the environment and caches
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(READY): pyproject.toml
	@echo "Setting up (once, about a minute)..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Allikas needs Python 3.11 or newer; set PYTHON=...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
