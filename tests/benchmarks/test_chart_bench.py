"""Drawing the trend page: at most twice what matplotlib needs for the very same artists."""

import gc
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from pytestqt.qtbot import QtBot

from tests.ui.desks import ready_app, settle
from workbench.reports.charts import (
    Canvas,
    ChartEvent,
    ChartPage,
    MonthlyPanel,
    MonthPoint,
    SessionPanel,
    SessionPoint,
    SurveyPanel,
    WavePoint,
    page_drawing,
    page_pixels,
    prepare_charts,
)
from workbench.reports.charts.output import ON_SCREEN, _page_figure
from workbench.ui.kit.chart import ChartTwin, ChartView
from workbench.ui.lane import QtLane

START = date(2016, 1, 7)
MOST = 2.0
FRAME = 16.0
CANVAS = Canvas(860, 760)
FEW, MANY = (4, 16), (40, 260)


def trend_page(waves: int, sessions: int) -> ChartPage:
    end = START + timedelta(days=14 * sessions)
    step = (end - START).days / waves
    points = tuple(
        WavePoint(
            START + timedelta(days=round(step * place)),
            f"Wave {place + 1}",
            26 + place % 9,
            4.6 + place % 5 / 10,
            4.3 + place % 5 / 10,
            4.9 + place % 5 / 10,
            40,
        )
        for place in range(waves)
    )
    held = tuple(
        SessionPoint(
            START + timedelta(days=14 * place),
            f"Session {place + 1}",
            60.0 + place * 7 % 31,
            50.0 + place % 2,
            94.0,
            30,
            45,
            "45%, below the usual range" if place % 60 == 40 else None,
        )
        for place in range(sessions)
    )
    months = sorted({point.on.replace(day=1) for point in held})
    values = tuple(MonthPoint(month, 14.0 - n % 7 / 10) for n, month in enumerate(months))
    panels = (
        SurveyPanel("Psychological safety", "safety", 1, 7, "higher is safer", points),
        SurveyPanel("Loneliness", "loneliness", 3, 9, "lower is better", points),
        SessionPanel("Attendance", "attendance", "% of members", held, 71.0, "%", 100.0),
        SessionPanel("Contributions", "contributions", "per session", held, 71.0),
        MonthlyPanel("Tickets passed on", "% of tickets", values, 9.0, "%"),
    )
    events = (ChartEvent(START + timedelta(days=60), "New returns form"),)
    return ChartPage(panels, START, end, events)


def same_again(drawn: Figure) -> None:
    """Draw a figure's artists by plain calls: the floor no wrapper can go under."""
    figure = Figure(figsize=(drawn.get_figwidth(), drawn.get_figheight()), dpi=drawn.dpi)
    for axes in drawn.axes:
        bare = figure.add_axes(axes.get_position().bounds)
        bare.set_xlim(axes.get_xlim())
        bare.set_ylim(axes.get_ylim())
        bare.set_axis_off()
        _same_artists(axes, bare)
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]  # matplotlib leaves it untyped


def _same_artists(axes: Axes, bare: Axes) -> None:
    for line in axes.lines:
        bare.plot(
            line.get_xdata(),
            line.get_ydata(),
            transform=bare.transAxes if line.get_transform() == axes.transAxes else bare.transData,
            color=line.get_color(),
            linewidth=line.get_linewidth(),
            linestyle=line.get_linestyle(),
            marker=line.get_marker(),
            markersize=line.get_markersize(),
        )
    for drawn in axes.collections:
        kind = LineCollection if isinstance(drawn, LineCollection) else PolyCollection
        shapes = [path.vertices for path in drawn.get_paths()]
        again = kind(shapes, linewidths=drawn.get_linewidth(), clip_on=drawn.get_clip_on())
        if drawn.get_transform() == axes.transAxes:
            again.set_transform(bare.transAxes)
        bare.add_collection(again, autolim=False)
    for text in axes.texts:
        bare.text(
            *text.get_position(),
            text.get_text(),
            transform=bare.transAxes,
            fontsize=text.get_fontsize(),
            fontweight=text.get_fontweight(),
        )


def artists(page: ChartPage) -> list[int]:
    figure = _page_figure(page, CANVAS, ON_SCREEN)[0]
    return [len(a.lines) + len(a.collections) + len(a.patches) for a in figure.axes]


def least(first: Callable[[], object], second: Callable[[], object]) -> tuple[float, float]:
    """Return the shortest of several turns of both, in seconds, taken by turns."""
    best = [float("inf"), float("inf")]
    for _ in range(9):
        for place, job in enumerate((first, second)):
            gc.collect()
            start = time.perf_counter()
            job()
            best[place] = min(best[place], time.perf_counter() - start)
    return best[0], best[1]


@pytest.mark.parametrize(("waves", "sessions"), [FEW, MANY])
def test_a_trend_page_costs_at_most_twice_its_artists(
    waves: int, sessions: int, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare_charts()
    page = trend_page(waves, sessions)
    drawn = _page_figure(page, CANVAS, ON_SCREEN)[0]
    page_pixels(page, CANVAS)
    same_again(drawn)
    ours, bare = least(lambda: page_pixels(page, CANVAS), lambda: same_again(drawn))
    whole, _ = least(lambda: page_drawing(page, CANVAS), lambda: None)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{waves} waves, {sessions} sessions: {ours * 1e3:.0f} ms, the same artists alone "
            f"{bare * 1e3:.0f} ms, {ours / bare:.2f} times; with file and spots "
            f"{whole * 1e3:.0f} ms\n"
        )
    assert ours / bare <= MOST


def test_resizing_does_not_stutter(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    ready_app()
    page = trend_page(*MANY)
    lane = QtLane("charts")
    view = ChartView(lane, menus=True)  # type: ignore[arg-type]  # a chart only runs jobs
    qtbot.addWidget(view)
    view.resize(860, 760)
    view.show_chart(
        lambda canvas: page_drawing(page, Canvas(canvas.width, canvas.height)), "", ChartTwin()
    )
    view.show()
    qtbot.waitUntil(lambda: view.settled and bool(view.spots), timeout=20_000)
    steps = []
    for step in range(60):
        start = time.perf_counter()
        view.resize(860 - 4 * step, 760)
        settle()
        steps.append((time.perf_counter() - start) * 1e3)
    qtbot.waitUntil(lambda: view.settled, timeout=20_000)
    lane.close()
    steps.sort()
    with capsys.disabled():
        sys.stdout.write(f"\na step of resizing: median {steps[30]:.1f} ms, nine in ten within "
                         f"{steps[54]:.1f} ms\n")  # fmt: skip
    assert steps[54] <= FRAME


def test_more_points_are_no_more_artists() -> None:
    prepare_charts()
    few, many = artists(trend_page(*FEW)), artists(trend_page(*MANY))
    assert all(count <= 12 for count in many)
    assert all(more <= less + 1 for more, less in zip(many, few, strict=True))
