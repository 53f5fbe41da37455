"""Settings: layers with their origins, all problems together, atomic saving of what the user changed."""

from __future__ import annotations

import os
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop_app.errors import ConfigError
from desktop_app.files import MAX_SMALL
from desktop_app.settings import DECLARED, Settings
from desktop_app.settings_file import SCHEMA_VERSION, SettingsStore, settings_report
from desktop_app.settings_layers import Origin, resolve


def test_layers_lie_over_each_other_and_remember_where_a_value_came_from():
    resolved = resolve(
        {"look.theme": "dark", "look.text_scale": 150, "input.mirror": False},
        {"SIGNMIRROR_LOOK__TEXT_SCALE": "175", "SIGNMIRROR_DATA_DIR": "elsewhere"},
        {"look.theme": "light", "input.source": None},
    )
    assert resolved.problems == ()
    assert resolved.settings.look.theme == "light"
    assert resolved.settings.look.text_scale == 175
    assert resolved.settings.input.mirror is False
    assert resolved.origins["look.theme"] is Origin.FLAG
    assert resolved.origins["look.text_scale"] is Origin.ENVIRONMENT
    assert resolved.origins["input.mirror"] is Origin.FILE
    assert resolved.origins["input.source"] is Origin.DEFAULT
    assert resolved.locked("look.theme")
    assert not resolved.locked("input.mirror")


def test_all_problems_come_together_with_the_nearest_name():
    resolved = resolve(
        {"look.theem": "dark", "look.theme": "drak", "recognition.top_k": 7, "look": 3},
        {"SIGNMIRROR_LOOK__TEXTSCALE": "120", "SIGNMIRROR_INPUT__MIRROR": "perhaps"},
    )
    words = [str(problem.message) for problem in resolved.problems]
    assert len(words) == 6
    assert "did you mean look.theme?" in words[0]
    assert "did you mean dark?" in words[1]
    assert "1 to 6" in words[2]
    assert any("SIGNMIRROR_LOOK__TEXT_SCALE?" in word for word in words)
    assert resolved.settings == Settings()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("recognition.top_k", 0),
        ("recognition.top_k", 2.5),
        ("recognition.top_k", True),
        ("recognition.sim_threshold", float("nan")),
        ("recognition.sim_threshold", "high"),
        ("look.text_scale", 201),
        ("input.mirror", 1),
        ("input.source", 3),
        ("recognition.packs", "Starter"),
    ],
)
def test_values_of_the_wrong_kind_are_refused(key, value):
    resolved = resolve({key: value}, {})
    assert len(resolved.problems) == 1
    assert resolved.settings.get(key) == DECLARED[key].default


@pytest.mark.parametrize(
    ("variable", "words", "key", "value"),
    [
        ("SIGNMIRROR_INPUT__MIRROR", "off", "input.mirror", False),
        ("SIGNMIRROR_RECOGNITION__PACKS", "Starter, Mine", "recognition.packs", ("Starter", "Mine")),
        ("SIGNMIRROR_RECOGNITION__SIM_MARGIN", "0.25", "recognition.sim_margin", 0.25),
        ("SIGNMIRROR_RECOGNITION__TOP_K", "3", "recognition.top_k", 3),
    ],
)
def test_the_environment_is_read_as_text(variable, words, key, value):
    resolved = resolve({}, {variable: words})
    assert resolved.problems == ()
    assert resolved.settings.get(key) == value


def test_every_setting_has_a_variable_of_the_environment():
    for declared in DECLARED.values():
        assert declared.variable == "SIGNMIRROR_" + declared.key.upper().replace(".", "__")


def test_saving_writes_only_what_the_user_changed(tmp_path):
    path = tmp_path / "deep" / "config.toml"
    store = SettingsStore(path, {"SIGNMIRROR_LOOK__THEME": "dark"}, {"look.text_scale": 150})
    store.change("input.mirror", False)
    store.change("recognition.packs", ["Starter"])
    assert not path.exists()
    store.save()
    assert tomllib.loads(path.read_text()) == {
        "schema_version": SCHEMA_VERSION,
        "input": {"mirror": False},
        "recognition": {"packs": ["Starter"]},
    }
    assert [entry.name for entry in path.parent.iterdir() if entry.suffix != ".lock"] == ["config.toml"]
    again = SettingsStore(path, {})
    assert again.settings.input.mirror is False
    assert again.settings.look.theme == "system"
    again.reset("input.mirror")
    again.save()
    assert SettingsStore(path, {}).settings.input.mirror is True


def test_what_the_environment_or_a_flag_holds_cannot_be_changed(tmp_path):
    store = SettingsStore(tmp_path / "c.toml", {"SIGNMIRROR_LOOK__THEME": "dark"}, {"look.text_scale": 150})
    for key, value in (("look.theme", "light"), ("look.text_scale", 100)):
        with pytest.raises(ConfigError, match="is set by"):
            store.change(key, value)
    with pytest.raises(ConfigError, match="1 to 6"):
        store.change("recognition.top_k", 9)


UNUSABLE = {
    "no TOML": b"not = = toml",
    "no text": b"\xff\xfe",
    "of a later version": b"schema_version = 99",
    "of no version": b"schema_version = 0",
    "of a version that is a truth value": b"schema_version = true",
    "a section that is a number": b"look = 5",
    "a section that is a text": b'look = "dark"',
    "a section that is a list of tables": b"[[look]]\ntheme = 'dark'",
    "nested too deeply": b"x = " + b"[" * 3000 + b"]" * 3000,
    "nested too deeply by dots": b"look." + b"a." * 3000 + b"a = 1",
    "more digits than Python reads": b"[look]\ntext_scale = " + b"9" * 5000,
    "more digits than a number has": b"[look]\ntext_scale = " + b"9" * 400,
    "more bits than a number has": b"later = 0x" + b"f" * 5000,
}


@pytest.mark.parametrize("content", UNUSABLE.values(), ids=UNUSABLE)
def test_an_unusable_file_is_put_aside_and_the_defaults_hold(tmp_path, content):
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    store = SettingsStore(path, {})
    assert store.settings == Settings()
    notice = "".join(map(str, store.notices))
    assert len(store.notices) == 1
    assert len(notice) < 400
    (kept,) = tmp_path.glob("config.broken-*.toml")
    assert kept.name in notice
    assert kept.read_bytes() == content
    for key in DECLARED:
        store.reset(key)
    store.change("look.theme", "dark")
    store.save()
    again = SettingsStore(path, {})
    assert again.notices == []
    assert again.settings.look.theme == "dark"


@pytest.mark.skipif(sys.platform == "win32", reason="no such files on Windows")
@pytest.mark.parametrize("kind", ["pipe", "device", "too large"])
def test_what_is_no_file_of_settings_is_put_aside_unread(tmp_path, kind):
    path = tmp_path / "config.toml"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path.write_bytes(b"#" * (MAX_SMALL + 1))
    assert settings_report(path)["state"] == "unreadable"
    store = SettingsStore(path, {})
    assert store.settings == Settings()
    (kept,) = tmp_path.glob("config.broken-*.toml")
    assert kept.name in str(store.notices[0])
    store.change("look.theme", "dark")
    store.save()
    assert path.is_file()
    assert SettingsStore(path, {}).settings.look.theme == "dark"


def test_what_an_unusable_section_stands_beside_is_still_used(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text('look = "dark"\n[input]\nmirror = false\n[future]\nidea = 1\n')
    for _ in range(2):
        store = SettingsStore(path, {})
        assert store.settings.input.mirror is False
        assert store.settings.look == Settings().look
    assert store.notices == []
    assert tomllib.loads(path.read_text())["future"] == {"idea": 1}
    assert len(list(tmp_path.glob("config.broken-*.toml"))) == 1


@pytest.mark.parametrize("value", ["{ a = 1 }", "[[1]]", "1979-05-27", "inf", "nan", "-9223372036854775808"])
def test_settings_of_the_wrong_kind_are_named_and_can_be_changed(tmp_path, value):
    path = tmp_path / "config.toml"
    path.write_text("".join(f"{key} = {value}\n" for key in DECLARED))
    store = SettingsStore(path, {})
    assert [problem.key for problem in store.resolved.problems] == list(DECLARED)
    assert store.settings == Settings()
    for key, declared in DECLARED.items():
        if declared.default is None:
            store.reset(key)
        else:
            store.change(key, declared.default)
    store.save()
    assert SettingsStore(path, {}).resolved.problems == ()


def test_files_that_are_put_aside_in_the_same_second_are_all_kept(tmp_path):
    path = tmp_path / "config.toml"
    for number in range(3):
        path.write_text(f"= {number}")
        SettingsStore(path, {})
    assert sorted(kept.read_text() for kept in tmp_path.glob("config.broken-*.toml")) == ["= 0", "= 1", "= 2"]


def test_a_file_of_an_editor_that_marks_its_encoding_is_read(tmp_path):
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xef\xbb\xbf[look]\ntheme = 'dark'\n")
    assert SettingsStore(path, {}).settings.look.theme == "dark"


def test_a_name_in_quotes_is_not_a_setting(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text('"look.theme" = "dark"\n')
    store = SettingsStore(path, {})
    assert store.settings.look.theme == "system"
    assert len(store.resolved.problems) == 1


def test_unknown_keys_of_a_file_survive_saving(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text("[future]\nidea = 1\n")
    store = SettingsStore(path, {})
    assert len(store.resolved.problems) == 1
    store.change("look.overlay", False)
    store.save()
    assert tomllib.loads(path.read_text())["future"] == {"idea": 1}


def test_a_folder_that_cannot_be_written_is_reported_and_the_value_holds(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    store = SettingsStore(blocked / "config.toml", {})
    store.change("look.theme", "dark")
    with pytest.raises(ConfigError, match="cannot be saved"):
        store.save()
    assert store.settings.look.theme == "dark"


def test_a_save_leaves_what_another_window_has_changed(tmp_path):
    path = tmp_path / "config.toml"
    one, other = SettingsStore(path, {}), SettingsStore(path, {})
    one.change("look.theme", "dark")
    one.change("input.mirror", False)
    one.save()
    other.change("recognition.top_k", 3)
    other.save()
    one.change("look.text_scale", 150)
    other.change("look.theme", "light")
    other.reset("input.mirror")
    other.save()
    one.save()
    assert tomllib.loads(path.read_text()) == {
        "schema_version": SCHEMA_VERSION,
        "look": {"theme": "light", "text_scale": 150},
        "recognition": {"top_k": 3},
    }


@pytest.mark.parametrize(("content", "kept"), [(b"not = = toml", {}), (b"look = 5\nfuture = 1", {"future": 1})])
def test_a_file_that_is_damaged_meanwhile_is_put_aside_when_saving(tmp_path, content, kept):
    path = tmp_path / "config.toml"
    store = SettingsStore(path, {})
    store.change("look.theme", "dark")
    store.save()
    path.write_bytes(content)
    store.change("recognition.top_k", 3)
    store.save()
    assert tomllib.loads(path.read_text()) == kept | {
        "schema_version": SCHEMA_VERSION,
        "look": {"theme": "dark"},
        "recognition": {"top_k": 3},
    }
    (aside,) = tmp_path.glob("config.broken-*.toml")
    assert aside.read_bytes() == content


def test_a_folder_that_may_not_be_read_leaves_the_defaults(tmp_path, monkeypatch):
    def refused(self, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    for name in ("stat", "exists", "replace", "iterdir"):
        monkeypatch.setattr(type(tmp_path), name, refused)
    store = SettingsStore(tmp_path / "config.toml", {})
    assert store.settings == Settings()
    assert ["Permission denied" in str(notice) for notice in store.notices] == [True]


def test_what_a_killed_save_left_goes_at_the_next_start(tmp_path):
    left = tmp_path / ".config.toml.12345678.part"
    left.write_text("half")
    SettingsStore(tmp_path / "config.toml", {})
    assert not left.exists()


def test_changes_that_could_not_be_saved_are_saved_the_next_time(tmp_path):
    folder = tmp_path / "folder"
    folder.write_text("a file in the way")
    store = SettingsStore(folder / "config.toml", {})
    store.change("look.theme", "dark")
    with pytest.raises(ConfigError, match="cannot be saved"):
        store.save()
    folder.unlink()
    store.save()
    assert SettingsStore(folder / "config.toml", {}).settings.look.theme == "dark"


def test_windows_that_save_at_the_same_moment_keep_all_changes(tmp_path):
    path = tmp_path / "config.toml"
    values = {"look.theme": "dark", "look.text_scale": 150, "recognition.top_k": 3, "input.mirror": False}
    with ThreadPoolExecutor(len(values)) as pool:
        for _ in range(10):
            path.unlink(missing_ok=True)
            stores = [SettingsStore(path, {}) for _ in values]
            for store, (key, value) in zip(stores, values.items(), strict=True):
                store.change(key, value)
            list(pool.map(SettingsStore.save, stores))
            saved = SettingsStore(path, {}).settings
            assert {key: saved.get(key) for key in values} == values
