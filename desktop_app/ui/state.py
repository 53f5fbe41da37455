"""The state of the Live view as a frozen record, and the functions that derive the next one. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from desktop_app.engine.records import Prediction
from desktop_app.engine.tracking.live import LivePhase
from desktop_app.errors import AppError
from desktop_app.message import Message
from desktop_app.runtime.attempt_events import AttemptExplained
from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.kit.banner import Action, Banner, BannerTone


class SourcePhase(StrEnum):
    """State of the source as the window shows it."""

    NONE = "none"
    OPENING = "opening"
    PLAYING = "playing"
    PAUSED = "paused"
    ENDED = "ended"
    LOST = "lost"
    FAILED = "failed"


class EnginePhase(StrEnum):
    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Source:
    """The source as the window shows it."""

    phase: SourcePhase = SourcePhase.NONE
    name: str | Message = ""
    kind: str = ""  # camera, video, images or landmarks
    live: bool = False


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """The answer to one finished sign.

    Attributes:
        number: number of the sign since the start.
        announced: accepted outside the cooldown; the headline says "Recognised".
    """

    prediction: Prediction
    number: int
    announced: bool
    delay_ms: float | None


@dataclass(frozen=True, slots=True)
class Rates:
    """Figures of the status bar; None if not known yet."""

    camera_hz: float | None = None
    landmarks_hz: float | None = None
    delay_ms: float | None = None
    dropped: int = 0
    signs_dropped: int = 0


@dataclass(frozen=True, slots=True)
class LiveState:
    """Everything that the Live view paints except picture and motion curve."""

    source: Source = field(default_factory=Source)
    engine: EnginePhase = EnginePhase.LOADING
    phase: LivePhase = LivePhase.NO_PERSON
    collected: int = 0
    needed: int = 32
    preview: Prediction | None = None
    answer: ShownAnswer | None = None
    answer_fresh: bool = False  # nothing has been signed since the answer
    rates: Rates = field(default_factory=Rates)
    provider: str = ""
    provider_reason: str = ""
    packs: tuple[str, ...] = ()
    sentences: int = 0
    banners: tuple[Banner, ...] = ()
    why: AttemptExplained | None = None  # of the last attempt, until the next sign begins

    @property
    def shown(self) -> Prediction | None:
        """The answer to show: the preview during a sign, else the last answer."""
        if not self.shown_is_final:
            return self.preview
        return self.answer.prediction if self.answer else None

    @property
    def shown_is_final(self) -> bool:
        """Whether `shown` is the answer to a finished sign."""
        signing = self.phase is LivePhase.SIGNING and self.source.phase is not SourcePhase.ENDED
        return not (signing and self.preview is not None)


def with_landmarks(state: LiveState, phase: LivePhase, collected: int) -> LiveState:
    """The state after a frame was tracked."""
    fresh, preview, why = state.answer_fresh, state.preview, state.why
    if phase is LivePhase.SIGNING and state.phase is not LivePhase.SIGNING:
        # A new sign begins: preview and explanation belong to the previous one.
        fresh, preview, why = False, None, None
    return replace(state, phase=phase, collected=collected, answer_fresh=fresh, preview=preview, why=why)


def with_preview(state: LiveState, prediction: Prediction) -> LiveState:
    """A preview of the sign that is being made."""
    return replace(state, preview=prediction)


def sign_recognised(
    state: LiveState, prediction: Prediction, *, announced: bool, delay_ms: float | None
) -> LiveState:
    """A complete sign has been answered."""
    number = state.answer.number + 1 if state.answer else 1
    answer = ShownAnswer(prediction, number, announced, delay_ms)
    rates = replace(state.rates, delay_ms=delay_ms if delay_ms is not None else state.rates.delay_ms)
    return replace(state, answer=answer, answer_fresh=True, preview=None, rates=rates, why=None)


def attempt_explained(state: LiveState, why: AttemptExplained) -> LiveState:
    """An explanation of the last attempt; ignored if the next one has begun or another answer is shown."""
    ended = state.source.phase is SourcePhase.ENDED
    if state.phase is LivePhase.SIGNING and not ended:
        return state
    if why.prediction is not None and (state.answer is None or state.answer.prediction is not why.prediction):
        return state
    return replace(state, why=why)


def source_changed(state: LiveState, source: Source, error: AppError | None = None) -> LiveState:
    """A new state of the source, with or without a banner about it."""
    state = replace(state, source=source)
    if source.phase in (SourcePhase.NONE, SourcePhase.OPENING, SourcePhase.LOST, SourcePhase.FAILED):
        state = replace(state, phase=LivePhase.NO_PERSON, collected=0, preview=None, why=None)
    if source.phase is SourcePhase.LOST:
        text = localised(error.message) if error else tr("{name} gives no picture any more.", name=source.name)
        hint = (
            localised(error.hint)
            if error and error.hint
            else tr("Plug it in again; SignMirror goes on by itself.")
        )
        return with_banner(
            state,
            Banner(
                "source", BannerTone.WARNING, text, hint, (Action.OPEN_FILE, Action.PLAY_SAMPLE), closable=False
            ),
        )
    if source.phase is SourcePhase.FAILED:
        text = localised(error.message) if error else tr("The source cannot be opened.")
        hint = localised(error.hint) if error else ""
        actions = (Action.RETRY_SOURCE, Action.OPEN_FILE, Action.PLAY_SAMPLE)
        return with_banner(state, Banner("source", BannerTone.DANGER, text, hint, actions))
    return without_banner(state, "source")


def engine_ready(
    state: LiveState, *, provider: str, reason: Message, packs: tuple[str, ...], sentences: int
) -> LiveState:
    """Models and packs are loaded."""
    state = replace(
        state,
        engine=EnginePhase.READY,
        provider=provider,
        provider_reason=localised(reason),
        packs=packs,
        sentences=sentences,
    )
    return without_banner(state, "engine")


def engine_loading(state: LiveState) -> LiveState:
    """Models or packs are being loaded; an open library stays in use meanwhile."""
    return without_banner(replace(state, engine=EnginePhase.LOADING), "engine")


def engine_failed(state: LiveState, error: AppError) -> LiveState:
    """Models or packs could not be loaded."""
    text, hint = localised(error.message), localised(error.hint)
    banner = Banner("engine", BannerTone.DANGER, text, hint, (Action.RETRY_ENGINE,))
    return with_banner(replace(state, engine=EnginePhase.FAILED), banner)


def with_banner(state: LiveState, banner: Banner) -> LiveState:
    """Add a banner, replacing one about the same thing."""
    others = tuple(other for other in state.banners if other.about != banner.about)
    return replace(state, banners=(*others, banner))


def without_banner(state: LiveState, about: str) -> LiveState:
    """Remove a banner, if there is one."""
    kept = tuple(banner for banner in state.banners if banner.about != about)
    return state if len(kept) == len(state.banners) else replace(state, banners=kept)
