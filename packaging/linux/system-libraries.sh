#!/bin/sh
# Sees that the libraries Qt loads are on this machine; installs them where it may, else says the command.
# usage: system-libraries.sh offscreen|window
set -eu
[ "$(uname -s)" = Linux ] || exit 0
PATH="$PATH:/sbin:/usr/sbin"

# one "shared object, Debian package" a line
offscreen='libGL.so.1 libgl1
libEGL.so.1 libegl1
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libglib-2.0.so.0 libglib2.0-0'
window='libxcb-cursor.so.0 libxcb-cursor0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libX11-xcb.so.1 libx11-xcb1
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-render.so.0 libxcb-render0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xinerama.so.0 libxcb-xinerama0
libxcb-xkb.so.1 libxcb-xkb1'

wanted=$offscreen
[ "${1:-offscreen}" = window ] && wanted="$offscreen
$window"
known=$(ldconfig -p 2>/dev/null || true)
missing=$(printf '%s\n' "$wanted" | while read -r library package; do
  case "$known" in *"$library "*) ;; *) printf '%s ' "$package" ;; esac
done)
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing the libraries Qt needs: $missing"
  # shellcheck disable=SC2086
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing; } >/dev/null
  exit 0
fi
echo "Qt needs libraries this machine does not have yet. Please run this, then try again:" >&2
echo "  sudo apt-get install $missing" >&2
exit 1
