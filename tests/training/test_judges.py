"""People who are in no training set choose the checkpoint, all their clips and those whose signs agree."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from desktop_app.training.collections import read_collection
from desktop_app.training.dataset import Dataset, load_dataset
from desktop_app.training.preprocess import PreprocessSettings, preprocess
from tests.training.collection import write_collection


@pytest.fixture(scope="module")
def judges(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Three people, of whom one signs "wave" in a way of their own."""
    folder = write_collection(tmp_path_factory.mktemp("judges"), idle=False)
    table = pd.read_csv(folder / "clips.csv")
    own = (table["label"] == "wave") & (table["recorder"] == "cleo")
    table["agreed"] = ["no" if one else "yes" for one in own]
    table.to_csv(folder / "clips.csv", index=False)
    out = tmp_path_factory.mktemp("judges-data")
    for _ in preprocess(read_collection(folder), out, PreprocessSettings()):
        pass
    return load_dataset(out)


def test_a_sign_of_ones_own_is_left_out_of_the_agreed_ones(judges: Dataset) -> None:
    left_out = set(judges.clips) - set(judges.only_agreed().clips)
    assert {(clip.sentence, clip.signer) for clip in left_out} == {("wave", "studio/cleo")}


def test_without_the_column_everything_is_agreed(dataset: Dataset) -> None:
    assert dataset.only_agreed().clips == dataset.clips


@pytest.mark.usefixtures("torch_needed")
def test_the_judges_choose_the_checkpoint(dataset: Dataset, judges: Dataset, tmp_path: Path) -> None:
    from desktop_app.training.checkpoint import BEST, load_checkpoint, read_config
    from desktop_app.training.loop import TrainSettings, train

    settings = TrainSettings(steps=6, evaluate_every=2, held_out=("studio/ann",), judges="judges", threads=1)
    figures = [step.figures for step in train(dataset, tmp_path, settings, judges=judges) if step.figures]
    assert len(figures) == 3
    names = ("judges_ret1_k1", "judges_ret1_k5", "agreed_ret1_k1", "agreed_ret1_k5")
    means = [sum(one[name] for name in names) / len(names) for one in figures]
    _, best_step, best = load_checkpoint(tmp_path / BEST)
    assert best_step == 2 * (means.index(max(means)) + 1)
    assert best == pytest.approx(figures[means.index(max(means))])
    assert read_config(tmp_path)["judges"]["clips"] == len(judges.clips)


@pytest.mark.usefixtures("torch_needed")
def test_more_data_is_learned_from_and_not_asked(dataset: Dataset, judges: Dataset, tmp_path: Path) -> None:
    from desktop_app.training.checkpoint import read_config
    from desktop_app.training.loop import TrainSettings, train

    more = load_dataset(dataset.folder, [judges.folder])
    assert (more.clips, len(more.more)) == (dataset.clips, len(judges.clips))
    settings = TrainSettings(steps=2, evaluate_every=2, held_out=("studio/ann",), threads=1)
    figures = {}
    for name, data in (("alone", dataset), ("more", more)):
        *_, last = train(data, tmp_path / name, settings)
        figures[name] = last.loss
    assert figures["alone"] != figures["more"]
    sources = read_config(tmp_path / "more")["data"]
    assert sources["clips"] == len(dataset.clips) + len(judges.clips)
    assert read_config(tmp_path / "more")["held_out_signers"] == ["studio/ann"]
