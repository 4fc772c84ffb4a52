"""The order in which Tab goes through a page: the order in which it is read, whenever its pieces were made."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def stops_in(root: QWidget) -> list[QWidget]:
    """Return what Tab stops at inside a widget, itself included, in the order it has now."""
    # From the window on: the place of `root` itself in the chain tells nothing of where its stops have been moved.
    window = root.window()
    stops = [root] if root is window and _stops(root) else []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if (widget is root or root.isAncestorOf(widget)) and _stops(widget):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def read_in_order(*pieces: QWidget) -> None:
    """Let Tab go through these pieces of a window one after the other."""
    stops = [stop for piece in pieces for stop in stops_in(piece)]
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def read_before(anchor: QWidget, *pieces: QWidget) -> None:
    """Let Tab come to pieces that were made later just before an old stop."""
    stops = [stop for piece in pieces for stop in stops_in(piece)]
    before = anchor.previousInFocusChain()
    while before is not None and before is not anchor and (before in stops or not _stops(before)):
        before = before.previousInFocusChain()
    chain = [*stops, anchor] if before is None or before is anchor else [before, *stops, anchor]
    for one, other in pairwise(chain):
        QWidget.setTabOrder(one, other)


def stop_at_chosen(buttons: Iterable[QAbstractButton]) -> None:
    """Let Tab come to the one of these that is chosen, or to the first while none is.

    Qt sees to it only once one of them has had the keyboard: until then a blank there would choose another.
    """
    all_of_them = tuple(buttons)
    stop = next((button for button in all_of_them if button.isChecked()), None) or next(iter(all_of_them), None)
    for button in all_of_them:
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)


def _stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
