"""The sentences for leaders of survey science 3.18, chosen by the interval."""

from dataclasses import replace

import pytest

from tests.unit.insights.shown_words import EVERYBODY, A, B, changed, link, wave
from workbench.insights.change import Change, Comparison, Method, change_between
from workbench.insights.wording import matters, starting_point, wording

SPRING, AUTUMN = wave(A), wave(B, "Autumn", matters=0.3)
ABOVE = "Higher than in Spring, by more than chance and by an amount that matters."
BELOW = "Lower than in Spring, by more than chance and by an amount that matters."
MAYBE_UP = "Probably higher than in Spring; it may be too small to notice."
MAYBE_DOWN = "Probably lower than in Spring; it may be too small to notice."
SAME = "About the same as in Spring; a change that matters is unlikely."
UNKNOWN = "Too few answers to tell. Since Spring it could be anything from {} to {}."


def with_ends(low: float, high: float) -> Change:
    """Return a change with this interval, the smallest change that matters being 0.3."""
    found = Comparison((low + high) / 2, low, high, 0.5, None)
    return Change(SPRING, AUTUMN, Method.WELCH, comparison=found)


@pytest.mark.parametrize(
    ("low", "high", "sentence"),
    [
        (0.31, 0.9, ABOVE),
        (-0.9, -0.31, BELOW),
        (0.3, 0.9, MAYBE_UP),
        (0.01, 0.2, MAYBE_UP),
        (-0.9, -0.3, MAYBE_DOWN),
        (-0.2, -0.01, MAYBE_DOWN),
        (-0.3, 0.3, SAME),
        (0.0, 0.2, SAME),
        (-0.31, 0.2, UNKNOWN.format("0.3 lower", "0.2 higher")),
        (-0.35, 0.8, UNKNOWN.format("0.3 lower", "0.8 higher")),
        (-0.02, 2.7, UNKNOWN.format("0.02 lower", "2.70 higher")),
        (0.0, 2.7, UNKNOWN.format("no change", "2.7 higher")),
        (-2.7, 0.0, UNKNOWN.format("2.7 lower", "no change")),
    ],
)
def test_each_row_has_its_sentence(low: float, high: float, sentence: str) -> None:
    assert wording(with_ends(low, high)).long == sentence


def test_t14_lands_among_too_few_answers() -> None:
    assert wording(changed(A, B)).long == UNKNOWN.format("0.4 lower", "0.9 higher")


def test_t16_is_probably_higher_with_a_change_of_a_third_point_that_matters() -> None:
    linked = link((A, EVERYBODY), (B, EVERYBODY))
    assert wording(change_between(SPRING, AUTUMN, linked)).long == MAYBE_UP


def test_what_matters_is_as_set_before_the_wave_else_a_twentieth_of_the_scale() -> None:
    assert matters(AUTUMN) == 0.3
    assert matters(SPRING) == pytest.approx(0.3)
    assert matters(replace(SPRING, lowest=3, highest=9, matters=1.0)) == 1


def test_less_than_half_answering_is_said_with_its_bounds() -> None:
    later = replace(wave(A, "Autumn", invited=25), mean=5.2)
    words = wording(change_between(replace(SPRING, invited=24), later)).long
    assert words.endswith(
        "12 of 25 answered in Autumn; the others may feel differently (from 3.0 to 6.1)."
    )
    assert "answered in Spring" not in words


def test_a_first_wave_is_a_starting_point() -> None:
    assert starting_point() == "This is a starting point, not a result."
