"""Rows of a survey file that are nobody's answers, and first rows that are no titles."""

import pytest

from tests.unit.imports.survey_exports import (
    CODES,
    ITEMS,
    LABELS,
    MICROSOFT,
    WORDS,
    Rows,
    abouts,
    google,
    microsoft,
    read,
)
from workbench.foundation.errors import BadInput, UnreadableFile

NAMED: Rows = [["Person", *ITEMS], *([f"P{at}", *codes] for at, codes in enumerate(CODES))]
EMPTY = [""] * len(MICROSOFT)


@pytest.mark.parametrize(
    "below",
    [
        [["Total", *[48] * 7]],
        [["Median", *[4] * 7]],
        [["Mittelwert", *[4.2] * 7], ["Standardabweichung", *[2] * 7]],
        [["Average", *[4] * 7], ["SD", *[2] * 7], ["Min", *[1] * 7], ["Max", *[7] * 7]],
        [["N", *[12] * 7], ["Écart-type", *[2] * 7]],
        [["Person", *ITEMS]],
    ],
)
def test_rows_that_sum_up_and_titles_again_are_no_answers(below: Rows) -> None:
    found = read([*NAMED, *below])
    assert [sheet.codes for sheet in found.sheets] == CODES
    assert sum(times for _, times in found.left_out) == len(below)


def test_people_who_are_called_max_and_mode_stay() -> None:
    people: Rows = [*NAMED, ["Max", *CODES[0]], ["Min", *CODES[1]]]
    assert len(read(people).sheets) == 14


@pytest.mark.parametrize("figure", [4, 4.25])
def test_bare_means_below_the_answers_are_listed_and_left_out(figure: float) -> None:
    found = read([*microsoft(CODES), [*EMPTY, *[figure] * 7]])
    assert [sheet.codes for sheet in found.sheets] == CODES
    assert dict(found.left_out) == {"numbers at the end without an id or time, as totals stand": 1}


def test_answers_typed_in_by_hand_without_a_time_are_kept() -> None:
    typed = [["", *codes] for codes in CODES[:4]]
    assert len(read([*google(CODES), *typed]).sheets) == 16


@pytest.mark.parametrize(
    "rows",
    [
        google(WORDS)[1:],
        WORDS,
        [[f"Ana Novak {at}", *codes] for at, codes in enumerate(CODES)],
        microsoft(WORDS)[1:],
        [["Question", *LABELS], *([item, *[2] * 7] for item in ITEMS)],
        [[1, 2, 3, 4, 5, 6, 7], *CODES],
    ],
)
def test_a_first_row_of_answers_is_refused_and_its_names_are_not_said(rows: Rows) -> None:
    with pytest.raises(BadInput, match="first row") as told:
        read(rows)
    assert "title" in str(told.value)
    assert "Novak" not in str(told.value)


def test_numbered_titles_beside_others_are_titles() -> None:
    rows = google(CODES, [str(number) for number in range(1, 8)])
    assert [sheet.codes for sheet in read(rows).sheets] == CODES
    bare = read([*CODES])
    assert (abouts(bare), len(bare.sheets)) == ([], 12)


@pytest.mark.parametrize("text", [b'"' + b"a," * 900, b'Timestamp,"Q1', b'a,b,"c,d\n'])
def test_a_file_of_one_line_with_an_open_quote_names_the_line(text: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"Line 1 .* opens a quotation mark"):
        read(text)
