"""Preprocessing on the workers of a Dask scheduler: the same data set, and what can go wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import DatasetError
from desktop_app.training.cluster import DaskEngine
from desktop_app.training.corpora.formats import open_corpus
from desktop_app.training.preprocess import PreprocessReport, PreprocessSettings, preprocess
from tests.training.test_resume import contents


@pytest.fixture(scope="module")
def distributed() -> Any:
    """The package, with its pool for large messages, a thread that it keeps, started before any test."""
    package = pytest.importorskip(
        "distributed", reason="distributed is not installed (uv sync --extra cluster)"
    )
    package.utils._offload_executor.submit(int).result()
    return package


@pytest.fixture
def cluster(distributed: Any, tmp_path: Path) -> Iterator[Any]:
    """A scheduler and one worker of two threads in this process, on the loopback address alone."""
    with distributed.LocalCluster(
        n_workers=1,
        threads_per_worker=2,
        processes=False,
        protocol="tcp://",
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        worker_dashboard_address=None,
        local_directory=str(tmp_path / "scratch"),
    ) as running:
        yield running


@pytest.mark.network
def test_the_workers_make_the_same_data_set(cluster: Any, collection: Path, tmp_path: Path):
    engine = DaskEngine(cluster.scheduler_address)
    *_, report = preprocess(open_corpus(collection), tmp_path / "far", PreprocessSettings(), engine=engine)
    assert isinstance(report, PreprocessReport)
    assert (report.reused, report.signers) == (0, 3)
    for _ in preprocess(open_corpus(collection), tmp_path / "near", PreprocessSettings()):
        pass
    assert contents(tmp_path / "far") == contents(tmp_path / "near")


@pytest.mark.network
def test_a_scheduler_without_workers_is_named(cluster: Any, collection: Path, tmp_path: Path):
    cluster.scale(0)
    engine = DaskEngine(cluster.scheduler_address)
    cluster.sync(cluster.scheduler.retire_workers, list(cluster.scheduler.workers), close_workers=True)
    with pytest.raises(DatasetError, match="no workers"):
        list(preprocess(open_corpus(collection), tmp_path, PreprocessSettings(), engine=engine))


@pytest.mark.network
def test_a_scheduler_that_goes_away_is_named_and_a_later_run_goes_on(
    cluster: Any, collection: Path, tmp_path: Path
):
    engine = DaskEngine(cluster.scheduler_address)
    steps = preprocess(open_corpus(collection), tmp_path / "data", PreprocessSettings(), engine=engine)
    for _ in range(5):
        assert next(steps) is None
    cluster.close()
    with pytest.raises(DatasetError, match="gone away"):
        list(steps)
    *_, report = preprocess(open_corpus(collection), tmp_path / "data", PreprocessSettings())
    assert isinstance(report, PreprocessReport)
    assert report.reused >= 5


def test_there_is_no_default_scheduler(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DASK_SCHEDULER_ADDRESS", "tcp://127.0.0.1:1")
    with pytest.raises(DatasetError, match="address") as caught:
        DaskEngine(" ")
    assert caught.value.code == "dataset.no_scheduler"


def test_without_dask_the_next_step_is_reported(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(DatasetError, match="distributed") as caught:
        DaskEngine("tcp://127.0.0.1:8786")
    assert caught.value.code == "dataset.no_dask"
