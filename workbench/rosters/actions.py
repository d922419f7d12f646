"""Writing rosters: adding, changing, guests, leaving; each a use case with its own undo step."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, select

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, counted, kept
from workbench.foundation.words import Role
from workbench.models.rosters import Membership, Person
from workbench.rosters import details_actions as details
from workbench.rosters.rules import PersonDraft, names_of
from workbench.storage.unit_of_work import Work, action


@action("Add person")
def add_person(work: Work, community_id: int, draft: PersonDraft) -> int:
    """Add a person as a member of a community and return their number; raises BadInput."""
    (person_id,) = details.add(work.session, community_id, [draft])
    work.name = f"Add {names_of(draft).shown}"
    return person_id


@action("Add people")
def add_people(work: Work, community_id: int, drafts: Sequence[PersonDraft]) -> list[int]:
    """Add many people to a community in one step and return their numbers in the same order."""
    work.name = f"Add {counted(len(drafts), 'person', 'people')}"
    return details.add(work.session, community_id, drafts)


@action("Change person")
def change_person(work: Work, community_id: int, person_id: int, draft: PersonDraft) -> None:
    """Change what the draft says of somebody; a department counts from today on."""
    details.change(work.session, community_id, person_id, draft, work.clock.today())
    work.name = f"Change {details.person(work.session, person_id).name}"


@action("Change people")
def change_people(
    work: Work, community_id: int, changes: Sequence[tuple[int, PersonDraft]]
) -> None:
    """Change many people in one step: pairs of person number and draft."""
    today = work.clock.today()
    for person_id, draft in changes:
        details.change(work.session, community_id, person_id, draft, today)
    work.name = f"Change {counted(len(changes), 'person', 'people')}"


@action("Add guest")
def add_guest(work: Work, community_id: int, name: str, on: date | None = None) -> int:
    """Add a guest by name from the day they were there, or today on, and return their number."""
    draft = PersonDraft(name=name, role=Role.GUEST, joined_on=on or work.clock.today())
    (person_id,) = details.add(work.session, community_id, [draft])
    work.name = f"Add guest {clean(name)}"
    return person_id


@action("Join community")
def join_community(
    work: Work, community_id: int, person_id: int, joined_on: date | None, role: Role = Role.MEMBER
) -> None:
    """Make somebody who is already in the workspace a member; raises BadInput if they are one."""
    person = details.person(work.session, person_id)
    details.community(work.session, community_id)
    membership = details.newest_membership(work.session, community_id, person_id)
    if membership is not None and membership.left_on is None:
        raise BadInput(f"{person.name} already belongs to this community.", field="name")
    work.session.add(
        Membership(community_id=community_id, person_id=person_id, joined_on=joined_on, role=role)
    )
    work.name = f"Add {person.name}"


@action("Leave community")
def leave_community(
    work: Work, community_id: int, person_id: int, left_on: date, reason: str = ""
) -> None:
    """End somebody's membership on a day, which still counts; their history stays."""
    person = details.person(work.session, person_id)
    draft = PersonDraft(left_on=left_on, reason_to_leave=reason)
    details.change_membership(work.session, community_id, person_id, draft)
    work.name = f"{person.name} leaves"


@action("Remove person")
def remove_person(work: Work, community_id: int, person_id: int) -> None:
    """Take somebody out who was added by mistake, with all that hangs on them in this workspace.

    A person who also belongs to another community stays there.
    """
    person = details.person(work.session, person_id)
    work.session.execute(
        delete(Membership).where(
            Membership.community_id == community_id, Membership.person_id == person_id
        )
    )
    elsewhere = select(Membership.id).where(Membership.person_id == person_id)
    if work.session.scalar(elsewhere.limit(1)) is None:
        work.session.execute(delete(Person).where(Person.id == person_id))
    work.name = f"Remove {person.name}"


@action("Change private note")
def write_note(work: Work, person_id: int, note: str) -> None:
    """Replace the private note on somebody; it stays in this file and in no export."""
    person = details.person(work.session, person_id)
    person.note = kept(note)
    work.name = f"Note on {person.name}"


@action("Change department")
def move_department(work: Work, person_id: int, department: str, since: date | None) -> None:
    """Put somebody into a department from a day on, so that earlier sessions keep the old one."""
    person = details.person(work.session, person_id)
    details.stay(work.session, person_id, department, since)
    work.name = f"Change department of {person.name}"
