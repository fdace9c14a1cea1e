# shellcheck shell=sh
# What install.sh and update.sh share. ADVIESPUNT_ROOT puts everything under another folder and
# starts nothing: for packages and for tests.

ROOT=${ADVIESPUNT_ROOT:-}
OPT=$ROOT/opt/adviespunt
DATA=$ROOT/var/lib/adviespunt
CURRENT=$OPT/current

say() {
    printf '%s\n' "$*"
}

# Each sentence on a line of its own.
fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# Whether there is a real machine to act on.
for_real() {
    [ -z "$ROOT" ]
}

need_root() {
    [ "$(id -u)" = 0 ] || fail "Run this as root: sudo $0"
}

need_name() {
    case $1 in
        '' | *[!a-z0-9]* | ??????????????????*) fail "An instance's name has 1 to 17 letters or digits: '$1'" ;;
    esac
}

# Debian's packages for an instance; the words `onion`, `office` and `postgresql` add theirs.
packages_for() {
    packages="apparmor curl nftables nginx openssl python3 python3-venv unattended-upgrades"
    for choice in "$@"; do
        case $choice in
            onion) packages="$packages tor" ;;
            postgresql) packages="$packages postgresql" ;;
            office) packages="$packages bubblewrap fonts-dejavu-core libreoffice-calc-nogui libreoffice-impress-nogui libreoffice-writer-nogui" ;;
        esac
    done
    say "$packages"
}

instances() {
    for folder in "$DATA"/*/; do
        [ -f "${folder}portal.toml" ] && basename "$folder"
    done
    return 0
}

# Lay a release beside the others and print where. The name says the version and the bytes.
make_release() {
    source=$1
    version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$source/pyproject.toml" | head -n 1)
    hash=$(cd "$source" && find portal crypto sanitizers deploy requirements.lock -type f ! -name '*.pyc' -print0 \
        | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-12)
    release=$OPT/releases/$version-$hash
    if [ ! -e "$release/.complete" ]; then
        rm -rf "$release"
        mkdir -p "$release"
        (cd "$source" && tar -cf - --exclude='__pycache__' --exclude='*.egg-info' \
            portal crypto sanitizers deploy docs requirements.lock pyproject.toml README.md LICENSE) | tar --no-same-owner -xf - -C "$release"
        prepare_release "$release"
        touch "$release/.complete"
    fi
    say "$release"
}

# The virtual environment goes into the release itself, so that going back is changing one link.
prepare_release() {
    if for_real; then
        "$1/deploy/dev/setup.sh" run >&2
        chmod -R go-w "$1"
    fi
}

switch_to() {
    ln -sfn "releases/$(basename "$1")" "$CURRENT.new"
    mv -T "$CURRENT.new" "$CURRENT"
}

# Lay down the units and settings of the release that is current, as it does that itself.
lay_release() {
    [ ! -x "$CURRENT/deploy/lay.sh" ] || "$CURRENT/deploy/lay.sh"
}

# Where systemd writes an instance's errors, for root alone: systemd opens that file as root and follows a
# link, so that an account that may write there could have any file made or added to.
make_errors() {
    folder=$ROOT/var/log/adviespunt/$1
    install -d -m 0755 "$ROOT/var/log/adviespunt"
    install -d -m 0700 "$folder"
    ! for_real || chown root:root "$folder"
    # What an account of before put in its place.
    [ ! -L "$folder/errors" ] || rm "$folder/errors"
}

# Run a command as the account of an instance; what it writes is for that account alone.
as_instance() (
    umask 077
    account=adviespunt-$1
    export ADVIESPUNT_DATA="$DATA/$1"
    shift
    if for_real; then
        # PostgreSQL's programs complain of a folder that the account may not look into.
        cd /
        exec runuser -u "$account" -- "$@"
    fi
    exec "$@"
)

adviespunt() {
    as=$1
    shift
    as_instance "$as" "$CURRENT/.venv/bin/adviespunt" "$@"
}
