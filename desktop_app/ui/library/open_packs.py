"""The packs of this computer, and which of them are searched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.engine.packs.index import IndexedPack, PackIndex, names_of, open_keys
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.banner import BannerTone

if TYPE_CHECKING:
    from desktop_app.errors import AppError
    from desktop_app.ui.controller import ControllerPorts
    from desktop_app.ui.kit.banner import BannerList
    from desktop_app.ui.kit.relay import Report, TaskRunner
    from desktop_app.ui.library.view import LibraryView


class OpenPacks:
    """Reads packs in the background and maintains the setting for open ones. Used on the window's thread.

    Args:
        tasks: reads the index. Edits of packs run there, too, so that a pack is read after it was edited.

    Attributes:
        packs: as they were last read.
        contract: the feature contract of the encoder in use; other packs are not open by default.
    """

    def __init__(
        self, view: LibraryView, ports: ControllerPorts, tasks: TaskRunner, banners: BannerList
    ) -> None:
        self._view, self._ports, self._tasks, self._banners = view, ports, tasks, banners
        self._index = PackIndex()
        self._names = ports.settings().recognition.packs
        self._after_reading: list[Callable[[], None]] = []
        self.packs: tuple[IndexedPack, ...] = ()
        self.contract = TORSO_540

    @property
    def keys(self) -> frozenset[str]:
        """Keys of the packs that are searched."""
        return open_keys(self.packs, self._names, self.contract)

    def show(self) -> None:
        """Show the packs as last read."""
        self._view.show_packs(self.packs, self.keys)

    def settings_changed(self) -> None:
        """Show which packs are open if the setting has another list of them now."""
        names = self._ports.settings().recognition.packs
        if names != self._names:
            self._names = names
            self.show()

    def refresh(self, then: Callable[[], None] | None = None) -> None:
        """Read the packs again; `then` is called once packs have been read after this call."""
        if then is not None:
            self._after_reading.append(then)
        extra = [Path(name) for name in self._names if len(Path(name).parts) > 1]

        def read(_: Report) -> tuple[IndexedPack, ...]:
            return self._index.read(path for path in extra if path.exists())

        self._tasks.start("index", read, self._have_read, failed=self._not_read, replace=True)

    def reopen(self, key: str) -> None:
        """Reopen the library if it contains this pack, which has changed: the library is a snapshot."""
        if key in self.keys:
            self._ports.reopen_library()

    def set_open(self, keys: frozenset[str]) -> bool:
        """Search these packs; False if that would be none."""
        if not any(pack.key in keys for pack in self.packs):
            text = tr("One pack must stay open.")
            self._banners.show("open", BannerTone.WARNING, text, tr("Tick another one first."))
            return False
        self._banners.hide("open")
        names = names_of(self.packs, keys, self.contract)
        if names != self._names:
            self._ports.change("recognition.packs", names)
        if names != self._ports.settings().recognition.packs:
            text = tr("The open packs were chosen when SignMirror was started.")
            hint = tr("Start it without --pack to choose here.")
            self._banners.show("open", BannerTone.WARNING, text, hint)
        return True

    def add(self, folder: Path, instead_of: str = "") -> None:
        """Select and open a pack that was just created or installed, replacing `instead_of`."""
        key, before = str(folder), self.keys

        def then() -> None:
            self._view.packs.select(key)
            self.set_open((before | {key}) - {instead_of})
            self.reopen(key)

        self._banners.hide("library")
        self.refresh(then)

    def _have_read(self, packs: tuple[IndexedPack, ...]) -> None:
        self.packs = packs
        self.show()
        waiting, self._after_reading = self._after_reading, []
        for then in waiting:
            then()

    def _not_read(self, error: AppError) -> None:
        self._after_reading.clear()
        self._banners.failed("library", error)
