"""Writes an encoder that works but that nobody knows, so the program tries it in a process of its own.

python -m installer.unknown_model FILE
"""

from __future__ import annotations

import sys
from pathlib import Path

import onnx

from installer.product import ROOT


def write_unknown_model(target: Path) -> None:
    """Write the bundled encoder with a note in its metadata: another digest, the same results."""
    model = onnx.load(str(ROOT / "assets/models/sign_encoder.onnx"))
    note = model.metadata_props.add()
    note.key, note.value = "note", "changed"
    onnx.save(model, str(target))


if __name__ == "__main__":
    write_unknown_model(Path(sys.argv[1]))
