# Two commands matter: `make map` writes the demo map, `make test` runs the tests. Both set everything up first.
PYTHON ?= python3
BIN    := .venv/bin
READY  := .venv/.run-ready
DEV    := .venv/.dev-ready
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes
# Half the cores are enough on a shared machine; `make test JOBS=0` runs in one process.
JOBS   ?= 2

.PHONY: map test lint check format bench docs lock clean

map: $(READY)  ## write the demo map to maps/arms-shipment.html
	$(BIN)/dateline map examples/arms-shipment -o maps/arms-shipment.html

test: $(DEV)  ## run every test (browser tests need Chromium; they fail without it when CI is set, else they skip)
	$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup -q

lint: $(DEV)  ## format check, lint, types, floors
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test  ## the whole gate

format: $(DEV)  ## put the code in its shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(DEV)  ## run every benchmark; each prints a table of ratios
	for each in bench/*.py; do echo "== $$each"; $(BIN)/python $$each || exit 1; done

docs: $(DEV)  ## rewrite what docs and README take from the code
	$(BIN)/python docs/generate.py

lock: $(DEV)  ## pin every dependency anew, with hashes
	sh requirements/compile.sh

$(READY): requirements/build.lock requirements/run.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) -r requirements/build.lock
	$(PIP) --no-build-isolation -r requirements/run.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

$(DEV): $(READY) requirements/dev.lock
	$(PIP) --no-build-isolation -r requirements/dev.lock
	touch $@

clean:  ## remove what was built
	rm -rf .venv build dist
