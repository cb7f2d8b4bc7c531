#!/bin/sh
# Checks the migrations of a branch on any CI system. Needs `schemagate` on PATH, the servers of the engines that the
# repository uses (for example Debian's `postgresql`, or `mariadb-server libmariadb3`), and enough history to find where the branch began.
# The comment is left in schemagate.md, the report in schemagate.json.
set -eu

# A shallow checkout doesn't reach the merge base.
if [ "$(git rev-parse --is-shallow-repository)" = true ]; then
  git fetch --quiet --unshallow origin
fi

status=0
schemagate check --format text --format markdown=schemagate.md --format json=schemagate.json || status=$?

# GitHub shows this file on the run's page.
if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f schemagate.md ]; then
  cat schemagate.md >>"$GITHUB_STEP_SUMMARY"
fi
exit "$status"
