"""Workbooks of one community, written where the user says: roster, attendance, contributions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from workbench.communities.queries import CommunityRow, community_named
from workbench.contributions.feed_queries import feed_rows
from workbench.contributions.rules import FeedFilter
from workbench.reports.attendance_sheet import (
    Attender,
    Meeting,
    attendance_read_me,
    attendance_sheets,
)
from workbench.reports.contributions_sheet import contributions_read_me, contributions_sheets
from workbench.reports.excel import write_workbook
from workbench.reports.roster_sheet import roster_read_me, roster_sheet
from workbench.reports.workbook_contents import ReadMe, Sheet
from workbench.rosters.queries import own_fields, roster
from workbench.sessions.attendance_queries import records
from workbench.sessions.grid_queries import attendance_grid
from workbench.sessions.grid_rules import NOT_A_MEMBER, Grid
from workbench.sessions.queries import session_rows, titles
from workbench.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook as plain data, ready to be written."""

    sheets: Sequence[Sheet]
    read_me: ReadMe


def export_roster(
    workspace: Workspace, community_name: str, out: Path, as_of: date | None = None
) -> None:
    """Write everybody who ever belonged, or who did on a day; raises NotFound and CannotSave."""
    today = workspace.clock.today()
    write_book(out, workspace.read(roster_book, community_name, today, as_of))


def export_attendance(
    workspace: Workspace, community_name: str, out: Path, as_of: date | None = None
) -> None:
    """Write who came to the sessions up to a day, else today; raises NotFound and CannotSave."""
    today = workspace.clock.today()
    write_book(out, workspace.read(attendance_book, community_name, today, as_of))


def export_contributions(
    workspace: Workspace, community_name: str, out: Path, as_of: date | None = None
) -> None:
    """Write what was given up to a day, or ever; raises NotFound and CannotSave."""
    today = workspace.clock.today()
    write_book(out, workspace.read(contributions_book, community_name, today, as_of))


def write_book(out: Path, book: Book) -> None:
    """Write a workbook; raises CannotSave, and BadInput for a name that is not an .xlsx file."""
    write_workbook(out, book.sheets, book.read_me)


def roster_book(session: Session, community_name: str, today: date, as_of: date | None) -> Book:
    """Return the roster of a community as a workbook; raises NotFound."""
    community = community_named(session, community_name)
    rows = roster(session, community.id, as_of)
    sheet = roster_sheet(rows, own_fields(session))
    return Book([sheet], roster_read_me(community.name, today, as_of, len(rows)))


def attendance_book(session: Session, community_name: str, today: date, as_of: date | None) -> Book:
    """Return the attendance of a community as a workbook; raises NotFound."""
    community = community_named(session, community_name)
    until = as_of or today
    grid = attendance_grid(session, community.id, until)
    meetings = _meetings(session, community, until)
    sheets = attendance_sheets(_attenders(grid, until), meetings, community.excused_rule)
    return Book(sheets, attendance_read_me(community.name, today, as_of, community.excused_rule))


def contributions_book(
    session: Session, community_name: str, today: date, as_of: date | None
) -> Book:
    """Return the contributions of a community as a workbook; raises NotFound."""
    community = community_named(session, community_name)
    rows = feed_rows(session, community.id, FeedFilter(until=as_of))
    named = titles(session, community.id)
    read_me = contributions_read_me(community.name, today, as_of, len(rows))
    return Book(contributions_sheets(rows, named), read_me)


def _meetings(session: Session, community: CommunityRow, until: date) -> list[Meeting]:
    by_id = {record.session: record for record in records(session, community.id)}
    return [
        Meeting(row.number, row.title, row.state, by_id[row.id])
        for row in session_rows(session, community.id)
        if row.on <= until
    ]


def _attenders(grid: Grid, until: date) -> list[Attender]:
    """Return the people expected or marked at a session up to a day, by department and name."""
    past = [place for place, column in enumerate(grid.columns) if column.on <= until]
    return [
        Attender(row.person_id, row.name, row.department.name if row.department else "")
        for row in grid.rows
        if any(row.cells[place] != NOT_A_MEMBER for place in past)
    ]
