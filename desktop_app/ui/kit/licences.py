"""The licences that a reference may have, in words. Qt-free."""

from __future__ import annotations

from typing import Final

from desktop_app.ui.i18n.translate import tr

CLASS_ONLY: Final = "LicenseRef-class-only"
LICENCES: Final = (CLASS_ONLY, "CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0")
OTHER: Final = "other"


def licence_words(licence: str) -> str:
    """One of `LICENCES`, or `OTHER`, in plain words."""
    return {
        CLASS_ONLY: tr("Only for this class"),
        "CC-BY-4.0": tr("Anybody, with my name (CC BY 4.0)"),
        "CC-BY-SA-4.0": tr("Anybody, with my name, passed on alike (CC BY-SA 4.0)"),
        "CC0-1.0": tr("Anybody, without conditions (CC0)"),
        OTHER: tr("Another licence…"),
    }[licence]
