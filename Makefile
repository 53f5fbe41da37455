# Two commands for newcomers: `make run` and `make test`. On Windows and macOS see README.md.
.PHONY: run test setup lint check bench clean

run: setup
	@bash scripts/dev/run.sh

test: setup
	@bash scripts/dev/test.sh

setup:
	@bash scripts/dev/setup.sh

lint: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports
	.venv/bin/mypy

bench: setup
	.venv/bin/signmirror bench

clean:
	rm -rf .venv .uv .pytest_cache .mypy_cache .ruff_cache build dist
