"""Write synthesised references as a pack, with where they come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.encoder.onnx import OnnxEncoder
from desktop_app.engine.packs import NewReference, PackManifest, PackWriter
from desktop_app.engine.packs.pack import Pack
from desktop_app.engine.protocols import Encoder
from desktop_app.engine.records import BoolArray, FeatureSequence, FloatArray
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.errors import ModelMissing
from desktop_app.files import write_text
from scripts.synthesis.starter import Reference
from scripts.synthesis.takes import RATE, SynthesisTake

CREATED: Final = "2026-11-20T00:00:00+00:00"  # fixed: the same input gives the same bytes
SYNTHESISED: Final = "Synthesised by SignMirror; no recording of a person is in this pack."


@dataclass(frozen=True, slots=True)
class Credit:
    """One source repository and what was used of it."""

    source: str
    licence: str
    signers: int
    clips: int

    def line(self) -> str:
        """The line in the attribution of pack.json."""
        people = "1 signer" if self.signers == 1 else f"{self.signers} signers"
        clips = "1 clip" if self.clips == 1 else f"{self.clips} clips"
        return f"{self.source} ({self.licence}): {people}, {clips}"


def credits_of(takes: Iterable[SynthesisTake]) -> list[Credit]:
    """Sources of the takes, sorted by name."""
    signers: dict[tuple[str, str], set[str]] = {}
    clips: dict[tuple[str, str], set[str]] = {}
    for take in takes:
        key = take.source, take.licence
        signers.setdefault(key, set()).add(take.signer)
        clips.setdefault(key, set()).add(take.clip_id)
    return [Credit(*key, len(signers[key]), len(clips[key])) for key in sorted(signers)]


def sequence_of(features: FloatArray, present: BoolArray) -> FeatureSequence:
    """Rows at 30 a second as a sequence."""
    return FeatureSequence(
        np.ascontiguousarray(features, np.float32), np.array(present), RATE, 0.0, len(features) / RATE
    )


def handedness(features: FloatArray) -> str:
    """Which hands take part in a fifth of the rows: right, left, both, or "" for none."""
    left, right = (features[:, part].any(axis=1).mean() > 0.2 for part in (layout.LEFT_HAND, layout.RIGHT_HAND))
    return "both" if left and right else "left" if left else "right" if right else ""


def write_starter(target: Path, references: Sequence[Reference], encoder: Encoder | None, readme: str) -> Pack:
    """The starter pack in place of whatever is at `target`."""
    credits = credits_of(take for item in references for take in item.cluster.takes)
    manifest = PackManifest(
        name="Starter signs",
        language="mixed (mostly American, some Indian and Filipino)",
        version="1",
        feature_contract=TORSO_540,
        licence=" AND ".join(sorted({credit.licence for credit in credits})),
        attribution=tuple(credit.line() for credit in credits),
        consent=f"{SYNTHESISED} The sources publish landmarks under the licences named.",
        description="Everyday signs. Each is the mean over several signers of the same movement.",
        created=CREATED,
    )
    with PackWriter(target, manifest) as writer:
        for item in references:
            writer.add(
                NewReference(
                    sequence_of(item.features, item.present),
                    item.sentence,
                    category=item.category,
                    variant=item.variant,
                    signer_id="synthesised",
                    handedness=handedness(item.features),
                    source="; ".join(credit.line() for credit in credits_of(item.cluster.takes)),
                    quality={
                        "signers": len(item.cluster.signers),
                        "takes": len(item.cluster.takes),
                        "spread": round(item.cluster.spread, 3),
                    },
                    licence=" AND ".join(item.licences),
                )
            )
        pack = writer.finish(encoder)
    write_text(target / "README.md", readme)
    return pack


def shipped_encoder() -> Encoder | None:
    """The encoder of assets/models, None before it was trained."""
    try:
        return OnnxEncoder(load_bundle(None, {}))
    except ModelMissing:
        return None
