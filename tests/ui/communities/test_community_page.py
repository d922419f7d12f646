"""The Community page on the sample and on an empty community: what it shows, where it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.communities.community_bench import (
    LEFT,
    PURPOSE,
    confirm,
    fits,
    opened,
    press,
    rows,
    shown,
    take_back,
    words,
    write,
)
from tests.ui.desks import BenchDesk, settle
from workbench.ui.communities.charter_form import CharterForm
from workbench.ui.communities.community_page import CommunityPage
from workbench.ui.communities.goal_drawing import GoalDrawing
from workbench.ui.communities.goal_form import GoalForm
from workbench.ui.communities.parts import HostButton, Pressable, PressRow, PurposeChip
from workbench.ui.kit.buttons import Button


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
    assert sample_desk.went == [("person", {"person": 17}), ("surveys", {"plan": True})]


def test_the_keyboard_stays_where_it_was_after_a_change(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    row = rows(page.goals, PressRow, "New colleagues settle in sooner")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    write(qtbot, shown(page, GoalForm).target, "7")
    confirm(qtbot, shown(page, GoalForm).target)
    now = page.window().focusWidget()
    assert isinstance(now, PressRow)
    assert now.accessibleName().startswith("New colleagues settle in sooner, start 11.2 Jan")
    assert "target 7 by Dec" in now.accessibleName()

    chip = rows(page.themes, PurposeChip, "Meet other teams")
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    settle()
    assert page.window().focusWidget().accessibleName() == "Meet other teams: yes"


def test_what_did_not_change_is_not_filled_again(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    goal = rows(page.goals, PressRow, "Help crosses departments")
    theme = rows(page.themes, PressRow, "Know who to ask")
    qtbot.mouseClick(rows(page.themes, PurposeChip, "Know who to ask"), LEFT)
    settle()
    assert rows(page.goals, PressRow, "Help crosses departments") is goal
    assert rows(page.themes, PressRow, "Know who to ask") is not theme


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
