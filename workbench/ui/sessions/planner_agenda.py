"""The agenda on the page of the planner: the session in proportion, what runs over, the blocks."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.sessions.agenda_lanes import Lane, Spot, found, in_lane
from workbench.sessions.durations import Learned
from workbench.ui.kit.menus import Item, pop_up
from workbench.ui.kit.page import scrolled
from workbench.ui.kit.table import PAGE_SIDE
from workbench.ui.sessions.block_keys import list_keys, sign_keys
from workbench.ui.sessions.block_list import BlockList
from workbench.ui.sessions.block_menu import block_items, track_items
from workbench.ui.sessions.planner_parts import AddRow, OverrunBar
from workbench.ui.sessions.planner_plan import Plan
from workbench.ui.sessions.planner_presenter import PlannerPresenter
from workbench.ui.sessions.planner_strip import SessionStrip
from workbench.ui.sessions.pre_work_cards import PreWorkCards
from workbench.ui.sessions.tracks_view import TrackCalls

_EDGE = 48


class PlannerAgenda(QWidget):
    """Strip, overruns, what comes before, blocks, the last row; scrolls to the selected block."""

    def __init__(self, presenter: PlannerPresenter, before: PreWorkCards) -> None:
        super().__init__()
        self._blocks, self._tracks, self._before = presenter.blocks, presenter.tracks, before
        self._usual: dict[int, Learned] = {}
        self.strip = SessionStrip()
        self.overrun = OverrunBar(self._blocks.trim)
        calls = TrackCalls(
            menu=self._open_menu,
            track_menu=self._open_track_menu,
            set_minutes=self._set_minutes,
            mend=self._blocks.trim,
            add=self._add_in,
            own=self._own_values,
            usual=self._usual_minutes,
        )
        self.list = BlockList(
            self._blocks,
            calls,
            list_keys(self._blocks),
            sign_keys(self._blocks, self._tracks, before),
        )
        self.list.dragged.connect(self._follow)
        self.add_row = AddRow(self._add_last)
        self.area = self._scrolled()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)

    def show_plan(self, plan: Plan, selected: int | None) -> None:
        """Show another agenda."""
        agenda, self._usual = plan.detail.agenda, plan.unusual
        self.strip.show_agenda(agenda)
        self.overrun.show_overruns(plan.overruns)
        self.list.show_plan(plan, selected)
        self.add_row.show_end(f"{agenda.wall(agenda.end):%H:%M}", over=bool(agenda.over))

    def show_selected(self, selected: int | None) -> None:
        """Open another block in place and bring it into sight."""
        self.list.show_selected(selected)
        card = self.list.selected_card()
        if card is not None:
            self.area.ensureWidgetVisible(card, 0, 24)

    def _scrolled(self) -> QScrollArea:
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(PAGE_SIDE, 8, PAGE_SIDE, 20)
        column.setSpacing(10)
        for widget in (self.strip, self.overrun, self._before, self.list, self.add_row):
            column.addWidget(widget)
        column.addStretch(1)
        return scrolled(self._inside)

    def _own_values(self, block: AgendaBlock) -> list[tuple[str, str]]:
        plan = self._blocks.plan
        return plan.own_values(block) if plan is not None else []

    def _usual_minutes(self, block: AgendaBlock) -> Learned | None:
        return self._usual.get(block.key)

    def _add_last(self) -> None:
        inside = self._tracks.track is not None
        self._blocks.add(spot=Spot(len(self._blocks.agenda)) if inside else None)

    def _add_in(self, lane: Lane) -> None:
        self._blocks.add(spot=Spot(len(in_lane(self._blocks.agenda, lane)), lane))

    def _set_minutes(self, key: int, minutes: int) -> None:
        self._blocks.select(key)
        self._blocks.set_minutes(minutes)

    def _open_menu(self, key: int, below: QWidget) -> None:
        self._blocks.select(key)
        pop_up(block_items(self._blocks, self._tracks), below)

    def _open_track_menu(self, container: int, track: TrackPlan, below: QWidget) -> None:
        block = found(self._blocks.agenda, container)
        items = track_items(self._tracks, block, track)
        pop_up([items[0], self._add_track_item(container), *items[1:]], below)

    def _add_track_item(self, container: int) -> Item:
        return Item("Add a track", partial(self._add_track, container), "tracks")

    def _add_track(self, container: int) -> None:
        self._blocks.select(container)
        self._tracks.begin_or_add()

    def _follow(self, at: QPoint) -> None:
        spot = self.list.mapTo(self._inside, at)
        self.area.ensureVisible(spot.x(), spot.y(), 0, _EDGE)
