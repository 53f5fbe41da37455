"""Settings: layers with their origins, all problems together, atomic saving of what the user changed."""

from __future__ import annotations

import tomllib

import pytest

from desktop_app.errors import ConfigError
from desktop_app.message import NOTHING
from desktop_app.settings import DECLARED, Origin, Settings, resolve
from desktop_app.settings_file import SCHEMA_VERSION, SettingsStore


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


def test_every_setting_is_declared_with_words():
    for declared in DECLARED.values():
        assert declared.about
        assert declared.variable == "SIGNMIRROR_" + declared.key.upper().replace(".", "__")


def test_saving_writes_only_what_the_user_changed(tmp_path):
    path = tmp_path / "deep" / "config.toml"
    store = SettingsStore(path, {"SIGNMIRROR_LOOK__THEME": "dark"}, {"look.text_scale": 150})
    assert store.change("input.mirror", False) == NOTHING
    assert store.change("recognition.packs", ["Starter"]) == NOTHING
    assert tomllib.loads(path.read_text()) == {
        "schema_version": SCHEMA_VERSION,
        "input": {"mirror": False},
        "recognition": {"packs": ["Starter"]},
    }
    assert [entry.name for entry in path.parent.iterdir()] == ["config.toml"]
    again = SettingsStore(path, {})
    assert again.settings.input.mirror is False
    assert again.settings.look.theme == "system"
    assert again.forget("input.mirror") == NOTHING
    assert SettingsStore(path, {}).settings.input.mirror is True


def test_what_the_environment_or_a_flag_holds_cannot_be_changed(tmp_path):
    store = SettingsStore(tmp_path / "c.toml", {"SIGNMIRROR_LOOK__THEME": "dark"}, {"look.text_scale": 150})
    for key, value in (("look.theme", "light"), ("look.text_scale", 100)):
        with pytest.raises(ConfigError, match="is held by"):
            store.change(key, value)
    with pytest.raises(ConfigError, match="1 to 6"):
        store.change("recognition.top_k", 9)


@pytest.mark.parametrize("words", ["not = = toml", "schema_version = 99\n", b"\xff\xfe"])
def test_an_unreadable_file_is_kept_under_another_name_and_told_once(tmp_path, words):
    path = tmp_path / "config.toml"
    path.write_bytes(words if isinstance(words, bytes) else words.encode())
    store = SettingsStore(path, {})
    assert len(store.notices) == 1
    kept = list(tmp_path.glob("config.broken-*.toml"))
    assert len(kept) == 1
    assert kept[0].name in str(store.notices[0])
    assert SettingsStore(path, {}).notices == []


def test_unknown_keys_of_a_file_survive_saving(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text("[future]\nidea = 1\n")
    store = SettingsStore(path, {})
    assert len(store.resolved.problems) == 1
    store.change("look.overlay", False)
    assert tomllib.loads(path.read_text())["future"] == {"idea": 1}


def test_a_folder_that_cannot_be_written_is_told_and_the_value_holds(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    store = SettingsStore(blocked / "config.toml", {})
    trouble = store.change("look.theme", "dark")
    assert "cannot be saved" in str(trouble)
    assert store.settings.look.theme == "dark"
