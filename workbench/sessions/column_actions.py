"""Writing own columns: added, renamed, put in order, deleted with what blocks say in them."""

from collections.abc import Iterable, Sequence

from workbench.foundation.text import fold
from workbench.models.sessions import BlockColumn
from workbench.sessions.column_queries import column_row, column_rows
from workbench.sessions.column_rules import checked_column
from workbench.sessions.row_queries import community_row
from workbench.storage.unit_of_work import Work, action


@action("Add column")
def add_column(work: Work, community_id: int, name: str) -> int:
    """Add a column at the end and return its number; raises BadInput, NotFound."""
    community_row(work.session, community_id)
    rows = column_rows(work.session, community_id)
    cleaned = checked_column(name, [row.name for row in rows])
    row = BlockColumn(
        community_id=community_id,
        name=cleaned,
        folded_name=fold(cleaned),
        position=rows[-1].position + 1 if rows else 0,
    )
    work.session.add(row)
    work.session.flush()
    work.name = f"Add column {cleaned}"
    return row.id


@action("Rename column")
def rename_column(work: Work, column_id: int, name: str) -> None:
    """Give a column another name; raises BadInput, NotFound."""
    row = column_row(work.session, column_id)
    others = [r.name for r in column_rows(work.session, row.community_id) if r.id != column_id]
    row.name = checked_column(name, others)
    row.folded_name = fold(row.name)
    work.name = f"Rename column {row.name}"


@action("Move column")
def move_column(work: Work, column_id: int, to: int) -> None:
    """Put a column at place `to`, from 0, kept inside the list."""
    row = column_row(work.session, column_id)
    rest = [r for r in column_rows(work.session, row.community_id) if r.id != column_id]
    rest.insert(max(0, min(to, len(rest))), row)
    for position, each in enumerate(rest):
        each.position = position
    work.name = f"Move column {row.name}"


@action("Delete column")
def delete_column(work: Work, column_id: int) -> None:
    """Take a column out of every agenda, with what the blocks say in it; undo brings all back."""
    row = column_row(work.session, column_id)
    work.name = f"Delete column {row.name}"
    work.session.delete(row)


def columns_named(work: Work, community_id: int, names: Iterable[str]) -> dict[str, int]:
    """Return the numbers of a community's columns by folded name; those that lack are added."""
    name = work.name
    found = {row.folded_name: row.id for row in column_rows(work.session, community_id)}
    for each in _once(names):
        if fold(each) not in found:
            found[fold(each)] = add_column(work, community_id, each)
    work.name = name
    return found


def _once(names: Iterable[str]) -> Sequence[str]:
    return list({fold(name): name for name in reversed(list(names))}.values())[::-1]
