#!/usr/bin/env bash
# Builds what is missing and writes every panel as a picture: {light, dark} x {en, zh_CN} x {1x, 2x}.
#   tests/shots.sh [OUTDIR] [PART OF A PANEL'S NAME]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../app/setup.sh"

out=${1:-$root/build/shots}
install_missing $build_packages
build release shots
for scale in 1 2; do
  QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=$scale "$root/build/release/tests/shots" "$out" "${2:-}"
done
