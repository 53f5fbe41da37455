"""Figures of an evaluation as tables for people."""

from __future__ import annotations

from typing import Any

import click


def print_evaluation(document: dict[str, Any]) -> None:
    """Print the document of `evaluate` as tables."""
    if document.get("also") and "results" in document:
        _print_side_by_side([document, *document["also"]])
    elif document["protocol"] == "open-set":
        for name in ("known_right_accepted", "known_wrong_accepted", "unknown_accepted", "idle_accepted"):
            value = document[name]
            click.echo(f"{name:22} {'-' if value is None else f'{value:.3f}'}")
        click.echo(f"at similarity {document['sim_threshold']} and margin {document['sim_margin']}")
        calibration = document["calibration"]
        click.echo(
            f"expected calibration error {calibration['ece']:.3f} at temperature {calibration['temperature']}, "
            f"{calibration['ece_default_temperature']:.3f} with the uncalibrated one"
        )
        click.echo("\nthreshold  right  wrong  unknown  idle")
        for row in document["curve"][:: max(len(document["curve"]) // 20, 1)]:
            shares = [row["known_right_accepted"], row["known_wrong_accepted"], row["unknown_accepted"]]
            cells = ["    -" if value is None else f"{value:5.3f}" for value in [*shares, row["idle_accepted"]]]
            click.echo(f"{row['sim_threshold']:9.3f}  {'  '.join(cells)}")
    else:
        click.echo(f"{document['signers']} signers, {document['labels']} sentences")
        click.echo("  k  dtw   Ret@1  Ret@5  Ret@10  MRR")
        for one in document["results"]:
            click.echo(_retrieval_line(one))
        if "agreed" in document:
            part = document["agreed"]
            click.echo(
                f"\nClips whose sign others make alike: {part['signers']} signers, {part['labels']} sentences"
            )
            for one in part["results"]:
                click.echo(_retrieval_line(one))
        if "first_use" in document:
            _print_first_use(document["first_use"])
        last = document["results"][-1]
        click.echo("\nRet@1 by signer:")
        for signer, value in last["per_signer"].items():
            click.echo(f"  {value:.3f}  {signer}")
        click.echo("\nMost frequent confusions (wanted -> answered):")
        for row in document["confusions"]:
            click.echo(f"  {row['count']:5}  {row['wanted']} -> {row['answered']}")
    for row in document.get("compare", []):
        click.echo(f"{row['figure']:24} {row['baseline']:.4f} -> {row['now']:.4f}  ({row['change']:+.4f})")


def _retrieval_line(one: dict[str, Any]) -> str:
    k = "pack" if one["k"] is None else one["k"]
    figures = "  ".join(f"{one[name]:.3f}" for name in ("ret1", "ret5", "ret10", "mrr"))
    return f"{k:>4}  {'yes' if one['dtw'] else 'no ':3}  {figures}"


def _print_first_use(first: dict[str, Any]) -> None:
    """What somebody meets who signs before these packs for the first time."""
    click.echo(f"\nFirst use, mean over {first['people']} people and their signs:")
    for name, words in (
        ("place_1", "first line right"),
        ("first_5", "among the first five"),
        ("accepted_right", "accepted and right"),
        ("accepted_wrong", "accepted and wrong"),
        ("unknown_accepted", "unknown sign accepted"),
        ("idle_accepted", "idle accepted"),
    ):
        value = first[name]
        click.echo(f"  {'    -' if value is None else f'{value:.3f}'}  {words}")
    click.echo("By sign, first line right and accepted and right:")
    for sign, row in sorted(first["per_sign"].items(), key=lambda item: item[1]["place_1"]):
        click.echo(f"  {row['place_1']:.3f}  {row['accepted_right']:.3f}  {sign}")


def _print_side_by_side(documents: list[dict[str, Any]]) -> None:
    """Encoders on the same draws, a line each and number of references."""
    first = documents[0]
    click.echo(f"{first['protocol']}, {first['signers']} signers, {first['labels']} sentences")
    click.echo(f"{'encoder':<28} k  dtw   Ret@1  Ret@5  Ret@10  MRR")
    for document in documents:
        name = f"{document['encoder']['name']} {document['encoder']['sha256'][:8]}".strip()
        for one in document["results"]:
            figures = "  ".join(f"{one[figure]:.3f}" for figure in ("ret1", "ret5", "ret10", "mrr"))
            click.echo(f"{name:<28} {one['k'] or '-'}  {'yes' if one['dtw'] else 'no ':3}   {figures}")
        for one in document.get("agreed", {}).get("results", []):
            figures = "  ".join(f"{one[figure]:.3f}" for figure in ("ret1", "ret5", "ret10", "mrr"))
            click.echo(f"{'  agreed':<28} {one['k']}  {'yes' if one['dtw'] else 'no ':3}   {figures}")
        if "first_use" in document:
            _print_first_use(document["first_use"])
