"""What `signmirror doctor` says about the settings file, which it only looks at."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.cli.main import main
from desktop_app.engine.inspection.machine import machine_report, report_lines
from desktop_app.settings_file import SettingsStore, settings_report
from tests.helpers.system_limits import modes_hold, run_command


@pytest.fixture
def config(own_folders: Path) -> Path:
    path = paths.config_dir() / "config.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def said() -> str:
    return "\n".join(
        line for line in report_lines(machine_report(settings_report())) if line.startswith("settings")
    )


def test_no_settings_are_saved(config):
    assert "none saved, the defaults are used" in said()


def test_settings_that_are_read(config):
    config.write_text('[look]\ntheme = "dark"\n')
    assert said() == f"settings                 {config}: read"


def test_values_that_cannot_be_used_are_named(config):
    config.write_text('[look]\ntheme = "pink"\n')
    assert f"{config}: read\n" in said()
    assert "look.theme" in said()


@pytest.mark.parametrize(
    ("content", "state", "words"),
    [
        (b"\xff[", "cannot be read", "utf-8"),
        (b"[look", "cannot be read", "Expected ']'"),
        (b"schema_version = 99", "cannot be read", "version 99"),
        (b"look = 1\n", "read in part", "look must be a table"),
    ],
)
def test_a_damaged_file_is_named_and_left_where_it_is(config, content, state, words):
    config.write_bytes(content)
    assert state in said()
    assert words in said()
    assert [path.name for path in config.parent.iterdir()] == ["config.toml"]
    assert config.read_bytes() == content


def test_a_file_that_was_put_aside_is_named(config, capsys):
    config.write_bytes(b"[look")
    assert SettingsStore(config, {}).notices
    (kept,) = [path.name for path in config.parent.glob("config.broken-*")]
    assert kept in said()
    assert main(["doctor", "--json"]) == 0
    settings = json.loads(capsys.readouterr().out)["settings"]
    assert (settings["state"], settings["put_aside"]) == ("missing", [kept])


@pytest.mark.skipif(sys.platform == "win32" or not modes_hold(), reason="modes of files do not hold")
def test_a_file_that_may_not_be_read(config):
    config.write_text("")
    config.chmod(0)
    try:
        done = run_command("doctor")
    finally:
        config.chmod(0o600)
    assert done.returncode == 0
    assert b"cannot be read, the defaults are used" in done.stdout
    assert b"Permission denied. Check the permissions" in done.stdout
