# Every target sets up what it needs: `make demo` and `make test` work on a fresh clone.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.installed
SPEC ?=
OUT ?=
WORKERS ?= auto

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-unit soak check fix regen regen-check unasync simulation record bench coverage clean

help: ## Show what there is to do
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-12s %s\n", $$1, $$2}'

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=..."; exit 1; }
	@test -x $(PY) || $(PYTHON) -m venv $(VENV) || { echo "python3 -m venv failed; on Debian: apt-get install python3-venv"; exit 1; }
	@$(PY) -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	@$(PY) -m pip install --quiet --disable-pip-version-check --editable '.[all]' --group dev
	@touch $@

setup: $(STAMP) ## Make the virtual environment in .venv

demo: $(STAMP) ## Meet the library on a local workspace, no account needed
	@$(PY) examples/demo.py

test: $(STAMP) ## Run the tests (-m soak is left out)
	@$(PY) -m pytest -n $(WORKERS) -q -m "not soak and not live"

test-unit: $(STAMP) ## Run the unit tests only
	@$(PY) -m pytest -n $(WORKERS) -q -m "not soak and not live" tests/unit

soak: $(STAMP) ## Run the slow tests
	@$(PY) -m pytest -n $(WORKERS) -q -m soak

coverage: $(STAMP) ## Run the tests under branch coverage; fails below 95 %
	@$(PY) -m pytest -n $(WORKERS) -q -m "not soak and not live" --cov --cov-report=term --cov-fail-under=95

check: $(STAMP) ## Lint, types, docstrings, derived files
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check --quiet
	@$(PY) scripts/unasync --check
	@$(PY) scripts/simulation_table --check
	@$(PY) scripts/regen --check
	@$(PY) -m mypy
	@$(PY) -m pyright
	@$(PY) -m pyright -p scripts/pyright-generated.json
	@$(PY) -m interrogate --quiet attio

fix: $(STAMP) ## Let ruff repair what it can
	@$(PY) -m ruff check --fix
	@$(PY) -m ruff format

regen: $(STAMP) ## Rebuild generated/ from Attio's spec (SPEC=file-or-url, OUT=dir)
	@$(PY) scripts/regen $(if $(SPEC),--spec $(SPEC)) $(if $(OUT),--out $(OUT))

regen-check: $(STAMP) ## Fail when generated/ is not what openapi/ gives
	@$(PY) scripts/regen --check

unasync: $(STAMP) ## Derive attio/_sync from attio/_async
	@$(PY) scripts/unasync

simulation: $(STAMP) ## Write docs/simulation.md from the local workspace's code
	@$(PY) scripts/simulation_table

javascript: $(STAMP) ## Test the served workspace with a client from npm (needs Node.js)
	@npm install --silent --no-audit --no-fund --no-package-lock --prefix tests/kit/javascript
	@$(PY) -m pytest -q tests/kit/test_javascript.py

record: $(STAMP) ## Record cassettes (ATTIO_API_KEY of a throw-away workspace, else the local one)
	@$(PY) scripts/record

bench: $(STAMP) ## Print the benchmarks, as ratios
	@$(PY) -m benchmarks

clean: ## Remove the environment and caches
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
