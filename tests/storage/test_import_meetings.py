"""Meeting files taken into a workspace: the right meeting, and nothing of nobody."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.storage.table_rows import everything
from tests.unit.imports.reports import TEAMS
from workbench.foundation.clock import FixedClock
from workbench.foundation.errors import UnreadableFile
from workbench.foundation.words import Mark
from workbench.imports.attendance_choices import AttendanceChoices
from workbench.imports.attendance_command import apply_attendance
from workbench.imports.roster import perform_plan, plan_file
from workbench.imports.tables import source_from_text
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.attendance_queries import marking
from workbench.storage.workspace import Workspace, create_workspace

EVENTS = """Full Name\tUser Action\tTimestamp
Ana Berg\tJoined\t10/1/2026, 2:00:00 PM
Ana Berg\tLeft\t10/1/2026, 2:40:00 PM
Ana Berg\tJoined\t10/1/2026, 6:00:00 PM
Bo Li\tJoined\t10/1/2026, 6:00:00 PM
Bo Li\tLeft\t10/1/2026, 6:30:00 PM
Ana Berg\tLeft\t10/1/2026, 7:00:00 PM
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    clock = FixedClock(datetime(2026, 10, 13, 9), "Europe/London")
    with create_workspace(tmp_path / "w.fwb", clock=clock) as made:
        people = (
            "Name;E-mail\nAna Berg;ana@x.example\nBo Li;bo@x.example\nDoe, Jane;jane@x.example\n"
        )
        perform_plan(made, plan_file(made, "Bridges", source_from_text(people)))
        yield made


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "report.csv"
    path.write_bytes(text.encode("utf-16"))
    return path


@pytest.mark.parametrize(
    ("hour", "expected"), [(14, {"Ana Berg": 40.0}), (18, {"Ana Berg": 60.0, "Bo Li": 30.0})]
)
def test_of_two_meetings_of_a_day_the_session_takes_its_own(
    workspace: Workspace, tmp_path: Path, hour: int, expected: dict[str, float]
) -> None:
    draft = SessionDraft(title="Circle", starts=datetime(2026, 10, 1, hour, 0))
    session = workspace.perform(add_session, 1, draft).value
    done = apply_attendance(
        workspace, "Bridges", written(tmp_path, EVENTS), AttendanceChoices(session=session)
    )
    assert done.written
    rows = workspace.read(marking, session).rows
    assert {row.name: row.minutes for row in rows if row.minutes} == expected


def test_two_meetings_make_no_session_without_an_answer(
    workspace: Workspace, tmp_path: Path
) -> None:
    before = workspace.read(everything)
    done = apply_attendance(
        workspace, "Bridges", written(tmp_path, EVENTS), AttendanceChoices(create=True)
    )
    assert (done.written, workspace.read(everything)) == (False, before)


def test_a_report_of_nobody_makes_no_session(workspace: Workspace, tmp_path: Path) -> None:
    lines = TEAMS.splitlines()
    nobody = "\n".join(line for line in lines if "@" not in line and "\t11/26/25" not in line[9:])
    before = workspace.read(everything)
    with pytest.raises(UnreadableFile, match="nobody below them"):
        apply_attendance(
            workspace, "Bridges", written(tmp_path, nobody), AttendanceChoices(create=True)
        )
    assert workspace.read(everything) == before


def test_no_account_name_and_no_telephone_reaches_the_workspace(
    workspace: Workspace, tmp_path: Path
) -> None:
    source = written(tmp_path, TEAMS.replace("jd@x", "jane.upn@tenant.example"))
    assert apply_attendance(workspace, "Bridges", source, AttendanceChoices(create=True)).written
    kept = str(workspace.read(everything))
    assert "Deep dive" in kept
    assert "tenant.example" not in kept
    assert "555" not in kept


def test_somebody_of_the_roster_who_is_not_in_the_file_has_no_mark(
    workspace: Workspace, tmp_path: Path
) -> None:
    done = apply_attendance(
        workspace, "Bridges", written(tmp_path, TEAMS), AttendanceChoices(create=True)
    )
    rows = workspace.read(marking, done.written_to or 0).rows
    assert {row.name for row in rows if row.mark is Mark.UNKNOWN} == {"Ana Berg", "Bo Li"}
    assert [row.minutes for row in rows if row.mark is Mark.PRESENT] == [87.0]
