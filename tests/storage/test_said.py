"""You said, we did: kept by wave, in order, each step undone."""

from datetime import date

import pytest

from workbench.communities.said_actions import add_said, change_said, delete_said
from workbench.communities.said_queries import said_of
from workbench.communities.said_rules import SaidDraft
from workbench.foundation.errors import BadInput, NotFound
from workbench.storage.workspace import Workspace
from workbench.surveys.asking_actions import plan_wave
from workbench.surveys.closing import delete_for_good
from workbench.surveys.wave_rules import WavePlan


def test_lines_stand_by_wave_in_their_order(workspace: Workspace, community: int) -> None:
    first = workspace.perform(add_said, community, 4, SaidDraft(" More time\n in threes ")).value
    workspace.perform(
        add_said, community, 4, SaidDraft("Screens", "Second screen", date(2026, 9, 3))
    )
    workspace.perform(add_said, community, 5, SaidDraft("Other wave"))
    rows = workspace.read(said_of, community, 4)
    assert [(row.said, row.did) for row in rows] == [
        ("More time in threes", ""), ("Screens", "Second screen"),
    ]  # fmt: skip
    workspace.perform(change_said, first, SaidDraft("More threes", "Two rounds"))
    assert workspace.read(said_of, community, 4)[0].did == "Two rounds"
    workspace.undo()
    assert workspace.read(said_of, community, 4)[0].did == ""
    workspace.perform(delete_said, first)
    assert len(workspace.read(said_of, community, 4)) == 1
    workspace.undo()
    assert len(workspace.read(said_of, community, 4)) == 2
    assert workspace.read(said_of, community + 1, 4) == []


@pytest.mark.parametrize(
    ("draft", "field"),
    [(SaidDraft("  "), "said"), (SaidDraft("x", " ", date(2026, 9, 3)), "did")],
)
def test_a_line_says_something(
    workspace: Workspace, community: int, draft: SaidDraft, field: str
) -> None:
    with pytest.raises(BadInput) as refused:
        workspace.perform(add_said, community, 4, draft)
    assert refused.value.field == field
    with pytest.raises(NotFound):
        workspace.perform(change_said, 99, SaidDraft("x"))


def test_a_new_wave_never_takes_the_number_of_one_that_is_gone(
    workspace: Workspace, community: int
) -> None:
    def planned(label: str) -> int:
        return workspace.perform(plan_wave, community, "ucla-3", WavePlan(label)).value

    first = planned("May")
    workspace.perform(add_said, community, first, SaidDraft("Screens"))
    delete_for_good(workspace, first)
    assert workspace.read(said_of, community, planned("June")) == []


def test_lines_go_with_their_wave_and_no_undo_brings_them_back(
    workspace: Workspace, community: int
) -> None:
    may = workspace.perform(plan_wave, community, "ucla-3", WavePlan("May")).value
    june = workspace.perform(plan_wave, community, "safety-pulse", WavePlan("June")).value
    line = workspace.perform(add_said, community, may, SaidDraft("Canary screens")).value
    workspace.perform(change_said, line, SaidDraft("Canary seats"))
    gone = workspace.perform(add_said, community, may, SaidDraft("Canary doors")).value
    workspace.perform(add_said, community, june, SaidDraft("Later"))
    workspace.perform(delete_said, gone)
    workspace.perform(add_said, community, may, SaidDraft("Canary taken back"))
    workspace.undo()
    steps = workspace.undo_names
    assert delete_for_good(workspace, may).step is None
    assert workspace.undo_names == steps
    assert b"Canary" not in workspace.path.read_bytes()
    if workspace.redo_names:
        workspace.redo()
    assert workspace.read(said_of, community, may) == []
    for _step in steps[:-1]:  # all but the community itself
        workspace.undo()
        assert workspace.read(said_of, community, may) == []
    assert workspace.read(said_of, community, june) == []
    while workspace.redo_names:
        workspace.redo()
        assert workspace.read(said_of, community, may) == []
    assert [row.said for row in workspace.read(said_of, community, june)] == ["Later"]
