from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.communities.goal_line import GoalFacts, Standing, goal_line

TODAY = date(2026, 10, 13)
SEPTEMBER, AUGUST, JULY = date(2026, 9, 1), date(2026, 8, 1), date(2026, 7, 1)


def facts(
    value: float | None,
    *,
    baseline: float | None = 14.2,
    target: float | None = 9.0,
    unit: str = "%",
    on: date = SEPTEMBER,
) -> GoalFacts:
    standing = None if value is None else Standing(value, on)
    return GoalFacts(unit, baseline, target, standing, monthly=True)


@pytest.mark.parametrize(
    ("goal", "text"),
    [
        (facts(10.8), "Down 3.4 points, 1.8 to go."),
        (facts(9.5, baseline=11.2, target=8, unit="weeks"), "Down 1.7 weeks, 1.5 to go."),
        (facts(15.0), "Up 0.8 points, away from the target; 6 points to go."),
        (facts(14.2), "Unchanged, 5.2 points to go."),
        (facts(8.8), "Down 5.4 points: the target of 9% is reached."),
        (facts(4.4, baseline=4.0, target=4.3, unit=""), "Up 0.4: the target of 4.3 is reached."),
        (facts(9.0, baseline=9.0, target=9.0), "Unchanged: the target of 9% is reached."),
        (facts(10.8, target=None), "Down 3.4 points; no target yet."),
        (facts(10.8, baseline=None), "10.8% now, target 9%; no start yet."),
        (facts(10.8, baseline=None, target=None), "10.8% now; no start and no target yet."),
        (facts(None), "No month typed in yet."),
        (GoalFacts("", None, None, None), "No figure yet."),
    ],
)
def test_the_line_is_a_fact(goal: GoalFacts, text: str) -> None:
    assert goal_line(goal, TODAY).text == text


def test_a_figure_two_months_old_asks_for_the_missing_months() -> None:
    line = goal_line(facts(9.5, unit="weeks", on=JULY), TODAY)

    assert line.stale
    assert line.text == "No figure since July. Type in August and September."
    assert not goal_line(facts(9.5, on=AUGUST), TODAY).stale


def test_many_missing_months_are_named_by_their_ends() -> None:
    line = goal_line(facts(9.5, on=date(2025, 11, 1)), TODAY)

    assert line.text == "No figure since Nov 2025. Type in December to September."


def test_a_measured_goal_says_what_its_interval_allows() -> None:
    said = "Up 0.4 since March, 95% CI 0.1 to 0.7: likely a real change."
    goal = GoalFacts("", 4.8, 5.5, Standing(5.3, date(2026, 3, 22), 5.1, 5.5, said))

    line = goal_line(goal, TODAY)

    assert (line.text, line.stale) == (said, False)
    assert (line.place, line.low, line.high) == pytest.approx((0.5 / 0.7, 0.3 / 0.7, 1.0))


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_every_goal_has_a_line_and_a_place_on_the_drawing(
    value: float, baseline: float, target: float
) -> None:
    line = goal_line(facts(value, baseline=baseline, target=target), TODAY)

    assert line.text.endswith(".")
    assert line.place is None or -0.25 <= line.place <= 1.25


def test_what_happened_meanwhile_stands_beside_a_figure() -> None:
    goal = GoalFacts("%", 14.2, 9.0, Standing(10.8, SEPTEMBER), True, "New returns desk")

    assert goal_line(goal, TODAY).text == (
        "Down 3.4 points, 1.8 to go. Also in these months: New returns desk."
    )
