"""Make the pictures of the window in docs/screenshots anew: the real program without a display.

python -m scripts.dev.make_screenshots [SCENE...]

No picture of a real person is in any of them: the source is always a landmark recording that ships.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop_app.engine.importing.import_jobs import FoundClips
from scripts.dev.picture_stage import (
    ASIDE,
    SIGNS,
    PictureStage,
    made_up_history,
    made_up_pack,
    own_recordings,
    piece,
    prepare,
    workshop,
)

ATTEMPTS = 4
LOW = 0.3  # of the picture's height: a sign of the chin made before the chest
OUT = Path(__file__).resolve().parents[2] / "docs" / "screenshots"


def answer(stage: PictureStage, *, accepted: bool) -> None:
    """Until the next sign was answered."""
    before = stage.window.state.answer.number if stage.window.state.answer else 0

    def came() -> bool:
        made = stage.window.state.answer
        return made is not None and made.number > before and made.prediction.accepted is accepted

    stage.wait(came, "an answer")


def first(stage: PictureStage) -> None:
    """The first start, without a camera."""
    from desktop_app.ui.state import EnginePhase

    stage.wait(lambda: stage.window.state.engine is EnginePhase.READY, "the packs")
    stage.wait(lambda: stage.window.state.banners, "a banner")
    stage.rest(0.1)
    stage.shoot("first-start")
    stage.window.show_help()
    stage.dialog("keys")


def live(stage: PictureStage) -> None:
    from desktop_app import paths

    stage.show("live")
    for look in ("light", "dark", "contrast", "light-200"):
        stage.dress(look)
        stage.play(paths.sample_recording())
        answer(stage, accepted=True)
        stage.rest(0.9)
        stage.shoot(f"live-{look}")
    stage.dress("light")
    aside = piece(stage.home / "a signer aside.npz", *SIGNS["Handbag"], shift=ASIDE)
    for _ in range(ATTEMPTS):  # a computer that is busy may lose the very frames that show why
        stage.play(aside)
        answer(stage, accepted=False)
        if stage.comes(lambda: stage.window.state.why is not None, 5.0):
            break
    stage.rest(0.5)
    stage.shoot("live-why")


def presentation(stage: PictureStage) -> None:
    from desktop_app import paths

    stage.show("live")
    stage.program.live.present()
    shown = stage.program.live.presentation
    assert shown is not None
    shown.showNormal()
    shown.resize(1280, 720)
    stage.play(paths.sample_recording())
    answer(stage, accepted=True)
    stage.rest(0.8)
    stage.shoot("presentation", shown)
    shown.close()


def library(stage: PictureStage) -> None:
    view = stage.window.library
    stage.show("library")
    stage.wait(lambda: stage.program.library.packs.packs, "the packs")
    view.sentences.tree.setCurrentIndex(view.sentences.model.index(6, 0))
    stage.wait(lambda: view.player.playback.count > 0, "a reference")
    view.player.controls.step(25)
    stage.looks("library", "light", "dark", "light-200")
    view.open_wanted.emit(str(made_up_pack(stage.home / "in-the-kitchen.signpack")))
    stage.dialog("pack-open")
    view.import_wanted.emit(str(own_recordings(stage.home / "recordings")))
    box = stage.open_dialog()
    stage.wait(lambda: box.model.jobs, "the files")  # type: ignore[attr-defined]
    box.show_clips(FoundClips(tuple(box.model.jobs)), "Videos/Class 3")  # type: ignore[attr-defined]
    box.new_name.setText("Class 3")  # type: ignore[attr-defined]
    box.signer.setText("Ama")  # type: ignore[attr-defined]
    stage.dialog("import")
    view.new_pack_wanted.emit()
    stage.dialog("pack-new")


def record(stage: PictureStage) -> None:
    from desktop_app.ui.recording.state import RecordPhase

    def until(phase: RecordPhase) -> None:
        stage.wait(lambda: stage.program.recording.state.phase is phase, phase.value)

    view = stage.window.recording
    stage.show("library")
    stage.play(piece(stage.home / "a signer.npz", *SIGNS["No"]))
    stage.window.library.record.click()
    view.form.sentence.setText("Good afternoon")
    view.form.category.setText("greetings")
    view.form.signer.setText("Ama")
    view.form.signer.editingFinished.emit()
    view.form.new_pack.setText("Class 3")
    view.form.language.setText("Ghanaian Sign Language")
    stage.rest(1.0)
    stage.looks("record", "light", "dark", "light-200")
    for number in range(2):
        until(RecordPhase.FORM if not number else RecordPhase.REVIEW)
        view.primary_wanted.emit()
        until(RecordPhase.COUNTDOWN)
        stage.rest(0.8)
        if not number:
            stage.shoot("record-countdown")
        until(RecordPhase.RECORDING)
        stage.play(piece(stage.home / "a signer.npz", *SIGNS["No"]))
        if not number:
            stage.rest(2.6)
            stage.shoot("record-recording")
        until(RecordPhase.REVIEW)
    stage.wait(lambda: stage.program.recording.state.may_save, "both takes")
    stage.rest(0.8)
    stage.shoot("record-review")
    view.takes.save.click()
    until(RecordPhase.SAVED)
    stage.wait(lambda: stage.program.recording.state.recognised, "the new reference")
    stage.rest(0.5)
    stage.shoot("record-saved")


def own_pack(stage: PictureStage) -> None:
    """What can be done with a pack of one's own; follows `record`."""
    view = stage.window.library
    stage.show("library")
    own = next(pack for pack in view.index if pack.is_own)
    view.packs.select(own.key)
    stage.rest(0.3)
    view.sentences.tree.setCurrentIndex(view.sentences.model.index(0, 0))
    view.sentences.tree.expandAll()
    stage.rest(1.0)
    stage.shoot("library-own")
    view.sentences.edit.click()
    stage.dialog("reference-edit")
    view.export_wanted.emit(own.key)
    stage.dialog("pack-export")
    view.packs.select("")


def practice(stage: PictureStage) -> None:
    from desktop_app.ui.practice.state import PracticeStage as Step

    controller, view = stage.program.practice, stage.window.practice

    def until(step: Step) -> None:
        stage.wait(lambda: controller.state.stage is step, step.value)

    stage.show("practice")
    page = view.choose
    stage.wait(lambda: len(page.lessons) > 10, "lessons")
    place = next(
        number
        for number, lesson in enumerate(page.lessons)
        if lesson.id.startswith("category") and any(key.sentence == "Thank you" for key in lesson.sentences)
    )
    page.choose(place)
    assert page.lesson is not None
    page.grid.setCurrentRow([key.sentence for key in page.lesson.sentences].index("Thank you"))
    stage.rest(2.5)
    stage.looks("practice", "light", "dark", "light-200")
    page.start.click()
    until(Step.WATCH)
    stage.rest(1.6)
    stage.shoot("practice-watch")
    practise_once(stage, until, piece(stage.home / "a signer.npz", *SIGNS["Thank you"], low=LOW), shoot=True)
    view.result.player.jump(0)
    stage.rest(0.4)
    stage.looks("practice-result", "light", "dark")
    practise_once(stage, until, piece(stage.home / "a signer aside.npz", *SIGNS["I love you"], shift=ASIDE))
    stage.shoot("practice-why")
    view.leave_wanted.emit()


def practise_once(stage: PictureStage, until: Callable[..., None], what: Path, *, shoot: bool = False) -> None:
    from desktop_app.ui.practice.state import PracticeStage as Step

    view = stage.window.practice
    view.begin_wanted.emit()
    until(Step.READY)
    if shoot:
        stage.rest(1.0)
        stage.shoot("practice-ready")
    until(Step.RECORD)
    stage.play(what)
    if shoot:
        stage.rest(2.6)
        stage.shoot("practice-record")
    until(Step.RESULT)
    view.touched.emit()  # it does not go on by itself meanwhile
    stage.rest(1.0)


def letters(stage: PictureStage) -> None:
    from desktop_app import paths
    from desktop_app.runtime.events import LetterPurpose
    from desktop_app.ui.spelling.state import ReaderPhase

    view = stage.window.spelling
    stage.show("letters")
    sample = paths.sample_recording("letters")
    stage.wait(lambda: stage.window.spelling.state.reader is ReaderPhase.READY, "the letter reader")
    for look in ("light", "dark", "light-200"):
        stage.dress(look)
        view.text.clear.click()
        stage.play(sample)
        stage.wait(lambda: not stage.window.spelling.state.text, "an empty text")
        stage.wait(lambda: stage.window.spelling.state.text.startswith("HEL"), "letters")
        stage.shoot(f"letters-{look}")
    stage.dress("light")
    view.choose_purpose(LetterPurpose.PRACTISE)
    stage.play(sample)
    stage.wait(lambda: stage.window.spelling.state.best is not None, "a letter")
    stage.rest(0.8)
    stage.shoot("letters-practise")
    view.choose_purpose(LetterPurpose.CALIBRATE)
    stage.rest(0.3)
    stage.shoot("letters-calibrate")
    view.choose_purpose(LetterPurpose.SPELL)


def progress(stage: PictureStage) -> None:
    view = stage.window.progress
    stage.show("progress")
    stage.wait(lambda: stage.program.progress.overview.attempts > 50, "the history")
    stage.rest(0.5)
    stage.looks("progress", "light", "dark", "light-200")
    view.ask_delete()
    stage.dialog("progress-delete")
    kept = next((one for one in stage.program.progress.overview.recent if one.file and one.right), None)
    if kept is None:
        raise RuntimeError(
            "The scene 'practice' makes the attempt that is reviewed; it comes before 'progress'."
        )
    view.attempt_wanted.emit(kept)
    review = stage.window.review
    stage.wait(lambda: stage.window.view == "review" and review.state.shown, "the attempt")
    stage.rest(0.5)
    review.set_state(replace(review.state, playback=replace(review.state.playback, playing=False)))
    review.next.click()
    review.notes.write_here()
    review.notes.text.setPlainText("Begin at the chin, with the fingertips.")
    review.notes.author.setText("Mr Boateng")
    review.notes.keep.click()
    stage.rest(0.6)
    stage.looks("review", "light", "dark", "light-200")


def settings(stage: PictureStage) -> None:
    from desktop_app.ui.settings.share_state import SharePhase

    stage.show("settings")
    stage.looks("settings", "light", "dark", "light-200")
    page = stage.window.settings
    page.api.share.click()
    stage.wait(lambda: page.api.state.phase is SharePhase.ON, "the server")
    stage.rest(0.3)
    page.scroller.ensureWidgetVisible(page.api, 0, 0)
    stage.shoot("settings-share")
    page.api.share.click()
    stage.wait(lambda: page.api.state.phase is SharePhase.OFF, "the end of the server")


SCENES: dict[str, Callable[[PictureStage], None]] = {
    "first": first,
    "live": live,
    "presentation": presentation,
    "library": library,
    "practice": practice,
    "record": record,
    "own_pack": own_pack,
    "letters": letters,
    "progress": progress,
    "settings": settings,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help=f"of {', '.join(SCENES)}; all without one")
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    unknown = [name for name in arguments.scenes if name not in SCENES]
    if unknown:
        parser.error(f"no scene {', '.join(unknown)}; there are {', '.join(SCENES)}")
    arguments.out.mkdir(parents=True, exist_ok=True)
    with workshop() as home:
        app = prepare(home)
        made_up_history()
        stage = PictureStage(app, home, arguments.out)
        try:
            for name, scene in SCENES.items():
                if name == "live":
                    from desktop_app import paths

                    stage.play(paths.sample_recording())
                    stage.ready()
                if not arguments.scenes or name in arguments.scenes:
                    scene(stage)
        finally:
            stage.end()
        if not arguments.scenes:
            for picture in sorted(
                set(arguments.out.glob("*.png")) - {arguments.out / name for name in stage.made}
            ):
                print(f"{picture.name}: made elsewhere, left as it is")


if __name__ == "__main__":
    main()
