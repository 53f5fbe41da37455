"""Chooses the execution provider (DirectML, CUDA, CoreML, CPU) by measurement, and caches the choice.

A small GRU is often faster on the CPU than on a GPU, so nothing is assumed. A GPU provider is chosen only if
both its median and its 95th percentile beat those of the CPU.
"""

from __future__ import annotations

import json
import logging
import os
import platform
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime as ort
from onnxruntime.capi import onnxruntime_pybind11_state as ort_state

from desktop_app.engine.encoder.provider_errors import in_plain_words, in_short
from desktop_app.errors import ModelError
from desktop_app.files import read_small, write_text
from desktop_app.message import Message

logger = logging.getLogger(__name__)

CPU: Final = "CPUExecutionProvider"
DIRECTML: Final = "DmlExecutionProvider"
CUDA: Final = "CUDAExecutionProvider"
COREML: Final = "CoreMLExecutionProvider"
PREFERENCE: Final = (DIRECTML, CUDA, COREML, CPU)
NAMES: Final = {"directml": DIRECTML, "cuda": CUDA, "coreml": COREML, "cpu": CPU}

WARM_UP_RUNS: Final = 3
TIMED_RUNS: Final = 20
_WEIGHTS_FOLDER: Final = "session.model_external_initializers_file_folder_path"
_MEMORY_NAME: Final = "providers.json"

# ONNX Runtime's own errors share no base class but Exception.
RUNTIME_ERRORS: Final[tuple[type[BaseException], ...]] = (
    *(
        kind
        for kind in vars(ort_state).values()
        if isinstance(kind, type) and issubclass(kind, Exception)
    ),
    RuntimeError,
    ValueError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of one run of the model on a clip of two seconds."""

    median_ms: float
    p95_ms: float


@dataclass(frozen=True, slots=True)
class ProviderChoice:
    """The chosen provider with the reason, all timings and all failures in the runtime's words."""

    provider: str
    reason: Message
    timings: dict[str, Timing] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)


def available_providers(*, enable_gpu: bool = True) -> list[str]:
    """Known providers of the installed runtime, in order of preference."""
    installed = ort.get_available_providers()
    return [name for name in PREFERENCE if name in installed and (enable_gpu or name == CPU)]


def requested_provider(name: str) -> str:
    """`cpu`, `cuda`, `directml`, `coreml` or the full name -> the full name, if available."""
    full = NAMES.get(name.lower(), name)
    if full not in ort.get_available_providers():
        raise ModelError(
            Message("This installation of ONNX Runtime has no provider '{name}'.", name=name),
            Message(
                "It has {providers}.",
                providers=", ".join(ort.get_available_providers()),
            ),
            code="model.provider_unavailable",
        )
    return full


def make_session(model: bytes, provider: str, *, profile_prefix: str | None = None) -> ort.InferenceSession:
    """A session on exactly this provider, with the CPU for unsupported operators.

    Raises:
        one of RUNTIME_ERRORS: it cannot be loaded, or the runtime silently chose another provider.
    """
    options = ort.SessionOptions()
    # Measured on a small GRU: the default (a spinning thread a core) costs half a core and gains nothing.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Models come with their weights (model_file.py). Should one refer to a file all the same, it is not found:
    # below a file there is no folder. Without this, files of the working folder are read.
    options.add_session_config_entry(_WEIGHTS_FOLDER, str(Path(__file__) / "none"))
    if provider == DIRECTML:
        options.enable_mem_pattern = False
        options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
    if profile_prefix:
        options.enable_profiling = True
        options.profile_file_prefix = profile_prefix
    # With its own fallback the runtime prints a banner on standard output, into the JSON of a command.
    session = ort.InferenceSession(
        model, options, providers=list(dict.fromkeys((provider, CPU))), enable_fallback=0
    )
    used = session.get_providers()
    if used[0] != provider:
        raise RuntimeError(f"the runtime fell back to {used[0]}")
    return session


def pick(
    load: Callable[[str], Any],
    run: Callable[[Any], object],
    available: Sequence[str],
    *,
    clock: Callable[[], float] = time.perf_counter,
) -> tuple[ProviderChoice, Any]:
    """Time every provider on the real model and choose the fastest.

    Args:
        load: provider name -> session.
        run: one run of the session on a fixed clip.

    Raises:
        ModelError: the model runs on no provider.
    """
    timings: dict[str, Timing] = {}
    failures: dict[str, str] = {}
    sessions: dict[str, Any] = {}
    for name in available:
        try:
            session = load(name)
            timings[name] = _time(partial(run, session), clock)
        except RUNTIME_ERRORS as error:
            failures[name] = in_short(error)
            logger.warning("Provider %s cannot run the encoder: %s", name, failures[name])
            continue
        sessions[name] = session
    if not timings:
        raise ModelError(
            Message("The encoder runs on none of the providers of this machine."),
            Message("Run `signmirror inspect` on the model file, and `signmirror doctor`."),
            detail="; ".join(f"{name}: {why}" for name, why in failures.items()),
        )
    winner = _winner(timings)
    return ProviderChoice(winner, why_chosen(winner, timings, failures), timings, failures), sessions[winner]


def _winner(timings: dict[str, Timing]) -> str:
    candidates = dict(timings)
    if CPU in timings:
        base = timings[CPU]
        candidates = {
            name: timing
            for name, timing in timings.items()
            if name == CPU or (timing.median_ms < base.median_ms and timing.p95_ms < base.p95_ms)
        }
    return min(candidates, key=lambda name: candidates[name].median_ms)


def why_chosen(chosen: str, timings: Mapping[str, Timing], failures: Mapping[str, str]) -> Message:
    """Why a provider was taken, from what was measured and what went wrong."""
    for name, error in failures.items():
        # One that was measured has failed later; so has one that was asked for and is not in use.
        if name != chosen and (name in timings or chosen not in timings):
            return Message(
                "{provider} failed while running: {why}", provider=short_name(name), why=in_plain_words(error)
            )
    figures = [
        Message("{provider} {median:.2f} ms", provider=short_name(name), median=timing.median_ms)
        for name, timing in timings.items()
    ]
    if len(timings) > 1:
        reason = Message("fastest of {count} measured ({figures})", count=len(timings), figures=figures)
    elif figures:
        reason = Message("the only one that runs it ({figures})", figures=figures)
    else:
        reason = Message("the only one that runs it")
    for name, error in failures.items():
        reason = Message(
            "{reason}; {provider} is not used: {why}",
            reason=reason,
            provider=short_name(name),
            why=in_plain_words(error),
        )
    return reason


def short_name(provider: str) -> str:
    """`CUDAExecutionProvider` -> `CUDA`."""
    return provider.removesuffix("ExecutionProvider")


def _time(run: Callable[[], object], clock: Callable[[], float]) -> Timing:
    for _ in range(WARM_UP_RUNS):
        run()
    times = []
    for _ in range(TIMED_RUNS):
        start = clock()
        run()
        times.append((clock() - start) * 1000)
    return Timing(float(np.median(times)), float(np.percentile(times, 95)))


class ProviderMemory:
    """Cached choices by model, machine and runtime. A folder that cannot be written is not an error."""

    def __init__(self, cache_dir: Path | None, model_sha256: str, available: Sequence[str]) -> None:
        self._path = cache_dir / _MEMORY_NAME if cache_dir else None
        machine = f"{platform.node()}/{platform.machine()}/{os.cpu_count()}"
        self._key = f"{model_sha256[:16]} {machine} ort-{ort.__version__} {','.join(available)}"

    def recall(self) -> ProviderChoice | None:
        """The cached choice, or None."""
        entry = self._read().get(self._key)
        if not isinstance(entry, dict):
            return None
        try:
            provider = str(entry["provider"])
            timings = {
                str(k): Timing(float(v["median_ms"]), float(v["p95_ms"])) for k, v in entry["timings"].items()
            }
            failures = {str(k): str(v) for k, v in entry["failures"].items()}
            return ProviderChoice(provider, why_chosen(provider, timings, failures), timings, failures)
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
            return None

    def remember(self, choice: ProviderChoice) -> None:
        """Cache a choice for the next start."""
        if self._path is None:
            return
        entries = {**self._read(), self._key: {**asdict(choice), "reason": str(choice.reason)}}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_text(self._path, json.dumps(entries, indent=1))
        except OSError as error:
            logger.info("The provider timing cannot be kept in %s: %s", self._path.parent, error)

    def _read(self) -> dict[str, Any]:
        if self._path is None:
            return {}
        try:
            entries = json.loads(read_small(self._path))
        except (OSError, ValueError, RecursionError):
            return {}
        return entries if isinstance(entries, dict) else {}
