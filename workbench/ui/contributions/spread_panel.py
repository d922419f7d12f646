"""The panel beside the feed: the gift selected, how giving is spread, what is given."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.contributions.feed_queries import FeedRow
from workbench.contributions.kind_rules import USUAL
from workbench.foundation.dates import day_and_month, with_year
from workbench.foundation.words import ContributionKind
from workbench.insights.giving_queries import Giving
from workbench.ui.contributions.spread_sections import spread_sections
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Bar, Icon
from workbench.ui.kit.filters import FilterBar
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.gifts import KIND_ICONS, capitalised, gift_sentence
from workbench.ui.kit.inputs import Choice
from workbench.ui.kit.page import scrolled
from workbench.ui.kit.panel import PanelSection, clear
from workbench.ui.kit.table import PAGE_SIDE
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import hairline


class SpreadPanel(QWidget):
    """Says how widely giving is spread, as counts of people and never by name."""

    def __init__(
        self, edit: Callable[[FeedRow], object], delete: Callable[[FeedRow], object],
        over: Callable[[ContributionKind | None], object],
    ) -> None:  # fmt: skip
        super().__init__()
        self.setAccessibleName("How giving is spread")
        inside = QWidget()
        self._sections = QVBoxLayout(inside)
        self._sections.setContentsMargins(0, 0, 0, 0)
        self._sections.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.kind = Choice([("", "All kinds")])
        self.kind.setAccessibleName("How giving of this kind is spread")
        self.kind.picked.connect(lambda key: over(ContributionKind(key) if key else None))
        head = FilterBar(self.kind)
        column.addWidget(head)
        column.setSpacing(0)
        column.addWidget(scrolled(inside))
        self._edit, self._delete = edit, delete
        self._giving: Giving | None = None
        self._row: FeedRow | None = None

    def show_giving(self, giving: Giving) -> None:
        """Show the spread."""
        self._giving = giving
        nine = [(kind.value, self._called(kind)) for kind in ContributionKind]
        self.kind.offer([("", "All kinds"), *nine], self.kind.key)
        self._fill()

    def show_gift(self, row: FeedRow | None) -> None:
        """Show the selected gift on top, or none."""
        self._row = row
        self._fill()

    def _fill(self) -> None:
        sections: list[QWidget] = []
        if self._row is not None:
            sections.append(self._gift(self._row))
        if self._giving is not None:
            since = _period(self._giving)
            sections += spread_sections(self._giving.spread, since)
            if self._giving.kinds:
                sections.append(_kinds(self._giving, since, self._called))
        clear(self._sections)
        for section in sections:
            self._sections.addWidget(section)
            self._sections.addWidget(hairline())
        self._sections.addStretch(1)

    def _called(self, kind: ContributionKind) -> str:
        book = self._giving.words.book if self._giving else USUAL
        return capitalised(book.of(kind).name)

    def _gift(self, row: FeedRow) -> QWidget:
        sentence = gift_sentence(row.giver.name, row.kind, row.receivers, row.text, row.kind_name)
        buttons = flow_of(
            Button("Edit", lambda: self._edit(row), icon="pencil", keys="Enter", size="small"),
            Button("Delete", lambda: self._delete(row), icon="trash", keys="Del", size="small"),
        )
        return PanelSection(
            "Selected", day_and_month(row.given_on), Text(sentence, wrap=True), buttons,
            side=PAGE_SIDE,
        )  # fmt: skip


def _period(giving: Giving) -> str:
    """Return "since 14 May", or nothing where it is about all time."""
    if giving.since is None:
        return ""
    return f"since {with_year(day_and_month(giving.since), giving.since, giving.today)}"


def _kinds(giving: Giving, since: str, called: Callable[[ContributionKind], str]) -> QWidget:
    section = PanelSection("What is given", since, side=PAGE_SIDE)
    most = max(count for _, count in giving.kinds)
    for kind, count in sorted(giving.kinds, key=lambda pair: -pair[1]):
        bar = Bar(8)
        bar.show_share(count / most, "border_control", f"{called(kind)}: {count}")
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(Icon(KIND_ICONS[kind], "text_2", 14))
        line.addWidget(Text(called(kind), tone="text_2"), 2)
        line.addWidget(bar, 3)
        line.addWidget(Text(f"{count:,}", "label", align=Qt.AlignmentFlag.AlignRight), 1)
        section.add(row)
    return section
