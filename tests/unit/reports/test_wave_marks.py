"""What the chart of a measure is told: points, breaks, line and limits, all in one unit."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.insights.wave_samples import FIVE, REWORDED, SEVEN, START, on, wave
from workbench.insights.measures import measure_of, seen_between
from workbench.reports.charts import SurveyPanel
from workbench.reports.charts.rules import Rule, parted
from workbench.reports.panels import survey_panel, within
from workbench.surveys.queries import WaveResult

MEANS = (4.0, 4.3, 4.5, 4.9, 5.1, 5.4, 5.6)


def panel_of(*results: WaveResult) -> SurveyPanel:
    found = measure_of(results)
    assert found is not None
    return survey_panel(found)


def rising() -> list[WaveResult]:
    return [wave(at, mean) for at, mean in enumerate(MEANS)]


def test_one_version_stands_in_scale_points_without_a_break() -> None:
    panel = panel_of(*rising())

    assert (panel.scale_low, panel.scale_high, panel.percent, panel.decimals) == (1, 7, False, 1)
    assert panel.breaks == ()
    assert [point.mean for point in panel.waves] == list(MEANS)
    assert {point.segment for point in panel.waves} == {0}
    assert panel.source == "Safety pulse, version 2"


def test_other_answers_are_a_break_and_stand_in_percent_of_maximum() -> None:
    panel = panel_of(wave(0, 4.0), wave(1, 7.0), wave(2, 3.0, of=FIVE), wave(3, 5.0, of=FIVE))

    assert panel.percent
    assert (panel.scale_low, panel.scale_high) == (0, 100)
    assert [point.mean for point in panel.waves] == [50, 100, 50, 100]
    assert panel.waves[2].low == pytest.approx(100 * (3 - 0.3 - 1) / 4)
    assert [point.segment for point in panel.waves] == [0, 0, 1, 1]
    (gap,) = panel.breaks
    assert on(1) <= gap.on < on(2)
    assert gap.why == "5 answers to choose from instead of 7"
    assert panel.source == "Safety pulse, version 3; before: Safety pulse, version 2"


def test_other_wording_is_a_break_on_the_same_scale() -> None:
    panel = panel_of(wave(0, 4.0), wave(1, 4.5, of=REWORDED))

    assert not panel.percent
    assert (panel.scale_low, panel.scale_high) == (1, 7)
    assert [one.why for one in panel.breaks] == ["other wording from here"]


def test_days_after_a_break_stand_in_scale_points_again() -> None:
    found = measure_of([wave(0, 4.0, of=FIVE), wave(1, 5.0), wave(2, 5.5)])
    assert found is not None
    after = seen_between(found, on(1), on(2))
    assert after is not None

    panel = survey_panel(after)
    assert (panel.percent, panel.breaks) == (False, ())
    assert [point.mean for point in panel.waves] == [5.0, 5.5]
    kept = within(survey_panel(found), on(1), on(2))
    assert isinstance(kept, SurveyPanel)
    assert kept.breaks == ()


def test_a_key_in_question_and_a_missing_interval_are_hollow() -> None:
    panel = panel_of(wave(0), wave(1, alarm=True), wave(2, sd=None), wave(3, None))

    assert [point.hollow for point in panel.waves] == ["", "key in question", "no interval", ""]
    assert panel.waves[3].mean is None
    assert panel.waves[3].hidden == "Not shown: fewer than 5 answers"


def test_four_waves_have_no_line_and_no_limits() -> None:
    panel = panel_of(*rising()[:4])

    assert (panel.line, panel.limits) == (None, None)


def test_the_line_runs_from_the_first_wave_to_the_last() -> None:
    panel = panel_of(*rising())

    assert panel.line is not None
    assert (panel.line.start, panel.line.end) == (on(0), on(6))
    assert panel.line.at_start[1] == pytest.approx(4.0, abs=0.15)
    assert panel.line.at_end[1] == pytest.approx(5.6, abs=0.15)
    assert panel.limits is not None
    assert panel.limits.words.startswith("first ")


def test_the_line_and_limits_follow_into_percent() -> None:
    plain = panel_of(*rising())
    turned = panel_of(wave(-1, 3.0, of=FIVE), *rising())

    assert turned.percent
    assert plain.line is not None
    assert turned.line is not None
    assert turned.line.start == on(0)
    assert turned.line.at_end == pytest.approx([100 * (v - 1) / 6 for v in plain.line.at_end])
    assert plain.limits is not None
    assert turned.limits is not None
    assert turned.limits.centre == pytest.approx(100 * (plain.limits.centre - 1) / 6)


def test_a_trend_over_waves_that_are_not_all_shown_is_not_drawn() -> None:
    panel = panel_of(*rising())
    part = within(panel, on(1), on(6))

    assert isinstance(part, SurveyPanel)
    assert part.line is None
    assert part.limits == panel.limits
    assert within(panel, date(2030, 1, 1), date(2031, 1, 1)) is None


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 40), st.sampled_from((0, 1, 2)), st.one_of(st.none(), st.floats(1, 5))
        ),
        min_size=1,
        max_size=10,
    )
)
def test_everything_lies_on_the_scale_and_breaks_lie_between_waves(
    drawn: list[tuple[int, int, float | None]],
) -> None:
    versions = (SEVEN, FIVE, REWORDED)
    in_time = sorted(drawn, key=lambda one: one[0])
    panel = panel_of(*(wave(at, mean, of=versions[kind]) for at, kind, mean in in_time))

    days = [point.on for point in panel.waves]
    assert days == sorted(days)
    assert len(days) == len(drawn)
    for point in panel.waves:
        if point.mean is not None:
            assert panel.scale_low - 1e-9 <= point.mean <= panel.scale_high + 1e-9
    changes = [one.segment != other.segment for one, other in pairwise(panel.waves)]
    assert sum(changes) == len(panel.breaks)
    assert all(START <= one.on <= days[-1] for one in panel.breaks)


def test_a_level_line_may_begin_at_a_break_and_gives_way_to_words() -> None:
    line = Rule(10.0, "grey", 1.0, None, level=True, start=40.0)

    assert parted(line, [], (100.0, 20.0)) == [((40.0, 10.0), (100.0, 10.0))]
    words = [(10.0, 5.0, 20.0, 15.0), (60.0, 5.0, 70.0, 15.0)]
    assert parted(line, words, (100.0, 20.0)) == [
        ((40.0, 10.0), (57.0, 10.0)),
        ((73.0, 10.0), (100.0, 10.0)),
    ]


def with_bootstrap(result: WaveResult, low: float, high: float) -> WaveResult:
    figures = msgspec.structs.replace(result.figures, bootstrap_low=low, bootstrap_high=high)
    return replace(result, figures=figures)


def test_bootstrap_intervals_go_along_in_the_unit_of_the_panel() -> None:
    plain = panel_of(wave(0, 4.0), with_bootstrap(wave(1, 4.5), 4.1, 4.8))
    assert [point.drawn_anew for point in plain.waves] == [None, (4.1, 4.8)]

    mixed = panel_of(with_bootstrap(wave(0, 4.0), 2.5, 5.5), wave(1, 3.0, of=FIVE))
    assert mixed.percent
    assert mixed.waves[0].drawn_anew == pytest.approx((25, 75))


def test_a_wave_without_its_usual_interval_offers_no_other() -> None:
    drawn = with_bootstrap(wave(1, 4.5), 4.1, 4.8)
    bare = msgspec.structs.replace(drawn.figures, ci_low=None, ci_high=None)
    panel = panel_of(wave(0, 4.0), replace(drawn, figures=bare))
    assert panel.waves[1].drawn_anew is None
