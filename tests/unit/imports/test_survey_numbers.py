"""Numbers that a file explains in words, or that cannot be answers: asked about, never turned."""

import pytest

from tests.unit.imports.survey_exports import (
    CODES,
    ITEMS,
    LABELS,
    WORDS,
    abouts,
    google,
    limesurvey,
    microsoft,
    read,
)

TURNED = [[8 - code for code in codes] for codes in CODES]


def ends(number: int, code: int, shape: str) -> object:
    return shape.format(number, LABELS[code - 1]) if code in (1, 7) else number


@pytest.mark.parametrize("shape", ["{} ({})", "{} - {}", "{}. {}", "[{}] {}", "{}: {}"])
def test_ends_in_words_that_number_the_scale_backwards_are_asked_about(shape: str) -> None:
    turned = [[ends(8 - code, code, shape) for code in codes] for codes in CODES]
    found = read(microsoft(turned))
    assert abouts(found) == ["codes"]
    option = found.questions[0].split('--codes "')[1].split('"')[0]
    assert option == "strongly agree=1,strongly disagree=7"
    assert [sheet.codes for sheet in read(microsoft(turned), codes=option).sheets] == CODES
    straight = [[ends(code, code, shape) for code in codes] for codes in CODES]
    assert [sheet.codes for sheet in read(microsoft(straight)).sheets] == CODES


@pytest.mark.parametrize(
    "legend",
    [
        "(1 = strongly agree, 7 = strongly disagree)",
        "1: Strongly Agree - 7: Strongly disagree",
        "[1 (strongly agree) to 7 (strongly disagree)]",
        "strongly agree = 1 … strongly disagree = 7",
        "1 = „muy en desacuerdo“ 3 = strongly disagree",
    ],
)
def test_a_scale_explained_in_the_titles_is_held_against_the_questionnaire(legend: str) -> None:
    found = read(google(TURNED, [f"{item} {legend}" for item in ITEMS]))
    assert abouts(found) == ["codes"]
    assert found.sheets == ()


def test_a_title_that_explains_the_scale_as_it_is_asks_nothing() -> None:
    legend = "(1 = strongly disagree, 4 = neither agree nor disagree, 7 = strongly agree)"
    found = read(google(CODES, [f"{item} {legend}" for item in ITEMS]))
    assert [sheet.codes for sheet in found.sheets] == CODES
    words = read(google(WORDS, [f"{item} (1 = strongly agree)" for item in ITEMS]))
    assert [sheet.codes for sheet in words.sheets] == CODES


def test_a_scale_of_five_is_not_taken_for_one_of_seven() -> None:
    five = [[1 + code % 5 for code in codes] for codes in CODES]
    found = read(google(five))
    assert abouts(found) == ["codes"]
    assert "No answer is higher than 5" in found.questions[0]
    option = found.questions[0].split('--codes "')[1].split('"')[0]
    assert [list(sheet.codes) for sheet in read(google(five), codes=option).sheets] == five


@pytest.mark.parametrize("sign", ["★", "🙂", "+"])
def test_pictures_and_signs_are_no_open_answers(sign: str) -> None:
    found = read(microsoft([[sign * code for code in codes] for codes in CODES]))
    assert abouts(found) == ["scale"]


@pytest.mark.parametrize("number", ["{}.0000000000", "{},0000", "{}.0"])
def test_numbers_with_many_decimals_are_answers_and_no_telephone(number: str) -> None:
    found = read(limesurvey([[number.format(code) for code in codes] for codes in CODES]))
    assert [sheet.codes for sheet in found.sheets] == CODES


def test_numbers_of_de_jong_gierveld_are_asked_with_what_the_file_says_of_them() -> None:
    shown = {1: "3 (no)", 2: "2", 3: "1 (yes)"}
    codes = [tuple(1 + (person + item * 2 + person * item) % 3 for item in range(11))
             for person in range(12)]  # fmt: skip
    titles = [f"q{at}" for at in range(1, 12)]
    rows = google([[shown[code] for code in row] for row in codes], titles)
    found = read(rows, "djg-11")
    assert abouts(found) == ["codes"]
    assert '--codes "yes=1,no=3"' in found.questions[0]
    assert [sheet.codes for sheet in read(rows, "djg-11", codes="yes=1,no=3").sheets] == codes


def test_letters_of_the_tool_for_yes_and_no_are_asked_about() -> None:
    letters = {1: "N", 2: "U", 3: "Y"}
    codes = [tuple(1 + (person + item * 2 + person * item) % 3 for item in range(11))
             for person in range(12)]  # fmt: skip
    rows = limesurvey(
        [[letters[code] for code in row] for row in codes], [f"Q1[{at}]" for at in range(1, 12)]
    )
    found = read(rows, "djg-11")
    assert found.sheets == ()
    assert "--codes" in found.questions[0]
    said = read(rows, "djg-11", codes="N=1,U=2,Y=3")
    assert [sheet.codes for sheet in said.sheets] == codes


@pytest.mark.parametrize("steps", [[1, 2, 4, 6, 7], [1, 3, 4, 5, 7]])
def test_five_words_are_not_taken_for_a_scale_of_seven(steps: list[int]) -> None:
    codes = [[steps[code % 5] for code in row] for row in CODES]
    rows = google([[LABELS[code - 1] for code in row] for row in codes])
    found = read(rows)
    assert abouts(found) == ["codes"]
    assert "scale of five" in found.questions[0]
    said = read(rows, codes=found.asked[0].value)
    assert [list(sheet.codes) for sheet in said.sheets] == codes
