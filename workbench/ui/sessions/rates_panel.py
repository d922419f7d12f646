"""The panel of rates beside the attendance grid: of which days, of whom, by what rule."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.insights.retention import Retention
from workbench.insights.retention_queries import retention
from workbench.sessions.rate_queries import RolledUp, rates, rolled_up
from workbench.sessions.rate_rules import Rates
from workbench.sessions.rate_spans import EVERYTHING, OWN, RateSpan, own_span, spans
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk
from workbench.ui.kit.date_input import DateInput
from workbench.ui.kit.forms import Field
from workbench.ui.kit.inputs import Choice
from workbench.ui.kit.panel import DetailPanel, PanelSection
from workbench.ui.kit.text import Text
from workbench.ui.sessions.rates_sections import (
    communities_section,
    people_section,
    quarters_section,
    staying_section,
    whole_section,
)

People = Callable[[], Sequence[tuple[int, str]]]


@dataclass(frozen=True, slots=True)
class Glance:
    """What the panel shows: rates of the days chosen, who stays, what else could be chosen."""

    span: RateSpan
    rates: Rates
    staying: Retention
    communities: RolledUp | None
    choices: tuple[RateSpan, ...]


class RatesPanel(DetailPanel):
    """Rates of days to choose; nothing is ordered by size. Call `load` when it is shown.

    `people` are numbers and names in the order of the roster, none while names are hidden.
    """

    def __init__(self, desk: Desk, people: People = tuple) -> None:
        super().__init__("Rates")
        self._desk, self._people = desk, people
        self._reading = self._again = False
        self._choices: tuple[RateSpan, ...] = (RateSpan(),)
        self._glance: Glance | None = None
        self.of = Choice([(EVERYTHING, "All sessions")])
        self.of.setAccessibleName("Rates of which days")
        self.first, self.last = (DateInput(optional=True, today=desk.clock.today()) for _ in "fl")
        self._days = QWidget()
        row = QHBoxLayout(self._days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for label, day in (("From", self.first), ("To", self.last)):
            row.addWidget(Field(label, day), 1)
            day.picked.connect(self.load)
        self._days.hide()
        self.of.picked.connect(self._choose)
        self.head.addWidget(self.of)
        self.head.addWidget(self._days)

    @property
    def settled(self) -> bool:
        """Whether everything asked for was shown."""
        return not self._reading

    @property
    def span(self) -> RateSpan:
        """The days chosen."""
        if self.of.key == OWN:
            return own_span(self.first.day, self.last.day)
        return next((one for one in self._choices if one.key == self.of.key), RateSpan())

    def load(self) -> None:
        """Read the rates again; one reading at a time, and one more after changes meanwhile.

        Who stays is read as "then or later": a month without a session lost nobody.
        """
        if self._reading:
            self._again = True
            return
        community, today, span = self._desk.community, self._desk.clock.today(), self.span
        self._reading = True

        def read(workspace: Workspace) -> Glance:
            whole = workspace.read(rates, community)
            part = whole
            if span.since or span.until:
                part = workspace.read(rates, community, span.since, span.until)
            staying = workspace.read(retention, community, today, rolling=True)
            together = workspace.read(rolled_up, span.since, span.until)
            return Glance(span, part, staying, together, tuple(spans(whole.by_quarter)))

        self._desk.read(read, self._arrived, self._failed)

    def show_again(self) -> None:
        """Show what was read with the names there are now."""
        if self._glance is not None:
            self.show_glance(self._glance)

    def show_glance(self, glance: Glance) -> None:
        """Show what was read."""
        self._glance, found = glance, glance.rates
        self._offer(glance)
        if not found.by_session:
            self.show_sections(PanelSection("", "", _nothing(some=len(glance.choices) > 1)))
            return
        parts = [whole_section(glance.span.label, found)]
        if glance.span.key == EVERYTHING:
            parts.append(quarters_section(found))
        if glance.communities is not None:
            parts.append(communities_section(glance.communities))
        people = self._people()
        if people:
            parts.append(people_section(people, found.by_person))
        if glance.staying.cohorts and glance.span.key == EVERYTHING:
            parts.append(staying_section(glance.staying))
        self.show_sections(*parts)

    def _offer(self, glance: Glance) -> None:
        self._choices = glance.choices
        named = [(one.key, one.label) for one in glance.choices]
        self.of.offer([*named, (OWN, "Own days")], self.of.key)
        self.of.setVisible(len(named) > 1)

    def _choose(self) -> None:
        own = self.of.key == OWN
        if own and self.first.day is None:
            today = self._desk.clock.today()
            self.first.show_day(today.replace(month=1, day=1))
            self.last.show_day(today)
        self._days.setVisible(own)
        self.load()

    def _arrived(self, glance: Glance) -> None:
        self._reading = False
        self.show_glance(glance)
        if self._again:
            self._again = False
            self.load()

    def _failed(self, problem: Exception) -> None:
        self._reading = self._again = False
        self._desk.tell(problem)


def _nothing(*, some: bool) -> Text:
    told = "Rates appear once somebody was marked at a session."
    return Text("No session on these days has a rate." if some else told, tone="text_2", wrap=True)
