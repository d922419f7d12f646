"""The Community page: what the community is for, who hosts it, what it agreed on and aims at."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.communities.charter_cards import NormsCard, RhythmCard
from workbench.ui.communities.charter_shown import Host
from workbench.ui.communities.community_dialogs import CommunityDialogs
from workbench.ui.communities.community_presenter import CommunityPresenter
from workbench.ui.communities.focus_memory import key_of, widget_of
from workbench.ui.communities.goals_head import GoalsHead
from workbench.ui.communities.goals_table import GoalsTable
from workbench.ui.communities.page_shown import PageShown
from workbench.ui.communities.parts import HostButton
from workbench.ui.communities.steps_aside import StepsAside
from workbench.ui.communities.steps_panel import StepsPanel
from workbench.ui.communities.themes_card import ThemesCard
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.menus import Item
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.panel import clear
from workbench.ui.kit.table import PAGE_SIDE
from workbench.ui.kit.text import Text
from workbench.ui.theme import look

_SINGLE = 640


class CommunityPage(Page):
    """The charter of the community, with its purpose first and the five steps beside it."""

    name = "community"
    title = "Community"
    interests = frozenset(
        {"communities", "rosters", "sessions", "contributions", "impact", "surveys"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shown: PageShown | None = None
        self.presenter = CommunityPresenter(desk, self)
        self.dialogs = CommunityDialogs(self, self.presenter)
        self.edit_button = Button("Edit charter", self.dialogs.edit_charter, icon="pencil")
        self.norms_button = Button("Agree new norms", self.dialogs.agree_norms, icon="list")
        self.header.set_actions(self.norms_button, self.edit_button)
        self.themes = ThemesCard(self.dialogs)
        self.norms = NormsCard(self.dialogs)
        self.rhythm = RhythmCard(self.dialogs)
        self.goals_head = GoalsHead(self.dialogs.add_goal, self.dialogs.link_sessions)
        self.goals = GoalsTable(self.dialogs.edit_goal)
        self.steps = StepsPanel(self.dialogs.do)
        self.area = scrolled(self._made_content())
        self.body.addWidget(self.area, 1)
        self.empty = self._made_empty()
        self.body.addWidget(self.empty, 1)
        self.empty.hide()
        self.aside = StepsAside(self.steps)
        self._add_aside()

    def reload(self) -> None:
        """Read the charter again."""
        self.presenter.load()

    def settled(self) -> bool:
        """Whether the charter has been read."""
        return self.presenter.read is not None

    def new_item(self) -> None:
        """Write down a goal."""
        self.dialogs.add_goal()

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        return [
            Item("Edit charter", self.dialogs.edit_charter, icon="pencil"),
            Item("Agree new norms", self.dialogs.agree_norms, icon="list"),
            Item("Add goal", self.dialogs.add_goal, icon="target", keys="Ctrl N"),
            Item("Add theme", self.dialogs.add_theme, icon="tag"),
            Item("Add rhythm", self.dialogs.add_rhythm, icon="repeat"),
            Item("Read reasons to come", self.dialogs.read_reasons, icon="heart"),
        ]

    def show_community(self, shown: PageShown) -> None:
        """Show everything, or how to begin where nothing has been written."""
        here = key_of(self._focused())
        self.header.show_title(self.title, shown.subtitle)
        self.area.setVisible(not shown.empty)
        self.empty.setVisible(shown.empty)
        self.norms_button.relabel("Agree new norms" if shown.versions else "Agree norms")
        self._show_what_is_new(shown, self._shown)
        self._shown = shown
        self.aside.wanted = not shown.empty
        self.aside.place(self._column, beside=not self.narrow)
        back = widget_of(self, here)
        if back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.dialogs.refresh()

    def fit(self, width: int, *, narrow: bool) -> None:
        """One column and the steps below it where it is narrow; goals fold where they must."""
        ways = QBoxLayout.Direction
        single = narrow or width < look().px(_SINGLE)
        self._pair.setDirection(ways.TopToBottom if single else ways.LeftToRight)
        self.goals_head.fit(narrow=single)
        self.goals.fit(width - 2 * PAGE_SIDE)
        self.aside.place(self._column, beside=not narrow)

    def _made_content(self) -> QWidget:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(PAGE_SIDE, 16, PAGE_SIDE, 16)
        self._column.setSpacing(12)
        self._purpose = QVBoxLayout()
        self._purpose.setSpacing(2)
        self._column.addLayout(self._purpose)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(16)
        self._pair.addWidget(self.themes, 13)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.norms)
        right.addWidget(self.rhythm, 1)
        self._pair.addLayout(right, 9)
        self._column.addLayout(self._pair)
        self._column.addWidget(self.goals_head)
        self._column.addWidget(self.goals)
        self._column.addStretch(1)
        return content

    def _add_aside(self) -> None:
        row = self.layout()
        assert isinstance(row, QHBoxLayout)  # noqa: S101 - as Page builds it
        row.addWidget(self.aside)

    def _made_empty(self) -> QWidget:
        return EmptyState(
            "compass",
            "Say what this community is for",
            "A purpose, a few norms and a goal that matters to leaders: everything else on this "
            "page grows from them. None of it has to be final.",
            [
                Button(
                    "Write the purpose", self.dialogs.edit_charter, kind="primary", icon="pencil"
                ),
                Button("Agree norms", self.dialogs.agree_norms, icon="list"),
                Button("Add goal", self.dialogs.add_goal, icon="target"),
            ],
        )

    def _show_what_is_new(self, now: PageShown, before: PageShown | None) -> None:
        """Fill only the parts that say something else than before."""
        if before is None or (now.purpose, now.hosts) != (before.purpose, before.hosts):
            self._show_purpose(now)
        if before is None or now.themes != before.themes:
            self.themes.show_themes(now.themes)
        if before is None or now.versions != before.versions:
            self.norms.show_norms(now.versions)
        if before is None or now.rhythms != before.rhythms:
            self.rhythm.show_rhythms(now.rhythms)
        if before is None or (now.goals, now.links) != (before.goals, before.links):
            self.goals_head.show_links(now.links)
            self.goals.show_goals(now.goals)
            self.goals.setVisible(bool(now.goals))
        steps = (now.community, now.next, now.steps)
        if before is None or steps != (before.community, before.next, before.steps):
            self.steps.show_steps(*steps)

    def _show_purpose(self, shown: PageShown) -> None:
        clear(self._purpose)
        self._purpose.addWidget(Text("Purpose", tone="text_2"))
        if shown.purpose:
            self._purpose.addWidget(Text(shown.purpose, "title", wrap=True))
        else:
            write = Button("Write the purpose", self.dialogs.edit_charter, kind="link")
            self._purpose.addWidget(write, 0, Qt.AlignmentFlag.AlignLeft)
        self._purpose.addSpacing(6)
        if shown.hosts:
            hosts = [HostButton(host, partial(self._meet, host)) for host in shown.hosts]
            self._purpose.addWidget(flow_of(*hosts, gap=24, row_gap=6))
        else:
            ask = Button("Say who hosts: roles are on People", self._people, kind="link")
            self._purpose.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)

    def _focused(self) -> QWidget | None:
        now: QWidget | None = self.window().focusWidget()
        return now if now is not None and self.isAncestorOf(now) else None

    def _meet(self, host: Host) -> None:
        self.desk.go("person", person=host.faces[0].person_id)

    def _people(self) -> None:
        self.desk.go("people")
