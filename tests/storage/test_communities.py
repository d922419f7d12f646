from datetime import date, time

import pytest

from tests.factories import community_with
from tests.storage.exact_rows import perform_undo_redo
from workbench.communities import queries
from workbench.communities.actions import (
    add_theme,
    agree_norms,
    change_charter,
    create_community,
    judge_theme,
    set_workspace_setting,
    sort_reason,
)
from workbench.communities.plan_actions import (
    add_event,
    add_goal,
    add_rhythm,
    change_event,
    change_goal,
    change_rhythm,
    delete_event,
    delete_goal,
    delete_rhythm,
)
from workbench.communities.rules import (
    CharterDraft,
    EventDraft,
    GoalDraft,
    RhythmDraft,
)
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import ExcusedRule
from workbench.rosters.queries import roster
from workbench.storage.workspace import Workspace


def test_a_community_is_found_by_its_name_in_any_case(workspace: Workspace) -> None:
    number = perform_undo_redo(workspace, create_community, "  Łódź  Circle ")

    assert workspace.read(queries.community_named, "lodz circle").id == number
    assert workspace.read(queries.find_community, "Bridges") is None
    assert [row.name for row in workspace.read(queries.communities)] == ["Łódź Circle"]


def test_two_communities_never_share_a_name(workspace: Workspace) -> None:
    workspace.perform(create_community, "Bridges")

    with pytest.raises(BadInput, match='already a community "Bridges"'):
        workspace.perform(create_community, "BRIDGES")
    other = workspace.perform(create_community, "Welcome circle").value
    with pytest.raises(BadInput, match="already a community"):
        workspace.perform(change_charter, other, CharterDraft(name="bridges"))
    assert workspace.read(queries.community, other).name == "Welcome circle"


def test_an_unknown_name_tells_the_known_ones(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match="holds none yet"):
        workspace.read(queries.community_named, "Bridges")
    workspace.perform(create_community, "Bridges")
    with pytest.raises(NotFound, match="This workspace holds Bridges"):
        workspace.read(queries.community_named, "Brides")
    with pytest.raises(NotFound, match="no community number 9"):
        workspace.perform(change_charter, 9, CharterDraft(purpose="x"))


def test_the_charter_changes_only_what_is_said(workspace: Workspace) -> None:
    number = workspace.perform(create_community, "Bridges", founded_on=date(2026, 1, 22)).value
    draft = CharterDraft(
        purpose="We learn how work moves.\nTogether.",
        place_between=" Teams  channel ",
        organisation="Halden Home",
        zone="Europe/London",
        excused_rule=ExcusedRule.SET_APART,
    )
    perform_undo_redo(workspace, change_charter, number, draft)
    perform_undo_redo(workspace, change_charter, number, CharterDraft(name="Bridges 2"))

    charter = workspace.read(queries.charter, number)
    assert charter.purpose == "We learn how work moves.\nTogether."
    assert charter.place_between == "Teams channel"
    assert charter.community.name == "Bridges 2"
    assert charter.community.founded_on == date(2026, 1, 22)
    assert charter.community.excused_rule is ExcusedRule.SET_APART
    assert charter.norms is None


def test_norms_keep_their_versions(workspace: Workspace) -> None:
    number = workspace.perform(create_community, "Bridges").value
    perform_undo_redo(workspace, agree_norms, number, ("One.", "Two."), date(2026, 1, 22))
    assert perform_undo_redo(workspace, agree_norms, number, ("One.",), date(2026, 6, 25)) == 2

    newest, first = workspace.read(queries.norm_versions, number)
    assert (newest.version, newest.agreed_on, newest.norms) == (2, date(2026, 6, 25), ("One.",))
    assert (first.version, first.norms) == (1, ("One.", "Two."))
    assert workspace.read(queries.charter, number).norms == newest


def test_goals_are_added_changed_and_taken_out(workspace: Workspace) -> None:
    community_id, ama = community_with(workspace, "Ama Boateng")
    draft = GoalDraft(
        title="Tickets reach the right person",
        unit="%",
        measure="figure:1",
        baseline=14.2,
        target=9.0,
        owner_id=ama,
    )
    goal_id = perform_undo_redo(workspace, add_goal, community_id, draft)
    second = workspace.perform(add_goal, community_id, GoalDraft(title="Safe to speak up")).value
    perform_undo_redo(workspace, change_goal, second, GoalDraft(title="It is safe to speak up"))

    first, other = workspace.read(queries.goals, community_id)
    assert (first.id, first.owner, first.measure.figure_id) == (goal_id, "Ama Boateng", 1)
    assert (other.title, other.owner) == ("It is safe to speak up", "")
    perform_undo_redo(workspace, delete_goal, goal_id)
    assert [goal.id for goal in workspace.read(queries.goals, community_id)] == [second]
    with pytest.raises(NotFound, match="no person number 99"):
        workspace.perform(add_goal, community_id, GoalDraft(title="T", owner_id=99))


def test_events_stand_in_order_of_date(workspace: Workspace) -> None:
    (community_id,) = community_with(workspace)
    pause = EventDraft(title="Summer pause", starts_on=date(2026, 7, 1), ends_on=date(2026, 8, 14))
    pause_id = perform_undo_redo(workspace, add_event, community_id, pause)
    event_id = workspace.perform(
        add_event, community_id, EventDraft(title="Shadow days", starts_on=date(2026, 3, 9))
    ).value
    perform_undo_redo(
        workspace,
        change_event,
        event_id,
        EventDraft(title="Shadow days begin", starts_on=date(2026, 3, 9)),
    )

    rows = workspace.read(queries.events, community_id)
    assert [(row.title, row.is_pause) for row in rows] == [
        ("Shadow days begin", False),
        ("Summer pause", True),
    ]
    perform_undo_redo(workspace, delete_event, pause_id)
    assert len(workspace.read(queries.events, community_id)) == 1


def test_rhythms_are_kept(workspace: Workspace) -> None:
    (community_id,) = community_with(workspace)
    deep_dive = RhythmDraft(
        name="Deep dive", rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", starts_at=time(14), minutes=90
    )
    number = perform_undo_redo(workspace, add_rhythm, community_id, deep_dive)
    perform_undo_redo(workspace, change_rhythm, number, RhythmDraft(name="Workshop"))
    assert workspace.read(queries.rhythms, community_id)[0].name == "Workshop"
    perform_undo_redo(workspace, delete_rhythm, number)
    assert workspace.read(queries.rhythms, community_id) == []


def test_reasons_to_come_are_counted(workspace: Workspace) -> None:
    community_id, *_ = community_with(workspace, "Ama Boateng", "Jonas Weber", "Priya Raman")
    theme_id = perform_undo_redo(
        workspace, add_theme, community_id, "Know who to ask", at_joining=6
    )
    for row in workspace.read(roster, community_id)[:2]:
        perform_undo_redo(workspace, sort_reason, row.membership_id, theme_id)
    perform_undo_redo(workspace, judge_theme, theme_id, in_purpose=True)

    (theme,) = workspace.read(queries.themes, community_id)
    assert (theme.now, theme.at_joining, theme.in_purpose) == (2, 6, True)
    with pytest.raises(BadInput, match="already a reason"):
        workspace.perform(add_theme, community_id, "know who to ASK")


def test_settings_of_the_file_move_with_it(workspace: Workspace) -> None:
    perform_undo_redo(workspace, set_workspace_setting, "facilitator", "Ruth")
    perform_undo_redo(workspace, set_workspace_setting, "facilitator", "Ruth Adeyemi")

    assert workspace.read(queries.workspace_setting, "facilitator") == "Ruth Adeyemi"
    assert workspace.read(queries.workspace_setting, "unknown", "none") == "none"
