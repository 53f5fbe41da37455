"""The Progress and Review views: what they show, what they ask for, and all of it by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from desktop_app.engine.feedback.alignment import Channel
from desktop_app.engine.progress import schedule
from desktop_app.engine.progress.overview import summarise
from desktop_app.ui.kit.banner import Banner, BannerTone
from desktop_app.ui.kit.theme import Themed, apply_theme, make_theme
from desktop_app.ui.progress import review_state as reviews
from desktop_app.ui.progress import review_view
from desktop_app.ui.progress import view as progress_view
from desktop_app.ui.progress.review_clips import clips_of
from desktop_app.ui.progress.review_view import ReviewView
from desktop_app.ui.progress.view import ProgressView
from tests.engine.attempts.sent import made_attempt, noted
from tests.engine.progress.histories import HELLO, MILK, START, WATER, attempt
from tests.ui.conftest import settle

NOW = START + timedelta(days=30, hours=6)  # an afternoon: hours before it are of the same day


@pytest.fixture(autouse=True)
def it_is_afternoon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever the tests run: what was today at midnight is yesterday a moment later."""
    for view in (progress_view, review_view):
        monkeypatch.setattr(view, "now_utc", lambda: NOW)


def overview(now: datetime = NOW):
    """Three days up to today with two look-alikes, one sentence learnt, and one new one due."""
    back = (now - START) / timedelta(days=1)
    history = [
        *(attempt(WATER, day=back - day, right=False, recognised="MILK") for day in (2.2, 2.1)),
        *(attempt(MILK, day=back - day, right=False, recognised="WATER") for day in (1.2, 1.1)),
        *(attempt(WATER, day=back - day, overall=80) for day in (1.05, 0.0002, 0.0001)),
    ]
    cards: dict[tuple[str, str], schedule.CardState] = {}
    for one in history:
        if (card := schedule.reviewed(cards.get(one.key.identity), one)) is not None:
            cards[one.key.identity] = card
    return summarise(history, cards, [WATER, MILK, HELLO], now)


@pytest.fixture
def make_view(qapp, qtbot):
    """Builds a view by itself, with its keys as the main window gives them: a window takes much longer."""

    def make(kind, theme="light", text=100, size=(1190, 800)):
        view = kind()
        qtbot.addWidget(view)
        for key, (_, action) in view.keys().items():
            QShortcut(QKeySequence(key), view).activated.connect(action)
        dressed_as = make_theme(theme, text)
        if (theme, text) != ("light", 100):
            apply_theme(qapp, view, dressed_as)
        else:  # the program is dressed so already, which takes a quarter of a second
            for child in (view, *view.findChildren(QWidget)):
                if isinstance(child, Themed):
                    child.set_theme(dressed_as)
        view.resize(*size)
        view.show()
        settle(qapp)
        return view

    return make


@pytest.fixture
def progress(make_view, qapp):
    view = make_view(ProgressView)
    view.show_overview(overview())
    settle(qapp)
    return view


@pytest.fixture
def review(make_view, qapp):
    view = make_view(ReviewView)
    view.show_attempt(reviews.opened(view.state, Path("a.signtry"), noted()), clips_of(noted()))
    settle(qapp)
    return view


def wanted(signal) -> list[Any]:
    found: list[Any] = []
    signal.connect(lambda *values: found.append(values[0] if values else None))
    return found


def test_figures_are_shown(progress):
    assert progress.learnt.number.text() == "1"
    assert progress.accuracy.number.text() == "43 %"
    assert progress.streak.number.text() == "3"
    assert progress.waiting.number.text() == str(len(overview().due))
    assert "Sentences learnt: 1." in progress.learnt.accessibleName()
    assert len(progress.plot.shown) == 3
    assert progress.plot.accessibleDescription() == "Right: 43 %. Attempts: 7."
    assert [line.text for line in progress.sentences.lines.lines] == ["WATER", "MILK"]
    assert progress.recent.lines.lines[0].text == "WATER"
    assert progress.recent.lines.lines[0].detail.startswith(
        "correct  \N{MIDDLE DOT}  80  \N{MIDDLE DOT}  today"
    )


def test_weeks_are_shown_too(progress, qtbot):
    progress.plot.step.setFocus()
    qtbot.keyClick(progress.plot.step, Qt.Key.Key_Down)
    assert progress.plot.step.currentData() == "week"
    assert sum(one.attempts for one in progress.plot.shown) == 7


def test_look_alikes_have_a_button_each(progress, qtbot):
    pairs, everything = wanted(progress.pair_wanted), wanted(progress.pairs_wanted)
    assert len(progress.pairs.buttons) == 2
    assert progress.pairs.buttons[0].accessibleName() == "Practise MILK and WATER"
    progress.pairs.buttons[0].setFocus()
    qtbot.keyClick(progress.pairs.buttons[0], Qt.Key.Key_Space)
    assert [(one.asked, one.recognised) for one in pairs] == [("MILK", "WATER")]
    progress.pairs.practise_all.click()
    assert len(everything) == 1
    progress.show_overview(replace(progress.overview, confusions=()))
    assert progress.pairs.buttons == []
    assert not progress.pairs.practise_all.isVisible()


def test_a_recent_attempt_is_opened_by_return(progress, qtbot):
    attempts = wanted(progress.attempt_wanted)
    progress.recent.setFocus()
    qtbot.keyClick(progress.recent, Qt.Key.Key_Down)
    qtbot.keyClick(progress.recent, Qt.Key.Key_Return)
    assert [one.sentence for one in attempts] == ["WATER"]


def test_keys_of_the_view_in_the_main_window(make_window, qapp, qtbot, monkeypatch, tmp_path):
    window = make_window()
    window.show_view("progress")
    progress = window.progress
    progress.show_overview(overview())
    settle(qapp)
    due, tables, files = (
        wanted(progress.due_wanted),
        wanted(progress.export_wanted),
        wanted(progress.file_wanted),
    )
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(tmp_path / "table"), "")))
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", staticmethod(lambda *_: (str(tmp_path / "a.signtry"), ""))
    )
    for key, modifier in (
        (Qt.Key.Key_D, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier),
    ):
        qtbot.keyClick(window, key, modifier)
    assert len(due) == 1
    assert tables == [tmp_path / "table.csv"]
    assert files == [tmp_path / "a.signtry"]


def test_an_empty_history_is_friendly(make_view):
    view = make_view(ProgressView)
    begun = wanted(view.practice_wanted)
    assert view.begin.isVisible()
    assert not view.delete.isEnabled()
    assert not view.export.isEnabled()
    assert view.open_attempt.isEnabled()
    view.begin.click()
    assert len(begun) == 1


def test_delete_all_asks_once_and_the_harmless_answer_has_the_focus(progress, qtbot, qapp):
    asked = wanted(progress.delete_wanted)
    progress.delete.click()
    dialog = progress.dialog
    settle(qapp)
    words = " ".join(label.text() for label in dialog.findChildren(type(progress.learnt.number)))
    assert "7" in words
    assert "cannot be undone" in words
    assert dialog.keep.isDefault()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert asked == []
    progress.delete.click()
    progress.dialog.delete.click()
    assert len(asked) == 1


def test_narrow_or_large_text_takes_one_column(make_view, qapp):
    for text, size, columns in ((100, (1190, 800), 2), (200, (1120, 800), 1), (100, (710, 560), 1)):
        view = make_view(ProgressView, "light", text, size)
        view.show_overview(overview())
        settle(qapp)
        assert view._columns == columns
        for button in view.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.minimumSizeHint().width()


def test_time_runs_to_the_right_in_every_language(review, qapp):
    timeline = review.timeline
    frame = timeline._marks[0][0]
    left = timeline._x(frame)
    review.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle(qapp)
    assert timeline._x(frame) == pytest.approx(left, abs=1)


def test_banners_are_shown_and_closed(progress):
    closed = wanted(progress.banner_closed)
    progress.show_banners((Banner("damage", BannerTone.WARNING, "Damaged.", "Restored."),))
    assert progress.banners.isVisible()
    progress.banners.views[0].closed.emit("damage")
    assert closed == ["damage"]


def test_a_dropped_attempt_is_asked_for(progress):
    files = wanted(progress.file_wanted)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/somewhere/a.SIGNTRY"), QUrl.fromLocalFile("/somewhere/b.txt")])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    progress.dropEvent(event)
    assert [one.name for one in files] == ["a.SIGNTRY"]


def test_an_attempt_is_shown_with_who_what_and_how(review):
    assert review.title.accessibleName() == "Thank you"
    assert review.about.text().startswith("Ama")
    assert "Overall: " in review.about.text()
    assert review.stage.attempt.canvas.clip is not None
    assert review.stage.reference.canvas.clip is not None
    assert "Hand shape: " in review.feedback.text()
    assert len(review.timeline._marks) == len(review.state.marks) >= 2
    assert not review.video.isEnabled()


def test_a_pop_up_stands_at_its_moment(review, qapp):
    popup = review.stage.popup
    assert not popup.isVisible()
    review.set_state(reviews.sought(review.state, noted().notes[0].at_s))
    settle(qapp)
    assert popup.isVisible()
    assert popup.words.text() == "Flat hand: fingers together."
    assert popup.about.text() == "Hand shape  \N{MIDDLE DOT}  Mr Boateng"
    assert popup.parentWidget().rect().contains(popup.geometry())
    assert popup.words.height() >= popup.words.heightForWidth(popup.words.width())
    review.set_state(reviews.sought(review.state, review.state.start_s))
    assert not popup.isVisible()


def test_time_moves_both_pictures_and_stops_at_the_note(review):
    before = review.stage.reference.canvas.frame
    for _ in range(90):
        review.set_state(reviews.advanced(review.state, 1 / 30))
    assert not review.state.playback.playing
    assert review.stage.attempt.canvas.frame == review.state.playback.frame > 0
    assert review.stage.reference.canvas.frame > before
    assert review.controls.play.accessibleName() == "Play"


def test_a_note_by_keyboard_alone(review, qtbot, qapp):
    saved = wanted(review.notes_changed)
    window = review.window()
    qtbot.keyClick(window, Qt.Key.Key_N)
    qtbot.keyClick(window, Qt.Key.Key_Period)
    qtbot.keyClick(window, Qt.Key.Key_Insert)
    assert window.focusWidget() is review.notes.text
    at_s = review.state.time_s
    qtbot.keyClicks(review.notes.text, "Nearer to the chin, please")  # K, N, P ... are letters in here
    qtbot.keyClick(review.notes.text, Qt.Key.Key_Tab)
    assert window.focusWidget() is review.notes.channel
    for _ in range(1 + list(Channel).index(Channel.LOCATION)):
        qtbot.keyClick(review.notes.channel, Qt.Key.Key_Down)
    assert review.notes.channel.currentText() == "Place"
    review.notes.text.setFocus()
    qtbot.keyClick(review.notes.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(saved) == 1
    note = next(one for one in saved[0].shown.notes if one.text.startswith("Nearer"))
    assert (note.at_s, note.channel) == (pytest.approx(at_s, abs=1e-3), Channel.LOCATION)
    assert review.notes.text.toPlainText() == ""
    assert review.stored.text().startswith("Saving")


def test_a_note_is_chosen_changed_deleted_and_brought_back(review, qtbot, qapp):
    saved = wanted(review.notes_changed)
    notes = review.notes
    notes.list.setFocus()
    notes.list.setCurrentIndex(notes.list.lines.index(0))
    qtbot.keyClick(notes.list, Qt.Key.Key_Return)
    assert notes.text.toPlainText() == "Flat hand: fingers together."
    assert notes.keep.text() == "Keep the change"
    assert notes.author.text() == "Mr Boateng"
    assert review.state.time_s == pytest.approx(noted().notes[0].at_s, abs=0.04)
    notes.text.setPlainText("Flat hand.")
    notes.keep.click()
    assert saved[-1].shown.notes[0].text == "Flat hand."
    assert notes.keep.text() == "Add note"
    review._choose(review.state.marks[0])
    review.window().setFocus()
    notes.delete.click()
    assert len(saved[-1].shown.notes) == 1
    notes.restore.click()
    assert len(saved[-1].shown.notes) == 2
    assert not notes.restore.isEnabled()


def test_a_mark_on_the_timeline_can_be_clicked(review, qtbot):
    timeline = review.timeline
    frame = timeline._marks[0][0]
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(round(timeline._x(frame)), 4))
    assert review.state.playback.frame == frame


def test_an_empty_note_is_not_kept_and_a_long_one_is_reported(review):
    saved, failed = wanted(review.notes_changed), wanted(review.failed)
    assert not review.notes.keep.isEnabled()
    review.notes.text.setPlainText("   ")
    assert not review.notes.keep.isEnabled()
    review.notes.text.setPlainText("x" * 2000)
    review.notes.keep.click()
    assert saved == []
    assert "1000 characters" in str(failed[0].message)
    assert review.notes.text.toPlainText() == "x" * 2000


def test_a_copy_to_send_is_named_after_who_and_what(review, qtbot, monkeypatch, tmp_path):
    copies, suggested = [], []
    review.copy_wanted.connect(lambda state, path: copies.append(path))

    def ask(parent, title, name, kinds):
        suggested.append(name)
        return str(tmp_path / "for ama"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(ask))
    qtbot.keyClick(review.window(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert suggested == ["ama-thank-you-2026-03-02-notes.signtry"]
    assert copies == [tmp_path / "for ama.signtry"]


def test_another_attempt_empties_the_editor_and_keeps_the_speed(review):
    review.controls.speed.setCurrentIndex(0)
    review._choose(review.state.marks[0])
    other = replace(made_attempt(signer=""), reference=None, feedback=None)
    review.show_attempt(reviews.opened(review.state, Path("b.signtry"), other), clips_of(other))
    assert review.notes.text.toPlainText() == ""
    assert review.state.playback.speed == 0.25
    assert review.stage.reference.canvas.clip is None
    assert review.stage.attempt.title.accessibleName() == "Attempt"
    assert not review.feedback.isVisible()
    assert not review.next.isEnabled()


def test_large_text_stands_below_and_clips_nothing(make_view, qapp):
    view = make_view(ReviewView, "dark", 200, (1120, 800))
    view.show_attempt(reviews.opened(view.state, Path("a.signtry"), noted()), clips_of(noted()))
    settle(qapp)
    assert view.columns.orientation() is Qt.Orientation.Vertical
    stage = view.stage.geometry()
    assert not stage.intersects(view.timeline.geometry())
    assert view.feedback.height() >= view.feedback.heightForWidth(view.feedback.width())
