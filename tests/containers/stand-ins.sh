#!/bin/sh
# Makes stand-ins for the three images that deploy/container/ asks for, from Debian's own packages, under
# their names: for machines that reach no registry of images.
#
#   sudo tests/containers/stand-ins.sh
#
# They do what the files in deploy/container/ count on: Python as `python`; an entrypoint that makes the
# database of POSTGRES_DB, owned by account 999; one that fills in nginx's templates. An image that is there
# already under one of the names is left alone.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/adviespunt/machine
base=localhost/adviespunt-stand-in
packages="ca-certificates,gettext-base,nginx-light,postgresql,python3,python3-venv"

wanted() {
    grep -ho "docker.io/library/$1:[^ }]*" "$here/../../deploy/container/compose.yaml" | head -n 1
}

if ! podman image exists "$base"; then
    root=$(mktemp -d)
    trap 'rm -rf "$root"' EXIT
    mkdir -p "$cache/packages"
    debootstrap --variant=minbase --cache-dir="$cache/packages" --include="$packages" bookworm "$root" >"$cache/log" 2>&1
    tar -C "$root" -c . | podman import --quiet - "$base" >/dev/null
fi
for name in python postgres nginx; do
    image=$(wanted "$name")
    podman image exists "$image" \
        || podman build --quiet --network none --target "$name" --tag "$image" "$here/stand-ins" >/dev/null
    printf '%s\n' "$image"
done
