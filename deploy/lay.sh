#!/bin/sh
# Lays down what all instances of a machine share and what belongs to a release: systemd's units, AppArmor's
# profiles, the firewall, nginx.conf, PostgreSQL's and apt's settings. install.sh and update.sh run that of the release
# they turn to: a release that closes something closes it everywhere, and going back brings back what was
# there before.
# What an operator changes belongs beside these files: systemd has drop-ins for it.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=deploy/lib.sh
. "$here/lib.sh"

units=$ROOT/etc/systemd/system
profiles=$ROOT/etc/apparmor.d

install -d "$units" "$ROOT/etc/tmpfiles.d" "$profiles/abstractions" "$ROOT/etc/nginx"
install -m 0644 "$here"/systemd/adviespunt*@.* "$here/systemd/adviespunt-firewall.service" "$units/"
install -m 0644 "$here/systemd/adviespunt.conf" "$ROOT/etc/tmpfiles.d/adviespunt.conf"
install -m 0644 "$here/apparmor/adviespunt" "$profiles/adviespunt"
install -m 0644 "$here/apparmor/abstractions/adviespunt" "$profiles/abstractions/adviespunt"
install -D -m 0644 "$here/systemd/nginx/adviespunt.conf" "$units/nginx.service.d/adviespunt.conf"
install -m 0644 "$here/nginx/nginx.conf" "$ROOT/etc/nginx/nginx.conf"
install -D -m 0644 "$here/apt/52adviespunt" "$ROOT/etc/apt/apt.conf.d/52adviespunt"
# What an instance was given when it was installed; the others keep doing without.
for part in "$units"/adviespunt@*.service.d/office.conf "$units"/adviespunt@*.service.d/newer.conf; do
    [ ! -e "$part" ] || install -m 0644 "$here/systemd/office/$(basename "$part")" "$part"
done
part=$units/tor@default.service.d/adviespunt.conf
[ ! -e "$part" ] || install -m 0644 "$here/systemd/tor/adviespunt.conf" "$part"
for settings in "$ROOT"/etc/postgresql/*/main/conf.d/adviespunt.conf; do
    [ ! -e "$settings" ] || install -m 0644 "$here/postgresql/adviespunt.conf" "$settings"
done
for name in $(instances); do
    make_errors "$name"
done

for_real || exit 0
systemd-tmpfiles --create adviespunt.conf
# A container or a kernel without AppArmor keeps systemd's sandbox alone. Where there is one, a profile that
# does not load is a fault to be seen.
if aa-enabled --quiet; then
    apparmor_parser --replace /etc/apparmor.d/adviespunt
else
    say "AppArmor is not active here." >&2
fi
systemctl daemon-reload
# A machine whose kernel has no such firewall keeps the sandboxes alone, and the unit that failed to be seen.
[ -x /usr/sbin/nft ] || say "There is no nft here, so no firewall is laid: apt-get install nftables" >&2
systemctl enable --quiet adviespunt-firewall
systemctl reload-or-restart adviespunt-firewall \
    || say "The firewall could not be laid: journalctl -u adviespunt-firewall" >&2
