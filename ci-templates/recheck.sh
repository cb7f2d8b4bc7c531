#!/bin/sh
# Checks the history of the open pull requests into this branch again, on GitHub Actions, after a push to it. What fails is
# published on the pull request: its comment and its newest commit's status. What passes is left as it is, because the
# whole check may have found more than a history tells. Exit status 0, unless the requests can't be listed.
# Needs GITHUB_TOKEN, curl, jq and schemagate. The hundred requests that changed last are looked at.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
scripts=$(dirname "$0")

# The check reads a stranger's configuration, which may name any variable of the environment.
token=$GITHUB_TOKEN
unset GITHUB_TOKEN

# The token is no argument, so that no other program on this machine sees it.
printf 'header = "Authorization: Bearer %s"\n' "$token" |
  curl --config - --fail --silent --show-error --retry 3 --max-time 60 --header 'Accept: application/vnd.github+json' \
    --get --data state=open --data sort=updated --data direction=desc --data per_page=100 \
    --data-urlencode "base=$GITHUB_REF_NAME" --output "$work/requests.json" \
    "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/pulls"
jq -r '.[].number' "$work/requests.json" >"$work/numbers"

check() {
  number=$1
  head=$(SCHEMAGATE_FETCH_TOKEN="$token" "$scripts/reach.sh" "$GITHUB_SHA" "refs/pull/$number/head") || return 3
  status=0
  schemagate check --history-only --base "$GITHUB_SHA" --head "$head" --quiet --format "json=$work/$number.json" || status=$?
  [ "$status" -eq 1 ] || return "$status"
  GITHUB_TOKEN=$token schemagate publish "$work/$number.json" --pull-request "$number" --commit "$head" ||
    echo "::warning::the report of pull request $number was not published"
  return 1
}

while read -r number; do
  status=0
  check "$number" </dev/null || status=$?
  case $status in
  0) echo "pull request $number: its history is still right" ;;
  1) echo "pull request $number: its history isn't right any more" ;;
  *) echo "::warning::pull request $number could not be checked" ;;
  esac
done <"$work/numbers"
