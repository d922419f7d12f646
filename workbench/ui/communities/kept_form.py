"""A dialog around a form: what cannot be kept is said at its field, the rest stays typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workbench.foundation.errors import BadInput
from workbench.imports.amounts import amount_in
from workbench.ui.desk import Failed
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Form

Done = Callable[[], None]


class KeptForm(Dialog):
    """Closes once what it says is kept; overrides `keep`, which may raise BadInput."""

    form: Form

    def __init__(
        self, over: QWidget, title: str, verb: str, tell: Failed, *, subtitle: str = "",
        width: int = 560,
    ) -> None:  # fmt: skip
        super().__init__(over, title, verb, subtitle=subtitle, width=width)
        self._tell = tell
        self.accepted.connect(self._accept)

    def fill(self, form: Form) -> None:
        """Put the form into the dialog."""
        self.form = form
        self.body.addWidget(form)

    def offer(self, label: str, do: Callable[[], object], icon: str = "trash") -> Button:
        """Offer something else below the form; the dialog closes and it is done."""

        def leave() -> None:
            self.finish()
            do()

        button = Button(label, leave, icon=icon, size="small")
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def keep(self) -> None:
        """Keep what the form says; raises BadInput."""
        raise NotImplementedError

    def refuse(self, problem: Exception) -> None:
        """Say what is wrong at its field, or tell it."""
        if not self.form.show_problem(problem):
            self._tell(problem)

    def _accept(self) -> None:
        try:
            self.keep()
        except BadInput as problem:
            self.refuse(problem)


def typed_amount(text: str, field: str) -> float | None:
    """Return a typed number, None for nothing; raises BadInput for what is none."""
    if not text.strip():
        return None
    amount = amount_in(text)
    if amount is None:
        raise BadInput(
            f'"{text.strip()}" is not a number.',
            "Type one such as 14.2, or leave it empty.",
            field=field,
        )
    return amount
