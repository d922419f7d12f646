"""The columns of the People list."""

from datetime import date

from workbench.foundation.words import Mark, Role
from workbench.insights.people_queries import MemberRow
from workbench.sessions.engagement import Engagement
from workbench.ui.kit.cells import (
    BarCell,
    Cell,
    ChipCell,
    MarkCell,
    PersonCell,
    SquaresCell,
    TextCell,
)
from workbench.ui.kit.rows import Column
from workbench.ui.kit.squares import Square
from workbench.ui.rosters.people_words import short_date

SQUARES = {
    Mark.PRESENT: Square.HERE,
    Mark.PART: Square.LATE,
    Mark.EXCUSED: Square.APOLOGIES,
    Mark.ABSENT: Square.MISSED,
    Mark.UNKNOWN: Square.NOT_KNOWN,
    None: Square.NOT_YET,
}
CHIPS = {
    Engagement.REGULAR: ("good", "check"),
    Engagement.OCCASIONAL: ("neutral", "dash"),
    Engagement.DRIFTING: ("warn", "falling"),
    Engagement.NEW: ("info", "plus"),
}


def engagement_chip(row: MemberRow) -> ChipCell:
    """Return the chip of a member with its reason; guests have their role instead."""
    if row.chip is None:
        return ChipCell(
            "Guest" if row.roster.role is Role.GUEST else "", why="Welcome, not expected"
        )
    tone, icon = CHIPS[row.chip.engagement]
    return ChipCell(row.chip.engagement.value, tone, icon, row.chip.reason)


def columns(today: date, *, department_folded: bool) -> list[Column[MemberRow]]:
    """Return the columns; with `department_folded` the department stands under the name."""

    def name(row: MemberRow) -> Cell:
        department = row.roster.department
        return PersonCell(
            row.roster.name,
            row.roster.job_title,
            department.position if department else None,
            department.name if department and department_folded else "",
        )

    def department(row: MemberRow) -> Cell:
        found = row.roster.department
        return MarkCell(found.name, found.position) if found else TextCell("")

    def gifts(row: MemberRow) -> Cell:
        return BarCell(min(1.0, row.contributions / 20), str(row.contributions), bar=38)

    return [
        Column("name", "Name", name, lambda row: row.roster.name.casefold(), 180, stretch=True),
        Column("department", "Department", department, _department_key, 111, leaves=2),
        Column("engagement", "Engagement", engagement_chip, _engagement_key, 118),
        Column("strip", "Last 8 sessions", _strip, None, 150),
        Column("attended", "Attended", _attended, _attended_key, 84, align="right", leaves=3),
        Column(
            "contributions", "Contributions", gifts, lambda row: row.contributions, 100,
            leaves=1, one_way=True,
            tip="Fewest first, to find who has not been heard; there is no ranking.",
        ),
        Column("last", "Last here", lambda row: _last(row, today), lambda row: row.last_here, 86),
    ]  # fmt: skip


def _strip(row: MemberRow) -> Cell:
    return SquaresCell([SQUARES[mark] for mark in row.strip])


def _attended(row: MemberRow) -> Cell:
    return TextCell(f"{row.here} of {row.expected}" if row.expected else "")


def _attended_key(row: MemberRow) -> float | None:
    return row.here / row.expected if row.expected else None


def _department_key(row: MemberRow) -> str | None:
    return row.roster.department.name.casefold() if row.roster.department else None


def _engagement_key(row: MemberRow) -> int | None:
    order = (Engagement.DRIFTING, Engagement.NEW, Engagement.OCCASIONAL, Engagement.REGULAR)
    return order.index(row.chip.engagement) if row.chip else None


def _last(row: MemberRow, today: date) -> Cell:
    return TextCell(short_date(row.last_here, today) if row.last_here else "not yet", "text_2")
