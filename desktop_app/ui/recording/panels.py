"""Two cards of the Record view: what to do with unsaved takes, and what to do after saving."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.layouts import Stretch, fill, hbox
from desktop_app.ui.kit.parts import Card, IconLabel, IconPushButton, label
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.recording.state import RecordPhase, RecordState


def is_asking(state: RecordState) -> bool:
    """Whether the user is asked about unsaved takes."""
    return bool(state.leaving) and state.phase is RecordPhase.REVIEW


class LeaveCard(Card):
    """Asks what to do with unsaved takes before the view is left."""

    answered = Signal(str)  # save, discard or stay

    def __init__(self) -> None:
        super().__init__()
        self.save = QPushButton(tr("Save"))
        self.save.setProperty("kind", "primary")
        self.discard, self.stay = QPushButton(tr("Discard")), QPushButton(tr("Stay"))
        icon = IconLabel("ph.warning-fill", "warning", 24)
        words = label(tr("These takes are not saved yet."), "strong", wrap=True)
        head = hbox((icon, 0, Qt.AlignmentFlag.AlignTop), (words, 1))
        fill(self.column, head, self.save, self.discard, self.stay, Stretch(1))
        for name, button in (("save", self.save), ("discard", self.discard), ("stay", self.stay)):
            button.clicked.connect(lambda _=False, name=name: self.answered.emit(name))
        self.hide()

    def show_record(self, state: RecordState) -> None:
        self.save.setEnabled(state.may_save)
        self.setVisible(is_asking(state))

    def take_focus(self) -> None:
        (self.save if self.save.isEnabled() else self.stay).setFocus(Qt.FocusReason.OtherFocusReason)


class SavedCard(Card):
    """The takes were saved: use them, or continue with the next sentence."""

    def __init__(self) -> None:
        super().__init__(spacing=SPACE + SPACE // 2)
        self.title = label("", "section", wrap=True)
        self.text = label("", wrap=True)
        self.live = IconPushButton("ph.video-camera", tr("Try it in Live"), "primary")
        self.another = IconPushButton("ph.plus", tr("Next sentence"))
        self.library = IconPushButton("ph.books", tr("Go to the Library"), "quiet")
        self._sentence = self._pack = ""
        icon = IconLabel("ph.check-circle-fill", "success", 40)
        fill(self.column, (icon, 0, Qt.AlignmentFlag.AlignLeading), self.title, self.text)
        fill(self.column, self.live, self.another, self.library, Stretch(1))

    def set_saved(self, sentence: str, pack: str) -> None:
        """Show what was saved, and where."""
        self._sentence, self._pack = sentence, pack

    def show_record(self, state: RecordState) -> None:
        """Show whether the library in use contains the saved takes."""
        if state.phase is not RecordPhase.SAVED:
            return
        self.title.setText(tr("Recognised from now on") if state.recognised else tr("Saved"))
        self.text.setText(
            tr(
                "“{sentence}” in {pack}. Takes: {count}",
                sentence=self._sentence,
                pack=self._pack,
                count=state.saved,
            )
        )
