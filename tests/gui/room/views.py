"""What the room may be shown, made up, and a walk through everything a window tells of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from netmoede_desktop.domain.privacy.room_text import RoomText
from netmoede_desktop.services.room.audience import (
    AudienceAgreement,
    AudiencePause,
    AudiencePhase,
    AudienceSeat,
    AudienceSeatState,
    AudienceStep,
    AudienceView,
    Scene,
    Shape,
)

_TEXTS = tuple(
    kind for kind in QAccessible.Text if kind not in (QAccessible.Text.UserText, QAccessible.Text.DebugDescription)
)

VIEW = AudienceView(
    scene=Scene.TABLE,
    phases=(
        AudiencePhase("Velkomst", AudienceStep.PAST),
        AudiencePhase("Sådan er det nu", AudienceStep.NOW),
        AudiencePhase("Sådan kan det blive", AudienceStep.AHEAD),
        AudiencePhase("Det aftaler vi", AudienceStep.AHEAD),
        AudiencePhase("Tak for i dag", AudienceStep.AHEAD),
    ),
    child="Mikkel",
    question="Hvordan ser det ud lige nu? Hvad går godt for Mikkel?",
    speaker="Kirsten",
    reader="",
    then=("Jonas", "Hanne"),
    seats=(
        AudienceSeat("Mikkel", Shape.ROUND, AudienceSeatState.DONE),
        AudienceSeat("Lone", Shape.ROUND, AudienceSeatState.DONE),
        AudienceSeat("Kirsten", Shape.ROUND, AudienceSeatState.SPEAKING),
        AudienceSeat("Jonas", Shape.ROUND, AudienceSeatState.WAITING),
        AudienceSeat("Hanne", Shape.SQUARE, AudienceSeatState.WAITING),
        AudienceSeat("Maja", Shape.DASHED, AudienceSeatState.QUIET),
    ),
    board=(),
    agreements=(),
    reading=None,
    pause=None,
    next_meeting=None,
    next_meeting_at=None,
    no_next_meeting=False,
    pause_at=time(17, 0),
    ends_at=time(18, 0),
)

AGREEMENT = AudienceAgreement(
    2,
    RoomText("Kirsten henter Mikkel fast om onsdagen"),
    "Kirsten",
    date(2026, 12, 2),
    None,
    RoomText("Mikkel ved, hvem der kommer"),
    agreed=True,
)

VIEWS = {
    Scene.WELCOME: replace(VIEW, scene=Scene.WELCOME, question="Velkommen. Én taler ad gangen.", speaker="", then=()),
    Scene.TABLE: VIEW,
    Scene.BOARD: replace(
        VIEW, scene=Scene.BOARD, question="Det har vi hørt", speaker="", board=(RoomText("Mikkel sover bedst hjemme"),)
    ),
    Scene.AGREEMENTS: replace(
        VIEW, scene=Scene.AGREEMENTS, question="Hvem gør hvad?", speaker="", agreements=(AGREEMENT,)
    ),
    Scene.READING: replace(VIEW, scene=Scene.READING, question="", speaker="", reading=AGREEMENT),
    Scene.NEXT_MEETING: replace(
        VIEW,
        scene=Scene.NEXT_MEETING,
        question="Hvornår ses vi igen?",
        speaker="",
        then=(),
        next_meeting=date(2027, 1, 19),
        next_meeting_at=time(16, 0),
    ),
    Scene.PAUSE: replace(VIEW, scene=Scene.PAUSE, question="", speaker="", pause=AudiencePause(time(17, 10))),
    Scene.THANKS: replace(
        VIEW,
        scene=Scene.THANKS,
        question="",
        speaker="",
        then=(),
        next_meeting=date(2027, 1, 19),
        next_meeting_at=time(16, 0),
    ),
}


def told(window: QWidget) -> list[str]:
    """Everything a window tells: the texts and names of its widgets, and what a screen reader can ask for."""
    widgets = [window, *window.findChildren(QWidget)]
    texts = [
        str(value)
        for widget in widgets
        for name in (
            "text",
            "title",
            "placeholderText",
            "plainText",
            "windowTitle",
            "toolTip",
            "statusTip",
            "whatsThis",
            "accessibleName",
            "accessibleDescription",
            "objectName",
            "windowFilePath",
            "windowIconText",
        )
        if isinstance(value := widget.property(name), str)
    ]
    own = [widget.property(bytes(name.data()).decode()) for widget in widgets for name in widget.dynamicPropertyNames()]
    texts += [value for value in own if isinstance(value, str)]
    return [text for text in (*texts, *heard(QAccessible.queryAccessibleInterface(window))) if text]


def heard(interface: QAccessibleInterface) -> Iterator[str]:
    """Every text of an accessible thing and of all that is in it."""
    for kind in _TEXTS:
        yield interface.text(kind)
    value = interface.valueInterface()
    if value is not None:
        yield str(value.currentValue())
    text = interface.textInterface()
    if text is not None:
        yield text.text(0, text.characterCount())
    for number in range(interface.childCount()):
        yield from heard(interface.child(number))
