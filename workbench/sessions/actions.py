"""Writing sessions: adding, changing, copying, calling off, deleting; each with its undo step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from workbench.foundation.errors import BadInput
from workbench.foundation.ids import random_key
from workbench.foundation.text import clean, kept
from workbench.foundation.words import SessionState
from workbench.models.sessions import Session
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.agenda_edits import checked
from workbench.sessions.agenda_lanes import as_new, mapped
from workbench.sessions.calendar_file import checked_zone
from workbench.sessions.pre_work_actions import copy_pre_work
from workbench.sessions.row_actions import store_blocks, touch
from workbench.sessions.row_queries import agenda_blocks, community_row, session_row
from workbench.sessions.rules import checked_slot, checked_start, checked_title
from workbench.storage.unit_of_work import Work, action


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDraft:
    """What is said of a session; None leaves what is there, or the usual, as it is.

    `starts` is wall time (naive) in `zone`; `minutes` the length of the slot.
    """

    title: str | None = None
    starts: datetime | None = None
    minutes: int | None = None
    kind: str | None = None
    place: str | None = None
    zone: str | None = None
    note: str | None = None
    series_id: int | None = None
    goal_id: int | None = None


@action("Add session")
def add_session(
    work: Work, community_id: int, draft: SessionDraft, blocks: Sequence[AgendaBlock] = ()
) -> int:
    """Add a session with its blocks and return its number; raises BadInput, NotFound."""
    community = community_row(work.session, community_id)
    if draft.starts is None:
        raise BadInput("A session needs a date and a time.", "Type both.", field="starts")
    row = Session(
        community_id=community_id,
        uid=random_key().hex(),
        title=checked_title(draft.title or ""),
        starts_at=checked_start(draft.starts),
        minutes=90,
        zone=community.zone,
        revision=0,
        changed_at=work.clock.now(),
    )
    _write(row, draft)
    work.session.add(row)
    work.session.flush()
    store_blocks(work, row.id, checked(row.starts_at.time(), blocks))
    work.name = f"Add {row.title}"
    return row.id


@action("Change session")
def edit_session(work: Work, session_id: int, draft: SessionDraft) -> None:
    """Change what the draft says of a session; locked starts stay at their time on the wall."""
    row = session_row(work.session, session_id)
    blocks = agenda_blocks(work.session, session_id)
    _write(row, draft)
    checked(row.starts_at.time(), blocks)
    if work.session.is_modified(row):
        touch(work, row)
    work.name = f"Change {row.title}"


@action("Duplicate session")
def duplicate_session(work: Work, session_id: int, starts: datetime) -> int:
    """Add a planned copy of a session with all it holds at another time; returns its number."""
    row = session_row(work.session, session_id)
    blocks = as_new(agenda_blocks(work.session, session_id))
    if row.starts_at.time() != starts.time():
        blocks = mapped(blocks, lambda block: replace(block, locked_start=None))
    draft = SessionDraft(
        title=row.title, starts=starts, minutes=row.minutes, kind=row.kind, place=row.place,
        zone=row.zone, series_id=row.series_id, goal_id=row.goal_id,
    )  # fmt: skip
    new = add_session(work, row.community_id, draft, blocks)
    copy_pre_work(work, session_id, new)
    work.name = f"Duplicate {row.title}"
    return new


@action("Cancel session")
def cancel_session(work: Work, session_id: int) -> None:
    """Call a session off: it stays in the list and drops out of every rate."""
    row = session_row(work.session, session_id)
    if row.state is not SessionState.CANCELLED:
        row.state = SessionState.CANCELLED
        touch(work, row)
    work.name = f"Cancel {row.title}"


@action("Hold session")
def hold_session(work: Work, session_id: int) -> None:
    """Note that a planned session took place, though nobody in it is marked."""
    row = session_row(work.session, session_id)
    if row.state is SessionState.PLANNED:
        row.state = SessionState.HELD
    work.name = f"{row.title} took place"


@action("Restore session")
def restore_session(work: Work, session_id: int) -> None:
    """Take a cancelled session back into the plan, held where marking had started."""
    row = session_row(work.session, session_id)
    if row.state is SessionState.CANCELLED:
        row.state = SessionState.HELD if row.marking_started_at else SessionState.PLANNED
        touch(work, row)
    work.name = f"Restore {row.title}"


@action("Delete session")
def delete_session(work: Work, session_id: int) -> None:
    """Delete a session with its blocks and marks; contributions stay, undo brings all back."""
    row = session_row(work.session, session_id)
    work.name = f"Delete {row.title}"
    work.session.delete(row)


def _write(row: Session, draft: SessionDraft) -> None:
    if draft.title is not None:
        row.title = checked_title(draft.title)
    if draft.starts is not None:
        row.starts_at = checked_start(draft.starts)
    if draft.minutes is not None:
        row.minutes = checked_slot(draft.minutes)
    if draft.zone is not None:
        row.zone = checked_zone(draft.zone).key
    if draft.note is not None:
        row.note = kept(draft.note)
    for name in ("kind", "place"):
        value = getattr(draft, name)
        if value is not None:
            setattr(row, name, clean(value))
    for name in ("series_id", "goal_id"):
        value = getattr(draft, name)
        if value is not None:
            setattr(row, name, value)
