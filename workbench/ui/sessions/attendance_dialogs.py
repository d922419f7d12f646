"""Small questions on the Attendance page: the name of a guest, how many were counted."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.foundation.dates import weekday_and_day
from workbench.foundation.errors import BadInput
from workbench.sessions.grid_rules import GridColumn
from workbench.ui.desk import Failed
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import LineInput


def ask_guest(
    over: QWidget,
    head: GridColumn,
    add: Callable[[str, Callable[[], None], Failed], None],
    tell: Failed,
) -> Dialog:
    """Ask for the name of a guest who is here."""
    name = LineInput()
    hint = "Known or new: guests are welcome and never expected."
    form = Form(Field("Name of the guest", name, hint, key="name"))
    dialog = _dialog(over, "Add guest", head, form)
    dialog.accepted.connect(lambda: add(name.text(), dialog.finish, _failed(form, tell)))
    name.returnPressed.connect(dialog.accept)
    dialog.open()
    return dialog


def ask_head_count(
    over: QWidget,
    head: GridColumn,
    keep: Callable[[int | None, Callable[[], None], Failed], None],
    tell: Failed,
) -> Dialog:
    """Ask how many people were counted in the room; an empty field takes the number away."""
    count = LineInput("" if head.head_count is None else str(head.head_count))
    form = Form(
        Field(
            "People counted", count, "With names or without; leave it empty for not counted.",
            key="head_count",
        )
    )  # fmt: skip
    dialog = _dialog(over, "Keep head-count", head, form)

    def accept() -> None:
        try:
            number = _whole(count.text())
        except BadInput as problem:
            form.show_problem(problem)
            return
        keep(number, dialog.finish, _failed(form, tell))

    dialog.accepted.connect(accept)
    count.returnPressed.connect(dialog.accept)
    dialog.open()
    return dialog


def _dialog(over: QWidget, verb: str, head: GridColumn, form: Form) -> Dialog:
    subtitle = f"{head.title}, {weekday_and_day(head.on)}"
    dialog = Dialog(over, verb, verb, subtitle=subtitle, width=440)
    dialog.body.addWidget(form)
    return dialog


def _whole(text: str) -> int | None:
    if not text.strip():
        return None
    try:
        return int(text)
    except ValueError as error:
        raise BadInput(
            f"{text.strip()} is not a whole number.", "Type digits, such as 14.", field="head_count"
        ) from error


def _failed(form: Form, tell: Failed) -> Failed:
    def show(problem: Exception) -> None:
        if not form.show_problem(problem):
            tell(problem)

    return show
