"""Background work of the Record view: prepare takes for playback, review them, write and encode packs.

Each function runs on a background thread, touches no widget, and raises AppError.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from desktop_app.engine.recording.own_packs import OwnPack, new_own_pack, own_packs
from desktop_app.engine.records import FeatureSequence, FloatArray
from desktop_app.engine.takes.trim import Span, cut, hand_speeds
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.errors import LandmarkError
from desktop_app.ui.player.clip import PlayerClip, avatar_clip, thumbnail
from desktop_app.ui.player.video_clip import video_clip
from desktop_app.ui.recording.state import MadeTake
from desktop_app.ui.recording.values import RecordValues

if TYPE_CHECKING:
    from desktop_app.engine.protocols import Encoder
    from desktop_app.engine.recording.review import TakeReview
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.ui.kit.relay import Report


@dataclass(frozen=True, slots=True, eq=False)
class Playable:
    """A take ready for playback: its clip, and the speed of the faster hand for each row (T,)."""

    number: int
    clip: PlayerClip
    speeds: FloatArray


@dataclass(frozen=True, slots=True)
class SavedTakes:
    """The pack that contains the saved takes, and the ids of their clips in it."""

    pack: OwnPack
    clip_ids: frozenset[str]


def make_playable(made: MadeTake, title: str) -> tuple[Playable, QImage]:
    """Prepare a take for playback, with its thumbnail: its video if it can be read, otherwise the avatar."""
    sequence = made.take.sequence
    video = video_clip(made.video, title) if made.video is not None else None
    clip = video or avatar_clip(title, "", sequence)
    return Playable(made.number, clip, hand_speeds(sequence)), thumbnail(clip)


def review_take(
    made: MadeTake,
    sentence: str,
    span: Span | None,
    others: Sequence[MadeTake],
    recogniser: Recogniser | None,
) -> TakeReview:
    """Review a take against the other takes of its sentence and against the open packs; see `assess_take`."""
    from desktop_app.engine.recording.review import assess_take

    parts = [part for part in map(_part, others) if part is not None]
    fits = recogniser is not None and recogniser.spec.feature_contract == TORSO_540
    return assess_take(made.take, sentence, span=span, others=parts, recogniser=recogniser if fits else None)


def save_takes(takes: Sequence[MadeTake], values: RecordValues) -> SavedTakes:
    """Add takes to a pack in one edit."""
    from desktop_app.engine.packs import PackEditor
    from desktop_app.engine.packs.removal import removed_if_empty
    from desktop_app.engine.recording import keep

    form = values.to_form()
    own = _pack_of(values, form.licence)
    kept = [keep.KeptTake(made.take, made.span, None if form.skeleton_only else made.video) for made in takes]
    with ExitStack() as held:
        if not values.pack:
            held.enter_context(removed_if_empty(own.folder))
        editor = held.enter_context(PackEditor(own.folder))
        clips = keep.save_takes(editor, kept, form)
    return SavedTakes(own, frozenset(clip.clip_id for clip in clips))


def encode_saved(saved: SavedTakes, encoder: Encoder, report: Report) -> None:
    """Make saved takes recognisable. Otherwise they are encoded when the library is opened."""
    from desktop_app.engine.packs import PackEditor
    from desktop_app.engine.recording.keep import encode_new

    with PackEditor(saved.pack.folder) as editor:
        if encoder.spec.feature_contract == editor.pack.feature_contract:
            with closing(encode_new(editor, encoder)) as steps:
                for done, total in steps:
                    report(done, total)


def _part(made: MadeTake) -> FeatureSequence | None:
    try:
        return cut(made.take.sequence, made.span)
    except LandmarkError:
        return None


def _pack_of(values: RecordValues, licence: str) -> OwnPack:
    if not values.pack:
        return new_own_pack(values.new_pack, values.language, licence)
    folder = Path(values.pack)
    known = {own.folder: own for own in own_packs()}
    if folder in known:
        return known[folder]
    return OwnPack(folder, folder.name, "", 0)  # the editor reports what is wrong with it
