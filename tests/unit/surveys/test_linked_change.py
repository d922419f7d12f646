"""Codes of their own link people's answers, where that tells about nobody (3.3, 3.4, 4.3)."""

import random
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import ttest_ind

from workbench.surveys.linked_change import (
    OVERLAPPING,
    PAIRED,
    RANDOM_INTERCEPT,
    LinkedChange,
    LinkedWave,
    linked_change,
)
from workbench.surveys.linking import hashed, matched

KEY = b"k" * 32
A = [4.14, 5.29, 5.71, 3.86, 6.00, 5.43, 4.71, 5.14, 6.29, 4.43, 5.57, 4.86]
B = [4.57, 5.43, 5.71, 4.43, 6.14, 5.29, 5.43, 5.57, 6.43, 4.29, 6.00, 5.14]
NEWCOMERS = [5.00, 4.71, 5.86, 5.29, 4.86]


def link(*parts: str) -> bytes:
    return hashed(parts, KEY, "pulse")


def person(number: int) -> bytes:
    """The code of a person that is far from everybody else's."""
    return link(f"mother{number}", f"street{number}", f"day{number}", f"pet{number}")


def wave(scores: Sequence[float], links: Sequence[bytes], *more: Sequence[int]) -> LinkedWave:
    cuts = (frozenset(range(len(scores))), *map(frozenset, more))
    return LinkedWave(tuple(scores), tuple(links), cuts)


def people(*numbers: int) -> list[bytes]:
    return [person(number) for number in numbers]


def near(value: float) -> Any:
    return pytest.approx(value, abs=5e-5)


def found(earlier: LinkedWave, later: LinkedWave) -> LinkedChange:
    change = linked_change(earlier, later, 5)
    assert change is not None
    return change


def test_whole_codes_link_whatever_case_accents_and_order() -> None:
    earlier = [link("Zoë", "Main St", "4", "cat"), link("Ann", "Hill", "9", "dog")]
    later = [link("ann", " hill", "9", "dog"), link("ZOE", "main st", "4", "cat")]
    assert matched(earlier, later).pairs == ((0, 1), (1, 0))


def test_one_other_part_is_forgiven_where_it_can_be_nobody_else() -> None:
    earlier = [link("Zoe", "Main", "4", "cat"), link("Ann", "Hill", "9", "dog")]
    assert matched(earlier, [link("Zoe", "Mian", "4", "cat")]).pairs == ((0, 0),)
    assert matched(earlier, [link("Zoe", "Mian", "5", "cat")]).pairs == ()
    assert matched(earlier, [link("Zoe", "", "4", "cat")]).pairs == ((0, 0),)


def test_one_other_part_links_nobody_where_two_could_be_meant() -> None:
    twins = [link("Zoe", "Main", "4", "cat"), link("Zoe", "Main", "5", "cat")]
    assert matched(twins, [link("Zoe", "Main", "6", "cat")]).pairs == ()
    assert matched([link("Zoe", "Main", "6", "cat")], twins).pairs == ()


def test_nothing_is_forgiven_in_a_code_of_few_parts() -> None:
    """A code from one column of a file has nothing left without its only part."""
    assert matched([link("Zoe4")], [link("Ann9")]).pairs == ()
    assert matched([link("Zoe", "Main", "4")], [link("Zoe", "Main", "5")]).pairs == ()
    assert matched([link("Zoe4")], [link("zoe 4")]).pairs == ((0, 0),)


def test_a_code_that_two_people_gave_links_neither() -> None:
    twice = people(1, 1, 2)
    assert matched(twice, people(1, 2)).pairs == ((2, 1),)
    assert matched(people(1, 2), twice).pairs == ((1, 2),)


def test_no_code_links_nobody() -> None:
    found_ = matched([b"", person(1)], [b"", b"", person(2)])
    assert (found_.pairs, found_.left, found_.new) == ((), 2, 3)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(*[st.sampled_from("ab")] * 4), max_size=8),
    st.lists(st.tuples(*[st.sampled_from("ab")] * 4), max_size=8),
)
def test_links_are_one_to_one_and_the_same_from_either_side(
    before: list[tuple[str, ...]], after: list[tuple[str, ...]]
) -> None:
    earlier, later = ([link(*code) for code in codes] for codes in (before, after))
    there, back = matched(earlier, later), matched(later, earlier)
    assert sorted(there.pairs) == sorted((one, other) for other, one in back.pairs)
    assert len({one for one, _ in there.pairs}) == len({other for _, other in there.pairs})
    for one, other in there.pairs:
        apart = sum(a != b for a, b in zip(before[one], after[other], strict=True))
        assert apart <= 1
    assert there.left + len(there.pairs) == len(before)
    assert there.new + len(there.pairs) == len(after)


def test_everyone_linked_is_compared_in_pairs() -> None:
    order = random.Random(1).sample(range(12), 12)
    later = wave([B[at] for at in order], [person(at) for at in order])
    change = found(wave(A, people(*range(12))), later)
    assert change.method == PAIRED
    assert (change.difference, change.p) == (near(0.25), near(0.0090))
    assert (change.ci_low, change.ci_high) == (near(0.0761), near(0.4239))
    assert (change.effect, change.flipped_p) == (near(0.3273), near(0.016602))
    assert (change.linked, change.left, change.new) == (12, 0, 0)
    assert change.link_rate == 1


def test_partly_the_same_people_are_compared_by_the_model() -> None:
    scores = [*A, 4.0]  # five leave, so that those who left are a group
    links = people(*range(13))
    change = found(
        wave(scores, links), wave([*B[:8], *NEWCOMERS], people(*range(8), *range(20, 25)))
    )
    assert change.method == RANDOM_INTERCEPT
    assert (change.linked, change.left, change.new) == (8, 5, 5)
    assert change.ci_low is not None
    assert change.ci_low < change.difference
    assert change.link_rate == near(8 / 13)


@pytest.mark.parametrize(
    ("gone", "changed"),
    [
        ([1.0, 1.2, 1.1, 1.3, 1.4], True),
        ([4.9, 5.3, 5.0, 5.6, 4.8], False),
        ([6.9, 6.7, 6.8, 7.0, 6.6], True),
    ],
)
def test_those_who_left_may_be_another_group(gone: list[float], *, changed: bool) -> None:
    earlier = wave([*A, *gone], people(*range(17)))
    change = found(earlier, wave(B, people(*range(12))))
    assert (change.linked, change.left, change.new) == (12, 5, 0)
    assert change.group_changed is changed
    referee = ttest_ind(A, gone, equal_var=False).pvalue < 0.05
    assert bool(referee) is changed


def test_nobody_who_left_is_no_other_group() -> None:
    same = wave(A, people(*range(12)))
    assert not found(same, wave(B, people(*range(12)))).group_changed
    more = wave([*B, *NEWCOMERS], people(*range(12), *range(20, 25)))
    assert not found(same, more).group_changed


def test_a_model_that_does_not_settle_gives_way() -> None:
    raised = [score + 1 for score in A]
    later = wave([*raised, *NEWCOMERS], people(*range(12), *range(20, 25)))
    assert found(wave(A, people(*range(12))), later).method == OVERLAPPING


def test_all_alike_has_no_interval() -> None:
    links = people(*range(12))
    same = found(wave(A, links), wave(A, links))
    assert (same.difference, same.ci_low, same.p) == (0, None, None)
    up = found(wave(A, links), wave([score + 1 for score in A], links))
    assert (up.difference, up.ci_high, up.flipped_p) == (near(1), None, None)


def test_three_who_left_would_be_told() -> None:
    """23 before, 20 after, all 20 linked: the mean of the three would follow (4.3)."""
    scores = [1 + at % 7 for at in range(23)]
    earlier = wave(scores, people(*range(23)))
    assert linked_change(earlier, wave(scores[:20], people(*range(20))), 5) is None
    five = linked_change(earlier, wave(scores[:18], people(*range(18))), 5)
    assert five is not None
    assert five.left == 5


def test_three_who_came_would_be_told() -> None:
    scores = [1 + at % 7 for at in range(23)]
    later = wave(scores, people(*range(23)))
    assert linked_change(wave(scores[:20], people(*range(20))), later, 5) is None


def test_few_linked_people_of_a_shown_department_would_be_told() -> None:
    scores = [float(1 + at % 7) for at in range(18)]
    later = wave(scores[:12], people(*range(12)))
    whole = wave(scores, people(*range(18)))
    assert linked_change(whole, later, 5) is not None
    split = wave(scores, people(*range(18)), range(6, 18))
    assert linked_change(split, later, 5) is not None
    inside = wave(scores, people(*range(18)), [10, *range(12, 18)])
    assert linked_change(inside, later, 5) is None


def test_too_few_pairs_are_no_linked_change() -> None:
    assert linked_change(wave(A, people(*range(12))), wave(B[:7], people(*range(7))), 5) is None
