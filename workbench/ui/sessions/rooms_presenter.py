"""Rooms without Qt: reading a session, making a draw off the window's thread, putting it to use."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Literal, Protocol

from workbench.foundation.text import counted
from workbench.sessions.queries import next_session, session_rows
from workbench.sessions.rooms import Drawn, Wishes, compose
from workbench.sessions.rooms_actions import forget_draw, set_on_screen, use_rooms
from workbench.sessions.rooms_queries import RoomsFacts, rooms_facts
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk
from workbench.ui.sessions.rooms_shown import RoomsShown
from workbench.ui.sessions.rooms_state import RoomsState

Wish = Literal["mix_departments", "avoid_met", "seat_newcomers", "screens_together"]


class RoomsView(Protocol):
    """What the presenter asks of the page."""

    def show_rooms(self, shown: RoomsShown) -> None:
        """Show the rooms."""
        ...

    def show_too_few(self, shown: RoomsShown) -> None:
        """Say that two people are needed to draw rooms."""
        ...

    def show_nothing(self) -> None:
        """Say that there is no session to draw rooms for."""
        ...

    def show_working(self, working: bool) -> None:
        """Say that a draw is being made, or is made."""
        ...


class RoomsPresenter:
    """Holds the rooms being made and which draw is awaited."""

    def __init__(self, desk: Desk, view: RoomsView) -> None:
        self.desk, self.view = desk, view
        self.session: int | None = None
        self.state: RoomsState | None = None
        self.loaded = self.working = False
        self.wishes = Wishes()
        self._block: int | None = None
        self._turn = 0
        self._stopped = self._redraw = False
        self.after_read: Callable[[], None] | None = None

    def arrive(self, session: int, block: int | None) -> None:
        """Draw rooms for a session, and for a block of it where one is named."""
        now = self.state
        if session != self.session or now is None or (block and block != now.block):
            self.session, self._block, self.state = session, block, None
            self.load()

    def load(self) -> None:
        """Read the session again; without one the next that comes."""
        community, wanted, now = self.desk.community, self.session, self.desk.clock.now()

        def read(workspace: Workspace) -> RoomsFacts | None:
            rows = workspace.read(session_rows, community)
            known = {row.id for row in rows}
            session = wanted if wanted in known else None
            session = session or workspace.read(next_session, community, now)
            session = session or (rows[-1].id if rows else None)
            return workspace.read(rooms_facts, session) if session else None

        self.desk.read(read, self._take)

    def choose_block(self, block: int | None) -> None:
        """Draw for another block of the session, or show the rooms it has."""
        if self.state is not None and block != self.state.block:
            self._begin(self.state.facts, block)

    def choose_people(self, who: str) -> None:
        """Draw for who is likely to come, could come or is here."""
        if self.state is not None:
            self.state.extra, self.state.left_out = set(), set()
            self.state.choose(who=who)
            self.draw()

    def choose_size(self, size: int) -> None:
        """Draw rooms of another size."""
        if self.state is not None:
            self.state.choose(size=size)
            self.draw()

    def wish(self, name: Wish, *, on: bool) -> None:
        """Let a draw respect something, or not."""
        self.wishes = replace(self.wishes, **{name: on})
        if self.state is not None:
            self.state.choose(wishes=self.wishes)
            self.draw()

    def draw_again(self) -> None:
        """Make another draw (R)."""
        if self.state is not None:
            self.state.seed += 1
            self.draw()

    def draw(self) -> None:
        """Make a draw off the window's thread; a newer one takes its place."""
        state = self.state
        if state is None:
            return
        if len(state.people) < 2:
            self.forget_turn()
            state.take_rooms((), {})
            self.view.show_too_few(state.shown)
            return
        self._turn += 1
        self._stopped, self.working = False, True
        turn, asked = self._turn, state.asked
        self.view.show_working(True)
        self.desk.run(
            lambda: compose(asked, lambda: self._stopped or turn != self._turn),
            lambda drawn: self._drawn(turn, drawn),
            lambda error: self._failed(turn, error),
        )

    def stop(self) -> bool:
        """Take the best draw found so far (Esc); returns whether one was being made."""
        self._stopped = True
        return self.working

    def forget_turn(self) -> None:
        """Let a draw that is still being made come too late."""
        self._turn += 1
        self.working = False
        self.view.show_working(False)

    def show(self) -> None:
        """Show the rooms as they stand."""
        if self.state is not None:
            self.view.show_rooms(self.state.shown)

    def use(self, said: str = "") -> None:
        """Put the rooms to use: one step, in place of those the block had."""
        state = self.state
        if state is None or not state.rooms:
            return
        session, block, size, drafts = (
            state.facts.session, state.block, state.chosen.size, state.drafts,
        )  # fmt: skip
        self.desk.do(
            lambda workspace: workspace.perform(use_rooms, session, block, size, drafts),
            said=said or f"{counted(len(drafts), 'room', 'rooms')} in use.",
        )

    def forget(self) -> None:
        """Take the rooms in use back, as if they had not been."""
        used = self.state.facts.used(self.state.block) if self.state else None
        if used is not None:
            self.desk.do(
                lambda workspace: workspace.perform(forget_draw, used.id),
                said="These rooms no longer count as used.",
            )

    def set_on_screen(self, people: Iterable[int]) -> None:
        """Say who joins on screen, then draw again."""
        if self.state is not None:
            session, wanted = self.state.facts.session, sorted(people)
            self.draw_when_read()
            self.desk.do(
                lambda workspace: workspace.perform(set_on_screen, session, wanted),
                said=f"{counted(len(wanted), 'person joins', 'people join')} on screen.",
            )

    def draw_when_read(self) -> None:
        """Draw again as soon as the session has been read anew."""
        self._redraw = True

    def _take(self, facts: RoomsFacts | None) -> None:
        self.loaded = True
        if facts is None:
            self.state = None
            self.view.show_nothing()
            return
        self.session = facts.session
        known = {choice.id for choice in facts.blocks}
        state = self.state
        if state is None or state.facts.session != facts.session:
            block = self._block if self._block in known else facts.first_block
            self._begin(facts, block)
        elif state.block is not None and state.block not in known:
            self._begin(facts, facts.first_block)
        else:
            self._again(state, facts)

    def _begin(self, facts: RoomsFacts, block: int | None) -> None:
        self.state = RoomsState(facts, block, self.wishes)
        if self.state.used:
            self.forget_turn()
            self.show()
        else:
            self.draw()

    def _again(self, state: RoomsState, facts: RoomsFacts) -> None:
        redraw, self._redraw = self._redraw, False
        noted = state.facts.apart != facts.apart and not state.used
        state.read_again(facts)
        if redraw or noted or not state.rooms:
            self.draw()
        else:
            self.show()
        after, self.after_read = self.after_read, None
        if after is not None:
            after()

    def _drawn(self, turn: int, drawn: Drawn) -> None:
        if turn == self._turn and self.state is not None:
            self.working = False
            self.view.show_working(False)
            self.state.take_drawn(drawn)
            self.show()

    def _failed(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self.forget_turn()
            self.desk.tell(error)
