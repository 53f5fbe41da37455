"""The values of the Record form and the check for missing ones. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.engine.recording.keep import TakeForm
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.licences import CLASS_ONLY


def consent_words() -> str:
    """The consent of a signer whose video is kept; it is written into the pack."""
    return tr(
        "This pack may keep the video of me and show it to all who open it, until I ask for its deletion."
    )


@dataclass(frozen=True, slots=True)
class RecordValues:
    """The values of the form.

    Attributes:
        hand: right, left or both.
        pack: folder of the pack to add to; "" creates one from `new_pack` and `language`.
        consented: the signer agreed to `consent_words`.
    """

    sentence: str = ""
    category: str = ""
    variant: str = ""
    signer: str = ""
    hand: str = "right"
    licence: str = CLASS_ONLY
    skeleton_only: bool = True
    consented: bool = False
    pack: str = ""
    new_pack: str = ""
    language: str = ""

    def missing(self) -> tuple[str, ...]:
        """Names of the fields that must be filled in before a take."""
        needed = {"sentence": self.sentence, "signer": self.signer, "licence": self.licence}
        if not self.pack:
            needed["new_pack"] = self.new_pack
        missing = [name for name, value in needed.items() if not value.strip()]
        if not self.skeleton_only and not self.consented:
            missing.append("consent")
        return tuple(missing)

    def to_form(self) -> TakeForm:
        """The values as the engine expects them."""
        return TakeForm(
            " ".join(self.sentence.split()),
            category=" ".join(self.category.split()),
            variant=" ".join(self.variant.split()),
            signer_id=" ".join(self.signer.split()),
            handedness=self.hand,
            licence=self.licence.strip(),
            consent="" if self.skeleton_only or not self.consented else consent_words(),
            skeleton_only=self.skeleton_only,
        )


def missing_words(name: str) -> str:
    """What to do about a missing field."""
    return {
        "sentence": tr("Say what you are going to sign."),
        "signer": tr("Give the signer's name or initials."),
        "licence": tr("Say how the reference may be used."),
        "new_pack": tr("Give the new pack a name."),
        "consent": tr("A picture is kept only with the signer's consent."),
    }[name]
