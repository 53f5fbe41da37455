#!/usr/bin/env bash
# Builds the installer of the last commit twice, in clones with different paths, time zones, languages and file
# permissions, and compares all files and the finished downloads byte by byte.
#   bash installer/reproduce.sh windows | linux [--against FOLDER] [OPTIONS OF build.sh]
# --against: compare with downloads of the same commit, instead of building a first time.
set -euo pipefail
cd "$(dirname "$0")/.."
system=${1:?windows or linux}
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
first="$work/first-out"
if [[ ${1:-} == --against ]]; then
  first=$(realpath "$2")
  shift 2
else
  git clone --quiet --no-hardlinks . "$work/first"
  bash "$work/first/installer/$system/build.sh" --out "$first" "$@"
  rm -rf "$work/first"
fi
second="$work/second-out"
clone="$work/another folder with a longer name"
(
  umask 077
  export TZ=Pacific/Auckland LC_ALL=C
  git clone --quiet --no-hardlinks . "$clone"
  bash "$clone/installer/$system/build.sh" --out "$second" "$@"
)
diff "$first/$system-files.sha256" "$second/$system-files.sha256" | head -n 40 \
  || true # the sums below decide
diff "$first/SHA256SUMS-$system" "$second/SHA256SUMS-$system"
cd "$second"
sha256sum --check --quiet "SHA256SUMS-$system"
echo "$(wc -l <"$system-files.sha256") files and the downloads have the same bytes in both builds"
