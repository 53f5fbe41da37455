"""Builds encoder, packs and recogniser from the options that commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import paths
from desktop_app.cli.common import note
from desktop_app.errors import AppError

if TYPE_CHECKING:
    from desktop_app.engine.search.recogniser import Recogniser


def build_recogniser(packs: tuple[str, ...], model: Path | None = None) -> Recogniser:
    """Encoder and packs as one recogniser. Raises ModelError or PackError with a next step.

    An export of the original system is a pack with its own encoder, which is then used.
    """
    from desktop_app.engine.encoder.bundle import load_bundle
    from desktop_app.engine.encoder.onnx import open_encoder
    from desktop_app.engine.packs import default_packs, find_pack, open_pack
    from desktop_app.engine.search.library import open_library
    from desktop_app.engine.search.recogniser import Recogniser

    opened = [open_pack(find_pack(name)) for name in packs]
    own = next((pack.bundle for pack in opened if pack.bundle is not None), None)
    bundle = own if own is not None and model is None else load_bundle(model)
    encoder = open_encoder(bundle, cache_dir=paths.cache_dir())
    if opened:  # asked for by name: an error ends the command
        library = open_library(opened, encoder, progress=_note_encoding)
    else:
        found = default_packs(bundle, _note_left_out)
        library = open_library(found, encoder, progress=_note_encoding, on_problem=_note_left_out)
    return Recogniser(encoder, library, bundle.thresholds)


def _note_left_out(path: Path, error: AppError) -> None:
    note(f"The pack {path.name} is left out: {error.message} {error.hint}")


def _note_encoding(done: int, total: int) -> None:
    if done == 0 and total:
        note(f"Encoding {total} references for this encoder; this is done once.")
