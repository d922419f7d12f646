"""Twelve people, and the same without the lowest (T-34): the one left out would be told."""

from datetime import date

import pytest

from workbench.foundation.errors import BadInput
from workbench.insights.change import Obstacle, WaveFigures, change_between
from workbench.storage.workspace import Workspace
from workbench.surveys import queries
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet

A = (4.14, 5.29, 5.71, 3.86, 6.00, 5.43, 4.71, 5.14, 6.29, 4.43, 5.57, 4.86)
MARCH, JUNE = date(2026, 3, 24), date(2026, 6, 16)


def sheet(score: float) -> AnswerSheet:
    """Seven answers with that mean, to the nearest seventh."""
    low, more = divmod(round(score * 7), 7)
    return AnswerSheet(tuple(low + (item < more) for item in range(7)))


def test_t34_the_one_left_out_would_be_recovered() -> None:
    rest = sorted(A)[1:]
    before, after = sum(A) / 12, sum(rest) / 11
    assert before == pytest.approx(5.1192, abs=5e-5)
    assert after == pytest.approx(5.2336, abs=5e-5)
    assert 12 * before - 11 * after == pytest.approx(3.86)


def test_t34_leaving_one_out_is_refused(workspace: Workspace) -> None:
    people = [sheet(score) for score in A]
    workspace.perform(take_wave, 1, "edmondson-7-agree7", "March", MARCH, people)
    lowest = A.index(min(A))
    rest = people[:lowest] + people[lowest + 1 :]
    with pytest.raises(BadInput, match="March"):
        workspace.perform(take_wave, 1, "edmondson-7-agree7", "June", JUNE, rest)
    assert len(workspace.read(queries.wave_results, 1, "edmondson-7-agree7")) == 1


def test_t42_three_fours_then_three_fives_are_never_compared() -> None:
    """Welch would give a p of 0 for them; below the minimum nothing is shown at all."""
    march = WaveFigures("March", 3, 4.0, 0.0, 1, 7)
    change = change_between(march, WaveFigures("June", 3, 5.0, 0.0, 1, 7))
    assert (change.obstacle, change.comparison) == (Obstacle.HIDDEN, None)
    alike = WaveFigures("March", 12, 4.0, 0.0, 1, 7)
    change = change_between(alike, WaveFigures("June", 12, 5.0, 0.0, 1, 7))
    assert (change.obstacle, change.comparison) == (Obstacle.NO_SPREAD, None)
