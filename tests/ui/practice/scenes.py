"""Scenes of the Practice view, made from packs and the sample that ship with the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from desktop_app import paths
from desktop_app.app.main_window import MainWindow
from desktop_app.engine import layout
from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.encoder.onnx import open_encoder
from desktop_app.engine.packs import default_packs
from desktop_app.engine.practice.evaluation import AttemptResult, AttemptVerdict, Question, evaluate
from desktop_app.engine.progress.lessons import Lesson, lessons, sentences_of
from desktop_app.engine.records import LandmarkFrame
from desktop_app.engine.search.library import open_library
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.engine.sources.recording_source import RecordingSource
from desktop_app.engine.takes.take import Take
from desktop_app.engine.tracking.offline import iterate
from desktop_app.ui.camera.takes import CurrentTake
from desktop_app.ui.player.clip import avatar_clip, thumbnail
from desktop_app.ui.practice.state import PracticeStage, PractisingState
from tests.helpers.takes import take_of_frames
from tests.ui import scenes as live_scenes


@cache
def recogniser() -> Recogniser:
    """The model and the packs that ship."""
    bundle = load_bundle()
    encoder = open_encoder(bundle, cache_dir=paths.cache_dir())
    return Recogniser(encoder, open_library(default_packs(bundle), encoder), bundle.thresholds)


@cache
def sample_frames() -> tuple[LandmarkFrame, ...]:
    """The sample, frame by frame."""
    source = RecordingSource(paths.sample_recording(), realtime=False)
    source.open()
    return tuple(frame for frame in iterate(source) if isinstance(frame, LandmarkFrame))


def take_of(frames: tuple[LandmarkFrame, ...]) -> Take:
    """A take as the recorder makes it."""
    return take_of_frames(frames)


def sample_take(start_s: float, end_s: float) -> Take:
    """A piece of the sample as a take."""
    return take_of(tuple(frame for frame in sample_frames() if start_s <= frame.position_s <= end_s))


HELLO, THANK_YOU, NO, LOVE, HANDBAG = (0.2, 4.0), (4.0, 7.8), (7.8, 11.6), (11.6, 15.4), (15.4, 19.2)


def lesson_of(sentence: str) -> Lesson:
    """The first lesson in which a sentence occurs."""
    found = lessons(sentences_of(recogniser().library.references))
    return next(one for one in found if any(key.sentence == sentence for key in one.sentences))


def question_of(lesson: Lesson, sentence: str) -> Question:
    key = next(key for key in lesson.sentences if key.sentence == sentence)
    return Question(key.identity, tuple(key.identity for key in lesson.sentences))


@cache
def judged(sentence: str, piece: tuple[float, float]) -> AttemptResult:
    """A piece of the sample as an attempt of a sentence."""
    return evaluate(sample_take(*piece), question_of(lesson_of(sentence), sentence), recogniser())


def state_of(sentence: str, stage: PracticeStage, **values: object) -> PractisingState:
    lesson = lesson_of(sentence)
    place = [key.sentence for key in lesson.sentences].index(sentence)
    outcomes: tuple[AttemptVerdict | None, ...] = (AttemptVerdict.RIGHT,) * place + (None,) * (
        len(lesson.sentences) - place
    )
    state = PractisingState(lesson=lesson, place=place, outcomes=outcomes, stage=stage, now_s=2.0)
    return replace(state, **values)  # type: ignore[arg-type]


def show_person(window: MainWindow, at_s: float = 5.8) -> None:
    window.set_state(live_scenes.ready())
    frame = min(sample_frames(), key=lambda one: abs(one.position_s - at_s))
    window.practice.stage.video.show_picture(None, frame)
    sample = str(paths.sample_recording())
    window.practice.bar.set_sources((), sample, sample)
    window.flush()


def _player(window: MainWindow, sentence: str) -> None:
    library = recogniser().library
    row = next(i for i, info in enumerate(library.references) if info.sentence == sentence)
    clip = avatar_clip(sentence, library.references[row].pack, library.features(row))
    window.practice.stage.player.show_clip(clip)
    window.practice.stage.player.controls.step(len(clip.features) // 2)


def choose(window: MainWindow) -> None:
    library = recogniser().library
    found = lessons(sentences_of(library.references))
    page = window.practice.choose
    show_person(window)
    page.show_lessons(found)
    page.choose(next(i for i, one in enumerate(found) if len(one.sentences) > 6))
    for key in page.lesson.sentences if page.lesson is not None else ():
        row = next(i for i, info in enumerate(library.references) if (info.pack, info.sentence) == key.identity)
        page.set_thumbnail(key.identity, thumbnail(avatar_clip("", "", library.features(row))))
    window.flush()


def watch(window: MainWindow) -> None:
    show_person(window, 4.2)
    window.practice.show_practice(state_of("Thank you", PracticeStage.WATCH))
    _player(window, "Thank you")


def ready(window: MainWindow) -> None:
    show_person(window, 4.2)
    window.practice.show_practice(state_of("Thank you", PracticeStage.READY, now_s=1.2))
    _player(window, "Thank you")


def record(window: MainWindow) -> None:
    show_person(window)
    take = CurrentTake(1, seconds=2.4, moving=True, hands=True)
    window.practice.show_practice(state_of("Thank you", PracticeStage.RECORD, take=take))
    _player(window, "Thank you")


def _result(window: MainWindow, result: AttemptResult, sentence: str) -> None:
    show_person(window)
    window.practice.show_result(result, ())
    window.practice.show_practice(state_of(sentence, PracticeStage.RESULT, verdict=result.verdict, now_s=4.0))


def result(window: MainWindow) -> None:
    _result(window, judged("Thank you", THANK_YOU), "Thank you")
    window.practice.result.player.jump(0)


def other(window: MainWindow) -> None:
    _result(window, judged("Please", THANK_YOU), "Please")
    window.practice.result.player.jump(0)


def beside_the_picture() -> Take:
    """ "Thank you" by somebody who sits too far to one side: the hand leaves the picture."""
    shifted = []
    for frame in sample_frames():
        if THANK_YOU[0] <= frame.position_s <= THANK_YOU[1]:
            raw = frame.raw.copy()
            columns = layout.X_COLUMNS[raw[layout.X_COLUMNS] != 0]
            raw[columns] += 0.42
            shifted.append(replace(frame, raw=raw))
    return take_of(tuple(shifted))


def why(window: MainWindow) -> None:
    made = evaluate(beside_the_picture(), question_of(lesson_of("Coffee"), "Coffee"), recogniser())
    _result(window, made, "Coffee")


def free(window: MainWindow) -> None:
    show_person(window)
    made = evaluate(sample_take(*THANK_YOU), Question(None), recogniser())
    window.practice.show_result(made, ())
    window.practice.show_practice(PractisingState(stage=PracticeStage.RESULT, free=True, now_s=3.0))


SCENES: dict[str, Callable[[MainWindow], None]] = {
    "choose": choose,
    "watch": watch,
    "ready": ready,
    "record": record,
    "result": result,
    "other": other,
    "why": why,
    "free": free,
}
