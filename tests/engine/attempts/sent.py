"""An attempt out of a recording that ships with the program, as the practice view would make it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from desktop_app import paths
from desktop_app.engine.attempts.records import ComparedReference, Note, SharedAttempt, make_attempt, with_note
from desktop_app.engine.feedback.compare import give_feedback
from desktop_app.engine.packs import open_pack
from desktop_app.engine.progress.records import SentenceKey
from desktop_app.engine.records import FeatureSequence
from desktop_app.engine.takes.take import Take
from desktop_app.engine.takes.trim import Span, cut
from tests.engine.progress.histories import attempt
from tests.helpers.takes import read_take

KEY = SentenceKey("Starter signs", "Thank you", "Everyday")


@cache
def recorded() -> Take:
    """The part of the sample in which "Thank you" is signed (samples/sample.json)."""
    take = read_take(paths.sample_recording())
    sequence = cut(take.sequence, Span(4.6, 7.6))
    frames = tuple(one for one in take.frames if sequence.start_s <= one.position_s < sequence.end_s)
    return Take(sequence, frames, take.luma[:0], take.fps)


@cache
def reference() -> FeatureSequence:
    pack = open_pack(paths.bundled_packs_dir() / "starter")
    return pack.features(next(row for row, clip in enumerate(pack.clips) if clip.sentence == KEY.sentence))


def made_attempt(*, signer: str = "Ama") -> SharedAttempt:
    take = recorded()
    feedback = give_feedback(reference(), take.sequence)
    record = attempt(
        KEY,
        overall=feedback.overall,
        channels={str(one.channel): one.score for one in feedback.channels},
        seconds=take.seconds,
    )
    shown = ComparedReference("Starter signs", "clip", "Thank you", reference())
    return replace(make_attempt(take, record, feedback=feedback, reference=shown), signer=signer)


@cache
def noted() -> SharedAttempt:
    """The same with two notes of a teacher's."""
    shown = made_attempt()
    shown = with_note(shown, Note(6.9, "Nice and calm here.", author="Mr Boateng"))
    channel = shown.feedback.channels[0].channel if shown.feedback else None
    return with_note(shown, Note(5.75, "Flat hand: fingers together.", channel, "Mr Boateng"))
