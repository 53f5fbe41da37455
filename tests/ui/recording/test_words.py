"""The Record view in words: findings with their time in the take, and what is said in every state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.engine.takes.quality import BLOCKS, WARNS, QualityFinding
from desktop_app.errors import AppError
from desktop_app.message import NOTHING, Message
from desktop_app.ui.camera.headline import Mood
from desktop_app.ui.camera.takes import CurrentTake
from desktop_app.ui.kit.licences import CLASS_ONLY, LICENCES, licence_words
from desktop_app.ui.recording import flow
from desktop_app.ui.recording.state import RecordPhase, RecordState
from desktop_app.ui.recording.values import RecordValues, missing_words
from desktop_app.ui.recording.words import FindingWords, finding_words, record_headline, take_words
from tests.ui.recording.takes import good_take, with_take
from tests.ui.scenes import ready as live

FULL = RecordValues(sentence=" Good  morning ", signer="Ama", pack="/packs/mine")


def made(begin_s: float = 500.0):
    return with_take(RecordState(), 1, good_take(begin_s)).takes[0]


def test_a_finding_is_shown_with_what_helps():
    """Its moment stays on the take's own axis: it is a place to jump to."""
    text, advice = (
        Message("This is very close to “{sentence}” in {pack}.", sentence="Tea", pack="A"),
        Message("Look."),
    )
    shown = finding_words(QualityFinding("too_close", WARNS, text, advice, 501.2, 501.6))
    assert shown == FindingWords("This is very close to “Tea” in A.", "Look.", blocks=False, at_s=501.2)


def test_how_a_take_is_in_few_words():
    take = made()
    remark = QualityFinding("no_rest", WARNS, NOTHING, NOTHING, 0, 1)
    assert take_words(take) == "good"
    assert take_words(replace(take, findings=None)) == "being checked"
    assert take_words(replace(take, findings=(remark, remark))) == "Remarks: 2"
    assert take_words(replace(take, findings=(replace(remark, severity=BLOCKS),))) == "not usable"


def headline(state: RecordState, missing: tuple[str, ...] = ()):
    return record_headline(state, live(), missing)


def test_what_is_said_in_every_state():
    state = RecordState()
    assert headline(state, ("sentence",)).detail == missing_words("sentence")
    assert headline(state).text == "Ready to record"
    counting = flow.start(state, 0.0)
    assert headline(flow.tick(counting, 1.5)).progress == pytest.approx(0.5)
    recording = flow.tick(counting, 3.0)
    assert headline(recording).text == "Sign now"
    assert "No hand is seen" in headline(replace(recording, take=CurrentTake(seconds=3.0))).detail
    assert headline(replace(recording, take=CurrentTake(signs=1, rest_s=0.5))).text == "Rest your hands"
    assert headline(flow.stop(recording)).progress == -1
    review = with_take(state, 1, good_take())
    assert (headline(review).text, headline(review).mood) == ("Good take", Mood.GOOD)
    assert "Next take in 6 s" in headline(review).detail
    assert "Save the takes" in headline(flow.wait(review)).detail
    broken = flow.save_failed(review, AppError(Message("No room."), Message("Make room.")))
    assert (headline(broken).text, headline(broken).detail) == ("No room.", "Make room.")
    saving = replace(review, phase=RecordPhase.SAVING, done=1, total=4)
    assert headline(saving).progress == pytest.approx(0.25)
    saved = flow.was_saved(saving, 1)
    assert headline(saved).text == "Saved"
    assert headline(flow.now_recognised(saved)).detail == "Recognised from now on."


def test_what_is_missing_in_the_form():
    assert RecordValues().missing() == ("sentence", "signer", "new_pack")
    assert FULL.missing() == ()
    assert replace(FULL, skeleton_only=False).missing() == ("consent",)
    assert replace(FULL, skeleton_only=False, consented=True).missing() == ()
    assert replace(FULL, licence=" ").missing() == ("licence",)


def test_consent_is_kept_word_for_word_and_only_with_a_picture():
    form = replace(FULL, skeleton_only=False, consented=True).to_form()
    assert form.missing() == ()
    assert "video of me" in form.consent
    assert form.sentence == "Good morning"
    assert replace(FULL, consented=True).to_form().consent == ""


def test_licences_have_plain_words():
    assert LICENCES[0] == CLASS_ONLY
    assert licence_words(CLASS_ONLY) == "Only for this class"
    assert all(licence_words(licence) for licence in LICENCES)
