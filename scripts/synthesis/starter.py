"""The starter signs: which labels, how they read and in which category; from takes to references."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.engine.records import BoolArray, FloatArray
from scripts.synthesis.barycentre import barycentre
from scripts.synthesis.body import NeutralBody
from scripts.synthesis.collection import Collection
from scripts.synthesis.performer import from_rest
from scripts.synthesis.retarget import retarget
from scripts.synthesis.selection import MIN_SIGNERS, Cluster, choose
from scripts.synthesis.takes import SynthesisTake

TAKES_PER_SIGNER: Final = 10
HANDS_SHARE: Final = 0.8  # of a reference's rows; less means that its takes do not agree on which hand signs
LEFT_OUT: Final = re.compile(r"^(idle|[a-z])$")  # not a sign; letters have a pack of their own ("i" is one)

_ASTER = "Asteramartya12__Action-recognition-for-sign-lanaguage"
_AKASH = "akashcodes23__Realtime-Sign-LanguageDetection"
_SMOKE = "ISmokeData__SignLanguageDetectionUsingMediapipe"
# These signer groups' takes make the built-in sample (another performance, by other people) and are in no
# reference of the label.
KEPT_FOR_SAMPLE: Final = {
    "hello": (_ASTER, "IlkerDEMIR-s__SignLanguageDetectionFromWebcam"),
    "thank you": ("Amatullagajipurwala__HandSpeak", _AKASH),
    "no": (_SMOKE, "avanishgar_Code"),
    "i love you": (_ASTER, _AKASH),
}

CATEGORIES: Final = {
    "greetings": ("goodbye", "hello", "namaste", "see you later", "welcome"),
    "manners": ("please", "sorry", "thank you", "good job", "best of luck"),
    "answers": ("no", "yes", "good", "bad", "don't"),
    "feelings": ("i love you", "happy", "sad", "tired", "glad", "hate", "hungry"),
    "food and drink": ("coffee", "food", "muffin", "tea", "water"),
    "at the counter": ("can", "get", "how much", "large", "medium", "small"),
    "people": ("deaf", "father", "hearing", "indian", "man", "teacher", "woman", "you"),
    "language": ("finger", "language", "my", "name", "sign", "help", "again"),
    "animals": ("cat",),
}


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """One synthesised reference and what it was made of.

    Attributes:
        features: (T, 540) float32, torso units, 30 rows a second, on the neutral body.
        present: (T, 4).
        cluster: the takes.
        variant: "" for the only movement of a sentence; else its number and languages.
    """

    label: str
    sentence: str
    category: str
    variant: str
    features: FloatArray
    present: BoolArray
    cluster: Cluster

    @property
    def licences(self) -> tuple[str, ...]:
        return tuple(sorted({take.licence for take in self.cluster.takes}))

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(sorted({take.source for take in self.cluster.takes}))


def category_of(label: str) -> str:
    """The category that a label is filed under; "other" where none names it."""
    return next((name for name, labels in CATEGORIES.items() if label in labels), "other")


def sentence_of(label: str) -> str:
    """How the label reads: "i love you" -> "I love you"."""
    return label[:1].upper() + label[1:]


def candidate_labels(collection: Collection) -> list[str]:
    """Labels of signs that at least two people recorded, sorted."""
    table = collection.table
    signers = table.groupby("label")["signer"].nunique()
    labels = (str(label) for label, count in signers.items() if count >= MIN_SIGNERS)
    return sorted(label for label in labels if not LEFT_OUT.match(label))


def takes_on_body(collection: Collection, label: str, body: NeutralBody) -> list[SynthesisTake]:
    """All usable takes of a label, each on the neutral body."""
    return [
        take.with_rows(retarget(take.features, take.present, body), take.present)
        for take in collection.takes(label, per_signer=TAKES_PER_SIGNER)
    ]


def synthesise(takes: Sequence[SynthesisTake], body: NeutralBody) -> tuple[FloatArray, BoolArray]:
    """The barycentre of takes of one sign, brought back to the body's lengths, from rest to rest."""
    return from_rest(*barycentre(takes), body)


def references_of(label: str, takes: Sequence[SynthesisTake], body: NeutralBody) -> list[Reference]:
    """One reference a movement of the label; none where no two signers agree.

    Takes that are kept for the sample help to find the movements and are left out of the mean.
    """
    made: list[Reference] = []
    for cluster in choose(takes):
        rest = without(cluster, KEPT_FOR_SAMPLE.get(label, ()))
        if len(rest.signers) < MIN_SIGNERS:
            continue
        features, present = synthesise(rest.takes, body)
        if present[:, 1:3].any(axis=1).mean() >= HANDS_SHARE:
            made.append(Reference(label, sentence_of(label), category_of(label), "", features, present, rest))
    named = [", ".join(made[i].cluster.languages) or "language not named" for i in range(len(made))]
    if len(made) > 1:
        named = [f"{number}: {name}" for number, name in enumerate(named, 1)]
    return [replace(item, variant=name) for item, name in zip(made, named, strict=True)]


def kept_takes(label: str, takes: Sequence[SynthesisTake]) -> tuple[SynthesisTake, ...]:
    """Takes of the label's first movement by the signers who are kept for the sample."""
    clusters = choose(takes)
    kept = KEPT_FOR_SAMPLE.get(label, ())
    return tuple(take for take in clusters[0].takes if group_of(take) in kept) if clusters else ()


def without(cluster: Cluster, groups: Sequence[str]) -> Cluster:
    """The cluster less the takes of these signer groups."""
    takes = tuple(take for take in cluster.takes if group_of(take) not in groups)
    return Cluster(
        takes,
        tuple(sorted({take.signer for take in takes})),
        tuple(sorted({take.language for take in takes} - {"unknown"})),
        cluster.spread,
    )


def group_of(take: SynthesisTake) -> str:
    """The signer group (one repository) of a take's signer."""
    return take.signer.split("/")[0]
