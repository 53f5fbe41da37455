"""The composition root's part for the Library: packs that are open, and what is changed in them."""

from __future__ import annotations

from desktop_app.app_desk import Desk, DeskTools


class LibraryDesk(Desk):
    """Joins its view to engine and runtime. On the window's thread."""

    def __init__(self, tools: DeskTools) -> None:
        self._tools = tools
