"""Devices of a run: Lightning Fabric handles any number of devices and machines."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional

from desktop_app.errors import TrainingError
from desktop_app.message import Message

if TYPE_CHECKING:
    from lightning_fabric import Fabric


@dataclass(frozen=True, slots=True)
class DeviceSettings:
    """The arguments of Fabric.

    Attributes:
        accelerator: auto (the best there is), cpu, cuda or mps.
        devices: number on each machine, or auto for all. Each one draws its own batches, so a step sees that
            many times the clips.
        nodes: machines. The same command runs on each of them (docs/training.md).
        strategy: auto, or ddp: one process a device, gradients averaged.
    """

    accelerator: str = "auto"
    devices: int | str = 1
    nodes: int = 1
    strategy: str = "auto"


def open_devices(settings: DeviceSettings) -> Fabric:
    """Fabric for these settings; other processes start with its `launch`.

    Raises:
        TrainingError: the devices are not available.
    """
    # Imported here: it takes a second, and only a run needs it.
    from lightning_fabric import Fabric
    from lightning_fabric.utilities.exceptions import MisconfigurationException

    try:
        return Fabric(
            accelerator=settings.accelerator,
            devices=settings.devices,
            num_nodes=settings.nodes,
            strategy=settings.strategy,
        )
    except (MisconfigurationException, RuntimeError, ValueError, TypeError) as error:
        raise TrainingError(
            Message(
                "Training cannot run on {devices} device(s) of kind '{accelerator}' with strategy "
                "'{strategy}'.",
                devices=settings.devices,
                accelerator=settings.accelerator,
                strategy=settings.strategy,
            ),
            Message("Try --accelerator cpu --devices 1."),
            code="training.no_device",
            detail=str(error),
        ) from error


def gather_rows(fabric: Fabric, rows: Tensor) -> Tensor:
    """(B, ...) of this process -> rows of all processes concatenated in order of rank; gradients flow.

    Processes may hold different numbers of rows; Fabric gathers equal shapes, so rows are padded on the way.
    """
    if fabric.world_size == 1:
        return rows
    with warnings.catch_warnings():  # torch renamed the function that Fabric calls
        warnings.filterwarnings(
            "ignore", message=r"torch\.distributed\.nn\.functional\.all_gather is deprecated"
        )
        counts = fabric.all_gather(torch.tensor(len(rows), device=rows.device)).flatten().tolist()
        padding = [0, 0] * (rows.dim() - 1) + [0, max(counts) - len(rows)]
        together = fabric.all_gather(functional.pad(rows, padding), sync_grads=rows.requires_grad)
    return torch.cat([part[:count] for part, count in zip(together, counts, strict=True)])
