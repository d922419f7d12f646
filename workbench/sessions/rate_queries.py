"""Reading the rates of one community, or of several rolled up into one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import ExcusedRule
from workbench.models.communities import Community
from workbench.sessions.attendance_queries import records
from workbench.sessions.attendance_rules import SessionRecord
from workbench.sessions.rate_rules import Rates, rates_of
from workbench.sessions.row_queries import community_row


@dataclass(frozen=True, slots=True)
class CommunityRates:
    """One community by its name, with its rates by its own rule."""

    name: str
    rates: Rates


@dataclass(frozen=True, slots=True)
class RolledUp:
    """Every community in the order of making, and all of them together by one rule."""

    each: tuple[CommunityRates, ...]
    together: Rates


def rolled_up(
    connection: Connection, since: date | None = None, until: date | None = None
) -> RolledUp | None:
    """Return the rates of all communities between two days; None where there is only one."""
    every = connection.scalars(select(Community).order_by(Community.id)).all()
    if len(every) < 2:
        return None
    read = [records(connection, row.id, since, until) for row in every]
    each = zip(every, read, strict=True)
    return RolledUp(
        tuple(CommunityRates(row.name, rates_of(own, row.excused_rule)) for row, own in each),
        _as_one(read, {row.excused_rule for row in every}),
    )


def rates(
    connection: Connection,
    communities: int | Collection[int],
    since: date | None = None,
    until: date | None = None,
) -> Rates:
    """Return the rates of the sessions between two days, both included; raises NotFound.

    Somebody in several communities has one rate over all of them. Where their rules for apologies
    differ, apologies count as expected, and the words say so.
    """
    wanted = [communities] if isinstance(communities, int) else sorted(set(communities))
    rules = {community_row(connection, one).excused_rule for one in wanted}
    return _as_one([records(connection, one, since, until) for one in wanted], rules)


def _as_one(read: Iterable[list[SessionRecord]], rules: Collection[ExcusedRule]) -> Rates:
    rule = next(iter(rules)) if len(rules) == 1 else ExcusedRule.EXPECTED
    return rates_of(chain.from_iterable(read), rule, rules_differ=len(rules) > 1)
