"""Waves as drawn: parted bands, hollow points, ends of the scale, withheld waves, n of N."""

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.axes import Axes
from matplotlib.collections import Collection, LineCollection, PolyCollection
from matplotlib.path import Path

from tests.unit.reports.charts.samples import PAGE, SAFETY
from workbench.reports.charts import (
    Break,
    Canvas,
    ChartPage,
    NoteMark,
    SurveyPanel,
    TrendLine,
    UsualLimits,
    WavePoint,
    bootstrap_page,
    has_bootstrap,
    page_svg,
    panel_reading,
    panel_table,
)
from workbench.reports.charts.output import ON_SCREEN, _page_figure
from workbench.reports.charts.panels import panel_note, panel_values
from workbench.reports.charts.style import chart_style
from workbench.reports.charts.survey_panel import stretches

BIG = Canvas(860, 260)
NO_INTERVAL = replace(SAFETY.waves[1], low=None, high=None)
LONELY = SurveyPanel(
    "Loneliness",
    "loneliness",
    3,
    9,
    "lower is better",
    (
        WavePoint(date(2026, 1, 27), "January", 12, 3.3, 2.5, 4.1, 20),
        WavePoint(date(2026, 6, 16), "June", 14, 8.8, 8.2, 9.4, 20),
    ),
)


def page_of(panel: SurveyPanel) -> ChartPage:
    return ChartPage((panel,), PAGE.start, PAGE.end)


def axes_of(panel: SurveyPanel) -> Axes:
    return _page_figure(page_of(panel), BIG, ON_SCREEN)[0].axes[0]


def texts(panel: SurveyPanel, canvas: Canvas = BIG) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", page_svg(page_of(panel), canvas, ON_SCREEN))


def with_waves(*waves: WavePoint) -> SurveyPanel:
    return replace(SAFETY, waves=waves)


def shapes(axes: Axes, kind: type[Collection]) -> list[list[tuple[float, float]]]:
    return [
        corners(path)
        for drawn in axes.collections
        if isinstance(drawn, kind) and drawn.get_transform() != axes.transAxes
        for path in drawn.get_paths()
    ]


def corners(path: Path) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in np.asarray(path.vertices)]


def days(shape: Iterable[tuple[float, float]]) -> set[date]:
    return {date.fromordinal(int(day)) for day, _ in shape}


def test_the_band_is_parted_where_a_wave_has_no_interval() -> None:
    four = SAFETY.waves
    whole = shapes(axes_of(SAFETY), PolyCollection)
    assert [days(shape) for shape in whole] == [{wave.on for wave in four}]
    parted = shapes(axes_of(with_waves(four[0], NO_INTERVAL, *four[2:])), PolyCollection)
    assert [days(shape) for shape in parted] == [{four[2].on, four[3].on}]


@pytest.mark.parametrize(
    ("wave", "why"),
    [
        (NO_INTERVAL, "no interval"),
        (replace(SAFETY.waves[1], hollow="key in question"), "key in question"),
    ],
)
def test_a_mean_that_stands_on_less_is_hollow_and_says_why(wave: WavePoint, why: str) -> None:
    panel = with_waves(SAFETY.waves[0], wave, *SAFETY.waves[2:])
    ground = chart_style("light").palette.chart.bg
    hollow = [
        line for line in axes_of(panel).lines if line.get_markerfacecolor() == ground
    ]  # a hollow point shows the ground through it
    assert [list(np.asarray(line.get_xdata())) for line in hollow] == [[wave.on.toordinal()]]
    assert why in texts(panel)
    assert why in panel_reading(panel)
    assert why in str(panel_table(panel).rows[1][-1])


def test_waves_of_another_version_are_not_joined() -> None:
    waves = [replace(wave, segment=int(place > 1)) for place, wave in enumerate(SAFETY.waves)]
    panel = replace(
        SAFETY, waves=tuple(waves), breaks=(Break(date(2026, 5, 1), "now 7 answers, before 5"),)
    )
    assert [len(run) for run in stretches(panel)] == [2, 2]
    assert "now 7 answers, before 5" in texts(panel)
    assert "1 May 2026: now 7 answers, before 5; the waves before" in panel_reading(panel)


def test_drawings_end_where_the_scale_ends_and_numbers_stay() -> None:
    axes = axes_of(LONELY)
    drawn = [y for shape in shapes(axes, PolyCollection) for _, y in shape]
    bars = [y for shape in shapes(axes, LineCollection) for _, y in shape]
    assert (min(drawn), max(drawn)) == (3.0, 9.0)
    assert (min(bars), max(bars)) == (3.0, 9.0)
    assert "8.2 to 9.4" in texts(LONELY)
    assert panel_table(LONELY).rows[0][5] == 2.5
    assert any("reaches past the end of the scale" in text for text in texts(LONELY))
    assert "2.5 to 4.1, reaches past the end of the scale" in panel_reading(LONELY)


@given(st.lists(st.tuples(st.floats(1, 7), st.floats(0, 9), st.booleans()), max_size=12))
@settings(max_examples=25, deadline=None)
def test_no_interval_is_drawn_past_the_scale(waves: list[tuple[float, float, bool]]) -> None:
    panel = with_waves(
        *(
            WavePoint(date(2026, 1, 5) + timedelta(days=20 * place), "W", 9, mean,
                      mean - half if told else None, mean + half if told else None, 12)
            for place, (mean, half, told) in enumerate(waves)
        )
    )  # fmt: skip
    drawn = [y for shape in shapes(axes_of(panel), PolyCollection) for _, y in shape]
    assert all(1.0 <= y <= 7.0 for y in drawn)


def test_with_all_waves_hidden_the_whole_scale_is_seen_and_nothing_is_claimed() -> None:
    hidden = with_waves(*(WavePoint(wave.on, wave.label) for wave in SAFETY.waves))
    values = panel_values(hidden, 120, chart_style("light"), ON_SCREEN)
    assert not values.zoomed
    assert values.low <= 1.0
    assert values.high >= 7.0
    said = ("scale 1 to 7, higher is safer", "not shown: fewer than 5 answers")
    assert panel_note(hidden, values) == said
    found = texts(hidden)
    assert found.count("not shown") == 4
    assert any("not shown: fewer than 5 answers" in text for text in found)


def test_a_hidden_wave_is_hatched_at_its_day() -> None:
    gap = with_waves(*SAFETY.waves[:2], WavePoint(date(2026, 6, 16), "June"), SAFETY.waves[3])
    hatched = [d for d in axes_of(gap).collections if d.get_hatch()]
    assert len(hatched) == 1
    middle = [x for path in hatched[0].get_paths() for x, _ in corners(path)]
    assert min(middle) < date(2026, 6, 16).toordinal() < max(middle)


def test_n_of_all_asked_stands_under_every_wave() -> None:
    found = texts(SAFETY)
    assert {"n 26 of 34", "n 31 of 38", "n 33 of 44", "n 38 of 48"} <= set(found)
    narrow = texts(SAFETY, Canvas(330, 260))
    assert {"26/34", "31/38", "33/44", "38/48"} <= set(narrow)


def test_forty_waves_keep_every_n() -> None:
    waves = tuple(
        WavePoint(date(2016, 1, 5) + timedelta(days=91 * place), "W", 10 + place, 5, 4.8, 5.2, 60)
        for place in range(40)
    )
    panel = replace(SAFETY, waves=waves)
    page = ChartPage((panel,), waves[0].on, waves[-1].on)
    svg = page_svg(page, Canvas(860, 260), ON_SCREEN)
    found = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    counts = {text.split("/")[0] for text in found}
    assert {str(wave.n) for wave in waves} <= counts
    assert any("n of 60 asked" in text for text in found)


def test_no_grid_line_runs_through_words() -> None:
    hidden = with_waves(*(WavePoint(wave.on, wave.label) for wave in SAFETY.waves))
    for panel in (SAFETY, hidden, replace(SAFETY, limits=UsualLimits(5, 4.6, 5.4, "first 7"))):
        placed = _page_figure(page_of(panel), BIG, ON_SCREEN)[1][0].plot
        lines = [
            [(x * placed.width, y * placed.height) for x, y in corners(path)]
            for drawn in placed.axes.collections
            if isinstance(drawn, LineCollection) and drawn.get_transform() == placed.axes.transAxes
            for path in drawn.get_paths()
        ]
        assert len(lines) > len(placed.values.ticks)
        for left, bottom, right, top in placed.written:
            for (start, up), (end, other) in lines:
                if up == other and bottom < up < top:
                    assert end <= left or right <= start


def test_trend_limits_and_notes_are_drawn_and_told() -> None:
    panel = replace(
        SAFETY,
        line=TrendLine(date(2026, 1, 27), date(2026, 9, 22), (4.5, 4.8, 5.0), (5.0, 5.3, 5.6)),
        limits=UsualLimits(5.0, 4.6, 5.4, "from the first 7 waves"),
        notes=(NoteMark(date(2026, 3, 24), 1, "The new desk opened"),),
    )
    found = texts(panel)
    assert "1" in found
    assert any("dashed: trend" in text for text in found)
    words = panel_reading(panel)
    assert "The trend line goes from 4.8 to 5.3, 27 January to 22 September 2026." in words
    assert "Usual range 4.6 to 5.4, from the first 7 waves." in words
    assert "Note 1, 24 March 2026: The new desk opened." in words


def test_percent_of_maximum_says_so() -> None:
    panel = replace(
        SAFETY, percent=True, scale_low=0, scale_high=100, decimals=0,
        waves=(WavePoint(date(2026, 1, 27), "January", 26, 63.2, 60.0, 66.3, 34),),
    )  # fmt: skip
    found = texts(panel)
    assert "63%" in found
    assert any(text.startswith("% of maximum 0 to 100") for text in found)
    assert any("a trend needs two waves" in text for text in found)
    assert "percent of maximum" in panel_reading(panel)


def test_bootstrap_intervals_are_offered_where_a_wave_has_one() -> None:
    first = replace(SAFETY.waves[0], drawn_anew=(4.55, 4.95))
    page = page_of(with_waves(first, *SAFETY.waves[1:]))
    assert has_bootstrap(page)
    assert not has_bootstrap(page_of(SAFETY))
    panel = bootstrap_page(page).panels[0]
    assert isinstance(panel, SurveyPanel)
    assert (panel.waves[0].low, panel.waves[0].high) == (4.55, 4.95)
    assert (panel.waves[1].low, panel.waves[1].hollow) == (None, "no bootstrap interval")
    assert "January 4.8 (95% bootstrap interval (BCa) 4.5 to 5.0" in panel_reading(panel)
    assert any("band: 95% bootstrap interval" in text for text in texts(panel))
    table = panel_table(page.panels[0])
    assert table.columns[7:9] == ("Bootstrap from", "Bootstrap to")
    assert [row[7:9] for row in table.rows[:2]] == [(4.55, 4.95), (None, None)]
    hidden = page_of(with_waves(replace(first, mean=None)))
    assert not has_bootstrap(hidden)
    assert 4.55 not in panel_table(hidden.panels[0]).rows[0]


@pytest.mark.parametrize("canvas", [BIG, Canvas(480, 240), Canvas(900, 420, text_scale=2.0)])
@pytest.mark.parametrize(
    ("count", "hidden"),
    [(1, ()), (3, ()), (8, (3,)), (12, (1, 7)), (40, (3, 4, 20)), (5, range(5))],
)
def test_words_never_lie_over_words(count: int, hidden: Iterable[int], canvas: Canvas) -> None:
    waves = []
    for place in range(count):
        mean = 4.6 + 0.3 * math.sin(place * 2.1)
        on = date(2022, 1, 20) + timedelta(days=90 * place)
        wave = WavePoint(on, f"Wave {place}", 20 + place, mean, mean - 0.3, mean + 0.3, 60)
        waves.append(replace(wave, mean=None) if place in hidden else wave)
    panel = with_waves(*waves)
    page = ChartPage((panel,), waves[0].on, waves[-1].on)
    boxes = _page_figure(page, canvas, ON_SCREEN)[1][0].plot.written
    for (left, bottom, right, top), other in combinations(boxes, 2):
        apart_in_height = top <= other[1] + 2 or other[3] <= bottom + 2
        assert other[0] >= right - 2 or other[2] <= left + 2 or apart_in_height
