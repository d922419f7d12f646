"""Any order of columns, pre-work, templates, copies: undo gives the exact rows, nothing strays."""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.factories import make_community
from tests.storage.session_rows import wall
from tests.storage.workspace_machines import UndoneMachine
from workbench.sessions import (
    actions,
    agenda_actions,
    column_actions,
    copy_actions,
    pre_work_actions,
    template_actions,
    track_actions,
)
from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.sessions.agenda_lanes import everything
from workbench.sessions.column_queries import columns
from workbench.sessions.material_queries import materials
from workbench.sessions.pre_work_queries import pre_work
from workbench.sessions.pre_work_rules import PreWorkItem
from workbench.sessions.queries import session_rows
from workbench.sessions.row_queries import agenda_blocks
from workbench.sessions.template_queries import templates

_STRAYS = """
SELECT count(*) FROM block_values v JOIN blocks b ON b.id = v.block_id
JOIN sessions s ON s.id = b.session_id JOIN block_columns c ON c.id = v.column_id
WHERE c.community_id != s.community_id
"""
numbers = st.integers(0, 20)
names = st.sampled_from(["Slide", "slide ", "Music", "", "Why so"])


class PartsMachine(UndoneMachine):
    """Two communities, a few sessions, everything that hangs on their blocks."""

    @initialize()
    def begin(self) -> None:
        self.communities = [
            self.workspace.perform(make_community, name).value for name in ("Bridges", "Welcome")
        ]
        self.plan(0)
        self.plan(1)
        self.add_column(0, "Slide")

    def sessions(self) -> list[int]:
        return [row.id for c in self.communities for row in self.workspace.read(session_rows, c)]

    def session(self, number: int) -> int:
        found = self.sessions()
        return found[number % len(found)] if found else 999

    def blocks(self, number: int) -> list[AgendaBlock]:
        return list(everything(self.workspace.read(agenda_blocks, self.session(number))))

    def column(self, number: int) -> int:
        found = [c.id for each in self.communities for c in self.workspace.read(columns, each)]
        return found[number % len(found)] if found else 999

    def item(self, number: int) -> int:
        found = [i.key for s in self.sessions() for i in self.workspace.read(pre_work, s)]
        return found[number % len(found)] if found else 999

    def template(self, number: int) -> str:
        found = [choice.key for choice in self.workspace.read(templates) if choice.own]
        return found[number % len(found)] if found else "starter:workshop"

    @rule(number=numbers)
    def plan(self, number: int) -> None:
        inside = AgendaBlock(-3, "Inside", 10, materials="Pens")
        blocks = [
            AgendaBlock(-1, "One", 30, materials="pens; Cards"),
            AgendaBlock(-2, "Two", 20, tracks=(TrackPlan(1, "A", blocks=(inside,)),)),
        ]
        draft = actions.SessionDraft(title=f"S{number}", starts=wall("2026-10-15T14:00"))
        self.do(actions.add_session, self.communities[number % 2], draft, blocks)

    @rule(number=numbers, name=names)
    def add_column(self, number: int, name: str) -> None:
        self.do(column_actions.add_column, self.communities[number % 2], name)

    @rule(number=numbers, name=names)
    def rename_column(self, number: int, name: str) -> None:
        self.do(column_actions.rename_column, self.column(number), name)

    @rule(number=numbers, to=st.integers(-1, 3))
    def move_column(self, number: int, to: int) -> None:
        self.do(column_actions.move_column, self.column(number), to)

    @rule(number=numbers)
    def delete_column(self, number: int) -> None:
        self.do(column_actions.delete_column, self.column(number))

    @rule(number=numbers, which=numbers, said=st.sampled_from(["", "3", "A line\nand more"]))
    def write_value(self, number: int, which: int, said: str) -> None:
        blocks = self.blocks(number)
        session = self.session(number)
        for community in self.communities:
            mine = [row.id for row in self.workspace.read(session_rows, community)]
            own = self.workspace.read(columns, community)
            if blocks and own and session in mine:
                values = ((own[which % len(own)].id, said),) if said else ()
                block = replace(blocks[which % len(blocks)], values=values)
                self.do(agenda_actions.edit_block, block)

    @rule(number=numbers, which=numbers)
    def work_on_a_block(self, number: int, which: int) -> None:
        blocks = self.blocks(number)
        act = (
            agenda_actions.duplicate_block,
            agenda_actions.delete_block,
            track_actions.split_block,
            track_actions.merge_block,
        )[which % 4]
        if blocks:
            self.do(act, blocks[which % len(blocks)].key)

    @rule(number=numbers, words=st.sampled_from(["Read", " "]), days=st.integers(-1, 9))
    def add_pre_work(self, number: int, words: str, days: int) -> None:
        item = PreWorkItem(0, words, days_before=days)
        self.do(pre_work_actions.add_pre_work, self.session(number), item)

    @rule(number=numbers, minutes=st.integers(0, 9))
    def edit_pre_work(self, number: int, minutes: int) -> None:
        self.do(pre_work_actions.edit_pre_work, PreWorkItem(self.item(number), "Ask", "", minutes))

    @rule(number=numbers, to=st.integers(-1, 3))
    def move_pre_work(self, number: int, to: int) -> None:
        self.do(pre_work_actions.move_pre_work, self.item(number), to)

    @rule(number=numbers)
    def delete_pre_work(self, number: int) -> None:
        self.do(pre_work_actions.delete_pre_work, self.item(number))

    @rule(number=numbers, name=names)
    def save_template(self, number: int, name: str) -> None:
        self.do(template_actions.save_template, self.session(number), name)

    @rule(number=numbers, which=numbers)
    def start_from_template(self, number: int, which: int) -> None:
        self.do(template_actions.fill_from_template, self.session(number), self.template(which))

    @rule(number=numbers, name=names)
    def rename_template(self, number: int, name: str) -> None:
        key = self.template(number).partition(":")[2]
        self.do(template_actions.rename_template, int(key) if key.isdecimal() else 999, name)

    @rule(number=numbers)
    def delete_template(self, number: int) -> None:
        key = self.template(number).partition(":")[2]
        self.do(template_actions.delete_template, int(key) if key.isdecimal() else 999)

    @rule(number=numbers, source=numbers, after=numbers)
    def copy(self, number: int, source: int, after: int) -> None:
        own = self.blocks(number)
        behind = own[after % len(own)].key if own else None
        self.do(copy_actions.copy_blocks, self.session(number), self.session(source), None, behind)

    @rule(number=numbers)
    def duplicate(self, number: int) -> None:
        self.do(actions.duplicate_session, self.session(number), wall("2026-11-12T09:00"))

    @rule(number=numbers)
    def delete(self, number: int) -> None:
        self.do(actions.delete_session, self.session(number))

    @invariant()
    def values_stand_under_columns_of_their_community(self) -> None:
        def strays(connection: Session) -> int:
            return int(connection.execute(text(_STRAYS)).scalar_one())

        assert self.workspace.read(strays) == 0

    @invariant()
    def every_session_can_be_read(self) -> None:
        for session in self.sessions():
            self.workspace.read(materials, session)


TestParts = PartsMachine.TestCase
TestParts.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
