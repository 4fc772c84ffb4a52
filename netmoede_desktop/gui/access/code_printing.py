"""The recovery code on a sheet of its own, from the first printer found. Imported when it is printed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from netmoede_desktop.gui.access.recovery_code import ShowCodePage
from netmoede_desktop.gui.desk.dialogs import Dialogs
from netmoede_desktop.gui.kit.paper.printing import file_of
from netmoede_desktop.gui.kit.text.notices import NoticeKind
from netmoede_desktop.gui.theme.fonts import FAMILIES
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.place_wording import place_sentence
from netmoede_desktop.services.files.files_out import FilesOut, PlaceRefused

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MARGIN_MM = 25.0
_FIRST_ROW = 4


@dataclass(frozen=True, slots=True)
class CodePlace:
    """The folder guard for a printer that writes a file, and the language of the sheet."""

    door: FilesOut
    t: Translator


def print_on_first(names: tuple[str, ...], dialogs: Dialogs, page: ShowCodePage, code: str, place: CodePlace) -> None:
    """Print the code on the first of these printers after the system's print dialog, and show the result on `page`."""
    t = place.t
    if not names:
        page.show_message(
            t.gettext("Der er ingen printer til denne computer. Skriv koden af i hånden."), NoticeKind.INFO
        )
        return
    printer = dialogs.printer(names[0])
    if not dialogs.adjust(page, printer):
        return
    try:
        with file_of(printer, place.door):
            printed = print_code(code, printer, t)
    except PlaceRefused as refused:
        page.show_message(place_sentence(refused.code, refused.name, t), NoticeKind.ATTENTION)
        return
    except OSError:
        printed = False
    if printed:
        page.show_message(t.gettext("Koden er sendt til printeren. Hent papiret, før du går videre."), NoticeKind.DONE)
    else:
        sentence = t.gettext("Printeren kunne ikke udskrive koden. Prøv igen, eller skriv den af i hånden.")
        page.show_message(sentence, NoticeKind.ATTENTION)


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
