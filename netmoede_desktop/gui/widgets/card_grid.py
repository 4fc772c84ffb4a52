"""Cards of one size, as many beside each other as there is room for, the rest below."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class CardGrid(QWidget):
    """The grid; cards fill the width. It takes the height it needs."""

    def __init__(self, gap: int, *, most_columns: int = 5) -> None:
        """Make it; `gap` in pixels between the cards, never more than `most_columns` of them beside each other."""
        super().__init__()
        self._most_columns = most_columns
        self._gap = gap
        self._cards: list[QWidget] = []
        self._columns = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def columns(self) -> int:
        """How many cards stand beside each other."""
        return self._columns

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards in reading order; those that are not among them any more are let go."""
        for card in self._cards:
            if card not in cards:
                card.setParent(None)
                card.deleteLater()
        self._cards = list(cards)
        for card in self._cards:
            if card.parentWidget() is not self:
                card.setParent(self)
            card.show()
        self._arrange()

    def beside(self, card: QWidget, columns: int, rows: int) -> QWidget:
        """Return the card so many columns and rows away; the same one at the edge."""
        place = self._cards.index(card) + columns + rows * self._columns
        return self._cards[place] if 0 <= place < len(self._cards) else card

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Use the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if not self._cards:
            self.setFixedHeight(0)
            return
        least = max(card.minimumSizeHint().width() for card in self._cards)
        height = max(card.sizeHint().height() for card in self._cards)
        gap = self._gap
        self._columns = min(max((self.width() + gap) // (least + gap), 1), self._most_columns)
        width = (self.width() - gap * (self._columns - 1)) // self._columns
        for place, card in enumerate(self._cards):
            row, column = divmod(place, self._columns)
            card.setGeometry(column * (width + gap), row * (height + gap), width, height)
        rows = -(-len(self._cards) // self._columns)
        self.setFixedHeight(rows * height + (rows - 1) * gap)
