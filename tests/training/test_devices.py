"""Several devices: two processes on the processor stand for two graphics cards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from desktop_app.cli.main import main
from desktop_app.training.dataset import Dataset

ROOT = Path(__file__).resolve().parents[2]

TWO = """
steps = 4
evaluate_every = 2
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
"""

# Five rows, three in one process and two in the other, against the five in one.
GRADIENTS = """
import copy
import torch
from desktop_app.training.devices import DeviceSettings, gather_rows, open_devices
from desktop_app.training.losses import sup_con

fabric = open_devices(DeviceSettings("cpu", 2, 1, "ddp"))
fabric.launch()
torch.manual_seed(0)
rows, labels = torch.randn(5, 4), torch.tensor([0, 0, 1, 0, 1])
model = torch.nn.Linear(4, 3)
alone = copy.deepcopy(model)
sup_con(alone(rows), alone(rows + 1), labels, 0.5).backward()
mine = slice(0, 3) if fabric.global_rank == 0 else slice(3, 5)
spread = fabric.setup(model)
own = spread(torch.cat([rows[mine], rows[mine] + 1])).chunk(2)
first, second = (gather_rows(fabric, part) for part in own)
assert torch.equal(gather_rows(fabric, labels[mine]), labels)
fabric.backward(sup_con(first, second, labels, 0.5))
torch.testing.assert_close(model.weight.grad, alone.weight.grad)
fabric.barrier()
if fabric.is_global_zero:
    print(fabric.world_size, "the same")
"""


def run(arguments: list[str]) -> str:
    """What a process printed; it must end well."""
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"},
        capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.network  # the processes of one run speak over the loopback address
@pytest.mark.usefixtures("torch_needed")
def test_the_loss_of_two_processes_has_the_gradient_of_one(tmp_path: Path):
    (tmp_path / "gradients.py").write_text(GRADIENTS)
    assert run([str(tmp_path / "gradients.py")]) == "2 the same\n"


@pytest.mark.slow
@pytest.mark.network
@pytest.mark.usefixtures("torch_needed")
def test_two_processes_train_one_encoder(dataset: Dataset, tmp_path: Path):
    (tmp_path / "two.toml").write_text(TWO)
    out = tmp_path / "run"
    printed = run(
        ["-m", "desktop_app", "train", str(dataset.folder), "--out", str(out), "--accelerator", "cpu",
         "--config", str(tmp_path / "two.toml"), "--devices", "2", "--strategy", "ddp", "--json"]
    )  # fmt: skip
    document = json.loads(printed)  # one document: the second process says nothing
    assert document["held_out_signers"] == ["studio/ben"]
    table = pd.read_csv(out / "metrics.csv")
    assert table["step"].tolist() == [2, 4]
    config = json.loads((out / "config.json").read_text())
    assert config["processes"] == 2
    clips = config["data"]["clips"] - 12  # of the held-out signer
    shown = round(table["epoch"].iloc[0] * clips)  # both processes' batches of up to 8, two steps
    assert 2 * 8 < shown <= 2 * 2 * 8
    assert not [file for file in out.iterdir() if file.name.endswith(".part")]


@pytest.mark.usefixtures("torch_needed")
def test_training_without_fabric_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    import importlib.util

    found = importlib.util.find_spec

    def without(name: str, *rest: Any) -> Any:
        return None if name == "lightning_fabric" else found(name, *rest)

    monkeypatch.setattr(importlib.util, "find_spec", without)
    for arguments in (["train", str(tmp_path)], ["study", "s.toml", "--data", str(tmp_path)]):
        assert main([*arguments, "--out", str(tmp_path / "run"), "--json"]) == 2
        assert json.loads(capsys.readouterr().out)["error"]["code"] == "training.no_fabric"
