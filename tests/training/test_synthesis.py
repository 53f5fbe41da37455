"""Synthesised references: barycentre, retargeting, choice of takes, and the packs and sample that ship."""

from __future__ import annotations

import json

import numpy as np
import pytest

from desktop_app import paths
from desktop_app.engine import layout
from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.encoder.onnx import OnnxEncoder
from desktop_app.engine.packs import open_pack, verify_pack
from desktop_app.engine.protocols import LandmarkExtractor
from desktop_app.engine.records import LandmarkFrame
from desktop_app.engine.search.library import open_library
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.sources.recording import load_recording
from desktop_app.engine.tracking.live import LiveTracker, SignWindow
from desktop_app.engine.tracking.offline import ClipReader, recognise_clip
from desktop_app.errors import DatasetError, ModelMissing
from scripts.synthesis.alignment import channels, distance
from scripts.synthesis.barycentre import barycentre, signer_weights, stretch
from scripts.synthesis.body import ARMS, HAND_TREE, POSE_DEPTH, NeutralBody, hand_bones
from scripts.synthesis.camera import film
from scripts.synthesis.check import by_dtw
from scripts.synthesis.collection import Collection
from scripts.synthesis.ghanaian import Piece, parse_pieces, read_table
from scripts.synthesis.performer import Utterance, perform
from scripts.synthesis.retarget import bend_arm, retarget
from scripts.synthesis.sample import CAMERA, sample_body
from scripts.synthesis.selection import average_linkage, choose
from scripts.synthesis.starter import KEPT_FOR_SAMPLE, category_of, takes_on_body
from scripts.synthesis.takes import SynthesisTake, clean, mirrored, raised, smooth, trim
from tests.helpers.shared import needs_shared

PACKS = ("starter", "ghanaian")


@pytest.fixture(scope="module")
def body():
    return NeutralBody.load()


@pytest.fixture(scope="module")
def movement():
    """A real shape of movement: one shipped reference."""
    pack = open_pack(paths.bundled_packs_dir() / "starter")
    row = next(i for i, clip in enumerate(pack.clips) if clip.sentence == "Large")
    sequence = pack.features(row)
    return sequence.features.astype(np.float32), sequence.present.copy()


def take(features, present, signer="a/1"):
    return SynthesisTake("x", signer, "ASL", "s/r", "MIT", signer, features.copy(), present.copy())


def _as_take(rows, signer):
    return take(rows[0], rows[1], signer)


def warped(features, present, rows, power):
    """The same movement on another clock."""
    at = (np.linspace(0, 1, rows) ** power * (len(features) - 1)).round().astype(int)
    return features[at], present[at]


def arm_lengths(features):
    pose = features[:, layout.POSE].reshape(-1, 33, 4)[:, :, :3] * np.array([1, 1, POSE_DEPTH])
    upper = [np.linalg.norm(pose[:, elbow] - pose[:, shoulder], axis=1) for shoulder, elbow, _, _ in ARMS]
    fore = [np.linalg.norm(pose[:, wrist] - pose[:, elbow], axis=1) for _, elbow, wrist, _ in ARMS]
    return np.array(upper), np.array(fore)


class TestBarycentre:
    def test_gives_back_a_sequence_from_warped_copies(self, movement):
        features, present = movement
        copies = [
            _as_take(warped(features, present, rows, power), f"s/{power}")
            for rows, power in ((50, 0.8), (60, 1.0), (75, 1.25))
        ]
        mean, seen = barycentre(copies)
        assert len(mean) == 60
        apart = distance(channels(mean, seen), channels(features, present))
        other = distance(channels(mean[::-1].copy(), seen[::-1].copy()), channels(features, present))
        assert apart < 0.15 < other

    def test_every_signer_weighs_the_same(self, movement):
        features, present = movement
        takes = [take(features, present, "a/1")] * 9 + [take(features, present, "b/1")]
        weights = signer_weights(takes)
        assert weights[:9].sum() == pytest.approx(0.5)
        assert weights[9] == pytest.approx(0.5)

    def test_hand_that_most_do_not_show_is_absent(self, movement):
        features, present = movement
        without = features.copy(), present.copy()
        without[0][:, layout.LEFT_HAND] = 0
        without[1][:, 1] = False
        mean, seen = barycentre(
            [
                take(features, present, "a/1"),
                take(without[0], without[1], "b/1"),
                take(without[0], without[1], "c/1"),
            ]
        )
        assert not seen[:, 1].any()
        assert not mean[:, layout.LEFT_HAND].any()
        assert seen[:, 2].mean() > 0.8

    def test_nothing_to_average(self):
        with pytest.raises(DatasetError):
            barycentre([])

    def test_stretch_keeps_the_ends(self, movement):
        features, present = movement
        longer, seen = stretch(features, present, 2 * len(features))
        np.testing.assert_allclose(longer[[0, -1]], features[[0, -1]], atol=1e-6)
        assert longer.shape[0] == seen.shape[0] == 2 * len(features)


class TestRetarget:
    def test_bones_have_the_lengths_of_the_body(self, movement, body):
        other = sample_body(body)
        features = retarget(movement[0], movement[1], other)
        present = movement[1]
        for part, columns in ((1, layout.LEFT_HAND), (2, layout.RIGHT_HAND)):
            hands = features[present[:, part], columns].reshape(-1, 21, 3)
            np.testing.assert_allclose(
                hand_bones(hands), np.broadcast_to(other.hand, (len(hands), 20)), atol=2e-4
            )
        upper, fore = arm_lengths(features)
        np.testing.assert_allclose(upper, other.upper_arm, atol=1e-3)
        np.testing.assert_allclose(fore, other.forearm, atol=1e-3)

    def test_its_own_body_changes_nothing(self, movement, body):
        once = retarget(movement[0], movement[1], body)
        np.testing.assert_allclose(retarget(once, movement[1], body), once, atol=2e-3)

    def test_wrists_keep_their_place_and_the_shoulders_theirs(self, movement, body):
        features = retarget(movement[0], movement[1], body)
        seen = movement[1][:, 2]
        np.testing.assert_allclose(
            features[seen, layout.RIGHT_HAND][:, :2], movement[0][seen, layout.RIGHT_HAND][:, :2], atol=2e-3
        )
        pose = features[:, layout.POSE].reshape(-1, 33, 4)
        assert np.ptp(pose[:, [11, 12], :3], axis=0).max() < 1e-6

    @pytest.mark.parametrize("wrist", [(0, 1, 0), (0, 9, 0), (0, 0.001, 0), (3, 3, 3)])
    def test_arm_of_any_reach(self, wrist):
        shoulder, elbow = np.zeros((1, 3), np.float32), np.array([[0.2, 0.1, 0.1]], np.float32)
        bent, hand = bend_arm(shoulder, elbow, np.array([wrist], np.float32), 0.9, 1.0)
        assert np.isfinite(bent).all()
        assert np.linalg.norm(bent) == pytest.approx(0.9, abs=1e-3)
        assert np.linalg.norm(hand - bent) == pytest.approx(1.0, abs=1e-3)

    def test_tree_reaches_every_joint_once(self):
        assert sorted(child for _, child in HAND_TREE) == list(range(1, 21))

    def test_damaged_body_is_refused(self, tmp_path):
        (tmp_path / "body.json").write_text('{"trunk": [[0, 0, 0]]}')
        with pytest.raises(DatasetError):
            NeutralBody.load(tmp_path / "body.json")


class TestTakes:
    def test_mirrored_twice_is_the_same_but_the_face(self, movement):
        features, present = movement
        twice, seen = mirrored(*mirrored(features, present))
        np.testing.assert_allclose(twice[:, :258], features[:, :258], atol=1e-6)
        np.testing.assert_array_equal(seen[:, :3], present[:, :3])
        assert not seen[:, 3].any()

    def test_short_loss_is_drawn_through_and_a_long_one_is_not(self, movement):
        features, present = (array.copy() for array in movement)
        middle = len(features) // 2
        for start, stop in ((middle, middle + 4),):
            features[start:stop, layout.RIGHT_HAND] = 0
            present[start:stop, 2] = False
        mended, seen = clean(features, present)
        assert seen[middle : middle + 4, 2].all()
        assert np.abs(mended[middle : middle + 4, layout.RIGHT_HAND]).sum() > 1
        present[10:40, 2] = False
        features[10:40, layout.RIGHT_HAND] = 0
        assert not clean(features, present)[1][15:35, 2].any()

    def test_rest_at_both_ends_is_cut(self, movement, body):
        features, present = movement
        done = perform([Utterance("x", features, present)], body, rest_s=2.0, raise_s=0.4)
        rows, seen = trim(done.features, done.present)
        assert len(done.features) - len(rows) > 60
        assert raised(rows, seen)[0].max() > 0.2

    def test_smoothing_leaves_absent_parts_alone(self, movement):
        features, present = (array.copy() for array in movement)
        present[:20, 1] = False
        features[:20, layout.LEFT_HAND] = 0
        assert not smooth(features, present, 0.1)[:20, layout.LEFT_HAND].any()


class TestSelection:
    def test_linkage_joins_near_ones_only(self):
        apart = np.array([[0, 0.1, 5], [0.1, 0, 5], [5, 5, 0.0]])
        assert sorted(map(sorted, average_linkage(apart, 1.0))) == [[0, 1], [2]]

    def test_left_handed_take_joins_and_is_turned(self, movement):
        features, present = (array.copy() for array in movement)
        features[:, layout.LEFT_HAND] = 0
        present[:, 1] = False
        turned, seen = mirrored(features, present)
        (cluster,) = choose([take(features, present, "a/1"), take(turned, seen, "b/1")])
        assert cluster.signers == ("a/1", "b/1")
        assert all(item.present[:, 2].any() and not item.present[:, 1].any() for item in cluster.takes)

    def test_one_signer_makes_no_cluster(self, movement):
        assert choose([take(movement[0], movement[1], "a/1"), take(movement[0], movement[1], "a/1")]) == []


class TestGhanaianTable:
    def test_pieces(self):
        assert parse_pieces("a@1.5-;b-2@0-0.5") == (Piece("a", 1.5, None), Piece("b-2", 0.0, 0.5))
        with pytest.raises(DatasetError):
            parse_pieces("a@-")

    def test_shipped_pack_has_every_sign_of_the_table(self):
        table = read_table(paths.assets_dir().parent / "scripts/build/ghanaian_signs.csv")
        wanted = {sign.sentence for sign in table if not sign.is_left_out}
        clips = open_pack(paths.bundled_packs_dir() / "ghanaian").clips
        assert {clip.sentence for clip in clips} == wanted
        assert {clip.category for clip in clips} == {sign.category for sign in table if not sign.is_left_out}


@pytest.mark.parametrize("name", PACKS)
class TestShippedPacks:
    def test_verifies_and_names_its_sources(self, name):
        pack = open_pack(paths.bundled_packs_dir() / name)
        assert verify_pack(pack).ok
        assert pack.manifest.licence
        assert pack.manifest.consent
        assert all("signer" in line and "clip" in line for line in pack.manifest.attribution)
        assert all(clip.source and clip.licence and clip.category for clip in pack.clips)

    def test_references_are_whole(self, name, body):
        pack = open_pack(paths.bundled_packs_dir() / name)
        for row, clip in enumerate(pack.clips):
            sequence = pack.features(row)
            assert np.isfinite(sequence.features).all(), clip.clip_id
            assert sequence.present[:, 0].all(), clip.clip_id
            assert sequence.present[:, 1:3].any(axis=1).mean() > 0.4, clip.clip_id
            assert 20 <= len(sequence.features) <= 200, clip.clip_id
            for part, columns in ((1, layout.LEFT_HAND), (2, layout.RIGHT_HAND)):
                hands = sequence.features[sequence.present[:, part], columns].reshape(-1, 21, 3)
                # float16 rounds a coordinate to a thousandth of the torso
                np.testing.assert_allclose(
                    hand_bones(hands.astype(np.float32)),
                    np.broadcast_to(body.hand, (len(hands), 20)),
                    atol=3e-3,
                    err_msg=clip.clip_id,
                )


def test_starter_references_have_several_signers():
    for clip in open_pack(paths.bundled_packs_dir() / "starter").clips:
        assert clip.quality["signers"] >= 2, clip.clip_id
        assert clip.category == category_of(clip.sentence[0].lower() + clip.sentence[1:])
        assert clip.variant


def test_packs_stay_small():
    size = sum(
        path.stat().st_size for name in PACKS for path in (paths.bundled_packs_dir() / name).rglob("*.*")
    )
    assert size < 12 << 20


class TestSample:
    def test_film_is_what_the_normaliser_undoes(self, movement, body):
        done = perform([Utterance("x", *movement)], body, rest_s=0.5, raise_s=0.4)
        raw, times = film(done.features, done.present, CAMERA, seed=1)
        again, _ = film(done.features, done.present, CAMERA, seed=1)
        np.testing.assert_allclose(raw, again, atol=1e-6)
        assert (np.diff(times) > 0).all()
        assert np.ptp(np.diff(times)) > 0.005
        tracker = LiveTracker()
        rows = [
            tracker.step(LandmarkFrame(i, int(t * 1e9), float(t), row, CAMERA.aspect)).row
            for i, (row, t) in enumerate(zip(raw, times, strict=True))
        ]
        shoulders = np.array([row.features[layout.RIGHT_SHOULDER * 4] for row in rows[10:]])
        assert abs(shoulders.mean() + body.trunk[layout.LEFT_SHOULDER, 0]) < 0.03

    def test_every_sign_passes_the_gate_once(self):
        signs = json.loads(paths.sample_recording().with_suffix(".json").read_text())["signs"]
        windows = [window.sequence for window in _windows()]
        assert len(windows) == len(signs)
        for sign, window in zip(signs, windows, strict=True):
            overlap = min(sign["end_s"], window.end_s) - max(sign["start_s"], window.start_s)
            assert overlap > 0.3 * (sign["end_s"] - sign["start_s"])

    def test_movements_are_found_without_an_encoder(self):
        """The hands alone say what most of the signs are: the sample itself is fair."""
        entries = []
        for name in PACKS:
            pack = open_pack(paths.bundled_packs_dir() / name)
            for row, clip in enumerate(pack.clips):
                sequence = pack.features(row)
                entries.append((clip.sentence, sequence.features.astype(np.float32), sequence.present))
        signs = json.loads(paths.sample_recording().with_suffix(".json").read_text())["signs"]
        queries = [("", w.sequence.features, w.sequence.present) for w in _windows()]
        found = by_dtw(entries, queries)
        first = [sign["sentence"] == labels[0] for sign, labels in zip(signs, found, strict=True)]
        assert sum(first) >= 4
        assert all(sign["sentence"] in labels[:3] for sign, labels in zip(signs, found, strict=True))

    def test_shipped_encoder_lists_the_signs(self):
        """Among the first five of all sentences; how many come first is in docs/references.md."""
        try:
            bundle = load_bundle(None, {})
        except ModelMissing as error:
            pytest.skip(str(error))
        encoder = OnnxEncoder(bundle)
        packs = [open_pack(paths.bundled_packs_dir() / name) for name in PACKS]
        recogniser = Recogniser(encoder, open_library(packs, encoder), bundle.thresholds)
        report = recognise_clip(
            "sample",
            open_source_spec(str(paths.sample_recording()), realtime=False),
            ClipReader(_no_extractor),
            LiveTracker(bundle.contract),
            recogniser,
        )
        signs = json.loads(paths.sample_recording().with_suffix(".json").read_text())["signs"]
        listed = [
            sign["sentence"] in [line.sentence for line in prediction.results[:5]]
            for sign, prediction in zip(signs, report.predictions, strict=True)
        ]
        assert sum(listed) >= 4, listed

    def test_kept_signers_are_in_no_reference(self):
        clips = open_pack(paths.bundled_packs_dir() / "starter").clips
        signs = json.loads(paths.sample_recording().with_suffix(".json").read_text())["signs"]
        for sign in signs:
            if sign["sentence"].lower() not in KEPT_FOR_SAMPLE:
                continue
            first = next(clip for clip in clips if clip.sentence == sign["sentence"])
            for source in sign["made_of"].split("; "):
                assert source.split(" (")[0] not in first.source


def _no_extractor() -> LandmarkExtractor:
    raise AssertionError("a landmark recording needs no extractor")


def _windows() -> list[SignWindow]:
    recording = load_recording(paths.sample_recording())
    tracker = LiveTracker()
    windows: list[SignWindow] = []
    for i, (row, time_s) in enumerate(zip(recording.raw, recording.captured_s, strict=True)):
        step = tracker.step(LandmarkFrame(i, int(time_s * 1e9), float(time_s), row.copy(), recording.aspect))
        windows += [step.finished] if step.finished else []
    last = tracker.finish()
    return [*windows, last] if last else windows


def test_same_sign_of_several_people_is_one_movement(body):
    takes = takes_on_body(Collection(needs_shared() / "words"), "water", body)
    (cluster,) = choose(takes)
    assert len(cluster.signers) == 2
    assert all(np.isfinite(item.features).all() for item in cluster.takes)
