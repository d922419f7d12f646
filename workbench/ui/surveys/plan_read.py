"""What the planning page needs to know: questionnaires with their past, members, the plan kept."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from workbench.communities.queries import workspace_setting
from workbench.foundation.dates import month_name
from workbench.foundation.text import clean
from workbench.foundation.words import Means, Role, WaveState
from workbench.insights.wording import usually_matters
from workbench.rosters.queries import roster
from workbench.storage.workspace import Workspace
from workbench.surveys.asking_power import Spread
from workbench.surveys.asking_power_queries import spread_of
from workbench.surveys.asking_queries import AskingRow, asking_row
from workbench.surveys.asking_rules import AskedForm, AskingPlan, Block
from workbench.surveys.instruments import Instrument
from workbench.surveys.queries import WaveRow, known_instruments, waves
from workbench.surveys.usual_queries import usual_minimum

_USUAL_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Offered:
    """A questionnaire that may be asked, how often it was, and how its answers spread.

    `first` is the number of its first wave; those asked together keep the order of their form.
    `open_in` is the name of a wave in which it is asked now: until that is closed no other opens.
    """

    instrument: Instrument
    closed: int = 0
    first: int = 0
    matters: float | None = None
    spread: Spread | None = None
    open_in: str = ""


@dataclass(frozen=True, slots=True)
class PlanRead:
    """What is known before a wave is planned; `asking` is the plan kept so far, if any."""

    offered: tuple[Offered, ...]
    members: int
    departments: Mapping[str, int]
    smallest: int
    facilitator: str
    today: date
    community: str
    asking: AskingRow | None = None
    plan: AskingPlan = field(default_factory=lambda: AskingPlan("", ()))

    def chosen(self, plan: AskingPlan) -> tuple[Offered, ...]:
        """Return the questionnaires of a plan in its order."""
        known = {one.instrument.id: one for one in self.offered}
        return tuple(known[key] for key in plan.instruments if key in known)

    def form(self, plan: AskingPlan) -> AskedForm | None:
        """Return the form of a plan before it is kept, None where there is none to print."""
        instruments = [one.instrument for one in self.chosen(plan)]
        if not instruments or not all(one.has_wording for one in instruments):
            return None
        return AskedForm(
            asking_id=0,
            community=self.community,
            label=clean(plan.label),
            blocks=tuple(Block(0, one) for one in instruments),
            departments=plan.departments,
            asks_comment=plan.asks_comment,
            code_parts=plan.code_parts,
            promise=plan.promise,
            minimum_group=plan.minimum_group,
            key_name="",
            asks_attendance=plan.asks_attendance,
        )


def read_plan(
    workspace: Workspace, community_id: int, community: str, asking_id: int, today: date
) -> PlanRead:
    """Read it for one asking, or for a new one where the number is 0; raises NotFound."""
    asking = workspace.read(asking_row, asking_id) if asking_id else None
    past = workspace.read(waves, community_id)
    known = [
        _offered(workspace, community_id, one, past) for one in workspace.read(known_instruments)
    ]
    offered = tuple(sorted(known, key=lambda one: (-one.closed, one.first)))
    members, departments = _members(workspace, community_id, today)
    smallest = workspace.read(usual_minimum)
    plan = asking.plan if asking else _new_plan(offered, members, smallest, today)
    return PlanRead(
        offered=offered,
        members=members,
        departments=departments,
        smallest=smallest,
        facilitator=workspace.read(workspace_setting, "facilitator"),
        today=today,
        community=community,
        asking=asking,
        plan=plan,
    )


def usual_answers(invited: int) -> int:
    """Return how many answers to expect of so many invited, before anybody says otherwise."""
    return round(invited * _USUAL_SHARE)


def _offered(
    workspace: Workspace, community_id: int, instrument: Instrument, past: Sequence[WaveRow]
) -> Offered:
    same = [row for row in past if row.instrument_key == instrument.id]
    open_in = next((row.label for row in same if row.state is WaveState.OPEN), "")
    own = [
        row
        for row in same
        if row.state is WaveState.CLOSED and row.instrument_version == instrument.version
    ]
    if not own:
        return Offered(instrument, open_in=open_in)
    spread = workspace.read(spread_of, community_id, instrument)
    first = min(row.id for row in own)
    return Offered(instrument, len(own), first, own[-1].change_that_matters, spread, open_in)


def _members(workspace: Workspace, community_id: int, today: date) -> tuple[int, Mapping[str, int]]:
    """Return how many belong today, and how many of them to each department, guests left out."""
    rows = [
        row for row in workspace.read(roster, community_id, today) if row.role is not Role.GUEST
    ]
    people = {row.person_id: row.department for row in rows}
    counted = Counter(one.name for one in people.values() if one is not None)
    return len(people), dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _new_plan(offered: tuple[Offered, ...], members: int, smallest: int, today: date) -> AskingPlan:
    """Return the plan a new wave begins with: what was asked before, this month, every member.

    What is asked in an open wave is left out: nothing could open with it before that is closed.
    """
    continued = tuple(
        one.instrument.id
        for one in offered
        if one.closed and one.instrument.has_wording and not one.open_in
    )
    return AskingPlan(
        label=month_name(today),
        instruments=continued,
        invited=members or None,
        minimum_group=smallest,
        change_that_matters={
            one.instrument.id: one.matters or usually_matters(*one.instrument.range)
            for one in offered
            if one.closed
        },
        expected_answers=usual_answers(members) or None,
        means=frozenset({Means.LAPTOP, Means.PAPER}),
    )
