"""A paper on its pages such that the last one, if there are several, holds enough to be turned to."""

from collections.abc import Sequence

from netmoede_desktop.documents.render.boxes import Box
from netmoede_desktop.documents.render.pagination import Pagination
from netmoede_desktop.documents.render.paint import Fonts

#: A last page with fewer lines than the first of these is saved, where the paper can be pulled together: at most to the
#: last of these parts of its spaces. With fewer than the second the page before it ends so many points earlier, since
#: nobody turns a page for three rows.
_SAVED_LINES, _LAST_LINES = 14, 8
_SPACES = (1.0, 0.85, 0.7)
_EARLIER = (30.0, 60.0, 90.0, 120.0, 150.0)


def on_pages(boxes: Sequence[Box]) -> tuple[Fonts, Pagination]:
    """Put all boxes on pages, such that the last one, if there are several, holds enough to be turned to."""
    first = _placed(boxes)
    if not _ends_with_less(first[1], _SAVED_LINES):
        return first
    last = len(first[1].pages) - 1
    for spaces in _SPACES[1:]:
        tried = _placed(boxes, spaces)
        if len(tried[1].pages) <= last and not _ends_with_less(tried[1], _LAST_LINES):
            return tried
    if not _ends_with_less(first[1], _LAST_LINES):
        return first
    for earlier in _EARLIER:
        tried = _placed(boxes, 1.0, {last - 1: earlier})
        if len(tried[1].pages) <= last + 1 and not _ends_with_less(tried[1], _LAST_LINES):
            return tried
    return first


def _placed(
    boxes: Sequence[Box], spaces: float = 1.0, earlier: dict[int, float] | None = None
) -> tuple[Fonts, Pagination]:
    fonts = Fonts()
    pagination = Pagination(fonts, spaces, earlier or {})
    pagination.place(boxes)
    return fonts, pagination


def _ends_with_less(pagination: Pagination, lines: int) -> bool:
    return len(pagination.pages) > 1 and len(pagination.pages[-1].lines) < lines
