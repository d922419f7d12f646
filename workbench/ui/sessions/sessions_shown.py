"""What the Sessions page shows: the list in groups, the month, proposed sessions among both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from workbench.foundation.dates import weekday_and_day
from workbench.foundation.text import counted
from workbench.foundation.words import SessionState
from workbench.sessions.days_off import DaysOff
from workbench.sessions.queries import SessionRow
from workbench.sessions.rules import month_weeks
from workbench.sessions.season import LeftOut
from workbench.sessions.season_queries import SeasonRow

UPCOMING, HELD, ALL = "upcoming", "held", "all"
PROPOSED = "proposed"
_UNFOLDED = 2


@dataclass(frozen=True, slots=True)
class ProposedRow:
    """A session that does not exist yet; its `id` is negative, `agenda` the words of a template."""

    id: int
    number: int
    title: str
    kind: str
    starts: datetime
    minutes: int
    agenda: str
    moved_from: date | None = None
    clash: str = ""
    open: bool = False

    @property
    def on(self) -> date:
        """The day it is on."""
        return self.starts.date()


ListRow = SessionRow | ProposedRow


@dataclass(frozen=True, slots=True)
class Proposed:
    """The season being planned: its heading, its sessions, the days of rhythms left out."""

    title: str
    rows: tuple[ProposedRow, ...]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the month: whether it belongs to it, its sessions by time, why it is off."""

    on: date
    inside: bool
    sessions: tuple[ListRow, ...]
    note: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """The month that shows: its first day, its weeks from Monday, today, the kinds in order."""

    first: date
    weeks: tuple[tuple[Day, ...], ...]
    today: date
    kinds: tuple[str, ...]
    proposes: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Sessions of one season or year in the list; a folded one shows its heading only."""

    key: str
    title: str
    note: str
    rows: tuple[ListRow, ...]
    foldable: bool = False
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which sessions the list shows: upcoming, held or all, of which kind, what is unfolded."""

    which: str = UPCOMING
    kind: str = ""
    unfolded: frozenset[str] = frozenset()


def is_coming(row: SessionRow, today: date) -> bool:
    """Whether a session is still to come."""
    return row.on >= today and row.state is not SessionState.HELD


def visible(rows: Sequence[SessionRow], chosen: Chosen, today: date) -> list[SessionRow]:
    """Return the sessions that the filter lets through, in the order of the list."""
    found = [row for row in rows if not chosen.kind or row.kind == chosen.kind]
    if chosen.which == ALL:
        return found[::-1]
    if chosen.which == HELD:
        return [row for row in found if not is_coming(row, today)][::-1]
    return [row for row in found if is_coming(row, today)]


def groups(
    rows: Sequence[SessionRow],
    seasons: Sequence[SeasonRow],
    proposed: Proposed | None,
    chosen: Chosen,
    today: date,
) -> list[Group]:
    """Return the list in groups by season, or by year where there is none; old ones folded."""
    every: dict[str, list[SessionRow]] = {}
    names = {f"season:{each.id}": each for each in seasons}
    for row in rows:
        every.setdefault(_key(row, seasons), []).append(row)
    shown: dict[str, list[SessionRow]] = {}
    for row in visible(rows, chosen, today):
        shown.setdefault(_key(row, seasons), []).append(row)
    present = _present(every, names, today)
    found = []
    for place, (key, kept) in enumerate(shown.items()):
        held = sum(row.state is SessionState.HELD for row in every[key])
        note = f"{held} of {len(every[key])} held"
        foldable = chosen.which != UPCOMING and place >= _UNFOLDED
        folded = foldable and key not in chosen.unfolded
        title = _title(key, names, present, today)
        found.append(Group(key, title, note, tuple(kept), foldable, folded))
    if proposed is not None and proposed.rows and chosen.which != HELD:
        wanted = tuple(row for row in proposed.rows if chosen.kind in ("", row.kind))
        group = Group(PROPOSED, proposed.title, "nothing is created yet", wanted)
        found.insert(0 if chosen.which == ALL else len(found), group)
    return found


def season_words(rows: Sequence[SessionRow], seasons: Sequence[SeasonRow], today: date) -> str:
    """Return the quiet line of the header: "20 this season, 16 held"."""
    if not rows:
        return "none yet"
    every: dict[str, list[SessionRow]] = {}
    for row in rows:
        every.setdefault(_key(row, seasons), []).append(row)
    present = _present(every, {f"season:{each.id}": each for each in seasons}, today)
    if present.startswith("season:"):
        kept, words = every[present], f"{len(every[present])} this season"
    else:
        kept, words = list(rows), counted(len(rows), "session", "sessions")
    return f"{words}, {sum(row.state is SessionState.HELD for row in kept)} held"


def month_of(
    first: date,
    rows: Sequence[SessionRow],
    proposed: Proposed | None,
    off: DaysOff | None,
    kinds: Sequence[str],
    today: date,
) -> Month:
    """Return a month with its sessions, those proposed, days off and days that were left out."""
    by_day: dict[date, list[ListRow]] = {}
    every: list[ListRow] = [*rows, *(proposed.rows if proposed else ())]
    for row in every:
        by_day.setdefault(row.on, []).append(row)
    struck = {each.on: each for each in (proposed.left_out if proposed else ()) if not each.there}
    weeks = [
        tuple(_day(day, first, by_day, struck, off, week) for day in week)
        for week in month_weeks(first.year, first.month)
    ]
    return Month(first, tuple(weeks), today, tuple(kinds), bool(proposed and proposed.rows))


def moved_words(row: ProposedRow) -> str:
    """Return "moved from Mon 29 Mar", or nothing."""
    return f"moved from {weekday_and_day(row.moved_from)}" if row.moved_from else ""


def _day(
    day: date,
    first: date,
    by_day: Mapping[date, list[ListRow]],
    struck: Mapping[date, LeftOut],
    off: DaysOff | None,
    week: Sequence[date],
) -> Day:
    sessions = tuple(sorted(by_day.get(day, ()), key=lambda row: row.starts))
    if day in struck and not sessions:
        left = struck[day]
        return Day(day, day.month == first.month, (), left.reason, left.rhythm.name)
    note = (off.holidays.get(day, "") or _closed(day, off, week)) if off is not None else ""
    return Day(day, day.month == first.month, sessions, note)


def _closed(day: date, off: DaysOff, week: Sequence[date]) -> str:
    """Return the name of a closure on the day that it begins, and once in each week after."""
    words = off.closed.get(day, "")
    before = day - timedelta(days=1)
    begins = off.closed.get(before) != words or day == week[0]
    return words[:1].upper() + words[1:] if words and begins else ""


def _key(row: SessionRow, seasons: Sequence[SeasonRow]) -> str:
    if row.season is not None:
        return f"season:{row.season}"
    around = [each.id for each in seasons if each.first <= row.on <= each.last]
    return f"season:{around[-1]}" if around else f"year:{row.on.year}"


def _present(every: Mapping[str, object], names: Mapping[str, SeasonRow], today: date) -> str:
    """Return the group that is going on, or begins next, by its key; that of the year if none."""
    running = [
        key for key, each in names.items() if key in every and each.first <= today <= each.last
    ]
    return running[-1] if running else f"year:{today.year}"


def _title(key: str, names: Mapping[str, SeasonRow], present: str, today: date) -> str:
    if key.startswith("year:"):
        year = key.removeprefix("year:")
        return "This year" if year == str(today.year) else year
    if key == present:
        return "This season"
    return names[key].name or "Season"
