"""Models: what is read of their files before they run, and what lies beside them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx

from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.encoder.model_file import read_model
from desktop_app.engine.encoder.onnx import check_input, input_shape
from desktop_app.engine.encoder.providers import CPU, ProviderMemory
from desktop_app.engine.letters.alphabet import CLASSES
from desktop_app.engine.letters.calibration import HandCalibration, load_calibration, save_calibration
from desktop_app.engine.letters.contract import read_contract
from desktop_app.engine.letters.labels import choose_labels, places_of, read_labels
from desktop_app.engine.letters.model import trial_inputs
from tests.fuzz.registry import target
from tests.helpers.letter_models import build_letters
from tests.helpers.models import build, write_bundle


def _external(folder: Path) -> None:
    onnx.save_model(
        build(), str(folder / "m.onnx"), save_as_external_data=True, location="m.data", size_threshold=0
    )


@target("onnx", lambda folder: onnx.save_model(build(), str(folder / "m.onnx")), _external)
def encoder_file(folder: Path) -> None:
    file = read_model(folder / "m.onnx")
    input_shape(check_input(file.summary, file.name))


@target(
    "onnx-letters",
    lambda folder: onnx.save_model(build_letters(), str(folder / "m.onnx")),
    lambda folder: onnx.save_model(build_letters(shape=("b", "s", 63)), str(folder / "m.onnx")),
)
def letters_file(folder: Path) -> None:
    trial_inputs(read_contract(read_model(folder / "m.onnx").summary, "m.onnx"))


@target(
    "letter-names",
    lambda folder: (folder / "m.labels.txt").write_text("\n".join(CLASSES)),
    lambda folder: (folder / "m.labels.json").write_text(json.dumps(dict(enumerate(CLASSES)))),
    lambda folder: (folder / "labels.json").write_text(str(dict(enumerate(CLASSES)))),
    lambda folder: (folder / "m_labels.csv").write_text("\n".join(f"{i},{n}" for i, n in enumerate(CLASSES))),
)
def letter_names(folder: Path) -> None:
    for path in folder.iterdir():
        text = path.read_bytes().decode("latin-1")
        lists = read_labels(folder / "m.onnx", {"names": text} if path.name == "labels.json" else {})
        places_of(choose_labels(lists, 29) or ())


@target(
    "bundle", lambda folder: write_bundle(folder, config={"name": "x", "seq_len": 64, "top_k": 3}, stats=True)
)
def bundle(folder: Path) -> None:
    load_bundle(folder, {})


def _calibration(folder: Path) -> None:
    examples = {"A": np.ones((2, 68), np.float32), "B": np.zeros((1, 68), np.float32)}
    save_calibration(HandCalibration("f" * 64, examples), folder / "c.npz")


@target("calibration", _calibration)
def calibration(folder: Path) -> None:
    found = load_calibration("f" * 64, folder / "c.npz")
    if found.examples:
        found.adapt_rows(
            np.full((1, 29), 1 / 29, np.float32), np.ones((1, 4), np.float32), np.ones((1, 63), np.float32)
        )


def _provider(folder: Path) -> None:
    memory = ProviderMemory(folder, "f" * 64, [CPU])
    from desktop_app.engine.encoder.providers import ProviderChoice, Timing
    from desktop_app.message import Message

    memory.remember(ProviderChoice(CPU, Message("x"), {CPU: Timing(1.0, 2.0)}, {"other": "failed"}))


@target("provider-memory", _provider)
def provider_memory(folder: Path) -> None:
    ProviderMemory(folder, "f" * 64, [CPU]).recall()
