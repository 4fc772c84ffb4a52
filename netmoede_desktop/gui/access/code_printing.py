"""Print a recovery code on the first printer found, and report the result on the page that shows the code."""

from dataclasses import dataclass

from netmoede_desktop.gui.access.recovery_code import ShowCodePage
from netmoede_desktop.gui.access.recovery_code_paper import print_code
from netmoede_desktop.gui.desk.dialogs import Dialogs
from netmoede_desktop.gui.kit.paper.printing import file_of
from netmoede_desktop.gui.kit.text.notices import NoticeKind
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.place_wording import place_sentence
from netmoede_desktop.services.files.files_out import FilesOut, PlaceRefused


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
