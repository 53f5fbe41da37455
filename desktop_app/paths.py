"""Folders of the program: what it ships with, and where the user's own files are kept."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

APP_NAME = "SignMirror"


def assets_dir() -> Path:
    """Models, packs, samples and fonts that ship with the program: checkout, wheel or frozen build."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "desktop_app" / "assets"
    package = Path(__file__).resolve().parent
    inside = package / "assets"
    return inside if inside.is_dir() else package.parent / "assets"


def third_party_file() -> Path:
    """Licences of the components, which installers put beside the assets; a checkout has no such file."""
    return assets_dir() / "THIRD_PARTY.txt"


def bundled_models_dir() -> Path:
    """The encoder bundle that ships with the program."""
    return assets_dir() / "models"


def bundled_packs_dir() -> Path:
    """The reference packs that ship with the program, one folder each."""
    return assets_dir() / "packs"


def sample_recording(view: str = "live") -> Path:
    """The built-in landmark recording that stands in for a camera: signs, or `letters` for that view."""
    return assets_dir() / "samples" / ("letters.npz" if view == "letters" else "sample.npz")


def _user_dir(variable: str, default: str) -> Path:
    return Path(os.environ.get(variable) or default).expanduser()


def data_dir() -> Path:
    """The user's packs and history. SIGNMIRROR_DATA_DIR moves it."""
    return _user_dir("SIGNMIRROR_DATA_DIR", platformdirs.user_data_dir(APP_NAME, appauthor=False))


def config_dir() -> Path:
    """config.toml and the window's memory. SIGNMIRROR_CONFIG_DIR moves it."""
    return _user_dir("SIGNMIRROR_CONFIG_DIR", platformdirs.user_config_dir(APP_NAME, appauthor=False))


def cache_dir() -> Path:
    """What can be made again (provider timings, embeddings). SIGNMIRROR_CACHE_DIR moves it."""
    return _user_dir("SIGNMIRROR_CACHE_DIR", platformdirs.user_cache_dir(APP_NAME, appauthor=False))


def log_dir() -> Path:
    """Rotating log files. SIGNMIRROR_LOG_DIR moves it."""
    return _user_dir("SIGNMIRROR_LOG_DIR", platformdirs.user_log_dir(APP_NAME, appauthor=False))


def user_packs_dir() -> Path:
    """Packs the user made or imported."""
    return data_dir() / "packs"
