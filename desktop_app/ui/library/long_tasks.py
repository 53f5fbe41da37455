"""Long tasks with packs, one at a time, with a progress bar and a button to stop them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.banner import BannerTone
from desktop_app.ui.kit.relay import Progress, TaskRunner
from desktop_app.ui.library import tasks as work
from desktop_app.ui.library.words import time_left

if TYPE_CHECKING:
    from desktop_app.errors import AppError
    from desktop_app.ui.kit.banner import BannerList
    from desktop_app.ui.kit.relay import Report
    from desktop_app.ui.library.work_bar import WorkBar

Result = TypeVar("Result")


class LongTasks:
    """Joins a `TaskRunner` to a `WorkBar`. Used on the window's thread.

    Attributes:
        runner: runs the tasks; begin them by `start`.
        encoder: for tasks that run here, and on no other thread.
    """

    def __init__(self, bar: WorkBar, banners: BannerList) -> None:
        self._bar, self._banners = bar, banners
        self.runner = TaskRunner("library-files")
        self.encoder = work.OwnEncoder()
        bar.stop_wanted.connect(self.runner.cancel)
        self.runner.progressed.connect(self._progressed)
        self.runner.idle_changed.connect(lambda idle: bar.end() if idle else None)

    @property
    def busy(self) -> bool:
        """Whether a task runs or waits."""
        return self.runner.busy

    def refused(self) -> bool:
        """Whether a task runs, so that another one must not begin; shows that in a banner."""
        if self.busy:
            self._banners.show(
                "library",
                BannerTone.WARNING,
                tr("Something else is being done with packs."),
                tr("Wait until it is done, or stop it."),
            )
        return self.busy

    def start(
        self,
        name: str,
        title: str,
        do: Callable[[Report], Result],
        then: Callable[[Result], None],
        *,
        failed: Callable[[AppError], None] | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> None:
        """Run a task after those that run already.

        Args:
            title: of the progress bar.
            failed: by default a banner shows the error.
        """
        if not self.busy:
            self._bar.begin(title)
        self.runner.start(name, do, then, failed=failed or self._failed, stopped=stopped)

    def close(self) -> None:
        """Cancel all tasks and end their thread."""
        self.runner.close()

    def _failed(self, error: AppError) -> None:
        self._banners.failed("library", error)

    def _progressed(self, progress: Progress) -> None:
        share = progress.done / progress.total if progress.total else 0.0
        figures = ""
        if progress.total and progress.name == "import" and progress.done < progress.total:
            figures = tr("file {done} of {total}", done=progress.done + 1, total=progress.total)
        elif progress.total:
            figures = tr("{share} %", share=round(100 * share))
        left = time_left(progress.done, progress.total, progress.seconds)
        self._bar.advance(share, "  ·  ".join(part for part in (figures, left) if part), progress.detail)
