"""Norms: the next version line by line, and every version to read."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from workbench.communities.queries import NormList
from workbench.communities.rules import tidy_norms
from workbench.foundation.errors import BadInput
from workbench.ui.communities.charter_cards import norm_line
from workbench.ui.communities.charter_shown import agreed, norms_in, norms_shown
from workbench.ui.communities.kept_form import Done, KeptForm
from workbench.ui.desk import Failed
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import DateInput, TextArea
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import hairline

Save = Callable[[tuple[str, ...], date, Done, Failed], None]


class NormsForm(KeptForm):
    """Agrees the next version of the norms; earlier ones stay readable."""

    def __init__(
        self, over: QWidget, newest: NormList | None, today: date, save: Save, tell: Failed
    ) -> None:
        title = "Agree new norms" if newest else "Agree norms"
        stay = "Earlier versions stay readable." if newest else ""
        super().__init__(over, title, title, tell, subtitle=stay, width=560)
        self._newest, self._save, self._today = newest, save, today
        self.norms = TextArea(
            "\n".join(newest.norms) if newest else "",
            "Questions before advice.\nStart and stop on time.",
            lines=8,
        )
        self.agreed_on = DateInput(today)
        self.fill(
            Form(
                Field("Norms, one on a line", self.norms, key="norms"),
                Field("Agreed on", self.agreed_on, key="agreed_on"),
            )
        )
        self.effect.say(f"This becomes version {newest.version + 1 if newest else 1}.")

    def keep(self) -> None:
        """Keep the norms as a new version; raises BadInput where nothing has changed."""
        norms = tidy_norms(norms_in(self.norms.toPlainText()))
        if self._newest is not None and norms == self._newest.norms:
            raise BadInput(
                f"Nothing differs from version {self._newest.version}.",
                "Change a line, or cancel.",
                field="norms",
            )
        self._save(norms, self.agreed_on.day or self._today, self.finish, self.refuse)


def show_versions(over: QWidget, versions: Sequence[NormList]) -> Dialog:
    """Show every version of the norms, newest first, with what was new in each."""
    dialog = Dialog(over, "Norms over time", "Close", width=520)
    dialog.cancel_button.hide()
    for place, version in enumerate(versions):
        if place:
            dialog.body.addWidget(hairline())
        words = agreed(version)
        dialog.body.addWidget(Text(f"{words[:1].upper()}{words[1:]}", "strong"))
        norms = norms_shown(versions[place : place + 2])
        for number, norm in enumerate(norms, start=1):
            dialog.body.addWidget(norm_line(number, norm, len(norms)))
    dialog.accepted.connect(dialog.finish)
    dialog.open()
    return dialog
