"""What a meeting file would change in a session, as data for screens, as JSON and as sentences."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from workbench.foundation.dates import full_date
from workbench.foundation.text import counted, listed
from workbench.foundation.words import Mark, Source
from workbench.imports.attendance_lines import (
    Before,
    Decisions,
    KnownMark,
    Line,
    Thresholds,
    mark_of,
    marks_to_write,
)
from workbench.imports.attendance_queries import SessionFacts
from workbench.imports.kept_lines import KeptLine, kept_line, whole_of
from workbench.imports.matching import Known
from workbench.imports.meeting import MeetingReport
from workbench.imports.questions import Question
from workbench.imports.roster_import import shortened
from workbench.sessions.attendance_actions import MarkDetail

_TOOLS = {"Teams": Source.TEAMS, "Zoom": Source.ZOOM, "Google": Source.MEET}
_CONTRARY = {Mark.EXCUSED: "apologies", Mark.ABSENT: "missed"}
_NOBODY = Decisions()


@dataclass(frozen=True, slots=True)
class AttendanceChoices:
    """What was chosen for a file: its session or a new one, thresholds, the order of its dates.

    `late_after` counts minutes from the session's start.
    """

    session: int | None = None
    create: bool = False
    min_minutes: float | None = None
    who_not_when: bool = False
    dates: str | None = None
    late_after: float | None = None
    decisions: Decisions = _NOBODY

    @property
    def thresholds(self) -> Thresholds:
        """Who counts as here."""
        return Thresholds(self.min_minutes, self.late_after, self.who_not_when)


@dataclass(frozen=True, slots=True)
class AttendanceImport:
    """A meeting file beside the roster and its session, before it is written or after.

    `session` is where it goes, None for one still to be made; `known` the marks already there,
    `kept` the lines of files taken into it before; `members` belong to it on its day;
    `seen_before` says that a file of this content was taken into the session.
    """

    community: str
    report: MeetingReport
    choices: AttendanceChoices
    people: tuple[Line, ...]
    roster: tuple[Known, ...]
    ignored: Mapping[str, str]
    session: SessionFacts | None
    known: Mapping[int, KnownMark]
    kept: Mapping[int, Sequence[KeptLine]]
    content_hash: str
    file_name: str = ""
    members: frozenset[int] = frozenset()
    seen_before: bool = False
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
    def marks(self) -> dict[int, tuple[Mark, MarkDetail]]:
        """The marks that differ from what the session holds, people in the room among them."""
        before = Before(self.start, self.known, self.kept, self.seen_before)
        written = marks_to_write(self.people, before, self.choices.thresholds, self.tool)
        room = self.choices.decisions.room - self.known.keys() - written.keys()
        here = (Mark.PRESENT, MarkDetail(source=self.tool))
        return written | dict.fromkeys(sorted(room), here)

    @property
    def changed(self) -> int:
        """How many people get a mark they do not have yet."""
        return len(self.marks) + len(self.choices.decisions.newcomers)

    @property
    def not_listed(self) -> int:
        """How many members of that day are not in the file and have no mark: not known."""
        likely = {line.match.proposals[0].person for line in self.to_check}
        listed_people = {line.person for line in self.people} | self.choices.decisions.room | likely
        return len(self.members - listed_people - self.known.keys())

    def changed_from(self, min_minutes: float) -> tuple[Line, ...]:
        """Return the lines whose mark is another than it would be from so many minutes on."""
        rules = replace(self.choices.thresholds, min_minutes=min_minutes)
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
        """The lines that mean nobody close on the roster, less those that are ignored."""
        return tuple(
            line
            for line in self.people
            if line.person is None and not line.match.proposals and not line.match.ignored
        )

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is odd without stopping anything."""
        return (*self.report.warnings, *_oddities(self))

    def as_json(self) -> dict[str, object]:
        """Return the shape that the command line prints."""
        report = self.report
        names = {known.person: known.name for known in self.roster}
        return {
            "recognised_as": report.recognised_as,
            "meeting": {"title": report.title, "start": report.start, "end": report.end},
            "people": [self._person(line, names) for line in self.people],
            "to_check": [
                self._person(line, names) | {"proposals": _proposals(line, names)}
                for line in self.to_check
            ],
            "unknown": [self._person(line, names) for line in self.unknown],
            "questions": list(self.questions),
            "warnings": list(self.warnings),
            "written": self.written,
            "changed": self.changed,
            "session": self.written_to or (self.session.id if self.session else None),
        }

    def _person(self, line: Line, names: Mapping[int, str]) -> dict[str, object]:
        return {
            "name": line.attendee.name,
            "email": line.attendee.email,
            "minutes": None if self.choices.who_not_when else line.attendee.minutes,
            "stated_minutes": None if self.choices.who_not_when else _stated(line),
            "joins": line.attendee.joins,
            "person": names.get(line.person) if line.person is not None else None,
            "how": line.match.how,
        }

    def lines(self) -> list[str]:
        """Return what came of it in plain sentences."""
        if self.questions:
            return []
        names = {known.person: known.name for known in self.roster}
        verb = "were marked" if self.written else "would be marked"
        people = counted(self.changed, "person", "people")
        into = f" in session {self.written_to}" if self.written_to else ""
        check = [
            f"To check: {line.attendee.name} may be {names[line.match.proposals[0].person]} "
            f"({line.match.how})."
            for line in self.to_check
        ]
        unknown = [f"Unknown: {line.attendee.name}. {line.match.how}." for line in self.unknown]
        absent = [not_listed_words(self.not_listed)] if self.not_listed else []
        return [
            f"{self.report.recognised_as}, {counted(len(self.people), 'person', 'people')}.",
            f"{people} {verb}{into}.",
            *shortened(check),
            *shortened(unknown),
            *absent,
            *shortened(self.warnings),
        ]


def tool_of(report: MeetingReport) -> Source:
    """Return the tool that wrote a report."""
    return tool_named(report.recognised_as)


def tool_named(recognised_as: str) -> Source:
    """Return the tool that writes the kind of report that a file was recognised as."""
    return _TOOLS.get(recognised_as.partition(" ")[0], Source.LIST)


def not_listed_words(members: int) -> str:
    """Return what becomes of members who are not in the file."""
    verb = "is" if members == 1 else "are"
    return (
        f"{counted(members, 'member', 'members')} {verb} not in the file: "
        "not known, and not marked as missed."
    )


def _stated(line: Line) -> float | None:
    seconds = line.attendee.stated_seconds
    return None if seconds is None else seconds / 60


def _proposals(line: Line, names: Mapping[int, str]) -> list[dict[str, str]]:
    return [{"person": names[each.person], "reason": each.reason} for each in line.match.proposals]


def _oddities(found: AttendanceImport) -> Iterator[str]:
    if found.new_community:
        made = "was made" if found.written else "will be made"
        yield f"There was no community {found.community}, so it {made}."
    start = found.report.start
    if found.session and start and start.date() != found.session.starts.date():
        yield (
            f"The file is of {full_date(start.date())}, the session {found.session.title} of "
            f"{full_date(found.session.starts.date())}."
        )
    if found.seen_before:
        yield "This file was taken into the session before; marks that are there stay."
    yield from _contradictions(found)


def _contradictions(found: AttendanceImport) -> Iterator[str]:
    """Say who was entered as away by hand and is in the file: the file will stand."""
    names = {known.person: known.name for known in found.roster}
    for mark, words in _CONTRARY.items():
        away = [
            names[person]
            for person in found.marks
            if person in names and person in found.known and found.known[person].mark is mark
        ]
        if away:
            shown = away if len(away) < 5 else [*away[:3], f"{len(away) - 3} others"]
            verb = "was" if len(away) == 1 else "were"
            yield f"{listed(shown)} {verb} entered as {words}, but the file says here."
