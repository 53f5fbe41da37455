"""The 29 classes of a letter model in order. Constants only."""

from __future__ import annotations

from typing import Final

LETTERS: Final = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
SPACE, DELETE, NOTHING = "SPACE", "DELETE", "NOTHING"
CLASSES: Final = (*LETTERS, SPACE, DELETE, NOTHING)
INDEX: Final = {name: place for place, name in enumerate(CLASSES)}

MOVING: Final = ("J", "Z")  # drawn in the air: a hand held still is never one of them
MOVING_PLACES: Final = tuple(INDEX[name] for name in MOVING)
STILL_LETTERS: Final = tuple(name for name in LETTERS if name not in MOVING)
COMMANDS: Final = (SPACE, DELETE)  # act on the text instead of adding to it

WINDOW_FRAMES: Final = 32
