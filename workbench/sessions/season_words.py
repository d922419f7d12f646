"""What a proposed season says of itself: skipped, moved, clocks that change, clashes, its name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from workbench.foundation.dates import month_name, short_day
from workbench.foundation.text import counted, listed
from workbench.sessions.calendar_file import checked_zone
from workbench.sessions.recurrence_words import time_words
from workbench.sessions.season import LeftOut, Preview, Proposal, SeasonPlan

RemarkKind = Literal["skipped", "moved", "kept", "clocks", "there", "warning"]
_SEASONS = ("winter", "spring", "summer", "autumn")
_SPANS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class Remark:
    """One line about a proposed season: its strong beginning, the rest, the day it is about."""

    kind: RemarkKind
    strong: str
    rest: str
    on: date | None = None


def remarks(plan: SeasonPlan, preview: Preview, zone: str) -> list[Remark]:
    """Return all that the facilitator should know before creating, by kind and then by date."""
    return [
        *_skipped(preview.left_out),
        *_moved(preview.proposals),
        *_clocks(plan, preview.proposals, zone),
        *_odd_times(preview.proposals, zone),
        *_clashes(preview.proposals),
        *_there(preview.left_out),
        *_unplaced(plan, preview),
    ]


def numbers_words(preview: Preview, templates: Iterable[str]) -> str:
    """Return "Sessions 21 to 32, from two templates.", numbers only where they are in one row."""
    numbers = [each.number for each in preview.proposals]
    if not numbers:
        return ""
    in_a_row = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    if len(numbers) == 1:
        words = f"Session {numbers[0]}"
    elif in_a_row:
        words = f"Sessions {numbers[0]} to {numbers[-1]}"
    else:
        words = f"{len(numbers)} sessions among those there are"
    used = len({each for each in templates if each})
    if not used:
        return f"{words}, with empty agendas."
    count = _SPANS[used - 1] if used <= len(_SPANS) else str(used)
    return f"{words}, from {count} {'template' if used == 1 else 'templates'}."


def themes_words(preview: Preview) -> str:
    """Return "10 themes set, 2 open"."""
    named = sum(bool(each.theme) for each in preview.proposals)
    still = len(preview.proposals) - named
    words = counted(named, "theme", "themes") + " set"
    return f"{words}, {still} open" if still else words


def stretch_words(first: date, last: date, zone: str) -> str:
    """Return the time of the year, "winter to spring"; months where a zone has no summer time."""
    begins, ends = (_time_of_year(day, zone) for day in (first, last))
    if last - first > timedelta(days=330):
        begins, ends = (f"{month_name(day)} {day.year}" for day in (first, last))
    return begins if begins == ends else f"{begins} to {ends}"


def season_name(first: date, last: date, zone: str) -> str:
    """Return what a season is called unless it is named: "Winter to spring 2027"."""
    words = stretch_words(first, last, zone)
    named = words[:1].upper() + words[1:]
    return named if str(last.year) in named else f"{named} {last.year}"


def clock_changes(first: date, last: date, zone: str) -> list[date]:
    """Return the days from `first` to `last` on which the clocks of a zone change."""
    found, known = [], checked_zone(zone)
    noon = datetime.combine(first, time(12), known)
    before = (noon - timedelta(days=1)).utcoffset()
    for ahead in range((last - first).days + 1):
        now = (noon + timedelta(days=ahead)).utcoffset()
        if now != before:
            found.append(first + timedelta(days=ahead))
        before = now
    return found


def _skipped(left_out: Sequence[LeftOut]) -> list[Remark]:
    by_reason: dict[str, list[date]] = {}
    for each in left_out:
        if not each.there:
            days = by_reason.setdefault(each.reason, [])
            if each.on not in days:
                days.append(each.on)
    return [
        Remark("skipped", f"{_days(days)} skipped,", reason, days[0])
        for reason, days in by_reason.items()
    ]


def _moved(proposals: Sequence[Proposal]) -> list[Remark]:
    found = []
    for each in proposals:
        if each.moved_from is not None:
            words = f"{short_day(each.moved_from)} moved to {short_day(each.on)},"
            found.append(Remark("moved", words, each.reason, each.on))
        elif each.reason:
            words = f"{short_day(each.on)} kept,"
            found.append(Remark("kept", words, f"though {each.reason}", each.on))
    return found


def _clocks(plan: SeasonPlan, proposals: Sequence[Proposal], zone: str) -> list[Remark]:
    if plan.first is None or plan.last is None or not proposals:
        return []
    stays = time_words(proposals[0].rhythm.starts)
    changes = clock_changes(plan.first, plan.last, zone)
    words = f"{stays} stays {stays}"
    if len(changes) > 2:  # a line for each would hide the rest
        return [Remark("clocks", f"{len(changes)} times the clocks change,", words, changes[0])]
    return [Remark("clocks", f"{short_day(day)} clocks change,", words, day) for day in changes]


def _odd_times(proposals: Sequence[Proposal], zone: str) -> list[Remark]:
    found, known = [], checked_zone(zone)
    for each in proposals:
        at = each.starts.replace(tzinfo=known)
        shown = at.astimezone(UTC).astimezone(known).replace(tzinfo=None)
        said = time_words(each.starts.time())
        if shown != each.starts:
            rest = f"the clocks go forward: it begins at {time_words(shown.time())}"
            found.append(Remark("warning", f"{short_day(each.on)} has no {said},", rest, each.on))
        elif at.utcoffset() != at.replace(fold=1).utcoffset():
            rest = "the clocks go back: the first is meant"
            strong = f"{short_day(each.on)} has {said} twice,"
            found.append(Remark("warning", strong, rest, each.on))
    return found


def _clashes(proposals: Sequence[Proposal]) -> list[Remark]:
    return [
        Remark("warning", f"{short_day(each.on)} clashes with", each.clash, each.on)
        for each in proposals
        if each.clash
    ]


def _there(left_out: Sequence[LeftOut]) -> list[Remark]:
    days = [each.on for each in left_out if each.there]
    if not days:
        return []
    there = counted(len(days), "date is", "dates are")
    return [Remark("there", f"{there} in the plan already,", "left as they are", days[0])]


def _unplaced(plan: SeasonPlan, preview: Preview) -> list[Remark]:
    found = [
        Remark("warning", f"{each.name} has no date", "between these days")
        for each in preview.empty
    ]
    spare = [theme for theme in plan.themes[len(preview.proposals) :] if theme.strip()]
    if spare:
        words = f"{counted(len(spare), 'theme has', 'themes have')} no date:"
        found.append(Remark("warning", words, listed([f'"{theme}"' for theme in spare[:2]])))
    return found


def _days(days: Sequence[date]) -> str:
    """Return "24 and 28 Dec", the month once for days of the same one."""
    groups: list[list[date]] = []
    for day in days:
        if groups and (groups[-1][0].year, groups[-1][0].month) == (day.year, day.month):
            groups[-1].append(day)
        else:
            groups.append([day])
    if len(groups) == 1:
        numbers = listed([str(day.day) for day in days])
        return f"{numbers} {month_name(days[0])[:3]}"
    return listed([short_day(day) for day in days])


def _time_of_year(day: date, zone: str) -> str:
    known = checked_zone(zone)
    winter, summer = (
        datetime(day.year, month, 15, 12, tzinfo=known).utcoffset() for month in (1, 7)
    )
    if winter is None or summer is None or winter == summer:
        return month_name(day)
    south = 0 if summer > winter else 2
    return _SEASONS[(day.month % 12 // 3 + south) % 4]
