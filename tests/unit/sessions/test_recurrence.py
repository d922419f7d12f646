"""Rules of repetition: as dateutil has them, over changes of the clocks, said in plain words."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.errors import BadInput
from workbench.sessions.recurrence import DAYS, begun, checked_rule, days_of, read_rule
from workbench.sessions.recurrence_words import length_words, rhythm_words, rule_words

ZONES = ["Europe/London", "America/New_York", "Australia/Sydney", "America/Sao_Paulo", "UTC"]
days = st.dates(date(1990, 1, 1), date(2060, 1, 1))


def days_in(text: str, first: str, last: str, zone: str = "Europe/London") -> list[str]:
    begins, ends = date.fromisoformat(first), date.fromisoformat(last)
    found = days_of(read_rule(text), begins, ends, time(14), ZoneInfo(zone), 1000)
    return [f"{day:%Y-%m-%d}" for day in found]


@st.composite
def rules(draw: st.DrawFn) -> str:
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 5))}"]
    weekdays = draw(st.lists(st.sampled_from(DAYS), max_size=3, unique=True))
    if frequency == "MONTHLY" and weekdays:
        weekdays = [f"{draw(st.sampled_from(['', '1', '2', '-1']))}{day}" for day in weekdays]
    if weekdays:
        parts.append(f"BYDAY={','.join(weekdays)}")
    in_month = draw(st.booleans())
    if in_month:
        parts.append(f"BYMONTH={draw(st.integers(1, 12))}")
    if draw(st.booleans()) and weekdays and frequency != "DAILY":
        largest = len(weekdays) if frequency == "WEEKLY" else 2
        parts.append(f"BYSETPOS={draw(st.sampled_from(['1', '-1', '2'][: largest + 1]))}")
    numbers = ["1", "-1", "13,14"] if in_month else ["1", "29", "31", "-1", "13,14"]
    if frequency != "WEEKLY" and draw(st.booleans()):
        parts.append(f"BYMONTHDAY={draw(st.sampled_from(numbers))}")
    parts.append(f"WKST={draw(st.sampled_from(['MO', 'SU']))}")
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 9))}")
    return ";".join(parts)


@settings(max_examples=120, deadline=None)
@given(rules(), days, st.integers(0, 900), st.sampled_from(ZONES))
def test_the_days_are_those_of_dateutil(rule: str, begins: date, length: int, zone: str) -> None:
    at = time(14)
    last = begins + timedelta(days=length)
    ours = days_of(read_rule(begun(rule, begins)), begins, last, at, ZoneInfo(zone), 2000)
    known = ZoneInfo(zone)
    endless, _, count = rule.partition(";COUNT=")
    ends = datetime.combine(last, time(23), known).astimezone(UTC)
    theirs = rrulestr(
        f"{endless};UNTIL={ends:%Y%m%dT%H%M%S}Z", dtstart=datetime.combine(begins, at, known)
    )
    expected = list(islice(theirs, int(count) if count else None))
    assert {moment.time() for moment in expected} <= {at}, "wall times stay"
    assert ours == [moment.date() for moment in expected]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4), st.integers(0, 6), days, st.sampled_from(ZONES))
def test_every_nth_weekday_counts_whole_weeks(
    interval: int, weekday: int, first: date, zone: str
) -> None:
    rule = read_rule(f"FREQ=WEEKLY;INTERVAL={interval};BYDAY={DAYS[weekday]}")
    found = days_of(rule, first, first + timedelta(days=365), time(14), ZoneInfo(zone), 99)
    begins = first + timedelta(days=(weekday - first.weekday()) % 7)
    assert found == [begins + timedelta(weeks=interval * number) for number in range(len(found))]
    assert found[-1] + timedelta(weeks=interval) > first + timedelta(days=365)


def test_the_interval_goes_on_from_its_own_beginning() -> None:
    fresh = days_in("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2026-12-01", "2026-12-31")
    goes_on = days_in(
        "DTSTART:20261126T140000\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2026-12-01", "2026-12-31"
    )
    assert fresh == ["2026-12-03", "2026-12-17", "2026-12-31"]
    assert goes_on == ["2026-12-10", "2026-12-24"]


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", ["2028-02-29"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=1,2,3,4", [
            "2027-01-31", "2027-03-31", "2028-01-31", "2028-03-31",
        ]),
        ("FREQ=MONTHLY;BYDAY=-1MO;COUNT=2", ["2027-01-25", "2027-02-22"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;UNTIL=20270228", [
            "2027-01-29", "2027-02-26",
        ]),
        ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", ["2027-01-04", "2028-01-03"]),
    ],
)  # fmt: skip
def test_counted_ended_leaping_and_chosen_by_place(rule: str, found: list[str]) -> None:
    assert days_in(rule, "2027-01-01", "2028-06-30") == found


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20270401", "2027-04-01"),
        ("20270401T130000Z", "2027-04-01"),  # 14:00 of London's summer
        ("20270401T125959Z", "2027-03-18"),
        ("20270401T135900", "2027-03-18"),
    ],
)
def test_an_end_in_utc_is_compared_as_an_instant(until: str, last: str) -> None:
    rule = f"FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL={until}"
    assert days_in(rule, "2027-01-07", "2027-06-30")[-1] == last


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "every 2nd Thursday"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "every Tuesday and Thursday"),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,TH", "every 3rd week on Tuesday and Thursday"),
        ("FREQ=MONTHLY;BYDAY=-1MO", "monthly on the last Monday"),
        ("FREQ=MONTHLY;BYDAY=1TU,3TU", "every first and third Tuesday"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE", "every 2nd month on the second Wednesday"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        ("FREQ=DAILY;INTERVAL=21", "every 21st day"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "monthly on the first weekday"),
        ("FREQ=MONTHLY;BYDAY=TU,WE;BYSETPOS=-1", "monthly on the last Tuesday or Wednesday"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "monthly on the last day"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "monthly on the 31st where there is one"),
        ("FREQ=YEARLY;BYMONTH=9;BYDAY=1MO", "yearly on the first Monday in September"),
        ("FREQ=WEEKLY;BYDAY=TH;COUNT=6", "every Thursday, 6 times"),
        ("FREQ=WEEKLY;BYDAY=TH;UNTIL=20270401", "every Thursday, until 1 April 2027"),
    ],
)
def test_in_plain_words(rule: str, words: str) -> None:
    assert rule_words(read_rule(rule)) == words


@settings(max_examples=100, deadline=None)
@given(rules())
def test_every_rule_has_words(rule: str) -> None:
    words = rule_words(read_rule(rule))
    assert "  " not in words
    assert "=" not in words


def test_with_time_and_length() -> None:
    rule = read_rule("FREQ=MONTHLY;BYDAY=-1MO")
    assert rhythm_words(rule, time(9, 30), 180) == "monthly on the last Monday, 9:30, 3 h"
    assert [length_words(minutes) for minutes in (45, 90, 120, 150)] == [
        "45 min", "90 min", "2 h", "2 h 30 min",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("", "A rhythm needs a rule."),
        ("soon", '"SOON" is no part of a rule.'),
        ("FREQ=HOURLY", "day, week, month or year, not hourly"),
        ("BYDAY=TH", "repeats by day, week, month or year."),
        ("FREQ=WEEKLY;INTERVAL=0", "INTERVAL cannot be 0."),
        ("FREQ=WEEKLY;INTERVAL=99999999999", "INTERVAL cannot be"),
        ("FREQ=WEEKLY;COUNT=0", "COUNT cannot be 0."),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20270101", "never both"),
        ("FREQ=WEEKLY;BYDAY=XX", '"XX" is no day of the week.'),
        ("FREQ=WEEKLY;BYDAY=2TU", "do not go with WEEKLY"),
        ("FREQ=MONTHLY;BYDAY=0TU", "is no day of the week"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY cannot be 32."),
        ("FREQ=WEEKLY;BYMONTHDAY=3", "does not go with WEEKLY"),
        ("FREQ=MONTHLY;BYSETPOS=1", "something to choose from"),
        ("FREQ=DAILY;BYDAY=MO;BYSETPOS=2", "something to choose from"),
        ("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2", "larger than the number of days"),
        ("FREQ=MONTHLY;BYDAY=53MO", "No month has 53 of a weekday."),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=-6MO", "No month has 6 of a weekday."),
        ("DTSTART:00010101 RRULE:FREQ=DAILY", "cannot begin in 1."),
        ("FREQ=DAILY;BYHOUR=9", "BYHOUR cannot stand in the rule."),
        ("FREQ=DAILY;X-OWN=1", "X-OWN is no part"),
        ("FREQ=WEEKLY;UNTIL=20270231", "20270231 is no day."),
        ("FREQ=WEEKLY;FREQ=DAILY", "stands in the rule twice"),
    ],
)
def test_a_bad_rule_is_said_at_its_field(rule: str, said: str) -> None:
    with pytest.raises(BadInput, match=said) as problem:
        read_rule(rule)
    assert problem.value.field == "rule"


def test_a_rule_is_stored_clean_and_reads_back() -> None:
    stored = checked_rule(" rrule: freq=weekly; byday=th ;")
    assert stored == "FREQ=WEEKLY;BYDAY=TH"
    assert begun(begun(stored, date(2026, 1, 1)), date(2026, 2, 5)) == (
        "DTSTART:20260205\nRRULE:FREQ=WEEKLY;BYDAY=TH"
    )


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTHDAY=-31;BYMONTH=4",
    ],
)
def test_a_rule_that_never_falls_ends_quickly(rule: str) -> None:
    began = process_time()
    assert days_in(rule, "2027-01-01", "2036-12-31") == []
    assert process_time() - began < 0.5


@st.composite
def written(draw: st.DrawFn) -> str:
    parts = [f"FREQ={draw(st.sampled_from(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']))}"]
    for name, largest in (
        ("BYMONTH", 12), ("BYMONTHDAY", 31), ("BYYEARDAY", 366), ("BYWEEKNO", 53),
        ("BYSETPOS", 366), ("INTERVAL", 1000), ("COUNT", 9),
    ):  # fmt: skip
        if draw(st.integers(0, 3)) == 0:
            parts.append(f"{name}={draw(st.integers(-largest, largest))}")
    if draw(st.booleans()):
        parts.append(f"BYDAY={draw(st.integers(-53, 53))}{draw(st.sampled_from(DAYS))}")
    return ";".join(parts)


@settings(max_examples=150, deadline=None)
@given(written(), days)
def test_whatever_is_written_works_or_is_refused_in_words(rule: str, first: date) -> None:
    try:
        read = read_rule(rule)
    except BadInput:
        return  # in words, as the test of bad rules shows
    found = days_of(read, first, first + timedelta(days=800), time(14), ZoneInfo("UTC"), 50)
    assert found == sorted(set(found))
    assert rule_words(read)
