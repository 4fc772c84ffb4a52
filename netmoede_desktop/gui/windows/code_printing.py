"""A recovery code onto paper, on the first printer there is; how it went is said on the page that shows the code."""

from netmoede_desktop.gui.dialogs import Dialogs
from netmoede_desktop.gui.pages.entry.code_paper import print_code
from netmoede_desktop.gui.pages.entry.recovery_code import ShowCodePage
from netmoede_desktop.gui.widgets.notices import NoticeKind
from netmoede_desktop.localization.catalogue import Translator


def print_on_first(names: tuple[str, ...], dialogs: Dialogs, page: ShowCodePage, code: str, t: Translator) -> None:
    """Print the code on the first of these printers, once the user has seen what it can do; loads all that prints."""
    if not names:
        page.tell(t.gettext("Der er ingen printer til denne computer. Skriv koden af i hånden."), NoticeKind.INFO)
        return
    printer = dialogs.printer(names[0])
    if not dialogs.adjust(page, printer):
        return
    if print_code(code, printer, t):
        page.tell(t.gettext("Koden er sendt til printeren. Hent papiret, før du går videre."), NoticeKind.DONE)
    else:
        sentence = t.gettext("Printeren tog den ikke. Prøv igen, eller skriv koden af i hånden.")
        page.tell(sentence, NoticeKind.ATTENTION)
