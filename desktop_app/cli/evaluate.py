"""`signmirror evaluate DATASET`"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app.cli.common import emit_json, json_option, note, progress, say
from desktop_app.errors import DatasetError

if TYPE_CHECKING:
    from desktop_app.engine.bundle import ModelBundle
    from desktop_app.engine.protocols import Encoder
    from desktop_app.engine.thresholds import Thresholds
    from desktop_app.training.dataset import Dataset
    from desktop_app.training.encoded import EncodedClips


@click.command("evaluate")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.option(
    "--protocol",
    type=click.Choice(["cross-signer", "own", "open-set", "unseen-signs"]),
    default="cross-signer",
    show_default=True,
    help="References of other signers, of the same signer, signs without a reference, or signs that "
    "training never saw.",
)
@click.option("--k", "ks", default="1,3,5", show_default=True, help="Reference clips a sentence, with commas.")
@click.option("--seeds", type=click.IntRange(1), default=10, show_default=True, help="Draws of the references.")
@click.option(
    "--model", type=click.Path(path_type=Path), default=None, help="Bundle (default: the bundled one)."
)
@click.option(
    "--encoder",
    type=click.Choice(["bundle", "raw"]),
    default="bundle",
    show_default=True,
    help="raw: the features themselves without a model, as a baseline.",
)
@click.option(
    "--pack",
    type=click.Path(path_type=Path),
    default=None,
    help="Ask the references of this pack instead of drawing some.",
)
@click.option("--dtw/--no-dtw", "with_dtw", default=True, show_default=True, help="Also with DTW re-ranking.")
@click.option(
    "--dtw-queries",
    type=click.IntRange(0),
    default=40,
    show_default=True,
    help="Queries of each signer and draw that are re-ranked, 0: all of them.",
)
@click.option("--save", type=click.Path(path_type=Path), default=None, help="Keep the figures as a baseline.")
@click.option("--compare", type=click.Path(path_type=Path), default=None, help="Compare with a kept baseline.")
@json_option
def command(
    dataset: Path,
    protocol: str,
    ks: str,
    seeds: int,
    model: Path | None,
    encoder: str,
    pack: Path | None,
    with_dtw: bool,
    dtw_queries: int,
    save: Path | None,
    compare: Path | None,
    as_json: bool,
) -> None:
    """Measure retrieval on labelled clips, with people as strangers to each other.

    DATASET is the output of `signmirror preprocess`, or a folder with clips.csv and landmark arrays, which is
    preprocessed into a temporary folder first. Figures are means over signers; clips labelled `idle` are no
    signs and appear in the open set only.
    """
    baseline = _read_baseline(compare)
    numbers = parse_ks(ks)
    with _dataset(dataset) as data:
        bundle = None if encoder == "raw" and model is None else _bundle(model)
        coder, thresholds = _encoder(data, bundle, raw=encoder == "raw")
        encoded = _encode(data, coder)
        if pack is not None:
            document = _against_pack(encoded, pack, coder, thresholds, with_dtw, dtw_queries)
        elif protocol == "open-set":
            document = _open_set(encoded, thresholds, max(numbers), seeds, dtw_queries)
        else:
            unseen = _unseen(encoded, bundle) if protocol == "unseen-signs" else None
            document = _retrieval(encoded, thresholds, protocol, numbers, seeds, with_dtw, dtw_queries, unseen)
    document["encoder"] = {"name": coder.spec.name, "sha256": coder.spec.sha256}
    if save is not None:
        from desktop_app.training.files import write_json

        write_json(save, document)
    if baseline is not None:
        from desktop_app.training.evaluation import compare_documents

        document["compare"] = compare_documents(document, baseline)
    if as_json:
        emit_json(document)
    else:
        _print(document)


def parse_ks(text: str) -> tuple[int, ...]:
    """`1,3,5` -> numbers of reference clips, increasing."""
    try:
        numbers = sorted({int(part) for part in text.split(",")})
    except ValueError as error:
        raise DatasetError(f"--k {text} is no list of numbers.", "For example --k 1,3,5.") from error
    if numbers[0] < 1:
        raise DatasetError(f"--k {text}: a sentence needs at least one reference.", "For example --k 1,3,5.")
    return tuple(numbers)


def _read_baseline(path: Path | None) -> dict[str, Any] | None:
    if path is None:
        return None
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DatasetError(
            f"{path} holds no saved evaluation.",
            "Make one with `signmirror evaluate --save FILE`.",
            detail=str(error),
        ) from error
    if not isinstance(document, dict):
        raise DatasetError(
            f"{path} holds no saved evaluation.", "Make one with `signmirror evaluate --save FILE`."
        )
    return document


@contextmanager
def _dataset(path: Path) -> Iterator[Dataset]:
    from desktop_app.training.collections import is_array_collection, read_collection
    from desktop_app.training.dataset import load_dataset
    from desktop_app.training.preprocess import PreprocessSettings, preprocess

    if not is_array_collection(path):
        yield load_dataset(path)
        return
    jobs = read_collection(path)
    with tempfile.TemporaryDirectory(prefix="signmirror-") as name:
        for report in progress(preprocess(jobs, Path(name), PreprocessSettings()), "preprocess", len(jobs)):
            if report is not None and report.rejected:
                note(f"Refused by the quality gate: {report.rejected}")
        yield load_dataset(Path(name))


def _bundle(model: Path | None) -> ModelBundle:
    from desktop_app.engine.bundle import load_bundle

    return load_bundle(model)


def _encoder(data: Dataset, bundle: ModelBundle | None, *, raw: bool) -> tuple[Encoder, Thresholds]:
    from desktop_app.engine.encoder_onnx import open_encoder
    from desktop_app.engine.thresholds import Thresholds
    from desktop_app.training.encoded import RawEncoder

    if raw:
        return RawEncoder(data.mean, data.std), bundle.thresholds if bundle else Thresholds()
    assert bundle is not None
    return open_encoder(bundle), bundle.thresholds


def _encode(data: Dataset, coder: Encoder) -> EncodedClips:
    from desktop_app.training.encoded import EncodedClips, encode_clips

    encoded = None
    for step in progress(encode_clips(data.clips, coder), "encode"):
        if isinstance(step, EncodedClips):
            encoded = step
    assert encoded is not None
    return encoded


def _unseen(encoded: EncodedClips, bundle: ModelBundle | None) -> frozenset[str]:
    """Sentences of the data set that are not among those the model's card says it learnt."""
    training = bundle.config.get("training", {}) if bundle is not None else {}
    known = {str(name).casefold() for name in training.get("sentences", [])}
    unseen = frozenset(name for name in encoded.sentences if name.casefold() not in known)
    if not unseen:
        raise DatasetError(
            "The model has learnt every sentence of this data set.",
            "Use other data, or a model trained with --held-out-sentences.",
            code="dataset.nothing_unseen",
        )
    return unseen


def _retrieval(
    encoded: EncodedClips,
    thresholds: Thresholds,
    protocol: str,
    ks: tuple[int, ...],
    seeds: int,
    with_dtw: bool,
    dtw_queries: int,
    unseen: frozenset[str] | None,
) -> dict[str, Any]:
    from desktop_app.training.evaluation import EvaluationSettings, evaluate

    settings = EvaluationSettings(protocol, ks, seeds, with_dtw, dtw_queries, unseen)
    document: dict[str, Any] = {}
    for step in progress(evaluate(encoded, thresholds, settings), "draws"):
        if isinstance(step, dict):
            document = step
    return document


def _open_set(encoded: EncodedClips, thresholds: Thresholds, k: int, seeds: int, limit: int) -> dict[str, Any]:
    from desktop_app.training.acceptance import Outcomes, collect_outcomes, open_set_document

    outcomes = None
    for step in progress(collect_outcomes(encoded, thresholds, k=k, seeds=seeds, limit=limit), "draws"):
        if isinstance(step, Outcomes):
            outcomes = step
    assert outcomes is not None
    return open_set_document(outcomes, thresholds, k, seeds)


def _against_pack(
    encoded: EncodedClips, pack: Path, coder: Encoder, thresholds: Thresholds, with_dtw: bool, limit: int
) -> dict[str, Any]:
    from desktop_app.engine.library import open_library
    from desktop_app.training.evaluate_pack import evaluate_pack

    library = open_library([pack], coder)
    document: dict[str, Any] = {}
    for step in progress(
        evaluate_pack(encoded, library, thresholds, with_dtw=with_dtw, limit=limit), "signers"
    ):
        if isinstance(step, dict):
            document = step
    return {**document, "pack": pack.name}


def _print(document: dict[str, Any]) -> None:
    if document["protocol"] == "open-set":
        for name in ("known_right_accepted", "known_wrong_accepted", "unknown_accepted", "idle_accepted"):
            value = document[name]
            say(f"{name:22} {'-' if value is None else f'{value:.3f}'}")
        say(f"at similarity {document['sim_threshold']} and margin {document['sim_margin']}")
        say("\nthreshold  right  wrong  unknown  idle")
        for row in document["curve"][:: max(len(document["curve"]) // 20, 1)]:
            shares = [row["known_right_accepted"], row["known_wrong_accepted"], row["unknown_accepted"]]
            cells = ["    -" if value is None else f"{value:5.3f}" for value in [*shares, row["idle_accepted"]]]
            say(f"{row['sim_threshold']:9.3f}  {'  '.join(cells)}")
    else:
        say(f"{document['signers']} signers, {document['labels']} sentences")
        say("  k  dtw   Ret@1  Ret@5  Ret@10  MRR")
        for one in document["results"]:
            k = "pack" if one["k"] is None else one["k"]
            figures = "  ".join(f"{one[name]:.3f}" for name in ("ret1", "ret5", "ret10", "mrr"))
            say(f"{k:>4}  {'yes' if one['dtw'] else 'no ':3}  {figures}")
        last = document["results"][-1]
        say("\nRet@1 by signer:")
        for signer, value in last["per_signer"].items():
            say(f"  {value:.3f}  {signer}")
        say("\nMost frequent confusions (wanted -> answered):")
        for row in document["confusions"]:
            say(f"  {row['count']:5}  {row['wanted']} -> {row['answered']}")
    for row in document.get("compare", []):
        say(f"{row['figure']:24} {row['baseline']:.4f} -> {row['now']:.4f}  ({row['change']:+.4f})")
