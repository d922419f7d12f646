"""The planner where it is narrow or the text is large: nothing cut, nothing out of line."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.library_room import BLOCKS, opened, plan, with_runs
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.text import Text
from workbench.ui.sessions.block_list import BlockList
from workbench.ui.sessions.planner_page import PlannerPage
from workbench.ui.sessions.tracks_view import TrackColumn
from workbench.ui.sessions.usual_minutes import UsualMinutes

LONG = "Bring one handover that bothers you and the people around you"
THREE = AgendaBlock(
    0,
    "Rooms",
    30,
    BlockKind.PRACTISE,
    tracks=(
        TrackPlan(1, blocks=(AgendaBlock(0, LONG, 30),)),
        TrackPlan(2, blocks=(AgendaBlock(0, LONG, 30), AgendaBlock(0, "Swap", 21))),
        TrackPlan(3, blocks=(AgendaBlock(0, LONG, 30),)),
    ),
)


def columns_of(blocks: BlockList) -> list[TrackColumn]:
    return next(view for _, view in blocks.rows if view is not None).columns


def text_of(widget: QWidget, words: str) -> Text:
    return next(text for text in widget.findChildren(Text) if text.text() == words)


def with_library(desk: BenchDesk) -> PlannerPage:
    page, _ = opened(desk)
    page.toggle_library()
    settle()
    return page


def test_tracks_are_equally_wide_whatever_stands_in_them(desk: BenchDesk) -> None:
    plan(desk, THREE)
    columns = columns_of(with_library(desk).blocks)
    widths = [column.width() for column in columns]
    assert max(widths) - min(widths) <= 1
    for column in columns:
        start = text_of(column, "14:00")
        assert start.width() >= start.sizeHint().width()


def test_a_mend_too_long_for_its_track_is_cut_and_shown_whole_on_hover(desk: BenchDesk) -> None:
    plan(desk, THREE)
    page = with_library(desk)
    column = columns_of(page.blocks)[1]
    mend = next(b for b in column.findChildren(Button) if b.label.startswith("Shorten"))
    right = mend.mapTo(column, QPoint(mend.width(), 0)).x()
    assert right <= column.width() - 8
    assert (mend.toolTip(), mend.accessibleName()) == (mend.label, mend.label)
    wide = next(b for b in column.findChildren(Button) if b.label == "Make the block 51 min")
    assert wide.toolTip() == ""


def test_who_leads_stands_below_each_other(desk: BenchDesk) -> None:
    leads = ("Ana", "Ruth", "Ravi, Priya", "Everyone")
    plan(
        desk, *(AgendaBlock(0, f"By {lead}", 8 + 56 * n, lead=lead) for n, lead in enumerate(leads))
    )
    page, _ = opened(desk)
    closed = [row for row, _ in page.blocks.rows][1:]
    shown = [text_of(card, lead) for card, lead in zip(closed, leads[1:], strict=True)]
    assert len({text.mapTo(page, QPoint(0, 0)).x() for text in shown}) == 1


def test_materials_take_the_room_of_words_that_are_not_there(desk: BenchDesk) -> None:
    plan(desk, AgendaBlock(0, "Story", 10, materials="Printed map"))
    page, _ = opened(desk)
    settle()
    card = page.blocks.cards[0]
    title, label = text_of(card, "Story"), text_of(card, "Materials")
    assert label.mapTo(card, QPoint(0, 0)).x() - title.mapTo(card, QPoint(0, 0)).x() < 20


@pytest.mark.parametrize(("width", "heading"), [(1440, True), (1088, False), (860, False)])
def test_the_foot_keeps_one_line_and_leaves_out_what_can_go(
    desk: BenchDesk, width: int, heading: bool
) -> None:
    plan(desk, *BLOCKS, AgendaBlock(0, "Talk", 20, BlockKind.INPUT))
    page, _ = opened(desk, width)
    settle()
    foot = page.foot
    assert foot.height() <= 40
    assert foot.voice_words.isVisible()
    assert any(t.text() == "Who is talking" and t.isVisible() for t in foot.findChildren(Text)) is (
        heading
    )


def test_usual_minutes_are_offered_in_tracks_too(desk: BenchDesk, qtbot: QtBot) -> None:
    with_runs(desk, 22, 24, 24, 29)
    inside = AgendaBlock(0, "Cases", 45, BlockKind.PRACTISE, method="Troika consulting")
    plan(desk, AgendaBlock(0, "Rooms", 45, tracks=(TrackPlan(1, blocks=(inside,)), TrackPlan(2))))
    page, _ = opened(desk)
    (usual,) = page.findChildren(UsualMinutes)
    card = page.blocks.cards[1]
    assert "usually 24 min, from 4 runs" in card.accessibleName()
    assert usual.button.label == "Use 24 min"
    usual.button.click()
    settle()
    assert page.blocks.cards[1].placed.block.minutes == 24
    assert page.findChildren(UsualMinutes) == []


@pytest.mark.parametrize(("width", "below"), [(1440, False), (760, True)])
def test_mends_stand_below_the_words_where_they_hardly_fit_beside(
    desk: BenchDesk, width: int, below: bool
) -> None:
    plan(desk, AgendaBlock(0, "Talk", 60), AgendaBlock(0, "Cases", 45))
    page, _ = opened(desk, width)
    settle()
    bar = page.agenda.overrun
    words = next(t for t in bar.findChildren(Text) if t.text().startswith("15 minutes over."))
    mend = next(b for b in bar.findChildren(Button) if b.label.startswith("Shorten"))
    ends = words.mapTo(bar, QPoint(0, words.height())).y()
    assert (mend.mapTo(bar, QPoint(0, 0)).y() >= ends) is below
    assert bar.height() <= (100 if below else 50)
