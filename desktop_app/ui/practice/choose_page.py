"""The page to choose a lesson (left) and one of its sentences (right)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from desktop_app.engine.practice.evaluation import AttemptVerdict
from desktop_app.engine.progress.lessons import Lesson
from desktop_app.engine.progress.records import SentenceKey
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.layouts import fill, hbox, splitter, vbox
from desktop_app.ui.kit.parts import Card, ElidedLabel, IconLabel, IconPushButton, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.practice.lesson_grid import LessonList
from desktop_app.ui.practice.state import PractisingState
from desktop_app.ui.practice.words import lesson_about, lesson_result, lesson_title

_TILE: Final = QSize(136, 112)  # the picture of a sentence, at 100 %


class SentenceGrid(Themed, QListWidget):
    """Sentences with their thumbnails; attempted ones are marked with the outcome."""

    def __init__(self) -> None:
        super().__init__()
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setWordWrap(True)
        self.setUniformItemSizes(True)
        self.setSpacing(SPACE // 2)
        self.setAccessibleName(tr("Sentences of the lesson"))
        self._images: dict[tuple[str, str], QImage] = {}
        self._outcomes: tuple[AttemptVerdict | None, ...] = ()

    def show_sentences(
        self, sentences: Sequence[SentenceKey], outcomes: Sequence[AttemptVerdict | None], place: int
    ) -> None:
        """Show sentences and select the one at `place`."""
        self._outcomes = tuple(outcomes)
        self.clear()
        for number, key in enumerate(sentences):
            item = QListWidgetItem(self._words(key, number))
            item.setData(Qt.ItemDataRole.UserRole, key.identity)
            item.setToolTip(f"{key.sentence}\n{key.pack}")
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            self.addItem(item)
        self._dress()
        if sentences:
            self.setCurrentRow(min(place, len(sentences) - 1))

    def set_thumbnail(self, identity: tuple[str, str], image: QImage) -> None:
        self._images[identity] = image
        self._dress()

    def refresh_theme(self) -> None:
        focus = self.theme.palette.focus
        self.setStyleSheet(
            f"QListWidget {{ border: 2px solid transparent; padding: 0; }}"
            f" QListWidget:focus {{ border-color: {focus}; }}"
        )
        share = min(self.theme.scale, 1.25)  # thumbnails grow less than text
        picture = QSize(round(_TILE.width() * share), round(_TILE.height() * share))
        self.setIconSize(picture)
        words = 2 * QFontMetrics(self.theme.font()).height()
        self.setGridSize(QSize(picture.width() + 4 * SPACE, picture.height() + words + 3 * SPACE))
        self._dress()

    def _words(self, key: SentenceKey, number: int) -> str:
        outcome = self._outcomes[number] if number < len(self._outcomes) else None
        if outcome is None:
            return key.sentence
        return (
            f"\N{CHECK MARK} {key.sentence}"
            if outcome is AttemptVerdict.RIGHT
            else f"\N{MULTIPLICATION SIGN} {key.sentence}"
        )

    def _dress(self) -> None:
        for row in range(self.count()):
            item = self.item(row)
            image = self._images.get(tuple(item.data(Qt.ItemDataRole.UserRole)))
            if image is not None:
                picture = QPixmap.fromImage(image)
                icon = QIcon(picture)
                icon.addPixmap(picture, QIcon.Mode.Selected)  # selected icons are not tinted
                item.setIcon(icon)
            else:
                item.setIcon(self.theme.icon("ph.user", self.theme.palette.muted))


class ChoosePage(Themed, QWidget):
    """Shows lessons and sentences; emits signals for choices."""

    lesson_chosen = Signal(object)  # Lesson
    start_wanted = Signal(object, int)  # Lesson, place
    free_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lessons: tuple[Lesson, ...] = ()
        self.lesson: Lesson | None = None
        self.list = LessonList()
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a lesson or sentence"))
        self.search.setAccessibleName(tr("Find a lesson or sentence"))
        self.search.setClearButtonEnabled(True)
        self.title = ElidedLabel("", "title")
        self.about = label("", "muted", wrap=True)
        self.grid = SentenceGrid()
        self.start = IconPushButton("ph.play-fill", tr("Start"), "primary")
        self.free = IconPushButton("ph.question", tr("What did I sign?"))
        self.free.setToolTip(tr("Sign anything; every sentence of the open packs can be the answer."))
        self.empty = label(
            tr("There is nothing to practise yet: open a pack in the library, or record a sentence."),
            "muted",
            wrap=True,
        )
        self._outcomes: tuple[AttemptVerdict | None, ...] = ()
        self._told = False
        self._arrange()
        self.list.chosen.connect(self._chosen)
        self.list.activated.connect(lambda _: self.grid.setFocus())
        self.search.textChanged.connect(self.list.filter)
        self.start.clicked.connect(self._start)
        self.free.clicked.connect(self.free_wanted)
        self.grid.itemActivated.connect(lambda _: self._start())

    def show_lessons(self, lessons: tuple[Lesson, ...]) -> None:
        """Show lessons; the chosen one stays chosen if it is still there."""
        if lessons == self.lessons and self._told:
            return
        self._told = True
        before = self.lesson.id if self.lesson is not None else ""
        self.lessons = lessons
        self.list.show_lessons(lessons)
        self.list.filter(self.search.text())
        self.empty.setVisible(not lessons)
        self.columns.setVisible(bool(lessons))
        places = [place for place, lesson in enumerate(lessons) if lesson.id == before]
        if lessons:
            self.choose(places[0] if places else 0)

    def choose(self, place: int) -> None:
        """Choose a lesson by its index and show its sentences."""
        self.list.choose(place)

    def _chosen(self, place: int) -> None:
        self.lesson = self.lessons[place]
        self.title.set_full_text(lesson_title(self.lesson))
        self.about.setText(lesson_about(self.lesson))
        self.banner.hide()
        self.grid.show_sentences(self.lesson.sentences, (), 0)
        self.lesson_chosen.emit(self.lesson)

    def show_state(self, state: PractisingState) -> None:
        """Show the outcomes of the lesson."""
        words = lesson_result(state)
        self.banner.setVisible(bool(words))
        self.banner_words.set_full_text(words)
        if state.lesson is not None and self.lesson is not None and state.lesson.id == self.lesson.id:
            place = 0 if state.finished else state.place
            self.grid.show_sentences(state.lesson.sentences, state.outcomes, place)

    def set_thumbnail(self, identity: tuple[str, str], image: QImage) -> None:
        self.grid.set_thumbnail(identity, image)

    def refresh_theme(self) -> None:
        self._left.setMinimumWidth(round(248 + 90 * (self.theme.scale - 1)))

    def _start(self) -> None:
        if self.lesson is not None:
            self.start_wanted.emit(self.lesson, max(self.grid.currentRow(), 0))

    def _arrange(self) -> None:
        header = hbox((ElidedLabel(tr("Practice"), "title"), 1), self.free)
        self.banner = Card(margin=SPACE + SPACE // 2)
        self.banner_words = ElidedLabel("", "strong")
        row = hbox(IconLabel("ph.flag-banner", "success", 24), (self.banner_words, 1), spacing=None)
        self.banner.column.addLayout(row)
        self.banner.hide()
        card = Card()
        top = hbox((self.title, 1), self.start)
        fill(card.column, top, self.about, (self.grid, 1))
        right = QWidget()
        vbox(self.banner, (card, 1), parent=right)
        self._left = QWidget()
        vbox(self.search, (self.list, 1), parent=self._left)
        self.columns = splitter(Qt.Orientation.Horizontal, (self._left, 2), (right, 5), sizes=(340, 840))
        vbox(header, self.empty, (self.columns, 1), parent=self, spacing=SPACE + SPACE // 2)
        self.empty.hide()
