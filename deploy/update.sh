#!/bin/sh
# Brings every instance of this machine to the release in the folder of this script, or leaves
# everything as it was.
#
#   sudo deploy/update.sh
#
# Each instance is stopped, copied aside, migrated, started and asked how it is. If one step fails
# for one of them, all go back to the release and the data of before. The copies hold keys, so they
# are removed at the end, whatever the end is.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=deploy/lib.sh
. "$here/lib.sh"

aside=$DATA/.before-update
database_of() {
    sed -n 's/^database *= *"postgresql+psycopg:\(.*\)"/postgresql:\1/p' "$DATA/$1/portal.toml"
}

stop() {
    systemctl stop "adviespunt@$1.socket" "adviespunt@$1.service" \
        "adviespunt-digest@$1.timer" "adviespunt-sweep@$1.timer" "adviespunt-backup@$1.timer"
}

start() {
    systemctl start "adviespunt@$1.socket" "adviespunt@$1.service" \
        "adviespunt-digest@$1.timer" "adviespunt-sweep@$1.timer" "adviespunt-backup@$1.timer"
}

copy_aside() {
    cp -a "$DATA/$1" "$aside/$1" || return 1
    url=$(database_of "$1")
    [ -z "$url" ] || as_instance "$1" pg_dump --format=custom --dbname="$url" >"$aside/$1.dump"
}

put_back() {
    rm -rf "${DATA:?}/$1"
    cp -a "$aside/$1" "$DATA/$1" || return 1
    url=$(database_of "$1")
    [ -z "$url" ] || as_instance "$1" pg_restore --clean --if-exists --single-transaction --dbname="$url" <"$aside/$1.dump"
}

bring_up() {
    adviespunt "$1" upgrade && start "$1" && answers "$1"
}

# Whether the instance answers at its door under its own name.
answers() {
    for_real || return 0
    host=$(sed -n 's|^origins = \["https\{0,1\}://\([^"]*\)".*|\1|p' "$DATA/$1/portal.toml")
    curl --silent --fail --output /dev/null --retry 30 --retry-delay 1 --retry-all-errors \
        --unix-socket "/run/adviespunt/$1.sock" "http://$host/api/v1/organisation"
}

go_back() {
    say "The update failed. Putting back the release and the data of before." >&2
    switch_to "$before"
    for name in $(instances); do
        stop "$name" || true
        [ ! -e "$aside/$name" ] || put_back "$name"
        start "$name"
    done
}

forget_copies() {
    # Over the bytes first: the copies hold keyrings, whose keys must not outlive their deletion.
    [ ! -d "$aside" ] || find "$aside" -type f -exec shred -n 1 -u {} +
    rm -rf "$aside"
}

update_all() {
    for name in $(instances); do
        stop "$name" && copy_aside "$name" || return 1
    done
    switch_to "$1"
    for name in $(instances); do
        bring_up "$name" || return 1
    done
}

main() {
    ! for_real || need_root
    [ -L "$CURRENT" ] || fail "There is nothing to update: run deploy/install.sh first."
    before=$(readlink -f "$CURRENT")
    release=$(make_release "$(dirname "$here")")
    [ "$before" != "$release" ] || { say "This release is already here." && exit 0; }
    forget_copies
    (umask 077 && mkdir "$aside")
    trap forget_copies EXIT
    if ! update_all "$release"; then
        go_back
        exit 1
    fi
    say "Now at $(basename "$release"). The one before stays in $OPT/releases until you remove it."
}

main "$@"
