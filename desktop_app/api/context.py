"""The state that the endpoints of one server share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from starlette.requests import HTTPConnection

from desktop_app.api.engine_box import EngineBox
from desktop_app.api.inference import InferenceQueue
from desktop_app.api.letters_session import LetterService
from desktop_app.api.live import LiveHub


@dataclass(frozen=True, slots=True, eq=False)
class ApiContext:
    """The parts of one server; without globals, so that several servers can run side by side."""

    box: EngineBox
    queue: InferenceQueue
    letters: LetterService
    live: LiveHub
    videos_dir: Path | None
    send_timeout_s: float


def context_of(connection: HTTPConnection) -> ApiContext:
    """The context that `create_app` stored in the application."""
    context = connection.app.state.context
    assert isinstance(context, ApiContext)
    return context
