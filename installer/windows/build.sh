#!/usr/bin/env bash
# Builds the Windows set-up and the portable zip on Debian or Ubuntu, in dist/. Options: --fast (zlib), --out FOLDER.
set -euo pipefail
cd "$(dirname "$0")/../.."

source installer/packages.sh
need_packages nsis gcc-mingw-w64-x86-64 binutils-mingw-w64-x86-64 osslsigncode

bash scripts/dev/setup.sh # system libraries and uv; Qt draws the icon
uv=$(command -v uv || echo "$PWD/.uv/bin/uv")
export UV_PROJECT_ENVIRONMENT="$PWD/build/tools"
"$uv" sync --locked --quiet --python 3.11 --no-default-groups --group build
exec "$UV_PROJECT_ENVIRONMENT/bin/python" -m installer.windows.build --uv "$uv" "$@"
