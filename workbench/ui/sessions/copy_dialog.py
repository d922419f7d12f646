"""The dialog that copies blocks: sessions of every community at the left, blocks at the right."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QWidget

from workbench.foundation.text import counted
from workbench.sessions.agenda import Agenda, PlacedBlock, place
from workbench.sessions.copy_actions import copy_blocks
from workbench.sessions.copy_queries import CopySource, copy_sources
from workbench.sessions.row_queries import agenda_blocks
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk
from workbench.ui.kit.cells import TextCell
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.rows import Column
from workbench.ui.kit.text import Text
from workbench.ui.sessions.pick_cells import BoxCell, TitledCell
from workbench.ui.sessions.pick_list import ListFind, PickTable, SideList, two_panes
from workbench.ui.sessions.session_words import BLOCK_WORDS
from workbench.ui.sessions.while_open import while_open


@dataclass(frozen=True, slots=True)
class Target:
    """Where blocks are copied to: a session, after the block selected there, if there is one.

    `within` is the title of the block in whose tracks that one stands.
    """

    session_id: int
    after: int | None = None
    after_title: str = ""
    within: str = ""

    @property
    def words(self) -> str:
        """Where they will stand."""
        if self.within:
            return (
                f"Added after {self.after_title}, in its track; "
                f"blocks with tracks of their own after {self.within}."
            )
        where = f"after {self.after_title}" if self.after_title else "at the end of the agenda"
        return f"Added {where}, with tracks and own columns."


@dataclass(frozen=True, slots=True)
class Pick:
    """One block that may be copied, with its start in that session, and whether it is ticked."""

    key: int
    start: str
    title: str
    line: str
    minutes: int
    on: bool = False


class CopyDialog(Dialog):
    """Find, arrows and Enter choose a session; arrows, Space and Ctrl+A tick; Enter adds."""

    def __init__(self, over: QWidget, desk: Desk, target: Target) -> None:
        super().__init__(
            over, "Copy blocks", "Add blocks", width=880,
            subtitle=target.words,
        )  # fmt: skip
        self.desk, self.target = desk, target
        self.sources: list[CopySource] = []
        self.source: CopySource | None = None
        self.picks: list[Pick] = []
        self.find_field = ListFind("Find a session", keys="", width=220)
        self.list = SideList(_source_columns(), lambda s: s.title, lambda s: s.session_id)
        self.list.setAccessibleName("Sessions")
        self.heading = Text("", "strong")
        self.table = PickTable(_pick_columns(), lambda p: p.title, lambda p: p.key)
        self.table.setAccessibleName("Blocks")
        left, right = [self.find_field, self.list], [self.heading, self.table]
        self.body.addWidget(two_panes(left, right, over.window()))
        self._connect()
        desk.read(
            lambda w: w.read(copy_sources, desk.community, target.session_id),
            while_open(self, self._show_sources),
        )
        self._say()

    def _connect(self) -> None:
        self.find_field.textChanged.connect(lambda _: self._filter())
        self.find_field.down.connect(self.list.setFocus)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda _: self._into_blocks())
        self.table.ticked.connect(self._tick)
        self.table.all_wanted.connect(self._tick_all)
        self.table.done.connect(self.accept)
        self.accepted.connect(self._copy)

    def _show_sources(self, sources: list[CopySource]) -> None:
        self.sources = sources
        self._filter()

    def _filter(self) -> None:
        found = [source for source in self.sources if source.holds(self.find_field.text())]
        self.list.show_rows(found)
        if self.list.current_row() is None and found:
            self.list.choose(lambda source: source is found[0])
        elif not found:
            self.source, self.picks = None, []
            self.table.show_rows([])
            self._say()

    def _choose(self, source: CopySource) -> None:
        if source == self.source:
            return
        self.source = source

        def read(workspace: Workspace) -> Agenda:
            blocks = workspace.read(agenda_blocks, source.session_id)
            return place(source.starts.time(), source.minutes, blocks)

        self.desk.read(read, while_open(self, partial(self._show_blocks, source)))

    def _show_blocks(self, source: CopySource, agenda: Agenda) -> None:
        if source == self.source:
            self.picks = _picks(agenda)
            self.table.show_rows(self.picks)
            self.table.choose(lambda pick: pick is self.picks[0])
            self._say()

    def _into_blocks(self) -> None:
        self.table.setFocus()

    def _tick(self, pick: Pick) -> None:
        self._show_picks([replace(p, on=not p.on) if p.key == pick.key else p for p in self.picks])

    def _tick_all(self) -> None:
        on = not all(pick.on for pick in self.picks)
        self._show_picks([replace(pick, on=on) for pick in self.picks])

    def _show_picks(self, picks: list[Pick]) -> None:
        self.picks = picks
        self.table.show_rows(picks)
        self._say()

    def _say(self) -> None:
        chosen = [pick for pick in self.picks if pick.on]
        nothing = "No session fits." if self.sources else "No other session has an agenda yet."
        self.heading.say(self.source.title if self.source else nothing)
        count = counted(len(chosen), "block", "blocks")
        self.do_button.relabel(f"Add {count}" if chosen else "Add blocks")
        self.do_button.setEnabled(bool(chosen))
        minutes = sum(pick.minutes for pick in chosen)
        hint = "Space ticks a block, Ctrl+A all" if self.picks else ""
        self.effect.say(f"{minutes} min" if chosen else hint)

    def _copy(self) -> None:
        source, target = self.source, self.target
        keys = [pick.key for pick in self.picks if pick.on]
        if source is None or not keys:
            return
        self.desk.do(
            lambda w: w.perform(
                copy_blocks, target.session_id, source.session_id, keys, target.after
            ),
            then=while_open(self, lambda _: self.finish()),
            said=f"{counted(len(keys), 'block', 'blocks')} copied from {source.title}.",
        )


def _picks(agenda: Agenda) -> list[Pick]:
    return [
        Pick(
            placed.block.key,
            f"{agenda.wall(placed.start):%H:%M}",
            placed.block.title,
            _facts(placed),
            placed.block.minutes,
        )
        for placed in agenda.blocks
    ]


def _facts(placed: PlacedBlock) -> str:
    block, tracks = placed.block, placed.tracks
    beside = counted(len(tracks), "track", "tracks") if tracks else ""
    return ", ".join(part for part in (BLOCK_WORDS[block.kind], block.method, beside) if part)


def _minutes(pick: Pick) -> TextCell:
    return TextCell(f"{pick.minutes} min", "text_2")


def _source_columns() -> list[Column[CopySource]]:
    return [
        Column(
            "session",
            "Session",
            lambda source: TitledCell(source.title, f"{source.line} · {source.community}"),
            stretch=True,
        )
    ]


def _pick_columns() -> list[Column[Pick]]:
    return [
        Column("on", "", lambda pick: BoxCell(pick.on, pick.title), width=36),
        Column("start", "Start", lambda pick: TextCell(pick.start, "text_2"), width=58),
        Column("block", "Block", lambda pick: TitledCell(pick.title, pick.line), stretch=True),
        Column("minutes", "Minutes", _minutes, width=64, align="right"),
    ]
