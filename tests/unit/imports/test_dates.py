"""Dates: one order for a whole file, every spelling the tools use."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.imports.dates import DateOrder, find_order, read_date, read_datetime, read_moment

DAY = DateOrder.DAY_FIRST
MONTH = DateOrder.MONTH_FIRST
ANY_DAY = st.dates(date(1950, 1, 1), date(2049, 12, 31))


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("11/26/25, 4:16:54 PM", MONTH, datetime(2025, 11, 26, 16, 16, 54)),
        ("11/26/25, 4:16:54\u202fPM", MONTH, datetime(2025, 11, 26, 16, 16, 54)),
        ("11/26/25, 12:05\u00a0a.m.", MONTH, datetime(2025, 11, 26, 0, 5)),
        ("07/02/26, 10:00:00", DAY, datetime(2026, 2, 7, 10, 0)),
        ("06.10.26, 18:01:00", DAY, datetime(2026, 10, 6, 18, 1)),
        ("Aug 12, 2026 10:00 AM", DAY, datetime(2026, 8, 12, 10, 0)),
        ("2026/03/20 12:24:45 PM GMT+2", DAY, datetime(2026, 3, 20, 12, 24, 45)),
        ("2026-11-26T10:11:12.123Z", DAY, datetime(2026, 11, 26, 10, 11, 12)),
        ("26 de novembro de 2026 10:00", DAY, datetime(2026, 11, 26, 10, 0)),
        ("jeudi 26 novembre 2026 à 14h05", DAY, datetime(2026, 11, 26, 14, 5)),
        ("26. marraskuuta 2026 klo 18.01", DAY, datetime(2026, 11, 26, 18, 1)),
        ("2026年11月26日 下午4:05", DAY, datetime(2026, 11, 26, 16, 5)),
        ("‎11‎/‎26‎/‎2025 4:16:54 PM", MONTH, datetime(2025, 11, 26, 16, 16, 54)),
        ("٢٦/١١/٢٠٢٥ ١٠:٠٠", DAY, datetime(2025, 11, 26, 10, 0)),
    ],
)
def test_moments_as_the_tools_write_them(text: str, order: DateOrder, expected: datetime) -> None:
    assert read_datetime(text, order) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("26-nov-26", date(2026, 11, 26)),
        ("Nov 26th, 2026", date(2026, 11, 26)),
        ("1er mars 2026", date(2026, 3, 1)),
        ("mar. 3 nov. 2026", date(2026, 11, 3)),
        ("3 mai 2026", date(2026, 5, 3)),
        ("3 maggio 2026", date(2026, 5, 3)),
        ("3 maj 2026", date(2026, 5, 3)),
        ("3 mei 2026", date(2026, 5, 3)),
        ("3. kesäkuuta 2026", date(2026, 6, 3)),
        ("5 października 2026", date(2026, 10, 5)),
        ("5. října 2026", date(2026, 10, 5)),
        ("2026. október 5.", date(2026, 10, 5)),
        ("5 octombrie 2026", date(2026, 10, 5)),
        ("5 Ekim 2026", date(2026, 10, 5)),
        ("Di., 6. Okt. 2026", date(2026, 10, 6)),
        ("6. 10. 2026", date(2026, 10, 6)),
        ("2026.10.06", date(2026, 10, 6)),
        ("20261006", date(2026, 10, 6)),
        ("1965-03-04", date(1965, 3, 4)),
        ("3.4.1899", date(1899, 4, 3)),
        ("3.4.65", date(1965, 4, 3)),
        ("3.4.24", date(2024, 4, 3)),
    ],
)
def test_dates_in_words_and_numbers(text: str, expected: date) -> None:
    assert read_date(text) == expected


@pytest.mark.parametrize(
    "text", ["", "soon", "31.02.2026", "2019", "November 2026", "32/13/2020", "1.2.3.4", "--"]
)
def test_what_is_no_date_is_unknown(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize("text", ["Room 3.14", "015_Loki", "1. Summary", "iPhone 12"])
def test_names_with_numbers_are_no_times(text: str) -> None:
    assert read_moment(text) is None


def test_excel_day_numbers_with_their_false_leap_day() -> None:
    assert read_date(1) == date(1900, 1, 1)
    assert read_date(59) == date(1900, 2, 28)
    assert read_date(61) == date(1900, 3, 1)
    assert read_date(45000.75) == date(2023, 3, 15)
    assert read_date("45000") == date(2023, 3, 15)
    assert read_date(2019) is None


def test_clock_times_alone() -> None:
    found = read_moment("18:02")
    assert found is not None
    assert (found.day, found.at) == (None, time(18, 2))


def test_a_value_above_twelve_decides_for_the_whole_file() -> None:
    assert find_order(["05/06/26", "07/02/26", "13/02/26"]).order is DAY
    assert find_order(["05/06/26", "02/13/26"]).order is MONTH


def test_dots_are_never_month_first() -> None:
    assert find_order(["06.10.26"]).order is DAY


def test_the_known_session_date_decides_what_numbers_leave_open() -> None:
    cells = ["05/06/26, 10:00", "05/06/26, 11:00"]
    assert find_order(cells).order is None
    assert find_order(cells, date(2026, 6, 5)).order is DAY
    assert find_order(cells, date(2026, 5, 6)).order is MONTH
    assert find_order(cells, date(2026, 1, 1)).order is None


def test_a_file_that_contradicts_itself_is_a_question() -> None:
    found = find_order(["13/02/26", "02/13/26"])
    assert found.order is None
    assert found.conflict


def test_equal_numbers_and_dates_in_words_leave_nothing_open() -> None:
    assert find_order(["05/05/26", "2026-05-06", "6 May 2026"]).order is DAY


@given(ANY_DAY, st.sampled_from(DateOrder), st.sampled_from("/-."))
def test_a_written_date_is_read_back(day: date, order: DateOrder, mark: str) -> None:
    numbers = [day.day, day.month] if order is DAY else [day.month, day.day]
    text = mark.join([*(f"{number:02}" for number in numbers), str(day.year)])
    assert read_date(text, order) == day


@given(st.lists(ANY_DAY, min_size=1, max_size=8), st.sampled_from(DateOrder))
def test_the_order_found_is_right_or_open(days: list[date], order: DateOrder) -> None:
    pattern = "%d/%m/%Y" if order is DAY else "%m/%d/%Y"
    found = find_order(day.strftime(pattern) for day in days)
    decided = any(day.day > 12 for day in days)
    assert found.order is (order if decided else found.order)
    if not decided and any(day.day != day.month for day in days):
        assert found.order is None


@given(
    st.datetimes(datetime(1950, 1, 1), datetime(2049, 12, 31)),
    st.sampled_from(DateOrder),
    st.sampled_from(["/", "."]),
    st.sampled_from(["{:02}", "{}"]),
    st.sampled_from([" ", "\u202f", "\u00a0", ""]),
    st.sampled_from(["%y", "%Y"]),
)
def test_what_reports_write_is_read_back_in_either_order(
    at: datetime, order: DateOrder, mark: str, digits: str, blank: str, year: str
) -> None:
    at = at.replace(microsecond=0)
    numbers = [at.day, at.month] if order is DateOrder.DAY_FIRST else [at.month, at.day]
    day = mark.join([*map(digits.format, numbers), at.strftime(year)])
    hour = digits.format(at.hour % 12 or 12)
    clock = f"{hour}:{at:%M:%S}{blank}{'PM' if at.hour > 11 else 'AM'}"
    assert read_datetime(f"{day}, {clock}", order) == at
    assert read_datetime(f"{day} {at:%H:%M:%S}", order) == at
    assert read_datetime(f"({day}) {clock.lower()}", order) == at


def test_a_month_above_12_leaves_the_time_of_day() -> None:
    found = read_moment("13/13/2026, 10:00 AM")
    assert found is not None
    assert (found.day, found.at) == (None, time(10, 0))


@pytest.mark.parametrize("text", ["4:17PM", "4:17pm", "04:17 p.m.", "4:17:00PM", "4:17μμ", "16.17"])
def test_a_half_of_the_day_needs_no_blank_before_it(text: str) -> None:
    found = read_moment(text)
    assert found is not None
    assert found.at == time(16, 17)
