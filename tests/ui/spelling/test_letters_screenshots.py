"""The Fingerspelling view in fixed states as pictures, compared as in `test_screenshots.py`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop_app.engine.letters.records import LetterPhase
from desktop_app.engine.letters.reference import reference_hands
from desktop_app.ui.spelling.state import SpellingState
from tests.ui.conftest import settle
from tests.ui.scenes import ready
from tests.ui.spelling.letter_scenes import calibrating, hand_frame, practising, reading
from tests.ui.test_screenshots import compare

SCENES: dict[str, tuple[str, int, Callable[[], SpellingState]]] = {
    "letters-taken-light": ("light", 100, lambda: reading(LetterPhase.COMMITTED)),
    "letters-holding-contrast": ("contrast", 100, reading),
    "letters-practising-dark": ("dark", 100, practising),
    "letters-calibrating-light-200": ("light", 200, calibrating),
}


@pytest.mark.parametrize("name", list(SCENES))
def test_the_view_looks_as_approved(name, make_window, qapp, request, tmp_path):
    theme, text, make_state = SCENES[name]
    window = make_window(theme, text)
    window.show_view("letters")
    view = window.spelling
    view.set_switches(mirrored=True, overlay=True)
    view.set_reading(mode="sequence", hand="right", turning=False)
    view.set_hands(reference_hands())
    view.bar.set_sources((), "camera:HD Webcam", "/letters.npz")
    window.set_state(ready())
    window.spelling.set_state(make_state())
    window.flush()
    view.video.show_picture(None, hand_frame())
    settle(qapp)
    compare(window.grab().toImage(), name, request.config.getoption("--approve", default=False), tmp_path)
