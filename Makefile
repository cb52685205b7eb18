# Two commands do everything on a machine that has Python 3.11 (with pip and venv) and make:
#
#   make report   set up, then print where the documents in seeds/ disagree, and what they do not
#                 bear out of a draft on their story
#   make test     set up, then run every check that CI runs
#
# The environment is built in .venv, and built again only when pyproject.toml changes.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
WORKERS ?= 2
INPUTS ?= 100000

.PHONY: help report test lint types layers tests coverage mutations fuzz trust format clean

help:
	@sed -n 's/^#   //p' Makefile

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# What the command itself needs.
$(VENV)/.ready: pyproject.toml | $(BIN)/python
	$(PIP) install --editable .
	@touch $@

# What the checks need beside.
$(VENV)/.ready-to-test: pyproject.toml | $(BIN)/python
	$(PIP) install --editable ".[dev]"
	@touch $@ $(VENV)/.ready

# Disagreements are what is asked for here, so finding them must not fail the target;
# in a script of your own leave --fail-on out and read the exit code.
report: $(VENV)/.ready
	@$(BIN)/discrepancy check seeds/ --fail-on never
	@$(BIN)/discrepancy proof docs/examples/draft.md --against seeds/ --fail-on never

test: lint types layers tests

lint: $(VENV)/.ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready-to-test
	$(BIN)/mypy

layers: $(VENV)/.ready-to-test
	$(BIN)/lint-imports

tests: $(VENV)/.ready-to-test
	$(BIN)/pytest -q -n $(WORKERS) --dist worksteal

# Which lines and branches the tests reach; tracing takes as long as the tests themselves.
# `coverage run` and not `pytest --cov`: a plugin of the package under test is loaded before
# pytest-cov would begin to look.
coverage: $(VENV)/.ready-to-test
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -q -n $(WORKERS) --dist worksteal
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

# What strangers may send, drawn for hours: goes on where it stopped, prints what escapes.
fuzz: $(VENV)/.ready-to-test
	$(BIN)/python fuzz/run.py --inputs $(INPUTS) --state fuzz/state.json

# Twice the text, a kill amid a write, a full disk, a race, the wheel in a clean environment.
trust: $(VENV)/.ready-to-test
	$(BIN)/python benchmarks/growth.py
	$(BIN)/python benchmarks/faults.py
	$(BIN)/python benchmarks/corpus_kills.py build/kills
	$(BIN)/python benchmarks/wheel.py

# How many planted changes are told, how many silent rewrites raise a false alarm.
mutations: $(VENV)/.ready-to-test
	$(BIN)/python benchmarks/mutations.py

format: $(VENV)/.ready-to-test
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage*
