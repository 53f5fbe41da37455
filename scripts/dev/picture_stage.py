"""The real program without a display, for pictures: settings and data of its own, a file as its source."""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unittest.mock import patch

import numpy as np

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QDialog, QWidget

    from desktop_app.app.program import Program

LIMIT_S: Final = 90.0
SIZE: Final = (1280, 800)
# What follows the name of a picture -> the settings it is taken with.
LOOKS: Final = {
    "light": ("light", 100),
    "dark": ("dark", 100),
    "contrast": ("contrast", 100),
    "light-200": ("light", 200),
}
# Signs of the built-in sample, in seconds.
SIGNS: Final = {"Thank you": (4.0, 7.8), "No": (7.8, 11.6), "I love you": (11.6, 15.4), "Handbag": (15.4, 19.2)}
ASIDE: Final = -0.44  # of the picture's width: the signer sits too far to one side, the right hand leaves it


def prepare(home: Path) -> QApplication:
    """Own folders and no display; before anything of Qt is imported."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LC_ALL"] = "C.UTF-8"
    for name in ("CONFIG", "DATA", "CACHE", "LOG"):
        os.environ[f"SIGNMIRROR_{name}_DIR"] = str(home / name.lower())
    from desktop_app.__main__ import prepare_environment

    prepare_environment()
    from desktop_app.app.application import prepare_application

    return prepare_application()


class PictureStage:
    """One run of the program; `shoot` saves what is seen."""

    def __init__(self, app: QApplication, home: Path, out: Path) -> None:
        from PySide6.QtCore import QSettings

        from desktop_app.app.program import Program
        from desktop_app.engine.sources import devices
        from desktop_app.settings_file import SettingsStore

        self.app, self.home, self.out = app, home, out
        self.made: list[str] = []
        self._no_camera = patch.object(devices, "list_cameras", list)  # nobody is filmed
        self._no_camera.start()
        store = SettingsStore(home / "config.toml", {}, {})
        store.change("look.theme", "light")
        store.change("look.language", "en")
        memory = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)
        self.program: Program = Program(app, store, memory=memory, watch_cameras=False, source="")
        self.window = self.program.window
        self.program.start(SIZE)
        self.rest(0.5)  # the workers are started once the window is painted

    def wait(self, until: Callable[[], object], what: str) -> None:
        """Let the program run until something holds. Raises TimeoutError."""
        if not self.comes(until, LIMIT_S):
            raise TimeoutError(f"It did not come: {what}.")

    def comes(self, until: Callable[[], object], seconds: float) -> bool:
        """Let the program run until something holds; whether it did in time."""
        end = time.monotonic() + seconds
        while not until():
            if time.monotonic() > end:
                return False
            self.rest(0.02)
        return True

    def rest(self, seconds: float) -> None:
        """Let the program run for a while."""
        end = time.monotonic() + seconds
        while True:
            self.app.processEvents()
            if time.monotonic() >= end:
                return
            time.sleep(0.005)

    def ready(self) -> None:
        """Until models and packs are there."""
        self.wait(lambda: {"tracker", "recogniser"} <= self.program.source.warm, "the models")

    def set(self, key: str, value: object) -> None:
        """Change a setting as the Settings page does."""
        self.window.settings.changed.emit(key, value)
        self.rest(0.1)

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        """Save the window, or a widget, as a picture."""
        self.window.flush()
        self.rest(0.05)
        picture = (widget or self.window).grab()
        if not picture.save(str(self.out / f"{name}.png")):
            raise OSError(f"{name}.png cannot be written to {self.out}.")
        self.made.append(f"{name}.png")
        print(f"{name}.png")

    def looks(self, name: str, *wanted: str) -> None:
        """The same in several themes and sizes of text: NAME-light.png, NAME-dark.png ..."""
        for look in wanted:
            self.dress(look)
            self.rest(0.4)
            self.shoot(f"{name}-{look}")
        self.dress("light")
        self.rest(0.2)

    def dress(self, look: str) -> None:
        """Apply one of `LOOKS`."""
        theme, text = LOOKS[look]
        self.set("look.theme", theme)
        self.set("look.text_scale", text)

    def dialog(self, name: str) -> None:
        """Save the dialog that is open, and close it."""
        box = self.open_dialog()
        self.rest(0.3)
        self.shoot(name, box)
        box.reject()
        self.rest(0.2)

    def open_dialog(self) -> QDialog:
        """The dialog that is open; waits for it."""
        from PySide6.QtWidgets import QDialog

        def found() -> list[QDialog]:
            return [box for box in self.window.findChildren(QDialog) if box.isVisible()]

        self.wait(found, "a dialog")
        return found()[0]

    def show(self, view: str) -> None:
        """Open a view."""
        self.window.show_view(view)
        self.rest(0.4)

    def play(self, path: Path) -> None:
        """Use a file as the source."""
        self.program.source.choose(str(path))

    def end(self) -> None:
        """Close the window, whatever is not saved."""
        self.window.may_close = lambda: True
        self.window.close()
        self.program.stop()
        self._no_camera.stop()
        self.rest(0.2)


@contextmanager
def workshop() -> Iterator[Path]:
    """A folder of its own that is gone at the end."""
    with tempfile.TemporaryDirectory(prefix="signmirror-pictures-") as folder:
        yield Path(folder)


def piece(target: Path, start_s: float, end_s: float, shift: float = 0.0, low: float = 0.0) -> Path:
    """A sign of the built-in sample with rest before and after it.

    Args:
        shift: moves the person sideways, in widths of the picture: a signer too far to one side.
        low: holds the right hand lower than it should be, in heights of the picture.
    """
    from desktop_app import paths
    from desktop_app.engine import layout
    from desktop_app.engine.sources.recording import load_recording, save_recording

    sample = load_recording(paths.sample_recording())
    rows = (sample.captured_s >= start_s) & (sample.captured_s <= end_s)
    signed = sample.raw[rows].copy()
    if shift:
        xs = signed[:, layout.X_COLUMNS]
        signed[:, layout.X_COLUMNS] = np.where(xs != 0, xs + shift, 0)
        for hand in (layout.LEFT_HAND, layout.RIGHT_HAND):  # beyond the edge no camera sees it
            middle = signed[:, hand].reshape(len(signed), 21, 3)[:, :, 0].mean(axis=1)
            signed[np.ix_((middle < 0) | (middle > 1), np.arange(hand.start, hand.stop))] = 0
    if low:
        raised = signed[:, layout.RIGHT_HAND].any(axis=1)
        ease = np.convolve(raised, np.ones(9) / 9, "same") * low  # an arm does not jump
        wrist_to_thumb = [16, 18, 20, 22]
        signed[:, [4 * point + 1 for point in wrist_to_thumb]] += ease[:, None]
        signed[:, 4 * 14 + 1] += ease / 2
        signed[np.ix_(raised, np.arange(layout.RIGHT_HAND.start + 1, layout.RIGHT_HAND.stop, 3))] += ease[
            raised, None
        ]
    raw = np.concatenate([np.repeat(signed[:1], 30, 0), signed, np.repeat(signed[-1:], 150, 0)])
    save_recording(target, raw, np.arange(len(raw)) / 30, sample.aspect)
    return target


def made_up_history() -> int:
    """Write a reproducible random history of five weeks of practice; returns the number of attempts."""
    from desktop_app import paths
    from desktop_app.engine.packs import open_pack
    from desktop_app.engine.progress.records import Attempt, utc_now
    from desktop_app.engine.progress.store import HISTORY, ProgressStore

    rng = random.Random(5)
    pack = open_pack(paths.bundled_packs_dir() / "starter")
    clips = list({clip.sentence: clip for clip in pack.clips}.values())[:14]
    now = utc_now()
    paths.data_dir().mkdir(parents=True, exist_ok=True)
    store = ProgressStore(paths.data_dir() / HISTORY)
    count = 0
    for ago in (34, 33, 31, 28, 27, 26, 24, 21, 20, 19, 17, 14, 13, 12, 10, 7, 6, 5, 4, 3, 2, 1):
        skill = 0.5 + 0.4 * (34 - ago) / 34
        for number in range(rng.randint(4, 9)):
            clip = clips[min(int(rng.expovariate(0.22)), len(clips) - 1)]
            right = rng.random() < skill
            other = clips[clips.index(clip) ^ 1].sentence
            score = min(99.0, (62 if right else 38) + 26 * skill * rng.random())
            made = Attempt(
                when=now - timedelta(days=ago, minutes=40 - 3 * number),
                pack=pack.name,
                sentence=clip.sentence,
                category=clip.category,
                kind="practice",
                right=right,
                overall=score,
                channels={"shape": score, "location": min(score + 9, 100.0), "movement": score - 8},
                recognised=clip.sentence if right else other,
                accepted=True,
                seconds=1.8,
            )
            store.add(made)
            count += 1
    store.close()
    return count


def made_up_pack(target: Path) -> Path:
    """A .signpack such as a colleague might send: some shipped references under another name."""
    from desktop_app import paths
    from desktop_app.engine.packs import NewReference, PackEditor, PackManifest, create_pack, open_pack
    from desktop_app.ui.library import tasks as work

    shipped = open_pack(paths.bundled_packs_dir() / "ghanaian")
    folder = target.with_suffix("")
    manifest = PackManifest(
        "In the kitchen",
        "Ghanaian Sign Language",
        "1",
        shipped.feature_contract,
        shipped.manifest.licence if shipped.manifest is not None else "MIT",
        consent="skeletons only",
    )
    create_pack(folder, manifest)
    rows = range(12)
    with PackEditor(folder) as editor:
        editor.add(
            [
                NewReference(
                    shipped.features(row),
                    shipped.clips[row].sentence,
                    category=shipped.clips[row].category,
                    signer_id="E. A.",
                )
                for row in rows
            ]
        )
    work.export(folder, target, without_video=True, report=lambda *_: None)
    return target


def own_recordings(folder: Path) -> Path:
    """A folder of .pose recordings cut from the sample, and an empty one."""
    from desktop_app import paths
    from desktop_app.engine.sources.pose_file import save_pose
    from desktop_app.engine.sources.recording import load_recording

    folder.mkdir()
    sample = load_recording(paths.sample_recording())
    for name, (start, end) in {
        "good_morning": (0.6, 3.8),
        "good_morning-2": (0.5, 3.9),
        "thank_you": (4.4, 7.7),
        "my_bag": (15.8, 19.0),
    }.items():
        rows = (sample.captured_s >= start) & (sample.captured_s < end)
        part = replace(sample, raw=sample.raw[rows], captured_s=sample.captured_s[rows] - start)
        save_pose(folder / f"{name}.pose", part)
    nobody = replace(sample, raw=np.zeros((60, 540), np.float32), captured_s=np.arange(60) / 30)
    save_pose(folder / "empty_room.pose", nobody)
    return folder
