"""The walk through what a screen reader has of a page finds what is planted for it, and else nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.lists.listed import Listed
from netmoede_desktop.gui.kit.speech.factory import install_accessible_roles
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from tests.gui.every_page.telling import untold
from tests.gui.every_page.test_checks import Page, Plant, shown


def as_it_should_be(page: Page) -> None:
    install_accessible_roles()
    page.setWindowTitle("Mødet")
    page.column.insertWidget(0, Label("Aftaler", Tone.HEADING))
    listed = Listed("Aftaler i dag")
    listed.add(Button("Læs op", page.look), "Aftale 1")
    page.column.addWidget(listed)


def test_a_page_as_it_should_be_has_nothing_to_be_found(look: Look, qtbot: QtBot) -> None:
    with shown(look, qtbot, as_it_should_be) as page:
        assert untold(page) == []


def no_title(page: Page) -> None:
    page.setWindowTitle("")


def no_name(page: Page) -> None:
    page.go.setAccessibleName("")


def a_row_of_nothing(page: Page) -> None:
    row = QWidget()
    row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    row.setAccessibleName("1. Kirsten ringer til skolen.")
    page.column.addWidget(row)


def a_list_of_labels(page: Page) -> None:
    listed = Listed("Aftaler fra sidst")
    listed.column.addWidget(Label("Kirsten ringer til skolen"))
    page.column.addWidget(listed)


def an_item_of_no_list(page: Page) -> None:
    label = Label("Kirsten ringer til skolen")
    set_role(label, SpokenRole.LIST_ITEM)
    page.column.addWidget(label)


def a_name_said_twice(page: Page) -> None:
    page.text.setToolTip("Note")


def a_blank_description(page: Page) -> None:
    page.name.setAccessibleDescription(" ")


def a_pane_of_qt(page: Page) -> None:
    page.column.addWidget(QStackedWidget())


def out_of_order(page: Page) -> None:
    late = Label("Står øverst", wrap=False)
    late.setParent(page)
    late.setGeometry(0, 0, 200, 20)
    late.show()


@pytest.mark.parametrize(
    ("plant", "found"),
    [
        (no_title, "the window has no title"),
        (no_name, "Button (Button) '' has no name"),
        (a_row_of_nothing, "QWidget (Grouping) '1. Kirsten ringer til skolen.' takes the keyboard and is a filler"),
        (
            a_list_of_labels,
            "Listed (List) 'Aftaler fra sidst' is a list, and holds Label (StaticText) 'Kirsten ringer til skolen'",
        ),
        (an_item_of_no_list, "is no list, and holds Label (ListItem) 'Kirsten ringer til skolen'"),
        (a_name_said_twice, "is described as 'Note'"),
        (a_blank_description, "is described as ' '"),
    ],
)
def test_what_is_told_wrongly(look: Look, qtbot: QtBot, plant: Plant, found: str) -> None:
    def planted(page: Page) -> None:
        as_it_should_be(page)
        plant(page)

    with shown(look, qtbot, planted) as page:
        assert [one for one in untold(page) if found in one], untold(page)


def test_a_stack_of_pages_is_no_layered_pane(look: Look, qtbot: QtBot) -> None:
    def planted(page: Page) -> None:
        as_it_should_be(page)
        a_pane_of_qt(page)

    with shown(look, qtbot, planted) as page:
        assert untold(page) == []


def test_what_is_read_first_comes_first(look: Look, qtbot: QtBot) -> None:
    def planted(page: Page) -> None:
        as_it_should_be(page)
        page.column.setContentsMargins(12, 80, 12, 12)
        out_of_order(page)

    with shown(look, qtbot, planted) as page:
        assert [one for one in untold(page) if "'Står øverst'" in one]


def test_a_piece_that_is_made_later_is_told_of_where_it_stands(look: Look, qtbot: QtBot) -> None:
    def planted(page: Page) -> None:
        as_it_should_be(page)
        page.column.insertWidget(1, Label("Ny aftale", wrap=False))

    with shown(look, qtbot, planted) as page:
        assert untold(page) == []
