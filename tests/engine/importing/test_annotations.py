"""Long films with ELAN annotations or subtitles: one clip an annotation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.importing import film
from desktop_app.engine.importing.annotations import read_annotations
from desktop_app.engine.importing.film import FilmCutter
from desktop_app.engine.importing.import_jobs import ImportJob, find_clips
from desktop_app.engine.importing.import_many import ImportResult, import_steps
from desktop_app.engine.packs import Pack, PackEditor, PackManifest, create_pack, open_pack, verify_pack
from desktop_app.engine.protocols import FrameSource
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.sources.recording import save_recording
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.engine.tracking.offline import ClipReader
from desktop_app.errors import SourceError, TableError
from tests.helpers.landmarks_replay import ReplayExtractor
from tests.helpers.people import sign_recording

EAF = """<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="2024-01-01T00:00:00+00:00" FORMAT="3.0" VERSION="3.0"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">
<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">
 <MEDIA_DESCRIPTOR MEDIA_URL="file:///C:/Users/Ana/My%20films/long%20film.npz" MIME_TYPE="unknown"
  RELATIVE_MEDIA_URL="../films/long%20film.npz"/>
 <PROPERTY NAME="URN">urn:nl-mpi-tools-elan-eaf:x</PROPERTY>
</HEADER>
<TIME_ORDER>
 <TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="1000"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="2500"/>
 <TIME_SLOT TIME_SLOT_ID="ts3" TIME_VALUE="6000"/><TIME_SLOT TIME_SLOT_ID="ts4" TIME_VALUE="7500"/>
 <TIME_SLOT TIME_SLOT_ID="ts5"/>
</TIME_ORDER>
<TIER LINGUISTIC_TYPE_REF="default-lt" PARTICIPANT="Ama" TIER_ID="Gloss RH">
 <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts3" TIME_SLOT_REF2="ts4">
  <ANNOTATION_VALUE>THANK-YOU</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
 <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2">
  <ANNOTATION_VALUE>GOOD
 DAY</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
 <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a3" TIME_SLOT_REF1="ts2" TIME_SLOT_REF2="ts5">
  <ANNOTATION_VALUE>UNTIMED</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
 <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a4" TIME_SLOT_REF1="ts2" TIME_SLOT_REF2="ts3">
  <ANNOTATION_VALUE></ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
</TIER>
<TIER LINGUISTIC_TYPE_REF="translation" PARENT_REF="Gloss RH" TIER_ID="Translation">
 <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a5" ANNOTATION_REF="a1">
  <ANNOTATION_VALUE>Merci !</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
</TIER>
<TIER LINGUISTIC_TYPE_REF="default-lt" TIER_ID="Empty"/>
<LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="default-lt" TIME_ALIGNABLE="true"/>
<LINGUISTIC_TYPE CONSTRAINTS="Symbolic_Association" GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="translation"
 TIME_ALIGNABLE="false"/>
</ANNOTATION_DOCUMENT>
"""
VTT = """WEBVTT - a film

NOTE a remark

1
00:01.000 --> 00:02.500 align:start
Good <i>day</i>

00:00:06.000 --> 00:00:07.500
Thank
you
"""
SRT = (
    "1\r\n00:00:01,000 --> 00:00:02,500\r\nGood day\r\n\r\n2\r\n00:00:06,000 --> 00:00:07,500\r\nThank you\r\n"
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a film of nine seconds: three times the same sign, with rests."""
    raw = np.concatenate([sign_recording()] * 3)
    save_recording(tmp_path / "long film.npz", raw, np.arange(len(raw)) / 30, 4 / 3)
    return tmp_path


def no_extractor() -> ReplayExtractor:
    raise AssertionError("landmark recordings need no tracker")


def brought_in(jobs: Sequence[ImportJob], folder: Path) -> tuple[list[ImportResult], Pack]:
    pack = create_pack(folder, PackManifest("Film", "Ghanaian", "1", TORSO_540, "MIT")).folder
    with PackEditor(pack) as editor:
        results = [step.result for step in import_steps(editor, jobs, no_extractor)]
    assert verify_pack(open_pack(pack)).ok
    return results, open_pack(pack)


def test_an_elan_tier_becomes_a_pack(place):
    (place / "notes.eaf").write_text(EAF, encoding="utf-8")
    jobs = find_clips(place / "notes.eaf", tier="gloss rh").jobs
    assert [(job.sentence, job.start_s, job.end_s, job.signer_id) for job in jobs] == [
        ("GOOD DAY", 1.0, 2.5, "Ama"),
        ("THANK-YOU", 6.0, 7.5, "Ama"),
    ]
    results, pack = brought_in(jobs, place / "pack")
    assert [result.status for result in results] == ["added", "added"]
    first, second = pack.clips
    assert (first.sentence, first.signer_id, first.source, first.media_file) == (
        "GOOD DAY", "Ama", "long film.npz", "",
    )  # fmt: skip
    assert (first.start_s, first.end_s) == pytest.approx((1.0, 2.5), abs=0.04)
    assert (second.start_s, second.end_s) == pytest.approx((6.0, 7.5), abs=0.04)
    assert [clip.frames for clip in pack.clips] == [46, 46]
    with PackEditor(pack.folder) as editor:
        again = [step.result.status for step in import_steps(editor, jobs, no_extractor)]
    assert again == ["known", "known"]


def test_a_tier_of_references_has_the_times_of_its_parent(place):
    (place / "notes.eaf").write_text(EAF, encoding="utf-8")
    (job,) = find_clips(place / "notes.eaf", tier="Translation").jobs
    assert (job.sentence, job.start_s, job.end_s) == ("Merci !", 6.0, 7.5)


def test_what_other_programs_leave_out_of_an_elan_file_is_not_missed(place):
    head, _, rest = EAF.partition("<HEADER")
    bare = '<ANNOTATION_DOCUMENT FORMAT="2.7"><HEADER' + rest
    (place / "long film.eaf").write_text(
        bare.replace("MEDIA_DESCRIPTOR", "LINKED_FILE_DESCRIPTOR"), encoding="utf-8"
    )
    assert "VERSION" in head
    found = find_clips(place / "long film.eaf", tier="Gloss RH")
    assert [(job.path.name, job.sentence) for job in found.jobs] == [
        ("long film.npz", "GOOD DAY"),
        ("long film.npz", "THANK-YOU"),
    ]


@pytest.mark.parametrize("wanted", ["a5", "gone"])
def test_references_in_a_circle_or_to_nothing_have_no_time(tmp_path, wanted):
    text = EAF.replace('ANNOTATION_REF="a1"', f'ANNOTATION_REF="{wanted}"')
    (tmp_path / "a.eaf").write_text(text, encoding="utf-8")
    assert [tier.name for tier in read_annotations(tmp_path / "a.eaf").tiers] == ["Gloss RH"]


def referring(*references: str, parents: int = 0) -> str:
    """EAF with annotations r0, r1, ... that refer to the named ones, or a chain of `parents` to a1."""
    chain = [*references, *(f"r{one + 1}" for one in range(parents - 1)), *(["a1"] if parents else [])]
    rows = "".join(
        f'<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="r{number}" ANNOTATION_REF="{wanted}">'
        f"<ANNOTATION_VALUE>W{number}</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>"
        for number, wanted in enumerate(chain)
    )
    tier = f'<TIER LINGUISTIC_TYPE_REF="translation" TIER_ID="Refs">{rows}</TIER>'
    return EAF.replace('<TIER LINGUISTIC_TYPE_REF="default-lt" TIER_ID="Empty"/>', tier)


@pytest.mark.parametrize("circle", [["r0"], ["r1", "r0"], ["r1", "r2", "r0"], ["r1", "r2", "r1"]])
def test_a_circle_of_references_costs_only_itself(place, circle):
    (place / "a.eaf").write_text(referring(*circle), encoding="utf-8")
    assert [tier.name for tier in read_annotations(place / "a.eaf").tiers] == ["Gloss RH", "Translation"]
    assert len(find_clips(place / "a.eaf", tier="Gloss RH").jobs) == 2
    with pytest.raises(TableError, match="no tier 'Refs'"):
        find_clips(place / "a.eaf", tier="Refs")


def test_a_long_chain_of_references_is_followed_once(place):
    """Followed from each annotation anew, this would be five thousand million steps."""
    (place / "a.eaf").write_text(referring(parents=100_000), encoding="utf-8")
    tier = read_annotations(place / "a.eaf").tier("Refs")
    assert {(one.start_s, one.end_s) for one in tier.annotations} == {(6.0, 7.5)}
    assert len(tier.annotations) == 100_000


def test_slots_without_a_time_lie_evenly_between_their_neighbours(place):
    text = EAF.replace(' TIME_SLOT_ID="ts2" TIME_VALUE="2500"', ' TIME_SLOT_ID="ts2"')
    text = text.replace(' TIME_SLOT_ID="ts3" TIME_VALUE="6000"', ' TIME_SLOT_ID="ts3"')
    (place / "a.eaf").write_text(text, encoding="utf-8")
    found = find_clips(place / "a.eaf", tier="Gloss RH")
    assert [(job.sentence, job.start_s, job.end_s) for job in found.jobs] == [
        ("GOOD DAY", 1.0, 3.166),
        ("THANK-YOU", 5.333, 7.5),
    ]


@pytest.mark.parametrize("damage", ["missing slot", "beyond reason", "backwards"])
def test_an_annotation_without_usable_times_is_named_and_the_others_stay(place, damage):
    text = EAF
    if damage == "missing slot":
        text = text.replace('TIME_SLOT_REF2="ts4"', 'TIME_SLOT_REF2="ts9"')
    elif damage == "beyond reason":
        text = text.replace('"7500"', f'"{"9" * 400}"')
    else:
        text = text.replace('"7500"', '"5000"')
    (place / "a.eaf").write_text(text, encoding="utf-8")
    for found in (find_clips(place / "a.eaf", tier="Gloss RH"), find_clips(place, tier="Gloss RH")):
        assert [job.sentence for job in found.jobs] == ["GOOD DAY"]
        assert found.passed_over == ()
        assert found.untimed == ("THANK-YOU (a.eaf)", "UNTIMED (a.eaf)")


def test_of_several_tiers_one_is_asked_for(place):
    (place / "notes.eaf").write_text(EAF, encoding="utf-8")
    with pytest.raises(TableError, match="several tiers") as caught:
        find_clips(place / "notes.eaf")
    assert str(caught.value.hint) == "Choose one with --tier: 'Gloss RH' (2), 'Translation' (1)."
    with pytest.raises(TableError, match="no tier 'Other'"):
        find_clips(place / "notes.eaf", tier="Other")
    longest = find_clips(place, tier=None)  # what the window shows first
    assert (longest.tier, longest.tiers, len(longest.jobs)) == ("Gloss RH", ("Gloss RH", "Translation"), 2)


@pytest.mark.parametrize(("name", "text"), [("long film.vtt", VTT), ("long film.en.srt", SRT)])
def test_subtitles_become_a_pack(place, name, text):
    (place / name).write_text(text, encoding="utf-8")
    for source in (place / name, place):
        found = find_clips(source)
        assert [(job.sentence, job.start_s, job.end_s) for job in found.jobs] == [
            ("Good day", 1.0, 2.5),
            ("Thank you", 6.0, 7.5),
        ]
        assert {job.path for job in found.jobs} == {place / "long film.npz"}
    assert find_clips(place / "long film.npz", place / name).jobs == find_clips(place / name).jobs
    _, pack = brought_in(found.jobs, place / "pack")
    assert [clip.sentence for clip in pack.clips] == ["Good day", "Thank you"]


def test_a_cue_that_ends_long_after_its_film_is_refused(place):
    (place / "long film.vtt").write_text(VTT.replace("00:07.500", "99:99:99.999"), encoding="utf-8")
    results, pack = brought_in(find_clips(place).jobs, place / "pack")
    assert [(result.status, result.reason) for result in results] == [("added", ""), ("refused", "times")]
    assert "'long film.npz' ends after" in str(results[1].text)
    assert [clip.sentence for clip in pack.clips] == ["Good day"]


@pytest.mark.parametrize("name", ["a.eaf", "a.vtt", "a.srt"])
@pytest.mark.parametrize(
    "content", [b"", b"rubbish", bytes(range(256)) * 4, b"<ANNOTATION_DOCUMENT/>", b"WEBVTT\n"]
)
def test_what_is_no_annotation_file_is_refused(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(TableError, match=name) as caught:
        find_clips(tmp_path / name)
    assert caught.value.hint


def test_a_film_that_is_not_there_is_missing_in_every_result(tmp_path):
    (tmp_path / "film.srt").write_text(SRT)
    results, _ = brought_in(find_clips(tmp_path / "film.srt").jobs, tmp_path / "pack")
    assert [result.reason for result in results] == ["missing", "missing"]


def test_the_same_word_twice_in_a_film_gives_two_clips(place):
    (place / "long film.srt").write_text(SRT.replace("Thank you", "Good day"))
    _, pack = brought_in(find_clips(place / "long film.srt").jobs, place / "pack")
    assert [clip.sentence for clip in pack.clips] == ["Good day", "Good day"]
    assert len({clip.clip_id for clip in pack.clips}) == 2


def test_a_film_is_read_once_and_only_where_it_is_annotated(place, monkeypatch):
    opened = []

    def counted(spec: str, *, realtime: bool) -> FrameSource:
        opened.append(spec)
        return open_source_spec(spec, realtime=realtime)

    monkeypatch.setattr(film, "open_source_spec", counted)
    cutter = FilmCutter(ClipReader(no_extractor), TORSO_540)
    path = place / "long film.npz"
    one, two = cutter.read(path, 1.0, 2.5), cutter.read(path, 2.0, 3.0)
    assert len(opened) == 1
    assert (one.start_s, two.start_s) == pytest.approx((1.0, 2.0), abs=0.02)
    np.testing.assert_allclose(one.features[-16:-1], two.features[:15], atol=1e-5)
    cutter.read(path, 0.0, 0.5)  # before: from the beginning again
    assert len(opened) == 2
    with pytest.raises(SourceError, match=r"no picture from 60.0 s on"):
        cutter.read(path, 60.0, 61.0)
    cutter.close()


def test_annotations_name_the_offset_of_their_film(place):
    text = EAF.replace('MIME_TYPE="unknown"', 'MIME_TYPE="video/mp4" TIME_ORIGIN="500"')
    (place / "notes.eaf").write_text(text, encoding="utf-8")
    tier = read_annotations(place / "notes.eaf").tier("Gloss RH")
    assert [(one.start_s, one.end_s) for one in tier.annotations] == [(1.5, 3.0), (6.5, 8.0)]
