#!/usr/bin/env bash
# Builds the Windows set-up and the portable zip on Debian or Ubuntu, in dist/. Options: --fast (zlib), --out FOLDER.
set -euo pipefail
cd "$(dirname "$0")/../.."

packages=(nsis gcc-mingw-w64-x86-64 binutils-mingw-w64-x86-64 osslsigncode)
missing=()
for package in "${packages[@]}"; do
  [[ $(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true) == *"install ok installed"* ]] || missing+=("$package")
done
if ((${#missing[@]})); then
  if [[ $(id -u) != 0 ]]; then
    echo "Please run this once, then try again:  sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
    exit 2
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

bash scripts/dev/setup.sh # system libraries and uv; Qt draws the icon
uv=$(command -v uv || echo "$PWD/.uv/bin/uv")
export UV_PROJECT_ENVIRONMENT="$PWD/build/tools"
"$uv" sync --locked --quiet --python 3.11 --no-default-groups --group build
exec "$UV_PROJECT_ENVIRONMENT/bin/python" -m installer.windows.build --uv "$uv" "$@"
