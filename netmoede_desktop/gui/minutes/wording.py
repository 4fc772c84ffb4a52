"""Texts of the page of the referat: its sections, versions, files, printing, and protected addresses."""

from datetime import date, datetime
from typing import assert_never

from netmoede_desktop.documents.papers import MEETING_PAPERS, Format, MeetingPaper, PaperProblem, forms_of
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.gui.kit.paper.printing import PrintFailed
from netmoede_desktop.gui.minutes.out.offers import FileOffer, GoState
from netmoede_desktop.gui.wording.meeting_wording import joined
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import full_date, long_moment
from netmoede_desktop.localization.place_wording import place_sentence
from netmoede_desktop.localization.problem_wording import disk_full_sentence, problem_sentence
from netmoede_desktop.localization.quoting import between_marks
from netmoede_desktop.services.files.files_out import PlaceRefused
from netmoede_desktop.services.minutes.paper_check import PaperCheck
from netmoede_desktop.storage.problems import StorageProblem

#: Of the words found in a paper, so many are named.
_NAMED = 6


def protection_sentence(check: PaperCheck, t: Translator) -> str:
    """Return what may be told on the paper that must not be, and of whom; "" where there is nothing to protect."""
    said = [_unsaid_sentence(check, t), _address_sentence(check, t)]
    return " ".join(sentence for sentence in said if sentence)


def _unsaid_sentence(check: PaperCheck, t: Translator) -> str:
    if not check.unsaid:
        return ""
    named = joined([between_marks(words, t) for words in check.unsaid[:_NAMED]], t)
    sentence = t.gettext("Barnet har bedt om, at det ikke bliver sagt: {words}. Ret det, eller skriv, hvorfor.")
    return sentence.format(words=named)


def _address_sentence(check: PaperCheck, t: Translator) -> str:
    if not check.people:
        return ""
    who = t.ngettext("{names} har beskyttet adresse.", "{names} har beskyttede adresser.", len(check.people))
    said = who.format(names=joined(check.people, t))
    if not check.words:
        nothing = t.gettext("Papiret ser ikke ud til at røbe den. Kig selv efter, før du giver det videre.")
        return f"{said} {nothing}"
    words = [between_marks(word, t) for word in check.words[:_NAMED]]
    left = len(check.words) - len(words)
    named = joined(words, t) if not left else t.gettext("{words} og {n} til").format(words=", ".join(words), n=left)
    found = t.gettext("På papiret står: {words}. Ret det, eller skriv, hvorfor det må stå der.").format(words=named)
    return f"{said} {found}"


def version_line(number: int, code: str, approved: datetime, t: Translator) -> str:
    """`Version 1 · 7F3A-91C2 · godkendt 26. november 2026 kl. 18.05`; `approved` is local."""
    line = t.gettext("Version {number} · {code} · godkendt {moment}")
    return line.format(number=number, code=code, moment=long_moment(approved, t))


def approval_sentence(version: int | None, t: Translator) -> str:
    """Return the effect of approving; "" if it is approved."""
    if version is None:
        return ""
    sentence = t.gettext(
        "Når du godkender, låses referatet som version {version}. Retter du det senere, bliver det version {next}."
    )
    return sentence.format(version=version, next=version + 1)


def copies_sentence(recipients: int, t: Translator) -> str:
    """Why so many copies are suggested."""
    if recipients == 0:
        return t.gettext("Ingen af deltagerne er sat til at få referatet.")
    return t.ngettext(
        "{n} deltager får referatet: ét eksemplar er foreslået.",
        "{n} deltagere får referatet: ét eksemplar til hver er foreslået.",
        recipients,
    ).format(n=recipients)


def printed_so_far(done: int, pages: int, t: Translator) -> str:
    """How far the printing has come."""
    return t.gettext("Udskriver side {done} af {pages} …").format(done=done, pages=pages)


def printed_sentence(pages: int, t: Translator) -> str:
    """Return the number of pages printed, in words."""
    return t.ngettext("{n} side er sendt til printeren.", "{n} sider er sendt til printeren.", pages).format(n=pages)


def trouble_sentence(error: Exception, t: Translator) -> str:
    """Return the sentence on a failed export, with the remedy; "" for an unforeseen error."""
    match error:
        case StorageProblem():
            return problem_sentence(error.code, error.facts, t)
        case PrintFailed():
            return t.gettext(
                "Printeren kunne ikke udskrive. Referatet er her stadig. Se efter på printeren, og prøv igen."
            )
        case PaperProblem():
            return t.gettext("Papiret kan ikke laves: der er ikke aftalt et nyt møde.")
        case PlaceRefused():
            return place_sentence(error.code, error.name, t)
        case PermissionError():
            return t.gettext("Du har ikke lov til at skrive i den mappe. Intet er gemt. Vælg en anden mappe.")
        case OSError():
            full = disk_full_sentence(error, t)
            return full or t.gettext("Filen kunne ikke gemmes der. Intet er gemt. Vælg et andet sted.")
        case _:
            return ""


def file_offers(facts: MeetingRecord, t: Translator) -> tuple[FileOffer, ...]:
    """The papers that can be saved, in the order they are needed."""
    offered = [(paper, form) for paper, form in forms_of(MEETING_PAPERS) if form.purpose]
    return tuple(
        FileOffer(paper, form.format, t.gettext(form.title), t.gettext(form.purpose), _obstacle(paper, facts, t))
        for paper, form in offered
    )


def _obstacle(paper: MeetingPaper, facts: MeetingRecord, t: Translator) -> str:
    match paper.obstacle(facts):
        case "":
            return ""
        case "no_follow_up":
            return t.gettext("Der er ikke aftalt et nyt møde.")
        case code:
            raise ValueError(code)


def file_name(offer: FileOffer, day: date) -> str:
    """Return the proposed name of a file: the paper and the day, no name of a person."""
    return f"{offer.paper.file_name}-{day.isoformat()}.{offer.format.value}"


def file_kind(file_format: Format, t: Translator) -> str:
    """Return the name of a format in the choice of files."""
    match file_format:
        case Format.PDF:
            return "PDF"
        case Format.DOCX:
            return "Word"
        case Format.ICS:
            return t.gettext("Kalender")
        case Format.JSON:
            return "JSON"
        case _:
            assert_never(file_format)


def go_label(way: GoState, t: Translator) -> str:
    """Return the label of the big button."""
    if not way.at_hand:
        return t.gettext("Udskriv …") if way.approved else t.gettext("Godkend og udskriv …")
    if way.working or way.looking:
        return t.gettext("Vent lidt …")
    if not way.papers:
        return t.gettext("Gem som fil …") if way.approved else t.gettext("Godkend")
    printed = t.ngettext("Udskriv {n} papir", "Udskriv {n} papirer", way.papers)
    both = t.ngettext("Godkend og udskriv {n} papir", "Godkend og udskriv {n} papirer", way.papers)
    return (printed if way.approved else both).format(n=way.papers)


def check_answer(words: str, *, own: bool, newest: bool, t: Translator) -> str:
    """Which version a file is. `words` tell of it, "" where it is none; `own` is of the meeting that is open."""
    if not words:
        return t.gettext("Filen er ikke en af de godkendte versioner, eller den er ændret bagefter.")
    if not own:
        return t.gettext("Filen er uændret, men fra et andet møde: {version}.").format(version=words)
    if not newest:
        return t.gettext("Filen er uændret, men der er kommet en nyere: {version}.").format(version=words)
    return t.gettext("Filen er uændret og den nyeste: {version}.").format(version=words)


def held_line(facts: MeetingRecord, t: Translator) -> str:
    """Which meeting it is: `M-2026-014 · 1. møde · mandag 23. november 2026`."""
    line = t.gettext("{reference} · {number}. møde · {date}")
    day = full_date(facts.began, t)
    return line.format(reference=facts.case_reference, number=facts.number_in_series, date=day)
