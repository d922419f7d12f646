"""Charts: what is shown as plain data first, then drawn, told in words, and set as a table.

One measure to a panel, one axis of time for a page; n and the interval beside every mean; a wave
under the minimum group is a gap.
"""

from workbench.reports.charts.indexed import index_month, indexed
from workbench.reports.charts.layout import PageLook, preferred_height
from workbench.reports.charts.library import prepare_charts
from workbench.reports.charts.output import (
    IN_A_BRIEF,
    ON_SCREEN,
    Canvas,
    Pixels,
    page_drawing,
    page_pixels,
    page_png,
    page_svg,
)
from workbench.reports.charts.pages import bootstrap_page, has_bootstrap, panel_page, without_notes
from workbench.reports.charts.reading import ChartTable, page_reading, panel_reading, panel_table
from workbench.reports.charts.saving import chart_file, picture_canvas, save_chart
from workbench.reports.charts.small import change_pixels, sparkline_pixels
from workbench.reports.charts.specs import (
    NOT_SHOWN,
    Break,
    ChangeStrip,
    ChartEvent,
    ChartPage,
    IndexLine,
    IndexPanel,
    IndexPoint,
    Measure,
    MonthlyPanel,
    MonthPoint,
    NoteMark,
    Panel,
    Pause,
    SessionPanel,
    SessionPoint,
    Sparkline,
    Spot,
    SurveyPanel,
    TrendLine,
    UsualLimits,
    WavePoint,
)
from workbench.reports.charts.spots import Area, Drawing
from workbench.reports.charts.style import ChartTheme

__all__ = [
    "IN_A_BRIEF",
    "NOT_SHOWN",
    "ON_SCREEN",
    "Area",
    "Break",
    "Canvas",
    "ChangeStrip",
    "ChartEvent",
    "ChartPage",
    "ChartTable",
    "ChartTheme",
    "Drawing",
    "IndexLine",
    "IndexPanel",
    "IndexPoint",
    "Measure",
    "MonthPoint",
    "MonthlyPanel",
    "NoteMark",
    "PageLook",
    "Panel",
    "Pause",
    "Pixels",
    "SessionPanel",
    "SessionPoint",
    "Sparkline",
    "Spot",
    "SurveyPanel",
    "TrendLine",
    "UsualLimits",
    "WavePoint",
    "bootstrap_page",
    "change_pixels",
    "chart_file",
    "has_bootstrap",
    "index_month",
    "indexed",
    "page_drawing",
    "page_pixels",
    "page_png",
    "page_reading",
    "page_svg",
    "panel_page",
    "panel_reading",
    "panel_table",
    "picture_canvas",
    "preferred_height",
    "prepare_charts",
    "save_chart",
    "sparkline_pixels",
    "without_notes",
]
