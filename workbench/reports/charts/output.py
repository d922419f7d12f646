"""Charts as vector pictures for prints, and as pixels for screens and files."""

import io
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.reports.charts.foot_note import foot_note, write_foot_note
from workbench.reports.charts.layout import PageLook
from workbench.reports.charts.library import prepare_charts, quiet_about_letters
from workbench.reports.charts.reading import page_reading
from workbench.reports.charts.specs import ChartPage
from workbench.reports.charts.spots import Drawing, Placed, areas_of, spots_of
from workbench.reports.charts.stacked import draw_page
from workbench.reports.charts.style import ChartStyle, ChartTheme, chart_style

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure

ON_SCREEN = PageLook()
IN_A_BRIEF = PageLook(titles=False, worded=False, months_at_points=True)


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture of `width` by `height` pixels, four bytes each: red, green, blue, alpha."""

    width: int
    height: int
    rgba: bytes


@dataclass(frozen=True, slots=True)
class Canvas:
    """What to draw on: size in pixels at 100 %, pixels per such pixel, theme, text size."""

    width: float
    height: float
    scale: float = 1.0
    theme: ChartTheme = "light"
    text_scale: float = 1.0


@lru_cache(maxsize=24)
def page_svg(page: ChartPage, canvas: Canvas, look: PageLook = IN_A_BRIEF, note: str = "") -> str:
    """Return the page as SVG whose text is left as text; one pixel is one point of print.

    A note makes the picture higher and stands at its foot. The newest pictures are kept: a brief
    is drawn again after every choice.
    """
    stream = io.StringIO()
    _page_figure(page, canvas, look, note)[0].savefig(
        stream,
        format="svg",
        transparent=canvas.theme == "print",
        metadata={"Date": None, **(_described(page) if look.titles else {})},
    )
    return stream.getvalue()


def page_png(page: ChartPage, canvas: Canvas, look: PageLook = ON_SCREEN, note: str = "") -> bytes:
    """Return the page as a PNG file of width times scale pixels, higher by the note's lines."""
    figure = _page_figure(page, canvas, look, note)[0]
    return figure_png(figure, canvas, about=_described(page))


def page_drawing(page: ChartPage, canvas: Canvas, look: PageLook = ON_SCREEN) -> Drawing:
    """Return the page for a screen: its picture, its points in words, and where panels lie."""
    figure, placed = _page_figure(page, canvas, look)
    png = figure_png(figure, canvas, small=False)
    return Drawing(png, spots_of(placed), areas_of(placed, canvas.width))


def page_pixels(page: ChartPage, canvas: Canvas, look: PageLook = ON_SCREEN) -> Pixels:
    """Return the page as pixels for a widget of the canvas's size and pixel ratio."""
    return figure_pixels(_page_figure(page, canvas, look)[0])


def figure_on(canvas: Canvas, draw: "Callable[[Figure, ChartStyle], None]") -> "Figure":
    """Return a figure of the canvas's size after `draw` has drawn into it in its style."""
    prepare_charts()
    quiet_about_letters()
    from matplotlib.figure import Figure

    style = chart_style(canvas.theme, canvas.text_scale)
    size = (max(canvas.width, 1.0) / 72, max(canvas.height, 1.0) / 72)
    figure = Figure(figsize=size, dpi=72 * canvas.scale, facecolor=style.background)
    draw(figure, style)
    return figure


def figure_png(
    figure: "Figure",
    canvas: Canvas,
    *,
    small: bool = True,
    about: dict[str, str] | None = None,
) -> bytes:
    """Return a figure as a PNG file that says in words what it is `about`.

    One that is shown and forgotten need not be `small`.
    """
    stream = io.BytesIO()
    figure.savefig(
        stream,
        format="png",
        transparent=canvas.theme == "print",
        metadata=about or {},
        pil_kwargs={} if small else {"compress_level": 1},
    )
    return stream.getvalue()


def figure_pixels(figure: "Figure") -> Pixels:
    """Return a figure as pixels."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib leaves its canvas untyped
    width, height = canvas.get_width_height(physical=True)
    buffer = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
    return Pixels(width, height, bytes(buffer))


def _described(page: ChartPage) -> dict[str, str]:
    """Return what a file says of itself to those who cannot see it."""
    return {
        "Title": ", ".join(panel.title for panel in page.panels),
        "Description": page_reading(page),
    }


def _page_figure(
    page: ChartPage, canvas: Canvas, look: PageLook, note: str = ""
) -> "tuple[Figure, list[Placed]]":
    prepare_charts()
    foot = foot_note(note, chart_style(canvas.theme, canvas.text_scale), canvas.width)
    higher = replace(canvas, height=canvas.height + foot.height)
    size = (higher.width, higher.height)
    placed: list[Placed] = []

    def draw(figure: "Figure", style: ChartStyle) -> None:
        placed.extend(draw_page(figure, page, style, look, size, foot.height))
        write_foot_note(figure, foot, style, size[1])

    return figure_on(higher, draw), placed
