"""Lists cameras by name.

OpenCV identifies cameras by numbers, which differ between systems and even between its back ends. So settings
store a stable id, and the number is looked up whenever a camera is opened.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.engine.cv import cv2
from desktop_app.errors import CameraNotFound
from desktop_app.message import Message

_log = logging.getLogger(__name__)

# Windows: Media Foundation can take half a minute to open, so DirectShow goes first.
BACKENDS: Final = {
    "win32": (cv2.CAP_DSHOW, cv2.CAP_MSMF),
    "darwin": (cv2.CAP_AVFOUNDATION,),
    "linux": (cv2.CAP_V4L2,),
}
_VIRTUAL_NAME: Final = re.compile(
    r"\b(virtual|obs|droidcam|snap camera|manycam|xsplit|dummy|v4l2loopback|loopback|epoccam|ivcam|iriun|camo|"
    r"mmhmm|nvidia broadcast|screen capture|ndi)\b",
    re.IGNORECASE,
)

Enumerate = Callable[[int], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class CameraDevice:
    """One camera on one back end of OpenCV.

    Attributes:
        name: as reported by the system, or made from the number; identical cameras have the same name.
        index: its number on `backend`.
        stable_id: stays the same when cameras come and go (the device path, else vendor:product and name).
        virtual: provided by a program; never chosen automatically.
        listed: reported by the system; a requested number is tried even if it is not.
    """

    name: str | Message
    index: int
    backend: int
    stable_id: str
    virtual: bool
    listed: bool = True


def backends(platform: str = sys.platform) -> tuple[int, ...]:
    """OpenCV's back ends to try on this system, best first."""
    return BACKENDS.get(platform, (cv2.CAP_ANY,))


def list_cameras(
    backend: int | None = None, *, enumerate_cameras: Enumerate | None = None
) -> tuple[CameraDevice, ...]:
    """Cameras of one back end (the preferred one), by number. Empty if the system cannot list them.

    Costs from a millisecond (Linux) to some hundred (Windows): do not call it on the GUI thread.
    """
    backend = backends()[0] if backend is None else backend
    try:
        found = list((enumerate_cameras or _system_cameras)(backend))
    except (OSError, RuntimeError, NotImplementedError, ImportError) as error:
        _log.warning("The cameras cannot be listed: %s", error)
        return ()
    devices = [_device(entry, backend) for entry in found]
    return tuple(sorted(devices, key=lambda device: device.index))


def default_camera(devices: Iterable[CameraDevice]) -> CameraDevice | None:
    """The first real camera."""
    return next((device for device in devices if not device.virtual), None)


def resolve_camera(
    wanted: str, *, enumerate_cameras: Enumerate | None = None, platform: str = sys.platform
) -> tuple[CameraDevice, ...]:
    """Candidates for a camera, best first: one per back end that lists it.

    Args:
        wanted: a number, a name, the beginning of a name, or a stable id; empty: the first that is not virtual.
    Raises:
        CameraNotFound: there is no camera of that name. Numbers are always tried.
    """
    wanted = wanted.strip()
    matches: list[CameraDevice] = []
    known: list[CameraDevice] = []
    for backend in backends(platform):
        devices = list_cameras(backend, enumerate_cameras=enumerate_cameras)
        known.extend(devices)
        match = _match(wanted, devices) if wanted else default_camera(devices)
        if match is None and wanted.isdecimal():
            number = int(wanted)
            match = CameraDevice(_by_number(number), number, backend, wanted, virtual=False, listed=False)
        if match is not None:
            matches.append(match)
    if not matches and not wanted:
        raise CameraNotFound(
            Message("No camera was found."), Message("Plug one in, or open a video or a recording instead.")
        )
    if not matches:
        quoted = [Message("'{name}'", name=device.name) for device in known]
        names = list(dict.fromkeys(quoted)) or Message("none")
        raise CameraNotFound(
            Message("There is no camera called '{wanted}'.", wanted=wanted),
            Message("Plug it in, or choose another one; found: {names}.", names=names),
        )
    return tuple(matches)


def _match(wanted: str, devices: tuple[CameraDevice, ...]) -> CameraDevice | None:
    if wanted.isdecimal():
        return next((device for device in devices if device.index == int(wanted)), None)
    folded = wanted.casefold()
    by_id = [device for device in devices if device.stable_id == wanted]
    by_name = [device for device in devices if str(device.name).casefold() == folded]
    by_start = [device for device in devices if folded and str(device.name).casefold().startswith(folded)]
    return next(iter(by_id + by_name + by_start), None)


def _by_number(number: int) -> Message:
    """The name of a camera that the system does not name."""
    return Message("Camera {number}", number=number)


def _device(entry: Any, backend: int) -> CameraDevice:
    name = str(entry.name) if entry.name else _by_number(int(entry.index))
    if entry.vid is not None and entry.pid is not None:
        fallback = f"{entry.vid:04x}:{entry.pid:04x}:{name}"
    else:
        fallback = str(name)
    virtual = _VIRTUAL_NAME.search(str(name)) is not None
    return CameraDevice(name, int(entry.index), backend, str(entry.path or fallback), virtual)


def _system_cameras(backend: int) -> Iterable[Any]:
    from cv2_enumerate_cameras import enumerate_cameras

    return list(enumerate_cameras(backend))
