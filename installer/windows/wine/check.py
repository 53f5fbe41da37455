"""Installs the Windows set-up under Wine and tries what people do with it; started by test.sh.

    python -m installer.windows.wine.check SETUP --linux COMMAND [--video FILE] [--prefix FOLDER]

`--linux` is the program on this computer: its answers must be equal. Prints a line for each check; exit code 1
when one fails. Nothing here needs a network, and the whole may run where there is none (`unshare --net`).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import onnx

from installer.compare import TOLERANCE, Differs, difference
from installer.product import ROOT, read_product
from installer.windows.wine.prefix import Prefix

SAMPLE: Final = ROOT / "assets/samples/sample.npz"
LETTERS: Final = ROOT / "assets/samples/letters.npz"
OWN_FOLDERS: Final = ("AppData/Local/SignMirror/", "AppData/Local/Programs/SignMirror/", "Temp/")


class Failed(Exception):
    """What a check found."""


def require(holds: bool, text: str) -> None:
    """Raise Failed with this text unless it holds."""
    if not holds:
        raise Failed(text)


class Trial:
    """The checks, in the order of a program's life: installed, used, updated, removed.

    Args:
        setup: the set-up program.
        linux: the command of the same version on this computer.
        video: a film of a signer, or of nobody: MediaPipe opens its files for both.
        portable: the portable zip, or None.
    """

    def __init__(self, prefix: Prefix, setup: Path, linux: str, video: Path, portable: Path | None) -> None:
        self._wine, self._setup, self._linux, self._portable = prefix, setup, linux, portable
        self._program = prefix.local / "Programs/SignMirror"
        self._drive = prefix.folder / "drive_c"
        self._before = prefix.files()
        for file in (SAMPLE, LETTERS, video):
            shutil.copyfile(file, self._drive / file.name)
        self._video = video
        self._given = {file.name for file in (SAMPLE, LETTERS, video)}

    def checks(self) -> Iterator[Callable[[], str]]:
        """Every check; each returns a few words on what it saw."""
        yield self.installs_silently
        yield self.answers_version
        yield self.answers_doctor
        yield self.lists_packs
        yield self.recognises_like_linux
        yield self.reads_letters_like_linux
        yield self.recognises_videos_like_linux
        yield self.tries_unknown_models
        yield self.fails_without_its_launcher
        yield self.ignores_python_variables
        yield self.runs_the_demo
        yield self.shows_a_window
        yield self.serves
        yield self.refuses_to_update_while_it_runs
        yield self.updates
        yield self.refuses_a_folder_with_other_files
        yield self.installs_elsewhere
        yield self.runs_from_a_portable_folder
        yield self.writes_only_to_the_users_folders
        yield self.uninstalls

    def installs_silently(self) -> str:
        """`/S`: the user's own programs, with a start-menu entry and file types."""
        began = time.monotonic()
        done = self._wine.run([self._setup, "/S"])
        require(done.returncode == 0, f"exit code {done.returncode}: {self._refusal()}")
        require((self._program / "SignMirror.exe").is_file(), f"no program in {self._program}")
        links = list(self._wine.home.rglob("SignMirror.lnk"))
        require(len(links) == 1, f"{len(links)} entries in the start menu")
        for extension in (".signpack", ".signtry"):
            found = self._wine.run(["reg", "query", rf"HKCU\Software\Classes\{extension}"])
            require(b"SignMirror." in found.stdout, f"{extension} does not open the program")
        return f"{time.monotonic() - began:.0f} s, no administrator"

    def answers_version(self) -> str:
        """`--version`."""
        text = self._text("--version")
        require(read_product().version in text, text)
        return text.strip()

    def answers_doctor(self) -> str:
        """`doctor` finds every package, pack and folder."""
        report = self._text("doctor")
        require("missing" not in report and "failed:" not in report.replace("Dml failed:", ""), report)
        require(report.count("verified") >= 3, report)
        return next(line for line in report.splitlines() if line.startswith("provider in use"))

    def lists_packs(self) -> str:
        """`pack list` as on Linux."""
        packs, expected = self._text("pack", "list"), self._linux_text("pack", "list")
        require(packs.split() == expected.split(), f"{packs}\ninstead of\n{expected}")
        return f"{len(packs.splitlines())} packs"

    def recognises_like_linux(self) -> str:
        """A recording of landmarks gives the same answers with the same similarities."""
        return self._same("recognize", SAMPLE)

    def reads_letters_like_linux(self) -> str:
        """Fingerspelling gives the same letters."""
        return self._same("letters", LETTERS)

    def recognises_videos_like_linux(self) -> str:
        """MediaPipe and OpenCV open their files below a path with any letters."""
        return self._same("recognize", self._video, tolerance=0.05)

    def tries_unknown_models(self) -> str:
        """A model that nobody knows runs in a process of its own, which needs the runtime libraries, too."""
        model = onnx.load(str(ROOT / "assets/models/sign_encoder.onnx"))
        note = model.metadata_props.add()
        note.key, note.value = "note", "changed"
        onnx.save(model, str(self._drive / "unknown.onnx"))
        report = json.loads(self._text("inspect", r"C:\unknown.onnx", "--json"))
        expected = json.loads(self._linux_text("inspect", str(self._drive / "unknown.onnx"), "--json"))
        (self._drive / "unknown.onnx").unlink()
        require(report["fits"] and len(report["trials"]) == len(expected["trials"]), str(report)[:600])
        return f"{len(report['trials'])} trials"

    def fails_without_its_launcher(self) -> str:
        """The control: the plain interpreter must fail below this path, or the checks prove nothing."""
        python = self._program / "python/python.exe"
        done = self._wine.run([python, "-I", "-m", "desktop_app", "recognize", rf"C:\{self._video.name}"])
        require(done.returncode != 0, "the plain interpreter succeeds; the path is no test")
        return f"exit code {done.returncode}"

    def ignores_python_variables(self) -> str:
        """A hostile PYTHONHOME, PYTHONPATH and PYTHONSTARTUP change nothing."""
        hostile = {"PYTHONHOME": r"C:\nowhere", "PYTHONPATH": r"C:\nowhere", "PYTHONIOENCODING": "cp1252"}
        done = self._wine.run([self._console, "pack", "list"], extra=hostile)
        require(done.returncode == 0, done.stderr.decode("utf-8", "replace")[-400:])
        return "same answers"

    def runs_the_demo(self) -> str:
        """The sample through the whole pipeline without a display."""
        picture = self._drive / "demo.png"
        self._text("app", "--headless-demo", r"C:\demo.png")
        require(picture.stat().st_size > 20_000, "the picture is empty")
        picture.unlink()
        return "picture written"

    def shows_a_window(self) -> str:
        """A real window on a display, started as the start menu does."""
        picture = self._drive / "window.png"
        began = time.monotonic()
        arguments = [
            "app",
            "--source",
            rf"C:\{self._video.name}",
            "--screenshot",
            r"C:\window.png",
            "--after",
            "8",
        ]
        done = self._wine.run([self._program / "SignMirror.exe", *arguments])
        require(done.returncode == 0, f"exit code {done.returncode}")
        require(picture.stat().st_size > 20_000, "the picture is empty")
        shutil.copyfile(picture, ROOT / "build/windows/window.png")
        picture.unlink()
        return f"{time.monotonic() - began:.0f} s with 8 s shown; build/windows/window.png"

    def serves(self) -> str:
        """The local API answers with the same sentences; its pages are there."""
        from scripts.dev.server_process import free_port, request_json

        port = free_port()
        token = "0123456789abcdef-test"
        server = self._wine.start(
            [self._console, "serve", "--port", str(port), "--json"], {"SIGNMIRROR_API_TOKEN": token}
        )
        try:
            self._wait_for(
                lambda: request_json(f"http://127.0.0.1:{port}/healthz")["engine"] == "ready", "the server"
            )
            sample = request_json(f"http://127.0.0.1:{port}/v1/samples/random", token)
        finally:
            server.terminate()
            self._wine.kill()
            self._wine.settle()
        require(bool(sample), "no sample")
        return "ready, and answers with the token"

    def refuses_to_update_while_it_runs(self) -> str:
        """An update beside a running window changes nothing and says why."""
        with self._running_window():
            done = self._wine.run([self._setup, "/S"])
            require(done.returncode == 2, f"exit code {done.returncode}")
            require("running" in self._refusal(), self._refusal())
        require((self._program / "lib/desktop_app/__init__.py").is_file(), "the installation is damaged")
        return "exit code 2"

    def updates(self) -> str:
        """What an older version left goes; what the user made stays."""
        stale = self._program / "lib/desktop_app/stale.py"
        stale.write_text("raise RuntimeError\n", encoding="utf-8")
        own = self._wine.local / "SignMirror/packs/my-pack/pack.toml"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text("not touched", encoding="utf-8")
        done = self._wine.run([self._setup, "/S"])
        require(done.returncode == 0, f"exit code {done.returncode}: {self._refusal()}")
        require(not stale.exists(), "a stale module is still there")
        require(own.read_text("utf-8") == "not touched", "a file of the user was changed")
        shutil.rmtree(own.parent)
        self.answers_version()
        return "stale module gone, user's files kept"

    def refuses_a_folder_with_other_files(self) -> str:
        """A folder of somebody else's is not taken over: an update deletes whole folders."""
        other = self._drive / "thesis"
        (other / "lib").mkdir(parents=True)
        (other / "lib/chapter.txt").write_text("mine", encoding="utf-8")
        done = self._install_into(r"C:\thesis")
        require(done == 2, f"exit code {done}")
        require((other / "lib/chapter.txt").read_text("utf-8") == "mine", "a file is gone")
        shutil.rmtree(other)
        return "exit code 2"

    def installs_elsewhere(self) -> str:
        """`/D=` with a space and letters of another script; removed again."""
        target = self._drive / "Ɛsi Ɔpoku/Sign Mirror"
        done = self._install_into(r"C:\Ɛsi Ɔpoku\Sign Mirror")
        require(done == 0, f"exit code {done}")
        console = target / "SignMirror.com"
        version = self._wine.run([console, "--version"])
        require(read_product().version.encode() in version.stdout, version.stderr.decode("utf-8", "replace"))
        self._uninstall(target)
        require(not target.exists(), f"left: {sorted(target.rglob('*'))[:5]}")
        shutil.rmtree(target.parent)
        done = self._wine.run([self._setup, "/S", f"/D={self._windows_path(self._program)}"]).returncode
        return "installed, started, removed"

    def runs_from_a_portable_folder(self) -> str:
        """The portable zip writes below itself alone."""
        if self._portable is None:
            return "not tried: no --portable"
        folder = self._drive / "Klasse Ɛ 5"
        with zipfile.ZipFile(self._portable) as packed:
            packed.extractall(folder)
        before = self._wine.files()
        program = folder / "SignMirror"
        done = self._wine.run([program / "SignMirror.com", "app", "--headless-demo", r"C:\Klasse Ɛ 5\demo.png"])
        require(done.returncode == 0, done.stderr.decode("utf-8", "replace")[-400:])
        outside = sorted(file for file in self._wine.files() - before if not file.startswith("Klasse Ɛ 5/"))
        require(not outside, ", ".join(outside[:8]))
        require((program / "data/log").is_dir(), "no data folder beside the program")
        shutil.rmtree(folder)
        return "nothing outside its folder"

    def writes_only_to_the_users_folders(self) -> str:
        """Every new file lies in the program's folder, the user's data folder, or is the start-menu entry."""
        new = self._wine.files() - self._before - self._given
        home = f"users/{self._wine.home.name}/"
        strangers = sorted(
            file
            for file in new
            if not file.startswith(tuple(home + folder for folder in OWN_FOLDERS)) and not file.endswith(".lnk")
        )
        require(not strangers, ", ".join(strangers[:8]))
        return f"{len(new)} files"

    def uninstalls(self) -> str:
        """Silent: the program goes, what the user made stays."""
        own = self._wine.local / "SignMirror/kept.txt"
        own.write_text("mine", encoding="utf-8")
        self._uninstall(self._program)
        require(not self._program.exists(), f"left: {sorted(self._program.rglob('*'))[:5]}")
        require(own.is_file(), "the user's files are gone")
        require(not list(self._wine.home.rglob("SignMirror.lnk")), "the start-menu entry is still there")
        for key in (r"HKCU\Software\Classes\.signpack", r"HKCU\Software\SignMirror"):
            require(self._wine.run(["reg", "query", key]).returncode != 0, f"{key} is still there")
        return "user's files kept"

    @property
    def _console(self) -> Path:
        return self._program / "SignMirror.com"

    def _text(self, *arguments: str) -> str:
        done = self._wine.run([self._console, *arguments])
        require(
            done.returncode == 0,
            f"exit code {done.returncode}: {done.stderr.decode('utf-8', 'replace')[-600:]}",
        )
        return done.stdout.decode("utf-8")

    def _linux_text(self, *arguments: str) -> str:
        with tempfile.TemporaryDirectory() as folder:
            fresh = {
                f"SIGNMIRROR_{name}_DIR": f"{folder}/{name}" for name in ("DATA", "CONFIG", "CACHE", "LOG")
            }
            command = [*self._linux.split(), *arguments]
            return subprocess.run(
                command, env={**os.environ, **fresh}, check=True, capture_output=True, text=True
            ).stdout

    def _same(self, command: str, clip: Path, *, tolerance: float = TOLERANCE) -> str:
        found = json.loads(self._text(command, rf"C:\{clip.name}", "--json"))
        expected = json.loads(self._linux_text(command, str(clip), "--json"))
        worst = difference(found, expected, tolerance)
        return f"equal to Linux; largest difference {worst:.1g}"

    def _refusal(self) -> str:
        note = next(self._wine.home.rglob("Temp/SignMirror-refused.txt"), None)
        return note.read_text("utf-16") if note else "no reason given"

    def _windows_path(self, path: Path) -> str:
        return "C:\\" + str(path.relative_to(self._drive)).replace("/", "\\")

    def _install_into(self, folder: str) -> int:
        """`/D=` takes the rest of the line without quotes, which only a raw command line can say."""
        shutil.copyfile(self._setup, self._drive / "setup.exe")
        script = f"import subprocess, sys; sys.exit(subprocess.call(r'C:\\setup.exe /S /D={folder}'))"
        done = self._wine.run([self._program / "python/python.exe", "-I", "-X", "utf8", "-c", script])
        (self._drive / "setup.exe").unlink()
        return done.returncode

    def _uninstall(self, folder: Path) -> None:
        done = self._wine.run([folder / "uninstall.exe", "/S", f"_?={self._windows_path(folder)}"])
        require(done.returncode == 0, f"exit code {done.returncode}: {self._refusal()}")
        self._wine.settle()
        (folder / "uninstall.exe").unlink(
            missing_ok=True
        )  # `_?=` runs it in place, where it cannot delete itself
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()

    @contextmanager
    def _running_window(self) -> Iterator[None]:
        window = self._wine.start([self._program / "SignMirror.exe", "app", "--source", rf"C:\{SAMPLE.name}"])
        try:
            log = self._wine.local / "SignMirror/Logs/native.log"
            began = time.time()
            self._wait_for(lambda: log.is_file() and log.stat().st_mtime >= began - 1, "the window")
            yield
        finally:
            window.terminate()
            self._wine.kill()
            self._wine.settle()

    @staticmethod
    def _wait_for(holds: Callable[[], bool], what: str, limit_s: float = 120.0) -> None:
        end = time.monotonic() + limit_s
        while time.monotonic() < end:
            try:
                if holds():
                    return
            except OSError:
                pass
            time.sleep(0.3)
        raise Failed(f"{what} did not come within {limit_s:.0f} s")


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("setup", type=Path)
    parser.add_argument("--linux", required=True)
    parser.add_argument("--video", type=Path, required=True)
    parser.add_argument("--portable", type=Path)
    parser.add_argument("--prefix", type=Path, required=True)
    parser.add_argument("--stub", type=Path, action="append", default=[])
    options = parser.parse_args(arguments)
    prefix = Prefix(options.prefix, options.stub, os.environ["DISPLAY"])
    setup, portable = options.setup.resolve(), options.portable and options.portable.resolve()
    trial, failures = Trial(prefix, setup, options.linux, options.video, portable), 0
    try:
        for check in trial.checks():
            name = check.__name__.replace("_", " ")
            try:
                print(f"ok      {name}: {check()}", flush=True)
            except (Failed, Differs, OSError, subprocess.SubprocessError, ValueError) as error:
                failures += 1
                print(f"FAILED  {name}: {error}", flush=True)
    finally:
        prefix.kill()
    print(f"{failures or 'no'} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
