#!/usr/bin/env bash
# Signs every binary of an app by itself, the innermost first: `codesign --deep` misses nested code. Without
# SIGNMIRROR_SIGN_IDENTITY the signature is ad hoc, which Apple silicon needs to run the app at all.
#   bash installer/macos/sign.sh SignMirror.app
set -euo pipefail
app=$1
here=$(cd "$(dirname "$0")" && pwd)
identity=${SIGNMIRROR_SIGN_IDENTITY:--}
options=(--force --sign "$identity" --options runtime --entitlements "$here/entitlements.plist")
if [[ $identity == - ]]; then
  echo "Signed ad hoc: SIGNMIRROR_SIGN_IDENTITY names no certificate. Gatekeeper will warn; see docs/install.md."
else
  options+=(--timestamp)
fi
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 | while IFS= read -r -d '' file; do
  codesign "${options[@]}" "$file"
done
find "$app/Contents" -depth -type d -name '*.framework' -print0 | while IFS= read -r -d '' framework; do
  codesign "${options[@]}" "$framework"
done
codesign "${options[@]}" "$app"
codesign --verify --strict --verbose=1 "$app"
