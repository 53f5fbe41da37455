"""Text for people as data: an English template and the values that fill it.

Whatever makes a sentence for a person (an error, a finding, a reason) makes a `Message`. The command line, the
API and the log show it with `str()`, in English; the window shows it in its own language
(`ui/i18n/translate.py: localised`). Only templates are translated: a value of type `str` is data and is shown
as it is. A value that is a message itself, or a sequence of messages, is translated like the message around it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, init=False, repr=False)
class Message:
    """A template in the syntax of `str.format` with named fields, and their values.

    The template must be a literal where a message is made: translators' catalogues are collected from the code.
    Without values the template is the text, and braces stand for themselves.

    Values should be plain data. An exception is stored as its text, since it would keep its whole traceback
    alive; one that carries a message is stored as that message.
    """

    template: str
    fields: tuple[tuple[str, object], ...]

    def __init__(self, template: str, /, **values: object) -> None:
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "fields", tuple((name, _plain(value)) for name, value in values.items()))

    def __str__(self) -> str:
        return self.render()

    def __repr__(self) -> str:
        values = "".join(f", {name}={value!r}" for name, value in self.fields)
        return f"Message({self.template!r}{values})"

    def __bool__(self) -> bool:
        return bool(self.template)

    @property
    def values(self) -> Mapping[str, object]:
        """The values by the names of their fields."""
        return dict(self.fields)

    def render(
        self, translate: Callable[[str], str] = str, adapt: Callable[[object], object] | None = None
    ) -> str:
        """The text in one language.

        Args:
            translate: an English template -> the template in that language, with the same fields.
            adapt: a value -> what is formatted in its place, for decimal numbers. It is not asked for messages,
                texts and whole numbers.
        """
        text = translate(self.template)
        return fill(text, dict(self.fields), translate, adapt) if self.fields else text


NOTHING: Final = Message("")
_AS_THEY_ARE: Final = frozenset({str, int, bool})


def verbatim(text: str) -> Message:
    """Text that is data, such as the words of the operating system: shown as it is in every language."""
    return Message("{text}", text=text)


def sentences(*messages: Message) -> Message:
    """Several messages one after the other, separated by a space; empty ones are left out."""
    parts = {f"sentence_{number}": message for number, message in enumerate(messages) if message}
    return Message(" ".join(f"{{{name}}}" for name in parts), **parts)


def fill(
    template: str,
    values: Mapping[str, object],
    translate: Callable[[str], str],
    adapt: Callable[[object], object] | None,
) -> str:
    """A translated template with its values, which are rendered as in `Message.render`."""
    return template.format(**{name: _shown(value, translate, adapt) for name, value in values.items()})


def _plain(value: object) -> object:
    if isinstance(value, BaseException):
        message = getattr(value, "message", None)
        return message if isinstance(message, Message) else str(value)
    return tuple(value) if isinstance(value, list) else value


def _shown(value: object, translate: Callable[[str], str], adapt: Callable[[object], object] | None) -> object:
    if type(value) in _AS_THEY_ARE:  # nearly all
        return value
    if isinstance(value, Message):
        return value.render(translate, adapt)
    if isinstance(value, tuple | list) and value and all(isinstance(part, Message) for part in value):
        return ", ".join(str(_shown(part, translate, adapt)) for part in value)
    return value if adapt is None else adapt(value)
