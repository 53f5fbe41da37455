"""A run that is killed, and the memory of a long one."""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import tracemalloc
from pathlib import Path

import psutil
import pytest

from desktop_app.training.collections import read_collection
from desktop_app.training.corpora.formats import open_corpus
from desktop_app.training.preprocess import PROGRESS, PreprocessReport, PreprocessSettings, preprocess
from tests.training.collection import save_clips, sign_clip
from tests.training.corpora_samples import write_csv

ROOT = Path(__file__).resolve().parents[2]
KILLED_AT = 7

# The seventh feature file is half written when the kernel ends the process; there is no way to tidy up.
KILLED_ALONE = f"""
import os, signal, sys
from pathlib import Path
from desktop_app import files
from desktop_app.training import extraction
from desktop_app.training.corpora.formats import open_corpus
from desktop_app.training.preprocess import PreprocessSettings, preprocess

written = 0
original = extraction.write_array

def write(path, array):
    global written
    written += 1
    if written == {KILLED_AT}:
        files.part_of(path).write_bytes(b"half")
        os.kill(os.getpid(), signal.SIGKILL)
    original(path, array)

extraction.write_array = write
for _ in preprocess(open_corpus(Path(sys.argv[1])), Path(sys.argv[2]), PreprocessSettings()):
    pass
"""

KILLED_WITH_WORKERS = f"""
import multiprocessing, os, signal, sys
from pathlib import Path
from desktop_app.training.corpora.formats import open_corpus
from desktop_app.training.preprocess import PreprocessSettings, preprocess

def main():
    steps = preprocess(open_corpus(Path(sys.argv[1])), Path(sys.argv[2]), PreprocessSettings(), workers=2)
    for number, _ in enumerate(steps, start=1):
        if number == {KILLED_AT}:
            print(*(child.pid for child in multiprocessing.active_children()), flush=True)
            os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    main()
"""


def killed_run(program: str, collection: Path, out: Path) -> str:
    """Run it until it is killed; returns what it printed."""
    script = out.with_suffix(".py")
    script.write_text(program)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, str(script), str(collection), str(out)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    return done.stdout


def run(collection: Path, out: Path) -> PreprocessReport:
    *_, report = preprocess(open_corpus(collection), out, PreprocessSettings())
    assert isinstance(report, PreprocessReport)
    return report


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_run_loses_the_clip_in_work_and_nothing_else(collection: Path, tmp_path: Path):
    killed_run(KILLED_ALONE, collection, tmp_path / "killed")
    rows = (tmp_path / "killed" / PROGRESS).read_text().splitlines()
    assert len(rows) >= KILLED_AT - 1  # six kept clips, and those that were refused before
    with (tmp_path / "killed" / PROGRESS).open("a") as file:
        file.write(rows[-1][:40])  # as if the line of the clip in work had been cut off too
    again = run(collection, tmp_path / "killed")
    assert again.reused == len(rows)
    run(collection, tmp_path / "undisturbed")
    assert contents(tmp_path / "killed") == contents(tmp_path / "undisturbed")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_run_of_several_processes_goes_on_and_leaves_none_behind(collection: Path, tmp_path: Path):
    printed = killed_run(KILLED_WITH_WORKERS, collection, tmp_path / "killed")
    workers = [int(word) for word in printed.split()]
    assert len(workers) == 2
    left = [psutil.Process(pid) for pid in workers if psutil.pid_exists(pid)]
    _, alive = psutil.wait_procs(left, timeout=30)
    assert not alive
    again = run(collection, tmp_path / "killed")
    assert again.reused >= KILLED_AT
    run(collection, tmp_path / "undisturbed")
    assert contents(tmp_path / "killed") == contents(tmp_path / "undisturbed")


def test_the_progress_of_changed_clips_does_not_pile_up(collection: Path, tmp_path: Path):
    run(collection, tmp_path)
    for unknown_fps in (20.0, 25.0):
        list(preprocess(read_collection(collection), tmp_path, PreprocessSettings(unknown_fps=unknown_fps)))
    lines = (tmp_path / PROGRESS).read_text().splitlines()
    assert len(lines) == len(read_collection(collection))
    assert {json.loads(json.loads(line)["settings"])["unknown_fps"] for line in lines} == {25.0}


def many_clips(folder: Path, count: int) -> Path:
    """So many rows over one small file."""
    folder.mkdir()
    save_clips(folder / "a.npz", [sign_clip("circle", 0, 0, frames=9)])
    rows = [
        {"clip_id": f"clip-{i:06}", "file": "a.npz", "index": 0, "label": f"l{i % 50}"} for i in range(count)
    ]
    write_csv(folder / "clips.csv", rows)
    return folder


def peak_bytes(collection: Path, out: Path) -> int:
    gc.collect()
    tracemalloc.start()
    try:
        for _ in preprocess(open_corpus(collection), out, PreprocessSettings()):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_clips(tmp_path: Path):
    """A name's mark, the digest of a key and a place in the log stay of each clip; its row is larger."""
    few, many = 100, 500
    peak_bytes(many_clips(tmp_path / "warm", 10), tmp_path / "out-warm")  # what is made once
    first = peak_bytes(many_clips(tmp_path / "few", few), tmp_path / "out-few")
    second = peak_bytes(many_clips(tmp_path / "many", many), tmp_path / "out-many")
    assert (second - first) / (many - few) < 400
