"""What the page asks of any panel: value axis, note, words at the right, and its drawing."""

from collections.abc import Sequence

from workbench.reports.charts.frame import SideLabel
from workbench.reports.charts.layout import PageLook
from workbench.reports.charts.monthly_panel import (
    draw_months,
    monthly_note,
    monthly_side,
    monthly_values,
)
from workbench.reports.charts.plot import Plot
from workbench.reports.charts.scale import ValueAxis
from workbench.reports.charts.session_panel import (
    draw_sessions,
    session_note,
    session_side,
    session_values,
)
from workbench.reports.charts.specs import Panel, Pause, SessionPanel, SurveyPanel
from workbench.reports.charts.style import ChartStyle
from workbench.reports.charts.survey_panel import (
    draw_survey,
    survey_note,
    survey_side,
    survey_values,
)


def panel_values(panel: Panel, height: float, style: ChartStyle, look: PageLook) -> ValueAxis:
    """Return the value axis of a panel that is `height` pixels high."""
    if isinstance(panel, SurveyPanel):
        for_words = style.size("caption") * (1.9 if look.worded else 0.4)
        return survey_values(panel, min(for_words / max(height, 1.0), 0.3))
    if isinstance(panel, SessionPanel):
        return session_values(panel)
    return monthly_values(panel)


def panel_note(panel: Panel, values: ValueAxis) -> tuple[str, ...]:
    """Return what stands beside the panel's title, in parts."""
    if isinstance(panel, SurveyPanel):
        return survey_note(panel, values)
    if isinstance(panel, SessionPanel):
        return session_note(panel, values)
    return monthly_note(panel, values)


def panel_side(panel: Panel, style: ChartStyle, look: PageLook) -> tuple[SideLabel, ...]:
    """Return the words at the right end of the panel."""
    size = style.size("section")
    if isinstance(panel, SurveyPanel):
        return survey_side(panel, style, style.size("title") if look.titles else size)
    if isinstance(panel, SessionPanel):
        return session_side(panel, style, size)
    return monthly_side(panel, style, size)


def draw_panel(plot: Plot, panel: Panel, pauses: Sequence[Pause], look: PageLook) -> None:
    """Draw what the panel shows into its plot."""
    if isinstance(panel, SurveyPanel):
        draw_survey(plot, panel, worded=look.worded)
    elif isinstance(panel, SessionPanel):
        draw_sessions(plot, panel, pauses)
    else:
        draw_months(plot, panel)
