#!/bin/sh
# Installs the servers of the named engines where they aren't there yet, by apt: engines.sh postgresql mariadb
# They are never started: schemagate starts its own, for the check alone. Debian or Ubuntu; others need nothing but the
# programs. GitHub's Ubuntu images hold PostgreSQL and MySQL already.
set -eu

found() { for path in "$@"; do [ ! -x "$path" ] || return 0; done; return 1; }
library() { ldconfig -p 2>/dev/null | grep -q "$1" || /sbin/ldconfig -p 2>/dev/null | grep -q "$1"; }

missing=
for engine in "$@"; do
  case $engine in
  postgresql) found /usr/lib/postgresql/*/bin/postgres || missing="$missing postgresql" ;;
  mysql)
    # MariaDB brings a program of that name, too.
    if ! found /usr/sbin/mysqld || found /usr/sbin/mariadbd; then missing="$missing mysql-server-core-8.0"; fi
    library 'libmysqlclient\.so' || missing="$missing libmysqlclient21"
    ;;
  mariadb)
    found /usr/sbin/mariadbd || missing="$missing mariadb-server-core"
    library 'libmariadb\.so\.3' || missing="$missing libmariadb3"
    ;;
  sqlite) ;;
  *)
    echo "engines.sh: unknown engine: $engine (postgresql, mysql, mariadb, sqlite)" >&2
    exit 2
    ;;
  esac
done
[ -n "$missing" ] || exit 0

echo "installing$missing" >&2
as_root=
[ "$(id -u)" -eq 0 ] || as_root=sudo
export DEBIAN_FRONTEND=noninteractive
# Package names never hold white space.
# shellcheck disable=SC2086
{ $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends $missing; } >&2
