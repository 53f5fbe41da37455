"""The letter recogniser of one client, and what all clients share: models, threads and limits."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable
from typing import Final

from desktop_app.api import limits
from desktop_app.api.errors import ApiError, invalid
from desktop_app.api.inference import InferenceQueue
from desktop_app.api.letters_messages import HandFrame, PictureFrame
from desktop_app.api.pictures import decode_picture
from desktop_app.engine.letters.protocols import LetterModel
from desktop_app.engine.letters.records import LetterMode, LetterSettings, LetterState
from desktop_app.engine.letters.tracker import LetterTracker
from desktop_app.engine.protocols import LandmarkExtractor
from desktop_app.engine.records import Frame
from desktop_app.message import Message

GAP_S: Final = 1.0  # after a longer pause the hand may be anywhere: reset the tracker
ODD_STEPS: Final = 3  # in a row: a pause, a repeated frame or a new beginning is none of the client's mistakes
LEAST_STEP_S: Final = 0.001  # no camera gives more frames


class LetterService:
    """Shared by the letter clients of one server. Used on the server's event loop.

    One thread processes the landmarks of all clients in turn: each has at most one frame in progress. A client
    that sends pictures gets a thread and a hand tracker of its own.
    """

    def __init__(
        self, load_model: Callable[[LetterMode], LetterModel], make_extractor: Callable[[], LandmarkExtractor]
    ) -> None:
        self.make_extractor = make_extractor
        self.clients = 0
        self._load_model = load_model
        self._models: dict[LetterMode, LetterModel] = {}
        self._shared = InferenceQueue(4 * limits.MAX_LETTER_CLIENTS, "api-letters")
        self._picture_queues: list[InferenceQueue] = []

    @property
    def shared(self) -> InferenceQueue:
        """The thread that processes landmarks."""
        return self._shared

    def start(self) -> None:
        self._shared.start()

    def stop(self, timeout_s: float) -> bool:
        """Stop every thread; False when one is still busy."""
        deadline = time.monotonic() + timeout_s
        queues = [self._shared, *self._picture_queues]
        for queue in queues:
            queue.stop(0)
        ended = [queue.stop(max(0.0, deadline - time.monotonic())) for queue in queues]
        return all(ended)

    async def model(self, mode: LetterMode) -> LetterModel:
        """The model for a mode, loaded on first use. Raises AppError."""

        def load() -> LetterModel:
            if mode not in self._models:
                self._models[mode] = self._load_model(mode)
            return self._models[mode]

        return await self._shared.run(load)

    def open_picture_queue(self) -> InferenceQueue | None:
        """A thread for one more client that sends pictures; None when there are too many."""
        if len(self._picture_queues) >= limits.MAX_PICTURE_CLIENTS:
            return None
        queue = InferenceQueue(4, f"api-hands-{len(self._picture_queues)}")
        queue.start()
        self._picture_queues.append(queue)
        return queue

    async def close_picture_queue(self, queue: InferenceQueue, session: LetterSession) -> None:
        """Close the client's hand tracker on the thread that made it, then stop that thread."""
        try:
            await queue.run(session.close)
        except ApiError:  # the queue is stopping: the tracker ends with the process
            pass
        finally:
            while not queue.stop(0):
                await asyncio.sleep(0.01)
            self._picture_queues.remove(queue)


class LetterSession:
    """The letter recogniser of one client. Used by one thread at a time; pictures always by the same one."""

    def __init__(
        self,
        model: LetterModel,
        mode: LetterMode,
        make_extractor: Callable[[], LandmarkExtractor],
        *,
        dominant_left: bool,
    ) -> None:
        self.tracker = LetterTracker(model, LetterSettings(mode=mode, dominant_left=dominant_left))
        self._make_extractor = make_extractor
        self._extractor: LandmarkExtractor | None = None
        self._clock: str = ""
        self._client_s = -math.inf
        self._odd_steps = 0
        self._last_picture_s = 0.0

    def step(self, frame: HandFrame | PictureFrame, number: int, arrived_s: float) -> LetterState:
        """Process one frame.

        Args:
            number: counts the client's frames.
            arrived_s: when it arrived, in seconds since the connection was made.

        Raises:
            ApiError: the picture cannot be decoded, or the times of the client are too far apart for a window.
            LandmarkError: the tracker failed on it; the next frame may work.
        """
        if isinstance(frame, HandFrame):
            if frame.time_s is None:
                self._use_clock("server")
                return self.tracker.feed(frame.hand, frame.left, arrived_s, frame.aspect)
            self._use_clock("client")
            self._check_time(frame.time_s)
            return self.tracker.feed(frame.hand, frame.left, frame.time_s, frame.aspect)
        picture = decode_picture(frame.data)
        self._use_clock("server")
        if self._extractor is None:
            self._extractor = self._make_extractor()
        elif arrived_s - self._last_picture_s > GAP_S:
            self._extractor.reset()
        self._last_picture_s = arrived_s
        seen = self._extractor.extract(Frame(number, round(arrived_s * 1e9), picture, arrived_s))
        return self.tracker.step(seen)

    def reset(self, *, text: bool = False) -> None:
        """Reset the tracker, and clear the text if requested."""
        self.tracker.reset()
        self._client_s, self._odd_steps = -math.inf, 0
        if text:
            self.tracker.clear_text()

    def close(self) -> None:
        """Close the hand tracker."""
        if self._extractor is not None:
            self._extractor.close()
            self._extractor = None

    def _check_time(self, time_s: float) -> None:
        """Begin a new buffer where the client's time runs back. Raises ApiError: steps cannot be seconds."""
        step_s, self._client_s = time_s - self._client_s, time_s
        if step_s < 0:  # a recording from its beginning, or another one
            self.tracker.reset()
        longest = self.tracker.settings.absent_s
        too_wide = longest < step_s < math.inf and self.tracker.settings.mode is LetterMode.SEQUENCE
        self._odd_steps = self._odd_steps + 1 if too_wide or step_s < LEAST_STEP_S else 0
        if self._odd_steps < ODD_STEPS:
            return
        message = Message(
            "The last frames are {step:g} apart in time_s; frames of one movement are between {least:g} and "
            "{longest:g} seconds apart.",
            step=round(step_s, 6),
            least=LEAST_STEP_S,
            longest=longest,
        )
        hint = Message("time_s is in seconds: divide milliseconds by 1000, or leave time_s out.")
        raise invalid("time_s", message, hint, code="letters.time_steps")

    def _use_clock(self, clock: str) -> None:
        """Times of two clocks cannot be compared: a change of clock starts a new stream."""
        if self._clock and clock != self._clock:
            self.tracker.reset()
            self._client_s, self._odd_steps = -math.inf, 0
        self._clock = clock
