"""Rates of a community at a glance: all together, by session, by quarter, by person."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from workbench.foundation.text import counted, listed
from workbench.foundation.words import ExcusedRule
from workbench.sessions.attendance_rules import (
    Rate,
    SessionRecord,
    histories,
    mean_share,
    rate_of,
    session_rate,
    together,
)
from workbench.sessions.engagement import active

RULE_WORDS: Final = {
    ExcusedRule.EXPECTED: "Apologies count as expected.",
    ExcusedRule.SET_APART: "Apologies are set apart.",
}
_HEAD: Final = "Here, late ones included, out of everybody expected on the day."
_QUARTERS: Final = ("Jan to Mar", "Apr to Jun", "Jul to Sep", "Oct to Dec")


@dataclass(frozen=True, slots=True)
class QuarterRate:
    """Three months of a year: everybody here out of everybody expected, over its sessions."""

    year: int
    quarter: int
    rate: Rate
    sessions: int

    @property
    def label(self) -> str:
        """The months in words: "Jul to Sep 2026"."""
        return f"{_QUARTERS[self.quarter - 1]} {self.year}"


@dataclass(frozen=True, slots=True)
class SessionRate:
    """One session that counts."""

    session: int
    on: date
    rate: Rate


@dataclass(frozen=True, slots=True)
class Rates:
    """All rates by one rule; `pooled` and `mean_of_personal` are two numbers with two names.

    `people` is how many people the mean is of; `by_person` is in no order of size; `recent` is how
    many of those expected last came to one of the last three sessions (the others have not left).
    """

    pooled: Rate
    mean_of_personal: float | None
    people: int
    recent: Rate
    by_session: tuple[SessionRate, ...]
    by_quarter: tuple[QuarterRate, ...]
    by_person: dict[int, Rate]
    rule: ExcusedRule
    cancelled: int
    counted_only: int
    rules_differ: bool = False

    @property
    def rule_words(self) -> str:
        """The rule as it is printed beside the figures, with the sessions left out."""
        differ = "The communities have different rules for apologies; here they count as expected."
        rule = differ if self.rules_differ else RULE_WORDS[self.rule]
        left = []
        if self.cancelled:
            left.append(f"{self.cancelled} cancelled")
        if self.counted_only:
            left.append(f"{self.counted_only} with a head-count alone")
        sessions = self.cancelled + self.counted_only
        out = f" Left out: {counted(sessions, 'session', 'sessions')} ({listed(left)})."
        return f"{_HEAD} {rule}{out if left else ''}"


def rates_of(
    records: Iterable[SessionRecord],
    rule: ExcusedRule = ExcusedRule.EXPECTED,
    *,
    rules_differ: bool = False,
) -> Rates:
    """Return the rates of these sessions; those that count nothing are told, not rated."""
    every = sorted(records, key=lambda record: (record.on, record.session))
    counting = [record for record in every if record.counts]
    marks = histories(counting)
    people = {person: rate_of(own, rule) for person, own in marks.items()}
    by_session = tuple(SessionRate(r.session, r.on, session_rate(r, rule)) for r in counting)
    last = counting[-1].expected if counting else frozenset()
    return Rates(
        pooled=together((one.rate for one in by_session), rule),
        mean_of_personal=mean_share(people.values()),
        people=sum(rate.share is not None for rate in people.values()),
        recent=Rate(sum(active(marks[person]) for person in last), len(last)),
        by_session=by_session,
        by_quarter=_quarters(by_session, rule),
        by_person=dict(sorted(people.items())),
        rule=rule,
        cancelled=sum(record.cancelled for record in every),
        counted_only=sum(_counted_only(record) for record in every),
        rules_differ=rules_differ,
    )


def _quarters(sessions: Iterable[SessionRate], rule: ExcusedRule) -> tuple[QuarterRate, ...]:
    found: dict[tuple[int, int], list[Rate]] = defaultdict(list)
    for one in sessions:
        found[one.on.year, (one.on.month + 2) // 3].append(one.rate)
    return tuple(
        QuarterRate(year, quarter, together(some, rule), len(some))
        for (year, quarter), some in found.items()
    )


def _counted_only(record: SessionRecord) -> bool:
    return not record.cancelled and not record.counts and record.head_count is not None
