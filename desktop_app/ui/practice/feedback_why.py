"""Why an attempt was not recognised: the measured reasons in plain words, each with a picture of its moment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from desktop_app.engine.feedback.why import Reason
from desktop_app.engine.records import Frame
from desktop_app.engine.takes.take import Take
from desktop_app.runtime.take_events import TakePicture
from desktop_app.ui.camera.video_view import VideoView
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.layouts import scroll_area, vbox
from desktop_app.ui.kit.parts import label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.practice.feedback_words import reason_words
from desktop_app.ui.practice.stage_video import ChoiceCard

MOST: Final = 3  # reasons; the likeliest come first, and more than three help nobody
NUMBERS: Final = ("ph.number-circle-one", "ph.number-circle-two", "ph.number-circle-three")


def picture_at(pictures: Sequence[TakePicture], time_s: float) -> TakePicture | None:
    """The picture nearest to a moment of the take; None without pictures."""
    return min(pictures, key=lambda one: abs(one.position_s - time_s)) if pictures else None


class AttemptExplanation(Themed, QWidget):
    """Shows reasons; the picture is that of the reason that is chosen."""

    touched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picture = VideoView()
        self.picture.setMinimumSize(160, 120)
        self.picture.setAccessibleName(tr("Picture of the moment"))
        self.at = label("", "caption")
        self.cards: list[ChoiceCard] = []
        self._group = QButtonGroup(self)
        self._take: Take | None = None
        self._reasons: tuple[Reason, ...] = ()
        self._pictures: tuple[TakePicture, ...] = ()
        self._list = vbox()
        inner = QWidget()
        inner.setLayout(self._list)
        scroller = scroll_area(inner)
        scroller.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        left = vbox((self.picture, 1), self.at, spacing=SPACE // 2)
        vbox((left, 3), (scroller, 2), parent=self)

    def set_switches(self, *, mirrored: bool, overlay: bool) -> None:
        """As the camera picture is shown."""
        self.picture.set_switches(mirrored=mirrored, overlay=overlay)

    def show_reasons(self, take: Take, reasons: tuple[Reason, ...], pictures: tuple[TakePicture, ...]) -> None:
        """Show why, the likeliest reason first."""
        self._take, self._reasons, self._pictures = take, reasons[:MOST], pictures
        while self.cards:
            card = self.cards.pop()
            self._group.removeButton(card)
            self._list.removeWidget(card)
            card.deleteLater()
        while self._list.count():
            self._list.takeAt(0)
        for number, reason in enumerate(self._reasons):
            words = reason_words(reason)
            card = ChoiceCard(NUMBERS[number], words.text, words.advice)
            card.clicked.connect(lambda _=False, number=number: self._choose(number))
            card.set_theme(self.theme)
            self._group.addButton(card)
            self._list.addWidget(card)
            self.cards.append(card)
        self._list.addStretch(1)
        if self._reasons:
            self.show_reason(0)

    def show_reason(self, number: int) -> None:
        """The picture of one reason's moment."""
        if self._take is None or not 0 <= number < len(self._reasons):
            return
        self.cards[number].setChecked(True)
        reason = self._reasons[number]
        frames = self._take.frames
        picture = picture_at(self._pictures, reason.at_s)
        landmarks = frames[min(max(reason.frame, 0), len(frames) - 1)]
        frame = None
        if picture is not None:
            landmarks = min(frames, key=lambda one: abs(one.position_s - picture.position_s))
            frame = Frame(picture.frame_id, landmarks.captured_ns, picture.bgr, picture.position_s)
        self.picture.show_picture(frame, landmarks)
        since = landmarks.position_s - frames[0].position_s
        self.at.setText(tr("{time:.1f} s after the beginning", time=since))

    def _choose(self, number: int) -> None:
        self.show_reason(number)
        self.touched.emit()
