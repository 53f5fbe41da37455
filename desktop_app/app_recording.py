"""The composition root's part for recording: takes, their quality, and the pack that keeps them."""

from __future__ import annotations

from desktop_app.app_desk import Desk, DeskTools


class RecordingDesk(Desk):
    """Joins its view to engine and runtime. On the window's thread."""

    def __init__(self, tools: DeskTools) -> None:
        self._tools = tools
