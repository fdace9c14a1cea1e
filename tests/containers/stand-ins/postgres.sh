#!/bin/sh
# What the image of PostgreSQL does at its first start.
set -eu
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    initdb --encoding=UTF8 --locale=C.UTF-8 --username="$POSTGRES_USER" --auth="$POSTGRES_HOST_AUTH_METHOD" >/dev/null
    pg_ctl --wait -o "-c listen_addresses=" start >/dev/null
    createdb --username="$POSTGRES_USER" "$POSTGRES_DB"
    pg_ctl --wait stop >/dev/null
fi
exec "$@"
