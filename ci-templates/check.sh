#!/bin/sh
# Checks the migrations of a branch on any CI system and leaves the reports behind, whatever the check says.
# Needs `schemagate` on PATH and the servers of the engines that the repository uses (ci-templates/engines.sh).
# Arguments are `schemagate check`'s own: ci-templates/check.sh --target shop --server postgresql://…
#
# SCHEMAGATE_BASE         the branch to merge into, where the CI system doesn't name it (CircleCI, plain shell)
# SCHEMAGATE_BASE_COMMIT  the commit to compare with on a push: what the branch held before
# SCHEMAGATE_OUTPUT       the folder of the reports; the current one if not set
# SCHEMAGATE_FORMATS      further reports, for example "junit=schemagate.xml github"; files in that same folder
# SCHEMAGATE_DIFF         `no` leaves out the schema's difference, schemagate.diff.txt (it needs jq)
set -eu

output=${SCHEMAGATE_OUTPUT:-.}
mkdir -p "$output"
# What a branch or an earlier run left under these names is no report of this check, and no link to write through.
rm -rf "$output/schemagate.md" "$output/schemagate.json" "$output/schemagate.html" "$output/schemagate.diff.txt"

# What can't be fetched is schemagate's to judge: it says what is missing, and ends with 3.
"$(dirname "$0")/reach.sh" || echo "check.sh: the history up to the base could not be fetched" >&2

[ -z "${SCHEMAGATE_BASE:-}" ] || set -- --base "origin/$SCHEMAGATE_BASE" "$@"
set -- --format text --format "markdown=$output/schemagate.md" --format "json=$output/schemagate.json" \
  --format "html=$output/schemagate.html" "$@"
for format in ${SCHEMAGATE_FORMATS:-}; do
  case $format in
  *=*)
    rm -f "$output/${format#*=}" || true
    set -- --format "${format%%=*}=$output/${format#*=}" "$@"
    ;;
  *) set -- --format "$format" "$@" ;;
  esac
done

status=0
schemagate check "$@" || status=$?

# The differences of all changed targets, from the merge base on, so that base's own later changes don't show.
write_difference() {
  from=$(jq -r '.mergeBase // .base.commit // empty' "$output/schemagate.json")
  [ -n "$from" ] || return 0
  jq -r '.targets[] | select(.changes != []) | .name' "$output/schemagate.json" | while IFS= read -r target; do
    echo "# $target"
    schemagate diff "$from:$target" "HEAD:$target" --quiet || [ $? -ne 2 ] || echo "could not be compared"
    echo
  done >"$output/schemagate.diff.txt"
  [ -s "$output/schemagate.diff.txt" ] || rm "$output/schemagate.diff.txt"
}
if [ "${SCHEMAGATE_DIFF:-yes}" != no ] && [ "$status" -le 1 ]; then
  if command -v jq >/dev/null; then
    write_difference || echo "check.sh: the schema's difference could not be written" >&2
  else
    echo "check.sh: jq isn't here, so schemagate.diff.txt isn't written" >&2
  fi
fi

# GitHub shows this file on the run's page.
if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$output/schemagate.md" ]; then
  cat "$output/schemagate.md" >>"$GITHUB_STEP_SUMMARY"
fi
exit "$status"
