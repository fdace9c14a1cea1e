#!/bin/sh
# Installs the portal on Debian 12 or Ubuntu 24.04, or adds one more organisation to a machine
# that has it. Running it again changes nothing that is there.
#
#   sudo deploy/install.sh --name zone --host advies.example.be [--organisation FILE]
#        [--onion] [--office] [--postgresql]
#
# --name          what the instance is called on this machine: letters and digits
# --host          the address people will use
# --organisation  the organisation.toml to begin with (default: an example to be edited)
# --onion         also an onion service
# --office        also clean Word, Excel and PowerPoint files (LibreOffice; loosens the sandbox)
# --postgresql    keep the database in PostgreSQL on this machine instead of one file
set -eu

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=deploy/lib.sh
. "$here/lib.sh"

name='' host='' organisation='' onion='' office='' postgresql='' newer=''

read_arguments() {
    while [ $# -gt 0 ]; do
        case $1 in
            --name) name=$2 && shift ;;
            --host) host=$2 && shift ;;
            --organisation) organisation=$(readlink -f "$2") && shift ;;
            --onion) onion=yes ;;
            --office) office=yes ;;
            --postgresql) postgresql=yes ;;
            *) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" && exit 2 ;;
        esac
        shift
    done
    need_name "$name"
    case $host in
        '' | *[!a-z0-9.-]* | .* | -*) fail "--host must be an address such as advies.example.be: '$host'" ;;
    esac
}

need_system() {
    # shellcheck source=/dev/null
    . /etc/os-release
    case $ID-$VERSION_ID in
        debian-12 | ubuntu-24.04) ;;
        debian-13 | ubuntu-26.04) newer=yes ;;
        *) fail "This was written for Debian 12 and 13 and Ubuntu 24.04 and 26.04, not for $PRETTY_NAME" ;;
    esac
}

install_packages() {
    packages=$(packages_for "${onion:+onion}" "${office:+office}" "${postgresql:+postgresql}")
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of words
    apt-get install -y -qq --no-install-recommends $packages >/dev/null
}

make_account() {
    id "adviespunt-$name" >/dev/null 2>&1 \
        || useradd --system --user-group --no-create-home --home-dir "/var/lib/adviespunt/$name" \
            --shell /usr/sbin/nologin "adviespunt-$name"
    for folder in /var/lib/adviespunt /var/backups/adviespunt /var/backups/adviespunt-keyring; do
        install -d -m 0755 "$folder"
        install -d -m 0700 -o "adviespunt-$name" -g "adviespunt-$name" "$folder/$name"
    done
    make_errors "$name"
}

# To the release in this folder; never under instances that run another, whose data it has not migrated.
take_release() {
    release=$(make_release "$(dirname "$here")")
    [ -z "$(instances)" ] || [ "$(readlink -f "$CURRENT")" = "$(readlink -f "$release")" ] \
        || fail "This machine is at $(basename "$(readlink -f "$CURRENT")"), this folder is another release." \
            "Bring the machine here first: $here/update.sh. Then run this again."
    switch_to "$release"
}

lay_office() {
    for part in office ${newer:+newer}; do
        install -D -m 0644 "$here/systemd/office/$part.conf" \
            "$ROOT/etc/systemd/system/adviespunt@$name.service.d/$part.conf"
    done
}

# Debian's own, once, before ours is laid in its place.
keep_nginx_of_before() {
    conf=$ROOT/etc/nginx/nginx.conf
    [ ! -f "$conf" ] || grep -q '/etc/nginx/adviespunt/' "$conf" || mv "$conf" "$conf.before-adviespunt"
}

lay_nginx() {
    folder=$ROOT/etc/nginx/adviespunt
    install -d "$folder"
    sed "s/@NAME@/$name/g; s/@HOST@/$host/g" "$here/nginx/instance.conf.in" >"$folder/$name.conf"
    lay_certificate "$ROOT/etc/adviespunt/tls/$name"
}

# Until a real certificate is there, one that no browser trusts: nginx must be able to start.
lay_certificate() {
    [ ! -e "$1/fullchain.pem" ] || return 0
    install -d -m 0755 "$1"
    (umask 077 && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj "/CN=$host" \
        -addext "subjectAltName=DNS:$host" -keyout "$1/privkey.pem" -out "$1/fullchain.pem" 2>/dev/null)
    say "A temporary certificate stands in $1: put a real one there (docs/operator.md says how)."
}

# Where the kernel asks a profile for sockets in files too (Ubuntu's), Debian's profile for Tor knows no nginx.
let_tor_in() {
    own=$ROOT/etc/apparmor.d/local/system_tor
    install -d "$(dirname "$own")"
    grep -qs adviespunt-nginx "$own" || say '/run/adviespunt-nginx/*-onion.sock rw,' >>"$own"
    for_real || return 0
    if aa-enabled --quiet && [ -e /etc/apparmor.d/system_tor ]; then
        apparmor_parser --replace /etc/apparmor.d/system_tor
    fi
}

# Print the onion address once Tor has made it.
lay_onion() {
    torrc=$ROOT/etc/tor/torrc
    install -d "$(dirname "$torrc")"
    if [ ! -f "$torrc" ] || ! grep -q '^HiddenServiceDir .*/adviespunt-' "$torrc"; then
        sed "s/@NAME@/$name/g" "$here/tor/torrc.in" >>"$torrc"
    elif ! grep -q "/adviespunt-$name\$" "$torrc"; then
        sed -n "s/@NAME@/$name/g; /^HiddenServiceDir/,\$p" "$here/tor/torrc.in" >>"$torrc"
    fi
    let_tor_in
    install -D -m 0644 "$here/systemd/tor/adviespunt.conf" "$ROOT/etc/systemd/system/tor@default.service.d/adviespunt.conf"
    for_real || return 0
    systemctl daemon-reload
    systemctl restart tor >&2
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        [ ! -s "/var/lib/tor/adviespunt-$name/hostname" ] || break
        sleep 1
    done
    cat "/var/lib/tor/adviespunt-$name/hostname"
}

lay_postgresql() {
    for folder in /etc/postgresql/*/main/conf.d; do
        install -m 0644 "$here/postgresql/adviespunt.conf" "$folder/adviespunt.conf"
    done
    systemctl restart postgresql
    # The account of the instance is the account in the database: no password is kept anywhere.
    runuser -u postgres -- psql -qAt -c "SELECT 1 FROM pg_roles WHERE rolname='adviespunt-$name'" | grep -q 1 \
        || runuser -u postgres -- createuser "adviespunt-$name"
    runuser -u postgres -- psql -qAt -c "SELECT 1 FROM pg_database WHERE datname='adviespunt-$name'" | grep -q 1 \
        || runuser -u postgres -- createdb --owner "adviespunt-$name" "adviespunt-$name"
    # As PostgreSQL makes it, every account of the machine could come in.
    runuser -u postgres -- psql -q -c "REVOKE ALL ON DATABASE \"adviespunt-$name\" FROM PUBLIC"
}

# Print the one-time link for the first facilitator.
make_instance() {
    [ ! -e "$DATA/$name/portal.toml" ] || return 0
    set -- init --origin "https://$host"
    [ -z "$onion_host" ] || set -- "$@" --onion "http://$onion_host"
    [ -z "$postgresql" ] || set -- "$@" --database "postgresql+psycopg:///adviespunt-$name?host=/run/postgresql"
    if [ -n "$organisation" ]; then
        # The account may not be able to read where the file lies.
        install -m 0600 "$organisation" "$DATA/$name/organisation.toml"
        ! for_real || chown -h "adviespunt-$name:" "$DATA/$name/organisation.toml"
        set -- "$@" --organisation "$DATA/$name/organisation.toml"
    fi
    link=$(adviespunt "$name" "$@")
    say "For the first facilitator, once: $link"
}

start() {
    systemctl enable --now "adviespunt@$name.socket" "adviespunt@$name.service"
    for job in digest sweep backup; do
        systemctl enable --now "adviespunt-$job@$name.timer"
    done
    "$CURRENT/deploy/nginx/certificates.sh"
    nginx -t -q
    systemctl enable nginx
    # Not a reload: the unit has new rules.
    systemctl restart nginx
}

main() {
    read_arguments "$@"
    if for_real; then
        need_root
        need_system
        install_packages
        make_account
    fi
    install -d "$OPT/releases" "$DATA"
    take_release
    keep_nginx_of_before
    [ -z "$office" ] || lay_office
    lay_release
    lay_nginx
    onion_host=''
    [ -z "$onion" ] || onion_host=$(lay_onion)
    if for_real; then
        [ -z "$postgresql" ] || lay_postgresql
        make_instance
        start
        say "https://$host is up. What comes next stands in docs/operator.md."
    fi
}

main "$@"
