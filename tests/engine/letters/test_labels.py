"""Letter models of other makers: other inputs, other types, and other classes by a list of names."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from desktop_app.engine.inspection.encoder_models import inspect_model
from desktop_app.engine.letters.alphabet import CLASSES, INDEX, LETTERS, STILL_LETTERS
from desktop_app.engine.letters.labels import canonical
from desktop_app.engine.letters.model import OnnxLetterModel, bundled_model, trial_hands
from desktop_app.errors import ModelError

KAGGLE = (*LETTERS, "del", "nothing", "space")


def model_of(shape: tuple[int | str, ...], classes: int, kind: int = TensorProto.FLOAT) -> onnx.ModelProto:
    """Scores = the first numbers of the (last) frame, as many as there are classes: what goes in comes out."""
    steps = [numpy_helper.from_array(np.array([0, -1], np.int64), "flat")]
    numbers = [numpy_helper.from_array(np.array([value], np.int64), name) for name, value in
               (("from", -classes), ("to", 1 << 31), ("axis", 1))]  # fmt: skip
    nodes = [
        helper.make_node("Reshape", ["hand", "flat"], ["row"]),
        helper.make_node("Slice", ["row", "from", "to", "axis"], ["scores"]),
    ]
    graph = helper.make_graph(
        nodes,
        "letters",
        [helper.make_tensor_value_info("hand", kind, list(shape))],
        [helper.make_tensor_value_info("scores", kind, [shape[0], classes])],
        [*steps, *numbers],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8)


def save(folder: Path, model: onnx.ModelProto) -> Path:
    onnx.save_model(model, str(folder / "hand.onnx"))
    return folder / "hand.onnx"


HAND = trial_hands(1)[0]
PLANE = HAND[:, :2] / np.abs(HAND[:, :2]).max()


@pytest.mark.parametrize(
    ("shape", "contract", "frames", "seen", "kind"),
    [
        (("b", 63), "frame", 1, HAND.ravel(), TensorProto.FLOAT),
        (("b", 1, 21, 3), "frame", 1, HAND.ravel(), TensorProto.FLOAT16),
        (("b", "s", 63), "flat-sequence", 0, HAND.ravel(), TensorProto.DOUBLE),
        (("b", 21, 3), "frame", 1, HAND.ravel(), TensorProto.FLOAT),
        (("b", 42), "frame", 1, PLANE.ravel(), TensorProto.FLOAT),
        (("b", 21, 2), "frame", 1, PLANE.ravel(), TensorProto.FLOAT16),
        (("b", 1, 42), "flat-sequence", 1, PLANE.ravel(), TensorProto.FLOAT),
        (("b", 126), "frame", 1, HAND.ravel(), TensorProto.DOUBLE),
        (("b", 4, 126), "flat-sequence", 4, HAND.ravel(), TensorProto.FLOAT),
        (("b", 1, 42, 3), "frame", 1, HAND.ravel(), TensorProto.FLOAT),
    ],
)
def test_the_hand_arrives_in_the_form_that_the_model_takes(tmp_path, shape, contract, frames, seen, kind):
    model = OnnxLetterModel(save(tmp_path, model_of(shape, 26, kind)))
    assert (model.spec.contract, model.spec.frames, model.spec.classes) == (contract, frames, 26)
    scores = np.exp(seen[-26:] - seen[-26:].max())
    answer = model.predict(trial_hands(1)).probabilities
    np.testing.assert_allclose(answer[:26], scores / scores.sum(), atol=2e-3)
    assert not answer[26:].any()
    rows, _ = model.predict_rows(trial_hands(1))
    np.testing.assert_allclose(rows[0], answer, atol=1e-6)


def test_the_other_hand_of_two_is_empty(tmp_path):
    model = OnnxLetterModel(save(tmp_path, model_of(("b", 126), 26)))
    given = model.contract.batch_of(trial_hands(1))
    assert not given[0, :63].any()
    np.testing.assert_array_equal(given[0, 63:], HAND.ravel())


def test_models_without_depth_take_true_proportions(tmp_path):
    assert OnnxLetterModel(save(tmp_path, model_of(("b", 42), 26))).spec.true_aspect
    assert not OnnxLetterModel(save(tmp_path, model_of(("b", 63), 26))).spec.true_aspect


def answered(model: OnnxLetterModel) -> list[str]:
    """Letters that the model can answer."""
    found = model.predict(trial_hands(1)).probabilities
    return [name for name in CLASSES if found[INDEX[name]] > 0]


def test_24_classes_are_the_letters_that_do_not_move(tmp_path):
    assert answered(OnnxLetterModel(save(tmp_path, model_of(("b", 63), 24)))) == list(STILL_LETTERS)


LISTS: dict[str, str] = {
    "labels.txt": "\n".join(KAGGLE),
    "hand.labels.txt": "\r\n".join(KAGGLE) + "\r\n",
    "hand_labels.txt": "\ufeff" + "\n".join(KAGGLE),
    "labels.json": json.dumps(KAGGLE),
    "hand.json": json.dumps({str(place): name for place, name in enumerate(KAGGLE)}),
    "classes.json": json.dumps({name: place for place, name in enumerate(KAGGLE)}),
    "keypoint_classifier_label.csv": "\n".join(KAGGLE),
    "labels.csv": "\n".join(f"{place},{name}" for place, name in reversed(list(enumerate(KAGGLE)))),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_beside_the_model_names_its_classes(tmp_path, name):
    path = save(tmp_path, model_of(("b", 63), 29))
    usual = OnnxLetterModel(path).predict(trial_hands(1)).probabilities
    (tmp_path / name).write_text(LISTS[name], encoding="utf-8", newline="")
    named = OnnxLetterModel(path).predict(trial_hands(1)).probabilities
    assert named[INDEX["DELETE"]] == usual[26]
    assert named[INDEX["NOTHING"]] == usual[27]
    assert named[INDEX["SPACE"]] == usual[28]


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("names", str(dict(enumerate(KAGGLE)))),
        ("classes", json.dumps(KAGGLE)),
        ("labels", ",".join(KAGGLE)),
    ],
)
def test_metadata_names_the_classes(tmp_path, key, text):
    model = model_of(("b", 63), 29)
    usual = OnnxLetterModel(save(tmp_path, model)).predict(trial_hands(1)).probabilities
    model.metadata_props.add(key=key, value=text)
    named = OnnxLetterModel(save(tmp_path, model)).predict(trial_hands(1)).probabilities
    assert named[INDEX["DELETE"]] == usual[26]


@pytest.mark.parametrize("classes", [28, 5])
def test_other_numbers_need_a_list(tmp_path, classes):
    path = save(tmp_path, model_of(("b", 63), classes))
    with pytest.raises(ModelError, match="no output has one number a letter") as caught:
        OnnxLetterModel(path)
    assert "labels.txt" in str(caught.value.hint)
    names = [*LETTERS, "space", "del"] if classes == 28 else ["A", "B", "Open", "C", "Close"]
    (tmp_path / "labels.txt").write_text("\n".join(names))
    wanted = [*LETTERS, "SPACE", "DELETE"] if classes == 28 else ["A", "B", "C"]
    assert answered(OnnxLetterModel(path)) == wanted
    report = inspect_model(path)
    assert report.fits == ("frame",)
    texts = " ".join(str(finding.text) for finding in report.findings)
    assert ("Open, Close" in texts) == (classes == 5)


def test_a_list_of_another_model_in_the_same_folder_does_not_matter(tmp_path):
    path = save(tmp_path, model_of(("b", 63), 26))
    (tmp_path / "labels.txt").write_text("one\ntwo\n")
    assert answered(OnnxLetterModel(path)) == list(LETTERS)


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "", "\n" * 300, '{"a": [1]}', "\xff", '["a\\ud800"]', "a\x1b[2J\nb"]
)
def test_a_list_of_its_own_that_cannot_be_read_is_refused(tmp_path, text):
    path = save(tmp_path, model_of(("b", 63), 26))
    (tmp_path / "hand.labels.json").write_text(text, encoding="latin-1")
    with pytest.raises(ModelError, match=r"hand\.labels\.json"):
        OnnxLetterModel(path)
    (tmp_path / "hand.labels.json").rename(tmp_path / "hand.json")  # may be something else
    assert answered(OnnxLetterModel(path)) == list(LETTERS)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        (" a ", "A"),
        ("Space", "SPACE"),
        (" ", "SPACE"),
        ("no_hand", "NOTHING"),
        ("del", "DELETE"),
        ("xyz", "XYZ"),
    ],
)
def test_names_are_written_in_many_ways(name, wanted):
    assert canonical(name) == wanted


@pytest.mark.parametrize("content", ['["A", "B"]', json.dumps(["A"] * 26), '{"labels": 5}'])
def test_a_list_that_does_not_fit_is_said_to_be_unused(tmp_path, content):
    path = save(tmp_path, model_of(("b", 63), 26))
    (tmp_path / "labels.json").write_text(content)
    model = OnnxLetterModel(path)
    (remark,) = model.spec.remarks
    assert "labels.json are not used" in str(remark)
    assert "usual order of 26" in str(remark)
    report = inspect_model(path)
    assert report.fits
    assert any("labels.json are not used" in str(finding.text) for finding in report.findings)
    (tmp_path / "labels.json").write_text(json.dumps(LETTERS[::-1]))
    assert OnnxLetterModel(path).spec.remarks == ()


def test_a_model_of_others_without_a_list_is_guessed_at_and_says_so(tmp_path):
    (remark,) = OnnxLetterModel(save(tmp_path, model_of(("b", 63), 26))).spec.remarks
    assert "does not say which letters" in str(remark)
    for mode in ("frame", "sequence"):
        assert OnnxLetterModel(bundled_model(mode)).spec.remarks == ()
