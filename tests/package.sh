#!/usr/bin/env bash
# Builds the Debian package and sees it installed, used and removed on a bare Debian 12.
#   tests/package.sh                     in a root of its own (debootstrap; takes root)
#   tests/package.sh COMMAND [WORD ...]  in another: COMMAND gets one more word, a line of shell to be run there as root, and
#                                        passes standard input on; e.g. docker run -i --rm debian:12 bash -c
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../app/setup.sh"

"$root/app/run.sh" --package
install_missing lintian
package=$(ls -t "$root"/build/release/glassbox_*.deb | head -n 1)
lintian --allow-root --fail-on error,warning "$package"

[ $# -gt 0 ] || set -- "$root/tests/package/bare_root.sh"
send=$(mktemp -d)
trap 'rm -rf "$send"' EXIT
cp "$package" "$send/glassbox.deb"
cp "$root/tests/package/check.sh" "$send/"
"$root/build/release/app/glassbox-cli" templates xor >"$send/my xor.glassbox"
tar -C "$send" -cf - . | "$@" 'mkdir -p /tmp/package && tar -C /tmp/package -xf - && exec bash /tmp/package/check.sh </dev/null'
