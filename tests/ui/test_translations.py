# ruff: noqa: RUF001  (French writes its own apostrophe)
"""The catalogues against the code, and messages of the engine said in another language."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from desktop_app.engine.feedback.why import why_not
from desktop_app.errors import CameraError
from desktop_app.ui.i18n import language
from desktop_app.ui.i18n import translate as words
from desktop_app.ui.i18n.engine_messages import Messages
from desktop_app.ui.i18n.language import CONTEXT, apply_language, resolve_language, said
from desktop_app.ui.i18n.pseudo import pseudo
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.banner import Banner, BannerTone
from desktop_app.ui.kit.banners import BannerView
from scripts.dev import translations
from scripts.dev.message_templates import collect
from tests.feedback.answers import prediction
from tests.helpers.people import sign_recording
from tests.packs.test_recording import moved_hand, take_of

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
def test_the_compiled_catalogue_is_that_of_the_source(code):
    folder = translations.CATALOGUES
    compiled = QTranslator()
    assert compiled.load(f"signmirror_{code}", str(folder))
    entries = translations.read(folder / f"signmirror_{code}.ts")
    done = {source: entry.translation for source, entry in entries.items() if entry.translation}
    assert len(done) >= 10
    for source, translation in done.items():
        assert compiled.translate(CONTEXT, source) == translation


def test_the_list_of_messages_is_that_of_the_code():
    document = json.loads((translations.CATALOGUES / translations.MESSAGES).read_text("utf-8"))
    assert document["messages"] == sorted(template.text for template in collect())


def test_what_is_missing_or_wrong_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(translations, "CATALOGUES", tmp_path)
    total, done = translations.update("fr")
    assert total > 500
    assert done == 0
    assert len(translations.missing("fr")) == total
    path = tmp_path / "signmirror_fr.ts"
    entries = translations.spoken()
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
        "other places",
    ]
    translations.update("fr")  # what was translated stays, what was lost comes back
    assert translations.read(path)["Live"].translation == "En direct"
    assert "Ready" in translations.read(path)


def test_the_window_speaks_french(french):
    assert tr("Live") == "En direct"
    assert tr("Recognised: {sentence}", sentence="merci") == "Reconnu : merci"
    assert tr("similarity {value}", value=f"{0.83:.2f}") == "similarité 0,83"
    assert words.number("1.25") == "1,25"
    assert words.number("v1.25") == "v1.25"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)  # Qt's own words
    assert box.buttons()[0].text().replace("&", "") == "Annuler"
    assert tr("a text that nobody translated") == "a text that nobody translated"


def test_messages_of_the_engine_in_french(french):
    raw = moved_hand(sign_recording(), slice(48, 60), slice(195, 258), 16, (-0.6, 0))
    alike = prediction("ambiguous_top2", ("water", 0.81), ("tea", 0.8))
    found = {reason.code: said(reason.text) for reason in why_not(take_of(raw), alike)}
    assert found["hand_out"] == "Votre main droite sort de l’image à votre droite à 1,6 s."
    assert found["too_alike"] == "Deux signes se ressemblent trop ici : « water » et « tea »."
    assert (
        said("You are seen in only 42% of it.")
        == "On ne vous voit que dans 42\N{NARROW NO-BREAK SPACE}% de l’essai."
    )
    summary = "Right: the movement, the timing. Next: your face. Look at the way that the hand goes."
    expected = (
        "Réussi : le mouvement, le rythme. À travailler : votre visage. Regardez le chemin que fait la main."
    )
    assert said(summary) == expected
    assert said("Nothing like it.") == "Nothing like it."


def test_a_banner_says_an_error_in_french(french, qtbot):
    error = CameraError("The camera 'HD Webcam' gives no picture.", "Nobody translated this.")
    view = BannerView(Banner("source", BannerTone.DANGER, error.user_text, error.hint))
    qtbot.addWidget(view)
    assert view.accessibleName() == "La caméra « HD Webcam » ne donne pas d’image. Nobody translated this."


def test_templates_are_found_again_whatever_fills_them():
    """Every template, filled in, is known as itself (or as one with as many letters of its own)."""
    templates = [template.text for template in collect()]
    seen: list[str] = []

    def note(text: str) -> str:
        seen.append(text)
        return text

    messages = Messages(templates, note)
    for template in templates:
        count = template.count("{") - 2 * template.count("{{")
        filled = template.format(*[f"value {number}" for number in range(count)])
        seen.clear()
        assert messages.say(filled) == filled
        letters = len([c for c in template if c.isalpha()])
        assert seen or letters < 8, template


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
    assert translations.places(long) == translations.places(text)
    letters = len(text) - len("{count}{needed}")
    assert len(long) >= len(text) + 0.35 * letters
    assert pseudo("42 %") == "42 %"
