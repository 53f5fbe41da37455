"""The real program: sentences are renamed, deleted, brought back; packs made, copied, closed and removed."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit

from desktop_app import paths
from desktop_app.engine.packs import PackEditor, open_pack
from desktop_app.engine.packs.index import PackKind
from desktop_app.errors import PackError
from desktop_app.message import Message
from desktop_app.ui.i18n import translate
from desktop_app.ui.kit.dialogs import AskDialog
from desktop_app.ui.library.dialogs import ClipDialog, PackDialog
from tests.engine.packs.test_rescue import damage_by_an_edit
from tests.ui.library.helpers import (
    LONG_MS,
    activate,
    banners,
    choose_pack,
    choose_sentence,
    dialog,
    idle,
    searched,
    sentences_in,
    shown,
)


def fill(form: ClipDialog, name: str, text: str) -> None:
    """Set the text of a field as if it were typed."""
    field = form.field(name)
    if isinstance(field, QComboBox):
        field.setCurrentText(text)
    else:
        assert isinstance(field, QLineEdit)
        field.setText(text)


def test_an_edit_is_made_even_while_the_program_closes(own_pack, start, qtbot):
    program = start()
    choose_pack(program, "My class")
    choose_sentence(program, "water")
    program.library.packs.refresh()  # the edit waits for it
    program.window.library.sentences.delete.click()
    assert program.window.close()
    assert sentences_in(own_pack) == ["good morning", "good morning"]


def test_an_edit_that_cannot_be_encoded_is_shown_with_the_reason(own_pack, start, qtbot, monkeypatch):
    def broken(*_: object) -> None:
        raise PackError(Message("No room."), Message("Make some."))

    program = start()
    searched(program, qtbot, "water")
    choose_pack(program, "My class")
    choose_sentence(program, "water")
    monkeypatch.setattr("desktop_app.ui.library.tasks.encode_edited", broken)
    program.window.library.sentences.delete.click()
    qtbot.waitUntil(lambda: "No room." in banners(program), timeout=LONG_MS)
    idle(program, qtbot)
    assert shown(program) == ["good morning"]
    assert "Deleted: water" in banners(program)


def test_rename_delete_undo_redo(own_pack, start, qtbot):
    program = start()
    view = program.window.library
    choose_pack(program, "My class")
    assert shown(program) == ["good morning", "water"]
    searched(program, qtbot, "water")
    choose_sentence(program, "water")
    view.sentences.edit.click()
    form = dialog(program, ClipDialog)
    fill(form, "sentence", "cold water")
    fill(form, "variant", "Accra")
    form.accept_button.click()
    idle(program, qtbot)
    assert shown(program) == ["cold water", "good morning"]
    assert view.sentences.current is not None  # the selection survives the new order
    assert view.sentences.current[1].variant == "Accra"
    searched(program, qtbot, "cold water")
    view.sentences.delete.click()
    idle(program, qtbot)
    assert "Deleted: cold water" in banners(program)
    assert sentences_in(own_pack) == ["good morning", "good morning"]
    searched(program, qtbot, "cold water", there=False)
    view.sentences.notices.views[0].buttons[0].click()  # Undo
    idle(program, qtbot)
    assert shown(program) == ["cold water", "good morning"]
    assert view.sentences.current[0].text == "cold water"
    searched(program, qtbot, "cold water")
    view.sentences.redo.click()
    idle(program, qtbot)
    assert shown(program) == ["good morning"]
    view.sentences.undo.click()
    idle(program, qtbot)
    view.sentences.undo.click()
    idle(program, qtbot)
    assert shown(program) == ["good morning", "water"]


def test_several_are_changed_at_once_and_keep_what_differs(own_pack, start, qtbot):
    program = start()
    view = program.window.library
    choose_pack(program, "My class")
    view.sentences.tree.selectAll()
    view.sentences.edit.click()
    form = dialog(program, ClipDialog)
    fill(form, "category", "first week")
    assert form.changed() == {"category": "first week"}
    form.accept_button.click()
    idle(program, qtbot)
    clips = open_pack(own_pack).clips
    assert {clip.category for clip in clips} == {"first week"}
    assert [clip.sentence for clip in clips] == ["good morning", "good morning", "water"]
    assert [clip.variant for clip in clips] == ["", "Kumasi", ""]


def test_one_take_of_two_is_deleted(own_pack, start, qtbot):
    program = start()
    panel = program.window.library.sentences
    choose_pack(program, "My class")
    top = panel.model.index(0, 0)
    panel.tree.expand(top)
    second = panel.model.index(1, 0, top)
    panel.tree.selectionModel().setCurrentIndex(second, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert len(panel.clips) == 1
    panel.delete.click()
    idle(program, qtbot)
    assert [clip.variant for clip in open_pack(own_pack).clips] == ["", ""]


def test_packs_that_ship_cannot_be_changed_but_copied(start, qtbot):
    program = start()
    view = program.window.library
    key = choose_pack(program, "Starter signs")
    choose_sentence(program, "Water")
    assert not view.sentences.edit.isEnabled()
    assert not view.actions_of_pack["remove"].isEnabled()
    assert not view.actions_of_pack["properties"].isEnabled()
    view.actions_of_pack["copy"].trigger()
    idle(program, qtbot)
    copy = view.packs.pack
    assert copy is not None
    assert copy.name == "Starter signs (my copy)"
    assert copy.is_own
    assert copy.key in program.library.packs.keys
    assert key not in program.library.packs.keys  # the same signs twice would be rivals
    choose_sentence(program, "Water")
    assert view.sentences.edit.isEnabled()
    with PackEditor(copy.path) as editor:
        assert len(editor.pack.clips) == 20


def test_packs_are_opened_and_closed_and_one_stays(own_pack, start, qtbot):
    program = start()
    view = program.window.library
    key = str(own_pack)
    searched(program, qtbot, "good morning")
    view.packs.model.toggled.emit(key, False)
    searched(program, qtbot, "good morning", there=False)
    assert program.settings.recognition.packs == ("Ghanaian signs", "Starter signs")
    assert view.packs.select(key)  # a closed pack can still be looked into
    assert shown(program) == ["good morning", "water"]
    choose_sentence(program, "water")
    qtbot.waitUntil(lambda: view.player.playback.count > 0, timeout=LONG_MS)
    for pack in program.library.packs.packs:
        if pack.key in program.library.packs.keys:
            view.packs.model.toggled.emit(pack.key, False)
    assert "One pack must stay open" in banners(program)
    assert len(program.library.packs.keys) == 1
    for pack in program.library.packs.packs:
        if not pack.is_alphabet:
            view.packs.model.toggled.emit(pack.key, True)
    assert program.settings.recognition.packs == ()
    idle(program, qtbot)


def test_a_new_pack_its_properties_and_its_end(start, qtbot):
    program = start()
    view = program.window.library
    view.new_pack_wanted.emit()
    form = dialog(program, PackDialog)
    form.accept_button.click()
    assert form.isVisible()  # it needs a name
    assert form.trouble.isVisible()
    form.name.setText("Class 3b")
    form.language.setText("Ghanaian")
    form.accept_button.click()
    idle(program, qtbot)
    pack = view.packs.pack
    assert pack is not None
    assert pack.name == "Class 3b"
    assert pack.path.parent == paths.user_packs_dir()
    assert "empty" in view.sentences.empty.text()
    view.actions_of_pack["properties"].trigger()
    form = dialog(program, PackDialog)
    form.name.setText("Class 4b")
    form.attribution.setPlainText("Ama\n\nKofi")
    form.accept_button.click()
    idle(program, qtbot)
    manifest = open_pack(pack.path).manifest
    assert (manifest.name, manifest.attribution, manifest.language) == ("Class 4b", ("Ama", "Kofi"), "Ghanaian")
    view.actions_of_pack["remove"].trigger()
    ask = dialog(program, AskDialog)
    assert ask.cancel.isDefault()
    ask.accept_button.click()
    idle(program, qtbot)
    assert not pack.path.exists()
    assert "Class 4b" not in [one.name for one in program.library.packs.packs]


def test_packs_named_at_the_start_stay_and_closed_ones_are_not_encoded(own_pack, start, qtbot):
    program = start(recognition__packs=["Ghanaian signs"])
    view = program.window.library
    view.packs.model.toggled.emit(str(own_pack), True)
    assert "when SignMirror was started" in banners(program)
    assert [pack.name for pack in program.library.packs.packs if pack.key in program.library.packs.keys] == [
        "Ghanaian signs"
    ]
    choose_pack(program, "My class")
    choose_sentence(program, "water")
    view.sentences.delete.click()
    idle(program, qtbot)
    assert sentences_in(own_pack) == ["good morning"] * 2
    assert not (own_pack / "cache").exists()


def test_a_pack_named_in_the_settings_stays_open_under_its_new_title(own_pack, start, qtbot):
    program = start()
    view = program.window.library
    for pack in program.library.packs.packs:
        if pack.kind is PackKind.SHIPPED and not pack.is_alphabet:
            view.packs.model.toggled.emit(pack.key, False)
    assert program.settings.recognition.packs == ("My class",)
    choose_pack(program, "My class")
    view.actions_of_pack["properties"].trigger()
    form = dialog(program, PackDialog)
    form.name.setText("Class 4a")
    form.accept_button.click()
    idle(program, qtbot)
    assert program.settings.recognition.packs == ("Class 4a",)
    assert program.library.packs.keys == {str(own_pack)}
    qtbot.waitUntil(lambda: program.window.state.packs == ("Class 4a",), timeout=LONG_MS)
    view.sentences.undo.click()
    idle(program, qtbot)
    assert program.settings.recognition.packs == ("My class",)


def test_what_somebody_else_changes_is_reported_and_the_state_kept(own_pack, start, qtbot):
    program = start()
    view = program.window.library
    choose_pack(program, "My class")
    choose_sentence(program, "water")
    with PackEditor(own_pack):
        view.sentences.delete.click()
        idle(program, qtbot)
        assert "changing this pack" in banners(program)
    assert shown(program) == ["good morning", "water"]
    view.sentences.delete.click()
    idle(program, qtbot)
    assert "changing this pack" not in banners(program)
    assert shown(program) == ["good morning"]


def test_a_damaged_pack_stands_in_the_list_with_its_reason(own_pack, start, qtbot):
    (own_pack / "clips.csv").write_text("nonsense")
    program = start()
    pack = next(pack for pack in program.library.packs.packs if pack.key == str(own_pack))
    assert pack.manifest is None
    view = program.window.library
    assert view.packs.select(pack.key)
    assert "clips.csv" in view.sentences.empty.text()
    assert view.actions_of_pack["remove"].isEnabled()
    assert not view.actions_of_pack["export"].isEnabled()


def test_files_are_checked(own_pack, start, qtbot):
    program = start()
    view = program.window.library
    key = choose_pack(program, "My class")
    view.actions_of_pack["verify"].trigger()
    idle(program, qtbot)
    assert "is whole" in banners(program)
    victim = sorted((own_pack / "features").iterdir())[0]
    victim.write_bytes(victim.read_bytes()[:-1] + b"x")
    view.verify_wanted.emit(key)
    idle(program, qtbot)
    assert victim.name in banners(program)
    assert "is whole" not in banners(program)


def test_a_file_of_somebody_else_is_told_in_the_language_of_the_window(own_pack, start, qtbot, monkeypatch):
    (own_pack / "features" / "ama.mov").write_text("of Ama")
    program = start()
    monkeypatch.setattr(translate, "_translate", lambda text: text.replace("left alone", "pas touché"))
    choose_pack(program, "My class")
    program.window.library.actions_of_pack["verify"].trigger()
    idle(program, qtbot)
    assert "is whole" in banners(program)
    assert "pas touché: features/ama.mov" in banners(program)


def test_the_main_paths_by_keyboard_alone(own_pack, start, qtbot):
    program = start()
    window, view = program.window, program.window.library
    idle(program, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(view.sentences.filter, "wat gre")
    assert shown(program) == []
    view.sentences.filter.selectAll()
    qtbot.keyClicks(view.sentences.filter, "good food")
    assert shown(program) == []
    view.sentences.filter.selectAll()
    qtbot.keyClicks(view.sentences.filter, "kumasi")
    assert shown(program) == ["good morning"]
    qtbot.keyClick(view.sentences.filter, Qt.Key.Key_Down)
    assert view.sentences.tree.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F2)
    form = dialog(program, ClipDialog)
    fill(form, "sentence", "")
    qtbot.keyClicks(form.field("sentence"), "Maakye")
    qtbot.keyClick(form, Qt.Key.Key_Return)
    idle(program, qtbot)
    assert sentences_in(own_pack) == ["Maakye", "Maakye", "water"]
    activate(program, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_Delete)
    idle(program, qtbot)
    assert sentences_in(own_pack) == ["water"]
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    idle(program, qtbot)
    assert sentences_in(own_pack) == ["Maakye", "Maakye", "water"]
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_Z, both)
    idle(program, qtbot)
    assert sentences_in(own_pack) == ["water"]
    activate(program, qtbot)
    view.packs.list.setFocus()
    view.packs.list.setCurrentIndex(view.packs.model.index(0))
    for _ in range(3):
        qtbot.keyClick(view.packs.list, Qt.Key.Key_Down)
    assert view.packs.key == str(own_pack)
    qtbot.keyClick(view.packs.list, Qt.Key.Key_Space)
    assert str(own_pack) not in program.library.packs.keys
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert dialog(program, PackDialog).name.text() == "My class"
    qtbot.keyClick(dialog(program, PackDialog), Qt.Key.Key_Escape)
    idle(program, qtbot)


def test_dialogs_open_by_key_and_close_by_escape(start, qtbot):
    program = start()
    for key in (Qt.Key.Key_N, Qt.Key.Key_I, Qt.Key.Key_O):
        activate(program, qtbot)
        qtbot.keyClick(program.window, key, Qt.KeyboardModifier.ControlModifier)
        box = next(one for one in program.window.findChildren(QDialog) if one.isVisible())
        qtbot.keyClick(box, Qt.Key.Key_Escape)
        assert not box.isVisible()


def test_recording_is_asked_for_with_the_chosen_pack(own_pack, start, qtbot):
    program = start()
    view = program.window.library
    choose_pack(program, "My class")
    with qtbot.waitSignal(view.record_wanted) as wanted:
        qtbot.keyClick(program.window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [str(own_pack)]
    assert program.window.view == "record"


def test_undo_rescues_a_pack_that_its_last_edit_has_damaged(own_pack, start, qtbot):
    before = open_pack(own_pack).clips
    damage_by_an_edit(own_pack, "add")
    program = start()
    view = program.window.library
    damaged = next(pack for pack in program.library.packs.packs if pack.key == str(own_pack))
    assert damaged.error is not None
    assert view.packs.select(damaged.key)
    assert view.sentences.undo.isEnabled()
    view.sentences.undo.click()
    idle(program, qtbot)
    assert "Undone." in banners(program)
    assert open_pack(own_pack).clips == before
    choose_pack(program, "My class")
    assert shown(program) == ["good morning", "water"]
    searched(program, qtbot, "water")
