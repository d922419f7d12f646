"""The presenter of a list of people: its columns as guesses, its rows as a plan to accept."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from workbench.foundation.text import counted
from workbench.imports.dates import DateOrder
from workbench.imports.mapping import ColumnGuess
from workbench.imports.rejected_file import write_rejected
from workbench.imports.roster import perform_plan, plan_file
from workbench.imports.roster_differences import FieldChange
from workbench.imports.roster_import import RosterImport
from workbench.imports.roster_plan import RowPlan
from workbench.imports.roster_words import Field
from workbench.imports.tables import SourceFile
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk

FIELD_WORDS = {
    Field.NAME: "Name",
    Field.FIRST_NAME: "First name",
    Field.LAST_NAME: "Last name",
    Field.EMAIL: "E-mail",
    Field.DEPARTMENT: "Department",
    Field.JOB_TITLE: "Job title",
    Field.ROLE: "Role",
    Field.JOINED_ON: "Joined on",
    Field.LEFT_ON: "Left on",
    Field.TAGS: "Tags",
    Field.REASON_TO_JOIN: "Why they come",
    Field.REASON_TO_LEAVE: "Why they left",
    Field.NOTE: "Private note",
    Field.OWN: "A column of your own",
    Field.IGNORED: "Leave it out",
}
_WORD_OF = {field.value: words for field, words in FIELD_WORDS.items()}


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of the list as the preview shows it; `ticked` rows will be written."""

    number: int
    kind: str
    name: str
    what: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class ShownRoster:
    """The whole preview: guesses, rows by kind, what must be decided, what is odd."""

    guesses: tuple[ColumnGuess, ...]
    aside: tuple[ShownRow, ...]
    changed: tuple[ShownRow, ...]
    added: tuple[ShownRow, ...]
    unchanged: int
    questions: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    summary: str
    verb: str
    can_write: bool


class RosterView(Protocol):
    """What the preview draws itself with."""

    def show_roster(self, shown: ShownRoster) -> None:
        """Show columns, rows and what will happen."""
        ...

    def done(self) -> None:
        """Go: everything is written."""
        ...

    def failed(self, problem: Exception) -> None:
        """Show why the list cannot be taken."""
        ...


class RosterReview:
    """Holds the plan of a list; each correction plans it again."""

    def __init__(
        self, desk: Desk, view: RosterView, read: Callable[[], SourceFile], name: str
    ) -> None:
        self.desk, self.view, self.name = desk, view, name
        self._read = read
        self._source: SourceFile | None = None
        self._plan: RosterImport | None = None
        self._maps: dict[str, str] = {}
        self._order: DateOrder | None = None
        self._refused: set[int] = set()

    def load(self) -> None:
        """Read the list and show what it would change."""
        self.desk.read(self._first, self._arrived, self.view.failed)

    def take_column_as(self, title: str, field: str) -> None:
        """A column is another field than was guessed."""
        self._maps[title] = field
        self._again()

    def choose_order(self, order: str) -> None:
        """Read the dates day first or month first."""
        self._order = DateOrder(order)
        self._again()

    def toggle(self, number: int) -> None:
        """Take a row, or leave it as it is."""
        self._refused ^= {number}
        self._show()

    def save_rejected(self, target: Path) -> None:
        """Write the rows that were left aside to a workbook, each with its reason."""
        plan = self._plan
        if plan is not None:
            self.desk.run(
                lambda: write_rejected(plan.table, plan.rejected, target),
                lambda _none: self.desk.say(f"Saved to {target.name}."),
            )

    def write(self) -> None:
        """Write the rows that are ticked, as one step."""
        plan = self._plan
        if plan is None:
            return
        accepted = [row.number for row in plan.plan.rows if row.number not in self._refused]
        self.desk.do(
            lambda workspace: perform_plan(workspace, plan, accepted),
            then=lambda _count: self.view.done(),
            said=lambda count: f"Imported {counted(count, 'person', 'people')} from {self.name}.",
            failed=self.view.failed,
        )

    def _first(self, workspace: Workspace) -> tuple[SourceFile, RosterImport]:
        source = self._read()
        return source, plan_file(workspace, self.desk.community_name, source)

    def _arrived(self, read: tuple[SourceFile, RosterImport]) -> None:
        self._source, self._plan = read
        self._show()

    def _again(self) -> None:
        source, maps, order = self._source, dict(self._maps), self._order
        if source is not None:
            self.desk.read(
                lambda workspace: plan_file(
                    workspace, self.desk.community_name, source, maps, order
                ),
                self._planned,
                self.view.failed,
            )

    def _planned(self, plan: RosterImport) -> None:
        self._plan = plan
        self._show()

    def _show(self) -> None:
        if self._plan is not None:
            self.view.show_roster(shown_roster(self._plan, self._refused))


def shown_roster(plan: RosterImport, refused: set[int]) -> ShownRoster:
    """Return what is shown of a plan without the rows a person refuses."""
    rows = [_row(row, row.number not in refused) for row in plan.plan.rows]
    taken = [row for row in rows if row.kind in ("added", "changed") and row.ticked]
    new = sum(row.kind == "added" for row in taken)
    parts = [
        (new, "new"),
        (len(taken) - new, "changed"),
        (plan.plan.count("unchanged"), "the same"),
        (plan.plan.count("rejected"), "left aside"),
    ]
    return ShownRoster(
        guesses=plan.guesses,
        aside=tuple(row for row in rows if row.kind == "rejected"),
        changed=tuple(row for row in rows if row.kind == "changed"),
        added=tuple(row for row in rows if row.kind == "added"),
        unchanged=plan.plan.count("unchanged"),
        questions=tuple(("dates", sentence) for sentence in plan.asked),
        warnings=plan.warnings,
        summary=", ".join(f"{count:,} {words}" for count, words in parts if count),
        verb=_verb(new, len(taken)),
        can_write=not plan.questions and bool(taken),
    )


def _verb(new: int, taken: int) -> str:
    return f"{'Add' if new == taken else 'Import'} {counted(taken, 'person', 'people')}"


def _row(row: RowPlan, ticked: bool) -> ShownRow:
    what = row.reason or "; ".join(_change(change) for change in row.changes)
    name = row.name or "(no name)"
    return ShownRow(row.number, row.kind, name, what or _facts(row), ticked)


def _change(change: FieldChange) -> str:
    label = _WORD_OF.get(change.field, change.field)
    return f"{label}: {change.before or 'nothing'} → {change.after or 'nothing'}"


def _facts(row: RowPlan) -> str:
    draft = row.draft
    return " · ".join(part for part in (draft.department, draft.job_title, draft.email) if part)
