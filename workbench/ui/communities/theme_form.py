"""The form of a theme that reasons to come fall under."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.communities.rules import Theme
from workbench.ui.communities.community_presenter import ThemeDraft
from workbench.ui.communities.kept_form import Done, KeptForm
from workbench.ui.desk import Failed
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import Check, LineInput, Stepper

Save = Callable[[ThemeDraft, Done, Failed], None]


class ThemeForm(KeptForm):
    """Adds a theme, or changes one; `delete` is offered where there is one to delete."""

    def __init__(
        self,
        over: QWidget,
        save: Save,
        tell: Failed,
        theme: Theme | None = None,
        delete: Callable[[], object] | None = None,
    ) -> None:
        title = "Edit theme" if theme else "Add theme"
        super().__init__(over, title, "Save theme" if theme else title, tell, width=540)
        self._save = save
        self.name = LineInput(theme.name if theme else "", "Know who to ask")
        joining = theme.at_joining if theme else 0
        self.at_joining = Stepper(joining, 0, 9999, name="Named when joining")
        self.in_purpose = Check("The purpose names it", on=bool(theme and theme.in_purpose))
        self.fill(
            Form(
                Field("Why people come", self.name, "In their words, short.", key="name"),
                Field(
                    "How many said so when joining",
                    self.at_joining,
                    "The line in the bar. How many say so now is counted from the reasons.",
                    key="at_joining",
                ),
                self.in_purpose,
            )
        )
        if delete is not None:
            self.offer("Delete theme", delete)
            self.effect.say("Its reasons stay, under none.")

    def keep(self) -> None:
        """Keep the theme."""
        draft = ThemeDraft(self.name.text(), self.in_purpose.isChecked(), self.at_joining.value)
        self._save(draft, self.finish, self.refuse)
