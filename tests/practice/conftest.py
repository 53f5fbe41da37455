"""The window of these tests is dressed as that of tests/ui."""

from tests.ui.conftest import dressed, make_window, memory, no_modal_box, qapp_cls

__all__ = ["dressed", "make_window", "memory", "no_modal_box", "qapp_cls"]
