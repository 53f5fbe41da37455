"""What may be installed together, and what MediaPipe does not need."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from importlib.metadata import distributions, version
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.records import Frame
from desktop_app.engine.tracking.holistic import HolisticExtractor


def installed() -> set[str]:
    return {str(found.metadata["Name"]).lower().replace("_", "-") for found in distributions()}


def test_exactly_one_opencv() -> None:
    """Two of them overwrite each other's files."""
    assert [name for name in installed() if name.startswith("opencv")] == ["opencv-contrib-python"]


def test_exactly_one_onnx_runtime() -> None:
    """They share one folder; the last one installed wins and the others' providers vanish."""
    found = [name for name in installed() if name.startswith("onnxruntime")]
    assert len(found) == 1, found


def test_the_tracker_is_the_last_one_that_reports_to_nobody() -> None:
    assert version("mediapipe") == "0.10.21"


def test_holistic_runs_without_what_mediapipe_asks_for() -> None:
    left_out = [
        name for name in ("jax", "jaxlib", "sentencepiece", "sounddevice") if importlib.util.find_spec(name)
    ]
    assert not left_out
    extractor = HolisticExtractor()
    extractor.extract(Frame(0, 0, np.zeros((48, 64, 3), np.uint8), 0.0))
    extractor.close()
    assert not {"jax", "jaxlib", "sentencepiece", "sounddevice"} & set(sys.modules)


@pytest.mark.skipif(sys.platform != "linux", reason="only the Linux wheel of OpenCV carries Qt plug-ins")
@pytest.mark.parametrize("module", ["desktop_app.engine.cv", "desktop_app.engine.tracking.holistic"])
def test_opencv_leaves_the_environment_of_qt_alone(module: str) -> None:
    program = (
        "import os\n"
        f"import {module}\n"
        "print(*(f'{name}={os.environ[name]}' for name in sorted(os.environ) if name.startswith('QT_QPA')))"
    )
    own = "QT_QPA_FONTDIR=/somewhere/fonts"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QT_QPA")}
    environment |= dict([own.split("=")])
    run = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert run.stdout.strip() == own


def test_landmark_recordings_need_no_video_encoder(tmp_path: Path) -> None:
    """PyAV is installed on Linux alone; .pose files are read and written everywhere."""
    code = (
        "import sys; sys.modules['av'] = None\n"
        "import numpy as np\n"
        "from pathlib import Path\n"
        "from desktop_app.engine.sources.pose_file import load_pose, save_pose\n"
        "from desktop_app.engine.sources.recording import LandmarkRecording\n"
        f"path = Path({str(tmp_path / 'a.pose')!r})\n"
        "save_pose(path, LandmarkRecording(np.full((3, 540), 0.5, np.float32), np.arange(3) / 30, 1.5))\n"
        "assert load_pose(path).raw.shape == (3, 540)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
