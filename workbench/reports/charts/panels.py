"""What the page asks of any panel: value axis, note, words at the right, and its drawing."""

from collections.abc import Sequence

from workbench.reports.charts.frame import SideLabel
from workbench.reports.charts.index_panel import (
    draw_index,
    index_note,
    index_side,
    index_values,
)
from workbench.reports.charts.layout import PageLook
from workbench.reports.charts.monthly_panel import (
    draw_months,
    monthly_note,
    monthly_side,
    monthly_values,
)
from workbench.reports.charts.plot import Plot
from workbench.reports.charts.point_words import why_hollow
from workbench.reports.charts.scale import ValueAxis
from workbench.reports.charts.session_panel import (
    draw_sessions,
    session_note,
    session_side,
    session_values,
)
from workbench.reports.charts.specs import IndexPanel, Panel, Pause, SessionPanel, SurveyPanel
from workbench.reports.charts.style import ChartStyle
from workbench.reports.charts.survey_panel import (
    Room,
    draw_survey,
    survey_side,
    survey_values,
)
from workbench.reports.charts.survey_words import AT_FOOT, survey_note


def panel_values(panel: Panel, height: float, style: ChartStyle, look: PageLook) -> ValueAxis:
    """Return the value axis of a panel that is `height` pixels high."""
    if isinstance(panel, SurveyPanel):
        return survey_values(panel, _room(panel, height, style, look))
    if isinstance(panel, SessionPanel):
        return session_values(panel)
    if isinstance(panel, IndexPanel):
        return index_values(panel)
    return monthly_values(panel)


def panel_note(panel: Panel, values: ValueAxis) -> tuple[str, ...]:
    """Return what stands beside the panel's title, in parts."""
    if isinstance(panel, SurveyPanel):
        return survey_note(panel, values)
    if isinstance(panel, SessionPanel):
        return session_note(panel, values)
    if isinstance(panel, IndexPanel):
        return index_note(panel, values)
    return monthly_note(panel, values)


def panel_side(panel: Panel, style: ChartStyle, look: PageLook) -> tuple[SideLabel, ...]:
    """Return the words at the right end of the panel."""
    size = style.size("section")
    if isinstance(panel, SurveyPanel):
        return survey_side(panel, style, style.size("title") if look.titles else size)
    if isinstance(panel, SessionPanel):
        return session_side(panel, style, size)
    if isinstance(panel, IndexPanel):
        return index_side(panel, style, size)
    return monthly_side(panel, style, size)


def draw_panel(plot: Plot, panel: Panel, pauses: Sequence[Pause], look: PageLook) -> None:
    """Draw what the panel shows into its plot."""
    if isinstance(panel, SurveyPanel):
        draw_survey(plot, panel, worded=look.worded)
    elif isinstance(panel, SessionPanel):
        draw_sessions(plot, panel, pauses)
    elif isinstance(panel, IndexPanel):
        draw_index(plot, panel)
    else:
        draw_months(plot, panel)


def _room(panel: SurveyPanel, height: float, style: ChartStyle, look: PageLook) -> Room:
    """Return the room for words: values and breaks above, n of N, reasons and notes below."""
    below = above = 0.4
    if look.worded:
        above = 1.9
        two_rows = len(panel.waves) > AT_FOOT or any(
            wave.mean is not None and why_hollow(wave) for wave in panel.waves
        )
        below = 3.0 if two_rows else 1.9
    above += 1.3 if panel.breaks else 0.0
    below += 0.5 if panel.notes else 0.0
    line = style.size("caption") / max(height, 1.0)
    return Room(min(below * line, 0.34), min(above * line, 0.34))
