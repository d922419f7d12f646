"""The people of the sample: members, reasons to come, departments over time, learned names."""

from datetime import UTC, datetime, time

from sqlalchemy import select

from workbench.foundation.text import fold
from workbench.imports.sample_documents import Charter
from workbench.imports.sample_tables import PersonRow, ReasonRow
from workbench.models.communities import ReasonTheme
from workbench.models.rosters import Alias, Membership
from workbench.rosters.actions import add_people, move_department
from workbench.rosters.rules import PersonDraft
from workbench.storage.unit_of_work import Work


def add_members(
    work: Work, community_id: int, charter: Charter, rows: list[PersonRow], reasons: list[ReasonRow]
) -> dict[str, int]:
    """Write the members with all that hangs on them and return their numbers by name."""
    newest = {row.name: row for row in sorted(reasons, key=lambda row: row.asked_on)}
    notes = {entry.person: entry.text for entry in charter.notes}
    moved = {history.person for history in charter.department_history}
    drafts = [_draft(row, newest, notes, in_one_department=row.name not in moved) for row in rows]
    numbers = add_people(work, community_id, drafts)
    people = {row.name: number for row, number in zip(rows, numbers, strict=True)}
    for history in charter.department_history:
        for stay in history.stays:
            move_department(work, people[history.person], stay.department, stay.since)
    _add_themes(work, community_id, people, newest)
    _add_learned_names(work, charter, people)
    work.session.flush()
    return people


def _draft(
    row: PersonRow, reasons: dict[str, ReasonRow], notes: dict[str, str], *, in_one_department: bool
) -> PersonDraft:
    first, _, last = row.name.partition(" ")
    reason = reasons.get(row.name)
    return PersonDraft(
        name=row.name,
        first_name=first,
        last_name=last,
        email=row.email,
        job_title=row.title,
        department=row.department if in_one_department else None,
        role=row.role,
        joined_on=row.joined,
        reason_to_join=reason.words if reason else None,
        note=notes.get(row.name),
        tags=tuple(row.tags.split("; ")) if row.tags else None,
    )


def _add_themes(
    work: Work, community_id: int, people: dict[str, int], reasons: dict[str, ReasonRow]
) -> None:
    named = select(ReasonTheme.name, ReasonTheme.id).where(ReasonTheme.community_id == community_id)
    themes = {row.name: row.id for row in work.session.execute(named)}
    said = {people[name]: themes[row.theme] for name, row in reasons.items()}
    of_community = select(Membership).where(Membership.community_id == community_id)
    for membership in work.session.scalars(of_community):
        membership.reason_theme_id = said.get(membership.person_id)


def _add_learned_names(work: Work, charter: Charter, people: dict[str, int]) -> None:
    work.session.add_all(
        Alias(
            person_id=people[entry.person],
            source=entry.source,
            name=entry.name,
            folded_name=fold(entry.name),
            how=entry.how,
            decided=not entry.how,
            learned_at=datetime.combine(entry.learned_on, time(16), UTC),
        )
        for entry in charter.learned_names
    )
