"""The room's window: every scene in plain words, large enough and whole; behind the curtain there is nothing at all."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.privacy.room_text import RoomText
from netmoede_desktop.gui.kit.table.round_table import RoundTable
from netmoede_desktop.gui.kit.table.seats.seat import SeatSign
from netmoede_desktop.gui.room.audience_window import AudienceWindow
from netmoede_desktop.gui.room.fitted_label import FittedLabel
from netmoede_desktop.gui.room.scenes import headline
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.room.audience import AudiencePause, AudienceSeat, CurtainReason, Scene
from tests.gui.conftest import dressed
from tests.gui.kit.table.tables import LONG_NAMES
from tests.gui.room.views import AGREEMENT, VIEW, VIEWS, told

SIZES = [(1024, 768), (1366, 768), (1920, 1080), (3840, 2160), (800, 600)]


@pytest.fixture
def window(qtbot: QtBot, look: Look, t: Translator) -> Iterator[AudienceWindow]:
    """The window at the size of a projector."""
    made = AudienceWindow(look, t)
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    yield made


def labels(window: QWidget) -> list[QLabel]:
    return [label for label in window.findChildren(QLabel) if label.isVisible() and label.text()]


WORDS = {
    Scene.WELCOME: (
        "Velkommen",
        "Én taler ad gangen.\nVi er her for Mikkel.",
        "Maja",
        "Pause kl. 17.00 · Vi slutter kl. 18.00",
    ),
    Scene.TABLE: (
        "Hvordan ser det ud lige nu?",
        "Hvad går godt for Mikkel?",
        "Kirsten\nhar ordet",
        "Derefter: Jonas, Hanne",
        "Pause kl. 17.00 · Vi slutter kl. 18.00",
    ),
    Scene.BOARD: ("Det har vi hørt", "Mikkel sover bedst hjemme"),
    Scene.AGREEMENTS: (
        "Hvem gør hvad?",
        "2 Kirsten henter Mikkel fast om onsdagen Kirsten · fra 2. dec. 2026 · Tegn: Mikkel ved, hvem der kommer",
    ),
    Scene.READING: (
        "Kirsten henter Mikkel fast om onsdagen",
        "Kirsten · fra 2. dec. 2026",
        "Tegn: Mikkel ved, hvem der kommer",
        "Kirsten har sagt ja",
    ),
    Scene.NEXT_MEETING: ("Hvornår ses vi igen?", "tirsdag 19. januar 2027", "kl. 16.00"),
    Scene.PAUSE: ("Pause", "Vi fortsætter kl. 17.10."),
    Scene.THANKS: ("Tak for i dag", "Vi ses igen tirsdag 19. januar 2027 kl. 16.00."),
}


@pytest.mark.parametrize("scene", list(Scene))
def test_each_scene_says_what_it_is_about_and_where_the_meeting_is(window: AudienceWindow, scene: Scene) -> None:
    window.show_view(VIEWS[scene])
    shown = [label.text() for label in labels(window)]
    for words in WORDS[scene]:
        assert words in shown
    assert ("Sådan er det nu" in shown) == (scene is not Scene.READING)


def test_from_scene_to_scene_nothing_of_the_one_before_is_left(window: AudienceWindow) -> None:
    fresh = {}
    for scene, view in VIEWS.items():
        window.show_curtain(CurtainReason.BY_HAND)
        window.show_curtain(None)
        window.show_view(view)
        fresh[scene] = sorted(label.text() for label in labels(window))
    for scene in (*VIEWS, *reversed(VIEWS)):
        window.show_view(VIEWS[scene])
        assert sorted(label.text() for label in labels(window)) == fresh[scene]


def test_the_next_meeting_is_asked_for_until_it_is_agreed_and_no_reason_is_told(window: AudienceWindow) -> None:
    agreed = VIEWS[Scene.NEXT_MEETING]
    window.show_view(replace(agreed, next_meeting=None, next_meeting_at=None))
    assert not [label for label in labels(window) if "januar" in label.text()]
    window.show_view(agreed)
    assert "tirsdag 19. januar 2027" in [label.text() for label in labels(window)]
    window.show_view(replace(agreed, next_meeting=None, next_meeting_at=None, no_next_meeting=True))
    shown = [label.text() for label in labels(window)]
    assert "Vi aftaler ikke et nyt møde i dag" in shown
    assert not [text for text in shown if "januar" in text]


def test_the_next_meeting_has_its_place_beside_its_time(window: AudienceWindow) -> None:
    window.show_view(replace(VIEWS[Scene.NEXT_MEETING], next_meeting_place=RoomText("Kulturhuset, sal B")))
    assert "kl. 16.00 · Kulturhuset, sal B" in [label.text() for label in labels(window)]


def test_under_the_agreements_stands_the_next_meeting_once_it_is_agreed(window: AudienceWindow) -> None:
    agreements = VIEWS[Scene.AGREEMENTS]
    window.show_view(agreements)
    assert not [label for label in labels(window) if label.text().startswith("Vi ses igen")]
    window.show_view(replace(agreements, next_meeting=date(2027, 1, 19), next_meeting_at=time(16, 0)))
    assert "Vi ses igen tirsdag 19. januar 2027 kl. 16.00" in [label.text() for label in labels(window)]


def test_someone_who_reads_for_another_is_named(window: AudienceWindow) -> None:
    window.show_view(replace(VIEW, reader="Jonas"))
    assert "Jonas læser op for\nKirsten" in [label.text() for label in labels(window)]


def test_without_a_question_the_phase_is_the_headline_and_who_is_next_is_told_before_anybody_speaks(
    window: AudienceWindow,
) -> None:
    window.show_view(replace(VIEW, question="", speaker="", pause_at=None))
    shown = [label.text() for label in labels(window)]
    assert shown.count("Sådan er det nu") == 2
    assert "Næste: Jonas, Hanne" in shown
    assert "Vi slutter kl. 18.00" in shown
    window.show_view(replace(VIEW, ends_at=None))
    assert "Pause kl. 17.00 · Vi slutter lidt senere end aftalt" in [label.text() for label in labels(window)]


def test_the_shape_shrinks_and_nothing_else_is_painted(window: AudienceWindow) -> None:
    window.show_view(VIEW)
    window.show_share(1.0)
    before, words = window.grab().toImage(), told(window)
    window.show_share(0.5)
    assert window.grab().toImage() != before
    assert told(window) == words
    window.show_share(1.0)
    assert window.grab().toImage() == before


def test_no_digits_but_times_of_day_dates_and_numbers_of_agreements(window: AudienceWindow) -> None:
    for view in VIEWS.values():
        window.show_view(view)
        window.show_share(0.31)
        for text in (label.text() for label in labels(window)):
            plain = re.sub(r"kl\. \d\d?\.\d\d|\d+\. \w+\.? \d{4}|^\d+ ", "", text)
            assert not re.search(r"\d", plain), text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_long_questions_and_twenty_long_names_are_whole_and_inside_on_every_screen(
    qtbot: QtBot, qapp: QApplication, fonts: None, t: Translator, size: tuple[int, int], scale: float
) -> None:
    window = AudienceWindow(dressed(qapp, scale=scale), t)
    qtbot.addWidget(window)
    window.resize(*size)
    seats = tuple(replace(VIEW.seats[0], name=LONG_NAMES[number % 4]) for number in range(20))
    question = (
        "Hvad ønsker du skal være anderledes om tre måneder, og hvad skal der til, for at det kan lade sig gøre? "
    )
    long = replace(VIEW, seats=seats, question=question * 2, speaker=LONG_NAMES[0], then=LONG_NAMES[:2])
    for view in (long, replace(long, scene=Scene.WELCOME)):
        window.show_view(view)
        window.show()
        for label in labels(window):
            assert window.rect().contains(QRect(label.mapTo(window, label.rect().topLeft()), label.size()))
            if isinstance(label, FittedLabel):
                assert label.shown == label.text()


@pytest.mark.parametrize("size", SIZES[:3])
def test_thirty_agreements_are_shown_the_newest_in_any_case(
    qtbot: QtBot, look: Look, t: Translator, size: tuple[int, int]
) -> None:
    window = AudienceWindow(look, t)
    qtbot.addWidget(window)
    window.resize(*size)
    many = tuple(replace(AGREEMENT, number=number) for number in range(1, 31))
    window.show_view(replace(VIEWS[Scene.AGREEMENTS], agreements=many))
    window.show()
    numbers = [int(text.split()[0]) for text in (label.text() for label in labels(window)) if text[:1].isdigit()]
    assert numbers == list(range(numbers[0], 31))
    assert len(numbers) >= 15
    more = [label.text() for label in labels(window) if label.text().startswith("og ")]
    assert more == ([f"og {numbers[0] - 1} mere"] if numbers[0] > 1 else [])


def test_a_text_of_any_length_leaves_the_window_as_it_is(window: AudienceWindow) -> None:
    huge = RoomText("ordlangt" * 6000)
    for view in (
        replace(VIEWS[Scene.BOARD], board=(huge,) * 3),
        replace(VIEWS[Scene.READING], reading=replace(AGREEMENT, text=huge)),
        replace(VIEW, question=huge.text[:2000]),
        replace(VIEW, seats=(), then=()),
        replace(VIEW, phases=VIEW.phases * 4),
        replace(VIEW, phases=()),
    ):
        window.show_view(view)
        window.grab()
        assert (window.width(), window.height()) == (1366, 768)


def test_a_size_that_changes_fits_everything_anew(window: AudienceWindow) -> None:
    window.show_view(VIEW)
    big = window.grab().toImage()
    window.resize(1024, 768)
    window.resize(1366, 768)
    assert window.grab().toImage() == big


@pytest.mark.parametrize("reason", list(CurtainReason))
def test_behind_the_curtain_there_is_nothing(window: AudienceWindow, reason: CurtainReason) -> None:
    empty = told(window)
    for view in VIEWS.values():
        window.show_view(view)
        assert set(told(window)) - set(empty)
        window.show_curtain(reason)
        window.show_view(view)
        window.show_share(0.2)
        # What is said there now, word for word: no name, no question, no trace of what was shown.
        assert set(told(window)) - set(empty) == {curtain_word(reason)}
        assert window.view is None
        assert not window.findChildren(RoundTable)
        window.show_curtain(None)
    assert not [
        widget for widget in QApplication.topLevelWidgets() if widget is not window and isinstance(widget, QLabel)
    ]


def curtain_word(reason: CurtainReason) -> str:
    return {CurtainReason.TIME_OUT: "Vi holder en lille pause", CurtainReason.PAUSE: "Pause"}.get(reason, "Et øjeblik")


def test_the_curtain_looks_the_same_whatever_is_behind_it(window: AudienceWindow) -> None:
    pictures = []
    for view in VIEWS.values():
        window.show_view(view)
        window.show_curtain(CurtainReason.VEILED)
        pictures.append(window.grab().toImage())
        window.show_curtain(None)
    assert all(picture == pictures[0] for picture in pictures)


def test_the_curtain_tells_when_a_pause_is_over_and_goes_up_to_what_is_shown_next(window: AudienceWindow) -> None:
    window.show_view(VIEW)
    seen = window.grab().toImage()
    window.show_curtain(CurtainReason.PAUSE, AudiencePause(time(17, 10)))
    assert [label.text() for label in labels(window)] == ["Pause til kl.\u00a017.10"]
    window.show_curtain(CurtainReason.PAUSE, AudiencePause(time(17, 15)))
    assert [label.text() for label in labels(window)] == ["Pause til kl.\u00a017.15"]
    window.show_curtain(None)
    assert labels(window) == []
    window.show_view(VIEW)
    assert window.grab().toImage() == seen


def test_the_title_is_the_same_whatever_is_shown(window: AudienceWindow) -> None:
    titles = set()
    for view in VIEWS.values():
        window.show_view(view)
        titles.add(window.windowTitle())
    assert titles == {"Fællesskærm"}


def test_it_takes_no_keyboard_and_passes_on_a_key_that_comes_all_the_same(qtbot: QtBot, window: AudienceWindow) -> None:
    window.show_view(VIEW)
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert all(widget.focusPolicy() == Qt.FocusPolicy.NoFocus for widget in window.findChildren(QWidget))
    with qtbot.waitSignal(window.key_pressed, timeout=500) as passed:
        QApplication.sendEvent(
            window, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)
        )
    assert passed.args[0].key() == Qt.Key.Key_PageDown


def test_on_the_only_screen_it_says_so(window: AudienceWindow) -> None:
    window.show_view(VIEW)
    window.set_only_screen(True)
    assert "Der er kun én skærm. Det her vindue er det, rummet ser." in [label.text() for label in labels(window)]
    window.set_only_screen(False)
    assert not [label for label in labels(window) if label.text().startswith("Der er kun")]


def test_there_is_no_red_anywhere(qtbot: QtBot, qapp: QApplication, fonts: None, t: Translator) -> None:
    for theme in (ThemeName.LIGHT, ThemeName.DARK):
        window = AudienceWindow(dressed(qapp, theme), t)
        qtbot.addWidget(window)
        window.resize(800, 480)
        for view in VIEWS.values():
            window.show_view(view)
            window.show_share(0.0)
            image = window.grab().toImage()
            colours = {image.pixelColor(x, y).rgb() for x in range(0, 800, 2) for y in range(0, 480, 2)}
            assert not [
                rgb for rgb in colours if (rgb >> 16 & 255) > 200 and (rgb >> 8 & 255) < 80 and (rgb & 255) < 80
            ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Velkommen. Én taler ad gangen.", ("Velkommen", "Én taler ad gangen.")),
        ("Hvordan går det? Hvad er godt?", ("Hvordan går det?", "Hvad er godt?")),
        ("Hvad går godt for Mikkel?", ("Hvad går godt for Mikkel?", "")),
        ("Velkommen tilbage", ("Velkommen tilbage", "")),
        ("", ("", "")),
    ],
)
def test_a_question_of_two_sentences_is_a_headline_and_what_follows(text: str, parts: tuple[str, str]) -> None:
    assert headline(text) == parts


def test_a_seat_of_any_shape_stands_at_the_table(window: AudienceWindow) -> None:
    window.show_view(VIEW)
    [table] = window.findChildren(RoundTable)
    assert len(table.order) == len(VIEW.seats)
    window.show_view(replace(VIEW, seats=(*VIEW.seats, AudienceSeat("Ali", VIEW.seats[0].shape, VIEW.seats[3].state))))
    assert len(table.order) == len(VIEW.seats) + 1


_TOGETHER = (
    *("Mikkel", "Lone", "Peter", "Kirsten", "Jonas", "Hanne B.", "Hanne L.", "Ali", "Birthe", "Søren", "Linh"),
    *("Sigurlaug", "Maja", "Ahmed", "Yusuf", "Παύλος", "Nguyễn", "Annemette", "Christoffer", "Bo"),
)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("count", [8, 13, 20])
def test_all_names_round_the_table_stand_in_letters_of_one_size_that_are_read_from_afar(
    qtbot: QtBot, qapp: QApplication, t: Translator, fonts: None, scale: float, count: int
) -> None:
    window = AudienceWindow(dressed(qapp, scale=scale), t)
    qtbot.addWidget(window)
    window.resize(1024, 768)
    shapes = [seat.shape for seat in VIEW.seats] * 4
    states = [seat.state for seat in VIEW.seats] * 4
    window.show_view(
        replace(VIEW, seats=tuple(map(AudienceSeat, _TOGETHER[:count], shapes, states)), speaker=_TOGETHER[2])
    )
    window.show()
    faces = [sign.face for sign in window.findChildren(SeatSign)]
    pixels = {face.letters.font(face.text.size, bold=True).pixelSize() for face in faces}
    assert len(pixels) == 1
    assert pixels.pop() >= 20
    assert [face.text.lines for face in faces] == [(name,) for name in _TOGETHER[:count]], "whole, on one line"


def test_only_where_the_room_has_no_place_for_them_are_the_longest_names_cut(window: AudienceWindow) -> None:
    crowd = tuple(
        AudienceSeat(LONG_NAMES[number % 4], VIEW.seats[0].shape, VIEW.seats[0].state) for number in range(20)
    )
    window.resize(1024, 768)
    window.show_view(replace(VIEW, seats=crowd))
    faces = [sign.face for sign in window.findChildren(SeatSign)]
    assert len({face.text.size for face in faces}) == 1
    window.show_view(replace(VIEW, seats=crowd[:4]))
    whole = [" ".join(sign.face.text.lines).replace("- ", "-") for sign in window.findChildren(SeatSign)]
    assert whole[1:3] == [LONG_NAMES[1], LONG_NAMES[2]]


def test_another_name_in_a_seat_is_set_anew(window: AudienceWindow) -> None:
    window.show_view(VIEW)
    longer = (replace(VIEW.seats[0], name="Alexandra-Maria Christoffersen"), *VIEW.seats[1:])
    before = window.findChildren(RoundTable)[0].grab().toImage()
    window.show_view(replace(VIEW, seats=longer))
    assert window.findChildren(RoundTable)[0].grab().toImage() != before
    sizes = {sign.face.text.size for sign in window.findChildren(SeatSign)}
    assert len(sizes) == 1
