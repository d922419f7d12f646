"""Which days rates can be of: quarters and years there are, own days whichever way round."""

from datetime import date

from workbench.sessions.attendance_rules import Rate
from workbench.sessions.rate_rules import QuarterRate
from workbench.sessions.rate_spans import own_span, spans


def quarter(year: int, number: int) -> QuarterRate:
    return QuarterRate(year, number, Rate(1, 2), 1)


def test_quarters_begin_and_end_on_their_days_newest_first() -> None:
    found = spans([quarter(2026, number) for number in (1, 2, 3, 4)])
    assert [(one.key, one.since, one.until) for one in found] == [
        ("", None, None),
        ("2026-4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026-3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-2", date(2026, 4, 1), date(2026, 6, 30)),
        ("2026-1", date(2026, 1, 1), date(2026, 3, 31)),
    ]


def test_years_are_offered_where_there_are_several() -> None:
    found = spans([quarter(2025, 4), quarter(2026, 1)])
    assert [one.label for one in found] == [
        "All sessions", "2026", "2025", "Jan to Mar 2026", "Oct to Dec 2025",
    ]  # fmt: skip
    assert found[2].until == date(2025, 12, 31)


def test_own_days_the_wrong_way_round_are_turned_and_may_be_open() -> None:
    early, late = date(2026, 1, 5), date(2026, 3, 5)
    assert own_span(late, early) == own_span(early, late)
    assert own_span(None, late).since is None
