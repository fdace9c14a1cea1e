#!/bin/sh
# Builds the image, and stand-ins for the others where they are missing, and runs tests/containers.
# As root, with podman; podman-compose comes from its own environment in build/.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$root/build/containers

for program in debootstrap podman; do
    command -v "$program" >/dev/null || { echo "Run: sudo apt-get install debootstrap podman" >&2; exit 1; }
done
mkdir -p "$build/wheels"
if [ ! -x "$build/compose/bin/podman-compose" ]; then
    python3 -m venv --clear "$build/compose"
    "$build/compose/bin/pip" install -qq podman-compose==1.6.0
fi
# A runtime that asks for no more than root has here.
printf '[engine]\nruntime = "lowered"\n[engine.runtimes]\nlowered = ["%s"]\n' "$here/runtime.py" >"$build/containers.conf"
export CONTAINERS_CONF="$build/containers.conf"

"$here/stand-ins.sh" >/dev/null
version=$(podman run --rm --network none docker.io/library/python:3.13-slim-bookworm \
    python -c 'import sys; print("%d.%d" % sys.version_info[:2])')
"$root/.venv/bin/python" -m pip download -qq --no-deps --require-hashes --only-binary=:all: \
    --python-version "$version" --platform manylinux_2_28_x86_64 --platform manylinux_2_17_x86_64 \
    --platform manylinux2014_x86_64 --platform any --dest "$build/wheels" --requirement "$root/requirements.lock"
podman build --quiet --format docker --network none --volume "$build/wheels:/wheels:ro" \
    --env PIP_NO_INDEX=1 --env PIP_FIND_LINKS=/wheels \
    --tag adviespunt --file "$root/deploy/container/Containerfile" "$root" >/dev/null

ADVIESPUNT_COMPOSE="$build/compose/bin/podman-compose" exec "$root/.venv/bin/pytest" -m "" "$here"
