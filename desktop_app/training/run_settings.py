"""Settings of a training run, and their defaults for each architecture."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from desktop_app.errors import TrainingError
from desktop_app.message import Message
from desktop_app.training.architectures import LEAN, default_sizes
from desktop_app.training.augment import AugmentSettings
from desktop_app.training.batches import BatchSettings
from desktop_app.training.devices import DeviceSettings
from desktop_app.training.losses import OBJECTIVES
from desktop_app.training.model import ModelSettings
from desktop_app.training.objective import LossSettings
from desktop_app.training.people import PeopleSettings
from desktop_app.training.pseudo_signs import PseudoSettings

# Of the lean encoder; the baseline keeps the plain objective, its own weights and its longer views.
SAME_PERSON: Final = 0.3
AVERAGE: Final = 0.98
MAX_FRAMES: Final = 64
INSTANCE: Final = 0.5
PSEUDO_SHARE: Final = 0.4


@dataclass(frozen=True, slots=True)
class TrainSettings:
    """Settings of a run.

    Attributes:
        held_out: signers kept for testing, by name; or a share of them; 0 trains on all.
        held_out_sentences: not trained on for any signer, so that unseen signs can be measured.
        seed: of weights, batches and augmentation.
        split_seed: of the draw of held-out signers; separate, so that every seed is tested on the same people.
        start_from: a run whose best weights are the initial ones (its sizes are kept); None: random weights.
        steps: batches; `evaluate_every`: batches between evaluations, 0: an epoch (every clip once on average).
        same_person: weight of a positive by the same signer; one by another signer has weight 1 (supcon).
        average: decay of the moving average of the weights, which is evaluated and saved; 0 saves the weights
            themselves.
        losses: terms added to the objective.
        pseudo: synthetic signs (pseudo_signs.py).
        more_data: data sets whose clips are learned from as well; nothing else is done with them.
        teachers: a folder of published networks to learn from (`losses.distil`, `losses.predict`); None: none.
        judges: recordings of people who are in no training set; checkpoints are chosen by them. None: by the
            held-out signers.
        hand_shapes: a collection of finger letters (`stills.npz`) as a source of their hand shapes; None: none.
        devices: where the run computes.
        augment, people: the first for the baseline, the second for the lean encoder.
    """

    objective: str = "supcon"
    steps: int = 2000
    evaluate_every: int = 0
    learning_rate: float = 1.5e-3
    weight_decay: float = 1e-2
    temperature: float = 0.1
    same_person: float = 1.0
    average: float = 0.0
    warmup: int = 50
    seed: int = 0
    split_seed: int = 0
    threads: int = 2
    held_out: tuple[str, ...] | float = 0.25
    held_out_sentences: tuple[str, ...] = ()
    start_from: str | None = None
    model: ModelSettings = field(default_factory=ModelSettings)
    batch: BatchSettings = field(default_factory=BatchSettings)
    augment: AugmentSettings = field(default_factory=AugmentSettings)
    people: PeopleSettings = field(default_factory=PeopleSettings)
    losses: LossSettings = field(default_factory=LossSettings)
    pseudo: PseudoSettings = field(default_factory=PseudoSettings)
    more_data: tuple[str, ...] = ()
    teachers: str | None = None
    judges: str | None = None
    hand_shapes: str | None = None
    devices: DeviceSettings = field(default_factory=DeviceSettings)


def default_settings(architecture: str = LEAN) -> TrainSettings:
    """The default settings of an architecture.

    Raises:
        TrainingError: no such architecture.
    """
    sizes = default_sizes(architecture)
    if architecture != LEAN:
        return TrainSettings(model=sizes)
    return TrainSettings(
        model=sizes,
        same_person=SAME_PERSON,
        average=AVERAGE,
        batch=BatchSettings(max_frames=MAX_FRAMES),
        losses=LossSettings(instance=INSTANCE),
        pseudo=PseudoSettings(share=PSEUDO_SHARE),
    )


def check_settings(settings: TrainSettings) -> None:
    """Check the values before anything is started or written.

    Raises:
        TrainingError: a value out of range; names the setting.
    """
    if settings.objective not in OBJECTIVES:
        raise TrainingError(
            Message("There is no objective '{objective}'.", objective=settings.objective),
            Message("Known: {objectives}.", objectives=", ".join(OBJECTIVES)),
        )
    batch = settings.batch
    lowest = {
        "steps": (settings.steps, 1),
        "evaluate_every": (settings.evaluate_every, 0),
        "threads": (settings.threads, 1),
        "batch.sentences": (batch.sentences, 2),
        "batch.clips": (batch.clips, 1),
        "batch.min_frames": (batch.min_frames, 1),
        "batch.max_frames": (batch.max_frames, batch.min_frames),
        "devices.nodes": (settings.devices.nodes, 1),
    }
    for name, (value, least) in lowest.items():
        if value < least:
            raise TrainingError(
                Message("{name} is {value}.", name=name, value=value),
                Message("It must be at least {least}.", least=least),
            )
    if isinstance(settings.held_out, float) and not 0 <= settings.held_out < 1:
        raise TrainingError(
            Message("held_out is {held_out}, which is no share of signers.", held_out=settings.held_out),
            Message("Give a number from 0 to below 1, or names of signers."),
        )


def steps_in_epoch(clips: int, sentences: int, batch: BatchSettings, devices: int) -> int:
    """Steps after which every clip has been seen at most once on average, and nearly so; at least one.

    Args:
        clips: training clips; sentences: different sentences among them; devices: training processes.
    """
    return max(clips // (min(batch.sentences, sentences) * batch.clips * devices), 1)
