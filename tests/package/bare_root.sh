#!/usr/bin/env bash
# Runs a line of shell as root in a bare Debian 12: nothing installed but the base system, nothing kept.
#   tests/package/bare_root.sh 'apt-get update && ...'        takes root
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../../app/setup.sh"

install_missing debootstrap util-linux >&2
base="$root/build/bare/base"
if [ ! -e "$base/.complete" ]; then
  rm -rf --one-file-system "$base"
  mkdir -p "$base"
  debootstrap --variant=minbase bookworm "$base" </dev/null >"$root/build/bare/debootstrap.log" 2>&1 || { tail "$root/build/bare/debootstrap.log" >&2; exit 1; }
  # This machine's own way to the packages.
  cp -a /etc/apt/sources.list.d/. "$base/etc/apt/sources.list.d/"
  [ ! -s /etc/apt/sources.list ] || cp /etc/apt/sources.list "$base/etc/apt/"
  cp -a /etc/apt/apt.conf.d/99* "$base/etc/apt/apt.conf.d/" 2>/dev/null || true
  cp -L /etc/resolv.conf /etc/hosts "$base/etc/"
  touch "$base/.complete"
fi
bare=$(mktemp -d "$root/build/bare/root.XXXXXX")
trap 'rm -rf --one-file-system "$bare"' EXIT
cp -a "$base/." "$bare/"
# The one mount lies in a mount namespace of its own and is gone with it, before anything is removed.
apart=private
unshare --mount --propagation private true 2>/dev/null || apart=unchanged  # a root within a root has no mount of its own to set apart
env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
  unshare --mount --propagation $apart bash -c 'mount -t proc proc "$1/proc" && exec chroot "$1" bash -c "$2"' bare "$bare" "$1"
