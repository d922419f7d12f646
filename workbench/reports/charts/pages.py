"""Pages made of other pages: one panel alone with its own events, for saving and copying."""

from dataclasses import replace

from workbench.reports.charts.specs import ChartPage


def panel_page(page: ChartPage, panel: int) -> ChartPage:
    """Return the page with one of its panels alone, on the same axis of time."""
    return replace(page, panels=(page.panels[panel],))
