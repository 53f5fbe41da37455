"""Training, export and evaluation of letter models, on a made-up collection."""

from __future__ import annotations

import json
import subprocess
import sys

import numpy as np
import pytest

from desktop_app.cli.main import main
from desktop_app.engine.letters.hands import normalised
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
def test_a_mixture_asks_the_picture_more_where_depth_is_not_believable(letters_folder, tmp_path, capsys):
    run_folder, path = tmp_path / "run", tmp_path / "mixture.onnx"
    code, _ = run(
        capsys, "letters-train", letters_folder, "--out", run_folder, "--mixture", "--nets", 1, "--steps", 20,
        "--hidden", 24, "--batch", 64, "--threads", 1,
    )  # fmt: skip
    assert code == 0
    code, done = run(capsys, "letters-export", run_folder, "--out", path, "--collection", letters_folder)
    assert code == 0
    assert done["parity_max_difference"] <= 1e-4
    from desktop_app.training.letters.checkpoint import load_run
    from desktop_app.training.letters.models import PICTURE_SHARE

    with_depth, picture = load_run(run_folder).nets
    assert (with_depth.depth, picture.depth) == (True, False)
    model = OnnxLetterModel(path)
    for depth, share in ((0.0, 1.0), (1.0, 0.0), (8.0, PICTURE_SHARE)):
        hands = deeper(trial_hands(3), depth)
        said, features = model.predict_rows(hands)
        wanted = (1 - share) * answers(with_depth, hands) + share * answers(picture, hands)
        np.testing.assert_allclose(said, wanted, atol=1e-3)
        assert features.shape == (3, 24)


def deeper(hands, times):
    """The hands by the contract with their depth spread `times` 0.2 mean bone lengths of the picture."""
    import torch

    from desktop_app.training.letters.features import depth_spread

    spread = depth_spread(torch.from_numpy(hands)).numpy()[:, None]
    out = hands.copy()
    out[:, :, 2] *= times * 0.2 / spread
    return normalised(out)


def answers(net, hands):
    import torch

    with torch.no_grad():
        return net(torch.from_numpy(hands)).softmax(dim=1).numpy()


@pytest.mark.usefixtures("torch_needed")
def test_a_run_of_one_kind_from_before_mixtures_is_still_read(letters_folder, tmp_path, capsys):
    code, _ = run(
        capsys, "letters-train", letters_folder, "--out", tmp_path, "--no-depth", "--steps", 2,
        "--hidden", 8, "--batch", 32, "--threads", 1,
    )  # fmt: skip
    assert code == 0
    from desktop_app.training.letters.checkpoint import CONFIG, load_run

    config = json.loads((tmp_path / CONFIG).read_text())
    assert config["training"]["hands"]["yaw"] > 14  # the wider camera of nets without depth
    del config["depth_of_nets"]
    (tmp_path / CONFIG).write_text(json.dumps(config))
    assert [net.depth for net in load_run(tmp_path).nets] == [False]


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
    assert {"per_letter", "per_source", "j_recall", "z_recall", "mode"} <= set(figures)
    assert len(figures["per_source"]) == people


@pytest.mark.usefixtures("torch_needed")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--sequence-length", "32"), "single frames"),
        (("--architecture", "tcn", "--sequence-length", "soon"), "no sequence length"),
        (("--held-out", "nobody"), "no source"),
        (("--mixture", "--architecture", "tcn"), "both kinds"),
        (("--mixture", "--no-depth"), "both kinds"),
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
def test_new_people_keep_the_contract_and_the_letter():
    import torch

    from desktop_app.training.letters.people import HandSettings, as_held_by, new_hands

    torch.manual_seed(0)
    hands = torch.from_numpy(np.repeat(trial_hands(1), 200, axis=0))
    made = new_hands(hands, hands, HandSettings())
    assert torch.isfinite(made).all()
    assert not made[:, 0].any()
    assert torch.allclose(made.abs().amax(dim=(1, 2)), torch.ones(200))
    unmirrored = new_hands(hands, hands, HandSettings(mirror=0.0))
    # An open hand stays open: every fingertip is farther from the wrist than its knuckle.
    size = unmirrored[:, :, :2].norm(dim=2)
    assert (size[:, [8, 12, 16, 20]] > size[:, [5, 9, 13, 17]]).float().mean() > 0.98
    held = as_held_by(hands[:5], hands[5:10])
    assert torch.allclose(held, hands[:5], atol=1e-4)


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
def test_a_flat_hand_is_only_turned_in_the_picture():
    import torch

    from desktop_app.training.letters.people import HandSettings, camera, is_flat

    hands = torch.from_numpy(np.repeat(trial_hands(1), 50, axis=0))
    hands[:, :, 2] = 0
    assert is_flat(hands).all()
    still = HandSettings(noise=0.0, aspect=0.0, perspective=0.0, mirror=0.0)
    made = camera(hands[:, None], is_flat(hands), still)[:, 0]
    assert not made[:, :, 2].any()
    ratio = made[:, 12].norm(dim=1) / made[:, 9].norm(dim=1)
    assert torch.allclose(ratio, (hands[:, 12].norm(dim=1) / hands[:, 9].norm(dim=1)), atol=1e-3)


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
