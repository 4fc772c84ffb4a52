"""One page as PDF operators: lines of text, rules and bars, and the marks that tie them to the structure."""

from math import cos, radians, sin
from typing import assert_never

from netmoede_desktop.documents.content.blocks import Frame
from netmoede_desktop.documents.content.drawing import BoxShape, CircleShape, LineShape
from netmoede_desktop.documents.render.embedding import EmbeddedFace
from netmoede_desktop.documents.render.faces import Face, Glyph
from netmoede_desktop.documents.render.figures import COLORS, FigureBox, PlacedLine
from netmoede_desktop.documents.render.paths import box_path, circle_path, head_path, line_path, round_path
from netmoede_desktop.documents.render.style import MUTED, PAGE_HEIGHT, PETROL, TINT
from netmoede_desktop.documents.render.tagging import MarkedContent, Node, text_string
from netmoede_desktop.documents.render.typesetting import Line, Piece


class Fonts:
    """The faces one document uses."""

    def __init__(self) -> None:
        self._faces: dict[str, EmbeddedFace] = {}

    def of(self, face: Face) -> EmbeddedFace:
        """The document's part of a face."""
        embedded = self._faces.get(face.name)
        if embedded is None:
            embedded = self._faces[face.name] = EmbeddedFace(face, len(self._faces) + 1)
        return embedded

    def all(self) -> list[EmbeddedFace]:
        """Every face that was used, in the order of first use."""
        return list(self._faces.values())


#: The height of a figure that counts as a line of content.
_LINE_OF_FIGURE = 14


class Page:
    """A page being painted. Places are in points from the upper left corner; the baseline of text is `y`.

    `lines` are the heights with content, in whole points.
    """

    def __init__(self, number: int, fonts: Fonts) -> None:
        self.number = number
        self.marks: list[Node] = []
        self.lines: set[int] = set()
        self._fonts = fonts
        self._operators: list[str] = []
        self._fill = self._stroke = ""
        self._font = ("", 0.0)

    @property
    def content(self) -> str:
        """The operators of the page."""
        return "\n".join(self._operators)

    def tagged(self, node: Node, lines: list[tuple[float, float, Line]], size: float) -> None:
        """Paint lines of (x, y, line) as content of a structure node."""
        self._begin(node)
        node.lines.extend(line for _, _, line in lines)
        self.lines.update(round(y) for _, y, _ in lines)
        self._text(lines, size)
        self._operators.append("EMC")

    def figure(self, node: Node, box: FigureBox, x: float, y: float) -> None:
        """Paint a drawing with its upper left corner at a place, as one piece of content of a structure node."""
        base = PAGE_HEIGHT - y
        node.bounds = (x, base - box.height, x + box.width, base)
        self.lines.update(range(round(y), round(y + box.height), _LINE_OF_FIGURE))
        self._begin(node)
        colors, font = (self._fill, self._stroke), self._font
        scale, left, top = box.scale, x - box.origin.x * box.scale, base + box.origin.y * box.scale
        self._operators.append(f"q {scale:.4f} 0 0 {scale:.4f} {left:.2f} {top:.2f} cm")
        for part in box.parts:
            match part:
                case PlacedLine():
                    self._turned_line(part)
                case LineShape():
                    self._drawn_line(part)
                case CircleShape() | BoxShape():
                    self._drawn_area(part)
                case _:
                    assert_never(part)
        self._operators.append("Q EMC")
        (self._fill, self._stroke), self._font = colors, font

    def _begin(self, node: Node) -> None:
        """Begin a piece of content of a structure node."""
        self._operators.append(f"/{node.tag} <</MCID {len(self.marks)}>> BDC")
        node.kids.append(MarkedContent(self.number, len(self.marks)))
        self.marks.append(node)

    def _turned_line(self, part: PlacedLine) -> None:
        along, up = cos(radians(part.turn)), sin(radians(part.turn))
        place = f"{part.start.x:.2f} {-part.start.y:.2f}"
        self._operators += ("BT", f"{along:.4f} {up:.4f} {-up:.4f} {along:.4f} {place} Tm")
        self._line(part.line, part.size)
        self._operators.append("ET")

    def _drawn_line(self, shape: LineShape) -> None:
        color = COLORS[shape.ink]
        self._stroke_color(color)
        path = f"{shape.width:.2f} w {line_path(shape)} S"
        self._operators.append(f"[3 2.5] 0 d {path} [] 0 d" if shape.dashed else path)
        if shape.arrow:
            self._color(color)
            self._operators.append(f"{head_path(shape)} f")

    def _drawn_area(self, shape: CircleShape | BoxShape) -> None:
        path = circle_path(shape) if isinstance(shape, CircleShape) else box_path(shape)
        if shape.fill:
            self._color(COLORS[shape.fill])
        if shape.line:
            self._stroke_color(COLORS[shape.line])
            self._operators.append(f"{shape.width if isinstance(shape, CircleShape) else shape.edge} w")
        ends = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
        self._operators.append(f"{path} {ends[bool(shape.fill), bool(shape.line)]}")

    def artifact(self, lines: list[tuple[float, float, Line]], size: float, *, kind: str = "") -> None:
        """Paint lines that are no content: page lines (`kind` "Header" or "Footer") and repeated table headers."""
        what = f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC" if kind else "/Artifact <</Type /Layout>> BDC"
        self._operators.append(what)
        self._text(lines, size)
        self._operators.append("EMC")

    def rule(self, x: float, y: float, to: float, color: str, width: float) -> None:
        """Paint a horizontal line."""
        stroke = "" if color == self._stroke else f"{_rgb(color)} RG "
        self._stroke = color
        base = PAGE_HEIGHT - y
        self._operators.append(
            f"/Artifact <</Type /Layout>> BDC {stroke}{width:.2f} w {x:.2f} {base:.2f} m {to:.2f} {base:.2f} l S EMC"
        )

    def bar(self, x: float, y: float, width: float, height: float, color: str) -> None:
        """Paint a filled bar from `y` down."""
        fill = "" if color == self._fill else f"{_rgb(color)} rg "
        self._fill = color
        base = PAGE_HEIGHT - y - height
        self._operators.append(
            f"/Artifact <</Type /Layout>> BDC {fill}{x:.2f} {base:.2f} {width:.2f} {height:.2f} re f EMC"
        )

    def frame(self, x: float, y: float, width: float, height: float, frame: Frame) -> None:
        """Paint the frame of a panel from its upper left corner."""
        if frame is Frame.NONE:
            return
        if frame is Frame.TOP:
            self.rule(x, y, x + width, PETROL, 1.5)
            return
        path = round_path(x, PAGE_HEIGHT - y - height, width, height)
        self._operators.append("/Artifact <</Type /Layout>> BDC")
        if frame is Frame.TINT:
            self._color(TINT)
            self._operators.append(f"{path} f EMC")
            return
        self._stroke_color(PETROL if frame is Frame.LINE else MUTED)
        dashes = "[3 2.5] 0 d " if frame is Frame.DASHED else ""
        self._operators.append(f"{dashes}1.25 w {path} S [] 0 d EMC")

    def _text(self, lines: list[tuple[float, float, Line]], size: float) -> None:
        write = self._operators.append
        write("BT")
        for x, y, line in lines:
            write(f"1 0 0 1 {x:.2f} {PAGE_HEIGHT - y:.2f} Tm")
            self._line(line, size)
        write("ET")

    def _line(self, line: Line, size: float) -> None:
        for piece in line.pieces:
            self._color(piece.color)
            if piece.plain or piece.level:
                self._piece(piece, size)
            else:
                self._operators.append(f"/Span <</ActualText {text_string(piece.text)}>> BDC")
                self._piece(piece, size)
                self._operators.append("EMC")

    def _piece(self, piece: Piece, size: float) -> None:
        embedded = self._fonts.of(piece.face)
        if piece.glyphs is not None:
            self._glyphs(piece.glyphs, embedded, size)
            return
        for font, digits in embedded.encode(piece.shown):
            self._use(font, size)
            self._operators.append(f"<{digits}> Tj")

    def _glyphs(self, glyphs: tuple[Glyph, ...], embedded: EmbeddedFace, size: float) -> None:
        rise = 0.0
        for glyph in glyphs:
            font, digits = embedded.encode_glyph(glyph.code, glyph.text)
            self._use(font, size)
            if glyph.dy != rise:
                self._operators.append(f"{glyph.dy * size / 1000:.2f} Ts")
                rise = glyph.dy
            after = glyph.own - glyph.advance + glyph.dx
            before = f"{-glyph.dx:.1f} " if glyph.dx else ""
            self._operators.append(f"[{before}<{digits}> {after:.1f}] TJ" if before or after else f"<{digits}> Tj")
        if rise:
            self._operators.append("0 Ts")

    def _color(self, color: str) -> None:
        if color != self._fill:
            self._fill = color
            self._operators.append(f"{_rgb(color)} rg")

    def _stroke_color(self, color: str) -> None:
        if color != self._stroke:
            self._stroke = color
            self._operators.append(f"{_rgb(color)} RG")

    def _use(self, font: str, size: float) -> None:
        if (font, size) != self._font:
            self._font = (font, size)
            self._operators.append(f"/{font} {size:.2f} Tf")


def _rgb(color: str) -> str:
    """The operands of a colour written as #RRGGBB."""
    return " ".join(f"{int(color[place : place + 2], 16) / 255:.3f}" for place in (1, 3, 5))
