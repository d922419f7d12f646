"""The panel of rates beside the attendance grid: all together, by quarter, and who stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from workbench.foundation.dates import short_month
from workbench.foundation.text import counted, number
from workbench.insights.retention import FEW, Cohort, PooledMonth, Retention
from workbench.insights.retention_queries import retention
from workbench.sessions.attendance_rules import Rate
from workbench.sessions.rate_queries import rates
from workbench.sessions.rate_rules import Rates
from workbench.ui.desk import Desk
from workbench.ui.kit.panel import DetailPanel, PanelSection
from workbench.ui.kit.text import Text

_MONTHS: Final = (0, 1, 2, 3, 6, 9, 12, 18, 24)
_COHORTS: Final = 12
_RIGHT: Final = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Glance:
    """What the panel shows."""

    rates: Rates
    staying: Retention


class RatesPanel(DetailPanel):
    """Nobody is named here and nothing is ordered by size. Call `load` when it is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Rates")
        self._desk = desk
        self._reading = self._again = False

    @property
    def settled(self) -> bool:
        """Whether everything asked for was shown."""
        return not self._reading

    def load(self) -> None:
        """Read the rates again; one reading at a time, and one more after changes meanwhile.

        Who stays is read as "then or later": a month without a session lost nobody.
        """
        if self._reading:
            self._again = True
            return
        community, today = self._desk.community, self._desk.clock.today()
        self._reading = True
        self._desk.read(
            lambda workspace: Glance(
                workspace.read(rates, community),
                workspace.read(retention, community, today, rolling=True),
            ),
            self._arrived,
            self._failed,
        )

    def _arrived(self, glance: Glance) -> None:
        self._reading = False
        self.show_glance(glance)
        if self._again:
            self._again = False
            self.load()

    def _failed(self, problem: Exception) -> None:
        self._reading = self._again = False
        self._desk.tell(problem)

    def show_glance(self, glance: Glance) -> None:
        """Show what was read."""
        found = glance.rates
        if not found.by_session:
            told = "Rates appear once somebody was marked at a session."
            self.show_sections(PanelSection("", "", Text(told, tone="text_2", wrap=True)))
            return
        parts = [_whole(found), _quarters(found)]
        if glance.staying.cohorts:
            parts.append(_staying(glance.staying))
        self.show_sections(*parts)


def percent(share: float | None) -> str:
    """Return a share as screens write it, a dash where there is none."""
    return "–" if share is None else f"{number(100 * share, 0)}%"


def _whole(found: Rates) -> QWidget:
    people = counted(found.people, "person", "people")
    section = PanelSection("All sessions", counted(len(found.by_session), "session", "sessions"))
    section.add(
        _line("Everybody here out of everybody expected", _said(found.pooled)),
        _line(f"Mean of each person's own rate, {people}", percent(found.mean_of_personal)),
        Text("Two different numbers: in the first, who was expected more often weighs more.",
             "caption", "text_3", wrap=True),
        _line("Came to one of the last 3 sessions", _said(found.recent)),
        Text(found.rule_words, "caption", "text_2", wrap=True),
    )  # fmt: skip
    if found.pooled.unknown:
        told = f"{found.pooled.unknown:,} not known, counted as expected."
        section.add(Text(told, "caption", "text_2", wrap=True))
    return section


def _quarters(found: Rates) -> QWidget:
    rows = [
        _line(f"{one.label}, {counted(one.sessions, 'session', 'sessions')}", _said(one.rate))
        for one in reversed(found.by_quarter)
    ]
    return PanelSection("By quarter", "newest first", *rows)


def _staying(found: Retention) -> QWidget:
    section = PanelSection("Who stays", "by month of joining", _table(found))
    some = f"(In brackets: fewer than {FEW} people, or one month of joining alone.)"
    words = f"People still there so many months on. {found.definition} {some}"
    section.add(Text(words, "caption", "text_2", wrap=True))
    return section


def _table(found: Retention) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(6)
    grid.setVerticalSpacing(4)
    months = [month for month in _MONTHS if month < len(found.pooled)]
    _row(grid, 0, ["Joined", *(str(month) for month in months)], "caption")
    shown = found.cohorts[-_COHORTS:]
    for place, cohort in enumerate(shown, 1):
        _row(grid, place, [_joined(cohort), *(_kept(cohort, month) for month in months)])
    shares = [_share(found.pooled[month]) for month in months]
    _row(grid, len(shown) + 1, ["All", *shares], "caption_strong")
    grid.setColumnStretch(0, 1)
    holder.setAccessibleName("Who stays, by month of joining")
    holder.setAccessibleDescription("; ".join(_read_aloud(cohort) for cohort in shown))
    return holder


def _row(grid: QGridLayout, place: int, cells: Sequence[str], role: str = "caption") -> None:
    for column, words in enumerate(cells):
        tone = "text_3" if not place or words.startswith("(") else "text"
        text = Text(words, role, tone)
        grid.addWidget(text, place, column, _RIGHT if column else Qt.AlignmentFlag.AlignLeft)


def _joined(cohort: Cohort) -> str:
    return f"{short_month(cohort.month)} {cohort.month:%y}"


def _kept(cohort: Cohort, month: int) -> str:
    if month >= len(cohort.kept):
        return ""
    return f"({cohort.kept[month]})" if cohort.is_few else str(cohort.kept[month])


def _share(month: PooledMonth) -> str:
    told = number(100 * month.share, 0)
    return f"({told})" if month.is_few else f"{told}%"


def _read_aloud(cohort: Cohort) -> str:
    later = ", ".join(str(count) for count in cohort.kept[1:]) or "no whole month since"
    return f"{_joined(cohort)}: {cohort.size} joined, then {later}"


def _said(rate: Rate) -> str:
    return f"{percent(rate.share)} · {rate.fraction}"


def _line(words: str, said: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(Text(words, tone="text_2", wrap=True), 1)
    row.addWidget(Text(said, "strong"), 0, Qt.AlignmentFlag.AlignTop)
    holder.setAccessibleName(f"{words}: {said}")
    return holder
