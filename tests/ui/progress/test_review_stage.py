"""The timeline of the Review view."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPaintEvent

from desktop_app.ui.progress.review_stage import ReviewTimeline
from tests.ui.conftest import settle


class Timeline(ReviewTimeline):
    """Notes whether the area of the marks is painted."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self.painted = self.painted or event.region().contains(QPoint(20, 2))
        super().paintEvent(event)


def test_marks_are_repainted_when_another_attempt_is_longer(qtbot, qapp):
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.resize(300, 60)
    timeline.show()
    timeline.slider.setMaximum(60)
    timeline.show_marks([(30, True)])
    settle(qapp)
    timeline.painted = False
    timeline.slider.setMaximum(300)
    timeline.show_marks([(30, True)])  # the same frame, at another place
    settle(qapp)
    assert timeline.painted
