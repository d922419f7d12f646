"""Charts of participation: who belongs, who stays, what is given, help across departments."""

from workbench.reports.participation_charts.drawing import chart_file, chart_png, chart_svg
from workbench.reports.participation_charts.shown import (
    across_chart,
    flow_chart,
    given_chart,
    staying_chart,
)
from workbench.reports.participation_charts.specs import (
    AcrossChart,
    Chart,
    Columns,
    Curve,
    Curves,
    MonthColumn,
    QuarterPoint,
)

__all__ = [
    "AcrossChart",
    "Chart",
    "Columns",
    "Curve",
    "Curves",
    "MonthColumn",
    "QuarterPoint",
    "across_chart",
    "chart_file",
    "chart_png",
    "chart_svg",
    "flow_chart",
    "given_chart",
    "staying_chart",
]
