"""The default installation has no PyTorch: preprocessing, evaluation and manifests work without it."""

from __future__ import annotations

import subprocess
import sys

NEED_TORCH = {
    "architectures", "averaging", "checkpoint", "devices", "embedding", "export", "lean_features", "lean_model",
    "loop", "losses", "model", "objective", "onnx_export", "run_config", "run_figures", "run_folder",
    "run_settings", "study", "study_table", "teacher_panel",
}  # fmt: skip

CODE = """
import sys
sys.modules["torch"] = None  # an import of it fails
import importlib, pkgutil
import desktop_app.training as room
failed = []
for module in pkgutil.iter_modules(room.__path__):
    if not module.ispkg:
        try:
            importlib.import_module(f"desktop_app.training.{module.name}")
        except ImportError:
            failed.append(module.name)
for name in ("evaluate", "preprocess", "manifest", "study", "train", "export"):
    importlib.import_module(f"desktop_app.cli.{name}")
print(" ".join(sorted(failed)))
"""


def test_only_training_and_export_need_torch():
    result = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert set(result.stdout.split()) == NEED_TORCH
