"""Files of attempts: there and back as they were, and hostile ones refused by name."""

from __future__ import annotations

import hashlib
import json
import pickle
import stat
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app import paths
from desktop_app.engine.attempts import files
from desktop_app.engine.attempts.files import extract_video, read_attempt, save_notes, write_attempt
from desktop_app.engine.attempts.folder import AttemptFolder
from desktop_app.engine.attempts.records import (
    MAX_NOTE,
    AttemptFileDamaged,
    AttemptFileError,
    ComparedReference,
    Note,
    make_attempt,
    with_note,
    without_note,
)
from desktop_app.engine.feedback.alignment import Channel
from desktop_app.engine.feedback.compare import give_feedback
from desktop_app.engine.packs import open_pack
from desktop_app.engine.tracking.holistic import HolisticExtractor
from tests.engine.attempts.sent import made_attempt, noted
from tests.helpers.scores import score_of
from tests.helpers.shared import shared_video
from tests.helpers.takes import read_take
from tests.helpers.videos import shade, write_video


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    path = tmp_path / "ama.signtry"
    write_attempt(path, noted())
    return path


def test_there_and_back(sent):
    before, after = noted(), read_attempt(sent)
    assert after.attempt == before.attempt
    assert after.signer == "Ama"
    assert after.program == before.program
    # Half precision: a tenth of a percent of a torso, a quarter of a pixel of a picture 540 high.
    assert np.abs(after.sequence.features - before.sequence.features).max() < 4e-3
    assert np.abs(after.raw - before.raw).max() < 1e-3
    assert np.array_equal(after.sequence.present, before.sequence.present)
    assert np.array_equal(after.times, before.times)
    assert (after.sequence.fps, after.sequence.start_s) == (before.sequence.fps, before.sequence.start_s)
    assert not after.sequence.features.flags.writeable
    assert after.reference is not None
    assert after.reference.sequence is not None
    assert before.reference is not None
    assert before.reference.sequence is not None
    assert after.reference.sequence.features.shape == before.reference.sequence.features.shape
    assert after.feedback is not None
    assert before.feedback is not None
    assert after.feedback.moments == before.feedback.moments
    assert after.feedback.channels == before.feedback.channels
    assert after.feedback.summary == before.feedback.summary
    assert np.array_equal(after.feedback.pairs, before.feedback.pairs)
    assert [one.text for one in after.notes] == ["Flat hand: fingers together.", "Nice and calm here."]
    assert after.notes == before.notes
    assert not after.has_video


def test_the_words_about_an_attempt_are_made_anew(sent, tmp_path):
    """Older files say in English alone that a hand was lost; other programs may write any text."""

    moment = {"channel": "shape", "reference_s": 0.5, "attempt_s": 0.6, "excess": 2.0, "direction": ""}

    def older(_members: object, document: dict[str, Any]) -> None:
        document["feedback"].update(
            summary="Send money.",
            moments=[{**moment, "text": "Your hand is not seen here."}, {**moment, "text": "Send money."}],
        )

    feedback = read_attempt(remade(sent, tmp_path / "older.signtry", older)).feedback
    before = noted().feedback
    assert feedback is not None
    assert before is not None
    assert feedback.summary == before.summary
    assert [(one.missing, str(one.text)) for one in feedback.moments] == [
        (True, "Your hand is not seen here."),
        (False, "The shape of your hand differs here."),
    ]


def test_it_is_small(sent):
    assert sent.stat().st_size < 600_000


def test_the_teacher_sends_it_back_with_notes(sent, tmp_path):
    shown = read_attempt(sent)
    shown = with_note(shown, replace(shown.notes[0], text="Hand flat."))
    shown = without_note(shown, shown.notes[1].id)
    back = tmp_path / "ama, with notes.signtry"
    save_notes(sent, back, shown.notes)
    assert [one.text for one in read_attempt(back).notes] == ["Hand flat."]
    save_notes(back, back, ())  # over itself
    assert read_attempt(back).notes == ()
    assert np.array_equal(read_attempt(back).raw, shown.raw)
    assert not list(tmp_path.glob(".*"))


def test_a_video_travels_only_when_asked_and_stays_with_the_notes(tmp_path):
    video = write_video(tmp_path / "take.mp4", [shade(number) for number in range(5)])
    path = tmp_path / "with.signtry"
    write_attempt(path, made_attempt(), video=video)
    assert read_attempt(path).has_video
    save_notes(path, path, noted().notes)
    extract_video(path, tmp_path / "out.mp4")
    assert (tmp_path / "out.mp4").read_bytes() == video.read_bytes()
    write_attempt(path, made_attempt())
    with pytest.raises(AttemptFileError, match="no video"):
        extract_video(path, tmp_path / "none.mp4")


def test_notes_are_kept_in_their_time_and_bounds():
    shown = made_attempt()
    late = with_note(shown, Note(1e9, "  later  "))
    assert late.notes[0].at_s == round(shown.sequence.end_s, 3)
    assert late.notes[0].text == "later"
    for text in ("", "   ", "x" * (MAX_NOTE + 1)):
        with pytest.raises(AttemptFileError):
            with_note(shown, Note(1, text))
    for number in range(200):
        shown = with_note(shown, Note(1, str(number)))
    with pytest.raises(AttemptFileError, match="200 notes"):
        with_note(shown, Note(1, "one more"))
    assert len(with_note(shown, replace(shown.notes[0], text="changed")).notes) == 200


def remade(source: Path, target: Path, change) -> Path:
    """A copy of a file with its members changed, and their list made to fit unless the change did that."""
    with zipfile.ZipFile(source) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    document = json.loads(members.pop("try.json"))
    before = dict(members)
    change(members, document)
    for name, data in members.items():
        if before.get(name) != data and name in document.get("members", {}):
            document["members"][name] = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        archive.writestr("try.json", json.dumps(document))
    return target


def npy(array, *, pickled: bool = False) -> bytes:
    import io

    out = io.BytesIO()
    np.save(out, array, allow_pickle=pickled)
    return out.getvalue()


class Evil:
    def __reduce__(self):
        return (Path.touch, (Path("/nowhere/evil"),))


def rows(count: int, value: float = 0.1) -> bytes:
    return npy(np.full((count, 540), value, np.float16))


HOSTILE = {
    "pickled array": lambda m, d: m.update({"features.npy": npy(np.array([Evil()], object), pickled=True)}),
    "a pickle": lambda m, d: m.update({"raw.npy": pickle.dumps(Evil())}),
    "not a number": lambda m, d: m.update({"features.npy": rows(120, float("nan"))}),
    "other columns": lambda m, d: m.update({"raw.npy": npy(np.zeros((9, 541), np.float16))}),
    "other type": lambda m, d: m.update({"raw.npy": npy(np.zeros((9, 540), np.complex64))}),
    "too many rows": lambda m, d: m.update({"features.npy": rows(files.MAX_ROWS + 1)}),
    "no rows": lambda m, d: m.update({"features.npy": rows(0)}),
    "rows that do not fit": lambda m, d: m.update({"features.npy": rows(7)}),
    "backward times": lambda m, d: m.update({"times.npy": npy(np.arange(9.0)[::-1])}),
    "a header that claims much": lambda m, d: m.update(
        {"raw.npy": rows(3).replace(b"(3, 540), }" + b" " * 9, b"(3000000000, 540), }")}
    ),
    "a header cut short": lambda m, d: m.update({"raw.npy": rows(3).replace(b"(3, 540), }", b"(3, 540), (")}),
    "no list": lambda m, d: d.pop("members"),
    "member missing": lambda m, d: m.pop("raw.npy"),
    "another size": lambda m, d: d["members"]["raw.npy"].update(bytes=3),
    "another digest": lambda m, d: d["members"]["raw.npy"].update(sha256="0" * 64),
    "unknown member listed": lambda m, d: (
        m.update({"run.py": b"print()"}),
        d["members"].update({"run.py": {"bytes": 7, "sha256": hashlib.sha256(b"print()").hexdigest()}}),
    ),
    "lists itself": lambda m, d: d["members"].update({"try.json": {"bytes": 1, "sha256": ""}}),
    "no version": lambda m, d: d.pop("version"),
    "another format": lambda m, d: d.update(format="something"),
    "no time": lambda m, d: d["attempt"].update(when="yesterday"),
    "time without zone": lambda m, d: d["attempt"].update(when="2026-01-01T00:00:00"),
    "a kind unknown": lambda m, d: d["attempt"].update(kind="exam"),
    "a name too long": lambda m, d: d["attempt"].update(sentence="x" * 10_000),
    "a name with half a character": lambda m, d: d["attempt"].update(sentence="\ud800x"),
    "a name that steers a terminal": lambda m, d: d["attempt"].update(sentence="\x1b[2J"),
    "a name that is none": lambda m, d: d["attempt"].update(sentence=["x"]),
    "overall not a number": lambda m, d: d["attempt"].update(overall="good"),
    "overall true": lambda m, d: d["attempt"].update(overall=True),
    "huge aspect": lambda m, d: d.update(aspect=1e9),
    "feedback of another channel": lambda m, d: d["feedback"].update(correction="spirit"),
    "feedback without pairs": lambda m, d: (m.pop("pairs.npy"), d["members"].pop("pairs.npy")),
    "many moments": lambda m, d: d["feedback"].update(moments=d["feedback"]["moments"] * 1000 + [{}] * 99),
    "ends before it begins": lambda m, d: d["sequence"].update(end_s=-5),
    "a note that is none": lambda m, d: m.update({"notes.json": b'[{"text": 5}]'}),
    "notes that are none": lambda m, d: m.update({"notes.json": b'{"a": 1}'}),
    "notes not finite": lambda m, d: m.update({"notes.json": b'[{"at_s": NaN, "text": "x"}]'}),
    "notes deep": lambda m, d: m.update({"notes.json": b"[" * 100_000}),
    "notes too many": lambda m, d: m.update({"notes.json": json.dumps([{}] * 201).encode()}),
    "notes twice": lambda m, d: m.update(
        {"notes.json": json.dumps([{"id": "a", "at_s": 1, "text": "x", "author": ""}] * 2).encode()}
    ),
    "notes too large": lambda m, d: m.update({"notes.json": b" " * (files.MAX_TEXT_BYTES + 1) + b"[]"}),
}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_hostile_files_are_refused_with_their_name(sent, tmp_path, name):
    bad = remade(sent, tmp_path / "bad.signtry", HOSTILE[name])
    with pytest.raises(AttemptFileDamaged, match=r"bad\.signtry") as caught:
        read_attempt(bad)
    assert caught.value.hint
    assert not Path("/nowhere").exists()


def test_a_newer_version_says_so(sent, tmp_path):
    newer = remade(sent, tmp_path / "newer.signtry", lambda m, d: d.update(version=2))
    with pytest.raises(AttemptFileError, match="newer version"):
        read_attempt(newer)


@pytest.mark.parametrize("name", ["../evil", "/evil", "C:/evil", "TRY.JSON", "a/../../evil"])
def test_names_that_lead_out_are_refused(sent, tmp_path, name):
    with zipfile.ZipFile(sent, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), b"evil")
    with pytest.raises(AttemptFileDamaged):
        read_attempt(sent)
    assert not list(tmp_path.rglob("evil"))


def test_links_bombs_and_crowds_are_refused(sent, tmp_path):
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    for number, add in enumerate(
        (
            lambda archive: archive.writestr(link, "/etc/passwd"),
            lambda archive: archive.writestr("bomb", b"\0" * (32 << 20), zipfile.ZIP_DEFLATED),
            lambda archive: [archive.writestr(f"more{one}", b"") for one in range(20)],
        )
    ):
        bad = tmp_path / f"bad{number}.signtry"
        bad.write_bytes(sent.read_bytes())
        with zipfile.ZipFile(bad, "a") as archive:
            add(archive)
        with pytest.raises(AttemptFileDamaged, match=f"bad{number}"):
            read_attempt(bad)


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04" + b"\0" * 200])
def test_what_is_no_zip_is_refused(tmp_path, data):
    path = tmp_path / "no.signtry"
    path.write_bytes(data)
    with pytest.raises(AttemptFileDamaged, match=r"no\.signtry"):
        read_attempt(path)


def test_every_cut_of_a_file_is_refused(sent, tmp_path):
    data = sent.read_bytes()
    for number, end in enumerate(range(0, len(data), len(data) // 12)):
        path = tmp_path / f"cut{number}.signtry"
        path.write_bytes(data[:end])
        with pytest.raises(AttemptFileDamaged):
            read_attempt(path)


def test_a_byte_that_turned_is_found(sent):
    data = bytearray(sent.read_bytes())
    for place in range(200, len(data), len(data) // 25):
        turned = bytearray(data)
        turned[place] ^= 0xFF
        sent.write_bytes(turned)
        try:
            found = read_attempt(sent)
        except AttemptFileDamaged:
            continue
        # Some bytes of a zip (dates, flags of its list) say nothing about what is in it.
        assert np.array_equal(found.times, made_attempt().times)


def test_a_file_that_is_not_there_or_cannot_be_written_is_named(tmp_path):
    with pytest.raises(AttemptFileError, match="gone"):
        read_attempt(tmp_path / "gone.signtry")
    with pytest.raises(AttemptFileError, match="name for an attempt"):
        write_attempt(tmp_path / "try.zip", made_attempt())
    with pytest.raises(AttemptFileError, match="cannot be written"):
        write_attempt(tmp_path / "no" / "try.signtry", made_attempt())
    with pytest.raises(AttemptFileError, match="not there"):
        write_attempt(tmp_path / "try.signtry", made_attempt(), video=tmp_path / "gone.mp4")
    assert not list(tmp_path.iterdir())


def test_the_folder_keeps_the_newest(tmp_path):
    folder = AttemptFolder(tmp_path / "tries", kept=2)
    names = []
    for day in range(3):
        shown = made_attempt()
        record = replace(shown.attempt, when=shown.attempt.when.replace(day=10 + day))
        names.append(folder.keep(replace(shown, attempt=record)))
    assert folder.prune() == (names[0],)
    assert folder.path_of(names[0]) is None
    kept = folder.path_of(names[2])
    assert kept is not None
    assert read_attempt(kept).attempt.sentence == "Thank you"
    for name in ("", "../x.signtry", "x.txt", "/etc/x.signtry"):
        assert folder.path_of(name) is None


@pytest.mark.shared_data
def test_a_real_recording_says_the_same_after_its_journey(tmp_path):
    extractor = HolisticExtractor()
    try:
        take = read_take(shared_video("ghsl_sign_beer"), extractor)
    finally:
        extractor.close()
    pack = open_pack(paths.bundled_packs_dir() / "ghanaian")
    reference = pack.features(next(row for row, clip in enumerate(pack.clips) if clip.sentence == "Beer"))
    before = give_feedback(reference, take.sequence)
    shown = ComparedReference(pack.name, "beer", "Beer", reference)
    write_attempt(
        tmp_path / "real.signtry", make_attempt(take, made_attempt().attempt, feedback=before, reference=shown)
    )
    found = read_attempt(tmp_path / "real.signtry")
    assert found.reference is not None
    assert found.reference.sequence is not None
    assert np.array_equal(found.sequence.present, take.sequence.present)
    after = give_feedback(found.reference.sequence, found.sequence)
    # Half precision hardly matters even to feedback that is given anew; what was given travels as it was.
    assert after.overall == pytest.approx(before.overall, abs=1.0)
    for channel in Channel:
        assert score_of(after, channel) == pytest.approx(score_of(before, channel), abs=3.0)
    assert found.feedback is not None
    assert found.feedback.channels == before.channels
    assert found.feedback.moments == before.moments
