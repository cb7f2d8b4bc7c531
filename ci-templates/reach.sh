#!/bin/sh
# Fetches as much history as a check needs, and no more: base, then step by step back to where the branch began.
# Usage: reach.sh              base and head as the CI system's variables name them
#        reach.sh BASE REF     a commit, and what another is called at origin; prints the other's id
#
# SCHEMAGATE_BASE, SCHEMAGATE_BASE_COMMIT  as for check.sh
# SCHEMAGATE_FETCH_TOKEN  a token for GitHub, where the checkout left none behind; used for these fetches alone
set -eu

if [ -n "${SCHEMAGATE_FETCH_TOKEN:-}" ]; then
  header=$(printf 'x-access-token:%s' "$SCHEMAGATE_FETCH_TOKEN" | base64 | tr -d '\n')
  export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="http.${GITHUB_SERVER_URL:-https://github.com}/.extraheader"
  export GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $header"
fi
export GIT_TERMINAL_PROMPT=0

# In a container the checkout often belongs to another user, which Git and schemagate refuse unless they are told.
if ! git rev-parse --git-dir >/dev/null 2>&1 && [ -n "${CI:-}${TF_BUILD:-}${JENKINS_URL:-}" ]; then
  top=$(pwd)
  until [ -e "$top/.git" ] || [ "$top" = / ]; do top=$(dirname "$top"); done
  git config --global --add safe.directory "$top"
fi

is_here() { git rev-parse --quiet --verify "$1^{commit}" >/dev/null 2>&1; }
fetch() { git fetch --quiet --no-tags "$@"; }

# reach BASE SOURCE HEAD: SOURCE is what base is called at origin. Most branches began a few commits ago.
reach() {
  base=$1 source=$2 head=$3
  is_here "$base" || fetch --depth=20 origin "$source" || return 1
  step=20
  until git merge-base "$base" "$head" >/dev/null 2>&1; do
    [ "$(git rev-parse --is-shallow-repository)" = true ] || return 0
    [ "$step" -le 2000 ] || break
    # A merge that was made on this machine isn't known at origin.
    fetch --deepen="$step" origin "$source" "$(git rev-parse "$head")" || break
    step=$((step * 4))
  done
  git merge-base "$base" "$head" >/dev/null 2>&1 || fetch --unshallow origin
}

base_branch() {
  name=${SCHEMAGATE_BASE:-${GITHUB_BASE_REF:-${CI_MERGE_REQUEST_TARGET_BRANCH_NAME:-}}}
  name=${name:-${BITBUCKET_PR_DESTINATION_BRANCH:-${SYSTEM_PULLREQUEST_TARGETBRANCH:-}}}
  name=${name:-${BUILDKITE_PULL_REQUEST_BASE_BRANCH:-${CHANGE_TARGET:-}}}
  # Azure writes the whole name.
  printf '%s' "${name#refs/heads/}"
}

# GitHub and Azure check out a pull request merged into its base: both parents are all that the check needs.
is_merge_result() {
  case "${GITHUB_REF:-}${BUILD_SOURCEBRANCH:-}" in
  refs/pull/*/merge) is_here 'HEAD^1' && is_here 'HEAD^2' ;;
  *) return 1 ;;
  esac
}

if [ $# -eq 2 ]; then
  fetch --depth=20 origin "$2"
  head=$(git rev-parse FETCH_HEAD)
  reach "$1" "$1" "$head"
  echo "$head"
elif is_merge_result; then
  exit 0
else
  branch=$(base_branch)
  commit=${SCHEMAGATE_BASE_COMMIT:-${CI_COMMIT_BEFORE_SHA:-}}
  if [ -n "$branch" ]; then
    reach "refs/remotes/origin/$branch" "+refs/heads/$branch:refs/remotes/origin/$branch" HEAD
  elif [ -n "$(printf '%s' "$commit" | tr -d 0)" ]; then
    reach "$commit" "$commit" HEAD
  fi
fi
