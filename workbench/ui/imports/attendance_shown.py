"""What the attendance review shows, as plain data and words."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.foundation.text import counted, listed
from workbench.foundation.words import Mark
from workbench.imports.attendance_import import AttendanceImport
from workbench.imports.attendance_lines import Line
from workbench.imports.attendance_sentences import not_listed_words
from workbench.imports.attendees import Attendee
from workbench.imports.matching import TAKEN_BEFORE
from workbench.imports.names import read_name
from workbench.sessions.attendance_rules import MARK_WORDS

_FEW_NAMES = 4
_LATE = MARK_WORDS[Mark.PART]


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """Somebody on the roster: number, name, department and its place in the order of colours."""

    id: int
    name: str
    department: str = ""
    place: int | None = None


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line of the file: what it says, whom it means, and what the person decided.

    `share` is the part of the longest stay, None where no time is known; `kind` says which buttons
    it has: "check", "unknown", "room", "matched", "ignored"; `decided` is "", "yes", "chosen",
    "guest", "member", "ignored" or "out"; `before` says that this file was taken in with it.
    """

    index: int
    name: str
    minutes: str
    share: float | None
    kind: str
    person: ShownPerson | None
    who: str
    reason: str
    decided: str = ""
    before: bool = False


@dataclass(frozen=True, slots=True)
class ShownReview:
    """The whole review: its three sections and the sentence of the footer."""

    to_check: tuple[ShownLine, ...]
    unknown: tuple[ShownLine, ...]
    matched: tuple[ShownLine, ...]
    lines: int
    here: int
    late: int
    already: int
    open: int
    verb: str
    can_write: bool
    questions: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    knows_times: bool
    ignored: tuple[ShownLine, ...] = ()
    changes: str = ""
    notes: tuple[str, ...] = ()


def shown_review(
    found: AttendanceImport,
    people: Mapping[int, ShownPerson],
    left_out: frozenset[int],
    proposed: int = 0,
) -> ShownReview:
    """Return what is shown of a plan; `left_out` are lines the person leaves out.

    `proposed` is the number of minutes from which somebody was here when the file was opened.
    """
    longest = max((line.attendee.seconds or 0 for line in found.people), default=0)
    lines = [_line(line, found, people, longest, left_out) for line in found.people]
    newcomers = found.choices.decisions.newcomers
    marks = [mark for mark, _ in found.marks.values()]
    marks += [line.mark for line in found.people if line.index in newcomers]
    here = sum(mark is Mark.PRESENT for mark in marks)
    late = sum(mark is Mark.PART for mark in marks)
    open_kinds = ("check", "unknown", "room")
    still = [line for line in lines if line.kind in open_kinds and line.decided in ("", "out")]
    can_write = bool(here + late) or found.choices.decisions.any or found.counted_anew
    return ShownReview(
        to_check=tuple(line for line in lines if line.kind == "check"),
        unknown=tuple(line for line in lines if line.kind in ("unknown", "room")),
        matched=tuple(line for line in lines if line.kind == "matched"),
        lines=len(lines),
        here=here,
        late=late,
        already=len({line.person for line in found.people if line.person} - found.marks.keys()),
        open=len(still),
        verb=_verb(found, here + late),
        can_write=not found.open_questions and can_write,
        questions=tuple((each.about, each.sentence) for each in found.open_questions),
        warnings=found.warnings,
        knows_times=any(line.attendee.seconds is not None for line in found.people),
        ignored=tuple(line for line in lines if line.kind == "ignored"),
        changes=_change_words(found, people, proposed),
        notes=_notes(found),
    )


def _verb(found: AttendanceImport, marks: int) -> str:
    people = counted(marks, "person", "people")
    if found.drops_times:
        return "Drop the times"
    if found.counted_anew:
        return f"Count {people} anew"
    return f"Mark {people}" if marks or not found.choices.decisions.any else "Remember"


def said_words(found: AttendanceImport, name: str) -> str:
    """Return what is said once a file is written, with what stays open."""
    people = counted(found.changed, "person", "people")
    if found.drops_times:
        done = f"Dropped the times of {name}."
    else:
        done = f"{'Counted' if found.counted_anew else 'Marked'} {people} from {name}."
    names = counted(found.open_lines, "name stays", "names stay")
    later = f" {names} open: bring the same file in again to add them." if found.open_lines else ""
    return done + later


def _change_words(found: AttendanceImport, people: Mapping[int, ShownPerson], proposed: int) -> str:
    """Return who counts otherwise than under the proposed minutes: "2 change: Ama, Jonas"."""
    changed = found.changed_from(proposed)
    if not changed:
        return ""
    known = [people.get(line.person) if line.person else None for line in changed]
    names = [
        person.name if person else line.attendee.name
        for person, line in zip(known, changed, strict=True)
    ]
    shown = (
        names
        if len(names) <= _FEW_NAMES
        else [*names[: _FEW_NAMES - 1], f"{len(names) - _FEW_NAMES + 1} others"]
    )
    verb = "changes" if len(names) == 1 else "change"
    return f"{len(names)} {verb} against {proposed} min: {listed(shown)}"


def _notes(found: AttendanceImport) -> tuple[str, ...]:
    notes = [not_listed_words(found.not_listed)] if found.not_listed else []
    if found.session and found.session.zone and found.report.start:
        notes.append(f"Times in the file are taken as times in {found.session.zone}.")
    if found.open_lines:
        notes.append(
            "Names left open are not kept. Bring the same file in again later: only they are added."
        )
    return tuple(notes)


def _line(
    line: Line,
    found: AttendanceImport,
    people: Mapping[int, ShownPerson],
    longest: int,
    left_out: frozenset[int],
) -> ShownLine:
    attendee, match = line.attendee, line.match
    minutes = attendee.minutes
    proposed = match.proposals[0].person if match.proposals else None
    chosen = line.person if line.person is not None else proposed
    kind = _kind(line)
    return ShownLine(
        index=line.index,
        name=attendee.name,
        minutes="" if minutes is None else f"{round(minutes)} min",
        share=None if not longest or attendee.seconds is None else attendee.seconds / longest,
        kind=kind,
        person=people.get(chosen) if chosen is not None else None,
        who="" if chosen is not None else match.how,
        reason=_reason(line, found, kind),
        decided=_decided(line, found, left_out),
        before=match.how == TAKEN_BEFORE,
    )


def _kind(line: Line) -> str:
    """Return the section a line belongs to; a decision does not move it from there."""
    if line.match.person is not None:
        return "matched"
    if line.match.proposals:
        return "check"
    if line.match.ignored:
        return "ignored"
    return "room" if read_name(line.attendee.name).kind == "room" else "unknown"


def _reason(line: Line, found: AttendanceImport, kind: str) -> str:
    if kind in ("unknown", "room", "ignored"):
        return _stay_words(line.attendee, kind)
    reason = line.match.how + _two_lengths(line, found)
    if kind != "matched" or line.mark is not Mark.PART:
        return reason
    rules = found.thresholds
    first, late_after = line.attendee.first_in, rules.late_after
    start = found.start
    if first and start and late_after is not None:
        came = (first - start).total_seconds() / 60
        if came > late_after:
            return f"{reason}; came {first:%H:%M}, so {_LATE}"
    return f"{reason}; under {rules.min_minutes or 0:g} min, so {_LATE}"


def _two_lengths(line: Line, found: AttendanceImport) -> str:
    """Return both lengths where the file's own differs from that of the joins."""
    attendee = line.attendee
    if not attendee.differs or found.thresholds.who_not_when:
        return ""
    stated = (attendee.stated_seconds or 0) / 60
    return f"; {attendee.minutes or 0:.0f} min in the joins, {stated:.0f} stated"


def _stay_words(attendee: Attendee, kind: str) -> str:
    times = ""
    if attendee.first_in and attendee.last_out:
        times = f"{attendee.first_in:%H:%M} to {attendee.last_out:%H:%M}"
    if kind == "room":
        return f"Tick who sat in the room; {times}" if times else "Tick who sat in the room"
    if len(read_name(attendee.name).readings) and " " in attendee.name.strip():
        return "Full name: maybe a guest"
    return f"Joined {times}" if times else "No times in the file"


def _decided(line: Line, found: AttendanceImport, left_out: frozenset[int]) -> str:
    decisions = found.choices.decisions
    if line.index in decisions.guests:
        return "guest"
    if line.index in decisions.joining:
        return "member"
    if line.index in decisions.ignored:
        return "ignored"
    if line.index in decisions.people:
        proposed = line.match.proposals[0].person if line.match.proposals else None
        return "yes" if decisions.people[line.index] == proposed else "chosen"
    if line.index in left_out or line.index in decisions.refused:
        return "out"
    return ""


def footer_words(shown: ShownReview) -> str:
    """Return what stays as it is: "3 marked already; 7 still open, left unchanged"."""
    already = f"{shown.already} marked already" if shown.already else ""
    still = f"{shown.open} still open, left unchanged" if shown.open else ""
    return "; ".join(part for part in (already, still) if part)
