#!/usr/bin/env bash
# Builds the Linux folder and SignMirror-VERSION-linux-x86_64.tar.gz in dist/. Option: --out FOLDER.
set -euo pipefail
cd "$(dirname "$0")/../.."
bash scripts/dev/setup.sh
source installer/packages.sh
need_packages binutils libopengl0 # PyInstaller's tools, and what a bare system lacks
uv=$(command -v uv || echo "$PWD/.uv/bin/uv")
export UV_PROJECT_ENVIRONMENT="$PWD/build/linux-environment"
"$uv" sync --locked --quiet --python 3.11 --no-default-groups --group build --extra api
if [[ $(readlink -f "$UV_PROJECT_ENVIRONMENT/bin/python") == /usr/bin/* ]]; then
  need_packages libpython3.11 # Debian's own Python is built without the library that PyInstaller packs
fi
exec "$UV_PROJECT_ENVIRONMENT/bin/python" -m installer.linux.build "$@"
