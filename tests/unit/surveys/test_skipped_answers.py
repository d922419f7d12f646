"""What skipped answers must not give away: complete sheets are a group, and so are the few others.

Worked out as somebody with the printed figures and a pencil would.
"""

import random
from dataclasses import replace

import msgspec
import pytest

from workbench.surveys.answers import AnswerSheet
from workbench.surveys.figures import WaveFigures
from workbench.surveys.instruments import load_instrument
from workbench.surveys.wave_figures import wave_figures

PULSE = load_instrument("safety-pulse")
MIXED = (
    (2, 6, 3, 5, 2, 5, 6), (4, 5, 2, 3, 3, 6, 5), (1, 6, 2, 6, 1, 4, 7), (4, 4, 3, 5, 5, 3, 4),
    (3, 4, 4, 5, 2, 6, 6), (2, 6, 1, 4, 4, 6, 5), (5, 3, 4, 4, 3, 2, 4), (2, 7, 2, 5, 1, 3, 6),
    (3, 5, 5, 4, 4, 2, 5), (2, 5, 3, 6, 3, 7, 6), (6, 4, 3, 3, 4, 4, 5), (1, 6, 2, 5, 2, 6, 7),
)  # fmt: skip


def skipping(row: tuple[int, ...], place: int) -> AnswerSheet:
    return AnswerSheet((*row[:place], None, *row[place + 1 :]))


def of(rows: list[AnswerSheet]) -> WaveFigures:
    return wave_figures(PULSE, rows, minimum_group=5)


def hang_together(found: WaveFigures) -> list[float]:
    """Return every figure of a wave that comes from its complete sheets only."""
    each = [item.alpha_without for item in found.items]
    return [value for value in (found.alpha, found.alpha_low, *each) if value is not None] + rests(
        found
    )


def rests(found: WaveFigures) -> list[float]:
    return [item.item_rest for item in found.items if item.item_rest is not None]


@pytest.mark.parametrize("complete", range(5))
def test_fewer_complete_sheets_than_the_minimum_give_no_figure(complete: int) -> None:
    whole = [AnswerSheet(row) for row in MIXED[:complete]]
    found = of([*whole, *(skipping(row, 3) for row in MIXED[complete:])])
    assert found.scored == 12
    assert hang_together(found) == []
    assert found.alarms == ()
    assert not found.alpha_shown


def test_ten_complete_sheets_are_enough_and_nine_are_not() -> None:
    """With fewer, figures of whole numbers would tell single answers."""
    for many in (9, 10):
        whole = [AnswerSheet(row) for row in MIXED[:many]]
        found = of([*whole, *(skipping(row, 3) for row in MIXED[many:])])
        assert bool(hang_together(found)) is (many == 10)


def test_an_alarm_does_not_count_a_small_group() -> None:
    turned = [AnswerSheet(tuple(8 - code for code in row[:3]) + row[3:]) for row in MIXED[:3]]
    found = of([*turned, *(skipping(row, 6) for row in MIXED[3:])])
    assert "3 answers" not in msgspec.json.encode(found).decode()


def test_an_item_alike_but_for_the_one_who_skipped_another_tells_nothing_of_them() -> None:
    alike = [AnswerSheet((*row[:1], 4, *row[2:])) for row in MIXED[:11]]
    other = (*MIXED[11][:1], 1, *MIXED[11][2:])
    found = of([*alike, skipping(other, 4)])
    assert found.items[1].mean == pytest.approx((11 * 4 + 1) / 12)
    assert not any("alike" in note for note in found.notes)
    assert rests(found) == []  # one missing would name item 2: 11 x 4, so the other said 1
    assert found.alpha is not None
    assert len(rests(of([*alike, AnswerSheet(other)]))) == 7


@pytest.mark.parametrize("few", [1, 4])
def test_no_exact_figure_over_the_others_tells_what_a_few_answered(few: int) -> None:
    """The means of all are known: an exact alpha of the others fits only what the few answered."""
    rows = [AnswerSheet(row) for row in MIXED * 3]
    told = of([*rows, *(skipping(row, 3) for row in MIXED[:few])])
    assert rests(told) == []
    assert [item.alpha_without for item in told.items] == [None] * 7
    for value in (told.alpha, told.alpha_low, told.alpha_high, told.omega):
        assert value is not None
        assert value == round(value, 2)
    enough = of([*rows, *(skipping(row, 3) for row in MIXED[:5])])
    assert len(rests(enough)) == 7
    assert enough.alpha != round(enough.alpha or 0, 2)
    assert told.in_question == of(rows).in_question


def test_whoever_skipped_the_item_all_others_answered_alike_keeps_their_score() -> None:
    rows = [AnswerSheet((*row[:1], 4, *row[2:])) for row in MIXED[:11]]
    found = of([*rows, skipping(MIXED[11], 1)])
    assert not any("alike" in note for note in found.notes)
    assert rests(found) == []


def test_an_item_alike_at_an_end_is_withheld_though_some_skipped_it() -> None:
    most = [AnswerSheet((*row[:1], 7, *row[2:])) for row in (*MIXED, *MIXED)[:15]]
    found = of([*most, *(skipping(row, 1) for row in MIXED[:6])])
    assert found.items[1].mean is None
    assert found.items[1].distribution is None
    assert sum(item.mean is None for item in found.items) == 2


def test_straight_lines_and_departments_together_tell_nobody() -> None:
    lines = [AnswerSheet((code,) * 7, "Sales") for code in (2, 3, 4, 5)]
    others = [AnswerSheet(row, "Sales") for row in MIXED[:2]]
    rest = [*(AnswerSheet(row) for row in MIXED[2:12]), AnswerSheet((6,) * 7)]
    found = of([*lines, *others, *rest])
    assert [group.n for group in found.departments] == [6]
    assert found.straight_lined is None  # one of the five is not in Sales
    assert found.mean_without_straight_lined is None
    alone = of([replace(sheet, department="") for sheet in (*lines, *others, *rest)])
    assert alone.straight_lined == 5


def test_parts_and_straight_lines_together_tell_nobody() -> None:
    scale = load_instrument("djg-6")
    draw = random.Random(5)
    rows = [AnswerSheet((1, 2, 3, *draw.choices((1, 2, 3), k=3))) for _ in range(12)]
    lines = [AnswerSheet((2,) * 6) for _ in range(5)]
    skipped = [AnswerSheet((None, 1, 3, 2, 1, 3)) for _ in range(5)]
    both = wave_figures(scale, [*rows, *lines, *skipped], minimum_group=5)
    assert both.straight_lined == 5
    assert len(both.parts) == 2
    crossed = [*rows, *lines, *skipped[:4], AnswerSheet((None, 2, 2, 2, 2, 2))]
    found = wave_figures(scale, crossed, minimum_group=5)
    assert found.straight_lined == 6
    assert found.parts == ()
