"""Whether it can be seen where the keyboard is: a picture with it and one without it, compared dot by dot."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QWidget

from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.theme.look import Look
from tests.gui.every_page.checks import place_in, stops, told

#: The least ratio of contrast between a dot with the keyboard and the same without it (WCAG 2.4.13).
_CONTRAST = 3.0
#: Pixels at 100 % around a control in which its ring may be.
_AROUND = 6
#: So much of a ring is enough for a long table, in pixels at 100 %.
_ENOUGH = 100


def unseen(root: QWidget, look: Look) -> list[str]:
    """The first of each kind of control in which it cannot be seen that it has the keyboard."""
    kinds: dict[tuple[type[QWidget], str], QWidget] = {}
    for widget in stops(root):
        if widget is root:
            continue  # what covers everything is seen in any case
        kinds.setdefault((type(widget), str(widget.property("kind") or "")), widget)
    found = []
    for widget in kinds.values():
        changed, needed = changed_dots(widget, look), _needed(widget, look)
        if changed < needed:
            found.append(f"{told(widget)} shows {changed} dots of the keyboard, not {needed}")
    return found


def changed_dots(widget: QWidget, look: Look) -> int:
    """How many dots in and around a widget are plainly others once it has the keyboard."""
    _scroll_to(widget)
    around = look.px(_AROUND)
    area = place_in(widget, widget.window()).adjusted(-around, -around, around, around)
    changed = _changed(widget, area)
    framed = _frame_of(widget)
    return changed if framed is None else max(changed, _changed(widget, place_in(framed, framed.window())))


def _changed(widget: QWidget, area: QRect) -> int:
    window = widget.window()
    area = area.intersected(window.rect())
    # Not by Tab: a line would select all in it.
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    with_it = _picture(window, area)
    widget.clearFocus()
    without = _picture(window, area)
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    dots = zip(_dots(with_it), _dots(without), strict=True)
    return sum(_contrast(a, b) >= _CONTRAST for a, b in dots if a != b)


def _frame_of(widget: QWidget) -> QWidget | None:
    """The card round a text without a frame of its own: it has the ring in its place."""
    here: QWidget | None = widget.parentWidget()
    if not isinstance(widget, QPlainTextEdit):
        return None
    while here is not None and not isinstance(here, Surface):
        here = here.parentWidget()
    return here


def _scroll_to(widget: QWidget) -> None:
    here = widget.parentWidget()
    while here is not None:
        if isinstance(here, QScrollArea):
            here.ensureWidgetVisible(widget)
        here = here.parentWidget()


def _needed(widget: QWidget, look: Look) -> int:
    """A line of one dot along half of its outline."""
    return min(widget.width() + widget.height(), look.px(_ENOUGH))


def _picture(window: QWidget, area: QRect) -> QImage:
    QApplication.sendPostedEvents()
    return window.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)


def _dots(image: QImage) -> memoryview:
    return memoryview(image.constBits()).cast("I")


def _contrast(one: int, other: int) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(rgb: int) -> float:
    red, green, blue = (_linear((rgb >> shift & 255) / 255) for shift in (16, 8, 0))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
