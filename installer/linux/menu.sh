#!/bin/sh
# Adds SignMirror to the applications menu of this user, or removes it again: ./menu.sh [--remove]
set -eu
folder=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/signmirror.desktop
types=$data/mime/packages/signmirror-mime.xml
if [ "${1:-}" = "--remove" ]; then
  rm -f "$entry" "$types"
else
  mkdir -p "$data/applications" "$data/mime/packages"
  sed "s|@FOLDER@|$(printf '%s' "$folder" | sed 's/[\\&|]/\\&/g')|" "$folder/signmirror.desktop" >"$entry"
  cp "$folder/signmirror-mime.xml" "$types"
fi
command -v update-mime-database >/dev/null 2>&1 && update-mime-database "$data/mime" || true
command -v update-desktop-database >/dev/null 2>&1 && update-desktop-database "$data/applications" || true
