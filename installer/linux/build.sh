#!/usr/bin/env bash
# Builds the Linux folder and SignMirror-VERSION-linux-x86_64.tar.gz in dist/. Option: --out FOLDER.
set -euo pipefail
cd "$(dirname "$0")/../.."
bash scripts/dev/setup.sh
for package in binutils libopengl0; do # PyInstaller's tools, and what a bare system lacks
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" && continue
  [[ $(id -u) == 0 ]] || { echo "Please run this once:  sudo apt-get install -y $package" >&2; exit 2; }
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null
done
uv=$(command -v uv || echo "$PWD/.uv/bin/uv")
export UV_PROJECT_ENVIRONMENT="$PWD/build/linux-environment"
"$uv" sync --locked --quiet --python 3.11 --no-default-groups --group build --extra api
exec "$UV_PROJECT_ENVIRONMENT/bin/python" -m installer.linux.build "$@"
