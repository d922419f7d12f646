"""The attendance grid without Qt: which lines and columns show, what a stroke does."""

from collections.abc import Callable, Sequence
from typing import Protocol

from workbench.foundation.dates import short_day, weekday_and_day
from workbench.foundation.text import counted
from workbench.foundation.words import Mark
from workbench.sessions.attendance_actions import (
    MarkChange,
    clear_marks,
    guest_in,
    mark_attendance,
    mark_unmarked,
    set_head_count,
)
from workbench.sessions.attendance_rules import MARK_WORDS, HeadCount
from workbench.sessions.grid_queries import attendance_grid
from workbench.sessions.grid_rules import Grid, GridColumn, head_count_in, with_mark
from workbench.sessions.paste_actions import mark_block
from workbench.sessions.paste_rules import read_block
from workbench.ui.desk import Desk, Failed
from workbench.ui.sessions.attendance_lines import (
    Line,
    column_to_mark,
    columns_of,
    department_choices,
    lines_of,
    named_so,
    row_to_mark,
    same_place,
    session_choices,
    title_words,
)
from workbench.ui.sessions.attendance_refusals import place_refusal, session_refusal
from workbench.ui.sessions.paste_presenter import Decided, PasteReading, place_block, with_place


class AttendanceView(Protocol):
    """What the presenter asks of the page."""

    def show_grid(
        self, grid: Grid, lines: Sequence[Line], columns: Sequence[int], marking: int | None
    ) -> None:
        """Show the grid: lines and columns by their numbers in it, and the column to mark."""
        ...

    def show_stroke(self, grid: Grid, row: int, column: int) -> None:
        """Show another mark in one cell, and the rates that follow, by numbers of the grid."""
        ...

    def show_title(self, subtitle: str) -> None:
        """Show the line beside the title."""
        ...

    def show_head_count(self, count: HeadCount | None, when: str) -> None:
        """Show how many were counted at the session of the cursor beside the names, or nothing."""
        ...

    def go_to(self, row: int, column: int) -> None:
        """Put the cursor on a cell, by numbers of the grid, and scroll to it."""
        ...


class AttendancePresenter:
    """Holds the grid that was read, the filters, and where the cursor stands."""

    def __init__(self, desk: Desk, view: AttendanceView) -> None:
        self.desk, self.view = desk, view
        self.grid: Grid | None = None
        self.department = ""
        self.sessions = ""
        self.narrow = False
        self.names_hidden = False
        self.by_last_name = True
        self.wanted_session: int | None = None
        self.lines: list[Line] = []
        self.columns: list[int] = []
        self._folded: set[str] = set()
        self.shown = True
        self._waiting = 0
        self._echo = self._behind = False
        self._at: tuple[int, int] | None = None
        self._to_mark: int | None = None

    def load(self) -> None:
        """Read the grid; the echo of a stroke that is shown already is passed over."""
        if self._echo:
            self._echo = False
            return
        community, today = self.desk.community, self.desk.clock.today()
        self.desk.read(
            lambda workspace: workspace.read(attendance_grid, community, today), self._show
        )

    def arrive(self, session: int) -> None:
        """Make a session the one to mark, as when another page leads here."""
        self.wanted_session, self._at = session, None
        self._refresh()

    def come_back(self) -> None:
        """Stand at the session to mark again, wherever the cursor was when the page was left."""
        self.wanted_session = self._at = None
        self._refresh()

    def filter(self, *, department: str | None = None, sessions: str | None = None) -> None:
        """Show one department, or some of the sessions; empty shows all."""
        self.department = self.department if department is None else department
        self.sessions = self.sessions if sessions is None else sessions
        self._refresh()

    def fit(self, *, narrow: bool) -> None:
        """Show the newest sessions alone where the window is narrow."""
        if narrow != self.narrow:
            self.narrow = narrow
            self._refresh()

    def hide_names(self, *, hidden: bool) -> None:
        """Show the sessions and their totals without people, or the people again."""
        self.names_hidden = hidden
        self._refresh()

    def sort(self) -> None:
        """Sort by the last name, or by the first when it was the last."""
        self.by_last_name = not self.by_last_name
        self._refresh()

    def fold(self, name: str) -> None:
        """Fold a department away, or unfold it."""
        self._folded ^= {name}
        self._refresh()

    def moved(self, row: int, column: int) -> None:
        """Note where the cursor stands."""
        self._at = (row, column)
        self._say_title()

    def jump(self, typed: str) -> bool:
        """Put the cursor on the first person whose name has a word that begins so."""
        found = named_so(self.grid, self.lines, typed) if self.grid else None
        if found is not None:
            self._go(found, self._at[1] if self._at else -1)
        return found is not None

    def mark(self, row: int, column: int, mark: Mark) -> bool:
        """Set a mark; returns whether it may be, and says why not."""
        grid = self.grid
        if grid is None:
            return False
        head = grid.columns[column]
        today = self.desk.clock.today()
        refusal = session_refusal(head, mark, today) or place_refusal(grid, row, column, today)
        if not self._allowed(refusal):
            return False
        session, person = head.session_id, grid.rows[row].person_id
        self._waiting += 1
        ahead = with_mark(grid, row, column, mark)
        if ahead is not None:
            self.grid = ahead
            self.view.show_stroke(ahead, row, column)
            self._say_title()
        self.desk.do(
            lambda workspace: workspace.perform(mark_attendance, session, person, mark),
            then=lambda change: self._stored(change, shown=ahead is not None),
            failed=self._refused,
        )
        return True

    def to_unmarked(self) -> bool:
        """Put the cursor on the first person without a mark in its session, if there is one."""
        column = self._at[1] if self._at else -1
        row = row_to_mark(self.grid, self.lines, column) if self.grid else -1
        if self.grid is None or row < 0 or self.grid.rows[row].cells[column] != "?":
            return False
        self._go(row, column)
        return True

    def may_begin(self, head: GridColumn, mark: Mark = Mark.PRESENT) -> bool:
        """Whether a session takes such a mark; says why not."""
        return self._allowed(session_refusal(head, mark, self.desk.clock.today()))

    def everybody(self, mark: Mark) -> None:
        """Give everybody without a mark in the session of the cursor this one."""
        head = self.head
        if head is not None:
            session = head.session_id
            self.desk.do(
                lambda workspace: workspace.perform(mark_unmarked, session, mark),
                said=lambda count: (
                    f"{counted(count, 'person', 'people')} marked {MARK_WORDS[mark]}."
                ),
            )

    def clear(self) -> None:
        """Take all marks of the session of the cursor away."""
        head = self.head
        if head is not None:
            session = head.session_id
            self.desk.do(
                lambda workspace: workspace.perform(clear_marks, session),
                said=lambda count: f"{counted(count, 'mark', 'marks')} of {_day(head)} cleared.",
            )

    def guest(self, name: str, done: Callable[[], None], failed: Failed) -> None:
        """Mark a guest here, known or new."""
        head = self.head
        if head is not None:
            session = head.session_id
            self.desk.do(
                lambda workspace: workspace.perform(guest_in, session, name),
                then=lambda _: done(),
                said=f"{name.strip()} was here on {_day(head)}.",
                failed=failed,
            )

    def head_count(self, count: int | None, done: Callable[[], None], failed: Failed) -> None:
        """Keep the number counted in the room."""
        head = self.head
        if head is not None:
            session = head.session_id
            self.desk.do(
                lambda workspace: workspace.perform(set_head_count, session, count),
                then=lambda _: done(),
                said="Head-count kept." if count is not None else "Head-count taken away.",
                failed=failed,
            )

    def pasted(self, text: str) -> PasteReading | None:
        """Return what a pasted block would do; None, with a word why, where there is nothing."""
        block = read_block(text)
        if self.grid is None or self._at is None:
            return None
        if not block.marks:
            told = "There are no marks on the clipboard. Copy cells of a spreadsheet first."
            self.desk.say(told, done=False)
            return None
        return place_block(self.grid, block, self.lines, self.columns, self._at)

    def take_block(self, decided: Decided) -> None:
        """Write a pasted block as one step; who was chosen for a name may have had no place."""
        block, left = with_place(self.grid, decided.block) if self.grid else (decided.block, [])
        self.desk.do(
            lambda workspace: workspace.perform(mark_block, block, decided.guests),
            said=lambda count: " ".join([f"{counted(count, 'mark', 'marks')} pasted.", *left]),
        )

    @property
    def head(self) -> GridColumn | None:
        """The session of the cursor."""
        column = self._at[1] if self._at else -1
        return self.grid.columns[column] if self.grid and column >= 0 else None

    def people(self) -> list[tuple[int, str]]:
        """Return everybody by number and name, in the order of the grid; nobody while hidden."""
        grid = self.grid
        if grid is None or self.names_hidden:
            return []
        lines = lines_of(grid, "", (), by_last_name=self.by_last_name)
        found = [grid.rows[line] for line in lines if isinstance(line, int)]
        return [(row.person_id, row.name) for row in found]

    def choices(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """Return the departments and the sessions to choose from."""
        if self.grid is None:
            return [], []
        return department_choices(self.grid), session_choices(self.grid)

    def _allowed(self, refusal: str) -> bool:
        if refusal:
            self.desk.say(refusal, done=False)
        return not refusal

    def _show(self, grid: Grid) -> None:
        if self._waiting:  # read before strokes that are shown already: read again after them
            self._behind = True
            return
        before, self.grid = self.grid, grid
        if self._at is not None and before is not None:
            self._at = same_place(before, grid, self._at)
        self._refresh()

    def _refresh(self) -> None:
        grid = self.grid
        if grid is None:
            return
        today = self.desk.clock.today()
        people = lines_of(grid, self.department, self._folded, by_last_name=self.by_last_name)
        self.lines = [] if self.names_hidden else people
        columns = self.columns = columns_of(grid, self.sessions, today, narrow=self.narrow)
        marking = column_to_mark(grid, columns, self.wanted_session, today)
        self._follow(None if marking is None else grid.columns[marking].session_id)
        self.view.show_grid(grid, self.lines, columns, marking)
        row, column = self._at or (-1, -1)
        if column not in columns:
            column = marking if marking is not None else (columns[-1] if columns else -1)
            row = row_to_mark(grid, self.lines, column)
        if row not in self.lines:
            row = next((line for line in self.lines if isinstance(line, int)), -1)
        if row >= 0 and column >= 0:
            self._go(row, column)
        self._say_title()

    def _follow(self, to_mark: int | None) -> None:
        """Leave the session that was the one to mark when another is, as one added meanwhile."""
        head, before, self._to_mark = self.head, self._to_mark, to_mark
        if head is not None and head.session_id == before != to_mark:
            self._at = None

    def _go(self, row: int, column: int) -> None:
        self._at = (row, column)
        if column >= 0:
            self.view.go_to(row, column)

    def _stored(self, change: MarkChange, *, shown: bool) -> None:
        self._waiting -= 1
        self._echo = self.shown and shown and change.before is not change.now
        if self._behind and not self._waiting:
            self._behind = self._echo = False
            self.load()

    def _refused(self, problem: Exception) -> None:
        self._waiting -= 1
        self.desk.tell(problem)
        self.load()

    def _say_title(self) -> None:
        if self.grid is not None:
            today = self.desk.clock.today()
            self.view.show_title(title_words(self.grid, self.head, today))
            head, column = self.head, self._at[1] if self._at else -1
            count = head_count_in(self.grid, column) if head else None
            self.view.show_head_count(count, short_day(head.on) if head else "")


def _day(column: GridColumn) -> str:
    return weekday_and_day(column.on)
