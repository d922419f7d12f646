"""The quick note (Ctrl+Shift+N): a line about somebody, below what is noted already."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from workbench.contributions.names import Somebody, meant
from workbench.foundation.errors import BadInput
from workbench.rosters.actions import write_note
from workbench.rosters.queries import RosterRow, person
from workbench.storage.unit_of_work import Work, action
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import LineInput, TextArea

_HINT = "What do you want to remember?"
_MOST = 3


@action("Quick note")
def add_note(work: Work, person_id: int, text: str) -> str:
    """Put the text below the private notes of a person and return their name; raises BadInput."""
    line = text.strip()
    if not line:
        raise BadInput("The note is empty.", "Type a few words.", field="text")
    found = person(work.session, person_id)
    dated = f"{work.clock.today().isoformat()}: {line}"
    write_note(work, person_id, "\n".join(part for part in (found.note, dated) if part))
    work.name = f"Note about {found.name}"
    return found.name


def open_quick_note(
    over: QWidget,
    people: Sequence[RosterRow],
    keep: Callable[[int, str, Callable[[], None], Callable[[Exception], None]], None],
    tell: Callable[[Exception], None],
) -> Dialog:
    """Open the dialog; `keep(person, text, done, failed)` writes the note."""
    dialog = Dialog(over, "Quick note", "Keep note", width=480)
    known = [Somebody(row.person_id, row.name) for row in people]
    who, text = LineInput("", "First letters of a name"), TextArea(lines=4, hint=_HINT)
    about = Field("About", who, " ", key="who")
    form = Form(about, Field("Note", text, key="text"))
    dialog.body.addWidget(form)
    dialog.effect.say("Private: stays in this file, never in exports or reports.")

    def failed(problem: Exception) -> None:
        if not form.show_problem(problem):
            tell(problem)

    def accept() -> None:
        try:
            somebody = _whom(who.text(), known)
        except BadInput as problem:
            failed(problem)
        else:
            keep(somebody.id, text.toPlainText(), dialog.finish, failed)

    def complete() -> None:
        found = meant(who.text(), known).person
        if found is not None:
            who.setText(found.name)

    who.textChanged.connect(lambda typed: about.show_hint(_read_aloud(typed, known)))
    who.editingFinished.connect(complete)
    dialog.accepted.connect(accept)
    dialog.open()
    return dialog


def _whom(typed: str, people: Sequence[Somebody]) -> Somebody:
    """Return who is meant; raises BadInput that names those it could be."""
    found = meant(typed, people)
    if found.person is not None:
        return found.person
    if not found.typed:
        raise BadInput("A note is about somebody.", "Type the first letters.", field="who")
    if not found.candidates:
        raise BadInput(f'Nobody here is called "{found.typed}".', "Look at People.", field="who")
    names = _either(found.candidates)
    raise BadInput(f'"{found.typed}" may be {names}.', "Type more letters.", field="who")


def _read_aloud(typed: str, people: Sequence[Somebody]) -> str:
    """Return whom the letters typed so far mean, as a hint."""
    found = meant(typed, people)
    return found.person.name if found.person else _either(found.candidates) or " "


def _either(candidates: Sequence[Somebody]) -> str:
    named = [one.name for one in candidates[:_MOST]]
    more = len(candidates) - len(named)
    return " or ".join(named) + (f" or {more} more" if more else "")
