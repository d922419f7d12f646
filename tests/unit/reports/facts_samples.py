"""Facts of a made-up period, built without a database."""

from dataclasses import replace
from datetime import date

from workbench.communities.queries import CommunityRow, EventRow
from workbench.foundation.words import Direction, ExcusedRule, StoryValue, WaveState
from workbench.impact.queries import FigureRow, MonthRow, StoryRow
from workbench.impact.rules import StoryDraft
from workbench.insights.measures import Measure, measure_of
from workbench.insights.shares import Share, share_change
from workbench.reports.brief_facts import BriefFacts, HelpSplit
from workbench.sessions.attendance_rules import Rate
from workbench.surveys.figures import GroupFigures, WaveFigures
from workbench.surveys.instruments import load_instrument
from workbench.surveys.queries import WaveResult, WaveRow

LABELS = {date(2026, 3, 24): "March", date(2026, 9, 22): "September"}


def wave(key: str, on: date, n: int, mean: float | None, sd: float, hidden: int = 0) -> WaveResult:
    instrument = load_instrument(key)
    groups = [GroupFigures(name=f"Hidden {at}", reason="Not shown") for at in range(hidden)]
    figures = WaveFigures(
        instrument=key,
        version=instrument.version,
        direction=instrument.direction.value,
        minimum_group=5,
        suppressed=mean is None,
        reason="" if mean is not None else "Not shown: fewer than 5 answers",
        invited=48,
        n=n if mean is not None else None,
        scored=n if mean is not None else None,
        mean=mean,
        sd=sd if mean is not None else None,
        ci_low=None if mean is None else mean - sd / 3,
        ci_high=None if mean is None else mean + sd / 3,
        departments=tuple(groups),
    )
    row = WaveRow(
        id=on.toordinal(), community_id=1, asking_id=1, instrument_key=key,
        instrument_version=instrument.version, instrument_title=instrument.title,
        construct=instrument.construct, label=LABELS[on], state=WaveState.CLOSED, opened_on=None,
        closes_on=None, closed_on=on, invited=48, minimum_group=5, change_that_matters=None,
        can_find=None, can_find_said="", came_by=(),
        answered=None,
    )  # fmt: skip
    return WaveResult(row, figures, instrument)


def measure(*results: WaveResult) -> Measure:
    found = measure_of(list(results), "December")
    assert found is not None
    return found


MARCH, SEPTEMBER = LABELS
SAFETY = measure(
    wave("safety-pulse", MARCH, 31, 4.96, 0.63), wave("safety-pulse", SEPTEMBER, 38, 5.34, 0.62, 2)
)
LONELY = measure(
    wave("loneliness-pulse", MARCH, 31, 5.06, 1.46),
    wave("loneliness-pulse", SEPTEMBER, 38, 4.79, 1.61, 1),
)
HIDDEN = measure(wave("safety-pulse", SEPTEMBER, 3, None, 0.0))

TICKETS = FigureRow(
    1, "Tickets passed on", "", "% of tickets", "Support dashboard", Direction.LOWER, 9.0,
    date(2026, 12, 31), (MonthRow(date(2026, 1, 1), 14.2), MonthRow(date(2026, 9, 1), 10.8)), (),
)  # fmt: skip


def story(title: str, result: str, attempt: str = "", *, may_be_told: bool = True) -> StoryRow:
    draft = StoryDraft(
        title=title, attempt=attempt, result=result, value=StoryValue.REALISED,
        may_be_told=may_be_told, told_on=date(2026, 9, 1),
    )  # fmt: skip
    return StoryRow(1, "Ama Boateng", draft, (True,) * 5)


EARLIER, LATER = Share(12, 25), Share(24, 34)

FACTS = BriefFacts(
    community=CommunityRow(
        1, "Bridges", "Learning community", "Halden Home", None, "UTC", ExcusedRule.EXPECTED
    ),
    start=date(2026, 1, 22),
    end=date(2026, 10, 1),
    prepared_on=date(2026, 10, 13),
    prepared_by="Ruth Adeyemi",
    members=48,
    members_then=34,
    departments=6,
    sessions=16,
    rate=Rate(455, 644),
    given=349,
    measures=(SAFETY, LONELY),
    help=HelpSplit(date(2026, 5, 1), EARLIER, LATER, share_change(EARLIER, LATER)),
    figures=(TICKETS,),
    events=(EventRow(1, "New returns desk", date(2026, 9, 1), None),),
    stories=(
        story("A two-line handover note", "It became a field in every ticket."),
        story("Photos are tagged", "", "With Kofi Mensah on two shifts."),
        story("Kofi's pallets", "Fewer disputes."),
        story("Not to be told", "Nothing.", may_be_told=False),
    ),
    names=("Ama Boateng", "Kofi Mensah"),
)

NOTHING = replace(
    FACTS, members=3, members_then=0, departments=0, sessions=0, rate=Rate(0, 0), given=0,
    measures=(), help=None, figures=(), events=(), stories=(),
)  # fmt: skip
