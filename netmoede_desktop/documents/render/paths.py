"""The shapes of a drawing as paths of a page: places in the drawing's own points, counted upwards as PDF does."""

from math import hypot

from netmoede_desktop.documents.content.drawing import BoxShape, CircleShape, LineShape, Point

#: How far the two handles of a quarter of a circle are from its ends, as a part of the radius.
_HANDLE = 0.5523

#: The radius of the corners of a frame.
_CORNER = 8.0

#: The head of an arrow: its length, and how far it reaches to each side, in points.
_HEAD, _SIDE = 7.0, 2.8


def line_path(line: LineShape) -> str:
    """A line; one with an arrow ends within its head."""
    end = _along(line, _HEAD * 0.8) if line.arrow else line.end
    return f"{_place(line.start)} m {_place(end)} l"


def head_path(line: LineShape) -> str:
    """The head of an arrow, a triangle."""
    foot = _along(line, _HEAD)
    length = _length(line)
    dx, dy = (line.end.y - line.start.y) / length * _SIDE, (line.start.x - line.end.x) / length * _SIDE
    left, right = Point(foot.x + dx, foot.y + dy), Point(foot.x - dx, foot.y - dy)
    return f"{_place(line.end)} m {_place(left)} l {_place(right)} l h"


def circle_path(circle: CircleShape) -> str:
    """A circle of four curves."""
    x, y, r, h = circle.center.x, circle.center.y, circle.radius, circle.radius * _HANDLE
    quarters = (
        (x + h, y - r, x + r, y - h, x + r, y),
        (x + r, y + h, x + h, y + r, x, y + r),
        (x - h, y + r, x - r, y + h, x - r, y),
        (x - r, y - h, x - h, y - r, x, y - r),
    )
    curves = (" ".join(_place(Point(*part[at : at + 2])) for at in (0, 2, 4)) + " c" for part in quarters)
    return f"{_place(Point(x, y - r))} m {' '.join(curves)} h"


def box_path(box: BoxShape) -> str:
    """A rectangle, or one with rounded corners."""
    if box.rounded > 0:
        return _rounded_path(box, min(box.rounded, box.width / 2, box.height / 2))
    return f"{_place(Point(box.corner.x, box.corner.y + box.height))} {box.width:.2f} {box.height:.2f} re"


def _rounded_path(box: BoxShape, r: float) -> str:
    left, top, right, foot = box.corner.x, box.corner.y, box.corner.x + box.width, box.corner.y + box.height
    b = r * (1 - _HANDLE)
    sides = (
        ((right - r, top), (right - b, top, right, top + b, right, top + r)),
        ((right, foot - r), (right, foot - b, right - b, foot, right - r, foot)),
        ((left + r, foot), (left + b, foot, left, foot - b, left, foot - r)),
        ((left, top + r), (left, top + b, left + b, top, left + r, top)),
    )
    parts = [f"{_place(Point(left + r, top))} m"]
    for end, curve in sides:
        parts.append(f"{_place(Point(*end))} l")
        parts.append(" ".join(_place(Point(*curve[at : at + 2])) for at in (0, 2, 4)) + " c")
    return " ".join((*parts, "h"))


def round_path(x: float, y: float, width: float, height: float) -> str:
    """A rectangle with round corners from its lower left one, in points of the page."""
    r, h = _CORNER, _CORNER * (1 - _HANDLE)
    right, top = x + width, y + height
    corners = (
        (right - r, y, right - h, y, right, y + h, right, y + r),
        (right, top - r, right, top - h, right - h, top, right - r, top),
        (x + r, top, x + h, top, x, top - h, x, top - r),
        (x, y + r, x, y + h, x + h, y, x + r, y),
    )
    drawn = (f"{a:.2f} {b:.2f} l {' '.join(f'{number:.2f}' for number in curve)} c" for a, b, *curve in corners)
    return f"{x + r:.2f} {y:.2f} m {' '.join(drawn)} h"


def _along(line: LineShape, back: float) -> Point:
    """The place so many points before the end of a line."""
    part = back / _length(line)
    return Point(
        line.end.x + (line.start.x - line.end.x) * part,
        line.end.y + (line.start.y - line.end.y) * part,
    )


def _length(line: LineShape) -> float:
    return hypot(line.end.x - line.start.x, line.end.y - line.start.y) or 1.0


def _place(point: Point) -> str:
    return f"{point.x:.2f} {-point.y:.2f}"
