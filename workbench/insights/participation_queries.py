"""Reading participation: who belongs and came, who stays, what is given, who met across."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Connection

from workbench.contributions.link_queries import HelpRow, help_rows
from workbench.contributions.spread_parts import SpreadParts
from workbench.foundation.words import Mark, Role, SessionState
from workbench.insights.copresence import LARGEST_ROOM
from workbench.insights.kinds_by_month import GivenByMonth, given_by_month
from workbench.insights.membership_flow import FlowMonth, Held, membership_flow, month_end
from workbench.insights.met_departments import NeverMet, department_sizes, never_met
from workbench.insights.retention import Retention
from workbench.insights.retention_queries import retention
from workbench.insights.silo_over_time import SiloPoint, silo_over_time
from workbench.insights.spread_queries import spread_of
from workbench.models.contributions import Contribution
from workbench.models.sessions import Session
from workbench.rosters.queries import departments_of, roster
from workbench.sessions.attendance_queries import marks_of, stays
from workbench.sessions.attendance_rules import Stay, expected_on

_CAME = frozenset({Mark.PRESENT, Mark.PART})


@dataclass(frozen=True, slots=True)
class Participation:
    """Everything on the view of participation since a day; nothing of it is about one person."""

    flow: tuple[FlowMonth, ...]
    retention: Retention
    given: GivenByMonth
    spread: SpreadParts
    across: tuple[SiloPoint, ...]
    never_met: NeverMet

    @property
    def empty(self) -> bool:
        """Whether nobody ever belonged and nothing was given."""
        return not any(month.members or month.joined for month in self.flow)


def participation(
    connection: Connection, community_id: int, today: date, since: date | None = None
) -> Participation:
    """Return participation from the month of `since`, or from the beginning, until today.

    Who stays is always told over all cohorts.
    """
    held = _held(connection, community_id, today)
    belonging = stays(connection, community_id)
    first = since or _beginning(belonging, held, today)
    flow = membership_flow(belonging, held, first, today)
    days = [one.on for one in held]
    helped = help_rows(connection, community_id, None, today)
    departments = _departments(connection, community_id, today)
    return Participation(
        flow=flow,
        retention=retention(connection, community_id, today, rolling=True),
        given=_given(connection, community_id, flow, belonging, today),
        spread=spread_of(connection, community_id, today, since, days),
        across=silo_over_time(
            [row for row in helped if row.on >= first],
            lambda on: _departments(connection, community_id, on),
            today,
        ),
        never_met=_never_met(connection, held, helped, first, departments),
    )


def _held(connection: Connection, community_id: int, today: date) -> list[Held]:
    """Return the sessions until today with who came, in order of days."""
    rows = connection.execute(
        select(Session.id, Session.starts_at)
        .where(Session.community_id == community_id, Session.state == SessionState.HELD)
        .order_by(Session.starts_at, Session.id)
    )
    marks = marks_of(connection, community_id)
    return [
        Held(on, [who for who, mark in marks.get(number, {}).items() if mark in _CAME])
        for number, on in ((number, starts_at.date()) for number, starts_at in rows)
        if on <= today
    ]


def _beginning(belonging: Sequence[Stay], held: Sequence[Held], today: date) -> date:
    joined = [stay.joined for stay in belonging if stay.joined]
    return min([*joined, *(one.on for one in held[:1]), today])


def _given(
    connection: Connection,
    community_id: int,
    flow: Sequence[FlowMonth],
    belonging: Sequence[Stay],
    today: date,
) -> GivenByMonth:
    """Return what was given in the months of the flow, and how many members of its end gave."""
    month = func.date(Contribution.given_on, "start of month")
    own = Contribution.community_id == community_id, Contribution.given_on <= today
    kinds = connection.execute(
        select(month, Contribution.kind, func.count())
        .where(*own)
        .group_by(month, Contribution.kind)
    )
    gave: dict[date, set[int]] = defaultdict(set)
    givers = select(month, Contribution.giver_id).where(*own).distinct()
    for on, giver in connection.execute(givers):
        gave[date.fromisoformat(on)].add(giver)
    members = {one.month: expected_on(belonging, min(month_end(one.month), today)) for one in flow}
    return given_by_month(
        [(date.fromisoformat(on), kind, many) for on, kind, many in kinds],
        {on: len(gave[on] & people) for on, people in members.items()},
        {on: len(people) for on, people in members.items()},
        [one.month for one in flow],
    )


def _departments(connection: Connection, community_id: int, on: date) -> dict[Hashable, str]:
    """Return the department of each member of a day who has one."""
    return {
        row.person_id: row.department.name
        for row in roster(connection, community_id, on)
        if row.department and row.role is not Role.GUEST
    }


def _never_met(
    connection: Connection,
    held: Sequence[Held],
    helped: Sequence[HelpRow],
    first: date,
    departments: Mapping[Hashable, str],
) -> NeverMet:
    """Tell which departments of today never met since a day; people count by that of today."""
    rooms = [one.came for one in held if one.on >= first and len(one.came) <= LARGEST_ROOM]
    people = {who for room in rooms for who in room}
    named = {who: row.name for who, row in departments_of(connection, people).items()}
    return never_met(
        department_sizes(departments.values()),
        [{named[who] for who in room if who in named} for room in rooms],
        [
            (row.giver_department, row.receiver_department)
            for row in helped
            if row.on >= first and row.giver_department and row.receiver_department
        ],
    )
