#!/usr/bin/env bash
# Installs the Windows set-up under Wine, below a user's name that no code page has, and tries what people do with it.
#   bash installer/windows/wine/test.sh [SETUP] [--video FILE]
# Without --video a drawn film without a person is used. Without root or `unshare` the network stays reachable.
set -euo pipefail
cd "$(dirname "$0")/../../.."

source installer/packages.sh
need_packages wine64 xvfb gcc-mingw-w64-x86-64

setup=""
if [[ $# -gt 0 && $1 != --* ]]; then
  setup=$1
  shift
fi
# shellcheck disable=SC2012
setup=${setup:-$(ls -t dist/SignMirror-*-windows-setup.exe | head -n 1)}
portable=()
[[ -f ${setup/-setup.exe/-portable.zip} ]] && portable=(--portable "${setup/-setup.exe/-portable.zip}")
work=$(mktemp -d)
trap 'kill "${xvfb:-}" 2>/dev/null || true; rm -rf "$work"' EXIT

bash scripts/dev/setup.sh
for stub in icuuc bcryptprimitives; do
  libraries=(-lkernel32 -ladvapi32)
  x86_64-w64-mingw32-gcc -shared -nostdlib -o "$work/$stub.dll" "installer/windows/wine/${stub}_stub.c" "${libraries[@]}"
done
.venv/bin/python -m installer.drawn_film "$work/drawn.mp4"
mkdir -p build/windows

exec 3< <(Xvfb -displayfd 1 -screen 0 1280x900x24 2>/dev/null)
xvfb=$!
read -r number <&3
export DISPLAY=":$number"
isolate=()
if unshare --net true 2>/dev/null; then
  isolate=(unshare --net bash -c 'ip link set lo up 2>/dev/null || true; exec "$@"' _)
fi
"${isolate[@]}" .venv/bin/python -m installer.windows.wine.check "$setup" --linux "$PWD/.venv/bin/signmirror" \
  "${portable[@]}" --video "$work/drawn.mp4" --prefix "$work/prefix" --stub "$work/icuuc.dll" --stub "$work/bcryptprimitives.dll" "$@"
