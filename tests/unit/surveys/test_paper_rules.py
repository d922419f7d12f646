"""Paper typed in twice: equal heaps in any order agree, slips are found, nothing is lost."""

from collections import Counter
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.reports.survey_form_samples import CODE, asked
from workbench.surveys.paper_rules import (
    TypedSheet,
    compare,
    differing,
    forms_of,
    mended,
)

A = TypedSheet((1, 2, 3, 4, 5, 6))
B = TypedSheet((7, 7, 7, 7, 7, 7), ("Sales",), ("Elm", "Rex"))
codes = st.tuples(*[st.none() | st.integers(1, 3)] * 4)
typed = st.builds(
    TypedSheet,
    codes,
    st.tuples(st.sampled_from(("", "Sales", "Support")), st.sampled_from(("", "0", "3+"))),
    st.tuples(st.sampled_from(("", "elm", "Élm"))),
)
heaps = st.lists(typed, max_size=7)


def heap(sheets: object) -> Counter[object]:
    assert isinstance(sheets, list | tuple)
    return Counter(sheet.parts for sheet in sheets)


@given(heaps, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_same_sheets_in_another_order_agree(first: list[TypedSheet], chance: Random) -> None:
    second = list(first)
    chance.shuffle(second)
    found = compare(first, second)
    assert found.settled
    assert heap(found.same) == heap(first)


@given(heaps, heaps)
@settings(max_examples=80, deadline=None)
def test_every_sheet_is_found_again_once(first: list[TypedSheet], second: list[TypedSheet]) -> None:
    found = compare(first, second)
    left = [*found.same, *(pair.first for pair in found.differing), *found.only_first]
    right = [*found.same, *(pair.second for pair in found.differing), *found.only_second]
    assert heap(left) == heap(first)
    assert heap(right) == heap(second)
    assert found.settled == (heap(first) == heap(second))
    for pair in found.differing:
        assert pair.places == differing(pair.first, pair.second) != ()
    assert len(compare(second, first).same) == len(found.same)


@given(st.lists(typed, min_size=1, max_size=6), st.data())
@settings(max_examples=60, deadline=None)
def test_settling_against_the_paper_makes_both_times_agree(
    paper: list[TypedSheet], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(paper) - 1))
    place = data.draw(st.integers(0, 3))
    slip = mended(paper[at], place, 4)
    found = compare(paper, [*paper[:at], slip, *paper[at + 1 :]])
    (pair,) = found.differing
    (where,) = pair.places
    assert mended(pair.second, where, pair.first.codes[where]).parts == pair.first.parts


def test_a_slip_meets_the_nearest_sheet() -> None:
    near, far = replace(A, codes=(1, 2, 3, 4, 5, 7)), replace(A, codes=(1, 2, 7, 7, 5, 6))
    found = compare([far, A], [near, far])
    assert found.same == (far,)
    (pair,) = found.differing
    assert (pair.first, pair.second, pair.places, pair.unsure) == (A, near, (5,), False)


def test_two_sheets_equally_near_are_told() -> None:
    one, other = replace(A, codes=(1, 2, 3, 4, 5, 1)), replace(A, codes=(1, 2, 3, 4, 5, 2))
    found = compare([one, other], [A])
    assert found.differing[0].unsure
    assert len(found.only_first) == 1


def test_sheets_that_share_little_are_not_taken_for_one() -> None:
    found = compare([A], [TypedSheet((7, 7, 7, 7, 5, 6))])
    assert (len(found.differing), len(found.only_first), len(found.only_second)) == (0, 1, 1)


def test_a_sheet_typed_twice_the_first_time_is_told() -> None:
    found = compare([A, A], [A])
    assert (found.same, found.only_first) == ((A,), (A,))
    assert not found.settled


def test_case_and_accents_of_a_code_are_no_difference() -> None:
    assert compare([B], [replace(B, code=(" élm", "REX"))]).settled


def test_any_place_can_be_mended() -> None:
    assert mended(B, 2, None).codes == (7, 7, None, 7, 7, 7)
    assert mended(B, 6, "").beside == ("",)
    assert mended(B, 8, "Bello").code == ("Elm", "Bello")


def test_comments_belong_to_no_sheet_and_empty_sheets_go() -> None:
    form = asked(code=CODE)
    sheet = TypedSheet((*range(1, 8), 1, None, 3), ("Sales",), ("a", "b", "c", "d"))
    made = forms_of(form, [sheet, TypedSheet((None,) * 10, ("Sales",))], [" Thanks ", " "])
    assert [one.answers for one in made] == [
        ((1, 2, 3, 4, 5, 6, 7), (1, None, 3)),
        ((None,) * 7, (None,) * 3),
    ]
    assert [one.comment for one in made] == ["", "Thanks"]
    assert [one.department for one in made] == ["Sales", ""]
    assert made[0].code == ("a", "b", "c", "d")


def test_nothing_typed_is_told_when_printed() -> None:
    secret = TypedSheet((3,), ("Sales",), ("Elm",))
    found = compare([secret], [TypedSheet((2,), ("Sales",), ("Elm",))])
    for thing in (secret, found, found.differing[0]):
        assert "Sales" not in repr(thing)
        assert "Elm" not in repr(thing)


def test_what_stands_beside_goes_into_the_form_as_far_as_it_is_asked() -> None:
    both = replace(asked(code=("a", "b", "c", "d")), asks_attendance=True)
    typed_both = TypedSheet((4,) * both.lines, ("Sales", "3+"), ("e", "f", "g", "h"))
    (made,) = forms_of(both, [typed_both])
    assert (made.department, made.attended, made.code) == ("Sales", "3+", ("e", "f", "g", "h"))
    alone = replace(asked(departments=()), asks_attendance=True)
    (made,) = forms_of(alone, [TypedSheet((4,) * alone.lines, ("0",))])
    assert (made.department, made.attended) == ("", "0")
    (made,) = forms_of(alone, [TypedSheet((4,) * alone.lines, ("",))])
    assert made.attended is None
    assert mended(typed_both, both.lines + 1, "0").beside == ("Sales", "0")
    assert mended(typed_both, both.ticked, "x").code == ("x", "f", "g", "h")
