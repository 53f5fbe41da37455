"""What the process of a trial does: load a model, run it, and say that it has come to an end. See trial.py."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any, Final

from desktop_app.files import write_text

COMMAND: Final = "try-model"  # hidden; the first argument of the program
MODEL, INPUTS, REQUEST, RESULT = "model.onnx", "inputs.npz", "request.json", "result.json"
_OUT_OF_MEMORY: Final = ("bad alloc", "bad_alloc", "failed to allocate memory")


def main(folder: Path) -> int:
    """Try the model in a folder that `trial.py` has filled."""
    request = json.loads((folder / REQUEST).read_text(encoding="utf-8"))
    memory = False
    try:
        _run(folder, request)
    except Exception as error:  # noqa: BLE001  an error in words: whoever loads the model meets it again
        memory = is_out_of_memory(error)
    write_text(folder / RESULT, json.dumps({"memory": memory}))
    return 0


def _run(folder: Path, request: dict[str, Any]) -> None:
    import numpy as np

    from desktop_app.engine.encoder import providers

    model = (folder / MODEL).read_bytes()
    with np.load(folder / INPUTS, allow_pickle=False) as arrays:
        inputs = [(name, arrays[f"arr_{index}"]) for index, name in enumerate(request["names"])]
    _limit_memory(request["limit_bytes"])
    session = providers.make_session(model, providers.CPU)
    for name, batch in inputs:
        try:
            session.run(None, {name: batch})
        except providers.RUNTIME_ERRORS as error:
            if is_out_of_memory(error):
                raise


def is_out_of_memory(error: BaseException) -> bool:
    """Whether ONNX Runtime, which has no exception for it, says that memory was refused."""
    return isinstance(error, MemoryError) or any(words in str(error).lower() for words in _OUT_OF_MEMORY)


def _limit_memory(more_bytes: int) -> None:
    """Let the system refuse memory beyond what is in use now, where it can; trial.py watches as well."""
    if sys.platform != "linux":
        return
    import resource

    now = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    limit, hard = now + more_bytes, resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard == resource.RLIM_INFINITY or limit < hard:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
