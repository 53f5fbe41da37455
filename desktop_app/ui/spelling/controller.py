"""The composition root's part for fingerspelling: what the worker is built from, and who tells whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop_app.engine.letters.loading import load_hands_extractor, load_letter_model
from desktop_app.engine.letters.records import LetterMode, LetterSettings
from desktop_app.runtime.events import (
    Calibrate,
    ChangeLetters,
    ChangePurpose,
    ChangeWork,
    Command,
    EditLetters,
    LetterPurpose,
    Work,
)
from desktop_app.runtime.letter_worker import LetterParts
from desktop_app.settings import Settings
from desktop_app.ui.spelling.state import practice_changed, purpose_chosen
from desktop_app.ui.spelling.word_practice import begin

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.player.reference_loader import ReferenceLoader

_READING = ("letters.mode", "letters.smoothing", "input.dominant_hand")


def letter_settings(settings: Settings) -> LetterSettings:
    """How letters are read, out of the user's settings."""
    return LetterSettings(
        mode=LetterMode(settings.letters.mode),
        dominant_left=settings.input.dominant_hand == "left",
        smoothing=settings.letters.smoothing,
    )


def letter_parts(settings: Settings) -> LetterParts:
    """What the letter worker is built from."""
    return LetterParts(load_hands_extractor, load_letter_model, letter_settings(settings))


class SpellingController:
    """Passes wishes between the Fingerspelling view, the settings and the pipeline. On the window's thread.

    Args:
        send: leaves a command with the pipeline.
        change: keeps a setting.
        settings: the settings now.
        loader: reads the alphabet when the view is first opened.
    """

    def __init__(
        self,
        window: MainWindow,
        loader: ReferenceLoader,
        send: Callable[[Command], None],
        change: Callable[[str, Any], None],
        settings: Callable[[], Settings],
    ) -> None:
        self._window, self._loader, self._send, self._settings = window, loader, send, settings
        self._has_hands = False
        view = window.letters
        loader.alphabet_ready.connect(view.set_hands)
        window.view_changed.connect(self._view_changed)
        view.purpose_chosen.connect(self._choose_purpose)
        view.text.edit_wanted.connect(lambda edit: send(EditLetters(edit)))
        view.calibration.wanted.connect(lambda action: send(Calibrate(action)))
        view.mode_chosen.connect(lambda mode: change("letters.mode", mode))
        view.hand_chosen.connect(lambda hand: change("input.dominant_hand", hand))
        view.word.level_chosen.connect(lambda level: change("letters.level", level))
        view.reference.turning_changed.connect(lambda on: change("letters.turn_hand", on))

    def show_settings(self) -> None:
        """Show in the view what the settings say."""
        settings, view = self._settings(), self._window.letters
        view.set_switches(mirrored=settings.input.mirror, overlay=settings.look.overlay)
        view.set_reading(
            mode=settings.letters.mode,
            hand=settings.input.dominant_hand,
            turning=settings.letters.turn_hand,
        )

    def setting_changed(self, key: str) -> None:
        """Let the reader, or the practice, know of a setting."""
        if key in _READING:
            self._send(ChangeLetters(letter_settings(self._settings())))
        elif key == "letters.level":
            self._begin_practice()

    def retry(self) -> None:
        """Try to load again what could not be loaded."""
        self._send(ChangeWork(Work.LETTERS))

    def _view_changed(self, view: str) -> None:
        """The open view says what is looked for; views without a picture leave it as it is."""
        if view == "letters":
            if not self._has_hands:
                self._has_hands = True
                self._loader.ask_alphabet()
            self._send(ChangeWork(Work.LETTERS))
        elif view == "live":
            self._send(ChangeWork(Work.SIGNS))

    def _choose_purpose(self, purpose: LetterPurpose) -> None:
        window = self._window
        window.set_letters_state(purpose_chosen(window.letters_state, purpose))
        if purpose is LetterPurpose.PRACTISE and not window.letters_state.practice.words:
            self._begin_practice()
        self._send(ChangePurpose(purpose))

    def _begin_practice(self) -> None:
        window = self._window
        practice = begin(self._settings().letters.level)
        window.set_letters_state(practice_changed(window.letters_state, practice))
