"""Which choices of department would stay hidden, and joining two of them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.surveys.asking_departments import (
    hidden_words,
    join,
    members_of,
    sizes_of,
    to_join,
    would_stay_hidden,
)

SIZES = {
    "Support": 12, "Operations": 10, "Engineering": 9, "Sales": 7, "People": 6, "Finance": 4,
}  # fmt: skip
GROUPS = st.dictionaries(
    st.text("abcdefgh", min_size=3, max_size=6), st.integers(1, 12), min_size=2, max_size=8
)


def test_the_words_of_the_design() -> None:
    assert hidden_words(SIZES, 5) == ("Finance has 4 members: with 6 choices, 2 would stay hidden.")
    assert would_stay_hidden(SIZES, 5) == ("Finance", "People")


def test_two_are_joined_into_one_choice_that_shows() -> None:
    pair = to_join(SIZES, 5)
    assert pair == ("People", "Finance")
    choices = join(tuple(SIZES), pair, SIZES)
    assert choices == ("Support", "Operations", "Engineering", "Sales", "People or Finance")
    by_choice = sizes_of(choices, SIZES)
    assert by_choice["People or Finance"] == 10
    assert hidden_words(by_choice, 5) == ""
    assert to_join(by_choice, 5) == ()


def test_three_small_ones_are_joined_one_after_another() -> None:
    sizes = {"A team": 9, "B team": 2, "C team": 1, "D team": 1}
    choices = tuple(sizes)
    while pair := to_join(sizes_of(choices, sizes), 4):
        choices = join(choices, pair, sizes)
    assert choices == ("A team", "B team, C team or D team")
    assert sizes_of(choices, sizes) == {"A team": 9, "B team, C team or D team": 4}


def test_two_choices_are_never_joined_into_one() -> None:
    assert to_join({"A": 3, "B": 9}, 5) == ()


def test_a_choice_that_the_roster_does_not_know_has_no_members() -> None:
    assert members_of("Somewhere else", SIZES) == ()


def test_a_name_inside_another_is_not_taken_for_it() -> None:
    sizes = {"Sales": 20, "Inside Sales": 3, "People": 4}
    choices = join(tuple(sizes), to_join(sizes, 5), sizes)
    assert sizes_of(choices, sizes) == {"Sales": 20, "Inside Sales or People": 7}


@settings(max_examples=60, deadline=None)
@given(GROUPS, st.integers(5, 8))
def test_what_stays_hidden_hides_among_enough_or_hides_everything(
    sizes: dict[str, int], minimum: int
) -> None:
    hidden = would_stay_hidden(sizes, minimum)
    assert {name for name, size in sizes.items() if size < minimum} <= set(hidden)
    together = sum(sizes[name] for name in hidden)
    assert not hidden or together >= minimum or len(hidden) == len(sizes)
