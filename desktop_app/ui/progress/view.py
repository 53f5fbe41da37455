"""The Progress view: what was practised, how it went, what is due, and what is confused."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from desktop_app.engine.progress.overview import Overview
from desktop_app.engine.progress.records import Attempt
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.banner import Banner
from desktop_app.ui.kit.banners import BannerArea
from desktop_app.ui.kit.keys import Keys
from desktop_app.ui.kit.layouts import Stretch, fill, hbox, scroll_area, vbox
from desktop_app.ui.kit.parts import Card, IconButton, IconLabel, IconPushButton, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.progress.dialogs import DeleteDialog
from desktop_app.ui.progress.lists import Line, LineView, PairRows
from desktop_app.ui.progress.plot import AccuracyPlot
from desktop_app.ui.progress.review_files import OpensAttempts
from desktop_app.ui.progress.words import (
    attempt_outcome,
    attempt_title,
    now_utc,
    percent,
    sentence_detail,
    streak_words,
    when_words,
)

WIDE_PX: Final = 780  # at 100 % text: two columns from there on
_MOST_DETAIL: Final = 100


class ProgressTile(Card):
    """One number with its meaning."""

    def __init__(self, name: str) -> None:
        super().__init__(spacing=2)
        self.number = label("", "display")
        self.detail = label("", "caption", wrap=True)
        self.row = hbox((self.number, 1))
        fill(self.column, label(name, "muted", wrap=True), self.row, self.detail)
        self._name = name

    def show_number(self, number: str, detail: str) -> None:
        self.number.setText(number)
        self.detail.setText(detail)
        self.setAccessibleName(f"{self._name}: {number}. {detail}")


class ProgressView(Themed, OpensAttempts):
    """Shows an `Overview`; emits signals for user input."""

    due_wanted = Signal()
    pair_wanted = Signal(object)  # Confusion
    pairs_wanted = Signal()
    practice_wanted = Signal()
    attempt_wanted = Signal(object)  # Attempt
    export_wanted = Signal(object)  # Path
    delete_wanted = Signal()
    banner_closed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.overview = Overview()
        self.banners = BannerArea()
        self.banners.closed.connect(self.banner_closed)
        self.open_attempt = IconPushButton("ph.folder-open", tr("Open an attempt"))
        self.export = IconButton("ph.table", tr("Save all attempts as a table (CSV)"), "Ctrl+E", quiet=False)
        self.delete = IconButton("ph.trash", tr("Delete all progress"), quiet=False)
        self.learnt, self.waiting = ProgressTile(tr("Sentences learnt")), ProgressTile(tr("Due now"))
        self.accuracy, self.streak = (
            ProgressTile(tr("Right of all attempts")),
            ProgressTile(tr("Days in a row")),
        )
        self.practise_due = IconPushButton("ph.target", tr("Practise"), "primary")
        self.plot, self.pairs = AccuracyPlot(), PairRows()
        self.recent, self.sentences = LineView(tr("Newest attempts")), LineView(tr("Sentences"))
        self.dialog: DeleteDialog | None = None
        self._columns = 0
        self._arrange()
        self._connect()
        self.show_overview(self.overview)

    def show_overview(self, overview: Overview) -> None:
        self.overview = overview
        now = now_utc()
        self.pages.setCurrentIndex(1 if overview.attempts else 0)
        self.export.setEnabled(overview.attempts > 0)
        self.delete.setEnabled(overview.attempts > 0)
        practised = len(overview.sentences)
        self.learnt.show_number(
            str(overview.learnt),
            tr("of {count} practised; learnt: the last three right, on two days", count=practised),
        )
        fresh = sum(one.new for one in overview.due)
        self.waiting.show_number(str(len(overview.due)), tr("of which new: {count}", count=fresh))
        self.practise_due.setEnabled(bool(overview.due))
        share = overview.right / overview.judged if overview.judged else 0.0
        self.accuracy.show_number(
            percent(share) if overview.judged else "\N{EN DASH}",
            tr("{right} of {attempts}", right=overview.right, attempts=overview.judged),
        )
        self.streak.show_number(str(overview.streak.days), streak_words(overview))
        self.plot.show_periods(overview.days, overview.weeks, now.astimezone().date())
        self.pairs.show_pairs(overview.confusions)
        self.recent.show_lines([self._recent(one, now) for one in overview.recent])
        self.sentences.show_lines(
            [
                Line(
                    "ph.check-circle-fill" if one.learnt else "ph.circle-dashed",
                    "success" if one.learnt else "muted",
                    one.key.sentence,
                    sentence_detail(one),
                )
                for one in overview.sentences[:_MOST_DETAIL]
            ]
        )

    def show_banners(self, banners: tuple[Banner, ...]) -> None:
        self.banners.show_banners(banners)

    def ask_delete(self) -> None:
        """Ask for confirmation before everything is deleted."""
        self.dialog = DeleteDialog(self.overview, self.theme, self)
        self.dialog.agreed.connect(self.delete_wanted)
        self.dialog.open()

    def keys(self) -> Keys:
        return {
            "Ctrl+O": (tr("Open an attempt"), self.ask_open),
            "Ctrl+E": (tr("Save all attempts as a table (CSV)"), self.export.click),
            "D": (tr("Practise what is due"), self.practise_due.click),
        }

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def refresh_theme(self) -> None:
        self._columns = 0
        self._reflow()

    def _recent(self, one: Attempt, now: Any) -> Line:
        icon, role = ("ph.check-circle", "success") if one.right else ("ph.arrow-clockwise", "muted")
        if one.kind == "free":
            icon, role = "ph.magnifying-glass", "accent"
        parts = [attempt_outcome(one)]
        if one.overall is not None:
            parts.append(str(round(one.overall)))
        parts.append(when_words(one.when, now))
        return Line(icon, role, attempt_title(one), "  \N{MIDDLE DOT}  ".join(parts), one)

    def _arrange(self) -> None:
        header = hbox((label(tr("Progress"), "title"), 1), self.open_attempt, self.export, self.delete)
        self.waiting.row.addWidget(self.practise_due)
        for tile in (self.learnt, self.accuracy, self.streak, self.waiting):
            tile.column.addStretch(1)
        self._cards = [Card(), Card(), Card(), Card()]
        self._cards[0].column.addWidget(self.plot)
        lists: tuple[tuple[Card, str, QWidget], ...] = (
            (self._cards[1], tr("Easily mixed up"), self.pairs),
            (self._cards[2], tr("Newest attempts"), self.recent),
            (self._cards[3], tr("Sentences"), self.sentences),
        )
        for card, name, inner in lists:
            fill(card.column, label(name, "section"), (inner, 1))
        self._cards[2].column.addWidget(
            label(tr("Return or a double click shows an attempt again, with its notes."), "caption", wrap=True)
        )
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, SPACE, SPACE)
        self._grid.setSpacing(SPACE * 2)
        scroller = scroll_area(inside)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._empty())
        self.pages.addWidget(scroller)
        self._reflow()
        vbox(header, self.banners, (self.pages, 1), parent=self, margins=SPACE * 2, spacing=SPACE * 2)

    def _empty(self) -> QWidget:
        card = Card()
        begin = IconPushButton("ph.target", tr("Go to Practice"), "primary")
        begin.clicked.connect(self.practice_wanted)
        self.begin: QPushButton = begin
        words = label(
            tr("Your attempts will be kept here, on this computer only. Practise a first sign to begin."),
            "muted",
            wrap=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle = Qt.AlignmentFlag.AlignHCenter
        fill(card.column, Stretch(2), (IconLabel("ph.leaf", "accent", 64), 0, middle))
        card.column.addSpacing(SPACE)
        fill(card.column, (label(tr("Nothing practised yet"), "title"), 0, middle), words)
        card.column.addSpacing(SPACE * 2)
        fill(card.column, (begin, 0, middle), Stretch(3))
        return card

    def _reflow(self) -> None:
        """One column or two, depending on width and text size."""
        columns = 2 if self.width() >= self.theme.size(WIDE_PX) else 1
        if columns == self._columns:
            return
        self._columns = columns
        tiles = (self.learnt, self.accuracy, self.streak, self.waiting)
        for widget in (*tiles, *self._cards):
            self._grid.removeWidget(widget)
        for row in range(2, self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        per_row = 4 if columns == 2 else 2
        span = 4 // per_row
        for number, tile in enumerate(tiles):
            self._grid.addWidget(tile, number // per_row, (number % per_row) * span, 1, span)
        for number, card in enumerate(self._cards):
            row = 2 + (number // columns)
            self._grid.addWidget(card, row, 2 * (number % columns), 1, 4 // columns)
            self._grid.setRowStretch(row, 1)
        for column in range(4):
            self._grid.setColumnStretch(column, 1)

    def _connect(self) -> None:
        self.open_attempt.clicked.connect(self.ask_open)
        self.export.clicked.connect(self._ask_export)
        self.delete.clicked.connect(self.ask_delete)
        self.practise_due.clicked.connect(self.due_wanted)
        self.pairs.wanted.connect(self.pair_wanted)
        self.pairs.all_wanted.connect(self.pairs_wanted)
        self.recent.chosen.connect(self.attempt_wanted)

    def _ask_export(self) -> None:
        words = f"{tr('Tables')} (*.csv)"
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save all attempts as a table"), tr("practice.csv"), words
        )
        if name:
            path = Path(name)
            self.export_wanted.emit(path if path.suffix else path.with_suffix(".csv"))
