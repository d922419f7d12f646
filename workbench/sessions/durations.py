"""How long a method really takes, learned from runs: a middle with its range, never a guess."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Final

from workbench.foundation.text import fold
from workbench.sessions.agenda import LONGEST_BLOCK

ENOUGH: Final = 3
SHORTEST: Final = timedelta(seconds=30)
_NEAR: Final = 1.5
_NEAR_AT_LEAST: Final = 3
_CLEARLY: Final = 0.2
_CLEARLY_AT_LEAST: Final = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """One visit of a block as it was run; aware instants, `ended` None while it runs.

    `part` tells the blocks of one session apart; `people` were here, None where nobody counted.
    """

    method: str
    session: int
    part: tuple[int | str, ...]
    on: date
    started: datetime
    ended: datetime | None
    paused: timedelta = timedelta(0)
    people: int | None = None


@dataclass(frozen=True, slots=True)
class MethodRun:
    """One run of a method: how many minutes it took, on which day, with how many people."""

    minutes: float
    on: date
    session: int
    people: int | None = None


@dataclass(frozen=True, slots=True)
class Learned:
    """What the runs say: the middle and the range in minutes, the people, and from which runs.

    `near` is the planned number where the runs were with about so many people; `asked` the
    planned number. Fewer than three runs tell `last` alone.
    """

    minutes: int
    low: int
    high: int
    runs: int
    last: int
    people: tuple[int, int] | None = None
    near: bool = False
    asked: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether there are runs enough to speak of what is usual."""
        return self.runs >= ENOUGH

    @property
    def words(self) -> str:
        """One sentence without its stop, such as "Took 24 min in the middle of 6 runs (...)"."""
        if not self.is_known:
            return f"Took {self.last} min last time"
        spread = f" ({self.low} to {self.high})" if self.low != self.high else ""
        said = f"Took {self.minutes} min in the middle of {self.runs} runs{spread}"
        return f"{said}{self._with_whom()}"

    @property
    def usually(self) -> str:
        """The short form: "usually 24 min, from 6 runs"."""
        if not self.is_known:
            return f"{self.last} min last time"
        return f"usually {self.minutes} min, from {self.runs} runs"

    def _with_whom(self) -> str:
        if self.people is None:
            return ""
        low, high = self.people
        group = f"{low} to {high}" if low != high else f"{low}"
        word = "person" if high == 1 else "people"
        if self.asked is None or self.near:
            return f", with {group} {word}"
        return f", with {group} {word}, not yet often enough with about {self.asked}"


def method_runs(stretches: Iterable[Stretch]) -> dict[str, tuple[MethodRun, ...]]:
    """Return the runs of each method by its folded name, oldest first.

    Pauses are left out, so are visits that never ended or were under 30 seconds. Several visits
    of one block in one session are one run.
    """
    spent: dict[tuple[str, int, tuple[int | str, ...]], timedelta] = defaultdict(timedelta)
    about: dict[tuple[str, int, tuple[int | str, ...]], Stretch] = {}
    for stretch in stretches:
        method, length = fold(stretch.method), _length(stretch)
        if method and length >= SHORTEST:
            key = (method, stretch.session, stretch.part)
            spent[key] += length
            about.setdefault(key, stretch)
    found: dict[str, list[MethodRun]] = defaultdict(list)
    for key, length in spent.items():
        minutes = length / timedelta(minutes=1)
        if minutes <= LONGEST_BLOCK:
            first = about[key]
            found[key[0]].append(MethodRun(minutes, first.on, first.session, first.people))
    return {
        method: tuple(sorted(runs, key=lambda run: (run.on, run.session)))
        for method, runs in found.items()
    }


def learned(runs: Sequence[MethodRun], people: int | None = None) -> Learned | None:
    """Return what runs of one method (oldest first) say, those with about so many people first.

    About so many is within half as many again, or three people. With fewer than three such runs
    all are taken, and `near` is False. Source: the median, as one long evening must not move it.
    """
    if not runs:
        return None
    close = [run for run in runs if is_near(run.people, people)]
    near = len(close) >= ENOUGH
    taken = close if near else list(runs)
    lengths = [run.minutes for run in taken]
    groups = [run.people for run in taken if run.people is not None]
    return Learned(
        minutes=_whole(median(lengths)),
        low=_whole(min(lengths)),
        high=_whole(max(lengths)),
        runs=len(taken),
        last=_whole(taken[-1].minutes),
        people=(min(groups), max(groups)) if groups else None,
        near=near,
        asked=people,
    )


def learned_for(
    found: Mapping[str, Sequence[MethodRun]], method: str, people: int | None = None
) -> Learned | None:
    """Return what is known of a method by its name, None for no runs."""
    return learned(found.get(fold(method), ()), people)


def is_near(people: int | None, planned: int | None) -> bool:
    """Whether a group is about as large as the planned one."""
    if people is None or planned is None:
        return False
    low = min(planned / _NEAR, planned - _NEAR_AT_LEAST)
    return low <= people <= max(planned * _NEAR, planned + _NEAR_AT_LEAST)


def differs_clearly(planned: int, usual: Learned | None) -> bool:
    """Whether planned minutes are at least 3 minutes and a fifth away from what is usual."""
    if usual is None or not usual.is_known:
        return False
    apart = abs(planned - usual.minutes)
    return apart >= max(_CLEARLY_AT_LEAST, usual.minutes * _CLEARLY)


def _length(stretch: Stretch) -> timedelta:
    if stretch.ended is None:
        return timedelta(0)
    return stretch.ended - stretch.started - max(timedelta(0), stretch.paused)


def _whole(minutes: float) -> int:
    return max(1, math.floor(minutes + 0.5))
