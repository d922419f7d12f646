"""Merging two people: everything moves, clashes go by rule, and undo gives the exact rows."""

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from sqlalchemy import Table, insert, select
from sqlalchemy.orm import Session as Connection

from tests.factories import CLOCK, community_with
from tests.storage.exact_rows import perform_undo_redo
from tests.storage.table_rows import everything, fill_undoable, row_of
from workbench.foundation.errors import BadInput, DecisionNeeded, NotFound
from workbench.foundation.words import Mark, Role
from workbench.models import Base
from workbench.rosters.actions import add_person, change_person, join_community, leave_community
from workbench.rosters.merging import MergeChoices
from workbench.rosters.merging_actions import merge_people, not_the_same, references
from workbench.rosters.merging_queries import MOVES, merge_preview
from workbench.rosters.queries import person, roster
from workbench.rosters.rules import PersonDraft
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace, create_workspace

YES = MergeChoices(although_different=True)


def rows_of(workspace: Workspace, name: str) -> list[dict[str, Any]]:
    table = Base.metadata.tables[name]

    def read(connection: Connection) -> list[dict[str, Any]]:
        return [dict(row) for row in connection.execute(select(table)).mappings()]

    return workspace.read(read)


@action("Put")
def put(work: Work, rows: list[tuple[Table, dict[str, Any]]]) -> None:
    for table, row in rows:
        work.session.execute(insert(table).prefix_with("OR IGNORE"), [row])


def nobody_is_lost(workspace: Workspace, gone: int) -> None:
    for table, column in references():
        for row in rows_of(workspace, table.name):
            assert row[column.name] != gone, f"{table.name}.{column.name} still names who is gone"
    assert not workspace._driver.execute("PRAGMA foreign_key_check").fetchall()


def test_every_reference_to_a_person_is_known_to_the_preview() -> None:
    assert {(table.name, column.name) for table, column in references()} == set(MOVES)


def test_whatever_hangs_on_somebody_moves_and_undo_gives_the_exact_rows(
    workspace: Workspace,
) -> None:
    workspace.perform(fill_undoable, 4)
    before = workspace.read(everything)
    assert perform_undo_redo(workspace, merge_people, 1, 2, YES) == 1
    nobody_is_lost(workspace, 2)
    after = workspace.read(everything)
    for name in ("contributions", "promises", "stories", "call_notes", "attendance_lines"):
        assert len(after[name]) == len(before[name]), name
    assert {row["person_id"] for row in rows_of(workspace, "attendance_lines")} == {1, 3, 4}
    merge_back = workspace.undo()
    assert merge_back.step == "Merge text 2 into text 1"
    assert workspace.read(everything) == before


PEOPLE = st.integers(1, 3)
DAYS = st.none() | st.integers(1, 28).map(lambda n: date(2026, 1, n))
OWN: dict[str, Any] = {
    "attendance_marks": st.fixed_dictionaries(
        {"source": st.sampled_from(["", "Zoom"]), "mark": st.sampled_from(list(Mark))}
    ),
    "memberships": st.tuples(DAYS, DAYS, st.sampled_from(list(Role))).map(
        lambda drawn: {
            "joined_on": min(drawn[:2], key=lambda day: day or date.min),
            "left_on": max(filter(None, drawn[:2])) if all(drawn[:2]) else None,
            "role": drawn[2],
        }
    ),
}


def rows_about_people(data: st.DataObject) -> list[tuple[Table, dict[str, Any]]]:
    """Rows of every table that names people, with people and keys that clash."""
    drawn: list[tuple[Table, dict[str, Any]]] = []
    for table in dict.fromkeys(table for table, _ in references()):
        columns = [column.name for owner, column in references() if owner is table]
        for _ in range(data.draw(st.integers(0, 4), table.name)):
            row = row_of(table, data.draw(PEOPLE)) | data.draw(OWN.get(table.name, st.just({})))
            if "id" in row:
                row["id"] = 100 + len(drawn)
            drawn.append((table, row | {column: data.draw(PEOPLE) for column in columns}))
    return drawn


def nothing_is_absurd(workspace: Workspace, keep: int) -> None:
    given_by = {row["id"]: row["giver_id"] for row in rows_of(workspace, "contributions")}
    for row in rows_of(workspace, "contribution_receivers"):
        assert row["person_id"] != keep or given_by[row["contribution_id"]] != keep
    for name in ("keep_apart", "not_the_same"):
        for row in rows_of(workspace, name):
            pair = row["person_id"], row["other_id"]
            assert keep not in pair or pair[0] != pair[1]


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_any_two_people_merge_and_undo_gives_the_exact_rows(data: st.DataObject) -> None:
    drawn = rows_about_people(data)
    keep, gone = data.draw(st.permutations([1, 2, 3]))[:2]
    with (
        tempfile.TemporaryDirectory() as folder,
        create_workspace(Path(folder, "w.fwb"), clock=CLOCK) as workspace,
    ):
        workspace.perform(fill_undoable, 3)
        workspace.perform(put, drawn)
        preview = workspace.read(merge_preview, keep, gone)
        perform_undo_redo(workspace, merge_people, keep, gone, YES)
        nobody_is_lost(workspace, gone)
        nothing_is_absurd(workspace, keep)
        marks = {
            row["session_id"]: row["mark"]
            for row in rows_of(workspace, "attendance_marks")
            if row["person_id"] == keep
        }
        assert all(marks[clash.session_id] is clash.stays for clash in preview.clashes)


def test_own_columns_that_differ_need_a_yes(workspace: Workspace) -> None:
    community, _ = community_with(workspace, "Ama Boateng")
    first = workspace.perform(
        add_person, community, PersonDraft(name="Bo Li", own={"Staff number": "1"})
    ).value
    second = workspace.perform(
        add_person, community, PersonDraft(name="Bo Li", own={"Staff number": "2"})
    ).value
    before = workspace.read(everything)
    with pytest.raises(DecisionNeeded, match="Staff number: 1 for Bo Li, 2 for Bo Li"):
        workspace.perform(merge_people, first, second)
    assert workspace.read(everything) == before
    (field,) = workspace.read(merge_preview, first, second).fields
    assert (field.label, field.keep, field.gone, field.own) == ("Staff number", "1", "2", True)
    chosen = MergeChoices(frozenset({field.key}), although_different=True)
    workspace.perform(merge_people, first, second, chosen)
    assert workspace.read(person, first).own == (("Staff number", "2"),)


def test_fields_are_completed_and_a_choice_takes_the_others(workspace: Workspace) -> None:
    (community,) = community_with(workspace)
    keep = workspace.perform(
        add_person,
        community,
        PersonDraft(
            name="Bo Li", email="bo@halden.example", tags=("Returns",), note="Mornings",
            department="Sales", joined_on=date(2026, 3, 1),
        ),
    ).value  # fmt: skip
    gone = workspace.perform(
        add_person,
        community,
        PersonDraft(
            name="Bo B. Li", email="li@halden.example", job_title="Tester", note="Likes tea",
            tags=("returns", "Host"), department="Support", role=Role.GUEST,
            joined_on=date(2026, 1, 5),
        ),
    ).value  # fmt: skip
    preview = workspace.read(merge_preview, keep, gone)
    assert [field.key for field in preview.fields] == ["name", "email", "department"]
    assert preview.moves == ("1 membership", "2 tags")
    done = workspace.perform(merge_people, keep, gone, MergeChoices(frozenset({"email"})))
    assert done.step == "Merge Bo B. Li into Bo Li"
    made = workspace.read(person, keep)
    assert (made.name, made.email, made.job_title) == ("Bo Li", "li@halden.example", "Tester")
    assert made.note == "Mornings\n\nLikes tea"
    assert made.tags == ("Host", "Returns")
    assert made.department is not None
    assert made.department.name == "Sales"
    assert {row["name"]: row["source"] for row in rows_of(workspace, "aliases")} == {
        "Bo B. Li": "merge",
        "bo@halden.example": "merge",
    }
    times = [(r.role, r.joined_on, r.left_on) for r in workspace.read(roster, community)]
    assert times == [
        (Role.GUEST, date(2026, 1, 5), date(2026, 2, 28)),
        (Role.MEMBER, date(2026, 3, 1), None),
    ]


def test_who_is_gone_or_is_the_same_is_refused_in_a_sentence(workspace: Workspace) -> None:
    _, ama = community_with(workspace, "Ama Boateng")
    with pytest.raises(BadInput, match="one person already"):
        workspace.perform(merge_people, ama, ama)
    with pytest.raises(BadInput, match="one person already"):
        workspace.perform(not_the_same, ama, ama)
    with pytest.raises(NotFound):
        workspace.perform(merge_people, ama, 99)
    with pytest.raises(NotFound):
        workspace.read(merge_preview, 99, ama)


def test_two_times_of_one_membership_survive_leaving_and_coming_back(
    workspace: Workspace,
) -> None:
    community, ama, other = community_with(workspace, "Ama", "Ama B", joined_on=date(2026, 1, 1))
    workspace.perform(leave_community, community, ama, date(2026, 2, 1))
    workspace.perform(leave_community, community, other, date(2026, 3, 1))
    workspace.perform(join_community, community, other, date(2026, 9, 1), Role.CORE)
    workspace.perform(change_person, community, ama, PersonDraft(reason_to_join="To ask"))
    perform_undo_redo(workspace, merge_people, ama, other)
    rows = workspace.read(roster, community)
    assert [(row.joined_on, row.left_on, row.role) for row in rows] == [
        (date(2026, 1, 1), date(2026, 3, 1), Role.MEMBER),
        (date(2026, 9, 1), None, Role.CORE),
    ]
    assert rows[0].reason_to_join == "To ask"


def test_two_people_who_are_not_one_are_noted_once(workspace: Workspace) -> None:
    _, ama, bo = community_with(workspace, "Ama", "Bo")
    perform_undo_redo(workspace, not_the_same, bo, ama)
    assert workspace.perform(not_the_same, ama, bo).step is None
    (row,) = rows_of(workspace, "not_the_same")
    assert (row["person_id"], row["other_id"]) == (ama, bo)
