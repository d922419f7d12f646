"""The planner without Qt: one session, its blocks, the selected one, what each key does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from workbench.communities.queries import goals
from workbench.foundation.text import counted
from workbench.foundation.words import BlockKind
from workbench.sessions import agenda_actions as actions
from workbench.sessions.actions import SessionDraft, edit_session
from workbench.sessions.agenda import AgendaBlock, PlacedBlock
from workbench.sessions.overrun import Overrun, Trim, overruns
from workbench.sessions.queries import (
    SessionDetail,
    SessionRow,
    next_session,
    session_detail,
    session_rows,
)
from workbench.sessions.starter_agendas import StarterAgenda
from workbench.sessions.talk_balance import Voice, talk_balance
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk, Failed

_NEW = AgendaBlock(0, "New block", 10, BlockKind.EXCHANGE)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the planner shows: the session, where it runs over, its goal, agendas to copy."""

    detail: SessionDetail
    overruns: tuple[Overrun, ...]
    goal: str
    sources: tuple[SessionRow, ...]

    @property
    def blocks(self) -> tuple[PlacedBlock, ...]:
        """The blocks with their starts."""
        return self.detail.agenda.blocks

    @property
    def balance(self) -> list[tuple[Voice, float]]:
        """Who talks and for which share of the minutes, those who never do left out."""
        minutes = talk_balance([placed.block for placed in self.blocks])
        whole = sum(minutes.values())
        return [(voice, spent / whole) for voice, spent in minutes.items() if spent]


class PlannerView(Protocol):
    """What the presenter asks of the page."""

    def show_plan(self, plan: Plan, selected: int | None) -> None:
        """Show the agenda with the selected block open in place."""
        ...

    def show_selected(self, selected: int | None) -> None:
        """Open another block in place."""
        ...

    def edit_block(self, block: AgendaBlock, *, is_new: bool) -> None:
        """Open the form of a block."""
        ...

    def show_nothing(self) -> None:
        """Say that there is no session to plan."""
        ...


class PlannerPresenter:
    """Holds the plan that was read and the selected block."""

    def __init__(self, desk: Desk, view: PlannerView) -> None:
        self.desk, self.view = desk, view
        self.session: int | None = None
        self.plan: Plan | None = None
        self.selected: int | None = None
        self.loaded = False
        self._after: Callable[[], None] | None = None

    def arrive(self, session: int) -> None:
        """Plan another session."""
        if session != self.session:
            self.session, self.selected = session, None
            self.load()

    def load(self) -> None:
        """Read the session; without one, the next that comes."""
        community, wanted, now = self.desk.community, self.session, self.desk.clock.local()

        def read(workspace: Workspace) -> Plan | None:
            rows = workspace.read(session_rows, community)
            known = {row.id for row in rows}
            session = wanted if wanted in known else None
            session = session or workspace.read(next_session, community, now)
            session = session or (rows[-1].id if rows else None)
            if session is None:
                return None
            detail = workspace.read(session_detail, session)
            named = {goal.id: goal.title for goal in workspace.read(goals, community)}
            sources = tuple(r for r in reversed(rows) if r.agenda.blocks and r.id != session)
            found = overruns(detail.agenda)
            return Plan(detail, found, named.get(detail.goal_id or 0, ""), sources)

        self.desk.read(read, self._show)

    @property
    def keys(self) -> list[int]:
        """The keys of the blocks in order."""
        return [placed.block.key for placed in self.plan.blocks] if self.plan else []

    @property
    def block(self) -> AgendaBlock | None:
        """The selected block."""
        blocks = [placed.block for placed in self.plan.blocks] if self.plan else []
        return next((block for block in blocks if block.key == self.selected), None)

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

    def add(self) -> None:
        """Add a block after the selected one, or last, and open its form."""
        keys, session = self.keys, self.plan.detail.id if self.plan else None
        if session is None:
            return
        after = self.selected if self.selected in keys else keys[-1] if keys else None

        def added(key: int) -> None:
            self.selected = key
            self._after = lambda: self.edit(is_new=True)

        self.desk.do(lambda w: w.perform(actions.add_block, session, _NEW, after), then=added)

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
        now = {placed.block.key: placed.block for placed in self.plan.blocks} if self.plan else {}
        if block.key in now and now[block.key] != block:
            self.desk.do(lambda w: w.perform(actions.edit_block, block), failed=failed)

    def trim(self, trim: Trim) -> None:
        """Shorten blocks as proposed."""
        session = self.session
        if session is not None:
            self.desk.do(
                lambda workspace: workspace.perform(
                    actions.trim, session, trim.minutes, trim.words
                ),
                said=f"{trim.words}: done.",
            )

    def copy_from(self, source: int) -> None:
        """Add the blocks of another session at the end."""
        session = self.session
        if session is not None:
            self.desk.do(
                lambda workspace: workspace.perform(actions.copy_agenda, session, source),
                said=lambda keys: f"{counted(len(keys), 'block', 'blocks')} copied.",
            )

    def start_from(self, starter: StarterAgenda) -> None:
        """Add the blocks of an agenda that comes with the program."""
        session, blocks = self.session, starter.agenda_blocks()
        if session is not None:
            self.desk.do(
                lambda workspace: workspace.perform(
                    actions.add_blocks, session, blocks, starter.name
                ),
                said=f"Started from {starter.name}. Change it to your own.",
            )

    def change_session(
        self, draft: SessionDraft, _source: str, done: Callable[[], None], failed: Failed
    ) -> None:
        """Change what a form says of the session."""
        if self.plan is not None:
            session = self.plan.detail.id
            self.desk.do(
                lambda workspace: workspace.perform(edit_session, session, draft),
                then=lambda _: done(),
                failed=failed,
            )

    def _select_quietly(self, key: int) -> None:
        self.selected = key

    def _show(self, plan: Plan | None) -> None:
        self.plan, self.loaded = plan, True
        if plan is None:
            self.view.show_nothing()
            return
        self.session = plan.detail.id
        if self.selected not in self.keys:
            self.selected = self.keys[0] if self.keys else None
        self.view.show_plan(plan, self.selected)
        after, self._after = self._after, None
        if after is not None:
            after()
