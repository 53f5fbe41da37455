#!/bin/sh
# Adds SignMirror to the applications menu of this user, or removes it again: ./menu.sh [--remove]
set -eu
folder=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/signmirror.desktop
types=$data/mime/packages/signmirror-mime.xml

# A command is quoted twice in a desktop entry, as an argument and as a string, and % starts a field code.
as_argument() { printf '%s' "$1" | sed -e 's/["`$\\]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g'; }
as_string() { printf '%s' "$1" | sed -e 's/\\/\\\\/g'; }
as_replacement() { sed -e 's/[\\&|]/\\&/g'; }

if [ "${1:-}" = "--remove" ]; then
  rm -f "$entry" "$types"
else
  mkdir -p "$data/applications" "$data/mime/packages"
  sed -e "/^Exec=/s|@FOLDER@|$(as_argument "$folder" | as_replacement)|" \
    -e "/^Icon=/s|@FOLDER@|$(as_string "$folder" | as_replacement)|" "$folder/signmirror.desktop" >"$entry"
  cp "$folder/signmirror-mime.xml" "$types"
fi
if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$data/mime" || true; fi
if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database "$data/applications" || true
fi
