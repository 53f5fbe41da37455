"""The page on which a sentence is watched and signed: the camera picture left, the reference right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.camera.headline_bar import HeadlineBar
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.layouts import Stretch, hbox, splitter, vbox
from desktop_app.ui.kit.parts import Card, ElidedLabel, IconButton, IconPushButton, Switch, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.player.reference_player import ReferencePlayer
from desktop_app.ui.practice.stage_video import StageStrip, StageVideo
from desktop_app.ui.practice.state import PracticeStage, PractisingState
from desktop_app.ui.practice.words import lesson_title, stage_headline
from desktop_app.ui.state import LiveState

_BOTH_PX: Final = 500  # width at 100 % text from which oneself and the reference stand side by side


class StagePage(Themed, QWidget):
    """Shows a `PractisingState` from watching to evaluation."""

    touched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = IconButton("ph.arrow-left", tr("Back to the lessons"), "Escape", quiet=False)
        self.title = ElidedLabel("", "display")
        self.place = label("", "muted")
        self.strip = StageStrip()
        self.video = StageVideo()
        self.headline = HeadlineBar()
        self.player = ReferencePlayer()
        self.player.canvas.setMinimumHeight(120)  # keep the picture visible with large text in a small window
        self.player.canvas.empty_text = tr("There is no reference in a free attempt.")
        self.start = IconPushButton("ph.hand-palm", tr("Begin now"), "primary")
        self.before = IconButton("ph.caret-left", tr("The sentence before"), "PgUp", quiet=False)
        self.after = IconButton("ph.caret-right", tr("The next sentence"), "PgDown", quiet=False)
        self.auto = Switch()
        self.auto.setAccessibleName(tr("Go on by itself"))
        self._auto_words = label(tr("Go on by itself"))
        self._clock = QElapsedTimer()
        self._clock.start()
        self._state = PractisingState()
        self._narrow = False
        self._arrange()
        self._connect()

    def show_state(self, live: LiveState, state: PractisingState) -> None:
        self.headline.show_headline(stage_headline(live, state))
        self.strip.show_stage(state.stage)
        self.video.show_stage(state)
        asked = state.asked
        self.title.set_full_text(asked.sentence if asked is not None else tr("What did I sign?"))
        lesson = state.lesson
        self.place.setText(
            tr(
                "{lesson}: {place} of {count}",
                lesson=lesson_title(lesson),
                place=state.place + 1,
                count=len(lesson.sentences),
            )
            if lesson is not None
            else tr("every sentence of the open packs")
        )
        for button in (self.before, self.after):
            button.setVisible(lesson is not None)
        self.before.setEnabled(state.place > 0)
        self._state = state
        self._share_room()
        words, icon = {
            PracticeStage.READY: (tr("Skip the countdown"), "ph.fast-forward"),
            PracticeStage.RECORD: (tr("Done"), "ph.check"),
        }.get(state.stage, (tr("Begin now"), "ph.hand-palm"))
        self.start.setText(words)
        self.start.set_icon(icon)
        self.start.setEnabled(state.stage is not PracticeStage.EVALUATE)
        with QSignalBlocker(self.auto):
            self.auto.setChecked(state.auto)
        self.auto.update()

    def tick(self) -> None:
        self.headline.turn(self._clock.elapsed())

    def refresh_theme(self) -> None:
        self._player_card.setMinimumWidth(round(320 + 280 * (self.theme.scale - 1)))
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Large text in a small window: hide the line about the lesson in favour of the sentence."""
        width = self.width() / self.theme.scale
        self.place.setVisible(width > 620)
        self._auto_words.setVisible(width > 520)
        self._narrow = width < _BOTH_PX
        way = Qt.Orientation.Vertical if self._narrow else Qt.Orientation.Horizontal
        for words in (self.player.title, self.player.pack):  # the page is headed by the sentence
            words.setVisible(not self._narrow)
        if self.columns.orientation() != way:
            self.columns.setOrientation(way)
        self._share_room()

    def _share_room(self) -> None:
        """Where only one picture fits: the reference while watching, the camera while signing."""
        watching = self._state.stage in (PracticeStage.WATCH, PracticeStage.CHOOSE) and not self._state.free
        self._player_card.setVisible(watching if self._narrow else not self._state.free)
        self.video.setVisible(not (self._narrow and watching))
        self.strip.setVisible(not (self._narrow and watching))

    def _arrange(self) -> None:
        header = hbox(
            self.back, (self.title, 1), self.place, self.before, self.after, spacing=SPACE + SPACE // 2
        )
        actions = hbox(self.start, Stretch(1), self._auto_words, self.auto)
        stage = QWidget()
        # The stretch keeps the text together when the picture is hidden.
        vbox(self.strip, (self.video, 1), self.headline, actions, Stretch(0), parent=stage)
        self._player_card = Card()
        self._player_card.column.addWidget(self.player)
        self.columns = splitter(Qt.Orientation.Horizontal, (stage, 3), (self._player_card, 2), sizes=(700, 480))
        self.columns.installEventFilter(self)
        vbox(header, (self.columns, 1), parent=self)

    def _connect(self) -> None:
        player = self.player
        player.controls.moved.connect(self.touched)
        player.controls.speed.activated.connect(self.touched)
        for button in (player.loop_a, player.loop_b, player.loop_off):
            button.clicked.connect(self.touched)
