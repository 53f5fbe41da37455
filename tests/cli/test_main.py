"""The command line as a whole: errors as words, JSON and exit codes; nothing heavy loaded for --help."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap

import click
import pytest

from desktop_app.cli import main as cli_main
from desktop_app.cli.common import EXIT_INTERNAL, EXIT_USER
from desktop_app.errors import PackDamaged
from desktop_app.message import Message


@pytest.fixture
def broken_command(monkeypatch):
    """Makes `signmirror doctor` raise what the test wants."""

    def install(error: BaseException) -> None:
        @click.command()
        @click.option("--json", "as_json", is_flag=True)
        def command(as_json: bool) -> None:
            raise error

        monkeypatch.setattr(cli_main.LazyGroup, "get_command", lambda *_: command)

    return install


def test_every_command_has_help_and_a_module():
    for name in cli_main.COMMANDS:
        command = cli_main.cli.get_command(click.Context(cli_main.cli), name)
        assert command is not None
        assert command.help, name


@pytest.mark.parametrize(("name", "default"), [("letters-train", "mlp"), ("serve", "127.0.0.1")])
def test_help_shows_the_defaults_that_say_something(name, default, capsys):
    assert cli_main.main([name, "--help"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert f"default: {default}" in shown
    assert '""' not in shown
    assert "(dynamic)" not in shown


def test_unknown_command_is_the_users_to_mend(capsys):
    assert cli_main.main(["recognise-all"]) == EXIT_USER
    captured = capsys.readouterr()
    assert "recognise-all" in captured.err
    assert not captured.out


@pytest.mark.parametrize("arguments", [["recognize"], ["recognize", "x.mp4", "--top-k", "0"], ["pack", "burn"]])
def test_usage_errors_are_json_too(arguments, capsys):
    assert cli_main.main([*arguments, "--json"]) == EXIT_USER
    error = json.loads(capsys.readouterr().out)["error"]
    assert set(error) == {"code", "message", "hint"}
    assert error["code"] == "usage"


def test_an_error_of_the_user_has_two_lines_and_no_traceback(broken_command, capsys):
    broken_command(PackDamaged(Message("clips.csv of the pack is damaged."), Message("Import the pack again.")))
    assert cli_main.main(["doctor"]) == EXIT_USER
    assert capsys.readouterr().err.splitlines() == [
        "clips.csv of the pack is damaged.",
        "Import the pack again.",
    ]


def test_our_own_fault_is_exit_70(broken_command, capsys):
    broken_command(ZeroDivisionError("half a hand"))
    assert cli_main.main(["doctor", "--json"]) == EXIT_INTERNAL
    captured = capsys.readouterr()
    assert json.loads(captured.out)["error"]["code"] == "internal"
    assert "half a hand" in captured.err


def test_help_loads_nothing_heavy():
    code = (
        "import sys\n"
        "from desktop_app.cli.main import main\n"
        "main(['--help'])\n"
        "big = ('numpy', 'cv2', 'mediapipe', 'PySide6', 'onnxruntime', 'torch')\n"
        "heavy = [n for n in big if n in sys.modules]\n"
        "print(heavy, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "recognize" in done.stdout


def test_the_process_ends_with_its_code_while_a_thread_is_held_by_a_driver():
    script = """
        import threading
        from desktop_app.__main__ import end_process
        from desktop_app.runtime.worker import Worker

        class Held(Worker):
            def step(self):
                held.set()
                threading.Event().wait()

        held = threading.Event()
        worker = Held("camera", print)
        worker.start()
        held.wait()
        print("written before the end", end="")
        end_process(7)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (7, "written before the end", "")


def test_without_such_a_thread_the_interpreter_ends_in_order():
    script = """
        import atexit
        from desktop_app.__main__ import end_process

        atexit.register(print, "over")
        end_process(0)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "over", "")
