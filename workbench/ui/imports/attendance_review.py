"""The presenter of the attendance review: a file, its session, and what the person decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from workbench.foundation.dates import short_day
from workbench.foundation.text import counted
from workbench.foundation.words import SessionState
from workbench.imports.attendance import perform_report, plan_report, with_choices
from workbench.imports.attendance_import import AttendanceChoices, AttendanceImport
from workbench.imports.attendance_lines import Decisions
from workbench.imports.attendance_taking import title_of
from workbench.imports.dates import DateOrder
from workbench.imports.tables import SourceFile, read_source
from workbench.rosters.queries import roster
from workbench.sessions.queries import SessionRow, session_rows
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk
from workbench.ui.imports.attendance_shown import ShownPerson, ShownReview, shown_review
from workbench.ui.imports.fitting_session import fitting_session

NEW = "new"
LATE_AFTER = 10


class ReviewView(Protocol):
    """What the review draws itself with."""

    def show_sessions(self, choices: list[tuple[str, str]], key: str) -> None:
        """Offer the sessions a file may belong to."""
        ...

    def show_thresholds(self, here_from: int, late_after: int, length: int) -> None:
        """Show from how many of `length` minutes somebody was here, and from when late."""
        ...

    def show_review(self, shown: ShownReview) -> None:
        """Show the lines and what will happen."""
        ...

    def written(self, session: int) -> None:
        """Go: everything is written into this session."""
        ...

    def failed(self, problem: Exception) -> None:
        """Show why the file cannot be taken."""
        ...


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file beside the community: its plan, the people, the sessions it may go into."""

    source: SourceFile
    plan: AttendanceImport
    people: Mapping[int, ShownPerson]
    sessions: tuple[SessionRow, ...]


class AttendanceReview:
    """Holds the plan; every press changes the choices and shows the plan again."""

    def __init__(self, desk: Desk, view: ReviewView, path: Path, into: int | None = None) -> None:
        self._into = into
        self.desk, self.view, self.path = desk, view, path
        self.people: Mapping[int, ShownPerson] = {}
        self._opened: _Opened | None = None
        self._left_out: frozenset[int] = frozenset()
        self._proposed = 0

    def load(self) -> None:
        """Read the file and show what it would change."""
        self.desk.read(self._open, self._arrived, self.view.failed)

    def choose_session(self, key: str) -> None:
        """Take the file into another session, or make one."""
        if self._opened is None:
            return
        choices = self._opened.plan.choices
        chosen = replace(choices, session=None if key == NEW else int(key), create=key == NEW)
        self._plan_again(chosen)

    def choose_order(self, order: str) -> None:
        """Read the dates day first or month first."""
        if self._opened is not None:
            self._plan_again(replace(self._opened.plan.choices, dates=order))

    def set_thresholds(self, here_from: int, late_after: int) -> None:
        """Count somebody as here from some minutes, as late from some minutes after the start."""
        self._choose(min_minutes=float(here_from), late_after=float(late_after))

    def keep_times(self, wanted: bool) -> None:
        """Keep who came and when, or only who."""
        self._choose(who_not_when=not wanted)

    def accept(self, index: int) -> None:
        """The first proposal of a line is right."""
        proposals = self._line_proposals(index)
        if proposals:
            self.choose(index, proposals[0])

    def accept_all(self) -> None:
        """Every first proposal is right that no other line has; of equals none is chosen."""
        if self._opened is None:
            return
        decided = dict(self._decisions.people)
        for line in self._opened.plan.to_check:
            person = line.match.proposals[0].person
            free = line.index not in self._left_out and line.index not in decided
            if free and not line.match.tied and person not in self._spoken_for(decided):
                decided[line.index] = person
        self._decide(people=decided)

    def choose(self, index: int, person: int) -> None:
        """A line is this person."""
        self._only(index, people={**self._decisions.people, index: person})

    def welcome(self, index: int) -> None:
        """A line is a guest who is not on the roster yet."""
        self._only(index, guests=self._decisions.guests | {index})

    def enrol(self, index: int) -> None:
        """A line is a new member, who belongs from the session's day on."""
        self._only(index, joining=self._decisions.joining | {index})

    def ignore(self, index: int) -> None:
        """A line's name belongs to nobody, in this file and in all later ones."""
        self._only(index, ignored=self._decisions.ignored | {index})

    def leave_out(self, index: int) -> None:
        """A line is to change nothing."""
        self._left_out |= {index}
        self._undecide(index)

    def think_again(self, index: int) -> None:
        """A decision about a line is taken back."""
        self._left_out -= {index}
        self._undecide(index)

    def refuse(self, index: int) -> None:
        """A sure match is wrong."""
        self._decide(refused=self._decisions.refused | {index})

    def seat_in_room(self, people: frozenset[int]) -> None:
        """These people sat in the room that the file shows as one line."""
        self._decide(room=people)

    def write(self) -> None:
        """Mark everybody who is sure or decided, as one step."""
        if self._opened is None:
            return
        plan = self._opened.plan
        count = counted(plan.changed, "person", "people")
        self.desk.do(
            lambda workspace: perform_report(workspace, plan),
            then=self.view.written,
            said=f"Marked {count} from {self.path.name}.",
            failed=self.view.failed,
        )

    @property
    def room(self) -> frozenset[int]:
        """Who was ticked as sitting in the room."""
        return self._decisions.room

    def proposals_of(self, index: int) -> list[ShownPerson]:
        """The people a line may mean, likeliest first."""
        return [self.people[person] for person in self._line_proposals(index)]

    @property
    def _decisions(self) -> Decisions:
        return self._opened.plan.choices.decisions if self._opened else Decisions()

    def _line_proposals(self, index: int) -> list[int]:
        if self._opened is None:
            return []
        return [each.person for each in self._opened.plan.people[index].match.proposals]

    def _spoken_for(self, decided: Mapping[int, int]) -> set[int]:
        sure = {line.match.person for line in self._opened.plan.people} if self._opened else set()
        return {person for person in sure if person is not None} | set(decided.values())

    def _undecide(self, index: int) -> None:
        self._decide(**self._without(index), refused=self._decisions.refused - {index})

    def _only(self, index: int, **decision: object) -> None:
        """Keep one decision about a line in place of any other."""
        self._left_out -= {index}
        self._decide(**{**self._without(index), **decision})

    def _without(self, index: int) -> dict[str, object]:
        """Return the decisions less those that say whose a line is."""
        said = self._decisions
        return {
            "people": {key: value for key, value in said.people.items() if key != index},
            "guests": said.guests - {index},
            "joining": said.joining - {index},
            "ignored": said.ignored - {index},
        }

    def _decide(self, **changes: object) -> None:
        self._choose(decisions=replace(self._decisions, **changes))  # type: ignore[arg-type]  # named parts of Decisions

    def _choose(self, **changes: object) -> None:
        """Show the plan under changed choices: the file is not read again."""
        if self._opened is None:
            return
        choices = replace(self._opened.plan.choices, **changes)  # type: ignore[arg-type]  # named parts of the choices
        self._opened = replace(self._opened, plan=with_choices(self._opened.plan, choices))
        self._show()

    def _plan_again(self, choices: AttendanceChoices) -> None:
        opened = self._opened
        if opened is None:
            return
        self.desk.read(
            lambda workspace: replace(
                opened,
                plan=plan_report(workspace, self.desk.community_name, opened.source, choices),
            ),
            self._planned,
            self.view.failed,
        )

    def _planned(self, opened: _Opened) -> None:
        self._opened = opened
        self._show()

    def _open(self, workspace: Workspace) -> _Opened:
        source = read_source(self.path)
        name = self.desk.community_name
        sessions = tuple(
            row
            for row in workspace.read(session_rows, self.desk.community)
            if row.state is not SessionState.CANCELLED
            and row.starts.date() <= workspace.clock.today()
        )
        plan = _first_plan(workspace, name, source, sessions, self._into)
        choices = replace(plan.choices, min_minutes=float(_half(plan)))
        people = _people(workspace, self.desk.community)
        return _Opened(source, with_choices(plan, choices), people, sessions)

    def _arrived(self, opened: _Opened) -> None:
        self._opened, self.people = opened, opened.people
        plan = opened.plan
        key = str(plan.session.id) if plan.session else NEW
        self.view.show_sessions(_session_choices(opened), key)
        self._proposed = int(plan.choices.min_minutes or 0)
        self.view.show_thresholds(self._proposed, LATE_AFTER, _length(plan))
        self._show()

    def _show(self) -> None:
        if self._opened is not None:
            self.view.show_review(
                shown_review(self._opened.plan, self.people, self._left_out, self._proposed)
            )


def _first_plan(
    workspace: Workspace,
    name: str,
    source: SourceFile,
    sessions: Sequence[SessionRow],
    into: int | None,
) -> AttendanceImport:
    """Return the plan for the session that the file most likely belongs to, or for a new one.

    A date that can be read two ways is read the way that meets a session.
    """
    plan = plan_report(workspace, name, source, AttendanceChoices(late_after=LATE_AFTER))
    if any(question.about == "dates" for question in plan.open_questions):
        readings = [
            plan_report(workspace, name, source, replace(plan.choices, dates=order.value))
            for order in DateOrder
        ]
        fitting = [each for each in readings if fitting_session(sessions, each.report.start)]
        plan = fitting[0] if len(fitting) == 1 else plan
    if plan.session is not None:
        return plan
    near = fitting_session(sessions, plan.report.start, plan.report.title, into)
    choices = replace(plan.choices, session=near.id if near else None, create=near is None)
    return plan_report(workspace, name, source, choices)


def _people(workspace: Workspace, community: int) -> dict[int, ShownPerson]:
    return {
        row.person_id: ShownPerson(
            row.person_id,
            row.name,
            row.department.name if row.department else "",
            row.department.position if row.department else None,
        )
        for row in workspace.read(roster, community)
    }


def _session_choices(opened: _Opened) -> list[tuple[str, str]]:
    report = opened.plan.report
    day = f"{short_day(report.start.date())} · " if report.start else ""
    made = (NEW, f"New session: {day}{title_of(report)}")
    rows = sorted(opened.sessions, key=lambda row: row.starts, reverse=True)
    known = [(str(row.id), f"{short_day(row.on)} · {row.title}") for row in rows]
    return [*known, made]


def _length(plan: AttendanceImport) -> int:
    """Return how long the session lasted, in minutes."""
    if plan.session:
        return plan.session.minutes
    report = plan.report
    if report.start and report.end:
        return max(1, round((report.end - report.start).total_seconds() / 60))
    return 90


def _half(plan: AttendanceImport) -> int:
    return _length(plan) // 2
