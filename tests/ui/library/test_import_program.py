"""The real program imports: .pose recordings and videos, refusals, stopping, going on after a restart."""

from __future__ import annotations

import csv
import shutil
import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from desktop_app import paths
from desktop_app.app import engine_parts
from desktop_app.app import program as composition
from desktop_app.engine.importing.import_jobs import find_clips
from desktop_app.engine.importing.import_many import ImportOptions, ImportStep, import_steps
from desktop_app.engine.importing.unfinished import note_unfinished, read_unfinished
from desktop_app.engine.packs import open_pack
from desktop_app.engine.sources.recording import save_recording
from desktop_app.ui.library.import_dialog import ImportDialog, RefusedDialog
from desktop_app.ui.state import SourcePhase
from tests.engine.importing.test_annotations import EAF
from tests.helpers.people import sign_recording
from tests.helpers.shared import needs_shared
from tests.ui.library.helpers import (
    LONG_MS,
    answer_file,
    banners,
    choose_pack,
    dialog,
    idle,
    searched,
    sentences_in,
    shown,
)
from tests.ui.practice.camera import DirectedCamera


def test_an_annotated_film_is_cut_up_by_the_chosen_tier(own_pack, start, qtbot, tmp_path):
    raw = np.concatenate([sign_recording()] * 3)
    folder = tmp_path / "film"
    folder.mkdir()
    save_recording(folder / "long film.npz", raw, np.arange(len(raw)) / 30, 4 / 3)
    (folder / "notes.eaf").write_text(EAF, encoding="utf-8")
    (folder / "notes.txt").write_text("x")
    program = start()
    choose_pack(program, "My class")
    program.window.library.import_wanted.emit(str(folder))
    form = dialog(program, ImportDialog)
    qtbot.waitUntil(lambda: bool(form.model.jobs), timeout=LONG_MS)
    assert [form.tier.itemText(row) for row in range(form.tier.count())] == ["Gloss RH", "Translation"]
    assert form.tier.isVisible()
    assert [job.sentence for job in form.model.jobs] == ["GOOD DAY", "THANK-YOU"]
    assert form.how_read.text().splitlines() == [
        "These files are skipped: notes.txt.",
        "These annotations have no times and are skipped: UNTIMED (notes.eaf).",
    ]
    form.tier.setCurrentText("Translation")
    form.tier.activated.emit(1)
    qtbot.waitUntil(lambda: [job.sentence for job in form.model.jobs] == ["Merci !"], timeout=LONG_MS)
    assert form.tier.currentText() == "Translation"
    form.keep_video.setChecked(True)  # no picture of a part is kept, so nobody is asked
    form.accept_button.click()
    idle(program, qtbot)
    assert "Imported: 1." in banners(program)
    assert sentences_in(own_pack)[-1] == "Merci !"


def test_a_table_that_cannot_be_used_is_said_in_the_dialog(own_pack, pose_folder, start, qtbot):
    (pose_folder / "liste.csv").write_text("fichier;remarque\nhandbag.pose;sac\n", encoding="utf-8")
    program = start()
    program.window.library.import_wanted.emit(str(pose_folder))
    form = dialog(program, ImportDialog)
    qtbot.waitUntil(lambda: form.trouble.isVisible(), timeout=LONG_MS)
    assert "liste.csv, line 1" in form.trouble.text()
    assert not form.model.jobs


def test_pose_recordings_of_the_sample_with_labels_put_right(own_pack, pose_folder, start, qtbot, tmp_path):
    program = start()
    phases: list[SourcePhase] = []
    program.window.events_came.connect(lambda _: phases.append(program.window.state.source.phase))
    view = program.window.library
    choose_pack(program, "My class")
    view.import_wanted.emit("")
    form = dialog(program, ImportDialog)
    assert not form.accept_button.isEnabled()
    form.folder.click()
    answer_file(program, pose_folder)
    idle(program, qtbot)
    model = form.model
    assert [job.sentence for job in model.jobs] == [
        "broken", "handbag", "hello", "nobody", "thank you", "thank you",
    ]  # fmt: skip
    row = [job.name for job in model.jobs].index("handbag.pose")
    assert model.setData(model.index(row, 1), "my  bag", Qt.ItemDataRole.EditRole)
    off = [job.name for job in model.jobs].index("thank_you-2.pose")
    model.setData(model.index(off, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    form.signer.setText("Efua")
    form.licence.setCurrentText("CC-BY-4.0")
    form.category.setText("sample")
    form.accept_button.click()
    idle(program, qtbot)
    assert "Imported: 3. In the pack already: 0. Not imported: 2." in banners(program)
    assert shown(program) == ["good morning", "hello", "my bag", "thank you", "water"]
    assert sentences_in(own_pack)[3:] == ["my bag", "hello", "thank you"]
    clip = open_pack(own_pack).clips[3]
    assert (clip.signer_id, clip.licence, clip.category) == ("Efua", "CC-BY-4.0", "sample")
    searched(program, qtbot, "my bag")
    assert read_unfinished() is None
    assert SourcePhase.PAUSED not in phases  # recordings are no work
    banner = next(one for one in view.banners.views if one.banner.about == "import")
    banner.buttons[0].click()  # Show why
    box = dialog(program, RefusedDialog)
    assert [box.model.row(0)[0], box.model.row(1)[0]] == ["broken.pose", "nobody.pose"]
    assert box.model.row(1)[2] == "Nobody is seen in it."
    box.copy.click()
    assert "nobody.pose\tnobody\tno_person" in QGuiApplication.clipboard().text()
    box.save.click()
    answer_file(program, tmp_path / "refused.csv")
    idle(program, qtbot)
    with (tmp_path / "refused.csv").open(encoding="utf-8", newline="") as file:
        assert [line["reason"] for line in csv.DictReader(file)] == ["unreadable", "no_person"]
    box.accept_button.click()


def test_an_import_that_is_stopped_goes_on_where_it_was(pose_folder, start, qtbot, monkeypatch):
    program = start()
    view = program.window.library
    hold_after(2, monkeypatch, view.work.stop.click)
    view.import_wanted.emit(str(pose_folder))
    idle(program, qtbot)
    form = dialog(program, ImportDialog)
    assert form.new_name.text() == "recordings"
    form.new_name.setText("From the sample")
    form.accept_button.click()
    idle(program, qtbot)
    assert "The import was stopped." in banners(program)
    folder = paths.user_packs_dir() / "from-the-sample"
    assert sentences_in(folder) == ["handbag"]  # the first was refused
    assert read_unfinished() is not None
    monkeypatch.setattr("desktop_app.ui.library.tasks.import_steps", import_steps)
    banner = next(one for one in view.banners.views if one.banner.about == "import")
    banner.buttons[0].click()  # Go on
    idle(program, qtbot)
    assert "Imported: 3. In the pack already: 1. Not imported: 2." in banners(program)
    assert len(sentences_in(folder)) == 4
    assert read_unfinished() is None


def test_an_import_of_an_earlier_run_is_offered_and_can_be_forgotten(own_pack, pose_folder, start, qtbot):
    note_unfinished(own_pack, find_clips(pose_folder).jobs, ImportOptions())
    program = start()
    view = program.window.library
    qtbot.waitUntil(lambda: "was not finished" in banners(program), timeout=LONG_MS)
    view.banners.views[0].buttons[0].click()
    idle(program, qtbot)
    assert "Imported: 4." in banners(program)
    note_unfinished(own_pack, find_clips(pose_folder).jobs, ImportOptions())
    program.library.imports._asked_unfinished = False
    program.library.imports.offer_unfinished()
    qtbot.waitUntil(lambda: "was not finished" in banners(program), timeout=LONG_MS)
    banner = next(one for one in view.banners.views if one.banner.about == "unfinished")
    banner.buttons[1].click()
    idle(program, qtbot)
    assert read_unfinished() is None
    assert "was not finished" not in banners(program)


def test_closing_the_window_in_the_middle_keeps_what_is_done(own_pack, pose_folder, start, qtbot, monkeypatch):
    program = start()
    reached = threading.Event()
    hold_after(2, monkeypatch, reached.set, wait=False)
    program.library.imports.start(own_pack, find_clips(pose_folder).jobs, ImportOptions())
    assert reached.wait(60)
    program.window.close()
    assert program.stop().clean
    assert sentences_in(own_pack)[:3] == ["good morning", "good morning", "water"]
    unfinished = read_unfinished()
    if unfinished is not None:  # unless it was through before the window had closed
        assert unfinished.folder == own_pack


def test_what_must_be_filled_in_before_videos_are_kept(own_pack, start, qtbot, tmp_path):
    (tmp_path / "clips").mkdir()
    (tmp_path / "clips" / "hello.mp4").write_bytes(b"")
    program = start()
    choose_pack(program, "My class")
    program.window.library.import_wanted.emit(str(tmp_path / "clips"))
    idle(program, qtbot)
    form = dialog(program, ImportDialog)
    form.keep_video.setChecked(True)
    form.accept_button.click()
    assert "what they agreed to" in form.trouble.text()
    assert form.isVisible()
    form.pack.setCurrentIndex(form.pack.findData(""))
    form.new_name.clear()
    form.accept_button.click()
    assert "name" in form.trouble.text()
    form.reject()


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch, start) -> Iterator[None]:
    """A source that plays as long as a test takes and ends before the programs do, and a real tracker."""
    camera = DirectedCamera()
    monkeypatch.setattr(composition, "source_opener", camera.open_source)
    monkeypatch.setattr(composition, "make_extractor", engine_parts.make_extractor)
    yield
    camera.end()


@pytest.mark.shared_data
def test_videos_are_imported_while_the_picture_is_paused(own_pack, endless, start, qtbot, tmp_path):
    videos = needs_shared() / "videos"
    folder = tmp_path / "videos"
    folder.mkdir()
    for name in ("ghsl_sign_lunch", "ghsl_sign_breakfast"):
        shutil.copyfile(videos / f"{name}.mp4", folder / f"{name.removeprefix('ghsl_sign_')}.mp4")
    program = start()
    window = program.window
    choose_pack(program, "My class")
    qtbot.waitUntil(lambda: window.state.source.phase is SourcePhase.PLAYING, timeout=LONG_MS)
    window.library.import_wanted.emit(str(folder))
    idle(program, qtbot)
    form = dialog(program, ImportDialog)
    form.keep_video.setChecked(True)
    form.consent.setText("published under MIT")
    form.accept_button.click()
    qtbot.waitUntil(lambda: window.state.source.phase is SourcePhase.PAUSED, timeout=LONG_MS)
    assert "paused" in window.library.work.title.text()
    idle(program, qtbot)
    qtbot.waitUntil(lambda: window.state.source.phase is SourcePhase.PLAYING, timeout=LONG_MS)
    assert "Imported: 2." in banners(program)
    assert sentences_in(own_pack)[3:] == ["breakfast", "lunch"]
    clips = open_pack(own_pack).clips[3:]
    assert all(clip.media_file.endswith(".mp4") for clip in clips)
    assert all(0.3 < clip.frames / clip.fps < 4 for clip in clips)
    searched(program, qtbot, "lunch")


def hold_after(
    count: int, monkeypatch: pytest.MonkeyPatch, then: Callable[[], None], *, wait: bool = True
) -> None:
    """After so many files do something on the window's thread, and let the import see it before the next."""
    stopped = threading.Event()

    class SignalRelay(QObject):
        """Lives on the window's thread."""

        def then(self) -> None:
            then()
            stopped.set()

    relay = SignalRelay()

    def steps(*arguments):
        done = 0
        inner = import_steps(*arguments)
        try:
            for step in inner:
                assert isinstance(step, ImportStep)
                done += 1
                if done == count:
                    if wait:
                        QTimer.singleShot(0, relay, relay.then)
                        assert stopped.wait(30)
                    else:
                        then()
                yield step
        finally:
            inner.close()

    monkeypatch.setattr("desktop_app.ui.library.tasks.import_steps", steps)
