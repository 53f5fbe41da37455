"""The encoder on ONNX Runtime. Input and output shapes are read from the file and checked."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import onnxruntime as ort

from desktop_app import paths
from desktop_app.engine import layout
from desktop_app.engine.encoder import providers
from desktop_app.engine.encoder import trial as trials
from desktop_app.engine.encoder.base import BundleEncoder, ModelShape, find_roles, trial_input
from desktop_app.engine.encoder.bundle import ModelBundle
from desktop_app.engine.encoder.model_file import read_model
from desktop_app.engine.encoder.onnx_file import OnnxSummary, TensorInfo
from desktop_app.engine.encoder.provider_errors import in_short
from desktop_app.engine.encoder.providers import CPU, RUNTIME_ERRORS, ProviderChoice, ProviderMemory
from desktop_app.engine.protocols import Encoder, EncoderSpec
from desktop_app.engine.records import FloatArray
from desktop_app.errors import ModelError
from desktop_app.message import Message

logger = logging.getLogger(__name__)

TRIAL_LENGTHS: Final = (8, 64, 206)  # frames
_EXPORT_HINT: Final = Message(
    "Export it with one float32 input (batch, frames, {feature_dim}); `signmirror "
    "inspect` says what this file takes.",
    feature_dim=layout.FEATURE_DIM,
)


def open_encoder(bundle: ModelBundle, *, provider: str | None = None, cache_dir: Path | None = None) -> Encoder:
    """Open the bundle's model with ONNX Runtime; a TorchScript file, which holds code, only if it was named.

    Raises:
        ModelError: it cannot be used.
    """
    if bundle.is_torchscript:
        from desktop_app.engine.encoder.torchscript import TorchScriptEncoder

        return TorchScriptEncoder(bundle)
    return OnnxEncoder(bundle, provider=provider, cache_dir=cache_dir)


class OnnxEncoder(BundleEncoder):
    """Runs the bundle's ONNX file. Safe to call from several threads.

    Args:
        provider: `cpu`, `cuda`, `directml`, `coreml`; None selects the fastest, measured once.
        cache_dir: where the measurement is cached; None disables the cache.
    """

    def __init__(
        self, bundle: ModelBundle, *, provider: str | None = None, cache_dir: Path | None = None
    ) -> None:
        file = read_model(bundle.model_path)
        source = check_input(file.summary, file.name)
        shape = input_shape(source)
        trials.require(file, "encoder", [(source.name, trial_input(shape, frames)) for frames in TRIAL_LENGTHS])
        super().__init__(bundle, shape)
        self._model = file.data
        self._input = source.name
        self._lock = threading.Lock()
        self._trial = trial_input(self.shape)
        self._available = providers.available_providers(enable_gpu=bundle.enable_gpu)
        self._memory = ProviderMemory(cache_dir, bundle.sha256, self._available)
        self._active = self._choose(provider)  # one tuple, so that a fallback replaces both at once
        names = [output.name for output in self._active[1].get_outputs()]
        trial = self._run(self._trial)
        self.roles = find_roles(trial, names, bundle.model_path.name)

    @property
    def spec(self) -> EncoderSpec:
        choice = self.choice
        return self._spec(choice.provider, choice.reason)

    @property
    def choice(self) -> ProviderChoice:
        """The execution provider in use, with timings and failures."""
        return self._active[0]

    def _choose(self, requested: str | None) -> tuple[ProviderChoice, ort.InferenceSession]:
        if requested is not None:
            name = providers.requested_provider(requested)
            return ProviderChoice(name, Message("asked for")), self._load_or_refuse(name)
        if self._available == [CPU]:
            only = Message("the only provider here")
            reason = only if self.bundle.enable_gpu else Message("ENABLE_CUDA is false")
            return ProviderChoice(CPU, reason), self._load_or_refuse(CPU)
        remembered = self._memory.recall()
        if remembered is not None and remembered.provider in self._available:
            try:
                session = self._load(remembered.provider)
                self._run_session(session, self._trial)
            except RUNTIME_ERRORS as error:
                logger.warning("The remembered provider %s fails: %s", remembered.provider, error)
            else:
                return remembered, session
        choice, session = providers.pick(
            self._load, lambda candidate: self._run_session(candidate, self._trial), self._available
        )
        self._memory.remember(choice)
        return choice, session

    def _load(self, provider: str) -> ort.InferenceSession:
        prefix = None
        if self.bundle.profile:
            folder = paths.log_dir()
            try:
                folder.mkdir(parents=True, exist_ok=True)
                prefix = str(folder / "onnxruntime-profile")
            except OSError as error:
                logger.warning("No profile is written, %s cannot be made: %s", folder, error)
        return providers.make_session(self._model, provider, profile_prefix=prefix)

    def _load_or_refuse(self, provider: str) -> ort.InferenceSession:
        try:
            return self._load(provider)
        except RUNTIME_ERRORS as error:
            raise ModelError(
                Message(
                    "ONNX Runtime cannot load {model}: {reason}",
                    model=self.bundle.model_path.name,
                    reason=in_short(error),
                ),
                Message("Run `signmirror inspect` on it; a newer opset must be exported again as 18."),
                detail=str(error),
            ) from error

    def _run_session(self, session: ort.InferenceSession, batch: FloatArray) -> Sequence[FloatArray]:
        outputs: Sequence[FloatArray] = session.run(None, {self._input: batch})
        return outputs

    def _run(self, batch: FloatArray) -> Sequence[FloatArray]:
        choice, session = self._active
        try:
            if choice.provider == providers.DIRECTML:  # not thread-safe, according to its documentation
                with self._lock:
                    return self._run_session(session, batch)
            return self._run_session(session, batch)
        except RUNTIME_ERRORS as error:
            if choice.provider == CPU:
                raise ModelError(
                    Message(
                        "{model} failed on a clip of {frames} frames.",
                        model=self.bundle.model_path.name,
                        frames=batch.shape[1],
                    ),
                    Message("Run `signmirror inspect` on it; export it again with a dynamic number of frames."),
                    detail=str(error),
                ) from error
            return self._fall_back(choice, error, batch)

    def _fall_back(
        self, failed: ProviderChoice, error: BaseException, batch: FloatArray
    ) -> Sequence[FloatArray]:
        """A working provider has failed: fall back to the CPU, and remember that."""
        with self._lock:
            if self.choice is failed:
                why = in_short(error)
                logger.warning(
                    "Provider %s failed while running, going on on the CPU: %s", failed.provider, why
                )
                session = self._load_or_refuse(CPU)
                failures = {**failed.failures, failed.provider: why}
                choice = replace(
                    failed,
                    provider=CPU,
                    reason=providers.why_chosen(CPU, failed.timings, failures),
                    failures=failures,
                )
                self._active = (choice, session)
                self._memory.remember(choice)
        return self._run(batch)


def check_input(summary: OnnxSummary, name: str | Message) -> TensorInfo:
    """The one input (batch, frames, 540) of an encoder, or an error that describes the actual inputs."""
    source = summary.only_input(name, _EXPORT_HINT)
    if source.dtype != "float32":
        raise ModelError(
            Message("{name} takes {dtype} where float32 is needed.", name=name, dtype=source.dtype),
            _EXPORT_HINT,
        )
    if len(source.shape) != 3:
        raise ModelError(
            Message("{name} takes an input of shape {shape}.", name=name, shape=describe(source)),
            _EXPORT_HINT,
        )
    if isinstance(source.shape[2], int) and source.shape[2] != layout.FEATURE_DIM:
        raise ModelError(
            Message(
                "{name} takes {width} numbers a frame; a frame has {feature_dim}.",
                name=name,
                width=source.shape[2],
                feature_dim=layout.FEATURE_DIM,
            ),
            _EXPORT_HINT,
        )
    trials.check_input_size(source, name, max(TRIAL_LENGTHS))
    return source


def input_shape(source: TensorInfo) -> ModelShape:
    """Fixed batch and fixed frames of an input (batch, frames, features); 0 where free."""
    batch, frames = source.shape[0], source.shape[1]
    return ModelShape(batch if isinstance(batch, int) else 0, frames if isinstance(frames, int) else 0)


def describe(info: TensorInfo) -> str:
    """A shape in readable form: (batch, 64, 540)."""
    return "(" + ", ".join("?" if d is None else str(d) for d in info.shape) + ")"
