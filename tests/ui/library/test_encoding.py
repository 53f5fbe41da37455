"""References that the encoder does not know yet are encoded beside the window, with progress."""

from __future__ import annotations

from desktop_app.app import recogniser_loader as app_recogniser
from desktop_app.engine.packs import verify_pack
from desktop_app.engine.packs.pack import open_folder
from desktop_app.errors import PackError
from desktop_app.message import Message
from desktop_app.runtime.events import RecogniserReady
from tests.ui.library.helpers import LONG_MS, banners, idle, searched


def test_a_pack_to_encode_comes_later_and_the_others_are_searched_at_once(own_pack, start, qtbot, monkeypatch):
    monkeypatch.setattr(app_recogniser, "ENCODED_FIRST", 2)
    begun: list[str] = []
    program = start()
    begin = program.window.library.work.begin

    def noted(words: str) -> None:
        begun.append(words)
        begin(words)

    monkeypatch.setattr(program.window.library.work, "begin", noted)
    searched(program, qtbot, "good morning")
    idle(program, qtbot)
    assert verify_pack(open_folder(own_pack)).cache == "good"
    assert not program.window.library.work.isVisible()
    # Another time it is there at once.
    assert program._recognisers.report.waiting == ()
    begun.clear()
    program.reopen_library()
    idle(program, qtbot)
    assert begun == []


def test_the_first_library_is_without_it(own_pack, start, qtbot, monkeypatch):
    monkeypatch.setattr(app_recogniser, "ENCODED_FIRST", 2)
    libraries: list[set[str]] = []

    def listen(event) -> None:
        if isinstance(event, RecogniserReady):
            libraries.append({info.pack for info in event.recogniser.library.references})

    monkeypatch.setattr(
        "desktop_app.app.program.Program._start_pipeline",
        lambda self: (self.hub.subscribe(listen), self.takes.start(), self.pipeline.start()),
    )
    program = start()
    searched(program, qtbot, "good morning")
    qtbot.waitUntil(lambda: len(libraries) > 1, timeout=LONG_MS)  # the window may hear of it first
    assert libraries[0] == {"Ghanaian signs", "Starter signs"}
    assert libraries[-1] == {"Ghanaian signs", "Starter signs", "My class"}
    idle(program, qtbot)


def test_what_cannot_be_encoded_is_reported_once(own_pack, start, qtbot, monkeypatch):
    monkeypatch.setattr(app_recogniser, "ENCODED_FIRST", 2)

    def broken(*_: object) -> None:
        raise PackError(Message("No room."), Message("Make some."))

    monkeypatch.setattr("desktop_app.ui.library.tasks.ensure_encoded", broken)
    program = start()
    qtbot.waitUntil(lambda: "No room." in banners(program), timeout=LONG_MS)
    program.reopen_library()
    idle(program, qtbot)
    assert not program.library.busy
    assert "Starter signs" in program.window.state.packs


def test_progress_of_opening_is_a_banner_until_it_is_open(start, qtbot):
    program = start()
    window = program.window
    program.library.encoding(30, 500)
    qtbot.waitUntil(lambda: any(one.about == "encoding" for one in window.state.banners), timeout=LONG_MS)
    window.flush()
    assert "30 of 500" in banners(program)
    program.reopen_library()
    qtbot.waitUntil(lambda: all(one.about != "encoding" for one in window.state.banners), timeout=LONG_MS)
    window.flush()
    assert "30 of 500" not in banners(program)
    idle(program, qtbot)
