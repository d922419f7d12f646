import random
import statistics
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.errors import BadInput, UserFixable
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.figures import WaveFigures
from workbench.surveys.frozen import seal, unseal
from workbench.surveys.instruments import instrument_keys, load_instrument
from workbench.surveys.wave_figures import wave_figures

PULSE = load_instrument("safety-pulse")
LONELY = load_instrument("loneliness-pulse")
UCLA = load_instrument("ucla-3")
NO_FIGURE = {"invited", "n", "scored", "excluded", "mean", "sd", "ci_low", "ci_high", "alpha"}


def sheets(*rows: tuple[int | None, ...]) -> list[AnswerSheet]:
    return [AnswerSheet(row) for row in rows]


def drawn(seed: int, many: int, items: int = 7, low: int = 1, high: int = 7) -> list[AnswerSheet]:
    """Answers that hang together, with items 1, 3 and 5 of seven worded the other way."""
    draw = random.Random(seed)
    rows = []
    for _ in range(many):
        mood = draw.uniform(low, high)
        row = [min(high, max(low, round(mood + draw.gauss(0, 0.9)))) for _ in range(items)]
        if items == 7:
            row = [low + high - c if place in (0, 2, 4) else c for place, c in enumerate(row)]
        rows.append(AnswerSheet(tuple(row)))
    return rows


def of(instrument: Any, rows: list[AnswerSheet], **how: Any) -> WaveFigures:
    return wave_figures(instrument, rows, **{"minimum_group": 5, **how})


def test_below_the_minimum_there_is_a_reason_and_nothing_else() -> None:
    for many in range(5):
        found = of(PULSE, drawn(1, many), invited=30)
        assert found.suppressed
        assert found.reason == "fewer than 5 answers: not shown to protect people"
        filled = {name for name, value in msgspec.structs.asdict(found).items() if value}
        assert filled == {
            "instrument", "version", "direction", "minimum_group", "suppressed", "reason",
        }  # fmt: skip


def test_the_minimum_counts_scored_answers_not_sheets() -> None:
    rows = sheets(*[(1, 2, 2)] * 2, (2, 2, 3), (3, 1, 1), (3, None, 3), (None, 1, 2))
    assert of(UCLA, rows).suppressed
    assert not of(UCLA, [*rows, AnswerSheet((2, 2, 2))]).suppressed


def test_figures_of_a_plain_wave() -> None:
    rows = sheets((1, 2, 2), (1, 1, 1), (2, 3, 3), (3, 2, 3), (3, None, 3), (None,) * 3, (1, 2, 1))
    found = of(UCLA, rows, invited=12)
    scores = [5, 3, 8, 8, 4]
    assert (found.invited, found.n, found.scored, found.excluded) == (12, 6, 5, 1)
    assert found.mean == pytest.approx(statistics.fmean(scores))
    assert found.sd == pytest.approx(statistics.stdev(scores))
    assert [item.mean for item in found.items] == pytest.approx([1.6, 2.0, 2.0])
    assert all(item.distribution is None and item.sd is None for item in found.items)
    assert not found.bands
    assert not found.score_counts
    assert not found.alpha_shown


def test_bars_bands_and_counts_come_from_ten_answers_on() -> None:
    nine, ten = drawn(3, 9, 3, 1, 3), drawn(3, 10, 3, 1, 3)
    assert of(UCLA, nine).score_counts == ()
    found = of(UCLA, ten)
    assert sum(count for _, count in found.score_counts) == 10
    assert [sum(item.distribution or ()) for item in found.items] == [10, 10, 10]
    assert sum(band.count for band in found.bands) == 10
    assert found.bands[1].share_low < found.bands[1].count / 10 < found.bands[1].share_high
    assert of(UCLA, ten, minimum_group=11).suppressed


def test_bars_are_turned_round_with_the_item() -> None:
    rows = drawn(5, 12)
    found = of(PULSE, rows)
    first = [8 - (sheet.codes[0] or 0) for sheet in rows]
    assert found.items[0].distribution == tuple(first.count(code) for code in range(1, 8))


def test_one_skipped_answer_cannot_be_worked_out_from_the_items() -> None:
    rows = drawn(7, 12)
    rows[4] = AnswerSheet((None, *rows[4].codes[1:]))
    found = of(PULSE, rows)
    assert found.scored == 12
    assert found.items[0].distribution is None
    assert found.items[1].distribution is not None
    total = sum(item.mean or 0 for item in found.items) / 7
    assert total == pytest.approx(found.mean)


def test_five_skipped_answers_are_many_enough_to_show_bars() -> None:
    rows = drawn(7, 20)
    rows[:5] = [AnswerSheet((None, *sheet.codes[1:])) for sheet in rows[:5]]
    assert sum(of(PULSE, rows).items[0].distribution or ()) == 15


def test_t42_everyone_the_same_in_the_middle() -> None:
    found = of(PULSE, sheets(*[(4,) * 7] * 8))
    assert (found.mean, found.sd) == (4, 0)
    assert found.ci_low is found.ci_high is found.alpha is None
    assert found.notes[0] == "Everyone has the same score, so there is no interval."
    assert "cannot be judged" in found.notes[1]


def test_t42_everyone_the_same_at_an_end_is_withheld() -> None:
    found = of(LONELY, sheets(*[(3, 3, 3)] * 8))
    assert found.suppressed
    assert found.mean is found.n is None
    assert "alike" in found.reason


def test_t42_one_answer_and_none() -> None:
    assert of(PULSE, sheets((4,) * 7)).suppressed
    assert of(PULSE, []).suppressed
    assert of(PULSE, sheets(*[(None,) * 7] * 9)).suppressed


def test_t42_one_item_alike_by_all() -> None:
    rows = [AnswerSheet((*sheet.codes[:2], 4, *sheet.codes[3:])) for sheet in drawn(9, 12)]
    found = of(PULSE, rows)
    assert found.items[2].item_rest is None
    assert "Item 3 was answered alike by all." in found.notes


def test_an_item_alike_at_an_end_goes_with_another_so_that_it_cannot_be_worked_out() -> None:
    rows = [AnswerSheet((*sheet.codes[:2], 1, *sheet.codes[3:])) for sheet in drawn(9, 12)]
    found = of(PULSE, rows)
    away = [item for item in found.items if item.mean is None]
    assert found.items[2] in away
    assert len(away) == 2
    assert not any("alike by all" in note for note in found.notes)
    assert {len(msgspec.structs.asdict(item)) for item in away} == {9}
    assert all(item.item_rest is None and item.distribution is None for item in away)


def test_t11_the_interval_leaves_the_scale() -> None:
    totals = {3: (1, 1, 1), 4: (1, 1, 2), 9: (3, 3, 3)}
    found = of(UCLA, sheets(*(totals[total] for total in (3, 3, 3, 3, 3, 4, 3, 9))))
    assert found.mean == 3.875
    assert found.sd is found.ci_low is None, "only one list of eight scores has that mean and SD"
    assert "would tell single ones" in " ".join(found.notes)
    assert not any("people are at" in note for note in found.notes)
    twice = (3, 3, 3, 3, 3, 4, 3, 9, 3, 3, 3, 3, 3, 3, 9)
    more = of(UCLA, sheets(*(totals[total] for total in twice)))
    assert any("reaches below 3" in note for note in more.notes)


def test_a_crowded_end_is_told_from_ten_answers_on() -> None:
    found = of(UCLA, sheets(*[(1, 1, 1)] * 6, *[(1, 2, 3), (2, 2, 1), (3, 1, 2), (1, 1, 3)]))
    assert "6 of 10 people are at the lowest possible score" in " ".join(found.notes)


def test_alpha_is_shown_from_thirty_complete_sheets_on() -> None:
    assert not of(PULSE, drawn(2, 29)).alpha_shown
    assert of(PULSE, drawn(2, 30)).alpha_shown
    assert of(load_instrument("transfer-item"), drawn(2, 40, 1, 1, 5)).alpha is None


def test_straight_lines_are_counted_with_and_without() -> None:
    rows = [*drawn(4, 12), *sheets(*[(6,) * 7] * 5)]
    found = of(PULSE, rows)
    assert found.straight_lined == 5
    assert found.mean_without_straight_lined == pytest.approx(of(PULSE, rows[:12]).mean)
    few = of(PULSE, rows[:14])
    assert few.straight_lined is few.mean_without_straight_lined is None
    assert of(PULSE, rows[:12]).straight_lined == 0
    assert of(UCLA, drawn(4, 12, 3, 1, 3)).straight_lined is None


def test_departments_come_from_the_sheets_spellings_folded() -> None:
    names = ["Support"] * 5 + ["support "] + ["Sales"] * 5 + ["Finance"] * 2 + [""] * 3
    rows = [AnswerSheet(sheet.codes, name) for sheet, name in zip(drawn(6, 16), names, strict=True)]
    found = of(PULSE, rows)
    assert [(group.name, group.n, group.reason) for group in found.departments] == [
        ("Support", 6, ""),
        ("Sales", 5, ""),
        ("Finance", None, "fewer than 5 answers"),
    ]
    assert found.departments[2] == type(found.departments[2])(
        name="Finance", reason="fewer than 5 answers"
    )


def test_parts_of_a_count_scale_are_complete_or_not_told() -> None:
    scale = load_instrument("djg-6")
    rows = drawn(8, 14, 6, 1, 3)
    found = of(scale, rows)
    assert [part.name for part in found.parts] == ["emotional", "social"]
    assert sum(part.mean or 0 for part in found.parts) == pytest.approx(found.mean)
    rows[0] = AnswerSheet((None, *rows[0].codes[1:]))
    assert of(scale, rows).parts == ()


def test_codes_off_the_scale_and_a_low_minimum_are_refused() -> None:
    with pytest.raises(BadInput, match="8 is not an answer"):
        of(PULSE, sheets((8,) * 7))
    with pytest.raises(BadInput, match="has 7 items"):
        of(PULSE, sheets((1, 2)))
    with pytest.raises(BadInput, match="cannot be 3"):
        of(PULSE, [], minimum_group=3)


@settings(max_examples=40, deadline=None)
@given(data=st.data(), key=st.sampled_from(instrument_keys()))
def test_no_wave_whatever_crashes_or_depends_on_the_order(data: st.DataObject, key: str) -> None:
    instrument = load_instrument(key)
    code = st.sampled_from([*instrument.codes, None])
    row = st.tuples(*[code] * len(instrument.items))
    sheet = st.builds(AnswerSheet, row, st.sampled_from(["", "A", "a ", "B", "C"]))
    rows = data.draw(st.lists(sheet, max_size=18))
    invited = data.draw(st.none() | st.integers(0, 40))
    found = of(instrument, rows, invited=invited)
    again = of(instrument, data.draw(st.permutations(rows)), invited=invited)
    assert seal(again) == seal(found)
    assert unseal(*seal(found), "May") == found
    if found.suppressed:
        assert not NO_FIGURE & {
            k for k, v in msgspec.structs.asdict(found).items() if v is not None
        }
    else:
        assert (found.scored or 0) >= 5
        assert all((group.n or 5) >= 5 for group in found.departments)


def test_figures_changed_after_the_close_are_not_believed() -> None:
    text, digest = seal(of(PULSE, drawn(1, 20)))
    for spoiled in (text.replace('"n":20', '"n":21'), text[:-5], "{}", "[]"):
        with pytest.raises(UserFixable, match="wave May"):
            unseal(spoiled, digest, "May")
