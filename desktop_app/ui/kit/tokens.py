"""The design tokens, in one place: colours by role, spacing, type sizes, radii. Qt-free.

Colours are steps of Radix Colors (`radix.py`) used as that system intends: text on steps 11 and 12, solid fills
on 9, borders on 6 to 8, backgrounds on 1 to 5. The high-contrast theme is black, white and one yellow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.ui.kit import radix

SPACE: Final = 8  # pixels; everything stands on multiples or halves of it
RADIUS_SMALL: Final = 6
RADIUS: Final = 10

# Five sizes, pixels at 100 %.
CAPTION: Final = 12
BODY: Final = 14
STRONG: Final = 16
TITLE: Final = 20
DISPLAY: Final = 26


@dataclass(frozen=True, slots=True)
class Tone:
    """One meaning in its forms: fill with text on it, soft background with text on it, border."""

    solid: str
    on_solid: str
    soft: str
    text: str
    border: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role, as #rrggbb."""

    name: str
    window: str
    card: str
    raised: str
    hover: str
    pressed: str
    border: str
    control_border: str
    text: str
    muted: str
    disabled: str
    focus: str
    accent: Tone
    accent_hover: str
    success: Tone
    warning: Tone
    danger: Tone
    stage: str  # behind picture and avatar
    stage_text: str
    left_hand: str
    right_hand: str
    body_line: str
    face_line: str
    border_px: int = 1


@dataclass(frozen=True, slots=True)
class AvatarColours:
    """The neutral figure: nobody's skin, hair or shirt in particular; the same in every theme."""

    shirt: str = "#33477a"
    shirt_shade: str = "#24335c"
    skin: str = "#a9714b"
    skin_shade: str = "#7c4f33"
    skin_light: str = "#c08a63"
    palm: str = "#d9a583"
    outline: str = "#3f281b"
    hair: str = "#241c1b"
    lips: str = "#8c463c"
    mouth: str = "#4a1f1c"
    eye: str = "#f6f1ea"
    pupil: str = "#23191a"


LIGHT: Final = Palette(
    name="light",
    window=radix.SLATE[2],
    card="#ffffff",
    raised=radix.SLATE[1],
    hover=radix.SLATE[2],
    pressed=radix.SLATE[4],
    border=radix.SLATE[5],
    control_border=radix.SLATE[8],
    text=radix.SLATE[11],
    muted=radix.SLATE[10],
    disabled=radix.SLATE[8],
    focus=radix.INDIGO[8],
    accent=Tone(radix.INDIGO[8], "#ffffff", radix.INDIGO[2], radix.INDIGO[10], radix.INDIGO[6]),
    accent_hover=radix.INDIGO[9],
    success=Tone(radix.GREEN[10], "#ffffff", radix.GREEN[2], radix.GREEN[11], radix.GREEN[9]),
    warning=Tone(radix.AMBER[8], radix.AMBER[11], radix.AMBER[2], radix.AMBER[11], radix.AMBER[7]),
    danger=Tone(radix.RED[10], "#ffffff", radix.RED[2], radix.RED[11], radix.RED[8]),
    stage=radix.SLATE[3],
    stage_text=radix.SLATE[11],
    left_hand=radix.SKY_DARK[8],
    right_hand=radix.AMBER[8],
    body_line="#ffffff",
    face_line="#ffffff",
)

DARK: Final = Palette(
    name="dark",
    window=radix.SLATE_DARK[0],
    card=radix.SLATE_DARK[1],
    raised=radix.SLATE_DARK[2],
    hover=radix.SLATE_DARK[3],
    pressed=radix.SLATE_DARK[4],
    border=radix.SLATE_DARK[4],
    control_border=radix.SLATE_DARK[9],
    text=radix.SLATE_DARK[11],
    muted=radix.SLATE_DARK[10],
    disabled=radix.SLATE_DARK[8],
    focus=radix.INDIGO_DARK[10],
    accent=Tone(
        radix.INDIGO_DARK[8], "#ffffff", radix.INDIGO_DARK[2], radix.INDIGO_DARK[10], radix.INDIGO_DARK[6]
    ),
    accent_hover=radix.INDIGO_DARK[7],
    success=Tone(
        radix.GREEN_DARK[9], "#08130e", radix.GREEN_DARK[2], radix.GREEN_DARK[10], radix.GREEN_DARK[8]
    ),
    warning=Tone(
        radix.AMBER_DARK[8], radix.AMBER[11], radix.AMBER_DARK[2], radix.AMBER_DARK[10], radix.AMBER_DARK[6]
    ),
    danger=Tone(radix.RED[10], "#ffffff", radix.RED_DARK[2], radix.RED_DARK[10], radix.RED_DARK[8]),
    stage=radix.SLATE_DARK[3],
    stage_text=radix.SLATE_DARK[11],
    left_hand=radix.SKY_DARK[8],
    right_hand=radix.AMBER[8],
    body_line="#ffffff",
    face_line="#ffffff",
)

_YELLOW = "#ffe629"  # Radix yellow 9
CONTRAST: Final = Palette(
    name="contrast",
    window="#000000",
    card="#000000",
    raised="#000000",
    hover="#2b2b2b",
    pressed="#4a4a4a",
    border="#ffffff",
    control_border="#ffffff",
    text="#ffffff",
    muted="#ffffff",
    disabled="#b3b3b3",
    focus=_YELLOW,
    accent=Tone(_YELLOW, "#000000", "#1f1c00", _YELLOW, _YELLOW),
    accent_hover="#fff394",
    success=Tone("#5dff9b", "#000000", "#00240f", "#5dff9b", "#5dff9b"),
    warning=Tone("#ffc53d", "#000000", "#2b1d00", "#ffc53d", "#ffc53d"),
    danger=Tone("#ff9592", "#000000", "#2d0608", "#ff9592", "#ff9592"),
    stage="#2b2b2b",
    stage_text="#ffffff",
    left_hand="#7ce2fe",
    right_hand="#ffc53d",
    body_line="#ffffff",
    face_line="#ffffff",
    border_px=2,
)

PALETTES: Final = {palette.name: palette for palette in (LIGHT, DARK, CONTRAST)}
AVATAR: Final = AvatarColours()
