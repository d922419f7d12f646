"""The sections of the rates panel: all together, quarters, communities, people, who stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from workbench.foundation.dates import short_month
from workbench.foundation.text import counted, number
from workbench.insights.retention import FEW, Cohort, PooledMonth, Retention
from workbench.sessions.attendance_rules import Rate
from workbench.sessions.rate_queries import RolledUp
from workbench.sessions.rate_rules import Rates
from workbench.ui.kit.cells import TextCell
from workbench.ui.kit.panel import PANEL_SIDE, PanelSection, heading_row
from workbench.ui.kit.rows import Column
from workbench.ui.kit.table import RowTable
from workbench.ui.kit.text import Text
from workbench.ui.theme import look

_MONTHS: Final = (0, 1, 2, 3, 6, 9, 12, 18, 24)
_COHORTS: Final = 12
_LINES: Final = 8
_LINE: Final = 30
_RIGHT: Final = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class PersonRate:
    """One line of the list of people."""

    person: int
    name: str
    rate: Rate


def percent(share: float | None) -> str:
    """Return a share as screens write it, a dash where there is none."""
    return "–" if share is None else f"{number(100 * share, 0)}%"


def whole_section(title: str, found: Rates) -> QWidget:
    """Return all together, with fraction and rule."""
    people = counted(found.people, "person", "people")
    section = PanelSection(title, counted(len(found.by_session), "session", "sessions"))
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


def quarters_section(found: Rates) -> QWidget:
    """Return one line for each quarter, newest first."""
    rows = [
        _line(f"{one.label}, {counted(one.sessions, 'session', 'sessions')}", _said(one.rate))
        for one in reversed(found.by_quarter)
    ]
    return PanelSection("By quarter", "newest first", *rows)


def staying_section(found: Retention) -> QWidget:
    """Return who stays, by month of joining."""
    section = PanelSection("Who stays", "by month of joining", _table(found))
    some = f"(In brackets: fewer than {FEW} people, or one month of joining alone.)"
    words = f"People still there so many months on. {found.definition} {some}"
    section.add(Text(words, "caption", "text_2", wrap=True))
    return section


def communities_section(found: RolledUp) -> QWidget:
    """Return one line for each community by its own rule, and all of them together."""
    rows = [_line(one.name, _said(one.rates.pooled)) for one in found.each]
    section = PanelSection("Communities", "in the order they were made", *rows)
    section.add(
        _line("All communities together", _said(found.together.pooled)),
        Text(found.together.rule_words, "caption", "text_2", wrap=True),
    )
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
    return f"{percent(rate.share)} · {rate.fraction}" if rate.out_of else "no rate yet"


def _line(words: str, said: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(Text(words, tone="text_2", wrap=True), 1)
    row.addWidget(Text(said, "strong"), 0, Qt.AlignmentFlag.AlignTop)
    holder.setAccessibleName(f"{words}: {said}")
    return holder


def people_section(people: Sequence[tuple[int, str]], found: Mapping[int, Rate]) -> QWidget:
    """Return everybody who was expected, in the order of the roster and no other."""
    rows = [PersonRate(each, name, found[each]) for each, name in people if each in found]
    table: RowTable[PersonRate] = RowTable(
        [
            Column("name", "Name", lambda row: TextCell(row.name), width=120, stretch=True),
            Column("here", "Here", lambda row: TextCell(row.rate.fraction), width=84,
                   align="right"),
            Column("rate", "Rate", lambda row: TextCell(percent(row.rate.share)), width=58,
                   align="right"),
        ],
        lambda row: row.name,
        key=lambda row: row.person,
        side=PANEL_SIDE,
        row_height=_LINE,
    )  # fmt: skip
    table.setAccessibleName("Each person's rate, in the order of the roster")
    table.show_rows(rows)
    table.setFixedHeight(look().px(_LINE * (min(len(rows), _LINES) + 1) + 8))
    section = PanelSection(side=0)
    heading = heading_row("Each person", "in the order of the roster", role="strong")
    heading.setContentsMargins(PANEL_SIDE, 0, PANEL_SIDE, 0)
    section.column.addLayout(heading)
    section.add(table)
    return section
