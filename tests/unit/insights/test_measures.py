from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.insights.wave_samples import (
    FIVE,
    LONELY,
    OTHER,
    REWORDED,
    SEVEN,
    START,
    on,
    wave,
)
from workbench.foundation.words import Direction
from workbench.insights.change import Obstacle
from workbench.insights.control import Stretch
from workbench.insights.measures import Measure, measure_of, seen_between
from workbench.insights.segments import on_one_scale, what_changed
from workbench.surveys.queries import WaveResult

MEANS = (4.0, 4.3, 4.5, 4.9, 5.1, 5.4, 5.6)


def measured(*results: WaveResult) -> Measure:
    found = measure_of(results)
    assert found is not None
    return found


def labels(waves: Sequence[WaveResult]) -> list[str]:
    return [one.wave.label for one in waves]


def test_nothing_is_no_measure() -> None:
    assert measure_of([]) is None


def test_a_new_version_starts_anew_and_the_old_waves_stay() -> None:
    found = measured(*(wave(at, mean) for at, mean in enumerate(MEANS)), wave(7, 3.0, of=FIVE))

    assert labels(found.waves) == ["Wave 7"]
    assert found.earlier_versions == 7
    assert [segment.instrument for segment in found.earlier] == [SEVEN]
    assert len(found.results) == 8
    assert found.change is None
    assert found.trend.trend is None
    assert found.limits is None
    assert found.sentence == "This is a starting point, not a result."


def test_no_trend_change_or_limits_cross_a_break() -> None:
    before = [wave(at, mean) for at, mean in enumerate(MEANS)]
    after = [wave(7 + at, 3.0 + at / 10, of=FIVE) for at in range(6)]
    found, alone = measured(*before, *after), measured(*after)

    assert (found.change, found.trend, found.limits) == (alone.change, alone.trend, alone.limits)
    assert found.trend.trend is not None
    assert found.trend.trend.first_on == on(7)
    assert found.limits is not None
    assert found.limits.baseline.first_on == on(7)


def test_another_questionnaire_takes_over_where_the_first_ended() -> None:
    found = measured(wave(0), wave(1), wave(2, of=OTHER), wave(3, of=OTHER))

    assert labels(found.waves) == ["Wave 2", "Wave 3"]
    assert labels(found.earlier[0].waves) == ["Wave 0", "Wave 1"]
    assert found.beside == ()
    assert what_changed(SEVEN, OTHER) == "Team talk from here"


def test_a_questionnaire_asked_beside_does_not_break_the_line() -> None:
    """Once a year another questionnaire about the same thing, a day after the usual one."""
    usual = [wave(at, mean) for at, mean in enumerate(MEANS)]
    found = measured(*usual[:6], wave(5.02, of=OTHER), usual[6])
    last = measured(*usual, wave(5.02, of=OTHER), wave(6.02, of=OTHER))

    for one in (found, last):
        assert len(one.waves) == 7
        assert one.earlier == ()
        assert one.beside == ("Team talk",)
        assert one.trend.trend is not None


def test_a_questionnaire_no_longer_asked_gives_way() -> None:
    old = [wave(at) for at in range(5)]
    new = [wave(3.5 + at, of=OTHER) for at in range(8)]

    assert measured(*sorted([*old, *new], key=lambda one: one.wave.id)).instrument == OTHER


def test_questionnaires_without_a_known_construct_never_follow_each_other() -> None:
    energy = msgspec.structs.replace(SEVEN, id="energy", construct="other")
    trust = msgspec.structs.replace(SEVEN, id="trust", construct="other")
    found = measured(wave(0, of=energy), wave(1, of=energy), wave(9, of=trust))

    assert found.earlier == ()
    assert found.instrument == trust


def test_a_scale_that_runs_the_other_way_never_follows() -> None:
    danger = msgspec.structs.replace(OTHER, direction=Direction.LOWER)

    assert measured(wave(0), wave(1, of=danger)).earlier == ()


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (FIVE, "5 answers to choose from instead of 7"),
        (REWORDED, "other wording from here"),
        (msgspec.structs.replace(SEVEN, items=SEVEN.items[1:]), "other questions from here"),
        (
            msgspec.structs.replace(
                SEVEN,
                anchors=tuple(
                    msgspec.structs.replace(one, label=f"{one.label}!") for one in SEVEN.anchors
                ),
            ),
            "other answers from here",
        ),
        (msgspec.structs.replace(SEVEN, version=9), "version 9 from here"),
    ],
)
def test_a_break_says_what_changed(after: msgspec.Struct, words: str) -> None:
    assert what_changed(SEVEN, after) == words  # type: ignore[arg-type] # a Struct to pytest


def test_only_other_ranges_or_answers_need_percent() -> None:
    assert on_one_scale([SEVEN, REWORDED, OTHER])
    assert not on_one_scale([SEVEN, FIVE])


def test_a_wave_whose_key_is_in_question_stays_out_of_trend_and_limits() -> None:
    waves = [wave(at, mean, alarm=at == 3) for at, mean in enumerate(MEANS)]
    found = measured(*waves)
    without = measured(*(one for one in waves if not one.open_alarms))

    assert found.trend.trend is not None
    assert without.trend.trend is not None
    assert found.trend.trend.slope == without.trend.trend.slope
    assert found.trend.trend.sentence.endswith("1 more wave could not be used.")
    assert found.limits == without.limits


def test_the_newest_wave_is_compared_with_one_whose_key_is_sound() -> None:
    found = measured(wave(0), wave(2, alarm=True), wave(5))

    assert found.change is not None
    assert found.change.change.earlier.label == "Wave 0"


def test_a_wave_in_question_is_not_compared() -> None:
    found = measured(wave(0), wave(3), wave(6, 3.0, alarm=True))

    assert found.change is not None
    assert found.change.change.obstacle is Obstacle.KEY_IN_QUESTION
    assert found.change.change.comparison is None
    assert "likely" not in found.sentence
    assert "Down" not in found.sentence
    assert found.alarm


def test_a_first_wave_in_question_is_no_starting_point() -> None:
    found = measured(wave(0, alarm=True))

    assert found.sentence.startswith("The key of Wave 0 is in question, so it is not read yet.")
    assert measured(wave(0)).alarm == ""


def test_a_hidden_wave_between_enters_nothing() -> None:
    waves = [wave(at, mean) for at, mean in enumerate(MEANS)]
    found = measured(*waves[:3], wave(2.5, None), *waves[3:])

    assert found.trend.trend is not None
    assert found.trend.trend.waves == 7
    assert found.change == measured(*waves).change


def test_days_looked_at_leave_the_limits_where_they_are() -> None:
    whole = measured(*(wave(at, mean) for at, mean in enumerate(MEANS)))
    part = seen_between(whole, on(4), on(6))

    assert part is not None
    assert labels(part.waves) == ["Wave 4", "Wave 5", "Wave 6"]
    assert part.limits == whole.limits
    assert part.trend.trend is None
    assert seen_between(whole, on(20), on(30)) is None
    assert seen_between(whole, START, on(6)) == whole


def test_days_before_a_break_read_as_they_did_then() -> None:
    whole = measured(*(wave(at, mean) for at, mean in enumerate(MEANS)), wave(7, of=FIVE))
    part = seen_between(whole, START, on(6))

    assert part is not None
    assert part.instrument == SEVEN
    assert part.trend.trend is not None
    assert part.earlier == ()


def test_a_stretch_fixed_as_usual_is_kept() -> None:
    waves = [wave(at, mean) for at, mean in enumerate(MEANS)]
    found = measure_of(waves, usual=Stretch(on(2), on(6), "After the move"))

    assert found is not None
    assert found.limits is not None
    assert found.limits.baseline.reason == "After the move"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 60),
            st.sampled_from([SEVEN, FIVE, REWORDED, OTHER, LONELY]),
            st.one_of(st.none(), st.floats(1, 5)),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_every_wave_stands_in_one_segment_of_one_version(
    given_waves: list[tuple[int, object, float | None]],
) -> None:
    waves = [
        wave(at, mean, of=instrument)  # type: ignore[arg-type] # an Instrument, drawn above
        for at, instrument, mean in sorted(given_waves, key=lambda one: one[0])
    ]
    found = measured(*waves)

    for segment in found.segments:
        assert all(one.instrument == segment.instrument for one in segment.waves)
        assert [one.wave.closed_on for one in segment.waves] == sorted(
            one.wave.closed_on for one in segment.waves if one.wave.closed_on
        )
    kinds = {segment.instrument.construct for segment in found.segments}
    assert len(kinds) == 1
    ids = [id(one) for segment in found.segments for one in segment.waves]
    assert len(ids) == len(set(ids)) == len(found.results)
