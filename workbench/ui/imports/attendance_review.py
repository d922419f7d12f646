"""The presenter of the attendance review: a file, its session, and what the person decides."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from workbench.imports.attendance import perform_report, plan_report, with_choices
from workbench.imports.attendance_choices import LATE_AFTER, AttendanceChoices, Decisions
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk
from workbench.ui.imports.attendance_shown import (
    ShownPerson,
    ShownReview,
    said_words,
    shown_review,
)
from workbench.ui.imports.opened_report import OpenedReport, open_report, session_choices

NEW = "new"
_USUAL_LENGTH = 90


class ReviewView(Protocol):
    """What the review draws itself with."""

    def show_sessions(self, choices: list[tuple[str, str]], key: str) -> None:
        """Offer the sessions a file may belong to."""
        ...

    def show_thresholds(self, here_from: int, late_after: int, length: int) -> None:
        """Show from how many of `length` minutes somebody was here, and from when late."""
        ...

    def show_times(self, *, kept: bool, fixed: bool) -> None:
        """Show whether times are kept, and whether that can no longer be chosen."""
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


class AttendanceReview:
    """Holds the plan; every press changes the choices and shows the plan again."""

    def __init__(self, desk: Desk, view: ReviewView, path: Path, into: int | None = None) -> None:
        self._into = into
        self.desk, self.view, self.path = desk, view, path
        self.people: Mapping[int, ShownPerson] = {}
        self._opened: OpenedReport | None = None
        self._left_out: frozenset[int] = frozenset()
        self._proposed = self._late_proposed = 0

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
        here, late = self._proposed, self._late_proposed
        self._choose(
            min_minutes=None if here_from == here else float(here_from),
            late_after=None if late_after == late else float(late_after),
        )

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
        self.desk.do(
            lambda workspace: perform_report(workspace, plan),
            then=self.view.written,
            said=said_words(plan, self.path.name),
            failed=self.view.failed,
        )

    @property
    def decided(self) -> int:
        """How many decisions were made that closing would lose."""
        said = self._decisions
        alone = said.newcomers | said.ignored | said.refused | self._left_out
        return len(alone | said.people.keys()) + bool(said.room)

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
        choices = replace(choices, min_minutes=None, late_after=None)  # of another length
        self.desk.read(
            lambda workspace: replace(
                opened,
                plan=plan_report(workspace, self.desk.community_name, opened.source, choices),
            ),
            self._planned,
            self.view.failed,
        )

    def _planned(self, opened: OpenedReport) -> None:
        self._opened = opened
        self._propose()

    def _open(self, workspace: Workspace) -> OpenedReport:
        return open_report(workspace, self.desk.community, self.path, self._into)

    def _arrived(self, opened: OpenedReport) -> None:
        self._opened, self.people = opened, opened.people
        plan = opened.plan
        key = str(plan.session.id) if plan.session else NEW
        self.view.show_sessions(session_choices(opened, NEW), key)
        self._propose()

    def _propose(self) -> None:
        """Show the plan with the thresholds that are usual in its session."""
        plan = self._opened.plan if self._opened else None
        if plan is None:
            return
        rules = plan.thresholds
        self._proposed = int(rules.min_minutes or 0)
        late_after = int(LATE_AFTER if rules.late_after is None else rules.late_after)
        self._late_proposed = late_after
        times = plan.taken.keeps_times if plan.taken else None
        self.view.show_thresholds(self._proposed, late_after, plan.length or _USUAL_LENGTH)
        self.view.show_times(kept=not rules.who_not_when, fixed=times is False)
        self._show()

    def _show(self) -> None:
        if self._opened is not None:
            self.view.show_review(
                shown_review(self._opened.plan, self.people, self._left_out, self._proposed)
            )
