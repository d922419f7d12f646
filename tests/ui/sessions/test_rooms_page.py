"""The rooms by keys and mouse: drawn, moved, pinned, put to use and taken back."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.breakout import ALT, SESSION, Breakout
from workbench.ui.sessions.rooms_page import RoomsPage


@pytest.fixture
def breakout(sample_desk: BenchDesk, qtbot: QtBot) -> Breakout:
    return Breakout(sample_desk, qtbot)


def test_the_draw_of_the_pictures(breakout: Breakout) -> None:
    page = breakout.page
    assert [len(names) for names in breakout.names()] == [4] * 7 + [3]
    strip = breakout.words(page.strip)
    assert "41  of 45 pairs" in strip
    assert "by chance about 28" in strip
    assert "37" in strip
    assert "each once; by chance 17" in strip
    assert "Honoured" in strip
    assert page.way.label == "Handovers that hold"
    assert page.waiting.text().startswith("14 more could come but are less likely")
    assert {seat.shown.person.name for seat in page.grid.seats if seat.shown.pinned} == {
        "Priya Raman", "Ravi Iyer",
    }  # fmt: skip
    panel = breakout.words(page.rules)
    for effect in (
        "at least 3 in every room", "11 earlier draws remembered",
        "4 newcomers, 4 different rooms", "11 people in Teams rooms 1 to 3",
    ):  # fmt: skip
        assert effect in panel
    assert [card.shown.place for card in breakout.cards] == [
        "Window table", "Long table", "Sofa corner", "Whiteboard", "Kitchen door",
        "Teams room 1", "Teams room 2", "Teams room 3",
    ]  # fmt: skip
    assert [card.shown.next_here for card in breakout.cards] == [False] * 7 + [True]


def test_seats_say_who_sits_where(breakout: Breakout) -> None:
    assert breakout.seat("Priya Raman").accessibleName() == "Priya Raman, Support, Room 1, pinned"
    new = next(seat for seat in breakout.page.grid.seats if seat.shown.person.newcomer)
    assert ", new, " in new.accessibleName()
    stops = [
        seat for seat in breakout.page.grid.seats
        if seat.focusPolicy() == Qt.FocusPolicy.StrongFocus
    ]  # fmt: skip
    assert len(stops) == 1


def test_alt_and_arrows_move_and_the_cursor_follows(breakout: Breakout) -> None:
    breakout.key("Grace Mbeki", Qt.Key.Key_Right, ALT)
    assert breakout.room("Grace Mbeki") == 3
    assert breakout.page.window().focusWidget() is breakout.seat("Grace Mbeki")
    breakout.key("Grace Mbeki", Qt.Key.Key_Down, ALT)
    assert breakout.room("Grace Mbeki") == 7
    breakout.key("Grace Mbeki", Qt.Key.Key_Up, ALT)
    breakout.key("Grace Mbeki", Qt.Key.Key_Left, ALT)
    assert [len(names) for names in breakout.names()] == [4] * 7 + [3]


def test_arrows_go_through_seats_and_rooms(breakout: Breakout) -> None:
    grid = breakout.page.grid
    grid.cards[0].seats[0].setFocus()
    walk = [
        (Qt.Key.Key_Down, (0, 1)), (Qt.Key.Key_Right, (1, 1)), (Qt.Key.Key_Up, (1, 0)),
        (Qt.Key.Key_Up, (1, 0)), (Qt.Key.Key_Left, (0, 0)), (Qt.Key.Key_Left, (0, 0)),
    ]  # fmt: skip
    for key, (room, place) in walk:
        now = grid.seat_of(grid.current)
        assert now is not None
        breakout.qtbot.keyClick(now, key)
        assert grid.current == grid.cards[room].seats[place].person


def test_r_draws_again_and_pinned_people_stay(breakout: Breakout) -> None:
    before = breakout.names()
    breakout.key("Grace Mbeki", Qt.Key.Key_P)
    assert breakout.seat("Grace Mbeki").shown.pinned
    breakout.key("Grace Mbeki", Qt.Key.Key_R)
    after = breakout.names()
    assert after != before
    assert breakout.room("Grace Mbeki") == 2
    assert (breakout.room("Priya Raman"), breakout.room("Ravi Iyer")) == (0, 1)
    breakout.key("Grace Mbeki", Qt.Key.Key_P)
    assert not breakout.seat("Grace Mbeki").shown.pinned


def test_letters_do_nothing_when_switched_off(breakout: Breakout) -> None:
    breakout.page.grid.letters = False
    breakout.key("Grace Mbeki", Qt.Key.Key_P)
    assert not breakout.seat("Grace Mbeki").shown.pinned


def test_a_drag_onto_a_person_swaps_and_onto_a_free_seat_moves(breakout: Breakout) -> None:
    other = breakout.cards[3].seats[1]
    name = other.shown.person.name
    breakout.drag("Grace Mbeki", other, other.rect().center())
    assert breakout.room("Grace Mbeki") == 3
    assert breakout.room(name) == 2
    last = breakout.cards[7]
    breakout.drag("Grace Mbeki", last, QPoint(40, last.height() - 50))
    assert breakout.room("Grace Mbeki") == 7
    assert [len(names) for names in breakout.names()] == [4, 4, 4, 3, 4, 4, 4, 4]


def test_a_drag_that_ends_where_it_began_changes_nothing(breakout: Breakout) -> None:
    before = breakout.names()
    card = breakout.cards[breakout.room("Grace Mbeki")]
    breakout.drag("Grace Mbeki", card, QPoint(20, 20))
    assert breakout.names() == before


def test_rooms_are_put_to_use_and_taken_back(breakout: Breakout) -> None:
    page = breakout.page
    drawn = breakout.names()
    breakout.qtbot.mouseClick(page.use_button, Qt.MouseButton.LeftButton)
    settle()
    assert breakout.desk.said[-1] == "8 rooms in use."
    assert not page.use_button.isEnabled()
    used = breakout.facts().used(page.presenter.state.block)  # type: ignore[union-attr]
    assert used is not None
    assert [len(room.people) for room in used.rooms] == [4] * 7 + [3]
    assert breakout.names() == drawn
    breakout.desk.undo()
    settle()
    assert page.use_button.isEnabled()
    assert breakout.names() == drawn
    assert breakout.facts().used(used.block) is None


def test_using_again_replaces_and_another_visit_shows_what_is_in_use(breakout: Breakout) -> None:
    page = breakout.page
    page.presenter.use()
    breakout.key("Grace Mbeki", Qt.Key.Key_Right, ALT)
    assert page.use_button.isEnabled()
    page.presenter.use()
    settle()
    assert len([d for d in breakout.facts().draws if d.session == SESSION]) == 1
    again = Breakout(breakout.desk, breakout.qtbot)
    assert again.room("Grace Mbeki") == 3
    assert not again.page.use_button.isEnabled()


def test_sizes_people_blocks_and_switches_draw_anew(breakout: Breakout) -> None:
    page = breakout.page
    page.stepper.setFocus()
    breakout.qtbot.keyClick(page.stepper, Qt.Key.Key_Down)
    settle()
    assert max(len(names) for names in breakout.names()) == 3
    breakout.qtbot.keyClick(page.stepper, Qt.Key.Key_Up)
    page.who.setFocus()
    breakout.qtbot.keyClick(page.who, Qt.Key.Key_Right)
    settle()
    assert sum(len(names) for names in breakout.names()) == 45
    page.rules.switches["avoid_met"].click()
    settle()
    found = page.presenter.state.shown.figures  # type: ignore[union-attr]
    assert not page.presenter.wishes.avoid_met
    assert found.met.count > 4
    key = next(str(b.id) for b in breakout.facts().blocks if b.size == 3)
    page.blocks.pick(key)
    settle()
    assert page.stepper.value == 3


def test_two_columns_when_narrow_and_the_panel_opens_on_wish(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = sample_desk.open(RoomsPage, 1024, 700)
    assert isinstance(page, RoomsPage)
    page.arrive(session=SESSION)
    settle()
    tops = [card.y() for card in page.grid.cards]
    assert tops[0] == tops[1] < tops[2]
    assert not page.rules.isVisible()
    page.show_panel()
    assert page.rules.isVisible()


def test_a_failed_draw_is_told_and_the_page_goes_on(
    breakout: Breakout, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("torn")

    monkeypatch.setattr("workbench.ui.sessions.rooms_presenter.compose", fail)
    before = breakout.names()
    breakout.page.presenter.draw_again()
    assert isinstance(breakout.desk.told[-1], ValueError)
    assert breakout.names() == before
    assert breakout.page.settled()


def test_read_again_while_a_draw_is_made_keeps_what_was_chosen_for_it(
    sample_desk: BenchDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[Any] = []
    run = sample_desk.run

    def later(*job: Any) -> None:
        waiting.append(lambda: run(*job))

    page = RoomsPage(sample_desk)
    sample_desk.pages.append(page)
    qtbot.addWidget(page)
    monkeypatch.setattr(sample_desk, "read", lambda job, then: run(
        lambda: job(sample_desk.workspace), then))  # fmt: skip
    monkeypatch.setattr(sample_desk, "run", later)
    page.arrive(session=SESSION)
    page.reload()
    assert len(waiting) == 2
    assert not page.settled()
    for job in waiting:
        job()
    settle()
    assert page.settled()
    assert [seat.shown.person.name for seat in page.grid.seats if seat.shown.pinned] == [
        "Priya Raman", "Ravi Iyer",
    ]  # fmt: skip
