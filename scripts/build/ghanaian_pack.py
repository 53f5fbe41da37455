"""Build the Ghanaian pack: signs measured in video by our own pipeline, put on the neutral body.

python scripts/build/ghanaian_pack.py VIDEOS --out assets/packs/ghanaian [--landmarks FOLDER] [--no-encode]
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from desktop_app.engine.packs import NewReference, PackManifest, PackWriter
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.files import write_text
from scripts.synthesis.body import NeutralBody
from scripts.synthesis.ghanaian import GhanaianSign, build_sign, read_table
from scripts.synthesis.publish import (
    CREATED,
    SYNTHESISED,
    handedness,
    sequence_of,
    shipped_encoder,
)
from scripts.synthesis.videos import LICENCE, SOURCE, extract

TABLE = Path(__file__).with_name("ghanaian_signs.csv")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("videos", type=Path, help="folder with ghsl_sign_*.mp4")
    parser.add_argument("--out", type=Path, default=Path("assets/packs/ghanaian"))
    parser.add_argument("--landmarks", type=Path, help="keep the landmarks here, and use what is there")
    parser.add_argument("--no-encode", action="store_true", help="write no embeddings")
    arguments = parser.parse_args()

    signs = read_table(TABLE)
    used = [sign for sign in signs if not sign.is_left_out]
    clips = sorted({piece.clip for sign in used for piece in sign.pieces})
    recordings = extract(arguments.videos, clips, arguments.landmarks)
    body = NeutralBody.load()
    manifest = PackManifest(
        name="Ghanaian signs",
        language="Ghanaian Sign Language",
        version="1",
        feature_contract=TORSO_540,
        licence=LICENCE,
        attribution=(f"{SOURCE} ({LICENCE}): 1 signer, {len(clips)} clips",),
        consent=f"{SYNTHESISED} Movements of one signer on a neutral body; the video is under {LICENCE}.",
        description="Single signs, one reference each. Add your own takes: one reference a sign is little.",
        created=CREATED,
    )
    with PackWriter(arguments.out, manifest) as writer:
        for sign in used:
            features, present = build_sign(sign.pieces, recordings, body)
            clip = writer.add(
                NewReference(
                    sequence_of(features, present),
                    sign.sentence,
                    category=sign.category,
                    signer_id="GSL-backend, neutral body",
                    handedness=handedness(features),
                    source=f"{SOURCE}: {', '.join(f'ghsl_sign_{piece.clip}' for piece in sign.pieces)}",
                    licence=LICENCE,
                )
            )
            print(
                f"{sign.sentence:16} {clip.frames:4} rows, hands in {clip.quality['hands_share']:.0%}",
                flush=True,
            )
        pack = writer.finish(None if arguments.no_encode else shipped_encoder())
    write_text(arguments.out / "README.md", readme(signs))
    print(f"{arguments.out}: {len(pack.clips)} references")


def readme(signs: Sequence[GhanaianSign]) -> str:
    """What a person should know about the pack."""
    used = [sign for sign in signs if not sign.is_left_out]
    return "\n".join(
        [
            "# Ghanaian signs",
            "",
            f"{len(used)} single signs of one signer, from {SOURCE} ({LICENCE}). Landmarks were measured by",
            "this program's own pipeline, trimmed to the movement, lightly smoothed (Gaussian, 0.04 s, then",
            "0.05 s) and put on a neutral body: its bone lengths, its face. No picture of the signer is here.",
            "",
            "The source cut its recording automatically; what is a sign was chosen while looking at the clips.",
            "One reference a sign is little: record your own takes in the window.",
            "",
            "| sentence | category | clips (seconds) | remark |",
            "|---|---|---|---|",
            *[f"| {sign.sentence} | {sign.category} | {_pieces(sign)} | {sign.note} |" for sign in used],
            "",
            "## Left out",
            "",
            *[f"- {sign.sentence}: {sign.note}." for sign in signs if sign.is_left_out],
            "",
            "Made by `scripts/build/ghanaian_pack.py`; how it works: docs/references.md.",
            "",
        ]
    )


def _pieces(sign: GhanaianSign) -> str:
    def text(start: float, end: float | None) -> str:
        return "" if start == 0 and end is None else f" {start:g}-{'' if end is None else format(end, 'g')}"

    return ", ".join(f"{piece.clip}{text(piece.start_s, piece.end_s)}" for piece in sign.pieces)


if __name__ == "__main__":
    main()
