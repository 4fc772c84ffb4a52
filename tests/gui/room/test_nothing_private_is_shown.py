"""In no moment does the room's window hold or paint a private word: texts, what a screen reader is told, pixels."""

import dataclasses
import random
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.domain.privacy.room_text import RoomText
from netmoede_desktop.gui.room.audience_window import AudienceWindow
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.room.audience import AudienceView, CurtainReason, Scene
from netmoede_desktop.services.room.audience_view import audience_share, audience_view
from tests.gui.room.views import VIEW, told
from tests.services.room.canary_meetings import (
    CANARY,
    CPR,
    MAIL,
    PHONE,
    PLACE,
    REFERENCE,
    STREET,
    CanaryMeeting,
    canary_meetings,
)

#: Other private words in the place of each: the room may not be able to tell.
OTHERS = {
    CANARY: "solsik",
    CANARY.capitalize(): "Solsik",
    REFERENCE: "Zb-9023-11",
    CPR: "311299-7788",
    PHONE: "50 41 32 20",
    MAIL: "ofbel@solsik.dk",
    STREET: "Solsikvej 12",
    PLACE: "Solsikhuset",
}


@pytest.fixture
def window(qtbot: QtBot, look: Look, t: Translator) -> Iterator[AudienceWindow]:
    """The room's window."""
    yield made(qtbot, AudienceWindow(look, t))


def made(qtbot: QtBot, window: AudienceWindow) -> AudienceWindow:
    qtbot.addWidget(window)
    window.resize(640, 360)
    window.show()
    return window


def moments(seeds: range, count: int) -> Iterator[tuple[CanaryMeeting, AudienceView]]:
    """Moments of meetings full of secrets, each with one of the things the room can be shown then."""
    for seed in seeds:
        chance = random.Random(seed)
        for meeting in canary_meetings(seed, count):
            yield meeting, view_of(meeting.state, chance.choice((0, 0, 1, 2)))


def view_of(state: MeetingState, choice: int) -> AudienceView:
    number = next(iter(state.capture.agreements), None) if choice == 1 else None
    return audience_view(state, reading=number, show_agreements=choice == 2)


def leaks(meeting: CanaryMeeting, window: AudienceWindow) -> set[str]:
    """What the window tells of what it must not."""
    forbidden = [word.casefold() for word in meeting.forbidden]
    forbidden += set(meeting.relations.values()) - meeting.relations_to_tell()
    texts = [text.casefold() for text in told(window)]
    return {word for word in forbidden for text in texts if word in text}


def pixels(window: AudienceWindow) -> QImage:
    return window.grab().toImage()


def looked_at(window: AudienceWindow, other: AudienceWindow, seeds: range, count: int) -> tuple[set[Scene], int]:
    """Look at the texts of every moment, and at the pixels of it beside those of a meeting with other secrets."""
    scenes, number = set(), 0
    for meeting, view in moments(seeds, count):
        window.show_view(view)
        window.show_share(audience_share(meeting.state, meeting.now))
        assert leaks(meeting, window) == set()
        if number % 4 == 0:
            twin = with_others(meeting.state)
            choice = 1 if view.scene is Scene.READING else 2 if view.scene is Scene.AGREEMENTS else 0
            other.show_view(view_of(twin, choice))
            window.show_view(view_of(meeting.state, choice))
            other.show_share(0.5)
            window.show_share(0.5)
            assert pixels(other) == pixels(window)
        scenes.add(view.scene)
        number += 1
    return scenes, number


def with_others(state: MeetingState) -> MeetingState:
    """A meeting with every private word in it, however deep, made another."""
    twin = _with_others(state)
    assert isinstance(twin, MeetingState)
    return twin


def _with_others(value: object) -> object:
    if isinstance(value, str) and type(value) is str:
        for word, other in OTHERS.items():
            value = value.replace(word, other)
        return value
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(_with_others(inner) for inner in value)
    if isinstance(value, Mapping):
        return {key: _with_others(inner) for key, inner in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value) if field.init}
        return replace(value, **{name: _with_others(inner) for name, inner in fields.items()})
    return value


def test_two_hundred_moments_hold_and_paint_nothing_private(
    qtbot: QtBot, look: Look, t: Translator, window: AudienceWindow
) -> None:
    scenes, count = looked_at(window, made(qtbot, AudienceWindow(look, t)), range(20), 10)
    assert count == 200
    assert len(scenes) >= 5


@pytest.mark.campaign
def test_ten_thousand_moments_hold_and_paint_nothing_private(
    qtbot: QtBot, look: Look, t: Translator, window: AudienceWindow
) -> None:
    scenes, count = looked_at(window, made(qtbot, AudienceWindow(look, t)), range(2000, 2500), 20)
    assert (count, scenes) == (10_000, set(Scene))


@pytest.mark.smoke
def test_behind_the_curtain_a_meeting_cannot_be_told_from_any_other(window: AudienceWindow) -> None:
    window.show_curtain(CurtainReason.VEILED)
    behind = (told(window), pixels(window))
    for _, view in moments(range(3), 5):
        window.show_curtain(None)
        window.show_view(view)
        window.show_curtain(CurtainReason.VEILED)
        assert (told(window), pixels(window)) == behind


@pytest.mark.smoke
def test_a_word_that_came_through_would_be_seen(window: AudienceWindow) -> None:
    """The control: a secret in each of the places a word can stand in."""
    meeting = next(one for one in canary_meetings(3, 20) if one.state.capture.agreements)
    view = audience_view(meeting.state)
    name = next(iter(meeting.state.people.values())).name
    seats = (replace(VIEW.seats[0], name=name), *view.seats[1:])
    board = replace(view, scene=Scene.BOARD, board=(RoomText(f"sag {REFERENCE}"),))
    for leaking in (
        replace(view, scene=Scene.TABLE, question=f"{name}?"),
        replace(view, scene=Scene.TABLE, speaker=name),
        replace(view, scene=Scene.TABLE, then=(name,)),
        replace(view, scene=Scene.TABLE, seats=seats),
        replace(view, phases=(replace(view.phases[0], title=name),)),
        board,
    ):
        window.show_view(leaking)
        assert leaks(meeting, window)


class LeakingWindow(AudienceWindow):
    """Paints a word that stands in no text."""

    word = ""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self)
        painter.drawText(20, 60, self.word)
        painter.end()


def test_a_word_that_is_only_painted_would_be_seen(qtbot: QtBot, look: Look, t: Translator) -> None:
    """The control of the pixels."""
    pictures = []
    for word in (REFERENCE, OTHERS[REFERENCE]):
        leaking = LeakingWindow(look, t)
        leaking.word = word
        made(qtbot, leaking)
        leaking.show_view(VIEW)
        pictures.append(pixels(leaking))
    assert pictures[0] != pictures[1]


def test_other_secrets_are_others() -> None:
    meeting = next(iter(canary_meetings(3, 1)))
    twin = with_others(meeting.state)
    assert twin != meeting.state
    assert CANARY not in repr(twin).casefold()
    assert REFERENCE not in repr(twin)
