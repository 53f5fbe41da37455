"""Two commands that make or replace the same pack at once: one of them succeeds, and the other says so."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from desktop_app import files
from desktop_app.engine.packs import (
    NewReference,
    PackEditor,
    PackManifest,
    commit,
    create_pack,
    export_steps,
    install_pack,
    installed_packs,
    open_pack,
    verify_pack,
)
from desktop_app.engine.packs.lock import placing
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.errors import AppError, PackError
from tests.contract.test_library import SIGNS, write_pack
from tests.helpers.models import made_up_sign

MANIFEST = PackManifest("Ours", "none", "1", TORSO_540, "MIT")
ROUNDS = 5


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    target = tmp_path / "out.signpack"
    for _ in export_steps(open_pack(write_pack(tmp_path / "p", SIGNS)), target):
        pass
    return target


def together(work, *arguments) -> list[list[str]]:
    """Run `work(round, *arguments)` in two processes at the same moments; the outcomes of every round."""
    context = multiprocessing.get_context("spawn")
    barrier, results = context.Barrier(2), context.Queue()
    processes = [context.Process(target=_run, args=(work, arguments, barrier, results)) for _ in range(2)]
    for process in processes:
        process.start()
    found = [results.get(timeout=120) for _ in processes]
    for process in processes:
        process.join()
    return [list(pair) for pair in zip(*found, strict=True)]


def _run(work, arguments, barrier, results) -> None:
    outcomes = []
    for number in range(ROUNDS):
        barrier.wait(120)
        try:
            work(number, *arguments)
            outcomes.append("done")
        except AppError as error:
            outcomes.append(error.code)
    results.put(outcomes)


def install(number: int, archive: Path, home: Path) -> None:
    install_pack(archive, home / str(number))


def make_and_add(number: int, home: Path) -> None:
    folder = home / str(number)
    try:
        create_pack(folder, MANIFEST)
    except PackError as error:
        if error.code != "pack.exists":
            raise
    with PackEditor(folder) as editor:
        editor.add([NewReference(made_up_sign(1), "one")])


def test_only_one_of_two_installations_succeeds(archive, tmp_path):
    for outcomes in together(install, archive, tmp_path / "home"):
        assert sorted(outcomes)[0] == "done"
        assert sorted(outcomes)[1] in ("pack.busy", "pack.exists")
    assert sorted(path.name for path in (tmp_path / "home").iterdir()) == [str(n) for n in range(ROUNDS)]


def test_of_two_that_fill_a_new_pack_one_succeeds(tmp_path):
    for number, outcomes in enumerate(together(make_and_add, tmp_path / "home")):
        assert "done" in outcomes
        assert set(outcomes) <= {"done", "pack.busy"}
        pack = open_pack(tmp_path / "home" / str(number))
        assert len(pack.clips) == outcomes.count("done")
        assert verify_pack(pack).ok


def test_what_appears_while_an_installation_checks_is_not_replaced(archive, tmp_path):
    target = tmp_path / "home" / "q"
    seen = []

    def progress(done: int, total: int) -> None:
        with pytest.raises(PackError, match="right now") as caught:
            create_pack(target, MANIFEST)
        seen.append(caught.value.code)

    install_pack(archive, target, progress=progress)
    assert set(seen) == {"pack.busy"}
    with pytest.raises(PackError, match="already"):
        install_pack(archive, target)


@pytest.mark.parametrize("in_one_step", [True, False])
def test_a_replacement_keeps_what_somebody_else_put_there(archive, tmp_path, monkeypatch, in_one_step):
    if not in_one_step:
        monkeypatch.setattr(files, "exchange", lambda one, other: False)
    target = install_pack(archive, tmp_path / "home" / "q").folder
    for name in ("media/original.mov", "notes/about.txt", "readme.txt"):
        (target / name).parent.mkdir(exist_ok=True)
        (target / name).write_text("of Ama")
    with PackEditor(target) as editor:
        editor.delete(["sign-2"])
    replaced = install_pack(archive, target, replace_old=True)
    assert len(replaced.clips) == len(SIGNS)
    for name in ("media/original.mov", "notes/about.txt", "readme.txt"):
        assert (target / name).read_text() == "of Ama"
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["q"]


def test_the_next_listing_puts_a_pack_back_that_was_moved_aside(archive, tmp_path, monkeypatch):
    monkeypatch.setenv("SIGNMIRROR_DATA_DIR", str(tmp_path))
    home = tmp_path / "packs"
    install_pack(archive, home / "q").folder.rename(home / ".q.old-12345678")
    with placing(home / "q"):  # another process is between its two renames
        assert home / "q" not in installed_packs()
    assert home / "q" in installed_packs()


def test_the_next_listing_completes_what_was_interrupted(archive, tmp_path, monkeypatch):
    """Half-written features, half-built packs and the locks of dead processes go; what is in use stays."""
    monkeypatch.setenv("SIGNMIRROR_DATA_DIR", str(tmp_path / "data"))
    home = tmp_path / "data" / "packs"
    folder = install_pack(archive, home / "q").folder
    before = open_pack(folder).content_sha256
    (home / ".r.building-12345678").mkdir()
    (home / ".r.lock").touch()
    (folder / "features" / ".new.npy.12345678.part").write_bytes(b"half")
    commit.begin(folder, ["features/new.npy"])
    (folder / "features" / "new.npy").write_bytes(b"half")
    with files.building(home / "s") as used:
        assert home / "q" in installed_packs()
        assert used.is_dir()
    assert sorted(path.name for path in home.iterdir()) == ["q"]
    assert not (folder / "features" / "new.npy").exists()
    assert not commit.is_dirty(folder)
    assert open_pack(folder).content_sha256 == before
