#!/bin/sh
# Brings every instance of this machine to the release in the folder of this script, or leaves
# everything as it was.
#
#   sudo deploy/update.sh            to the release in this folder
#   sudo deploy/update.sh --back     after an update that was cut off: to what was before it
#   sudo deploy/update.sh --forget   after an update that was cut off: keep what is, destroy the copies
#
# Nobody can come in meanwhile. Each instance is stopped, copied aside, migrated, started and asked
# how it is. If one step fails for one of them, or somebody hangs up, all go back to the release and
# the data of before. The copies hold keys: they are overwritten at the end, and stay only where an
# instance could not be put back, for then they are all that is left of it.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=deploy/lib.sh
. "$here/lib.sh"

aside=$DATA/.before-update
# Whether going back is what has to be done if this ends now, and whether a copy is needed still.
unfinished=no
needed=no

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

# A copy has its name once it is whole: going back trusts no half of one.
copy_aside() {
    url=$(database_of "$1")
    if [ -n "$url" ]; then
        as_instance "$1" pg_dump --format=custom --dbname="$url" >"$aside/$1.dump" || return 1
    fi
    cp -a "$DATA/$1" "$aside/$1.partial" && mv -T "$aside/$1.partial" "$aside/$1"
}

copied() {
    for folder in "$aside"/*/; do
        case $folder in *.partial/ | *.failed/) continue ;; esac
        [ -f "${folder}portal.toml" ] && basename "$folder"
    done
    return 0
}

# By renaming, which takes no room and is whole or not at all.
put_back() {
    url=$(sed -n 's/^database *= *"postgresql+psycopg:\(.*\)"/postgresql:\1/p' "$aside/$1/portal.toml")
    if [ -n "$url" ]; then
        as_instance "$1" pg_restore --clean --if-exists --single-transaction --dbname="$url" \
            <"$aside/$1.dump" || return 1
    fi
    if [ -e "$DATA/$1" ]; then
        mv -T "$DATA/$1" "$aside/$1.failed" || return 1
    fi
    mv -T "$aside/$1" "$DATA/$1"
}

bring_up() {
    adviespunt "$1" upgrade && start "$1" && answers "$1"
}

nginx_accepts_it() {
    ! for_real || nginx -t -q
}

# Whether the instance answers at its door under its own name.
answers() {
    for_real || return 0
    host=$(sed -n 's|^origins = \["https\{0,1\}://\([^"]*\)".*|\1|p' "$DATA/$1/portal.toml")
    curl --silent --fail --output /dev/null --retry 30 --retry-delay 1 --retry-all-errors \
        --unix-socket "/run/adviespunt/$1.sock" "http://$host/api/v1/organisation"
}

# What becomes of one instance keeps no other from going back.
go_back() {
    say "Putting back the release and the data of before." >&2
    switch_to "$1"
    lay_release || say "The units and settings of before could not be laid down: $CURRENT/deploy/lay.sh" >&2
    whole=yes
    for name in $(copied); do
        stop "$name" || true
        put_back "$name" || stranded "$name"
    done
    for name in $(instances); do
        [ -e "$aside/$name" ] || start "$name" \
            || say "$name does not start: journalctl -u adviespunt@$name" >&2
    done
    [ "$whole" = yes ]
}

stranded() {
    whole=no
    say "$1 could not be put back. It stays stopped, and its copy stays in $aside/$1." \
        "Find out why (a full disk?), then: deploy/update.sh --back" >&2
}

forget_copies() {
    # Over the bytes first: the copies hold keyrings, whose keys must not outlive their deletion.
    [ ! -d "$aside" ] || find "$aside" -type f -exec shred -n 1 -u {} +
    rm -rf "$aside"
}

# Nothing that is asked meanwhile may be lost by going back, so nobody can ask.
close_doors() {
    systemctl stop nginx
}

open_doors() {
    systemctl start nginx
}

# At every end, also when somebody hangs up.
finish() {
    status=$?
    set +e
    trap '' HUP INT TERM
    if [ "$unfinished" = yes ]; then
        say "The update failed." >&2
        go_back "$before" || needed=yes
    fi
    [ "$needed" = yes ] || forget_copies
    open_doors
    exit "$status"
}

guard_the_end() {
    # A signal alone would end dash without its EXIT trap.
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    trap finish EXIT
}

update_all() {
    for name in $(instances); do
        stop "$name" && copy_aside "$name" || return 1
    done
    switch_to "$1"
    lay_release && nginx_accepts_it || return 1
    for name in $(instances); do
        bring_up "$name" || return 1
    done
}

take_release() {
    [ ! -e "$aside" ] || fail "An update was cut off: its copies are still in $aside." \
        "Does every instance work (adviespunt health)? Then: deploy/update.sh --forget" \
        "To go back to before it, and lose what was asked since: deploy/update.sh --back"
    before=$(readlink -f "$CURRENT")
    release=$(make_release "$(dirname "$here")")
    [ "$before" != "$release" ] || { say "This release is already here." && exit 0; }
    (umask 077 && mkdir "$aside" && say "$before" >"$aside/release")
    guard_the_end
    unfinished=yes
    close_doors
    update_all "$release" || exit 1
    unfinished=no
    say "Now at $(basename "$release"). The one before stays in $OPT/releases until you remove it."
}

# The end of an update that was cut off, by going back.
take_back() {
    [ -f "$aside/release" ] || fail "No update was cut off: there is nothing to go back to."
    before=$(cat "$aside/release")
    guard_the_end
    # Until all are back, the copies are all there is.
    needed=yes
    close_doors
    go_back "$before" || exit 1
    needed=no
}

# The end of an update that was cut off, by going on.
keep_what_is() {
    forget_copies
    for name in $(instances); do
        start "$name"
    done
    open_doors
}

main() {
    ! for_real || need_root
    [ -L "$CURRENT" ] || fail "There is nothing to update: run deploy/install.sh first."
    case ${1:-} in
        '') take_release ;;
        --back) take_back ;;
        --forget) keep_what_is ;;
        *) fail "usage: update.sh [--back | --forget]" ;;
    esac
}

main "$@"
