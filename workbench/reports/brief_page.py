"""The brief as a page: PDF, pictures for the preview, and which section does not fit."""

import re
from dataclasses import dataclass
from typing import Any

from workbench.foundation.dates import full_date, period
from workbench.foundation.errors import BadInput
from workbench.foundation.tokens import tokens
from workbench.reports.brief_contents import (
    ASKS,
    CERTAINTY,
    CHANGES,
    HEADLINE,
    QUESTIONS,
    BriefChart,
    BriefContents,
    Cell,
    Changes,
    Paper,
    Statement,
)
from workbench.reports.charts import (
    Canvas,
    ChartPage,
    MonthlyPanel,
    PageLook,
    Panel,
    SessionPanel,
    SurveyPanel,
    page_svg,
    panel_reading,
)
from workbench.reports.charts.panels import panel_note, panel_values
from workbench.reports.charts.specs import panel_days
from workbench.reports.charts.style import chart_style
from workbench.reports.pdf import (
    PRINT_FONTS,
    Edge,
    print_pdf,
    print_pictures,
    section_edges,
)

_TEMPLATE = "brief.typ"
_CHARTS = tuple(Canvas(248, high, theme="print", text_scale=0.72) for high in (106, 92, 78))
_MILLIMETRES = 25.4 / 72
_HEIGHTS = {Paper.A4: 841.89, Paper.LETTER: 792.0}
_BELOW = 19 / _MILLIMETRES  # the lower margin of the template, in points
_GAPS = 7
_MOST_AIR = 14.0
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Overflow:
    """The first section that leaves the page, and how far the rest goes on, in millimetres."""

    section: str
    longest: str
    millimetres: int

    @property
    def sentence(self) -> str:
        """What the page says about it."""
        return (
            f"The brief is about {self.millimetres} mm longer than one page: "
            f"“{self.section}” does not fit."
        )

    @property
    def next_step(self) -> str:
        """What helps."""
        return f"Shorten or leave out a section; the longest is “{self.longest}”."


def brief_pdf(contents: BriefContents, paper: Paper = Paper.A4) -> bytes:
    """Return the brief as a PDF of one page; raises BadInput naming a section that does not fit."""
    data, edges = _fitted(contents, paper)
    overflow = _overflow(edges)
    if overflow is not None:
        raise BadInput(overflow.sentence, overflow.next_step, field=overflow.section)
    return print_pdf(_TEMPLATE, data | {"air": _air(edges, paper)}, contents.prepared_on)


def brief_pictures(contents: BriefContents, paper: Paper, ppi: float) -> list[bytes]:
    """Return the pages as PNG for a preview, a second one where the brief is too long."""
    data, edges = _fitted(contents, paper)
    return print_pictures(_TEMPLATE, data | {"air": _air(edges, paper)}, ppi)


def brief_overflow(contents: BriefContents, paper: Paper = Paper.A4) -> Overflow | None:
    """Return what does not fit on one page, or None where everything does."""
    return _overflow(_fitted(contents, paper)[1])


def _fitted(contents: BriefContents, paper: Paper) -> tuple[dict[str, Any], list[Edge]]:
    """Return the page with the highest charts that leave it one page, or else with the lowest."""
    for canvas in _CHARTS:
        data = page_data(contents, paper, canvas)
        edges = section_edges(_TEMPLATE, data)
        if _overflow(edges) is None:
            break
    return data, edges


def _overflow(edges: list[Edge]) -> Overflow | None:
    beyond = next((edge for edge in edges if edge.edge == "end" and edge.page > 1), None)
    if beyond is None:
        return None
    first = min(edge.y for edge in edges if edge.page == edges[-1].page)
    over = sum(1 for _ in range(2, edges[-1].page)) * 280 + (edges[-1].y - first) * _MILLIMETRES
    return Overflow(beyond.section, _longest(edges), max(round(over), 1))


def page_data(contents: BriefContents, paper: Paper, canvas: Canvas = _CHARTS[0]) -> dict[str, Any]:
    """Return what the template asks for: words, colours and charts as SVG."""
    palette = tokens().light
    names = ("text", "text_2", "text_3", "border", "accent", "accent_text", "selected", "warn_mark")
    return {
        "paper": paper.value,
        "air": 0.0,
        "fonts": PRINT_FONTS,
        "colours": {name: getattr(palette, name) for name in names},
        "words": _WORDS,
        "title": f"{contents.community}: leadership brief, {period(contents.start, contents.end)}",
        "community": contents.community,
        "about": contents.about,
        "period": period(contents.start, contents.end),
        "headline": contents.headline,
        "figures": [{"value": f.value, "words": f.words} for f in contents.figures],
        "cells": [_cell(cell, contents, canvas) for cell in contents.cells],
        "asks": [_statement(ask) for ask in contents.asks],
        "questions": list(contents.questions),
        "certainty": contents.certainty,
        "sources": " ".join(contents.sources),
        "footer": _footer(contents),
        "prepared_by": contents.prepared_by,
    }


_WORDS = {
    "brief": "Leadership brief",
    "headline": HEADLINE,
    "figures": "Key figures",
    "asks": ASKS,
    "questions": QUESTIONS,
    "certainty": CERTAINTY,
    "page": "Page",
    "of": "of",
}


def _cell(cell: Cell, contents: BriefContents, canvas: Canvas) -> dict[str, Any]:
    if isinstance(cell, Changes):
        return {"title": CHANGES, "items": [_statement(one) for one in cell.statements]}
    return _chart(cell, contents, canvas)


def _chart(chart: BriefChart, contents: BriefContents, canvas: Canvas) -> dict[str, Any]:
    panel = chart.panel
    days = panel_days(panel) or (contents.start, contents.end)
    page = ChartPage((panel,), min(days), max(days))
    look = PageLook(
        titles=False, worded=False, months_at_points=not isinstance(panel, SessionPanel)
    )
    return {
        "title": chart.title,
        "note": _note(panel, look, canvas),
        "svg": _NOT_IN_XML.sub("", page_svg(page, canvas, look)),
        "alt": panel_reading(panel),
        "reading": _statement(chart.reading),
    }


def _note(panel: Panel, look: PageLook, canvas: Canvas) -> str:
    """Return the scale and unit beside a title, as short as the half of a page allows."""
    values = panel_values(panel, canvas.height, chart_style("print", canvas.text_scale), look)
    parts = panel_note(panel, values)
    if isinstance(panel, SurveyPanel):
        return parts[0].removeprefix("scale ")
    if isinstance(panel, MonthlyPanel) and panel.suffix:
        parts = (f"{panel.suffix} per month", *parts[1:])
    return ", ".join(part for part in parts if not part.startswith("shaded"))


def _statement(statement: Statement) -> dict[str, str]:
    return {"lead": statement.lead, "rest": statement.rest}


def _footer(contents: BriefContents) -> str:
    by = f" by {contents.prepared_by}" if contents.prepared_by else ""
    if contents.meeting_on is None:
        return f"Prepared{by} on {full_date(contents.prepared_on)}"
    return f"Prepared{by} for the leadership meeting on {full_date(contents.meeting_on)}"


def _air(edges: list[Edge], paper: Paper) -> float:
    """Return the points of room to add between sections, so that a page is filled but not torn."""
    if not edges or edges[-1].page > 1:
        return 0.0
    left = _HEIGHTS[paper] - _BELOW - edges[-1].y
    return round(min(max(left - 4.0, 0.0) / _GAPS, _MOST_AIR), 2)


def _longest(edges: list[Edge]) -> str:
    """Return the section that takes most room of those that may be shortened or left out."""
    heights: dict[str, float] = {}
    starts: dict[str, float] = {}
    for edge in edges:
        if edge.edge == "start":
            starts[edge.section] = edge.y
        elif edge.section in starts and edge.section != CERTAINTY:
            heights[edge.section] = edge.y - starts[edge.section]
    return max(heights, key=lambda name: heights[name], default=CERTAINTY)
