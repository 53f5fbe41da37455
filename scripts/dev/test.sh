#!/usr/bin/env bash
# `make test`: lint, types and all tests, without a display.
set -euo pipefail
cd "$(dirname "$0")/../.."
bash scripts/dev/setup_browser.sh
export QT_QPA_PLATFORM=offscreen
.venv/bin/ruff check .
.venv/bin/ruff format --check .
.venv/bin/mypy
exec .venv/bin/pytest -n 2 --dist loadfile "$@"
