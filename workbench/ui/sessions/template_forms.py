"""Small dialogs of templates: the name of a new one, which asks before it replaces another."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from workbench.foundation.text import fold
from workbench.sessions.template_actions import rename_template, save_template
from workbench.sessions.template_queries import TemplateChoice
from workbench.ui.desk import Desk
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import LineInput
from workbench.ui.sessions.while_open import while_open


class SaveTemplateDialog(Dialog):
    """Keeps a session's plan as a template; where the name is taken, the verb says Replace."""

    def __init__(
        self, over: QWidget, desk: Desk, session_id: int, title: str, own: Sequence[TemplateChoice]
    ) -> None:
        super().__init__(
            over, "Save as template", "Save template", width=480,
            subtitle="Blocks with tracks and own columns, locked starts, and pre-work.",
        )  # fmt: skip
        self._desk, self._session = desk, session_id
        self._taken = {fold(choice.name): choice for choice in own}
        self.name_input = LineInput(title)
        self.why_input = LineInput("", "One sentence, shown in the list")
        self.form = Form(
            Field("Name", self.name_input, key="name"),
            Field("What it is good for", self.why_input),
        )
        self.body.addWidget(self.form)
        self.name_input.textChanged.connect(lambda _: self._look())
        self.accepted.connect(self._save)
        self._look()

    @property
    def replaces(self) -> str:
        """The name of the template that would be replaced, or nothing."""
        found = self._taken.get(fold(self.name_input.text()))
        return found.name if found else ""

    def _look(self) -> None:
        found = self.replaces
        if found and not self.why_input.text():
            self.why_input.setText(self._taken[fold(found)].why)
        self.do_button.relabel(f"Replace {found}" if found else "Save template")
        self.effect.say(
            f"There is a template {found} already. Replace it, or type another name."
            if found
            else ""
        )

    def _save(self) -> None:
        session, name, why = self._session, self.name_input.text(), self.why_input.text()
        replacing = bool(self.replaces)
        self._desk.do(
            lambda w: w.perform(save_template, session, name, why, replacing=replacing),
            then=while_open(self, lambda _: self.finish()),
            said=f"{name.strip()} is a template now." if not replacing else f"{name} is replaced.",
            failed=self._failed,
        )

    def _failed(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._desk.tell(problem)


class RenameTemplateDialog(Dialog):
    """Asks for another name of an own template."""

    def __init__(
        self, over: QWidget, desk: Desk, template_id: int, name: str, then: Callable[[], None]
    ) -> None:
        super().__init__(over, "Rename template", "Rename", width=420)
        self._desk, self._template, self._then = desk, template_id, then
        self.name_input = LineInput(name)
        self.name_input.selectAll()
        self.form = Form(Field("Name", self.name_input, key="name"))
        self.body.addWidget(self.form)
        self.accepted.connect(self._save)

    def _save(self) -> None:
        template, name = self._template, self.name_input.text()

        def renamed(_nothing: None) -> None:
            self.finish()
            self._then()

        self._desk.do(
            lambda w: w.perform(rename_template, template, name),
            then=while_open(self, renamed),
            failed=self._failed,
        )

    def _failed(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._desk.tell(problem)
