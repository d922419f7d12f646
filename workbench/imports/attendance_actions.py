"""Taking a meeting file into a session: session, marks, newcomers, lines, names in one step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select, update

from workbench.communities.actions import create_community
from workbench.foundation.text import counted, fold
from workbench.foundation.words import Mark, Role, Source
from workbench.imports.kept_line_actions import drop_times, keep_lines
from workbench.imports.kept_lines import TakenLine
from workbench.imports.roster_queries import community_number
from workbench.models.rosters import Alias
from workbench.models.sessions import AttendanceFile
from workbench.rosters.actions import add_people
from workbench.rosters.rules import PersonDraft
from workbench.sessions.actions import SessionDraft, add_session, hold_session
from workbench.sessions.attendance_actions import MarkDetail, mark_many
from workbench.sessions.row_queries import session_row
from workbench.storage.unit_of_work import Work, action


@dataclass(frozen=True, slots=True)
class Learned:
    """A name or address a source uses for somebody, or for nobody here.

    `how` is the reason where a sure match taught it, "" where a person said so.
    """

    person: int | None
    name: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody of the file who is not on the roster yet: a guest or a new member."""

    name: str
    role: Role
    mark: Mark
    detail: MarkDetail
    line: TakenLine


@dataclass(frozen=True, slots=True)
class FileToTake:
    """What a meeting file brings: its session or the draft of one, marks, lines, names.

    `counted_anew` says that it was taken in before and its thresholds are others now.
    """

    session_id: int | None
    draft: SessionDraft | None
    marks: Mapping[int, tuple[Mark, MarkDetail]]
    source: Source
    recognised_as: str
    content_hash: str
    name: str = ""
    keeps_times: bool = True
    min_minutes: float | None = None
    late_after: float | None = None
    counted_anew: bool = False
    newcomers: tuple[Newcomer, ...] = ()
    lines: tuple[TakenLine, ...] = ()
    learned: tuple[Learned, ...] = ()


@action("Import attendance")
def take_attendance(work: Work, community: str, file: FileToTake) -> int:
    """Write what a meeting file brings and return the session's number.

    The community is made if it is new; a file already taken is not noted twice.
    """
    community_id = community_number(work.session, community)
    if community_id is None:
        community_id = create_community(work, community)
    session_id = file.session_id
    if session_id is None:
        session_id = add_session(work, community_id, file.draft or SessionDraft())
    numbers = _welcome(work, community_id, session_id, file.newcomers)
    marks = dict(file.marks)
    lines = list(file.lines)
    for number, newcomer in zip(numbers, file.newcomers, strict=True):
        marks[number] = (newcomer.mark, newcomer.detail)
        lines.append(replace(newcomer.line, person=number))
    if marks:
        mark_many(
            work,
            session_id,
            {person: mark for person, (mark, _) in marks.items()},
            {person: detail for person, (_, detail) in marks.items()},
        )
    else:
        hold_session(work, session_id)
    learn_names(work, file.source, file.learned)
    row = _noted(work, session_id, file)
    if file.counted_anew:
        _count_by(work, row, file)
    keep_lines(work, session_id, row, lines)
    people = counted(len(marks), "person", "people")
    work.name = f"{'Count anew' if file.counted_anew else 'Import'} attendance of {people}"
    return session_id


@action("Remember names")
def learn_names(work: Work, source: Source, learned: Sequence[Learned]) -> None:
    """Keep what a source calls people; what a person said is not undone by a sure match."""
    if not learned:
        return
    rows = {
        row.folded_name: row
        for row in work.session.scalars(select(Alias).where(Alias.source == source))
    }
    for each in learned:
        folded = fold(each.name)
        row = rows.get(folded)
        if row is not None and each.how:
            continue
        if row is None:
            row = rows[folded] = Alias(source=source, folded_name=folded)
            work.session.add(row)
        row.person_id, row.name, row.learned_at = each.person, each.name, work.clock.now()
        row.how, row.decided = each.how, not each.how
    work.name = f"Remember {counted(len(learned), 'name', 'names')}"


def _welcome(
    work: Work, community_id: int, session_id: int, newcomers: Sequence[Newcomer]
) -> list[int]:
    """Put newcomers on the roster from the session's day on."""
    if not newcomers:
        return []
    day = session_row(work.session, session_id).starts_at.date()
    drafts = [
        PersonDraft(name=each.name, email=each.line.email, role=each.role, joined_on=day)
        for each in newcomers
    ]
    return add_people(work, community_id, drafts)


def _noted(work: Work, session_id: int, file: FileToTake) -> AttendanceFile:
    """Return the row of the file, made where its content was not taken in before."""
    statement = select(AttendanceFile).where(
        AttendanceFile.session_id == session_id, AttendanceFile.content_hash == file.content_hash
    )
    row = work.session.scalar(statement)
    if row is None:
        row = AttendanceFile(
            session_id=session_id,
            content_hash=file.content_hash,
            recognised_as=file.recognised_as,
            name=file.name,
            keeps_times=file.keeps_times,
            min_minutes=file.min_minutes,
            late_after=file.late_after,
            taken_at=work.clock.now(),
        )
        work.session.add(row)
        work.session.flush()
    return row


def _count_by(work: Work, row: AttendanceFile, file: FileToTake) -> None:
    """Keep other thresholds for the session, and none of the file's times where they are to go."""
    work.session.execute(
        update(AttendanceFile)
        .where(AttendanceFile.session_id == row.session_id)
        .values(min_minutes=file.min_minutes, late_after=file.late_after)
    )
    if row.keeps_times and not file.keeps_times:
        row.keeps_times = False
        drop_times(work, row.id)
