"""Settings of a training run, where torch is installed."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from tests.fuzz.registry import target

if importlib.util.find_spec("torch") is not None:
    from desktop_app.training.run_config import read_table, settings_from, write_settings
    from desktop_app.training.run_settings import TrainSettings

    @target("run-settings", lambda folder: write_settings(folder / "settings.toml", TrainSettings()))
    def run_settings(folder: Path) -> None:
        settings_from(read_table(folder / "settings.toml"), "settings.toml")
