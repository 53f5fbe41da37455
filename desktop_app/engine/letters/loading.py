"""Loads the letter model and the hand tracker, and ONNX Runtime and MediaPipe with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.engine.letters.records import LetterMode

if TYPE_CHECKING:
    from desktop_app.engine.letters.model import OnnxLetterModel
    from desktop_app.engine.protocols import LandmarkExtractor


def load_letter_model(mode: LetterMode, file: Path | None = None) -> OnnxLetterModel:
    """The model in `file`, or the one that ships for the mode. Raises ModelMissing, ModelError."""
    from desktop_app.engine.letters.model import OnnxLetterModel, bundled_model

    return OnnxLetterModel(file or bundled_model(mode.value))


def load_hands_extractor() -> LandmarkExtractor:
    """The tracker that finds hands alone, which is all that letters need."""
    from desktop_app.engine.tracking.holistic import HandsExtractor

    return HandsExtractor()
