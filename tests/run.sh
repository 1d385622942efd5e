#!/usr/bin/env bash
# Installs what is missing, builds, and runs the tests offscreen.
#   tests/run.sh            the quick tests
#   tests/run.sh --all      the slow ones too
#   tests/run.sh --asan     the quick tests with address and undefined-behavior sanitizers
#   tests/run.sh --tsan     the engine's tests with the thread sanitizer (clang-14, libomp, Archer)
#   tests/run.sh --package  builds the Debian package, installs, uses and removes it on a bare Debian 12 (package.sh)
# What follows goes to ctest, e.g. tests/run.sh -R diagram
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../app/setup.sh"

flavour=release
labels=(-L quick)
case ${1:-} in
  --package) shift && exec "$root/tests/package.sh" "$@" ;;
  --all) labels=(); shift ;;
  --asan) flavour=asan; shift ;;
  --tsan) flavour=tsan; shift ;;
esac

install_missing $build_packages xvfb xauth xdotool binutils desktop-file-utils shared-mime-info appstream libxml2-utils man-db
export QT_QPA_PLATFORM=offscreen
if [ $flavour = tsan ]; then
  install_missing clang-14 libomp-14-dev libclang-rt-14-dev
  # libgomp gives false races; libomp with Archer tells the sanitizer of OpenMP's own order.
  export OMP_TOOL_LIBRARIES=/usr/lib/llvm-14/lib/libarcher.so TSAN_OPTIONS="ignore_noninstrumented_modules=1 halt_on_error=1"
fi
[ $flavour = asan ] && export ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1

build $flavour all
cd "$root/build/$flavour"
ctest --no-tests=error --output-on-failure -j "$(nproc)" --timeout 1200 "${labels[@]}" "$@"
cat tests/left_out.txt
