# Sourced by app/run.sh and tests/run.sh: installs what is missing on Debian and builds a flavour. Says what and why.
# Sets: root. Functions: install_missing PACKAGE..., build FLAVOUR TARGET...

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

build_packages="g++ cmake ninja-build ccache qt6-base-dev qt6-svg-dev libqt6svg6 qt6-l10n-tools qt6-tools-dev qt6-tools-dev-tools qt6-translations-l10n
  libqcustomplot-dev libqcustomplot2.1-qt6 libeigen3-dev nlohmann-json3-dev zlib1g-dev libgl-dev fonts-lmodern fonts-noto-cjk fonts-dejavu-core"

# What the Debian package is made with: it lists the libraries that the programs need.
package_packages="dpkg-dev file"

say() { printf '%s\n' "$*" >&2; }

# Installs those of the named packages that are not there yet; needs root or sudo only when something is missing.
install_missing() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if ! command -v apt-get >/dev/null; then
    say "Glassbox needs these packages, and this system has no apt-get to install them: ${missing[*]}"
    return 1
  fi
  local as=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "Glassbox needs to install ${#missing[@]} packages, which takes root. As root run: apt-get install ${missing[*]}"
      return 1
    fi
    as=(sudo)
    say "sudo may ask for your password: it is used for apt-get alone."
  fi
  say "Installing what Glassbox is built with: ${missing[*]}"
  local log
  log=$(mktemp)
  if ! { "${as[@]}" apt-get update -qq && "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    say "apt-get could not install the packages (see above). Is there a network, and are Debian's package sources set?"
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

# Configures (once) and builds; ninja shows the progress.
build() {
  local flavour=$1
  shift
  local folder="$root/build/$flavour" compiler=()
  case $flavour in tsan | fuzz) compiler=(-DCMAKE_CXX_COMPILER=clang++-14 -DGLASSBOX_GUI=OFF) ;; esac
  if [ ! -f "$folder/build.ninja" ]; then
    say "Configuring ($flavour)"
    cmake -S "$root" -B "$folder" -G Ninja -DGLASSBOX_FLAVOUR="$flavour" "${compiler[@]}" >"$root/build.log" 2>&1 || {
      cat "$root/build.log" >&2
      rm -f "$root/build.log"
      return 1
    }
    rm -f "$root/build.log"
  fi
  say "Building ($flavour): the first time takes some minutes"
  cmake --build "$folder" --target "$@"
}
