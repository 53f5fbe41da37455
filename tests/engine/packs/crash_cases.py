"""The work that is killed: `tests.engine.packs.crash_cases CASE FOLDER STRIDE` prints the last point."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

from desktop_app import files
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
from desktop_app.engine.recording.keep import KeptTake, TakeForm, save_takes
from desktop_app.engine.recording.waiting_videos import WaitingVideos, clean_up
from desktop_app.engine.sources.recording import save_recording
from desktop_app.engine.takes.trim import moving_part
from desktop_app.engine.takes.video import VideoKeeper
from desktop_app.engine.tracking import offline
from tests.contract.test_library import SIGNS, write_pack
from tests.engine.packs.killer import every_point
from tests.helpers.landmarks_replay import ReplayExtractor
from tests.helpers.models import made_up_sign
from tests.helpers.people import sign_recording
from tests.helpers.takes import read_take

OLD = [f"sign-{sign}" if not take else f"sign-{sign}-{take + 1}" for sign, take in SIGNS]


def ids(folder: Path) -> list[str]:
    pack = open_pack(folder)
    report = verify_pack(pack)
    assert report.ok, report.problems
    return [clip.clip_id for clip in pack.clips]


def prepare(folder: Path) -> None:
    write_pack(folder / "p", SIGNS)
    media = folder / "video.mp4"
    media.write_bytes(b"video" * 100)
    with PackEditor(folder / "p") as editor:
        editor.delete(["sign-2"])
        editor.undo()


def either(*allowed: list[str]) -> Callable[[Path], None]:
    def check(folder: Path) -> None:
        found = ids(folder / "p")
        assert found in allowed, found
        with PackEditor(folder / "p") as editor:  # brings it to its end
            assert [clip.clip_id for clip in editor.pack.clips] == found
            assert ids(folder / "p") == found
            for row in range(len(found)):
                assert len(editor.pack.features(row).features) > 0
            while editor.undo():
                pass
            assert ids(folder / "p") == OLD
        assert not (folder / "p" / ".edit" / "dirty").exists()

    return check


def add(folder: Path) -> None:
    with PackEditor(folder / "p") as editor:
        editor.add([NewReference(made_up_sign(9), "new one", media=folder / "video.mp4")])


def delete(folder: Path) -> None:
    with PackEditor(folder / "p") as editor:
        editor.delete(["sign-1", "sign-3"])


def delete_and_undo(folder: Path) -> None:
    delete(folder)
    with PackEditor(folder / "p") as editor:
        editor.undo()


def export(folder: Path) -> None:
    for _ in export_steps(open_pack(folder / "p"), folder / "out.signpack"):
        pass


def exported(folder: Path) -> None:
    assert ids(folder / "p") == OLD
    if (folder / "out.signpack").exists():
        assert [clip.clip_id for clip in open_pack(folder / "out.signpack").clips] == OLD


def prepare_install(folder: Path) -> None:
    prepare(folder)
    export(folder)


def install(folder: Path) -> None:
    install_pack(folder / "out.signpack", folder / "home" / "q")


def installed(folder: Path) -> None:
    target = folder / "home" / "q"
    if target.exists():
        assert ids(target) == OLD
    else:
        assert ids(install_pack(folder / "out.signpack", target).folder) == OLD


def prepare_replace(folder: Path) -> None:
    prepare_install(folder)
    install_pack(folder / "p", folder / "packs" / "q")
    (folder / "packs" / "q" / "features" / "original-of-ama.mov").write_text("of Ama")


def replace_in_two_steps(folder: Path) -> None:
    files.exchange = lambda one, other: False
    install_pack(folder / "out.signpack", folder / "packs" / "q", replace_old=True)


def replaced(folder: Path) -> None:
    """The pack is listed, the old or the new one, with what somebody else had put into it."""
    os.environ["SIGNMIRROR_DATA_DIR"] = str(folder)
    found = [path for path in installed_packs() if path.parent == folder / "packs"]
    assert [path.name for path in found] == ["q"]
    assert [clip.clip_id for clip in open_pack(found[0]).clips] == OLD
    assert (found[0] / "features" / "original-of-ama.mov").read_text() == "of Ama"


def prepare_import(folder: Path) -> None:
    create_pack(folder / "p", PackManifest("Imported", "none", "1", "torso-540-v1", "MIT"))
    (folder / "clips").mkdir()
    for number in range(3):
        raw = sign_recording() + np.float32(1e-4 * number)
        save_recording(folder / "clips" / f"sign_{number}a.npz", raw, np.arange(len(raw)) / 30, 4 / 3)


def bring_in(folder: Path) -> list[str]:
    with PackEditor(folder / "p") as editor:
        steps = list(import_steps(editor, find_clips(folder / "clips").jobs, lambda: ReplayExtractor({})))
    return [step.result.status for step in steps]


def import_two_at_a_time(folder: Path) -> None:
    import_many.BATCH = 2  # type: ignore[misc]
    bring_in(folder)


def imported(folder: Path) -> None:
    """Whatever was in the pack verifies, and what was done is not done again."""
    before = len(ids(folder / "p"))
    staged = len(list((folder / "p" / ".edit" / "staged").glob("[!.]*.json"))) if before < 2 else 0
    read = 0
    original = offline.read_sequence

    def counted(*arguments: Any) -> Any:
        nonlocal read
        read += 1
        return original(*arguments)

    with mock.patch("desktop_app.engine.importing.import_many.read_sequence", counted):
        statuses = bring_in(folder)
    assert statuses.count("known") == before
    assert read <= 3 - max(before, staged)
    assert len(ids(folder / "p")) == 3


def record(folder: Path) -> None:
    """Two takes with their videos, saved in one edit; at every frame something is written, to die at."""
    waiting = start_recording(folder)
    recorded = read_take(folder / "sign.npz")
    kept = []
    for number in (1, 2):
        with VideoKeeper(waiting.next_path(), 30.0) as keeper:
            for frame in range(4):
                (folder / "beat").write_text(str(frame))
                keeper.write(np.full((48, 64, 3), 40 * number, np.uint8), frame / 30)
            kept.append(KeptTake(recorded, moving_part(recorded.sequence), keeper.finish()))
    form = TakeForm("new one", signer_id="ama", licence="MIT", consent="yes", skeleton_only=False)
    with PackEditor(folder / "p") as editor:
        save_takes(editor, kept, form)
    waiting.close()


def start_recording(folder: Path) -> WaitingVideos:
    os.environ["SIGNMIRROR_DATA_DIR"] = str(folder / "data")
    return WaitingVideos()


def prepare_record(folder: Path) -> None:
    prepare(folder)
    raw = sign_recording()
    save_recording(folder / "sign.npz", raw, np.arange(len(raw)) / 30, 4 / 3)


def recorded(folder: Path) -> None:
    """The pack verifies, with both takes or none; the next start deletes the videos that were left."""
    either(OLD, [*OLD, "new-one", "new-one-2"])(folder)
    start_recording(folder)
    clean_up()
    assert list((folder / "data").rglob("*.mp4")) == []
    assert not (folder / "data" / "packs" / ".recording").exists()


WITHOUT = [name for name in OLD if name not in ("sign-1", "sign-3")]
CASES = {
    "add": (prepare, add, either(OLD, [*OLD, "new-one"])),
    "delete": (prepare, delete, either(OLD, WITHOUT)),
    "undo": (prepare, delete_and_undo, either(OLD, WITHOUT)),
    "export": (prepare, export, exported),
    "import": (prepare_import, import_two_at_a_time, imported),
    "install": (prepare_install, install, installed),
    "replace": (prepare_replace, replace_in_two_steps, replaced),
    "record": (prepare_record, record, recorded),
}

if __name__ == "__main__":
    # What a killed process has written the system still writes; only a power cut needs fsync, and it is slow.
    os.fsync = lambda fd: None
    points = every_point(Path(sys.argv[2]), *CASES[sys.argv[1]], stride=int(sys.argv[3]))
    sys.stdout.write(f"{points}\n")
