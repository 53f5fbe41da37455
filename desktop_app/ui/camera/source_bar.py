"""The bar above the picture: its source, the packs that are searched, and the switches of the view."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.engine.file_kinds import CLIP_SUFFIXES, patterns
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.keys import Keys
from desktop_app.ui.kit.layouts import Stretch, fill, hbox
from desktop_app.ui.kit.parts import Combo, IconButton
from desktop_app.ui.state import LiveState, SourcePhase

if TYPE_CHECKING:
    from desktop_app.ui.camera.cameras import CameraChoice

OPEN_FILE = "open-file"
OPEN_FOLDER = "open-folder"
ALL_PACKS = "all-packs"
_FILES = patterns(CLIP_SUFFIXES)


class Picker(Combo):
    """A list of choices with icons that come in the colours of the theme."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._icons: list[str] = []

    def fill(self, entries: list[tuple[str, str, str]], chosen: str) -> None:
        """Entries of (icon, words, value); the one of value `chosen` is shown."""
        with QSignalBlocker(self):
            model = QStandardItemModel(self)
            for icon, words, value in entries:
                item = QStandardItem(self.theme.icon(icon), words)
                item.setData(value, 256)
                model.appendRow(item)
            self.setModel(model)
            self._icons = [icon for icon, _, _ in entries]
            self.setCurrentIndex(max(self.findData(chosen, 256), 0) if entries else -1)

    def refresh_theme(self) -> None:
        super().refresh_theme()
        for row, icon in enumerate(self._icons):
            self.setItemIcon(row, self.theme.icon(icon))


class SourceBar(QFrame):
    """Emits what the user chooses, and shows what the source does."""

    source_chosen = Signal(str)
    pack_chosen = Signal(str)  # a pack's name, or ALL_PACKS
    pause_wanted = Signal()
    restart_wanted = Signal()

    def __init__(self, *, packs: bool = True) -> None:
        """`packs`: offer the packs, too; a view without them may put widgets of its own into `middle`."""
        super().__init__()
        self.setObjectName("topbar")
        self.source = Picker(tr("Source of the picture"))
        self.pack = Picker(tr("Packs that are searched"))
        self.pause = IconButton("ph.pause", tr("Pause"), "P", quiet=False)
        self.restart = IconButton("ph.arrow-counter-clockwise", tr("From the start"), "R", quiet=False)
        self.mirror = IconButton(
            "ph.arrows-left-right", tr("Mirror the picture"), "M", checkable=True, quiet=False
        )
        self.overlay = IconButton(
            "ph.person-simple", tr("Show what is tracked"), "O", checkable=True, quiet=False
        )
        row = hbox((self.source, 3), parent=self)
        self.middle = QHBoxLayout()
        self.pack.setVisible(packs)
        if packs:
            row.addWidget(self.pack, 3)
        else:
            self.pack.setParent(self)
            self.source.setMinimumContentsLength(6)
        fill(row, self.middle, Stretch(2), self.pause, self.restart, self.mirror, self.overlay)
        self._cameras: tuple[CameraChoice, ...] = ()
        self._spec = ""
        self._sample = ""
        self.source.activated.connect(self._choose_source)
        self.pack.activated.connect(lambda _: self.pack_chosen.emit(self.pack.currentData(256)))
        self.pause.clicked.connect(self.pause_wanted)
        self.restart.clicked.connect(self.restart_wanted)
        self.set_packs((), ALL_PACKS)

    def set_sources(self, cameras: tuple[CameraChoice, ...], spec: str, sample: str) -> None:
        """The cameras there are, the source in use, and the path of the built-in sample ("": there is none)."""
        self._cameras, self._spec, self._sample = cameras, spec, sample
        entries = [("ph.video-camera", camera.name, camera.spec) for camera in cameras]
        if not spec and not cameras:
            entries.append(("ph.camera-slash", tr("No camera"), ""))
        known = {camera.spec for camera in cameras} | {sample}
        if spec and spec not in known:
            icon = "ph.video-camera" if spec.startswith("camera:") else "ph.film-strip"
            name = spec.removeprefix("camera:") if spec.startswith("camera:") else Path(spec).name
            if spec.removeprefix("camera:").isdecimal():
                name = tr("Camera {number}", number=spec.removeprefix("camera:"))
            entries.append((icon, name, spec))
        if sample:
            entries.append(("ph.hands-clapping", tr("Built-in sample"), sample))
        entries.append(("ph.folder-open", tr("Open a video or recording…"), OPEN_FILE))
        entries.append(("ph.folder-open", tr("Open a folder of images…"), OPEN_FOLDER))
        self.source.fill(entries, spec)

    def set_packs(self, names: tuple[str, ...], chosen: str) -> None:
        entries = [("ph.stack", tr("All packs"), ALL_PACKS), *(("ph.stack", name, name) for name in names)]
        self.pack.fill(entries, chosen)

    def set_switches(self, *, mirrored: bool, overlay: bool) -> None:
        """Set the switches without emitting anything."""
        for button, on in ((self.mirror, mirrored), (self.overlay, overlay)):
            with QSignalBlocker(button):
                button.setChecked(on)

    def show_state(self, state: LiveState) -> None:
        """Enable pause and restart as far as the source can do them."""
        phase = state.source.phase
        paused = phase is SourcePhase.PAUSED
        self.pause.set_meaning("ph.play" if paused else "ph.pause", tr("Go on") if paused else tr("Pause"))
        self.pause.setEnabled(phase in (SourcePhase.PLAYING, SourcePhase.PAUSED))
        self.restart.setVisible(not state.source.live)
        self.restart.setEnabled(phase in (SourcePhase.PLAYING, SourcePhase.PAUSED, SourcePhase.ENDED))

    def keys(self) -> Keys:
        """What every view that watches a source has in common."""
        return {
            "P": (tr("Pause or go on"), self.pause.click),
            "R": (tr("Play the file from the start"), self.restart.click),
            "M": (tr("Mirror the picture"), self.mirror.click),
            "O": (tr("Show what is tracked"), self.overlay.click),
            "Ctrl+O": (tr("Open a video or recording"), self.open_file),
        }

    def open_file(self) -> None:
        """Ask for a video or a recording to watch."""
        words = f"{tr('Videos and landmark recordings')} ({_FILES});;{tr('All files')} (*)"
        path, _ = QFileDialog.getOpenFileName(self._dialog_parent(), tr("Open a video or recording"), "", words)
        self._emit(path)

    def open_folder(self) -> None:
        """Ask for a folder of images to watch."""
        self._emit(QFileDialog.getExistingDirectory(self._dialog_parent(), tr("Open a folder of images")))

    def _dialog_parent(self) -> QWidget:
        return self.window()

    def _choose_source(self) -> None:
        value = self.source.currentData(256)
        if value in (OPEN_FILE, OPEN_FOLDER):
            self.set_sources(self._cameras, self._spec, self._sample)  # the list shows what is still in use
            (self.open_file if value == OPEN_FILE else self.open_folder)()
        else:
            self._emit(value)

    def _emit(self, spec: str) -> None:
        if spec:
            self.source_chosen.emit(spec)
