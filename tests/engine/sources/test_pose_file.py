"""`.pose` files of both versions, whole and reduced, and our own export."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import numpy as np
import pytest
from pose_format import Pose
from pose_format.numpy import NumPyPoseBody
from pose_format.pose_header import PoseHeader, PoseHeaderComponent, PoseHeaderDimensions

from desktop_app.engine import layout
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.sources.pose_file import HAND_NAMES, POSE_NAMES, load_pose, save_pose
from desktop_app.engine.sources.recording import LandmarkRecording
from desktop_app.errors import SourceError
from tests.helpers.fakes import signing

WIDTH, HEIGHT = 640, 360
RAW = np.stack([signing(index / 25) for index in range(20)])


def build(
    face: list[str] | None,
    *,
    fps: float = 25.0,
    size: tuple[int, int] = (WIDTH, HEIGHT),
    depth: float = 1.0,
    people: int = 1,
    pose_names: tuple[str, ...] = POSE_NAMES,
) -> Pose:
    """The landmarks of RAW as the pose-format project writes them."""
    raw = RAW.reshape(len(RAW), -1)
    mesh = np.zeros((len(raw), 478, 3), np.float32)
    mesh[:, list(layout.FACE_INDICES)] = raw[:, layout.FACE].reshape(-1, 94, 3)
    whole = {
        "POSE_LANDMARKS": (POSE_NAMES, raw[:, layout.POSE].reshape(-1, 33, 4)),
        "FACE_LANDMARKS": (tuple(str(i) for i in range(478)), mesh),
        "LEFT_HAND_LANDMARKS": (HAND_NAMES, raw[:, layout.LEFT_HAND].reshape(-1, 21, 3)),
        "RIGHT_HAND_LANDMARKS": (HAND_NAMES, raw[:, layout.RIGHT_HAND].reshape(-1, 21, 3)),
        "POSE_WORLD_LANDMARKS": (POSE_NAMES, raw[:, layout.POSE].reshape(-1, 33, 4) * 0 + 0.3),
    }
    kept = dict.fromkeys(whole, ()) | {
        "POSE_LANDMARKS": pose_names,
        "FACE_LANDMARKS": tuple(face or ()),
        "LEFT_HAND_LANDMARKS": HAND_NAMES,
        "RIGHT_HAND_LANDMARKS": HAND_NAMES,
        "POSE_WORLD_LANDMARKS": POSE_NAMES,
    }
    components, data, confidence = [], [], []
    for name, (names, points) in whole.items():
        if name == "FACE_LANDMARKS" and face is None:
            continue
        columns = [names.index(point) for point in kept[name]]
        components.append(PoseHeaderComponent(name, list(kept[name]), [], [], "XYZC"))
        data.append(points[:, columns, :3] * np.array([size[0], size[1], depth], np.float32))
        seen = points.any(axis=(1, 2))[:, None] * np.ones((1, len(columns)), np.float32)
        confidence.append(points[:, columns, 3] if points.shape[2] == 4 else seen)
    xyz, seen = np.concatenate(data, axis=1), np.concatenate(confidence, axis=1)
    # Somebody else in the picture, hardly seen, stands first.
    xyz_all = np.stack([xyz * 0 + 5] * (people - 1) + [xyz], axis=1)
    seen_all = np.stack([seen * 0.1] * (people - 1) + [seen], axis=1)
    body = NumPyPoseBody(fps, xyz_all.astype(np.float32), seen_all.astype(np.float32))
    return Pose(PoseHeader(0.2, PoseHeaderDimensions(*size, 0), components), body)


def as_version_01(data: bytes, header_length: int) -> bytes:
    """The body of version 0.1 has its rate and counts as 16-bit whole numbers."""
    fps, frames, people = struct.unpack_from("<fIH", data, header_length)
    start = struct.pack("<f", 0.1) + data[4:header_length]
    return start + struct.pack("<HHH", round(fps), frames, people) + data[header_length + 10 :]


def write(pose: Pose, path: Path, version: float = 0.2) -> Path:
    whole, header = io.BytesIO(), io.BytesIO()
    pose.write(whole)
    pose.header.write(header)
    data = whole.getvalue()
    path.write_bytes(data if version == 0.2 else as_version_01(data, len(header.getvalue())))
    return path


FULL = [str(index) for index in range(468)]


@pytest.mark.parametrize("version", [0.1, 0.2])
@pytest.mark.parametrize("points", [468, 478])
def test_holistic_files_of_both_versions(tmp_path: Path, version: float, points: int) -> None:
    face = [str(index) for index in range(points)]
    loaded = load_pose(write(build(face), tmp_path / "clip.pose", version))
    np.testing.assert_allclose(loaded.raw, RAW, atol=1e-6)
    assert loaded.aspect == pytest.approx(WIDTH / HEIGHT)
    assert loaded.captured_s == pytest.approx(np.arange(20) / 25)


def test_a_reduced_face_counts_as_not_seen(tmp_path: Path) -> None:
    contour = [str(index) for index in range(0, 468, 4)]
    loaded = load_pose(write(build(contour), tmp_path / "clip.pose"))
    assert not loaded.raw[:, layout.FACE].any()
    np.testing.assert_allclose(loaded.raw[:, : layout.FACE.start], RAW[:, : layout.FACE.start], atol=1e-6)


def test_without_a_face(tmp_path: Path) -> None:
    loaded = load_pose(write(build(None), tmp_path / "clip.pose"))
    assert not loaded.raw[:, layout.FACE].any()
    assert loaded.raw[:, layout.RIGHT_HAND].any()


def test_depth_in_pixels_is_told_by_its_size(tmp_path: Path) -> None:
    deep = RAW.copy()
    deep[:, layout.Z_COLUMNS] = -0.4
    pose = build(FULL, depth=WIDTH)
    pose.body.data[..., 2] = -0.4 * WIDTH
    loaded = load_pose(write(pose, tmp_path / "clip.pose"))
    seen = loaded.raw[:, 2:132:4]
    np.testing.assert_allclose(seen, -0.4, atol=1e-6)


def test_hidden_legs_are_zeros_in_their_places(tmp_path: Path) -> None:
    upper = tuple(name for name in POSE_NAMES if "KNEE" not in name and "FOOT" not in name)
    loaded = load_pose(write(build(FULL, pose_names=upper), tmp_path / "clip.pose"))
    pose = loaded.raw[:, layout.POSE].reshape(-1, 33, 4)
    assert not pose[:, [25, 26, 31, 32]].any()
    np.testing.assert_allclose(pose[:, 11], RAW[:, 44:48], atol=1e-6)


def test_the_person_seen_best_is_taken(tmp_path: Path) -> None:
    loaded = load_pose(write(build(FULL, people=2), tmp_path / "clip.pose"))
    np.testing.assert_allclose(loaded.raw, RAW, atol=1e-6)


def test_nothing_seen_is_zeros_even_where_coordinates_are_not_numbers(tmp_path: Path) -> None:
    pose = build(FULL)
    pose.body.data[3] = np.nan
    loaded = load_pose(write(pose, tmp_path / "clip.pose"))
    assert not loaded.raw[3].any()


def test_export_and_back(tmp_path: Path) -> None:
    recording = LandmarkRecording(RAW.copy(), np.arange(20) / 25, WIDTH / HEIGHT)
    save_pose(tmp_path / "clip.pose", recording)
    loaded = load_pose(tmp_path / "clip.pose")
    np.testing.assert_allclose(loaded.raw, RAW, atol=1e-6)
    assert loaded.aspect == pytest.approx(recording.aspect, rel=1e-3)
    assert loaded.fps == pytest.approx(25)
    assert [entry.name for entry in tmp_path.iterdir()] == ["clip.pose"]
    source = open_source_spec(str(tmp_path / "clip.pose"), realtime=False)
    assert source.open().frame_count == 20


@pytest.mark.parametrize("fps", [0.0, 1e-30, 0.5, 1000.0, 241.0, float("nan"), -5.0])
def test_a_rate_that_no_camera_has_is_unknown(tmp_path: Path, fps: float) -> None:
    pose = build(FULL)
    pose.body.fps = fps
    assert load_pose(write(pose, tmp_path / "clip.pose")).fps == pytest.approx(30.0)


def test_hands_alone_are_enough_where_they_suffice(tmp_path: Path) -> None:
    pose = build(FULL).get_components(["LEFT_HAND_LANDMARKS", "RIGHT_HAND_LANDMARKS"])
    path = write(pose, tmp_path / "hands.pose")
    recording = load_pose(path, hands_suffice=True)
    assert recording.raw[:, layout.RIGHT_HAND].any()
    assert not recording.raw[:, layout.POSE].any()
    with pytest.raises(SourceError, match="hands without the body") as caught:
        load_pose(path)
    assert "signmirror letters" in str(caught.value.hint)


@pytest.mark.parametrize("size", [0, 3, 50, 400, 5000])
def test_damaged_files(tmp_path: Path, size: int) -> None:
    path = write(build(FULL), tmp_path / "clip.pose")
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(SourceError, match=r"clip\.pose"):
        load_pose(path)


def test_rubbish_and_other_estimators(tmp_path: Path) -> None:
    path = tmp_path / "clip.pose"
    path.write_bytes(bytes(range(256)) * 8)
    with pytest.raises(SourceError):
        load_pose(path)
    pose = build(None)
    pose.header.components[0].name = "BODY_135"
    with pytest.raises(SourceError, match="Holistic"):
        load_pose(write(pose, path))
    with pytest.raises(SourceError, match="does not exist"):
        load_pose(tmp_path / "none.pose")
