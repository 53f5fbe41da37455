"""The pack format: what is written comes back, what is damaged is named, nothing half-made appears."""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app import paths
from desktop_app.engine.packs import (
    NewReference,
    Pack,
    PackManifest,
    PackWriter,
    default_packs,
    find_pack,
    installed_packs,
    open_pack,
    verify_pack,
)
from desktop_app.engine.packs.safe_paths import is_safe_member, slug
from desktop_app.engine.packs.writer import record_encoder
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.errors import ContractMismatch, LandmarkError, PackDamaged, PackError
from tests.contract.test_library import SIGNS, write_pack
from tests.helpers.fake_encoder import FakeEncoder
from tests.helpers.models import made_up_sign, our_bundle

MANIFEST = PackManifest(
    "Everyday signs",
    "Ghanaian",
    "1.2",
    TORSO_540,
    "MIT",
    ("Somebody, MIT",),
    "adults who agreed",
    "For a test.",
)


@pytest.fixture
def pack_folder(tmp_path: Path) -> Path:
    """A written pack with a cache."""
    with PackWriter(tmp_path / "p", MANIFEST) as writer:
        for sign, take in SIGNS:
            writer.add(
                NewReference(
                    made_up_sign(sign, 30, take=take, fps=25),
                    f"Sign {sign}!",
                    signer_id=f"s{take}",
                )
            )
        writer.finish(FakeEncoder())
    return tmp_path / "p"


def reseal(folder: Path, **texts: str) -> None:
    """Replace lists of a pack and make pack.json agree, as somebody with bad intentions would."""
    document = json.loads((folder / "pack.json").read_text())
    for name, text in texts.items():
        file = f"{name}.csv"
        (folder / file).write_text(text)
        document["files"][file] = hashlib.sha256(text.encode()).hexdigest()
    (folder / "pack.json").write_text(json.dumps(document))


def test_what_was_written_comes_back(tmp_path):
    media = tmp_path / "clip.MP4"
    media.write_bytes(b"video")
    clip = made_up_sign(1, 33, fps=24)
    with PackWriter(tmp_path / "p", MANIFEST) as writer:
        writer.add(
            NewReference(
                clip,
                "Good morning",
                category="greeting",
                variant="Accra",
                signer_id="ama",
                handedness="left",
                source="somebody/repo",
                media=media,
                quality={"visibility": 0.9},
                licence="CC-BY-4.0",
                consent="form 7",
            )
        )
        assert not (tmp_path / "p").exists()
        writer.finish()
    pack = open_pack(tmp_path / "p")
    manifest = replace(pack.manifest, created="", files={})
    assert manifest == MANIFEST
    stored = pack.clips[0]
    assert (stored.clip_id, stored.sentence, stored.variant, stored.handedness) == (
        "good-morning", "Good morning", "Accra", "left",
    )  # fmt: skip
    assert (stored.fps, stored.frames, stored.licence, stored.consent) == (24, 33, "CC-BY-4.0", "form 7")
    assert stored.quality["visibility"] == 0.9
    assert stored.quality["motion_mean"] > 0
    assert pack.media_path(0) == tmp_path / "p" / "media" / "good-morning.mp4"
    features = pack.features(0)
    assert features.fps == 24
    assert features.features == pytest.approx(clip.features, abs=4e-3)  # half precision
    assert features.features.dtype == np.float32


def test_float32_features_come_back_exactly(tmp_path):
    clip = made_up_sign(2)
    with PackWriter(tmp_path / "p", MANIFEST, dtype="float32") as writer:
        writer.add(NewReference(clip, "x"))
        pack = writer.finish()
    assert np.array_equal(pack.features(0).features, clip.features)


def test_sentences_are_numbered_and_clips_named_apart(pack_folder):
    pack = open_pack(pack_folder)
    assert [clip.sentence_id for clip in pack.clips] == [0, 0, 1, 2, 2, 2]
    assert [clip.clip_id for clip in pack.clips] == [
        "sign-1", "sign-1-2", "sign-2", "sign-3", "sign-3-2", "sign-3-3",
    ]  # fmt: skip
    assert pack.sentences == 3


def test_a_good_pack_verifies(pack_folder):
    report = verify_pack(open_pack(pack_folder))
    assert report.ok
    assert (report.files, report.clips, report.cache) == (6, 6, "good")


DAMAGES = {
    "features/sign-2.npy": lambda path: path.write_bytes(path.read_bytes()[:-7]),
    "features/sign-3.npy": lambda path: path.unlink(),
    "features/sign-1.npy": lambda path: path.write_bytes(path.read_bytes()[:-1] + b"x"),
    "cache/projections.npy": lambda path: path.write_bytes(path.read_bytes()[:-1] + b"x"),
    "cache/prototypes.npz": lambda path: path.unlink(),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_verify_names_the_damaged_file(pack_folder, name):
    DAMAGES[name](pack_folder / name)
    report = verify_pack(open_pack(pack_folder))
    assert [problem.file for problem in report.problems] == [name]


def test_verify_reports_links_and_strangers(pack_folder, tmp_path):
    (pack_folder / "features" / "extra.npy").write_bytes(b"x")
    target = tmp_path / "elsewhere.npy"
    linked = pack_folder / "features" / "sign-1.npy"
    linked.rename(target)
    linked.symlink_to(target)
    report = verify_pack(open_pack(pack_folder))
    assert report.others == ("features/extra.npy",)
    assert [(one.file, "link" in str(one.reason)) for one in report.problems] == [("features/sign-1.npy", True)]


@pytest.mark.parametrize("name", ["clips.csv", "files.csv"])
def test_an_altered_list_is_noticed_on_opening(pack_folder, name):
    path = pack_folder / name
    path.write_text(path.read_text().replace("sign-1", "sign-9", 1))
    with pytest.raises(PackDamaged, match=name):
        open_pack(pack_folder)


@pytest.mark.parametrize("name", ["pack.json", "clips.csv", "files.csv"])
def test_a_missing_list_is_named(pack_folder, name):
    (pack_folder / name).unlink()
    with pytest.raises(PackDamaged, match=name):
        open_pack(pack_folder)


@pytest.mark.parametrize(
    "change",
    [
        {"format": "other"},
        {"name": ""},
        {"name": 3},
        {"files": ["x"]},
        {"attribution": [1]},
        {"feature_contract": ""},
    ],
)
def test_an_unusable_pack_json_is_refused(pack_folder, change):
    path = pack_folder / "pack.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    with pytest.raises(PackDamaged, match=r"pack\.json"):
        open_pack(pack_folder)


def test_a_pack_of_a_newer_program_asks_for_an_update(pack_folder):
    path = pack_folder / "pack.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format_version": 9}))
    with pytest.raises(PackError, match="newer") as caught:
        open_pack(pack_folder)
    assert caught.value.code == "pack.newer"


def test_a_pack_of_an_unknown_contract_is_refused(pack_folder):
    path = pack_folder / "pack.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"feature_contract": "hips-1"}))
    with pytest.raises(ContractMismatch):
        open_pack(pack_folder)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("feature_file", "../../secret.npy"),
        ("feature_file", "/etc/secret.npy"),
        ("feature_file", "C:\\secret.npy"),
        ("feature_file", "features/not-listed.npy"),
        ("media_file", "media/../../x.mp4"),
        ("clip_id", "sign-1-2"),
        ("clip_id", ""),
        ("sentence_id", "one"),
        ("fps", "0"),
        ("fps", "nan"),
        ("frames", "-1"),
        ("quality", "[1"),
    ],
)
def test_rows_that_cannot_be_meant_are_refused(pack_folder, column, value):
    rows = list(csv.DictReader((pack_folder / "clips.csv").read_text().splitlines()))
    rows[0][column] = value
    lines = [list(rows[0])] + [list(row.values()) for row in rows]
    text = "".join(
        ",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in line) + "\n" for line in lines
    )
    reseal(pack_folder, clips=text)
    with pytest.raises(PackDamaged, match=r"clips\.csv|files\.csv"):
        open_pack(pack_folder)


@pytest.mark.parametrize("text", ["", "clip_id\na\n", 'clip_id,sentence\n"x', "\x00"])
def test_lists_that_are_no_tables(pack_folder, text):
    reseal(pack_folder, clips=text)
    with pytest.raises(PackDamaged, match=r"clips\.csv"):
        open_pack(pack_folder)


def test_features_of_another_width_or_length_are_refused_when_read(pack_folder):
    pack = open_pack(pack_folder)
    np.save(pack_folder / "features" / "sign-1.npy", np.zeros((30, 258), np.float32))
    np.save(pack_folder / "features" / "sign-2.npy", np.zeros((29, 540), np.float32))
    np.save(pack_folder / "features" / "sign-3.npy", np.full((30, 540), np.nan, np.float32))
    with pytest.raises(PackDamaged, match="258 columns"):
        pack.features(0)
    with pytest.raises(PackDamaged, match="29 frames"):
        pack.features(2)
    with pytest.raises(PackDamaged, match="NaN"):
        pack.features(3)


def test_opening_touches_no_feature_file(pack_folder):
    for path in (pack_folder / "features").iterdir():
        path.unlink()
    assert len(open_pack(pack_folder).clips) == 6


def test_a_writer_that_is_left_early_leaves_nothing(tmp_path):
    def interrupted() -> None:
        with PackWriter(tmp_path / "p", MANIFEST) as writer:
            writer.add(NewReference(made_up_sign(1), "x"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert list(tmp_path.iterdir()) == []


def test_a_failing_rewrite_keeps_the_old_pack(tmp_path):
    folder = write_pack(tmp_path / "p", SIGNS)
    before = (folder / "pack.json").read_bytes()
    with PackWriter(folder, MANIFEST) as writer, pytest.raises(PackError):
        writer.finish()  # without a clip
    assert (folder / "pack.json").read_bytes() == before
    with PackWriter(folder, MANIFEST) as writer:
        writer.add(NewReference(made_up_sign(9), "new"))
        writer.finish(FakeEncoder())
    assert [clip.sentence for clip in open_pack(folder).clips] == ["new"]
    assert [path.name for path in tmp_path.iterdir()] == ["p"]


def test_what_the_writer_refuses(tmp_path):
    with PackWriter(tmp_path / "p", MANIFEST) as writer:
        writer.add(NewReference(made_up_sign(1), "a", clip_id="same"), sentence_id=4)
        with pytest.raises(PackError, match="Same"):
            writer.add(NewReference(made_up_sign(1), "a", clip_id="Same"))
        with pytest.raises(PackError, match="two different"):
            writer.add(NewReference(made_up_sign(1), "a"), sentence_id=5)
        with pytest.raises(PackError, match="sentence"):
            writer.add(NewReference(made_up_sign(1), " "))
        with pytest.raises(PackError, match=r"gone\.mp4"):
            writer.add(NewReference(made_up_sign(1), "b", media=tmp_path / "gone.mp4"))
        broken = made_up_sign(1)
        broken = replace(broken, features=np.full_like(broken.features, np.inf))
        with pytest.raises(LandmarkError):
            writer.add(NewReference(broken, "c"))
    with pytest.raises(ContractMismatch):
        PackWriter(tmp_path / "q", replace(MANIFEST, feature_contract="none"))
    (tmp_path / "file").write_text("")
    with pytest.raises(PackError, match="cannot be made"):
        PackWriter(tmp_path / "file" / "p", MANIFEST)


def test_the_encoder_is_recorded_atomically(pack_folder):
    pack = record_encoder(open_pack(pack_folder), "ab" * 32)
    assert open_pack(pack_folder).manifest.encoder_sha256 == pack.manifest.encoder_sha256 == "ab" * 32


def test_packs_are_found_by_folder_title_and_path(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "bundled_packs_dir", lambda: tmp_path / "shipped")
    shipped = write_pack(tmp_path / "shipped" / "starter", SIGNS, "Starter signs")
    mine = write_pack(paths.user_packs_dir() / "mine", SIGNS, "My signs")
    (paths.user_packs_dir() / ".mine.building-12345678").mkdir()
    assert installed_packs() == [shipped, mine]
    assert find_pack("Starter") == shipped
    assert find_pack("my signs") == mine
    assert find_pack(str(mine)) == mine
    with pytest.raises(PackError, match="nope") as caught:
        find_pack("nope")
    assert "starter, mine" in str(caught.value.hint)
    bundle = our_bundle(tmp_path / "model")
    assert [pack.folder for pack in opened(default_packs(bundle))] == [shipped, mine]
    assert default_packs(replace(bundle, contract="ghsl-540-v1")) == []


def test_a_damaged_pack_is_left_out_and_reported(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "bundled_packs_dir", lambda: tmp_path / "shipped")
    sound = write_pack(tmp_path / "shipped" / "sound", SIGNS, "Sound")
    hurt = write_pack(tmp_path / "shipped" / "hurt", SIGNS, "Hurt")
    (hurt / "clips.csv").write_text("cut off")
    told = []
    packs = default_packs(our_bundle(tmp_path / "model"), lambda path, error: told.append((path, error)))
    assert [pack.folder for pack in opened(packs)] == [sound]
    ((path, error),) = told
    assert path == hurt
    assert "clips.csv" in str(error.message)
    with pytest.raises(PackDamaged):
        default_packs(our_bundle(tmp_path / "model2"))


def opened(packs):
    assert all(isinstance(pack, Pack) for pack in packs)
    return packs


@pytest.mark.parametrize("what", ["nothing", "empty"])
def test_what_is_no_pack_is_said_so(tmp_path, what):
    (tmp_path / "empty").mkdir()
    with pytest.raises(PackError) as caught:
        open_pack(tmp_path / what)
    assert caught.value.code == "pack.not_found"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("features/a.npy", True),
        ("media/grüße 1.mp4", True),
        ("", False),
        ("/a", False),
        ("a//b", False),
        ("a/../b", False),
        ("./a", False),
        ("a\\b", False),
        ("C:/a", False),
        ("a/con.npy", False),
        ("nul", False),
        ("a.", False),
        ("a\n", False),
        ("x" * 201, False),
        ("\N{GRINNING FACE}" * 70, False),  # 280 bytes
    ],
)
def test_names_that_are_safe_on_every_system(name, safe):
    assert is_safe_member(name) == safe


@pytest.mark.parametrize(
    ("text", "name"),
    [("Good morning!", "good-morning"), ("../x", "x"), ("…", "clip"), ("CON", "clip"), ("é a", "a")],
)
def test_slugs_are_safe(text, name):
    assert slug(text) == name
    assert is_safe_member(slug(text))


def test_the_packs_that_ship_are_whole_and_in_our_contract():
    shipped = [path for path in installed_packs() if paths.bundled_packs_dir() in path.parents]
    for path in shipped:
        pack = open_pack(path)
        assert verify_pack(pack).problems == ()
        assert pack.feature_contract == TORSO_540
        assert pack.manifest.licence
        assert pack.manifest.attribution
