"""How many get a mark, beside the square that the grid will show."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workbench.ui.kit.squares import Square, SquareStrip
from workbench.ui.kit.text import Span, Text


class Tally(QWidget):
    """A square, a number and a word; gone where the number is none."""

    def __init__(self, square: Square, word: str) -> None:
        super().__init__()
        self._word = word
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(8)
        strip = SquareStrip([square])
        strip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.words = Text("")
        self.words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(strip)
        row.addWidget(self.words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_count(self, count: int) -> None:
        """Show another number."""
        self.words.say_spans(Span(f"{count}", "strong"), Span(f" {self._word}"))
        self.setAccessibleName(f"{count} {self._word}")
        self.setVisible(count > 0)
