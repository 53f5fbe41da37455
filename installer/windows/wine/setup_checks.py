"""What people do with the set-up program: install, update, remove."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
import zipfile
from typing import Final

from installer.product import read_product
from installer.windows.wine.installed import InstalledProgram, require

OWN_FOLDERS: Final = ("AppData/Local/SignMirror/", "AppData/Local/Programs/SignMirror/", "Temp/")


class SetupChecks:
    """Installing, updating and removing."""

    def __init__(self, installed: InstalledProgram) -> None:
        self._at = installed

    def installs_silently(self) -> str:
        """`/S`: the user's own programs, with a start-menu entry and file types."""
        began = time.monotonic()
        done = self._at.wine.run([self._at.setup, "/S"])
        require(done.returncode == 0, f"exit code {done.returncode}: {self._at.refusal()}")
        require((self._at.program / "SignMirror.exe").is_file(), f"no program in {self._at.program}")
        links = list(self._at.wine.home.rglob("SignMirror.lnk"))
        require(len(links) == 1, f"{len(links)} entries in the start menu")
        for extension in (".signpack", ".signtry"):
            found = self._at.wine.run(["reg", "query", rf"HKCU\Software\Classes\{extension}"])
            require(b"SignMirror." in found.stdout, f"{extension} does not open the program")
        return f"{time.monotonic() - began:.0f} s, no administrator"

    def refuses_to_update_while_it_runs(self) -> str:
        """An update beside a running window changes nothing and says why."""
        with self._at.running_window():
            done = self._at.wine.run([self._at.setup, "/S"])
            require(done.returncode == 2, f"exit code {done.returncode}")
            require("running" in self._at.refusal(), self._at.refusal())
        require((self._at.program / "lib/desktop_app/__init__.py").is_file(), "the installation is damaged")
        return "exit code 2"

    def updates(self) -> str:
        """What an older version left goes; what the user made stays, also behind a link in the folder."""
        stale = self._at.program / "lib/desktop_app/stale.py"
        thesis = self._at.drive / "thesis"
        thesis.mkdir()
        (thesis / "chapter.txt").write_text("mine", encoding="utf-8")
        (self._at.program / "lib/link").symlink_to(thesis)
        stale.write_text("raise RuntimeError\n", encoding="utf-8")
        own = self._at.wine.local / "SignMirror/packs/my-pack/pack.toml"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text("not touched", encoding="utf-8")
        done = self._at.wine.run([self._at.setup, "/S"])
        require(done.returncode == 0, f"exit code {done.returncode}: {self._at.refusal()}")
        require(not stale.exists(), "a stale module is still there")
        require(own.read_text("utf-8") == "not touched", "a file of the user was changed")
        require((thesis / "chapter.txt").is_file(), "the files behind a link are gone")
        # Windows removes a link like an empty folder. This Wine does not, and the next update would meet it.
        (self._at.program / "lib.old/link").unlink(missing_ok=True)
        shutil.rmtree(thesis)
        shutil.rmtree(own.parent)
        self._at.text("--version")
        return "stale module gone, user's files kept"

    def refuses_a_full_disk(self) -> str:
        """A disk that is too small stays as it was."""
        if os.geteuid() != 0:
            return "not tried: a small disk needs root"
        small = self._at.drive / "small"
        small.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=50m", "tmpfs", str(small)], check=True)
        try:
            done = self._at.install_into(r"C:\small\SignMirror")
            require(done == 2, f"exit code {done}")
            require("Free " in self._at.refusal(), self._at.refusal())
            require(not list(small.iterdir()), f"left: {sorted(small.rglob('*'))[:5]}")
        finally:
            subprocess.run(["umount", str(small)], check=True)
            small.rmdir()
        return f"exit code 2: {self._at.refusal()}"

    def removes_nothing_elsewhere(self) -> str:
        """An uninstaller that was copied into another folder leaves that alone."""
        other = self._at.drive / "elsewhere"
        (other / "lib").mkdir(parents=True)
        (other / "lib/book.txt").write_text("mine", encoding="utf-8")
        shutil.copyfile(self._at.program / "uninstall.exe", other / "uninstall.exe")
        done = self._at.wine.run([other / "uninstall.exe", "/S", r"_?=C:\elsewhere"])
        self._at.wine.settle()
        require(done.returncode == 2, f"exit code {done.returncode}")
        require((other / "lib/book.txt").is_file(), "a file is gone")
        shutil.rmtree(other)
        return "exit code 2"

    def refuses_a_folder_with_other_files(self) -> str:
        """A folder of somebody else's is not taken over: an update deletes whole folders."""
        other = self._at.drive / "thesis"
        (other / "lib").mkdir(parents=True)
        (other / "lib/chapter.txt").write_text("mine", encoding="utf-8")
        done = self._at.install_into(r"C:\thesis")
        require(done == 2, f"exit code {done}")
        require((other / "lib/chapter.txt").read_text("utf-8") == "mine", "a file is gone")
        shutil.rmtree(other)
        return "exit code 2"

    def installs_elsewhere(self) -> str:
        """`/D=` with a space and letters of another script; removed again."""
        target = self._at.drive / "Ɛsi Ɔpoku/Sign Mirror"
        done = self._at.install_into(r"C:\Ɛsi Ɔpoku\Sign Mirror")
        require(done == 0, f"exit code {done}")
        console = target / "SignMirror.com"
        version = self._at.wine.run([console, "--version"])
        require(read_product().version.encode() in version.stdout, version.stderr.decode("utf-8", "replace"))
        self._at.uninstall(target)
        require(not target.exists(), f"left: {sorted(target.rglob('*'))[:5]}")
        shutil.rmtree(target.parent)
        back = self._at.wine.run([self._at.setup, "/S", f"/D={self._at.windows_path(self._at.program)}"])
        require(back.returncode == 0, f"exit code {back.returncode}: {self._at.refusal()}")
        return "installed, started, removed"

    def installs_for_all_users(self) -> str:
        """`/AllUsers` beside an installation of this user, which stays when the other is removed."""
        done = self._at.wine.run([self._at.setup, "/S", "/AllUsers"])
        require(done.returncode == 0, f"exit code {done.returncode}: {self._at.refusal()}")
        folder = self._at.drive / "Program Files/SignMirror"
        version = self._at.wine.run([folder / "SignMirror.com", "--version"])
        require(read_product().version.encode() in version.stdout, version.stderr.decode("utf-8", "replace"))
        key = r"HKLM\Software\SignMirror"
        require(self._at.wine.run(["reg", "query", key]).returncode == 0, f"{key} is missing")
        self._at.uninstall(folder, "/AllUsers")
        require(not folder.exists(), f"left: {sorted(folder.rglob('*'))[:5]}")
        require(self._at.wine.run(["reg", "query", key]).returncode != 0, f"{key} is still there")
        self._at.text("--version")
        return "installed, started, removed; the user's own stays"

    def runs_from_a_portable_folder(self) -> str:
        """The portable zip writes below itself alone."""
        if self._at.portable is None:
            return "not tried: no --portable"
        folder = self._at.drive / "Klasse Ɛ 5"
        with zipfile.ZipFile(self._at.portable) as packed:
            packed.extractall(folder)
        before, registry = self._at.wine.files(), self._at.wine.registry_keys()
        program, settings = folder / "SignMirror", {"MPLCONFIGDIR": r"C:\elsewhere"}
        for name, task in (("SignMirror.com", "--headless-demo"), ("SignMirror.exe", "--screenshot")):
            picture = rf"C:\Klasse Ɛ 5\{task[2:]}.png"
            done = self._at.wine.run([program / name, "app", task, picture], extra=settings)
            require(done.returncode == 0, done.stderr.decode("utf-8", "replace")[-400:])
            require((folder / f"{task[2:]}.png").stat().st_size > 20_000, f"{task} wrote no picture")
        outside = sorted(file for file in self._at.wine.files() - before if not file.startswith("Klasse Ɛ 5/"))
        require(not outside, ", ".join(outside[:8]))
        keys = sorted(key for key in self._at.wine.registry_keys() - registry if "Wine" not in key)
        require(not keys, f"in the registry: {', '.join(keys[:8])}")
        require((program / "data/log").is_dir(), "no data folder beside the program")
        shutil.rmtree(folder)
        return "demo and window; no file outside its folder, nothing in the registry"

    def writes_only_to_the_users_folders(self) -> str:
        """Every new file lies in the program's folder, the user's data folder, or is the start-menu entry."""
        new = self._at.wine.files() - self._at.before - self._at.given
        home = f"users/{self._at.wine.home.name}/"
        strangers = sorted(
            file
            for file in new
            if not file.startswith(tuple(home + folder for folder in OWN_FOLDERS)) and not file.endswith(".lnk")
        )
        require(not strangers, ", ".join(strangers[:8]))
        return f"{len(new)} files"

    def uninstalls(self) -> str:
        """Silent: the program goes, what the user made stays."""
        own = self._at.wine.local / "SignMirror/kept.txt"
        own.write_text("mine", encoding="utf-8")
        self._at.uninstall(self._at.program)
        require(not self._at.program.exists(), f"left: {sorted(self._at.program.rglob('*'))[:5]}")
        require(own.is_file(), "the user's files are gone")
        require(not list(self._at.wine.home.rglob("SignMirror.lnk")), "the start-menu entry is still there")
        for key in (r"HKCU\Software\Classes\.signpack", r"HKCU\Software\SignMirror"):
            require(self._at.wine.run(["reg", "query", key]).returncode != 0, f"{key} is still there")
        return "user's files kept"
