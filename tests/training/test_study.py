"""A study: runs that differ, done once each, and what is made of them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from desktop_app.cli.main import main
from desktop_app.errors import ConfigError
from desktop_app.training.dataset import Dataset
from desktop_app.training.preprocess import METADATA

if TYPE_CHECKING:
    from desktop_app.training.study import Study

pytestmark = pytest.mark.usefixtures("torch_needed")

DEFAULTS = """
[defaults]
steps = 2
evaluate_every = 1
threads = 1
held_out = ["studio/ben"]
model = { architecture = "bigru-attention-v1", projection_dim = 12, hidden_dim = 10, embedding_dim = 16 }
batch = { sentences = 4, clips = 2, min_frames = 8 }
"""
RUNS = """
[[run]]
name = "plain"
note = "as it is | was"
seeds = [0, 1]

[[run]]
name = "turned"
seeds = [0]
[run.augment]
yaw_degrees = 30
"""
BROKEN = """
[[run]]
name = "broken"
held_out = ["nobody"]
"""


def read(tmp_path: Path, text: str) -> Study:
    from desktop_app.training.study import read_study

    (tmp_path / "people.toml").write_text(text)
    return read_study(tmp_path / "people.toml")


def test_a_study_is_read(tmp_path: Path):
    study = read(tmp_path, 'ships = "turned"\nbaseline = "plain"\n' + DEFAULTS + RUNS)
    assert (study.name, study.ships, study.baseline) == ("people", "turned", "plain")
    plain, turned = study.runs
    assert (plain.seeds, plain.differs, plain.settings.steps) == ((0, 1), {}, 2)
    assert turned.differs == {"augment.yaw_degrees": 30.0}
    assert turned.settings.model == plain.settings.model
    other = read(tmp_path, '[[run]]\nname = "a"\n[[run]]\nname = "b"\narchitecture = "bigru-attention-v1"\n')
    assert other.runs[0].settings.average == 0.98
    assert other.runs[1].settings.average == 0.0
    assert other.runs[1].differs == {"architecture": "bigru-attention-v1"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "there is no run"),
        ("[[run]]\nnote = 'x'", "a run has no name"),
        ("[[run]]\nname = '../x'", "is no name"),
        ("[[run]]\nname = 'a'\n[[run]]\nname = 'a'", "two runs are called a"),
        ("ships = 'b'\n[[run]]\nname = 'a'", "ships names no run"),
        ("[[run]]\nname = 'a'\nstart_from = 'study:b'\n[[run]]\nname = 'b'", "a needs b"),
        ("shop = 'b'\n[[run]]\nname = 'a'", "shop means nothing"),
        ("[[run]]\nname = 'a'\nseed = 1", "seed stands alone"),
        ("[[run]]\nname = 'a'\nseeds = ['x']", "seeds must be"),
        ("[[run]]\nname = 'a'\nstops = 1", "run a: stops is no setting"),
        ("[[run]]\nname = 'a'\nsteps = 0", "run a: steps is 0"),
        ("defaults = 1\n[[run]]\nname = 'a'", "defaults must be a table"),
        ("figures = 'x'\n[[run]]\nname = 'a'", "figures must be a list"),
    ],
)
def test_mistakes_in_a_study_are_named(text: str, message: str, tmp_path: Path):
    with pytest.raises(ConfigError, match=message):
        read(tmp_path, text)


@pytest.fixture(scope="module")
def finished(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> tuple[Study, Path, str]:
    """Every run but the second seed of `plain`, trained in this process."""
    pytest.importorskip("torch", reason="PyTorch is not installed")
    pytest.importorskip("lightning_fabric", reason="Lightning Fabric is not installed")
    from desktop_app.files import sha256_file
    from desktop_app.training.loop import train
    from desktop_app.training.study import folder_of

    folder = tmp_path_factory.mktemp("study")
    study = read(folder, 'ships = "turned"\nbaseline = "plain"\n' + DEFAULTS + RUNS)
    for run in study.runs:
        for seed in run.seeds:
            for _ in train(dataset, folder_of(folder / "runs", run, seed), replace(run.settings, seed=seed)):
                pass
    return study, folder / "runs", sha256_file(dataset.folder / METADATA)


def test_only_the_very_run_counts_as_finished(finished: tuple[Study, Path, str], tmp_path: Path):
    import shutil

    from desktop_app.training.study import folder_of, is_finished

    study, out, sha = finished
    run = study.runs[0]
    folder = folder_of(out, run, 0)
    assert is_finished(folder, run.settings, sha)
    assert not is_finished(folder, replace(run.settings, steps=3), sha)
    assert not is_finished(folder, replace(run.settings, seed=1), sha)
    assert not is_finished(folder, run.settings, "another data set")
    assert not is_finished(tmp_path / "nowhere", run.settings, sha)
    stopped = tmp_path / "stopped"
    shutil.copytree(folder, stopped)
    pd.read_csv(stopped / "metrics.csv").head(1).to_csv(stopped / "metrics.csv", index=False)
    assert not is_finished(stopped, run.settings, sha)


def test_the_table_compares_the_runs(finished: tuple[Study, Path, str]):
    from desktop_app.training.study_table import markdown, study_rows, write_study

    study, out, sha = finished
    plain, turned = study_rows(study, out, sha)
    figures = [
        json.loads((out / "plain" / f"seed-{seed}" / "best.json").read_text())["figures"] for seed in (0, 1)
    ]
    for name, value in plain.figures.items():
        one, two = figures[0][name], figures[1][name]
        assert value == pytest.approx((one + two) / 2)
        assert plain.spread[name] == pytest.approx(abs(one - two) / 2**0.5)
        assert turned.difference[name] == pytest.approx(turned.figures[name] - value)
    assert (plain.difference, turned.spread) == ({}, {})
    assert plain.weights == turned.weights > 1000
    write_study(study, [plain, turned], out, sha)
    table = pd.read_csv(out / "table.csv")
    assert table["name"].tolist() == ["plain", "turned"]
    assert table["ships"].tolist() == [False, True]
    assert table["ret1_k1_difference"].iloc[1] == pytest.approx(turned.difference["ret1_k1"], abs=1e-5)
    assert json.loads(table["differs"].iloc[1]) == {"augment.yaw_degrees": 30.0}
    assert (out / "curves.png").read_bytes().startswith(b"\x89PNG")
    head, _, first, second = markdown(study, [plain, turned]).splitlines()
    assert "| Ret@1, k = 1 |" in head
    assert "MRR" not in head
    assert "plain (baseline)" in first
    assert "±" in first
    assert "as it is \\| was" in first
    assert second.startswith("| **turned** (ships) | **")
    assert "augment.yaw_degrees = 30.0" in second
    chosen = replace(study, figures=("inst1",))
    assert markdown(chosen, [plain]).splitlines()[0].startswith("| run | inst1 | seeds |")
    with pytest.raises(ConfigError, match="No run has the figure own"):
        markdown(replace(study, figures=("own",)), [plain])


def test_names_of_figures():
    from desktop_app.training.study_table import figure_label

    assert figure_label("ret5_k1") == "Ret@5, k = 1"
    assert figure_label("unseen_ret1_k3") == "unseen Ret@1, k = 3"
    assert figure_label("mrr_k5") == "MRR, k = 5"
    assert figure_label("pos_sim") == "pos_sim"


def test_the_table_goes_between_the_marks(tmp_path: Path):
    from desktop_app.training.study_table import rewrite_between_marks

    document = tmp_path / "d.md"
    document.write_text("a\n<!-- study:x -->\nold\n<!-- /study -->\nb\n<!-- study:y -->\n<!-- /study -->\n")
    for _ in range(2):  # the same again changes nothing
        rewrite_between_marks(document, "x", "new")
        assert document.read_text() == (
            "a\n<!-- study:x -->\nnew\n<!-- /study -->\nb\n<!-- study:y -->\n<!-- /study -->\n"
        )
    for name in ("z", "x"):
        document.write_text("<!-- study:x -->\n")
        with pytest.raises(ConfigError, match="no one place"):
            rewrite_between_marks(document, name, "new")
    with pytest.raises(ConfigError, match="cannot be read"):
        rewrite_between_marks(tmp_path / "nowhere.md", "x", "new")


@pytest.mark.slow
def test_the_command_goes_on_where_it_stopped_and_over_failures(
    finished: tuple[Study, Path, str], dataset: Dataset, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    import shutil

    _, out, _ = finished
    shutil.copytree(out, tmp_path / "runs")
    shutil.rmtree(tmp_path / "runs" / "turned")
    (tmp_path / "people.toml").write_text('ships = "turned"\nbaseline = "plain"\n' + DEFAULTS + RUNS + BROKEN)
    document = tmp_path / "d.md"
    document.write_text("<!-- study:people -->\n<!-- /study -->\n")
    arguments = ["study", str(tmp_path / "people.toml"), "--data", str(dataset.folder), "--out"]
    arguments += [str(tmp_path / "runs"), "--markdown", str(document)]
    assert main([*arguments, "--jobs", "2", "--json"]) == 1
    captured = capsys.readouterr()
    found = json.loads(captured.out)
    assert [row["name"] for row in found["runs"]] == ["plain", "turned"]
    (failed,) = found["failed"]
    assert (failed["run"], failed["seed"]) == ("broken", 0)
    assert "There is no signer nobody." in failed["reason"]
    assert "plain, seed 1: skipped" in captured.err
    assert "turned, seed 0: done" in captured.err
    assert "| **turned** (ships) |" in document.read_text()
    # A run in a process of its own is the run that was made here.
    places = (folder / "turned" / "seed-0" / "best.json" for folder in (tmp_path / "runs", out))
    apart, here = (json.loads(place.read_text()) for place in places)
    assert apart.pop("figures") == pytest.approx(here.pop("figures"), abs=1e-3)
    assert apart == here
    assert main([*arguments, "--only", "plain,turned"]) == 0
    assert capsys.readouterr().err.count("skipped") == 3
    assert main([*arguments, "--only", "other"]) == 2
    assert main([*arguments[:-1], str(tmp_path / "nowhere.md")]) == 2
