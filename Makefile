# Everything a person does with this repository. Each target makes the virtual environment it needs.
#   make demo                      a town hall, two phones and a clock, without a token
#   make test ARGS="-k waiting"    pass ARGS on to the tool
#   make setup PYTHON=python3.13   another Python than python3

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

# The environment is stamped with what it was made of, and made anew when that changes.
STAMP := $(VENV)/made-of-$(shell cksum requirements-dev.txt | tr -s ' ' '-' | cut -d- -f1,2)
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header --quiet

.PHONY: help setup demo tour run test lint types contracts bench check ci format example lock clean
.DEFAULT_GOAL := help

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

setup: $(STAMP) ## Make the virtual environment, nothing else

$(STAMP):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Terminarz needs Python 3.11 or newer: make $(MAKECMDGOALS) PYTHON=python3.11" >&2; exit 2; }
	@rm -rf $(VENV)
	@echo "Making $(VENV); this takes a minute, once."
	@if command -v uv >/dev/null; then \
		uv venv --quiet --python "$$(command -v $(PYTHON))" $(VENV) \
		&& uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.txt; \
	elif $(PYTHON) -c 'import ensurepip' 2>/dev/null; then \
		$(PYTHON) -m venv $(VENV) \
		&& $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt; \
	else \
		$(PYTHON) -m venv --without-pip $(VENV) \
		&& $(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check \
			--require-hashes -r requirements-dev.txt; \
	fi
	@touch $@

demo: $(STAMP) ## Open the playground: two phones and a clock, no token needed
	@$(BIN)/python -m bot demo $(ARGS)

tour: $(STAMP) ## Walk through the main conversations and print them
	@$(BIN)/python -m bot demo --tour $(ARGS)

run: $(STAMP) ## Run the bot; the settings come from config.toml and TERMINARZ_… names
	@$(BIN)/python -m bot run $(ARGS)

test: $(STAMP) ## Run the tests
	$(BIN)/python -m pytest $(ARGS)

lint: $(STAMP) ## Check style and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP) ## Check types
	$(BIN)/mypy

contracts: $(STAMP) ## Check which package may import which
	$(BIN)/lint-imports

bench: $(STAMP) ## Measure, each thing beside a peer in the same run
	@for script in benchmarks/*.py; do PYTHONPATH=. $(BIN)/python $$script || exit; done

check: lint types contracts ## Everything that needs no test run

ci: lint types contracts test tour ## Everything a change must pass

format: $(STAMP) ## Lay the code out and mend what can be mended by itself
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

example: $(STAMP) ## Write config.example.toml anew from the settings
	$(BIN)/python -m bot check-config --example > config.example.toml

lock: ## Resolve the requirements anew (needs uv)
	$(LOCK) --extra postgres --output-file requirements.txt
	$(LOCK) --extra dev --output-file requirements-dev.txt

clean: ## Remove the virtual environment and the caches
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist
