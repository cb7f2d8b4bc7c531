#!/bin/sh
# Puts a released schemagate into a folder, and refuses whatever hasn't the digest that was expected.
# Prints the folder of its program, which belongs on PATH. Needs curl or wget, tar and sha256sum.
#
# SCHEMAGATE_RELEASES  where the releases are: https://github.com/OWNER/schemagate/releases/download
# SCHEMAGATE_VERSION   for example 0.1.0      } both of the release that this file is part of,
# SCHEMAGATE_SHA256    the tarball's digest   } where they aren't set and SHA256SUMS stands beside it
# SCHEMAGATE_FOLDER    where to put it; ~/.cache/schemagate-releases if not set. A tarball that is there already is used.
set -eu

stop() {
  echo "install.sh: $*" >&2
  exit 2
}

case $(uname -s) in
Linux) ;;
*) stop "releases are for Linux, this is $(uname -s)" ;;
esac
case $(uname -m) in
x86_64) machine=amd64 ;;
aarch64 | arm64) machine=arm64 ;;
*) stop "there is no release for $(uname -m)" ;;
esac

sums=$(dirname "$0")/SHA256SUMS
released() { sed -n "s/^\([0-9a-f]\{64\}\)[ *]*schemagate-\(.*\)-linux-$machine\.tar\.gz\$/\\$1/p" "$sums" 2>/dev/null | head -n 1; }
version=${SCHEMAGATE_VERSION:-$(released 2)}
digest=${SCHEMAGATE_SHA256:-}
# A digest counts for its own version only.
[ -n "$digest" ] || [ "$version" != "$(released 2)" ] || digest=$(released 1)

[ -n "${SCHEMAGATE_RELEASES:-}" ] || stop "SCHEMAGATE_RELEASES isn't set: nobody knows where to download from"
case $version in
'' | *[!0-9A-Za-z.+~-]*) stop "not a version: '$version' (set SCHEMAGATE_VERSION)" ;;
esac
case $digest in
*[!0-9a-f]*) stop "not a SHA-256 digest in lower case: '$digest'" ;;
esac
[ ${#digest} -eq 64 ] || stop "the SHA-256 digest of schemagate $version for $machine isn't known: set SCHEMAGATE_SHA256"

name=schemagate-$version-linux-$machine.tar.gz
folder=${SCHEMAGATE_FOLDER:-$HOME/.cache/schemagate-releases}
mkdir -p "$folder"
is_right() { echo "$digest  $1" | sha256sum --check --status 2>/dev/null; }

if ! is_right "$folder/$name"; then
  url=$SCHEMAGATE_RELEASES/v$version/$name
  if command -v curl >/dev/null; then
    curl --fail --silent --show-error --location --retry 3 --max-time 300 --output "$folder/$name.part" "$url"
  else
    wget --quiet --tries=3 --timeout=60 --output-document="$folder/$name.part" "$url"
  fi || stop "can't be downloaded: $url"
  if ! is_right "$folder/$name.part"; then
    found=$(sha256sum "$folder/$name.part" | cut -d ' ' -f 1)
    rm -f "$folder/$name.part"
    stop "$url has the digest $found, not $digest: nothing was installed"
  fi
  mv "$folder/$name.part" "$folder/$name"
fi

rm -rf "$folder/schemagate-$version"
tar -xzf "$folder/$name" -C "$folder" --no-same-owner
bin=$folder/schemagate-$version/bin
"$bin/schemagate" --version >&2 || stop "the program doesn't run here; what it lacks: $(ldd "$bin/schemagate" 2>&1 | grep 'not found' || true)"
echo "$bin"
