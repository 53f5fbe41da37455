"""Cameras with a fake driver, and how they are found by name."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from desktop_app.engine.cv import cv2, to_bgr
from desktop_app.engine.sources.camera import FROZEN_FRAMES, CameraSource
from desktop_app.engine.sources.devices import (
    CameraDevice,
    backends,
    default_camera,
    list_cameras,
    resolve_camera,
)
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.errors import CameraBusy, CameraLost, CameraNotFound
from tests.helpers.fakes import FakeCapture, FakeClock, one_camera, picture


def camera(*captures: FakeCapture, clock: FakeClock | None = None, resolve=one_camera) -> CameraSource:
    queue = list(captures)
    return CameraSource(
        "Webcam",
        capture_factory=lambda index, backend: queue.pop(0),
        resolve=resolve,
        clock=clock or FakeClock(),
    )


def test_format_is_asked_for_before_the_size() -> None:
    capture = FakeCapture([picture(0)])
    camera(capture).open()
    asked = [what for what, _ in capture.settings]
    assert asked[0] == cv2.CAP_PROP_FOURCC
    assert asked.index(cv2.CAP_PROP_FRAME_WIDTH) < asked.index(cv2.CAP_PROP_FPS)
    assert capture.settings[0][1] == cv2.VideoWriter.fourcc(*"MJPG")


def test_grey_four_channels_and_a_change_of_size() -> None:
    shapes = [(48, 64), (48, 64, 1), (48, 64, 4), (96, 128, 3)]
    source = camera(FakeCapture([picture(9), *(picture(i, shape) for i, shape in enumerate(shapes))]))
    source.open()
    assert [source.read().bgr.shape for _ in shapes] == [(48, 64, 3), (48, 64, 3), (48, 64, 3), (96, 128, 3)]


def test_some_failed_reads_are_no_loss() -> None:
    source = camera(FakeCapture([None, None, picture(0), None, None, picture(1), picture(2)]))
    source.open()
    assert [source.read().frame_id for _ in range(2)] == [0, 1]


def test_a_camera_that_falls_silent_is_lost_within_two_seconds() -> None:
    clock = FakeClock()
    source = camera(FakeCapture([picture(0), picture(1)]), clock=clock)
    source.open()
    source.read()
    before = clock.time_ns
    with pytest.raises(CameraLost, match="no more pictures"):
        source.read()
    assert (clock.time_ns - before) / 1e9 <= 2.0


def test_a_frozen_picture_is_a_lost_camera() -> None:
    source = camera(FakeCapture([picture(0), picture(1)], freeze=True))
    source.open()
    for _ in range(FROZEN_FRAMES - 1):
        source.read()
    with pytest.raises(CameraLost, match="same picture"):
        source.read()


def test_one_pixel_of_noise_is_no_frozen_picture() -> None:
    still = picture(0)
    script = []
    for index in range(3 * FROZEN_FRAMES):
        noisy = still.copy()
        noisy[index % 48, 5, 1] ^= 1
        script.append(noisy)
    source = camera(FakeCapture(script))
    source.open()
    for _ in range(3 * FROZEN_FRAMES - 1):
        source.read()


def test_a_virtual_camera_may_stand_still() -> None:
    def virtual(wanted: str) -> tuple[CameraDevice, ...]:
        return (CameraDevice("OBS Virtual Camera", 0, 0, "x", virtual=True),)

    source = camera(FakeCapture([picture(0)], freeze=True), resolve=virtual)
    source.open()
    for _ in range(2 * FROZEN_FRAMES):
        source.read()


def test_the_next_back_end_is_tried() -> None:
    def two(wanted: str) -> tuple[CameraDevice, ...]:
        return tuple(CameraDevice(wanted, 0, backend, "x", virtual=False) for backend in (700, 1400))

    dead = FakeCapture([], opened=False)
    source = camera(dead, FakeCapture([picture(0), picture(1)]), resolve=two)
    assert source.open().name == "Webcam"
    assert dead.released == 1
    assert source.read().frame_id == 0


def test_a_camera_that_gives_nothing_is_busy() -> None:
    capture = FakeCapture([])
    source = camera(capture)
    with pytest.raises(CameraBusy) as caught:
        source.open()
    assert capture.released == 1
    assert "other programs" in str(caught.value.hint)


def test_a_number_that_is_no_camera() -> None:
    def unlisted(wanted: str) -> tuple[CameraDevice, ...]:
        return (CameraDevice("Camera 3", 3, 0, "3", virtual=False, listed=False),)

    with pytest.raises(CameraNotFound, match="number"):
        camera(FakeCapture([], opened=False), resolve=unlisted).open()


def test_reading_a_closed_camera() -> None:
    with pytest.raises(CameraLost):
        camera().read()


def test_frame_ids_go_on_when_it_is_opened_again() -> None:
    source = camera(FakeCapture([picture(0), picture(1)]), FakeCapture([picture(2), picture(3)]))
    source.open()
    source.read()
    source.open()
    assert source.read().frame_id == 1


def entry(index: int, name: str, path: str | None = None, vid: int | None = None, pid: int | None = None):
    return SimpleNamespace(index=index, name=name, path=path, vid=vid, pid=pid)


ENTRIES = [
    entry(2, "HD Webcam", "/dev/v2", 0x46D, 0x825),
    entry(0, "Integrated Camera"),
    entry(1, "OBS Virtual Camera"),
    entry(3, "Handicam Observatory", None, 1, 2),
]


def test_list_is_sorted_and_virtual_cameras_are_marked() -> None:
    devices = list_cameras(200, enumerate_cameras=lambda backend: ENTRIES)
    assert [device.index for device in devices] == [0, 1, 2, 3]
    assert [device.virtual for device in devices] == [False, True, False, False]
    assert [device.stable_id for device in devices][2:] == ["/dev/v2", "0001:0002:Handicam Observatory"]
    found = default_camera(devices)
    assert found is not None
    assert found.name == "Integrated Camera"


def test_virtual_cameras_are_never_chosen_alone() -> None:
    assert (
        default_camera(list_cameras(200, enumerate_cameras=lambda backend: [entry(0, "OBS Virtual Camera")]))
        is None
    )


def test_a_system_that_cannot_be_asked() -> None:
    def broken(backend: int):
        raise OSError("no")

    assert list_cameras(200, enumerate_cameras=broken) == ()


@pytest.mark.parametrize("wanted", ["hd webcam", "HD Web", "/dev/v2", "2"])
def test_found_by_name_beginning_id_and_number(wanted: str) -> None:
    (device,) = resolve_camera(wanted, enumerate_cameras=lambda backend: ENTRIES, platform="linux")
    assert (device.index, device.name) == (2, "HD Webcam")


def test_numbers_differ_between_back_ends_of_windows() -> None:
    def by_backend(backend: int):
        return [entry(0 if backend == cv2.CAP_DSHOW else 5, "HD Webcam")]

    devices = resolve_camera("HD Webcam", enumerate_cameras=by_backend, platform="win32")
    assert [(device.backend, device.index) for device in devices] == [(cv2.CAP_DSHOW, 0), (cv2.CAP_MSMF, 5)]


def test_order_of_back_ends() -> None:
    assert backends("win32") == (cv2.CAP_DSHOW, cv2.CAP_MSMF)
    assert backends("darwin") == (cv2.CAP_AVFOUNDATION,)
    assert backends("linux") == (cv2.CAP_V4L2,)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(CameraNotFound, match="Kinect") as caught:
        resolve_camera("Kinect", enumerate_cameras=lambda backend: ENTRIES, platform="linux")
    assert "'HD Webcam'" in str(caught.value.hint)


def test_a_number_is_tried_even_when_it_is_not_listed() -> None:
    (device,) = resolve_camera("7", enumerate_cameras=lambda backend: [], platform="linux")
    assert (device.index, device.virtual) == (7, False)


def test_without_a_name_the_first_real_camera_is_taken() -> None:
    (device,) = resolve_camera("", enumerate_cameras=lambda backend: ENTRIES, platform="linux")
    assert device.name == "Integrated Camera"
    with pytest.raises(CameraNotFound, match="No camera was found"):
        resolve_camera("", enumerate_cameras=lambda backend: [ENTRIES[2]], platform="linux")


def test_spec_of_a_camera() -> None:
    source = open_source_spec("camera:HD Webcam", realtime=True)
    assert isinstance(source, CameraSource)
    assert source.wanted == "HD Webcam"
    again = open_source_spec("camera:", realtime=True)
    assert isinstance(again, CameraSource)
    assert again.wanted == ""


def test_pictures_are_not_copied_when_they_are_right() -> None:
    frame = picture(0)
    assert np.shares_memory(to_bgr(frame), frame)
