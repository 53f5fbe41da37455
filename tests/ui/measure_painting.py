"""How long the window's thread is busy at a stretch in each view: processor time of one call of Qt's loop.

    python -m tests.ui.measure_painting [--seconds N] [--direct] [--json FILE]

Processor time, because on a busy computer a clock on the wall also counts what others do. A call is one event
with all that it leads to: a repaint of everything that changed is one. `--direct` paints figures on the
window's thread, without `PaintingThread`. The views are fed with the built-in sample at 30 frames a second.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.app.application import prepare_application
from desktop_app.app.main_window import VIEWS, MainWindow
from desktop_app.engine.letters.reference import reference_hands
from desktop_app.engine.packs.index import PackKind
from desktop_app.engine.records import FloatArray, Frame
from desktop_app.engine.takes.trim import hand_speeds
from desktop_app.engine.tracking.live import LivePhase
from desktop_app.ui.bridge import Bridge, EventBatch, MotionSample
from desktop_app.ui.figure.painting_thread import PaintingThread
from desktop_app.ui.kit.theme import apply_theme, make_theme
from desktop_app.ui.live.presentation import PresentationWindow
from desktop_app.ui.player.clip import avatar_clip, clip_key, thumbnail
from desktop_app.ui.progress.review_clips import clips_of
from desktop_app.ui.progress.review_state import opened
from desktop_app.ui.recording import flow
from desktop_app.ui.recording.state import RecordState
from desktop_app.ui.recording.tasks import Playable
from tests.engine.attempts.sent import noted
from tests.ui import scenes as live
from tests.ui.library.test_view import made_up
from tests.ui.practice import scenes as practice
from tests.ui.recording.takes import good_take, with_take
from tests.ui.spelling import letter_scenes

LIMIT_MS: Final = 16.0
FEED_MS: Final = 33
REFRESHES: Final = 300


class MeasuredApplication(QApplication):
    """Notes the processor time of every call that Qt's loop makes."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.calls_ms: list[float] = []
        self._depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._depth:
            return super().notify(receiver, event)
        self._depth += 1
        began = time.thread_time_ns()
        try:
            return super().notify(receiver, event)
        finally:
            self.calls_ms.append((time.thread_time_ns() - began) / 1e6)
            self._depth -= 1


class Feed(QObject):
    """Gives the window a camera picture and landmarks, 30 times a second."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.stop_countdown: Callable[[], None] = lambda: None
        self._window, self._frames, self._at = window, practice.sample_frames(), 0
        noise = np.random.default_rng(0).integers(0, 255, (90, 160, 3), np.uint8)
        self._bgr = np.ascontiguousarray(noise.repeat(8, axis=0).repeat(8, axis=1))
        self.pictures = True
        timer = QTimer(self)
        timer.setInterval(FEED_MS)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._give)
        timer.start()

    def _give(self) -> None:
        marks = self._frames[self._at % len(self._frames)]
        self._at += 1
        frame = Frame(marks.frame_id, marks.captured_ns, self._bgr, marks.position_s) if self.pictures else None
        window = self._window
        speed = 0.2 + 2.0 * (self._at % 60 > 30)
        sample = MotionSample(self._at * FEED_MS / 1000, speed, 0.3 * speed, LivePhase.READY)
        batch = EventBatch(frame, marks, (), (sample,), (), False)
        for view in (window.live, window.spelling, window.practice, window.recording):
            view.show_batch(batch)


def show_live(window: MainWindow, feed: Feed) -> None:
    """The built-in sample (a figure instead of a camera picture), and the reference of an answer beside it."""
    show_camera(window, feed)
    feed.pictures = False
    window.live.video.show_picture(None, None)


def show_camera(window: MainWindow, feed: Feed) -> None:
    """A camera picture with the overlay, and the reference of an answer beside it."""
    feed.pictures = True
    window.show_view("live")
    window.set_state(live.answered())
    window.flush()
    window.live.player.show_clip(avatar_clip("Thank you", "Starter", live.reference()))


def show_result(window: MainWindow, feed: Feed) -> None:
    """Reference and attempt side by side after an attempt."""
    window.show_view("practice")
    practice.result(window)
    window.practice.result.player.controls.toggle()


def show_review(window: MainWindow, feed: Feed) -> None:
    """An attempt that was sent, playing."""
    window.show_view("review")
    shown = noted()
    state = opened(replace(window.review.state, hold=False), Path("a.signtry"), shown)
    window.review.show_attempt(state, clips_of(shown))
    if not state.playback.playing:
        window.review.controls.play.click()


def show_letters(window: MainWindow, feed: Feed) -> None:
    """Fingerspelling: the picture, and the hand of the letter that turns."""
    feed.pictures = True
    window.show_view("letters")
    hands = reference_hands()
    window.spelling.set_hands(hands)
    window.spelling.set_state(letter_scenes.practising())


def show_countdown(window: MainWindow, feed: Feed) -> None:
    """The ring over the picture, before a take."""
    feed.pictures = True
    window.show_view("record")
    state = flow.start(replace(RecordState(), countdown_s=30.0), time.monotonic())
    timer = QTimer(feed)
    timer.timeout.connect(lambda: window.recording.show_record(flow.tick(state, time.monotonic())))
    timer.start(FEED_MS)
    QTimer.singleShot(20_000, timer, timer.stop)
    feed.stop_countdown = timer.stop


def show_take(window: MainWindow, feed: Feed) -> None:
    """A take that plays in its kept part."""
    feed.stop_countdown()
    window.show_view("record")
    state = flow.wait(with_take(RecordState(), 1, good_take()))
    window.recording.show_record(state)
    made = state.takes[0]
    clip = avatar_clip("Good morning", "", made.take.sequence)
    window.recording.set_playable(Playable(1, clip, hand_speeds(made.take.sequence)), thumbnail(clip))


def show_library(window: MainWindow, feed: Feed) -> None:
    """A thousand sentences, a letter typed or deleted ten times a second."""
    window.show_view("library")
    many = made_up("mine", PackKind.OWN, [f"sentence {number}" for number in range(1000)], takes=3)
    window.library.show_packs((many,), frozenset({many.key}))
    strokes = ("s", "se", "sen", "sent", "sent 1", "sent 12", "sent 1", "9", "", "sentence 99")
    words = iter(strokes * 99)
    timer = QTimer(feed)
    timer.timeout.connect(lambda: window.library.sentences.filter.setText(next(words)))
    timer.start(100)
    QTimer.singleShot(20_000, timer, timer.stop)


def show_presentation(window: MainWindow, feed: Feed) -> None:
    """A held answer in full screen with the reference."""
    shown = PresentationWindow(window)
    shown.set_theme(window.theme)
    shown.canvas.set_theme(window.theme)
    shown.start(live.ready(), 0)
    shown.toggle_reference()
    shown.show_state(live.answered())
    shown.receive(clip_key(live.candidate(0, 0.9)), avatar_clip("Thank you", "Starter", live.reference()))
    shown.resize(1920, 1080)


SCENES: Final[dict[str, Callable[[MainWindow, Feed], None]]] = {
    "live, camera and reference": show_camera,
    "live, sample and reference": show_live,
    "letters, turning hand": show_letters,
    "practice result, both players": show_result,
    "record, countdown": show_countdown,
    "record, review of a take": show_take,
    "review of an attempt": show_review,
    "library, filter over 1,000": show_library,
    "presentation 1920x1080": show_presentation,
}


def summary(calls_ms: list[float]) -> dict[str, float | int]:
    """Figures of those calls that do something: most are timers that find nothing to do."""
    return figures_of(np.array([ms for ms in calls_ms if ms > 0.2] or [0.0]))


def figures_of(calls_ms: FloatArray) -> dict[str, float | int]:
    """How long calls took, in milliseconds."""
    return {
        "calls": len(calls_ms),
        "median_ms": round(float(np.median(calls_ms)), 3),
        "p95_ms": round(float(np.percentile(calls_ms, 95)), 3),
        "max_ms": round(float(calls_ms.max()), 2),
        "over_limit": int((calls_ms > LIMIT_MS).sum()),
    }


def refreshes(app: MeasuredApplication, window: MainWindow) -> Iterator[tuple[str, dict[str, float | int]]]:
    """The refresh of the window in each view, with what changes from frame to frame; without the painting."""
    window._timer.stop()
    state, letters = live.answered(), letter_scenes.practising()
    for name in VIEWS:
        window.show_view(name)
        app.processEvents()
        calls_ms = []
        for number in range(REFRESHES):
            rates = replace(state.rates, delay_ms=float(number))
            window.set_state(replace(state, collected=number % 32, rates=rates))
            window.spelling.set_state(replace(letters, collected=number % 32, latency_ms=float(number)))
            began = time.thread_time_ns()
            window._refresh()
            calls_ms.append((time.thread_time_ns() - began) / 1e6)
            app.processEvents()
        yield f"refresh, {name}", figures_of(np.array(calls_ms))


def measure(seconds: float, *, direct: bool) -> dict[str, dict[str, float | int]]:
    """Every scene for some seconds, after one second in which it settles, then the refreshes."""
    app = MeasuredApplication(["measure"])
    prepare_application()
    practice.judged("Thank you", practice.THANK_YOU)
    found: dict[str, dict[str, float | int]] = {}
    with tempfile.TemporaryDirectory() as folder:
        memory = QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(Bridge(), memory, [])
        pictures = PaintingThread()
        if not direct:
            pictures.start()
        apply_theme(app, window, make_theme("light", 100))
        window.resize(1280, 800)
        window.show()
        feed = Feed(window)

        def run(names: list[str]) -> None:
            if not names:
                found.update(refreshes(app, window))
                app.quit()  # which closes the window
                return
            SCENES[names[0]](window, feed)
            QTimer.singleShot(1000, app.calls_ms.clear)
            QTimer.singleShot(round(1000 + seconds * 1000), partial(end, names))

        def end(names: list[str]) -> None:
            found[names[0]] = summary(list(app.calls_ms))
            run(names[1:])

        QTimer.singleShot(0, lambda: run(list(SCENES)))
        app.exec()
        pictures.close()
        window.close()
    return found


def main(arguments: list[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--direct", action="store_true")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(arguments)
    found: dict[str, Any] = measure(options.seconds, direct=options.direct)
    for name, figures in found.items():
        print(
            f"{name:32} {figures['calls']:5} calls  median {figures['median_ms']:7.3f}"
            f"  p95 {figures['p95_ms']:7.3f}  max {figures['max_ms']:6.2f} ms  over {figures['over_limit']}"
        )
    if options.json is not None:
        options.json.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
