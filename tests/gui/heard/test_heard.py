"""A meeting as a screen reader has it: what is announced on the accessibility bus, when and once, and the tree."""

import pytest

from tests.gui.heard.bus import Thing, require_hearing
from tests.gui.heard.journey import listened_to, transcript, walked
from tests.gui.heard.write import SPOKEN

_BEGUN = ("press GO_ON", "press GO_ON", "press GO_ON")


@pytest.fixture(autouse=True)
def can_hear() -> None:
    """Nothing is listened to where that cannot be done."""
    require_hearing()


def test_what_is_heard_is_what_the_docs_tell_and_the_rooms_window_says_nothing() -> None:
    heard = walked()
    assert {said.window for one in heard for said in one.said} == {"Mødet"}
    assert transcript(heard) == SPOKEN.read_text(encoding="utf-8")


def in_sight(window: Thing) -> list[Thing]:
    """What can be seen of a window."""
    return [thing for thing in window.all() if "showing" in thing.states]


def test_the_tree_tells_what_the_eye_sees_at_the_table() -> None:
    with listened_to() as program:
        for line in _BEGUN:
            program.do(line)
        [window] = program.ear.windows()
    assert (window.role, window.name) == ("frame", "Mødet")
    named = {(thing.role, thing.name) for thing in in_sight(window)}
    assert ("heading", "Hvem er du, og hvordan kender du Mikkel?") in named
    assert ("heading", "16.00") not in named
    assert any(name.startswith("Velkomst, her er vi nu, ") for _, name in named)
    taken = [thing for thing in in_sight(window) if "focusable" in thing.states and thing.role != "list item"]
    assert len(taken) > 20
    assert [thing for thing in taken if not thing.name or thing.role == "filler"] == []


def test_an_agreement_is_one_of_a_list_and_no_pane_is_told_of() -> None:
    written = ("press AGREEMENT", "type Peter ringer til skolen senest 4/12", "key Key_Return")
    with listened_to() as program:
        for line in (*_BEGUN, *written):
            program.do(line)
        [window] = program.ear.windows()
    [listed] = [thing for thing in in_sight(window) if thing.role == "list" and thing.name == "Aftaler i dag"]
    [row] = listed.children
    assert row.role == "list item"
    assert row.name.startswith("1. Peter ringer til skolen. Hvem: Peter (far). Hvornår: senest 4. dec.")
    assert {thing.name for thing in row.all() if thing.role == "push button"} == {"Aftale 1: ikke spurgt"}
    roles = {thing.role for thing in window.all()}
    assert "layered pane" not in roles
    assert {"heading", "list", "list item", "radio button", "push button"} <= roles
    assert [thing for thing in window.all() if thing.description.strip() == thing.name and thing.name] == []
