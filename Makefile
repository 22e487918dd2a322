# Two commands do all: `make run` opens the dashboard, `make test` runs every test. `make help` lists the rest.
# Overrides: PORT, HOST, TRACKER_STORE (a path or an SQLAlchemy address), PYTHON.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= auto

.DEFAULT_GOAL := help
.PHONY: help run test check bench words clean constraints

help:
	@echo "make run    install into $(VENV), open the dashboard on 127.0.0.1:8050 (PORT, HOST, TRACKER_STORE)"
	@echo "make test   install what tests need, a browser included, and run everything"
	@echo "make check  ruff and mypy"
	@echo "make bench  speed, as ratios to named peers"
	@echo "make words  gather the interface's words into dashboards/locales"
	@echo "make clean  remove $(VENV) and caches"

# uv installs the same pins in a fifth of pip's time; where it cannot be had or fails, pip does the work.
define install
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv 2>/dev/null \
	  && $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python -c constraints.txt -r $(1) \
	  || $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -r $(1)
	@touch $(2)
endef

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Name another: make PYTHON=python3.12"; exit 69; }
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || { rm -rf $(VENV); \
	  [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	  && apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null && $(PYTHON) -m venv $(VENV); } \
	  || { rm -rf $(VENV); echo "$(PYTHON) cannot make virtual environments. On Debian: apt-get install python3-venv"; exit 69; }

$(VENV)/app.installed: requirements.txt constraints.txt | $(BIN)/python
	@echo "Installing the app into $(VENV) ..."
	$(call install,requirements.txt,$@)

$(VENV)/dev.installed: requirements.txt requirements-dev.txt constraints.txt | $(BIN)/python
	@echo "Installing app and test tools into $(VENV) ..."
	$(call install,requirements-dev.txt,$@)
	@touch $(VENV)/app.installed

run: $(VENV)/app.installed
	@$(BIN)/python -m tracker serve

test: $(VENV)/dev.installed
	@$(BIN)/python tests/browser/install_browser.py
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup

check: $(VENV)/dev.installed
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: $(VENV)/dev.installed
	@for one in start "dates data/corpus/articles.jsonl" "parse data/corpus/articles.jsonl" sentences links joining timeline "insights 100000"; do \
	  echo "== $$one"; $(BIN)/python -m bench.$$one || exit 1; done

words: $(VENV)/dev.installed
	@$(BIN)/python -m dashboards.catalogue

# Pins of everything that requirements*.txt draw in, for every Python and system.
constraints:
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-header --no-annotate requirements-dev.txt -o constraints.txt

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .mypy_cache .hypothesis
