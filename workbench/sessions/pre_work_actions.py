"""Writing pre-work: added, changed, put in order, deleted, taken along with a copy."""

from collections.abc import Iterable

from workbench.foundation.errors import NotFound
from workbench.models.sessions import PreWork
from workbench.sessions.pre_work_queries import as_item, pre_work, pre_work_rows
from workbench.sessions.pre_work_rules import PreWorkItem, checked_item, reordered
from workbench.sessions.row_queries import session_row
from workbench.storage.unit_of_work import Work, action


@action("Add pre-work")
def add_pre_work(work: Work, session_id: int, item: PreWorkItem) -> int:
    """Add an item after the others and return its number; raises BadInput, NotFound."""
    (number,) = add_all_pre_work(work, session_id, [item])
    work.name = f"Add pre-work {checked_item(item).text}"
    return number


@action("Change pre-work")
def edit_pre_work(work: Work, item: PreWorkItem) -> None:
    """Replace what an item says, found by its key; raises BadInput, NotFound."""
    row = _row(work, item.key)
    _write(row, checked_item(item))
    work.name = f"Change pre-work {row.text}"


@action("Move pre-work")
def move_pre_work(work: Work, key: int, to: int) -> None:
    """Put an item at place `to`, from 0, kept inside the list."""
    row = _row(work, key)
    rows = pre_work_rows(work.session, row.session_id)
    items = reordered([as_item(each) for each in rows], key, to)
    places = {item.key: position for position, item in enumerate(items)}
    for each in rows:
        each.position = places[each.id]
    work.name = f"Move pre-work {row.text}"


@action("Delete pre-work")
def delete_pre_work(work: Work, key: int) -> None:
    """Take an item away; undo brings it back."""
    row = _row(work, key)
    work.name = f"Delete pre-work {row.text}"
    work.session.delete(row)


def add_all_pre_work(work: Work, session_id: int, items: Iterable[PreWorkItem]) -> list[int]:
    """Add items after those of a session, as part of a use case; returns their numbers."""
    session_row(work.session, session_id)
    before = pre_work_rows(work.session, session_id)
    first = before[-1].position + 1 if before else 0
    rows = []
    for position, item in enumerate(items, first):
        row = PreWork(session_id=session_id, position=position)
        _write(row, checked_item(item))
        rows.append(row)
    work.session.add_all(rows)
    work.session.flush()
    return [row.id for row in rows]


def copy_pre_work(work: Work, source_id: int, session_id: int) -> None:
    """Give a session the pre-work of another, as part of a use case such as duplicating."""
    add_all_pre_work(work, session_id, pre_work(work.session, source_id))


def _row(work: Work, key: int) -> PreWork:
    found = work.session.get(PreWork, key)
    if found is None:
        raise NotFound("This pre-work is not there any more.", "Undo may bring it back.")
    return found


def _write(row: PreWork, item: PreWorkItem) -> None:
    row.text, row.who, row.minutes = item.text, item.who, item.minutes
    row.days_before, row.material = item.days_before, item.material
