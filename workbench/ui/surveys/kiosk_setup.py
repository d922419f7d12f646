"""Before a round on this laptop: what leads back, and what this program cannot do for it."""

from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.surveys.asking_rules import AskedForm
from workbench.surveys.kiosk_door import SHORTEST_CODE, Door, checked_code
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import LineInput
from workbench.ui.kit.page import card
from workbench.ui.kit.text import Text
from workbench.ui.surveys.kiosk_words import LOST, STAYS, heading


class KioskSetup(Dialog):
    """Asks for a code where the workspace has no passphrase; with one a code is optional."""

    without_names = True

    def __init__(self, over: QWidget, asked: AskedForm, *, protected: bool) -> None:
        super().__init__(
            over,
            "Start on this laptop",
            "Start the round",
            subtitle=heading(asked),
            width=600,
        )
        self._protected = protected
        self.body.addWidget(Text(_what_leads_back(protected=protected), wrap=True))
        self.code, self.again = _secret(), _secret()
        hint = f"At least {SHORTEST_CODE} letters or digits. It is kept nowhere."
        label = "Code of this round, if you want one" if protected else "Code of this round"
        self.form = Form(
            Field(label, self.code, hint, key="code"),
            Field("Once more", self.again, key="again"),
        )
        self.body.addWidget(self.form)
        for words in (STAYS, LOST):
            self.body.addWidget(card(Text(words, tone="text_2", wrap=True)))
        self.effect.say(f"Full screen, about {asked.minutes} min for each person.")

    def door(self, passphrase: str | None) -> Door:
        """Return the door of the round; raises BadInput naming the field to mend."""
        code, again = self.code.text(), self.again.text()
        for field in self.form.fields.values():
            field.show_error("")
        if code or again or not self._protected:
            checked_code(code, again)
        return Door(passphrase, code)


def _what_leads_back(*, protected: bool) -> str:
    if protected:
        return (
            "Nobody comes back into the program without the passphrase of the workspace. A code "
            "for this round alone opens it too, if you would rather not type the passphrase here."
        )
    return (
        "Nobody comes back into the program without the code you give now: this workspace has no "
        "passphrase. Write it down."
    )


def _secret() -> LineInput:
    made = LineInput()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
