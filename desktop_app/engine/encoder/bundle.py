"""A model bundle: the encoder's file with its statistics, configuration and thresholds."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from desktop_app import paths
from desktop_app.engine import layout
from desktop_app.engine.array_files import ArrayFileError, read_npz
from desktop_app.engine.encoder.model_file import model_digest
from desktop_app.engine.records import FloatArray, read_only
from desktop_app.engine.thresholds import Thresholds, in_config, in_environment, parse_bool
from desktop_app.engine.tracking.features import GHSL_540, TORSO_540, check_contract
from desktop_app.errors import ConfigError, ModelError, ModelMissing
from desktop_app.message import Message

__all__ = ["Artifacts", "ModelBundle", "Statistics", "Thresholds", "load_bundle"]

CONFIG_NAME: Final = "model_config.json"
TORCHSCRIPT: Final = ".ts"
MAX_STATISTICS_BYTES: Final = 1 << 16
STD_FLOOR: Final = 1e-4
DEFAULT_MAX_FRAMES: Final = 512  # 17 s: longer clips are thinned out evenly in time
MAX_CONFIG_BYTES: Final = 8 << 20


class Statistics(NamedTuple):
    """Mean and deviation of the training features, (540,) float32 each; the deviation is at least 1e-4."""

    mean: FloatArray
    std: FloatArray


@dataclass(frozen=True, slots=True)
class Artifacts:
    """Paths of the reference arrays of an export; none of them has to exist.

    `explicit`: the user named this location (a folder, MODELS_DIR, EMBEDDINGS_PATH).
    """

    embeddings: Path
    mapping: Path
    prototypes: Path
    videos: Path
    explicit: bool = False

    @property
    def complete(self) -> bool:
        """Whether embeddings and map exist."""
        return self.embeddings.is_file() and self.mapping.is_file()


@dataclass(frozen=True, slots=True, eq=False)
class ModelBundle:
    """One encoder with everything that belongs to it.

    Attributes:
        model_path: the ONNX file, or a TorchScript file (.ts) that the user named.
        stats: applied as (x - mean) / std, or None.
        contract: the feature contract the encoder was trained on.
        whole_clip: the encoder sees the whole clip; else a centre crop of `thresholds.seq_len` frames.
        max_frames: a whole clip longer than this is thinned out evenly to this many frames.
        sha256: of the model with its data files.
        enable_gpu, profile: the switches ENABLE_CUDA and ORT_PROFILER.
    """

    folder: Path
    model_path: Path
    stats: Statistics | None
    config: Mapping[str, Any]
    contract: str
    whole_clip: bool
    max_frames: int
    thresholds: Thresholds
    artifacts: Artifacts
    sha256: str
    enable_gpu: bool = True
    profile: bool = False

    @property
    def is_torchscript(self) -> bool:
        """Whether the model is a TorchScript file."""
        return self.model_path.suffix.lower() == TORCHSCRIPT

    @property
    def name(self) -> str:
        name = self.config.get("name")
        return name if isinstance(name, str) and name else self.model_path.stem


def load_bundle(folder: Path | None = None, environ: Mapping[str, str] = os.environ) -> ModelBundle:
    """Read a bundle. The environment overrides the folder (if none is given), file paths and thresholds.

    Raises:
        ModelMissing: no folder or no model in it.
        ModelError, ContractMismatch: a configuration or statistics file that cannot be used.
        ConfigError: an environment variable with an invalid value.
    """
    chosen = folder if folder is not None else _path(environ, "MODELS_DIR", paths.bundled_models_dir())
    # File paths from the environment apply to the default folder only.
    overrides: Mapping[str, str] = environ if folder is None else {}
    if chosen.suffix.lower() in (".onnx", TORCHSCRIPT) and not chosen.is_dir():
        overrides = {**overrides, "ONNX_MODEL_PATH": str(chosen)}
        chosen = chosen.parent
    elif chosen.is_file():
        raise ModelError(
            Message("'{path}' is no model.", path=chosen),
            Message("Name an .onnx file, or the folder of an exported bundle."),
        )
    model_path = _path(overrides, "ONNX_MODEL_PATH", chosen / "sign_encoder.onnx")
    if not model_path.is_file():
        hint = Message(
            "Set MODELS_DIR or ONNX_MODEL_PATH to an exported bundle, or make one with `signmirror export`."
        )
        if model_path.with_suffix(TORCHSCRIPT).is_file():
            hint = Message(
                "A TorchScript file holds code; name it ({file}) if you trust it.",
                file=model_path.with_suffix(TORCHSCRIPT),
            )
        raise ModelMissing(Message("There is no encoder at {model_path}.", model_path=model_path), hint)
    config = _read_config(chosen / CONFIG_NAME)
    contract = _contract(config)
    return ModelBundle(
        folder=chosen,
        model_path=model_path,
        stats=_read_stats(
            _path(overrides, "GLOBAL_STATS_PATH", chosen / "global_stats.npz"),
            required="GLOBAL_STATS_PATH" in overrides,
        ),
        config=config,
        contract=contract,
        whole_clip=parse_bool(config.get("whole_clip", contract == TORSO_540), in_config("whole_clip")),
        max_frames=_max_frames(config),
        thresholds=Thresholds.load(config, environ),
        artifacts=Artifacts(
            embeddings=_path(overrides, "EMBEDDINGS_PATH", chosen / "embeddings.npy"),
            mapping=_path(overrides, "MAPPING_PATH", chosen / "embeddings_map.csv"),
            prototypes=_path(overrides, "PROTOTYPES_PATH", chosen / "prototypes.npz"),
            videos=_path(overrides, "VIDEOS_DIR", chosen / "videos"),
            explicit=folder is not None
            or any(environ.get(name, "").strip() for name in ("MODELS_DIR", "EMBEDDINGS_PATH", "MAPPING_PATH")),
        ),
        sha256=model_digest(model_path),
        enable_gpu=_switch(environ, "ENABLE_CUDA", default=True),
        profile=_switch(environ, "ORT_PROFILER", default=False),
    )


def _path(environ: Mapping[str, str], variable: str, default: Path) -> Path:
    text = environ.get(variable, "").strip()
    return Path(text).expanduser() if text else default


def _switch(environ: Mapping[str, str], variable: str, *, default: bool) -> bool:
    text = environ.get(variable, "").strip()
    return parse_bool(text, in_environment(variable)) if text else default


def _read_config(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    hint = Message("Export the model again, or delete the file if it belongs to another program.")
    try:
        if path.stat().st_size > MAX_CONFIG_BYTES:
            raise ModelError(Message("{path} is far too large for a configuration.", path=path), hint)
        config = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError(
            Message("{path} cannot be read as JSON.", path=path), hint, detail=str(error)
        ) from error
    if not isinstance(config, dict):
        raise ModelError(Message("{path} is not a JSON object.", path=path), hint)
    return config


def _contract(config: Mapping[str, Any]) -> str:
    name = config.get("feature_contract", GHSL_540)
    if not isinstance(name, str):
        raise ModelError(
            Message("'feature_contract' in model_config.json is not a name."),
            Message("Export the model again."),
        )
    return check_contract(name)


def _max_frames(config: Mapping[str, Any]) -> int:
    value = config.get("max_frames", DEFAULT_MAX_FRAMES)
    if isinstance(value, bool) or not isinstance(value, int) or not 8 <= value <= 4096:
        raise ConfigError(
            Message("'max_frames' in model_config.json is '{value}'.", value=value),
            Message("Use a whole number from 8 to 4096."),
        )
    return value


def _read_stats(path: Path, *, required: bool) -> Statistics | None:
    if not path.exists() and not required:
        return None
    hint = Message(
        "Export the bundle again; global_stats.npz holds feature_mean and feature_std of 540 numbers each."
    )
    try:
        arrays = read_npz(path, ("feature_mean", "feature_std"), most_bytes=MAX_STATISTICS_BYTES)
    except ArrayFileError as error:
        raise ModelError(Message("{path} {error}.", path=path, error=error), hint) from error
    parts: list[FloatArray] = []
    for name in ("feature_mean", "feature_std"):
        array = arrays.get(name)
        if array is None or array.shape != (layout.FEATURE_DIM,) or array.dtype.kind != "f":
            if array is None:
                found = Message("is missing")
            else:
                found = Message("is {shape} {dtype}", shape=array.shape, dtype=array.dtype)
            raise ModelError(Message("{name} in {path} {found}.", name=name, path=path, found=found), hint)
        parts.append(array.astype(np.float32))
    std = np.maximum(parts[1], np.float32(STD_FLOOR))
    return Statistics(read_only(parts[0]), read_only(std))
