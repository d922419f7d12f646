"""Settings: one scrolling page, a list of sections, a field that finds a setting."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from workbench.communities.actions import set_workspace_setting
from workbench.communities.queries import workspace_setting
from workbench.sessions.engagement import Thresholds
from workbench.sessions.threshold_actions import set_thresholds
from workbench.sessions.threshold_queries import engagement_thresholds
from workbench.storage.backup_names import BackupCopy, backups_folder
from workbench.storage.backups import Why, backups_of, verified
from workbench.storage.workspace import Workspace
from workbench.surveys.usual_actions import set_usual_minimum
from workbench.surveys.usual_queries import usual_minimum
from workbench.ui.desk import Desk
from workbench.ui.kit.dialog import ask
from workbench.ui.kit.filters import FindField
from workbench.ui.kit.moments import moment
from workbench.ui.kit.nav_item import NavItem
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.panel import clear
from workbench.ui.kit.themed import Themed
from workbench.ui.settings.about import AboutCard
from workbench.ui.settings.appearance import AppearanceCard
from workbench.ui.settings.backups import BackupsCard
from workbench.ui.settings.limits import EngagementCard, SmallestGroupRow
from workbench.ui.settings.passphrase_dialog import PassphraseDialog, Wish
from workbench.ui.settings.privacy import PrivacyCard, YouCard
from workbench.ui.settings.rows import SettingCard  # noqa: TC001 - beside its kin
from workbench.ui.theme import look


@dataclass(frozen=True, slots=True)
class _OfFile:
    """What the page shows of the open file."""

    path: Path
    protected: bool
    facilitator: str
    smallest: int
    thresholds: Thresholds
    copies: tuple[BackupCopy, ...]


def _read(workspace: Workspace, second: Path | None) -> _OfFile:
    return _OfFile(
        workspace.path,
        workspace.protected,
        workspace.read(workspace_setting, "facilitator"),
        workspace.read(usual_minimum),
        workspace.read(engagement_thresholds),
        tuple(backups_of(workspace.path, second=second)),
    )


class SettingsPage(Page):
    """What belongs to this file and to this computer."""

    name = "settings"
    title = "Settings"
    interests = frozenset({"communities", "backups"})
    without_names = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._loaded = False
        self._cards: list[SettingCard] = []
        self._find = FindField("Find a setting", width=240)
        self._find.textChanged.connect(self._narrow)
        self.header.add_tool(self._find)
        self._sections = _Sections()
        self._two = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._lay_out()

    def reload(self) -> None:
        """Read what the file says of itself, and the backups."""
        second = self._desk.settings.second_backup_folder

        self._desk.read(
            lambda workspace: _read(workspace, Path(second) if second else None), self._show
        )

    def settled(self) -> bool:
        """Whether the page has been filled."""
        return self._loaded

    def arrive(self, section: str = "", **_argument: object) -> None:
        """Scroll to a section, such as "backups"."""
        if section:
            QTimer.singleShot(0, self, partial(self._go_to, section))

    def focus_find(self) -> None:
        """Put the cursor into the find field."""
        self._find.setFocus()

    def take_focus(self) -> None:
        """Begin at the page."""
        self.setFocus()

    def fit(self, width: int, *, narrow: bool) -> None:
        """One column, and no list of sections, where it is narrow."""
        direction = QBoxLayout.Direction
        beside = width / look().scale >= 980
        self._two.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._sections.setVisible(not narrow)

    def _lay_out(self) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sections)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 28, 28)
        self._two.setSpacing(16)
        for layout in (self._left, self._right):
            layout.setSpacing(16)
            self._two.addLayout(layout, 1)
        column.addLayout(self._two)
        column.addStretch(1)
        self._area = scrolled(inside)
        row.addWidget(self._area, 1)
        self.body.addWidget(holder)

    def _show(self, found: _OfFile) -> None:
        self.header.show_title("Settings", f"for {found.path.name} on this laptop")
        if self._loaded:
            self.smallest.show_number(found.smallest)
            self.engagement.show_thresholds(found.thresholds)
        else:
            self._fill(found)
        self.backups.show_backups(
            list(found.copies),
            backups_folder(found.path),
            self._desk.settings.second_backup_folder,
        )
        self._loaded = True

    def _fill(self, found: _OfFile) -> None:
        settings, keeper = self._desk.settings, self._desk.keeper
        clear(self._left)
        clear(self._right)
        self.smallest = SmallestGroupRow(found.smallest, self._keep_smallest)
        privacy = PrivacyCard(
            settings,
            self.smallest,
            protected=found.protected,
            keep=keeper.keep_settings,
            ask=self._ask_passphrase,
        )
        you = YouCard(found.facilitator, self._keep_name)
        self.engagement = EngagementCard(found.thresholds, self._keep_thresholds)
        self.backups = BackupsCard(
            self._back_up, self._choose_folder, self._drop_folder, self._again, self._ask_restore
        )
        self.appearance = AppearanceCard(settings, keeper.change_look)
        about = AboutCard()
        self._cards = [privacy, you, self.engagement, about, self.backups, self.appearance]
        for card in self._cards[:4]:
            self._left.addWidget(card)
        for card in self._cards[4:]:
            self._right.addWidget(card)
        self._left.addStretch(1)
        self._right.addStretch(1)
        order = [privacy, self.backups, self.appearance, you, self.engagement, about]
        self._sections.show_cards([(c.key, c.icon, c.title) for c in order], self._go_to)

    def _go_to(self, key: str) -> None:
        for card in self._cards:
            if card.key == key:
                self._area.ensureWidgetVisible(card, 0, 24)
                self._sections.light(key)

    def _narrow(self, typed: str) -> None:
        for card in self._cards:
            card.narrow_to(typed)

    def _keep_name(self, name: str) -> None:
        self._desk.do(
            lambda workspace: workspace.perform(set_workspace_setting, "facilitator", name),
            said="Name kept.",
        )

    def _keep_smallest(self, smallest: int) -> None:
        self._desk.do(
            lambda workspace: workspace.perform(set_usual_minimum, smallest),
            said=f"Waves opened from now on show no group below {smallest}.",
        )

    def _keep_thresholds(self, thresholds: Thresholds) -> None:
        self._desk.do(
            lambda workspace: workspace.perform(set_thresholds, thresholds),
            said="Chips follow the new numbers.",
        )

    def _ask_passphrase(self, wish: Wish) -> None:
        PassphraseDialog(self, self._desk, wish, self._desk.keeper.change_passphrase).open()

    def _back_up(self) -> None:
        self._desk.keeper.back_up(Why.BY_HAND)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "A second folder for backups")
        if chosen:
            self._set_folder(chosen)

    def _drop_folder(self) -> None:
        self._set_folder("")

    def _set_folder(self, folder: str) -> None:
        self._desk.settings.second_backup_folder = folder
        self._desk.keeper.keep_settings()
        self.reload()

    def _again(self, copy: BackupCopy) -> None:
        self._desk.read(
            lambda workspace: verified(copy, workspace.passphrase),
            lambda found: self._desk.say(
                f"The backup of {moment(found.when)} opens and is whole."
                if found.checked
                else f"The backup of {moment(found.when)} cannot be used: {found.note}"
            ),
        )

    def _ask_restore(self, copy: BackupCopy) -> None:
        ask(
            self,
            f"Restore {moment(copy.when)}?",
            "The file goes back to how it stood then. What you have now is set aside first under "
            "another name in the same folder, so nothing is lost.",
            "Restore this backup",
            partial(self._desk.keeper.restore, copy),
            grave=False,
        )


class _Sections(Themed, QWidget):
    """The list of sections at the left."""

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[str, NavItem] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 12, 16)
        self._column.setSpacing(1)
        self.setObjectName("scrollBody")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.restyle()

    def show_cards(self, cards: list[tuple[str, str, str]], go: Callable[[str], None]) -> None:
        clear(self._column)
        self._items = {}
        for key, icon, title in cards:
            short = title.split(" and ")[0]
            item = NavItem(short, icon, "", partial(go, key))
            self._items[key] = item
            self._column.addWidget(item)
        self._column.addStretch(1)
        self.light(cards[0][0])

    def light(self, key: str) -> None:
        for each, item in self._items.items():
            item.light(on=each == key)

    def restyle(self) -> None:
        self.setFixedWidth(look().px(172))
