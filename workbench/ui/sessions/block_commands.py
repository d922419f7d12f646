"""What keys, drags and menus do to the blocks of the agenda in the planner."""

from typing import Protocol

from workbench.foundation.words import BlockKind
from workbench.sessions import agenda_actions as actions
from workbench.sessions.agenda import AgendaBlock
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


class BlockCommands:
    """Knows the agenda that shows and the selected block; each command is one undo step."""

    def __init__(self, desk: Desk, view: AgendaView) -> None:
        self.desk, self.view = desk, view
        self.plan: Plan | None = None
        self.selected: int | None = None
        self._is_new = False

    @property
    def keys(self) -> list[int]:
        """The keys of the blocks in order."""
        return [placed.block.key for placed in self.plan.blocks] if self.plan else []

    @property
    def block(self) -> AgendaBlock | None:
        """The selected block."""
        blocks = [placed.block for placed in self.plan.everything] if self.plan else []
        return next((block for block in blocks if block.key == self.selected), None)

    def take(self, plan: Plan | None) -> None:
        """Take another agenda; a selected block that is gone gives way to the first."""
        self.plan = plan
        if self.block is None:
            self.selected = self.keys[0] if self.keys else None

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
        keys = self.keys
        if keys:
            at = keys.index(self.selected) if self.selected in keys else (-1 if by > 0 else 0)
            self.select(keys[max(0, min(len(keys) - 1, at + by))])

    def move(self, by: int) -> None:
        """Move the selected block up or down."""
        if self.selected in self.keys:
            self.move_to(self.selected, self.keys.index(self.selected) + by)

    def move_to(self, key: int | None, place: int) -> None:
        """Put a block at a place of the agenda, as by dragging."""
        if key is not None and 0 <= place < len(self.keys) and self.keys.index(key) != place:
            self.selected = key
            self.desk.do(lambda workspace: workspace.perform(actions.move_block, key, place))

    def longer(self, by: int) -> None:
        """Give the selected block minutes more or less."""
        key = self.selected
        if key is not None:
            self.desk.do(lambda workspace: workspace.perform(actions.change_minutes, key, by))

    def set_minutes(self, minutes: int) -> None:
        """Give the selected block this many minutes."""
        if self.block is not None:
            self.longer(minutes - self.block.minutes)

    def add(self, block: AgendaBlock | None = None) -> None:
        """Add a block, such as one made from a method, after the selected one, or last.

        Without a block it is a new one, and its form opens.
        """
        keys, session = self.keys, self.plan.detail.id if self.plan else None
        if session is None:
            return
        after = self.selected if self.selected in keys else keys[-1] if keys else None

        def added(key: int) -> None:
            self.selected, self._is_new = key, block is None

        new = block or _NEW
        self.desk.do(lambda w: w.perform(actions.add_block, session, new, after), then=added)

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
        block, keys = self.block, self.keys
        if block is not None:
            at = keys.index(block.key)
            rest = keys[:at] + keys[at + 1 :]
            self.selected = rest[min(at, len(rest) - 1)] if rest else None
            self.desk.do(
                lambda workspace: workspace.perform(actions.delete_block, block.key),
                said=f"Deleted {block.title}.",
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

    def _select_quietly(self, key: int) -> None:
        self.selected = key
