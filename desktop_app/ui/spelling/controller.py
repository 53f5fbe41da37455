"""Fingerspelling: what connects the view to the letter worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.engine.letters.records import LetterMode, LetterSettings
from desktop_app.runtime.events import (
    Calibrate,
    ChangeLetters,
    ChangePurpose,
    ChangeWork,
    EditLetters,
    LetterPurpose,
    Work,
)
from desktop_app.settings import Settings
from desktop_app.ui.controller import Controller, ControllerPorts
from desktop_app.ui.kit.banner import Action
from desktop_app.ui.spelling.state import practice_changed, purpose_chosen, reduce_letters
from desktop_app.ui.spelling.word_practice import WordPractice, begin

if TYPE_CHECKING:
    from desktop_app.ui.bridge import EventBatch
    from desktop_app.ui.player.reference_loader import ReferenceLoader
    from desktop_app.ui.spelling.view import SpellingView

_READING = ("letters.mode", "letters.smoothing", "input.dominant_hand")


def letter_settings(settings: Settings) -> LetterSettings:
    """How letters are read, out of the user's settings."""
    return LetterSettings(
        mode=LetterMode(settings.letters.mode),
        dominant_left=settings.input.dominant_hand == "left",
        smoothing=settings.letters.smoothing,
    )


class SpellingController(Controller):
    """Connects the Fingerspelling view to the letter worker. On the window's thread.

    Args:
        loader: reads the alphabet when the view is first opened.
    """

    def __init__(self, view: SpellingView, ports: ControllerPorts, loader: ReferenceLoader) -> None:
        self._view, self._ports, self._loader = view, ports, loader
        self._has_hands = False
        loader.alphabet_ready.connect(view.set_hands)
        view.purpose_chosen.connect(self._choose_purpose)
        view.practice_wanted.connect(self._practise)
        view.text.edit_wanted.connect(lambda edit: ports.send(EditLetters(edit)))
        view.calibration.wanted.connect(lambda action: ports.send(Calibrate(action)))
        view.mode_chosen.connect(lambda mode: ports.change("letters.mode", mode))
        view.hand_chosen.connect(lambda hand: ports.change("input.dominant_hand", hand))
        view.word.level_chosen.connect(lambda level: ports.change("letters.level", level))
        view.reference.turning_changed.connect(lambda on: ports.change("letters.turn_hand", on))

    def events_came(self, batch: EventBatch) -> None:
        state = self._view.state
        for event in batch.events:
            state = reduce_letters(state, event)
        self._view.set_state(state)

    def show_settings(self) -> None:
        settings, view = self._ports.settings(), self._view
        view.set_switches(mirrored=settings.input.mirror, overlay=settings.look.overlay)
        view.set_reading(
            mode=settings.letters.mode,
            hand=settings.input.dominant_hand,
            turning=settings.letters.turn_hand,
        )

    def setting_changed(self, key: str) -> None:
        """Pass the setting on to the letter worker, or to the practice."""
        if key in _READING:
            self._ports.send(ChangeLetters(letter_settings(self._ports.settings())))
        elif key == "letters.level":
            self._begin_practice()

    def action_chosen(self, action: Action) -> None:
        if action is Action.RETRY_LETTERS:
            self._ports.send(ChangeWork(Work.LETTERS))

    def view_changed(self, name: str) -> None:
        """Read letters while the view is shown; views without a picture change nothing."""
        if name == "letters":
            if not self._has_hands:
                self._has_hands = True
                self._loader.load_alphabet()
            self._ports.send(ChangeWork(Work.LETTERS))

    def _choose_purpose(self, purpose: LetterPurpose) -> None:
        self._view.set_state(purpose_chosen(self._view.state, purpose))
        if purpose is LetterPurpose.PRACTISE and not self._view.state.practice.words:
            self._begin_practice()
        self._ports.send(ChangePurpose(purpose))

    def _begin_practice(self) -> None:
        self._practise(begin(self._ports.settings().letters.level))

    def _practise(self, practice: WordPractice) -> None:
        self._view.set_state(practice_changed(self._view.state, practice))
