"""Fixing on which days the ups and downs of a chart count as usual, with a reason."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from workbench.communities.usual_range_actions import freeze_usual_range, release_usual_range
from workbench.communities.usual_range_queries import UsualRangeRow, usual_ranges
from workbench.communities.usual_range_rules import UsualRangeDraft
from workbench.foundation.errors import BadInput
from workbench.foundation.words import ChartSeries
from workbench.insights.queries import Insights
from workbench.insights.usual_days import UsualDays, usual_days
from workbench.ui.desk import Desk, Failed
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import DateInput, TextArea

Save = Callable[[UsualRangeDraft, Callable[[], None], Failed], None]


class UsualRangeForm(Dialog):
    """Asks for the usual days of a chart and why they are; `release` is offered for a fixed one."""

    def __init__(
        self,
        over: QWidget,
        today: date,
        series: ChartSeries,
        there: UsualDays,
        save: Save,
        tell: Failed,
        *,
        fixed: UsualRangeRow | None = None,
        release: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(over, "Fix usual range", "Fix range", width=520)
        self._series, self._there, self._save, self._tell = series, there, save, tell
        first, last = (fixed.first_on, fixed.last_on) if fixed else self._proposed(today)
        self.first = DateInput(first, today=today)
        self.last = DateInput(last, today=today)
        self.reason = TextArea(
            fixed.reason if fixed else "", "Since May two teams meet together.", lines=2
        )
        self.form = Form(
            beside(
                Field("From", self.first, key="first_on"), Field("To", self.last, key="last_on")
            ),
            Field("Why these days are the usual ones", self.reason, key="reason"),
        )
        self.body.addWidget(self.form)
        if fixed is not None and release is not None:
            button = Button("Let it go", lambda: self._release(release), size="small")
            self.body.addWidget(button)
        self.effect.say("Later points are held against this range, which does not move with them.")
        self.accepted.connect(self._accept)

    def _proposed(self, today: date) -> tuple[date, date]:
        return self._there.first_stretch or (today, today)

    def _accept(self) -> None:
        first, last = self.first.day, self.last.day
        if first is None or last is None:
            empty = "first_on" if first is None else "last_on"
            self._refused(BadInput("A day is missing.", "Choose a day.", field=empty))
            return
        draft = UsualRangeDraft(
            series=self._series, first_on=first, last_on=last, reason=self.reason.toPlainText()
        )
        try:
            if first <= last:
                self._there.check(first, last)
        except BadInput as problem:
            self._refused(problem)
            return
        self._save(draft, self.finish, self._refused)

    def _refused(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._tell(problem)

    def _release(self, release: Callable[[], object]) -> None:
        self.finish()
        release()


class UsualRangeForms:
    """Opens the form over the page, filled in with what is fixed already, and writes it."""

    def __init__(self, over: QWidget, desk: Desk) -> None:
        self._over, self._desk = over, desk

    def open(self, found: Insights, series: ChartSeries) -> None:
        """Ask for the usual range of a series, once what is fixed has been read."""
        community_id = self._desk.community
        self._desk.read(
            lambda workspace: workspace.read(usual_ranges, community_id),
            lambda fixed: self._show(usual_days(found, series), series, fixed.get(series)),
        )

    def _show(self, there: UsualDays, series: ChartSeries, fixed: UsualRangeRow | None) -> None:
        UsualRangeForm(
            self._over,
            self._desk.clock.today(),
            series,
            there,
            self._save,
            self._desk.tell,
            fixed=fixed,
            release=lambda: self._release(series),
        ).open()

    def _save(self, draft: UsualRangeDraft, then: Callable[[], None], failed: Failed) -> None:
        community_id = self._desk.community
        self._desk.do(
            lambda workspace: workspace.perform(freeze_usual_range, community_id, draft),
            then=lambda _: then(),
            said="Fixed the usual range.",
            failed=failed,
        )

    def _release(self, series: ChartSeries) -> None:
        community_id = self._desk.community
        self._desk.do(
            lambda workspace: workspace.perform(release_usual_range, community_id, series),
            said="The usual range moves with the chart again.",
        )
