"""The values of the settings: checked, and laid over each other with where each came from. Qt-free.

Layers, low to high: the defaults of the declarations, the user's config.toml, the environment
(`SIGNMIRROR_LOOK__THEME=dark`), command-line flags. Reading and writing the file is in `settings_file.py`.
"""

from __future__ import annotations

import difflib
import reprlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from desktop_app.message import NOTHING, Message
from desktop_app.settings import DECLARED, ENVIRONMENT_PREFIX, Settings

_LARGEST: Final = 1e15  # far beyond every range


class Origin(StrEnum):
    """The layer a value came from."""

    DEFAULT = "default"
    FILE = "file"
    ENVIRONMENT = "environment"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class SettingProblem:
    """Something in a layer that cannot be used; the layer below stands in."""

    origin: Origin
    key: str
    message: Message


@dataclass(frozen=True, slots=True)
class Resolved:
    """Settings, and for every key the layer its value came from."""

    settings: Settings
    origins: Mapping[str, Origin]
    problems: tuple[SettingProblem, ...]

    def locked(self, key: str) -> bool:
        """Whether the window may not change it: the environment or a flag holds it."""
        return self.origins[key] in (Origin.ENVIRONMENT, Origin.FLAG)


def check(key: str, value: Any) -> tuple[Any, Message]:
    """A value of the right type for a setting and an empty message, or None and what is wrong: a sentence that
    lacks its beginning, the name of the setting, and its full stop."""
    declared = DECLARED[key]
    if declared.kind is bool:
        if isinstance(value, bool):
            return value, NOTHING
        return None, Message("must be true or false, not {value}", value=reprlib.repr(value))
    if declared.kind is tuple:
        if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
            return tuple(value), NOTHING
        return None, Message("must be a list of texts, not {value}", value=reprlib.repr(value))
    if declared.kind is str:
        if not isinstance(value, str):
            return None, Message("must be a text, not {value}", value=reprlib.repr(value))
        if declared.choices and value not in declared.choices:
            return None, _not_a_choice(value, declared.choices)
        return value, NOTHING
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < _LARGEST:
        return None, Message("must be a number, not {value}", value=reprlib.repr(value))
    if declared.kind is int and value != int(value):
        return None, Message("must be a whole number, not {value}", value=reprlib.repr(value))
    if not declared.low <= value <= declared.high:
        return None, Message(
            "is {value:g}; it may be {low:g} to {high:g} {unit}",
            value=value,
            low=declared.low,
            high=declared.high,
            unit=declared.unit,
        )
    return declared.kind(value), NOTHING


def parse(key: str, words: str) -> tuple[Any, Message]:
    """A value written as text (environment variable, flag): as `check`."""
    kind = DECLARED[key].kind
    if kind is bool:
        known = {
            "true": True,
            "1": True,
            "yes": True,
            "on": True,
            "false": False,
            "0": False,
            "no": False,
            "off": False,
        }
        return check(key, known.get(words.strip().lower(), words))
    if kind is tuple:
        return check(key, [item.strip() for item in words.split(",") if item.strip()])
    if kind is str:
        return check(key, words)
    try:
        return check(key, float(words))
    except ValueError:
        return None, Message("must be a number, not {value}", value=reprlib.repr(words))


def flatten(document: Mapping[str, Any]) -> dict[str, Any]:
    """{section: {name: value}} -> {"section.name": value}; what is not a table stays under its own name.

    A name with a dot that is not in a table is put in quotes, as in the file: it is none of ours.
    """
    flat: dict[str, Any] = {}
    for section, values in document.items():
        if isinstance(values, Mapping):
            flat.update({f"{section}.{name}": value for name, value in values.items()})
        else:
            flat[f'"{section}"' if "." in section else section] = values
    return flat


def resolve(
    in_file: Mapping[str, Any], environ: Mapping[str, str], flags: Mapping[str, Any] | None = None
) -> Resolved:
    """Lay the layers over each other. Nothing raises: what cannot be used is listed, all of it together.

    Args:
        in_file: `section.name` -> value as read from config.toml.
        environ: environment variables.
        flags: `section.name` -> value; None means that the flag was not given.
    """
    settings, problems = Settings(), []
    origins = dict.fromkeys(DECLARED, Origin.DEFAULT)

    def take(origin: Origin, key: str, name: str, checked: tuple[Any, Message]) -> None:
        nonlocal settings
        value, wrong = checked
        if wrong:
            problems.append(SettingProblem(origin, key, Message("{name} {wrong}.", name=name, wrong=wrong)))
        else:
            settings = settings.with_value(key, value)
            origins[key] = origin

    for key, value in in_file.items():
        if key in DECLARED:
            take(Origin.FILE, key, key, check(key, value))
        else:
            problems.append(SettingProblem(Origin.FILE, key, _unknown(key, tuple(DECLARED))))
    by_variable = {item.variable: key for key, item in DECLARED.items()}
    for name, words in sorted(environ.items()):
        if not (name.startswith(ENVIRONMENT_PREFIX) and "__" in name):
            continue
        if name in by_variable:
            take(Origin.ENVIRONMENT, by_variable[name], name, parse(by_variable[name], words))
        else:
            problems.append(SettingProblem(Origin.ENVIRONMENT, name, _unknown(name, tuple(by_variable))))
    for key, value in (flags or {}).items():
        if value is not None:
            take(Origin.FLAG, key, key, check(key, value))
    return Resolved(settings, origins, tuple(problems))


def _unknown(name: str, known: tuple[str, ...]) -> Message:
    nearest = difflib.get_close_matches(name, known, n=1)
    if nearest:
        return Message("{name} is not a setting; did you mean {nearest}?", name=name, nearest=nearest[0])
    return Message("{name} is not a setting.", name=name)


def _not_a_choice(value: str, choices: tuple[str, ...]) -> Message:
    nearest = difflib.get_close_matches(value, choices, n=1)
    listed = ", ".join(choices)
    if nearest:
        return Message(
            "is {value}; it may be {choices} (did you mean {nearest}?)",
            value=reprlib.repr(value),
            choices=listed,
            nearest=nearest[0],
        )
    return Message("is {value}; it may be {choices}", value=reprlib.repr(value), choices=listed)
