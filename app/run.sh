#!/usr/bin/env bash
# Installs what is missing, builds, and opens the lab.
#   app/run.sh [FILE.glassbox]     app/run.sh --setup   installs and builds only     app/run.sh --package   makes the Debian package
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

if [ "${1:-}" = --package ]; then
  install_missing $build_packages $package_packages
  build release package_deb
  say "The package is $(ls -t "$root"/build/release/glassbox_*.deb | head -n 1)"
  exit 0
fi

install_missing $build_packages
build release all

[ "${1:-}" = --setup ] && exit 0
lab="$root/build/release/app/glassbox"
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  cli="$root/build/release/app/glassbox-cli"
  say "There is no display here, so the window cannot open. The command line works: XOR, trained for 20 epochs:"
  "$cli" templates xor | "$cli" train - --epochs 20
  exit 0
fi
exec "$lab" "$@"
