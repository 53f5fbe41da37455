"""The fixtures of the window's tests, for its views of progress."""

from tests.ui.conftest import dressed, make_window, memory, no_modal_box, qapp_cls

__all__ = ["dressed", "make_window", "memory", "no_modal_box", "qapp_cls"]
