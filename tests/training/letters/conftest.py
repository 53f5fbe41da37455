"""A small collection of made-up letters."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from tests.training.letters.made_up import write_collection


@pytest.fixture(scope="session")
def letters_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three people, all letters, J and Z in motion."""
    return write_collection(tmp_path_factory.mktemp("letters"))


@pytest.fixture
def torch_needed() -> None:
    """Training is an extra: without torch these tests say why they do not run."""
    if importlib.util.find_spec("torch") is None:
        pytest.skip("PyTorch is not installed (uv sync --extra train); training and export are not tested.")
    import torch

    torch.manual_seed(0)  # what a test draws does not depend on the tests before it
