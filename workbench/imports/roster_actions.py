"""Taking a planned list of people into a community: one use case, one undo step."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec

from workbench.communities.actions import create_community
from workbench.foundation.errors import NotFound
from workbench.foundation.text import counted, kept
from workbench.foundation.words import Role
from workbench.imports.roster_plan import RowPlan
from workbench.imports.roster_queries import community_number, remembered_mapping
from workbench.models.rosters import Membership, RememberedMapping
from workbench.rosters import details_actions as details
from workbench.rosters.rules import PersonDraft, checked_dates
from workbench.storage.unit_of_work import Work, action

_OF_A_MEMBERSHIP = ("role", "joined_on", "left_on", "reason_to_join", "reason_to_leave")


@action("Import people")
def take_people(
    work: Work,
    community: str,
    rows: Sequence[RowPlan],
    signature: str = "",
    mapping: Mapping[str, str] | None = None,
) -> int:
    """Write the added and changed rows of a plan and return how many there were.

    The community is made if it is new; the mapping is remembered for the next list with the same
    titles.
    """
    community_id = community_number(work.session, community)
    if community_id is None:
        community_id = create_community(work, community)
    added = [row for row in rows if row.kind == "added"]
    changed = [row for row in rows if row.kind == "changed"]
    _add(work, community_id, added)
    for row in changed:
        _change(work, community_id, row)
    if mapping and signature and remembered_mapping(work.session, signature) != dict(mapping):
        _remember(work, signature, mapping)
    work.name = f"Import {counted(len(added) + len(changed), 'person', 'people')}"
    return len(added) + len(changed)


def _add(work: Work, community_id: int, rows: Sequence[RowPlan]) -> None:
    new = [row for row in rows if row.person_id is None and row.same_as is None]
    numbers = details.add(work.session, community_id, [row.draft for row in new]) if new else []
    made = {row.number: person_id for row, person_id in zip(new, numbers, strict=True)}
    for row in rows:
        if row.same_as is not None:
            _add_membership(work, community_id, made[row.same_as], row.draft)
        elif row.person_id is not None:
            _add_membership(work, community_id, row.person_id, row.draft)
    work.session.flush()


def _change(work: Work, community_id: int, row: RowPlan) -> None:
    """Write a row's changes; a membership that is not the newest is changed where it stands."""
    if row.person_id is None:
        raise NotFound(f"Row {row.number} is about nobody on the roster.")
    if row.membership_id is None:
        _add_membership(work, community_id, row.person_id, row.draft)
        return
    newest = details.newest_membership(work.session, community_id, row.person_id)
    if newest is not None and newest.id == row.membership_id:
        draft = row.draft
    else:
        draft = _without_membership(row.draft)
        _change_membership(work, row.membership_id, row.draft)
    details.change(work.session, community_id, row.person_id, draft, work.clock.today())


def _without_membership(draft: PersonDraft) -> PersonDraft:
    return replace(draft, **dict.fromkeys(_OF_A_MEMBERSHIP), cleared=frozenset())


def _change_membership(work: Work, membership_id: int, draft: PersonDraft) -> None:
    membership = work.session.get_one(Membership, membership_id)
    for name in _OF_A_MEMBERSHIP:
        value = getattr(draft, name)
        if value is not None or name in draft.cleared:
            setattr(membership, name, value)
    checked_dates(membership.joined_on, membership.left_on)


def _add_membership(work: Work, community_id: int, person_id: int, draft: PersonDraft) -> None:
    checked_dates(draft.joined_on, draft.left_on)
    work.session.add(
        Membership(
            community_id=community_id,
            person_id=person_id,
            role=draft.role or Role.MEMBER,
            joined_on=draft.joined_on,
            left_on=draft.left_on,
            reason_to_join=kept(draft.reason_to_join or ""),
            reason_to_leave=kept(draft.reason_to_leave or ""),
        )
    )


def _remember(work: Work, signature: str, mapping: Mapping[str, str]) -> None:
    row = RememberedMapping(
        signature=signature,
        mapping=msgspec.json.encode(dict(mapping)).decode(),
        remembered_at=work.clock.now(),
    )
    work.session.merge(row)
