from datetime import date, time

import pytest

from workbench.communities.amounts import moved_by, plain, with_unit
from workbench.communities.months import months_after, named, next_month
from workbench.communities.rules import (
    EventDraft,
    GoalDraft,
    Measure,
    RhythmDraft,
    Theme,
    checked_community_name,
    checked_event,
    checked_goal,
    checked_rhythm,
    checked_zone,
    joined_small,
    measure_of,
    tidy_norms,
)
from workbench.foundation.errors import BadInput


@pytest.mark.parametrize(
    ("value", "text"), [(9.0, "9"), (4.02, "4.02"), (100.0, "100"), (-0.5, "−0.5"), (0.001, "0")]
)
def test_figures_keep_their_decimals(value: float, text: str) -> None:
    assert plain(value) == text


def test_amounts_carry_their_unit() -> None:
    assert with_unit(10.8, "% of tickets") == "10.8%"
    assert with_unit(9.5, "weeks") == "9.5 weeks"
    assert with_unit(4.02, "") == "4.02"
    assert moved_by(-3.4, "%") == "3.4 points"
    assert moved_by(0.15, "") == "0.15"


def test_months_after_leave_the_running_month_out() -> None:
    assert months_after(date(2026, 7, 1), date(2026, 10, 13)) == (
        date(2026, 8, 1),
        date(2026, 9, 1),
    )
    assert months_after(date(2026, 9, 1), date(2026, 10, 31)) == ()
    assert next_month(date(2026, 12, 1)) == date(2027, 1, 1)
    assert named(months_after(date(2026, 5, 1), date(2026, 10, 1))) == "June to September"


def test_norms_lose_empty_lines_only() -> None:
    assert tidy_norms((" Questions  before advice. ", "", "\u00a0")) == (
        "Questions before advice.",
    )
    with pytest.raises(BadInput, match="No norm"):
        tidy_norms(("", " "))


def test_names_and_zones_are_checked() -> None:
    assert checked_community_name("  Welcome\tcircle ") == "Welcome circle"
    with pytest.raises(BadInput, match="needs a name"):
        checked_community_name(" \u00a0 ")
    assert checked_zone("Europe/London") == "Europe/London"
    for zone in ("Mars/Base", "", "../etc/passwd"):
        with pytest.raises(BadInput, match="not a time zone"):
            checked_zone(zone)


def test_a_goal_says_what_it_needs() -> None:
    goal = checked_goal(
        GoalDraft(title=" Tickets  reach the right person ", unit=" % ", measure="figure:7")
    )
    assert (goal.title, goal.unit) == ("Tickets reach the right person", "%")
    with pytest.raises(BadInput, match="needs a title"):
        checked_goal(GoalDraft(title=" "))
    with pytest.raises(BadInput, match="not a number"):
        checked_goal(GoalDraft(title="T", target=float("nan")))
    with pytest.raises(BadInput, match="not after the start"):
        checked_goal(GoalDraft(title="T", baseline_on=date(2026, 5, 1), target_on=date(2026, 5, 1)))


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("", Measure("")),
        ("help across", Measure("help across")),
        ("figure:7", Measure("figure", "7")),
        ("instrument:safety-pulse", Measure("instrument", "safety-pulse")),
    ],
)
def test_where_a_figure_comes_from(text: str, measure: Measure) -> None:
    assert measure_of(text) == measure


@pytest.mark.parametrize("text", ["figure:", "figure:x", "instrument:", "weather", "figure:-1"])
def test_unknown_sources_are_refused(text: str) -> None:
    with pytest.raises(BadInput, match="not a source"):
        measure_of(text)


def test_only_figures_have_a_number() -> None:
    assert Measure("figure", "7").figure_id == 7
    assert Measure("instrument", "ucla-3").figure_id is None


def test_events_and_rhythms_are_checked() -> None:
    day = date(2026, 7, 1)
    assert checked_event(EventDraft(title=" Summer ", starts_on=day, ends_on=day)).title == "Summer"
    with pytest.raises(BadInput, match="ends before it begins"):
        checked_event(EventDraft(title="S", starts_on=day, ends_on=date(2026, 6, 30)))
    rhythm = RhythmDraft(name="Deep dive", rule="FREQ=WEEKLY;INTERVAL=2", starts_at=time(14))
    assert checked_rhythm(rhythm).rule == "FREQ=WEEKLY;INTERVAL=2"
    with pytest.raises(BadInput, match="not a rhythm"):
        checked_rhythm(RhythmDraft(name="Deep dive", rule="every now and then"))
    with pytest.raises(BadInput, match="cannot last"):
        checked_rhythm(RhythmDraft(name="Deep dive", minutes=0))


def test_small_reasons_join_other() -> None:
    themes = (
        Theme(1, "Meet other teams", 7, 12, False),
        Theme(2, "Know who to ask", 15, 6, True),
        Theme(3, "A quiet hour", 2, 1, True),
        Theme(4, "Biscuits", 1, 2, False),
        Theme(5, "Nobody", 0, 0, False),
    )

    assert [(theme.name, theme.now, theme.at_joining) for theme in joined_small(themes)] == [
        ("Know who to ask", 15, 6),
        ("Meet other teams", 7, 12),
        ("Other, each under 5", 3, 3),
    ]
