# ruff: noqa: RUF001  (French writes its own apostrophe)
"""The catalogues against the code, and messages of all parts of the program in another language."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from desktop_app.engine.feedback.alignment import Channel
from desktop_app.engine.feedback.why import why_not
from desktop_app.engine.feedback.words import summary
from desktop_app.engine.packs.manifest import damaged
from desktop_app.errors import CameraError
from desktop_app.message import Message
from desktop_app.ui import state as states
from desktop_app.ui.i18n import language
from desktop_app.ui.i18n.language import CONTEXT, apply_language, resolve_language
from desktop_app.ui.i18n.pseudo import pseudo
from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.kit.banners import BannerView
from scripts.dev import templates, translations
from tests.engine.feedback.answers import prediction
from tests.engine.recording.test_recording import moved_hand, take_of
from tests.helpers.people import sign_recording

LANGUAGE = pytest.mark.parametrize("code", translations.LANGUAGES)


@pytest.fixture
def french(qapp: QApplication):
    assert apply_language(qapp, "fr") == "fr"
    yield
    apply_language(qapp, "en")


@LANGUAGE
def test_every_text_is_translated(code):
    assert not translations.missing(code)


@LANGUAGE
def test_places_are_the_same(code):
    assert not translations.faulty(code)


@LANGUAGE
def test_apostrophes_are_typographic(code):
    assert not translations.straight(code)


def test_a_straight_apostrophe_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(translations, "CATALOGUES", tmp_path)
    entries = {text: translations.Entry(text, translation=text) for text in ("l'image", "l’image")}
    translations.write(tmp_path / "signmirror_fr.ts", "fr", entries)
    assert translations.straight("fr") == ['straight apostrophe: "l\'image"']


@LANGUAGE
def test_the_compiled_catalogue_is_that_of_the_source(code):
    folder = translations.CATALOGUES
    compiled = QTranslator()
    assert compiled.load(f"signmirror_{code}", str(folder))
    entries = translations.read(folder / f"signmirror_{code}.ts")
    done = {source: entry.translation for source, entry in entries.items() if entry.translation}
    assert len(done) >= 10
    for source, translation in done.items():
        assert compiled.translate(CONTEXT, source) == translation


def test_every_call_has_one_literal_template_with_the_fields_of_its_values():
    """All of the program, what speaks to the terminal alone included."""
    found = list(templates.calls(templates.modules()))
    assert len(found) > 2000
    assert [reason for reason in map(templates.wrong, found) if reason] == []


def test_templates_come_from_wherever_the_window_imports():
    files = {file for found in templates.collect().values() for file in found}
    assert {"engine", "runtime", "app", "ui", "api"} <= {file.partition("/")[0] for file in files}
    assert {"settings.py", "settings_file.py", "engine/packs/manifest.py", "api/server.py"} <= files
    assert not any(file.startswith("training/") for file in files)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ('tr(f"{count} signs")', "one literal text"),
        ("Message(text)", "one literal text"),
        ('Message("{count} signs", **values)', "fields"),
        ('Message("{count} signs", number=3)', "fields"),
        ('tr("{count signs", count=3)', "expected '}'"),
        ('Message("Takes: {count}", count=3)', ""),
        ('tr("{")', ""),
    ],
)
def test_a_call_that_cannot_be_translated_is_found(tmp_path, monkeypatch, code, words):
    monkeypatch.setattr(templates, "PACKAGE", tmp_path)
    path = tmp_path / "module.py"
    path.write_text(f"x = {code}\n", encoding="utf-8")
    (call,) = templates.calls([path])
    assert (words in templates.wrong(call)) if words else (templates.wrong(call) == "")


@pytest.mark.parametrize(
    ("imported", "called"),
    [
        ("from desktop_app.message import Message as Sentence", "Sentence"),
        ("from desktop_app.ui.i18n.translate import tr as translated", "translated"),
        ("from desktop_app import message", "message.Message"),
        ("from desktop_app.ui.i18n import translate as words", "words.tr"),
        ("import desktop_app.message", "desktop_app.message.Message"),
        ("import desktop_app.message as texts", "texts.Message"),
    ],
)
def test_a_template_is_found_whatever_its_maker_is_called(tmp_path, monkeypatch, imported, called):
    monkeypatch.setattr(templates, "PACKAGE", tmp_path)
    path = tmp_path / "module.py"
    path.write_text(f'{imported}\nx = {called}("Good morning")\ny = other.Message("no")\n', encoding="utf-8")
    assert [call.template for call in templates.calls([path])] == ["Good morning"]


def test_what_is_missing_or_wrong_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(translations, "CATALOGUES", tmp_path)
    total, done = translations.update("fr")
    assert total > 500
    assert done == 0
    assert len(translations.missing("fr")) == total
    path = tmp_path / "signmirror_fr.ts"
    entries = translations.entries_of_code()
    entries["Choose answer {rank}"].translation = "Choisir {rang}"
    entries["Signing"].translation = "{"
    entries["Live"].translation = "En direct"
    del entries["Ready"]
    translations.write(path, "fr", entries)
    missing = translations.missing("fr")
    assert "not in the catalogue: 'Ready'" in missing
    assert "not translated: 'Live'" not in missing
    assert [line.split(":")[0] for line in sorted(translations.faulty("fr"))] == [
        "cannot be filled",
        "other fields",
    ]
    translations.update("fr")  # what was translated stays, what was lost comes back
    assert translations.read(path)["Live"].translation == "En direct"
    assert "Ready" in translations.read(path)


def test_the_window_speaks_french(french):
    assert tr("Live") == "En direct"
    assert tr("Recognised: {sentence}", sentence="merci") == "Reconnu\xa0: merci"
    assert tr("similarity {value:.2f}", value=0.83) == "similarité 0,83"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)  # Qt's own words
    assert box.buttons()[0].text().replace("&", "") == "Annuler"
    assert tr("a text that nobody translated") == "a text that nobody translated"


def test_messages_of_the_engine_in_french(french):
    raw = moved_hand(sign_recording(), slice(48, 60), slice(195, 258), 16, (-0.6, 0))
    alike = prediction("ambiguous_top2", ("water", 0.81), ("tea", 0.8))
    found = {reason.code: localised(reason.text) for reason in why_not(take_of(raw), alike)}
    assert found["hand_out"] == "Votre main droite sort de l’image à votre droite à 1,6 s."
    assert found["too_alike"] == "Deux signes se ressemblent trop ici\xa0: «\xa0water\xa0» et «\xa0tea\xa0»."
    assert (
        localised(Message("You are seen in only {share:.0%} of it.", share=np.float32(0.42)))
        == "On ne vous voit que dans 42\N{NARROW NO-BREAK SPACE}% de l’essai."
    )
    praise = summary((Channel.MOVEMENT, Channel.TIMING), Channel.MOVEMENT, 1.0)
    assert localised(praise) == (
        "Réussi\xa0: le mouvement, le rythme. "
        "À travailler\xa0: le mouvement. Regardez le chemin que fait la main."
    )
    assert localised(Message("Nothing like it.")) == "Nothing like it."


def test_data_is_never_translated(french):
    """A pack may be named like a word that is translated, or like a number."""
    reason = Message("is missing")
    for name in ("left", "right", "is missing", "1.5", "99%", "water, left", "Open it first."):
        assert localised(damaged(name, "clips.csv", reason).message) == (
            f"Le pack «\xa0{name}\xa0» est abîmé\xa0: clips.csv (manque)."
        )
        assert tr("Recognised: {sentence}", sentence=name) == f"Reconnu\xa0: {name}"


def test_a_banner_says_an_error_in_french(french, qtbot):
    error = CameraError(
        Message("The camera '{name}' gives no picture.", name="HD Webcam"), Message("Nobody translated this.")
    )
    state = states.source_changed(states.LiveState(), states.Source(states.SourcePhase.FAILED), error)
    view = BannerView(state.banners[0])
    qtbot.addWidget(view)
    assert (
        view.accessibleName() == "La caméra «\xa0HD Webcam\xa0» ne donne pas d’image. Nobody translated this."
    )


def test_the_system_says_the_language(monkeypatch):
    class Somebody:
        def __init__(self, *names: str) -> None:
            self.names = names

        def uiLanguages(self) -> list[str]:  # noqa: N802
            return list(self.names)

    for names, expected in ((("fr-CA", "en"), "fr"), (("de", "fr"), "fr"), (("de",), "en"), ((), "en")):
        monkeypatch.setattr(language, "system_locale", lambda names=names: Somebody(*names))
        assert resolve_language("system") == expected
    assert resolve_language("en") == "en"


def test_the_made_up_language_is_longer_and_keeps_its_places():
    text = "Collecting frames {count}/{needed}"
    long = pseudo(text)
    assert templates.fields(long) == templates.fields(text)
    letters = len(text) - len("{count}{needed}")
    assert len(long) >= len(text) + 0.35 * letters
    assert pseudo("42 %") == "42 %"
