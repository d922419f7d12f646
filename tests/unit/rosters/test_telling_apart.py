"""Two people of one name are told apart by the first thing in which they differ."""

from datetime import date

import hypothesis.strategies as st
import pytest
from hypothesis import given

from workbench.rosters.duplicates import PersonFacts
from workbench.rosters.telling_apart import about_person, both_named, told_apart

ONE = PersonFacts(1, "Jonas Weber", "j@a.example", department="Sales", joined_on=date(2026, 3, 5))


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (PersonFacts(2, "Jonas Weber"), ("Sales", "no department")),
        (PersonFacts(2, "Jonas Weber", department="Sales"), ("j@a.example", "no e-mail")),
        (
            PersonFacts(2, "Jonas Weber", "j@a.example", None, True, department="Sales"),
            ("member", "guest"),
        ),
        (
            PersonFacts(2, "Jonas Weber", "j@a.example", department="Sales"),
            ("since 5 March 2026", "from the beginning"),
        ),
    ],
)
def test_the_first_fact_that_differs_is_told(other: PersonFacts, told: tuple[str, str]) -> None:
    assert told_apart(ONE, other) == tuple(f"Jonas Weber ({fact})" for fact in told)


FACTS = st.builds(
    PersonFacts,
    st.integers(1, 2),
    st.sampled_from(["Bo Li", "bo li", "Li Bo", "Nur"]),
    st.sampled_from(["", "a@b.example", "A@B.example"]),
    department=st.sampled_from(["", "Sales", "Support"]),
    is_guest=st.booleans(),
    joined_on=st.sampled_from([None, date(2026, 1, 1), date(2026, 2, 1)]),
)


@given(FACTS, FACTS)
def test_any_two_people_are_told_apart(one: PersonFacts, other: PersonFacts) -> None:
    if one.id != other.id:
        first, second = told_apart(one, other)
        assert first != second
        assert first.startswith(one.name)
        assert second.startswith(other.name)


def test_both_are_named_in_one_breath() -> None:
    assert both_named("Bo Li", "Bea Li") == "Bo Li and Bea Li"
    assert both_named("Bo Li", "Bo Li") == "both people called Bo Li"
    assert about_person(ONE) == "Sales · j@a.example · since 5 March 2026"
    assert about_person(PersonFacts(3, "Nur")) == ""
