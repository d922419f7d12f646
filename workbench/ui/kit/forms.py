"""Forms: a label above each input, its error below with an icon, never only red."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.errors import BadInput
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.date_input import DateInput
from workbench.ui.kit.text import Text


class Field(QWidget):
    """A label, an input, a quiet hint, and an error where one was found."""

    def __init__(self, label: str, control: QWidget, hint: str = "", *, key: str = "") -> None:
        super().__init__()
        self.key, self.control = key, control
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.label = Text(label, "caption_label", "text_2")
        self.label.setBuddy(control)
        column.addWidget(self.label)
        column.addWidget(control)
        if not control.accessibleName():
            control.setAccessibleName(label)
        self._hint = Text(hint, "caption", "text_3", wrap=True)
        if not hint:
            self._hint.hide()
        column.addWidget(self._hint)
        self._error = QWidget()
        line = QHBoxLayout(self._error)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(Icon("danger", "danger", 13))
        self._wrong = Text("", "caption", "danger", wrap=True)
        line.addWidget(self._wrong, 1)
        self._error.hide()
        column.addWidget(self._error)
        if isinstance(control, DateInput):
            control.refused.connect(self.show_error)

    def show_error(self, sentence: str) -> None:
        """Show what is wrong with the input; an empty sentence takes it away."""
        self._wrong.say(sentence)
        self._error.setVisible(bool(sentence))
        self.control.setProperty("wrong", bool(sentence))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)
        self.control.setAccessibleDescription(sentence)

    def show_hint(self, sentence: str) -> None:
        """Show another hint."""
        self._hint.say(sentence)
        self._hint.setVisible(bool(sentence))


class Form(QWidget):
    """Fields one below the other, by key; errors find their field."""

    def __init__(self, *fields: Field | QWidget, gap: int = 14) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(gap)
        self.fields: dict[str, Field] = {}
        for field in fields:
            self.add(field)

    def add(self, field: Field | QWidget) -> None:
        """Add a field or any widget below."""
        self.column.addWidget(field)
        for each in [field, *field.findChildren(Field)]:
            if isinstance(each, Field) and each.key:
                self.fields[each.key] = each

    def show_problem(self, problem: Exception) -> bool:
        """Show a BadInput at its field and put the cursor there; returns whether it was shown."""
        for field in self.fields.values():
            field.show_error("")
        if not isinstance(problem, BadInput) or problem.field not in self.fields:
            return False
        field = self.fields[problem.field]
        field.show_error(str(problem))
        field.control.setFocus()
        return True


def beside(*widgets: QWidget, gap: int = 12) -> QWidget:
    """Return widgets side by side with equal shares of the width."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
    return holder
