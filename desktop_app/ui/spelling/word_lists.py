"""Words to spell, from easy to hard. Plain constants.

Level 1: three letters, none of which is drawn (J, Z) and none twice in a row. Level 2: four and five
letters, as easy. Level 3: longer words, with drawn and double letters, and names of places in Ghana.
"""

from __future__ import annotations

from typing import Final

LEVELS: Final[tuple[tuple[str, ...], ...]] = (
    ("CAT", "DOG", "SUN", "BED", "CUP", "HAT", "BUS", "FAN", "KEY", "LEG", "MAP", "NUT", "OWL", "PEN",
     "RED", "TEA", "VAN", "WET", "FOX", "YES", "BOY", "ARM", "ICE", "OIL"),
    ("BIRD", "FISH", "HAND", "MILK", "RAIN", "SHOE", "LEAF", "DUCK", "GOLD", "BREAD", "WATER", "HOUSE",
     "TABLE", "PLANT", "MUSIC", "CHAIR", "SIGN", "NAME", "LEMON", "EXIT"),
    ("JAZZ", "PUZZLE", "BANANA", "LETTER", "SCHOOL", "HOSPITAL", "TEACHER", "KITCHEN", "JACKET",
     "PROJECT", "ZEBRA", "QUESTION", "ACCRA", "KUMASI", "TAMALE", "GHANA", "VOLTA", "TEMA", "SUNYANI",
     "MOTHER"),
)  # fmt: skip
