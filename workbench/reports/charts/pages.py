"""Pages made of other pages: one panel alone, or a page without the own notes on it."""

from dataclasses import replace

from workbench.reports.charts.specs import ChartPage


def panel_page(page: ChartPage, panel: int) -> ChartPage:
    """Return the page with one of its panels alone, on the same axis of time."""
    return replace(page, panels=(page.panels[panel],))


def without_notes(page: ChartPage) -> ChartPage:
    """Return the page without the facilitator's own notes, which may name people."""
    return replace(page, panels=tuple(replace(panel, notes=()) for panel in page.panels))
