"""Settings of a run in a file: every field, every mistake in words, and the same run again."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tomli_w

from desktop_app.cli.main import main
from desktop_app.errors import ConfigError, TrainingError
from desktop_app.training.dataset import Dataset

pytestmark = pytest.mark.usefixtures("torch_needed")


@dataclass(frozen=True, slots=True)
class Inner:
    angle: float = 20.0
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outer:
    """The kinds of fields that settings have."""

    count: int = 3
    share: tuple[str, ...] | float = 0.25
    start: str | None = None
    cut: float | None = 0.5
    flag: bool = False
    inner: Inner = field(default_factory=Inner)


TABLE: dict[str, Any] = {
    "count": 5, "share": ["ann", "ben"], "start": "run", "cut": "none", "flag": True,
    "inner": {"angle": 30, "names": ["x"]},
}  # fmt: skip


def test_a_table_fills_a_dataclass_whatever_its_fields():
    from desktop_app.training.run_config import apply_table, changes, to_table

    made = apply_table(Outer(), TABLE, "file")
    assert made == Outer(5, ("ann", "ben"), "run", None, True, Inner(30.0, ("x",)))
    assert isinstance(made.inner.angle, float)
    assert apply_table(Outer(), tomllib.loads(tomli_w.dumps(to_table(made))), "file") == made
    assert apply_table(Outer(), to_table(Outer()), "file") == Outer()
    assert changes(Outer(), Outer(inner=Inner(21.0), cut=None)) == {"inner.angle": 21.0, "cut": "none"}


@pytest.mark.parametrize(
    ("table", "message", "hint"),
    [
        ({"cout": 1}, "file: cout is no setting", "Did you mean count?"),
        (
            {"inner": {"angel": 1}},
            "file: inner.angel is no setting",
            r"inner.angle\? Known in \[inner\]: angle, na",
        ),
        ({"count": 1.5}, "count must be a whole number, not 1.5", "By default it is 3"),
        ({"count": True}, "count must be a whole number, not True", "3"),
        ({"share": "many"}, "share must be a list .a text each. or a number, not .many.", "0.25"),
        ({"share": [1]}, "share must be", "0.25"),
        ({"flag": 1}, "flag must be true or false", "False"),
        ({"inner": 3}, "inner must be a table", r"\[inner\]"),
        ({"inner": {"angle": float("nan")}}, "inner.angle must be a number", "20.0"),
    ],
)
def test_mistakes_name_file_key_and_what_is_known(table: dict[str, Any], message: str, hint: str):
    from desktop_app.training.run_config import apply_table

    with pytest.raises(ConfigError, match=message) as caught:
        apply_table(Outer(), table, "file")
    assert re.search(hint, str(caught.value.hint))


def changed(settings: Any) -> dict[str, Any]:
    """A table with another value for every number and switch in the settings."""
    table: dict[str, Any] = {}
    for one in fields(settings):
        value = getattr(settings, one.name)
        if is_dataclass(value):
            table[one.name] = changed(value)
        elif isinstance(value, bool):
            table[one.name] = not value
        elif isinstance(value, int | float):
            table[one.name] = value + 1
    return table


@pytest.mark.parametrize("architecture", ["lean-conv-gru-v1", "bigru-attention-v1"])
def test_every_setting_of_a_run_can_be_set_and_written(architecture: str, tmp_path: Path):
    from desktop_app.training.run_config import read_table, settings_from, to_table, write_settings
    from desktop_app.training.run_settings import default_settings

    usual = default_settings(architecture)
    assert settings_from({"model": {"architecture": architecture}}, "file") == usual
    table = changed(usual)
    made = settings_from({**table, "model": {**table["model"], "architecture": architecture}}, "file")
    for name, value in table.items():
        held = to_table(made)[name]
        assert held == value or held == {**to_table(getattr(usual, name)), **value}
    write_settings(tmp_path / "config.toml", made)
    assert settings_from(read_table(tmp_path / "config.toml"), "file") == made


def test_the_architecture_decides_the_defaults():
    from desktop_app.training.run_config import merged, settings_from

    lean, baseline = (
        settings_from({}, "f"),
        settings_from({"model": {"architecture": "bigru-attention-v1"}}, "f"),
    )
    assert (lean.same_person, lean.average, lean.batch.max_frames) == (0.3, 0.98, 64)
    assert (baseline.same_person, baseline.average, baseline.batch.max_frames) == (1.0, 0.0, 96)
    with pytest.raises(TrainingError, match="no architecture"):
        settings_from({"model": {"architecture": "magic"}}, "f")
    below = {"steps": 1, "batch": {"clips": 2, "sentences": 5}}
    assert merged(below, {"batch": {"clips": 4}}) == {"steps": 1, "batch": {"clips": 4, "sentences": 5}}
    assert below["batch"] == {"clips": 2, "sentences": 5}


def test_none_is_nothing_where_nothing_is_allowed():
    from desktop_app.training.run_config import settings_from

    settings = settings_from({"hand_shapes": "none", "start_from": "none"}, "a file")
    assert settings.hand_shapes is settings.start_from is None


def test_settings_that_no_run_can_have_are_refused():
    from desktop_app.training.run_config import settings_from
    from desktop_app.training.run_settings import check_settings

    for table, message in (
        ({"steps": 0}, "steps is 0"),
        ({"batch": {"sentences": 1}}, "batch.sentences is 1"),
        ({"batch": {"min_frames": 80, "max_frames": 70}}, "batch.max_frames is 70"),
        ({"held_out": 1.5}, "held_out is 1.5"),
        ({"objective": "magic"}, "objective"),
    ):
        with pytest.raises(TrainingError, match=message):
            check_settings(settings_from(table, "file"))


def test_an_epoch_shows_every_clip_once():
    from desktop_app.training.batches import BatchSettings
    from desktop_app.training.run_settings import steps_in_epoch

    batch = BatchSettings(sentences=32, clips=3)
    assert steps_in_epoch(4458, 80, batch, 1) == 46
    assert steps_in_epoch(4458, 80, batch, 2) == 23
    assert steps_in_epoch(60, 10, batch, 1) == 2  # a batch has no more sentences than there are
    assert steps_in_epoch(5, 10, batch, 1) == 1


TINY = """
steps = 6
threads = 1
held_out = ["studio/ben"]
[model]
architecture = "bigru-attention-v1"
projection_dim = 12
hidden_dim = 10
embedding_dim = 16
[batch]
sentences = 4
clips = 2
min_frames = 8
[devices]
accelerator = "cpu"
"""


def train(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    code = main(["train", *(str(argument) for argument in arguments), "--json"])
    document = json.loads(capsys.readouterr().out)
    assert code == (2 if "error" in document else 0)
    assert isinstance(document, dict)
    return document


def weights(run: Path) -> Any:
    from desktop_app.training.checkpoint import load_checkpoint

    return load_checkpoint(run / "last.pt")[0].head.weight.detach().numpy()


def test_a_run_is_repeated_from_its_own_settings(
    dataset: Dataset, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    import pandas as pd

    (tmp_path / "tiny.toml").write_text(TINY)
    first, again = tmp_path / "first", tmp_path / "again"
    document = train(capsys, dataset.folder, "--out", first, "--config", tmp_path / "tiny.toml", "--steps", 5)
    assert tomllib.loads((first / "config.toml").read_text())["steps"] == 5  # the option goes before the file
    table = pd.read_csv(first / "metrics.csv")
    assert table["step"].tolist() == [3, 5]  # 28 clips in batches of 8: three steps an epoch
    assert table["epoch"].iloc[0] == pytest.approx(0.8, abs=0.2)
    best = json.loads((first / "best.json").read_text())
    assert (best["figures"], best["step"]) == (document["figures"], document["best_step"])
    assert best["weights"] > 1000
    (tmp_path / "saved.json").write_text(json.dumps(document))
    for baseline in (first, tmp_path / "saved.json"):
        found = train(
            capsys, dataset.folder, "--out", again, "--config", first / "config.toml", "--baseline", baseline
        )
        np.testing.assert_allclose(weights(first), weights(again), atol=1e-4)  # another seed: 0.01 and more
        assert found["baseline"]["figures"] == document["figures"]
        assert found["difference"] == pytest.approx(dict.fromkeys(document["figures"], 0.0), abs=1e-3)
    arguments = ["train", str(dataset.folder), "--out", str(again), "--config", str(first / "config.toml")]
    assert main([*arguments, "--steps", "1", "--baseline", str(first)]) == 0
    assert "difference" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        ("steps = ", (), "config.invalid"),
        ("stops = 3", (), "config.invalid"),
        ("steps = 0", (), "training.failed"),
        ("", ("--devices", "none"), "training.failed"),
        ("", ("--baseline", "nowhere"), "training.failed"),
        ("", ("--accelerator", "cpu", "--devices", "auto", "--held-out", "2"), "training.failed"),
        ('[devices]\nstrategy = "magic"', (), "training.no_device"),
    ],
)  # fmt: skip
def test_mistakes_in_a_file_are_answered_in_words(
    text: str, arguments: tuple[str, ...], code: str, dataset: Dataset, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
):  # fmt: skip
    (tmp_path / "c.toml").write_text(text)
    found = train(capsys, dataset.folder, "--out", tmp_path / "r", "--config", tmp_path / "c.toml", *arguments)
    assert found["error"]["code"] == code
    assert found["error"]["hint"]
    assert not (tmp_path / "r").exists()
