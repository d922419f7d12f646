from datetime import date, timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from workbench.foundation.words import Mark, Role
from workbench.rosters.merging import Belonging, KnownMark, stays_as, united

START = date(2026, 1, 1)
days = st.integers(0, 40).map(lambda n: START + timedelta(n))


@pytest.mark.parametrize(
    ("keep", "gone", "stays"),
    [
        (Mark.ABSENT, Mark.PRESENT, Mark.PRESENT),
        (Mark.PRESENT, Mark.ABSENT, Mark.PRESENT),
        (Mark.PART, Mark.PRESENT, Mark.PRESENT),
        (Mark.ABSENT, Mark.EXCUSED, Mark.EXCUSED),
        (Mark.UNKNOWN, Mark.ABSENT, Mark.ABSENT),
        (Mark.EXCUSED, Mark.PART, Mark.PART),
    ],
)
def test_somebody_who_was_seen_was_there(keep: Mark, gone: Mark, stays: Mark) -> None:
    assert stays_as(KnownMark(keep, True), KnownMark(gone, True)).mark is stays


def test_a_mark_by_hand_wins_over_a_file_unless_the_file_saw_them() -> None:
    late_by_hand, here_by_file = KnownMark(Mark.PART, True), KnownMark(Mark.PRESENT, False)
    assert stays_as(late_by_hand, here_by_file) == late_by_hand
    assert stays_as(here_by_file, late_by_hand) == late_by_hand
    missed_by_hand = KnownMark(Mark.ABSENT, True)
    assert stays_as(missed_by_hand, here_by_file) == here_by_file
    same = KnownMark(Mark.PRESENT, True)
    assert stays_as(here_by_file, same) == same


def times(role: Role = Role.MEMBER, own: bool = False) -> st.SearchStrategy[Belonging]:
    return st.tuples(st.none() | days, st.none() | days).map(
        lambda pair: Belonging(*_ordered(*pair), role, of_who_stays=own)
    )


def _ordered(joined: date | None, left: date | None) -> tuple[date | None, date | None]:
    return (left, joined) if joined and left and left < joined else (joined, left)


def covers(time: Belonging, day: date) -> bool:
    return (time.joined_on is None or time.joined_on <= day) and (
        time.left_on is None or day <= time.left_on
    )


@settings(max_examples=200)
@given(st.lists(st.sampled_from(list(Role)).flatmap(times), max_size=6))
def test_every_day_is_covered_as_before_once_and_by_a_membership_first(
    known: list[Belonging],
) -> None:
    made = united(known)
    for day in (START + timedelta(n) for n in range(-2, 43)):
        before = [time.role for time in known if covers(time, day)]
        after = [time.role for time in made if covers(time, day)]
        assert len(after) == bool(before)
        if after:
            is_guest = all(role is Role.GUEST for role in before)
            assert (after[0] is Role.GUEST) == is_guest
    joined = [time.joined_on for time in made]
    assert len(joined) == len(set(joined))


def test_times_that_touch_in_one_role_are_one_and_the_one_who_stays_has_the_word() -> None:
    first = Belonging(date(2026, 1, 1), date(2026, 2, 28), Role.MEMBER, "To ask", 3)
    second = Belonging(date(2026, 3, 1), None, Role.MEMBER, "To meet", 4)
    assert united([second, first]) == [
        Belonging(date(2026, 1, 1), None, Role.MEMBER, "To ask", 3),
    ]
    core = Belonging(date(2026, 3, 1), None, Role.CORE, of_who_stays=True)
    assert united([first, core]) == [first, core]
    member = Belonging(date(2026, 1, 1), None, Role.MEMBER)
    (made,) = united([core, member])
    assert (made.joined_on, made.role) == (date(2026, 1, 1), Role.CORE)


def test_guest_times_keep_the_days_before_the_membership() -> None:
    guest = Belonging(date(2026, 1, 5), None, Role.GUEST)
    member = Belonging(date(2026, 3, 1), None, Role.MEMBER)
    assert united([member, guest]) == [
        Belonging(date(2026, 1, 5), date(2026, 2, 28), Role.GUEST),
        member,
    ]
    whole = Belonging(None, None, Role.MEMBER)
    assert united([guest, whole]) == [whole]


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_there_is_do_not_break_the_arithmetic(day: date) -> None:
    guest, member = Belonging(None, None, Role.GUEST), Belonging(day, day, Role.MEMBER)
    assert any(time.role is Role.MEMBER for time in united([guest, member]))
