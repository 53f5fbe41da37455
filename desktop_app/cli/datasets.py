"""Opens the data sets that commands are given."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.cli.common import PATH, note, progress
from desktop_app.temporary import temporary_folder

if TYPE_CHECKING:
    from desktop_app.training.dataset import Dataset

judges_option = click.option(
    "--judges",
    type=PATH,
    envvar="SIGNMIRROR_JUDGES",
    show_envvar=True,
    help="Recordings of people who are in no training set, to choose and measure by.",
)


@contextmanager
def opened_dataset(path: Path) -> Iterator[Dataset]:
    """A data set as it is, or a collection of landmark arrays, preprocessed into a temporary folder.

    Raises:
        DatasetError: neither of the two, or damaged.
    """
    from desktop_app.training.collections import is_array_collection, read_collection
    from desktop_app.training.dataset import load_dataset
    from desktop_app.training.preprocess import PreprocessSettings, preprocess

    if not is_array_collection(path):
        yield load_dataset(path)
        return
    jobs = read_collection(path)
    with temporary_folder() as name:
        for report in progress(preprocess(jobs, Path(name), PreprocessSettings()), "preprocess", len(jobs)):
            if report is not None and report.rejected:
                note(f"Refused by the quality gate: {report.rejected}")
        yield load_dataset(Path(name))
