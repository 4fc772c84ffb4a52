"""The look of the papers: sizes in points, colours, and the page. As the light theme has them."""

from dataclasses import dataclass, replace

INK = "#1E2B2F"
MUTED = "#5A676A"
LINE = "#D5D3CC"
PETROL = "#1F6F7D"
HEADING = "#12505C"
OCHRE = "#8A5209"
GROUND = "#E6EEF0"
PAPER = "#FFFFFF"
TINT = "#F0EDE5"

#: A4, with the margins of design/referat.png.
PAGE_WIDTH = 595.28
PAGE_HEIGHT = 841.89
LEFT = 51.0
RIGHT = PAGE_WIDTH - 51.0
TOP = 50.0
BOTTOM = PAGE_HEIGHT - 62.0
FOOTER = PAGE_HEIGHT - 27.0
HEADER = 30.0
WIDTH = RIGHT - LEFT

#: The air between two columns.
COLUMN_GAP = 18.0


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A kind of text: size and line height, weight and colour, and the space before and after, all in points."""

    size: float
    leading: float
    color: str = INK
    bold: bool = False
    before: float = 0.0
    after: float = 0.0

    def larger(self, factor: float) -> "TextStyle":
        """The same kind of text, larger by a factor."""
        sizes = (self.size, self.leading, self.before, self.after)
        size, leading, before, after = (value * factor for value in sizes)
        return TextStyle(size, leading, self.color, self.bold, before, after)


@dataclass(frozen=True, slots=True)
class Styles:
    """Every kind of text in a paper."""

    confidential: TextStyle = TextStyle(10, 13, MUTED, after=2)
    title: TextStyle = TextStyle(19, 25, bold=True, after=2)
    subtitle: TextStyle = TextStyle(10, 14, MUTED, after=11)
    section: TextStyle = TextStyle(12.5, 16, HEADING, bold=True, before=16, after=5)
    subsection: TextStyle = TextStyle(10.5, 14, MUTED, bold=True, before=8, after=2)
    body: TextStyle = TextStyle(10.5, 14.5, after=2.5)
    label: TextStyle = TextStyle(10.5, 14.5, MUTED)
    column: TextStyle = TextStyle(9, 12, MUTED, bold=True)
    cell: TextStyle = TextStyle(10.5, 14)
    page: TextStyle = TextStyle(9, 11, MUTED)
    note: TextStyle = TextStyle(10.5, 14.5, OCHRE, bold=True, before=10, after=2)
    figure: TextStyle = TextStyle(9.5, 12)
    blank: TextStyle = TextStyle(10.5, 14.5, before=8, after=2.5)

    def larger(self, factor: float) -> "Styles":
        """The same kinds of text for a paper in larger type; the page line keeps its size."""
        return Styles(
            self.confidential,
            self.title.larger(factor),
            self.subtitle,
            self.section.larger(factor),
            self.subsection.larger(factor),
            self.body.larger(factor),
            self.label.larger(factor),
            self.column.larger(factor),
            self.cell.larger(factor),
            self.page,
            self.note.larger(factor),
            self.figure.larger(factor),
            self.blank.larger(factor),
        )

    def in_points(self, points: float) -> "Styles":
        """The same kinds of text where the running text is of this size, and no text but the page line below it."""
        larger = self.larger(points / self.body.size)
        small = {"confidential": self.confidential, "subtitle": self.subtitle, "figure": self.figure}
        return replace(larger, **{name: style.larger(points / style.size) for name, style in small.items()})
