"""The Library's facts in words: marks of packs, figures of a reference, reasons of a refusal. Qt-free."""

from __future__ import annotations

from datetime import datetime

from desktop_app.engine.packs.index import IndexedPack, PackKind, Sentence
from desktop_app.engine.packs.manifest import ReferenceClip
from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.kit.licences import CLASS_ONLY, licence_words


def shown_licence(licence: str) -> str:
    """A licence as people read it: the one for a class has no name that anybody knows."""
    return licence_words(licence) if licence == CLASS_ONLY else licence


def kind_words(kind: PackKind) -> str:
    """The mark of a pack in the list."""
    return {
        PackKind.OWN: tr("Yours"),
        PackKind.SHIPPED: tr("Comes with SignMirror"),
        PackKind.LOCKED: tr("Read only"),
    }[kind]


def pack_lines(pack: IndexedPack) -> tuple[str, str]:
    """What stands under the name of a pack: how much it holds, and whose it is."""
    if pack.manifest is None:
        return tr("Damaged"), localised(pack.error.message) if pack.error else ""
    first = tr("Sentences: {count}", count=len(pack.sentences))
    if pack.is_alphabet:
        return first, tr("For Spelling")
    return first, kind_words(pack.kind)


def pack_facts(pack: IndexedPack | None) -> str:
    """What stands below the list of packs about the chosen one."""
    if pack is None or pack.manifest is None:
        return tr("Packs with a tick are searched.")
    manifest = pack.manifest
    facts = [
        manifest.language,
        tr("Version: {version}", version=manifest.version) if manifest.version else "",
        tr("Takes: {count}", count=pack.clips),
        tr("Licence: {licence}", licence=shown_licence(manifest.licence))
        if manifest.licence
        else tr("No licence is stated."),
    ]
    if not pack.is_own:
        facts.append(tr("To change it, make an own copy."))
    return "\n".join(fact for fact in facts if fact)


def pack_tip(pack: IndexedPack) -> str:
    """Everything about a pack, for its tool tip and for screen readers."""
    if pack.manifest is None:
        return f"{pack.name}\n{localised(pack.error.message) if pack.error else ''}"
    manifest = pack.manifest
    lines = [
        manifest.name,
        tr("Language of signs: {language}", language=manifest.language) if manifest.language else "",
        tr("Version: {version}", version=manifest.version) if manifest.version else "",
        tr("Licence: {licence}", licence=shown_licence(manifest.licence))
        if manifest.licence
        else tr("No licence is stated."),
        *pack_lines(pack),
    ]
    return "\n".join(line for line in lines if line)


def sentence_note(sentence: Sentence, *, with_pack: bool) -> str:
    """What stands beside a sentence in the list."""
    variant = sentence.clips[0].variant if len(sentence.clips) == 1 else ""
    takes = tr("Takes: {count}", count=len(sentence.clips)) if len(sentence.clips) > 1 else ""
    parts = [variant, takes, sentence.category, sentence.pack_name if with_pack else ""]
    return "  ·  ".join(part for part in parts if part)


def take_line(number: int) -> str:
    """One take below its sentence."""
    return tr("Take {number}", number=number)


def take_note(clip: ReferenceClip) -> str:
    """What stands beside a take."""
    seconds = tr("{seconds:.1f} s", seconds=clip.frames / clip.fps) if clip.fps > 0 else ""
    return "  ·  ".join(part for part in (clip.variant, clip.signer_id, seconds) if part)


def clip_facts(clip: ReferenceClip, pack: IndexedPack) -> list[tuple[str, str]]:
    """(what, value) of one reference; what is not known is left out."""
    manifest = pack.manifest
    hand = {"right": tr("Right"), "left": tr("Left"), "both": tr("Both")}.get(clip.handedness, "")
    facts = [
        (tr("Category"), clip.category),
        (tr("Variant"), clip.variant),
        (tr("Signer"), clip.signer_id),
        (tr("Hand"), hand),
        (tr("Licence"), shown_licence(clip.licence or (manifest.licence if manifest else ""))),
        (tr("Consent"), clip.consent or (manifest.consent if manifest else "")),
        (tr("Source"), clip.source),
        (tr("Kept as"), _kept_as(clip)),
        (tr("Quality"), _quality(clip)),
        (tr("Recorded"), _when(pack.added.get(clip.clip_id, ""))),
        (tr("Pack"), pack.name),
    ]
    return [(what, value) for what, value in facts if value]


def _kept_as(clip: ReferenceClip) -> str:
    video = clip.media_file.lower().endswith(".mp4")
    if clip.fps <= 0:
        return tr("Video and skeleton") if video else tr("Skeleton only")
    seconds = clip.frames / clip.fps
    if video:
        return tr("Video and skeleton, {seconds:.1f} s", seconds=seconds)
    return tr("Skeleton only, {seconds:.1f} s", seconds=seconds)


def _quality(clip: ReferenceClip) -> str:
    person, hands = clip.quality.get("person_share"), clip.quality.get("hands_share")
    if person is None or hands is None:
        return ""
    return tr(
        "A person is seen in {person} %, a hand in {hands} % of it.",
        person=round(person * 100),
        hands=round(hands * 100),
    )


def _when(text: str) -> str:
    try:
        return datetime.fromisoformat(text).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return ""


def size_words(size: int) -> str:
    """Bytes as people read them."""
    if size >= 1 << 30:
        return tr("{size:.1f} GB", size=size / (1 << 30))
    if size >= 1 << 20:
        return tr("{size:.1f} MB", size=size / (1 << 20))
    return tr("{size} KB", size=max(1, round(size / 1024)))


def time_left(done: int, total: int, seconds: float) -> str:
    """How long a task still takes, as far as one can tell; "" in its beginning."""
    if done < 1 or seconds < 2 or done >= total:
        return ""
    left = seconds / done * (total - done)
    if left < 60:
        return tr("less than a minute left")
    if left < 5400:
        return tr("about {minutes} min left", minutes=round(left / 60))
    return tr("about {hours} h left", hours=round(left / 3600))
