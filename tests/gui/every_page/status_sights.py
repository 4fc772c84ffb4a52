"""Going through what was agreed before: new words with what is understood of them, and an answer that was undone."""

from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.reading.status_page import StatusPage
from tests.gui.every_page.opened_meetings import CROWD, Meeting, sight
from tests.gui.meeting.rooms import Room, carried


def _status() -> Room:
    last_time = carried(("Hanne skriver til mor hver fredag om, hvordan ugen er gået", "hanne"))
    return Room(CROWD, method="din-o", carried=last_time).starts().enters("o3")


def _answers(meeting: Meeting, place: int) -> StatusPage:
    page = meeting.window.page
    assert isinstance(page, StatusPage)
    page.choices[place].click()
    return page


def _changes(meeting: Meeting) -> None:
    page = _answers(meeting, 3)
    page.words.set_text("Peter og Lone ringer til skolen hver mandag fra 7/12 senest 29/1")
    assert page.question.isVisible() and page.understood.isVisible()


def _takes_back(meeting: Meeting) -> None:
    _answers(meeting, 0)
    meeting.press(Action.UNDO)


STATUS_SIGHTS = (
    sight("new words for what changes", _status, _changes),
    sight("an answer that was taken back", _status, _takes_back),
)
