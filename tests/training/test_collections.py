"""Reading collections: labels, signers, rates, and what is wrong with bad ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from desktop_app.errors import DatasetError, TableError
from desktop_app.training.collections import ArrayReader, is_array_collection, read_collection
from tests.helpers.shared import needs_shared
from tests.training.collection import CLIPS, SIGNERS, SIGNS, save_clips, sign_clip


def test_array_layout_gives_signers_by_group_and_recorder(collection: Path):
    jobs = read_collection(collection)
    assert len(jobs) == len(SIGNERS) * len(SIGNS) * CLIPS + CLIPS
    assert {job.signer_id for job in jobs} == {f"studio/{name}" for name in SIGNERS}
    assert {job.sentence for job in jobs} == {*SIGNS, "idle"}
    assert jobs[0].fps is None
    assert jobs[0].extra == {"licence": "MIT"}
    assert is_array_collection(collection)


def test_arrays_come_back_as_coordinates(collection: Path):
    job = read_collection(collection)[1]
    raw = ArrayReader().read(job.path, job.index)
    np.testing.assert_allclose(raw, sign_clip("circle", 0, 1), atol=1 / 8192)


def test_only_file_index_and_label_are_needed(tmp_path: Path):
    save_clips(tmp_path / "a.npz", [sign_clip("wave", 0, 0)])
    pd.DataFrame([{"file": "a.npz", "index": 0, "label": "wave"}]).to_csv(tmp_path / "clips.csv", index=False)
    (job,) = read_collection(tmp_path)
    assert (job.clip_id, job.signer_id, job.category) == ("a-0", "a", "")


def test_unknown_rate_is_none_and_a_known_one_is_read(tmp_path: Path):
    save_clips(tmp_path / "a.npz", [sign_clip("wave", 0, 0), sign_clip("wave", 0, 1)])
    rows = [{"file": "a.npz", "index": i, "label": "wave", "fps": fps} for i, fps in enumerate(("", "29.97"))]
    pd.DataFrame(rows).to_csv(tmp_path / "clips.csv", index=False)
    assert [job.fps for job in read_collection(tmp_path)] == [None, 29.97]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("file,index\na.npz,0\n", "no column label"),
        ("file,index,label\n", "lists no clips"),
        ("file,index,label\nmissing.npz,0,wave\n", "missing.npz"),
        ("file,index,label\na.npz,first,wave\n", "line 2"),
        ("file,index,label\n../a.npz,0,wave\n", "outside its folder"),
        (f"file,index,label\n{'a' * 5000},0,wave\n", "is not there"),
        ("file,index,label,clip_id\na.npz,0,wave,x\na.npz,0,wave,X\n", "two clips"),
    ],
)
def test_a_bad_table_is_named(tmp_path: Path, table: str, words: str):
    folder = tmp_path / "words"
    folder.mkdir()
    save_clips(folder / "a.npz", [sign_clip("wave", 0, 0)])
    (folder / "clips.csv").write_text(table)
    with pytest.raises(DatasetError) as caught:
        read_collection(folder)
    assert words in str(caught.value.message)
    assert caught.value.hint


def test_arrays_of_another_width_are_refused(tmp_path: Path):
    path = tmp_path / "a.npz"
    np.savez(path, frames=np.zeros((5, 99), np.int16), offsets=np.array([0, 5]))
    with pytest.raises(DatasetError, match="540"):
        ArrayReader().read(path, 0)


def test_a_pickled_array_is_refused(tmp_path: Path):
    path = tmp_path / "a.npz"
    np.savez(path, frames=np.array([{"a": 1}], dtype=object), offsets=np.array([0, 1]))
    with pytest.raises(DatasetError, match="cannot be read"):
        ArrayReader().read(path, 0)


def test_a_folder_of_files_is_labelled_by_folder_or_name(tmp_path: Path):
    (tmp_path / "good_morning").mkdir()
    for name in ("good_morning/one.mp4", "good_morning/two.pose", "thanks.mov", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    jobs = {job.clip_id: job for job in read_collection(tmp_path)}
    assert jobs["good_morning-one"].sentence == "good morning"
    assert jobs["good_morning-two"].kind == "recording"
    assert jobs["thanks"].sentence == "thanks"
    assert len(jobs) == 3


def test_a_table_of_files_keeps_missing_ones(tmp_path: Path):
    (tmp_path / "list.csv").write_text("file,sentence,signer_id\nhere.mp4,hello,ann\ngone.mp4,bye,\n")
    (tmp_path / "here.mp4").write_bytes(b"x")
    here, gone = read_collection(tmp_path / "list.csv")
    assert (here.sentence, here.signer_id) == ("hello", "ann")
    assert (gone.fingerprint, gone.signer_id) == ("missing", "unknown")


def test_a_table_may_call_the_sentence_a_label(tmp_path: Path):
    (tmp_path / "list.csv").write_text("file,label\nhere.mp4,hello\n")
    assert read_collection(tmp_path / "list.csv")[0].sentence == "hello"
    (tmp_path / "bad.csv").write_text("file,length\nhere.mp4,hello\n")
    with pytest.raises(TableError, match="line 1 names no column for: sentence"):
        read_collection(tmp_path / "bad.csv")


def test_nothing_there_says_what_to_give(tmp_path: Path):
    with pytest.raises(DatasetError, match="no collection"):
        read_collection(tmp_path / "nowhere")
    with pytest.raises(DatasetError, match="no video"):
        read_collection(tmp_path)


@pytest.mark.shared_data
def test_the_shared_words_have_the_counts_of_their_readme():
    jobs = read_collection(needs_shared() / "words")
    assert len(jobs) == 5928
    assert len({job.sentence for job in jobs}) == 85
    assert len({job.signer_id for job in jobs}) == 22
