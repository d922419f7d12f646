"""Pictures: text stays text, sizes are exact, equal charts are equal bytes, odd data draws."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.reports.charts.samples import ATTENDANCE, PAGE, SAFETY, TICKETS
from workbench.foundation.tokens import tokens
from workbench.reports.charts import (
    IN_A_BRIEF,
    Canvas,
    ChangeStrip,
    ChartEvent,
    ChartPage,
    MonthPoint,
    Panel,
    SessionPoint,
    Sparkline,
    WavePoint,
    change_pixels,
    page_pixels,
    page_png,
    page_svg,
    sparkline_pixels,
)
from workbench.reports.charts.event_names import in_rows
from workbench.reports.charts.output import ON_SCREEN, _page_figure
from workbench.reports.charts.plot import apart

SMALL = Canvas(255, 110, theme="print", text_scale=0.7)


def page_of(panel: Panel, days: int = 0) -> ChartPage:
    return ChartPage(
        (panel,), PAGE.start, PAGE.end + timedelta(days=days), PAGE.events, PAGE.pauses
    )


def texts(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def test_print_charts_keep_text_as_text_and_name_waves_with_n() -> None:
    svg = page_svg(page_of(SAFETY), SMALL)
    found = texts(svg)
    assert {"Jan", "Mar", "Jun", "Sep", "n 26", "n 38", "5.3", "5.1 to 5.5"} <= set(found)
    assert "<image" not in svg
    assert "font-family" in svg
    assert "Inter" in svg


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert page_svg(page_of(TICKETS), SMALL) == page_svg(page_of(TICKETS), SMALL)


def test_screen_pages_carry_titles_events_and_words_for_signals() -> None:
    svg = page_svg(PAGE, Canvas(800, 500), ON_SCREEN)
    joined = "\n".join(texts(svg))
    for words in ("Psychological safety", "scale 1 to 7, zoomed, higher is safer",
                  "Shadow days begin", "Summer", "45%, below the usual range", "62%",
                  "average 71%", "goal 9%", "n 33"):  # fmt: skip
        assert words in joined


@pytest.mark.parametrize(("scale", "text_scale"), [(1.0, 1.0), (1.5, 1.3), (2.0, 2.0)])
def test_pixels_have_the_size_asked_for(scale: float, text_scale: float) -> None:
    pixels = page_pixels(PAGE, Canvas(640, 480, scale, "dark", text_scale))
    assert (pixels.width, pixels.height) == (round(640 * scale), round(480 * scale))
    assert len(pixels.rgba) == pixels.width * pixels.height * 4
    assert pixels.rgba[:3] == bytes.fromhex(tokens().dark.chart.bg[1:])


def test_a_print_picture_has_a_clear_ground() -> None:
    pixels = page_pixels(page_of(TICKETS), SMALL, IN_A_BRIEF)
    assert pixels.rgba[3] == 0
    assert page_png(page_of(TICKETS), SMALL, IN_A_BRIEF).startswith(b"\x89PNG")


def test_a_hidden_wave_is_a_gap_with_words_and_without_its_count() -> None:
    hidden = WavePoint(date(2026, 6, 16), "June", n=4)
    panel = replace(SAFETY, waves=(*SAFETY.waves[:2], hidden, SAFETY.waves[3]))
    found = texts(page_svg(page_of(panel), Canvas(600, 200), ON_SCREEN))
    assert "not shown" in found
    assert "n 4" not in found
    assert "n 4" not in texts(page_svg(page_of(panel), SMALL))


@pytest.mark.parametrize(
    "panel",
    [
        replace(SAFETY, waves=()),
        replace(SAFETY, waves=SAFETY.waves[:1]),
        replace(SAFETY, waves=(replace(SAFETY.waves[0], low=None, high=None),)),
        replace(SAFETY, waves=(WavePoint(date(2026, 6, 16), "June"),)),
        replace(ATTENDANCE, points=()),
        replace(ATTENDANCE, points=(SessionPoint(date(2026, 1, 22), "One", None),)),
        replace(TICKETS, points=(), goal=None),
        replace(TICKETS, title="$5 per $ head_x^2 <b>&amp; \\frac", note="% of 売上 · عدد 🙂"),
        replace(SAFETY, title="An instrument with a name that is far longer than any panel " * 4),
    ],
    ids=["no wave", "one wave", "no interval", "hidden", "no session", "no value", "no month",
         "hostile words", "long"],
)  # fmt: skip
def test_thin_hostile_and_long_data_still_draw(panel: Panel) -> None:
    for look in (ON_SCREEN, IN_A_BRIEF):
        assert page_pixels(page_of(panel), Canvas(300, 140), look).rgba
        assert page_svg(page_of(panel), Canvas(300, 140), look)


def test_dollars_are_dollars() -> None:
    panel = replace(TICKETS, title="Cost in $ per $ head")
    assert "Cost in $ per $ head" in texts(page_svg(page_of(panel), Canvas(700, 200), ON_SCREEN))


def test_a_whole_decade_of_sessions_draws() -> None:
    start = date(2016, 1, 7)
    points = tuple(
        SessionPoint(start + timedelta(days=7 * place), "S", 50.0 + place % 40, 30.0, 95.0)
        for place in range(500)
    )
    page = page_of(replace(ATTENDANCE, points=points))
    assert page_pixels(page, Canvas(800, 200)).rgba


def test_names_of_events_never_touch_and_stay_on_the_page() -> None:
    wanted = [(f"Event {n}", float(n * 10), 60.0) for n in range(12)]
    placed = in_rows(wanted, (0.0, 300.0))
    assert len(placed) == 12
    for one in placed:
        assert 30.0 <= one.middle <= 270.0
        same_row = [other for other in placed if other.row == one.row and other is not one]
        assert all(abs(other.middle - one.middle) >= 60.0 for other in same_row)


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(1, 60)), max_size=20))
@settings(max_examples=100)
def test_words_that_are_written_never_touch(places: list[tuple[float, float]]) -> None:
    in_order = sorted(places)
    kept = [place for place, fits in zip(in_order, apart(in_order), strict=True) if fits]
    assert not in_order or kept[-1] == in_order[-1]
    for (left, one), (right, other) in pairwise(kept):
        assert left + one / 2 <= right - other / 2


def test_waves_close_together_keep_the_latest_words() -> None:
    waves = tuple(
        WavePoint(date(2026, 3, day), f"W{day}", 20 + day, 5.0, 4.8, 5.2) for day in range(1, 25)
    )
    found = texts(page_svg(page_of(replace(SAFETY, waves=waves)), SMALL))
    assert found.count("Mar") < 12
    assert "n 44" in found


def test_events_outside_the_axis_are_not_named() -> None:
    page = replace(PAGE, events=(ChartEvent(date(2031, 1, 1), "Far away"),))
    assert "Far away" not in texts(page_svg(page, Canvas(800, 500), ON_SCREEN))


@pytest.mark.parametrize("width", [300, 420, 560, 700, 900])
@pytest.mark.parametrize("years", [0.2, 1, 4, 10, 30])
def test_words_of_the_time_axis_never_touch(width: int, years: float) -> None:
    page = ChartPage((TICKETS,), date(2000, 1, 9), date(2000, 1, 9) + timedelta(round(365 * years)))
    page = replace(page, panels=(replace(TICKETS, points=(MonthPoint(date(2000, 2, 1), 9.0),)),))
    plot = _page_figure(page, Canvas(width, 200), ON_SCREEN)[1][0].plot
    below = sorted(box for box in plot.written if box[3] < 0)
    assert len(below) >= 2
    for (_, _, right, _), (left, *_) in pairwise(below):
        assert right < left


def test_small_charts_draw_gaps_and_signs() -> None:
    line = Sparkline((1.0, None, 2.0, 3.0), "contributions")
    assert sparkline_pixels(line, Canvas(80, 24, 2.0)).width == 160
    assert sparkline_pixels(Sparkline((), "safety"), Canvas(80, 24)).rgba
    assert change_pixels(ChangeStrip(0.4, 0.1, 0.7, "safety"), Canvas(280, 32)).height == 32
    assert change_pixels(ChangeStrip(0.0, 0.0, 0.0, "other"), Canvas(1, 1)).width == 1


def test_charts_need_no_pyplot_and_no_semibold_font(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.reports.charts import library

    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("WORKBENCH_HOME", str(blocked))
    assert library._semibold(library.inter_folder() / "Inter[opsz,wght].ttf") is None


def test_the_heading_font_keeps_its_kerning_and_leaves_out_what_is_slow_to_make(
    tmp_path: Path,
) -> None:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # fontTools ships no types

    from workbench.reports.charts import library

    made = tmp_path / "made.ttf"
    library._make_semibold(library.inter_folder() / "Inter[opsz,wght].ttf", made)
    with TTFont(made) as font:
        assert "GPOS" in font
        assert "GSUB" not in font
        assert ord("Ж") in font.getBestCmap()
