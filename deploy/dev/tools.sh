#!/bin/sh
# Installs the programs that some tests run. Without root it prints the one line that does;
# tests whose program is missing are then named at the end as not run.
set -eu

# `a|b`: either will do, and `a` is what gets installed. Ubuntu has Chromium as a snap only: there
# the tests' own browser comes from Playwright.
packages="apparmor bubblewrap chromium|google-chrome-stable docker-compose|docker-compose-v2 fonts-dejavu-core imagemagick \
libimage-exiftool-perl libreoffice-calc-nogui|libreoffice-calc \
libreoffice-impress-nogui|libreoffice-impress libreoffice-writer-nogui|libreoffice-writer mat2 \
minisign nftables nginx-light|nginx-core|nginx-full openssl poppler-utils postgresql qpdf systemd tor util-linux"

command -v dpkg-query >/dev/null || {
    echo "Not a Debian or Ubuntu machine: install by hand what of this is missing: $packages" >&2
    exit 0
}

is_installed() {
    [ "$(dpkg-query -W -f '${Status}' "$1" 2>/dev/null || true)" = "install ok installed" ]
}

missing=
for choice in $packages; do
    found=
    for package in $(echo "$choice" | tr '|' ' '); do
        if is_installed "$package"; then found=$package; fi
    done
    [ -n "$found" ] || missing="$missing ${choice%%|*}"
done
[ -n "$missing" ] || exit 0

line="apt-get install --yes --no-install-recommends"
if [ "$(id -u)" != 0 ]; then
    echo "Some tests need more programs. Run: sudo $line$missing" >&2
    exit 0
fi

# Servers among these are for the tests to start themselves: none may come up on installing.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    trap 'rm -f "$policy"' EXIT
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq || true
# shellcheck disable=SC2086  # a list of words
if ! $line -qq $missing >/dev/null 2>&1; then
    # One that cannot be had must not keep the others out.
    for package in $missing; do
        $line -qq "$package" >/dev/null 2>&1 || echo "Could not install $package: its tests are reported as not run." >&2
    done
fi
