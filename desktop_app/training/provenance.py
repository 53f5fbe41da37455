"""Provenance of a model: data, code and tools."""

from __future__ import annotations

import platform
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from desktop_app.files import sha256_file
from desktop_app.training.dataset import Dataset
from desktop_app.training.preprocess import METADATA

_TOOLS: Final = ("torch", "onnx", "onnxruntime", "onnxruntime-directml", "numpy", "mediapipe", "dtaidistance")


def code_revision() -> str:
    """The commit of the checkout this runs from; `unknown` where there is none."""
    root = Path(__file__).resolve().parents[2]
    if not (root / ".git").exists():
        return "unknown"
    try:
        answer = subprocess.run(
            ["git", "rev-parse", "HEAD"],  # noqa: S607  git of the user's own path
            cwd=root, capture_output=True, text=True, check=True, timeout=10,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return "unknown"
    return answer.stdout.strip()


def tool_versions() -> dict[str, str]:
    """Python, and the libraries that can change a number."""
    found = {"python": platform.python_version(), "system": f"{platform.system()} {platform.machine()}"}
    for name in _TOOLS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def data_provenance(dataset: Dataset) -> dict[str, Any]:
    """Sources with licences and counts, and the sha256 of the data set's own metadata table."""
    sources: dict[tuple[str, str], dict[str, Any]] = {}
    for clip in (*dataset.clips, *dataset.more):
        entry = sources.setdefault(
            (clip.source, clip.licence),
            {"source": clip.source, "licence": clip.licence, "clips": 0, "signers": set(), "sentences": set()},
        )
        entry["clips"] += 1
        entry["signers"].add(clip.signer)
        entry["sentences"].add(clip.sentence)
    return {
        "metadata_sha256": sha256_file(dataset.folder / METADATA),
        "clips": len(dataset.clips) + len(dataset.more),
        "signers": len(dataset.signers),
        "sentences": dataset.sentences,
        "sources": [
            {**entry, "signers": len(entry["signers"]), "sentences": len(entry["sentences"])}
            for _, entry in sorted(sources.items())
        ],
    }
