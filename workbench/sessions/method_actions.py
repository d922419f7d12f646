"""Writing the facilitator's own methods, and what they think of any method."""

from sqlalchemy import select

from workbench.foundation.errors import BadInput
from workbench.foundation.text import fold, kept
from workbench.models.sessions import Block, BlockRun, MethodNote, OwnMethod
from workbench.sessions.method_queries import own_row
from workbench.sessions.method_text import method_text
from workbench.sessions.methods import Method, checked_method, shelves
from workbench.storage.unit_of_work import Work, action

_LONGEST_NOTE = 5_000


@action("Add method")
def add_method(work: Work, method: Method) -> int:
    """Add an own method and return its number; raises BadInput for a name that is taken."""
    method = checked_method(method)
    _refuse_taken(work, method)
    row = OwnMethod(name=method.name, folded_name=method.folded, description=method_text(method))
    work.session.add(row)
    work.session.flush()
    work.name = f"Add method {method.name}"
    return row.id


@action("Change method")
def edit_method(work: Work, own_id: int, method: Method) -> None:
    """Replace an own method; a new name follows into agendas, runs and the note.

    Raises BadInput for a name that is taken, NotFound.
    """
    method = checked_method(method)
    row = own_row(work.session, own_id)
    before = row.folded_name
    if method.folded != before:
        _refuse_taken(work, method)
    if method.name != row.name:
        _rename(work, before, method)
    row.name, row.folded_name = method.name, method.folded
    row.description = method_text(method)
    work.name = f"Change method {method.name}"


@action("Delete method")
def delete_method(work: Work, own_id: int) -> None:
    """Take an own method and its note out of the library; agendas that name it stay."""
    row = own_row(work.session, own_id)
    note = work.session.get(MethodNote, row.folded_name)
    if note is not None and row.folded_name not in _program_names():
        work.session.delete(note)
    work.session.delete(row)
    work.name = f"Delete method {row.name}"


@action("Note on method")
def set_method_note(work: Work, method: str, note: str = "", rating: int | None = None) -> None:
    """Keep a note and a rating from 1 to 5 of a method by its name; both empty take them away."""
    folded, words = fold(method), kept(note)
    if not folded:
        raise BadInput("A note needs a method to belong to.", "Choose a method.", field="method")
    if rating is not None and not 1 <= rating <= 5:
        raise BadInput("A rating goes from 1 to 5.", "Choose one of them.", field="rating")
    if len(words) > _LONGEST_NOTE:
        raise BadInput(
            f"This note has {len(words):,} letters; {_LONGEST_NOTE:,} are the most.",
            "Shorten it.",
            field="note",
        )
    row = work.session.get(MethodNote, folded)
    work.name = f"Note on {method}"
    if row is None and (words or rating is not None):
        work.session.add(MethodNote(method=folded, note=words, rating=rating))
    elif row is not None and not words and rating is None:
        work.session.delete(row)
    elif row is not None:
        row.note, row.rating = words, rating


def _refuse_taken(work: Work, method: Method) -> None:
    taken = select(OwnMethod.name).where(OwnMethod.folded_name == method.folded)
    own = work.session.scalar(taken)
    if own is not None:
        raise BadInput(
            f'You have a method called "{own}" already.',
            "Give this one another name, or change the one you have.",
            field="name",
        )
    if method.folded in _program_names():
        raise BadInput(
            f'The library has a method called "{method.name}".',
            "Give yours another name, such as one that says what you do differently.",
            field="name",
        )


def _program_names() -> frozenset[str]:
    return frozenset(method.folded for method in shelves().methods.values())


def _rename(work: Work, before: str, method: Method) -> None:
    """Let blocks, runs and the note that know the method by its old name know the new one."""
    rows: list[Block | BlockRun] = [
        *work.session.scalars(select(Block).where(Block.method != "")),
        *work.session.scalars(select(BlockRun).where(BlockRun.method != "")),
    ]
    for row in rows:
        if fold(row.method) == before:
            row.method = method.name
    note = work.session.get(MethodNote, before)
    if note is None or before == method.folded:
        return
    there = work.session.get(MethodNote, method.folded)
    if there is not None:
        work.session.delete(there)
    work.session.delete(note)
    work.session.flush()
    work.session.add(MethodNote(method=method.folded, note=note.note, rating=note.rating))
