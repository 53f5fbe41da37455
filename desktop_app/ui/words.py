"""Every word the user sees passes here, so that another language can stand in. Qt-free.

The window installs Qt's translator once at start; tests and the state reducers work with the English text.
"""

from __future__ import annotations

from collections.abc import Callable

_translate: Callable[[str], str] = str


def install_translator(translate: Callable[[str], str]) -> None:
    """Set what turns an English text into the interface language."""
    global _translate
    _translate = translate


def tr(text: str, **values: object) -> str:
    """The text in the interface language; `{name}` places are filled after translating."""
    translated = _translate(text)
    return translated.format(**values) if values else translated
