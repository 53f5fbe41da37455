"""Cameras as the system names them, and a signal when that changes. OpenCV reads their frames, not Qt."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtMultimedia import QMediaDevices

from desktop_app.engine.sources.factory import CAMERA_PREFIX


@dataclass(frozen=True, slots=True)
class CameraChoice:
    """One entry of the source list: what it is called, and the source it stands for."""

    name: str
    spec: str


def choices_of(devices: list[tuple[str, str]]) -> tuple[CameraChoice, ...]:
    """(name, id) of each camera -> entries; of two cameras with one name, the id is shown too."""
    names = [name for name, _ in devices]
    choices = []
    for name, identity in devices:
        twin = names.count(name) > 1
        shown = f"{name} ({identity})" if twin else name
        choices.append(CameraChoice(shown, CAMERA_PREFIX + (identity if twin else name)))
    return tuple(choices)


class CameraWatcher(QObject):
    """Lists cameras and emits `changed` when the list changes. Lives on the window's thread."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self.changed)

    def cameras(self) -> tuple[CameraChoice, ...]:
        """The cameras now, the default one first."""
        inputs = QMediaDevices.videoInputs()
        ordered = sorted(inputs, key=lambda device: not device.isDefault())
        return choices_of([(device.description(), bytes(device.id().data()).decode()) for device in ordered])
