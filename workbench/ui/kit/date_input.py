"""A day, typed as people write it or chosen in a calendar."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit

from workbench.foundation.dates import short_day
from workbench.foundation.errors import BadInput
from workbench.foundation.typed_days import FIRST_YEAR, LAST_YEAR, read_day
from workbench.ui.kit.corner_icon import corner_icon
from workbench.ui.kit.own_undo import OwnUndo
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_MONTH = 31
_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: _MONTH,
    Qt.Key.Key_PageDown: -_MONTH,
}


class DateInput(Themed, QLineEdit):
    """A date as "15 Oct 2026"; may be left empty if `optional`.

    Up and down go by days, PageUp and PageDown by months, Alt+Down or a click on the calendar opens
    it. `picked` tells another day; `refused` carries the sentence about words that are no day, or
    an empty one when they are right again.
    """

    picked = Signal()
    refused = Signal(str)

    def __init__(
        self, day: date | None = None, *, optional: bool = False, today: date | None = None
    ) -> None:
        super().__init__()
        self._optional = optional
        self._today = today or date.today()  # noqa: DTZ011 - a wall date
        self._day: date | None = None
        self._wrong = False
        if optional:
            self.setPlaceholderText("no date")
        OwnUndo(self)
        self.show_day(day)
        self.editingFinished.connect(self._settle)
        self.restyle()

    @property
    def day(self) -> date | None:
        """The day that is typed, None where it is empty; the last good one for words that fail."""
        try:
            return self._read()
        except BadInput:
            return self._day

    def show_day(self, day: date | None) -> None:
        """Show a day, or none."""
        shown = day if day or self._optional else self._today
        self._day = shown
        self.setText(f"{short_day(shown)} {shown.year}" if shown else "")
        if self._wrong:
            self._wrong = False
            self.refused.emit("")

    def is_right(self) -> bool:
        """Whether what is typed is a day; if not, says so and takes the focus."""
        try:
            self._read()
        except BadInput as problem:
            self._refuse(problem)
            self.setFocus()
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, open the calendar, or empty the field with Delete at its end."""
        key, alt = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.AltModifier
        at_end = not self.hasSelectedText() and self.cursorPosition() == len(self.text())
        if (alt and key == Qt.Key.Key_Down) or key == Qt.Key.Key_F4:
            self.open_calendar()
        elif key in _STEPS and not alt:
            self._step(_STEPS[key])
        elif key == Qt.Key.Key_Delete and self._optional and at_end:
            self.clear()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the day out, or say what is wrong with it."""
        super().focusOutEvent(event)
        self._settle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the calendar icon opens it."""
        if event.position().x() > self.width() - look().px(32):
            self.open_calendar()
        else:
            super().mousePressEvent(event)

    def open_calendar(self) -> None:
        """Open a month below the field; a click or Enter takes a day."""
        month = QCalendarWidget(self)
        month.setWindowFlag(Qt.WindowType.Popup)
        month.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        month.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        month.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        month.setFont(look().font())
        start = self.day or self._today
        month.setSelectedDate(QDate(start.year, start.month, start.day))

        def take(chosen: QDate) -> None:
            month.close()
            self._take(date(chosen.year(), chosen.month(), chosen.day()))

        month.clicked.connect(take)
        month.activated.connect(take)
        month.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        month.show()
        month.setFocus()

    def restyle(self) -> None:
        """Take the font of the text size and leave room for the calendar."""
        self.setFont(look().font())
        self.setTextMargins(0, 0, look().px(20), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the calendar icon."""
        super().paintEvent(event)
        corner_icon(self, "calendar")

    def _read(self) -> date | None:
        if self._optional and not self.text().strip():
            return None
        return read_day(self.text(), self._today)

    def _step(self, by: int) -> None:
        now = self.day
        if now is None:
            self._take(self._today)
        elif abs(by) == _MONTH:
            months = QDate(now.year, now.month, now.day).addMonths(1 if by > 0 else -1)
            self._take(date(months.year(), months.month(), months.day()))
        else:
            self._take(now + timedelta(days=by))

    def _take(self, day: date) -> None:
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            self.setText(f"{short_day(day)} {day.year}")
            self._settle()

    def _refuse(self, problem: BadInput) -> None:
        self._wrong = True
        self.refused.emit(str(problem))

    def _settle(self) -> None:
        try:
            day = self._read()
        except BadInput as problem:
            self._refuse(problem)
            return
        before = self._day
        self.show_day(day)
        if day != before:
            self.picked.emit()
