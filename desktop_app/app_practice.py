"""The composition root's part for practice: which sentence, when a take begins and ends, what is said of it."""

from __future__ import annotations

from desktop_app.app_desk import Desk, DeskTools


class PracticeDesk(Desk):
    """Joins its view to engine and runtime. On the window's thread."""

    def __init__(self, tools: DeskTools) -> None:
        self._tools = tools
