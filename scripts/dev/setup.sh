#!/usr/bin/env bash
# Brings a Debian or Ubuntu machine with Python 3.11 or 3.12 to the point where SignMirror runs: system libraries, uv,
# and the locked Python packages in .venv. Does nothing that is already done.
set -euo pipefail
cd "$(dirname "$0")/../.."

# Qt (also offscreen) and MediaPipe load these; git and make are there already when you read this.
packages=(python3-venv libegl1 libgl1 libglib2.0-0 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1
  libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libpulse0)

missing=()
if command -v dpkg-query >/dev/null 2>&1; then
  for package in "${packages[@]}"; do
    state=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
    # Newer releases renamed some libraries; the old name is then provided by the new package.
    [[ $state == *"install ok installed"* ]] && continue
    dpkg-query -W -f='${Provides} ${Status}\n' 2>/dev/null | grep -E "(^|[ ,])$package( |,|$).*install ok installed" >/dev/null && continue
    missing+=("$package")
  done
fi
if ((${#missing[@]})); then
  install="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
  if [[ $(id -u) == 0 ]]; then
    echo "Installing system libraries: ${missing[*]}" >&2
    (export DEBIAN_FRONTEND=noninteractive; bash -c "$install") >&2
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    echo "Installing system libraries: ${missing[*]}" >&2
    sudo bash -c "export DEBIAN_FRONTEND=noninteractive; $install" >&2
  else
    echo "SignMirror needs system libraries that are not installed. Please run this once, then try again:" >&2
    echo "  sudo bash -c '$install'" >&2
    exit 2
  fi
fi

# uv: the one on the PATH, or one of our own in .uv.
if command -v uv >/dev/null 2>&1; then
  uv=uv
else
  if [[ ! -x .uv/bin/uv ]]; then
    python=$(command -v python3.11 || command -v python3.12 || command -v python3)
    "$python" -m venv .uv
    .uv/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.8"
  fi
  uv=.uv/bin/uv
fi

# --inexact keeps what a developer added by hand (torch, for training).
"$uv" sync --locked --inexact --quiet
