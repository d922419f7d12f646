"""The quick note (Ctrl+Shift+N): a line about somebody, below what is noted already."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from workbench.foundation.errors import BadInput
from workbench.rosters.actions import write_note
from workbench.rosters.queries import RosterRow, person
from workbench.storage.unit_of_work import Work, action
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import Choice, TextArea


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
    who = Choice([(str(row.person_id), row.name) for row in people])
    text = TextArea(lines=4, hint="What do you want to remember?")
    form = Form(Field("About", who), Field("Note", text, key="text"))
    dialog.body.addWidget(form)
    dialog.effect.say("Private: stays in this file, never in exports or reports.")

    def failed(problem: Exception) -> None:
        if not form.show_problem(problem):
            tell(problem)

    dialog.accepted.connect(
        lambda: keep(int(who.key), text.toPlainText(), dialog.finish, failed) if who.key else None
    )
    dialog.open()
    text.setFocus()
    return dialog
