"""Days off: holidays by country and region in plain names, closures, the weekend of the place."""

from datetime import date

import pytest

from workbench.foundation.errors import BadInput
from workbench.sessions.days_off import (
    DaysShut,
    countries,
    days_off,
    place_words,
    read_country,
    regions,
)

FIRST, LAST = date(2026, 12, 10), date(2027, 4, 15)


def test_england_keeps_other_days_than_scotland() -> None:
    england = days_off("GB", "ENG", (), FIRST, LAST)
    scotland = days_off("GB", "SCT", (), FIRST, LAST)
    assert england.why(date(2027, 3, 29)) == "Easter Monday"
    assert not scotland.why(date(2027, 3, 29))
    assert scotland.why(date(2027, 1, 4)) == "New Year Holiday (observed)"


def test_closures_stand_before_holidays_and_reach_to_their_last_day() -> None:
    off = days_off("GB", "ENG", [DaysShut(date(2026, 12, 24), date(2027, 1, 3))], FIRST, LAST)
    assert off.why(date(2026, 12, 25)) == "closed to 3 Jan"
    assert off.holidays[date(2026, 12, 25)] == "Christmas Day"
    assert (off.why(date(2027, 1, 3)), off.why(date(2027, 1, 4))) == ("closed to 3 Jan", "")
    assert DaysShut(FIRST, FIRST, "stocktaking").words == "stocktaking"


def test_the_week_ends_with_the_weekend_of_the_place() -> None:
    off = days_off("", "", (), FIRST, LAST)
    assert [day.day for day in off.rest_of_week(date(2027, 1, 7))] == [8, 9, 10]
    friday_saturday = days_off("BH", "", (), FIRST, LAST)
    assert friday_saturday.weekend == {4, 5}
    assert [day.day for day in friday_saturday.rest_of_week(date(2027, 1, 3))] == [
        4, 5, 6, 7, 8, 9,
    ]  # fmt: skip
    assert friday_saturday.works(date(2027, 1, 3))


@pytest.mark.parametrize(
    ("typed", "found", "words"),
    [
        ("GB-ENG", ("GB", "ENG"), "England"),
        ("england", ("GB", "ENG"), "England"),
        ("Germany", ("DE", ""), "Germany"),
        ("de-by", ("DE", "BY"), "Germany, Bayern"),
        ("us-ca", ("US", "CA"), "United States, California"),
        ("", ("", ""), "None"),
        ("none", ("", ""), "None"),
    ],
)
def test_a_country_by_code_or_name(typed: str, found: tuple[str, str], words: str) -> None:
    assert read_country(typed) == found
    assert place_words(*found) == words


@pytest.mark.parametrize("typed", ["Atlantis", "XX", "GB-XX", "DE-ENG", "-"])
def test_an_unknown_place_is_said(typed: str) -> None:
    with pytest.raises(BadInput):
        read_country(typed)


def test_every_country_has_a_name_and_days() -> None:
    named = dict(countries())
    assert len(named) > 100
    assert (named["GB"], named["BA"]) == ("United Kingdom", "Bosnia and Herzegovina")
    assert regions("GB")[0] == ("ENG", "England")
    assert not regions("")
    for country in ("FR", "JP", "BR", "SA", "IN", "ZA"):
        assert days_off(country, "", (), FIRST, LAST).holidays


@pytest.mark.parametrize("last", [date(2026, 12, 9), date(2028, 12, 10)])
def test_a_closure_that_cannot_be(last: date) -> None:
    with pytest.raises(BadInput) as problem:
        days_off("", "", [DaysShut(FIRST, last)], FIRST, LAST)
    assert problem.value.field == "closed_to"
