"""The form of the charter: names, purpose, where people meet, zone, how apologies count."""

from collections.abc import Callable
from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from workbench.communities.queries import Charter
from workbench.communities.rules import CharterDraft
from workbench.foundation.words import ExcusedRule
from workbench.ui.communities.kept_form import Done, KeptForm
from workbench.ui.desk import Failed
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Choice, DateInput, LineInput, TextArea

Save = Callable[[CharterDraft, Done, Failed], None]
_APOLOGIES = [
    (ExcusedRule.EXPECTED.value, "Count as expected"),
    (ExcusedRule.SET_APART.value, "Are set apart"),
]


class CharterForm(KeptForm):
    """Changes what the charter says."""

    def __init__(self, over: QWidget, charter: Charter, save: Save, tell: Failed) -> None:
        super().__init__(over, "Edit charter", "Save charter", tell, width=600)
        self._save = save
        row = charter.community
        self.purpose = TextArea(
            charter.purpose, "What gets better, for whom, because you meet?", lines=3
        )
        self.name = LineInput(row.name)
        self.strapline = LineInput(row.strapline, "Cross-department learning community")
        self.organisation = LineInput(row.organisation)
        self.place = LineInput(charter.place_between, "Teams channel")
        self.founded = DateInput(row.founded_on, optional=row.founded_on is None)
        self.zone = LineInput(row.zone, "Europe/London")
        self.zone.setCompleter(_zones(self.zone))
        self.apologies = Choice(_APOLOGIES, row.excused_rule.value)
        self.fill(self._made_form())
        self.effect.say("The brief carries these words.")

    def draft(self) -> CharterDraft:
        """Return what the form says."""
        return CharterDraft(
            name=self.name.text(),
            strapline=self.strapline.text(),
            organisation=self.organisation.text(),
            purpose=self.purpose.toPlainText(),
            place_between=self.place.text(),
            founded_on=self.founded.day,
            zone=self.zone.text().strip(),
            excused_rule=ExcusedRule(self.apologies.key),
        )

    def keep(self) -> None:
        """Keep the charter."""
        self._save(self.draft(), self.finish, self.refuse)

    def _made_form(self) -> Form:
        return Form(
            Field("Purpose", self.purpose, "One sentence everybody can repeat.", key="purpose"),
            beside(
                Field("Name", self.name, key="name"),
                Field("Organisation", self.organisation, key="organisation"),
            ),
            Field("In one line", self.strapline, "Stands under the name.", key="strapline"),
            beside(
                Field("Where people meet in between", self.place, key="place_between"),
                Field("Since", self.founded, key="founded_on"),
            ),
            beside(
                Field("Time zone", self.zone, "New sessions begin in it.", key="zone"),
                Field(
                    "Apologies",
                    self.apologies,
                    "In every rate: here of expected.",
                    key="excused_rule",
                ),
            ),
        )


def _zones(line: LineInput) -> QCompleter:
    """Return a completer that finds a zone by any part of its name."""
    completer = QCompleter(sorted(available_timezones()), line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
