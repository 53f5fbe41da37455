"""Turns the pipeline's events into the next state of the window. Qt-free."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.runtime.attempt_events import AttemptExplained
from desktop_app.runtime.events import (
    Event,
    LandmarksReady,
    LetterReaderReady,
    PreviewReady,
    RecogniserReady,
    SignRecognised,
    SourceState,
    SourceStatus,
    StatsUpdated,
    WorkerFault,
)
from desktop_app.ui import state as states
from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.kit.banner import Action, Banner, BannerTone
from desktop_app.ui.state import LiveState, Rates, Source, SourcePhase

_PHASES = {
    SourceStatus.OPENING: SourcePhase.OPENING,
    SourceStatus.RUNNING: SourcePhase.PLAYING,
    SourceStatus.PAUSED: SourcePhase.PAUSED,
    SourceStatus.LOST: SourcePhase.LOST,
    SourceStatus.UNAVAILABLE: SourcePhase.FAILED,
    SourceStatus.ENDED: SourcePhase.ENDED,
    SourceStatus.CLOSED: SourcePhase.NONE,
}


def reduce(state: LiveState, event: Event) -> LiveState:
    """The state after an event. Frames do not change it; they are painted."""
    match event:
        case LandmarksReady():
            return states.with_landmarks(state, event.phase, event.collected)
        case PreviewReady():
            return states.with_preview(state, event.prediction)
        case SignRecognised():
            return states.sign_recognised(
                state, event.prediction, announced=event.announced, delay_ms=event.delay_ms
            )
        case AttemptExplained():
            return states.attempt_explained(state, event)
        case SourceState():
            return _source(state, event)
        case LetterReaderReady(remarks=remarks):
            state = states.without_banner(state, "letters")
            if not remarks:
                return state
            text = "\n".join(localised(remark) for remark in remarks)
            hint = tr("Put a list with one name for each class beside the model.")
            return states.with_banner(state, Banner("letters", BannerTone.WARNING, text, hint))
        case RecogniserReady():
            spec = event.recogniser.spec
            references = event.recogniser.library.references
            packs = tuple(dict.fromkeys(reference.pack for reference in references))
            sentences = len({(reference.pack, reference.sentence_id) for reference in references})
            return states.engine_ready(
                state, provider=spec.provider, reason=spec.provider_reason, packs=packs, sentences=sentences
            )
        case WorkerFault():
            return _fault(state, event)
        case StatsUpdated():
            stats = event.stats
            return replace(
                state,
                rates=Rates(
                    camera_hz=stats.capture_fps,
                    landmarks_hz=stats.landmark_fps,
                    delay_ms=stats.delay_ms or state.rates.delay_ms,
                    dropped=stats.dropped,
                    signs_dropped=stats.signs_dropped,
                ),
            )
        case _:
            return state


def _source(state: LiveState, event: SourceState) -> LiveState:
    source = replace(state.source, phase=_PHASES[event.status])
    if event.info is not None:
        source = Source(source.phase, event.info.name, event.info.kind, event.info.live)
    return states.source_changed(state, source, event.error)


def _fault(state: LiveState, event: WorkerFault) -> LiveState:
    if event.worker == "recogniser":
        return states.engine_failed(state, event.error)
    text, hint = localised(event.error.message), localised(event.error.hint)
    if event.worker == "letters":
        retry = (Action.RETRY_LETTERS,)
        return states.with_banner(state, Banner("letters", BannerTone.DANGER, text, hint, retry))
    hint = hint or tr("Choose the source again; if it does not help, restart SignMirror.")
    tone = BannerTone.DANGER if event.fatal else BannerTone.WARNING
    banner = Banner(f"worker {event.worker}", tone, text, hint, (Action.RETRY_SOURCE,))
    return states.with_banner(state, banner)
