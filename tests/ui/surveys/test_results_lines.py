"""Axes and rows of the results page for every kind of questionnaire, without Qt."""

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from tests.ui.desks import BenchDesk
from tests.ui.surveys.survey_rows import closed_wave, sheets
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.instruments import instrument_keys, load_instrument
from workbench.surveys.queries import WaveResult, wave_result, wave_results
from workbench.ui.surveys.results_lines import (
    Axis,
    item_axis,
    item_lines,
    part_lines,
    score_axis,
    score_line,
)
from workbench.ui.surveys.results_words import consistency_words, plain_words, silent_words


def result_of(desk: BenchDesk, key: str, many: int) -> WaveResult:
    instrument = load_instrument(key)
    codes = instrument.codes
    sheets = [
        AnswerSheet(
            tuple(codes[(n * k + n // 3) % len(codes)] for k in range(len(instrument.items)))
        )
        for n in range(many)
    ]
    day = date(2026, 3, 24)
    desk.workspace.perform(take_wave, desk.community, key, "March", day, sheets)
    (result,) = desk.workspace.read(wave_results, desk.community, key)
    return result


@pytest.mark.parametrize("key", instrument_keys())
def test_every_axis_names_both_ends_and_is_not_crowded(key: str) -> None:
    instrument = load_instrument(key)
    for axis in (item_axis(instrument), score_axis(instrument)):
        assert (axis.ticks[0][0], axis.ticks[-1][0]) == (axis.low, axis.high)
        assert 2 <= len(axis.ticks) <= 8


@pytest.mark.parametrize("key", instrument_keys())
def test_every_questionnaire_has_rows_and_words(desk: BenchDesk, key: str) -> None:
    result = result_of(desk, key, 13)
    rows = item_lines(result, None)
    assert len(rows) == len(result.instrument.items)
    assert all(row.said for row in rows)
    words = plain_words(result, None, [])
    assert words[0] == "This is a starting point, not a result."
    assert consistency_words(result)


def test_a_count_scale_shows_shares_and_parts(desk: BenchDesk) -> None:
    result = result_of(desk, "djg-6", 13)
    assert all(row.shown_mean.endswith("%") for row in item_lines(result, None))
    parts = part_lines(result)
    assert [part.title for part in parts] == ["emotional", "social"]
    assert {part.axis.high for part in parts} == {3}


def test_values_off_the_axis_are_held_at_its_ends() -> None:
    axis = Axis(1, 7, ())
    assert [axis.share(value) for value in (0, 1, 4, 7, 9)] == [0, 0, 0.5, 1, 1]


def test_published_bands_are_counted_with_their_source(desk: BenchDesk) -> None:
    result = result_of(desk, "ucla-3", 13)
    words = " ".join(plain_words(result, None, []))
    lonely = result.figures.bands[1]
    assert f"; lonely: {lonely.count} of 13 (" in words
    assert "Steptoe" in words


def test_everyones_scores_stand_as_bars_for_short_scales(desk: BenchDesk) -> None:
    line = score_line(result_of(desk, "ucla-3", 13), None)
    assert line is not None
    assert sum(line.bars) == 13
    assert len(line.bars) == 7
    assert line.before is None
    assert score_line(result_of(desk, "safety-pulse", 13), None) is None
    assert score_line(result_of(desk, "djg-6", 9), None) is None


def test_what_the_silent_ones_could_change_is_said_where_few_answered(desk: BenchDesk) -> None:
    low = closed_wave(desk, "March", date(2026, 3, 24), sheets(18))
    result = desk.workspace.read(wave_result, low)
    said = silent_words(result)
    assert said.startswith("22 of 40 did not answer. If they lie 1.0 lower or higher")
    most = replace(result, figures=msgspec.structs.replace(result.figures, invited=25))
    assert silent_words(most) == ""


def test_omega_and_the_noise_of_measuring_stand_beside_alpha(desk: BenchDesk) -> None:
    wave = closed_wave(desk, "March", date(2026, 3, 24), sheets(36))
    result = desk.workspace.read(wave_result, wave)
    assert result.figures.alpha_shown
    assert result.figures.omega is not None
    assert "omega" in consistency_words(result)
    assert "too small to call" in consistency_words(result)
    few = closed_wave(desk, "June", date(2026, 6, 16), sheets(20, 1))
    assert desk.workspace.read(wave_result, few).figures.omega is None
