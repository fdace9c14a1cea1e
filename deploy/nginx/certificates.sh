#!/bin/sh
# Lays the certificates of all instances where nginx, which is not root, can read them: in memory, for
# its group alone. What lies in /etc/adviespunt/tls may stay root's own, or point to where an ACME
# client keeps it. nginx's unit runs this when it starts and when it reloads.
set -eu

from=${ADVIESPUNT_ROOT:-}/etc/adviespunt/tls
to=${ADVIESPUNT_ROOT:-}/run/adviespunt-tls
group=$(id -g "${ADVIESPUNT_NGINX:-www-data}")

# Not in a folder that nginx may write in: root would follow the links it finds there.
install -d -m 0750 -g "$group" "$to"
rm -rf "${to:?}"/*
for folder in "$from"/*/; do
    name=$(basename "$folder")
    install -d -m 0750 -g "$group" "$to/$name"
    install -m 0640 -g "$group" "$folder/fullchain.pem" "$folder/privkey.pem" "$to/$name/"
done
