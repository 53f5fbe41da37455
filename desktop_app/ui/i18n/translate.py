"""The window's texts in the interface language. Qt-free.

The window installs Qt's translator once at start; tests and the state reducers work with the English text.
Numbers are formatted by the template (`{share:.0%}`) and written with the signs of the language.
"""

from __future__ import annotations

from collections.abc import Callable
from numbers import Integral, Real

from desktop_app.message import Message, fill

_translate: Callable[[str], str] = str
_decimal_point = "."
_percent = "%"


def install_translator(translate: Callable[[str], str]) -> None:
    """Set what turns an English template into the interface language."""
    global _translate
    _translate = translate


def install_number_signs(decimal_point: str = ".", percent: str = "%") -> None:
    """Set how the interface language writes the decimal point and what follows a number of per cent."""
    global _decimal_point, _percent
    _decimal_point, _percent = decimal_point, percent


def tr(text: str, /, **values: object) -> str:
    """The text in the interface language; `{name}` fields are filled after translating, as in a `Message`."""
    translated = _translate(text)
    return fill(translated, values, _translate, _adapted) if values else translated


def localised(message: Message) -> str:
    """A message of any part of the program in the interface language."""
    return message.render(_translate, _adapted)


class _LocalFloat(float):
    """A float that is formatted with the signs of the language."""

    def __format__(self, spec: str) -> str:
        text = super().__format__(spec)
        if text.endswith("%"):
            text = text[:-1] + _percent
        return text.replace(".", _decimal_point)


def _adapted(value: object) -> object:
    if isinstance(value, float) or (isinstance(value, Real) and not isinstance(value, Integral)):
        return _LocalFloat(value)
    return value
