"""The Community page with real keys and clicks, on the sample and on an empty community."""

from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from workbench.communities.queries import charter, goals, norm_versions, themes
from workbench.communities.reason_queries import reasons
from workbench.foundation.words import ExcusedRule
from workbench.impact.queries import figures
from workbench.insights.community_queries import goal_readings
from workbench.sessions.goal_queries import goal_sessions
from workbench.ui.communities.charter_form import CharterForm
from workbench.ui.communities.community_page import CommunityPage
from workbench.ui.communities.figures_form import FiguresForm
from workbench.ui.communities.goal_drawing import GoalDrawing
from workbench.ui.communities.goal_form import GoalForm
from workbench.ui.communities.norms_form import NormsForm
from workbench.ui.communities.parts import HostButton, Pressable, PressRow, PurposeChip
from workbench.ui.communities.rhythm_form import RhythmForm
from workbench.ui.communities.sorting_dialog import SortingDialog
from workbench.ui.communities.theme_form import ThemeForm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.inputs import LineInput
from workbench.ui.kit.text import Text

D = TypeVar("D", bound=Dialog)
P = TypeVar("P", bound=Pressable)
PURPOSE = (
    "We learn how work moves between departments, so that customers are helped once and nobody "
    "carries a problem alone."
)
LEFT = Qt.MouseButton.LeftButton


def opened(desk: BenchDesk, width: int = 1440, height: int = 900) -> CommunityPage:
    page = desk.open(CommunityPage, width, height)
    assert isinstance(page, CommunityPage)
    return page


def words(within: QWidget) -> list[str]:
    return [text.text() for text in within.findChildren(Text) if text.isVisible()]


def press(qtbot: QtBot, within: QWidget, label: str) -> None:
    found = [b for b in within.findChildren(Button) if b.label == label and b.isVisible()]
    qtbot.mouseClick(found[0], LEFT)
    settle()


def shown(page: CommunityPage, kind: type[D]) -> D:
    return next(d for d in page.window().findChildren(kind) if d.isVisible())


def rows(within: QWidget, kind: type[P], start: str) -> P:
    return next(r for r in within.findChildren(kind) if r.accessibleName().startswith(start))


def write(qtbot: QtBot, field: LineInput, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def confirm(qtbot: QtBot, within: QWidget) -> None:
    qtbot.keyClick(within, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def pick(page: CommunityPage, label: str) -> None:
    menu = next(m for m in page.window().findChildren(QMenu) if m.isVisible())
    next(a for a in menu.actions() if a.text() == label).trigger()
    menu.close()
    settle()


def fits(page: CommunityPage) -> bool:
    content = page.area.widget()
    assert content is not None
    return content.minimumSizeHint().width() <= page.area.viewport().width()


def take_back(desk: BenchDesk) -> None:
    desk.undo()
    settle()


def charter_of(desk: BenchDesk) -> tuple[str, str, str, str, ExcusedRule, str]:
    found = desk.workspace.read(charter, desk.community)
    row = found.community
    return (
        row.name,
        row.strapline,
        row.organisation,
        row.zone,
        row.excused_rule,
        found.purpose,
    )


def test_the_sample_shows_what_the_picture_shows(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    said = words(page)
    for line in (
        "Charter of Bridges, since January 2026",
        PURPOSE,
        "What's in it for me   44 of 48 people said why",
        "Norms   version 3, agreed 25 Jun",
        "Down 3.4 points, 1.8 to go. Also in these months: New returns desk.",
        "Up 0.4 since March, 95% CI 0.1 to 0.7: likely a real change.",
        "Up 23 points, 95% CI −2 to +45: this could be chance.",
        "No figure since July. Type in August and September.",
        'Type in 2 months of "Weeks to the first shift alone"',
        "Goal 4 has had no figure since July. Rosa Delgado keeps it.",
    ):
        assert line in said
    hosts = [host.accessibleName() for host in page.findChildren(HostButton)]
    assert hosts == [
        "Ama Boateng, Co-host",
        "Ravi Iyer, Co-host",
        "Core group, 6 people, one per department",
    ]
    judged = [chip.accessibleName() for chip in page.findChildren(PurposeChip)]
    assert judged == [
        "Know who to ask: yes",
        "Stop doing work twice: yes",
        "Not be alone with a problem: yes",
        "Meet other teams: not yet",
    ]
    assert "Other, each under 5" in said
    assert sum(text == "new" for text in _chips(page)) == 1
    assert sample_desk.told == []


def _chips(page: CommunityPage) -> list[str]:
    return [w.accessibleName() for w in page.norms.findChildren(QWidget) if w.accessibleName()]


def test_the_whole_page_is_reached_by_tab(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    page.activateWindow()
    page.norms_button.setFocus()
    seen: list[QWidget] = []
    now: QWidget | None = page.window().focusWidget()
    while now is not None and now not in seen:
        seen.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
        now = page.window().focusWidget()
    stops = [w for w in page.findChildren(Pressable) if w.isVisible()]
    stops_too = [b for b in page.findChildren(Button) if b.isVisible()]
    assert set(stops) | set(stops_too) <= set(seen)
    assert all(w.accessibleName() for w in seen)


def test_the_charter_is_edited_with_the_keyboard(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    before = charter_of(sample_desk)
    press(qtbot, page, "Edit charter")
    form = shown(page, CharterForm)
    assert page.window().focusWidget() is form.purpose
    form.purpose.selectAll()
    qtbot.keyClicks(form.purpose, "We mend handovers.")
    write(qtbot, form.name, "Bridges 2")
    write(qtbot, form.strapline, "One line")
    write(qtbot, form.organisation, "Halden")
    write(qtbot, form.zone, "Europe/Oslo")
    form.apologies.pick(ExcusedRule.SET_APART.value)
    confirm(qtbot, form.purpose)
    assert charter_of(sample_desk) == (
        "Bridges 2",
        "One line",
        "Halden",
        "Europe/Oslo",
        ExcusedRule.SET_APART,
        "We mend handovers.",
    )
    assert sample_desk.said == ["Charter changed."]
    assert "We mend handovers." in words(page)
    assert "Charter of Bridges 2, since January 2026" in words(page)
    take_back(sample_desk)
    assert charter_of(sample_desk) == before


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("name", " ", "A community needs a name"),
        ("name", "welcome CIRCLE", "already a community"),
        ("zone", "Europe/Nowhere", "is not a time zone"),
        ("zone", "", "is not a time zone"),
    ],
)
def test_what_a_charter_cannot_be_is_said_at_its_field(
    sample_desk: BenchDesk, qtbot: QtBot, field: str, text: str, said: str
) -> None:
    page = opened(sample_desk)
    page.dialogs.edit_charter()
    form = shown(page, CharterForm)
    control = form.form.fields[field].control
    assert isinstance(control, LineInput)
    control.setText(text)
    confirm(qtbot, control)
    assert form.isVisible()
    assert said in control.accessibleDescription()
    assert sample_desk.told == []
    qtbot.keyClick(control, Qt.Key.Key_Escape)
    settle()
    assert not [d for d in page.window().findChildren(Dialog) if d.isVisible()]


def test_new_norms_become_a_version_and_undo(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    press(qtbot, page, "Agree new norms")
    form = shown(page, NormsForm)
    confirm(qtbot, form.norms)
    assert "Nothing differs from version 3" in form.norms.accessibleDescription()
    form.norms.selectAll()
    qtbot.keyClicks(form.norms, "1. Ask before advising.")
    qtbot.keyClick(form.norms, Qt.Key.Key_Return)
    qtbot.keyClicks(form.norms, "2. Start and stop on time.")
    confirm(qtbot, form.norms)
    versions = sample_desk.workspace.read(norm_versions, sample_desk.community)
    assert [version.version for version in versions] == [4, 3, 2, 1]
    assert versions[0].norms == ("Ask before advising.", "Start and stop on time.")
    assert versions[0].agreed_on == date(2026, 10, 13)
    assert "Norms   version 4, agreed 13 Oct" in words(page.norms)
    assert sample_desk.said == ["2 norms agreed."]
    take_back(sample_desk)
    assert "Norms   version 3, agreed 25 Jun" in words(page.norms)

    press(qtbot, page.norms, "Versions")
    said = words(shown(page, Dialog))
    assert "Version 1, agreed 22 Jan" in said
    assert "Phones stay in the bag." in said


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


def test_themes_are_added_judged_changed_and_unfolded(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    qtbot.mouseClick(rows(page.themes, PurposeChip, "Meet other teams"), LEFT)
    settle()
    assert sample_desk.said == ['"Meet other teams": in the purpose.']
    assert rows(page.themes, PurposeChip, "Meet other teams").accessibleName().endswith("yes")
    take_back(sample_desk)
    assert rows(page.themes, PurposeChip, "Meet other teams").accessibleName().endswith("not yet")

    press(qtbot, page.themes, "Add theme")
    form = shown(page, ThemeForm)
    write(qtbot, form.name, "know WHO to ask")
    confirm(qtbot, form.name)
    assert "There is already" in form.name.accessibleDescription()
    write(qtbot, form.name, "Learn a craft")
    form.in_purpose.click()
    confirm(qtbot, form.name)
    made = sample_desk.workspace.read(themes, sample_desk.community)[-1]
    assert (made.name, made.in_purpose, made.now) == ("Learn a craft", True, 0)

    assert "Learn a craft" not in words(page.themes)
    other = rows(page.themes, PressRow, "Other, each under 5")
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Space)
    settle()
    assert "Learn a craft" in words(page.themes)
    qtbot.mouseClick(rows(page.themes, PressRow, "Learn a craft"), LEFT)
    press(qtbot, shown(page, ThemeForm), "Delete theme")
    assert "Learn a craft" not in words(page.themes)


def test_a_reason_is_put_under_a_theme(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    press(qtbot, page.steps, "See who")
    dialog = shown(page, SortingDialog)
    assert "Told to you by name" in " ".join(words(dialog))
    qtbot.keyClicks(dialog.find_field, "zoe")
    row = dialog.table.current_row()
    assert row is not None
    assert row.choice is None
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    pick(page, "Know who to ask")
    found = {one.name: one for one in sample_desk.workspace.read(reasons, sample_desk.community)}
    assert found[row.first].theme_id == 1
    again = dialog.table.current_row()
    assert again is not None
    assert again.choice == 1
    assert sample_desk.said == ["Reason sorted."]
    assert "16" in words(rows(page.themes, PressRow, "Know who to ask"))
    take_back(sample_desk)
    assert "15" in words(rows(page.themes, PressRow, "Know who to ask"))
    undone = dialog.table.current_row()
    assert undone is not None
    assert undone.choice is None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    page.reload()
    assert sample_desk.told == []


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


def test_a_rhythm_is_added_changed_and_deleted(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk)
    page.dialogs.add_rhythm()
    form = shown(page, RhythmForm)
    write(qtbot, form.name, "Deep dive")
    write(qtbot, form.time, "half past")
    confirm(qtbot, form.time)
    assert "is not a time of day" in form.time.accessibleDescription()
    write(qtbot, form.time, "14:00")
    form.repeats.pick("FREQ=WEEKLY;INTERVAL=2")
    confirm(qtbot, form.time)
    (made,) = desk.workspace.read(charter, desk.community).rhythms
    assert (made.name, made.rule, made.minutes) == ("Deep dive", "FREQ=WEEKLY;INTERVAL=2", 90)
    assert "Deep dive at 14:00 90 min" in words(page.rhythm)
    qtbot.mouseClick(rows(page.rhythm, PressRow, "Deep dive"), LEFT)
    write(qtbot, shown(page, RhythmForm).words, "every second Thursday")
    confirm(qtbot, shown(page, RhythmForm).words)
    assert "Deep dive every second Thursday" in words(page.rhythm)
    qtbot.mouseClick(rows(page.rhythm, PressRow, "Deep dive"), LEFT)
    press(qtbot, shown(page, RhythmForm), "Delete rhythm")
    assert page.empty.isVisible()
    take_back(desk)
    assert "Deep dive every second Thursday" in words(page.rhythm)
    assert desk.told == []


def test_a_rule_of_another_kind_stays(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    before = sample_desk.workspace.read(charter, sample_desk.community).rhythms
    for rhythm in before:
        page.dialogs.edit_rhythm(rhythm)
        confirm(qtbot, shown(page, RhythmForm).name)
    assert sample_desk.workspace.read(charter, sample_desk.community).rhythms == before


def test_an_empty_community_offers_to_write_the_purpose(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk)
    assert page.empty.isVisible()
    assert not page.area.isVisible()
    assert not page.aside.isVisible()
    press(qtbot, page.empty, "Write the purpose")
    form = shown(page, CharterForm)
    qtbot.keyClicks(form.purpose, "We mend handovers.")
    confirm(qtbot, form.purpose)
    assert not page.empty.isVisible()
    assert "We mend handovers." in words(page)
    assert "Add a first goal" in words(page.steps)
    assert "Three to five sentences everybody can repeat." in words(page.norms)
    take_back(desk)
    assert page.empty.isVisible()
    primaries = [b for b in page.findChildren(Button) if b.kind == "primary" and b.isVisible()]
    assert [b.label for b in primaries] == ["Write the purpose"]


def test_ways_to_other_pages(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    qtbot.mouseClick(rows(page, HostButton, "Ravi Iyer"), LEFT)
    press(qtbot, page.steps, "Plan the wave")
    assert sample_desk.went == [("people", {"person": 17}), ("surveys", {"plan": True})]


def test_wide_has_the_steps_beside_and_narrow_below(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    assert page.aside.isVisible()
    assert page.aside.isAncestorOf(page.steps)
    assert page.norms.geometry().top() == page.themes.geometry().top()
    page.resize(968, 700)
    settle()
    assert not page.aside.isVisible()
    assert page.area.isAncestorOf(page.steps)
    assert page.steps.isVisible()
    assert page.norms.geometry().top() > page.themes.geometry().bottom()
    assert fits(page)
    page.resize(1208, 900)
    settle()
    assert page.aside.isAncestorOf(page.steps)
    assert page.aside.isVisible()


def test_goals_fold_where_they_do_not_fit(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    assert not page.goals.folded
    page.resize(700, 700)
    settle()
    assert page.goals.folded
    assert words(page.goals).count("Start") == 4
    assert fits(page)


def test_the_line_of_a_goal_has_its_dot_and_interval(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    pictures = [_accent_pixels(one) for one in page.goals.findChildren(GoalDrawing)]
    dot, interval, wide, hollow = pictures
    assert 0 < dot < interval < wide
    assert hollow == 0


def _accent_pixels(drawing: GoalDrawing) -> int:
    from workbench.ui.theme import look

    image = drawing.grab().toImage()
    accent = look().colour("accent").rgb()
    return sum(
        image.pixel(x, y) == accent for x in range(image.width()) for y in range(image.height())
    )
