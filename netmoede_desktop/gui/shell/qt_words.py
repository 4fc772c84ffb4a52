"""Translations of Qt's own texts: in file and print dialogs, in the context menu of a field, on buttons."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from netmoede_desktop.localization.catalogue import SOURCE_LANGUAGE

_OWN = "en"
_NAME = "netmoede-qt-words"
#: What Qt's own Danish has not got, as (who says it, in which words), and what the program calls otherwise.
_MISSING: Mapping[tuple[str, str], str] = {
    ("QFileDialog", "&Look in:"): "&Kig i:",
    ("QFileDialog", "Files of &type:"): "Filer af &type:",
    ("QLineEdit", "&Redo"): "&Gendan",
    ("QWidgetTextControl", "&Redo"): "&Gendan",
    ("QPrintSettingsOutput", "Double Sided Printing"): "Udskriv på begge sider",
    ("QPrintSettingsOutput", "Off"): "Nej",
    ("QPrintSettingsOutput", "Long side binding"): "Vend om den lange kant",
    ("QPrintSettingsOutput", "Short side binding"): "Vend om den korte kant",
    ("QPrintSettingsOutput", "Page &Set:"): "&Hvilke sider:",
    ("QPageSetupWidget", "Page &order:"): "&Rækkefølge:",
    ("QPageSetupWidget", "Pages &per sheet:"): "&Sider pr. ark:",
    ("QCupsJobWidget", "Job &priority:"): "&Prioritet:",
    ("QCupsJobWidget", "Scheduled &printing:"): "&Udskriv senere:",
    ("QCupsJobWidget", "&Billing information:"): "&Betaling:",
    ("QCupsJobWidget", "&Start:"): "&Forside:",
    ("QCupsJobWidget", "&End:"): "&Bagside:",
}


class _MissingWords(QTranslator):
    """The texts above; asked before Qt's own translator, which answers for the rest."""

    def isEmpty(self) -> bool:  # noqa: N802
        """Return False: it has texts, though no file was loaded."""
        return False

    # None lets the next translator answer; what else Qt tells, how many there are, changes none of these words.
    def translate(self, context: str, source: str, *_: object) -> str | None:
        """Return the translation, or None to let the next translator answer."""
        return _MISSING.get((context, source))


def install_qt_translations(language: str) -> None:
    """Install translators for Qt's own texts: English for "en", Danish for every other language.

    Reads a file of some hundred kilobytes, so call it after the first window has been painted.
    """
    app = QCoreApplication.instance()
    if app is None:
        return
    for old in app.findChildren(QTranslator, _NAME):
        QCoreApplication.removeTranslator(old)
        old.deleteLater()
        old.setObjectName("")
    if language == _OWN:
        return
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{SOURCE_LANGUAGE}", folder):
        _install(translator)
    _install(_MissingWords(app))


def _install(translator: QTranslator) -> None:
    translator.setObjectName(_NAME)
    QCoreApplication.installTranslator(translator)
