"""What a brief is made from: frozen survey figures, rates, counts and facts of one period."""

from dataclasses import dataclass
from datetime import date

from workbench.communities.queries import CommunityRow, EventRow
from workbench.impact.queries import FigureRow, StoryRow
from workbench.insights.control import ControlChart
from workbench.insights.measures import Measure
from workbench.insights.queries import Series
from workbench.insights.series_words import SeriesWords, Tone
from workbench.insights.shares import Share, ShareChange
from workbench.sessions.attendance_rules import Rate

NO_SERIES = Series(ControlChart((), None), (), (), SeriesWords("", Tone.QUIET, ""))


@dataclass(frozen=True, slots=True)
class HelpSplit:
    """Help across departments before and since a day, and the change between the two shares."""

    since: date
    earlier: Share
    later: Share
    change: ShareChange | None


@dataclass(frozen=True, slots=True)
class BriefFacts:
    """Everything the brief of a community may say about a period, both ends included.

    `members_then` were members on the first day; `names` are those of all who ever belonged, kept
    only so that none of them stands in the brief. `questions` are open and meant for leaders.
    """

    community: CommunityRow
    start: date
    end: date
    prepared_on: date
    prepared_by: str
    members: int
    members_then: int
    departments: int
    sessions: int
    rate: Rate
    given: int
    measures: tuple[Measure, ...] = ()
    help: HelpSplit | None = None
    figures: tuple[FigureRow, ...] = ()
    events: tuple[EventRow, ...] = ()
    stories: tuple[StoryRow, ...] = ()
    names: tuple[str, ...] = ()
    attendance: Series = NO_SERIES
    questions: tuple[str, ...] = ()

    @property
    def enough(self) -> bool:
        """Whether there is anything to tell: a rate, a closed survey or a business figure."""
        return bool(self.rate.expected or self.measures or self.figures)

    @property
    def hidden_departments(self) -> int:
        """How many departments of the newest waves are not shown."""
        newest = [measure.waves[-1].figures.departments for measure in self.measures]
        hidden = {one.name for groups in newest for one in groups if not one.shown}
        return len(hidden)
