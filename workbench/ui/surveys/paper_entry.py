"""Typing a heap of paper forms: two times through it, in memory alone, without any figure."""

from workbench.foundation.text import clean
from workbench.surveys.asking_rules import AskedForm
from workbench.surveys.paper_rules import Compared, TypedSheet, compare
from workbench.ui.surveys.paper_lines import EntryLine, Value, entry_lines, typed_sheet, values_of

FIRST, SECOND = "first", "second"


class PaperEntry:
    """The sheet being typed and both heaps; never written anywhere and silent when printed."""

    def __init__(self, asked: AskedForm) -> None:
        self.asked = asked
        self.lines: tuple[EntryLine, ...] = entry_lines(asked)
        self.time = FIRST
        self.heaps: dict[str, list[TypedSheet]] = {FIRST: [], SECOND: []}
        self.comments: list[str] = []
        self.values: list[Value] = [None] * len(self.lines)
        self.place = 0
        self._reached = 0
        self._warned = False

    def __repr__(self) -> str:
        return "<PaperEntry>"

    @property
    def holds(self) -> bool:
        """Whether anything was typed that leaving would lose."""
        return any(self.heaps.values()) or bool(self.comments) or self.begun

    @property
    def begun(self) -> bool:
        """Whether something is typed on the present sheet."""
        return self._reached > 0

    @property
    def at_end(self) -> bool:
        """Whether every line was typed or skipped."""
        return self.place >= len(self.lines)

    def fill(self, place: int, value: Value) -> None:
        """Put an answer, or None for a skipped line, and move to the line below."""
        if 0 <= place < len(self.lines):
            self.values[place] = value
            self.move_to(place + 1)

    def move_to(self, place: int) -> None:
        """Put the cursor on a line, or below the last one."""
        self.place = max(0, min(len(self.lines), place))
        self._reached = max(self._reached, self.place)
        self._warned = False

    def back(self) -> None:
        """Go one line up and take its answer away."""
        if self.place > 0:
            self.move_to(self.place - 1)
            self.values[self.place] = None

    def next_sheet(self, code: tuple[str, ...] = (), comment: str = "") -> str:
        """Put the sheet on the heap and begin another; returns why it does not go on yet."""
        problem = self._problem(code, comment)
        if problem:
            return problem
        sheet = typed_sheet(self.asked, self.values, code)
        if not sheet.empty:
            self.heaps[self.time].append(sheet)
        if self.time == FIRST and clean(comment):
            self.comments.append(clean(comment))
        self._begin()
        return ""

    def take_back(self) -> tuple[str, ...] | None:
        """Open the last sheet of this time again and return its code; None where there is none."""
        if not self.heaps[self.time] or self.begun:
            return None
        sheet = self.heaps[self.time].pop()
        self.values = values_of(sheet)
        self.place = self._reached = len(self.lines)
        return sheet.code

    def turn(self, time: str) -> None:
        """Go through the heap the first or the second time; a sheet half typed is dropped."""
        self.time = time
        self._begin()

    def compared(self) -> Compared:
        """Return what both times agree on."""
        return compare(self.heaps[FIRST], self.heaps[SECOND])

    def forget(self) -> None:
        """Forget everything that was typed."""
        for heap in self.heaps.values():
            heap.clear()
        self.comments.clear()
        self.time = FIRST
        self._begin()

    def _begin(self) -> None:
        self.values = [None] * len(self.lines)
        self.place = self._reached = 0
        self._warned = False

    def _problem(self, code: tuple[str, ...], comment: str) -> str:
        nothing = all(value is None for value in self.values)
        if nothing and not clean(comment) and not any(map(clean, code)):
            return "Nothing is typed on this sheet. An empty sheet is left out."
        left = len(self.lines) - self._reached
        if left > 0 and not self._warned:
            self._warned = True
            return f"{left} more on this sheet. Enter again leaves them empty."
        return ""
