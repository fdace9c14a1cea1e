#!/bin/sh
# What the image of nginx does with its templates.
set -eu
for template in /etc/nginx/templates/*.template; do
    names=$(env | sed -n "s/^\(${NGINX_ENVSUBST_FILTER:-}[A-Z_]*\)=.*/\${\1}/p" | tr '\n' ' ')
    name=$(basename "$template" .template)
    envsubst "$names" <"$template" >"$NGINX_ENVSUBST_OUTPUT_DIR/$name"
done
exec "$@"
