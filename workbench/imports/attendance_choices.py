"""What is chosen for a meeting file, and from how many minutes somebody counts as here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from workbench.imports.kept_lines import FileFacts

LATE_AFTER: Final = 10.0
HERE_SHARE: Final = "half of the session"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Who counts as here: from how many minutes, late from how many minutes after the start.

    `who_not_when` keeps who came and discards every time.
    """

    min_minutes: float | None = None
    late_after: float | None = None
    who_not_when: bool = False


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a person decided about lines, by their place: whose they are, guests, refused matches.

    `room` names people who sat in a meeting room that the file shows as one line; `joining` are new
    members of the community; `ignored` names belong to nobody, in this file and all later ones.
    """

    people: Mapping[int, int] = field(default_factory=dict)
    guests: frozenset[int] = frozenset()
    refused: frozenset[int] = frozenset()
    room: frozenset[int] = frozenset()
    joining: frozenset[int] = frozenset()
    ignored: frozenset[int] = frozenset()

    @property
    def newcomers(self) -> frozenset[int]:
        """The lines of people who are not on the roster yet: guests and new members."""
        return self.guests | self.joining

    @property
    def any(self) -> bool:
        """Whether a person decided anything that is kept."""
        return bool(self.people or self.newcomers or self.room or self.ignored)


_NOBODY = Decisions()


@dataclass(frozen=True, slots=True)
class AttendanceChoices:
    """What was chosen for a file: its session or a new one, thresholds, the order of its dates.

    `late_after` counts minutes from the session's start; a threshold that is None is the usual one.
    """

    session: int | None = None
    create: bool = False
    min_minutes: float | None = None
    who_not_when: bool = False
    dates: str | None = None
    late_after: float | None = None
    decisions: Decisions = _NOBODY

    def thresholds(
        self, length: float | None, taken: FileFacts | None, earlier: FileFacts | None
    ) -> Thresholds:
        """Return who counts as here in a session of so many minutes.

        What is not chosen is as it was when the file was `taken` in, or the `earlier` file of the
        session; else somebody was here from half of the session, late from ten minutes on.
        """
        before = taken or earlier
        usual = Thresholds(half_of(length), LATE_AFTER)
        return Thresholds(
            _first(self.min_minutes, before.min_minutes if before else usual.min_minutes),
            _first(self.late_after, before.late_after if before else usual.late_after),
            self.who_not_when or (taken is not None and not taken.keeps_times),
        )


def half_of(length: float | None) -> float:
    """Return from how many minutes of a session somebody was here; 0 for an unknown length."""
    return float(int(length or 0) // 2)


def minutes_between(start: datetime | None, end: datetime | None) -> int | None:
    """Return the minutes from start to end, at least one; None where either is unknown."""
    if start is None or end is None:
        return None
    return max(1, round((end - start).total_seconds() / 60))


def _first(chosen: float | None, other: float | None) -> float | None:
    return other if chosen is None else chosen
