"""How often people say they came: shown for all three answers or none, and never about a few."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.text import fold
from workbench.foundation.words import Attended
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.instruments import load_instrument
from workbench.surveys.ledger import determined
from workbench.surveys.ledger_queries import cuts_shown, scored_sheets
from workbench.surveys.wave_figures import wave_figures

PULSE = load_instrument("safety-pulse")
NONE, FEW, MORE = Attended


def sheets(counts: dict[Attended | None, int], department: str = "") -> list[AnswerSheet]:
    """Sheets of the pulse with so many people for each answer, each group a little higher."""
    return [
        AnswerSheet((1 + (at + place) % 3,) * len(PULSE.items), department, attended=band)
        for place, (band, many) in enumerate(counts.items())
        for at in range(many)
    ]


def test_all_three_answers_are_shown_with_mean_and_interval() -> None:
    found = wave_figures(PULSE, sheets({NONE: 5, FEW: 7, MORE: 9}), minimum_group=5)
    assert [(one.name, one.n) for one in found.attended] == [("0", 5), ("1-2", 7), ("3+", 9)]
    assert all(one.mean is not None for one in found.attended)
    assert found.attended_reason == ""


@pytest.mark.parametrize(
    "counts",
    [
        {NONE: 4, FEW: 7, MORE: 9},
        {NONE: 5, FEW: 7},
        {NONE: 5, FEW: 7, MORE: 9, None: 1},
        {NONE: 5, FEW: 7, MORE: 9, None: 4},
    ],
)
def test_one_small_answer_hides_all_and_tells_no_size(counts: dict[Attended | None, int]) -> None:
    found = wave_figures(PULSE, sheets(counts), minimum_group=5)
    assert found.attended == ()
    assert found.attended_reason == (
        "each answer needs at least 5 people, also beside what else is shown"
    )


def test_who_did_not_say_may_be_nobody_or_enough() -> None:
    found = wave_figures(PULSE, sheets({NONE: 5, FEW: 7, MORE: 9, None: 5}), minimum_group=5)
    assert len(found.attended) == 3


def test_where_it_was_not_asked_nothing_is_said() -> None:
    found = wave_figures(PULSE, sheets({None: 20}), minimum_group=5)
    assert (found.attended, found.attended_reason) == ((), "")


def test_departments_come_first_and_are_never_crossed_by_a_small_cell() -> None:
    both = sheets({NONE: 6, FEW: 6, MORE: 6}, "Care") + sheets({NONE: 6, FEW: 6, MORE: 2}, "Sales")
    found = wave_figures(PULSE, both, minimum_group=5)
    assert [one.name for one in found.departments if one.shown] == ["Care", "Sales"]
    assert found.attended == ()
    assert found.attended_reason


def test_all_alike_at_an_end_of_the_scale_hides_all() -> None:
    ends = PULSE.codes[-1], PULSE.codes[0]
    lowest = tuple(ends[0] if item.reversed else ends[1] for item in PULSE.items)
    alike = [AnswerSheet(lowest, attended=NONE)] * 6
    rest = sheets({FEW: 7, MORE: 9})
    assert wave_figures(PULSE, alike + rest, minimum_group=5).attended == ()


one_sheet = st.builds(
    lambda code, department, attended: AnswerSheet(
        (code,) * len(PULSE.items), department, attended=attended
    ),
    st.sampled_from(PULSE.codes),
    st.sampled_from(["", "Care", "Sales"]),
    st.sampled_from([None, *Attended]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(one_sheet, min_size=15, max_size=70))
def test_no_cut_shown_tells_of_fewer_than_five(made: list[AnswerSheet]) -> None:
    found = wave_figures(PULSE, made, minimum_group=5)
    cuts = list(cuts_shown(PULSE, scored_sheets(PULSE, made), found).values())
    assert not determined(cuts, 5)
    if found.attended:
        shown = {fold(one.name) for one in found.departments if one.shown}
        cells = Counter(
            (sheet.attended, fold(sheet.department) if fold(sheet.department) in shown else "")
            for sheet in made
        )
        assert min(cells.values()) >= 5
