"""The takes of a sentence: a row for each, the findings of the displayed one, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.layouts import Stretch, hbox, scroll_area, vbox
from desktop_app.ui.kit.painted import Painted, paint_ground
from desktop_app.ui.kit.parts import IconButton, IconLabel, IconPushButton, label
from desktop_app.ui.kit.theme import Themed, dress
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.recording.state import MadeTake, RecordPhase, RecordState
from desktop_app.ui.recording.take_row import TakeRow
from desktop_app.ui.recording.words import finding_words


class FindingButton(Painted, QAbstractButton):
    """One finding as wrapped text; choosing it jumps to its moment."""

    def __init__(self, icon: str, tone: str, text: str, advice: str, at_s: float) -> None:
        super().__init__()
        self.at_s = at_s
        self.setText(text)
        self.setAccessibleName(f"{text} {advice}".strip())
        self.setToolTip(tr("Show this moment"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words = vbox(spacing=0)
        self._labels = [label(text, wrap=True)]
        if advice:
            self._labels.append(label(advice, "muted", wrap=True))
        for line in self._labels:
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(line)
        items = (IconLabel(icon, tone, 20), 0, Qt.AlignmentFlag.AlignTop), (words, 1)
        hbox(*items, parent=self, margins=(SPACE, SPACE // 2, SPACE, SPACE // 2))

    def sizeHint(self) -> QSize:
        made = self.layout()
        return made.sizeHint() if made is not None else QSize(200, 40)

    def paint(self, painter: QPainter) -> None:
        paint_ground(painter, self, self.theme)


class TakesPanel(Themed, QWidget):
    """Shows the takes of a `RecordState`; emits signals for user input."""

    chosen = Signal(int)
    keep_changed = Signal(int, bool)
    moment_wanted = Signal(float)  # on the take's own axis

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "section", wrap=True)
        self.rows: dict[int, TakeRow] = {}
        self.findings: list[FindingButton] = []
        self.found_title = label("", "strong", wrap=True)
        self.next = IconPushButton("ph.record", tr("Next take"))
        self.wait = IconPushButton("ph.pause", tr("Wait"))
        self.save = IconPushButton("ph.check", tr("Save"), "primary")
        self.discard = IconButton("ph.trash", tr("Discard all takes"), quiet=False)
        self._found_of: tuple[object, ...] = ()
        self._arrange()

    def show_record(self, state: RecordState, sentence: str) -> None:
        self.title.setText(sentence)
        self._show_rows(state)
        shown = state.shown
        if self._found_of != (shown, state.chosen):
            self._found_of = (shown, state.chosen)
            self._show_findings(shown)
        last = state.takes[-1] if state.takes else None
        again = last is not None and last.blocked
        seconds = state.next_in_s
        words = tr("Record again") if again else tr("Next take")
        if seconds is not None:
            words = tr("Now ({seconds:.0f})", seconds=seconds)
        self.next.setText(words)
        self.wait.setVisible(seconds is not None)
        review = state.phase is RecordPhase.REVIEW
        self.next.setEnabled(review)
        self.discard.setEnabled(review)
        self.save.setEnabled(state.may_save)
        self.save.setText(tr("Save takes: {count}", count=len(state.kept)))

    def set_thumbnail(self, number: int, image: QImage) -> None:
        if number in self.rows:
            self.rows[number].button.set_image(image)

    def _arrange(self) -> None:
        inside = QWidget()
        self._takes, self._found = vbox(spacing=SPACE // 2), vbox(spacing=SPACE // 2)
        items = self.title, self._takes, self.found_title, self._found, Stretch(1)
        vbox(*items, parent=inside, margins=(0, 0, SPACE // 2, 0))
        self.area = scroll_area(inside)
        again = hbox((self.next, 1), (self.wait, 1))
        end = hbox(self.discard, (self.save, 1))
        vbox((self.area, 1), again, end, parent=self)

    def _show_rows(self, state: RecordState) -> None:
        numbers = [made.number for made in state.takes]
        for number in [number for number in self.rows if number not in numbers]:
            row = self.rows.pop(number)
            self._takes.removeWidget(row)
            row.deleteLater()
        for place, made in enumerate(state.takes, 1):
            if made.number not in self.rows:
                self.rows[made.number] = self._new_row(made.number, place)
            self.rows[made.number].show_take(made, chosen=made.number == state.chosen)

    def _new_row(self, number: int, place: int) -> TakeRow:
        row = TakeRow(number, place)
        row.button.clicked.connect(lambda: self.chosen.emit(number))
        row.keep.toggled.connect(lambda on: self.keep_changed.emit(number, on))
        self._takes.addWidget(row)
        dress(row, self.theme)
        return row

    def _show_findings(self, made: MadeTake | None) -> None:
        for button in self.findings:
            self._found.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.findings = []
        if made is None or made.findings is None:
            self.found_title.setText("" if made is None else tr("The take is being checked."))
            return
        for finding in made.findings:
            words = finding_words(finding)
            icon, tone = ("ph.x-circle-fill", "danger") if words.blocks else ("ph.warning-fill", "warning")
            button = FindingButton(icon, tone, words.text, words.advice, words.at_s)
            button.clicked.connect(lambda _=False, at=words.at_s: self.moment_wanted.emit(at))
            self._found.addWidget(button)
            dress(button, self.theme)
            self.findings.append(button)
        title = tr("No problems were found.")
        if made.blocked:
            title = tr("It cannot be a reference, because:")
        elif made.findings:
            title = tr("It can be kept. What was noticed:")
        if made.dropped:
            title = tr(
                "Pictures were lost while it was recorded: {count}. Better record it again.", count=made.dropped
            )
        elif made.full:
            title = tr("It was cut after a minute, the longest that a take may be.")
        self.found_title.setText(title)
