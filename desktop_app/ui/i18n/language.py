"""The language of the window: chosen at start and applied with Qt's translators; numbers and direction follow.

`qps` is a pseudo language for layout tests: every text has accents, is 40 % longer and runs from right to left.
The window does not offer it; SIGNMIRROR_LOOK__LANGUAGE=qps selects it.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.ui.i18n.pseudo import pseudo
from desktop_app.ui.i18n.translate import install_number_signs, install_translator

_log = logging.getLogger(__name__)
CONTEXT: Final = "SignMirror"
PSEUDO: Final = "qps"
LANGUAGES: Final = {"en": QLocale.Language.English, "fr": QLocale.Language.French}

_installed: list[QTranslator] = []


def translations_dir() -> Path:
    """The folder of the translation catalogues."""
    return paths.assets_dir() / "translations"


def system_locale() -> QLocale:
    """The locale of the desktop."""
    return QLocale.system()


def resolve_language(choice: str) -> str:
    """The code of a language; `system` is the first available one of the desktop's languages, else English."""
    if choice != "system":
        return choice
    wanted = (QLocale(name).language() for name in system_locale().uiLanguages())
    known = {language: code for code, language in LANGUAGES.items()}
    return next((known[language] for language in wanted if language in known), "en")


def apply_language(app: QApplication, choice: str) -> str:
    """Apply a language and return its code.

    Widgets that exist already keep their texts, so call it before the window is built.
    """
    code = resolve_language(choice)
    while _installed:
        app.removeTranslator(_installed.pop())
    locale = _locale(code)
    QLocale.setDefault(locale)
    install_number_signs(locale.decimalPoint(), "\N{NARROW NO-BREAK SPACE}%" if code == "fr" else "%")
    if code == PSEUDO:
        install_translator(pseudo)
    else:
        if code != "en":
            _install(app, f"qtbase_{code}", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))
            _install(app, f"signmirror_{code}", translations_dir())
        install_translator(_translated)
    # Qt sets the direction with the translators it knows, and it does not know the pseudo language.
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if code == PSEUDO else locale.textDirection())
    return code


def _translated(text: str) -> str:
    return QApplication.translate(CONTEXT, text)


def _locale(code: str) -> QLocale:
    """The system's own form of the language (Canadian French), else the language's usual one."""
    system = system_locale()
    language = LANGUAGES.get(code, QLocale.Language.English)
    return system if system.language() == language else QLocale(language)


def _install(app: QApplication, name: str, folder: Path) -> None:
    translator = QTranslator(app)
    if translator.load(name, str(folder)):
        app.installTranslator(translator)
        _installed.append(translator)
    else:  # these texts stay in English
        _log.warning("There is no catalogue %s in %s", name, folder.name)
