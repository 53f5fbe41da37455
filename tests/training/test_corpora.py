"""Each corpus in its own layout: labels, signers, what is missing, and a data set at the end."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pympi.Elan import Eaf

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray
from desktop_app.engine.sources.video import VideoSource
from desktop_app.errors import DatasetError, TableError
from desktop_app.training.clip_features import ClipFeatureReader
from desktop_app.training.corpora.base import ClipJob
from desktop_app.training.corpora.formats import AUTO, FORMAT_NAMES, open_corpus, passed_over
from desktop_app.training.corpora.keypoints import read_take
from desktop_app.training.dataset import load_dataset
from desktop_app.training.preprocess import REJECTED, PreprocessReport, PreprocessSettings, preprocess
from tests.helpers.fakes import FakeExtractor
from tests.helpers.people import person_clip
from tests.training import corpora_samples
from tests.training.collection import write_collection
from tests.training.corpora_samples import tiny_video, write_csv


@pytest.fixture(autouse=True)
def tracker(monkeypatch: pytest.MonkeyPatch) -> list[FakeExtractor]:
    """A tracker that sees somebody sign in every picture; the videos themselves are grey."""
    made: list[FakeExtractor] = []

    def make() -> FakeExtractor:
        made.append(FakeExtractor())
        return made[-1]

    monkeypatch.setattr("desktop_app.engine.tracking.holistic.HolisticExtractor", make)
    return made


def jobs_of(path: Path, name: str = AUTO) -> dict[str, ClipJob]:
    return {job.clip_id: job for job in open_corpus(path, name)}


def run(path: Path, out: Path, name: str = AUTO) -> PreprocessReport:
    *_, report = preprocess(open_corpus(path, name), out, PreprocessSettings())
    assert isinstance(report, PreprocessReport)
    return report


def test_signtalk_gives_sentences_categories_and_variants(tmp_path: Path):
    jobs = jobs_of(corpora_samples.signtalk(tmp_path / "corpus"), "signtalk-gh")
    assert list(jobs) == ["7A", "12A", "12B", "184C", "200A"]
    assert jobs["12A"].sentence == jobs["12B"].sentence == "I am ill, doctor"
    assert (jobs["12B"].category, jobs["12B"].signer_id) == ("Health", "variant-B")
    assert jobs["184C"].extra["variant"] == "C"
    report = run(tmp_path / "corpus", tmp_path / "data", "signtalk-gh")
    assert report.rejected == {"no_label": 1, "unreadable": 1}  # 7A has no row, 200A no video
    assert load_dataset(tmp_path / "data").sentences == ["I am ill, doctor", "Where is the ward?"]


def test_signtalk_takes_the_letter_from_its_own_column(tmp_path: Path):
    tiny_video(tmp_path / "3A.mp4", 2)
    tiny_video(tmp_path / "3B.mp4", 2)
    rows = [{"id": "3", "text": f"words {letter}", "variant": letter, "signer": "kofi"} for letter in "AB"]
    write_csv(tmp_path / "table.csv", rows)
    jobs = jobs_of(tmp_path)
    assert {name: (job.sentence, job.signer_id) for name, job in jobs.items()} == {
        "3A": ("words A", "kofi"),
        "3B": ("words B", "kofi"),
    }


def test_an_excel_table_without_openpyxl_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    tiny_video(tmp_path / "3A.mp4", 2)
    (tmp_path / "table.xlsx").write_bytes(b"PK")
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(TableError, match="openpyxl") as caught:
        jobs_of(tmp_path, "signtalk-gh")
    assert "CSV" in str(caught.value.hint)


def test_an_excel_table_is_read(tmp_path: Path):
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed; tables are then CSV")
    tiny_video(tmp_path / "184C.mp4", 2)
    book = openpyxl.Workbook()
    for row in (("ID", "Sentence", "Category", "Variant"), (184.0, "Where is the ward?", "Places", "C")):
        book.active.append(row)
    book.save(tmp_path / "table.xlsx")
    assert jobs_of(tmp_path, "signtalk-gh")["184C"].sentence == "Where is the ward?"


def test_asl_citizen_joins_its_splits(tmp_path: Path):
    jobs = jobs_of(corpora_samples.asl_citizen(tmp_path / "corpus"), "asl-citizen")
    assert {job.signer_id for job in jobs.values()} == {"P0", "P1"}
    assert jobs["0DOG1-dog1"].extra["split"] == "train"
    assert jobs["0DOG1-dog1"].sentence == "DOG1"
    report = run(tmp_path / "corpus", tmp_path / "data")
    assert (report.kept, report.rejected, report.signers) == (4, {"unreadable": 2}, 2)


def test_asl_citizen_may_not_lead_out_of_its_folder(tmp_path: Path):
    folder = corpora_samples.asl_citizen(tmp_path / "corpus")
    row = {"Participant ID": "P", "Video file": "../../other.mp4", "Gloss": "DOG", "ASL-LEX Code": ""}
    write_csv(folder / "splits" / "val.csv", [row])
    with pytest.raises(DatasetError, match="outside its folder"):
        jobs_of(folder)


def test_wlasl_keeps_to_its_frames(tmp_path: Path, tracker: list[FakeExtractor]):
    jobs = jobs_of(corpora_samples.wlasl(tmp_path), "wlasl")
    assert (jobs["00001"].cut, jobs["00003"].cut) == ((10, 49), None)
    assert (jobs["00001"].sentence, jobs["00001"].signer_id) == ("book", "4")
    reader = ClipFeatureReader()
    inside = reader.read(jobs["00001"])
    assert tracker[0].seen == list(range(10, 50))
    assert inside.quality.raw_frames == 40
    assert reader.read(jobs["00002"]).quality.raw_frames == 30  # cut out already: taken whole
    reader.close()


def test_wlasl_lists_what_has_vanished(tmp_path: Path):
    report = run(corpora_samples.wlasl(tmp_path / "corpus"), tmp_path / "data", "wlasl")
    assert (report.kept, report.rejected) == (3, {"unreadable": 1})
    assert "00004" in (tmp_path / "data" / "low_quality_videos.csv").read_text()


def test_another_cut_is_another_clip(tmp_path: Path):
    folder = corpora_samples.wlasl(tmp_path / "corpus")
    run(folder, tmp_path / "data")
    table = folder / "WLASL_v0.3.json"
    table.write_text(table.read_text().replace('"frame_start": 11', '"frame_start": 21'))
    assert run(folder, tmp_path / "data").reused == 2
    clips = {clip.clip_id: clip.num_frames for clip in load_dataset(tmp_path / "data").clips}
    assert clips["00001"] == 30


@pytest.mark.parametrize("text", ["{", "{}", '[{"gloss": "a"}]', '[{"gloss": "a", "instances": [{}]}]'])
def test_a_bad_wlasl_table_is_named(tmp_path: Path, text: str):
    (tmp_path / "WLASL_v0.3.json").write_text(text)
    if text == "{}":  # no entry at all
        with pytest.raises(DatasetError, match="lists no clips"):
            run(tmp_path, tmp_path / "data")
        return
    with pytest.raises(DatasetError, match=r"WLASL_v0\.3\.json"):
        jobs_of(tmp_path)


def test_folders_give_label_and_signer(tmp_path: Path):
    jobs = jobs_of(corpora_samples.folders(tmp_path / "corpus"), "folders")
    assert {name: (job.sentence, job.signer_id) for name, job in jobs.items()} == {
        "good_day-ann-one": ("good day", "ann"),
        "good_day-ben__two": ("good day", "ben"),
        "thanks-three": ("thanks", "unknown"),
    }
    assert run(tmp_path / "corpus", tmp_path / "data", "folders").kept == 3
    tiny_video(tmp_path / "corpus" / "alone.mp4", 2)
    with pytest.raises(DatasetError, match="no label's folder"):
        jobs_of(tmp_path / "corpus", "folders")


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (write_collection, "arrays"),
        (corpora_samples.gislr, "gislr"),
        (corpora_samples.asl_citizen, "asl-citizen"),
        (corpora_samples.wlasl, "wlasl"),
        (corpora_samples.signtalk, "signtalk-gh"),
        (corpora_samples.keypoints, "keypoints"),
        (corpora_samples.folders, "folder"),  # what auto always made of folders
    ],
)
def test_auto_recognises_what_is_unmistakable(tmp_path: Path, make: Callable[[Path], Path], name: str):
    if name == "gislr":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed (uv sync --extra corpora)")
    tmp_path.joinpath("corpus").mkdir()
    assert open_corpus(make(tmp_path / "corpus")).layout.name == name


def test_every_layout_refuses_a_folder_that_has_it_not(tmp_path: Path):
    for name in FORMAT_NAMES:
        with pytest.raises(DatasetError) as caught:
            list(open_corpus(tmp_path, name))
        assert caught.value.hint, name
    with pytest.raises(DatasetError, match="No layout"):
        open_corpus(tmp_path, "phoenix")


def test_mirrored_pictures_give_the_same_features_as_plain_ones(tmp_path: Path):
    """A clip of the mirror image, turned back, is the clip: every column but the face's nearest points."""
    from tests.helpers.people import person_clip
    from tests.training.collection import save_clips

    plain = person_clip(30)
    plain[:, layout.LEFT_HAND] = 0
    seen = plain.copy()
    seen[:, layout.X_COLUMNS] = np.where(plain[:, layout.X_COLUMNS] != 0, 1 - plain[:, layout.X_COLUMNS], 0)
    seen[:, layout.POSE] = seen[:, layout.POSE].reshape(-1, 33, 4)[:, layout.POSE_MIRROR_ORDER].reshape(30, -1)
    hand = seen[:, layout.RIGHT_HAND].copy()
    seen[:, layout.RIGHT_HAND], seen[:, layout.LEFT_HAND] = 0, hand
    folder = tmp_path / "corpus"
    folder.mkdir()
    save_clips(folder / "a.npz", [plain, seen])
    write_csv(folder / "clips.csv", [{"file": "a.npz", "index": i, "label": "x", "fps": 30} for i in (0, 1)])
    reader = ClipFeatureReader()
    wanted = reader.read(next(iter(open_corpus(folder))))
    *_, job = open_corpus(folder, mirrored=True)
    turned = reader.read(job)
    body = slice(0, layout.FACE.start)
    np.testing.assert_allclose(turned.features[:, body], wanted.features[:, body], atol=2e-3)
    assert turned.features[:, layout.FACE].any()


def test_progress_keys_of_older_data_sets_still_hold():
    """Jobs without a cut and a mirror have the key they always had."""
    from desktop_app.training.extraction import job_key

    job = ClipJob("a", "array", Path("a.npz"), 0, "hello", "ASL", "ann", "sha")
    assert json.loads(job_key(job)) == ["sha", None, None, "a", "hello", "ASL", "ann", {}]


def test_arrays_of_key_points_become_the_columns_that_the_tracker_gives(tmp_path: Path):
    from tests.helpers.people import person_clip

    jobs = jobs_of(corpora_samples.keypoints(tmp_path / "MP_Data"))
    assert [(job.clip_id, job.sentence) for job in jobs.values()] == [
        ("hello-0", "hello"), ("hello-1", "hello"), ("hello-10", "hello"),
        ("thank_you-0", "thank you"), ("thank_you-1", "thank you"),
    ]  # fmt: skip
    raw, _ = read_take(jobs["hello-1"].path)
    np.testing.assert_allclose(raw, person_clip(30, speed=1.0), atol=1e-6)
    assert len(read_take(jobs["hello-10"].path)[0]) == 29
    report = run(tmp_path / "MP_Data", tmp_path / "data")
    assert (report.kept, report.sentences) == (5, 2)
    assert run(tmp_path / "MP_Data", tmp_path / "data").reused == 5


def test_a_frame_of_another_width_costs_only_its_take(tmp_path: Path):
    folder = corpora_samples.keypoints(tmp_path / "MP_Data")
    np.save(folder / "hello" / "1" / "5.npy", np.zeros(99))
    report = run(folder, tmp_path / "data")
    assert (report.kept, report.rejected) == (4, {"unreadable": 1})


def test_a_table_in_a_folder_says_what_its_clips_mean(tmp_path: Path):
    tiny_video(tmp_path / "clips" / "un.mp4")
    tiny_video(tmp_path / "clips" / "deux.mp4")
    tiny_video(tmp_path / "._un.mp4", 2)
    tiny_video(tmp_path / "__MACOSX" / "un.mp4", 2)
    (tmp_path / "labels.csv").write_text(
        "Fichier;Phrase;Signeur\nUN.MP4;Où est la salle ?;ama\nun.mp4;Où est la salle !;ama\ndeux.mov;A;va;x\n",
        encoding="utf-8-sig",
    )
    jobs = jobs_of(tmp_path)
    assert [(job.path.name, job.sentence, job.signer_id) for job in jobs.values()] == [
        ("un.mp4", "Où est la salle ?", "ama"),
        ("un.mp4", "Où est la salle !", "ama"),
        ("deux.mp4", "A", "va"),
    ]
    assert len(jobs) == 3  # one file with two sentences has two ids
    report = run(tmp_path, tmp_path / "data")
    assert (report.kept, report.rejected) == (2, {"table_row": 1})
    (tmp_path / "labels.csv").write_text("Fichier;Durée\nun.mp4;3\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"labels\.csv, line 1"):
        jobs_of(tmp_path)


def test_clips_that_differ_in_their_suffix_both_stay_and_the_same_clip_comes_once(tmp_path: Path):
    for name in ("hello/1.mp4", "hello/1.avi"):
        tiny_video(tmp_path / name, 3)
    for name in (AUTO, "folders"):
        assert len(jobs_of(tmp_path, name)) == 2
    (tmp_path / "t.csv").write_text("file,sentence\n" + "hello/1.mp4,Hello\n" * 3 + "hello/1.mp4,Hello!\n")
    assert [job.sentence for job in open_corpus(tmp_path)] == ["Hello", "Hello!"]


def test_an_annotated_film_is_cut_into_clips(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    tiny_video(tmp_path / "film.mp4", 120)
    (tmp_path / "film.srt").write_text(
        "1\n00:00:00,500 --> 00:00:02,000\nHello\n\n2\n00:00:02,500 --> 00:00:03,900\nGood day\n"
    )
    for source in (tmp_path, tmp_path / "film.srt"):
        jobs = jobs_of(source)
        assert {name: (job.sentence, job.part_s) for name, job in jobs.items()} == {
            "film-500": ("Hello", (0.5, 2.0)),
            "film-2500": ("Good day", (2.5, 3.9)),
        }
    opened = []
    real = VideoSource.open

    def counted(self):
        opened.append(self.path.name)
        return real(self)

    monkeypatch.setattr(VideoSource, "open", counted)
    run(tmp_path / "film.srt", tmp_path / "data")
    assert opened == ["film.mp4"]
    frames = {clip.sentence: clip.num_frames for clip in load_dataset(tmp_path / "data").clips}
    assert frames == {"Hello": pytest.approx(46, abs=2), "Good day": pytest.approx(43, abs=2)}


def test_a_part_that_ends_long_after_its_film_is_refused(tmp_path: Path):
    tiny_video(tmp_path / "film.mp4", 60)
    (tmp_path / "film.srt").write_text(
        "1\n00:00:00,100 --> 00:00:02,300\nHello\n\n2\n00:00:00,500 --> 01:99:99,999\nGood day\n"
    )
    report = run(tmp_path / "film.srt", tmp_path / "data")
    assert (report.kept, report.rejected) == (1, {"unreadable": 1})
    assert "'film.mp4' ends after" in (tmp_path / "data" / REJECTED).read_text()


def test_of_several_tiers_one_is_chosen(tmp_path: Path):
    tiny_video(tmp_path / "film.mp4", 3)
    document = Eaf()
    for tier, text in (("Gloss", "HELLO"), ("Translation", "Hello.")):
        document.add_tier(tier)
        document.add_annotation(tier, 10, 90, text)
    document.to_file(str(tmp_path / "film.eaf"))
    with pytest.raises(TableError, match="several tiers"):
        list(open_corpus(tmp_path))
    for source in (tmp_path, tmp_path / "film.eaf"):
        assert [job.sentence for job in open_corpus(source, tier="translation")] == ["Hello."]


def test_a_plain_list_of_files_may_be_called_clips(tmp_path: Path):
    tiny_video(tmp_path / "un.mp4", 3)
    write_csv(tmp_path / "clips.csv", [{"file": "un.mp4", "sentence": "Hello"}])
    assert open_corpus(tmp_path).layout.name == "folder"
    assert jobs_of(tmp_path)["un"].sentence == "Hello"


def test_what_is_passed_over_is_named(tmp_path: Path):
    tiny_video(tmp_path / "hello" / "un.mp4", 3)
    (tmp_path / "notes.txt").write_text("x")
    assert passed_over(open_corpus(tmp_path)).passed_over == ("notes.txt",)


@pytest.mark.parametrize("array", [np.zeros((0, 1662)), np.zeros((2, 1661)), np.zeros(0)])
def test_takes_of_key_points_without_frames_are_refused(tmp_path: Path, array: FloatArray):
    np.save(tmp_path / "0.npy", array)
    with pytest.raises(DatasetError, match=r"0\.npy"):
        read_take(tmp_path / "0.npy")
    (tmp_path / "empty").mkdir()
    with pytest.raises(DatasetError, match="no frames"):
        read_take(tmp_path / "empty")


NOT_UTF8 = os.fsdecode(b"g\xe9nial")


@pytest.mark.skipif(sys.platform != "linux", reason="file systems elsewhere take no such names")
@pytest.mark.parametrize(
    ("layout_name", "names"),
    [
        (AUTO, ("yes.mp4", "no.mp4", f"{NOT_UTF8}.mp4")),
        (AUTO, ("yes/1.mp4", "no/1.mp4", f"{NOT_UTF8}/1.mp4")),
        (AUTO, ("yes/ann/1.mp4", "no/ann/1.mp4", f"no/{NOT_UTF8}/1.mp4")),
        ("folders", ("yes/1.mp4", "no/1.mp4", f"{NOT_UTF8}/1.mp4")),
        ("folders", ("yes/1.mp4", "no/1.mp4", f"no/{NOT_UTF8}__1.mp4")),
        ("keypoints", ("yes/1", "no/1", f"{NOT_UTF8}/1")),
    ],
)
def test_a_name_that_is_not_utf8_is_refused_alone(tmp_path: Path, layout_name: str, names: tuple[str, ...]):
    for name in names:
        path = tmp_path / "clips" / name
        if path.suffix:  # OpenCV cannot write to such names
            path.parent.mkdir(parents=True, exist_ok=True)
            tiny_video(tmp_path / "clip.mp4").rename(path)
        else:
            corpora_samples.write_frames(path, person_clip(30))
    report = run(tmp_path / "clips", tmp_path / "data", layout_name)
    assert (report.kept, report.rejected) == (2, {"file_name": 1})
    (refused,) = csv.DictReader((tmp_path / "data" / REJECTED).read_text(encoding="utf-8").splitlines())
    assert refused["detail"].endswith("Rename it.")
    assert "g\N{REPLACEMENT CHARACTER}nial" in "".join(refused.values())
    again = run(tmp_path / "clips", tmp_path / "data", layout_name)
    assert (again.kept, again.reused) == (2, 3)


@pytest.mark.skipif(sys.platform != "linux", reason="file systems elsewhere take no such names")
def test_a_table_labels_a_file_whose_name_is_not_utf8(tmp_path: Path):
    (tmp_path / NOT_UTF8).mkdir()
    tiny_video(tmp_path / "clip.mp4").rename(tmp_path / NOT_UTF8 / "1.mp4")
    write_csv(tmp_path / NOT_UTF8 / "list.csv", [{"file": "1.mp4", "sentence": "hello"}])
    assert run(tmp_path / NOT_UTF8, tmp_path / "data").kept == 1


def test_a_gloss_that_is_no_text_is_refused_alone(tmp_path: Path):
    corpora_samples.wlasl(tmp_path)
    table = tmp_path / "WLASL_v0.3.json"
    table.write_text(table.read_text().replace('"drink"', '"\\ud800"'))
    report = run(tmp_path, tmp_path / "data")
    assert (report.kept, report.rejected) == (2, {"file_name": 2})
