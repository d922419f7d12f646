import csv
from dataclasses import replace
from pathlib import Path
from statistics import fmean, stdev

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.insights.change import WaveFigures, change_between
from workbench.insights.wording import Reading, with_interval, wording
from workbench.surveys.linked_change import LinkedChange

BANNED = ("significant", "proven", "caused", "healthy", "toxic", "at risk", "lurker", "disengaged")
SAMPLE = Path(__file__).parents[3] / "../shared/design/sample"


def wave(
    label: str, mean: float, sd: float, n: int = 40, invited: int | None = None
) -> WaveFigures:
    return WaveFigures(label, n, mean, sd, 1, 7, invited)


MARCH = WaveFigures("March", 31, 4.9631, 0.6259, 1, 7, 38)
SEPTEMBER = WaveFigures("September", 38, 5.3421, 0.6227, 1, 7, 48)
LONELY_MARCH = WaveFigures("March", 31, 5.0645, 1.4591, 3, 9, 38)
LONELY_SEPTEMBER = WaveFigures("September", 38, 4.7895, 1.6134, 3, 9, 48)


def test_the_sentence_of_the_picture_for_a_change_that_leaves_out_zero() -> None:
    said = wording(change_between(MARCH, SEPTEMBER), next_wave="December")

    assert said.reading is Reading.LIKELY_REAL
    assert said.short == "Up 0.4 since March, 95% CI 0.1 to 0.7: likely a real change."
    assert said.long == "Probably higher than in March; it may be too small to notice."


def test_the_sentence_of_the_picture_for_a_change_that_could_be_chance() -> None:
    said = wording(change_between(LONELY_MARCH, LONELY_SEPTEMBER), next_wave="December")

    assert said.reading is Reading.TOO_EARLY
    assert said.short == (
        "Down 0.3 since March, 95% CI −1.0 to +0.5: this could be chance. Ask again in December."
    )
    assert said.long == (
        "Too few answers to tell. Since March it could be anything from 1.0 lower to 0.5 higher."
    )


def test_the_method_note_tells_method_counts_and_a_plain_effect() -> None:
    note = wording(change_between(MARCH, SEPTEMBER)).note

    assert note.startswith("Welch's t interval for two means (March n 31, September n 38);")
    assert "the later is higher about 67 times in 100" in note


def test_without_a_next_wave_nothing_is_promised() -> None:
    assert wording(change_between(LONELY_MARCH, LONELY_SEPTEMBER)).short.endswith("chance.")


def test_the_means_of_the_design_give_the_pictures_sentence() -> None:
    if not SAMPLE.is_dir():
        pytest.skip("the design's sample is not here")
    said = wording(change_between(safety_of("march"), safety_of("september")))

    assert said.short == "Up 0.4 since march, 95% CI 0.1 to 0.7: likely a real change."


def safety_of(label: str) -> WaveFigures:
    reversed_items = {"s1", "s3", "s5"}
    with (SAMPLE / f"safety-{label}.csv").open(encoding="utf-8") as stream:
        scores = [
            fmean(
                8 - int(value) if item in reversed_items else int(value)
                for item, value in row.items()
                if item != "department"
            )
            for row in csv.DictReader(stream)
        ]
    return WaveFigures(label, len(scores), fmean(scores), stdev(scores), 1, 7)


def test_small_changes_are_called_small_only_if_that_was_set_before_the_wave() -> None:
    assert "too small" not in wording(change_between(MARCH, SEPTEMBER)).short
    told = replace(SEPTEMBER, matters=0.3)
    assert wording(change_between(MARCH, told)).short == (
        "Up 0.4 since March, 95% CI 0.1 to 0.7: likely a real change. "
        "It may be too small to notice."
    )


TOO_FEW = "Too few answers to tell. Since March it could be anything from 0.6 lower to 1.0 higher."


@pytest.mark.parametrize(
    ("earlier", "later", "long"),
    [
        (
            wave("March", 4.0, 0.5),
            wave("June", 5.0, 0.5),
            "Higher than in March, by more than chance and by an amount that matters.",
        ),
        (
            wave("March", 5.0, 0.5),
            wave("June", 4.0, 0.5),
            "Lower than in March, by more than chance and by an amount that matters.",
        ),
        (
            wave("March", 5.0, 0.5),
            wave("June", 4.7, 0.5),
            "Probably lower than in March; it may be too small to notice.",
        ),
        (
            wave("March", 5.0, 0.3, n=60),
            wave("June", 5.02, 0.3, n=60),
            "About the same as in March; a change that matters is unlikely.",
        ),
        (
            wave("March", 5.0, 0.9, n=12),
            wave("June", 5.2, 0.9, n=12),
            TOO_FEW,
        ),
    ],
)
def test_the_long_form_follows_the_interval(
    earlier: WaveFigures, later: WaveFigures, long: str
) -> None:
    assert wording(change_between(earlier, later)).long == long


def test_few_answers_among_those_invited_are_said() -> None:
    march = wave("March", 5.0, 0.5, n=30, invited=40)
    june = wave("June", 5.2, 0.5, n=18, invited=30)
    said = wording(change_between(march, june))
    assert "may feel differently" not in said.short

    said = wording(change_between(march, replace(june, invited=31)))
    assert said.short.endswith("People who did not answer may feel differently.")
    assert "may feel differently" not in said.long

    said = wording(change_between(march, replace(june, invited=48)))
    assert said.long.endswith(
        "18 of 48 answered in June; the others may feel differently (from 2.6 to 6.3)."
    )


def test_how_far_the_silent_ones_could_move_a_mean() -> None:
    march = wave("March", 5.0, 0.5, n=30)
    june = wave("June", 5.2, 0.5, n=18, invited=37)

    # T-30 with 18 of 37: (18 x 5.2 + 19 x 1) / 37 and (18 x 5.2 + 19 x 7) / 37
    assert "(from 3.0 to 6.1)" in wording(change_between(march, june)).long


def test_few_answers_are_read_as_a_range() -> None:
    said = wording(change_between(MARCH, wave("June", 5.8, 0.9, n=5)))

    assert said.reading is Reading.NOT_COMPARED
    assert said.short == (
        "Too few answers to compare. June: few answers, read as somewhere between 4.7 and 6.9."
    )


def test_the_range_of_few_answers_stays_on_the_scale() -> None:
    said = wording(change_between(MARCH, wave("June", 6.8, 1.5, n=5)))

    assert said.short.endswith("between 4.9 and 7.0.")


def test_a_hidden_wave_never_tells_its_number() -> None:
    hidden = WaveFigures("June", 3, None, None, 1, 7)
    said = wording(change_between(MARCH, hidden))

    assert said.short == "June: not shown: fewer than 5 answers."
    assert "3" not in said.short + said.long + said.note

    told = replace(hidden, n=12, reason="Not shown: all answers were alike.")
    assert wording(change_between(MARCH, told)).short == "June: Not shown: all answers were alike."


def test_everyone_alike_and_other_questions_have_their_sentences() -> None:
    alike = wave("June", 4.0, 0.0)
    assert wording(change_between(MARCH, alike)).short == (
        "Everyone gave the same score in June, so no interval can be worked out."
    )
    other = replace(SEPTEMBER, version="2")
    assert "changed between March and September" in wording(change_between(MARCH, other)).short


def test_a_key_in_question_is_told_with_the_way_out_and_no_direction() -> None:
    said = wording(change_between(MARCH, replace(SEPTEMBER, in_question=True)))
    assert said.reading is Reading.NOT_COMPARED
    assert said.short == (
        "The key of September is in question, so nothing is compared yet. See its results."
    )
    assert said.long == (
        f"{said.short} Items run against the others, so the score may be upside down until "
        "somebody says what they found."
    )
    assert said.note.startswith("Not compared: items run against the others")
    other = wording(change_between(MARCH, SEPTEMBER, in_question=True)).short
    assert other.startswith("The key of one of the two waves is in question")


def test_a_change_that_a_stricter_look_does_not_hold_is_probable_at_most() -> None:
    people = LinkedChange(
        method="random intercept", difference=0.4, ci_low=0.02, ci_high=0.78, p=0.04, effect=0.4,
        linked=8, left=5, new=5,
    )  # fmt: skip
    said = wording(change_between(MARCH, SEPTEMBER, people), next_wave="December")
    assert said.reading is Reading.TOO_EARLY
    assert said.short == (
        "Up 0.40 since March, 95% CI 0.02 to 0.78: probably a change, but a stricter look "
        "cannot rule out chance. Ask again in December."
    )
    assert said.long == (
        "Probably higher than in March, but a stricter look cannot rule out chance."
    )
    assert "by t with 7 degrees of freedom it reaches 0" in said.note
    assert "the group changed" not in said.long + said.note

    left = msgspec.structs.replace(people, group_changed=True)
    said = wording(change_between(MARCH, SEPTEMBER, left))
    for text in (said.long, said.note):
        assert text.endswith("the group changed, not only the mood.")


@pytest.mark.parametrize(
    ("difference", "low", "high", "said"),
    [
        (0.04, 0.01, 0.07, "Up 0.04 since March, 95% CI 0.01 to 0.07"),
        (0.003, 0.001, 0.005, "Up 0.003 since March, 95% CI 0.001 to 0.005"),
        (0.01, -0.2, 0.22, "The same since March, 95% CI −0.2 to +0.2"),
        (-0.4, -0.7, -0.1, "Down 0.4 since March, 95% CI −0.7 to −0.1"),
        (0.3, -0.02, 0.6, "Up 0.30 since March, 95% CI −0.02 to +0.60"),
    ],
)
def test_rounding_never_misleads(difference: float, low: float, high: float, said: str) -> None:
    assert with_interval("March", difference, low, high) == said


@settings(max_examples=80, deadline=None)
@given(
    st.floats(1, 7),
    st.floats(0, 3),
    st.integers(0, 60),
    st.floats(1, 7),
    st.floats(0, 3),
    st.integers(0, 60),
    st.integers(0, 80),
)
def test_no_sentence_claims_too_much(
    mean_1: float, sd_1: float, n_1: int, mean_2: float, sd_2: float, n_2: int, more: int
) -> None:
    earlier = wave("March", mean_1, sd_1, n_1, n_1 + more)
    later = wave("June", mean_2, sd_2, n_2, n_2 + more)
    change = change_between(earlier, later)
    said = wording(change, next_wave="September")

    for text in (said.short, said.long, said.note):
        assert text.endswith(".")
        assert "nan" not in text
        assert "inf" not in text
        assert not any(word in text.casefold() for word in BANNED)
    excludes = change.comparison is not None and change.comparison.excludes_zero
    assert ("likely a real change" in said.short) == excludes
