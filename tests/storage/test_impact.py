from datetime import date

import pytest

from tests.factories import CLOCK, community_with
from tests.storage.exact_rows import perform_undo_redo
from tests.storage.table_rows import everything
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import Direction, Evidence, StoryValue
from workbench.impact import queries
from workbench.impact.actions import (
    add_figure,
    add_story,
    change_figure,
    change_story,
    delete_figure,
    delete_story,
    set_months,
)
from workbench.impact.rules import FigureDraft, StoryDraft
from workbench.storage.workspace import Workspace

TODAY = CLOCK.today()
TICKETS = FigureDraft(
    name="Tickets passed on", unit="%", source="Support dashboard", direction=Direction.LOWER
)


def test_a_figure_is_typed_month_by_month(workspace: Workspace) -> None:
    (community_id,) = community_with(workspace)
    number = perform_undo_redo(workspace, add_figure, community_id, TICKETS)
    typed = {date(2026, 1, 31): 14.2, date(2026, 2, 1): 14.6, date(2026, 7, 15): 12.5}
    assert perform_undo_redo(workspace, set_months, number, typed) == 3

    (row,) = workspace.read(queries.figures, community_id, TODAY)
    assert [(month.month, month.value) for month in row.months] == [
        (date(2026, 1, 1), 14.2),
        (date(2026, 2, 1), 14.6),
        (date(2026, 7, 1), 12.5),
    ]
    assert [month.month for month in row.missing] == [3, 4, 5, 6, 8, 9]


def test_typing_the_same_again_changes_nothing_and_none_empties(workspace: Workspace) -> None:
    (community_id,) = community_with(workspace)
    number = workspace.perform(add_figure, community_id, TICKETS).value
    workspace.perform(set_months, number, {date(2026, 1, 1): 14.2})
    before = workspace.read(everything)

    again = workspace.perform(set_months, number, {date(2026, 1, 9): 14.2})

    assert (again.value, again.step) == (0, None)
    assert workspace.read(everything) == before
    assert workspace.perform(set_months, number, {date(2026, 1, 1): 14.0}).value == 1
    assert perform_undo_redo(workspace, set_months, number, {date(2026, 1, 1): None}) == 1
    assert workspace.perform(set_months, number, {date(2026, 1, 1): None}).value == 0
    assert workspace.read(queries.figure, number, TODAY).months == ()


def test_months_to_come_and_odd_values_are_refused_whole(workspace: Workspace) -> None:
    (community_id,) = community_with(workspace)
    number = workspace.perform(add_figure, community_id, TICKETS).value

    for month, value in ((date(2026, 11, 1), 1.0), (date(2026, 9, 1), float("inf"))):
        with pytest.raises(BadInput):
            workspace.perform(set_months, number, {date(2026, 1, 1): 1.0, month: value})
    assert workspace.read(queries.figure, number, TODAY).months == ()
    with pytest.raises(NotFound):
        workspace.perform(set_months, 99, {date(2026, 1, 1): 1.0})


def test_figures_are_named_once_and_go_with_their_months(workspace: Workspace) -> None:
    (community_id,) = community_with(workspace)
    number = workspace.perform(add_figure, community_id, TICKETS).value
    workspace.perform(set_months, number, {date(2026, 1, 1): 14.2})
    with pytest.raises(BadInput, match="already a figure"):
        workspace.perform(add_figure, community_id, FigureDraft(name="TICKETS passed on"))
    perform_undo_redo(
        workspace, change_figure, number, FigureDraft(name="Tickets passed on", target=9.0)
    )
    assert workspace.read(queries.find_figure, community_id, "tickets PASSED on") == number
    assert workspace.read(queries.figure, number, TODAY).target == 9.0
    perform_undo_redo(workspace, delete_figure, number)
    assert workspace.read(queries.figures, community_id, TODAY) == []


def test_a_story_is_told_as_far_as_it_got(workspace: Workspace) -> None:
    community_id, ama = community_with(workspace, "Ama Boateng")
    number = perform_undo_redo(
        workspace,
        add_story,
        community_id,
        StoryDraft(title="A two-line handover note", person_id=ama, activity="Session 3"),
    )
    (row,) = workspace.read(queries.stories, community_id)
    assert (row.who, row.chain) == ("Ama Boateng", (True, False, False, False, False))
    assert row.story.told_on == TODAY

    grown = StoryDraft(
        title="A two-line handover note",
        person_id=ama,
        activity="Session 3",
        insight="Two things are enough",
        attempt="Two weeks",
        result="It became a field",
        evidence="171 of 200",
        evidence_grade=Evidence.COUNTED,
        value=StoryValue.REALISED,
        may_be_told=True,
    )
    perform_undo_redo(workspace, change_story, number, grown)
    (row,) = workspace.read(queries.stories, community_id)
    assert all(row.chain)
    assert (row.story.evidence_grade, row.story.told_on) == (Evidence.COUNTED, TODAY)
    perform_undo_redo(workspace, delete_story, number)
    assert workspace.read(queries.stories, community_id) == []
    with pytest.raises(NotFound, match="no person"):
        workspace.perform(add_story, community_id, StoryDraft(title="T", person_id=99))
