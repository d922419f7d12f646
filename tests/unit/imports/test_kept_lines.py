"""All lines of one person in one session count each minute once, however many files there are."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from workbench.foundation.words import Mark
from workbench.imports.attendance_choices import Thresholds
from workbench.imports.attendance_lines import mark_of
from workbench.imports.intervals import Interval
from workbench.imports.kept_lines import KeptLine, Whole, whole_of

TWO = datetime(2026, 10, 1, 14)


def stay(start: int, end: int) -> Interval:
    return Interval(TWO + timedelta(minutes=start), TWO + timedelta(minutes=end))


def line(file: int, *stays: tuple[int, int], unplaced: float | None = None) -> KeptLine:
    return KeptLine(file, tuple(stay(*each) for each in stays), unplaced)


SPANS = st.lists(
    st.tuples(st.integers(0, 120), st.integers(0, 40)).map(lambda one: (one[0], sum(one))),
    max_size=4,
)


@given(st.lists(SPANS, max_size=5))
def test_the_union_over_files_is_the_count_of_minutes(files: list[list[tuple[int, int]]]) -> None:
    lines = [line(number, *spans) for number, spans in enumerate(files)]
    inside = {minute for spans in files for start, end in spans for minute in range(start, end)}
    assert (whole_of(lines).minutes or 0) == len(inside)


@given(st.lists(SPANS, min_size=1, max_size=4))
def test_a_file_taken_in_twice_under_another_hash_changes_nothing(
    files: list[list[tuple[int, int]]],
) -> None:
    lines = [line(number, *spans) for number, spans in enumerate(files)]
    again = [line(number + 100, *spans) for number, spans in enumerate(files)]
    assert whole_of([*lines, *again]) == whole_of(lines)


def test_two_files_that_overlap_count_once() -> None:
    assert whole_of([line(1, (0, 30)), line(2, (15, 45))]) == Whole(45, TWO, certain=True)


def test_minutes_without_times_add_up_unless_they_tell_of_the_same_meeting() -> None:
    first, later = line(1, (0, 0), unplaced=30), line(2, (40, 40), unplaced=25)
    assert whole_of([first, later]).minutes == 55
    assert whole_of([first, later, line(3, (0, 0), unplaced=30)]).minutes == 55
    assert whole_of([first, line(2, (0, 0), unplaced=50)]).minutes == 50
    assert whole_of([line(1, unplaced=30), line(2, unplaced=31)]).minutes == 31
    assert whole_of([line(1, unplaced=30), line(2, unplaced=50)]).minutes == 80
    assert whole_of([line(1, (0, 60)), line(2, unplaced=60)]).minutes == 60


def test_two_lines_of_one_file_without_times_are_two_stays() -> None:
    assert whole_of([line(1, unplaced=30), line(1, unplaced=30)]).minutes == 60


def test_what_is_not_known_is_not_zero() -> None:
    assert whole_of([line(1)]) == Whole(None, None, certain=False)
    partly = whole_of([line(1, (0, 10)), line(2)])
    assert (partly.minutes, partly.certain) == (10, False)
    assert mark_of(partly, Thresholds(45), TWO) is Mark.PRESENT


def test_a_file_of_which_only_who_came_is_kept_says_nothing_of_minutes() -> None:
    only_who = KeptLine(2, timeless=True)
    assert whole_of([line(1, (5, 20)), only_who]) == whole_of([line(1, (5, 20))])


def test_the_first_coming_of_all_files_decides_who_is_late() -> None:
    laptop, telephone = line(1, (20, 80)), line(2, (2, 9))
    rules = Thresholds(45, 10)
    assert mark_of(whole_of([laptop]), rules, TWO) is Mark.PART
    assert mark_of(whole_of([laptop, telephone]), rules, TWO) is Mark.PRESENT
