"""Themes judged, reasons put under them, with keys and clicks."""

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
from tests.ui.desks import BenchDesk, settle
from workbench.communities.queries import themes
from workbench.communities.reason_queries import reasons
from workbench.ui.communities.parts import PressRow, PurposeChip
from workbench.ui.communities.sorting_dialog import SortingDialog
from workbench.ui.communities.theme_form import ThemeForm


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
