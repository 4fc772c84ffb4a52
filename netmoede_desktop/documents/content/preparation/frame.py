"""The common frame of the papers before a meeting: title, whose it is and the day it was made, and the page line."""

from netmoede_desktop.documents.content.blocks import Block, Document, PageMark
from netmoede_desktop.documents.content.clean import one_line
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import long_date

#: The code of a language as a PDF names it, where that is not the code itself.
_LANGUAGES = {"da": "da-DK", "en": "en-GB"}


def preparation_paper(
    meeting: PreparedMeeting,
    t: Translator,
    title: str,
    blocks: tuple[Block, ...],
    *,
    foot: str = "",
    large: bool = False,
) -> Document:
    """Put blocks under the head of a paper before a meeting; `foot` is printed on every page in place of the usual."""
    confidential = t.gettext("Fortroligt · indeholder personoplysninger")
    return Document(
        title=title,
        language=language_tag(t),
        confidential=confidential,
        subtitle=_subtitle(meeting, t),
        blocks=blocks,
        mark=PageMark(foot or confidential, t.gettext("Side {page} af {pages}")),
        large=large,
        goes_on=t.gettext("{heading} – fortsat"),
        day=meeting.made,
    )


def language_tag(t: Translator) -> str:
    """The language of a paper as its file names it: `da-DK`."""
    return _LANGUAGES.get(t.language, t.language)


def _subtitle(meeting: PreparedMeeting, t: Translator) -> str:
    parts = (
        one_line(meeting.plan.child),
        t.gettext("sag {reference}").format(reference=one_line(meeting.plan.case_reference)),
        t.gettext("lavet {date}").format(date=long_date(meeting.made, t)),
    )
    return " · ".join(part for part in parts if part)
