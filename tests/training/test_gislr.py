"""Google's isolated signs: parquet landmarks to rows, the aspect from the face, and what is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine import layout
from desktop_app.errors import DatasetError
from desktop_app.training.corpora.formats import open_corpus
from desktop_app.training.corpora.gislr import face_aspect, read_clip
from desktop_app.training.dataset import load_dataset
from desktop_app.training.preprocess import PreprocessReport, PreprocessSettings, preprocess
from tests.helpers.people import person_clip
from tests.training import corpora_samples

pytest.importorskip("pyarrow", reason="pyarrow is not installed (uv sync --extra corpora)")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpora_samples.gislr(tmp_path_factory.mktemp("gislr"))


def test_participants_are_the_signers(corpus: Path):
    jobs = list(open_corpus(corpus, "gislr"))
    assert [job.signer_id for job in jobs] == ["26734", "26734", "28656", "28656", "26734"]
    assert [job.sentence for job in jobs[:2]] == ["blow", "wait"]
    assert (jobs[0].clip_id, jobs[0].fps, jobs[0].extra["licence"]) == ("26734-1000", 30.0, "CC BY 4.0")
    assert jobs[-1].fingerprint == "missing"


def test_rows_are_those_of_the_person(corpus: Path):
    raw, aspect = read_clip(corpus / "train_landmark_files" / "26734" / "1000.parquet")
    clip = person_clip(30)
    clip[5:8, layout.LEFT_HAND] = 0
    clip[:, layout.VISIBILITY_COLUMNS] = 1  # the corpus has none
    np.testing.assert_allclose(raw, clip, atol=1e-6)
    assert aspect == 9 / 16


def test_a_data_set_comes_of_it(corpus: Path, tmp_path: Path):
    *_, report = preprocess(open_corpus(corpus), tmp_path, PreprocessSettings())
    assert isinstance(report, PreprocessReport)
    assert (report.kept, report.signers, report.sentences) == (4, 2, 2)
    assert report.rejected == {"unreadable": 1}
    data = load_dataset(tmp_path)
    assert {clip.num_frames for clip in data.clips} == {30}
    assert "0.5625" in (tmp_path / "processed_metadata.csv").read_text()


@pytest.mark.parametrize("aspect", [9 / 16, 3 / 4, 4 / 3, 16 / 9])
@pytest.mark.parametrize("wide", [0.92, 1.0, 1.09])
def test_the_face_tells_the_picture(aspect: float, wide: float):
    """Faces differ by a tenth, pictures by a third."""
    mesh = np.zeros((5, 468, 3), np.float32)
    mesh[:, 10, 1], mesh[:, 2, 1] = 0.2, 0.3
    mesh[:, 234, 0], mesh[:, 454, 0] = 0.5, 0.5 + 0.142 * wide / aspect
    assert face_aspect(mesh) == pytest.approx(aspect)
    assert face_aspect(mesh[:0]) is None


def test_left_out_frames_are_empty_rows(tmp_path: Path):
    """Time passes between frames that were not written."""
    import pyarrow.compute as pc
    from pyarrow import parquet

    path = tmp_path / "a.parquet"
    corpora_samples.write_parquet(path, person_clip(4), aspect=0.75, first_frame=3)
    table = parquet.read_table(path)
    parquet.write_table(table.filter(pc.not_equal(table["frame"], 4)), path)
    raw, _ = read_clip(path)
    assert [bool(row.any()) for row in raw] == [True, False, True, True]


def test_bad_files_are_named(tmp_path: Path):
    import pyarrow as pa
    from pyarrow import parquet

    good, bad = tmp_path / "good.parquet", tmp_path / "bad.parquet"
    with pytest.raises(DatasetError, match="not there"):
        read_clip(bad)
    bad.write_bytes(b"no parquet")
    with pytest.raises(DatasetError, match="543 landmarks"):
        read_clip(bad)
    corpora_samples.write_parquet(good, person_clip(2), aspect=0.75)
    table = parquet.read_table(good)
    for broken in (
        table.drop_columns(["x"]),
        table.set_column(3, "landmark_index", pa.array([900] * len(table), pa.int16())),
        table.set_column(0, "frame", pa.array([*[0] * (len(table) - 1), 30_000], pa.int16())),
    ):
        parquet.write_table(broken, bad)
        with pytest.raises(DatasetError, match="543 landmarks"):
            read_clip(bad)


def test_without_pyarrow_the_next_step_is_reported(corpus: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(DatasetError, match="pyarrow") as caught:
        list(open_corpus(corpus))
    assert caught.value.code == "dataset.no_pyarrow"
    assert "--extra corpora" in str(caught.value.hint)
