from datetime import date

import msgspec

from tests.unit.insights.wave_samples import FIVE, OTHER, REWORDED, on, wave
from workbench.insights.growth_words import growth_words, is_held
from workbench.insights.measure_words import asides
from workbench.insights.measures import Measure, measure_of
from workbench.surveys.growth import Growth
from workbench.surveys.queries import WaveResult

MEANS = (4.0, 4.3, 4.5, 4.9, 5.1, 5.4, 5.6)
GROWTH = Growth(
    people=10, earlier=(1, 2, 3), first_on=date(2025, 1, 1), last_on=date(2026, 1, 1),
    slope=-0.92, ci_low=-1.17, ci_high=-0.67, within=0.83, between=36.57,
)  # fmt: skip


def measured(*results: WaveResult) -> Measure:
    found = measure_of(results)
    assert found is not None
    return found


def test_few_waves_have_nothing_beside_their_reading() -> None:
    assert asides(measured(wave(0), wave(1))) == ()


def test_seven_waves_have_a_trend_and_a_usual_range() -> None:
    trend, limits = asides(measured(*(wave(at, mean) for at, mean in enumerate(MEANS))))

    assert trend.startswith("Rising over 7 waves, about 1.6 a year, 95% CI ")
    assert "usual range" in limits


def test_a_break_and_what_stands_apart_are_told() -> None:
    broken = measured(wave(0), wave(1), wave(2, of=FIVE), wave(3, of=FIVE))
    reworded = measured(wave(0), wave(1, of=REWORDED))
    beside = measured(wave(0), wave(1), wave(1.5, of=OTHER), wave(2))

    assert on(2).month == 5
    (told,) = asides(broken)
    assert told == (
        "2 waves before May 2024 asked in another way: nothing is compared across the break. "
        "The chart shows percent of maximum, as the scales differ; these sentences count in points "
        "from 1 to 5."
    )
    assert asides(reworded)[0].endswith("across the break.")
    assert asides(beside) == ("Team talk, asked beside it, stands apart: see Surveys.",)


def test_the_same_people_are_told_with_their_method() -> None:
    assert growth_words(GROWTH) == (
        "The same 10 people in 4 waves: down 0.9 a year, 95% CI −1.2 to −0.7: likely a real "
        "change. Model with a level of its own for each person; linked by codes they made up."
    )


def test_few_people_need_more_than_the_usual_interval() -> None:
    close = msgspec.structs.replace(GROWTH, slope=-0.21, ci_low=-0.41, ci_high=-0.01, people=8)
    none = msgspec.structs.replace(GROWTH, slope=-0.1, ci_low=-0.41, ci_high=0.21)

    assert not is_held(close)
    assert "this could be chance" in growth_words(close)
    assert not is_held(none)
    assert is_held(GROWTH)
