from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.foundation.errors import BadInput
from workbench.rosters.rules import (
    Names,
    PersonDraft,
    belongs,
    checked_dates,
    names_of,
    tidy_tags,
)


def test_first_and_last_name_make_the_shown_name() -> None:
    names = names_of(PersonDraft(first_name="Ama", last_name="Boateng"))
    assert names == Names("Ama Boateng", "Ama", "Boateng")


def test_a_shown_name_of_ones_own_survives_a_new_last_name() -> None:
    before = Names("Ama B.", "Ama", "Boateng")
    assert names_of(PersonDraft(last_name="Mensah"), before).shown == "Ama B."


def test_a_shown_name_made_of_both_follows_a_new_last_name() -> None:
    before = Names("Ama Boateng", "Ama", "Boateng")
    assert names_of(PersonDraft(last_name="Mensah"), before).shown == "Ama Mensah"


@pytest.mark.parametrize("name", [None, "", "  ", "\x00"])
def test_a_person_needs_a_name(name: str | None) -> None:
    with pytest.raises(BadInput, match="needs a name") as caught:
        names_of(PersonDraft(name=name))
    assert caught.value.field == "name"


def test_nobody_leaves_before_joining() -> None:
    with pytest.raises(BadInput, match="before the joining date"):
        checked_dates(date(2026, 2, 1), date(2026, 1, 31))
    checked_dates(date(2026, 2, 1), date(2026, 2, 1))


days = st.dates(date(1950, 1, 1), date(2050, 1, 1))


@given(st.none() | days, st.none() | days, days)
def test_a_membership_covers_its_first_and_last_day(
    joined: date | None, left: date | None, on: date
) -> None:
    expected = (joined or date.min) <= on <= (left or date.max)
    assert belongs(joined, left, on) is expected


def test_tags_are_kept_once_whatever_their_case() -> None:
    assert tidy_tags((" Returns ", "returns", "", "Founding member")) == (
        "Returns",
        "Founding member",
    )
