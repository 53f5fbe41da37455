"""One set of checks: `make test`, `make lint`, the pre-commit hooks and the workflow run the same commands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")


def document(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def commands(lines: list[str], runner: str) -> list[str]:
    """What follows the runner (`.venv/bin/`, `uv run --locked `), without pytest."""
    found = [line.strip().removeprefix(runner) for line in lines if line.strip().startswith(runner)]
    return [command for command in found if command.startswith(("ruff", "mypy", "lint-imports"))]


def in_make_test() -> list[str]:
    found = commands((ROOT / "scripts/dev/test.sh").read_text("utf-8").splitlines(), ".venv/bin/")
    assert found
    return found


def steps() -> list[dict[str, Any]]:
    jobs = document(".github/workflows/tests.yml")["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def without_tests() -> list[str]:
    """The checks of a run without tests, so with the rules for imports (tests/test_import_rules.py)."""
    *ruff, mypy = in_make_test()
    return [*ruff, "lint-imports", mypy]


def test_make_lint_runs_the_checks_of_make_test():
    assert commands((ROOT / "Makefile").read_text("utf-8").splitlines(), ".venv/bin/") == without_tests()


def test_hooks_are_local_and_run_the_checks_of_make_test():
    (local,) = document(".pre-commit-config.yaml")["repos"]
    assert local["repo"] == "local"
    assert commands([hook["entry"] for hook in local["hooks"]], ".venv/bin/") == without_tests()


def test_the_workflow_runs_the_same_checks():
    lines = [line for step in steps() for line in step.get("run", "").splitlines()]
    assert {"make run", "make test"} <= set(lines)
    assert commands(lines, "uv run --locked ") == in_make_test()


def test_actions_are_pinned_and_may_only_read():
    used = [step["uses"] for step in steps() if "uses" in step]
    assert used
    assert [action for action in used if not PINNED.fullmatch(action)] == []
    assert document(".github/workflows/tests.yml")["permissions"] == {"contents": "read"}
