"""Reading the feed: gifts by session, newest first, through a filter."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar

from sqlalchemy import Select, String, cast, func, or_, select
from sqlalchemy.orm import Session as Connection

from workbench.contributions.kind_queries import kind_book
from workbench.contributions.kind_rules import KindBook
from workbench.contributions.names import Somebody
from workbench.contributions.queries import counts_by_place
from workbench.contributions.rules import FeedFilter
from workbench.foundation.text import fold
from workbench.foundation.words import ContributionKind
from workbench.models.contributions import Contribution, ContributionReceiver, ContributionTag
from workbench.models.rosters import Person
from workbench.models.sessions import Session
from workbench.rosters.queries import DepartmentRow, departments_of

BETWEEN_SESSIONS: Final = "Between sessions"
EVERYTHING: Final = FeedFilter()
_KINDS: Final = {kind.value: kind for kind in ContributionKind}
Found = TypeVar("Found")
Used = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One gift as the feed shows it; the department is the giver's of today.

    `kind_name` is how the kind is called in this file, `own_kind_id` set where it is an own one.
    `answered_on` is the day a question was marked as answered, None while it is open.
    """

    id: int
    giver: Somebody
    department: DepartmentRow | None
    kind: ContributionKind
    receivers: tuple[Somebody, ...]
    text: str
    tags: tuple[str, ...]
    given_on: date
    session_id: int | None
    answered_on: date | None = None
    own_kind_id: int | None = None
    named: str = ""

    @property
    def kind_name(self) -> str:
        """How its kind is called here."""
        return self.named or self.kind.value


@dataclass(frozen=True, slots=True)
class FeedGroup:
    """The gifts of one session, or of one day between sessions; `in_all` counts hidden ones too."""

    session_id: int | None
    on: date
    title: str
    in_all: int
    rows: tuple[FeedRow, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """What a filter lets through, newest first, and how many gifts there are in all."""

    groups: tuple[FeedGroup, ...]
    shown: int
    in_all: int
    since: date | None


def feed(connection: Connection, community_id: int, wanted: FeedFilter = EVERYTHING) -> Feed:
    """Return the gifts of a community that a filter lets through, grouped by session."""
    counts = counts_by_place(connection, community_id)
    sessions = _sessions(connection, community_id)
    rows = feed_rows(connection, community_id, wanted)
    groups: dict[tuple[date, int | None], list[FeedRow]] = defaultdict(list)
    for row in rows:
        on, _ = sessions.get(row.session_id, (row.given_on, ""))
        groups[(on, row.session_id)].append(row)
    newest_first = sorted(groups, key=lambda key: (key[0], key[1] or 0), reverse=True)
    first = select(func.min(Contribution.given_on)).where(Contribution.community_id == community_id)
    return Feed(
        tuple(
            FeedGroup(
                session_id,
                on,
                sessions.get(session_id, (on, BETWEEN_SESSIONS))[1],
                counts[on if session_id is None else session_id],
                tuple(groups[(on, session_id)]),
            )
            for on, session_id in newest_first
        ),
        len(rows),
        counts.total(),
        connection.scalar(first),
    )


def feed_rows(
    connection: Connection, community_id: int, wanted: FeedFilter = EVERYTHING
) -> list[FeedRow]:
    """Return the gifts that a filter lets through, the newest first."""
    found = connection.execute(_filtered(community_id, wanted)).all()
    receivers, tags = _receivers(connection, community_id), _tags(connection, community_id)
    named = _names(kind_book(connection), {(row.kind, row.own_kind_id) for row in found})
    departments = departments_of(connection, {row.giver_id for row in found})
    rows = (
        FeedRow(
            id=row.id,
            giver=Somebody(row.giver_id, row.name),
            department=departments.get(row.giver_id),
            kind=_KINDS[row.kind],
            receivers=receivers.get(row.id, ()),
            text=row.text,
            tags=tags.get(row.id, ()),
            given_on=row.given_on,
            session_id=row.session_id,
            answered_on=row.answered_on,
            own_kind_id=row.own_kind_id,
            named=named[row.kind, row.own_kind_id],
        )
        for row in found
    )
    return [row for row in rows if _finds(wanted, row)]


def _names(book: KindBook, used: Iterable[Used]) -> dict[Used, str]:
    return {(kind, own): book.of(_KINDS[kind], own).name for kind, own in used}


def _filtered(community_id: int, wanted: FeedFilter) -> Select[*tuple[Any, ...]]:
    statement: Select[*tuple[Any, ...]] = (
        select(
            Contribution.id,
            Contribution.giver_id,
            Person.name,
            cast(Contribution.kind, String).label("kind"),
            Contribution.text,
            Contribution.given_on,
            Contribution.session_id,
            Contribution.answered_on,
            Contribution.own_kind_id,
        )
        .join(Person, Person.id == Contribution.giver_id)
        .where(Contribution.community_id == community_id)
        .order_by(Contribution.given_on.desc(), Contribution.id.desc())
    )
    if wanted.kind:
        statement = statement.where(Contribution.kind == wanted.kind)
    if wanted.own_kind_id is not None:
        statement = statement.where(Contribution.own_kind_id == wanted.own_kind_id)
    if wanted.session_id is not None:
        statement = statement.where(Contribution.session_id == wanted.session_id)
    if wanted.since:
        statement = statement.where(Contribution.given_on >= wanted.since)
    if wanted.until:
        statement = statement.where(Contribution.given_on <= wanted.until)
    if wanted.person_id is not None:
        received = select(ContributionReceiver.contribution_id).where(
            ContributionReceiver.person_id == wanted.person_id
        )
        statement = statement.where(
            or_(Contribution.giver_id == wanted.person_id, Contribution.id.in_(received))
        )
    return statement


def _finds(wanted: FeedFilter, row: FeedRow) -> bool:
    if wanted.tag and fold(wanted.tag) not in [fold(tag) for tag in row.tags]:
        return False
    names = [one.name for one in row.receivers]
    return not wanted.words or wanted.finds(
        row.giver.name, row.kind_name, row.text, *names, *row.tags
    )


def _sessions(connection: Connection, community_id: int) -> dict[int | None, tuple[date, str]]:
    rows = connection.execute(
        select(Session.id, Session.starts_at, Session.title).where(
            Session.community_id == community_id
        )
    )
    return {row.id: (row.starts_at.date(), row.title) for row in rows}


def _receivers(connection: Connection, community_id: int) -> dict[int, tuple[Somebody, ...]]:
    rows = connection.execute(
        select(ContributionReceiver.contribution_id, Person.id, Person.name)
        .join(Person, Person.id == ContributionReceiver.person_id)
        .join(Contribution, Contribution.id == ContributionReceiver.contribution_id)
        .where(Contribution.community_id == community_id)
        .order_by(Person.folded_name, Person.id)
    )
    return _gathered((key, Somebody(number, name)) for key, number, name in rows)


def _tags(connection: Connection, community_id: int) -> dict[int, tuple[str, ...]]:
    rows = connection.execute(
        select(ContributionTag.contribution_id, ContributionTag.tag)
        .join(Contribution, Contribution.id == ContributionTag.contribution_id)
        .where(Contribution.community_id == community_id)
        .order_by(ContributionTag.tag)
    )
    return _gathered(rows)


def _gathered(pairs: Iterable[tuple[int, Found]]) -> dict[int, tuple[Found, ...]]:
    found: dict[int, list[Found]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
