"""Marks, who is expected, and rates: always people here out of people expected."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, repeat
from typing import Final, TypeVar

from workbench.foundation.dates import short_day
from workbench.foundation.text import counted, listed
from workbench.foundation.words import ExcusedRule, Mark, Role

Told = TypeVar("Told")
MARK_WORDS: Final = {
    Mark.PRESENT: "here",
    Mark.PART: "late",
    Mark.EXCUSED: "apologies",
    Mark.ABSENT: "missed",
    Mark.UNKNOWN: "not known",
}
MARK_KEYS: Final = {
    Mark.PRESENT: "P",
    Mark.PART: "L",
    Mark.EXCUSED: "E",
    Mark.ABSENT: "A",
    Mark.UNKNOWN: "Delete",
}
HERE: Final = frozenset({Mark.PRESENT, Mark.PART})
MISSED: Final = frozenset({Mark.EXCUSED, Mark.ABSENT})
TOOK_PLACE: Final = frozenset({Mark.PRESENT, Mark.PART, Mark.ABSENT})


@dataclass(frozen=True, slots=True)
class Stay:
    """One membership: the person, first day (None = from the beginning), last day, the role."""

    person: int
    joined: date | None = None
    left: date | None = None
    role: Role = Role.MEMBER


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session as rates see it: its frozen expected list and the marks made, by person."""

    session: int
    on: date
    expected: frozenset[int] = frozenset()
    marks: Mapping[int, Mark] | None = None
    cancelled: bool = False
    head_count: int | None = None

    def mark(self, person: int) -> Mark:
        """Return the person's mark; none made is not known."""
        return (self.marks or {}).get(person, Mark.UNKNOWN)

    def marks_of(self, people: Iterable[int]) -> list[Mark]:
        """Return the marks of people in their order."""
        return list(map((self.marks or {}).get, people, repeat(Mark.UNKNOWN)))

    @property
    def counts(self) -> bool:
        """Whether it enters rates: not cancelled, and somebody was marked here, late or missed.

        A session with a head-count alone, or with nothing but early apologies, has no rate.
        """
        return not self.cancelled and any(m in TOOK_PLACE for m in (self.marks or {}).values())


@dataclass(frozen=True, slots=True)
class Rate:
    """People (or sessions) here out of those expected, with apologies and not-knowns among them."""

    here: int
    expected: int
    excused: int = 0
    unknown: int = 0
    rule: ExcusedRule = ExcusedRule.EXPECTED

    @property
    def out_of(self) -> int:
        """The denominator by the community's rule."""
        return self.expected - (self.excused if self.rule is ExcusedRule.SET_APART else 0)

    @property
    def share(self) -> float | None:
        """Here out of expected, 0 to 1; None where nobody was expected."""
        return self.here / self.out_of if self.out_of else None

    @property
    def fraction(self) -> str:
        """The fraction as screens write it: "14 of 23"."""
        return f"{self.here} of {self.out_of}"

    @property
    def explained(self) -> str:
        """The rule in words, with what is set apart or not known, for tooltips and notes."""
        notes = []
        if self.excused:
            apart = self.rule is ExcusedRule.SET_APART
            notes.append(f"{self.excused} with apologies {'set apart' if apart else 'included'}")
        if self.unknown:
            notes.append(f"{self.unknown} not known, counted as expected")
        head = f"here {self.fraction} expected"
        return f"{head}: {listed(notes)}" if notes else head


@dataclass(frozen=True, slots=True)
class HeadCount:
    """People counted in the room beside people marked by name."""

    counted: int
    named: int

    @property
    def words(self) -> str:
        """What the two numbers say about each other."""
        if not self.named:
            return f"{self.counted} counted, nobody named"
        both = f"{self.counted} counted, {self.named} named"
        apart = abs(self.counted - self.named)
        if not apart:
            return f"{both}: they agree"
        if self.counted > self.named:
            return f"{both}: {counted(apart, 'name', 'names')} missing"
        return f"{both}: {apart} more by name than counted"

    @property
    def missing(self) -> int:
        """How many people were counted whom nobody named."""
        return max(0, self.counted - self.named)


def is_expected(stay: Stay, on: date) -> bool:
    """Whether a membership makes its person expected that day; guests are welcome, not expected."""
    has_joined = stay.joined is None or stay.joined <= on
    return stay.role is not Role.GUEST and has_joined and (stay.left is None or on <= stay.left)


def no_place(stays: Iterable[Stay], on: date) -> str:
    """Return why somebody has no place at a session of that day: "joined 3 May"; "" where they do.

    A guest has one at every session. Whoever has none can neither have missed it nor sent
    apologies; that they came all the same is a visit, which counts in no rate.
    """
    times = list(stays)
    if any(time.role is Role.GUEST or is_expected(time, on) for time in times):
        return ""
    joined = min((time.joined for time in times if time.joined and time.joined > on), default=None)
    left = max((time.left for time in times if time.left and time.left < on), default=None)
    words = [f"left {_dated(left, on)}"] if left else []
    words += [f"joined {'again ' if left else ''}{_dated(joined, on)}"] if joined else []
    return listed(words) or "not on the roster"


def _dated(day: date, beside: date) -> str:
    return short_day(day) if day.year == beside.year else f"{short_day(day)} {day.year}"


def expected_on(stays: Iterable[Stay], on: date) -> frozenset[int]:
    """Return the people expected at a session of that day, the list to freeze."""
    return frozenset(stay.person for stay in stays if is_expected(stay, on))


def may_mark(on: date, mark: Mark, today: date) -> bool:
    """Whether the mark may be made: before its day a session takes apologies and nothing else."""
    return on <= today or mark in (Mark.EXCUSED, Mark.UNKNOWN)


def session_rate(record: SessionRecord, rule: ExcusedRule = ExcusedRule.EXPECTED) -> Rate:
    """Return who was here of the expected list; guests and others off the list do not enter."""
    return rate_of(record.marks_of(record.expected), rule)


def personal_rate(
    person: int, records: Iterable[SessionRecord], rule: ExcusedRule = ExcusedRule.EXPECTED
) -> Rate:
    """Return at how many of the sessions that count and expected this person they were here."""
    return rate_of(history(person, records), rule)


def rate_of(marks: Sequence[Mark], rule: ExcusedRule = ExcusedRule.EXPECTED) -> Rate:
    """Return the rate of marks that all were expected."""
    return Rate(
        marks.count(Mark.PRESENT) + marks.count(Mark.PART),
        len(marks),
        marks.count(Mark.EXCUSED),
        marks.count(Mark.UNKNOWN),
        rule,
    )


def together(rates: Iterable[Rate], rule: ExcusedRule = ExcusedRule.EXPECTED) -> Rate:
    """Return several rates by one rule as one: all here out of all expected."""
    every = list(rates)
    return Rate(
        sum(rate.here for rate in every),
        sum(rate.expected for rate in every),
        sum(rate.excused for rate in every),
        sum(rate.unknown for rate in every),
        rule,
    )


def mean_share(rates: Iterable[Rate]) -> float | None:
    """Return the mean of the shares of rates, 0 to 1; None where none has a share."""
    known = [share for rate in rates if (share := rate.share) is not None]
    return sum(known) / len(known) if known else None


def pooled_rate(records: Iterable[SessionRecord], rule: ExcusedRule = ExcusedRule.EXPECTED) -> Rate:
    """Return all people here out of all expected, over the sessions that count."""
    return together((session_rate(record, rule) for record in records if record.counts), rule)


def mean_of_personal_rates(
    records: Iterable[SessionRecord], rule: ExcusedRule = ExcusedRule.EXPECTED
) -> float | None:
    """Return the mean of each person's own rate: another number than the pooled rate, 0 to 1."""
    return mean_share(rate_of(marks, rule) for marks in histories(records).values())


def history(person: int, records: Iterable[SessionRecord]) -> list[Mark]:
    """Return the person's marks at the sessions that count and expected them, oldest first."""
    own = [record for record in records if record.counts and person in record.expected]
    return [record.mark(person) for record in sorted(own, key=lambda r: (r.on, r.session))]


def histories(records: Iterable[SessionRecord]) -> dict[int, list[Mark]]:
    """Return the history of everybody ever expected, in one pass over the sessions."""
    return by_person(records, lambda record, people: record.marks_of(people))


def by_person(
    records: Iterable[SessionRecord],
    told: Callable[[SessionRecord, frozenset[int]], Sequence[Told]],
) -> dict[int, list[Told]]:
    """Return what is told of everybody at the sessions that count and expected them, oldest first.

    `told` gives something for each of the people, in their order. Sessions in a row with one list
    of people are turned at once: person by person a million cells take seconds.
    """
    found: defaultdict[int, list[Told]] = defaultdict(list)
    counting = sorted((r for r in records if r.counts), key=lambda r: (r.on, r.session))
    for people, run in groupby(counting, key=lambda record: record.expected):
        by_session = [told(record, people) for record in run]
        for person, own in zip(people, zip(*by_session, strict=True), strict=True):
            found[person].extend(own)
    return dict(found)


def guests_here(record: SessionRecord) -> int:
    """Return how many people off the expected list were here."""
    visitors = (record.marks or {}).keys() - record.expected
    return sum(record.mark(person) in HERE for person in visitors)


def reconciled(record: SessionRecord) -> HeadCount | None:
    """Return the head-count beside the names marked here, guests too; None without a head-count."""
    if record.head_count is None:
        return None
    return HeadCount(record.head_count, sum(m in HERE for m in (record.marks or {}).values()))
