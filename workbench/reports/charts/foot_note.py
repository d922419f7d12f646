"""The method note under a saved picture, set in as many lines as the picture's width needs."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.reports.charts.plot import text_width
from workbench.reports.charts.style import ChartStyle

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LINE = 1.45
_MARGIN = 2.0


@dataclass(frozen=True, slots=True)
class FootNote:
    """A note broken into lines that fit the page; `height` in pixels, 0 without words."""

    lines: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        """How much room the note takes below the charts, with the space above it."""
        return math.ceil((len(self.lines) + 1.0) * self.size * _LINE) if self.lines else 0.0


def foot_note(note: str, style: ChartStyle, width: float) -> FootNote:
    """Break the note into lines of at most `width` pixels; its own line ends are kept."""
    size = style.size("caption")
    lines: list[str] = []
    for paragraph in note.splitlines():
        lines += _wrapped(paragraph.split(), size, width - 2 * _MARGIN)
    return FootNote(tuple(lines), size)


def write_foot_note(figure: "Figure", note: FootNote, style: ChartStyle, height: float) -> None:
    """Write the note at the lower edge of a figure of `height` pixels."""
    width = figure.get_figwidth() * 72
    for place, line in enumerate(note.lines):
        figure.text(
            _MARGIN / width,
            (len(note.lines) - place - 0.55) * note.size * _LINE / height,
            line,
            fontsize=note.size,
            color=style.palette.text_2,
            parse_math=False,
        )


def _wrapped(words: list[str], size: float, width: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size, 400) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines
