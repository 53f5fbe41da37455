"""Why an attempt was not recognised: the reason that was put in is the reason that is told, with its moment."""

from __future__ import annotations

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.feedback.why import Reason, why_not
from desktop_app.engine.records import FloatArray, Prediction
from desktop_app.engine.takes.take import Take
from tests.engine.feedback.answers import prediction
from tests.engine.recording.test_recording import moved_hand, take_of
from tests.helpers.people import person_row, sign_recording


def reasons(take: Take, *arguments: Prediction | None) -> dict[str, Reason]:
    found = why_not(take, *arguments)
    for reason in found:
        assert str(reason.text).endswith(".")
        assert 0 <= reason.frame < len(take.frames)
    return {reason.code: reason for reason in found}


def raw() -> FloatArray:
    return sign_recording()


def test_an_accepted_attempt_needs_no_reason():
    assert why_not(take_of(raw()), prediction(None, ("water", 0.9))) == ()


def test_what_the_search_said():
    take = take_of(raw())
    alike = reasons(take, prediction("ambiguous_top2", ("water", 0.81), ("water", 0.8), ("tea", 0.8)))
    assert list(alike) == ["too_alike"]
    assert str(alike["too_alike"].text) == "Two signs are too alike here: 'water' and 'tea'."
    unknown = reasons(take, prediction("low_similarity", ("water", 0.31)))
    assert "'water' (0.31)" in str(unknown["unknown"].text)
    assert "unlike_references" in reasons(take, prediction("prototype_disagreement", ("water", 0.7)))
    assert "no_movement" in reasons(take, prediction("low_motion"))
    assert "no_references" in reasons(take, prediction("low_similarity"))


def test_the_camera_comes_before_the_search():
    out = moved_hand(raw(), slice(48, 60), layout.RIGHT_HAND, layout.RIGHT_WRIST, (-0.6, 0))
    found = reasons(take_of(out), prediction("low_similarity", ("water", 0.3)))
    assert list(found) == ["hand_out", "unknown"]
    assert str(found["hand_out"].text) == "Your right hand leaves the picture on your right at 1.6 s."
    assert abs(found["hand_out"].frame - 48) <= 1
    assert "too_dark" in reasons(take_of(raw(), luma=25), prediction("low_similarity", ("water", 0.3)))


def test_no_hands_and_nobody():
    handless = raw()
    handless[:, layout.LEFT_HAND] = handless[:, layout.RIGHT_HAND] = 0
    assert next(iter(reasons(take_of(handless), None))) == "no_hands"
    assert next(iter(reasons(take_of(np.zeros_like(handless)), None))) == "no_person"


def test_no_sign_was_seen():
    still = np.stack([person_row((0.6, 0.6), (0.4, 0.6))] * 60)
    assert list(reasons(take_of(still), None)) == ["no_movement"]
    slow = np.stack([person_row((0.6 + 0.003 * i, 0.6), (0.4, 0.6)) for i in range(60)])
    found = reasons(take_of(slow), None)
    assert list(found) in (["too_slow"], ["no_movement"])
    blink = still.copy()
    for i in range(6):
        blink[30 + i] = person_row((0.6, 0.6 - 0.03 * i), (0.4, 0.6))
    blink[36:] = blink[35]
    assert list(reasons(take_of(blink), None)) == ["too_short"]


def test_too_fast_for_the_camera():
    rows = sign_recording(sign_s=1.5)
    fast = []
    for i, row in enumerate(rows[::3]):
        wrist = (0.62 - 0.2 * (i % 2), 0.62)
        fast.append(person_row(wrist, (0.38, 0.62)) if 10 <= i < 25 else row)
    taken = np.stack(fast)
    taken[11:25:2, layout.LEFT_HAND] = 0
    taken[11:25:2, layout.RIGHT_HAND] = 0
    found = reasons(take_of(taken, fps=10), prediction("low_similarity", ("water", 0.2), span=(1.0, 2.5)))
    assert "too_fast" in found
    assert "10 pictures a second" in str(found["too_fast"].text)
    calm = reasons(take_of(raw()[::3], fps=10), prediction("low_similarity", ("water", 0.2)))
    assert "slow_camera" in calm


def test_a_hand_that_the_reference_needs():
    take = take_of(raw())
    one_handed = raw()
    one_handed[:, layout.LEFT_HAND] = 0
    one_handed[:, layout.LEFT_WRIST * 4 + 1] = 1.2
    found = why_not(take_of(one_handed), prediction("low_similarity", ("water", 0.4)), reference=take.sequence)
    assert [reason.code for reason in found] == ["one_hand_missing", "unknown"]
    assert found[0].values["hand"] == "left"
