#!/usr/bin/env bash
# Starts the built Linux folder in a bare Debian (or another release) without Python, as root, without a network.
#   bash installer/linux/test.sh [ARCHIVE] [--suite bookworm] [--mirror URL]
set -euo pipefail
cd "$(dirname "$0")/../.."
archive="" suite=bookworm mirror=()
while (($#)); do
  case $1 in
    --suite) suite=$2; shift 2 ;;
    --mirror) mirror=("$2"); shift 2 ;;
    *) archive=$1; shift ;;
  esac
done
archive=${archive:-$(ls -t dist/SignMirror-*-linux-x86_64.tar.gz | head -n 1)}
[[ $(id -u) == 0 ]] || { echo "A chroot needs root." >&2; exit 2; }
source installer/packages.sh
need_packages debootstrap
bash scripts/dev/setup.sh
work=$(mktemp -d)
trap 'umount "$work/chroot/proc" 2>/dev/null || true; rm -rf --one-file-system "$work"' EXIT
debootstrap --variant=minbase "$suite" "$work/chroot" "${mirror[@]}" >"$work/debootstrap.log" 2>&1 \
  || { tail -n 5 "$work/debootstrap.log" >&2; exit 2; }
mount -t proc proc "$work/chroot/proc" 2>/dev/null || true
home="/home/Ɛsi Ɔpoku"
mkdir -p "$work/chroot$home"
tar -xzf "$archive" -C "$work/chroot$home"
.venv/bin/python -m installer.drawn_film "$work/chroot$home/film.mp4"
cp assets/samples/sample.npz assets/samples/letters.npz "$work/chroot$home/"

inside() {
  unshare --net chroot "$work/chroot" /usr/bin/env -i "HOME=$home" PATH=/usr/bin:/bin LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen \
    "$home/SignMirror/signmirror" "$@"
}
failures=0
check() {
  local name=$1
  shift
  if "$@" >"$work/out" 2>&1; then echo "ok      $name"; else
    echo "FAILED  $name: $(tail -n 3 "$work/out")"
    failures=$((failures + 1))
  fi
}
same() {
  local clip=$1
  shift
  inside "$@" "$home/$clip" --json >"$work/found.json" &&
    .venv/bin/signmirror "$@" "$work/chroot$home/$clip" --json >"$work/expected.json" &&
    .venv/bin/python -m installer.compare "$work/found.json" "$work/expected.json"
}
check "there is no Python in the chroot" test ! -e "$work/chroot/usr/bin/python3"
check "answers version" inside --version
check "answers doctor" inside doctor
check "lists packs" inside pack list
check "recognises like this environment" same sample.npz recognize
check "reads letters like this environment" same letters.npz letters
check "recognises films" inside recognize "$home/film.mp4" --json
check "runs the demo" inside app --headless-demo "$home/demo.png"
check "wrote the picture" test -s "$work/chroot$home/demo.png"
check "adds itself to the menu" chroot "$work/chroot" /usr/bin/env -i "HOME=$home" PATH=/usr/bin:/bin \
  /bin/sh "$home/SignMirror/menu.sh"
check "the menu entry names the folder" grep -q "Exec=\"$home/SignMirror/signmirror\"" \
  "$work/chroot$home/.local/share/applications/signmirror.desktop"
echo "$failures failures"
exit $((failures > 0))
