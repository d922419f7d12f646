"""A thank-you to change as one likes and copy: drafted from what the log holds, never sent."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from workbench.contributions.names import Somebody
from workbench.contributions.thanks import ThanksFacts, thank_you
from workbench.contributions.thanks_queries import givers, thanks_facts
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import Choice, TextArea

if TYPE_CHECKING:
    from workbench.storage.workspace import Workspace
    from workbench.ui.desk import Desk


class ThanksDialog(Dialog):
    """Shows a draft for one person; the words are the facilitator's to change before copying."""

    def __init__(
        self, over: QWidget, desk: "Desk", people: Sequence[Somebody], person_id: int | None
    ) -> None:
        super().__init__(over, "Thank-you draft", "Copy to clipboard", cancel="Close")
        self._desk = desk
        self._people = {str(one.id): one.name for one in people}
        self.who = Choice(list(self._people.items()), str(person_id or ""))
        self.who.picked.connect(lambda _: self._read())
        self.draft = TextArea("", lines=12)
        said = "True to the log: what was given, to whom and when. Change it as you like."
        self.body.addWidget(
            Form(Field("To", self.who, key="who"), Field("Words", self.draft, said, key="words"))
        )
        self.effect.say("Nothing is sent.")
        self.accepted.connect(self._copy)
        self._read()

    def show_facts(self, facts: ThanksFacts) -> None:
        """Show the draft for these facts, or say that there is nothing to go by."""
        words = thank_you(facts)
        self.draft.setPlainText(words)
        if not words:
            self.draft.setPlaceholderText(
                f"Nothing from {facts.name} is logged yet, so this draft would be empty words."
            )
        self.do_button.setEnabled(bool(words))

    def begin(self) -> None:
        """Put the cursor into the words; whom they are for is mostly known."""
        self.draft.setFocus()

    def _read(self) -> None:
        if not self.who.key:
            return
        number, community = int(self.who.key), self._desk.community
        today = self._desk.clock.today()

        def show(facts: ThanksFacts) -> None:
            if isValid(self) and self.who.key == str(number):
                self.show_facts(facts)

        self._desk.read(
            lambda workspace: workspace.read(thanks_facts, community, number, today), show
        )

    def _copy(self) -> None:
        words = self.draft.toPlainText().strip()
        if words:
            QGuiApplication.clipboard().setText(words)
            self.finish()
            self._desk.say(f"Copied. Paste it where you write to {self._people[self.who.key]}.")


def open_thanks(over: QWidget, desk: "Desk", person_id: int | None = None) -> None:
    """Open the draft for somebody, or for whoever is chosen in it."""
    community = desk.community

    def show(people: list[Somebody]) -> None:
        if not isValid(over):
            return
        if people:
            ThanksDialog(over, desk, people, person_id).open()
        else:
            desk.say("Nothing is logged yet. A thank-you tells what somebody gave.")

    def read(workspace: "Workspace") -> list[Somebody]:
        return workspace.read(givers, community, person_id)

    desk.read(read, show)
