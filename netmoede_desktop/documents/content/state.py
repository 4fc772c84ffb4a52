"""The state of a paper, in the words at the head and the foot of its pages."""

from netmoede_desktop.documents.content.stamp import Stamp
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.localization.catalogue import Translator


def state_word(record: MeetingRecord, stamp: Stamp | None, t: Translator) -> str:
    """`Udkast` while the meeting goes on, `Ikke godkendt` until it is approved, "" for an approved one."""
    if not record.finished:
        return t.gettext("Udkast")
    return t.gettext("Ikke godkendt") if stamp is None else ""
