"""A meeting file beside the roster and its session: what it would change, before any words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from workbench.foundation.words import Mark, Source
from workbench.imports.attendance_choices import (
    AttendanceChoices,
    Thresholds,
    minutes_between,
)
from workbench.imports.attendance_lines import Before, KnownMark, Line, mark_of, marks_to_write
from workbench.imports.attendance_queries import SessionFacts
from workbench.imports.kept_lines import FileFacts, KeptLine, kept_line, whole_of
from workbench.imports.matching import Known, Match
from workbench.imports.meeting import MeetingReport
from workbench.imports.questions import Question
from workbench.sessions.attendance_actions import MarkDetail

_TOOLS = {"Teams": Source.TEAMS, "Zoom": Source.ZOOM, "Google": Source.MEET}


@dataclass(frozen=True, slots=True)
class AttendancePlan:
    """A meeting file beside the roster and its session, before it is written or after.

    `session` is where it goes, None for one still to be made; `known` the marks already there,
    `files` were taken into it before, `kept` are their lines; `members` belong to it on its day;
    `matches` say whom each line of the report means.
    """

    community: str
    report: MeetingReport
    choices: AttendanceChoices
    people: tuple[Line, ...]
    roster: tuple[Known, ...]
    matches: Sequence[Match]
    session: SessionFacts | None
    known: Mapping[int, KnownMark]
    kept: Mapping[int, Sequence[KeptLine]]
    content_hash: str
    file_name: str = ""
    members: frozenset[int] = frozenset()
    files: Sequence[FileFacts] = ()
    new_community: bool = False
    open_questions: tuple[Question, ...] = ()
    written: bool = False
    written_to: int | None = None

    @property
    def tool(self) -> Source:
        """The tool that wrote the file: names are learned for each tool."""
        return tool_of(self.report)

    @property
    def start(self) -> datetime | None:
        """When the session began, wall time, as far as it is known."""
        return self.session.starts if self.session else self.report.start

    @property
    def length(self) -> int | None:
        """How many minutes the session lasted; the longest stay where nothing else tells."""
        if self.session:
            return self.session.minutes
        stated = minutes_between(self.report.start, self.report.end)
        longest = max((each.seconds or 0 for each in self.report.people), default=0)
        return stated or round(longest / 60) or None

    @property
    def taken(self) -> FileFacts | None:
        """This very file, where it was taken into the session before."""
        own = (each for each in self.files if each.content_hash == self.content_hash)
        return next(own, None)

    @property
    def thresholds(self) -> Thresholds:
        """Who counts as here: as chosen, as before in this session, or the usual."""
        earlier = self.files[-1] if self.files else None
        return self.choices.thresholds(self.length, self.taken, earlier)

    @property
    def counted_anew(self) -> bool:
        """Whether another threshold was chosen than the file was taken in with, or no times."""
        if self.taken is None:
            return False
        taken, rules = self.taken, self.thresholds
        minutes = (rules.min_minutes or 0) != (taken.min_minutes or 0)
        return minutes or rules.late_after != taken.late_after or self.drops_times

    @property
    def drops_times(self) -> bool:
        """Whether the times that were kept of the file go: who came is to stay, not when."""
        taken = self.taken
        return taken is not None and taken.keeps_times and self.thresholds.who_not_when

    @property
    def marks(self) -> dict[int, tuple[Mark, MarkDetail]]:
        """The marks that differ from what the session holds, people in the room among them."""
        before = Before(self.start, self.known, self.kept, self.taken, self.counted_anew)
        written = marks_to_write(self.people, before, self.thresholds, self.tool)
        room = self.choices.decisions.room - self.known.keys() - written.keys()
        here = (Mark.PRESENT, MarkDetail(source=self.tool))
        return written | dict.fromkeys(sorted(room), here)

    @property
    def changed(self) -> int:
        """How many people get a mark they do not have yet."""
        return len(self.marks) + len(self.choices.decisions.newcomers)

    @property
    def changes_nothing(self) -> bool:
        """Whether the file is in the session already, and all that it says with it."""
        new = self.changed or self.choices.decisions.any or self.counted_anew
        return self.taken is not None and not new

    @property
    def not_listed(self) -> int:
        """How many members of that day are not in the file and have no mark: not known."""
        likely = {line.match.proposals[0].person for line in self.to_check}
        listed_people = {line.person for line in self.people} | self.choices.decisions.room | likely
        return len(self.members - listed_people - self.known.keys())

    def changed_from(self, min_minutes: float) -> tuple[Line, ...]:
        """Return the lines whose mark is another than it would be from so many minutes on."""
        rules = replace(self.thresholds, min_minutes=min_minutes)
        newcomers = self.choices.decisions.newcomers
        return tuple(
            line
            for line in self.people
            if (line.person is not None or line.index in newcomers)
            and mark_of(whole_of([kept_line(line.attendee)]), rules, self.start) is not line.mark
        )

    @property
    def questions(self) -> tuple[str, ...]:
        """What must be decided before anything is written, each naming its option."""
        return tuple(str(question) for question in self.open_questions)

    @property
    def to_check(self) -> tuple[Line, ...]:
        """The lines with somebody to propose, but nobody sure."""
        return tuple(line for line in self.people if line.person is None and line.match.proposals)

    @property
    def unknown(self) -> tuple[Line, ...]:
        """The lines of nobody close on the roster, less newcomers and those that are ignored."""
        settled = self.choices.decisions.newcomers
        return tuple(
            line
            for line in self.people
            if line.person is None and not line.match.proposals and not line.match.ignored
            if line.index not in settled
        )

    @property
    def open_lines(self) -> int:
        """How many lines change nothing as long as nobody says whose they are."""
        newcomers = self.choices.decisions.newcomers | self.choices.decisions.ignored
        return sum(line.index not in newcomers for line in (*self.to_check, *self.unknown))


def tool_of(report: MeetingReport) -> Source:
    """Return the tool that wrote a report."""
    return tool_named(report.recognised_as)


def tool_named(recognised_as: str) -> Source:
    """Return the tool that writes the kind of report that a file was recognised as."""
    return _TOOLS.get(recognised_as.partition(" ")[0], Source.LIST)
