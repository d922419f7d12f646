"""Reading communities: the charter with its norms, rhythms and reasons; goals, events, settings."""

from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.communities.rules import Measure, Theme, measure_of
from workbench.foundation.errors import NotFound
from workbench.foundation.text import fold, listed
from workbench.foundation.words import ExcusedRule
from workbench.models.base import Base
from workbench.models.communities import (
    Community,
    Event,
    Goal,
    Norm,
    ReasonTheme,
    Rhythm,
    WorkspaceSetting,
)
from workbench.models.rosters import Membership, Person

Table = TypeVar("Table", bound=Base)


@dataclass(frozen=True, slots=True)
class CommunityRow:
    """A community by its name."""

    id: int
    name: str
    strapline: str
    organisation: str
    founded_on: date | None
    zone: str
    excused_rule: ExcusedRule


@dataclass(frozen=True, slots=True)
class NormList:
    """One version of the norms, in order."""

    version: int
    agreed_on: date | None
    norms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RhythmRow:
    """A repeated meeting of the community."""

    id: int
    name: str
    words: str
    rule: str
    starts_at: time | None
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Charter:
    """What the community is for and how it meets; `norms` is the newest version, if any."""

    community: CommunityRow
    purpose: str
    place_between: str
    norms: NormList | None
    rhythms: tuple[RhythmRow, ...]


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal with its owner's name."""

    id: int
    title: str
    indicator: str
    objective: str
    unit: str
    measure: Measure
    baseline: float | None
    baseline_on: date | None
    target: float | None
    target_on: date | None
    owner_id: int | None
    owner: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """A dated note; one with an end is a pause."""

    id: int
    title: str
    starts_on: date
    ends_on: date | None

    @property
    def is_pause(self) -> bool:
        """Whether it is a stretch rather than a day."""
        return self.ends_on is not None


def communities(session: Session) -> list[CommunityRow]:
    """Return all communities in the order of making."""
    return [_row(found) for found in session.scalars(select(Community).order_by(Community.id))]


def community(session: Session, community_id: int) -> CommunityRow:
    """Return one community; raises NotFound."""
    return _row(there(session, Community, community_id, "community"))


def find_community(session: Session, name: str) -> CommunityRow | None:
    """Return the community of a name whatever its case and accents, or None."""
    found = session.scalar(select(Community).where(Community.folded_name == fold(name)))
    return _row(found) if found else None


def community_named(session: Session, name: str) -> CommunityRow:
    """Return the community of a name; raises NotFound naming those there are."""
    found = find_community(session, name)
    if found:
        return found
    names = [row.name for row in communities(session)]
    there = f"This workspace holds {listed(names)}." if names else "This workspace holds none yet."
    raise NotFound(f'There is no community "{name}".', there)


def charter(session: Session, community_id: int) -> Charter:
    """Return the charter of a community; raises NotFound."""
    found = there(session, Community, community_id, "community")
    versions = norm_versions(session, community_id)
    return Charter(
        _row(found),
        found.purpose,
        found.place_between,
        versions[0] if versions else None,
        tuple(rhythms(session, community_id)),
    )


def norm_versions(session: Session, community_id: int) -> list[NormList]:
    """Return every version of the norms, newest first."""
    rows = session.scalars(
        select(Norm).where(Norm.community_id == community_id).order_by(Norm.version, Norm.position)
    )
    lists: dict[int, list[Norm]] = {}
    for row in rows:
        lists.setdefault(row.version, []).append(row)
    return [
        NormList(version, norms[0].agreed_on, tuple(norm.text for norm in norms))
        for version, norms in reversed(lists.items())
    ]


def rhythms(session: Session, community_id: int) -> list[RhythmRow]:
    """Return the rhythms in the order of making."""
    found = select(Rhythm).where(Rhythm.community_id == community_id).order_by(Rhythm.id)
    return [
        RhythmRow(row.id, row.name, row.words, row.rule, row.starts_at, row.minutes)
        for row in session.scalars(found)
    ]


def themes(session: Session, community_id: int) -> list[Theme]:
    """Return why people come, with how many members name each theme today and named it first."""
    counts = (
        select(Membership.reason_theme_id, func.count().label("now"))
        .where(Membership.community_id == community_id, Membership.left_on.is_(None))
        .group_by(Membership.reason_theme_id)
        .subquery()
    )
    rows = session.execute(
        select(ReasonTheme, func.coalesce(counts.c.now, 0))
        .outerjoin(counts, counts.c.reason_theme_id == ReasonTheme.id)
        .where(ReasonTheme.community_id == community_id)
        .order_by(ReasonTheme.id)
    )
    return [
        Theme(theme.id, theme.name, now, theme.at_joining, theme.in_purpose) for theme, now in rows
    ]


def goals(session: Session, community_id: int) -> list[GoalRow]:
    """Return the goals in their order."""
    rows = session.execute(
        select(Goal, Person.name)
        .outerjoin(Person, Person.id == Goal.owner_id)
        .where(Goal.community_id == community_id)
        .order_by(Goal.position, Goal.id)
    )
    return [
        GoalRow(
            goal.id,
            goal.title,
            goal.indicator,
            goal.objective,
            goal.unit,
            measure_of(goal.measure),
            goal.baseline,
            goal.baseline_on,
            goal.target,
            goal.target_on,
            goal.owner_id,
            owner or "",
        )
        for goal, owner in rows
    ]


def events(session: Session, community_id: int) -> list[EventRow]:
    """Return the events of a community by date."""
    found = select(Event).where(Event.community_id == community_id)
    return [
        EventRow(row.id, row.title, row.starts_on, row.ends_on)
        for row in session.scalars(found.order_by(Event.starts_on, Event.id))
    ]


def workspace_setting(session: Session, name: str, default: str = "") -> str:
    """Return a setting that moves with the file, such as the facilitator's name."""
    found = session.get(WorkspaceSetting, name)
    return found.value if found else default


def there(session: Session, table: type[Table], number: int, word: str) -> Table:
    """Return the row with this number; raises NotFound, saying what `word` is missing."""
    found = session.get(table, number)
    if found is None:
        raise NotFound(f"There is no {word} number {number} in this workspace.")
    return found


def _row(found: Community) -> CommunityRow:
    return CommunityRow(
        found.id,
        found.name,
        found.strapline,
        found.organisation,
        found.founded_on,
        found.zone,
        found.excused_rule,
    )
