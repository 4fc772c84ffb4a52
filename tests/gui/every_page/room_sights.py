"""What the room sees: every scene, the curtain for every reason, and the small picture of it all."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import time

from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.privacy.room_text import RoomText
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.room.audience_window import AudienceWindow
from netmoede_desktop.gui.room.preview import Preview
from netmoede_desktop.gui.room.projector import Projector
from netmoede_desktop.services.room.audience import AudiencePause, AudienceSeat, AudienceView, CurtainReason, Scene
from tests.gui.every_page.opened_meetings import CROWD
from tests.gui.every_page.staging import Sight, Stage, settle, take_away
from tests.gui.room.fake_screens import LAPTOP, PROJECTOR, FakeScreens
from tests.gui.room.views import AGREEMENT, VIEW, VIEWS


@contextmanager
def _room(stage: Stage, act: Callable[[AudienceWindow], object]) -> Iterator[QWidget]:
    window = AudienceWindow(stage.look, stage.t)
    window.resize(*stage.size)
    try:
        act(window)
        window.show()
        settle()
        yield window
    finally:
        take_away(window)


@contextmanager
def _preview(stage: Stage, reason: CurtainReason | None) -> Iterator[QWidget]:
    operator = QWidget()
    screens = FakeScreens(LAPTOP, PROJECTOR, operator=operator)
    projector = Projector(stage.look, stage.t, screens, operator)
    preview = Preview(stage.look, stage.t, projector)
    operator.setWindowTitle(stage.t.gettext("Mødet"))
    column = QVBoxLayout(operator)
    column.addWidget(Label(stage.t.gettext("Rummet"), Tone.HEADING))
    column.addWidget(preview)
    operator.resize(stage.look.px(320), stage.look.px(320))
    try:
        projector.show_view(VIEW)
        projector.open()
        if reason is not None:
            projector.set_reason(reason, True)
        operator.show()
        settle()
        yield operator
    finally:
        projector.close()
        take_away(operator)
        screens.deleteLater()


def _sight(name: str, act: Callable[[AudienceWindow], object]) -> Sight:
    def opened(stage: Stage) -> AbstractContextManager[QWidget]:
        return _room(stage, act)

    return Sight(f"room, {name}", opened)


def _shown(view: AudienceView) -> Callable[[AudienceWindow], object]:
    return lambda window: window.show_view(view)


def _behind(reason: CurtainReason) -> Callable[[AudienceWindow], object]:
    pause = AudiencePause(time(17, 10)) if reason is CurtainReason.PAUSE else None
    return lambda window: window.show_curtain(reason, pause)


def _only_screen(window: AudienceWindow) -> None:
    window.show_view(VIEW)
    window.set_only_screen(True)


_SEATS = tuple(
    AudienceSeat(person.called or person.name, seat.shape, seat.state)
    for person, seat in zip(CROWD, VIEW.seats * 4, strict=False)
)
_LONG = replace(VIEW, seats=_SEATS, speaker=_SEATS[3].name, then=(_SEATS[10].name, _SEATS[9].name))
_MANY = tuple(
    replace(AGREEMENT, number=number, text=RoomText("Kirsten henter Mikkel fast om onsdagen, også når der er ferie"))
    for number in range(1, 31)
)
_PLACE = RoomText("Kulturhuset, sal B, ved siden af det gamle mejeri og biblioteket")

ROOM_SIGHTS = (
    *(_sight(scene.value, _shown(view)) for scene, view in VIEWS.items()),
    _sight("no next meeting", _shown(replace(VIEWS[Scene.NEXT_MEETING], next_meeting=None, no_next_meeting=True))),
    _sight("the next meeting has a place", _shown(replace(VIEWS[Scene.NEXT_MEETING], next_meeting_place=_PLACE))),
    _sight("twenty people", _shown(_LONG)),
    _sight("thirty agreements", _shown(replace(VIEWS[Scene.AGREEMENTS], agreements=_MANY))),
    _sight("the only screen", _only_screen),
    *(_sight(f"curtain {reason.value}", _behind(reason)) for reason in CurtainReason),
    Sight("room, the preview", lambda stage: _preview(stage, None)),
)
