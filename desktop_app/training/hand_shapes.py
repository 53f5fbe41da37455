"""Hand shapes for pseudo signs, from a collection of finger letters (stills.npz)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd

from desktop_app.engine.array_files import ArrayFileError, read_npz
from desktop_app.errors import DatasetError
from desktop_app.files import sha256_file
from desktop_app.message import Message
from desktop_app.training.collections import records
from desktop_app.training.pseudo_signs import HandShapes

STILLS: Final = "stills.npz"
SOURCES: Final = "sources.csv"
# Letters that move, and those whose fingers point sideways or down: turned up they are other shapes.
LEFT_OUT: Final = ("G", "H", "J", "P", "Q", "Z", "SPACE", "DELETE", "NOTHING")
USUAL_ASPECT: Final = 4 / 3  # of pictures whose size nobody noted
LEAST_PEOPLE: Final = 2
MIDDLE_KNUCKLE: Final = 9
_COLUMNS: Final = ("xyz", "label", "source", "hand", "suspect", "aspect")


def shapes_provenance(collection: Path) -> dict[str, Any]:
    """What names the collection without its folder: hash, and the lines of `sources.csv` where there is one."""
    found: dict[str, Any] = {"sha256": sha256_file(collection / STILLS)}
    sources = collection / SOURCES
    if sources.is_file():
        found["sources"] = records(pd.read_csv(sources, dtype=str, keep_default_na=False))
    return found


def read_hand_shapes(collection: Path) -> HandShapes:
    """Right hands with the wrist at the origin, in sizes of the palm.

    Raises:
        DatasetError: no such collection, or one without letters of several people.
    """
    path = collection / STILLS
    try:
        found = read_npz(path, _COLUMNS, finite=False)
        columns = {name: found[name] for name in _COLUMNS}
    except (ArrayFileError, KeyError) as error:
        raise DatasetError(
            Message(
                "{collection} lends no hand shapes: {stills} cannot be read.",
                collection=collection,
                stills=STILLS,
            ),
            Message("Name a folder of finger letters, or train without hand_shapes."),
            detail=str(error),
        ) from error
    points = columns["xyz"].astype(np.float32)
    good = ~columns["suspect"] & ~np.isin(columns["label"], LEFT_OUT) & np.isfinite(points).all(axis=(1, 2))
    points, label, source, hand, aspect = (
        rows[good] for rows in (points, *(columns[name] for name in ("label", "source", "hand", "aspect")))
    )
    wide = np.where(aspect > 0, aspect, USUAL_ASPECT).astype(np.float32)[:, None]
    points[:, :, 0] *= wide
    points[:, :, 2] *= wide
    points -= points[:, :1].copy()
    points[hand == "L", :, 0] *= -1
    size = np.sqrt(np.square(points[:, MIDDLE_KNUCKLE]).sum(axis=1))
    sound = size > 1e-6
    people = [len(np.unique(source[label == kind])) for kind in np.unique(label)]
    if not people or min(people) < LEAST_PEOPLE:
        raise DatasetError(
            Message(
                "{collection} has letters that fewer than {least} people show.",
                collection=collection,
                least=LEAST_PEOPLE,
            ),
            Message("Name a collection of several people, or train without hand_shapes."),
        )
    return HandShapes(points[sound] / size[sound, None, None], label[sound].tolist(), source[sound].tolist())
