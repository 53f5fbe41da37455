#!/usr/bin/env bash
# Runs a command under strace, and fails where it, or a process that it starts, opens a socket to a network. Local ones
# (AF_UNIX) are those of the display and the desktop; where they lead is printed.
#   bash installer/linux/sockets.sh COMMAND...
set -euo pipefail
command -v strace >/dev/null || { echo "This needs strace: sudo apt-get install -y strace" >&2; exit 2; }
trace=$(mktemp)
trap 'rm -f "$trace"' EXIT
status=0
strace -f -qq -e trace=%network -e signal=none -o "$trace" -- "$@" || status=$?
if grep -E '^[0-9]+ +socket(pair)?\(' "$trace" | grep -vE 'socket(pair)?\(AF_UNIX,'; then
  echo "a socket that is not local was opened" >&2
  exit 1
fi
echo "$(grep -cE '^[0-9]+ +socket\(AF_UNIX,' "$trace" || true) local sockets and no other;" \
  "connected to: $(grep -oE 'connect\([0-9]+, \{sa_family=AF_UNIX, sun_path=@?"[^"]*"' "$trace" | sed 's/.*sun_path=//' | sort -u | paste -sd ' ')"
exit "$status"
