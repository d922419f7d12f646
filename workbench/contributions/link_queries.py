"""Reading who helped whom, each end with the department it had on that day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import ContributionKind
from workbench.models.contributions import Contribution, ContributionReceiver
from workbench.models.rosters import Department, DepartmentStay


@dataclass(frozen=True, slots=True)
class HelpRow:
    """One act of help to one receiver; a department is empty where none was known that day."""

    on: date
    session_id: int | None
    giver_id: int
    receiver_id: int
    giver_department: str
    receiver_department: str


def help_rows(
    connection: Connection,
    community_id: int,
    since: date | None = None,
    until: date | None = None,
) -> list[HelpRow]:
    """Return the help logged in a community between two days, both included, oldest first."""
    statement = (
        select(Contribution, ContributionReceiver.person_id)
        .join(ContributionReceiver, ContributionReceiver.contribution_id == Contribution.id)
        .where(
            Contribution.community_id == community_id, Contribution.kind == ContributionKind.HELP
        )
        .order_by(Contribution.given_on, Contribution.id, ContributionReceiver.person_id)
    )
    if since:
        statement = statement.where(Contribution.given_on >= since)
    if until:
        statement = statement.where(Contribution.given_on <= until)
    stays = _stays(connection)
    return [
        HelpRow(
            gift.given_on,
            gift.session_id,
            gift.giver_id,
            receiver_id,
            _department(stays, gift.giver_id, gift.given_on),
            _department(stays, receiver_id, gift.given_on),
        )
        for gift, receiver_id in connection.execute(statement)
    ]


def _stays(connection: Connection) -> dict[int, list[tuple[date, str]]]:
    """Return everybody's departments with their first days, oldest first."""
    found: dict[int, list[tuple[date, str]]] = defaultdict(list)
    rows = connection.execute(
        select(DepartmentStay.person_id, DepartmentStay.since, Department.name).join(
            Department, Department.id == DepartmentStay.department_id
        )
    )
    for person_id, since, name in rows:
        found[person_id].append((since or date.min, name))
    return {person_id: sorted(stays) for person_id, stays in found.items()}


def _department(stays: dict[int, list[tuple[date, str]]], person_id: int, on: date) -> str:
    until = [name for since, name in stays.get(person_id, []) if since <= on]
    return until[-1] if until else ""
