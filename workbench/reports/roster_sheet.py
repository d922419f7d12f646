"""The roster as a workbook that can be edited and taken in again, under plain field names."""

from collections.abc import Sequence
from datetime import date

from workbench.foundation.text import fold
from workbench.reports.excel_cells import Cell
from workbench.reports.workbook_contents import Column, ReadMe, Sheet
from workbench.rosters.queries import RosterRow

_COLUMNS = (
    Column("Name", "text", "The name as it is shown everywhere."),
    Column("First name", "text", "Only where it is known."),
    Column("Last name", "text", "Only where it is known."),
    Column("E-mail", "text", "Finds the person again when the file is taken in."),
    Column("Department", "text", "On the day given above, else the newest."),
    Column("Job title", "text", "As told."),
    Column("Role", "text", "member, core, sponsor, co-host or guest."),
    Column("Joined on", "date", "First day in the community; empty means from the beginning."),
    Column("Left on", "date", "Last day in the community; empty means still here."),
    Column("Tags", "text", "Words on the person, separated by semicolons."),
    Column("Reason to join", "text", "What the person came for, in their words."),
    Column("Reason to leave", "text", "Only where somebody told."),
)


def roster_sheet(rows: Sequence[RosterRow], own_fields: Sequence[str]) -> Sheet:
    """Return one row for each membership, with the facilitator's own columns at the end."""
    taken = {fold(column.heading) for column in _COLUMNS}
    own = tuple(Column(_own_heading(name, taken), "text", "A column of your own.")
                for name in own_fields)  # fmt: skip
    return Sheet("Roster", (*_COLUMNS, *own), [_row(row, own_fields) for row in rows], frozen=1)


def roster_read_me(community: str, written_on: date, as_of: date | None, rows: int) -> ReadMe:
    """Return the words of the read-me sheet of a roster."""
    who = "everybody who ever belonged" if as_of is None else "everybody who belonged on that day"
    return ReadMe(
        "Roster: the people of a community",
        community,
        written_on,
        as_of,
        (
            ("Who is in it", f"{who} ({rows:,} rows)"),
            ("To change it", "Edit the sheet Roster, keep its first row, and import it again."),
        ),
    )


def _own_heading(name: str, taken: set[str]) -> str:
    return f"{name} (own column)" if fold(name) in taken else name


def _row(row: RosterRow, own_fields: Sequence[str]) -> tuple[Cell, ...]:
    own = dict(row.own)
    return (
        row.name,
        row.first_name,
        row.last_name,
        row.email,
        row.department.name if row.department else "",
        row.job_title,
        row.role.value,
        row.joined_on,
        row.left_on,
        "; ".join(row.tags),
        row.reason_to_join,
        row.reason_to_leave,
        *(own.get(name, "") for name in own_fields),
    )
