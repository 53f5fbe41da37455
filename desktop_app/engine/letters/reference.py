"""Reference hands, one per letter, from the bundled alphabet or an imported one."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from desktop_app import paths
from desktop_app.engine import layout
from desktop_app.engine.packs import open_pack
from desktop_app.engine.packs.manifest import SPELLING
from desktop_app.engine.records import FloatArray, read_only
from desktop_app.errors import PackError
from desktop_app.message import Message


@lru_cache(maxsize=8)
def reference_hands(pack: Path | None = None) -> dict[str, FloatArray]:
    """Letter -> (T, 21, 3) at 30 rows a second: a right hand as an unmirrored camera sees it, x right, y
    down, z away, in torso units with true proportions. A still letter is the same hand in every row.

    Args:
        pack: an alphabet pack; None: the bundled one.

    Raises:
        PackError: it is not an alphabet, or is damaged.
    """
    opened = open_pack(pack or paths.bundled_packs_dir() / "alphabet")
    if opened.manifest.purpose != SPELLING:
        raise PackError(
            Message("'{pack}' is no alphabet.", pack=opened.name), Message("Choose a pack of letters.")
        )
    hands: dict[str, FloatArray] = {}
    for row, clip in enumerate(opened.clips):
        features = opened.features(row).features
        part = layout.RIGHT_HAND if features[:, layout.RIGHT_HAND].any() else layout.LEFT_HAND
        shown = features[:, part].reshape(len(features), layout.HAND_POINTS, 3).copy()
        if part is layout.LEFT_HAND:
            shown[..., 0] *= -1
        hands.setdefault(clip.sentence.upper(), read_only(shown[shown.any(axis=(1, 2))]))
    return hands
