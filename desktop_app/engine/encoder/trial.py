"""Runs a model that is not known in a process of its own, before this process loads it.

A model is a program: it may loop for ever, ask for any amount of memory, or meet a defect of ONNX Runtime. The
process that tries it is ended when it takes too long or too much memory, and this one goes on with an error.
Models that ship with the program are known; one that has passed is remembered by its digest.
"""

from __future__ import annotations

import json
import logging
import math
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime as ort
import psutil

import desktop_app
from desktop_app import paths
from desktop_app.engine.encoder.model_file import ModelFile
from desktop_app.engine.encoder.onnx_file import TensorInfo
from desktop_app.engine.encoder.trial_process import COMMAND, INPUTS, MODEL, REQUEST, RESULT
from desktop_app.engine.records import FloatArray
from desktop_app.errors import ModelError
from desktop_app.files import private_file, read_small, write_text
from desktop_app.message import NOTHING, Message
from desktop_app.temporary import temporary_folder

logger = logging.getLogger(__name__)

LIMIT_S: Final = 15.0  # an encoder takes a second with the start of the process
LIMIT_BYTES: Final = 768 << 20  # resident; models that are large themselves may take more
MAX_INPUT_NUMBERS: Final = 16 << 20
_POLL_S: Final = 0.02
_REMEMBERED: Final = "models-tried.json"
_MOST_REMEMBERED: Final = 500
# Digests of the models in assets/models; a test compares them with the files.
KNOWN: Final = frozenset(
    {
        "2e1e17ce212220a6468ac107d107e26bdf1b42e4cc41e253e44e2c108b9b9639",  # sign_encoder.onnx
        "eb3dd36a512506b65943530db1ee3e1b44da1ae8182aa4c4e28632952343a6ce",  # letters/letters.onnx
    }
)
_passed: Final[set[str]] = set()  # by this process, also where nothing can be written

TrialInput = tuple[str, FloatArray]  # name of the input, and a batch for it


def check_input_size(info: TensorInfo, name: str | Message, frames: int) -> None:
    """Raise ModelError for an input that would take an unreasonable amount of memory.

    Args:
        frames: how many a model is given that takes any number of them.
    """
    free = frames if len(info.shape) > 2 and not isinstance(info.shape[1], int) else 1
    numbers = free * math.prod(size for size in info.shape if isinstance(size, int))
    if numbers > MAX_INPUT_NUMBERS:
        raise ModelError(
            Message(
                "{name} takes {numbers} numbers at a time, which is far too many.", name=name, numbers=numbers
            ),
            Message("Export it with a dynamic batch and a dynamic number of frames."),
        )


def require(file: ModelFile, kind: str, inputs: Sequence[TrialInput]) -> None:
    """Try a model, unless it is known to work.

    Args:
        kind: of model; says together with the digest what was tried.
        inputs: one for each run.

    Raises:
        ModelError: it takes too long or too much memory, or ends the process. An error in words, such as an
            operator that ONNX Runtime does not have, is left to the caller, who meets it again.
    """
    mark = f"{kind} {file.sha256} onnxruntime {ort.__version__}"
    if file.sha256 in KNOWN or mark in _passed or mark in _remembered():
        return
    problem = _problem(file, inputs)
    if problem:
        raise ModelError(
            Message("{name} cannot be used: {problem}.", name=file.name, problem=problem),
            Message("Export it again, or choose another model."),
            code="model.trial_failed",
        )
    _passed.add(mark)
    _remember(mark)


def _problem(file: ModelFile, inputs: Sequence[TrialInput]) -> Message:
    """What went wrong in a trial; empty if nothing did."""
    try:
        with temporary_folder() as folder:
            (folder / MODEL).write_bytes(file.data)
            np.savez(folder / INPUTS, *(batch for _, batch in inputs))
            request = {"names": [name for name, _ in inputs], "limit_bytes": _limit(file)}
            (folder / REQUEST).write_text(json.dumps(request), encoding="utf-8")
            process = _start(folder)
            try:
                problem = _watch(process, _limit(file))
            finally:
                process.kill()
                process.wait()
            return problem or _result(folder, process.returncode, _limit(file))
    except OSError as error:
        return Message("it cannot be tried ({error})", error=error)


def _limit(file: ModelFile) -> int:
    return LIMIT_BYTES + 3 * len(file.data)


def _start(folder: Path) -> subprocess.Popen[bytes]:
    """The program again, with a hidden command. In a package the program is an executable of its own."""
    if getattr(sys, "frozen", False):
        command = [sys.executable, COMMAND, str(folder)]
    else:
        command = [sys.executable, "-P", "-m", "desktop_app", COMMAND, str(folder)]
    home = str(Path(desktop_app.__file__).parent.parent)
    search = os.pathsep.join(part for part in (home, os.environ.get("PYTHONPATH", "")) if part)
    return subprocess.Popen(  # noqa: S603  our own program
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": search, "OMP_NUM_THREADS": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _watch(process: subprocess.Popen[bytes], limit_bytes: int) -> Message:
    """Wait for the end of a trial; why it must be ended, or nothing."""
    deadline = time.monotonic() + LIMIT_S
    while True:
        try:
            process.wait(_POLL_S)
        except subprocess.TimeoutExpired:
            if resident_bytes(process.pid) > limit_bytes:
                return _too_much_memory(limit_bytes)
            if time.monotonic() > deadline:
                return Message("a trial run did not end within {seconds:.0f} seconds", seconds=LIMIT_S)
        else:
            return NOTHING


def resident_bytes(pid: int) -> int:
    """Memory of a process in use; 0 when it has ended."""
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0


def _too_much_memory(limit_bytes: int) -> Message:
    return Message("a trial run needs more than {megabytes} MB of memory", megabytes=limit_bytes >> 20)


def _result(folder: Path, code: int, limit_bytes: int) -> Message:
    try:
        found = json.loads((folder / RESULT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Message("ONNX Runtime ended in a trial run (exit code {code})", code=code)
    return _too_much_memory(limit_bytes) if found.get("memory") else NOTHING


def _remembered() -> list[str]:
    try:
        found = json.loads(read_small(paths.cache_dir() / _REMEMBERED))
    except (OSError, ValueError, RecursionError):
        return []
    return [mark for mark in found if isinstance(mark, str)] if isinstance(found, list) else []


def _remember(mark: str) -> None:
    marks = [*_remembered(), mark][-_MOST_REMEMBERED:]
    try:
        private_file(paths.cache_dir() / _REMEMBERED)
        write_text(paths.cache_dir() / _REMEMBERED, json.dumps(marks, indent=0))
    except OSError as error:
        logger.info("A tried model cannot be remembered: %s", error)
