#!/usr/bin/env bash
# Builds SignMirror.app and a .dmg in dist/, for the architecture of this Mac. Needs the Xcode command-line tools.
# With SIGNMIRROR_SIGN_IDENTITY (a Developer ID) it signs; with SIGNMIRROR_NOTARY_PROFILE (stored with
# `xcrun notarytool store-credentials`) it also notarises. Without them it says so and prints SHA-256 sums.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
work=$root/build/macos
mkdir -p "$work/notices" dist

architecture=$(uname -m)
export MACOSX_DEPLOYMENT_TARGET=15.0
export UV_PROJECT_ENVIRONMENT=$work/environment
uv sync --locked --quiet --python 3.11 --no-default-groups --group build --extra api
python=$UV_PROJECT_ENVIRONMENT/bin/python

# The OpenCV wheel for macOS carries an FFmpeg with GPL parts (x264, x265). Built without FFmpeg, OpenCV reads films
# with AVFoundation.
export ENABLE_CONTRIB=1
export CMAKE_ARGS="-DWITH_FFMPEG=OFF -DWITH_QT=OFF -DOPENCV_FFMPEG_SKIP_BUILD_CHECK=ON"
uv pip install --python "$python" --no-deps --reinstall-package opencv-contrib-python \
  --no-binary opencv-contrib-python "opencv-contrib-python==4.11.0.86"

# The wheel of dtaidistance for macOS links to /usr/local/lib/libomp.dylib, which no Mac has by itself.
version=$("$python" -c 'from importlib.metadata import version; print(version("dtaidistance"))')
uv pip install --python "$python" --no-deps --reinstall-package dtaidistance --no-binary dtaidistance \
  "--config-setting=--global-option=--noopenmp" "dtaidistance==$version"

# The MediaPipe wheel for arm64 has files of the other architecture that nothing loads.
"$python" -m installer.macos.strays --architecture "$architecture" --remove
"$python" -m installer.licences "$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')" \
  --skip-build-tools --out "$work/notices/THIRD_PARTY.txt"

"$python" -m installer.macos.icon "$work/SignMirror.icns"
export SIGNMIRROR_ROOT=$root SIGNMIRROR_NOTICES=$work/notices SIGNMIRROR_ICON=$work/SignMirror.icns
"$python" -m PyInstaller --noconfirm --log-level WARN --distpath "$work" --workpath "$work/pyinstaller" \
  installer/macos/signmirror.spec

app=$work/SignMirror.app
bash installer/macos/sign.sh "$app"
"$python" -m installer.macos.checks "$app" --architecture "$architecture"
QT_QPA_PLATFORM=offscreen "$app/Contents/MacOS/SignMirror" app --headless-demo "$work/demo.png"
test -s "$work/demo.png"

version=$("$python" -c 'from installer.product import read_product; print(read_product().version)')
image=dist/SignMirror-$version-macos-$architecture.dmg
rm -f "$image"
staging=$work/image
rm -rf "$staging"
mkdir -p "$staging"
cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
hdiutil create -volname SignMirror -srcfolder "$staging" -format ULFO "$image"
if [[ -n "${SIGNMIRROR_SIGN_IDENTITY:-}" ]]; then
  codesign --sign "$SIGNMIRROR_SIGN_IDENTITY" --timestamp "$image"
fi
if [[ -n "${SIGNMIRROR_NOTARY_PROFILE:-}" ]]; then
  xcrun notarytool submit "$image" --keychain-profile "$SIGNMIRROR_NOTARY_PROFILE" --wait
  xcrun stapler staple "$image"
else
  echo "Not notarised: SIGNMIRROR_NOTARY_PROFILE names no credentials."
fi
(cd dist && shasum -a 256 "$(basename "$image")" | tee "SHA256SUMS-macos-$architecture")
