"""The desk with its real views, thread and files: keep, look again, send, open, note, delete."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from desktop_app import paths
from desktop_app.engine.attempts.files import read_attempt, write_attempt
from desktop_app.engine.progress.store import HISTORY
from desktop_app.engine.protocols import ReferenceInfo
from desktop_app.ui.kit.banner import Banner, BannerList
from desktop_app.ui.progress.controller import ProgressController
from desktop_app.ui.progress.review_view import ReviewView
from desktop_app.ui.progress.view import ProgressView
from tests.engine.attempts.sent import made_attempt, noted
from tests.engine.progress.histories import HELLO, MILK, WATER, attempt
from tests.engine.progress.test_store import damage
from tests.helpers.ports import make_ports
from tests.helpers.videos import shade, write_video
from tests.ui.conftest import settle

LONG_MS = 60_000


class Shell(QStackedWidget):
    """The two views, and the way between them as the main window offers it."""

    view_changed: Callable[[str], None]

    def __init__(self) -> None:
        super().__init__()
        self.practice, self.progress, self.review = QWidget(), ProgressView(), ReviewView()
        for view in (self.practice, self.progress, self.review):
            self.addWidget(view)

    @property
    def view(self) -> str:
        return ("practice", "progress", "review")[self.currentIndex()]

    def show_view(self, name: str) -> None:
        self.setCurrentWidget(getattr(self, name))
        self.view_changed(name)


@pytest.fixture
def make_controller(qapp, qtbot):
    """Builds controllers as the composition root does; ends their threads."""
    made: list[ProgressController] = []

    def make() -> Any:
        window = Shell()
        qtbot.addWidget(window)
        everywhere: list[Banner] = []
        ports = make_ports(navigation=window, banners=BannerList(lambda banners: everywhere.extend(banners)))
        controller = ProgressController(window.progress, window.review, ports)
        window.view_changed = controller.view_changed
        made.append(controller)
        return SimpleNamespace(controller=controller, window=window, everywhere=everywhere)

    yield make
    for controller in made:
        controller.close()
    settle(qapp)


def library(*keys) -> Any:
    references = tuple(
        ReferenceInfo(str(number), number, key.sentence, key.category, "", key.pack)
        for number, key in enumerate(keys)
    )
    return SimpleNamespace(library=SimpleNamespace(references=references))


def banners(program) -> str:
    return " ".join(view.accessibleName() for view in program.window.progress.banners.views)


def test_an_attempt_is_kept_shown_and_looked_at_again(make_controller, qtbot):
    program = make_controller()
    controller, window = program.controller, program.window
    heard: list[Any] = []
    controller.on_overview(heard.append)
    assert len(heard) == 1
    controller.recogniser_ready(library(WATER, MILK, HELLO))
    qtbot.waitUntil(lambda: len(controller.overview.due) == 3, timeout=LONG_MS)
    shown = made_attempt()
    controller.keep(shown.attempt, shown)
    qtbot.waitUntil(lambda: controller.overview.attempts == 1, timeout=LONG_MS)
    assert heard[-1].attempts == 1
    window.show_view("progress")
    line = window.progress.recent.lines.lines[0]
    assert line.text == "Thank you"
    assert line.key.file
    window.progress.recent.chosen.emit(line.key)
    qtbot.waitUntil(lambda: window.view == "review", timeout=LONG_MS)
    assert window.review.state.shown.attempt.sentence == "Thank you"
    window.review.back.click()
    assert window.view == "progress"


def test_an_attempt_without_movements_says_so(make_controller, qtbot):
    program = make_controller()
    program.controller.keep(attempt(WATER))
    qtbot.waitUntil(lambda: program.controller.overview.attempts == 1, timeout=LONG_MS)
    program.window.progress.attempt_wanted.emit(program.controller.overview.recent[0])
    assert "not kept" in banners(program)


def test_from_the_learner_to_the_teacher_and_back(make_controller, qtbot, monkeypatch, tmp_path):
    video = write_video(tmp_path / "take.mp4", [shade(number) for number in range(20)])
    names = iter([str(tmp_path / "homework"), str(tmp_path / "with notes.signtry")])
    suggested: list[str] = []

    def ask(parent: object, title: str, name: str, kinds: str) -> tuple[str, str]:
        suggested.append(name)
        return next(names), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(ask))
    learner = make_controller()
    learner.controller.offer_attempt(made_attempt(), video)
    homework = tmp_path / "homework.signtry"
    qtbot.waitUntil(lambda: "Saved as homework.signtry" in banners(learner), timeout=LONG_MS)
    assert suggested == ["ama-thank-you-2026-03-02.signtry"]

    teacher = make_controller()
    review = teacher.window.review
    teacher.window.progress.file_wanted.emit(homework)
    qtbot.waitUntil(lambda: teacher.window.view == "review", timeout=LONG_MS)
    assert review.video.isEnabled()
    assert review.stage.attempt.canvas.clip.pictures
    review.video.click()
    assert not review.stage.attempt.canvas.clip.pictures
    review.next.click()
    review.notes.text.setPlainText("Well done. Hold the end longer.")
    review.notes.author.setText("Mr Boateng")
    review.notes.keep.click()
    qtbot.waitUntil(lambda: review.stored.text() == "Saved", timeout=LONG_MS)
    assert [one.text for one in read_attempt(homework).notes] == ["Well done. Hold the end longer."]
    review.send.click()
    back = tmp_path / "with notes.signtry"
    qtbot.waitUntil(lambda: "Saved as with notes.signtry" in banners(teacher), timeout=LONG_MS)

    learner.window.review.file_wanted.emit(back)
    qtbot.waitUntil(lambda: learner.window.view == "review", timeout=LONG_MS)
    shown = learner.window.review
    shown.next.click()
    while not shown.state.popups:
        shown.next.click()
    assert shown.stage.popup.words.text() == "Well done. Hold the end longer."
    assert shown.stage.popup.about.text() == "Mr Boateng"


def test_a_hostile_file_is_reported_and_what_was_open_stays(make_controller, qtbot, tmp_path):
    program = make_controller()
    path = tmp_path / "bad.signtry"
    path.write_bytes(b"no zip")
    program.window.progress.file_wanted.emit(path)
    qtbot.waitUntil(lambda: "bad.signtry" in banners(program), timeout=LONG_MS)
    assert program.window.view != "review"


def test_notes_that_cannot_be_written_are_reported(make_controller, qtbot, tmp_path):
    program = make_controller()
    path = tmp_path / "a.signtry"
    write_attempt(path, noted())
    review = program.window.review
    review.file_wanted.emit(path)
    qtbot.waitUntil(lambda: program.window.view == "review", timeout=LONG_MS)
    path.unlink()
    review.notes.text.setPlainText("Too late")
    review.notes.keep.click()
    qtbot.waitUntil(lambda: review.stored.text() == "Not saved", timeout=LONG_MS)
    assert "a.signtry" in banners(program)


def test_lessons_are_asked_of_practice(make_controller, qtbot):
    program = make_controller()
    controller, progress = program.controller, program.window.progress
    asked: list[Any] = []
    controller.on_practise(asked.append)
    controller.recogniser_ready(library(WATER, MILK))
    for _ in range(2):
        controller.keep(attempt(WATER, right=False, recognised="MILK"))
    qtbot.waitUntil(lambda: len(controller.overview.confusions) == 1, timeout=LONG_MS)
    progress.show_overview(controller.overview)
    progress.pairs.buttons[0].click()
    assert [key.sentence for key in asked[0].sentences] == ["WATER", "MILK"]
    progress.due_wanted.emit()
    assert {key.sentence for key in asked[1].sentences} == {"WATER", "MILK"}
    controller.recogniser_ready(library(HELLO))
    progress.pair_wanted.emit(controller.overview.confusions[0])
    assert len(asked) == 2
    assert "no pack that is open" in banners(program)


def test_table_and_end_of_the_history(make_controller, qtbot, tmp_path):
    program = make_controller()
    controller, progress = program.controller, program.window.progress
    shown = made_attempt()
    controller.keep(shown.attempt, shown)
    qtbot.waitUntil(lambda: controller.overview.attempts == 1, timeout=LONG_MS)
    progress.export_wanted.emit(tmp_path / "table.csv")
    qtbot.waitUntil(lambda: "Attempts: 1." in banners(program), timeout=LONG_MS)
    assert "Thank you" in (tmp_path / "table.csv").read_text("utf-8-sig")
    progress.export_wanted.emit(tmp_path / "no" / "table.csv")
    qtbot.waitUntil(lambda: "table.csv' cannot be used" in banners(program), timeout=LONG_MS)
    progress.delete_wanted.emit()
    qtbot.waitUntil(lambda: "deleted" in banners(program), timeout=LONG_MS)
    assert controller.overview.attempts == 0
    assert progress.begin.isVisibleTo(progress)
    assert not list(paths.data_dir().rglob("*.signtry"))


def test_a_damaged_history_is_reported_in_words(make_controller, qtbot):
    first = make_controller()
    first.controller.keep(attempt(WATER))
    first.controller.close()
    damage(paths.data_dir() / HISTORY, "text")
    program = make_controller()
    program.controller.recogniser_ready(library(WATER))
    qtbot.waitUntil(lambda: bool(program.everywhere), timeout=LONG_MS)
    assert program.everywhere[0].about == "progress-damage"
    assert "damaged" in banners(program)
    qtbot.waitUntil(lambda: len(program.controller.overview.due) == 1, timeout=LONG_MS)


def test_what_was_asked_before_closing_is_still_done(make_controller, qtbot):
    program = make_controller()
    for _ in range(3):
        program.controller.keep(attempt(WATER))
    program.controller.close()
    program.controller.keep(attempt(WATER))  # and what comes later is not
    again = make_controller()
    again.window.show_view("progress")
    qtbot.waitUntil(lambda: again.controller.overview.attempts == 3, timeout=LONG_MS)


def test_left_handers_see_both_turned(make_controller, monkeypatch):
    program = make_controller()
    settings = SimpleNamespace(input=SimpleNamespace(dominant_hand="left"))
    monkeypatch.setattr(program.controller, "_ports", SimpleNamespace(settings=lambda: settings))
    program.controller.show_settings()
    assert program.window.review.stage.attempt.canvas.mirrored
    assert program.window.review.stage.reference.canvas.mirrored


def test_the_command_shows_saves_and_deletes(capsys, tmp_path, monkeypatch):
    import json

    from desktop_app.cli.main import main
    from desktop_app.engine.progress.store import ProgressStore

    store = ProgressStore(paths.data_dir() / HISTORY)
    for _ in range(2):
        store.add(attempt(WATER, right=False, recognised="MILK"))
    store.close()
    assert main(["progress", "show", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["tries"] == 2
    assert found["mixed_up"][0]["recognised"] == "MILK"
    assert main(["progress", "show"]) == 0
    assert "WATER was taken for MILK: 2 of 2" in capsys.readouterr().out
    assert main(["progress", "export", str(tmp_path / "t.csv")]) == 0
    assert Path(tmp_path / "t.csv").is_file()
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "n")
    assert main(["progress", "delete"]) == 130
    assert main(["progress", "delete", "--yes"]) == 0
    assert "Deleted: 2 attempts" in capsys.readouterr().out
