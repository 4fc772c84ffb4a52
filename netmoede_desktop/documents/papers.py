"""The one door to the papers: the list of them, the title and purpose of each, and how to get one.

A paper is one entry here; the command line, the windows and the demo read it. Little is loaded with it, since the help
of the command line reads it too: what a paper says, and what writes it, is loaded when it is made.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.catalogue import SOURCE_LANGUAGE, Translator, translatable

if TYPE_CHECKING:
    from netmoede_desktop.documents.content.blocks import Document
    from netmoede_desktop.documents.content.stamp import Stamp
    from netmoede_desktop.domain.minutes.record import MeetingRecord
    from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting

#: The facts that a paper is made of.
F = TypeVar("F")
#: A paper of some facts.
P = TypeVar("P", bound="Paper[Any]")


class Format(StrEnum):
    """In which form, the usual one first; the values are the words of the command line and the endings of the files."""

    PDF = "pdf"
    DOCX = "docx"
    JSON = "json"
    ICS = "ics"


class Variant(StrEnum):
    """An edition of a paper for a kind of reader; the values are the words of the command line."""

    ADULT = "voksen"
    CHILD = "barn"
    EASY = "let"
    PROFESSIONAL = "fagperson"
    INTERPRETER = "tolk"
    FOOD = "mad"


class PaperProblem(Exception):
    """A paper that cannot be made.

    `code` is `no_such_format`, what `Paper.refuses` says of a choice, or what its `obstacle` says of the facts.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """How a paper is wanted; as it comes by itself, everybody's in one file, where nothing is chosen.

    `person` is the id of the one it is for, "" for everybody's; `language` is a code of `Paper.languages`; `large` asks
    for large type.
    """

    person: str = ""
    language: str = SOURCE_LANGUAGE
    variant: Variant | None = None
    large: bool = False


@dataclass(frozen=True, slots=True)
class PaperContext:
    """The making of a paper besides its facts: the language, the stamp of an approved version, the meeting's id.

    `choice` says how it is wanted.
    """

    t: Translator
    stamp: "Stamp | None" = None
    meeting_id: str = ""
    choice: PaperChoice = field(default=PaperChoice())


@dataclass(frozen=True, slots=True)
class PaperForm(Generic[F]):
    """A paper in one format.

    `title` and `purpose` are Danish sentences to translate, for who chooses a file; a form without a purpose is not
    offered in the windows. `played` says that the demo writes it, under the paper's file name or its own `file_name`.
    `make` is for a file without pages; the others are made of the paper's content.
    """

    format: Format
    title: str = ""
    purpose: str = ""
    played: bool = True
    file_name: str = ""
    make: Callable[[F, PaperContext], bytes] | None = None


def _none(_: object) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Paper(Generic[F]):
    """A paper that is made of facts of one type.

    `kind` is the word of the command line and of the log; `file_name` begins the names of its files and tells nothing
    about anybody. `content` is what the pages say, None for a paper without pages. `printed` offers its PDF for
    printing, so it must never meet an obstacle; `for_all` suggests a copy for everyone who gets the referat, else one.
    `obstacle` returns the code of why the paper cannot be made of some facts, "" where it can.
    What can be chosen of it: its `languages` (codes), its `variants`, whether it comes `for_one` person, and whether it
    comes in `large` type.
    """

    kind: str
    file_name: str
    forms: "tuple[PaperForm[F], ...]"
    content: "Callable[[F, PaperContext], Document] | None" = None
    printed: bool = False
    for_all: bool = True
    obstacle: Callable[[F], str] = _none
    languages: tuple[str, ...] = (SOURCE_LANGUAGE,)
    variants: tuple[Variant, ...] = ()
    for_one: bool = False
    large: bool = False

    @property
    def title(self) -> str:
        """The name of the paper: a Danish word to translate."""
        return self.forms[0].title

    @property
    def formats(self) -> tuple[Format, ...]:
        """The formats it comes in, the usual one first."""
        return tuple(form.format for form in self.forms)

    def played_as(self, form: PaperForm[F]) -> str:
        """The name of the file that the demo writes, such as `referat.pdf`."""
        return f"{form.file_name or self.file_name}.{form.format}"

    def form(self, format: Format) -> PaperForm[F]:  # noqa: A002
        """Return the paper in a format. Raises `PaperProblem`: `no_such_format`."""
        for form in self.forms:
            if form.format is format:
                return form
        raise PaperProblem("no_such_format")

    def refuses(self, choice: PaperChoice) -> str:
        """Return the code of why the paper does not come as chosen, "" where it does.

        `no_such_language`, `no_such_variant`, `not_for_one`, `not_large`.
        """
        if choice.language not in self.languages:
            return "no_such_language"
        if choice.variant is not None and choice.variant not in self.variants:
            return "no_such_variant"
        if choice.person and not self.for_one:
            return "not_for_one"
        return "not_large" if choice.large and not self.large else ""


@dataclass(frozen=True, slots=True)
class MeetingPaper(Paper["MeetingRecord"]):
    """A paper of a meeting that is held: it needs the record of it, and is marked a draft before the end."""


@dataclass(frozen=True, slots=True)
class PreparationPaper(Paper["PreparedMeeting"]):
    """A paper before a meeting: it needs the plan, the facts beyond it, and the people of the sag."""


def render(
    paper: Paper[F],
    format: Format,  # noqa: A002
    facts: F,
    *,
    t: Translator,
    meeting_id: str = "",
    stamp: "Stamp | None" = None,
    choice: PaperChoice | None = None,
) -> bytes:
    """Return a paper as the bytes of its file; the same facts and the same choice give the same bytes.

    `meeting_id` is the store's id of the meeting; it goes, as a digest, into a calendar entry and nowhere else. `stamp`
    is that of an approved version; it is printed on every page of a paper with pages. `choice` says how it is wanted;
    where it is given, `t` speaks its language.
    Raises `PaperProblem`: `no_such_format` for a format it does not come in, the code of `Paper.refuses` for another
    choice, or the code of its obstacle.
    """
    form = paper.form(format)
    wanted = PaperChoice() if choice is None else choice
    problem = paper.refuses(wanted) or paper.obstacle(facts)
    if problem:
        raise PaperProblem(problem)
    if form.make is not None:
        return form.make(facts, PaperContext(t, stamp, meeting_id, wanted))
    content = content_of(paper, facts, t, stamp, wanted)
    if format is Format.DOCX:
        with one_at_a_time:
            from netmoede_desktop.documents.render.docx import to_docx

        return to_docx(content)
    with one_at_a_time:
        from netmoede_desktop.documents.render.pdf import to_pdf

    return to_pdf(content)


def content_of(
    paper: Paper[F], facts: F, t: Translator, stamp: "Stamp | None" = None, choice: PaperChoice | None = None
) -> "Document":
    """Return what a paper with pages says. Raises `PaperProblem`: `no_such_format` for one without."""
    if paper.content is None:
        raise PaperProblem("no_such_format")
    return paper.content(facts, PaperContext(t, stamp, choice=PaperChoice() if choice is None else choice))


def forms_of(papers: Iterable[P]) -> tuple[tuple[P, PaperForm[Any]], ...]:
    """Return papers in all their formats: first all as PDF, then all as Word, and so on."""
    both = ((paper, form) for paper in papers for form in paper.forms)
    return tuple(sorted(both, key=lambda one: tuple(Format).index(one[1].format)))


def _minutes(record: "MeetingRecord", context: PaperContext) -> "Document":
    with one_at_a_time:
        from netmoede_desktop.documents.content.minutes.referat import referat

    return referat(record, context.t, context.stamp)


def _meeting_json(record: "MeetingRecord", _: PaperContext) -> bytes:
    with one_at_a_time:
        from netmoede_desktop.documents.formats import meeting_json

    return meeting_json(record).encode()


def _agreements(record: "MeetingRecord", context: PaperContext) -> "Document":
    with one_at_a_time:
        from netmoede_desktop.documents.content.agreements.aftaler import aftaler

    return aftaler(record, context.t, context.stamp)


def _calendar(record: "MeetingRecord", context: PaperContext) -> bytes:
    with one_at_a_time:
        from netmoede_desktop.documents.calendar import calendar_entry

    return calendar_entry(record, context.meeting_id, context.t)


def _no_follow_up(record: "MeetingRecord") -> str:
    begun_without = record.started is not None and (record.follow_up is None or record.follow_up.at is None)
    return "no_follow_up" if begun_without else ""


def _network_map(meeting: "PreparedMeeting", context: PaperContext) -> "Document":
    with one_at_a_time:
        from netmoede_desktop.documents.content.preparation.netvaerkskort import netvaerkskort

    return netvaerkskort(meeting, context.t, context.choice)


def _made_before(kind: str) -> "Callable[[PreparedMeeting, PaperContext], Document]":
    def content(meeting: "PreparedMeeting", context: PaperContext) -> "Document":
        with one_at_a_time:
            from netmoede_desktop.documents.content.preparation.makers import MAKERS

        return MAKERS[kind](meeting, context)

    return content


def _risk_not_assessed(meeting: "PreparedMeeting") -> str:
    return "risk_not_assessed" if meeting.known.case.closed_to_network(meeting.made) else ""


MINUTES = MeetingPaper(
    kind="referat",
    file_name="referat",
    forms=(
        PaperForm(Format.PDF, translatable("Referat"), translatable("PDF til journalen og til deltagerne")),
        PaperForm(
            Format.DOCX, translatable("Referat til Word"), translatable("Kan rettes i et skriveprogram"), played=False
        ),
        PaperForm(Format.JSON, file_name="meeting", make=_meeting_json),
    ),
    content=_minutes,
    printed=True,
)

AGREEMENTS = MeetingPaper(
    kind="aftaler",
    file_name="aftaler",
    forms=(PaperForm(Format.PDF, translatable("Aftaleoversigt"), translatable("PDF i stor skrift")),),
    content=_agreements,
    printed=True,
)

CALENDAR = MeetingPaper(
    kind="kalender",
    file_name="naeste-moede",
    forms=(
        PaperForm(Format.ICS, translatable("Næste møde"), translatable("Til en kalender, uden navne"), make=_calendar),
    ),
    obstacle=_no_follow_up,
)

_READERS = (Variant.ADULT, Variant.CHILD, Variant.EASY, Variant.PROFESSIONAL)

INVITATION = PreparationPaper(
    kind="invitation",
    file_name="invitation",
    forms=(PaperForm(Format.PDF, translatable("Invitation"), translatable("Et brev til hver, med pjece")),),
    content=_made_before("invitation"),
    for_all=False,
    obstacle=_risk_not_assessed,
    languages=(SOURCE_LANGUAGE, "en"),
    variants=_READERS,
    for_one=True,
    large=True,
)

LEAFLET = PreparationPaper(
    kind="pjece",
    file_name="pjece",
    forms=(PaperForm(Format.PDF, translatable("Pjece"), translatable("Hvad er et netværksmøde?")),),
    content=_made_before("pjece"),
    for_all=False,
    languages=(SOURCE_LANGUAGE, "en"),
    variants=_READERS,
    large=True,
)

AGENDA = PreparationPaper(
    kind="dagsorden",
    file_name="dagsorden",
    forms=(PaperForm(Format.PDF, translatable("Dagsorden"), translatable("Tid, sted, deltagere og punkter")),),
    content=_made_before("dagsorden"),
    for_all=False,
    languages=(SOURCE_LANGUAGE, "en"),
    large=True,
)

SCRIPT = PreparationPaper(
    kind="drejebog",
    file_name="drejebog",
    forms=(PaperForm(Format.PDF, translatable("Drejebog"), translatable("Til mødelederen, en side til hver runde")),),
    content=_made_before("drejebog"),
    for_all=False,
    languages=(SOURCE_LANGUAGE, "en"),
)

CONSENT = PreparationPaper(
    kind="samtykke",
    file_name="samtykke",
    forms=(PaperForm(Format.PDF, translatable("Samtykke"), translatable("Et ark til hver forælder")),),
    content=_made_before("samtykke"),
    for_all=False,
    languages=(SOURCE_LANGUAGE, "en"),
    for_one=True,
    large=True,
)

NETWORK_MAP = PreparationPaper(
    kind="netvaerkskort",
    file_name="netvaerkskort",
    forms=(PaperForm(Format.PDF, translatable("Netværkskort"), translatable("Kortet og listen, uden adresser")),),
    content=_network_map,
    for_all=False,
    obstacle=_risk_not_assessed,
    languages=(SOURCE_LANGUAGE, "en"),
    variants=(Variant.ADULT, Variant.CHILD),
)

#: The papers of a meeting that is held, the most important first.
MEETING_PAPERS: tuple[MeetingPaper, ...] = (MINUTES, AGREEMENTS, CALENDAR)

#: The papers before a meeting, in the order they are needed.
PREPARATION_PAPERS: tuple[PreparationPaper, ...] = (INVITATION, LEAFLET, AGENDA, CONSENT, NETWORK_MAP, SCRIPT)

#: All that the command line knows.
PAPERS: tuple[MeetingPaper | PreparationPaper, ...] = (*MEETING_PAPERS, *PREPARATION_PAPERS)


def paper_of(kind: str) -> MeetingPaper | PreparationPaper:
    """Return the paper with that word; its class says which facts it needs. Raises KeyError."""
    return {paper.kind: paper for paper in PAPERS}[kind]
