#!/bin/sh
# Starts the API in a container, or (--healthy) asks whether it lives. Logs go to standard output.
set -eu

: "${PORT:=10000}"
export PORT
if [ "${1:-}" = "--healthy" ]; then
  exec python -c "import os, urllib.request as ask
ask.urlopen('http://127.0.0.1:' + os.environ['PORT'] + '/healthz', timeout=4)"
fi
if [ -z "${SIGNMIRROR_API_TOKEN:-}${SIGNMIRROR_API_TOKEN_FILE:-}" ]; then
  echo "Set SIGNMIRROR_API_TOKEN to a token of 16 characters or more: other computers can reach this container." >&2
  exit 2
fi
# The names under which clients may ask; the platform tells its own.
SIGNMIRROR_API_ALLOW_HOSTS="${SIGNMIRROR_API_ALLOW_HOSTS:-} ${RENDER_EXTERNAL_HOSTNAME:-}"
export SIGNMIRROR_API_ALLOW_HOSTS
# Behind a proxy all connections come from its address.
: "${SIGNMIRROR_API_PER_ADDRESS:=512}"
export SIGNMIRROR_API_PER_ADDRESS
# exec: signals reach the server itself.
exec signmirror serve --host 0.0.0.0 --log-requests
