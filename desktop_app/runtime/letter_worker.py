"""The letter worker: reads fingerspelling from the newest frame. Idle while signs are recognised."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop_app.engine.letters.calibration import (
    calibration_path,
    forget_calibration,
    load_calibration,
    save_calibration,
)
from desktop_app.engine.letters.protocols import LetterModel
from desktop_app.engine.letters.records import LetterMode, LetterSettings
from desktop_app.engine.letters.tracker import LetterTracker
from desktop_app.engine.protocols import Clock, LandmarkExtractor
from desktop_app.engine.records import Frame, LandmarkFrame
from desktop_app.engine.sources.clock import NS_PER_S
from desktop_app.errors import AppError, LandmarkError
from desktop_app.runtime.capture import SourceFrame, SourceOver
from desktop_app.runtime.events import (
    Calibrate,
    CalibrationAction,
    CalibrationChanged,
    ChangeLetters,
    ChangePurpose,
    ChangeWork,
    EditLetters,
    EventHub,
    LetterCommand,
    LetterEdit,
    LetterPurpose,
    LetterReaderReady,
    LettersRead,
    LetterTextChanged,
    SourceEnded,
    Work,
    WorkerFault,
)
from desktop_app.runtime.letter_calibrator import CalibrationStatus, Calibrator
from desktop_app.runtime.slot import BoundedQueue, Closed, LatestSlot
from desktop_app.runtime.stats import StatsCollector
from desktop_app.runtime.worker import Worker, internal_error

_log = logging.getLogger(__name__)

TICK_S: Final = 0.1
REFUSED_LIMIT: Final = 30
GAP_NS: Final = NS_PER_S  # after a longer gap the hand may be anywhere, so that tracking restarts


@dataclass(frozen=True, slots=True)
class LetterParts:
    """Factories and settings of the letter worker. The factories run on its thread when letters are first read.

    `make_extractor` makes the hand tracker. `load_model` loads the letter model of a mode, which is then kept.
    """

    make_extractor: Callable[[], LandmarkExtractor]
    load_model: Callable[[LetterMode], LetterModel]
    settings: LetterSettings


class LetterInbox:
    """The mailboxes of the letter worker, with one condition so that one thread can wait for both.

    `frames` keeps the newest. `commands` is first in, first out, at most 64, and refuses items when full.
    """

    def __init__(self) -> None:
        self.condition = threading.Condition()
        self.frames: LatestSlot[SourceFrame | SourceOver] = LatestSlot(self.condition)
        self.commands: BoundedQueue[LetterCommand] = BoundedQueue(64, self.condition)

    def wait(self, timeout_s: float) -> None:
        """Wait until an item arrives or the time is over."""
        with self.condition:
            self.condition.wait_for(lambda: len(self.commands) or len(self.frames), timeout_s)

    def close(self) -> None:
        """Wake every waiter and refuse further items."""
        self.frames.close()
        self.commands.close()


class LetterWorker(Worker):
    """Owns the hand tracker and the letter reader, which are created, used and closed on its thread.

    Loading starts with the command to read letters. A model that cannot be loaded is reported and retried with
    the next such command or change of settings: the rest of the program does not need it.
    """

    def __init__(
        self,
        inbox: LetterInbox,
        parts: LetterParts,
        hub: EventHub,
        stats: StatsCollector,
        clock: Clock,
        *,
        on_fault: Callable[[str, AppError], None],
    ) -> None:
        super().__init__("letters", on_fault)
        self._inbox = inbox
        self._parts = parts
        self._settings = parts.settings
        self._hub = hub
        self._stats = stats
        self._clock = clock
        self._models: dict[LetterMode, LetterModel] = {}
        self._extractor: LandmarkExtractor | None = None
        self._tracker: LetterTracker | None = None
        self._calibrator: Calibrator | None = None
        self._published: CalibrationStatus | None = None
        self._purpose = LetterPurpose.SPELL
        self._refused = 0
        self._stream = 0
        self._last_ns: int | None = None

    def step(self) -> None:
        """One command, one frame, or a tenth of a second without either."""
        try:
            self._inbox.wait(TICK_S)
            command = self._inbox.commands.poll()
            item = self._inbox.frames.poll() if command is None else None
        except Closed:
            self._stop.wait(TICK_S)
            return
        if command is not None:
            self._handle(command)
        elif isinstance(item, SourceOver):
            self._hub.publish(SourceEnded(item.frames, item.first_id))
        elif item is not None:
            self._read(item)

    def teardown(self) -> None:
        if self._extractor is not None:
            self._extractor.close()
            self._extractor = None

    def wake(self) -> None:
        self._inbox.close()

    def _handle(self, command: LetterCommand) -> None:
        match command:
            case ChangeWork(work=work):
                if work is Work.LETTERS:
                    self._begin()
            case ChangeLetters(settings=settings):
                self._settings = settings
                if self._extractor is not None:  # else no letters have been read yet
                    self._try_load(self._renew_tracker)
            case ChangePurpose(purpose=purpose):
                self._purpose = purpose
                if purpose is not LetterPurpose.CALIBRATE and self._calibrator is not None:
                    self._calibrator.stop()
                    self._publish_calibration()
            case EditLetters(edit=edit):
                self._edit(edit)
            case Calibrate(action=action):
                self._calibrate(action)

    def _begin(self) -> None:
        """Start reading letters: load what is missing and forget earlier movements."""
        if self._extractor is None and not self._try_load(self._make_extractor):
            return
        if self._tracker is None:
            self._try_load(self._renew_tracker)
        else:
            self._tracker.reset()

    def _make_extractor(self) -> None:
        self._extractor = self._parts.make_extractor()

    def _renew_tracker(self) -> None:
        text = self._tracker.text if self._tracker is not None else ""
        mode = self._settings.mode
        if mode not in self._models:
            self._models[mode] = self._parts.load_model(mode)
        model = self._models[mode]
        old = self._calibrator
        if old is None or old.calibration.model_sha256 != model.spec.sha256:
            calibration = load_calibration(model.spec.sha256, _calibration_file(mode))
            self._calibrator = Calibrator(calibration, possible=model.spec.feature_dim > 0)
        self._tracker = LetterTracker(model, self._settings)
        self._tracker.text = text
        self._apply_calibration()
        self._hub.publish(LetterReaderReady(model.spec.name, self._settings, model.spec.remarks))
        self._publish_calibration()

    def _try_load(self, load: Callable[[], None]) -> bool:
        """Report a failed load; the worker continues and waits for another command."""
        try:
            load()
            return True
        except AppError as error:
            self._hub.publish(WorkerFault(self.name, error, fatal=False))
        except Exception as error:  # noqa: BLE001  (edge: as in the recogniser worker)
            _log.exception("Loading the letter reader failed")
            self._hub.publish(WorkerFault(self.name, internal_error(self.name, error), fatal=False))
        return False

    def _read(self, item: SourceFrame) -> None:
        tracker = self._tracker
        if tracker is None:
            return
        frame = item.frame
        self._start_anew_if_needed(tracker, item.stream, frame.captured_ns)
        started = time.perf_counter()
        try:
            landmarks = frame if isinstance(frame, LandmarkFrame) else self._extract(frame)
        except LandmarkError as error:
            self._refuse(frame.frame_id, error)
            return
        if landmarks is None:
            return
        self._refused = 0
        extracted = time.perf_counter()
        text = tracker.text
        state = tracker.step(landmarks)
        if self._purpose is not LetterPurpose.SPELL:
            tracker.text = text  # practised letters do not change the text
            state = replace(state, text=text)
        read = time.perf_counter()
        self._stats.time("extract", (extracted - started) * 1000)
        self._stats.time("track", (read - extracted) * 1000)
        self._stats.time("delay", max(0.0, (self._clock.now_ns() - landmarks.captured_ns) / 1e6))
        self._stats.count("tracked")
        calibrator = self._calibrator
        if self._purpose is LetterPurpose.CALIBRATE and calibrator is not None:
            if calibrator.step(state, tracker.last_scores):
                self._save_calibration()
            self._publish_calibration()
        self._hub.publish(LettersRead(landmarks, state))

    def _extract(self, frame: Frame) -> LandmarkFrame | None:
        """Landmarks of the hands; None while there is no hand tracker."""
        return self._extractor.extract(frame) if self._extractor is not None else None

    def _refuse(self, frame_id: int, error: LandmarkError) -> None:
        """Skip a frame on which the tracker failed; a second of them in a row is a fault."""
        _log.warning("Frame %d: %s", frame_id, error.message)
        self._refused += 1
        if self._refused >= REFUSED_LIMIT:
            raise error

    def _start_anew_if_needed(self, tracker: LetterTracker, stream: int, captured_ns: int) -> None:
        new_stream = stream != self._stream
        gap = self._last_ns is not None and captured_ns - self._last_ns > GAP_NS
        if (new_stream or gap) and self._last_ns is not None and self._extractor is not None:
            self._extractor.reset()
        if new_stream:
            tracker.reset()
        self._stream, self._last_ns = stream, captured_ns

    def _edit(self, edit: LetterEdit) -> None:
        if self._tracker is None:
            return
        match edit:
            case LetterEdit.CLEAR:
                self._tracker.clear_text()
            case LetterEdit.DELETE_LAST:
                self._tracker.delete_last()
        self._hub.publish(LetterTextChanged(self._tracker.text))

    def _calibrate(self, action: CalibrationAction) -> None:
        calibrator = self._calibrator
        if calibrator is None:
            return
        changed = False
        match action:
            case CalibrationAction.START:
                calibrator.start()
            case CalibrationAction.STOP:
                calibrator.stop()
            case CalibrationAction.SKIP:
                calibrator.skip()
            case CalibrationAction.UNDO:
                changed = calibrator.undo()
            case CalibrationAction.FORGET:
                calibrator.forget()
                changed = True
            case CalibrationAction.RESTORE:
                changed = calibrator.restore()
        if changed:
            self._save_calibration()
        self._publish_calibration()

    def _save_calibration(self) -> None:
        """Apply the calibration and save it at once, as the program may end at any time."""
        self._apply_calibration()
        calibrator = self._calibrator
        if calibrator is None:
            return
        try:
            if calibrator.calibration.examples:
                save_calibration(calibrator.calibration, _calibration_file(self._settings.mode))
            else:
                forget_calibration(_calibration_file(self._settings.mode))
        except (AppError, OSError) as error:
            shown_error = error if isinstance(error, AppError) else internal_error(self.name, error)
            self._hub.publish(WorkerFault(self.name, shown_error, fatal=False))

    def _apply_calibration(self) -> None:
        if self._tracker is not None and self._calibrator is not None:
            calibration = self._calibrator.calibration
            self._tracker.adapt = calibration.adapt if calibration.examples else None

    def _publish_calibration(self) -> None:
        if self._calibrator is not None and self._calibrator.status != self._published:
            self._published = self._calibrator.status
            self._hub.publish(CalibrationChanged(self._published))


def _calibration_file(mode: LetterMode) -> Path:
    """The calibration file of a mode; each mode has a model, and so a calibration, of its own."""
    return calibration_path("" if mode is LetterMode.SEQUENCE else mode.value)
