"""Contributions as a workbook: what was given, by session and kind; gifts, never a ranking."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from workbench.contributions.feed_queries import BETWEEN_SESSIONS, FeedRow
from workbench.foundation.words import ContributionKind
from workbench.reports.excel_cells import Cell
from workbench.reports.workbook_contents import Column, ReadMe, Sheet, TotalRow

_KINDS = tuple(ContributionKind)


def contributions_sheets(rows: Sequence[FeedRow], titles: Mapping[int, str]) -> list[Sheet]:
    """Return the gifts by date, and their counts by session; `titles` are those of sessions."""
    by_date = sorted(rows, key=lambda row: (row.given_on, row.id))
    return [_gifts(by_date, titles), _by_session(by_date, titles)]


def contributions_read_me(
    community: str, written_on: date, as_of: date | None, rows: int
) -> ReadMe:
    """Return the words of the read-me sheet of contributions."""
    return ReadMe(
        "Contributions: what people gave each other",
        community,
        written_on,
        as_of,
        (
            ("How many", rows),
            ("What it is not", "A ranking. Listening and reading are taking part too."),
            ("What it holds", "What somebody logged; much that is given is never written down."),
        ),
    )


def _gifts(rows: Sequence[FeedRow], titles: Mapping[int, str]) -> Sheet:
    columns = (
        Column("Date", "date", "The day it was given."),
        Column("Session", "text", f"Where it was given, or “{BETWEEN_SESSIONS}”."),
        Column("Who", "text", "The person who gave."),
        Column("Department", "text", "Of the giver, the newest."),
        Column("Kind", "text", f"As it is called here; usually {', '.join(_KINDS)}."),
        Column("To whom", "text", "People who received it, separated by semicolons."),
        Column("What", "text", "In the words it was logged in."),
        Column("Tags", "text", "Separated by semicolons."),
    )
    return Sheet("Contributions", columns, [_gift(row, titles) for row in rows], frozen=1)


def _gift(row: FeedRow, titles: Mapping[int, str]) -> tuple[Cell, ...]:
    return (
        row.given_on,
        _where(row, titles),
        row.giver.name,
        row.department.name if row.department else "",
        row.kind_name,
        "; ".join(one.name for one in row.receivers),
        row.text,
        "; ".join(row.tags),
    )


def _where(row: FeedRow, titles: Mapping[int, str]) -> str:
    if row.session_id is None:
        return BETWEEN_SESSIONS
    return titles.get(row.session_id, "")


def _by_session(rows: Sequence[FeedRow], titles: Mapping[int, str]) -> Sheet:
    counts: dict[tuple[date, int | None], Counter[ContributionKind]] = {}
    names: dict[tuple[date, int | None], str] = {}
    for row in rows:
        place = (row.given_on, row.session_id)
        counts.setdefault(place, Counter())[row.kind] += 1
        names[place] = _where(row, titles)
    columns = (
        Column("Date", "date", ""),
        Column("Session", "text", ""),
        Column("In all", "whole", "Contributions of every kind."),
        *(Column(kind.value.capitalize(), "whole", "") for kind in _KINDS),
    )
    body: list[tuple[Cell, ...]] = [
        (place[0], names[place], found.total(), *(found[kind] for kind in _KINDS))
        for place, found in counts.items()
    ]
    whole: Counter[ContributionKind] = sum(counts.values(), Counter())
    total = (None, "In all", whole.total(), *(whole[kind] for kind in _KINDS))
    return Sheet("By session", columns, body, (TotalRow("whole", total),), frozen=2)
