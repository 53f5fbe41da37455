"""The encoders that can be trained, by name."""

from __future__ import annotations

from typing import Final

from desktop_app.errors import TrainingError
from desktop_app.message import Message
from desktop_app.training.lean_model import LeanEncoder
from desktop_app.training.model import BASELINE, ModelSettings, SignEncoder

LEAN: Final = "lean-conv-gru-v1"
ARCHITECTURES: Final = (LEAN, BASELINE)

AnyEncoder = SignEncoder | LeanEncoder


def default_sizes(architecture: str) -> ModelSettings:
    """The default sizes of an architecture.

    Raises:
        TrainingError: no such architecture.
    """
    if architecture == LEAN:
        return ModelSettings(architecture=LEAN, hidden_dim=128, layers=1, one_handedness=True)
    if architecture == BASELINE:
        return ModelSettings()
    raise TrainingError(
        Message("There is no architecture '{architecture}'.", architecture=architecture),
        Message("Known: {architectures}.", architectures=", ".join(ARCHITECTURES)),
    )


def build(settings: ModelSettings) -> AnyEncoder:
    """A model with random weights.

    Raises:
        TrainingError: no such architecture.
    """
    if settings.architecture == LEAN:
        return LeanEncoder(settings)
    default_sizes(settings.architecture)
    return SignEncoder(settings)
