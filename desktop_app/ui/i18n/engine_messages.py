"""Messages that the engine made in English, in the interface language. Qt-free.

The engine knows no language: it says whole English sentences with values filled in. Their templates are
collected from its code (`scripts/dev/translations.py`) into the translators' catalogue, with `{0}`, `{1}` in
place of the values. Here a finished message is laid over the templates to find its own, and said again by the
translated one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from desktop_app.ui.i18n.translate import number

_PLACE: Final = re.compile(r"\{(\d+)\}")
# Where one sentence ends and another begins; values such as 0.3 or names of files are not cut.
_BETWEEN: Final = re.compile(r"(?<=[.!?]) (?=[A-Z“'])")
_PERCENT: Final = re.compile(r"\d+%")
MIN_LITERAL: Final = 4  # a template of fewer letters of its own would fit anything
_DEPTH: Final = 3  # a summary holds a sentence that holds a name


class Messages:
    """Templates, and what translates them.

    Args:
        templates: as collected; those without `{0}` are exact.
        translate: an English template -> the same in the interface language.
        percent: what stands after a number for per cent.
    """

    def __init__(self, templates: Iterable[str], translate: Callable[[str], str], percent: str = "%") -> None:
        self._templates = tuple(templates)
        self._translate, self._percent = translate, percent
        self._exact = frozenset(text for text in self._templates if not _PLACE.search(text))
        self._patterns = self._compiled()  # at start: it takes longer than a window may be busy later

    def _compiled(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """Those with places, the most literal first: it fits the fewest messages by chance."""
        found = []
        for template in self._templates:
            pieces = _PLACE.split(template)[::2]
            literal = sum(character.isalpha() for piece in pieces for character in piece)
            if template not in self._exact and literal >= MIN_LITERAL:
                words = [re.escape(piece.replace("{{", "{").replace("}}", "}")) for piece in pieces]
                found.append((literal, re.compile("(.*?)".join(words), re.DOTALL), template))
        found.sort(key=lambda entry: (-entry[0], entry[2]))
        return tuple((pattern, template) for _, pattern, template in found)

    def say(self, text: str, depth: int = 0) -> str:
        """The message in the interface language; what no template fits stays as it is."""
        whole = self._whole(text, depth)
        if whole is not None:
            return whole
        sentences = _BETWEEN.split(text)
        if len(sentences) == 1:
            return text
        parts = [self._whole(sentence, depth) for sentence in sentences]
        if any(part is not None for part in parts):
            return " ".join(part or sentence for part, sentence in zip(parts, sentences, strict=True))
        return self._whole(text, depth, across=True) or text

    def _whole(self, text: str, depth: int, *, across: bool = False) -> str | None:
        """By one template. `across`: a value may hold the end of a sentence, as words of the system do."""
        if text in self._exact:
            return self._translate(text)
        for pattern, template in self._patterns:
            match = pattern.fullmatch(text)
            if match and (across or not any(_BETWEEN.search(value) for value in match.groups())):
                values = [self._value(value, depth) for value in match.groups()]
                return self._translate(template).format(*values)
        return None

    def _value(self, value: str, depth: int) -> str:
        if _PERCENT.fullmatch(value):
            return value[:-1] + self._percent
        if value in self._exact:
            return self._translate(value)
        if depth < _DEPTH and value.endswith((".", "!", "?")):
            return self.say(value, depth + 1)
        parts = value.split(", ")
        if len(parts) > 1 and all(part in self._exact for part in parts):
            return ", ".join(self._translate(part) for part in parts)
        return number(value)


_messages: Messages | None = None


def install_messages(messages: Messages | None) -> None:
    """Set the templates of the interface language; None: English."""
    global _messages
    _messages = messages


def said(text: str) -> str:
    """A message of the engine (error, hint, finding, reason, moment, summary) in the interface language."""
    return text if _messages is None or not text else _messages.say(text)
