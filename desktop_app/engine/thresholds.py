"""The numbers of the decision: seeds' defaults, under model_config.json, under the environment."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from desktop_app.engine import layout
from desktop_app.errors import ConfigError
from desktop_app.message import Message

DTW_METHODS: Final = ("exact", "fastdtw")
MOTION_FLOOR: Final = 7.5e-4  # torso units a frame; below it the picture is frozen (seeds' default)
_TRUE: Final = ("1", "true", "yes", "on")
_FALSE: Final = ("0", "false", "no", "off")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Everything the decision logic can be tuned with; the defaults are those of the original system.

    Attributes:
        seq_len: frames that encoders with a centre crop see of a longer clip.
        feature_dim: always 540; the setting exists so that a wrong one is noticed.
        default_top_k: sentences an answer lists.
        motion_floor: mean motion energy (torso units a frame) below which a clip is refused.
        sim_threshold, sim_margin: acceptance, see `decision`.
        confidence_temperature: of the softmax over sentences.
        dtw_enabled, dtw_radius (fastdtw only), dtw_alpha, dtw_lambda, dtw_topk: re-ranking.
        dtw_method: `exact` or `fastdtw`; both give the same value within fastdtw's approximation.
    """

    seq_len: int = 64
    feature_dim: int = layout.FEATURE_DIM
    default_top_k: int = 5
    motion_floor: float = MOTION_FLOOR
    sim_threshold: float = 0.58
    sim_margin: float = 0.10
    confidence_temperature: float = 0.12
    dtw_enabled: bool = True
    dtw_radius: int = 6
    dtw_alpha: float = 0.65
    dtw_lambda: float = 0.002
    dtw_topk: int = 5
    dtw_method: str = "exact"

    @classmethod
    def load(cls, config: Mapping[str, Any], environ: Mapping[str, str]) -> Thresholds:
        """Defaults < `config` < environment.

        `config` is a parsed model_config.json: its `thresholds`, and `seq_len` or `SEQ_LEN` beside them. Keys
        that mean nothing here are left alone (the original notebooks write their whole configuration).

        Raises:
            ConfigError: a value that cannot be used; it names where the value came from.
        """
        values: dict[str, Any] = {}
        own = config.get("thresholds", {})
        if not isinstance(own, Mapping):
            raise ConfigError(
                Message("'thresholds' in model_config.json is not a table of names and numbers."),
                Message("Export the model again, or repair the file."),
            )
        for key in ("SEQ_LEN", "seq_len"):
            if config.get(key) is not None:
                values["seq_len"] = check_value("seq_len", config[key], in_config(key))
        for field in fields(cls):
            if own.get(field.name) is not None:
                values[field.name] = check_value(field.name, own[field.name], in_config(field.name))
            variable = field.name.upper()
            if environ.get(variable, "").strip():
                value = environ[variable].strip()
                values[field.name] = check_value(field.name, value, in_environment(variable))
        return cls(**values)


def in_config(key: str) -> Message:
    """The origin of a value in model_config.json."""
    return Message("'{key}' in {file}", key=key, file="model_config.json")


def in_environment(variable: str) -> Message:
    """The origin of a value in an environment variable."""
    return Message("The environment variable {variable}", variable=variable)


def parse_bool(value: object, origin: Message) -> bool:
    """true/false, yes/no, on/off, 1/0 in any case; raises ConfigError naming `origin`."""
    if isinstance(value, bool):
        return value
    text = str(value).strip().lower()
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    raise ConfigError(
        Message("{origin} is '{value}', which is neither true nor false.", origin=origin, value=value),
        Message("Use true or false."),
    )


def _integer(low: int, high: int) -> Callable[[object, Message], int]:
    def check(value: object, origin: Message) -> int:
        try:
            number = int(value) if isinstance(value, str) else value
        except ValueError:
            number = None
        if isinstance(number, float) and number.is_integer():
            number = int(number)
        if isinstance(number, bool) or not isinstance(number, int) or not low <= number <= high:
            raise ConfigError(
                Message("{origin} is '{value}'.", origin=origin, value=value),
                Message("Use a whole number from {low} to {high}.", low=low, high=high),
            )
        return number

    return check


def _number(low: float, high: float) -> Callable[[object, Message], float]:
    def check(value: object, origin: Message) -> float:
        try:
            number = float(value) if isinstance(value, str | int | float) else math.nan
        except ValueError:
            number = math.nan
        if isinstance(value, bool) or not (math.isfinite(number) and low <= number <= high):
            raise ConfigError(
                Message("{origin} is '{value}'.", origin=origin, value=value),
                Message("Use a number from {low:g} to {high:g}.", low=low, high=high),
            )
        return number

    return check


def _method(value: object, origin: Message) -> str:
    text = str(value).strip().lower()
    if text not in DTW_METHODS:
        raise ConfigError(
            Message("{origin} is '{value}'.", origin=origin, value=value),
            Message("Use one of {methods}.", methods=", ".join(DTW_METHODS)),
        )
    return text


def _feature_dim(value: object, origin: Message) -> int:
    if _integer(1, 1_000_000)(value, origin) != layout.FEATURE_DIM:
        raise ConfigError(
            Message(
                "{origin} is '{value}', but a frame has {feature_dim} numbers.",
                origin=origin,
                value=value,
                feature_dim=layout.FEATURE_DIM,
            ),
            Message("Set it to {feature_dim} or remove it.", feature_dim=layout.FEATURE_DIM),
        )
    return layout.FEATURE_DIM


_CHECKS: Final[dict[str, Callable[[object, Message], Any]]] = {
    "seq_len": _integer(8, 4096),
    "feature_dim": _feature_dim,
    "default_top_k": _integer(1, 100),
    "motion_floor": _number(0, 1000),
    "sim_threshold": _number(-1, 1),
    "sim_margin": _number(0, 2),
    "confidence_temperature": _number(1e-4, 100),
    "dtw_enabled": parse_bool,
    "dtw_radius": _integer(1, 1000),
    "dtw_alpha": _number(0, 1),
    "dtw_lambda": _number(0, 100),
    "dtw_topk": _integer(1, 1000),
    "dtw_method": _method,
}


def check_value(name: str, value: object, origin: Message) -> Any:
    """One threshold as its own type; raises ConfigError naming `origin`."""
    return _CHECKS[name](value, origin)
