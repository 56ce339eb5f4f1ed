# make ask Q="..."   ask a question; the first time this sets everything up
# make test          the whole suite
# make check         all that CI checks (.ci/run)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
SOURCES := bot retrieval seeds embeddings

.DEFAULT_GOAL := help
.PHONY: help ask test lint check docs screenshots lock clean

help:
	@sed -n '/^$$/q;s/^# //p' $(firstword $(MAKEFILE_LIST))

# The question travels in the environment, so that its quotes, dollars and spaces mean nothing to the shell or to make.
unexport Q
ask: export QUESTION := $(value Q)
ask: $(VENV)/.installed
	@if [ -z "$$QUESTION" ]; then echo 'make ask needs a question: make ask Q="Who stormed the Winter Palace?"' >&2; exit 2; fi
	@$(BIN)/quoth ask -- "$$QUESTION"

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n logical --maxprocesses 4 --dist worksteal $(ARGS)

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check:
	bash .ci/run

docs: $(VENV)/.installed
	$(BIN)/python -m retrieval.cli.help_pages > docs/cli.md

# Needs the loopback Discord in ../shared, Chromium and a font with emoji (Debian: chromium, fonts-noto-color-emoji).
screenshots: $(VENV)/.installed-dev
	$(BIN)/python -m tests.discord.screenshots docs/images

# The lock names no local builds ("+cpu"), which other registries do not have.
lock:
	rm -rf build/lock && $(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet torch==2.13.0
	build/lock/bin/python -m pip install --quiet -e '.[dev]'
	{ sed -n '1{/^#/p}' requirements.lock; build/lock/bin/python -m pip freeze --all --exclude pip --exclude-editable | sed 's/+cpu//'; } > build/requirements.lock
	mv build/requirements.lock requirements.lock

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find $(SOURCES) tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: a step runs again only when what it depends on has changed. Its talk goes to standard error.

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Quoth needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another: make ask PYTHON=python3.12 Q=...")'
	@echo '== Making a virtual environment in $(VENV)' >&2
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml requirements.lock
	@echo '== Installing Quoth and the packages of requirements.lock (about 2 GB, once)' >&2
	@$(PIP) install --constraint requirements.lock --editable . >&2
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo '== Installing what the tests and checks need' >&2
	@$(PIP) install --constraint requirements.lock --editable '.[dev]' >&2
	@touch $@
