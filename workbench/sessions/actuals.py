"""Planned against actual: how long each block of a run took, and which runs teach a duration."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from workbench.foundation.text import counted
from workbench.sessions.run_rules import ANOTHER_TIME

OVER_BY: Final = 2
_A_PRESS: Final = timedelta(minutes=1)
_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class RanBlock:
    """One stored visit of a block that is over: instants, time it stood, what was planned.

    `within` and `track` are those of a parallel track; `block` is None for one deleted since.
    """

    block: int | None
    title: str
    method: str
    planned: int
    started: datetime
    ended: datetime
    paused: timedelta = timedelta(0)
    within: int | None = None
    track: int | None = None

    @property
    def took(self) -> timedelta:
        """The time it ran, the time it stood left out."""
        return max(timedelta(0), self.ended - self.started - self.paused)


@dataclass(frozen=True, slots=True)
class BlockTime:
    """How long a block took, all its visits together, beside its planned minutes."""

    block: int | None
    title: str
    method: str
    planned: int
    taken: int
    within: int | None = None
    track: int | None = None

    @property
    def over(self) -> int:
        """Minutes it took beyond those planned, negative where it was shorter."""
        return self.taken - self.planned

    @property
    def words(self) -> str:
        """One line such as "30 planned, 34 taken"."""
        return f"{self.planned} planned, {self.taken} taken"


def times_of(visits: Iterable[RanBlock]) -> list[BlockTime]:
    """Return the blocks in the order they first ran; those passed by in under a minute are left."""
    groups: dict[tuple[object, ...], list[RanBlock]] = {}
    for visit in visits:
        gone = (visit.title,) if visit.block is None else ()
        groups.setdefault((visit.within, visit.track, visit.block, *gone), []).append(visit)
    totals = ((own, sum((v.took for v in own), timedelta(0))) for own in groups.values())
    return [_time(own, took) for own, took in totals if took >= _A_PRESS]


def overran(times: Sequence[BlockTime]) -> list[BlockTime]:
    """Return the blocks that took at least two minutes more than planned, the most over first."""
    over = [time for time in times if time.planned and time.over >= OVER_BY]
    return sorted(over, key=lambda time: -time.over)


def overran_words(times: Sequence[BlockTime]) -> str:
    """Return one sentence on what took longer than planned; else on what was shorter."""
    if not times:
        return ""
    over = overran(times)
    if not over:
        return _kept_words(times)
    first = over[0]
    more = counted(first.over, "minute", "minutes")
    if len(over) == 1:
        return f'"{first.title}" took {more} more than planned.'
    rest = counted(len(over) - 1, "other block", "other blocks")
    return f'"{first.title}" took {more} more than planned, and {rest} ran over too.'


def _kept_words(times: Sequence[BlockTime]) -> str:
    short = sorted((time for time in times if time.over <= -OVER_BY), key=lambda time: time.over)
    if not short:
        return "Every block kept to its time, give or take a minute."
    less = counted(-short[0].over, "minute", "minutes")
    first = f'Nothing ran over. "{short[0].title}" took {less} less than planned'
    if len(short) == 1:
        return f"{first}."
    return f"{first}, and {counted(len(short) - 1, 'other block', 'other blocks')} less, too."


def counts_for_learning(
    started: datetime, took: timedelta, slot_starts: datetime, slot_ends: datetime
) -> bool:
    """Whether a run of a block says how long its method takes; all instants are aware.

    A run begun more than three hours away from the slot was a rehearsal; one of under a minute
    was a press too many.
    """
    near = slot_starts - ANOTHER_TIME <= started <= slot_ends + ANOTHER_TIME
    return near and took >= _A_PRESS


def _time(own: Sequence[RanBlock], took: timedelta) -> BlockTime:
    first = own[0]
    planned: dict[str, int] = {}
    for visit in own:  # blocks that ran apart and were merged since were planned apart, too
        planned.setdefault(visit.title, visit.planned)
    return BlockTime(
        block=first.block,
        title=own[-1].title,
        method=own[-1].method,
        planned=sum(planned.values()),
        taken=round(took / _MINUTE),
        within=first.within,
        track=first.track,
    )
