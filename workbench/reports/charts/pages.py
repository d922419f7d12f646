"""Pages made of other pages: one panel alone, without own notes, with bootstrap intervals."""

from dataclasses import replace

from workbench.reports.charts.specs import ChartPage, Panel, SurveyPanel, WavePoint

BOOTSTRAP = "95% bootstrap interval (BCa)"


def panel_page(page: ChartPage, panel: int) -> ChartPage:
    """Return the page with one of its panels alone, on the same axis of time."""
    return replace(page, panels=(page.panels[panel],))


def without_notes(page: ChartPage) -> ChartPage:
    """Return the page without the facilitator's own notes, which may name people."""
    return replace(page, panels=tuple(replace(panel, notes=()) for panel in page.panels))


def bootstrap_page(page: ChartPage) -> ChartPage:
    """Return the page with the bootstrap interval at each wave that has one, and no other.

    A wave of fewer than 12 answers has none: there it would be too narrow.
    """
    return replace(page, panels=tuple(_bootstrapped(panel) for panel in page.panels))


def has_bootstrap(page: ChartPage) -> bool:
    """Return whether any wave shown has a bootstrap interval to offer."""
    return any(
        wave.drawn_anew is not None and wave.mean is not None
        for panel in page.panels
        if isinstance(panel, SurveyPanel)
        for wave in panel.waves
    )


def _bootstrapped(panel: Panel) -> Panel:
    if not isinstance(panel, SurveyPanel):
        return panel
    waves = tuple(_with_bootstrap(wave) for wave in panel.waves)
    return replace(panel, waves=waves, interval=BOOTSTRAP)


def _with_bootstrap(wave: WavePoint) -> WavePoint:
    if wave.drawn_anew is None:
        return replace(wave, low=None, high=None, hollow=wave.hollow or "no bootstrap interval")
    return replace(wave, low=wave.drawn_anew[0], high=wave.drawn_anew[1])
