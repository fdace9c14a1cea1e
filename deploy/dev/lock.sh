#!/bin/sh
# Pins the newest allowed versions, with hashes and without any address, for Python 3.11 and up.
set -eu
cd "$(dirname "$0")/../.."

compile() {
    lock=$1
    shift
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --upgrade \
        --generate-hashes --no-emit-index-url --no-header --no-annotate \
        pyproject.toml --extra postgres "$@" --output-file "$lock"
}

compile requirements.lock --group build
compile requirements-dev.lock --group dev
PATH="$PWD/.venv/bin:$PATH" npm update --package-lock-only --ignore-scripts --no-audit --no-fund
