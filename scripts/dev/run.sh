#!/usr/bin/env bash
# `make run`: the window where there is a display; otherwise the built-in sample through the whole pipeline,
# offscreen, with the answers as a table and a picture of the window.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]]; then
  exec .venv/bin/signmirror app
fi
QT_QPA_PLATFORM=offscreen exec .venv/bin/signmirror app --headless-demo signmirror-demo.png
