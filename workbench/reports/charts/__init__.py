"""Charts: what is shown as plain data first, then drawn, told in words, and set as a table.

One measure to a panel, one axis of time for a page; n and the interval beside every mean; a wave
under the minimum group is a gap.
"""

from workbench.reports.charts.layout import PageLook, preferred_height
from workbench.reports.charts.library import prepare_charts
from workbench.reports.charts.output import (
    IN_A_BRIEF,
    ON_SCREEN,
    Canvas,
    Pixels,
    page_pixels,
    page_png,
    page_svg,
)
from workbench.reports.charts.reading import ChartTable, page_reading, panel_reading, panel_table
from workbench.reports.charts.small import change_pixels, sparkline_pixels
from workbench.reports.charts.specs import (
    NOT_SHOWN,
    ChangeStrip,
    ChartEvent,
    ChartPage,
    Measure,
    MonthlyPanel,
    MonthPoint,
    Panel,
    Pause,
    SessionPanel,
    SessionPoint,
    Sparkline,
    SurveyPanel,
    WavePoint,
)

__all__ = [
    "IN_A_BRIEF",
    "NOT_SHOWN",
    "ON_SCREEN",
    "Canvas",
    "ChangeStrip",
    "ChartEvent",
    "ChartPage",
    "ChartTable",
    "Measure",
    "MonthPoint",
    "MonthlyPanel",
    "PageLook",
    "Panel",
    "Pause",
    "Pixels",
    "SessionPanel",
    "SessionPoint",
    "Sparkline",
    "SurveyPanel",
    "WavePoint",
    "change_pixels",
    "page_pixels",
    "page_png",
    "page_reading",
    "page_svg",
    "panel_reading",
    "panel_table",
    "preferred_height",
    "prepare_charts",
    "sparkline_pixels",
]
