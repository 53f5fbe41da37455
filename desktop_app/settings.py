"""Settings, declared once: name, type, unit, range or choices. Qt-free.

Their names and explanations for people are in `ui/settings/words.py`; `settings_layers.py` finds their values.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from desktop_app.message import NOTHING, Message

ENVIRONMENT_PREFIX: Final = "SIGNMIRROR_"


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
