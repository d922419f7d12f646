"""Reading the rates of one community, or of several rolled up into one."""

from collections.abc import Collection
from datetime import date

from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import ExcusedRule
from workbench.sessions.attendance_queries import records
from workbench.sessions.rate_rules import Rates, rates_of
from workbench.sessions.row_queries import community_row


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
    every = [
        record
        for community in wanted
        for record in records(connection, community)
        if (since is None or record.on >= since) and (until is None or record.on <= until)
    ]
    rule = next(iter(rules)) if len(rules) == 1 else ExcusedRule.EXPECTED
    return rates_of(every, rule, rules_differ=len(rules) > 1)
