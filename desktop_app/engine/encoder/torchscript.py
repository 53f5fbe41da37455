"""The encoder as TorchScript, for a file that the user named. Needs torch."""

from __future__ import annotations

import importlib.util
import warnings
from collections.abc import Sequence
from typing import Any

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


class TorchScriptEncoder(BundleEncoder):
    """Runs a `.ts` file: any number of clips and frames in, embedding and (optionally) projection out.

    Raises:
        ModelError: torch is missing, or the file cannot be loaded or does not take (1, 64, 540).
    """

    def __init__(self, bundle: ModelBundle) -> None:
        path = bundle.model_path
        if not torch_is_installed():
            raise ModelError(
                Message("{path} is a TorchScript file, and torch is not installed.", path=path.name),
                Message("Choose the model's ONNX file, or install torch."),
            )
        import torch

        super().__init__(bundle, ModelShape(0, 0))
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
        return self._spec("TorchScript", Message("asked for"))

    def _run(self, batch: FloatArray) -> Sequence[FloatArray]:
        import torch

        try:
            with torch.inference_mode():
                result = self._module(torch.from_numpy(np.ascontiguousarray(batch)))
        except RuntimeError as error:
            raise ModelError(
                Message(
                    "{model} failed on {frames} frames.",
                    model=self.bundle.model_path.name,
                    frames=batch.shape[1],
                ),
                Message("Export the bundle again."),
                detail=str(error),
            ) from error
        outputs: Sequence[Any] = result if isinstance(result, tuple | list) else (result,)
        return [output.detach().cpu().numpy() for output in outputs]
