"""The method library beside the agenda, by real keys and mouse: find, read, add, learn."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, picture, settle
from tests.ui.sessions.library_room import (
    BLOCKS,
    blocks_of,
    entry,
    names,
    opened,
    plan,
    press,
    row_point,
    said_above,
    type_text,
    with_runs,
)
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.method_queries import method_library
from workbench.ui.sessions.block_mime import BLOCK_MIME, block_mime, block_of_mime
from workbench.ui.sessions.usual_minutes import UsualMinutes


def test_ctrl_m_opens_finds_adds_and_closes(desk: BenchDesk) -> None:
    session = plan(desk, *BLOCKS)
    page, library = opened(desk)
    press(page.blocks, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert page.panels.shows("library")
    assert library.search.field.hasFocus()
    type_text(library.search.field, "silent wall")
    assert names(library)[0] == "Silent wall"
    press(library.search.field, Qt.Key.Key_Return)
    titles = [block.title for block in blocks_of(desk, session)]
    assert titles == ["Check-in", "The silent wall", "Cases"]
    added = blocks_of(desk, session)[1]
    assert (added.kind, added.minutes, added.method) == (BlockKind.EXCHANGE, 20, "Silent wall")
    assert "One thought on each note" in added.to_say
    assert added.materials.splitlines()[0] == "A free wall"
    assert added.remote
    assert page.presenter.blocks.selected == added.key
    assert library.search.field.hasFocus()
    desk.undo()
    assert [block.title for block in blocks_of(desk, session)] == ["Check-in", "Cases"]
    press(library.search.field, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert not page.panels.shows("library")
    assert page.blocks.hasFocus()


def test_arrows_from_the_field_into_the_list_and_back(desk: BenchDesk) -> None:
    session = plan(desk, *BLOCKS)
    page, library = opened(desk)
    page.toggle_library()
    press(library.search.field, Qt.Key.Key_Down)
    rows = library.search.list
    assert rows.hasFocus()
    press(rows, Qt.Key.Key_Down)
    chosen = rows.current()
    assert chosen is not None
    press(rows, Qt.Key.Key_Return)
    assert blocks_of(desk, session)[1].method == chosen.method.name
    rows.setCurrentIndex(rows.methods.index(0))
    press(rows, Qt.Key.Key_Up)
    assert library.search.field.hasFocus()


def test_a_click_opens_a_method_and_the_plus_adds_it(desk: BenchDesk) -> None:
    session = plan(desk, *BLOCKS)
    page, library = opened(desk)
    page.toggle_library()
    rows = library.search.list
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(rows.viewport(), left, pos=row_point(library, "1-2-4-All", plus=True))
    assert [block.method for block in blocks_of(desk, session)][1] == "1-2-4-All"
    QTest.mouseClick(rows.viewport(), left, pos=row_point(library, "Fishbowl"))
    assert library.method.isVisibleTo(page)
    assert library.method.entry is not None
    assert library.method.entry.method.name == "Fishbowl"
    QTest.mouseClick(library.method.add_button, left)
    assert "Fishbowl" in [block.method for block in blocks_of(desk, session)]
    assert page.escape()
    assert library.search.isVisibleTo(page)
    assert page.escape()
    assert not page.panels.shows("library")


def test_a_row_is_carried_into_the_agenda(desk: BenchDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    plan(desk, *BLOCKS)
    page, library = opened(desk)
    page.toggle_library()
    rows, carried = library.search.list, []
    monkeypatch.setattr(
        "workbench.ui.sessions.method_list.QDrag.exec",
        lambda drag, _action: carried.append(drag.mimeData()),
    )
    start = row_point(library, "Troika consulting")
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(rows.viewport(), start - QPoint(40, 0))
    assert len(carried) == 1
    assert carried[0].hasFormat(BLOCK_MIME)
    block = block_of_mime(carried[0])
    assert block is not None
    assert (block.method, block.minutes, block.key) == ("Troika consulting", 25, 0)
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=start)
    assert not library.method.isVisibleTo(page), "a drag is no click"


def test_dragged_data_is_read_back_and_anything_else_is_not() -> None:
    block = AgendaBlock(0, "Ünïcode", 5, BlockKind.BREAK, to_say="a\nb", materials="é")
    data = block_mime(block)
    assert block_of_mime(data) == block
    data.setData(BLOCK_MIME, b'{"title": 3}')
    assert block_of_mime(data) is None


def test_the_filters_know_the_session(sample_desk: BenchDesk) -> None:
    _, library = opened(sample_desk)
    library.presenter.load()
    search = library.search
    assert search.fits.text() == "Fits 31 people"
    assert search.short.text() == "Up to 30 min"
    assert names(library)[:3] == ["Impromptu pairs", "1-2-4-All", "Troika consulting"]
    assert names(library)[7] == "What, so what, now what"
    count = len(names(library))
    assert search.count.text().startswith(f"{count} of 61 methods match. Drag one in, or press")
    QTest.mouseClick(search.hybrid, Qt.MouseButton.LeftButton)
    assert len(names(library)) > count
    QTest.mouseClick(search.short, Qt.MouseButton.LeftButton)
    assert "World café" not in names(library)
    search.choose_kind(BlockKind.FRAME)
    assert {e.method.kind for e in search.list.methods.entries} == {BlockKind.FRAME}
    QTest.mouseClick(search.kind_chip, Qt.MouseButton.LeftButton)
    assert search.kind is None


def test_minutes_that_are_left_in_the_slot_are_offered(desk: BenchDesk) -> None:
    plan(desk, BLOCKS[0])
    _, library = opened(desk)
    assert library.search.short.text() == "Up to 82 min"
    assert library.search.fits.isHidden(), "nobody is known to come yet"


def test_a_dropped_method_becomes_a_block_at_that_place(desk: BenchDesk) -> None:
    session = plan(desk, *BLOCKS)
    page, library = opened(desk)
    page.toggle_library()
    data = block_mime(library.presenter.block_for(entry(library, "fishbowl")))
    below = page.blocks.cards[1].geometry()
    at = QPoint(below.center().x(), below.top() + 3)
    buttons, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(at, copy, data, buttons, held)
    QApplication.sendEvent(page.blocks, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page.blocks, QDragMoveEvent(at, copy, data, buttons, held))
    QApplication.sendEvent(page.blocks, QDropEvent(QPointF(at), copy, data, buttons, held))
    assert [b.method for b in blocks_of(desk, session)] == ["Round", "Fishbowl", BLOCKS[1].method]
    desk.undo()
    assert len(blocks_of(desk, session)) == 2


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"name = 3", b"x" * 600_000, b"a = 1"])
def test_a_file_that_is_no_method_is_said_where_it_was_brought_in(
    desk: BenchDesk, tmp_path: Path, content: bytes
) -> None:
    plan(desk, *BLOCKS)
    page, library = opened(desk)
    page.toggle_library()
    desk.path_to_choose = tmp_path / "odd.toml"
    desk.path_to_choose.write_bytes(content)
    library.bring_in()
    assert said_above(library).startswith("The file odd.toml cannot be used: ")
    assert desk.told == []
    assert all(e.own is None for e in desk.workspace.read(method_library).entries)


def test_learned_minutes_are_proposed_and_one_click_uses_them(desk: BenchDesk) -> None:
    with_runs(desk, 22, 24, 24, 29)
    session = plan(desk, *BLOCKS)
    page, library = opened(desk)
    usual = page.findChildren(UsualMinutes)
    assert len(usual) == 1
    card = page.blocks.cards[1]
    assert "usually 24 min, from 4 runs" in card.accessibleName()
    QTest.mouseClick(usual[0].button, Qt.MouseButton.LeftButton)
    assert blocks_of(desk, session)[1].minutes == 24
    settle()
    assert page.findChildren(UsualMinutes) == []
    desk.undo()
    assert blocks_of(desk, session)[1].minutes == 45
    page.presenter.blocks.step(1)
    page.arrive(method="Troika consulting")
    words = [t.text() for t in library.method.findChildren(type(library.search.count))]
    assert "Took 24 min in the middle of 4 runs (22 to 29), with 20 people." in words
    library.method.add_button.click()
    assert [block.minutes for block in blocks_of(desk, session)] == [8, 45, 24]


def test_two_runs_propose_nothing(desk: BenchDesk) -> None:
    with_runs(desk, 22, 24)
    plan(desk, *BLOCKS)
    page, library = opened(desk)
    assert page.findChildren(UsualMinutes) == []
    page.toggle_library()
    assert library.presenter.block_for(entry(library, "troika consulting")).minutes == 25


def test_the_library_lies_over_the_agenda_where_it_is_narrow(
    desk: BenchDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    plan(desk, *BLOCKS)
    page, library = opened(desk, 1024)
    page.toggle_library()
    settle()
    assert library.geometry().right() == page.width() - 1
    assert page.blocks.width() > page.width() - library.width()
    assert picture(page, tmp_path / "narrow.png").exists()


def test_without_a_session_there_is_nothing_to_add_to(desk: BenchDesk) -> None:
    page, library = opened(desk)
    page.toggle_library()
    press(library.search.field, Qt.Key.Key_Return)
    assert desk.told == []
    assert QApplication.focusWidget() is library.search.field
