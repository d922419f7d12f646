"""Taking a meeting file into a session: session, marks, guests and learned names in one step."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select

from workbench.communities.actions import create_community
from workbench.foundation.text import counted, fold
from workbench.foundation.words import Mark, Source
from workbench.imports.attendance_queries import was_taken
from workbench.imports.roster_queries import community_number
from workbench.models.rosters import Alias
from workbench.models.sessions import AttendanceFile
from workbench.rosters.actions import add_guest
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.attendance_actions import MarkDetail, mark_many
from workbench.storage.unit_of_work import Work, action


@dataclass(frozen=True, slots=True)
class Learned:
    """A name or address a source uses for somebody, from a decision."""

    person: int
    name: str


@dataclass(frozen=True, slots=True)
class FileToTake:
    """What a meeting file brings: its session or the draft of one, marks, guests, learned names."""

    session_id: int | None
    draft: SessionDraft | None
    marks: Mapping[int, tuple[Mark, MarkDetail]]
    source: Source
    recognised_as: str
    content_hash: str
    guests: tuple[tuple[str, Mark, MarkDetail], ...] = ()
    learned: tuple[Learned, ...] = field(default=())


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
    marks = dict(file.marks)
    for name, mark, detail in file.guests:
        marks[add_guest(work, community_id, name)] = (mark, detail)
    if marks:
        mark_many(
            work,
            session_id,
            {person: mark for person, (mark, _) in marks.items()},
            {person: detail for person, (_, detail) in marks.items()},
        )
    for each in file.learned:
        _learn(work, file.source, each)
    _note_file(work, session_id, file)
    work.name = f"Import attendance of {counted(len(marks), 'person', 'people')}"
    return session_id


def _learn(work: Work, source: Source, learned: Learned) -> None:
    folded = fold(learned.name)
    row = work.session.scalar(
        select(Alias).where(Alias.source == source, Alias.folded_name == folded)
    )
    if row is None:
        row = Alias(source=source, folded_name=folded)
        work.session.add(row)
    row.person_id, row.name, row.learned_at = learned.person, learned.name, work.clock.now()


def _note_file(work: Work, session_id: int, file: FileToTake) -> None:
    if was_taken(work.session, session_id, file.content_hash):
        return
    work.session.add(
        AttendanceFile(
            session_id=session_id,
            content_hash=file.content_hash,
            recognised_as=file.recognised_as,
            taken_at=work.clock.now(),
        )
    )
