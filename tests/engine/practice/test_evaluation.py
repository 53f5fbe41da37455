"""What an attempt was worth: other people's signs from the sample, wrong ones, and nothing at all."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.engine import layout
from desktop_app.engine.feedback.alignment import Channel
from desktop_app.engine.practice.evaluation import (
    AttemptVerdict,
    Question,
    candidate_rows,
    evaluate,
    rows_of,
)
from desktop_app.engine.practice.library_rows import LibraryRows
from desktop_app.engine.records import FloatArray, LandmarkFrame
from tests.helpers.people import person_row, sign_recording
from tests.ui.practice.scenes import (
    HANDBAG,
    HELLO,
    LOVE,
    NO,
    THANK_YOU,
    judged,
    lesson_of,
    question_of,
    recogniser,
    sample_take,
    take_of,
)

SIGNS = {"Hello": HELLO, "Thank you": THANK_YOU, "No": NO, "I love you": LOVE, "Handbag": HANDBAG}


def frames_of(raw: FloatArray) -> tuple[LandmarkFrame, ...]:
    return tuple(
        LandmarkFrame(i, round((1 + i / 30) * 1e9), i / 30, row.copy(), 4 / 3) for i, row in enumerate(raw)
    )


@pytest.mark.parametrize("sentence", list(SIGNS))
def test_another_signers_sign_is_right_in_its_lesson_with_scores_and_praise(sentence):
    result = judged(sentence, SIGNS[sentence])
    assert result.verdict is AttemptVerdict.RIGHT
    assert result.seen_as is not None
    assert result.seen_as[1] == sentence
    assert result.reasons == ()
    assert result.feedback is not None
    assert result.feedback.overall > 50
    assert result.feedback.right
    assert result.reference_info is not None
    assert result.reference_info.sentence == sentence
    assert result.span.found
    assert result.attempt.end_s - result.attempt.start_s < result.take.seconds


def test_another_sentence_of_the_lesson_is_reported_with_feedback_against_the_one_asked():
    result = judged("Please", THANK_YOU)
    assert result.verdict is AttemptVerdict.OTHER
    assert result.seen_as == ("Starter signs", "Thank you")
    assert result.reference_info is not None
    assert result.reference_info.sentence == "Please"
    assert result.feedback is not None
    assert result.feedback.correction is Channel.SHAPE
    good = judged("Thank you", THANK_YOU).feedback
    assert good is not None
    assert result.feedback.overall < good.overall - 30
    assert result.feedback.moments


def test_only_the_sentences_of_the_lesson_are_candidates():
    lesson = lesson_of("Coffee")
    made = evaluate(sample_take(*THANK_YOU), question_of(lesson, "Coffee"), recogniser())
    assert made.verdict is AttemptVerdict.UNSURE
    assert made.prediction is not None
    names = {key.sentence for key in lesson.sentences}
    assert {line.sentence for line in made.prediction.results} <= names
    assert [reason.code for reason in made.reasons] == ["unknown"]
    assert 0 <= made.reasons[0].frame < len(made.take.frames)


def test_a_lesson_of_one_sentence_is_judged_among_its_pack():
    library = recogniser().library
    alone = Question(("Starter signs", "Thank you"), (("Starter signs", "Thank you"),))
    rows = candidate_rows(library, alone)
    assert {library.references[row].pack for row in rows} == {"Starter signs"}
    assert len({library.references[row].sentence for row in rows}) > 10
    assert evaluate(sample_take(*THANK_YOU), alone, recogniser()).verdict is AttemptVerdict.RIGHT
    assert evaluate(sample_take(*HELLO), alone, recogniser()).verdict is AttemptVerdict.OTHER


def test_a_free_attempt_searches_everything_and_shows_the_reference_of_its_answer():
    made = evaluate(sample_take(*LOVE), Question(None), recogniser())
    assert made.verdict is AttemptVerdict.RIGHT
    assert made.seen_as == ("Starter signs", "I love you")
    assert made.reference_info is not None
    assert made.reference_info.sentence == "I love you"
    assert made.feedback is not None
    assert len(candidate_rows(recogniser().library, Question(None))) == len(recogniser().library.references)


def test_where_a_sentence_is_asked_for_less_nearness_is_enough_than_where_none_is():
    freely = evaluate(sample_take(*HANDBAG), Question(None), recogniser())
    assert freely.verdict is AttemptVerdict.UNSURE
    assert freely.seen_as == ("Ghanaian signs", "Handbag")
    assert freely.feedback is None
    assert judged("Handbag", HANDBAG).verdict is AttemptVerdict.RIGHT


def test_no_hands_and_nobody_are_empty_with_the_reason():
    rows = sign_recording()
    rows[:, layout.LEFT_HAND] = rows[:, layout.RIGHT_HAND] = 0
    lesson = lesson_of("Please")
    question = question_of(lesson, "Please")
    handless = evaluate(take_of(frames_of(rows)), question, recogniser())
    assert handless.verdict is AttemptVerdict.EMPTY
    assert handless.prediction is None
    assert handless.reasons[0].code == "no_hands"
    nobody = evaluate(take_of(frames_of(np.zeros_like(rows))), question, recogniser())
    assert nobody.verdict is AttemptVerdict.EMPTY
    assert nobody.feedback is None
    assert nobody.reasons[0].code == "no_person"


def test_hands_that_lie_still_are_empty():
    still = np.stack([person_row((0.6, 0.6), (0.4, 0.6))] * 90)
    made = evaluate(take_of(frames_of(still)), question_of(lesson_of("Please"), "Please"), recogniser())
    assert made.verdict is AttemptVerdict.EMPTY
    assert [reason.code for reason in made.reasons] == ["no_movement"]


def test_a_sign_whose_start_was_not_seen_is_recognised_all_the_same():
    take = sample_take(9.0, 10.7)  # the middle of "No", hands up from first to last
    made = evaluate(take, question_of(lesson_of("No"), "No"), recogniser())
    assert made.seen_as is not None
    assert made.verdict is AttemptVerdict.RIGHT


def test_a_left_handers_attempt_is_compared_turned():
    right = evaluate(sample_take(*THANK_YOU), question_of(lesson_of("Thank you"), "Thank you"), recogniser())
    turned = []
    for frame in sample_take(*THANK_YOU).frames:
        raw = frame.raw.copy()
        raw[layout.X_COLUMNS] = np.where(raw[layout.X_COLUMNS] != 0, 1 - raw[layout.X_COLUMNS], 0)
        pose = raw[layout.POSE].reshape(33, 4)
        for one, other in layout.POSE_MIRROR:
            pose[[one, other]] = pose[[other, one]]
        left, other_hand = raw[layout.LEFT_HAND].copy(), raw[layout.RIGHT_HAND].copy()
        raw[layout.LEFT_HAND], raw[layout.RIGHT_HAND] = other_hand, left
        turned.append(replace(frame, raw=raw))
    made = evaluate(take_of(tuple(turned)), question_of(lesson_of("Thank you"), "Thank you"), recogniser())
    assert made.feedback is not None
    assert right.feedback is not None
    assert made.feedback.mirrored != right.feedback.mirrored
    assert made.feedback.overall == pytest.approx(right.feedback.overall, abs=12)


def test_a_subset_answers_as_its_library():
    library = recogniser().library
    rows = rows_of(library, ("Starter signs", "Coffee"))
    assert rows
    part = LibraryRows(library, rows)
    assert [info.sentence for info in part.references] == ["Coffee"] * len(rows)
    assert np.array_equal(part.embeddings, library.embeddings[list(rows)])
    assert np.array_equal(part.projection(0), library.projection(rows[0]))
    assert np.array_equal(part.features(0).features, library.features(rows[0]).features)
    info = part.references[0]
    whole = library.prototype(info.sentence_id, info.pack)
    own = part.prototype(info.sentence_id, info.pack)
    assert (whole is None) == (own is None)
    with pytest.raises(IndexError):
        LibraryRows(library, [10**6])
