"""Every word the user sees passes here, so that another language can stand in. Qt-free.

The window installs Qt's translator once at start; tests and the state reducers work with the English text.
Numbers come in the English way (`f"{share:.2f}"`, or a float with a format in the text) and leave with the
decimal sign of the language.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_DECIMAL: Final = re.compile(r"-?\d+\.\d+")

_translate: Callable[[str], str] = str
_decimal_point = "."


def install_translator(translate: Callable[[str], str]) -> None:
    """Set what turns an English text into the interface language."""
    global _translate
    _translate = translate


def install_decimal_point(sign: str) -> None:
    """Set how the interface language writes the decimal point."""
    global _decimal_point
    _decimal_point = sign


def tr(text: str, **values: object) -> str:
    """The text in the interface language; `{name}` places are filled after translating."""
    translated = _translate(text)
    if not values:
        return translated
    if _decimal_point == ".":
        return translated.format(**values)
    return translated.format(**{name: _local(value) for name, value in values.items()})


def number(text: str) -> str:
    """A plain decimal number as the interface language writes it; any other text as it is."""
    return text.replace(".", _decimal_point) if _DECIMAL.fullmatch(text) else text


class _LocalFloat(float):
    """A float whose formatted text has the decimal sign of the language."""

    def __format__(self, how: str) -> str:
        return super().__format__(how).replace(".", _decimal_point)


def _local(value: object) -> object:
    if isinstance(value, float):
        return _LocalFloat(value)
    return number(value) if isinstance(value, str) else value
