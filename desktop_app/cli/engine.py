"""Builds the engine for commands: encoder, packs, recogniser, from the options they share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import paths
from desktop_app.cli.common import note

if TYPE_CHECKING:
    from desktop_app.engine.recogniser import Recogniser


def default_packs() -> list[Path]:
    """The packs that ship with the program and those of the user, in a fixed order."""
    folders = [paths.bundled_packs_dir(), paths.user_packs_dir()]
    return [
        pack
        for folder in folders
        if folder.is_dir()
        for pack in sorted(folder.iterdir())
        if (pack / "pack.json").is_file()
    ]


def build_recogniser(packs: tuple[str, ...], model: Path | None = None) -> Recogniser:
    """Encoder and packs as one recogniser. Raises ModelError or PackError with a next step."""
    from desktop_app.engine.bundle import load_bundle
    from desktop_app.engine.encoder_onnx import open_encoder
    from desktop_app.engine.library import open_library
    from desktop_app.engine.packs import find_pack
    from desktop_app.engine.recogniser import Recogniser

    bundle = load_bundle(model)
    encoder = open_encoder(bundle, cache_dir=paths.cache_dir())
    folders = [find_pack(name) for name in packs] if packs else default_packs()
    library = open_library(folders, encoder, progress=lambda done, total: _tell(done, total))
    return Recogniser(encoder, library, bundle.thresholds)


def _tell(done: int, total: int) -> None:
    if done == 0 and total:
        note(f"Encoding {total} references for this encoder; this is done once.")
