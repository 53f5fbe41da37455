"""A theme at a text scale: fonts, icons, Qt palette and style sheet made from the tokens."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import qtawesome
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import paths
from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.stylesheet import style_sheet
from desktop_app.ui.kit.tokens import PALETTES, Palette

FAMILY: Final = "Inter"
_FONT_FILES: Final = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours and sizes that widgets paint with.

    Attributes:
        scale: text size as a factor, 1 to 2. Spacing does not grow: large text needs the room itself.
    """

    palette: Palette
    scale: float = 1.0

    def size(self, pixels: int) -> int:
        """A length that goes with the text: icon sizes, row heights."""
        return round(pixels * self.scale)

    def font(self, pixels: int = tokens.BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The bundled font at one of the five sizes; digits are all of one width: numbers stand still."""
        font = QFont(FAMILY)
        font.setPixelSize(self.size(pixels))
        font.setWeight(weight)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def icon(self, name: str, colour: str = "", *, checked_colour: str = "") -> QIcon:
        """A Phosphor icon (`ph.hand-palm`) in a colour of the palette (default: text)."""
        base = colour or self.palette.text
        return _icon(name, base, self.palette.disabled, checked_colour or base)


@cache
def _icon_font() -> qtawesome.IconicFont:
    """The one icon font in use.

    By itself the library loads all of its eleven fonts and, on Windows, installs them for the user for good.
    With a folder given it does neither.
    """
    folder = Path(qtawesome.__file__).parent / "fonts"
    (font,), (names,) = folder.glob("phosphor-*.ttf"), folder.glob("phosphor-*.json")
    return qtawesome.IconicFont(("ph", font.name, names.name, str(folder)))


def _icon(name: str, colour: str, disabled: str, checked: str) -> QIcon:
    icon: QIcon = _icon_font().icon(
        name, color=colour, color_disabled=disabled, color_on=checked, color_active=colour
    )
    return icon


class Themed:
    """Mixed into widgets that paint by themselves or carry icons: told when the theme changes."""

    theme: Theme = Theme(PALETTES["light"])

    def set_theme(self, theme: Theme) -> None:
        """Keep the theme and show it."""
        self.theme = theme
        self.refresh_theme()
        if isinstance(self, QWidget):
            self.update()

    def refresh_theme(self) -> None:
        """Override: renew icons, fonts and sizes."""


def load_fonts() -> bool:
    """Register the bundled font; False when a file is missing (Qt then takes the system's)."""
    folder = paths.assets_dir() / "fonts"
    return all(QFontDatabase.addApplicationFont(str(folder / name)) >= 0 for name in _FONT_FILES)


def resolve_name(name: str) -> str:
    """`system` -> the theme that the desktop asks for."""
    if name != "system":
        return name
    hints = QGuiApplication.styleHints()
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def make_theme(name: str, text_scale: int) -> Theme:
    """`system`, `light`, `dark` or `contrast` at 100 to 200 %."""
    return Theme(PALETTES[resolve_name(name)], text_scale / 100)


def dress(root: QWidget, theme: Theme) -> None:
    """Give the theme to a widget and to all that is in it."""
    for child in (root, *root.findChildren(QObject)):
        if isinstance(child, Themed):
            child.set_theme(theme)


def apply_theme(app: QApplication, root: QWidget | None, theme: Theme) -> None:
    """Dress the whole program: style, palette, font, style sheet, then every widget that paints by itself."""
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(_qt_palette(theme.palette))
    app.setFont(theme.font())
    app.setStyleSheet(style_sheet(theme.palette, theme.scale))
    if root is not None:
        dress(root, theme)


def _qt_palette(colours: Palette) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.card,
        QPalette.ColorRole.AlternateBase: colours.raised,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.card,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.Highlight: colours.accent.solid,
        QPalette.ColorRole.HighlightedText: colours.accent.on_solid,
        QPalette.ColorRole.ToolTipBase: colours.text,
        QPalette.ColorRole.ToolTipText: colours.card,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Link: colours.accent.text,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
        if role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return palette
