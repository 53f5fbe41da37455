"""Data sets that several tests read; made once."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from desktop_app.training.collections import read_collection
from desktop_app.training.dataset import Dataset, load_dataset
from desktop_app.training.preprocess import PreprocessSettings, preprocess
from tests.training.collection import write_collection


@pytest.fixture(scope="session")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A raw collection in the array layout."""
    return write_collection(tmp_path_factory.mktemp("collection"))


@pytest.fixture(scope="session")
def dataset(collection: Path, tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The same, preprocessed."""
    folder = tmp_path_factory.mktemp("dataset")
    for _ in preprocess(read_collection(collection), folder, PreprocessSettings()):
        pass
    return load_dataset(folder)


@pytest.fixture
def torch_needed() -> None:
    """Training is an extra: without it these tests say why they do not run."""
    for module, name in (("torch", "PyTorch"), ("lightning_fabric", "Lightning Fabric")):
        if importlib.util.find_spec(module) is None:
            pytest.skip(f"{name} is not installed (uv sync --extra train); training and export are not tested.")
    import torch

    torch.manual_seed(0)  # what a test draws does not depend on the tests before it
