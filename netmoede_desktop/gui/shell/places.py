"""The destinations of the office window: the title of each, and the item of the sidebar it belongs to."""

from netmoede_desktop.gui.desk.office_page import (
    Destination,
    ToCase,
    ToCases,
    ToGuide,
    ToPreparation,
    ToRehearsal,
    ToSettings,
)
from netmoede_desktop.gui.shell.sidebar import SidebarItem
from netmoede_desktop.localization.catalogue import Translator


def title_of(place: Destination, t: Translator) -> str:
    """Return the window title of a destination; it names no one, as any passer-by can see the system's task bar."""
    match place:
        case ToCases():
            return t.gettext("Sager")
        case ToCase():
            return t.gettext("En sag")
        case ToPreparation():
            return t.gettext("Forberedelse")
        case ToGuide():
            return t.gettext("Vejledning")
        case ToRehearsal():
            return t.gettext("Øvemøde")
        case ToSettings():
            return t.gettext("Indstillinger")
        case _:
            return t.gettext("Overblik")


def sidebar_item_of(place: Destination) -> SidebarItem:
    """Return the sidebar item of a destination."""
    match place:
        case ToCases() | ToCase() | ToPreparation():
            return SidebarItem.CASES
        case ToGuide(back=back):
            return sidebar_item_of(back)
        case ToRehearsal():
            return SidebarItem.REHEARSAL
        case ToSettings():
            return SidebarItem.SETTINGS
        case _:
            return SidebarItem.OVERVIEW
