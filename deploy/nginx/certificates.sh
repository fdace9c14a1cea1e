#!/bin/sh
# Lays the certificates of all instances where nginx, which is not root, can read them: in memory, for
# its group alone. What lies in /etc/adviespunt/tls may stay root's own, or point to where an ACME
# client keeps it. nginx's unit runs this when it starts and when it reloads.
#
# All of them or nothing new: one that cannot be read must not take the others from nginx.
set -eu

from=${ADVIESPUNT_ROOT:-}/etc/adviespunt/tls
to=${ADVIESPUNT_ROOT:-}/run/adviespunt-tls
group=$(id -g "${ADVIESPUNT_NGINX:-www-data}")

# Not in a folder that nginx may write in: root would follow the links it finds there.
rm -rf "$to.new"
trap 'rm -rf "$to.new"' EXIT
install -d -m 0750 -g "$group" "$to.new"
for folder in "$from"/*/; do
    [ -d "$folder" ] || continue
    name=$(basename "$folder")
    install -d -m 0750 -g "$group" "$to.new/$name"
    install -m 0640 -g "$group" "$folder/fullchain.pem" "$folder/privkey.pem" "$to.new/$name/"
done
rm -rf "$to"
mv -T "$to.new" "$to"
