"""The registry of papers: which there are, in which formats, and how to get one. Renderers load when needed."""

from enum import StrEnum
from typing import assert_never

from netmoede_desktop.documents.content.blocks import Document
from netmoede_desktop.documents.content.stamp import Stamp
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.catalogue import Translator


class Kind(StrEnum):
    """The kind of a paper; the values are the words of the command line."""

    MINUTES = "referat"
    AGREEMENTS = "aftaler"
    CALENDAR = "kalender"


class Format(StrEnum):
    """In which form; the values are the words of the command line and the endings of the files."""

    PDF = "pdf"
    DOCX = "docx"
    JSON = "json"
    ICS = "ics"


#: The formats each paper comes in, the usual one first (README.md, *The command line*).
FORMATS = {
    Kind.MINUTES: (Format.PDF, Format.DOCX, Format.JSON),
    Kind.AGREEMENTS: (Format.PDF,),
    Kind.CALENDAR: (Format.ICS,),
}


class PaperProblem(Exception):
    """A paper that cannot be made: `code` is `no_such_format` or `no_follow_up`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def render(
    kind: Kind,
    format: Format,  # noqa: A002
    record: MeetingRecord,
    *,
    meeting_id: str,
    t: Translator,
    stamp: Stamp | None = None,
) -> bytes:
    """Return a paper of the meeting as the bytes of its file; the same meeting gives the same bytes.

    `meeting_id` is the store's id of the meeting; it goes, as a digest, into a calendar entry and nowhere else. `stamp`
    is that of an approved version; it is on every page of a format with pages.
    Raises `PaperProblem`: `no_such_format` for a pair that is not in `FORMATS`, `no_follow_up` for a calendar entry
    of a meeting without a next one.
    """
    if format not in FORMATS[kind]:
        raise PaperProblem("no_such_format")
    match kind:
        case Kind.MINUTES:
            return _minutes(format, record, t, stamp)
        case Kind.AGREEMENTS:
            with one_at_a_time:
                from netmoede_desktop.documents.render.pdf import to_pdf

            return to_pdf(content_of(kind, record, t, stamp))
        case Kind.CALENDAR:
            return _calendar(record, meeting_id, t)
        case _:
            assert_never(kind)


def content_of(kind: Kind, record: MeetingRecord, t: Translator, stamp: Stamp | None = None) -> Document:
    """Return the content of a paper with pages. Raises `PaperProblem`: `no_such_format` for one without."""
    with one_at_a_time:
        from netmoede_desktop.documents.content.agreements.aftaler import aftaler
        from netmoede_desktop.documents.content.minutes.referat import referat
    match kind:
        case Kind.MINUTES:
            return referat(record, t, stamp)
        case Kind.AGREEMENTS:
            return aftaler(record, t, stamp)
        case Kind.CALENDAR:
            raise PaperProblem("no_such_format")
        case _:
            assert_never(kind)


def _minutes(format: Format, record: MeetingRecord, t: Translator, stamp: Stamp | None) -> bytes:  # noqa: A002
    if format is Format.JSON:
        with one_at_a_time:
            from netmoede_desktop.documents.formats import meeting_json

        return meeting_json(record).encode()
    content = content_of(Kind.MINUTES, record, t, stamp)
    if format is Format.DOCX:
        with one_at_a_time:
            from netmoede_desktop.documents.render.docx import to_docx

        return to_docx(content)
    with one_at_a_time:
        from netmoede_desktop.documents.render.pdf import to_pdf

    return to_pdf(content)


def _calendar(record: MeetingRecord, meeting_id: str, t: Translator) -> bytes:
    with one_at_a_time:
        from netmoede_desktop.documents.calendar import NoFollowUp, calendar_entry

    try:
        return calendar_entry(record, meeting_id, t)
    except NoFollowUp:
        raise PaperProblem(NoFollowUp.code) from None
