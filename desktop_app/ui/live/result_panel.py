"""The answer list: at most six, no scrolling, always as high as six lines so that nothing jumps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.engine.records import Candidate, Prediction
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.layouts import Stretch, hbox, vbox
from desktop_app.ui.kit.parts import IconLabel, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.live.result_row import ResultRow, row_height
from desktop_app.ui.player.clip import ClipKey, clip_key
from desktop_app.ui.state import EnginePhase, LiveState

MOST: Final = 6
GAP: Final = 6


class EmptyNote(QWidget):
    """Shown where there is no answer yet: an icon and a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("ph.hands-clapping", "control_border", 48)
        self.text = label("", "strong", wrap=True)
        self.detail = label("", "muted", wrap=True)
        centre = Qt.AlignmentFlag.AlignHCenter
        for text in (self.text, self.detail):
            text.setAlignment(centre)
        items = Stretch(1), (self._icon, 0, centre), self.text, self.detail, Stretch(2)
        vbox(*items, parent=self, margins=None, spacing=None)

    def show_message(self, icon: str, text: str, detail: str) -> None:
        """Show an icon and two lines of text."""
        self._icon.set_icon(icon, "control_border")
        self.text.setText(text)
        self.detail.setText(detail)


class ResultPanel(Themed, QWidget):
    """Shows the answers of a state; signals which candidate was chosen and requests thumbnails."""

    chosen = Signal(object)  # Candidate
    thumbnail_wanted = Signal(object)  # Candidate

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Answers"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.title = label(tr("Answers"), "section")
        self.note = label("", "caption")
        self.empty = EmptyNote()
        self.rows = tuple(ResultRow(rank + 1) for rank in range(MOST))
        self._shown: Prediction | None = None
        self._final = False
        self._engine: EnginePhase | None = None
        self._limit = MOST
        header = hbox(self.title, Stretch(1), self.note, spacing=None)
        column = vbox(header, (self.empty, 1), parent=self, spacing=GAP)
        for row in self.rows:
            column.addWidget(row)
            row.clicked.connect(self._chooser(row))
        column.addStretch(0)
        for row in self.rows:
            row.hide()
        self.show_state(LiveState())

    def show_state(self, state: LiveState) -> None:
        """Show the answers of a state; an unchanged list costs nothing and keeps the chosen row."""
        prediction, final = state.shown, state.shown_is_final
        if state.engine is not self._engine:
            self._engine = state.engine
            self._show_empty(state.engine)
        if prediction is self._shown and final is self._final:  # by identity: two answers may be equal
            return
        self._shown, self._final = prediction, final
        results = prediction.results[: self._limit] if prediction else ()
        self.note.setText("" if prediction is None else tr("Last sign") if final else tr("While you sign"))
        self.empty.setVisible(not results)
        for row, candidate in zip(self.rows, (*results, *[None] * MOST), strict=False):
            accepted = bool(final and prediction and prediction.accepted and row.rank == 1)
            row.show_candidate(candidate, accepted=accepted)
            if candidate is not None and not row.has_thumbnail:
                self.thumbnail_wanted.emit(candidate)
        if final and results:
            self._mark(results[0])
            self.chosen.emit(results[0])
        else:
            self._mark(None)

    def sizeHint(self) -> QSize:
        header = max(self.title.sizeHint().height(), self.note.sizeHint().height())
        rows = row_height(self.theme, accepted=True) + (MOST - 1) * row_height(self.theme, accepted=False)
        return QSize(340, header + rows + MOST * GAP)

    def hasHeightForWidth(self) -> bool:
        return False  # the note in the empty list wraps; the list is as high as six lines all the same

    def refresh_theme(self) -> None:
        self.updateGeometry()

    def set_thumbnail(self, key: ClipKey, image: QImage) -> None:
        """Show a loaded thumbnail in the rows of its reference."""
        for row in self.rows:
            if row.candidate is not None and clip_key(row.candidate) == key:
                row.set_thumbnail(image)

    def set_header_visible(self, visible: bool) -> None:
        """Hide the heading where a tab already names the list."""
        for text in (self.title, self.note):
            text.setVisible(visible)

    def set_mirrored(self, mirrored: bool) -> None:
        """Mirror the thumbnails for left-handed signers."""
        for row in self.rows:
            row.set_mirrored(mirrored)

    def set_limit(self, most: int) -> None:
        """Show at most so many lines from the next list on."""
        self._limit = min(max(most, 1), MOST)

    def choose(self, rank: int) -> None:
        """Choose a row by its rank, from 1; does nothing where there is none."""
        if 1 <= rank <= MOST and not self.rows[rank - 1].isHidden():
            self.rows[rank - 1].click()

    def _chooser(self, row: ResultRow) -> Callable[[], None]:
        def choose() -> None:
            if row.candidate is not None:
                self._mark(row.candidate)
                self.chosen.emit(row.candidate)

        return choose

    def _mark(self, chosen: Candidate | None) -> None:
        for row in self.rows:
            row.setChecked(chosen is not None and row.candidate == chosen)

    def _show_empty(self, engine: EnginePhase) -> None:
        match engine:
            case EnginePhase.LOADING:
                self.empty.show_message(
                    "ph.spinner-gap", tr("Loading model and packs"), tr("You can already see yourself.")
                )
            case EnginePhase.FAILED:
                self.empty.show_message(
                    "ph.warning-circle", tr("Nothing can be recognised"), tr("The message above says why.")
                )
            case EnginePhase.READY:
                self.empty.show_message(
                    "ph.hands-clapping",
                    tr("Sign something"),
                    tr("The best matches appear here when you rest your hands."),
                )
