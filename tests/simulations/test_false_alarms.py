"""How often nothing but chance is called higher: at most 5 of 100, over 2,000 runs of each method.

Nobody's level moves between the waves here, so every change that is called is a false alarm.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.simulations.communities import FLOOR, LONELINESS, SAFETY, Community, linked, unlinked
from workbench.insights.change import Change, Method
from workbench.insights.wording import Reading, wording

_RUNS = 2000
_MOST = 0.05


@dataclass(slots=True)
class _Alarms:
    """Out of so many runs: changes called likely real, those upwards, the strongest sentence.

    `interval` counts intervals that leave out 0 before the second look.
    """

    runs: int = 0
    called: int = 0
    higher: int = 0
    strongest: int = 0
    interval: int = 0

    def see(self, change: Change) -> None:
        """Count one run; a change without an interval calls nothing."""
        words = wording(change)
        self.runs += 1
        self.interval += change.comparison is not None and change.comparison.leaves_out_zero
        if words.reading is Reading.LIKELY_REAL and change.comparison is not None:
            self.called += 1
            self.higher += change.comparison.difference > 0
        self.strongest += (
            words.long.startswith("Higher than") and "by more than chance" in words.long
        )

    def row(self, what: str, community: Community, answers: str) -> str:
        """Return the shares as a line of the table."""
        parts = (self.called, self.higher, self.strongest, self.interval)
        either, higher, strongest, interval = (f"{count / self.runs:.1%}" for count in parts)
        return (
            f"| {what}: nothing moved, yet called | {community.name} | {answers} | "
            f"higher {higher}, either way {either} (by the interval alone {interval}), "
            f"“Higher …, by an amount that matters” {strongest} |"
        )


def _seen(changes: Iterator[Change]) -> _Alarms:
    alarms = _Alarms()
    for change in changes:
        alarms.see(change)
    assert alarms.runs == _RUNS
    return alarms


@pytest.mark.parametrize("community", [SAFETY, LONELINESS, FLOOR], ids=lambda one: one.name)
@pytest.mark.parametrize("sizes", [(12, 12), (30, 30), (30, 12), (12, 30)])
def test_welch(community: Community, sizes: tuple[int, int], record: list[str]) -> None:
    seen = _seen(unlinked(community, community, sizes, run) for run in range(_RUNS))
    record.append(seen.row("Welch", community, f"{sizes[0]} then {sizes[1]}"))
    assert seen.higher / _RUNS <= _MOST
    assert seen.strongest / _RUNS <= _MOST


@pytest.mark.parametrize("community", [SAFETY, LONELINESS], ids=lambda one: one.name)
@pytest.mark.parametrize(
    ("method", "counts"),
    [
        (Method.PAIRED, (8, 0, 0)),
        (Method.PAIRED, (12, 0, 0)),
        (Method.PAIRED, (30, 0, 0)),
        (Method.RANDOM_INTERCEPT, (8, 5, 5)),
        (Method.RANDOM_INTERCEPT, (8, 5, 0)),
        (Method.RANDOM_INTERCEPT, (12, 0, 5)),
        (Method.RANDOM_INTERCEPT, (20, 10, 10)),
        (Method.OVERLAPPING, (8, 5, 5)),
        (Method.OVERLAPPING, (20, 10, 10)),
    ],
)
def test_the_same_people(
    community: Community, method: Method, counts: tuple[int, int, int], record: list[str]
) -> None:
    fall_back = method is Method.OVERLAPPING
    seen = _seen(linked(community, counts, run, fall_back=fall_back) for run in range(_RUNS))
    stay, left, new = counts
    what = method.value.capitalize()
    record.append(seen.row(what, community, f"{stay} linked, {left} left, {new} new"))
    assert seen.higher / _RUNS <= _MOST
    assert seen.called / _RUNS <= 0.065
    assert seen.strongest / _RUNS <= _MOST
