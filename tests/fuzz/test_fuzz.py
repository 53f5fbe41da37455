"""The fuzzers themselves: valid inputs are accepted, runs can be repeated, and what escapes is kept."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from desktop_app.errors import AppError
from desktop_app.message import Message
from tests.fuzz import __main__ as command
from tests.fuzz.mutate import mutated
from tests.fuzz.registry import FuzzTarget, all_targets
from tests.fuzz.runner import UselessSeed, fuzz

TARGETS = all_targets()


@pytest.mark.parametrize("name", TARGETS)
def test_every_parser_accepts_its_valid_inputs_and_refuses_others_in_words(name, tmp_path):
    result = fuzz(TARGETS[name], seed=1, tries=6, seconds=None, out=tmp_path)
    assert (result.tries, result.escaped) == (6, 0)


def write(folder: Path) -> None:
    (folder / "a.txt").write_text("one 2 three")


def write_other(folder: Path) -> None:
    (folder / "a.txt").write_text("odd")


def picky(folder: Path) -> None:
    """Reads what it wrote, and is no good with anything else."""
    text = (folder / "a.txt").read_bytes()
    if text != b"one 2 three":
        raise AppError(Message("no")) if len(text) % 2 else KeyError(text)


PICKY = FuzzTarget("picky", picky, (write,), None, (AppError,))


def test_what_escapes_is_kept_with_its_traceback(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(command, "all_targets", lambda: {"picky": PICKY})
    monkeypatch.setattr(command, "limit_memory", lambda: None)
    assert command.main(["--tries", "50", "--out", str(tmp_path / "out")]) == 1
    assert "KeyError" in capsys.readouterr().out
    kept = sorted((tmp_path / "out").iterdir())
    assert kept
    for folder in kept:
        assert len((folder / "a.txt").read_bytes()) % 2 == 0
        assert "KeyError" in (folder / "traceback.txt").read_text()


def test_the_same_seed_makes_the_same_inputs(tmp_path):
    one, two, other = (
        fuzz(PICKY, seed=seed, tries=200, seconds=None, out=tmp_path / str(number))
        for number, seed in enumerate((3, 3, 4))
    )
    assert (one.accepted, one.refused, one.escaped) == (two.accepted, two.refused, two.escaped)
    kept = [sorted(path.name for path in (tmp_path / str(number)).iterdir()) for number in range(3)]
    assert kept[0] == kept[1] != kept[2]
    assert other.tries == 200


def test_inputs_differ(tmp_path):
    files = {"a.txt": b"one 2 three", "b.bin": bytes(range(200))}
    made = [mutated(random.Random(number), files, [files], None) for number in range(100)]
    assert len({tuple(sorted(one.items())) for one in made}) > 80


def test_a_seed_that_its_own_parser_refuses_is_an_error(tmp_path):
    useless = FuzzTarget("useless", picky, (write_other,), None, (AppError,))
    with pytest.raises(UselessSeed, match="useless"):
        fuzz(useless, seed=0, tries=1, seconds=None, out=tmp_path)


def test_targets_are_chosen_by_name(monkeypatch, capsys):
    assert command.main(["--list"]) == 0
    assert "signpack" in capsys.readouterr().out
    with pytest.raises(SystemExit) as caught:
        command.main(["--only", "no-such-parser"])
    assert caught.value.code == 2
