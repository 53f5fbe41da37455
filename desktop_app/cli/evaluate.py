"""`signmirror evaluate DATASET`"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app.cli.common import (
    PATH,
    PICTURES,
    check_output,
    check_picture,
    emit_json,
    json_option,
    progress,
    replace_option,
    result_of,
)
from desktop_app.cli.datasets import judges_option, opened_dataset
from desktop_app.cli.evaluate_text import print_evaluation
from desktop_app.errors import DatasetError
from desktop_app.message import Message

if TYPE_CHECKING:
    from desktop_app.engine.encoder.bundle import ModelBundle
    from desktop_app.engine.protocols import Encoder
    from desktop_app.engine.thresholds import Thresholds
    from desktop_app.training.dataset import Dataset
    from desktop_app.training.encoded import EncodedClips
    from desktop_app.training.evaluation import EvaluationSettings


@click.command("evaluate")
@click.argument("dataset", type=PATH, required=False)
@judges_option
@click.option(
    "--protocol",
    type=click.Choice(["cross-signer", "own", "open-set", "unseen-signs"]),
    default="cross-signer",
    help="References of other signers, of the same signer, signs without a reference, or signs that "
    "training never saw.",
)
@click.option("--k", "ks", default="1,3,5", help="Reference clips a sentence, with commas.")
@click.option("--seeds", type=click.IntRange(1), default=10, help="Draws of the references.")
@click.option("--model", type=PATH, help="Bundle (default: the bundled one).")
@click.option(
    "--encoder",
    type=click.Choice(["bundle", "raw"]),
    default="bundle",
    help="raw: the features themselves without a model, as a baseline.",
)
@click.option(
    "--held-out-only", is_flag=True, help="Only queries by signers whom the model's training held out."
)
@click.option(
    "--pack",
    "packs",
    multiple=True,
    help="Use the references of this pack (name or path) instead of drawing some; may be given again.",
)
@click.option("--dtw/--no-dtw", "with_dtw", default=True, help="Also with DTW re-ranking.")
@click.option(
    "--dtw-queries",
    type=click.IntRange(0),
    default=40,
    help="Queries of each signer and draw that are re-ranked, 0: all of them.",
)
@click.option(
    "--also",
    multiple=True,
    metavar="BUNDLE",
    help="Another bundle, or `raw`, on the same draws; may be given again. Prints one table.",
)
@click.option("--reliability", type=PATH, help="Picture of confidence against truth.")
@click.option("--save", type=PATH, help="Keep the figures as a baseline.")
@click.option("--compare", type=PATH, help="Compare with a kept baseline.")
@replace_option
@json_option
def command(
    dataset: Path | None,
    judges: Path | None,
    protocol: str,
    ks: str,
    seeds: int,
    model: Path | None,
    encoder: str,
    held_out_only: bool,
    packs: tuple[str, ...],
    with_dtw: bool,
    dtw_queries: int,
    also: tuple[str, ...],
    reliability: Path | None,
    save: Path | None,
    compare: Path | None,
    replace_old: bool,
    as_json: bool,
) -> None:
    """Measure retrieval on labelled clips, with queries and references by different people.

    DATASET is the output of `signmirror preprocess`, or a folder with clips.csv and landmark arrays, which is
    preprocessed into a temporary folder first; by default the judges. Figures are means over signers; clips
    labelled `idle` are no signs and appear in the open set only. Where the data set says whose way of signing
    others share (column `agreed`), the same figures are given for these clips alone.
    """
    from desktop_app.training.evaluation import EvaluationSettings

    if reliability is not None:
        check_picture(reliability, *PICTURES, replace_old=replace_old)
    if save is not None:
        check_output(save, [compare] if compare else [], replace_old=replace_old)
    baseline = _read_baseline(compare)
    numbers = parse_ks(ks)
    dataset = dataset or judges
    if dataset is None:
        raise DatasetError(
            Message("There is nothing to evaluate on."), Message("Name a data set, or give --judges FOLDER.")
        )
    with opened_dataset(dataset) as data:
        bundle = None if encoder == "raw" and model is None else _bundle(model)
        chosen: tuple[str, ...] | None = None  # people and signs are those of the first model

        def one(other: ModelBundle | None, *, raw: bool) -> dict[str, Any]:
            nonlocal chosen
            coder, thresholds = _encoder(data, other, raw=raw)
            encoded = _encode(data, coder)
            if held_out_only and chosen is None:
                chosen = _held_out(encoded, bundle)
            if packs:
                document = _against_packs(encoded, packs, coder, thresholds, with_dtw, dtw_queries)
            elif protocol == "open-set":
                document = _open_set(encoded, thresholds, max(numbers), seeds, dtw_queries, chosen, reliability)
            else:
                unseen = _unseen(encoded, bundle) if protocol == "unseen-signs" else None
                settings = EvaluationSettings(protocol, numbers, seeds, with_dtw, dtw_queries, unseen, chosen)
                document = _retrieval(encoded, thresholds, settings)
                if not all(clip.agreed for clip in encoded.clips):
                    document["agreed"] = _retrieval(encoded.only_agreed(), thresholds, settings)
            return document | {"encoder": {"name": coder.spec.name, "sha256": coder.spec.sha256}}

        document = one(bundle, raw=encoder == "raw")
        if also:
            document["also"] = [
                one(None if name == "raw" else _bundle(Path(name)), raw=name == "raw") for name in also
            ]
    if save is not None:
        from desktop_app.training.files import write_json

        write_json(save, document)
    if baseline is not None:
        from desktop_app.training.evaluation import compare_documents

        document["compare"] = compare_documents(document, baseline)
    if as_json:
        emit_json(document)
    else:
        print_evaluation(document)


def parse_ks(text: str) -> tuple[int, ...]:
    """`1,3,5` -> numbers of reference clips, increasing."""
    try:
        numbers = sorted({int(part) for part in text.split(",")})
    except ValueError as error:
        raise DatasetError(
            Message("--k {text} is no list of numbers.", text=text), Message("For example --k 1,3,5.")
        ) from error
    if numbers[0] < 1:
        raise DatasetError(
            Message("--k {text}: a sentence needs at least one reference.", text=text),
            Message("For example --k 1,3,5."),
        )
    return tuple(numbers)


def _read_baseline(path: Path | None) -> dict[str, Any] | None:
    if path is None:
        return None
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise DatasetError(
            Message("{path} holds no saved evaluation.", path=path),
            Message("Make one with `signmirror evaluate --save FILE`."),
            detail=str(error),
        ) from error
    if not isinstance(document, dict):
        raise DatasetError(
            Message("{path} holds no saved evaluation.", path=path),
            Message("Make one with `signmirror evaluate --save FILE`."),
        )
    return document


def _bundle(model: Path | None) -> ModelBundle:
    from desktop_app.engine.encoder.bundle import load_bundle

    return load_bundle(model)


def _encoder(data: Dataset, bundle: ModelBundle | None, *, raw: bool) -> tuple[Encoder, Thresholds]:
    from desktop_app.engine.encoder.onnx import open_encoder
    from desktop_app.engine.thresholds import Thresholds
    from desktop_app.training.encoded import RawEncoder

    if raw:
        return RawEncoder(data.mean, data.std), bundle.thresholds if bundle else Thresholds()
    assert bundle is not None
    return open_encoder(bundle), bundle.thresholds


def _encode(data: Dataset, coder: Encoder) -> EncodedClips:
    from desktop_app.training.encoded import EncodedClips, encode_clips

    return result_of(progress(encode_clips(data.clips, coder), "encode"), EncodedClips)


def _unseen(encoded: EncodedClips, bundle: ModelBundle | None) -> frozenset[str]:
    """Sentences of the data set that are not among the training sentences in the model's card."""
    training = bundle.config.get("training", {}) if bundle is not None else {}
    known = {str(name).casefold() for name in training.get("sentences", [])}
    unseen = frozenset(name for name in encoded.sentences if name.casefold() not in known)
    if not unseen:
        raise DatasetError(
            Message("The model has learnt every sentence of this data set."),
            Message("Use other data, or a model trained with --held-out-sentences."),
            code="dataset.nothing_unseen",
        )
    return unseen


def _held_out(encoded: EncodedClips, bundle: ModelBundle | None) -> tuple[str, ...]:
    """The people of this data set named as held out in the model's card."""
    training = bundle.config.get("training", {}) if bundle is not None else {}
    named = {str(name) for name in training.get("held_out_signers", [])}
    found = tuple(sorted(named & {clip.signer for clip in encoded.clips}))
    if not found:
        raise DatasetError(
            Message("The model's training held out nobody of this data set."),
            Message("Use a model trained with --held-out, or evaluate without --held-out-only."),
            code="dataset.no_queries",
        )
    return found


def _retrieval(encoded: EncodedClips, thresholds: Thresholds, settings: EvaluationSettings) -> dict[str, Any]:
    from desktop_app.training.evaluation import evaluate

    return result_of(progress(evaluate(encoded, thresholds, settings), "draws"), dict)


def _open_set(
    encoded: EncodedClips,
    thresholds: Thresholds,
    k: int,
    seeds: int,
    limit: int,
    signers: tuple[str, ...] | None,
    picture: Path | None,
) -> dict[str, Any]:
    from desktop_app.engine.thresholds import Thresholds
    from desktop_app.training.acceptance import Outcomes, collect_outcomes, open_set_document
    from desktop_app.training.reliability import calibration_document, draw_reliability

    steps = collect_outcomes(encoded, thresholds, k=k, seeds=seeds, limit=limit, signers=signers)
    outcomes = result_of(progress(steps, "draws"), Outcomes)
    calibration = calibration_document(
        outcomes, thresholds.confidence_temperature, Thresholds().confidence_temperature
    )
    if picture is not None:
        draw_reliability(calibration, picture)
    return open_set_document(outcomes, thresholds, k, seeds) | {"calibration": calibration}


def _against_packs(
    encoded: EncodedClips,
    packs: tuple[str, ...],
    coder: Encoder,
    thresholds: Thresholds,
    with_dtw: bool,
    limit: int,
) -> dict[str, Any]:
    from desktop_app.engine.packs import find_pack
    from desktop_app.engine.search.library import open_library
    from desktop_app.training.evaluate_pack import evaluate_pack

    folders = [find_pack(pack) for pack in packs]
    library = open_library(folders, coder)
    steps = evaluate_pack(encoded, library, thresholds, with_dtw=with_dtw, limit=limit)
    return {**result_of(progress(steps, "signers"), dict), "packs": [folder.name for folder in folders]}
