"""Training, export and evaluation of letter models, on a made-up collection."""

from __future__ import annotations

import json
import subprocess
import sys

import numpy as np
import pytest

from desktop_app.cli.main import main
from desktop_app.engine.letters.model import OnnxLetterModel, trial_hands

NEED_TORCH = {"checkpoint", "export", "features", "loop", "models", "people", "sequences", "study"}
CODE = """
import sys
sys.modules["torch"] = None  # an import of it fails
import importlib, pkgutil
import desktop_app.training.letters as room
failed = []
for module in pkgutil.iter_modules(room.__path__):
    try:
        importlib.import_module(f"desktop_app.training.letters.{module.name}")
    except ImportError:
        failed.append(module.name)
for name in ("letters", "letters_train", "letters_export", "letters_evaluate", "letters_import"):
    importlib.import_module(f"desktop_app.cli.{name}")
print(" ".join(sorted(failed)))
"""


def test_only_training_and_export_need_torch():
    result = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert set(result.stdout.split()) == NEED_TORCH


def run(capsys, *arguments):
    code = main([*map(str, arguments), "--json"])
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("torch_needed")
def test_train_export_evaluate_as_a_user_does(letters_folder, tmp_path, capsys):
    small = ("--hidden", 24, "--batch", 64, "--threads", 1)
    code, found = run(
        capsys, "letters-train", letters_folder, "--out", tmp_path / "mlp", "--steps", 60, *small,
        "--held-out", "person2/letters",
    )  # fmt: skip
    assert code == 0
    assert found["figures"]["accuracy_still_clean"] > 0.3  # of 24: it has learnt something
    report = json.loads((tmp_path / "mlp" / "report.json").read_text())
    assert list(report["sources"][0]["per_source"]) == ["person2/letters"]
    assert (tmp_path / "mlp" / "confusion.png").stat().st_size > 1000
    for architecture in ("tcn", "lstm"):
        code, _ = run(
            capsys, "letters-train", letters_folder, "--out", tmp_path / architecture, "--steps", 4, *small,
            "--architecture", architecture, "--sequence-length", "dynamic",
        )  # fmt: skip
        assert code == 0
    shapes = {
        "mlp": ("frame", "1"), "tcn": ("sequence", "32"), "lstm": ("flat-sequence", "dynamic"),
    }  # fmt: skip
    for architecture, (layout, length) in shapes.items():
        path = tmp_path / f"{architecture}.onnx"
        code, done = run(
            capsys, "letters-export", tmp_path / architecture, "--out", path, "--layout", layout,
            "--sequence-length", length, "--collection", letters_folder,
        )  # fmt: skip
        assert code == 0
        assert done["parity_max_difference"] <= 1e-4
        spec = OnnxLetterModel(path).spec
        assert (spec.contract, spec.classes, spec.true_aspect) == (layout, 29, True)
    both = tmp_path / "both.onnx"
    code, _ = run(
        capsys, "letters-export", tmp_path / "mlp", "--drawn", tmp_path / "tcn", "--out", both,
        "--collection", letters_folder,
    )  # fmt: skip
    assert code == 0
    model = OnnxLetterModel(both)
    assert model.spec.contract == "flat-sequence"
    assert model.predict(trial_hands(32)).probabilities.sum() == pytest.approx(1, abs=1e-4)
    code, figures = run(capsys, "letters-evaluate", letters_folder, "--model", both, "--calibrate", 2)
    assert code == 0
    check_figures(figures, people=3)
    assert figures["calibration"]["after"] >= figures["calibration"]["before"]


@pytest.mark.usefixtures("torch_needed")
def test_shapes_and_motion_must_agree_on_drawn_letters():
    import torch

    from desktop_app.engine.letters.alphabet import MOVING_PLACES
    from desktop_app.training.letters.models import (
        FrameEnsemble,
        FrameNet,
        LetterModelSettings,
        SequenceEnsemble,
        SequenceNet,
        StillAndDrawn,
    )  # fmt: skip

    torch.manual_seed(0)
    still = FrameEnsemble([FrameNet(LetterModelSettings("mlp", 16))])
    drawn = SequenceEnsemble([SequenceNet(LetterModelSettings("tcn", 16))])
    both = StillAndDrawn(still, drawn).eval()
    window = torch.from_numpy(np.stack([trial_hands(9), trial_hands(9)[::-1]])).flatten(2)
    places = list(MOVING_PLACES)
    with torch.no_grad():
        by_shape = still.frames(window.reshape(-1, 21, 3))[0].reshape(2, 9, 29)
        said, features = both(window)
        wanted = torch.sqrt((by_shape**8).mean(dim=1) ** 0.125 * drawn(window))[:, places]
        torch.testing.assert_close(said[:, places], wanted)
        torch.testing.assert_close(said.sum(dim=1), torch.ones(2))
        last = by_shape[:, -6:].mean(dim=1)
        assert said[:, [0, 5]].div(last[:, [0, 5]]).std(dim=1).max() < 1e-5  # in proportion
        assert features.shape == (2, 8)
        one, _ = both(window[:, -1:])  # a single frame has no motion
        torch.testing.assert_close(one[:, places], by_shape[:, -1, places])


@pytest.mark.usefixtures("torch_needed")
def test_the_judges_are_reported_where_no_source_is_held_out(letters_folder, tmp_path, capsys, monkeypatch):
    short = ("--steps", 2, "--hidden", 16, "--batch", 32, "--threads", 1)
    code, found = run(capsys, "letters-train", letters_folder, "--out", tmp_path / "none", *short)
    assert (code, found["figures"]) == (0, {})
    assert not (tmp_path / "none" / "report.json").exists()
    monkeypatch.setenv("SIGNMIRROR_JUDGES", str(letters_folder))
    code, found = run(capsys, "letters-train", letters_folder, "--out", tmp_path / "judged", *short)
    assert code == 0
    (judged,) = json.loads((tmp_path / "judged" / "report.json").read_text())["sources"]
    assert judged["people"] == 3
    assert found["figures"]["worst_tenth_still"] == pytest.approx(judged["worst_tenth_still"])
    code, found = run(
        capsys, "letters-train", letters_folder, "--out", tmp_path / "held", "--held-out", "1", *short
    )
    (held,) = json.loads((tmp_path / "held" / "report.json").read_text())["sources"]
    assert list(held["per_source"]) == ["person1/letters"]


def check_figures(figures, people):
    assert figures["people"] == people
    for name in (
        "accuracy_still",
        "accuracy_still_clean",
        "accuracy_all",
        "worst_tenth_still",
        "still_called_jz",
    ):
        assert 0 <= figures[name] <= 1, name
    assert list(figures["drawn_by_rate"]) == ["8", "15", "30"]
    assert figures["drawn_by_rate"]["30"]["j_recall"] == figures["j_recall"]
    assert {"per_letter", "per_source", "j_recall", "z_recall", "mode"} <= set(figures)
    assert len(figures["per_source"]) == people


@pytest.mark.usefixtures("torch_needed")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--sequence-length", "32"), "single frames"),
        (("--architecture", "tcn", "--sequence-length", "soon"), "no sequence length"),
        (("--held-out", "nobody"), "no source"),
    ],
)
def test_what_cannot_be_trained_is_said(letters_folder, tmp_path, capsys, arguments, words):
    code, found = run(capsys, "letters-train", letters_folder, "--out", tmp_path / "run", *arguments)
    assert code == 2
    assert words in found["error"]["message"]


@pytest.mark.usefixtures("torch_needed")
def test_a_missing_run_is_said(letters_folder, tmp_path, capsys):
    code, found = run(
        capsys,
        "letters-export",
        tmp_path / "none",
        "--out",
        tmp_path / "x.onnx",
        "--collection",
        letters_folder,
    )
    assert code == 2
    assert "no letter model" in found["error"]["message"]


@pytest.mark.usefixtures("torch_needed")
def test_another_camera_keeps_the_contract_and_the_letter():
    import torch

    from desktop_app.training.letters.people import HandSettings, camera

    torch.manual_seed(0)
    hands = torch.from_numpy(np.repeat(trial_hands(1), 200, axis=0))
    made = camera(hands[:, None], HandSettings())[:, 0]
    assert torch.isfinite(made).all()
    assert not made[:, 0].any()
    assert torch.allclose(made.abs().amax(dim=(1, 2)), torch.ones(200))
    # An open hand stays open: every fingertip is farther from the wrist than its knuckle.
    size = made[:, :, :2].norm(dim=2)
    assert (size[:, [8, 12, 16, 20]] > size[:, [5, 9, 13, 17]]).float().mean() > 0.98
    still = HandSettings(yaw=0, pitch=0, roll=0, depth=0, stretch=0, noise=0)
    flat = camera(torch.cat([hands[:3], 5 * hands[:3]])[:, None], still)[:, 0]
    assert not flat[:, :, 2].any()
    assert torch.allclose(flat[:3], flat[3:], atol=1e-5)


@pytest.mark.usefixtures("torch_needed")
def test_a_slow_camera_leaves_straight_lines_between_its_frames():
    import torch

    from desktop_app.training.letters.sequences import filmed_slowly

    windows = torch.randn(40, 32, 21, 3)
    slow = filmed_slowly(windows, 8, np.random.default_rng(0))
    assert torch.allclose(slow[:, [0, -1]], windows[:, [0, -1]])
    taken = (slow - windows).abs().amax(dim=(2, 3)) < 1e-6
    assert int(taken.sum(dim=1).min()) <= 10  # a few windows are very slow
    assert int(taken.sum(dim=1).max()) >= 24  # some nearly whole
    row = int(taken.sum(dim=1).argmin())
    first, second = np.flatnonzero(taken[row].numpy())[:2]
    middle = (first + second) // 2
    share = float(middle - first) / float(second - first)
    line = windows[row, first] * (1 - share) + windows[row, second] * share
    assert torch.allclose(slow[row, middle], line, atol=1e-5)
    assert torch.equal(filmed_slowly(windows, 32, np.random.default_rng(0)), windows)


@pytest.mark.usefixtures("torch_needed")
def test_the_picture_alone_tells_nothing_of_depth_distance_and_place():
    import torch

    from desktop_app.training.letters.features import PictureFeatures

    hands = torch.from_numpy(trial_hands(5))
    look = PictureFeatures()
    features = look(hands)
    assert features.shape == (5, PictureFeatures.size)
    deeper = hands * torch.tensor([1.0, 1.0, 7.0])
    assert torch.allclose(look(deeper), features)
    assert torch.allclose(look(0.3 * hands + 0.2), features, atol=1e-4)
    assert torch.isfinite(look(torch.zeros(1, 21, 3))).all()
    assert not torch.allclose(look(hands * torch.tensor([-1.0, 1.0, 1.0])), features, atol=0.1)


@pytest.mark.usefixtures("torch_needed")
def test_windows_of_training_hold_moving_and_still_letters(letters_folder):
    import torch

    from desktop_app.engine.letters.alphabet import INDEX
    from desktop_app.training.letters.collection import load_letters
    from desktop_app.training.letters.draws import BalancedDraws
    from desktop_app.training.letters.people import HandSettings
    from desktop_app.training.letters.sequences import SequenceSettings, WindowMaker

    collection = load_letters(letters_folder)
    stills = collection.stills
    rows = np.arange(len(stills))
    draws = BalancedDraws(rows, stills.letters, stills.sources)
    hands = torch.from_numpy(stills.right_hands())
    maker = WindowMaker(hands, draws, draws, list(collection.clips), SequenceSettings(), HandSettings())
    windows, letters = maker.batch(60, np.random.default_rng(0))
    assert windows.shape == (60, 32, 63)
    assert torch.isfinite(windows).all()
    drawn = (letters == INDEX["J"]) | (letters == INDEX["Z"])
    assert 18 <= int(drawn.sum()) < 30
    shown = windows.reshape(60, 32, 21, 3)
    assert not shown[:, :, 0].any()
    assert torch.allclose(shown.abs().amax(dim=(2, 3)), torch.ones(60, 32))
