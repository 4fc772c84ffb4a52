"""What Qt itself says: in its file dialog where the system has none, in the menu of a field, on its buttons."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from netmoede_desktop.localization.catalogue import SOURCE_LANGUAGE

_OWN = "en"
_NAME = "netmoede-qt-words"


def let_qt_speak(language: str) -> None:
    """Let Qt say its own words in English or, as the windows do for every other language they do not know, in Danish.

    Reads a file of some hundred kilobytes, so it is done when the first window has been painted.
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
    translator.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{SOURCE_LANGUAGE}", folder):
        QCoreApplication.installTranslator(translator)
