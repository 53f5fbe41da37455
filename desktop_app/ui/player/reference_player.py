"""Plays a reference: speed, A-B loop, frame step, mirror."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.keys import Keys
from desktop_app.ui.kit.layouts import hbox, vbox
from desktop_app.ui.kit.parts import ElidedLabel, IconButton, label
from desktop_app.ui.player.clip import PlayerClip
from desktop_app.ui.player.clip_canvas import ClipCanvas
from desktop_app.ui.player.controls import PlayerControls, Scrubber
from desktop_app.ui.player.playback import Playback


class ReferencePlayer(QWidget):
    """Shows a `PlayerClip` with its controls, or a hint without one."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Reference player"))
        self.title = ElidedLabel(tr("Reference"), "section")
        self.pack = label("", "caption")
        self.canvas = ClipCanvas()
        self.canvas.empty_text = tr("The reference of the chosen answer is shown here.")
        self.scrubber = Scrubber(tr("Position in the reference"))
        self.loop_a = IconButton("ph.arrow-line-right", tr("Loop from here (A)"), "A")
        self.loop_b = IconButton("ph.arrow-line-left", tr("Loop to here (B)"), "B")
        self.loop_off = IconButton("ph.x", tr("Whole clip"), "X")
        self.mirror = IconButton("ph.arrows-left-right", tr("Mirror the reference"), "Shift+M", checkable=True)
        self.controls = PlayerControls(
            tr("One frame back"),
            tr("One frame on"),
            slider=self.scrubber,
            extras=(self.loop_a, self.loop_b, self.loop_off, self.mirror),
            speed_keys=True,
        )
        self._expected: Hashable = None
        self._arrange()
        self.controls.changed.connect(self._show_playback)
        self.loop_a.clicked.connect(lambda: self._set(self.playback.with_loop_start()))
        self.loop_b.clicked.connect(lambda: self._set(self.playback.with_loop_end()))
        self.loop_off.clicked.connect(lambda: self._set(self.playback.without_loop()))
        self.mirror.toggled.connect(self.canvas.set_mirrored)
        self._enable()

    @property
    def playback(self) -> Playback:
        """The position in the clip."""
        return self.controls.playback

    def expect(self, key: Hashable) -> None:
        """Wait for the clip of this reference (`receive`), None: of none; the clip of any other is removed."""
        if key == self._expected:
            return
        self._expected = key
        self._show(None, playing=self.playback.playing)

    def receive(self, key: Hashable, clip: PlayerClip) -> None:
        """Play a loaded clip; dropped where another reference is expected by now."""
        if key == self._expected:
            self._show(clip, playing=self.playback.playing)

    def show_clip(self, clip: PlayerClip | None) -> None:
        """Play a clip from its start, whatever was expected; speed and mirroring are kept."""
        self._expected = None
        self._show(clip, playing=self.playback.playing or clip is None)

    def set_mirrored(self, mirrored: bool) -> None:
        """Turn the reference to the side of a left-handed signer."""
        self.mirror.setChecked(mirrored)

    def keys(self) -> Keys:
        controls = self.controls
        return {
            "K": (tr("Play or pause the reference"), controls.toggle),
            ",": (tr("Reference: one frame back"), lambda: controls.step(-1)),
            ".": (tr("Reference: one frame on"), lambda: controls.step(1)),
            "A": (tr("Reference: loop from here"), self.loop_a.click),
            "B": (tr("Reference: loop to here"), self.loop_b.click),
            "X": (tr("Reference: whole clip"), self.loop_off.click),
            "[": (tr("Reference: slower"), lambda: controls.change_speed(-1)),
            "]": (tr("Reference: faster"), lambda: controls.change_speed(1)),
            "Shift+M": (tr("Mirror the reference"), self.mirror.click),
        }

    def _arrange(self) -> None:
        header = hbox((self.title, 1), self.pack)
        vbox(header, (self.canvas, 1), self.scrubber, self.controls, parent=self)

    def _set(self, playback: Playback) -> None:
        self.controls.set_playback(playback)
        self._show_playback(playback)

    def _show_playback(self, playback: Playback) -> None:
        loop = (playback.loop_start, playback.loop_end)
        self.loop_off.setEnabled(playback.count > 0 and loop != (None, None))
        self.scrubber.show_loop(*loop)
        self.canvas.show_frame(playback.frame)

    def _show(self, clip: PlayerClip | None, *, playing: bool) -> None:
        self.canvas.show_clip(clip)
        self.title.set_full_text(clip.title if clip else tr("Reference"))
        self.pack.setText(clip.pack if clip else "")
        start = Playback(clip.count, clip.fps) if clip is not None else Playback()
        self._set(replace(start, speed=self.playback.speed, playing=playing))
        self._enable()

    def _enable(self) -> None:
        """Controls stay enabled while a clip is loaded, so that they keep the keyboard focus."""
        controls = self.controls
        steps = (controls.play, controls.back, controls.forward, controls.speed)
        for control in (*steps, self.scrubber, self.loop_a, self.loop_b, self.mirror):
            control.setEnabled(self.playback.count > 0 or self._expected is not None)
