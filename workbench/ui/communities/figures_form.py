"""Months of a business figure, typed in on the page that asks for them."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from workbench.communities.amounts import plain
from workbench.communities.months import month_of, months_after
from workbench.foundation.dates import month_name
from workbench.impact.queries import FigureRow
from workbench.ui.communities.kept_form import Done, KeptForm, typed_amount
from workbench.ui.desk import Failed
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import LineInput

Save = Callable[[Mapping[date, float | None], Done, Failed], None]
_MOST, _FIRST = 12, 3


def months_to_type(figure: FigureRow, today: date) -> tuple[date, ...]:
    """Return the months to ask for: the newest 12 missing, the last 3 of a figure without any.

    Where none is missing, the last 3 typed, to be corrected.
    """
    if figure.missing:
        return figure.missing[-_MOST:]
    if figure.months:
        return tuple(row.month for row in figure.months[-_FIRST:])
    quarter_ago = month_of(today)
    for _ in range(_FIRST + 1):
        quarter_ago = month_of(date.fromordinal(quarter_ago.toordinal() - 1))
    return months_after(quarter_ago, today)


class FiguresForm(KeptForm):
    """A field for each month; an empty one leaves or empties that month."""

    def __init__(
        self,
        over: QWidget,
        figure: FigureRow,
        today: date,
        save: Save,
        tell: Failed,
        bring_in: Callable[[], object],
    ) -> None:
        about = ", ".join(part for part in (figure.name, figure.source) if part)
        super().__init__(
            over, "Type in the figures", "Keep figures", tell, subtitle=about, width=540
        )
        self._save = save
        typed = {row.month: row.value for row in figure.months}
        self.months = {
            month: LineInput(plain(typed[month]) if month in typed else "", figure.unit)
            for month in months_to_type(figure, today)
        }
        self.fill(
            Form(
                *(
                    Field(f"{month_name(month)} {month.year}", line, key=month.isoformat())
                    for month, line in self.months.items()
                )
            )
        )
        self.offer("Import from a file", bring_in, icon="upload")
        self.effect.say("An empty month is never 0.")

    def keep(self) -> None:
        """Keep the months; raises BadInput for what is no number."""
        values = {
            month: typed_amount(line.text(), month.isoformat())
            for month, line in self.months.items()
        }
        self._save(values, self.finish, self.refuse)
