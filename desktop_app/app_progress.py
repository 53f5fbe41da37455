"""The composition root's part for progress: the history that is kept, and tries that are sent and opened."""

from __future__ import annotations

from desktop_app.app_desk import Desk, DeskTools


class ProgressDesk(Desk):
    """Joins its view to engine and runtime. On the window's thread."""

    def __init__(self, tools: DeskTools) -> None:
        self._tools = tools
