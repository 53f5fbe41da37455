"""Importing many files: what comes in, what is refused and why, and that stopping costs nothing."""

from __future__ import annotations

import csv
import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.importing import import_many
from desktop_app.engine.importing.import_jobs import ImportJob, find_clips, sentence_of
from desktop_app.engine.importing.import_many import ImportOptions, ImportResult, import_steps
from desktop_app.engine.importing.unfinished import note_unfinished, read_unfinished
from desktop_app.engine.packs import NewReference, PackEditor, PackManifest, create_pack, open_pack, verify_pack
from desktop_app.engine.records import FloatArray
from desktop_app.engine.sources.pose_file import save_pose
from desktop_app.engine.sources.recording import LandmarkRecording, load_recording, save_recording
from desktop_app.engine.tracking.features import TORSO_540, normalise_clip
from desktop_app.errors import PackError, TableError
from desktop_app.files import sha256_file
from desktop_app.message import verbatim
from tests.helpers.landmarks_replay import ReplayExtractor
from tests.helpers.people import sign_recording
from tests.helpers.videos import shade, write_video

MANIFEST = PackManifest("Imported", "Ghanaian", "1", TORSO_540, "MIT")


def recording(path: Path, *, seed: int = 0, rows: FloatArray | None = None) -> Path:
    raw = sign_recording() if rows is None else rows
    raw = np.where(raw != 0, raw + np.float32(1e-4 * seed), 0).astype(np.float32)
    save_recording(path, raw, np.arange(len(raw)) / 30, 4 / 3)
    return path


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return create_pack(tmp_path / "pack", MANIFEST).folder


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    folder = tmp_path / "clips"
    folder.mkdir()
    recording(folder / "good_morning.npz", seed=1)
    recording(folder / "good_morning-2.npz", seed=2)
    raw = sign_recording()
    save_pose(folder / "water.pose", LandmarkRecording(raw, np.arange(len(raw)) / 30, 4 / 3))
    return folder


def no_extractor() -> ReplayExtractor:
    raise AssertionError("landmark recordings need no tracker")


def run(pack: Path, jobs: tuple[ImportJob, ...], options: ImportOptions | None = None) -> list[ImportResult]:
    with PackEditor(pack) as editor:
        steps = list(import_steps(editor, jobs, no_extractor, options))
    assert [step.done for step in steps] == list(range(1, len(jobs) + 1))
    assert verify_pack(open_pack(pack)).ok
    return [step.result for step in steps]


def test_names_of_files():
    assert sentence_of("good_morning-2") == "good morning"
    assert sentence_of("Where is the hospital (3)") == "Where is the hospital"
    assert sentence_of("7") == "7"


def test_a_folder_without_a_table(clips, pack):
    results = run(pack, find_clips(clips).jobs)
    assert [(r.file, r.sentence, r.status) for r in results] == [
        ("good_morning-2.npz", "good morning", "added"),
        ("good_morning.npz", "good morning", "added"),
        ("water.pose", "water", "added"),
    ]
    opened = open_pack(pack)
    assert [clip.sentence_id for clip in opened.clips] == [0, 0, 1]
    clip = opened.clips[2]
    assert clip.media_file.endswith(".pose")
    assert (round(clip.start_s), clip.source) == (1, "water.pose")  # a second of rest is cut off
    assert 1.2 < opened.features(0).end_s - opened.features(0).start_s < 2.2
    whole = run(pack, find_clips(clips).jobs, ImportOptions(trim=False))
    assert [result.status for result in whole] == ["added"] * 3
    assert open_pack(pack).clips[3].frames == len(sign_recording())


def test_a_table_with_labels(clips, pack):
    (clips / "labels.csv").write_text(
        "file,sentence,category,signer_id,variant,handedness,licence,consent\n"
        "good_morning.npz,Maakye,greeting,ama,Twi,left,CC0-1.0,form 1\n"
        "water.pose,,,,,,,\n"
        "gone.mp4,Gone,,,,,,\n"
        "good_morning-2.npz,Maakye,,,,third,,\n",
        encoding="utf-8-sig",
    )
    results = run(pack, find_clips(clips).jobs)
    assert [(r.status, r.reason) for r in results] == [
        ("added", ""), ("refused", "no_label"), ("refused", "missing"), ("refused", "handedness"),
    ]  # fmt: skip
    clip = open_pack(pack).clips[0]
    assert (clip.sentence, clip.category, clip.signer_id, clip.variant, clip.handedness) == (
        "Maakye", "greeting", "ama", "Twi", "left",
    )  # fmt: skip
    assert (clip.licence, clip.consent) == ("CC0-1.0", "form 1")
    with (pack / "import-refused.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["reason"] for row in rows] == ["no_label", "missing", "handedness"]
    assert rows[1]["text"] == "The file is not there."
    assert json.loads((pack / "import-refused.json").read_text())[1]["file"] == "gone.mp4"


def test_what_is_refused_and_why(tmp_path, pack):
    folder = tmp_path / "bad"
    folder.mkdir()
    rows = sign_recording()
    nobody = np.zeros_like(rows)
    rarely = rows.copy()
    rarely[: round(0.7 * len(rows))] = 0
    handless = rows.copy()
    handless[:, 132:258] = 0
    for name, raw in {"nobody": nobody, "rarely": rarely, "handless": handless, "short": rows[33:40]}.items():
        recording(folder / f"{name}.npz", rows=raw)
    (folder / "broken.pose").write_bytes(b"no pose")
    (folder / "empty.mp4").write_bytes(b"")
    reasons = {
        r.file: r.reason for r in run(pack, find_clips(folder).jobs, ImportOptions()) if r.file != "empty.mp4"
    }
    assert reasons == {
        "nobody.npz": "no_person",
        "rarely.npz": "few_landmarks",
        "handless.npz": "no_hands",
        "short.npz": "no_hands",
        "broken.pose": "unreadable",
    }
    assert open_pack(pack).clips == ()


def test_a_second_run_knows_what_is_there_and_a_deleted_clip_comes_back(clips, pack, monkeypatch):
    jobs = find_clips(clips).jobs
    first = run(pack, jobs)
    calls = []
    monkeypatch.setattr(import_many, "read_sequence", lambda *arguments: calls.append(arguments))
    again = run(pack, jobs)
    assert [result.status for result in again] == ["known"] * 3
    assert [result.clip_id for result in again] == [result.clip_id for result in first]
    assert not calls
    monkeypatch.undo()
    with PackEditor(pack) as editor:
        editor.delete([first[0].clip_id])
    assert run(pack, jobs)[0].clip_id == f"{first[0].clip_id}-2"
    assert [result.status for result in run(pack, jobs)] == ["known"] * 3


def test_sentences_that_differ_in_a_sign_of_punctuation_both_stay(clips, pack):
    (clips / "t.csv").write_text(
        "file,sentence\nwater.pose,You are hungry.\nwater.pose,You are hungry?\nwater.pose,\u4f60\u997f\u4e86\n"
        "water.pose,\u6211\u997f\u4e86\nwater.pose,You are hungry.\n",
        encoding="utf-8",
    )
    jobs = find_clips(clips).jobs
    assert [result.status for result in run(pack, jobs)] == ["added"] * 4 + ["known"]
    assert [clip.sentence for clip in open_pack(pack).clips] == [job.sentence for job in jobs[:4]]
    assert len({clip.sentence_id for clip in open_pack(pack).clips}) == 4
    assert [result.status for result in run(pack, jobs)] == ["known"] * 5


def test_clips_of_earlier_versions_are_known_by_their_ids(clips, pack):
    with PackEditor(pack) as editor:
        rows = load_recording(clips / "good_morning.npz").raw
        earlier = f"good-morning-{sha256_file(clips / 'good_morning.npz')[:8]}"
        sequence = normalise_clip(rows, fps=30)
        editor.add([NewReference(sequence, "good morning", clip_id=earlier)])
    (job,) = [job for job in find_clips(clips).jobs if job.name == "good_morning.npz"]
    assert [(result.status, result.clip_id) for result in run(pack, (job,))] == [("known", earlier)]
    (other,) = run(pack, (replace(job, sentence="good morning!"),))
    assert (other.status, other.clip_id != earlier) == ("added", True)


def test_usual_words_for_hands_and_feature_clips(clips, pack):
    sequence = normalise_clip(sign_recording(), fps=30)
    np.save(clips / "rows.npy", sequence.features)
    np.save(clips / "raw.npy", sign_recording())
    (clips / "t.csv").write_text("file,sentence,hand\nwater.pose,A,Right\nrows.npy,B,L\nraw.npy,C,\n")
    results = run(pack, find_clips(clips).jobs)
    assert [result.status for result in results] == ["added", "added", "refused"]
    assert [clip.handedness for clip in open_pack(pack).clips] == ["right", "left"]
    assert "not in torso units" in str(results[2].text)


def test_one_frame_a_second_is_said(tmp_path, pack):
    raw = sign_recording()[::30]
    save_recording(tmp_path / "slow.npz", raw, np.arange(len(raw), dtype=float), 4 / 3)
    (result,) = run(pack, find_clips(tmp_path).jobs)
    assert str(result.text).startswith("It has 1.0 frames a second; signs need at least 5")


def test_what_a_killed_import_left_of_clips_that_are_in_the_pack_goes(clips, pack):
    staged = pack / import_many.STAGED
    with PackEditor(pack) as editor:
        list(import_steps(editor, find_clips(clips).jobs, no_extractor))
        done = [clip.clip_id for clip in editor.pack.clips]
    for name in (*done, "not-in-the-pack-12345678"):
        (staged / f"{name}.npy").write_bytes(b"rows")
        (staged / f"{name}.json").write_text("{}")
    run(pack, find_clips(clips).jobs)
    assert sorted(path.name for path in staged.iterdir()) == [
        "not-in-the-pack-12345678.json",
        "not-in-the-pack-12345678.npy",
    ]


def test_stopping_keeps_what_is_done(clips, pack):
    jobs = find_clips(clips).jobs
    with PackEditor(pack) as editor:
        steps = import_steps(editor, jobs, no_extractor)
        assert next(steps).result.status == "added"
        steps.close()
        assert len(editor.pack.clips) == 1
    assert [result.status for result in run(pack, jobs)] == ["known", "added", "added"]
    assert not list((pack / ".edit" / "staged").iterdir())


def test_a_video_is_tracked_and_kept_or_not(tmp_path, pack):
    raw = sign_recording()
    video = write_video(tmp_path / "yes.mp4", [shade(i % 20) for i in range(len(raw))])
    tracked = LandmarkRecording(raw, np.arange(len(raw)) / 30, 4 / 3)
    closed = []

    class Extractor(ReplayExtractor):
        def close(self) -> None:
            closed.append(True)

    for keep in (True, False):
        job = ImportJob(video, video.name, f"yes {keep}")
        with PackEditor(pack) as editor:
            options = ImportOptions(keep_video=keep)
            list(import_steps(editor, (job,), lambda: Extractor(tracked), options))
    assert closed == [True, True]
    opened = open_pack(pack)
    assert [bool(clip.media_file) for clip in opened.clips] == [True, False]
    assert not [path for path in pack.rglob("*.mp4") if "false" in path.name]


@pytest.mark.parametrize("text", ["name,label\nx,y\n", "file,sentence\n", 'file,sentence\n"x,y\n'])
def test_tables_that_cannot_be_used(text, clips):
    table = clips / "t.csv"
    table.write_text(text)
    with pytest.raises((PackError, TableError)):
        find_clips(clips, table)


def test_nothing_to_import(tmp_path):
    with pytest.raises(PackError, match="no video"):
        find_clips(tmp_path)
    with pytest.raises(PackError, match="does not exist"):
        find_clips(tmp_path / "gone")


def test_what_was_refused_is_remembered_with_its_figures(tmp_path, pack):
    folder = tmp_path / "bad"
    folder.mkdir()
    rarely = sign_recording()
    rarely[: round(0.7 * len(rarely))] = 0
    recording(folder / "rarely.npz", rows=rarely)
    jobs = find_clips(folder).jobs
    with PackEditor(pack) as editor:
        (first,) = [step.result for step in import_steps(editor, jobs, no_extractor)]
        (note,) = (pack / ".edit" / "staged").glob("*.json")
        (again,) = [step.result for step in import_steps(editor, jobs, no_extractor)]
        written = json.loads(note.read_text(encoding="utf-8"))
        del written["values"]  # a note of an older version
        note.write_text(json.dumps(written), encoding="utf-8")
        (older,) = [step.result for step in import_steps(editor, jobs, no_extractor)]
    assert first.text.template == "A person is seen in only {person:.0%} of it."
    assert again == first
    assert older.reason == first.reason
    assert older.text == verbatim(str(first.text))


@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode elsewhere")
def test_a_file_name_that_is_not_utf8_costs_only_that_file(clips, pack, monkeypatch, tmp_path):
    monkeypatch.setenv("SIGNMIRROR_DATA_DIR", str(tmp_path / "data"))
    bad = Path(os.fsdecode(os.fsencode(clips) + b"/caf\xe9.npz"))
    recording(clips / "cafe.npz", seed=7).rename(bad)
    jobs = find_clips(clips).jobs
    note_unfinished(pack, jobs, ImportOptions())
    noted = read_unfinished()
    assert noted is not None
    assert noted.jobs == jobs
    results = {result.file: result for result in run(pack, jobs)}
    assert len(open_pack(pack).clips) == 3
    refused = results["caf\N{REPLACEMENT CHARACTER}.npz"]
    assert (refused.status, refused.reason) == ("refused", "file_name")
    assert "Rename" in str(refused.text)
    assert json.loads((pack / "import-refused.json").read_text(encoding="utf-8"))[0]["reason"] == "file_name"
    run(pack, (ImportJob(bad, bad.name, "coffee"),))  # with a sentence of its own it is a clip like others
    assert open_pack(pack).clips[-1].sentence == "coffee"
    assert open_pack(pack).clips[-1].source == "caf\N{REPLACEMENT CHARACTER}.npz"


def test_text_that_is_not_utf8_is_refused_before_anything_is_written(clips, pack):
    run(pack, find_clips(clips).jobs)
    bad = os.fsdecode(b"caf\xe9") if sys.platform == "linux" else "caf\udce9"
    with PackEditor(pack) as editor:
        name = editor.pack.clips[0].clip_id
        for edit in (
            lambda: editor.change([name], sentence=bad),
            lambda: editor.change([name], signer_id=bad),
            lambda: editor.describe(attribution=("Ama", bad)),
            lambda: editor.add([NewReference(editor.pack.features(0), bad)]),
        ):
            with pytest.raises(PackError, match="UTF-8"):
                edit()
        assert not (pack / ".edit" / "dirty").exists()
    with pytest.raises(PackError, match="UTF-8"):
        create_pack(pack.with_name("other"), replace(MANIFEST, name=bad))
