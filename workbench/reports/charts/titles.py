"""Titles of panels: the measure, and beside or below it the scale and what the band means."""

from dataclasses import dataclass

from workbench.reports.charts.plot import Plot, Words, shortened

_LINE = 1.4
_BEFORE_NOTE = 8.0


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """The rows above a panel: the title first, with a part of the note beside it if it fits."""

    rows: tuple[tuple[Words, ...], ...]

    @property
    def height(self) -> float:
        """The height in pixels with the space down to the panel; 0 without rows."""
        if not self.rows:
            return 0.0
        return sum(row[0].size * _LINE for row in self.rows) + self.rows[0][0].size * 0.5


def title_block(title: Words, note: tuple[Words, ...], width: float) -> TitleBlock:
    """Set the title and the parts of its note in as few rows of `width` pixels as they need."""
    kept = shortened(title.text, title.size, title.weight, width)
    first = Words(kept, title.size, title.colour, title.weight)
    room = width - first.width - _BEFORE_NOTE
    rows: list[Words | None] = [None]
    for part in note:
        last = rows[-1]
        joined = Words(f"{last.text} · {part.text}", part.size, part.colour) if last else part
        if joined.width <= room:
            rows[-1] = joined
            continue
        room = width
        rows.append(Words(shortened(part.text, part.size, 400, width), part.size, part.colour))
    beside = (rows[0],) if rows[0] else ()
    return TitleBlock(((first, *beside), *((row,) for row in rows[1:] if row)))


def write_title(plot: Plot, block: TitleBlock, left: float) -> None:
    """Write the rows above the panel, beginning `left` pixels before it."""
    down = 0.0
    for row in block.rows:
        across = -left
        baseline = plot.height + block.height - down - row[0].size
        for words in row:
            plot.write((across, baseline), words, upright="baseline")
            across += words.width + _BEFORE_NOTE
        down += row[0].size * _LINE
