"""The colour scales this program draws from: Radix Colors 3.0.0 (MIT, WorkOS), copied unchanged.

Twelve steps a scale: 1-2 backgrounds, 3-5 components, 6-8 borders, 9-10 solid fills, 11-12 text.
Index 0 is step 1.
"""

from __future__ import annotations

from typing import Final

Scale = tuple[str, ...]

SLATE: Final[Scale] = (
    "#fcfcfd", "#f9f9fb", "#f0f0f3", "#e8e8ec", "#e0e1e6", "#d9d9e0",
    "#cdced6", "#b9bbc6", "#8b8d98", "#80838d", "#60646c", "#1c2024",
)  # fmt: skip
SLATE_DARK: Final[Scale] = (
    "#111113", "#18191b", "#212225", "#272a2d", "#2e3135", "#363a3f",
    "#43484e", "#5a6169", "#696e77", "#777b84", "#b0b4ba", "#edeef0",
)  # fmt: skip
INDIGO: Final[Scale] = (
    "#fdfdfe", "#f7f9ff", "#edf2fe", "#e1e9ff", "#d2deff", "#c1d0ff",
    "#abbdf9", "#8da4ef", "#3e63dd", "#3358d4", "#3a5bc7", "#1f2d5c",
)  # fmt: skip
INDIGO_DARK: Final[Scale] = (
    "#11131f", "#141726", "#182449", "#1d2e62", "#253974", "#304384",
    "#3a4f97", "#435db1", "#3e63dd", "#5472e4", "#9eb1ff", "#d6e1ff",
)  # fmt: skip
GREEN: Final[Scale] = (
    "#fbfefc", "#f4fbf6", "#e6f6eb", "#d6f1df", "#c4e8d1", "#adddc0",
    "#8eceaa", "#5bb98b", "#30a46c", "#2b9a66", "#218358", "#193b2d",
)  # fmt: skip
GREEN_DARK: Final[Scale] = (
    "#0e1512", "#121b17", "#132d21", "#113b29", "#174933", "#20573e",
    "#28684a", "#2f7c57", "#30a46c", "#33b074", "#3dd68c", "#b1f1cb",
)  # fmt: skip
AMBER: Final[Scale] = (
    "#fefdfb", "#fefbe9", "#fff7c2", "#ffee9c", "#fbe577", "#f3d673",
    "#e9c162", "#e2a336", "#ffc53d", "#ffba18", "#ab6400", "#4f3422",
)  # fmt: skip
AMBER_DARK: Final[Scale] = (
    "#16120c", "#1d180f", "#302008", "#3f2700", "#4d3000", "#5c3d05",
    "#714f19", "#8f6424", "#ffc53d", "#ffd60a", "#ffca16", "#ffe7b3",
)  # fmt: skip
RED: Final[Scale] = (
    "#fffcfc", "#fff7f7", "#feebec", "#ffdbdc", "#ffcdce", "#fdbdbe",
    "#f4a9aa", "#eb8e90", "#e5484d", "#dc3e42", "#ce2c31", "#641723",
)  # fmt: skip
RED_DARK: Final[Scale] = (
    "#191111", "#201314", "#3b1219", "#500f1c", "#611623", "#72232d",
    "#8c333a", "#b54548", "#e5484d", "#ec5d5e", "#ff9592", "#ffd1d9",
)  # fmt: skip
SKY_DARK: Final[Scale] = (
    "#0d141f", "#111a27", "#112840", "#113555", "#154467", "#1b537b",
    "#1f6692", "#197cae", "#7ce2fe", "#a8eeff", "#75c7f0", "#c2f3ff",
)  # fmt: skip
