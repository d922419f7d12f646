"""The numbers of the sign-in sheet: stable, without holes, the same when typed back."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.sessions.sign_in_rules import (
    NameOrder,
    SignInPerson,
    list_code,
    numbered,
)

PEOPLE = (
    SignInPerson(1, "Ruth Adeyemi", "Ruth", "Adeyemi", "Support"),
    SignInPerson(2, "Zoë Ábel", "Zoë", "Ábel", apologies=True),
    SignInPerson(3, "Anna van der Berg", "Anna", "van der Berg"),
    SignInPerson(4, "Cher"),
    SignInPerson(5, "Bo Adeyemi", "Bo", "Adeyemi"),
    SignInPerson(6, "Maria del Mar Ruiz"),
)
names = st.text(max_size=12)
person = st.builds(SignInPerson, st.integers(1, 30), names, names, names)
some_people = st.lists(person, max_size=12, unique_by=lambda one: one.person_id)


def test_by_last_name_accents_ignored() -> None:
    rows = numbered(PEOPLE)

    assert [(row.number, row.shown) for row in rows] == [
        (1, "Ábel, Zoë"),
        (2, "Adeyemi, Bo"),
        (3, "Adeyemi, Ruth"),
        (4, "Cher"),
        (5, "Ruiz, Maria del Mar"),
        (6, "van der Berg, Anna"),
    ]
    assert [row.apologies for row in rows] == [True, False, False, False, False, False]
    assert rows[2].department == "Support"


def test_by_first_name() -> None:
    rows = numbered(PEOPLE, NameOrder.FIRST)

    assert [row.shown for row in rows] == [
        "Anna van der Berg",
        "Bo Adeyemi",
        "Cher",
        "Maria del Mar Ruiz",
        "Ruth Adeyemi",
        "Zoë Ábel",
    ]


@given(some_people, st.sampled_from(NameOrder), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_numbers_hang_on_the_people_alone(
    people: list[SignInPerson], order: NameOrder, chance: random.Random
) -> None:
    rows = numbered(people, order)
    shuffled = list(people)
    chance.shuffle(shuffled)

    assert numbered(shuffled, order) == rows
    assert [row.number for row in rows] == list(range(1, len(people) + 1))
    assert {row.person_id for row in rows} == {one.person_id for one in people}


def test_the_code_changes_with_the_list() -> None:
    rows = numbered(PEOPLE)

    assert list_code(rows) == list_code(numbered(reversed(PEOPLE)))
    assert list_code(rows) != list_code(numbered(PEOPLE[1:]))
    assert list_code(rows) != list_code(numbered(PEOPLE, NameOrder.FIRST))
    assert len(list_code(())) == 4
