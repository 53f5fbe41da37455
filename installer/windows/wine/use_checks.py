"""What people do with the installed program: ask, watch, serve."""

from __future__ import annotations

import json
import shutil
import time

from installer.product import ROOT, read_product
from installer.unknown_model import write_unknown_model
from installer.windows.wine.installed import LETTERS, SAMPLE, InstalledProgram, require


class UseChecks:
    """What the installed program answers, writes and shows."""

    def __init__(self, installed: InstalledProgram) -> None:
        self._at = installed

    def answers_version(self) -> str:
        """`--version`."""
        text = self._at.text("--version")
        require(read_product().version in text, text)
        return text.strip()

    def answers_doctor(self) -> str:
        """`doctor` finds every package, pack and folder."""
        report = self._at.text("doctor")
        require("missing" not in report and "failed:" not in report.replace("Dml failed:", ""), report)
        require(report.count("verified") >= 3, report)
        return next(line for line in report.splitlines() if line.startswith("provider in use"))

    def lists_packs(self) -> str:
        """`pack list` as on Linux."""
        packs, expected = self._at.text("pack", "list"), self._at.linux_text("pack", "list")
        require(packs.split() == expected.split(), f"{packs}\ninstead of\n{expected}")
        return f"{len(packs.splitlines())} packs"

    def recognises_like_linux(self) -> str:
        """A recording of landmarks gives the same answers with the same similarities."""
        return self._at.same("recognize", SAMPLE)

    def reads_letters_like_linux(self) -> str:
        """Fingerspelling gives the same letters."""
        return self._at.same("letters", LETTERS)

    def recognises_videos_like_linux(self) -> str:
        """MediaPipe and OpenCV open their files below a path with any letters."""
        return self._at.same("recognize", self._at.video, tolerance=0.05)

    def tries_unknown_models(self) -> str:
        """A model that nobody knows runs in a process of its own, which needs the runtime libraries, too."""
        write_unknown_model(self._at.drive / "unknown.onnx")
        report = json.loads(self._at.text("inspect", r"C:\unknown.onnx", "--json"))
        expected = json.loads(self._at.linux_text("inspect", str(self._at.drive / "unknown.onnx"), "--json"))
        (self._at.drive / "unknown.onnx").unlink()
        require(report["fits"] and len(report["trials"]) == len(expected["trials"]), str(report)[:600])
        return f"{len(report['trials'])} trials"

    def fails_without_its_launcher(self) -> str:
        """The control: the plain interpreter must fail below this path, or the checks prove nothing."""
        python = self._at.program / "python/python.exe"
        done = self._at.wine.run([python, "-I", "-m", "desktop_app", "recognize", rf"C:\{self._at.video.name}"])
        require(done.returncode != 0, "the plain interpreter succeeds; the path is no test")
        return f"exit code {done.returncode}"

    def ignores_python_variables(self) -> str:
        """A hostile PYTHONHOME, PYTHONPATH and PYTHONSTARTUP change nothing."""
        hostile = {"PYTHONHOME": r"C:\nowhere", "PYTHONPATH": r"C:\nowhere", "PYTHONIOENCODING": "cp1252"}
        done = self._at.wine.run([self._at.console, "pack", "list"], extra=hostile)
        require(done.returncode == 0, done.stderr.decode("utf-8", "replace")[-400:])
        return "same answers"

    def runs_the_demo(self) -> str:
        """The sample through the whole pipeline without a display."""
        picture = self._at.drive / "demo.png"
        self._at.text("app", "--headless-demo", r"C:\demo.png")
        require(picture.stat().st_size > 20_000, "the picture is empty")
        picture.unlink()
        return "picture written"

    def shows_a_window(self) -> str:
        """A real window on a display, started as the start menu does."""
        picture = self._at.drive / "window.png"
        began = time.monotonic()
        arguments = [
            "app",
            "--source",
            rf"C:\{self._at.video.name}",
            "--screenshot",
            r"C:\window.png",
            "--after",
            "8",
        ]
        done = self._at.wine.run([self._at.program / "SignMirror.exe", *arguments])
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
        server = self._at.wine.start(
            [self._at.console, "serve", "--port", str(port), "--json"], {"SIGNMIRROR_API_TOKEN": token}
        )
        try:
            self._at.wait_for(
                lambda: request_json(f"http://127.0.0.1:{port}/healthz")["engine"] == "ready", "the server"
            )
            sample = request_json(f"http://127.0.0.1:{port}/v1/samples/random", token)
        finally:
            server.terminate()
            self._at.wine.kill()
            self._at.wine.settle()
        require(bool(sample), "no sample")
        return "ready, and answers with the token"
