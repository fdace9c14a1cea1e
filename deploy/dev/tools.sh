#!/bin/sh
# Installs the programs that some tests run. Without root it prints the one line that does;
# tests whose program is missing are then named at the end as not run.
set -eu

packages="bubblewrap chromium fonts-dejavu-core imagemagick libimage-exiftool-perl \
libreoffice-calc libreoffice-impress libreoffice-writer mat2 nginx-light openssl poppler-utils \
postgresql qpdf systemd tor util-linux apparmor"

command -v dpkg-query >/dev/null || {
    echo "Not a Debian or Ubuntu machine: install by hand what of this is missing: $packages" >&2
    exit 0
}

missing=
for package in $packages; do
    status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    [ "$status" = "install ok installed" ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

line="apt-get install --yes --no-install-recommends$missing"
if [ "$(id -u)" != 0 ]; then
    echo "Some tests need more programs. Run: sudo $line" >&2
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
$line -qq >/dev/null || echo "Could not install:$missing. Their tests are reported as not run." >&2
