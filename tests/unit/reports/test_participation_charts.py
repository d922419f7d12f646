"""Charts of participation: by their data, their words, and as pictures in every theme."""

import math
from datetime import date

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from workbench.insights.membership_flow import FlowMonth
from workbench.insights.retention import Cohort, Retention, pooled
from workbench.insights.shares import Share
from workbench.insights.silo import HelpAcross, SiloIndex
from workbench.insights.silo_over_time import SiloPoint
from workbench.reports.charts import Canvas
from workbench.reports.charts.style import ChartTheme
from workbench.reports.participation_charts import (
    Chart,
    Curves,
    across_chart,
    chart_png,
    chart_svg,
    flow_chart,
    staying_chart,
)
from workbench.reports.participation_charts.drawing import _figure

JAN, FEB, MAR = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)
T36 = (
    Cohort(JAN, (10, 8, 7, 7, 5)),
    Cohort(FEB, (12, 9, 8, 6)),
    Cohort(MAR, (6, 6, 4)),
    Cohort(date(2026, 4, 1), (3, 2)),
)


def figure_of(chart: Chart) -> Figure:
    return _figure(chart, Canvas(560, 240))


def staying(leavers: int = 3) -> Chart:
    chart = staying_chart(Retention(T36, pooled(T36), leavers))
    assert chart is not None
    return chart


def flow() -> Chart:
    return flow_chart((FlowMonth(JAN, 5, 0, 4, 0, 1), FlowMonth(FEB, 1, 2, 3, 1, 0)))


def across() -> Chart:
    index = SiloIndex(0.4, -0.2, 0.3, 0.25, 0.1, 0.5)
    chart = across_chart(
        (
            SiloPoint(JAN, date(2026, 3, 31), HelpAcross(Share(11, 20), 9, 0, index)),
            SiloPoint(
                date(2026, 4, 1), date(2026, 5, 2), HelpAcross(Share(1, 2), 3, 0, None, "Few.")
            ),
        )
    )
    assert chart is not None
    return chart


def test_no_line_joins_a_point_of_fewer_than_five_or_of_one_cohort_alone() -> None:
    drawn = staying().drawn
    assert isinstance(drawn, Curves)
    by_name = {curve.name: curve for curve in drawn.curves}
    assert by_name["Apr 2026"].few == (True, True)
    assert by_name["Jan 2026"].few == (False,) * 5
    assert by_name["all"].few == (False, False, False, False, True)
    joined = [
        len([value for value in np.asarray(line.get_ydata(), float) if not math.isnan(value)])
        for line in figure_of(staying()).axes[0].lines
        if line.get_linestyle() == "-" and line.get_marker() == "o"
    ]
    assert joined == [5, 4, 3, 0, 4]


def test_t36_stands_in_table_and_words() -> None:
    chart = staying()
    assert chart.rows[0] == ("Jan 2026", "10", "8", "7", "7", "5")
    assert chart.rows[-1] == ("All", "31 of 31", "25 of 31", "19 of 28", "13 of 22", "5 of 10")
    assert "3 months after joining 13 of 22 were still there." in chart.words
    assert "3 people left so far, which says little" in chart.words
    assert "left so far" not in staying(leavers=10).words


def test_who_belongs_says_that_staying_away_is_not_leaving() -> None:
    chart = flow()
    assert chart.words == (
        "4 belong now: 3 came to one of the last 3 sessions, 1 did not, 0 are too new to say. In "
        "these months 6 joined and 2 left. Staying away is not leaving."
    )
    bars = [bar for bar in figure_of(chart).axes[0].patches if isinstance(bar, Rectangle)]
    assert [bar.get_height() for bar in bars] == [4, 3, 1, 0, 0, 1, 0, -2]


def test_help_across_is_told_beside_what_chance_gives() -> None:
    chart = across()
    assert "11 of 20 offers of help crossed departments" in chart.words
    assert "(E-I index 0.10, by chance about 0.50): outside what chance gives." in chart.words
    assert chart.words.startswith("Q2 2026: Few.")
    assert chart.rows[0] == ("Q1 2026", "11 of 20", "0.10", "0.05 to 0.80")
    assert chart.rows[1][2:] == ("Few.", "")


@pytest.mark.parametrize("make", [flow, staying, across])
@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_every_chart_is_a_picture_in_every_theme(make: object, theme: ChartTheme) -> None:
    assert callable(make)
    chart = make()
    assert chart_png(chart, Canvas(480, 220, 1.0, theme, 2.0)).startswith(b"\x89PNG")
    assert chart.drawn.title in chart_svg(chart, Canvas(480, 220, 1.0, theme))


def test_words_stay_inside_the_picture() -> None:
    for chart in (flow(), staying(), across()):
        figure = figure_of(chart)
        figure.canvas.draw()
        for words in figure.axes[0].texts:
            box = words.get_window_extent()
            assert box.x0 >= -1
            assert box.x1 <= 561
            assert box.y0 >= -1
            assert box.y1 <= 241
