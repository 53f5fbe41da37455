"""A study: several runs on one data set that differ in some settings, each with several seeds."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import pandas as pd

from desktop_app.errors import AppError, ConfigError
from desktop_app.message import Message
from desktop_app.training.checkpoint import read_config
from desktop_app.training.curves import METRICS
from desktop_app.training.outputs import check_outputs
from desktop_app.training.run_config import (
    SETTINGS_FILE,
    changes,
    merged,
    read_table,
    settings_from,
    write_settings,
)
from desktop_app.training.run_folder import BEST_FIGURES, check_run_folder
from desktop_app.training.run_settings import TrainSettings, check_settings

_ORDER: Final = Message("Write the run that others start from, or learn from, above them.")
OF_STUDY: Final = "study:"  # before the name of a run of the same study
LOG: Final = "train.log"
REQUESTS: Final = "wanted.toml"  # input of a run; the run writes config.toml when it has started
POLL_INTERVAL_S: Final = 0.2
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_STUDY_KEYS: Final = ("name", "ships", "baseline", "figures", "defaults", "run")
_RUN_KEYS: Final = ("name", "note", "seeds", "architecture")


@dataclass(frozen=True, slots=True)
class StudyRun:
    """One row of the table.

    Attributes:
        settings: with the first seed.
        differs: differences to the study's defaults, dotted names with values.
    """

    name: str
    note: str
    seeds: tuple[int, ...]
    settings: TrainSettings
    differs: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Study:
    """Runs in the order of the file; `ships` and `baseline` name one of them, or are empty.

    Attributes:
        figures: columns of the Markdown table; empty: every Ret@ there is.
    """

    name: str
    ships: str
    baseline: str
    figures: tuple[str, ...]
    runs: tuple[StudyRun, ...]


@dataclass(frozen=True, slots=True)
class StudyEvent:
    """The state of a run: `skipped` (finished earlier), `started`, `done` or `failed` with the reason."""

    run: str
    seed: int
    what: str
    detail: str = ""


def read_study(path: Path, under: Mapping[str, Any] | None = None) -> Study:
    """The study of a TOML file.

    Args:
        under: settings of every run, below those of the file; what belongs to this machine, such as folders.

    Raises:
        ConfigError: no TOML, an unknown key, a name twice or missing, or settings that no run can have.
    """
    table = read_table(path)
    _only_known(table, path)
    defaults, entries = table.get("defaults", {}), table.get("run", [])
    if not isinstance(defaults, Mapping):
        raise ConfigError(
            Message("{path}: defaults must be a table.", path=path), Message("Write it as [defaults].")
        )
    if not isinstance(entries, list) or not entries or not all(isinstance(one, Mapping) for one in entries):
        raise ConfigError(
            Message("{path}: there is no run.", path=path), Message("Write each as [[run]] with a name.")
        )
    defaults = merged(under or {}, defaults)
    runs = tuple(_read_run(entry, defaults, path) for entry in entries)
    names = [run.name for run in runs]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ConfigError(
            Message("{path}: two runs are called {twice}.", path=path, twice=twice[0]),
            Message("Give every run a name of its own."),
        )
    for place, run in enumerate(runs):
        if late := sorted(_needs(run) - set(names[:place])):
            raise ConfigError(
                Message(
                    "{path}: {run} needs {late}, which does not come before it.",
                    path=path,
                    run=run.name,
                    late=late[0],
                ),
                _ORDER,
            )
    for key in ("ships", "baseline"):
        if table.get(key, names[0]) not in names:
            raise ConfigError(
                Message("{path}: {key} names no run: {table}.", path=path, key=key, table=table[key]),
                Message("Runs: {names}.", names=", ".join(names)),
            )
    figures = table.get("figures", [])
    if not isinstance(figures, list) or not all(isinstance(one, str) for one in figures):
        raise ConfigError(
            Message("{path}: figures must be a list of columns.", path=path),
            Message("As they are called in {metrics}.", metrics=METRICS),
        )
    return Study(
        name=_name(table.get("name", path.stem), path),
        ships=table.get("ships", ""),
        baseline=table.get("baseline", ""),
        figures=tuple(figures),
        runs=runs,
    )


def folder_of(out: Path, run: StudyRun, seed: int) -> Path:
    """The folder of a run with a seed."""
    return out / run.name / f"seed-{seed}"


def is_finished(folder: Path, settings: TrainSettings, metadata_sha256: str) -> bool:
    """Whether the folder holds this very run to its last step: same settings, same data."""
    try:
        held = settings_from(read_table(folder / SETTINGS_FILE), SETTINGS_FILE)
        sha = read_config(folder)["data"]["metadata_sha256"]
        steps = pd.read_csv(folder / METRICS)["step"]
    except (AppError, OSError, ValueError, KeyError, TypeError):
        return False  # half a run, or of another version: made anew
    settings = _with_folders(settings, folder.parent.parent)
    complete = len(steps) > 0 and int(steps.iloc[-1]) == settings.steps
    return held == settings and sha == metadata_sha256 and complete and (folder / BEST_FIGURES).is_file()


def run_study(
    study: Study,
    data: Path,
    metadata_sha256: str,
    out: Path,
    *,
    jobs: int = 1,
    only: Sequence[str] = (),
    replace_old: bool = False,
) -> Iterator[StudyEvent]:
    """Train what is not finished, each run in a process of its own, `jobs` at a time; a failure stops no other.

    Closing the iterator ends the runs in work.

    Args:
        replace_old: files in the folders of runs that no earlier run has made may be replaced.

    Raises:
        ConfigError: `only` names a run that is not there, or a file that no run has made would be replaced.
    """
    unknown = sorted(set(only) - {run.name for run in study.runs})
    if unknown:
        known = ", ".join(run.name for run in study.runs)
        raise ConfigError(
            Message("The study has no run {unknown}.", unknown=", ".join(unknown)),
            Message("Runs: {known}.", known=known),
        )
    waiting: list[tuple[StudyRun, int]] = []
    for run in study.runs:
        if only and run.name not in only:
            continue
        for seed in run.seeds:
            if is_finished(folder_of(out, run, seed), replace(run.settings, seed=seed), metadata_sha256):
                yield StudyEvent(run.name, seed, "skipped")
            else:
                check_place(folder_of(out, run, seed), replace_old=replace_old)
                waiting.append((run, seed))
    working: list[tuple[StudyRun, int, subprocess.Popen[bytes]]] = []
    try:
        while waiting or working:
            while len(working) < jobs:
                busy = {(run.name, seed) for run, seed in waiting} | {
                    (run.name, seed) for run, seed, _ in working
                }
                ready = [
                    (run, seed) for run, seed in waiting if not busy & {(name, seed) for name in _needs(run)}
                ]
                if not ready:
                    break
                run, seed = ready[0]
                waiting.remove((run, seed))
                working.append((run, seed, _start(run, seed, data, out, replace_old=replace_old)))
                yield StudyEvent(run.name, seed, "started")
            for job in [job for job in working if job[2].poll() is not None]:
                working.remove(job)
                yield _ended(*job, out)
            if working:
                time.sleep(POLL_INTERVAL_S)
    finally:
        for _, _, process in working:
            process.terminate()
        for _, _, process in working:
            process.wait()


def check_place(folder: Path, *, replace_old: bool = False) -> None:
    """Raise ConfigError where a run of a study would replace files that no earlier one has made."""
    try:
        settings_from(read_table(folder / REQUESTS), REQUESTS)
        own = True
    except AppError:
        own = False
    check_outputs(folder, (REQUESTS, LOG), replace_old=replace_old or own)
    check_run_folder(folder, replace_old=replace_old)


def _start(run: StudyRun, seed: int, data: Path, out: Path, *, replace_old: bool) -> subprocess.Popen[bytes]:
    folder = folder_of(out, run, seed)
    folder.mkdir(parents=True, exist_ok=True)
    write_settings(folder / REQUESTS, _with_folders(replace(run.settings, seed=seed), out))
    command = [sys.executable, "-m", "desktop_app", "train", str(data)]
    command += ["--out", str(folder), "--config", str(folder / REQUESTS)]
    command += ["--replace"] * replace_old
    with (folder / LOG).open("wb") as log:
        return subprocess.Popen(  # noqa: S603  our own program
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        )


def _with_folders(settings: TrainSettings, out: Path) -> TrainSettings:
    """Runs of this study that the settings name (`start_from = "study:NAME"`, teachers too) as the folders of
    their run with the same seed."""

    def folder(text: str) -> str:
        if not text.startswith(OF_STUDY):
            return text
        return str(out / text.removeprefix(OF_STUDY) / f"seed-{settings.seed}")

    start = None if settings.start_from is None else folder(settings.start_from)
    teachers = tuple(folder(one) for one in settings.losses.teachers)
    return replace(settings, start_from=start, losses=replace(settings.losses, teachers=teachers))


def _needs(run: StudyRun) -> set[str]:
    """Other runs of the study that must be there first."""
    named = [run.settings.start_from or "", *run.settings.losses.teachers]
    return {text.removeprefix(OF_STUDY) for text in named if text.startswith(OF_STUDY)}


def _ended(run: StudyRun, seed: int, process: subprocess.Popen[bytes], out: Path) -> StudyEvent:
    if process.returncode == 0:
        return StudyEvent(run.name, seed, "done")
    text = (folder_of(out, run, seed) / LOG).read_text(encoding="utf-8", errors="replace")
    last_lines = [line for line in text.splitlines() if line.strip()][-2:]
    reason = " ".join(last_lines) or f"it ended with {process.returncode} and said nothing"
    return StudyEvent(run.name, seed, "failed", reason)


def _read_run(entry: Mapping[str, Any], defaults: Mapping[str, Any], path: Path) -> StudyRun:
    name = _name(entry.get("name"), path)
    where = f"{path}, run {name}"
    own = {key: value for key, value in entry.items() if key not in _RUN_KEYS}
    if "seed" in own:
        raise ConfigError(
            Message("{where}: seed stands alone.", where=where), Message("Write seeds = [0], or several.")
        )
    if "architecture" in entry:
        own = merged({"model": {"architecture": entry["architecture"]}}, own)
    settings = settings_from(merged(defaults, own), where)
    seeds = entry.get("seeds", [settings.seed])
    if not isinstance(seeds, list) or not seeds or any(type(seed) is not int or seed < 0 for seed in seeds):
        raise ConfigError(
            Message("{where}: seeds must be a list of whole numbers.", where=where),
            Message("For example seeds = [0, 1, 2]."),
        )
    if not isinstance(entry.get("note", ""), str):
        raise ConfigError(
            Message("{where}: note must be a text.", where=where),
            Message('Write it in quotation marks: note = "…".'),
        )
    settings = replace(settings, seed=seeds[0])
    try:
        check_settings(settings)
    except AppError as error:
        raise ConfigError(
            Message("{where}: {message}", where=where, message=error.message), error.hint
        ) from error
    usual = settings_from(
        merged(defaults, {"model": {"architecture": settings.model.architecture}, "seed": settings.seed}), where
    )
    differs = changes(usual, settings)
    if settings.model.architecture != settings_from(defaults, where).model.architecture:
        differs = {"architecture": settings.model.architecture, **differs}
    return StudyRun(name, entry.get("note", ""), tuple(dict.fromkeys(seeds)), settings, differs)


def _name(value: Any, path: Path) -> str:
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise ConfigError(
            Message("{path}: {value!r} is no name.", path=path, value=value)
            if value is not None
            else Message("{path}: a run has no name.", path=path),
            Message("Names are made of letters, digits, points, lines and underscores; they become folders."),
        )
    return value


def _only_known(table: Mapping[str, Any], path: Path) -> None:
    unknown = sorted(set(table) - set(_STUDY_KEYS))
    if unknown:
        raise ConfigError(
            Message("{path}: {unknown} means nothing in a study.", path=path, unknown=unknown[0]),
            Message(
                "Known: {keys}; settings stand in [defaults] and in each [[run]].",
                keys=", ".join(_STUDY_KEYS),
            ),
        )
