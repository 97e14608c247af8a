#!/bin/sh
# Pin every dependency with hashes: what builds (build), what runs (run), what develops (dev, a superset of run).
set -eu
cd "$(dirname "$0")/.."
compile="uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade"
PATH="$PWD/.venv/bin:$PATH"
$compile requirements/build.in -o requirements/build.lock
$compile pyproject.toml -o requirements/run.lock
$compile pyproject.toml --extra ner -c requirements/run.lock -o requirements/ner.lock
$compile pyproject.toml --group test --group lint --group train -c requirements/run.lock -o requirements/dev.lock
