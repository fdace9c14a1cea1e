#!/bin/sh
# Makes .venv from a lock: `setup.sh run` for what serving needs, `setup.sh dev` for what testing
# needs too. Nothing but Python 3.11 or newer has to be on the machine; running it again is cheap.
set -eu

purpose=${1:?usage: setup.sh run|dev}
case $purpose in
    run) lock=requirements.lock ;;
    dev) lock=requirements-dev.lock ;;
    *) echo "setup.sh: unknown purpose '$purpose' (run or dev)" >&2; exit 2 ;;
esac
cd "$(dirname "$0")/../.."
venv=.venv
stamp=$venv/.installed-$purpose

recent_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    echo "Python 3.11 or newer is needed: apt-get install python3 python3-venv" >&2
    return 1
}

# Debian splits venv off into a package of its own; without it `python -m venv` dies half-way.
make_venv() {
    python=$(recent_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
            apt-get update -qq
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
        else
            echo "Python cannot make a virtual environment. Run: sudo apt-get install python3-venv" >&2
            exit 1
        fi
    fi
    "$python" -m venv --clear "$venv"
}

# A virtual environment whose Python has gone from the machine is made anew.
"$venv/bin/python" -c '' 2>/dev/null || make_venv

wanted=$(cat "$lock" pyproject.toml deploy/dev/setup.sh | sha256sum)
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$wanted" ]; then
    # The lock is whole, so nothing is left to resolve: an older pip asked to do so looks past a pin
    # when a package wants it with an extra, and fails on the first newer release.
    # Nothing is built of the packages either: that would run code of theirs, on a server as root.
    "$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-deps --require-hashes \
        --only-binary :all: -r "$lock"
    # The project itself, in place. No build isolation: setuptools is in the lock.
    "$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-deps \
        --no-build-isolation --editable .
    echo "$wanted" >"$stamp"
fi
