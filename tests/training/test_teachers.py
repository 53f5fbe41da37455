"""The published networks give the numbers that their own description in numpy gives, on recorded clips."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from desktop_app.engine.records import FloatArray
from desktop_app.errors import DatasetError
from desktop_app.training.collections import ArrayReader
from tests.helpers.shared import needs_shared

torch = pytest.importorskip("torch")
from desktop_app.training.teachers import word_teacher  # noqa: E402
from desktop_app.training.teachers.hand_teacher import HandTeacher  # noqa: E402
from desktop_app.training.teachers.word_teacher import WordTeacher  # noqa: E402


@pytest.fixture(scope="module")
def teachers() -> Path:
    return needs_shared() / "teachers"


@pytest.fixture(scope="module")
def published(teachers: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("published_teachers", teachers / "forward.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def clips() -> list[FloatArray]:
    reader = ArrayReader()
    path = next(iter(sorted((needs_shared() / "words").glob("*.npz"))))
    found = [reader.read(path, index) for index in range(0, 40, 5)]
    for clip in found:
        clip[:, 258:] = 0  # as in augmented views
    return found


def test_words_agree_with_the_published_network(
    teachers: Path, published: ModuleType, clips: list[FloatArray], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_teacher, "ASKED_FRAMES", word_teacher.FRAMES)
    teacher = WordTeacher(teachers)
    asked = 0
    for clip in clips:
        ready = published.prepare(clip, stretch=word_teacher.STRETCH)
        if ready is None:
            continue
        asked += 1
        _, dense, logits = published.word_features(*ready)
        mine, my_logits = teacher(torch.from_numpy(clip[None]))
        np.testing.assert_allclose(mine[0].numpy(), dense, atol=2e-3)
        np.testing.assert_allclose(my_logits[0].numpy(), logits, atol=2e-2)
    assert asked >= 4


def test_clips_of_a_batch_do_not_touch_each_other(teachers: Path, clips: list[FloatArray]) -> None:
    teacher = WordTeacher(teachers)
    frames = min(len(clip) for clip in clips)
    batch = torch.from_numpy(np.stack([clip[:frames] for clip in clips]))
    together = teacher(batch)[0]
    alone = torch.cat([teacher(one[None])[0] for one in batch])
    np.testing.assert_allclose(together.numpy(), alone.numpy(), atol=1e-4)


def test_a_clip_without_hands_has_an_answer(teachers: Path) -> None:
    dense, logits = WordTeacher(teachers)(torch.zeros(2, 20, 258))
    assert torch.isfinite(dense).all()
    assert torch.isfinite(logits).all()


def test_hands_agree_with_the_published_network(
    teachers: Path, published: ModuleType, clips: list[FloatArray]
) -> None:
    hands = np.concatenate([clip[:, 195:258].reshape(-1, 21, 3) for clip in clips])
    hands = hands[np.abs(hands).sum(axis=(1, 2)) > 0][:50]
    right = np.ones((len(hands), 1), np.float32)
    mine = HandTeacher(teachers)(torch.from_numpy(hands), torch.from_numpy(right))
    np.testing.assert_allclose(mine.numpy(), published.hand_embedding(hands, right), atol=1e-3)


def test_hands_of_a_mirrored_clip_are_the_same(teachers: Path, clips: list[FloatArray]) -> None:
    teacher = HandTeacher(teachers)
    rows = torch.from_numpy(clips[0][None, :, :258].copy())
    mirrored = rows.clone()
    turn = torch.tensor([-1.0, 1.0, 1.0]).repeat(21)
    mirrored[:, :, 132:195], mirrored[:, :, 195:258] = rows[:, :, 195:258] * turn, rows[:, :, 132:195] * turn
    np.testing.assert_allclose(teacher.of_clips(rows).numpy(), teacher.of_clips(mirrored).numpy(), atol=1e-3)


def test_a_folder_without_teachers_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="holds no teacher"):
        WordTeacher(tmp_path)
    with pytest.raises(DatasetError, match="holds no teacher"):
        HandTeacher(tmp_path)
