#!/usr/bin/env bash
# Runs on a bare Debian 12, as root, beside glassbox.deb and a project: installs, looks, opens the project as a desktop does, removes.
# Started by tests/package.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DEBIAN_FRONTEND=noninteractive HOME=/tmp/package/home LC_ALL=C.UTF-8
mkdir -p "$HOME"

say() { printf '  %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
quietly() { "$@" >log 2>&1 || { tail -n 20 log >&2; fail "$*"; }; }
# What there is under /usr and /etc; caches that other packages' triggers write anew are left out, and so is what Python compiles.
listing() { find /usr /etc ! -path '*/__pycache__*' | sort; }
remove() {
  dpkg -P glassbox >/dev/null
  listing >after
  diff before after >left || fail "removed, but not clean: $(head -n 5 left)"
  ! grep -rlIis glassbox /usr/share/applications /usr/share/mime /usr/share/icons >left || fail "removed, but named in: $(cat left)"
}

quietly apt-get update -qq
quietly apt-get satisfy -y -qq --no-install-recommends "$(dpkg-deb -f glassbox.deb Depends)"
listing >before
quietly apt-get install -y -qq --no-install-recommends ./glassbox.deb
say "installed with $(dpkg-query -W -f '${Depends}' glassbox | tr ',' '\n' | wc -l) dependencies"
for program in /usr/bin/glassbox /usr/bin/glassbox-cli /usr/lib/x86_64-linux-gnu/qt6/plugins/platforms/libqxcb.so; do
  ! ldd "$program" | grep 'not found' || fail "$program lacks libraries"
done
glassbox-cli lessons list >lessons
[ "$(wc -l <lessons)" -ge 10 ] || fail "glassbox-cli does not find the lessons"
glassbox-cli lessons show xor >/dev/null || fail "glassbox-cli does not show a lesson"
glassbox-cli templates xor | GLASSBOX_KERNELS=v2 glassbox-cli train - --epochs 20 --json | tail -n 1 | grep -q '"done":true' || fail "glassbox-cli does not train"
say "glassbox-cli finds its lessons and trains"
remove
for font in latinmodern-math.otf DejaVuSans.ttf NotoSansCJK-Regular.ttc; do
  find /usr/share -name "$font" | grep -q . || fail "the package brings no $font"
done

# Again, on a machine with a display and a desktop's tools: these must not have brought what the first round needed.
quietly apt-get install -y -qq --no-install-recommends xvfb xauth xdotool x11-utils xdg-utils libglib2.0-bin desktop-file-utils dbus qemu-user
listing >before
quietly dpkg -i glassbox.deb
type_of() { gio info -a standard::content-type "$1" | sed -n 's/.*content-type: //p'; }
[ "$(type_of "my xor.glassbox")" = application/x-glassbox ] || fail "a project is taken for $(type_of "my xor.glassbox")"
cp "my xor.glassbox" nameless
[ "$(type_of nameless)" = application/x-glassbox ] || fail "a project without its suffix is taken for $(type_of nameless)"
[ "$(xdg-mime query default application/x-glassbox)" = org.glassbox.Glassbox.desktop ] || fail "nothing opens the project's type"
say "the file type is known and belongs to the lab"

for program in glassbox glassbox-cli; do
  status=0
  QT_QPA_PLATFORM=offscreen qemu-x86_64 -cpu core2duo /usr/bin/$program 2>said || status=$?
  { [ $status = 1 ] && grep -q SSE4.2 said; } || fail "$program on a processor of 2006: $(tail -n 1 said)"
done
glassbox-cli templates xor | qemu-x86_64 -cpu Nehalem /usr/bin/glassbox-cli train - --steps 5 --json | grep -q '"fingerprint":"v2-' || fail "glassbox-cli does not train on a processor of 2008"
say "a processor of 2008 trains, an older one gets a sentence"

cat >open.sh <<'OPEN'
set -euo pipefail
gio open "$PWD/my xor.glassbox"
for try in $(seq 240); do
  window=$(xdotool search --onlyvisible --name 'my xor\.glassbox.*Glassbox' 2>/dev/null | head -n 1) && [ -n "$window" ] && break
  [ "$try" != 240 ] || { echo "no window names the project; there are:" >&2; xdotool search --onlyvisible --name . getwindowname %@ >&2; exit 1; }
  sleep 0.5
done
xdotool getwindowname "$window"
class=$(sed -n 's/^StartupWMClass=//p' /usr/share/applications/org.glassbox.Glassbox.desktop)
xprop -id "$window" WM_CLASS | grep -qF "\"$class\"" || { echo "the window's class is not what the desktop entry says" >&2; exit 1; }
process=$(xdotool getwindowpid "$window")
[ "$(readlink "/proc/$process/exe")" = /usr/bin/glassbox ] || { echo "another program opened it" >&2; exit 1; }
kill "$process"
OPEN
# A display's number is the machine's, even in a root of its own: one that nobody else takes.
quietly dbus-run-session -- xvfb-run -a -n $((200 + $$ % 50000)) -s "-screen 0 1280x800x24" bash open.sh
say "gio open: a window \"$(tail -n 1 log)\""

remove
say "removed, and nothing is left"
