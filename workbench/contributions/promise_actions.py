"""Writing promises: made, changed, kept or not; each one undo step."""

from dataclasses import replace

from sqlalchemy import select

from workbench.communities.queries import there
from workbench.contributions.promise_rules import checked_instead, checked_outcome
from workbench.contributions.rules import PromiseDraft, checked_promise
from workbench.foundation.errors import BadInput
from workbench.foundation.words import PromiseState
from workbench.models.communities import Community
from workbench.models.contributions import Promise
from workbench.models.rosters import Person
from workbench.models.sessions import Session
from workbench.storage.unit_of_work import Work, action


@action("Add promise")
def add_promise(work: Work, community_id: int, draft: PromiseDraft) -> int:
    """Note what somebody will try or bring and return its number; raises BadInput or NotFound."""
    there(work.session, Community, community_id, "community")
    row = Promise(community_id=community_id, made_on=work.clock.today())
    _write(work, row, draft)
    work.session.add(row)
    work.session.flush()
    return row.id


@action("Change promise")
def change_promise(work: Work, promise_id: int, draft: PromiseDraft) -> None:
    """Change a promise to what the draft says; raises BadInput or NotFound."""
    _write(work, there(work.session, Promise, promise_id, "promise"), draft)


@action("Settle promise")
def settle_promise(
    work: Work,
    promise_id: int,
    state: PromiseState,
    outcome: str = "",
    instead: PromiseDraft | None = None,
) -> int | None:
    """Say how a promise ended and what came of it, or open it again.

    What a changed promise became lives on as a promise of the same person; its number is returned.
    Raises BadInput where the two do not fit together, NotFound.
    """
    row = there(work.session, Promise, promise_id, "promise")
    _check_standing(work, row, state, instead)
    if row.state is not state or row.settled_on is None:
        row.settled_on = None if state is PromiseState.OPEN else work.clock.today()
    row.state, row.outcome = state, checked_outcome(state, outcome)
    work.name = "Open promise again" if state is PromiseState.OPEN else f"Promise {state.value}"
    if instead is None:
        return None
    return _live_on(work, row, instead)


@action("Delete promise")
def delete_promise(work: Work, promise_id: int) -> None:
    """Take a promise out that was noted by mistake."""
    work.session.delete(there(work.session, Promise, promise_id, "promise"))


def _check_standing(
    work: Work, row: Promise, state: PromiseState, instead: PromiseDraft | None
) -> None:
    checked_instead(state, instead)
    became = work.session.scalar(select(Promise.text).where(Promise.follows_id == row.id))
    if became is not None and (state is not PromiseState.CHANGED or instead is not None):
        raise BadInput(
            f"This promise lives on as “{became}”.",
            "Settle that one, or delete it first.",
        )


def _live_on(work: Work, row: Promise, draft: PromiseDraft) -> int:
    new = Promise(community_id=row.community_id, made_on=work.clock.today(), follows_id=row.id)
    same_person = replace(
        draft,
        person_id=row.person_id,
        about_person_id=row.about_person_id,
        session_id=row.session_id,
    )
    _write(work, new, same_person)
    work.session.add(new)
    work.session.flush()
    return new.id


def _write(work: Work, row: Promise, draft: PromiseDraft) -> None:
    checked = checked_promise(draft)
    for person_id in (checked.person_id, checked.about_person_id):
        if person_id is not None:
            there(work.session, Person, person_id, "person")
    if checked.session_id is not None:
        there(work.session, Session, checked.session_id, "session")
    row.text, row.due_on = checked.text, checked.due_on
    row.person_id, row.about_person_id = checked.person_id, checked.about_person_id
    row.session_id = checked.session_id
