"""A try out of a recording that ships with the program, as the practice view would make it."""

from __future__ import annotations

from functools import cache

from desktop_app import paths
from desktop_app.engine.feedback.compare import give_feedback
from desktop_app.engine.messages import FeatureSequence
from desktop_app.engine.packs import open_pack
from desktop_app.engine.progress.records import SentenceKey
from desktop_app.engine.recording.take import Take, read_take
from desktop_app.engine.recording.trim import Span, cut
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.tries.records import Note, Reference, Try, make_try, with_note
from tests.progress.histories import attempt

KEY = SentenceKey("Starter signs", "Thank you", "Everyday")


@cache
def recorded() -> Take:
    """The first seconds of the sample, with a sign in them."""
    take = read_take(open_source_spec(str(paths.sample_recording()), realtime=False), None)
    sequence = cut(take.sequence, Span(take.sequence.start_s, take.sequence.start_s + 4))
    frames = tuple(one for one in take.frames if one.position_s < sequence.end_s)
    return Take(sequence, frames, take.luma[:0], take.fps)


@cache
def reference() -> FeatureSequence:
    pack = open_pack(paths.bundled_packs_dir() / "starter")
    return pack.features(0)


def made_try(*, signer: str = "Ama") -> Try:
    take = recorded()
    feedback = give_feedback(reference(), take.sequence)
    record = attempt(
        KEY,
        right=False,
        overall=feedback.overall,
        channels={str(one.channel): one.score for one in feedback.channels},
        reasons=("unknown",),
        recognised="Please",
        seconds=take.seconds,
    )
    shown = Reference("Starter signs", "clip", "Thank you", reference())
    return make_try(take, record, feedback=feedback, reference=shown, signer=signer)


@cache
def noted() -> Try:
    """The same with two notes of a teacher's."""
    shown = made_try()
    shown = with_note(shown, Note(2.5, "Nice and calm here.", author="Mr Boateng"))
    channel = shown.feedback.channels[0].channel if shown.feedback else None
    return with_note(shown, Note(1.25, "Flat hand: fingers together.", channel, "Mr Boateng"))
