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
from workbench.sessions.attendance_rules import SessionRecord, by_person
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
    called, snoozed = (_newest(notes, state) for state in (CallState.CALLED, CallState.SNOOZED))
    given = set(
        connection.scalars(
            select(Contribution.giver_id)
            .where(Contribution.community_id == community_id)
            .distinct()
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
            called_on=called.get(person),
            snoozed_until=snoozed.get(person),
        )
        for row in rows
        if row.roster.role is not Role.GUEST
    ]


def _meetings(every: Iterable[SessionRecord], today: date) -> dict[int, list[Meeting]]:
    """Return the sessions so far that count, of each person expected there, oldest first."""

    def told(record: SessionRecord, people: frozenset[int]) -> list[Meeting]:
        of = {mark: Meeting(record.on, mark) for mark in Mark}  # the same for all so marked
        return [of[mark] for mark in record.marks_of(people)]

    return by_person((record for record in every if record.on <= today), told)


def _newest(notes: Iterable[CallNoteRow], state: CallState) -> dict[int, date]:
    """Return the last day of each person's calls, or the last one they are snoozed until."""
    found: dict[int, date] = {}
    for note in notes:
        if note.state is state:
            day = note.until or note.noted_on
            found[note.person_id] = max(day, found.get(note.person_id, day))
    return found
