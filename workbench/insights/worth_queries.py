"""Reading who is worth a call; for the facilitator's screen only, in no export and no report."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.contributions.promise_queries import promises
from workbench.foundation.words import CallState, Mark, Role
from workbench.insights.people_queries import MemberRow, members
from workbench.insights.worth_a_call import CallFacts, LatePromise, Meeting, Reason, worth_a_call
from workbench.models.contributions import Contribution
from workbench.rosters.call_queries import CallNoteRow, call_notes
from workbench.sessions.attendance_queries import records
from workbench.sessions.attendance_rules import SessionRecord
from workbench.sessions.threshold_queries import engagement_thresholds


@dataclass(frozen=True, slots=True)
class CallRow:
    """Somebody to ask after, as People shows them, with the reasons."""

    member: MemberRow
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class CallList:
    """Who is worth a call, the newest reason first, and the notes made, the newest first."""

    rows: tuple[CallRow, ...] = ()
    notes: tuple[CallNoteRow, ...] = ()


def calls(connection: Connection, community_id: int, today: date) -> CallList:
    """Return the private list of a community with its notes."""
    thresholds = engagement_thresholds(connection)
    every = records(connection, community_id)
    rows = {
        row.roster.person_id: row
        for row in members(connection, community_id, today, thresholds, every)
    }
    notes = tuple(call_notes(connection, community_id))
    facts = _facts(connection, community_id, today, every, rows.values(), notes)
    found = worth_a_call(facts, today, thresholds)
    return CallList(tuple(CallRow(rows[one.person], one.reasons) for one in found), notes)


def _facts(
    connection: Connection,
    community_id: int,
    today: date,
    every: Sequence[SessionRecord],
    rows: Iterable[MemberRow],
    notes: Sequence[CallNoteRow],
) -> list[CallFacts]:
    meetings = _meetings(every, today)
    given = set(
        connection.scalars(
            select(Contribution.giver_id).where(Contribution.community_id == community_id)
        )
    )
    late: dict[int, list[LatePromise]] = defaultdict(list)
    for row in promises(connection, community_id, today, only_open=True):
        if row.person_id is not None and row.due_on is not None and row.late > 0:
            late[row.person_id].append(LatePromise(row.text, row.due_on))
    return [
        CallFacts(
            person=(person := row.roster.person_id),
            name=row.roster.name,
            joined_on=row.roster.joined_on,
            meetings=tuple(meetings.get(person, ())),
            has_given=person in given,
            late=tuple(late.get(person, ())),
            called_on=max(_days(notes, person, CallState.CALLED), default=None),
            snoozed_until=max(_days(notes, person, CallState.SNOOZED), default=None),
        )
        for row in rows
        if row.roster.role is not Role.GUEST
    ]


def _meetings(every: Iterable[SessionRecord], today: date) -> dict[int, list[Meeting]]:
    """Return the sessions so far that count, of each person expected there, oldest first."""
    found: dict[int, list[Meeting]] = defaultdict(list)
    counting = (record for record in every if record.counts and record.on <= today)
    for record in sorted(counting, key=lambda one: (one.on, one.session)):
        of = {mark: Meeting(record.on, mark) for mark in Mark}  # the same for all so marked
        marks = record.marks_of(record.expected)
        for person, mark in zip(record.expected, marks, strict=True):
            found[person].append(of[mark])
    return found


def _days(notes: Iterable[CallNoteRow], person: int, state: CallState) -> list[date]:
    """Return the days of somebody's calls, or those they are snoozed until."""
    own = (note for note in notes if note.person_id == person and note.state is state)
    return [note.until or note.noted_on for note in own]
