from datetime import date, datetime

import pytest

from tests.factories import community_with, make_community
from tests.storage.exact_rows import perform_undo_redo
from workbench.communities.actions import add_theme, sort_reason
from workbench.communities.plan_actions import add_goal, delete_goal
from workbench.communities.queries import themes
from workbench.communities.reason_queries import reasons
from workbench.communities.rules import GoalDraft
from workbench.communities.theme_actions import change_theme, delete_theme
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import Role
from workbench.rosters.actions import change_person, leave_community
from workbench.rosters.rules import PersonDraft
from workbench.sessions.actions import SessionDraft, add_session, cancel_session
from workbench.sessions.goal_actions import serve_goal
from workbench.sessions.goal_queries import goal_sessions
from workbench.storage.workspace import Workspace


def session_at(workspace: Workspace, community_id: int, title: str, day: int) -> int:
    draft = SessionDraft(title=title, starts=datetime(2026, 10, day, 14))
    return workspace.perform(add_session, community_id, draft).value


def test_a_session_serves_a_goal_and_lets_it_go(workspace: Workspace) -> None:
    community_id = workspace.perform(make_community).value
    goal = workspace.perform(add_goal, community_id, GoalDraft(title="Help crosses")).value
    late = session_at(workspace, community_id, "Late", 22)
    early = session_at(workspace, community_id, "Early", 15)

    perform_undo_redo(workspace, serve_goal, late, goal)

    found = workspace.read(goal_sessions, community_id)
    assert [(row.id, row.on, row.goal_id) for row in found] == [
        (early, date(2026, 10, 15), None),
        (late, date(2026, 10, 22), goal),
    ]
    perform_undo_redo(workspace, serve_goal, late, None)
    assert [row.goal_id for row in workspace.read(goal_sessions, community_id)] == [None, None]


def test_sessions_called_off_and_goals_gone_do_not_count(workspace: Workspace) -> None:
    community_id = workspace.perform(make_community).value
    goal = workspace.perform(add_goal, community_id, GoalDraft(title="Help crosses")).value
    kept = session_at(workspace, community_id, "Kept", 15)
    off = session_at(workspace, community_id, "Off", 22)
    workspace.perform(cancel_session, off)
    workspace.perform(serve_goal, kept, goal)
    workspace.perform(delete_goal, goal)

    (row,) = workspace.read(goal_sessions, community_id)
    assert (row.id, row.goal_id) == (kept, None)


def test_a_goal_of_another_community_is_refused(workspace: Workspace) -> None:
    ours = workspace.perform(make_community).value
    theirs = workspace.perform(make_community, "Circle").value
    goal = workspace.perform(add_goal, theirs, GoalDraft(title="Theirs")).value
    session_id = session_at(workspace, ours, "Kick-off", 15)

    with pytest.raises(NotFound, match="another community"):
        workspace.perform(serve_goal, session_id, goal)
    with pytest.raises(NotFound, match="no goal number 99"):
        workspace.perform(serve_goal, session_id, 99)


def test_reasons_are_those_of_members_of_today(workspace: Workspace) -> None:
    community_id, ama, ravi, zoe, gast = community_with(workspace, "Ama", "Ravi", "Zoë", "Gast")
    theme = workspace.perform(add_theme, community_id, "Know who to ask").value
    workspace.perform(
        change_person, community_id, ama, PersonDraft(name="Ama", reason_to_join="To ask.")
    )
    workspace.perform(change_person, community_id, gast, PersonDraft(name="Gast", role=Role.GUEST))
    workspace.perform(leave_community, community_id, zoe, date(2026, 10, 12), "")
    first = workspace.read(reasons, community_id)
    assert [(row.name, row.reason, row.theme_id) for row in first] == [
        ("Ama", "To ask.", None),
        ("Ravi", "", None),
    ]
    assert [row.person_id for row in first] == [ama, ravi]

    workspace.perform(sort_reason, first[0].membership_id, theme)
    assert workspace.read(reasons, community_id)[0].theme_id == theme


def test_a_theme_changes_and_goes_without_its_reasons(workspace: Workspace) -> None:
    community_id, _ = community_with(workspace, "Ama")
    ask = workspace.perform(add_theme, community_id, "Know who to ask").value
    workspace.perform(add_theme, community_id, "Meet others")
    (row,) = workspace.read(reasons, community_id)
    workspace.perform(sort_reason, row.membership_id, ask)

    perform_undo_redo(
        workspace, change_theme, ask, "  Know whom to ask ", in_purpose=True, at_joining=6
    )
    found = workspace.read(themes, community_id)[0]
    assert (found.name, found.in_purpose, found.at_joining, found.now) == (
        "Know whom to ask",
        True,
        6,
        1,
    )

    perform_undo_redo(workspace, delete_theme, ask)
    assert [one.name for one in workspace.read(themes, community_id)] == ["Meet others"]
    assert workspace.read(reasons, community_id)[0].theme_id is None


@pytest.mark.parametrize(
    ("name", "words"), [("  ", "needs a name"), ("MEET others", 'already a theme "MEET others"')]
)
def test_a_theme_needs_a_name_of_its_own(workspace: Workspace, name: str, words: str) -> None:
    community_id = workspace.perform(make_community).value
    ask = workspace.perform(add_theme, community_id, "Know who to ask").value
    workspace.perform(add_theme, community_id, "Meet others")

    with pytest.raises(BadInput, match=words) as problem:
        workspace.perform(change_theme, ask, name, in_purpose=False, at_joining=0)
    assert problem.value.field == "name"
    workspace.perform(change_theme, ask, "KNOW who to ask", in_purpose=False, at_joining=0)
