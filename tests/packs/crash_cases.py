"""The work that is killed: `python -m tests.packs.crash_cases CASE FOLDER` prints the points tried."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from desktop_app.engine.packs import (
    NewReference,
    PackEditor,
    export_steps,
    install_pack,
    open_pack,
    verify_pack,
)
from tests.contract.test_library import SIGNS, write_pack
from tests.helpers.models import made_up_sign
from tests.packs.killer import every_point

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


WITHOUT = [name for name in OLD if name not in ("sign-1", "sign-3")]
CASES = {
    "add": (prepare, add, either(OLD, [*OLD, "new-one"])),
    "delete": (prepare, delete, either(OLD, WITHOUT)),
    "undo": (prepare, delete_and_undo, either(OLD, WITHOUT)),
    "export": (prepare, export, exported),
    "install": (prepare_install, install, installed),
}

if __name__ == "__main__":
    # What a killed process has written the system still writes; only a power cut needs fsync, and it is slow.
    os.fsync = lambda handle: None
    sys.stdout.write(f"{every_point(Path(sys.argv[2]), *CASES[sys.argv[1]])}\n")
