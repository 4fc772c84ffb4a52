"""The tab order of a page: the reading order, independent of the order of creation."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def tab_stops_in(root: QWidget) -> list[QWidget]:
    """Return the tab stops inside a widget, itself included, in the present tab order."""
    # From the window on: the place of `root` itself in the chain tells nothing of where its stops have been moved.
    window = root.window()
    stops = [root] if root is window and _stops(root) else []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if (widget is root or root.isAncestorOf(widget)) and _stops(widget):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def set_tab_order(*pieces: QWidget) -> None:
    """Set the tab order: these widgets of a window one after the other."""
    stops = [stop for piece in pieces for stop in tab_stops_in(piece)]
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def set_tab_order_before(anchor: QWidget, *pieces: QWidget) -> None:
    """Set the tab order: widgets created later come just before `anchor`."""
    stops = [stop for piece in pieces for stop in tab_stops_in(piece)]
    before = anchor.previousInFocusChain()
    while before is not None and before is not anchor and (before in stops or not _stops(before)):
        before = before.previousInFocusChain()
    chain = [*stops, anchor] if before is None or before is anchor else [before, *stops, anchor]
    for one, other in pairwise(chain):
        QWidget.setTabOrder(one, other)


def make_checked_tab_stop(buttons: Iterable[QAbstractButton]) -> None:
    """Make the checked one of these buttons the tab stop, or the first if none is checked.

    Qt does so only once one of them has had the focus: until then a space there would check another.
    """
    all_of_them = tuple(buttons)
    stop = next((button for button in all_of_them if button.isChecked()), None) or next(iter(all_of_them), None)
    for button in all_of_them:
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)


def _stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
