"""The fallback encoder: the bundle's TorchScript file, if torch is installed."""

from __future__ import annotations

import importlib.util
import warnings
from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from desktop_app.engine.encoder.base import BundleEncoder, ModelShape, find_roles, trial_input
from desktop_app.engine.encoder.bundle import ModelBundle
from desktop_app.engine.protocols import EncoderSpec
from desktop_app.engine.records import FloatArray
from desktop_app.errors import ModelError
from desktop_app.message import Message


def torch_is_installed() -> bool:
    """Whether torch is installed; does not import it."""
    return importlib.util.find_spec("torch") is not None


_ASKED_FOR: Final = Message("asked for")


class TorchScriptEncoder(BundleEncoder):
    """Runs `sign_encoder.ts`: any number of clips and frames in, embedding and (optionally) projection out.

    Args:
        reason: why ONNX Runtime is not used; shown with the provider.

    Raises:
        ModelError: the file cannot be loaded or does not take (1, 64, 540).
    """

    def __init__(self, bundle: ModelBundle, *, reason: Message = _ASKED_FOR) -> None:
        import torch

        super().__init__(bundle, ModelShape(0, 0))
        self._reason = reason
        path = bundle.torchscript_path
        try:
            with warnings.catch_warnings():
                # Deprecated by torch, but bundles contain TorchScript files.
                warnings.simplefilter("ignore", DeprecationWarning)
                self._module = torch.jit.load(str(path), map_location="cpu").eval()
        except (RuntimeError, OSError, ValueError) as error:
            raise ModelError(
                Message("{path} cannot be loaded as TorchScript.", path=path.name),
                Message("Export the bundle again."),
                detail=str(error),
            ) from error
        trial = trial_input(self.shape)
        outputs = self._run(trial)
        names = ["embedding", "projection", *(f"output {i}" for i in range(2, len(outputs)))][: len(outputs)]
        self.roles = find_roles(outputs, names, path.name)

    @property
    def spec(self) -> EncoderSpec:
        return self._spec("TorchScript", Message("ONNX Runtime is not used: {reason}", reason=self._reason))

    def _run(self, batch: FloatArray) -> Sequence[FloatArray]:
        import torch

        try:
            with torch.inference_mode():
                result = self._module(torch.from_numpy(np.ascontiguousarray(batch)))
        except RuntimeError as error:
            raise ModelError(
                Message(
                    "{model} failed on {frames} frames.",
                    model=self.bundle.torchscript_path.name,
                    frames=batch.shape[1],
                ),
                Message("Export the bundle again."),
                detail=str(error),
            ) from error
        outputs: Sequence[Any] = result if isinstance(result, tuple | list) else (result,)
        return [output.detach().cpu().numpy() for output in outputs]
