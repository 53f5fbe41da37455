"""The real program: a pack is exported, removed, looked at and installed again; an older one is replaced."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from desktop_app import paths
from desktop_app.cli.main import main
from desktop_app.engine.packs import PackEditor, export_steps, install_pack, open_pack
from desktop_app.ui.kit.dialogs import AskDialog
from desktop_app.ui.library.import_dialog import ImportDialog
from desktop_app.ui.library.offer import OfferDialog
from tests.ui.library.helpers import (
    answer_file,
    banners,
    choose_pack,
    dialog,
    idle,
    searched,
    sentences_in,
)

SENTENCES = ["good morning", "good morning", "water"]


def test_export_remove_and_install_again(own_pack, start, qtbot, tmp_path):
    program = start()
    view = program.window.library
    choose_pack(program, "My class")
    searched(program, qtbot, "water")
    target = tmp_path / "my-class.signpack"
    view.actions_of_pack["export"].trigger()
    ask = dialog(program, AskDialog)
    assert not ask.switch.isVisible()  # there is no video to leave out
    ask.accept_button.click()
    answer_file(program, target)
    idle(program, qtbot)
    assert "Exported: my-class.signpack" in banners(program)
    assert [clip.sentence for clip in open_pack(target).clips] == SENTENCES
    view.actions_of_pack["remove"].trigger()
    dialog(program, AskDialog).accept_button.click()
    idle(program, qtbot)
    assert not own_pack.exists()
    searched(program, qtbot, "good morning", there=False)
    view.open_wanted.emit("")
    answer_file(program, target)
    idle(program, qtbot)
    offer = dialog(program, OfferDialog)
    facts = dict(offer.facts)
    assert facts["Language of signs"] == "Ghanaian"
    assert facts["Holds"] == "Sentences: 2, takes: 3"
    assert facts["Licence"] == "CC0-1.0"
    assert facts["Consent"] == "on paper"
    assert facts["Signers"] == "Ama"
    assert not own_pack.exists()  # nothing is written before it is wanted
    assert offer.beside.isHidden()
    offer.accept_button.click()
    idle(program, qtbot)
    assert sentences_in(own_pack) == SENTENCES
    assert view.packs.key == str(own_pack)
    searched(program, qtbot, "good morning")


def test_an_older_pack_is_replaced_only_when_wanted(own_pack, start, qtbot, tmp_path):
    newer = install_pack(own_pack, tmp_path / "newer")
    with PackEditor(newer.folder) as editor:
        editor.describe(version="2")
        editor.delete([editor.pack.clips[0].clip_id])
        list(export_steps(editor.pack, tmp_path / "class.signpack"))
    program = start()
    view = program.window.library
    view.open_wanted.emit(str(tmp_path / "class.signpack"))
    idle(program, qtbot)
    with PackEditor(own_pack):
        dialog(program, OfferDialog).accept_button.click()
        idle(program, qtbot)
        assert "changing this pack" in banners(program)
        assert sentences_in(own_pack) == SENTENCES
    view.open_wanted.emit(str(tmp_path / "class.signpack"))
    idle(program, qtbot)
    dialog(program, OfferDialog).accept_button.click()
    idle(program, qtbot)
    assert open_pack(own_pack).manifest.version == "2"
    assert sentences_in(own_pack) == ["good morning", "water"]
    view.open_wanted.emit(str(tmp_path / "class.signpack"))
    idle(program, qtbot)
    dialog(program, OfferDialog).beside.click()
    idle(program, qtbot)
    beside = view.packs.pack
    assert beside is not None
    assert beside.path == paths.user_packs_dir() / "class"


def test_a_file_that_is_no_pack_is_refused_in_words(start, qtbot, tmp_path):
    (tmp_path / "holiday.signpack").write_bytes(b"PK no zip")
    program = start()
    program.window.library.open_wanted.emit(str(tmp_path / "holiday.signpack"))
    idle(program, qtbot)
    assert "holiday.signpack" in banners(program)
    assert not program.window.findChildren(OfferDialog)
    assert not paths.user_packs_dir().exists()


@pytest.mark.parametrize(("name", "kind"), [("class.signpack", OfferDialog), ("clips", ImportDialog)])
def test_what_is_dropped_on_the_library(own_pack, start, qtbot, tmp_path, name, kind):
    path = tmp_path / name
    if path.suffix:
        list(export_steps(open_pack(own_pack), path))
    else:
        path.mkdir()
    program = start()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, buttons, keys)
    program.window.library.dropEvent(event)
    assert event.isAccepted()
    idle(program, qtbot)
    box = dialog(program, kind)
    if kind is ImportDialog:
        assert "no video and no landmark recording" in box.trouble.text()
    box.reject()


def test_what_others_hold_open_is_not_taken_away(own_pack, tmp_path):
    """An installation over a pack takes its lock: an editor is never left with a folder that is gone."""
    list(export_steps(open_pack(own_pack), tmp_path / "p.signpack"))
    with PackEditor(own_pack) as editor:
        with pytest.raises(Exception, match="changing this pack"):
            install_pack(tmp_path / "p.signpack", own_pack, replace_old=True)
        editor.delete([editor.pack.clips[0].clip_id])
    assert sentences_in(own_pack) == ["good morning", "water"]
    install_pack(tmp_path / "p.signpack", own_pack, replace_old=True)
    assert sentences_in(own_pack) == SENTENCES
    assert sorted(path.name for path in own_pack.parent.iterdir()) == ["my-class"]


def test_a_pack_file_can_be_named_on_the_command_line(own_pack, tmp_path, monkeypatch, capsys):
    target = tmp_path / "class.signpack"
    list(export_steps(open_pack(own_pack), target))
    opened: list[object] = []

    def run(*arguments: object) -> int:
        opened.append(arguments[3])
        return 0

    monkeypatch.setattr("desktop_app.cli.app_window.run", run)
    assert main(["app", str(target)]) == 0
    assert opened == [target]
    assert main(["app", str(tmp_path / "gone.signpack")]) == 2
    assert "does not exist" in capsys.readouterr().err
