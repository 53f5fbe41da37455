"""Preprocessing on several machines: Dask distributed carries clip descriptions out and rows back.

The machines share their storage: a worker reads the clip and writes its feature file itself, under the same
path as here. Dask does the scheduling, the retries and the connections.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from desktop_app.errors import DatasetError
from desktop_app.message import Message
from desktop_app.training.clip_features import ClipFeatureReader
from desktop_app.training.corpora.base import ClipJob
from desktop_app.training.extraction import AHEAD, PreprocessSettings, Row, Task, process_clip

CONNECT_S: Final = 15


class DaskEngine:
    """Processes clips on the workers of a Dask scheduler.

    Args:
        scheduler: its address ("tcp://10.0.0.5:8786"). There is no default, because data leave this machine.
    """

    def __init__(self, scheduler: str) -> None:
        if not scheduler.strip():
            raise DatasetError(
                Message("The engine dask needs the address of its scheduler."),
                Message("Give it with --scheduler, for instance --scheduler tcp://10.0.0.5:8786."),
                code="dataset.no_scheduler",
            )
        self._scheduler = scheduler.strip()
        self._dask = _distributed()

    def run(
        self, tasks: Iterator[Task], features: Path, settings: PreprocessSettings
    ) -> Iterator[tuple[int, Row]]:
        """See `Engine.run`.

        Raises:
            DatasetError: no scheduler, no workers, or workers without this storage or program.
        """
        try:
            client = self._dask.Client(self._scheduler, timeout=CONNECT_S, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise DatasetError(
                Message("There is no Dask scheduler at {scheduler}.", scheduler=self._scheduler),
                Message("Start one with `dask scheduler`, and give its address with --scheduler."),
                detail=str(error),
            ) from error
        try:
            yield from self._feed(client, tasks, features.resolve(), settings)
        finally:
            client.close()

    def _feed(
        self, client: Any, tasks: Iterator[Task], features: Path, settings: PreprocessSettings
    ) -> Iterator[tuple[int, Row]]:
        threads = sum(client.nthreads().values())
        if not threads:
            raise DatasetError(
                Message("The Dask scheduler at {scheduler} has no workers.", scheduler=self._scheduler),
                Message("Start some with `dask worker {scheduler} --nthreads 1`.", scheduler=self._scheduler),
            )
        running: dict[Any, int] = {}
        done = self._dask.as_completed(loop=client.loop)

        def hand_out(count: int) -> None:
            for number, job in itertools.islice(tasks, count):
                task = client.submit(
                    _process_on_worker, replace(job, path=job.path.resolve()), features, settings, pure=False
                )
                running[task] = number
                done.add(task)

        hand_out(threads * AHEAD)
        for task in done:
            number = running.pop(task)
            row = self._result(task)
            if not row["reason"] and not (features / f"{row['clip_id']}.npy").is_file():
                raise _not_shared(features, "A worker wrote a file that is not here.")
            yield number, row
            hand_out(1)

    def _result(self, task: Any) -> Row:
        try:
            row: Row = task.result()
        except OSError as error:
            raise _not_shared(Path(error.filename or "features"), str(error)) from error
        except ImportError as error:
            raise DatasetError(
                Message("A Dask worker does not have this program."),
                Message("Install the same version of SignMirror on every worker."),
                detail=str(error),
            ) from error
        except self._dask.CancelledError as error:
            raise DatasetError(
                Message("The Dask scheduler at {scheduler} has gone away.", scheduler=self._scheduler),
                Message("Start it again and run the command again: it goes on where it stopped."),
                detail=str(error),
            ) from error
        except self._dask.KilledWorker as error:
            raise DatasetError(
                Message("Dask's workers ended several times over the same clip."),
                Message("See the workers' logs; the command can be run again and goes on where it stopped."),
                detail=str(error),
            ) from error
        return row


_own = threading.local()  # a worker may have several threads, and a reader serves one


def _process_on_worker(job: ClipJob, features: Path, settings: PreprocessSettings) -> Row:
    reader: ClipFeatureReader | None = getattr(_own, "reader", None)
    if reader is None or _own.settings != settings:
        if reader is not None:
            reader.close()
        reader = _own.reader = ClipFeatureReader(settings.unknown_fps, settings.unknown_aspect)
        _own.settings = settings
    return process_clip(reader, job, features, settings)


def _not_shared(place: Path, detail: str) -> DatasetError:
    return DatasetError(
        Message("The Dask workers and this machine do not see the same files ({place}).", place=place),
        Message("Put the collection and the data set on storage that all machines mount at the same path."),
        code="dataset.not_shared",
        detail=detail,
    )


def _distributed() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise DatasetError(
            Message("The engine dask needs the package distributed, which is not installed."),
            Message(
                "Install it with `uv sync --extra cluster` (or `pip install "
                "signmirror[cluster]`), here and on every worker."
            ),
            code="dataset.no_dask",
        ) from error
    return distributed
