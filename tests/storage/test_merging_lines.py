"""Two people whom meeting files knew are merged: their minutes are united, to the minute."""

import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import Phase, given, settings

from tests.factories import CLOCK
from tests.storage.exact_rows import perform_undo_redo
from tests.storage.test_merging import rows_of
from workbench.foundation.errors import BadInput
from workbench.foundation.words import Mark
from workbench.imports.attendance_choices import AttendanceChoices
from workbench.imports.attendance_command import apply_attendance
from workbench.imports.merge_actions import merge_with_lines
from workbench.imports.merge_queries import preview_with_lines
from workbench.imports.roster import perform_plan, plan_file
from workbench.imports.tables import source_from_text
from workbench.sessions.attendance_actions import mark_attendance
from workbench.storage.workspace import Workspace, create_workspace

ANA, BO = 1, 2
MAIL = {"Ana Berg": "ana@x.example", "Bo Li": "bo@x.example"}
HEAD = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
START = datetime(2026, 10, 1, 14)
CHOICES = AttendanceChoices(create=True, min_minutes=20, dates="month-first")
Stretch = tuple[int, int]


def row(name: str, came: int, went: int) -> str:
    first, last = (START + timedelta(minutes=each) for each in (came, went))
    shape = "%m/%d/%Y %I:%M:%S %p"
    return f"{name},{MAIL[name]},{first.strftime(shape)},{last.strftime(shape)},{went - came},Yes\n"


def zoom_file(folder: Path, ana: list[Stretch], bo: list[Stretch]) -> Path:
    path = folder / "zoom.csv"
    lines = [row("Ana Berg", *each) for each in ana] + [row("Bo Li", *each) for each in bo]
    path.write_text(HEAD + "".join(lines), encoding="utf-8")
    return path


def marked(workspace: Workspace, ana: list[Stretch], bo: list[Stretch], folder: Path) -> Path:
    """Take in a file with the joins of both."""
    people = "Name;E-mail\nAna Berg;ana@x.example\nBo Li;bo@x.example\n"
    perform_plan(workspace, plan_file(workspace, "Bridges", source_from_text(people)))
    path = zoom_file(folder, ana, bo)
    assert apply_attendance(workspace, "Bridges", path, CHOICES).written
    return path


def minutes_together(*stretches: Stretch) -> int:
    return len({minute for came, went in stretches for minute in range(came, went)})


STRETCHES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 40)).map(lambda t: (t[0], t[0] + t[1])),
    min_size=1, max_size=3,
)  # fmt: skip


@settings(max_examples=15, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(ana=STRETCHES, bo=STRETCHES)
def test_minutes_of_both_are_united_and_undo_gives_the_exact_rows(
    ana: list[Stretch], bo: list[Stretch]
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        create_workspace(Path(folder, "w.fwb"), clock=CLOCK) as workspace,
    ):
        path = marked(workspace, ana, bo, Path(folder))
        (clash,) = workspace.read(preview_with_lines, ANA, BO).clashes
        assert perform_undo_redo(workspace, merge_with_lines, ANA, BO) == ANA
        (mark,) = rows_of(workspace, "attendance_marks")
        together = minutes_together(*ana, *bo)
        assert mark["minutes"] == pytest.approx(together)
        assert mark["mark"] is (Mark.PRESENT if together >= 20 else Mark.PART)
        assert (clash.stays, clash.minutes) == (mark["mark"], mark["minutes"])
        came = START + timedelta(minutes=min(each[0] for each in [*ana, *bo]))
        assert mark["arrived_at"] == came.time()
        assert {each["person_id"] for each in rows_of(workspace, "attendance_lines")} == {ANA}
        assert len(rows_of(workspace, "sessions")) == 1
        (session,) = rows_of(workspace, "sessions")
        again = apply_attendance(
            workspace, "Bridges", path,
            AttendanceChoices(session=session["id"], min_minutes=20, dates="month-first"),
        )  # fmt: skip
        assert again.changed == 0


def test_two_halves_below_the_threshold_are_one_who_was_here(
    workspace: Workspace, tmp_path: Path
) -> None:
    marked(workspace, [(0, 15)], [(15, 30)], tmp_path)
    assert {each["mark"] for each in rows_of(workspace, "attendance_marks")} == {Mark.PART}
    done = workspace.perform(merge_with_lines, ANA, BO)
    assert done.step == "Merge Bo Li into Ana Berg"
    (mark,) = rows_of(workspace, "attendance_marks")
    assert (mark["mark"], mark["minutes"], mark["source"]) == (Mark.PRESENT, 30, "zoom")


def test_a_mark_by_hand_stays_as_it_was_made(workspace: Workspace, tmp_path: Path) -> None:
    marked(workspace, [(0, 15)], [(15, 30)], tmp_path)
    (session,) = rows_of(workspace, "sessions")
    workspace.perform(mark_attendance, session["id"], BO, Mark.PRESENT)
    (clash,) = workspace.read(preview_with_lines, ANA, BO).clashes
    assert (clash.stays, clash.minutes) == (Mark.PRESENT, None)
    workspace.perform(merge_with_lines, ANA, BO)
    (mark,) = rows_of(workspace, "attendance_marks")
    assert (mark["mark"], mark["minutes"], mark["source"]) == (Mark.PRESENT, 15, "")


def test_somebody_and_themselves_are_refused(workspace: Workspace, tmp_path: Path) -> None:
    marked(workspace, [(0, 15)], [(15, 30)], tmp_path)
    with pytest.raises(BadInput, match="one person already"):
        workspace.perform(merge_with_lines, ANA, ANA)
