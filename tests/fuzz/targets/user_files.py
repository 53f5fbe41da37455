"""Settings, history, and tables of an import."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from desktop_app.engine.progress import schedule
from desktop_app.engine.progress.store import ProgressStore
from desktop_app.settings_file import SettingsStore
from tests.engine.progress.histories import WATER, attempt
from tests.fuzz.registry import target

NOW = datetime(2026, 3, 9, tzinfo=UTC)


def _settings(folder: Path) -> None:
    store = SettingsStore(folder / "config.toml", {})
    store.change("look.text_scale", 150)
    store.change("recognition.packs", ("a", "b"))
    store.change("recognition.sim_threshold", 0.5)
    store.save()


@target("settings", _settings)
def settings(folder: Path) -> None:
    store = SettingsStore(folder / "config.toml", {})
    store.change("look.text_scale", 120)
    store.save()
    SettingsStore(folder / "config.toml", {})


def _history(folder: Path) -> None:
    store = ProgressStore(folder / "progress.sqlite3", now=lambda: NOW)
    for _ in range(3):
        store.add(attempt())
    store.close()
    for path in folder.rglob("*"):
        if path.is_file() and path.name != "progress.sqlite3":
            path.unlink()


@target("history", _history)
def history(folder: Path) -> None:
    store = ProgressStore(folder / "progress.sqlite3", now=lambda: NOW)
    try:
        store.attempts()
        schedule.due(NOW, [WATER], store.cards())
        store.add(attempt())
    finally:
        store.close()
