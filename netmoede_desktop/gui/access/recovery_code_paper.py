"""The recovery code on a sheet of its own. Imported when it is printed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from netmoede_desktop.gui.theme.fonts import FAMILIES
from netmoede_desktop.localization.catalogue import Translator

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MARGIN_MM = 25.0
_FIRST_ROW = 4


def print_code(code: str, printer: "QPrinter", t: Translator) -> bool:
    """Print the sheet, which holds the code, its purpose and no name. Return False if the printer refused it."""
    from PySide6.QtGui import QPageLayout, QPageSize  # the names of all papers there are: dear, and only for this

    paper = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
        QPageLayout.Unit.Millimeter,
    )
    printer.setPageLayout(paper)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    groups = code.split("-")
    lines = (
        (t.gettext("Gendannelseskode til Netværksmøde"), 20, True),
        (" – ".join(groups[:_FIRST_ROW]), 28, True),
        (" – ".join(groups[_FIRST_ROW:]), 28, True),
        (t.gettext("Koden åbner det hele, hvis adgangssætningen er glemt. Der er ingen anden vej ind."), 12, False),
        (t.gettext("Læg papiret et sikkert sted, men ikke ved computeren."), 12, False),
    )
    area = QRectF(painter.viewport())
    top = 0.0
    for text, points, bold in lines:
        painter.setFont(_font(points, bold=bold))
        room = QRectF(0, top, area.width(), area.height() - top)
        used = painter.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, text)
        top = used.bottom() + used.height() / 2
    return painter.end()


def _font(points: int, *, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSize(points)
    font.setBold(bold)
    return font
