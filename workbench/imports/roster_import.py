"""What a list of people would change, as data for screens, as JSON and as sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.foundation.text import counted
from workbench.imports.mapping import ColumnGuess, as_mapping
from workbench.imports.roster_plan import RosterPlan, RowPlan
from workbench.imports.roster_table import PeopleTable

_SHOWN = 25


@dataclass(frozen=True, slots=True)
class RosterImport:
    """What a list of people would change, or has changed where `written`.

    `questions` name the option that answers them, `asked` are the same without it.
    """

    community: str
    table: PeopleTable
    guesses: tuple[ColumnGuess, ...]
    plan: RosterPlan
    new_community: bool
    file_warnings: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    written: bool = False

    @property
    def rejected(self) -> tuple[RowPlan, ...]:
        """The rows that cannot be taken, each with its reason."""
        return tuple(row for row in self.plan.rows if row.kind == "rejected")

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is odd without stopping anything."""
        made = "was made" if self.written else "will be made"
        new = (f"There was no community {self.community}, so it {made}.",)
        return (*(new if self.new_community else ()), *self.file_warnings, *self.plan.warnings)

    def as_json(self) -> dict[str, object]:
        """Return the shape that the command line prints."""
        return {
            "rows_read": len(self.table.body),
            "added": self.plan.count("added"),
            "changed": self.plan.count("changed"),
            "unchanged": self.plan.count("unchanged"),
            "rejected": [{"row": row.number, "reason": row.reason} for row in self.rejected],
            "mapping": as_mapping(self.guesses),
            "warnings": list(self.warnings),
            "written": self.written,
        }

    def lines(self) -> list[str]:
        """Return what came of it in plain sentences."""
        if self.questions:
            return []
        counts = {kind: self.plan.count(kind) for kind in ("added", "changed", "unchanged")}
        verb = "" if self.written else "would be "
        told = ", ".join(f"{number:,} {verb}{kind}" for kind, number in counts.items())
        read = counted(len(self.table.body), "row", "rows")
        guesses = [f"  {each.title}: {each.field.value} ({each.why})" for each in self.guesses]
        rejected = [f"Row {row.number} was left aside: {row.reason}." for row in self.rejected]
        return [f"{read}: {told}.", *guesses, *shortened(rejected), *shortened(self.warnings)]


def shortened(lines: Sequence[str]) -> list[str]:
    """Return the first lines, and how many more there are."""
    rest = len(lines) - _SHOWN
    return [*lines[:_SHOWN], *([f"... and {rest:,} more like these."] if rest > 0 else [])]
