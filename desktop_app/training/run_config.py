"""Settings of a run as TOML: a table for every dataclass in `TrainSettings`, found by its fields and types.

The only setting known here by name is the architecture, on which the defaults depend: a field or a nested
dataclass that is added to the settings can be set in a file at once.
"""

from __future__ import annotations

import difflib
import math
import tomllib
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, Final, TypeVar

import tomli_w

from desktop_app.errors import ConfigError
from desktop_app.files import write_bytes
from desktop_app.message import Message
from desktop_app.training.architectures import LEAN
from desktop_app.training.run_settings import TrainSettings, default_settings

SETTINGS_FILE: Final = "config.toml"
NONE: Final = "none"  # TOML has no null
_WORDS: Final = {
    bool: "true or false", int: "a whole number", float: "a number", str: "a text", type(None): f'"{NONE}"',
}  # fmt: skip

Settings = TypeVar("Settings")


def read_table(path: Path) -> dict[str, Any]:
    """A TOML file.

    Raises:
        ConfigError: missing, or no TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ConfigError(
            Message("{path} cannot be read as a TOML file: {error}.", path=path, error=error),
            Message("See docs/training.md for an example."),
        ) from error


def settings_from(table: Mapping[str, Any], where: str) -> TrainSettings:
    """Settings of a run: the defaults of the architecture that the table names, and over them the table.

    Args:
        where: the file, as the user named it; used in error messages.

    Raises:
        ConfigError: an unknown key, or a value of another type.
        TrainingError: an architecture that does not exist.
    """
    model = table.get("model")
    named = model.get("architecture") if isinstance(model, Mapping) else None
    base = default_settings(named if isinstance(named, str) else LEAN)
    return apply_table(base, table, where)


def merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Two tables; where both have a value, `above` wins. Neither is changed."""
    out = dict(below)
    for key, value in above.items():
        old = out.get(key)
        out[key] = merged(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return out


def apply_table(base: Settings, table: Mapping[str, Any], where: str, prefix: str = "") -> Settings:
    """A dataclass with the values of the table in place of its own; tables within are dataclasses within.

    Raises:
        ConfigError: an unknown key, or a value of another type.
    """
    kinds = typing.get_type_hints(type(base))
    known = [field.name for field in fields(base)]  # type: ignore[arg-type]  # always a dataclass instance
    changed: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            close = difflib.get_close_matches(key, known, n=1)
            nearest = f"Did you mean {prefix}{close[0]}? " if close else ""
            raise ConfigError(
                Message(
                    "{where}: {prefix}{key} is no setting of a training run.",
                    where=where,
                    prefix=prefix,
                    key=key,
                ),
                Message(
                    "{nearest}Known{value}: {known}.",
                    nearest=nearest,
                    value=f" in [{prefix[:-1]}]" if prefix else "",
                    known=", ".join(known),
                ),
            )
        changed[key] = _value(kinds[key], value, getattr(base, key), where, f"{prefix}{key}")
    return replace(base, **changed)  # type: ignore[type-var]


def to_table(settings: object) -> dict[str, Any]:
    """A dataclass as a TOML table. None is left out where it is the default."""
    table: dict[str, Any] = {}
    for field in fields(settings):  # type: ignore[arg-type]
        value = getattr(settings, field.name)
        if value is None and field.default is None:
            continue
        table[field.name] = _plain(value)
    # TOML needs values before tables.
    return dict(sorted(table.items(), key=lambda item: isinstance(item[1], dict)))


def write_settings(path: Path, settings: TrainSettings) -> None:
    """Write the file that `--config` reads."""
    write_bytes(path, tomli_w.dumps(to_table(settings)).encode())


def changes(base: object, settings: object) -> dict[str, Any]:
    """The differences to `base`: dotted names with the values of `settings`."""
    before, after = _flat(to_table(base)), _flat(to_table(settings))
    found = {name: value for name, value in after.items() if before.get(name, NONE) != value}
    return found | {name: NONE for name in before if name not in after}


def _flat(table: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    out: dict[str, Any] = {}
    for key, value in table.items():
        if isinstance(value, Mapping):
            out |= _flat(value, f"{prefix}{key}.")
        else:
            out[f"{prefix}{key}"] = value
    return out


def _plain(value: Any) -> Any:
    if value is None:
        return NONE
    if is_dataclass(value):
        return to_table(value)
    return list(value) if isinstance(value, tuple) else value


def _value(kind: Any, value: Any, current: Any, where: str, name: str) -> Any:
    """The value as its type hint asks for it.

    Raises:
        ConfigError: it is of another type.
    """
    if is_dataclass(kind):
        if not isinstance(value, Mapping):
            raise _wrong(where, name, "a table", value, Message("Write it as [{name}].", name=name))
        return apply_table(current, value, where, f"{name}.")
    converted = _converted(kind, value)
    if converted is _MISFIT:
        raise _wrong(
            where,
            name,
            _in_words(kind),
            value,
            Message("By default it is {value}.", value=_shown(_plain(current))),
        )
    return converted


_MISFIT: Final = object()


def _converted(kind: Any, value: Any) -> Any:
    """The value as a bool, int, float, str, tuple of one of these, or a union of them; else _MISFIT."""
    arguments = typing.get_args(kind)
    if typing.get_origin(kind) is types.UnionType:
        if value == NONE and type(None) in arguments:
            return None  # a text may be "none" too, but where a setting may be unset that is what it means
        # The exact type goes first, so that 1 stays whole where a whole number and a fraction are both allowed.
        order = sorted(arguments, key=lambda one: one is not type(value))
        found = [made for one in order if (made := _converted(one, value)) is not _MISFIT]
        return found[0] if found else _MISFIT
    if typing.get_origin(kind) is tuple:
        made = (
            tuple(_converted(arguments[0], item) for item in value) if isinstance(value, list) else (_MISFIT,)
        )
        return _MISFIT if _MISFIT in made else made
    if kind is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value) if math.isfinite(value) else _MISFIT
    return value if type(value) is kind else _MISFIT


def _in_words(kind: Any) -> str:
    arguments = typing.get_args(kind)
    if typing.get_origin(kind) is types.UnionType:
        return " or ".join(_in_words(one) for one in arguments)
    if typing.get_origin(kind) is tuple:
        return f"a list ({_in_words(arguments[0])} each)"
    return _WORDS[kind]


def _shown(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _wrong(where: str, name: str, wanted: str, value: Any, hint: Message) -> ConfigError:
    return ConfigError(
        Message(
            "{where}: {name} must be {wanted}, not {shown}.",
            where=where,
            name=name,
            wanted=wanted,
            shown=_shown(value),
        ),
        hint,
    )
