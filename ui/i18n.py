"""Words of Qt itself in German, and translations of ours where there are any."""

import importlib.resources
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


def install(app: QApplication) -> None:
    """Make German the language of dialogs, buttons and formats."""
    QLocale.setDefault(GERMAN)
    ours = Path(str(importlib.resources.files("resources"))) / "i18n"
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for name, folder in (("qtbase_de", qt), ("kundenradar_de", ours)):
        translator = QTranslator(app)
        if translator.load(name, str(folder)):
            app.installTranslator(translator)
