"""What keys, drags and menus do to the blocks of the agenda in the planner."""

from typing import Protocol

from workbench.foundation.words import BlockKind
from workbench.sessions import agenda_actions as actions
from workbench.sessions import track_actions as tracks
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.agenda_lanes import Blocks, Spot, everything, found, in_lane, spot_of
from workbench.sessions.agenda_moves import (
    key_beside,
    next_key,
    place_after,
    spot_beside,
    spot_by,
)
from workbench.sessions.trims import Trim
from workbench.ui.desk import Desk, Failed
from workbench.ui.sessions.planner_plan import Plan

_NEW = AgendaBlock(0, "New block", 10, BlockKind.EXCHANGE)


class AgendaView(Protocol):
    """What the commands ask of the page."""

    def show_selected(self, selected: int | None) -> None:
        """Open another block in place."""
        ...

    def edit_block(self, block: AgendaBlock, *, is_new: bool) -> None:
        """Open the form of a block."""
        ...

    def ask_split(self, block: AgendaBlock) -> None:
        """Ask after how many minutes a block is to be split."""
        ...

    def write_method(self, block: AgendaBlock) -> None:
        """Open the form of an own method, begun from a block."""
        ...


class BlockCommands:
    """Knows the agenda that shows and the selected block; each command is one undo step."""

    def __init__(self, desk: Desk, view: AgendaView) -> None:
        self.desk, self.view = desk, view
        self.plan: Plan | None = None
        self.selected: int | None = None
        self._is_new = False

    @property
    def agenda(self) -> Blocks:
        """The blocks that show, those in tracks inside theirs."""
        return tuple(placed.block for placed in self.plan.blocks) if self.plan else ()

    @property
    def block(self) -> AgendaBlock | None:
        """The selected block."""
        return next((b for b in everything(self.agenda) if b.key == self.selected), None)

    @property
    def container(self) -> AgendaBlock | None:
        """The block whose tracks the selected one stands in, or the selected one with tracks."""
        block = self.block
        if block is None or block.tracks:
            return block
        within = spot_of(self.agenda, block.key).lane.within
        return found(self.agenda, within) if within is not None else None

    def take(self, plan: Plan | None) -> None:
        """Take another agenda; a selected block that is gone gives way to the first."""
        self.plan = plan
        if self.block is None:
            self.selected = next_key(self.agenda, None, 1)

    def shown(self) -> None:
        """Do what waited for the agenda to show, such as opening the form of a new block."""
        is_new, self._is_new = self._is_new, False
        if is_new:
            self.edit(is_new=True)

    def select(self, key: int | None) -> None:
        """Select a block."""
        if key != self.selected:
            self.selected = key
            self.view.show_selected(key)

    def step(self, by: int) -> None:
        """Select the block after or before, or an end of the agenda."""
        self.select(next_key(self.agenda, self.selected, by))

    def step_beside(self, by: int) -> None:
        """Select the block in the track to the right or left."""
        self.select(key_beside(self.agenda, self.selected, by))

    def select_end(self, *, last: bool) -> None:
        """Select the first or the last block of the agenda."""
        if self.agenda:
            self.select(self.agenda[-1 if last else 0].key)

    def move(self, by: int) -> None:
        """Move the selected block up or down, over the end of a track out of it."""
        if self.block is not None:
            self.move_to(self.block.key, spot_by(self.agenda, self.block.key, by))

    def move_beside(self, by: int) -> None:
        """Move the selected block to the track beside, into tracks next to it, or out of them."""
        if self.block is None:
            return
        spot = spot_beside(self.agenda, self.block.key, by)
        if spot is None:
            self.desk.say("There is no parallel track on that side.")
        else:
            self.move_to(self.block.key, spot)

    def move_to(self, key: int | None, spot: Spot | None) -> None:
        """Put a block at a spot, counted without itself, as by dragging."""
        if key is not None and spot is not None and spot_of(self.agenda, key) != spot:
            self.selected = key
            self.desk.do(lambda workspace: workspace.perform(actions.move_block, key, spot))

    def longer(self, by: int) -> None:
        """Give the selected block minutes more or less."""
        key = self.selected
        if key is not None:
            self.desk.do(lambda workspace: workspace.perform(actions.change_minutes, key, by))

    def set_minutes(self, minutes: int) -> None:
        """Give the selected block this many minutes."""
        if self.block is not None:
            self.longer(minutes - self.block.minutes)

    def add(self, block: AgendaBlock | None = None, spot: Spot | None = None) -> None:
        """Add a block, such as one made from a method, at a spot or after the selected one.

        Without a block it is a new one, and its form opens.
        """
        session = self.plan.detail.id if self.plan else None
        if session is None:
            return
        spot = spot or place_after(self.agenda, self.selected)
        lane = in_lane(self.agenda, spot.lane)[: spot.at]
        after, new = lane[-1].key if lane else None, block or _NEW

        def added(key: int) -> None:
            self.selected, self._is_new = key, block is None

        self.desk.do(
            lambda w: w.perform(actions.add_block, session, new, after, spot.lane), then=added
        )

    def duplicate(self) -> None:
        """Add a copy after the selected block and select it."""
        key = self.selected
        if key is not None:
            self.desk.do(
                lambda workspace: workspace.perform(actions.duplicate_block, key),
                then=self._select_quietly,
            )

    def delete(self) -> None:
        """Take the selected block out; Undo brings it back."""
        block = self.block
        if block is not None:
            self.selected = self._after_deleting(block)
            self.desk.do(
                lambda workspace: workspace.perform(actions.delete_block, block.key),
                said=f"Deleted {block.title}.",
            )

    def split(self, after: int | None = None, failed: Failed | None = None) -> None:
        """Cut the selected block in two after so many minutes, or in halves."""
        key = self.selected
        if key is not None:
            self.desk.do(lambda w: w.perform(tracks.split_block, key, after), failed=failed)

    def ask_split(self) -> None:
        """Ask after how many minutes the selected block is to be split."""
        if self.block is not None:
            self.view.ask_split(self.block)

    def write_method(self) -> None:
        """Write the selected block down as a method of one's own."""
        if self.block is not None:
            self.view.write_method(self.block)

    def merge(self) -> None:
        """Make one block of the selected one and the one after it."""
        key = self.selected
        if key is not None:
            self.desk.do(lambda workspace: workspace.perform(tracks.merge_block, key))

    def trim(self, trim: Trim) -> None:
        """Give blocks the minutes proposed."""
        session = self.plan.detail.id if self.plan else None
        if session is not None:
            self.desk.do(
                lambda w: w.perform(actions.trim, session, trim.minutes, trim.words),
                said=f"{trim.words}: done.",
            )

    def lock(self) -> None:
        """Lock the start of the selected block where it is, or let it follow again."""
        block = self.block
        if block is not None and block.locked_start is None:
            self.desk.do(lambda workspace: workspace.perform(actions.lock_block, block.key))
        elif block is not None:
            self.desk.do(lambda workspace: workspace.perform(actions.unlock_block, block.key))

    def edit(self, *, is_new: bool = False) -> None:
        """Open the form of the selected block."""
        if self.block is not None:
            self.view.edit_block(self.block, is_new=is_new)

    def keep(self, block: AgendaBlock, failed: Failed) -> None:
        """Keep what the form of a block says, if it says anything new."""
        now = (
            {placed.block.key: placed.block for placed in self.plan.everything} if self.plan else {}
        )
        if block.key in now and now[block.key] != block:
            self.desk.do(lambda w: w.perform(actions.edit_block, block), failed=failed)

    def _after_deleting(self, block: AgendaBlock) -> int | None:
        spot = spot_of(self.agenda, block.key)
        inside = [b.key for b in in_lane(self.agenda, spot.lane) if b.key != block.key]
        return inside[min(spot.at, len(inside) - 1)] if inside else spot.lane.within

    def _select_quietly(self, key: int) -> None:
        self.selected = key
