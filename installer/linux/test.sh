#!/usr/bin/env bash
# Uses the built Linux folder in a bare Debian (or another release) without Python and without a network, as a user who
# must not write to it. Needs root, for the chroot.
#   bash installer/linux/test.sh [ARCHIVE] [--suite bookworm | trixie | noble ...] [--mirror URL]
# shellcheck disable=SC2012,SC2317
set -euo pipefail
cd "$(dirname "$0")/../.."
archive="" suite=bookworm mirror="" script=()
while (($#)); do
  case $1 in
    --suite) suite=$2; shift 2 ;;
    --mirror) mirror=$2; shift 2 ;;
    *) archive=$1; shift ;;
  esac
done
archive=${archive:-$(ls -t dist/SignMirror-*-linux-x86_64.tar.gz | head -n 1)}
[[ $(id -u) == 0 ]] || { echo "A chroot needs root." >&2; exit 2; }
source installer/packages.sh
need_packages debootstrap strace xvfb iproute2
bash scripts/dev/setup.sh
work=$(mktemp -d)
chroot="$work/chroot"
leave() {
  kill "${xvfb:-}" 2>/dev/null || true
  umount "$chroot/proc" "$chroot/tmp/.X11-unix" 2>/dev/null || true
  rm -rf --one-file-system "$work"
}
trap leave EXIT
scripts=/usr/share/debootstrap/scripts
if [[ ! -e $scripts/$suite ]]; then # a release of Ubuntu that this debootstrap is too old for; all have one script
  script=(gutsy)
  mirror=${mirror:-$(awk '/default_mirror .*archive/ { print $2; exit }' $scripts/gutsy)}
fi
debootstrap --variant=minbase "$suite" "$chroot" ${mirror:+"$mirror"} "${script[@]}" >"$work/debootstrap.log" 2>&1 \
  || { tail -n 5 "$work/debootstrap.log" >&2; exit 2; }
mount -t proc proc "$chroot/proc" 2>/dev/null || true
exec 3< <(Xvfb -ac -displayfd 1 -screen 0 1280x900x24 2>/dev/null)
xvfb=$!
read -r display <&3
# The folder of the display's socket is part of X11. The abstract socket is out of reach without a network.
mkdir -p "$chroot/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$chroot/tmp/.X11-unix"

home="/home/Ɛsi Ɔpoku"
program="$home/SignMirror/signmirror"
mkdir -p "$chroot$home/hostile"
tar -xzf "$archive" --no-same-owner -C "$chroot$home" # as root: the user may read it only
.venv/bin/python -m installer.drawn_film "$chroot$home/film.mp4"
.venv/bin/python -m installer.unknown_model "$chroot$home/unknown.onnx"
cp assets/samples/sample.npz assets/samples/letters.npz "$chroot$home/"
echo "raise SystemExit('a foreign module was imported')" | tee "$chroot$home/hostile/"{json,os,sitecustomize}.py >/dev/null
chown 1000:1000 "$chroot$home"
touch "$work/began"
sleep 1

trace=() enter=(chroot --userspec=1000:1000 "$chroot" /usr/bin/env -i)
variables=("HOME=$home" PATH=/usr/bin:/bin LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen)
# with VARIABLE=VALUE... -- ARGUMENTS: the program in the chroot, with these variables too.
with() {
  local more=()
  while [[ $1 != -- ]]; do
    more+=("$1")
    shift
  done
  "${trace[@]}" unshare --net "${enter[@]}" "${variables[@]}" "${more[@]}" "$program" "${@:2}"
}
inside() { with -- "$@"; }
on_display() { with "DISPLAY=:$display" QT_QPA_PLATFORM=xcb -- "$@"; }
hostile() {
  local folder="$home/hostile"
  with "PYTHONHOME=$folder" "PYTHONPATH=$folder" "PYTHONSTARTUP=$folder/os.py" "QT_PLUGIN_PATH=$folder" PYTHONUTF8=0 -- "$@"
}
failures=0
check() {
  local name=$1
  shift
  if "$@" >"$work/out" 2>&1; then echo "ok      $name: $(tail -n 1 "$work/out" | cut -c 1-120)"; else
    echo "FAILED  $name: $(tail -n 3 "$work/out")"
    failures=$((failures + 1))
  fi
}
same() {
  local clip=$1
  shift
  inside "$@" "$home/$clip" --json >"$work/found.json" &&
    .venv/bin/signmirror "$@" "$chroot$home/$clip" --json >"$work/expected.json" &&
    .venv/bin/python -m installer.compare "$work/found.json" "$work/expected.json"
}
no_sockets() {
  local trace=(bash installer/linux/sockets.sh)
  "$@"
}
serves() {
  unshare --net bash -c 'ip link set lo up; exec "$@"' _ .venv/bin/python -m installer.linux.serve_check \
    "${enter[@]}" "${variables[@]}" SIGNMIRROR_API_TOKEN=0123456789abcdef-test "$program"
}
nothing_elsewhere() {
  find "$chroot" -xdev -newer "$work/began" -type f ! -path "$chroot$home/.*/SignMirror/*" ! -name demo.png ! -name window.png \
    ! -path "$chroot$home/.local/share/applications/*" ! -path "$chroot$home/.local/share/mime/*" | grep . && return 1
  echo "new files in the user's folders alone"
}
check "there is no Python in the chroot" test ! -e "$chroot/usr/bin/python3"
check "answers version" inside --version
check "answers doctor" inside doctor
check "lists packs" inside pack list
check "recognises like this environment" same sample.npz recognize
check "reads letters like this environment" same letters.npz letters
check "recognises films like this environment" same film.mp4 recognize
check "tries a model that nobody knows" inside inspect "$home/unknown.onnx"
check "ignores variables of Python and Qt" hostile pack list
check "answers in a locale without letters" with LC_ALL=C -- recognize "$home/sample.npz"
check "runs the demo without a socket" no_sockets inside app --headless-demo "$home/demo.png"
check "wrote the picture" test -s "$chroot$home/demo.png"
check "shows a window without a socket to a network" no_sockets on_display app --source "$home/sample.npz" \
  --screenshot "$home/window.png" --after 6
check "wrote the picture of the window" test -s "$chroot$home/window.png"
check "serves" serves
check "adds itself to the menu" "${enter[@]}" "HOME=$home" PATH=/usr/bin:/bin /bin/sh "$home/SignMirror/menu.sh"
check "the menu entry names the folder" grep -F "Exec=\"$program\"" \
  "$chroot$home/.local/share/applications/signmirror.desktop"
check "writes to the user's folders alone" nothing_elsewhere
mkdir -p build/linux
cp "$chroot$home/window.png" build/linux/window.png 2>/dev/null || true
echo "$failures failures"
exit $((failures > 0))
