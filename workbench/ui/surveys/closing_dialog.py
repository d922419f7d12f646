"""The question before a wave closes for good: what it fixes, what backups still hold, which day."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from workbench.foundation.dates import full_date
from workbench.foundation.errors import BadInput
from workbench.foundation.words import WaveState
from workbench.ui.desk import Failed
from workbench.ui.kit.date_input import DateInput
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.text import Text
from workbench.ui.surveys.wave_lines import AskingLine

Close = Callable[[date | None, Callable[[], None], Failed], None]
_BACKUPS = (
    "Closing forgets single answers and comments that can never be shown. Backups made before "
    "still hold them: Settings, Backups names their folders; delete the older copies there."
)


class ClosingDialog(Dialog):
    """Asks once before closing, and for the day where another wave closed today already."""

    def __init__(
        self,
        over: QWidget,
        title: str,
        sentence: str,
        day: DateInput | None,
        close: Close,
        tell: Failed,
    ) -> None:
        super().__init__(over, title, "Close the wave", grave=True, width=480)
        self.day, self._close, self._tell = day, close, tell
        self.body.addWidget(Text(sentence, wrap=True))
        self.form = Form()
        if day is not None:
            hint = (
                "Another wave of the same questionnaire closed today, and two of one day could not "
                "be told apart. Give the day on which people last answered this one."
            )
            self.form = Form(Field("Closed on", day, hint, key="closed_on"))
            self.body.addWidget(self.form)
        self.body.addWidget(Text(_BACKUPS, tone="text_2", wrap=True))
        self.effect.say("This cannot be undone.")
        self.accepted.connect(lambda: self._close(self._chosen(), self.finish, self._failed))

    def _chosen(self) -> date | None:
        return self.day.day if self.day is not None else None

    def _failed(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self.finish()
            self._tell(problem)


def day_to_give(line: AskingLine, lines: Sequence[AskingLine], today: date) -> date | None:
    """Return the last day on which all waves of an asking can close, None where that is today.

    Two waves of one questionnaire cannot close on the same day; never a day before it opened.
    """
    asked = {one.wave.instrument_key for one in line.waves}
    taken = {
        one.wave.closed_on
        for other in lines
        for one in other.waves
        if one.wave.state is WaveState.CLOSED and one.wave.instrument_key in asked
    }
    if today not in taken:
        return None
    day = today
    while day in taken:
        day -= timedelta(days=1)
    opened = [one.wave.opened_on for one in line.waves if one.wave.opened_on]
    return day if not opened or day >= max(opened) else today


def refuse_other_days(line: AskingLine, day: date, today: date) -> None:
    """Raise BadInput for a day that has not come, or on which the wave was not open yet."""
    if day > today:
        raise BadInput(
            f"{full_date(day)} has not come yet.", "Give today or a day before.", field="closed_on"
        )
    opened = [one.wave.opened_on for one in line.waves if one.wave.opened_on]
    if opened and day < max(opened):
        raise BadInput(
            f"This wave opened on {full_date(max(opened))}, so it cannot have closed before.",
            "Give a later day, or close it tomorrow.",
            field="closed_on",
        )
