"""Tables of keys: what is pressed, what the help says of it, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Keys: TypeAlias = dict[str, tuple[str, Callable[[], object]]]  # shortcut -> words for the help, what it does
KeyTable: TypeAlias = tuple[QWidget, Keys]  # the keys work while the widget is shown


def install_keys(tables: Iterable[KeyTable]) -> None:
    """Make the shortcuts of the tables. Tables whose widgets are never shown together may share keys."""
    for owner, keys in tables:
        for key, (_, action) in keys.items():
            shortcut = QShortcut(QKeySequence(key), owner)
            shortcut.activated.connect(action)


def merged_keys(tables: Iterable[KeyTable]) -> Keys:
    """All keys of a view with several tables, for the help."""
    return {key: entry for _, keys in tables for key, entry in keys.items()}
