"""What ships and what is trimmed, by paths as wheels have them on each system."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer.layout import copy_packages, copy_program, left_out
from installer.product import ROOT, read_product


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/QtCore.pyd",
        "PySide6/Qt6Core.dll",
        "PySide6/pyside6.abi3.dll",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/multimedia/windowsmediaplugin.dll",
        "PySide6/translations/qtbase_fr.qm",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/lib/libQt6Concurrent.so.6",
        "PySide6/QtWidgets.abi3.so",
        "opencv_contrib_python.libs/libQt5Gui-1ce8cbfe.so.5.15.16",
        "PySide6/Qt/lib/QtMultimedia.framework/Versions/A/QtMultimedia",
        "PySide6/Qt/plugins/permissions/libqdarwincamerapermission.dylib",
        "mediapipe/modules/hand_landmark/hand_landmark_full.tflite",
        "mediapipe/python/_framework_bindings.cp311-win_amd64.pyd",
        "cv2/opencv_videoio_ffmpeg4110_64.dll",
        "numpy/testing/__init__.py",
        "qtawesome/fonts/phosphor-1.3.0.ttf",
        "onnxruntime/capi/DirectML.dll",
    ],
)
def test_what_the_program_needs_ships(path: str) -> None:
    assert left_out(path) is None


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt6Quick3D.dll",
        "PySide6/QtWebEngineCore.pyd",
        "PySide6/avcodec-61.dll",
        "PySide6/Qt/lib/libavcodec.so.61",
        "PySide6/Qt/lib/QtWebEngineCore.framework/Versions/A/QtWebEngineCore",
        "PySide6/plugins/multimedia/ffmpegmediaplugin.dll",
        "PySide6/plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/wayland-decoration-client/libadwaita.so",
        "PySide6/qml/QtQuick/qmldir",
        "PySide6/translations/qtbase_de.qm",
        "PySide6/designer.exe",
        "PySide6/balsam",
        "mediapipe/modules/pose_landmark/pose_landmark_heavy.tflite",
        "numpy/core/tests/test_umath.py",
        "sympy/core/add.py",
        "av/_core.cpython-311-x86_64-linux-gnu.so",
        "av.libs/libx264-8aacd8a9.so.164",
        "qtawesome/fonts/remixicon-2.5.0.ttf",
        "cv2/__init__.pyi",
        "opencv_contrib_python.libs/libQt5XcbQpa-b18b5a78.so.5.15.16",
        "libSM.so.6",
        "bin/f2py",
        "click-8.1.8.dist-info/uv_cache.json",
        "click-8.1.8.dist-info/RECORD",
        "pandas/__pycache__/api.cpython-311.pyc",
    ],
)
def test_what_nobody_uses_stays_out(path: str) -> None:
    assert left_out(path)


def test_copies_keep_the_tree_and_count_what_was_saved(tmp_path: Path) -> None:
    site, target = tmp_path / "site", tmp_path / "target"
    for name in ("click/core.py", "click/core.pyi", "sympy/core.py"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("12345", encoding="utf-8")
    saved = copy_packages(site, target)
    assert [file.relative_to(target).as_posix() for file in target.rglob("*") if file.is_file()] == [
        "click/core.py"
    ]
    assert saved == {"sources, stubs and import libraries": 5, "sympy and mpmath": 5}


def test_the_program_ships_with_its_assets_and_without_caches(tmp_path: Path) -> None:
    copy_program(ROOT, tmp_path)
    names = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()}
    assert {"desktop_app/__main__.py", "desktop_app/assets/samples/sample.npz"} <= names
    assert "desktop_app/api/static/icon.svg" in names
    assert not [name for name in names if "__pycache__" in name]


def test_facts_of_the_product_come_from_the_project_file() -> None:
    from desktop_app import __version__

    product = read_product()
    assert product.version == __version__
    assert ".".join(map(str, product.file_version[:3])) == product.version
