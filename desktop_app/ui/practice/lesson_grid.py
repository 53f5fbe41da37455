"""The list of lessons under the names of their packs: icon, title and a line about each."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.engine.progress.lessons import Lesson, LessonKind
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import RADIUS_SMALL, SPACE
from desktop_app.ui.practice.words import lesson_about, lesson_icon, lesson_title

_ABOUT: Final = int(Qt.ItemDataRole.UserRole) + 1
_ICON: Final = int(Qt.ItemDataRole.UserRole) + 2
Index = QModelIndex | QPersistentModelIndex


class LessonLines(QStyledItemDelegate):
    """Paints a lesson as icon, title and subtitle; a heading as its text alone."""

    def __init__(self, owner: Themed) -> None:
        super().__init__()
        self._owner = owner

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._owner.theme
        title = QFontMetrics(theme.font(tokens.BODY, QFont.Weight.DemiBold)).height()
        about = QFontMetrics(theme.font(tokens.CAPTION)).height()
        heading = index.data(_ABOUT) is None
        return QSize(120, title + SPACE * 2 if heading else title + about + SPACE * 2)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        theme, palette = self._owner.theme, self._owner.theme.palette
        box = QRect(option.rect).adjusted(2, 1, -2, -1)
        about = index.data(_ABOUT)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if about is not None and (chosen or option.state & QStyle.StateFlag.State_MouseOver):
            painter.setPen(
                QPen(QColor(palette.accent.border), palette.border_px) if chosen else Qt.PenStyle.NoPen
            )
            painter.setBrush(QColor(palette.accent.soft if chosen else palette.hover))
            painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
        title_font = theme.font(tokens.BODY, QFont.Weight.DemiBold)
        title_metrics = QFontMetrics(title_font)
        words = box.adjusted(SPACE, SPACE - 2, -SPACE, -SPACE + 2)
        align = Qt.AlignmentFlag.AlignLeft
        if self._owner.layoutDirection() == Qt.LayoutDirection.RightToLeft:  # type: ignore[attr-defined]
            align = Qt.AlignmentFlag.AlignRight
        if about is not None:
            side, room = theme.size(20), theme.size(20) + SPACE + SPACE // 2
            left = align == Qt.AlignmentFlag.AlignLeft
            x = words.left() if left else words.right() - side
            colour = palette.accent.text if chosen else palette.text
            theme.icon(index.data(_ICON), colour).paint(painter, x, words.center().y() - side // 2, side, side)
            words.adjust(room if left else 0, 0, 0 if left else -room, 0)
        painter.setFont(title_font)
        painter.setPen(QColor(palette.muted if about is None else palette.text))
        title = title_metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, words.width())
        if about is None:
            painter.drawText(words, align | Qt.AlignmentFlag.AlignBottom, title)
        else:
            painter.drawText(words, align | Qt.AlignmentFlag.AlignTop, title)
            painter.setFont(theme.font(tokens.CAPTION))
            painter.setPen(QColor(palette.text if chosen else palette.muted))
            line = QFontMetrics(painter.font()).elidedText(about, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, align | Qt.AlignmentFlag.AlignBottom, line)
        painter.restore()


class LessonModel(QAbstractListModel):
    """Lessons under their headings; rows are created when they are painted, for hundreds of lessons."""

    def __init__(self) -> None:
        super().__init__()
        self.lessons: tuple[Lesson, ...] = ()
        self.rows: list[int] = []  # of each lesson
        self._lines: list[Lesson | str] = []

    def show_lessons(self, lessons: tuple[Lesson, ...]) -> None:
        """Show lessons: first those that depend on the day, then pack by pack."""
        self.beginResetModel()
        self.lessons, self.rows, self._lines = lessons, [], []
        heading = ""
        for lesson in lessons:
            wanted = lesson.pack if lesson.kind is LessonKind.CATEGORY else tr("For now")
            if wanted != heading:
                heading = wanted
                self._lines.append(heading)
            self.rows.append(len(self._lines))
            self._lines.append(lesson)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._lines[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, str):
            return line if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return lesson_title(line)
            case Qt.ItemDataRole.ToolTipRole:
                return ", ".join(key.sentence for key in line.sentences)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{lesson_title(line)}. {lesson_about(line)}"
            case _:
                return {_ABOUT: lesson_about, _ICON: lesson_icon}.get(role, lambda _: None)(line)


class LessonList(Themed, QListView):
    """All lessons under their headings; `chosen` emits the index of a lesson."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.lines = LessonModel()
        self.setModel(self.lines)
        self._delegate = LessonLines(self)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Lessons"))
        self.selectionModel().currentChanged.connect(self._choose)

    def show_lessons(self, lessons: tuple[Lesson, ...]) -> None:
        """Show lessons without a selection."""
        self.lines.show_lessons(lessons)

    def choose(self, place: int) -> None:
        self.setCurrentIndex(self.lines.index(self.lines.rows[place]))

    def filter(self, words: str) -> None:
        """Show lessons whose title or sentences contain this text."""
        wanted = words.strip().casefold()
        for row, lesson in zip(self.lines.rows, self.lines.lessons, strict=True):
            texts = (lesson_title(lesson), *(key.sentence for key in lesson.sentences))
            self.setRowHidden(row, bool(wanted) and not any(wanted in text.casefold() for text in texts))

    def refresh_theme(self) -> None:
        self.scheduleDelayedItemsLayout()

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid() and current.row() in self.lines.rows:
            self.chosen.emit(self.lines.rows.index(current.row()))
