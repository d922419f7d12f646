from datetime import date, timedelta

import pytest

from workbench.insights.control import ControlChart, Count, p_chart, xmr_chart
from workbench.insights.series_words import (
    MonthValue,
    Pause,
    Tone,
    attendance_words,
    contribution_words,
    figure_words,
)

FIRST = date(2026, 5, 14)
SUMMER = Pause("Summer pause", date(2026, 7, 1), date(2026, 8, 14))
HELD = [
    *[FIRST - timedelta(days=14 * back) for back in range(8, 0, -1)],
    FIRST,
    date(2026, 5, 28),
    date(2026, 6, 11),
    date(2026, 6, 25),
    date(2026, 8, 20),
    date(2026, 9, 3),
]


def attendance(*here: int, of: int = 40) -> ControlChart:
    return p_chart([Count(on, part, of) for on, part in zip(HELD, here, strict=False)])


USUAL = (31, 25, 31, 30, 26, 29, 24, 31, 25, 31, 25, 30)


def test_a_signal_names_its_day_and_the_pause_before_it() -> None:
    said = attendance_words(attendance(*USUAL, 14, 29), [SUMMER])

    assert said.sentence == (
        "20 August fell below the usual range: the first session after summer pause. "
        "All others are ordinary ups and downs."
    )
    assert (said.chip, said.tone) == ("1 signal", Tone.WARN)


def test_the_pause_is_named_only_where_it_lies_just_before() -> None:
    early = Pause("Spring break", date(2026, 4, 1), date(2026, 4, 10))

    assert "after" not in attendance_words(attendance(*USUAL, 14, 29), [early]).sentence
    assert "after" not in attendance_words(attendance(*USUAL[:11], 13, 30, 29), [SUMMER]).sentence


def test_two_sessions_below_are_named_together() -> None:
    said = attendance_words(attendance(*USUAL[:10], 31, 10, 10, 29), [SUMMER])

    assert said.sentence.startswith("25 June and 20 August fell below the usual range.")
    assert said.chip == "2 signals"


def test_above_and_runs_have_their_words() -> None:
    above = attendance_words(attendance(20, 22, 23, 20, 23, 20, 23, 20, 23, 20, 23, 36, 20, 20))
    assert above.sentence.startswith("25 June rose above the usual range.")

    run = attendance_words(attendance(20, 21, *[30] * 8))
    assert "Eight sessions in a row up to 28 May were above the average." in run.sentence
    assert "All others" not in run.sentence


def test_no_signal_is_ordinary() -> None:
    said = attendance_words(attendance(*USUAL))

    assert (said.chip, said.tone, said.sentence) == (
        "steady",
        Tone.QUIET,
        "Ordinary ups and downs.",
    )


def test_too_few_sessions_say_so() -> None:
    assert attendance_words(attendance(30, 20)).sentence == (
        "2 sessions so far: a usual range needs 8."
    )


def contributions(*values: float) -> ControlChart:
    return xmr_chart(list(zip(HELD, values, strict=False)))


def test_contributions_inside_their_range() -> None:
    said = contribution_words(contributions(16, 17, 20, 15, 26, 24, 13, 28, 24, 20, 24, 29))

    assert said.sentence.startswith("13 to 29 a session, inside the usual range of ")
    assert said.sentence.endswith(" No signal.")


def test_contributions_with_a_signal_few_or_none() -> None:
    burst = contribution_words(contributions(5, 20, 5, 20, 5, 20, 14, 15, 16, 15, 14, 60))
    assert burst.sentence == "5 to 60 a session. 25 June rose above the usual range."
    few = contribution_words(contributions(4, 4))
    assert few.sentence == "4 at every session. 2 sessions so far: a usual range needs 8."
    assert contribution_words(contributions()).sentence.startswith("No session held yet")


TICKETS = [MonthValue(date(2026, 1, 1), 14.2), MonthValue(date(2026, 9, 1), 10.8)]


def test_a_figure_is_told_as_a_fact() -> None:
    said = figure_words(TICKETS, "% of tickets", "Support dashboard", 9.0)

    assert said.sentence == (
        "14.2% in January, 10.8% in September, goal 9%. From the Support dashboard."
    )
    assert said.chip == "down 3.4 points"


@pytest.mark.parametrize(
    ("months", "unit", "sentence", "chip"),
    [
        ([], "", "No month typed in yet.", "no figure"),
        ([TICKETS[0]], "%", "14.2% in January.", "unchanged"),
        (
            [MonthValue(date(2025, 9, 1), 9.5), MonthValue(date(2026, 9, 1), 10)],
            "weeks",
            "9.5 weeks in Sep 2025, 10 weeks in Sep 2026.",
            "up 0.5 weeks",
        ),
    ],
)
def test_figures_with_little_to_say(
    months: list[MonthValue], unit: str, sentence: str, chip: str
) -> None:
    said = figure_words(months, unit, "", None)

    assert (said.sentence, said.chip) == (sentence, chip)
