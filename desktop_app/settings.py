"""Settings, declared once: name, type, unit, range or choices. Qt-free.

Their names and explanations for people are in `ui/settings/words.py`.
Layers, low to high: the defaults here, the user's config.toml, the environment
(`SIGNMIRROR_LOOK__THEME=dark`), command-line flags. Every value remembers which layer it came from.
Reading and writing the file is in `settings_file.py`.
"""

from __future__ import annotations

import dataclasses
import difflib
import math
import reprlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from desktop_app.message import NOTHING, Message

ENVIRONMENT_PREFIX: Final = "SIGNMIRROR_"
_LARGEST: Final = 1e15  # far beyond every range


class Origin(StrEnum):
    """The layer a value came from."""

    DEFAULT = "default"
    FILE = "file"
    ENVIRONMENT = "environment"
    FLAG = "flag"


def text(default: str = "", *, choices: tuple[str, ...] = ()) -> Any:
    """Declare a text, or one of several."""
    return field(default=default, metadata={"choices": choices})


def switch(default: bool) -> Any:
    """Declare a yes or no."""
    return field(default=default)


def number(default: float | None, *, unit: Message, low: float, high: float) -> Any:
    """Declare a number with its unit and the range it may have, both ends included."""
    return field(default=default, metadata={"unit": unit, "low": low, "high": high})


def names() -> Any:
    """Declare a list of texts."""
    return field(default=())


@dataclass(frozen=True, slots=True)
class InputSettings:
    """What is watched, and who signs."""

    source: str = text()  # camera:N, camera:NAME or a path; empty: the first camera
    mirror: bool = switch(True)
    dominant_hand: str = text("right", choices=("right", "left"))


@dataclass(frozen=True, slots=True)
class LookSettings:
    """How the window looks."""

    theme: str = text("system", choices=("system", "light", "dark", "contrast"))
    text_scale: int = number(100, unit=Message("%"), low=100, high=200)
    overlay: bool = switch(True)
    # `qps` is for tests of the layout and in no list of the window.
    language: str = text("system", choices=("system", "en", "fr", "qps"))
    present_s: int = number(0, unit=Message("s"), low=0, high=60)


@dataclass(frozen=True, slots=True)
class RecognitionSettings:
    """How signs are looked up. A threshold left out is the one that came with the model."""

    packs: tuple[str, ...] = names()  # names or folders of those to search; empty: all that are installed
    top_k: int = number(5, unit=Message("answers"), low=1, high=6)
    provider: str = text("auto", choices=("auto", "cpu", "directml", "cuda", "coreml"))
    sim_threshold: float | None = number(None, unit=Message("similarity"), low=0, high=1)
    sim_margin: float | None = number(None, unit=Message("similarity"), low=0, high=1)
    motion_floor: float | None = number(None, unit=Message("torso units a frame"), low=0, high=10)


@dataclass(frozen=True, slots=True)
class LetterReadingSettings:
    """How fingerspelling is read and practised."""

    mode: str = text("sequence", choices=("sequence", "frame"))
    smoothing: int = number(5, unit=Message("answers"), low=1, high=30)
    level: int = number(1, unit=Message("level"), low=1, high=3)
    turn_hand: bool = switch(True)


@dataclass(frozen=True, slots=True)
class PracticeSettings:
    """How practising goes on."""

    timers: bool = switch(True)  # it goes on by itself after a while
    video: bool = switch(False)


@dataclass(frozen=True, slots=True)
class RecordingSettings:
    """What is remembered for whoever records references of their own."""

    signer: str = text()
    licence: str = text("LicenseRef-class-only")
    pack: str = text()  # folder of the pack that takes are added to; empty: the first of one's own
    skeleton_only: bool = switch(True)
    countdown: int = number(3, unit=Message("s"), low=0, high=10)
    takes: int = number(2, unit=Message("takes"), low=1, high=10)  # one after the other


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; one frozen object, handed to who needs it."""

    input: InputSettings = field(default_factory=InputSettings)
    look: LookSettings = field(default_factory=LookSettings)
    recognition: RecognitionSettings = field(default_factory=RecognitionSettings)
    letters: LetterReadingSettings = field(default_factory=LetterReadingSettings)
    practice: PracticeSettings = field(default_factory=PracticeSettings)
    recording: RecordingSettings = field(default_factory=RecordingSettings)

    def get(self, key: str) -> Any:
        """The value of `section.name`."""
        section, _, name = key.partition(".")
        return getattr(getattr(self, section), name)

    def with_value(self, key: str, value: Any) -> Settings:
        """A copy with one value changed; the value must have passed `check`."""
        section, _, name = key.partition(".")
        changed = dataclasses.replace(getattr(self, section), **{name: value})
        return dataclasses.replace(self, **{section: changed})


@dataclass(frozen=True, slots=True)
class Declared:
    """One setting as it was declared."""

    key: str
    kind: type
    optional: bool
    default: Any
    unit: Message
    low: float
    high: float
    choices: tuple[str, ...]

    @property
    def variable(self) -> str:
        """The environment variable that overrides it."""
        return ENVIRONMENT_PREFIX + self.key.replace(".", "__").upper()


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


def _declare() -> dict[str, Declared]:
    declared: dict[str, Declared] = {}
    sections = get_type_hints(Settings)
    for section, section_type in sections.items():
        hints = get_type_hints(section_type)
        for item in dataclasses.fields(section_type):
            hint, meta = hints[item.name], item.metadata
            optional = get_origin(hint) in (Union, UnionType)
            kind = (
                next(a for a in get_args(hint) if a is not type(None)) if optional else get_origin(hint) or hint
            )
            declared[f"{section}.{item.name}"] = Declared(
                f"{section}.{item.name}",
                kind,
                optional,
                item.default,
                meta.get("unit", NOTHING),
                meta.get("low", -math.inf),
                meta.get("high", math.inf),
                meta.get("choices", ()),
            )
    return declared


DECLARED: Final[Mapping[str, Declared]] = _declare()
SECTIONS: Final = tuple(item.name for item in dataclasses.fields(Settings))


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
