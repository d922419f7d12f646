"""Charts as files of their own: PNG or SVG by the file's name, with the method note at the foot."""

from pathlib import Path

from workbench.foundation.atomic_file import write_bytes
from workbench.foundation.dates import full_date
from workbench.foundation.errors import BadInput
from workbench.reports.charts.layout import preferred_height
from workbench.reports.charts.output import ON_SCREEN, Canvas, page_png, page_svg
from workbench.reports.charts.pages import without_notes
from workbench.reports.charts.specs import ChartPage
from workbench.reports.charts.style import ChartTheme

_WIDTH = 1100.0
_LOWEST = 300.0
_SHARPNESS = 2.0


def save_chart(
    path: Path,
    page: ChartPage,
    note: str = "",
    theme: ChartTheme = "light",
    *,
    notes: bool = False,
) -> None:
    """Write a page of charts; raises BadInput where the name ends in neither .png nor .svg.

    Own notes stand on it only with `notes`, for they may name people.
    """
    write_bytes(path, chart_file(path.suffix, page, note, theme, notes=notes))


def chart_file(
    ending: str,
    page: ChartPage,
    note: str = "",
    theme: ChartTheme = "light",
    *,
    notes: bool = False,
) -> bytes:
    """Return a page of charts as the file its ending asks for, on white, its note at the foot.

    With `notes` the own notes are numbered on it and written out below.
    """
    page = page if notes else without_notes(page)
    below = "\n".join(part for part in (note, *_written_out(page)) if part)
    canvas = picture_canvas(page, theme)
    match ending.casefold():
        case ".svg":
            return page_svg(page, canvas, ON_SCREEN, below).encode()
        case ".png":
            return page_png(page, canvas, ON_SCREEN, below)
    raise no_such_ending(ending)


def no_such_ending(ending: str) -> BadInput:
    """Return the problem with the name of a picture that ends in neither .png nor .svg."""
    return BadInput(
        f"A chart cannot be saved as “{ending or 'a file without an ending'}”.",
        "Let the name end in .png for a picture, or in .svg for one that stays sharp at any size.",
        field="path",
    )


def _written_out(page: ChartPage) -> list[str]:
    """Return the own notes in the order of their numbers."""
    notes = {note.number: note for panel in page.panels for note in panel.notes}
    return [
        f"{number}  {full_date(notes[number].on)}: {notes[number].text}" for number in sorted(notes)
    ]


def picture_canvas(page: ChartPage, theme: ChartTheme = "light") -> Canvas:
    """Return the canvas of a saved page: as wide as a page of text, as high as it can be read."""
    height = max(preferred_height(page) * 1.15, _LOWEST)
    return Canvas(_WIDTH, height, _SHARPNESS, theme)
