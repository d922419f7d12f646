"""Widgets: typing paper forms in, twice, by keys alone."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from workbench.foundation.text import counted
from workbench.surveys.asking_rules import AskedForm
from workbench.surveys.wave_rules import MoreThanInvited
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import ask
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import FilterBar, Segments
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import frame
from workbench.ui.surveys import paper_questions
from workbench.ui.surveys.paper_entry import FIRST, SECOND, PaperEntry
from workbench.ui.surveys.paper_fields import PaperFields
from workbench.ui.surveys.paper_lines import entry_lines, values_of
from workbench.ui.surveys.paper_presenter import COMPARE, PaperPresenter
from workbench.ui.surveys.paper_settling import Matter, Settling
from workbench.ui.surveys.paper_sheet import PaperSheet, SheetShown

_STEPS = [(FIRST, "First time"), (SECOND, "Second time"), (COMPARE, "Compare")]
_KEYS = "Space leaves a line empty, Backspace goes back, Enter is the next sheet."
_TIMES = {FIRST: "the first time", SECOND: "the second time"}


class PaperPage(Page):
    """The sheet being typed, the steps above it, what the keys do below it."""

    name, title = "paper-entry", "Type in forms"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.presenter = PaperPresenter(desk, self)
        self.header.show_way([("Surveys", lambda: desk.go("surveys"))])
        self.steps = Segments(_STEPS, "Which time")
        self.steps.chosen.connect(self._turn)
        self.back_button = Button("Last sheet again", self._take_back, icon="undo", size="small")
        self.sheet, self.fields = PaperSheet(), PaperFields()
        self.told = Text("", "body", "text_2", wrap=True)
        self.legend = Text("", "label", "text_2", wrap=True)
        self.enter_button = Button("Next sheet", self._enter, kind="primary", keys="Enter")
        self.out_button = Button("Leave it out", self.presenter.leave_out, keys="Del")
        self.store_button = Button("Store the sheets", self.presenter.store, kind="primary")
        self._connect()
        self._build()
        self.destroyed.connect(self.presenter.forget)

    def reload(self) -> None:
        """Read the form of the open wave; what is being typed stays."""
        self.presenter.load()

    def arrive(self, **argument: Any) -> None:  # noqa: ANN401 - each page has its own
        """Type in the forms of `asking`."""
        if "asking" in argument:
            self.presenter.load(argument["asking"])

    def take_focus(self) -> None:
        """Work begins on the sheet."""
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def may_leave(self) -> bool:
        """Ask first where leaving would lose what was typed."""
        if not self.presenter.holds:
            return True
        ask(
            self,
            "Forget what was typed?",
            "The sheets typed here are kept in memory alone until both times agree. Leaving now "
            "forgets them; the paper stays with you.",
            "Forget and leave",
            self.presenter.throw_away,
        )
        return False

    def show_form(self, asked: AskedForm | None) -> None:
        """Show the lines of a form, or that no wave is open."""
        self.header.show_title(self.title, asked.label if asked else "")
        if asked is not None:
            self.sheet.show_lines(entry_lines(asked))
            self.fields.show_form(asked)
        self.turn_to(self.stack, 0 if asked else 1)

    def show_typing(self, entry: PaperEntry, problem: str = "") -> None:
        """Show the sheet being typed and what is said of it."""
        self._show_steps(entry, entry.time)
        self.sheet.show_sheet(SheetShown(entry.values, entry.place))
        parts = tuple(range(len(entry.asked.code_parts)))
        self.fields.show_only(parts, comment=entry.time == FIRST)
        self._show_buttons(typing=True)
        number = len(entry.heaps[entry.time]) + 1
        usual = (
            f"Sheet {number}, {_TIMES[entry.time]}. Any order will do; the sheets stay unmarked."
        )
        self._tell(problem or usual, warns=bool(problem))
        at_line = not entry.at_end
        keys = entry.lines[entry.place].keys_said if at_line else "All lines are typed."
        self.legend.say(f"{keys}   {_KEYS}" if at_line else f"{keys} {_KEYS}")
        self._follow(entry.place)

    def show_settling(self, settling: Settling, place: int) -> None:
        """Show the sheet to look at, or that all agree."""
        matter, entry = settling.now, self.presenter.entry
        if entry is None:
            return
        self._show_steps(entry, COMPARE)
        self.sheet.setVisible(matter is not None)
        self._show_buttons(typing=False, matter=matter)
        if matter is None:
            self.fields.show_only((), comment=False)
            many = counted(len(settling.sheets), "sheet", "sheets")
            self._tell(f"Both times agree on {many}. They are stored together, in mixed order.")
            self.legend.say("After storing, shred the sheets.")
            self.store_button.setFocus()
            return
        self._show_matter(settling, matter, place)

    def ask_too_few(self, minimum: int) -> None:
        """Ask whether to keep too few sheets sealed or to throw them away."""
        paper_questions.ask_too_few(self, self.presenter, minimum)

    def ask_some_too_few(self, minimum: int, titles: tuple[str, ...]) -> None:
        """Ask what becomes of the answers to questionnaires that too few answered."""
        paper_questions.ask_some_too_few(self, self.presenter, minimum, titles)

    def ask_more_than_invited(self, problem: MoreThanInvited) -> None:
        """Ask whether the number invited is to be corrected."""
        paper_questions.ask_more_than_invited(self, self.presenter, problem)

    def _show_matter(self, settling: Settling, matter: Matter, place: int) -> None:
        asked = settling.asked
        values = values_of(matter.result())
        lines = len(values)
        second = matter.second
        doubts = {}
        if second is not None:
            other, mine = values_of(second), values_of(matter.first)
            doubts = {at: (mine[at], other[at]) for at in matter.places if at < lines}
            for at in doubts:
                values[at] = matter.chosen.get(at)
        self.sheet.show_sheet(SheetShown(values, place, set(doubts), doubts))
        codes = tuple(at - asked.ticked for at in matter.places if at >= asked.ticked)
        if not matter.chosen:
            self.fields.fill(matter.first.code)
        self.fields.show_only(codes, comment=False)
        self._tell(_look_for(settling, matter))
        self.legend.say(self._doubt_said(matter, place))
        if place >= asked.ticked and self.fields.parts:
            self.fields.parts[place - asked.ticked].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.sheet.setFocus()
        self._follow(place)

    def _doubt_said(self, matter: Matter, place: int) -> str:
        entry = self.presenter.entry
        second = matter.second
        if entry is None or second is None:
            return "Enter keeps it, Del leaves it out."
        if 0 <= place < len(entry.lines):
            line = entry.lines[place]
            one = line.label_of(values_of(matter.first)[place])
            other = line.label_of(values_of(second)[place])
            return f"First {one}, then {other}. Press what the paper says, Space for nothing."
        if place >= entry.asked.ticked:
            at = place - entry.asked.ticked
            return (
                f'First "{matter.first.code[at]}", then "{second.code[at]}". Type what is written.'
            )
        return "All decided. Enter takes the sheet."

    def _connect(self) -> None:
        self.sheet.filled.connect(self._fill)
        self.sheet.moved.connect(self.presenter.move)
        self.sheet.went_back.connect(self.presenter.back)
        self.sheet.entered.connect(self._enter)
        self.sheet.left_out.connect(self.presenter.leave_out)
        self.fields.entered.connect(self._enter)

    def _build(self) -> None:
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(FilterBar(self.steps, right=[self.back_button]))
        column.addWidget(self._told_strip())
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(28, 4, 28, 16)
        for widget in (self.sheet, self.fields):
            rows.addWidget(widget)
        rows.addStretch(1)
        self._inside = inside
        self.area = scrolled(inside)
        column.addWidget(self.area, 1)
        column.addWidget(self._foot())
        empty = EmptyState(
            "clipboard",
            "Paper forms are typed in here while a wave is open.",
            "Twice, in any order, so that a slip of the finger is found before anything is stored.",
            [Button("See the waves", lambda: self.desk.go("surveys"), kind="primary")],
        )
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.stack.addWidget(work)
        self.stack.addWidget(empty)
        self.body.addWidget(holder, 1)

    def _told_strip(self) -> QWidget:
        strip = QWidget()
        row = QHBoxLayout(strip)
        row.setContentsMargins(28, 12, 28, 4)
        row.addWidget(self.told)
        return strip

    def _foot(self) -> QWidget:
        """Return the strip at the foot: what the keys do has all the room the buttons leave."""
        strip = frame("footer")
        row = QHBoxLayout(strip)
        row.setContentsMargins(28, 9, 28, 9)
        row.setSpacing(8)
        row.addWidget(self.legend, 1)
        for button in (self.out_button, self.enter_button, self.store_button):
            row.addWidget(button)
        return strip

    def _fill(self, place: int, value: Any) -> None:  # noqa: ANN401 - a code, a name or None
        self.presenter.fill(place, value)
        entry = self.presenter.entry
        typing = self.presenter.settling is None
        if typing and entry is not None and entry.at_end and self.fields.parts:
            self.fields.parts[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _enter(self) -> None:
        settling = self.presenter.settling
        if settling is not None:
            self._take_codes(settling)
            self.presenter.keep()
        elif self.presenter.next_sheet(self.fields.code, self.fields.said):
            self.fields.fill()
            self.take_focus()

    def _take_codes(self, settling: Settling) -> None:
        """Take the parts of a code as they stand in the fields now."""
        matter, before = settling.now, settling.asked.ticked
        for place in matter.places if matter is not None else ():
            if place >= before:
                settling.choose(place, self.fields.code[place - before])

    def _take_back(self) -> None:
        code = self.presenter.take_back()
        if code is not None:
            self.fields.fill(code)
            self.take_focus()

    def _turn(self, step: str) -> None:
        if self.presenter.turn(step):
            self.fields.fill()
            self.take_focus() if step != COMPARE else None
        elif self.presenter.entry is not None:
            settling = self.presenter.settling is not None
            self.steps.offer(_STEPS, COMPARE if settling else self.presenter.entry.time)

    def _show_steps(self, entry: PaperEntry, step: str) -> None:
        self.steps.offer(_STEPS, step)
        self.steps.show_counts({time: len(heap) for time, heap in entry.heaps.items()})

    def _show_buttons(self, *, typing: bool, matter: Matter | None = None) -> None:
        looking = matter is not None
        self.sheet.setVisible(typing or looking)
        self.back_button.setVisible(typing)
        self.enter_button.setVisible(typing or looking)
        self.enter_button.relabel("Next sheet" if typing else "Take this sheet")
        self.out_button.setVisible(looking and matter is not None and matter.second is None)
        self.store_button.setVisible(not typing and not looking)

    def _tell(self, words: str, *, warns: bool = False) -> None:
        self.told.say(words, "warn" if warns else "text_2")

    def _follow(self, place: int) -> None:
        """Keep the line of the cursor in sight."""
        lines = max(0, place)
        row = self.sheet.row_of(lines)
        middle = self.sheet.mapTo(self._inside, row.center().toPoint())
        self.area.ensureVisible(middle.x(), middle.y(), 0, round(row.height() * 3))


def _look_for(settling: Settling, matter: Matter) -> str:
    """Return which sheet to find in the heap and why."""
    count = f"{settling.number} of {settling.many} to look at. "
    if matter.second is None:
        other = "second" if matter.once == FIRST else "first"
        return (
            f"{count}This sheet was typed the {matter.once} time and not the {other}. Find it by "
            "its answers: is it in the heap once more?"
        )
    unsure = " Another sheet is as like it, so look closely." if matter.unsure else ""
    return f"{count}Find the sheet with these answers; the marked lines were typed unlike.{unsure}"
