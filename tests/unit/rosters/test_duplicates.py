import time

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from workbench.rosters.duplicates import Pair, PersonFacts, duplicates


def found(*people: PersonFacts) -> list[tuple[int, int]]:
    return [(pair.first.id, pair.second.id) for pair in duplicates(people)]


def only(*people: PersonFacts) -> Pair:
    (pair,) = duplicates(people)
    return pair


def test_one_address_makes_a_sure_pair_whatever_its_case() -> None:
    pair = only(
        PersonFacts(2, "B. Li", "Bo@Halden.example"), PersonFacts(1, "Ana", "bo@halden.example ")
    )
    assert (pair.first.id, pair.second.id, pair.sure) == (1, 2, True)
    assert pair.reasons == ("Same e-mail",)


def test_a_learned_name_makes_a_sure_pair() -> None:
    pair = only(
        PersonFacts(1, "Hana Novák", aliases=("hnovak", "H. Nova")), PersonFacts(2, "Hnovak")
    )
    assert pair.sure
    assert pair.reasons == ("“hnovak” is a learned name of Hana Novák",)


def test_like_names_count_within_a_department_and_beside_a_guest() -> None:
    one, other = PersonFacts(1, "Jonas Weber", "", 3), PersonFacts(2, "Jonas Wéberr", "", 3)
    pair = only(one, other)
    assert (pair.sure, pair.reasons) == (False, ("Names 96 % alike, same department",))
    assert found(one, PersonFacts(2, "Jonas Weberr", "", 4)) == []
    guest = PersonFacts(2, "Jonas Weberr", is_guest=True)
    assert only(one, guest).reasons == ("Names 96 % alike, one of them a guest",)
    assert only(one, PersonFacts(2, "Weber, Jonas", is_guest=True)).reasons == (
        "Same name, one of them a guest",
    )


def test_two_addresses_make_like_names_two_people() -> None:
    one = PersonFacts(1, "Anna Meyer", "anna@halden.example", 3)
    assert found(one, PersonFacts(2, "Anne Meyer", "anne@halden.example", 3)) == []
    same = PersonFacts(2, "Anna Meyer", "other@halden.example", 4)
    assert found(one, same) == []
    assert found(one, PersonFacts(2, "Anna Meyer", "", 4)) == [(1, 2)]


def test_who_was_said_to_be_two_is_not_asked_again() -> None:
    people = [PersonFacts(1, "Bo", "bo@x.example"), PersonFacts(2, "Bo", "bo@x.example")]
    assert len(duplicates(people)) == 1
    assert duplicates(people, {(1, 2)}) == ()


def test_an_address_of_a_whole_department_makes_no_crowd_of_pairs() -> None:
    people = [PersonFacts(n, f"Name{n} Other{n}", "desk@halden.example") for n in range(40)]
    assert duplicates(people) == ()


@settings(max_examples=60)
@given(
    st.lists(
        st.builds(
            PersonFacts,
            st.integers(1, 50),
            st.sampled_from(["Bo Li", "Li, Bo", "Jonas Weber", "Jonas Webber", "", " ", "é"]),
            st.sampled_from(["", "a@x.example", "A@X.example", "b@x.example"]),
            st.sampled_from([None, 1, 2]),
            st.booleans(),
            st.sampled_from([(), ("Bo Li",), ("jonas weber", "")]),
        ),
        max_size=8,
        unique_by=lambda one: one.id,
    )
)
def test_pairs_are_two_different_people_each_once_and_have_a_reason(
    people: list[PersonFacts],
) -> None:
    pairs = duplicates(people)
    keys = [(pair.first.id, pair.second.id) for pair in pairs]
    assert len(keys) == len(set(keys))
    assert all(first < second for first, second in keys)
    assert all(pair.reasons for pair in pairs)
    assert set(keys) == {(pair.first.id, pair.second.id) for pair in duplicates(people[::-1])}


def test_five_thousand_people_take_under_a_second() -> None:
    import rapidfuzz  # noqa: F401 - loading it is not what is measured

    people = [
        PersonFacts(n, f"{_NAMES[n % 97]}a{_NAMES[n // 97 % 89]} {_NAMES[n % 83]}son", "", n % 9)
        for n in range(5000)
    ]
    start = time.perf_counter()
    duplicates(people)
    assert time.perf_counter() - start < 1.5


_NAMES = [chr(97 + n % 26) + chr(97 + n // 5 % 26) + chr(101 + n % 19) for n in range(97)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siobhán O’Brien", "Siobhan OBrien"),
        ("Jörg Müller", "Joerg Mueller"),
        ("Jan van der Berg", "Vanderberg, Jan"),
        ("Kim Min-jun", "Min Jun Kim"),
        ("Søren Ærø", "Soeren Aeroe"),
        ("李 伟", "李伟"),
        ("Mary-Ann Li", "Mary Ann Li (Sales)"),
    ],
)
def test_a_name_spelt_another_way_is_the_same_name(one: str, other: str) -> None:
    pair = only(PersonFacts(1, one), PersonFacts(2, other))
    assert (pair.sure, pair.reasons) == (False, ("Same name spelt another way",))
    apart = PersonFacts(1, one, "a@x.example", 1), PersonFacts(2, other, "b@x.example", 2)
    assert duplicates(apart) == ()


def test_a_name_turned_round_or_of_one_word_is_the_same_name() -> None:
    for one, other in (("Li Wei", "Wei Li"), ("Suharto", "SUHARTO")):
        assert only(PersonFacts(1, one), PersonFacts(2, other)).reasons == ("Same name",)


def test_like_names_without_a_department_are_compared_while_they_are_few() -> None:
    one, other = PersonFacts(1, "Jonas Weber"), PersonFacts(2, "Jonas Weberr")
    assert only(one, other).reasons == ("Names 96 % alike, no department",)
    assert found(PersonFacts(1, "Desk Phone 1"), PersonFacts(2, "Desk Phone 2")) == []
    assert found(PersonFacts(1, "Ana Berg"), PersonFacts(2, "Greb Ana")) == []
