"""Who belongs month by month: joined, left, came lately, new, away."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from workbench.foundation.words import Role
from workbench.insights.membership_flow import (
    FlowMonth,
    Held,
    membership_flow,
    month_end,
    months_between,
)
from workbench.sessions.attendance_rules import Stay

JAN, FEB, MAR = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)
TODAY = date(2026, 3, 20)


def test_a_month_counts_who_came_to_one_of_the_last_three_sessions() -> None:
    stays = [
        Stay(1), Stay(2), Stay(3, left=date(2026, 2, 10)), Stay(4, joined=date(2026, 3, 5)),
        Stay(5, role=Role.GUEST),
    ]  # fmt: skip
    held = [
        Held(date(2026, 1, 7), {1, 2, 3, 5}),
        Held(date(2026, 1, 21), {1, 3}),
        Held(date(2026, 2, 4), {1}),
        Held(date(2026, 2, 18), {1}),
        Held(date(2026, 3, 4), {1}),
    ]
    assert membership_flow(stays, held, JAN, TODAY) == (
        FlowMonth(JAN, joined=0, left=0, active=3, dormant=0, new=0),
        FlowMonth(FEB, joined=0, left=1, active=1, dormant=1, new=0),
        FlowMonth(MAR, joined=1, left=0, active=1, dormant=1, new=1),
    )


def test_a_new_role_is_no_leaving_and_no_joining() -> None:
    stays = [
        Stay(1, date(2026, 1, 5), date(2026, 2, 9), Role.MEMBER),
        Stay(1, date(2026, 2, 10), None, Role.CO_HOST),
    ]
    months = membership_flow(stays, [], JAN, TODAY)
    assert [(one.joined, one.left) for one in months] == [(1, 0), (0, 0), (0, 0)]
    assert [one.members for one in months] == [1, 1, 1]


def test_who_comes_back_after_a_while_left_and_joined_again() -> None:
    stays = [Stay(1, date(2026, 1, 5), date(2026, 1, 20)), Stay(1, date(2026, 3, 2))]
    months = membership_flow(stays, [], JAN, TODAY)
    assert [(one.joined, one.left, one.members) for one in months] == [
        (1, 1, 0), (0, 0, 0), (1, 0, 1),
    ]  # fmt: skip


def test_nobody_has_left_on_a_day_still_to_come() -> None:
    stays = [Stay(1, None, TODAY), Stay(2, None, TODAY - timedelta(days=1))]
    assert membership_flow(stays, [], MAR, TODAY)[-1].left == 1
    assert membership_flow(stays, [], MAR, TODAY)[-1].members == 1


def test_months_run_over_the_year_and_end_on_their_last_days() -> None:
    assert months_between(date(2025, 11, 30), date(2026, 2, 1)) == [
        date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1),
    ]  # fmt: skip
    assert [month_end(date(2024, 2, 7)), month_end(date(2025, 12, 31))] == [
        date(2024, 2, 29), date(2025, 12, 31),
    ]  # fmt: skip
    assert month_end(date.max) == date.max


days = st.dates(date(2025, 10, 1), TODAY)


@given(
    st.lists(
        st.builds(
            lambda who, a, b, open_: Stay(who, min(a, b), None if open_ else max(a, b)),
            st.integers(1, 6), days, days, st.booleans(),
        ),
        max_size=9,
    ),
    st.lists(st.builds(Held, days, st.frozensets(st.integers(1, 6))), max_size=8),
)  # fmt: skip
def test_members_are_those_whose_stay_covers_the_end_of_the_month(
    stays: list[Stay], held: list[Held]
) -> None:
    held.sort(key=lambda one: one.on)
    months = membership_flow(stays, held, date(2025, 9, 1), TODAY)
    for one in months:
        end = min(month_end(one.month), TODAY)
        there = {
            stay.person for stay in stays
            if (stay.joined or end) <= end and (stay.left is None or stay.left >= end)
        }  # fmt: skip
        recent = [each for each in held if each.on <= end][-3:]
        came = there & {who for each in recent for who in each.came}
        assert (one.members, one.active) == (len(there), len(came))
        assert min(one.joined, one.left, one.active, one.dormant, one.new) >= 0
