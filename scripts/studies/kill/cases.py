"""What is done while the process is killed, and what must hold then."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final, NoReturn

import numpy as np

from desktop_app import files, paths
from desktop_app.engine.importing import import_many
from desktop_app.engine.importing.import_jobs import find_clips
from desktop_app.engine.importing.import_many import import_steps
from desktop_app.engine.packs import (
    NewReference,
    PackEditor,
    PackManifest,
    create_pack,
    export_steps,
    install_pack,
    installed_packs,
    open_pack,
    verify_pack,
)
from desktop_app.engine.progress.records import Attempt
from desktop_app.engine.progress.store import HISTORY, ProgressStore
from desktop_app.engine.records import FeatureSequence
from desktop_app.engine.sources.recording import LandmarkRecording, load_recording, save_recording
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.settings_file import SettingsStore
from desktop_app.temporary import remove_abandoned_folders

START: Final = datetime(2026, 3, 2, 9, tzinfo=UTC)
FOREIGN: Final = "features/original-of-ama.mov"
State = Any  # hashable or comparable: what is in the folder


@dataclass(frozen=True, slots=True)
class KilledWork:
    """One kind of work in a folder.

    Attributes:
        prepare: makes the folder. work: what is killed.
        state: what the folder holds, as the program shows it after a start; raises AssertionError for damage.
        go_on: the same work again, or the next of its kind, as users do; checks that nothing is lost.
    """

    prepare: Callable[[Path], None]
    work: Callable[[Path], None]
    state: Callable[[Path], State]
    go_on: Callable[[Path], None]


def use(folder: Path) -> None:
    """Let the program, in this process, keep everything below `folder`."""
    for name in ("data", "config", "cache", "log"):
        os.environ[f"SIGNMIRROR_{name.upper()}_DIR"] = str(folder / name)
    (folder / "tmp").mkdir(parents=True, exist_ok=True)
    tempfile.tempdir = str(folder / "tmp")


def start() -> None:
    """What every start of the program does with files."""
    remove_abandoned_folders()
    installed_packs()
    SettingsStore(environ={})


def leftovers(folder: Path) -> list[str]:
    """Temporary files and folders of the program that are still there."""
    marks = (".part", ".building-", ".old-", "dirty", "signmirror-temp-")
    found = [path.relative_to(folder).as_posix() for path in folder.rglob("*")]
    return [name for name in found if any(mark in name.rpartition("/")[2] for mark in marks)]


def _pack(folder: Path) -> Path:
    return folder / "data" / "packs" / "q"


def _signs(seed: int) -> FeatureSequence:
    rows = np.random.default_rng(seed).normal(0, 1, (40, 540)).astype(np.float32)
    return FeatureSequence(rows, np.ones((40, 4), bool), 30.0, 0.0, 40 / 30)


def _make_pack(folder: Path) -> None:
    create_pack(_pack(folder), PackManifest("Ours", "none", "1", TORSO_540, "MIT", created="2026"))
    media = folder / "video.mp4"
    media.write_bytes(b"video" * 1000)
    with PackEditor(_pack(folder)) as editor:
        for number in range(3):
            editor.add([NewReference(_signs(number), f"sign {number}", media=media)])
        editor.delete(["sign-2"])
    (_pack(folder) / FOREIGN).write_text("of Ama")


def _pack_state(folder: Path) -> State:
    assert [path for path in installed_packs() if path.parent == _pack(folder).parent] == [_pack(folder)]
    pack = open_pack(_pack(folder))
    problems = [one for one in verify_pack(pack).problems if one.file != FOREIGN]
    assert not problems, problems
    assert (_pack(folder) / FOREIGN).read_text() == "of Ama"
    return pack.content_sha256


def _edit_again(folder: Path) -> None:
    """The next edit completes what was interrupted; then every step can be undone, and done again."""
    before = _pack_state(folder)
    with PackEditor(_pack(folder)) as editor:
        assert _pack_state(folder) == before
        steps = 0
        while editor.undo():
            steps += 1
        assert not editor.pack.clips
        for _ in range(steps):
            editor.redo()
    assert _pack_state(folder) == before


def _edit(change: Callable[[PackEditor, Path], object]) -> KilledWork:
    def work(folder: Path) -> None:
        with PackEditor(_pack(folder)) as editor:
            change(editor, folder)

    return KilledWork(_make_pack, work, _pack_state, _edit_again)


def _add(editor: PackEditor, folder: Path) -> None:
    editor.add([NewReference(_signs(9), "new", media=folder / "video.mp4"), NewReference(_signs(8), "two")])


def _prepare_import(folder: Path) -> None:
    create_pack(_pack(folder), PackManifest("Ours", "none", "1", TORSO_540, "MIT", created="2026"))
    (_pack(folder) / FOREIGN).write_text("of Ama")
    sample = load_recording(paths.sample_recording())
    (folder / "clips").mkdir()
    signs = json.loads(paths.sample_recording().with_suffix(".json").read_text())["signs"]
    for number, sign in enumerate(signs[:3]):
        piece = _between(sample, sign["start_s"] - 0.8, sign["end_s"] + 0.8)
        save_recording(folder / "clips" / f"sign_{number}.npz", piece.raw, piece.captured_s, piece.aspect)


def _between(recording: LandmarkRecording, start_s: float, end_s: float) -> LandmarkRecording:
    kept = (recording.captured_s >= start_s) & (recording.captured_s <= end_s)
    times = recording.captured_s[kept]
    return LandmarkRecording(recording.raw[kept], times - times[0], recording.aspect)


def _import(folder: Path) -> None:
    import_many.BATCH = 2  # type: ignore[misc]  # two steps instead of one
    with PackEditor(_pack(folder)) as editor:
        for step in import_steps(editor, find_clips(folder / "clips").jobs, _no_tracker):
            assert step.result.status != import_many.REFUSED, step.result


def _no_tracker() -> NoReturn:
    raise AssertionError("recordings need no tracker")


def _import_again(folder: Path) -> None:
    _import(folder)
    assert len(open_pack(_pack(folder)).clips) == 3
    staged = _pack(folder) / import_many.STAGED
    assert not list(staged.iterdir()), list(staged.iterdir())


def _prepare_replace(folder: Path) -> None:
    _make_pack(folder)
    for _ in export_steps(open_pack(_pack(folder)), folder / "new.signpack"):
        pass
    with PackEditor(_pack(folder)) as editor:
        _add(editor, folder)


def _replace(folder: Path) -> None:
    install_pack(folder / "new.signpack", _pack(folder), replace_old=True)


def _replace_in_two_steps(folder: Path) -> None:
    files.exchange = lambda one, other: False
    _replace(folder)


def _replace_again(folder: Path) -> None:
    _replace(folder)
    replaced = _pack_state(folder)
    with PackEditor(_pack(folder)) as editor:
        _add(editor, folder)
        editor.undo()
    assert _pack_state(folder) == replaced


def _save(theme: str) -> Callable[[Path], None]:
    def work(_folder: Path) -> None:
        store = SettingsStore(environ={})
        store.change("look.theme", theme)
        store.save()

    return work


def _prepare_settings(folder: Path) -> None:
    _save("light")(folder)
    store = SettingsStore(environ={})
    store.change("recognition.top_k", 3)
    store.save()


def _settings_state(_folder: Path) -> State:
    store = SettingsStore(environ={})
    assert not store.notices
    assert not store.resolved.problems
    assert store.settings.recognition.top_k == 3
    return store.settings.look.theme


def _history(folder: Path) -> ProgressStore:
    return ProgressStore(folder / "data" / HISTORY, now=lambda: START)


def _practise(day: int) -> Callable[[Path], None]:
    def work(folder: Path) -> None:
        with closing(_history(folder)) as store:
            store.add(
                Attempt(
                    when=START + timedelta(days=day),
                    kind="practice",
                    pack="Ours",
                    sentence="sign",
                    category="",
                    right=True,
                    overall=70.0,
                    recognised="sign",
                    accepted=True,
                )
            )

    return work


def _history_state(folder: Path) -> State:
    with closing(_history(folder)) as store:
        assert not store.happened, store.happened
        return len(store.attempts())


def _practise_again(folder: Path) -> None:
    before = _history_state(folder)
    _practise(9)(folder)
    assert _history_state(folder) == before + 1


CASES: Final[dict[str, KilledWork]] = {
    "edit: add": _edit(_add),
    "edit: change": _edit(lambda editor, _: editor.change(["sign-0"], sentence="renamed")),
    "edit: delete": _edit(lambda editor, _: editor.delete(["sign-0"])),
    "edit: undo": _edit(lambda editor, _: editor.undo()),
    "import": KilledWork(_prepare_import, _import, _pack_state, _import_again),
    "replace": KilledWork(_prepare_replace, _replace, _pack_state, _replace_again),
    "replace in two steps": KilledWork(_prepare_replace, _replace_in_two_steps, _pack_state, _replace_again),
    "save settings": KilledWork(_prepare_settings, _save("dark"), _settings_state, _save("dark")),
    "add to the history": KilledWork(_practise(0), _practise(1), _history_state, _practise_again),
}
