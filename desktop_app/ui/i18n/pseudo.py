"""A pseudo language for layout tests: accented and longer, with the fields unchanged. Qt-free."""

from __future__ import annotations

import re
from typing import Final

_ACCENTS: Final = str.maketrans(
    "AEIOUYCNSZaeiouycnsz",
    "\u00c5\u00c9\u00ce\u00d6\u00db\u00dd\u00c7\u00d1\u0160\u017d\u00e5\u00e9\u00ee\u00f6\u00fb\u00fd\u00e7\u00f1\u0161\u017e",
)
_PLACE: Final = re.compile(r"(\{[^{}]*\})")
LONGER: Final = 0.4


def pseudo(text: str) -> str:
    """Put accents on letters, add 40 % in words that can wrap, and mark the text as right-to-left."""
    pieces = _PLACE.split(text)
    if not any(character.isalpha() for piece in pieces[::2] for character in piece):
        return text
    letters = sum(len(piece) for piece in pieces[::2])
    pieces[::2] = [piece.translate(_ACCENTS) for piece in pieces[::2]]
    more = round(letters * LONGER)
    filler = ("\u00f6\u00f1 " * (more // 3 + 1))[:more].rstrip()
    return "\u200f" + "".join(pieces) + ((" " + filler) if more > 1 else filler)
