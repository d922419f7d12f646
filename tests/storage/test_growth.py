"""Growth of the same people on a real file: frozen at the close, told in words, never of a few."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from tests.factories import CLOCK
from tests.storage.test_linked_changes import sheet
from workbench.communities.actions import create_community
from workbench.foundation.errors import UserFixable
from workbench.insights.growth_words import growth_words
from workbench.insights.measure_queries import measures
from workbench.models.surveys import FrozenChange, FrozenGrowth
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace
from workbench.surveys.actions import delete_wave, take_wave
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.growth import Growth, GrowthWave, growth_of
from workbench.surveys.growth_queries import frozen_growth
from workbench.surveys.queries import wave_row

START = date(2025, 3, 3)
TEN_BY_FOUR = [
    [44, 43, 41, 40], [38, 39, 37, 36], [52, 50, 49, 47], [41, 42, 40, 41], [35, 34, 35, 33],
    [47, 45, 46, 43], [39, 38, 36, 37], [55, 54, 52, 51], [43, 41, 42, 40], [36, 37, 34, 35],
]  # fmt: skip


@pytest.fixture
def community(workspace: Workspace) -> int:
    return workspace.perform(create_community, "Bridges", founded_on=None).value


def taken(workspace: Workspace, community: int, at: int, *people: AnswerSheet) -> int:
    on = START + timedelta(days=92 * at)
    done = workspace.perform(take_wave, community, "safety-pulse", f"Wave {at}", on, people)
    return done.value


def growth(workspace: Workspace, wave: int) -> Growth | None:
    return workspace.read(lambda session: frozen_growth(session, wave_row(session, wave)))


def four_waves(people: int, days: int = 365) -> list[GrowthWave]:
    """Return the first people of T-23 as waves a year apart, so that slopes are those given."""
    return [
        GrowthWave(
            at,
            date(2020, 1, 1) + timedelta(days=days * at),
            {place: float(row[at]) for place, row in enumerate(TEN_BY_FOUR[:people])},
        )
        for at in range(4)
    ]


def test_t23_and_t24_ten_people_in_four_waves() -> None:
    *earlier, newest = four_waves(10)
    found = growth_of(earlier, newest.scores, newest.closed_on)

    assert found is not None
    assert (found.people, found.waves) == (10, 4)
    assert found.slope == pytest.approx(-0.92, abs=0.005)
    assert (found.ci_low, found.ci_high) == pytest.approx((-1.17, -0.67), abs=0.005)
    assert (found.within, found.between) == pytest.approx((0.83, 36.57), abs=0.005)


def test_below_eight_people_or_three_waves_nothing_is_told() -> None:
    *earlier, newest = four_waves(7)
    assert growth_of(earlier, newest.scores, newest.closed_on) is None
    *earlier, newest = four_waves(10)
    assert growth_of(earlier[:1], newest.scores, newest.closed_on) is None
    assert growth_of([], newest.scores, newest.closed_on) is None


def test_people_who_all_moved_alike_are_not_told() -> None:
    waves = [
        GrowthWave(at, date(2020 + at, 1, 1), {p: 3.0 + p % 3 + at for p in range(10)})
        for at in range(3)
    ]
    assert growth_of(waves[:-1], waves[-1].scores, waves[-1].closed_on) is None


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sets(st.integers(0, 14), max_size=15), min_size=0, max_size=5))
def test_only_the_very_same_people_are_followed(linked: list[set[int]]) -> None:
    """A wave linked with anybody more or less would tell of the few by whom the two differ."""
    newest = {place: 3.0 + place * 7 % 4 for place in range(15)}
    earlier = [
        GrowthWave(
            at, date(2020 + at, 1, 1), {p: 2.0 + (p * (at + 3)) % 5 / 2 for p in sorted(people)}
        )
        for at, people in enumerate(linked)
    ]
    found = growth_of(earlier, newest, date(2026, 1, 1))

    if found is not None:
        followed = {frozenset(linked[number]) for number in found.earlier}
        assert len(followed) == 1
        assert len(next(iter(followed))) == found.people >= 8
        assert found.waves >= 3


def test_growth_is_frozen_with_the_third_wave_and_told(
    workspace: Workspace, community: int
) -> None:
    people = [
        [sheet(person, at + (person % 2 if at else 0)) for person in range(14)] for at in range(3)
    ]
    waves = [taken(workspace, community, at, *many) for at, many in enumerate(people)]

    assert [growth(workspace, one) is not None for one in waves] == [False, False, True]
    (measure,) = workspace.read(measures, community, CLOCK.today())
    assert measure.growth is not None
    assert (measure.growth.people, measure.growth.waves) == (14, 3)
    words = growth_words(measure.growth)
    assert words.startswith("The same 14 people in 3 waves: up ")
    assert " in 6 months, 95% CI " in words
    assert "likely a real change" in words


def test_one_more_in_one_wave_and_nothing_is_told(workspace: Workspace, community: int) -> None:
    """Fourteen, then thirteen, then fourteen: the difference would be one person."""
    for at, many in enumerate((14, 13, 14)):
        newest = taken(workspace, community, at, *(sheet(p, at) for p in range(many)))

    assert growth(workspace, newest) is None


def test_people_beside_the_same_ones_are_enough_or_nothing_is_told(
    workspace: Workspace, community: int
) -> None:
    """Eleven who always answer, and others who come and go, five in each wave."""
    for at in range(3):
        others = range(100 + 10 * at, 105 + 10 * at)
        always = [sheet(person, at + (person % 2 if at else 0)) for person in range(11)]
        newest = taken(workspace, community, at, *always, *(sheet(p, at) for p in others))

    found = growth(workspace, newest)
    changed = workspace.read(lambda session: session.scalars(select(FrozenChange)).all())
    assert {one.later_id for one in changed} >= {newest}
    assert found is not None
    assert (found.people, found.waves) == (11, 3)


def test_growth_goes_with_any_of_its_waves(workspace: Workspace, community: int) -> None:
    waves = [
        taken(workspace, community, at, *(sheet(p, at + p % 2 * at) for p in range(14)))
        for at in range(3)
    ]
    assert growth(workspace, waves[-1]) is not None
    workspace.perform(delete_wave, waves[0])
    assert growth(workspace, waves[-1]) is None
    assert workspace.read(lambda session: session.scalars(select(FrozenGrowth)).all()) == []


@action("Run", "surveys")
def run(work: Work, sql: str) -> None:
    work.session.execute(text(sql))


def test_growth_that_was_changed_by_hand_is_not_told(workspace: Workspace, community: int) -> None:
    for at in range(3):
        people = (sheet(p, at + p % 2 * at) for p in range(14))
        newest = taken(workspace, community, at, *people)
    workspace.perform(run, "UPDATE frozen_growths SET figures = replace(figures, '14', '13')")

    with pytest.raises(UserFixable, match="are not the ones that were frozen"):
        growth(workspace, newest)
