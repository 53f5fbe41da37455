"""Signs recorded as own references from video, then recognised in altered versions of the same videos.

    python -m scripts.studies.own_references VIDEOS --landmarks CACHE [--signs 10] [--others starter]
        [--json FILE]

Records as the window does: one take a sign, trimmed to its moving part, checked, kept as a skeleton in a new
pack, encoded without training. Then altered versions (`check_ghanaian`) of every sign are
recognised, once with the new pack alone and once with other packs; signs that were not recorded must be
rejected. References and queries come from one recording each, so this shows that recorded signs are found under
other conditions; it does not measure other signers.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop_app.__main__ import prepare_environment
from desktop_app.cli.engine import build_recogniser
from desktop_app.engine.packs import find_pack
from desktop_app.engine.packs.editor import PackEditor, create_pack
from desktop_app.engine.packs.manifest import PackManifest
from desktop_app.engine.recording.keep import KeptTake, TakeForm, encode_new, save_takes
from desktop_app.engine.records import FeatureSequence, LandmarkFrame
from desktop_app.engine.search.library import open_library
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.takes.quality import check_take
from desktop_app.engine.takes.take import Take, TakeBuilder
from desktop_app.engine.takes.trim import cut, moving_part
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.engine.tracking.holistic import HolisticExtractor
from desktop_app.engine.tracking.live import LiveTracker
from desktop_app.engine.tracking.offline import iterate
from scripts.studies.check_ghanaian import ALTERATIONS, Alteration, cached, clips, read_film, track


@dataclass(frozen=True)
class OwnOutcome:
    """Counts over the signs of one alteration."""

    queries: int
    first: int
    accepted: int
    accepted_right: int


def take_of(video: Path, alteration: Alteration, cache: Path, extractor: HolisticExtractor) -> Take:
    """The take of an altered video; its landmarks are kept, so that a second run takes seconds."""
    target = cached(cache, video, alteration)
    if not target.exists():
        track(alteration.change(read_film(video)), extractor, target)
    source, tracker, builder = open_source_spec(str(target), realtime=False), LiveTracker(), TakeBuilder()
    source.open()
    for frame in iterate(source):
        assert isinstance(frame, LandmarkFrame)  # a landmark recording
        builder.add(frame, tracker.step(frame).row)
    source.close()
    return builder.build()


def part(take: Take) -> FeatureSequence:
    """The part of this take that is recognised."""
    return cut(take.sequence, moving_part(take.sequence))


def record(folder: Path, takes: dict[str, Take], recogniser: Recogniser) -> int:
    """A pack with one reference a take; the number of findings that the recording view would have shown."""
    create_pack(folder, PackManifest("My signs", "GhSL", "1.0", TORSO_540, "MIT"))
    findings = 0
    with PackEditor(folder) as editor:
        for sentence, take in takes.items():
            span = moving_part(take.sequence)
            findings += len(check_take(take, span))
            form = TakeForm(sentence, signer_id="ghanaian-1", licence="MIT", handedness="right")
            save_takes(editor, [KeptTake(take, span)], form)
        for _ in encode_new(editor, recogniser.encoder):
            pass
    return findings


def evaluate(recogniser: Recogniser, attempts: dict[str, Take]) -> OwnOutcome:
    """Recognise each take; the right answer is its label in the recorded pack."""
    first = accepted = right = 0
    for sentence, take in attempts.items():
        answer = recogniser.recognise(part(take), 5)
        hit = bool(answer.results) and answer.results[0].sentence == sentence
        first += hit
        accepted += answer.accepted
        right += answer.accepted and hit
    return OwnOutcome(len(attempts), first, accepted, right)


def main() -> None:
    prepare_environment()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("videos", type=Path)
    parser.add_argument("--landmarks", type=Path, required=True)
    parser.add_argument("--signs", type=int, default=10)
    parser.add_argument("--others", default="starter", help="Packs that are open as well, by commas.")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    arguments.landmarks.mkdir(parents=True, exist_ok=True)
    base = build_recogniser(("ghanaian",))
    known = {reference.sentence.casefold() for reference in base.library.references}
    videos = list(clips(arguments.videos, known))
    step = max(1, len(videos) // (2 * arguments.signs))
    chosen = videos[::step]
    recorded, unknown = chosen[: arguments.signs], chosen[arguments.signs : 2 * arguments.signs]
    extractor = HolisticExtractor()
    altered = {
        alteration.name: {
            label: take_of(path, alteration, arguments.landmarks, extractor) for path, label in recorded
        }
        for alteration in ALTERATIONS
    }
    clean = ALTERATIONS[0]
    unknown_takes = {label: take_of(path, clean, arguments.landmarks, extractor) for path, label in unknown}
    extractor.close()
    report: dict[str, dict[str, dict[str, int]]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "my-signs"
        findings = record(folder, altered[clean.name], base)
        print(
            f"recorded {', '.join(label for _, label in recorded)}; findings of the quality check: {findings}"
        )
        others = [find_pack(name) for name in arguments.others.split(",") if name]
        for title, folders in (("alone", [folder]), (f"beside {arguments.others}", [folder, *others])):
            recogniser = base.with_library(open_library(folders, base.encoder))
            print(f"{title}: {len(recogniser.library.references)} references")
            outcomes = {name: evaluate(recogniser, attempts) for name, attempts in altered.items()}
            outcomes["signs not recorded"] = evaluate(recogniser, unknown_takes)
            for name, outcome in outcomes.items():
                print(
                    f"  {name:<20} place 1 {outcome.first}/{outcome.queries}  "
                    f"accepted {outcome.accepted}, {outcome.accepted_right} of them right"
                )
            report[title] = {name: asdict(outcome) for name, outcome in outcomes.items()}
    if arguments.json:
        arguments.json.write_text(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main()
