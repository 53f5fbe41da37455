"""What an import finds in folders and tables as people bring them, and what it says of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.engine.importing.import_jobs import find_clips
from desktop_app.errors import PackError, TableError


def files(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    return folder


def labels(folder: Path, table: Path | None = None) -> dict[str, str]:
    return {job.name: job.sentence for job in find_clips(folder, table).jobs}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("semicolon.csv", "\ufefffile;sentence\r\nun.pose;Où ?\r\ndeux.mp4;Ça va\r\n".encode()),
        ("sep.csv", "\ufeffsep=,\r\nfile,sentence\r\nun.pose,Où ?\r\ndeux.mp4,Ça va\r\n".encode()),
        ("tab.csv", "file\tsentence\r\nun.pose\tOù ?\r\ndeux.mp4\tÇa va\r\n".encode("utf-16")),
        ("tab.tsv", "Fichier\tPhrase\r\nun.pose\tOù ?\r\ndeux.mp4\tÇa va\r\n".encode("cp1252")),
        ("unicode.txt", "file\tsentence\r\nun.pose\tOù ?\r\ndeux.mp4\tÇa va\r\n".encode("utf-16")),
        ("names.csv", "filename,label\nUN.POSE,Où ?\nC:\\films\\deux.mov,Ça va\n".encode()),
    ],
)
def test_a_table_in_the_folder_is_understood(tmp_path, name, content):
    files(tmp_path, "un.pose", "deux.mp4")
    (tmp_path / name).write_bytes(content)
    found = find_clips(tmp_path)
    assert [(job.path.name, job.sentence) for job in found.jobs] == [("un.pose", "Où ?"), ("deux.mp4", "Ça va")]
    assert found.passed_over == ()
    assert [job.sentence for job in find_clips(tmp_path / name).jobs] == ["Où ?", "Ça va"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("file,length\nun.pose,3\n", r"t.csv, line 1 names no column for: sentence"),
        ("\nun.pose,Hello\ndeux.pose,Good\n", r"t.csv, line 2 names no column for: file, sentence"),
        ('file,sentence\nun.pose,"Hello\n', r"t.csv, line 2 cannot be read"),
    ],
)
def test_a_table_that_cannot_be_used_stops_the_import(tmp_path, content, words):
    files(tmp_path, "un.pose", "deux.pose")
    (tmp_path / "t.csv").write_text(content)
    with pytest.raises(TableError, match=words) as caught:
        find_clips(tmp_path)
    assert caught.value.hint


def test_a_table_of_another_program_stops_the_import(tmp_path):
    files(tmp_path, "un.pose", "liste.ods")
    with pytest.raises(TableError, match=r"liste\.ods"):
        find_clips(tmp_path)


def test_of_several_tables_one_must_be_named(tmp_path):
    files(tmp_path, "un.pose")
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(f"file,sentence\nun.pose,{name}\n")
    (tmp_path / "import-refused.csv").write_text("file,sentence,reason,text\nx,y,z,w\n")
    with pytest.raises(TableError, match=r"a.csv, b.csv") as caught:
        find_clips(tmp_path)
    assert "--labels" in str(caught.value.hint)
    assert labels(tmp_path, tmp_path / "b.csv") == {"un.pose": "b.csv"}
    (tmp_path / "a.csv").write_text("week,room\n1,2\n")  # no table of clips: the other one is meant
    assert labels(tmp_path) == {"un.pose": "b.csv"}
    assert "a.csv" in find_clips(tmp_path).passed_over


def test_the_table_of_a_data_set_beside_its_clips_does_not_count(tmp_path):
    files(tmp_path, "un.pose")
    (tmp_path / "processed_metadata.csv").write_text("video_file,sentence\nun.pose,made\n")
    (tmp_path / "progress.jsonl").touch()
    assert labels(tmp_path) == {"un.pose": "made"}
    (tmp_path / "list.csv").write_text("file,sentence\nun.pose,mine\n")
    assert labels(tmp_path) == {"un.pose": "mine"}
    (tmp_path / "progress.jsonl").unlink()  # another program's
    with pytest.raises(TableError, match="several tables"):
        find_clips(tmp_path)


def test_rows_that_cannot_be_used_are_marked_with_their_line(tmp_path):
    files(tmp_path, "a/un.pose", "b/un.pose", "deux.pose")
    (tmp_path / "t.csv").write_text(
        "file,sentence,start,end\nun.pose,Hello,,\ndeux.pose,Good,,,more\ndeux.pose,Bad,5,soon\ndeux.pose,Yes,,\n"
    )
    found = {job.line: (job.problem, job.details) for job in find_clips(tmp_path).jobs}
    assert found == {
        2: ("ambiguous", "a/un.pose, b/un.pose"),
        3: ("surplus", ""),
        4: ("times", ""),
        5: ("", ""),
    }


def test_what_is_passed_over_is_named_and_hidden_files_do_not_count(tmp_path):
    files(
        tmp_path, "un.pose", "notes.txt", "sub/photo.jpg", ".hidden.mp4", "._un.pose", "__MACOSX/._un.pose",
        ".git/x.mp4", "Thumbs.db", "desktop.ini", "deux.3gp", "trois.GIF", "quatre.wmv", "cinq.mpg",
    )  # fmt: skip
    found = find_clips(tmp_path)
    assert [job.name for job in found.jobs] == ["cinq.mpg", "deux.3gp", "quatre.wmv", "trois.GIF", "un.pose"]
    assert found.passed_over == ("notes.txt", "sub/photo.jpg")
    (tmp_path / "t.csv").write_text("file,sentence\nun.pose,Hello\n")
    found = find_clips(tmp_path)
    assert len(found.jobs) == 1
    assert "deux.3gp" in found.passed_over
    assert "t.csv" not in found.passed_over


def test_a_folder_a_sign(tmp_path):
    files(tmp_path, "good_day/one.mp4", "good_day/ben__two.mp4", "thanks/three.mp4", "water-2.mp4")
    jobs = {job.name: job for job in find_clips(tmp_path).jobs}
    assert {name: job.sentence for name, job in jobs.items()} == {
        "good_day/one.mp4": "good day",
        "good_day/ben__two.mp4": "good day",
        "thanks/three.mp4": "thanks",
        "water-2.mp4": "water",
    }
    assert jobs["good_day/ben__two.mp4"].signer_id == "ben"


def test_folders_of_signers_and_of_categories(tmp_path):
    signers = files(tmp_path / "s", "hello/ann/1.mp4", "hello/ben/1.mp4", "thanks/ann/1.mp4")
    assert {(job.sentence, job.signer_id) for job in find_clips(signers).jobs} == {
        ("hello", "ann"),
        ("hello", "ben"),
        ("thanks", "ann"),
    }
    categories = files(tmp_path / "c", "food/rice/1.mp4", "food/yam/1.mp4", "body/hand/1.mp4")
    assert {(job.sentence, job.category) for job in find_clips(categories).jobs} == {
        ("rice", "food"),
        ("yam", "food"),
        ("hand", "body"),
    }
    container = files(tmp_path / "v", "Videos/good_morning-2.mp4")
    assert labels(container) == {"Videos/good_morning-2.mp4": "good morning"}


def test_the_lexicon_of_spoken_to_signed(tmp_path):
    files(tmp_path, "sgg/a.pose", "sgg/b.pose")
    (tmp_path / "index.csv").write_text(
        "path,spoken_language,signed_language,start,end,words,glosses,priority\n"
        "sgg/a.pose,de,sgg,0,0,Haus,HAUS,0\nsgg/b.pose,de,sgg,1500,2500,,BAUM,0\n"
    )
    house, tree = find_clips(tmp_path).jobs
    assert (house.sentence, house.start_s, house.end_s) == ("Haus", 0.0, None)
    assert (tree.sentence, tree.start_s, tree.end_s) == ("BAUM", 1.5, 2.5)


def test_the_metadata_of_the_original_system(tmp_path):
    files(tmp_path, "videos/184C.mp4", "features/185A.npy")
    (tmp_path / "processed_metadata.csv").write_text(
        "video_file,feature_path,num_frames,sentence_id,sentence,category,motion_mean\n"
        "/kaggle/input/ghsl/184C.mp4,/kaggle/working/features/184C.npy,90,0,Where is the ward?,GhSL,2.0\n"
        "/kaggle/input/ghsl/185A.mp4,/kaggle/working/features/185A.npy,90,1,Thank you,GhSL,2.0\n"
    )
    assert [(job.path.name, job.sentence, job.category) for job in find_clips(tmp_path).jobs] == [
        ("184C.mp4", "Where is the ward?", "GhSL"),
        ("185A.npy", "Thank you", "GhSL"),
    ]


def test_labels_that_are_not_there(tmp_path):
    files(tmp_path, "un.pose")
    with pytest.raises(PackError, match="does not exist"):
        find_clips(tmp_path, tmp_path / "gone.csv")


def test_a_name_that_no_file_can_have_is_a_missing_file(tmp_path):
    files(tmp_path, "a.mp4")
    (tmp_path / "labels.csv").write_text(f"file,sentence\na.mp4,Hello\n{'x' * 5000},Bye\n")
    assert [job.sentence for job in find_clips(tmp_path).jobs] == ["Hello", "Bye"]


def test_a_cell_with_a_nul_character_stops_the_import_by_line(tmp_path):
    files(tmp_path, "a.mp4")
    (tmp_path / "labels.csv").write_text("file,sentence\na.mp4,Hello\na\0.mp4,Bye\n", encoding="utf-8-sig")
    with pytest.raises(TableError, match="line 3"):
        find_clips(tmp_path)
