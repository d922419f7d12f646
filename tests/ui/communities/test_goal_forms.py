"""Goals and their figures added, changed and typed in with keys and clicks."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.communities.community_bench import (
    LEFT,
    confirm,
    opened,
    pick,
    press,
    rows,
    shown,
    take_back,
    words,
    write,
)
from tests.ui.desks import BenchDesk
from workbench.communities.actions import change_charter
from workbench.communities.plan_actions import add_goal
from workbench.communities.queries import goals
from workbench.communities.rules import CharterDraft, GoalDraft
from workbench.impact.queries import figures
from workbench.insights.community_queries import goal_readings
from workbench.sessions.goal_queries import goal_sessions
from workbench.ui.communities.figures_form import FiguresForm
from workbench.ui.communities.goal_form import GoalForm
from workbench.ui.communities.parts import PressRow
from workbench.ui.communities.sorting_dialog import SortingDialog
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.inputs import LineInput
from workbench.ui.kit.text import Text


def test_a_goal_with_a_new_figure_is_one_step(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk)
    page.new_item()
    form = shown(page, GoalForm)
    write(qtbot, form.what, "Tickets reach the right person")
    form.measure.pick("new")
    assert form.figure.isVisible()
    write(qtbot, form.figure, "Passed on")
    write(qtbot, form.unit, "%")
    write(qtbot, form.baseline, "14,2")
    write(qtbot, form.target, "9 %")
    confirm(qtbot, form.target)
    (goal,) = desk.workspace.read(goals, desk.community)
    (figure,) = desk.workspace.read(figures, desk.community, date(2026, 10, 13))
    assert (goal.baseline, goal.target, goal.unit) == (14.2, 9.0, "%")
    assert goal.measure.figure_id == figure.id
    assert figure.direction.value == "lower is better"
    assert desk.said == ['Added the goal "Tickets reach the right person".']
    take_back(desk)
    assert desk.workspace.read(goals, desk.community) == []
    assert desk.workspace.read(figures, desk.community, date(2026, 10, 13)) == []


@pytest.mark.parametrize(
    ("field", "text"),
    [("title", ""), ("baseline", "much"), ("target", "soon"), ("figure", "tickets PASSED on")],
)
def test_what_a_goal_cannot_be_is_said_at_its_field(
    sample_desk: BenchDesk, qtbot: QtBot, field: str, text: str
) -> None:
    taken = sample_desk.workspace.read(figures, sample_desk.community, date(2026, 10, 13))[0].name
    page = opened(sample_desk)
    page.new_item()
    form = shown(page, GoalForm)
    form.what.setText("A goal")
    form.measure.pick("new")
    form.figure.setText("Own figure")
    control = form.form.fields[field].control
    assert isinstance(control, LineInput)
    control.setText(taken.upper() if field == "figure" else text)
    confirm(qtbot, control)
    assert form.isVisible()
    assert control.accessibleDescription()
    assert sample_desk.told == []
    assert len(sample_desk.workspace.read(goals, sample_desk.community)) == 4


def test_a_goal_is_changed_and_deleted_from_its_row(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    row = rows(page.goals, PressRow, "It is safe to speak up here")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    form = shown(page, GoalForm)
    assert (form.unit.text(), form.baseline.text(), form.owner.currentText()) == (
        "of 7",
        "4.8",
        "Emma Wright",
    )
    write(qtbot, form.target, "5.8")
    form.owner.pick("")
    confirm(qtbot, form.target)
    changed = sample_desk.workspace.read(goals, sample_desk.community)[1]
    assert (changed.target, changed.owner, changed.measure.ref) == (5.8, "", "safety-pulse")
    assert 'Changed the goal "It is safe to speak up here".' in sample_desk.said
    assert "no owner yet" in words(page.goals)
    assert "Name an owner for each goal" not in words(page.steps)  # the figure still comes first

    qtbot.mouseClick(rows(page.goals, PressRow, "Help crosses departments"), LEFT)
    press(qtbot, shown(page, GoalForm), "Delete goal")
    assert len(sample_desk.workspace.read(goals, sample_desk.community)) == 3
    take_back(sample_desk)
    assert "Help crosses departments" in words(page.goals)


def test_a_form_kept_as_it_is_changes_no_number(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    before = sample_desk.workspace.read(goals, sample_desk.community)
    for goal in before:
        page.dialogs.edit_goal(goal)
        confirm(qtbot, shown(page, GoalForm).what)
    assert sample_desk.workspace.read(goals, sample_desk.community) == before


def test_the_next_thing_is_typed_in_here(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    press(qtbot, page.steps, "Type in the figures")
    form = shown(page, FiguresForm)
    august, september = form.months.values()
    assert page.window().focusWidget() is august
    qtbot.keyClicks(august, "nine")
    confirm(qtbot, august)
    assert "is not a number" in august.accessibleDescription()
    write(qtbot, august, "9.2")
    write(qtbot, september, "8,9")
    confirm(qtbot, september)
    last = sample_desk.workspace.read(goal_readings, sample_desk.community, date(2026, 10, 13))[3]
    assert last.standing is not None
    assert (last.standing.value, last.line.stale) == (8.9, False)
    name = "Weeks to the first shift alone"
    assert sample_desk.said == [f'Typed in 2 months of "{name}".']
    assert "Ask why they come" in words(page.steps)
    take_back(sample_desk)
    assert f'Type in 2 months of "{name}"' in words(page.steps)
    press(qtbot, page.steps, "Type in the figures")
    press(qtbot, shown(page, FiguresForm), "Import from a file")
    assert sample_desk.brought == [("figures", None)]


def test_a_figure_that_is_gone_is_chosen_anew(desk: BenchDesk, qtbot: QtBot) -> None:
    desk.workspace.perform(
        add_goal, desk.community, GoalDraft(title="Sell more", measure="figure:99")
    )
    desk.workspace.perform(change_charter, desk.community, CharterDraft(purpose="We sell."))
    page = opened(desk)
    press(qtbot, page.steps, "Type in the figures")
    form = shown(page, GoalForm)
    assert form.measure.currentText() == "As it is now"
    assert form.draft().measure == "figure:99"


def test_money_is_shown_in_full(desk: BenchDesk) -> None:
    draft = GoalDraft(title="Sell more", unit="euro", baseline=1250000, target=1500000)
    desk.workspace.perform(add_goal, desk.community, draft)
    page = opened(desk)
    (value,) = [text for text in page.goals.findChildren(Text) if text.text() == "1250000"]
    assert value.width() >= value.sizeHint().width()


def test_a_session_is_given_its_goal(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    press(qtbot, page, "2 sessions serve no goal yet")
    dialog = shown(page, SortingDialog)
    row = dialog.table.current_row()
    assert row is not None
    assert row.first == "Peak-season buddy check"
    press(qtbot, dialog, "Choose goal")
    pick(page, "Help crosses departments")
    found = {s.id: s for s in sample_desk.workspace.read(goal_sessions, sample_desk.community)}
    assert found[row.id].goal_id == 3
    assert page.presenter.read is not None
    press(qtbot, dialog, "Close")
    assert [b for b in page.findChildren(Button) if b.label == "1 session serves no goal yet"]
