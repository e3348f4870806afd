# Everything a person does with this repository. Each target makes the virtual environment it needs.
#   make demo                      a town hall, two phones and a clock, without a token
#   make test ARGS="-k waiting"    pass ARGS on to the tool
#   make setup PYTHON=python3.13   another Python than python3

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

# The environment is stamped with what was put into it, and made anew when that changes. The bot runs without the tools:
# they come when a target wants them.
content = $(shell cksum $(1) | tr -s ' ' '-' | cut -d- -f1,2)
READY := $(VENV)/ready-$(call content,requirements.txt)
TOOLS := $(VENV)/tools-$(call content,requirements-dev.txt)

# What the tests run against is what runs: the bot's requirements take the versions that the tools leave room for.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header --quiet

QUIETLY := --quiet --disable-pip-version-check --require-hashes
define install
	if command -v uv >/dev/null; then uv pip install --quiet --require-hashes --python $(BIN)/python -r $(1); \
	elif [ -x $(BIN)/pip ]; then $(BIN)/python -m pip install $(QUIETLY) -r $(1); \
	else $(PYTHON) -m pip --python $(BIN)/python install $(QUIETLY) -r $(1); fi
endef

.PHONY: help setup demo tour run test faults phrases announcements lint types contracts bench check ci format example \
	pictures lock clean
.DEFAULT_GOAL := help

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

setup: $(TOOLS) ## Make the virtual environment with all tools, nothing else

$(READY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Terminarz needs Python 3.11 or newer: make $(MAKECMDGOALS) PYTHON=python3.11" >&2; exit 2; }
	@rm -rf $(VENV)
	@echo "Making $(VENV); this takes a minute, once."
	@if command -v uv >/dev/null; then uv venv --quiet --python "$$(command -v $(PYTHON))" $(VENV); \
	elif $(PYTHON) -m pip --version >/dev/null 2>&1; then $(PYTHON) -m venv --without-pip $(VENV); \
	else $(PYTHON) -m venv $(VENV); fi
	@$(call install,requirements.txt)
	@touch $@

$(TOOLS): $(READY)
	@echo "Putting the tools into $(VENV), once."
	@rm -f $(VENV)/tools-*
	@$(call install,requirements-dev.txt)
	@touch $@

demo: $(READY) ## Open the playground: two phones and a clock, no token needed
	@$(BIN)/python -m bot demo $(ARGS)

tour: $(READY) ## Walk through the main conversations and print them
	@$(BIN)/python -m bot demo --tour $(ARGS)

run: $(READY) ## Run the bot; the settings come from config.toml and TERMINARZ_… names
	@$(BIN)/python -m bot run $(ARGS)

test: $(TOOLS) ## Run the tests
	$(BIN)/python -m pytest -n auto --dist loadfile $(ARGS)

faults: $(TOOLS) ## Break everything that can break, one case after another; ARGS="--fault-seed 7" has other accidents
	$(BIN)/python -m pytest tests/faults --whole -n 2 --dist worksteal --durations 10 $(ARGS)

phrases: $(TOOLS) ## Ask every phrase of the corpus and count the right answers; ARGS=--failures tells the others
	@$(BIN)/python -m tests.phrases.report $(ARGS)

announcements: $(TOOLS) ## Read every announcement of the corpus and count what is right; ARGS=--failures tells the rest
	@$(BIN)/python -m tests.announcements.report $(ARGS)

lint: $(TOOLS) ## Check style and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(TOOLS) ## Check types
	$(BIN)/mypy

contracts: $(TOOLS) ## Check which package may import which
	$(BIN)/lint-imports

bench: $(TOOLS) ## Measure, each thing beside a peer in the same run
	@for script in benchmarks/*.py; do PYTHONPATH=. $(BIN)/python $$script || exit; done

check: lint types contracts ## Everything that needs no test run

ci: lint types contracts test tour ## Everything a change must pass

format: $(TOOLS) ## Lay the code out and mend what can be mended by itself
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

example: $(READY) ## Write config.example.toml anew from the settings
	$(BIN)/python -m bot check-config --example > config.example.toml

pictures: $(TOOLS) ## Take the pictures of the README anew (needs Chromium)
	@PYTHONPATH=. $(BIN)/python docs/pictures/take.py

lock: ## Resolve the requirements anew (needs uv)
	$(LOCK) --extra dev --output-file requirements-dev.txt
	$(LOCK) --extra postgres --constraint requirements-dev.txt --output-file requirements.txt

clean: ## Remove the virtual environment and the caches
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist
