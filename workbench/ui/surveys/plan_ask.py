"""What to ask: questionnaires, the department, a comment, a code that links waves."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from workbench.foundation.text import counted
from workbench.surveys.asking_departments import (
    hidden_words,
    join,
    sizes_of,
    to_join,
)
from workbench.surveys.asking_rules import AskingPlan, lines_of, minutes_for
from workbench.surveys.instruments import Instrument
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Chip
from workbench.ui.kit.menus import Item, pop_up
from workbench.ui.kit.rows_card import rows_card
from workbench.ui.kit.themed import hairline
from workbench.ui.surveys.plan_code import CodeRows
from workbench.ui.surveys.plan_read import Offered, PlanRead
from workbench.ui.surveys.plan_rows import PlanRow, PlanSection

_LONGEST_ON_CHIP = 24
_PUBLISHED = "You ask with the wording you may use; the key is here."


class WhatToAsk(PlanSection):
    """The questionnaires of a wave and what is asked beside them."""

    def __init__(
        self,
        read: PlanRead,
        plan: AskingPlan,
        changed: Callable[[], None],
        write_own: Callable[[], None],
    ) -> None:
        super().__init__("What to ask", action=Button("Write your own", write_own, kind="link"))
        self._read, self._changed = read, changed
        self._shown = [
            one
            for one in read.offered
            if one.instrument.has_wording
            or one.closed
            or one.open_in
            or one.instrument.id in plan.instruments
        ]
        self._ticked = set(plan.instruments)
        self._choices = plan.departments or tuple(read.departments)
        self._minimum = plan.minimum_group
        self.department = self._department_row(plan)
        self.comment = PlanRow(
            "Room for a comment",
            "Shown from 10 comments on, in mixed order, after you have read each of them.",
            on=plan.asks_comment,
        )
        self.attended = PlanRow(
            "How often people came",
            "Asked on this laptop and on paper, never looked up. Shown only where each of the "
            "three answers has enough people.",
            on=plan.asks_attendance,
        )
        self.code = CodeRows(plan, changed)
        self._listen(self.attended)
        self._listen(self.comment)
        self.published = self._published_row()
        self.rows = {one.instrument.id: self._row(one) for one in self._shown}
        beside = (self.published, self.department, self.attended, self.comment, self.code)
        self._card = rows_card(*self.rows.values(), *beside)
        self.add(self._card)
        self._count_published()

    @property
    def instruments(self) -> tuple[str, ...]:
        """The keys of the questionnaires that are ticked, in the order shown."""
        return tuple(one.instrument.id for one in self._shown if self.rows[one.instrument.id].on)

    @property
    def departments(self) -> tuple[str, ...]:
        """The choices offered, none where the department is not asked."""
        return self._choices if self.department.on else ()

    @property
    def without_wording(self) -> bool:
        """Whether something is asked whose wording is not here."""
        known = {one.instrument.id: one.instrument for one in self._shown}
        return not all(known[key].has_wording for key in self.instruments)

    def describe(self, minimum: int) -> None:
        """Say how long it takes, and which department would stay hidden."""
        self._minimum = minimum
        chosen = [one.instrument for one in self._shown if one.instrument.id in self.instruments]
        lines = lines_of(chosen)
        minutes = counted(minutes_for(lines), "minute", "minutes")
        words = f"{counted(lines, 'line', 'lines')}, about {minutes}"
        self.say_note(words if chosen else "choose at least one")
        self._describe_departments()

    def join_two(self) -> None:
        """Offer two small departments as one choice."""
        pair = to_join(self._sizes(), self._minimum)
        if pair:
            self._choices = join(self._choices, pair, self._read.departments)
            self.department.check.setChecked(True)
            self._changed()

    def part_again(self) -> None:
        """Offer every department by itself again."""
        self._choices = tuple(self._read.departments)
        self._changed()

    def add_published(self, one: Offered) -> None:
        """Ask a published scale too, with wording that is not here."""
        self._ticked.add(one.instrument.id)
        self._shown.append(one)
        row = self.rows[one.instrument.id] = self._row(one)
        column = self._card.layout()
        if isinstance(column, QVBoxLayout):
            place = column.indexOf(self.published)
            column.insertWidget(place, hairline())
            column.insertWidget(place, row)
        self._count_published()
        row.check.setFocus()
        self._changed()

    def _sizes(self) -> dict[str, int]:
        return sizes_of(self._choices, self._read.departments)

    def _describe_departments(self) -> None:
        sizes = self._sizes()
        hidden = hidden_words(sizes, self._minimum)
        few = "At least two departments are needed to ask for it."
        plain = f"{len(self._choices)} choices: {', '.join(self._choices)}."
        can = len(self._choices) > 1
        self.department.check.setEnabled(can)
        self.department.say(hidden or (plain if can else few), "warn" if hidden else "text_2")
        pair = to_join(sizes, self._minimum)
        self.join_button.setVisible(bool(pair))
        if pair:
            self.join_button.relabel(f"Join {pair[0]} and {pair[1]}")
        self.part_button.setVisible(self._choices != tuple(self._read.departments))

    def _department_row(self, plan: AskingPlan) -> PlanRow:
        self.join_button = Button("Join two", self.join_two, kind="link")
        self.part_button = Button("Part again", self.part_again, kind="link")
        row = PlanRow(
            "Department, asked in the survey", "", self.part_button, self.join_button,
            on=bool(plan.departments),
        )  # fmt: skip
        self._listen(row)
        return row

    def _row(self, one: Offered) -> PlanRow:
        waves = counted(one.closed, "wave", "waves")
        chips = [Chip(f"continues {waves}", "info")] if one.closed else []
        asks = asked_of(one.instrument)
        if one.open_in:
            short = len(one.open_in) <= _LONGEST_ON_CHIP
            chips = [Chip(f"open in {one.open_in}" if short else "open now", "warn")]
            asks = f"{asks} Close {one.open_in} before you ask it again."
        title = f"{one.instrument.title}, version {one.instrument.version}"
        on = one.instrument.id in self._ticked
        row = PlanRow(title, asks, *chips, on=on)
        self._listen(row)
        return row

    def _listen(self, row: PlanRow) -> None:
        row.check.toggled.connect(lambda _on: self._changed())

    def _rest(self) -> list[Offered]:
        return [one for one in self._read.offered if one not in self._shown]

    def _published_row(self) -> PlanRow:
        self.keys_button = Button("", self._offer_published, kind="link")
        row = PlanRow("A published scale", _PUBLISHED, self.keys_button)
        row.check.clicked.connect(lambda _checked=False: self._untick_and_offer())
        return row

    def _untick_and_offer(self) -> None:
        self.published.check.setChecked(False)
        self._offer_published()

    def _offer_published(self) -> None:
        items = [
            Item(one.instrument.title, partial(self.add_published, one)) for one in self._rest()
        ]
        pop_up(items, self.keys_button, right=True)

    def _count_published(self) -> None:
        rest = len(self._rest())
        self.keys_button.relabel(counted(rest, "key", "keys"))
        self.keys_button.setVisible(rest > 0)
        self.published.check.setEnabled(rest > 0)


def asked_of(instrument: Instrument) -> str:
    """Return what one questionnaire asks: "7 statements, 1 to 7. Own wording, not validated."."""
    low, high = instrument.range
    what = counted(len(instrument.items), "line", "lines")
    if not instrument.has_wording:
        return f"{what}, {low:g} to {high:g}. Its wording is not here: answers come from a file."
    checked = "validated" if instrument.validated else "not validated"
    return f"{what}, {low:g} to {high:g}. Own wording, {checked}."
