"""What came of bringing a meeting file in: the plan with its JSON and its sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.imports.attendance_lines import Line
from workbench.imports.attendance_plan import AttendancePlan
from workbench.imports.attendance_sentences import sentences, warnings


@dataclass(frozen=True, slots=True)
class AttendanceImport(AttendancePlan):
    """A meeting file beside the roster and its session, before it is written or after."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is odd without stopping anything."""
        return warnings(self)

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
            "minutes": None if self.thresholds.who_not_when else line.attendee.minutes,
            "stated_minutes": None if self.thresholds.who_not_when else _stated(line),
            "joins": line.attendee.joins,
            "person": names.get(line.person) if line.person is not None else None,
            "how": line.match.how,
        }

    def lines(self) -> list[str]:
        """Return what came of it in plain sentences."""
        return sentences(self)


def _stated(line: Line) -> float | None:
    seconds = line.attendee.stated_seconds
    return None if seconds is None else seconds / 60


def _proposals(line: Line, names: Mapping[int, str]) -> list[dict[str, str]]:
    return [{"person": names[each.person], "reason": each.reason} for each in line.match.proposals]
