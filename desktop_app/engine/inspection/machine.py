"""What a report about a problem must say first: versions, cameras, models, packs, settings and folders."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop_app import __version__, paths
from desktop_app.errors import AppError

_PACKAGES = (
    "PySide6",
    "mediapipe",
    "opencv-contrib-python",
    "onnxruntime",
    "onnxruntime-directml",
    "onnxruntime-gpu",
    "numpy",
    "pandas",
    "dtaidistance",
    "fastdtw",
    "pyqtgraph",
    "torch",
)


def machine_report(settings: dict[str, Any]) -> dict[str, Any]:
    """Check everything that a start depends on. An error in one part is reported in its place.

    Takes some seconds: models are loaded and packs verified.

    Args:
        settings: what `settings_file.settings_report` says.
    """
    return {
        "versions": _versions(),
        "cameras": _checked(_cameras),
        "encoder": _checked(_encoder),
        "packs": _packs(),
        "settings": settings,
        "folders": _folders(),
        "display": _display(),
    }


def report_lines(report: dict[str, Any]) -> Iterator[str]:
    """A report as text, one fact a line."""
    for name, version in report["versions"].items():
        yield f"{name:<24} {version}"
    yield ""
    cameras = report["cameras"]
    if isinstance(cameras, dict):
        yield _error_line("cameras", cameras["error"])
    elif not cameras:
        yield "cameras                  none found: connect one, or open a video file"
    else:
        for camera in cameras:
            kind = "  (virtual)" if camera["virtual"] else ""
            yield f"camera:{camera['index']:<17} {camera['name']}{kind}"
    encoder = report["encoder"]
    if "error" in encoder:
        yield _error_line("encoder", encoder["error"])
    else:
        yield f"encoder                  {encoder['folder']} ({encoder['feature_contract']})"
        yield f"providers                {', '.join(encoder['providers_available'])}"
        yield f"provider in use          {encoder['provider']}: {encoder['provider_reason']}"
    for pack in report["packs"]:
        if "error" in pack:
            yield _error_line(f"pack {pack['path']}", pack["error"])
        else:
            yield f"pack                     {pack['name']}: {pack['references']} references, verified"
            if "remark" in pack:
                yield f"{'':<25}{pack['remark']}"
    yield from _settings_lines(report["settings"])
    for name, folder in report["folders"].items():
        yield f"folder {name:<17} {folder['path']}{'' if folder['writable'] else '  (read-only)'}"
    display = report["display"]
    yield f"display                  {display['platform'] if display['available'] else 'none: drawn offscreen'}"


def _settings_lines(settings: dict[str, Any]) -> Iterator[str]:
    said = {
        "missing": "none saved, the defaults are used",
        "read": "read",
        "partly_read": "read in part",
        "unreadable": "cannot be read, the defaults are used",
    }[settings["state"]]
    yield f"settings                 {settings['path']}: {said}"
    for problem in settings["problems"]:
        yield f"settings: {problem}"
    if settings["put_aside"]:
        yield f"settings put aside       {', '.join(settings['put_aside'])} (damaged; kept beside it)"


def _error_line(what: str, error: dict[str, str]) -> str:
    return f"{what}: {error['message']} {error['hint']}"


def _versions() -> dict[str, str]:
    found = {"signmirror": __version__, "python": platform.python_version(), "system": platform.platform()}
    for package in _PACKAGES:
        try:
            found[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def _checked(check: Any) -> Any:
    """The result of a check, or its error."""
    try:
        return check()
    except AppError as error:
        return {"error": error.to_dict()}


def _cameras() -> list[dict[str, Any]]:
    from desktop_app.engine.sources.devices import list_cameras

    return [
        {"index": camera.index, "name": camera.name, "virtual": camera.virtual} for camera in list_cameras()
    ]


def _encoder() -> dict[str, Any]:
    import onnxruntime

    from desktop_app.engine.encoder.bundle import load_bundle
    from desktop_app.engine.encoder.onnx import OnnxEncoder, open_encoder

    bundle = load_bundle()
    encoder = open_encoder(bundle, cache_dir=paths.cache_dir())
    spec = encoder.spec
    failures = encoder.choice.failures if isinstance(encoder, OnnxEncoder) else {}
    return {
        "folder": bundle.folder,
        "sha256": spec.sha256,
        "feature_contract": spec.feature_contract,
        "providers_available": onnxruntime.get_available_providers(),
        "provider": spec.provider,
        "provider_reason": str(spec.provider_reason),
        "provider_failures": failures,
    }


def _packs() -> list[dict[str, Any]]:
    from desktop_app.engine.packs import installed_packs, open_pack, verify_pack

    rows: list[dict[str, Any]] = []
    for path in installed_packs():
        row: dict[str, Any] = {"path": path}
        try:
            pack = open_pack(path)
            report = verify_pack(pack)
        except AppError as error:
            rows.append(row | {"verified": False, "error": error.to_dict()})
            continue
        row |= {"name": pack.name, "references": len(pack.clips), "verified": report.ok}
        if report.others:
            row["remark"] = str(report.remark)
        if not report.ok:
            problem = report.problems[0]
            row["error"] = {
                "code": "pack.damaged",
                "message": f"{problem.file} {problem.reason}.",
                "hint": "Install or import the pack again.",
            }
        rows.append(row)
    return rows


def _folders() -> dict[str, dict[str, Any]]:
    folders = {
        "assets": paths.assets_dir(),
        "data": paths.data_dir(),
        "settings": paths.config_dir(),
        "cache": paths.cache_dir(),
        "logs": paths.log_dir(),
    }
    return {
        name: {"path": path, "exists": path.is_dir(), "writable": _writable(path)}
        for name, path in folders.items()
    }


def _writable(path: Path) -> bool:
    """Whether files, or the folder itself, can be created there."""
    while not path.exists() and path != path.parent:
        path = path.parent
    return os.access(path, os.W_OK)


def _display() -> dict[str, Any]:
    if sys.platform != "linux":
        return {"available": True, "platform": sys.platform}
    name = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
    return {"available": bool(name), "platform": os.environ.get("QT_QPA_PLATFORM") or name or "offscreen"}
