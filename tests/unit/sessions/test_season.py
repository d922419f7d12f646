"""A season before it exists: dates, days off, clashes, themes, what is said of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.errors import BadInput
from workbench.foundation.words import OnDayOff
from workbench.sessions.days_off import DaysOff, DaysShut, days_off
from workbench.sessions.season import (
    MOST_SESSIONS,
    Preview,
    Rhythm,
    SeasonPlan,
    Taken,
    propose,
)
from workbench.sessions.season_words import (
    clock_changes,
    numbers_words,
    remarks,
    season_name,
    stretch_words,
    themes_words,
)

wall = datetime.fromisoformat
DEEP = Rhythm("Deep dive", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", time(14), 90, "starter:deep-dive")
WORKSHOP = Rhythm("Workshop", "FREQ=MONTHLY;BYDAY=-1MO", time(9, 30), 180, "starter:workshop")
WINTER = SeasonPlan(
    date(2026, 12, 10),
    date(2027, 4, 15),
    (DEEP, WORKSHOP),
    "GB",
    "ENG",
    (DaysShut(date(2026, 12, 24), date(2027, 1, 3)),),
    OnDayOff.NEXT_WORKING_DAY,
)
ZONES = ["Europe/Berlin", "Europe/London", "America/New_York", "America/Santiago",
         "Australia/Sydney", "Pacific/Auckland"]  # fmt: skip


def preview_of(plan: SeasonPlan, *taken: Taken, zone: str = "Europe/London") -> Preview:
    assert plan.first is not None
    assert plan.last is not None
    off = days_off(plan.country, plan.region, plan.closures, plan.first, plan.last)
    return propose(plan, zone, off, taken)


def said(plan: SeasonPlan, *taken: Taken, zone: str = "Europe/London") -> list[str]:
    found = remarks(plan, preview_of(plan, *taken, zone=zone), zone)
    return [f"{each.strong} {each.rest}" for each in found]


def starts(preview: Preview) -> list[str]:
    return [f"{each.starts:%a %d %b %H:%M}" for each in preview.proposals]


def test_the_season_of_the_pictures() -> None:
    preview = preview_of(WINTER)
    assert starts(preview) == [
        "Thu 10 Dec 14:00", "Thu 07 Jan 14:00", "Thu 21 Jan 14:00", "Mon 25 Jan 09:30",
        "Thu 04 Feb 14:00", "Thu 18 Feb 14:00", "Mon 22 Feb 09:30", "Thu 04 Mar 14:00",
        "Thu 18 Mar 14:00", "Tue 30 Mar 09:30", "Thu 01 Apr 14:00", "Thu 15 Apr 14:00",
    ]  # fmt: skip
    assert said(WINTER) == [
        "24 and 28 Dec skipped, closed to 3 Jan",
        "29 Mar moved to 30 Mar, Easter Monday",
        "28 Mar clocks change, 14:00 stays 14:00",
    ]


def test_on_a_day_off_it_is_skipped_moved_or_kept() -> None:
    easter = replace(WINTER, first=date(2027, 3, 22), last=date(2027, 4, 2), rhythms=(WORKSHOP,))
    assert starts(preview_of(easter)) == ["Tue 30 Mar 09:30"]
    assert not preview_of(replace(easter, on_day_off=OnDayOff.SKIP)).proposals
    kept = replace(easter, on_day_off=OnDayOff.KEEP)
    assert starts(preview_of(kept)) == ["Mon 29 Mar 09:30"]
    assert said(kept)[0] == "29 Mar kept, though Easter Monday"


def test_without_a_working_day_left_that_week_it_is_skipped_and_says_so() -> None:
    friday = Rhythm("Friday", "FREQ=WEEKLY;BYDAY=FR", time(14), 60)
    plan = replace(WINTER, first=date(2027, 3, 26), last=date(2027, 3, 27), rhythms=(friday,))
    assert said(plan) == ["26 Mar skipped, Good Friday, no working day left that week"]


def test_nothing_moves_onto_a_day_of_its_own_rhythm() -> None:
    daily = Rhythm("Stand-up", "FREQ=WEEKLY;BYDAY=MO,TU,WE", time(9), 15)
    plan = replace(WINTER, first=date(2027, 3, 29), last=date(2027, 4, 2), rhythms=(daily,))
    assert starts(preview_of(plan)) == ["Tue 30 Mar 09:00", "Wed 31 Mar 09:00", "Thu 01 Apr 09:00"]


def test_themes_go_by_date_and_may_stay_open() -> None:
    plan = replace(WINTER, themes=("Looking back", " ", "Who tells the  customer?"))
    preview = preview_of(plan)
    assert [each.theme for each in preview.proposals][:3] == [
        "Looking back", "", "Who tells the customer?",
    ]  # fmt: skip
    assert themes_words(preview) == "2 themes set, 10 open"
    many = replace(WINTER, themes=tuple(f"Theme {number}" for number in range(14)))
    assert said(many)[-1] == '2 themes have no date: "Theme 12" and "Theme 13"'


def test_clashes_with_a_session_and_among_rhythms() -> None:
    guest = Taken("Guest talk", "Talk", wall("2027-01-21T15:00"), 60, "Europe/London")
    off = replace(guest, starts=wall("2027-01-07T14:00"), cancelled=True)
    found = [each for each in preview_of(WINTER, guest, off).proposals if each.clash]
    assert [(f"{each.on}", each.clash) for each in found] == [
        ("2027-01-21", "Guest talk, 21 Jan 15:00")
    ]
    assert said(WINTER, guest)[-1] == "21 Jan clashes with Guest talk, 21 Jan 15:00"
    twice = replace(WINTER, rhythms=(DEEP, replace(DEEP, name="Circle", starts=time(15))))
    assert all(each.clash for each in preview_of(twice).proposals)


def test_times_of_other_zones_are_compared_as_instants() -> None:
    plan = replace(WINTER, rhythms=(DEEP,))
    far = Taken("Call", "Call", wall("2027-01-21T14:00"), 60, "America/New_York")
    assert not any(each.clash for each in preview_of(plan, far).proposals)
    near = replace(far, starts=wall("2027-01-21T09:30"))
    assert sum(bool(each.clash) for each in preview_of(plan, near).proposals) == 1


def test_the_same_again_adds_nothing() -> None:
    made = preview_of(WINTER).proposals
    there = [
        Taken("x", each.rhythm.name, each.starts, 90, "Europe/London", cancelled=place == 0)
        for place, each in enumerate(made)
    ]
    again = preview_of(WINTER, *there)
    assert not again.proposals
    assert said(WINTER, *there)[-1] == "12 dates are in the plan already, left as they are"


def test_numbers_go_on() -> None:
    there = [
        Taken("x", "y", wall("2026-01-22T14:00") + timedelta(weeks=week), 90, "Europe/London")
        for week in range(20)
    ]
    preview = preview_of(WINTER, *there)
    used = [each.rhythm.template for each in preview.proposals]
    assert numbers_words(preview, used) == "Sessions 21 to 32, from two templates."
    late = replace(there[0], starts=wall("2027-01-09T14:00"))
    assert numbers_words(preview_of(WINTER, late), [""]) == (
        "12 sessions among those there are, with empty agendas."
    )


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"last": None}, "last", "would never end"),
        ({"first": None}, "first", "needs a first day"),
        ({"last": date(2026, 12, 9)}, "last", "before the first day"),
        ({"last": date(2090, 1, 1)}, "last", "more than 10 years"),
        ({"first": date(1900, 1, 1)}, "first", "1900 cannot be the year"),
        ({"rhythms": (replace(DEEP, minutes=0),)}, "minutes", "cannot last 0 minutes"),
        ({"rhythms": (replace(DEEP, minutes=10_000),)}, "minutes", "cannot last 10,000"),
        ({"rhythms": (replace(DEEP, name=" "),)}, "name", "needs a name"),
        ({"rhythms": (replace(DEEP, rule="FREQ=MINUTELY"),)}, "rule", "not minutely"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    change: dict[str, object], field: str, words: str
) -> None:
    plan = replace(WINTER, **change)  # type: ignore[arg-type] # fields of the test
    with pytest.raises(BadInput, match=words) as problem:
        propose(plan, "Europe/London", DaysOff({}, {}), ())
    assert problem.value.field == field


def test_thousands_of_sessions_ask_for_an_earlier_last_day() -> None:
    daily = Rhythm("Daily", "FREQ=DAILY", time(9), 15)
    plan = replace(WINTER, last=date(2029, 1, 1), rhythms=(daily,), country="")
    with pytest.raises(BadInput, match=f'"Daily" alone would make more than {MOST_SESSIONS}'):
        preview_of(plan)
    enough = replace(plan, last=WINTER.first and WINTER.first + timedelta(days=250))
    both = replace(enough, rhythms=(daily, replace(daily, name="Evening", starts=time(18))))
    assert preview_of(enough).proposals
    with pytest.raises(BadInput, match="The rhythms would make more than"):
        preview_of(both)


def test_a_rhythm_without_a_date_is_named() -> None:
    plan = replace(WINTER, last=date(2026, 12, 12), country="", closures=())
    assert said(plan) == ["Workshop has no date between these days"]


@pytest.mark.parametrize(
    ("zone", "first", "at", "words"),
    [
        ("Europe/London", "2027-03-28", "01:30",
         "28 Mar has no 1:30, the clocks go forward: it begins at 2:30"),
        ("Europe/London", "2027-10-31", "01:30",
         "31 Oct has 1:30 twice, the clocks go back: the first is meant"),
        ("America/New_York", "2027-03-14", "02:15",
         "14 Mar has no 2:15, the clocks go forward: it begins at 3:15"),
        ("Australia/Sydney", "2027-04-04", "02:30",
         "4 Apr has 2:30 twice, the clocks go back: the first is meant"),
    ],
)  # fmt: skip
def test_times_that_do_not_exist_or_come_twice(zone: str, first: str, at: str, words: str) -> None:
    day = date.fromisoformat(first)
    night = Rhythm("Night", "FREQ=DAILY;COUNT=1", time.fromisoformat(at), 60)
    assert said(SeasonPlan(day, day, (night,)), zone=zone)[-1] == words


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(ZONES),
    st.dates(date(2015, 1, 1), date(2036, 1, 1)),
    st.integers(3, 23),
    st.sampled_from(["FREQ=WEEKLY;BYDAY=SU", "FREQ=MONTHLY;BYDAY=-1SU,1SU", "FREQ=DAILY"]),
)
def test_two_in_the_afternoon_stays_two_in_the_afternoon(
    zone: str, first: date, hour: int, rule: str
) -> None:
    last = first + timedelta(days=390)
    rhythm = Rhythm("Any", rule, time(hour), 60)
    found = preview_of(SeasonPlan(first, last, (rhythm,)), zone=zone).proposals
    known = ZoneInfo(zone)
    offsets = set()
    for each in found:
        instant = each.starts.replace(tzinfo=known).astimezone(UTC)
        assert instant.astimezone(known).time() == time(hour)
        offsets.add(instant.astimezone(known).utcoffset())
    days = (first + timedelta(days=more) for more in range((last - first).days + 1))
    every = {datetime.combine(day, time(hour), known).utcoffset() for day in days}
    assert offsets <= every
    if first.year != 2015 or zone != "America/Santiago":  # which kept its clocks that year
        assert len(offsets) == 2, "a year has summer and winter"
        assert 1 <= len(clock_changes(first, last, zone)) <= 4


@settings(max_examples=40, deadline=None)
@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.sampled_from(list(OnDayOff)))
def test_no_day_is_lost_and_none_used_twice(first: date, on_day_off: OnDayOff) -> None:
    plan = replace(
        WINTER, first=first, last=first + timedelta(days=200), on_day_off=on_day_off, closures=()
    )
    preview = preview_of(plan)
    kept = preview_of(replace(plan, country=""))
    assert len(preview.proposals) + len(preview.left_out) == len(kept.proposals)
    keys = [(each.rhythm.name, each.on) for each in preview.proposals]
    assert len(keys) == len(set(keys))
    if on_day_off is not OnDayOff.KEEP:
        off = days_off("GB", "ENG", (), first, first + timedelta(days=207))
        assert not any(off.why(each.on) for each in preview.proposals)


@pytest.mark.parametrize(
    ("zone", "words", "name"),
    [
        ("Europe/London", "winter to spring", "Winter to spring 2027"),
        ("Australia/Sydney", "summer to autumn", "Summer to autumn 2027"),
        ("Asia/Kolkata", "December to April", "December to April 2027"),
    ],
)
def test_the_time_of_the_year_is_that_of_the_place(zone: str, words: str, name: str) -> None:
    assert WINTER.first is not None
    assert WINTER.last is not None
    assert stretch_words(WINTER.first, WINTER.last, zone) == words
    assert season_name(WINTER.first, WINTER.last, zone) == name
