"""Which method each row of survey science 3.17 gets, and what is said of it."""

from dataclasses import dataclass

import pytest

from tests.unit.insights.shown_words import (
    EVERYBODY,
    NEW,
    A,
    B,
    changed,
    link,
    trend_over,
    trend_says,
)
from workbench.insights.change import Change, Method, Obstacle
from workbench.insights.method_note import method_note
from workbench.insights.wording import Reading, wording

THIRTEEN = [*A, 4.0]
STAYED = tuple(range(8))
LATER = [*B[:8], *NEW]
LATER_PEOPLE = (*STAYED, *range(20, 25))
NINE = A[:9]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: a change, the method it gets, the start of its sentence, its note."""

    change: Change
    method: Method
    obstacle: Obstacle
    sentence: str
    note: str


WELCH_NOTE = (
    "Welch's t interval for two means (Spring n 12, Autumn n 12); same community, answers not "
    "linked by codes or too few of them (8 pairs at least), so the interval is rather too wide "
    "than too narrow. Effect: Hedges g 0.34. Of two answers picked at random, one from each wave, "
    "the later is higher about 60 times in 100 (estimated from means and spreads)."
)
ROWS = {
    "below k": Row(
        changed(A, B[:4]),
        Method.NOT_COMPARED,
        Obstacle.HIDDEN,
        "Autumn: not shown: fewer than 5 answers.",
        "Not compared: a wave that is not shown enters no figure.",
    ),
    "5 answers": Row(
        changed(A, B[:5]),
        Method.NOT_COMPARED,
        Obstacle.FEW,
        "Too few answers to compare. Autumn: few answers, read as somewhere between 4.3 and 6.2.",
        "Not compared: fewer than 10 answers (Spring n 12, Autumn n 5); two waves are compared "
        "from 10 answers each. A mean stands with its own t interval, where shown.",
    ),
    "9 answers": Row(
        changed(NINE, B),
        Method.NOT_COMPARED,
        Obstacle.FEW,
        "Too few answers to compare. Spring: few answers, read as somewhere between 4.5 and 5.8.",
        "Not compared: fewer than 10 answers (Spring n 9, Autumn n 12)",
    ),
    "none linked, 10 or more": Row(
        changed(A, B),
        Method.WELCH,
        Obstacle.NONE,
        "Up 0.2 since Spring, 95% CI −0.4 to +0.9: this could be chance.",
        WELCH_NOTE,
    ),
    "all linked": Row(
        changed(A, B, link((A, EVERYBODY), (B, EVERYBODY))),
        Method.PAIRED,
        Obstacle.NONE,
        "Up 0.2 since Spring, 95% CI 0.1 to 0.4: likely a real change.",
        "Paired t interval for the same people asked twice: 12 linked by a code of their own (100% "
        "of the later answers), 0 left, 0 new. Chosen because everybody who answered either wave "
        "could be linked. An exact check by turning signs agrees. Effect: g_av 0.33.",
    ),
    "all of 8 linked, though 8 are too few to compare unlinked": Row(
        changed(A[:8], B[:8], link((A[:8], STAYED), (B[:8], STAYED))),
        Method.PAIRED,
        Obstacle.NONE,
        "Up 0.29 since Spring, 95% CI 0.04 to 0.53: probably a change, but a stricter look "
        "cannot rule out chance.",
        "8 linked by a code of their own (100% of the later answers), 0 left, 0 new. Chosen "
        "because everybody who answered either wave could be linked. An exact check by turning "
        "signs does not agree: wait.",
    ),
    "some linked": Row(
        changed(THIRTEEN, LATER, link((THIRTEEN, range(13)), (LATER, LATER_PEOPLE))),
        Method.RANDOM_INTERCEPT,
        Obstacle.NONE,
        "Up 0.3 since Spring, 95% CI 0.1 to 0.5: likely a real change.",
        "Model with a level of its own for each person (random intercept, REML): 8 linked by a "
        "code of their own (62% of the later answers), 5 left, 5 new. Chosen because only some "
        "people answered both waves. By t with 7 degrees of freedom the verdict is the same.",
    ),
    "some linked, fewer pairs": Row(
        changed(A, LATER, link((A, EVERYBODY), (LATER, (*STAYED[:7], *range(20, 26))))),
        Method.WELCH,
        Obstacle.NONE,
        "Up 0.1 since Spring, ",
        "or too few of them (8 pairs at least)",
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_the_method_follows_the_links_and_the_answers(name: str) -> None:
    row = ROWS[name]
    words = wording(row.change)
    assert (row.change.method, row.change.obstacle) == (row.method, row.obstacle)
    assert words.short.startswith(row.sentence)
    assert row.note in words.note


@pytest.mark.parametrize("name", ROWS)
def test_only_a_compared_change_has_a_chip_about_chance(name: str) -> None:
    row = ROWS[name]
    compared = wording(row.change).reading is not Reading.NOT_COMPARED
    assert compared == (row.change.comparison is not None)


def test_five_waves_of_eight_answers_have_a_line_and_an_exact_test() -> None:
    rising = [4.0, 4.2, 4.4, 4.6, 4.8]
    assert (
        trend_says(rising, n=8)
        == "Rising over 5 waves, about 0.8 in 12 months, 95% CI "
        + (trend_says(rising, n=8).partition("95% CI ")[2])
    )
    note = method_note(None, trend_over(rising, n=8))
    assert note.startswith("Trend over 5 waves: Theil-Sen line on the days they closed")
    assert "Mann-Kendall exact, S 10, p 0.017" in note


def test_eight_waves_are_tested_by_the_normal_curve() -> None:
    means = [4.6, 4.7, 4.5, 4.9, 5.0, 4.9, 5.2, 5.3]
    assert "Mann-Kendall by the normal curve, S 21, p 0.013" in method_note(None, trend_over(means))


def test_four_waves_and_waves_of_seven_answers_give_no_trend() -> None:
    assert trend_says([4.0, 4.2, 4.4, 4.6]) == "4 waves: too few for a trend test, which needs 5."
    few = trend_says([4.0, 4.2, 4.4, 4.6, 4.8], n=7)
    assert few == "0 waves with 8 or more answers: too few for a trend test, which needs 5."


def test_the_note_carries_the_trend_or_why_there_is_none_beside_the_change() -> None:
    note = method_note(changed(A, B), trend_over([4.5, 4.9]))
    assert note == f"{WELCH_NOTE} Trend: 2 waves: too few for a trend test, which needs 5."
