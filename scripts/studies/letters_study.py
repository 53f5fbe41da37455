"""Every source of a collection held out in turn: the three architectures, the shipped pair, and calibration.

python -m scripts.studies.letters_study COLLECTION --out FOLDER [--nets 2] [--steps 800] [--sequence-steps 400]

Writes study.json and a confusion picture a variant into FOLDER, anew after each source.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desktop_app.engine.letters.contract import LetterInput
from desktop_app.engine.letters.model import OnnxLetterModel, trial_hands
from desktop_app.training.files import write_json
from desktop_app.training.letters.collection import LetterCollection, load_letters
from desktop_app.training.letters.evaluate import LetterEvaluation
from desktop_app.training.letters.export import LetterShape, export_letters
from desktop_app.training.letters.loop import LetterTraining
from desktop_app.training.letters.models import LetterModelSettings
from desktop_app.training.letters.report import draw_confusion, mean_confusion
from desktop_app.training.letters.sequences import CAMERA
from desktop_app.training.letters.study import (
    Nets,
    combined,
    joined,
    judge_nets,
    sample_windows,
    set_threads,
    train_seeds,
)

TIMED = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("collection", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--nets", type=int, default=1, help="frame nets a fold")
    parser.add_argument("--steps", type=int, default=800)
    parser.add_argument("--sequence-steps", type=int, default=400)
    parser.add_argument(
        "--set", nargs="*", default=[], metavar="NAME=VALUE",
        help="other settings of the frame nets: fields of HandSettings, LetterTraining, LetterModelSettings",
    )  # fmt: skip
    parser.add_argument("--sources", default="", help="numbers of the sources to hold out; default: each")
    parser.add_argument("--only", default="mlp,tcn,lstm", help="architectures")
    arguments = parser.parse_args()
    set_threads(1)
    collection = load_letters(arguments.collection)
    arguments.out.mkdir(parents=True, exist_ok=True)
    frame = changed(LetterTraining(steps=arguments.steps), arguments.set)
    found: dict[str, list[LetterEvaluation]] = {}
    sizes: dict[str, dict[str, Any]] = {}
    kinds = arguments.only.split(",")
    chosen = [int(number) for number in arguments.sources.split(",") if number]
    for source in chosen or collection.judged:
        part = collection.only((source,))
        frame_nets = train_seeds(collection, replace(frame, held_out=(source,)), arguments.nets)
        variants: dict[str, tuple[Nets, Nets]] = {}
        if "mlp" in kinds:
            variants[f"mlp x {len(frame_nets)}"] = (frame_nets, ())
        for architecture in ("tcn", "lstm"):
            if architecture in kinds:
                settings = LetterTraining(
                    model=LetterModelSettings(architecture, hidden=96),
                    hands=CAMERA,
                    steps=arguments.sequence_steps,
                    batch=96,
                    held_out=(source,),
                )
                nets = train_seeds(collection, settings, 1)
                variants[architecture] = ((), nets)
                variants[f"mlp and {architecture}"] = (frame_nets, nets)
        for name, (frames, sequences) in variants.items():
            evaluation = judge_nets(part, frames, sequences)
            found.setdefault(name, []).append(evaluation)
            moving = f"J {evaluation.j_recall} Z {evaluation.z_recall} {evaluation.still_called_jz:.4f}"
            who = collection.name_of(source)[:28]
            print(f"{who:28} {name:14} {evaluation.accuracy_still_clean:.4f} {moving}", flush=True)
            if frames and not sequences:  # J and Z cannot be calibrated: the frame nets alone matter
                shown = judge_nets(part, frames, sequences, calibrate=1)
                found.setdefault(f"{name}, calibrated", []).append(shown)
            if name not in sizes:
                sizes[name] = _cost(collection, frames, sequences)
        _save(arguments.out, found, sizes)


def changed(training: LetterTraining, assignments: Sequence[str]) -> LetterTraining:
    """Settings with `name=value` set wherever a part of them has a field of that name."""
    for name, _, text in (item.partition("=") for item in assignments):
        value: Any = int(text) if text.lstrip("-").isdigit() else float(text)
        if hasattr(training.hands, name):
            training = replace(training, hands=replace(training.hands, **{name: value}))
        elif hasattr(training.model, name):
            training = replace(training, model=replace(training.model, **{name: value}))
        elif hasattr(training, name):
            training = replace(training, **{name: value})
        else:
            raise SystemExit(f"There is no setting {name}.")
    return training


def _cost(collection: LetterCollection, frames: Nets, sequences: Nets) -> dict[str, Any]:
    """Bytes of the file, and the median milliseconds of a run as the live view makes it."""
    net, takes_frames = joined(frames, sequences)
    shape = LetterShape(LetterInput.FRAME, 1) if takes_frames else LetterShape(LetterInput.FLAT, 0)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "model.onnx"
        samples = sample_windows(collection)
        export_letters(net, path, shape, takes_frames=takes_frames, notes={}, samples=samples)
        model = OnnxLetterModel(path)
        hands = trial_hands(1 if takes_frames else 32)
        times = []
        for _ in range(TIMED):
            started = time.perf_counter()
            model.predict(hands)
            times.append((time.perf_counter() - started) * 1000)
        return {"bytes": path.stat().st_size, "ms": sorted(times)[TIMED // 2]}


def _save(out: Path, found: dict[str, list[LetterEvaluation]], sizes: dict[str, dict[str, Any]]) -> None:
    document = {}
    for name, evaluations in found.items():
        document[name] = {
            **combined(evaluations),
            **sizes.get(name.removesuffix(", calibrated"), {}),
            "sources": {key: value for e in evaluations for key, value in e.per_source.items()},
            "letters": _letters(evaluations),
            "calibration": [e.calibration for e in evaluations if e.calibration],
        }
        table = mean_confusion([evaluation.confusion for evaluation in evaluations])
        draw_confusion(out / f"confusion-{name.replace(', ', '-').replace(' ', '-')}.png", table)
    write_json(out / "study.json", json.loads(json.dumps(document).replace("NaN", "null")))


def _letters(evaluations: Sequence[LetterEvaluation]) -> dict[str, float]:
    letters: dict[str, list[float]] = {}
    for evaluation in evaluations:
        for letter, value in evaluation.per_letter.items():
            letters.setdefault(letter, []).append(value)
    return {letter: sum(values) / len(values) for letter, values in sorted(letters.items())}


if __name__ == "__main__":
    main()
