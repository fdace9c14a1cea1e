#!/bin/sh
# Makes the disk of a fresh Debian machine for tests/machine, and prints the folder it lies in.
#
#   sudo deploy/dev/machine/image.sh [bookworm | trixie]
#
# bookworm is Debian 12, with Python 3.11; trixie Debian 13, with Python 3.13.
#
# The disk holds Debian's base system, a kernel, QEMU's guest agent and LibreOffice, which starts nothing
# and takes minutes to unpack. The other packages that install.sh asks for lie beside them, fetched and
# not installed: the machine has no network when it runs, and installs them itself. Beside the disk lie
# kernel and initrd, and the wheels of requirements.lock.
# Everything is kept in the cache folder, and made anew when this script, the packages or the lock change.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
# shellcheck source=deploy/lib.sh
. "$root/deploy/lib.sh"

suite=${1:-bookworm}
own="apparmor ca-certificates dbus locales linux-image-cloud-amd64 qemu-guest-agent systemd-sysv"
case $suite in
    bookworm) python=3.11 later="apt apt-utils libapt-pkg6.0" ;;
    trixie) python=3.13 later="apt apt-utils libapt-pkg7.0" ;;
    *) fail "Which Debian: bookworm or trixie, not '$suite'?" ;;
esac
offered=$(packages_for onion office postgresql)

key=$({ cat "$0" "$root/requirements.lock"; say "$offered"; } | sha256sum | cut -c 1-12)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/adviespunt/machine
made=$cache/$suite-$key

# shellcheck disable=SC2046,SC2086  # lists of words
fetch_packages() {
    # What this machine uses, where it is the same Debian: its updates and security fixes too.
    if grep -q "VERSION_CODENAME=$suite" /etc/os-release && [ -f /etc/apt/sources.list.d/debian.sources ]; then
        : >"$1/etc/apt/sources.list"
        cp /etc/apt/sources.list.d/debian.sources "$1/etc/apt/sources.list.d/"
    fi
    cp /etc/resolv.conf "$1/etc/resolv.conf"
    chroot "$1" apt-get update -qq
    # What Debian has mended since, but for a few packages: those are left to the machine's own updates.
    chroot "$1" apt-mark -qq hold $later
    DEBIAN_FRONTEND=noninteractive chroot "$1" apt-get upgrade --yes -qq --with-new-pkgs
    chroot "$1" apt-mark -qq unhold $later
    DEBIAN_FRONTEND=noninteractive chroot "$1" apt-get install --yes -qq --no-install-recommends \
        $(echo "$offered" | tr ' ' '\n' | grep -E '^(fonts|libreoffice|python3)')
    chroot "$1" apt-get clean
    chroot "$1" apt-get install --yes -qq --no-install-recommends --download-only $offered
    chroot "$1" apt-get install --yes -qq --no-install-recommends --only-upgrade --download-only $later
    : >"$1/etc/resolv.conf"
}

# One address, and no way out: what the machine is asked comes in through QEMU.
settle() {
    echo adviespunt >"$1/etc/hostname"
    printf '127.0.0.1 localhost adviespunt\n::1 localhost\n' >"$1/etc/hosts"
    echo '/dev/vda / ext4 errors=remount-ro 0 1' >"$1/etc/fstab"
    printf 'auto lo\niface lo inet loopback\nauto eth0\niface eth0 inet static\n address 198.51.100.15/24\n' \
        >"$1/etc/network/interfaces"
}

fetch_wheels() {
    "$root/.venv/bin/python" -m pip download -qq --no-deps --require-hashes --only-binary=:all: \
        --python-version "$python" --platform manylinux_2_28_x86_64 --platform manylinux_2_17_x86_64 \
        --platform manylinux2014_x86_64 --platform any --dest "$1" --requirement "$root/requirements.lock"
}

make() {
    work=$1
    system=$work/system
    mkdir -p "$cache/packages"
    debootstrap --cache-dir="$cache/packages" --include="$(echo "$own" | tr ' ' ,)" "$suite" "$system"
    fetch_packages "$system"
    settle "$system"
    fetch_wheels "$work/wheels"
    cp "$system/vmlinuz" "$work/vmlinuz"
    cp "$system/initrd.img" "$work/initrd"
    truncate --size 10G "$work/disk.raw"
    mke2fs -q -t ext4 -d "$system" "$work/disk.raw"
    rm -rf "$system"
}

for program in debootstrap mke2fs qemu-system-x86_64; do
    command -v "$program" >/dev/null || fail "Run: sudo apt-get install debootstrap e2fsprogs qemu-system-x86"
done
if [ ! -e "$made/disk.raw" ]; then
    need_root
    mkdir -p "$cache"
    work=$(mktemp -d "$cache/making.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    make "$work" >"$cache/log" 2>&1 || fail "The disk could not be made: $cache/log says why."
    chmod 0755 "$work"
    mv -T "$work" "$made"
fi
say "$made"
