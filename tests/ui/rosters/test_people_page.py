from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk
from workbench.foundation.errors import UserFixable
from workbench.foundation.words import PromiseState, Role
from workbench.insights.people_queries import member
from workbench.rosters.actions import add_guest
from workbench.rosters.queries import roster
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.inputs import Check
from workbench.ui.rosters.people_page import PeoplePage
from workbench.ui.rosters.person_form import PersonForm


def opened(desk: BenchDesk, width: int = 1440, height: int = 900) -> PeoplePage:
    page = desk.open(PeoplePage, width, height)
    assert isinstance(page, PeoplePage)
    assert not desk.told
    return page


def names(page: PeoplePage) -> list[str]:
    return [row.roster.name for row in page.table.rows.rows()]


def dialog_of(page: PeoplePage) -> Dialog:
    found: list[Dialog] = [w for w in page.window().findChildren(Dialog) if w.isVisible()]
    assert len(found) == 1
    return found[0]


def person_id(page: PeoplePage, name: str) -> int:
    return next(row.roster.person_id for row in page.presenter.rows if row.roster.name == name)


def test_the_list_shows_what_the_picture_shows(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    assert names(page)[:3] == ["Bea Almeida", "Hugo Lefèvre", "Arjun Mehta"]
    assert page.segments.accessibleDescription() or page.segments.key == "all"
    chips = [row.chip.engagement.value for row in page.presenter.rows if row.chip]
    counts = {word: chips.count(word) for word in set(chips)}
    assert counts == {"Regular": 25, "Occasional": 11, "Drifting": 8, "New": 4}
    assert page.header.subtitle.text() == "48 members of Bridges"
    assert page.count.text() == "48 people · sorted by last here, longest ago first"


def test_a_guest_is_on_the_list_and_not_counted_as_a_member(sample_desk: BenchDesk) -> None:
    community = sample_desk.community
    sample_desk.workspace.perform(add_guest, community, "Sofia Reyes", date(2026, 9, 17))
    page = opened(sample_desk)
    assert page.header.subtitle.text() == "48 members and 1 guest of Bridges"
    assert "Sofia Reyes" in names(page)


def test_typing_finds_by_name_without_accents_title_and_department(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    page.focus_find()
    qtbot.keyClicks(page.find_field, "zielin")
    assert names(page) == ["Tomasz Zieliński"]
    page.find_field.clear()
    qtbot.keyClicks(page.find_field, "oper shift")
    assert set(names(page)) == {"Tomasz Zieliński", "Kofi Mensah", "Andrei Popa"}
    qtbot.keyClick(page.find_field, Qt.Key.Key_Escape)
    assert len(names(page)) == 48


def test_segments_departments_and_tags_filter_together(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    page.segments.choose("Drifting")
    assert len(names(page)) == 8
    finance = next(row for row in page._departments if row.name == "Finance")
    page.by_department.choose(str(finance.id))
    assert set(names(page)) == {"Hugo Lefèvre", "Arjun Mehta"}
    page.by_department.choose("")
    page.segments.choose("all")
    page.by_tag.choose("Returns")
    assert "Tomasz Zieliński" in names(page)
    assert len(names(page)) < 48


def test_who_is_asked_for_is_shown_and_filters_give_way(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    page.segments.choose("Drifting")
    page.by_tag.choose("Returns")
    page.focus_find()
    qtbot.keyClicks(page.find_field, "zielin")
    wanted = next(row for row in page.presenter.rows if row.roster.name == "Zoe Martin")
    page.arrive(person=wanted.roster.person_id)
    assert page.table.current_row() == wanted
    assert len(names(page)) == 48
    shown = (page.find_field.text(), page.segments.key, page.by_tag.key, page.by_tag.label)
    assert shown == ("", "all", "", "Tag")


def test_arrows_move_and_the_panel_tells_the_person(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    page.choose(person_id(page, "Tomasz Zieliński"))
    assert page.detail.isVisible()
    texts = " ".join(w.text() for w in page.detail.findChildren(type(page.count)))
    assert "Here for 12 of 16 sessions. Last here 20 Aug, then apologies once and two" in texts
    assert "Promised 20 Aug · not heard back" in texts
    assert "Kept 11 Jun" in texts
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page._detail is not None
    assert page._detail.person.name == "Clara Nilsen"
    assert page.escape()
    assert not page.detail.isVisible()


def test_a_click_on_a_heading_sorts_and_contributions_rank_nobody(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    header = page.table.horizontalHeader()

    def click(key: str) -> None:
        place = [column.key for column in page.table.rows.columns].index(key)
        x = header.sectionViewportPosition(place) + 10
        at = header.viewport().rect().center()
        at.setX(x)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)

    click("name")
    assert names(page)[0] == "Ama Boateng"
    click("name")
    assert names(page)[0] == "Zoe Martin"
    for _ in range(2):
        click("contributions")
        given = [row.contributions for row in page.table.rows.rows()]
        assert given == sorted(given)
    assert "fewest first" in page.count.text()


def test_a_person_is_added_by_keyboard_and_taken_back_by_undo(
    desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(desk)
    assert page.stack.currentIndex() == 1
    page.new_item()
    form = dialog_of(page)
    assert isinstance(form, PersonForm)
    qtbot.keyClicks(form.name, "Marek Dvorak")
    form.department.setCurrentText("Support")
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert names(page) == ["Marek Dvorak"]
    assert desk.said == ["Added Marek Dvorak."]
    (row,) = desk.workspace.read(roster, desk.community)
    assert row.department is not None
    assert (row.department.name, row.role) == ("Support", Role.MEMBER)
    assert row.joined_on == date(2026, 10, 13)
    desk.undo()
    assert names(page) == []
    assert page.stack.currentIndex() == 1


def test_a_form_without_a_name_says_so_at_the_field(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk)
    page.new_item()
    form = dialog_of(page)
    assert isinstance(form, PersonForm)
    form.accept()
    assert form.name.accessibleDescription().startswith("A person needs a name.")
    assert form.isVisible()
    assert desk.told == []
    form.cancel()
    assert desk.workspace.read(roster, desk.community) == []


def test_dates_the_wrong_way_round_stay_in_the_form(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    page.choose(person_id(page, "Ama Boateng"))
    page.edit()
    form = dialog_of(page)
    assert isinstance(form, PersonForm)
    form.left_on.show_day(date(2020, 1, 1))
    form.accept()
    assert "before the joining date" in form.left_on.accessibleDescription()
    form.cancel()


def test_editing_changes_only_what_was_typed(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    ama = person_id(page, "Ama Boateng")
    before = next(row.roster for row in page.presenter.rows if row.roster.person_id == ama)
    page.choose(ama)
    page.edit()
    form = dialog_of(page)
    assert isinstance(form, PersonForm)
    form.job_title.setText("Head of chat")
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rows = sample_desk.workspace.read(roster, sample_desk.community)
    after = next(row for row in rows if row.person_id == ama)
    assert after.job_title == "Head of chat"
    assert (after.name, after.email, after.tags) == (before.name, before.email, before.tags)
    assert (after.joined_on, after.left_on) == (before.joined_on, before.left_on)
    assert (after.department, after.role, after.own) == (
        before.department,
        before.role,
        before.own,
    )


def test_a_note_is_kept_when_the_cursor_leaves_it(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    ama = person_id(page, "Ama Boateng")
    page.choose(ama)
    assert page.detail._note is not None
    page.detail._note.area.setFocus()
    qtbot.keyClicks(page.detail._note.area, "Prefers mornings. ")
    page.choose(person_id(page, "Jonas Weber"))
    detail = sample_desk.workspace.read(member, sample_desk.community, ama, date(2026, 10, 13))
    assert detail.person.note.startswith("Prefers mornings.")


def test_a_promise_is_ticked_and_a_follow_up_noted(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    tomasz = person_id(page, "Tomasz Zieliński")
    page.choose(tomasz)
    page.follow_up()
    form = dialog_of(page)
    qtbot.keyClicks(form.findChildren(QLineEdit)[0], "Ask how the night shift goes")
    form.accept()

    def promises() -> list[tuple[str, PromiseState]]:
        found = sample_desk.workspace.read(
            member, sample_desk.community, tomasz, date(2026, 10, 13)
        ).promises
        return [(promise.text, promise.state) for promise in found]

    assert ("Ask how the night shift goes", PromiseState.OPEN) in promises()
    tick = next(
        box for box in page.detail.findChildren(Check) if box.accessibleName().endswith("goes")
    )
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert ("Ask how the night shift goes", PromiseState.KEPT) in promises()


def test_leaving_ends_the_membership_and_undo_brings_it_back(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    page.choose(person_id(page, "Ama Boateng"))
    assert page._detail is not None
    page.moves.leave(page._detail.person)
    dialog_of(page).accept()
    assert "Ama Boateng" in names(page)  # the last day still counts
    rows = sample_desk.workspace.read(roster, sample_desk.community, date(2026, 10, 14))
    assert "Ama Boateng" not in [row.name for row in rows]
    sample_desk.undo()
    rows = sample_desk.workspace.read(roster, sample_desk.community, date(2026, 10, 14))
    assert "Ama Boateng" in [row.name for row in rows]


def test_export_writes_a_workbook_and_a_bad_place_is_told(
    sample_desk: BenchDesk, tmp_path: Path
) -> None:
    page = opened(sample_desk)
    sample_desk.path_to_choose = tmp_path / "roster.xlsx"
    page.export()
    assert (tmp_path / "roster.xlsx").stat().st_size > 5000
    assert sample_desk.said == ["Wrote roster.xlsx."]
    sample_desk.path_to_choose = tmp_path / "missing" / "roster.xlsx"
    page.export()
    assert isinstance(sample_desk.told[0], UserFixable)


def test_import_asks_for_the_dialog(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    page.import_people()
    assert sample_desk.brought == [("roster", None)]


@pytest.mark.parametrize("width", [1440, 1100, 1024, 800])
def test_columns_leave_in_the_order_of_the_design(sample_desk: BenchDesk, width: int) -> None:
    page = opened(sample_desk, width, 700)
    shown = [
        column.key
        for place, column in enumerate(page.table.rows.columns)
        if not page.table.isColumnHidden(place)
    ]
    left = [key for key in ("contributions", "department", "attended") if key not in shown]
    assert left == ["contributions", "department", "attended"][: len(left)]
    assert {"name", "engagement", "strip", "last"} <= set(shown)
    total = sum(page.table.columnWidth(i) for i in range(len(page.table.rows.columns)))
    assert total <= page.table.viewport().width() or len(left) == 3


def test_five_thousand_members_sort_and_filter(desk: BenchDesk) -> None:
    from workbench.rosters.actions import add_people
    from workbench.rosters.rules import PersonDraft

    drafts = [PersonDraft(name=f"Person {n:04}", department=f"D{n % 9}") for n in range(5000)]
    desk.workspace.perform(add_people, desk.community, drafts)
    page = opened(desk)
    assert len(names(page)) == 5000
    page.table.sort_by("name", descending=True)
    assert names(page)[0] == "Person 4999"
    page.presenter.search(text="person 0042")
    assert names(page) == ["Person 0042"]


def test_home_leads_to_those_who_are_drifting(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    page.arrive(engagement="drifting")
    assert len(names(page)) == 8
    assert page.segments.key == "Drifting"
