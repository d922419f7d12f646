from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.storage.table_rows import everything
from tests.ui.desks import BenchDesk
from tests.ui.rosters.test_person_page import dialog_of, number_of, opened, said
from workbench.foundation.words import Role
from workbench.rosters.actions import add_guest, add_person
from workbench.rosters.queries import roster
from workbench.rosters.rules import PersonDraft
from workbench.ui.kit.buttons import Button
from workbench.ui.rosters.duplicates_dialog import DuplicatesDialog
from workbench.ui.rosters.merge_dialog import MergeDialog
from workbench.ui.rosters.people_page import PeoplePage

CONTROL = Qt.KeyboardModifier.ControlModifier


def two_of_one(desk: BenchDesk) -> tuple[int, int]:
    member = desk.workspace.perform(
        add_person, desk.community, PersonDraft(name="Sofia Reyes", department="Sales")
    ).value
    guest = desk.workspace.perform(
        add_guest, desk.community, "Sofia Reyess", date(2026, 10, 1)
    ).value
    return member, guest


def people(desk: BenchDesk) -> PeoplePage:
    page = desk.open(PeoplePage)
    assert isinstance(page, PeoplePage)
    return page


def button(inside: QWidget, name: str) -> Button:
    return next(
        each for each in inside.findChildren(Button)
        if each.accessibleName() == name and each.isVisible()
    )  # fmt: skip


def names(desk: BenchDesk) -> list[str]:
    return [row.name for row in desk.workspace.read(roster, desk.community)]


def test_nobody_twice_means_no_line(sample_desk: BenchDesk) -> None:
    assert people(sample_desk).twins.isHidden()


def test_two_who_may_be_one_are_merged_by_keys_and_undone(desk: BenchDesk, qtbot: QtBot) -> None:
    member, guest = two_of_one(desk)
    before = desk.workspace.read(everything)
    page = people(desk)
    assert page.twins.isVisible()
    assert page.twins.words.text() == "2 people here may be the same person."
    page.twins.look.setFocus()
    qtbot.keyClick(page.twins.look, Qt.Key.Key_Space)
    pairs = dialog_of(page)
    assert isinstance(pairs, DuplicatesDialog)
    assert [(pair.first.id, pair.second.id) for pair in pairs.pairs] == [(member, guest)]
    merge = button(pairs, "Merge Sofia Reyes and Sofia Reyess")
    merge.setFocus()
    qtbot.keyClick(merge, Qt.Key.Key_Space)
    dialog = dialog_of(page)
    assert isinstance(dialog, MergeDialog)
    assert "From Sofia Reyess to Sofia Reyes: 1 membership." in said(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert names(desk) == ["Sofia Reyes"]
    assert desk.said == ["Sofia Reyess and Sofia Reyes are one person now."]
    assert pairs.pairs == ()
    assert "Nobody here looks like somebody else" in said(pairs)
    assert page.twins.isHidden()
    desk.undo()
    assert desk.workspace.read(everything) == before
    assert page.twins.isVisible()


def test_two_people_are_remembered_as_two(desk: BenchDesk, qtbot: QtBot) -> None:
    two_of_one(desk)
    page = people(desk)
    page.twins.open()
    pairs = dialog_of(page)
    qtbot.mouseClick(
        button(pairs, "Sofia Reyes and Sofia Reyess are two people"), Qt.MouseButton.LeftButton
    )
    assert page.twins.isHidden()
    assert names(desk) == ["Sofia Reyes", "Sofia Reyess"]
    desk.undo()
    assert page.twins.isVisible()


def test_own_columns_that_differ_wait_for_a_yes(desk: BenchDesk, qtbot: QtBot) -> None:
    for number in "12":
        draft = PersonDraft(name="Bo Li", own={"Staff number": number})
        desk.workspace.perform(add_person, desk.community, draft)
    first = number_of(desk, "Bo Li")
    page = opened(desk, "Bo Li")
    page.merge()
    dialog = dialog_of(page)
    assert isinstance(dialog, MergeDialog)
    assert not dialog.do_button.isEnabled()
    dialog.who.setCurrentIndex(1)
    assert not dialog.do_button.isEnabled()
    assert dialog._yes is not None
    assert dialog._yes.text() == "They are one person although Staff number differs"
    dialog._yes.setFocus()
    qtbot.keyClick(dialog._yes, Qt.Key.Key_Space)
    assert dialog.do_button.isEnabled()
    (field,) = dialog._fields.values()
    field.setCurrentIndex(1)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    (row,) = desk.workspace.read(roster, desk.community)
    assert (row.person_id, row.own) == (first, (("Staff number", "2"),))
    assert "Bo Li" in said(page)


def test_a_member_stays_before_a_guest_and_the_other_way_is_offered(desk: BenchDesk) -> None:
    member, guest = two_of_one(desk)
    page = opened(desk, "Sofia Reyess")
    page.merge()
    dialog = dialog_of(page)
    assert isinstance(dialog, MergeDialog)
    dialog.who.pick(str(member))
    assert dialog.stays.key == str(member)
    assert "From Sofia Reyess to Sofia Reyes" in said(dialog)
    dialog.stays.pick(str(guest))
    assert "From Sofia Reyes to Sofia Reyess" in said(dialog)
    dialog.accept()
    rows = desk.workspace.read(roster, desk.community)
    assert {row.person_id for row in rows} == {guest}
    assert {row.role for row in rows} == {Role.MEMBER}


def test_marks_of_one_session_are_told_before_merging(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk, "Hana Novák")
    page.merge()
    dialog = dialog_of(page)
    assert isinstance(dialog, MergeDialog)
    dialog.who.pick(str(number_of(sample_desk, "Tomasz Zieliński")))
    words = said(dialog)
    assert "13 sessions have a mark for both" in words
    assert "14 May, Shadow-day stories: apologies and here; stays here" in words
    assert "in which both have the same mark: it stays" in words
    assert "here and here" not in words
    assert "Where they differ" in words
    dialog.cancel()
    assert "Merge" not in " ".join(sample_desk.workspace.undo_names)


def test_two_of_one_name_are_told_apart_everywhere(desk: BenchDesk, qtbot: QtBot) -> None:
    for department in ("Support", "Sales"):
        draft = PersonDraft(name="Jonas Weber", department=department)
        desk.workspace.perform(add_person, desk.community, draft)
    page = people(desk)
    page.twins.open()
    pairs = dialog_of(page)
    merge = button(pairs, "Merge Jonas Weber (Support) and Jonas Weber (Sales)")
    qtbot.mouseClick(merge, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page)
    assert isinstance(dialog, MergeDialog)
    assert "From Jonas Weber (Sales) to Jonas Weber (Support): 1 membership." in said(dialog)
    offered = [dialog.stays.itemText(place) for place in range(dialog.stays.count())]
    assert offered == ["Jonas Weber (Support)", "Jonas Weber (Sales)"]
    dialog.accept()
    assert desk.said == ["Both people called Jonas Weber are one person now."]
    assert desk.workspace.undo_names[0] == "Merge both people called Jonas Weber"


def test_the_line_above_the_list_counts_pairs(desk: BenchDesk) -> None:
    for first, second in (("Ana Berg", "Bo Li"), ("Berg Ana", "Li Bo")):
        for name in (first, second):
            desk.workspace.perform(add_person, desk.community, PersonDraft(name=name))
    said_there = people(desk).twins.words.text()
    assert said_there == "2 pairs of people here may each be one person."
