"""The Qt style sheet as a template over the tokens. Widgets opt in by object name or by the property `kind`."""

from __future__ import annotations

from string import Template
from typing import Final

from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.tokens import Palette

_TEMPLATE: Final = Template("""
* { font-family: "Inter"; font-size: ${body}px; color: $text; }
QMainWindow, QWidget#page, QDialog { background: $window; }
QToolTip { background: $text; color: $card; border: 0; padding: 4px 8px; }

QFrame[kind="card"] { background: $card; border: ${line}px solid $border; border-radius: ${radius}px; }
QFrame[kind="rule"] { background: $border; border: 0; }
QWidget[kind="clear"], QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QScrollArea:focus { border: 2px solid $focus; border-radius: ${radius_small}px; }

QLabel { background: transparent; }
QLabel[kind="caption"] { font-size: ${caption}px; color: $muted; }
QLabel[kind="muted"] { color: $muted; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="section"] { font-size: ${strong}px; font-weight: 600; }
QLabel[kind="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[kind="display"] { font-size: ${display}px; font-weight: 600; }

QPushButton, QToolButton {
  background: $card; border: ${line}px solid $control_border; border-radius: ${radius_small}px;
  padding: ${pad_v}px ${pad_h}px; font-weight: 500; }
QToolButton { padding: ${pad_v}px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; border-color: $border; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QAbstractSpinBox:focus,
QAbstractItemView:focus { border: 2px solid $focus; }
QPushButton:focus { padding: ${pad_v_focus}px ${pad_h_focus}px; }
QToolButton:focus { padding: ${pad_v_focus}px; }
QPushButton[kind="primary"] {
  background: $accent_solid; color: $accent_on; border: ${line}px solid $accent_solid; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $hover; color: $disabled; border-color: $border; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:pressed, QToolButton[kind="quiet"]:pressed { background: $pressed; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border: 2px solid $focus; }
QToolButton:checked, QPushButton:checked {
  background: $accent_soft; color: $accent_text; border-color: $accent_border; }
QToolButton[kind="quiet"]:checked { background: $accent_soft; border-color: $accent_border; }
QToolButton[kind="quiet"]:checked:focus { border: 2px solid $focus; }

QFrame#rail { background: $card; border: 0; border-right: ${line}px solid $border; }
QToolButton[kind="rail"] {
  background: transparent; border: 2px solid transparent; border-radius: ${radius}px; padding: 6px 2px;
  font-size: ${caption}px; font-weight: 500; color: $muted; }
QToolButton[kind="rail"]:hover { background: $hover; }
QToolButton[kind="rail"]:pressed { background: $pressed; }
QToolButton[kind="rail"]:checked { background: $accent_soft; color: $accent_text; border-color: transparent; }
QToolButton[kind="rail"]:focus { border-color: $focus; }
QFrame#topbar { background: transparent; border: 0; }
QFrame#statusbar { background: $card; border: 0; border-top: ${line}px solid $border; }

QComboBox, QLineEdit, QAbstractSpinBox {
  background: $card; border: ${line}px solid $control_border; border-radius: ${radius_small}px;
  padding: ${pad_v}px ${space}px; selection-background-color: $accent_solid; selection-color: $accent_on; }
QComboBox:hover, QLineEdit:hover, QAbstractSpinBox:hover { background: $hover; }
QComboBox:disabled, QLineEdit:disabled, QAbstractSpinBox:disabled { color: $disabled; border-color: $border; }
QComboBox::drop-down { border: 0; width: ${combo_arrow}px; }
QComboBox QAbstractItemView {
  background: $card; border: ${line}px solid $border; padding: 4px; outline: 0;
  selection-background-color: $accent_soft; selection-color: $accent_text; }
QComboBox QAbstractItemView::item { min-height: ${row}px; padding: 0 8px; border-radius: ${radius_small}px; }

QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QAbstractSpinBox QLineEdit:hover {
  border: 0; padding: 0; background: transparent; }

QSlider { background: transparent; min-height: ${handle}px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $border; }
QSlider::sub-page:horizontal { background: $accent_solid; border-radius: 2px; }
QSlider::handle:horizontal {
  width: ${handle}px; height: ${handle}px; margin: -${handle_up}px 0; border-radius: ${handle_round}px;
  background: $accent_solid; border: 0; }
QSlider::handle:horizontal:hover { background: $accent_hover; }
QSlider:focus { border: 2px solid $focus; border-radius: ${radius_small}px; }
QSlider:disabled { background: transparent; }
QSlider::handle:horizontal:disabled, QSlider::sub-page:horizontal:disabled { background: $disabled; }

QListView, QTreeView {
  background: $card; border: ${line}px solid $border; border-radius: ${radius}px; outline: 0; padding: 4px; }
QListView::item, QTreeView::item { min-height: ${row}px; padding: 2px 8px; border-radius: ${radius_small}px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $accent_soft; color: $accent_text; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar::handle:vertical { background: $control_border; border-radius: 4px; min-height: 32px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle:horizontal { background: $control_border; border-radius: 4px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; width: 0; height: 0; }
QSplitter::handle { background: transparent; }

QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab {
  background: transparent; border: 0; border-bottom: 3px solid transparent; padding: ${pad_v}px ${pad_h}px;
  font-weight: 500; color: $muted; }
QTabBar::tab:selected { color: $accent_text; border-bottom-color: $accent_solid; }
QTabBar::tab:hover { color: $text; }
QTabBar:focus { outline: 0; }
QTabBar::tab:focus { border: 2px solid $focus; border-radius: ${radius_small}px; }
QTabWidget::pane { border: 0; }

QMenu { background: $card; border: ${line}px solid $border; padding: 4px; }
QMenu::item { padding: ${pad_v}px ${pad_h}px; border-radius: ${radius_small}px; }
QMenu::item:selected { background: $accent_soft; color: $accent_text; }
QMenu::item:disabled { color: $disabled; }
QToolButton::menu-indicator { image: none; }
QPlainTextEdit, QTextEdit {
  background: $card; border: ${line}px solid $control_border; border-radius: ${radius_small}px;
  padding: 4px; selection-background-color: $accent_solid; selection-color: $accent_on; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; }
QTableView {
  background: $card; border: ${line}px solid $border; border-radius: ${radius}px; outline: 0; padding: 4px; }
QTableView::item { padding: 0 8px; }
QTableView::item:hover { background: $hover; }
QTableView::item:selected { background: $accent_soft; color: $accent_text; }
QTableView QLineEdit { border-radius: 0; padding: 0 6px; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section {
  background: transparent; border: 0; border-bottom: ${line}px solid $border; padding: 4px 8px;
  font-weight: 600; color: $muted; }
""")


def style_sheet(palette: Palette, scale: float) -> str:
    """The style sheet of a palette, with text sizes multiplied by `scale`."""

    def px(value: int) -> int:
        return round(value * scale)

    pad_v, pad_h, handle = px(6), px(12), px(16)
    return _TEMPLATE.substitute(
        window=palette.window,
        card=palette.card,
        hover=palette.hover,
        pressed=palette.pressed,
        border=palette.border,
        control_border=palette.control_border,
        text=palette.text,
        muted=palette.muted,
        disabled=palette.disabled,
        focus=palette.focus,
        accent_solid=palette.accent.solid,
        accent_on=palette.accent.on_solid,
        accent_soft=palette.accent.soft,
        accent_text=palette.accent.text,
        accent_border=palette.accent.border,
        accent_hover=palette.accent_hover,
        line=palette.border_px,
        space=tokens.SPACE,
        radius=tokens.RADIUS,
        radius_small=tokens.RADIUS_SMALL,
        caption=px(tokens.CAPTION),
        body=px(tokens.BODY),
        strong=px(tokens.STRONG),
        title=px(tokens.TITLE),
        display=px(tokens.DISPLAY),
        pad_v=pad_v,
        pad_h=pad_h,
        # A focused control has a border of 2 px; its padding gives back what the border takes.
        pad_v_focus=pad_v - (2 - palette.border_px),
        pad_h_focus=pad_h - (2 - palette.border_px),
        combo_arrow=px(24),
        row=px(32),
        handle=handle,
        handle_up=(handle - 4) // 2,
        handle_round=handle // 2,
    )
