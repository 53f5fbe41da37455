"""Every view and every dialog of the window in its main states, one after another in the same window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QDialog

from desktop_app import paths
from desktop_app.app.main_window import MainWindow
from desktop_app.engine.importing.import_jobs import FoundClips, ImportJob
from desktop_app.engine.importing.import_many import ImportResult
from desktop_app.engine.packs.index import IndexedPack, PackKind, Sentence
from desktop_app.engine.packs.manifest import DAMAGED_HINT, PackManifest, ReferenceClip
from desktop_app.engine.packs.peek import PackOffer
from desktop_app.engine.progress.overview import Overview
from desktop_app.engine.progress.records import utc_now
from desktop_app.engine.takes.quality import BLOCKS, HAND_OUT_ADVICE, WARNS, QualityFinding
from desktop_app.errors import CameraNotFound, ModelMissing, PackDamaged, PackError
from desktop_app.message import Message
from desktop_app.runtime.events import SourceState, SourceStatus
from desktop_app.ui import state as states
from desktop_app.ui.feed import reduce
from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.kit.banner import Banner, BannerTone
from desktop_app.ui.kit.dialogs import AskDialog, Dialog
from desktop_app.ui.library.dialogs import ClipDialog, PackDialog
from desktop_app.ui.library.import_dialog import ImportDialog, RefusedDialog
from desktop_app.ui.library.offer import OfferDialog
from desktop_app.ui.player.clip import avatar_clip, thumbnail
from desktop_app.ui.practice.state import PracticeStage, PractisingState
from desktop_app.ui.progress import review_state as reviews
from desktop_app.ui.progress.dialogs import DeleteDialog
from desktop_app.ui.progress.review_clips import clips_of
from desktop_app.ui.progress.review_state import ReviewState
from desktop_app.ui.recording import flow
from desktop_app.ui.recording.state import RecordPhase, RecordState
from desktop_app.ui.state import LiveState
from tests.engine.attempts.sent import noted
from tests.ui.live.why_scenes import rejected_state
from tests.ui.practice import scenes as practice
from tests.ui.progress.test_views import overview
from tests.ui.recording.takes import good_take, hand_out, with_take
from tests.ui.scenes import answered, ready
from tests.ui.spelling.letter_scenes import calibrating, practising, reading
from tests.ui.test_screenshots import fill

Scene = Callable[[MainWindow], None]
DAMAGED = PackDamaged(
    Message(
        "The pack '{name}' is damaged: {file} {reason}.",
        name="broken.signpack",
        file="clips.csv",
        reason=Message("is missing"),
    ),
    DAMAGED_HINT,
)
NO_CAMERA = SourceState(
    SourceStatus.UNAVAILABLE,
    None,
    CameraNotFound(
        Message("No camera was found."), Message("Plug one in, or open a video or a recording instead.")
    ),
)


def live(state: Callable[[], LiveState]) -> Scene:
    """The Live view in a state."""

    def show(window: MainWindow) -> None:
        window.show_view("live")
        fill(window, state())

    return show


def spelling(name: str) -> Scene:
    """The Fingerspelling view in a state."""

    def show(window: MainWindow) -> None:
        window.show_view("letters")
        window.set_state(ready())
        window.spelling.set_state({"read": reading, "word": practising, "hands": calibrating}[name]())
        window.flush()

    return show


def training(name: str) -> Scene:
    """The Practice view in one of its scenes."""

    def show(window: MainWindow) -> None:
        window.show_view("practice")
        window.practice.show_practice(PractisingState())
        practice.SCENES[name](window)
        window.flush()

    return show


def no_lessons(window: MainWindow) -> None:
    """Nothing to practise; the camera is not there either."""
    window.show_view("practice")
    window.set_state(reduce(LiveState(), NO_CAMERA))
    window.practice.choose.show_lessons(())
    window.practice.show_practice(PractisingState())
    window.flush()


def take_lost(window: MainWindow) -> None:
    """A take that failed."""
    window.show_view("practice")
    trouble = localised(Message("The camera or file was lost during the take."))
    window.set_state(ready())
    window.practice.show_practice(practice.state_of("Thank you", PracticeStage.WATCH, trouble=trouble))
    window.flush()


def indexed_packs() -> tuple[IndexedPack, ...]:
    """A pack that came, one of one's own with takes, and one that is damaged."""
    manifest = PackManifest("Class 3b", "Ghanaian Sign Language", "1", "torso-540-v1", "CC0-1.0")

    def sentence(number: int, text: str, takes: int) -> Sentence:
        clips = tuple(
            ReferenceClip(f"c{number}-{take}", number, text, "greetings", signer_id="Ama Boateng", frames=45,
                 variant="Kumasi", quality={"person_share": 1.0, "hands_share": 0.8})
            for take in range(takes)
        )  # fmt: skip
        return Sentence("own", manifest.name, number, text, "greetings", clips, text.casefold())

    own = (sentence(0, "Good morning", 3), sentence(1, "Where is the hospital entrance?", 1))
    return (
        IndexedPack("shipped", Path("s"), PackKind.SHIPPED, "Starter signs", manifest, own[:1], 3),
        IndexedPack("own", Path("o"), PackKind.OWN, manifest.name, manifest, own, 4, undo=1),
        IndexedPack("bad", Path("b"), PackKind.LOCKED, "broken", None, error=DAMAGED),
    )


def library(window: MainWindow) -> None:
    """Packs, sentences, an own reference that is chosen, work in the background."""
    window.show_view("library")
    window.set_state(ready())
    view = window.library
    view.show_packs(indexed_packs(), frozenset({"shipped", "own"}))
    view.packs.select("own")
    view.sentences.tree.setCurrentIndex(view.sentences.model.index(0, 0))
    view.sentences.tree.expandAll()
    view.work.begin(tr("Importing"))
    view.work.advance(0.4, "4 / 10", "good_morning-2.mp4")
    clip = avatar_clip("Good morning", "Class 3b", practice.recogniser().library.features(0))
    view.player.show_clip(clip)
    window.flush()


def damaged_pack(window: MainWindow) -> None:
    """A pack that cannot be opened, and a banner about it."""
    library(window)
    window.library.work.end()
    banner = Banner("packs", BannerTone.WARNING, localised(DAMAGED.message), localised(DAMAGED.hint))
    window.library.show_banners((banner,), own=True)
    window.library.packs.select("bad")
    window.flush()


def no_packs(window: MainWindow) -> None:
    """Nothing is open."""
    window.show_view("library")
    window.library.show_banners((), own=True)
    window.library.show_packs((), frozenset())
    window.flush()


def progress(window: MainWindow) -> None:
    """Some days of practice."""
    window.show_view("progress")
    window.progress.show_banners(())
    window.progress.show_overview(overview(utc_now()))
    window.flush()


def no_progress(window: MainWindow) -> None:
    """Nothing yet, and a history that could not be read."""
    window.show_view("progress")
    window.progress.show_overview(Overview())
    error = PackError(
        Message("'{path}' cannot be read: {strerror}.", path="a.signtry", strerror=""),
        Message("Check the disk."),
    )
    text, hint = localised(error.message), localised(error.hint)
    window.progress.show_banners((Banner("try", BannerTone.WARNING, text, hint),))
    window.flush()


def review(window: MainWindow) -> None:
    """An attempt with two notes, at one of them."""
    window.show_view("review")
    view = window.review
    view.show_attempt(reviews.opened(view.state, Path("a.signtry"), noted()), clips_of(noted()))
    view.set_state(reviews.sought(view.state, noted().notes[0].at_s))
    window.flush()


def no_review(window: MainWindow) -> None:
    """No file is open."""
    window.show_view("review")
    window.review.set_state(ReviewState())
    window.flush()


def two_takes() -> RecordState:
    """A take that cannot be used and one with every remark."""
    state = flow.wait(with_take(with_take(RecordState(), 1, good_take()), 2, good_take(4.0)))
    first, second = state.takes
    begin = second.begins_s
    gone = QualityFinding(
        "no_hands",
        BLOCKS,
        Message("Hands are seen in only {share:.0%} of it.", share=0.1),
        Message("Raise your hands into the picture. More light and a plain background help."),
        0.0,
        1.0,
        {"share": 0.1},
    )
    close = Message("This is very close to “{sentence}” in {pack}.", sentence="Thank you", pack="Starter signs")
    found = (
        hand_out(begin, begin + 1.2),
        QualityFinding("too_close", WARNS, close, HAND_OUT_ADVICE, begin, begin + 1),
    )
    return replace(state, takes=(replace(first, findings=(gone,)), replace(second, findings=found)))


def recording(make: Callable[[], RecordState]) -> Scene:
    """The Record view in a state."""

    def show(window: MainWindow) -> None:
        window.show_view("record")
        window.set_state(ready())
        window.recording.form.sentence.setText("Good morning")
        window.recording.show_record(RecordState())
        window.recording.form.consent.setChecked(False)
        window.recording.form.skeleton.setChecked(False)
        made = make()
        if made.phase is RecordPhase.FORM and made.error is None:
            window.recording.form.sentence.setText("")
            window.recording.form.show_missing(("sentence",))
        window.recording.show_record(made)
        window.flush()

    return show


def _failed() -> RecordState:
    return replace(
        RecordState(), error=PackError(Message("'/p/one' does not exist."), Message("Check the path."))
    )


def _saved() -> RecordState:
    return replace(RecordState(), phase=RecordPhase.SAVED, recognised=True)


def settings(window: MainWindow) -> None:
    """The settings."""
    window.show_view("settings")
    window.flush()


SCENES: dict[str, Scene] = {
    "live-answer": live(answered),
    "live-rejected": live(rejected_state),
    "live-no-camera": live(lambda: reduce(LiveState(), NO_CAMERA)),
    "live-engine": live(lambda: states.engine_failed(
        ready(), ModelMissing(Message("There is no model at {path}.", path="model.onnx"),
                              Message("Check the path, or set ONNX_MODEL_PATH.")))),
    "letters-read": spelling("read"),
    "letters-word": spelling("word"),
    "letters-hands": spelling("hands"),
    "practice-none": no_lessons,
    "practice-lost": take_lost,
    **{f"practice-{name}": training(name) for name in practice.SCENES},
    "library": library,
    "library-damaged": damaged_pack,
    "library-none": no_packs,
    "progress": progress,
    "progress-none": no_progress,
    "review": review,
    "review-none": no_review,
    "record-form": recording(RecordState),
    "record-countdown": recording(lambda: flow.start(RecordState(), 0.0)),
    "record-takes": recording(two_takes),
    "record-leave": recording(lambda: flow.leave(two_takes(), "live")),
    "record-failed": recording(_failed),
    "record-saved": recording(_saved),
    "settings": settings,
}  # fmt: skip


def _import(window: MainWindow) -> Dialog:
    dialog = ImportDialog(window, indexed_packs(), "own")
    names = ("good_morning-1.mp4", "good_morning-2.mp4", "where is the hospital entrance-1.pose")
    jobs = tuple(ImportJob(Path(one), one, "Good morning") for one in names)
    dialog.show_clips(FoundClips(jobs, passed_over=("model.onnx",)), "/home/you/videos")
    dialog.keep_video.setChecked(True)
    dialog.confirm()  # refused: nobody has said what the people agreed to
    return dialog


def _refused(window: MainWindow) -> Dialog:
    results = [
        ImportResult("good_morning-1.mp4", "Good morning", "refused", reason=reason, text=text)
        for reason, text in (
            ("no_hands", Message("No hands are seen in it.")),
            ("unreadable", Message("'{path}' holds no picture that can be read.", path="broken.mp4")),
        )
    ]
    return RefusedDialog(window, results)


def _offer(window: MainWindow) -> Dialog:
    older = indexed_packs()[1]
    assert older.manifest is not None
    offer = PackOffer(Path("class.signpack"), older.manifest, 4, 2, 3_400_000, ("Ama Boateng",), 2)
    return OfferDialog(window, offer, older, lambda _: None)


def _help(window: MainWindow) -> QDialog:
    window.show_help()
    return window.findChildren(QDialog)[-1]


DIALOGS: dict[str, Callable[[MainWindow], QDialog]] = {
    "new-pack": lambda window: PackDialog(window, None, lambda _: None),
    "properties": lambda window: PackDialog(window, indexed_packs()[1].manifest, lambda _: None),
    "edit": lambda window: ClipDialog(
        window, indexed_packs()[1].sentences[0].clips, ("Good morning",), ("greetings",), lambda _: None
    ),
    "import-empty": lambda window: ImportDialog(window, indexed_packs(), "own"),
    "import": _import,
    "refused": _refused,
    "offer": _offer,
    "delete-progress": lambda window: DeleteDialog(overview(utc_now()), window.theme, window),
    "ask": lambda window: AskDialog(
        window,
        tr("Remove the pack “{name}”?", name="Class 3b"),
        tr("The pack goes to the recycle bin of the system."),
        tr("Remove"),
        lambda _: None,
        danger=True,
    ),
    "help": _help,
}


def open_dialog(window: MainWindow, name: str) -> QDialog:
    """Open one of `DIALOGS` as the program does."""
    dialog = DIALOGS[name](window)
    if isinstance(dialog, Dialog):
        dialog.open_over(window.theme)
    elif not dialog.isVisible():
        dialog.open()
    return dialog


def reference_pictures(window: MainWindow) -> None:
    """Small pictures where the scenes show takes."""
    library = practice.recogniser().library
    image = thumbnail(avatar_clip("", "", library.features(0)))
    for number in (1, 2):
        window.recording.takes.set_thumbnail(number, image)


def sample() -> str:
    """The recording that ships."""
    return str(paths.sample_recording())
