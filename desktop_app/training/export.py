"""A run to a bundle: models, references, statistics, configuration, manifest; all checked."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.encoder.onnx import OnnxEncoder
from desktop_app.engine.thresholds import Thresholds
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.errors import TrainingError
from desktop_app.message import Message
from desktop_app.training.acceptance import (
    IDLE_LIMIT,
    UNKNOWN_LIMIT,
    ConfidenceCalibration,
    Outcomes,
    calibrate,
    collect_outcomes,
)
from desktop_app.training.architectures import AnyEncoder
from desktop_app.training.checkpoint import BEST, load_checkpoint, read_config
from desktop_app.training.dataset import Dataset
from desktop_app.training.dtw_scale import Evidence, fit_dtw
from desktop_app.training.embedding import embed_clips
from desktop_app.training.encoded import EncodedClips, encode_clips
from desktop_app.training.files import write_json
from desktop_app.training.judge_calibration import calibrate_on_judges
from desktop_app.training.manifest import BUNDLE_FILES, not_exported, write_manifest, write_zip
from desktop_app.training.onnx_export import check_parity, export_onnx, export_torchscript, parity_clips
from desktop_app.training.outputs import check_outputs
from desktop_app.training.provenance import code_revision, data_provenance, tool_versions
from desktop_app.training.references import write_references
from desktop_app.training.statistics import load_statistics

CALIBRATION_K: Final = 3
CALIBRATION_SEEDS: Final = 4
OWN_EVIDENCE: Final = "signers whom this model has never seen"
OTHER_EVIDENCE: Final = "signers held out by an evidence run; this model itself was trained on them, too"


@dataclass(frozen=True, slots=True)
class ExportSettings:
    """What goes into the bundle.

    Attributes:
        references: clips, prototypes or none, see `write_references`.
        evidence: a run with held-out signers whose figures and calibration represent this one, which was
            trained on all signers; None: the run itself, if it has held-out signers.
        unseen_evidence: a run with held-out sentences, on which DTW is weighted as well; None: the evidence
            run, if it has held-out sentences.
        packs: where there are judges, the packs that they meet at first use; thresholds are chosen on these.
    """

    name: str = "sign-encoder"
    licence: str = "Apache-2.0"
    references: str = "clips"
    evidence: Path | None = None
    unseen_evidence: Path | None = None
    with_zip: bool = True
    packs: tuple[Path, ...] = ()
    # Trained on shorter views; a seven-second sentence of 206 rows is found no better than 128 of them.
    max_frames: int = 128


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written and how it was checked."""

    folder: Path
    references: int
    parity: float
    thresholds: Thresholds
    metrics: dict[str, Any]


def export(
    run: Path,
    dataset: Dataset,
    out: Path,
    settings: ExportSettings,
    *,
    judges: Dataset | None = None,
    replace_old: bool = False,
) -> Iterator[ExportReport | str]:
    """Write the bundle of a run; yields the name of each step, then the report.

    Everything is built in a temporary folder and moved to `out` only after the parity check. Files of an
    earlier export that this one does not have are removed.

    Args:
        judges: people who are in no training set; they calibrate the thresholds in place of held-out signers.
        replace_old: other files in `out` may be replaced, too.

    Raises:
        TrainingError: no such run, another data set than it was trained on, or a failed parity check.
        ConfigError: files in `out` would be replaced that no export has made, or that were changed since.
    """
    check_outputs(out, not_exported(out), replace_old=replace_old)
    check_outputs(out, BUNDLE_FILES, replace_old=True)
    config = read_config(run)
    if config["data"]["metadata_sha256"] != data_provenance(dataset)["metadata_sha256"]:
        raise TrainingError(
            Message("This is not the data set the run was trained on."),
            Message("Give the same one, or train again; preprocessing again with other limits changes it."),
        )
    model, step, _ = load_checkpoint(run / BEST)
    mean, std = load_statistics(run / "global_stats.npz")
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".export-") as name:
        folder = Path(name)
        yield "models"
        parity = _write_models(model, run, dataset, folder)
        yield "references"
        vectors = embed_clips(model, dataset.clips, mean, std)
        count = write_references(folder, dataset.clips, vectors, settings.references)
        evidence = settings.evidence or run
        thresholds, metrics = Thresholds(), dict[str, Any]()
        calibration: dict[str, Any] = {"origin": "defaults of the original system"}
        if judges is not None:
            yield "calibration on judges"
            with _production_encoder(run, dataset) as encoder:
                thresholds, metrics, calibration = calibrate_on_judges(encoder, judges, settings.packs)
        elif read_config(evidence)["held_out_signers"]:
            yield "calibration on held-out signers"
            thresholds, metrics, calibration = _calibrate(evidence, settings.unseen_evidence, dataset)
            calibration["origin"] = metrics["origin"] = OWN_EVIDENCE if evidence == run else OTHER_EVIDENCE
        write_json(
            folder / "model_config.json",
            _model_config(config, dataset, settings, thresholds, calibration, step),
        )
        write_manifest(
            folder,
            {
                "name": settings.name,
                "training_commit": config["code_revision"],
                "export_commit": code_revision(),
                "tools": tool_versions(),
                "parity_max_difference": parity,
                "metrics": metrics,
            },
        )
        if settings.with_zip:
            write_zip(folder)
        out.mkdir(parents=True, exist_ok=True)
        for left in BUNDLE_FILES:
            if not (folder / left).exists():
                (out / left).unlink(missing_ok=True)
        for file in sorted(folder.iterdir()):
            shutil.move(file, out / file.name)
    yield ExportReport(out, count, parity, thresholds, metrics)


def _write_models(model: AnyEncoder, run: Path, dataset: Dataset, folder: Path) -> float:
    mean, std = load_statistics(run / "global_stats.npz")
    shutil.copyfile(run / "global_stats.npz", folder / "global_stats.npz")
    export_onnx(model, folder / "sign_encoder.onnx")
    export_torchscript(model, folder / "sign_encoder.ts")
    step = max(len(dataset.clips) // 12, 1)
    real = [(clip.features() - mean) / std for clip in dataset.clips[::step]]
    return check_parity(model, folder / "sign_encoder.onnx", folder / "sign_encoder.ts", parity_clips(real))


def _encode(run: Path, dataset: Dataset) -> EncodedClips:
    """All clips through the run's best weights, by the production path."""
    with _production_encoder(run, dataset) as encoder:
        return next(one for one in encode_clips(dataset.clips, encoder) if isinstance(one, EncodedClips))


@contextmanager
def _production_encoder(run: Path, dataset: Dataset) -> Iterator[OnnxEncoder]:
    """The run's best weights as the program runs them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_models(load_checkpoint(run / BEST)[0], run, dataset, folder)
        write_json(folder / "model_config.json", {"feature_contract": TORSO_540, "whole_clip": True})
        yield OnnxEncoder(load_bundle(folder, {}), provider="cpu")


def _calibrate(
    evidence: Path, unseen_evidence: Path | None, dataset: Dataset
) -> tuple[Thresholds, dict[str, Any], dict[str, Any]]:
    """Thresholds and figures from the signers whom the evidence run never saw, through the production path."""
    held_out = tuple(read_config(evidence)["held_out_signers"])
    _, step, figures = load_checkpoint(evidence / BEST)
    encoded = _encode(evidence, dataset)
    other = unseen_evidence or evidence
    held_back = frozenset(read_config(other).get("held_out_sentences", ()))
    pieces = [Evidence("known", encoded, held_out)]
    if held_back:
        # No signer was trained on these sentences, so all of them give queries.
        pieces.append(
            Evidence("unseen", encoded if other == evidence else _encode(other, dataset), None, held_back)
        )
    elif unseen_evidence is not None:
        raise TrainingError(
            Message("{run} held no sentences out.", run=unseen_evidence.name),
            Message("Train it with --held-out-sentences, or leave --unseen-evidence away."),
        )
    found, fitted = max(
        ((_open_set(encoded, one.thresholds, held_out), one) for one in fit_dtw(pieces, Thresholds())),
        key=lambda pair: pair[0].gain,
    )
    metrics = {
        "held_out": {name: round(value, 4) for name, value in figures.items()},
        "held_out_signers": len(held_out),
        "open_set": {name: None if value is None else round(value, 4) for name, value in found.reached.items()},
        "dtw": fitted.figures,
    }
    origin = {
        "held_out_signers": list(held_out),
        "step": step,
        "references_a_sentence": CALIBRATION_K,
        "draws": CALIBRATION_SEEDS,
        "limits": {"unknown_accepted": UNKNOWN_LIMIT, "idle_accepted": IDLE_LIMIT},
        "reached": metrics["open_set"],
        "dtw": {**fitted.figures, "unseen_sentences": sorted(held_back)},
    }
    return found.thresholds, metrics, origin


def _open_set(encoded: EncodedClips, thresholds: Thresholds, signers: tuple[str, ...]) -> ConfidenceCalibration:
    outcomes = next(
        one
        for one in collect_outcomes(
            encoded, thresholds, k=CALIBRATION_K, seeds=CALIBRATION_SEEDS, signers=signers
        )
        if isinstance(one, Outcomes)
    )
    return calibrate(outcomes, thresholds)


def _model_config(
    config: dict[str, Any],
    dataset: Dataset,
    settings: ExportSettings,
    thresholds: Thresholds,
    calibration: dict[str, Any],
    step: int,
) -> dict[str, Any]:
    sizes = config["settings"]["model"]
    provenance = data_provenance(dataset)
    return {
        "format": 1,
        "name": settings.name,
        "architecture": config["architecture"],
        "feature_contract": TORSO_540,
        "feature_rate": 30,
        "whole_clip": True,
        "max_frames": settings.max_frames,
        "embedding_dim": sizes["embedding_dim"],
        "projection_dim": sizes["projection_dim"],
        "thresholds": asdict(thresholds),
        "calibration": calibration,
        "licence": settings.licence,
        "provenance": provenance,
        "training": {
            "settings": config["settings"],
            "held_out_signers": config["held_out_signers"],
            "held_out_sentences": config.get("held_out_sentences", []),
            "sentences": config.get("train_sentences", provenance["sentences"]),
            "step": step,
            "commit": config["code_revision"],
            "tools": config["tools"],
        },
    }
