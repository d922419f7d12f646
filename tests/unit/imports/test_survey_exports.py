"""Every survey tool's export in its odd shapes: how many rows, how many answers, what is asked."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.imports.survey_exports import (
    CODES,
    ITEMS,
    LABELS,
    MICROSOFT,
    WORDS,
    Rows,
    abouts,
    as_csv,
    google,
    limesurvey,
    microsoft,
    qualtrics,
    read,
    surveymonkey,
)
from workbench.foundation.errors import UserFixable

JAPANESE = ["ID", "開始時刻", "完了時刻", "メール", "名前"]
QUIZ = [title for item in ITEMS for title in (item, f"Points - {item}", f"Feedback - {item}")]
EXPANDED = [f"{item} - {label}" for item in ITEMS for label in LABELS]
TICKED = [
    [LABELS[at] if code == at + 1 else "" for code in row for at in range(7)] for row in CODES
]
NONE = [""] * 6


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("Google Forms answers", google(WORDS)),
        ("Google Forms answers", google(CODES, [f"How far? [{item}]" for item in ITEMS])),
        ("Google Forms answers", google(CODES, ["How was it?"] * 7)),
        ("Microsoft Forms answers", microsoft(WORDS)),
        ("Microsoft Forms answers", microsoft(WORDS, leading=JAPANESE)),
        (
            "Microsoft Forms answers",
            microsoft([[part for word in row for part in (word, 1, "")] for row in WORDS], QUIZ),
        ),
        ("Microsoft Forms answers", microsoft([[f"{word};" for word in row] for row in WORDS])),
        (
            "Microsoft Forms answers",
            microsoft([[json.dumps([word]) for word in row] for row in WORDS]),
        ),
        (
            "Microsoft Forms answers",
            as_csv(
                microsoft([[*row, "fine – ok"] for row in WORDS], [*ITEMS, "Why – tell"]),
                encoding="cp1252",
            ),
        ),
        ("Qualtrics export", qualtrics(WORDS)),
        ("Qualtrics export", as_csv(qualtrics(WORDS), encoding="utf-16", delimiter="\t")),
        (
            "Qualtrics export",
            qualtrics(
                [[*row, 1, 2, 3, 4, 5, 6, 7] for row in CODES],
                [f"Q5_{at}" for at in range(1, 8)] + [f"Q5_DO_{at}" for at in range(1, 8)],
                ["so"] * 14,
            ),
        ),
        ("LimeSurvey export", limesurvey(CODES)),
        ("LimeSurvey export", limesurvey(CODES, [f"Q01_SQ00{at}" for at in range(1, 8)])),
        ("LimeSurvey export", limesurvey(WORDS, [f"<p>How far?</p> [{item}]" for item in ITEMS])),
        ("SurveyMonkey export", surveymonkey(WORDS, ["How far?", *NONE], ITEMS)),
        ("SurveyMonkey export", surveymonkey(TICKED, ["How far?", *[""] * 48], EXPANDED)),
    ],
)  # fmt: skip
def test_twelve_answers_are_read_whole_and_nothing_is_asked(
    kind: str, content: bytes | Rows
) -> None:
    found = read(content)
    assert found.responses.recognised_as == kind
    assert (abouts(found), found.responses.rows_read) == ([], 12)
    assert [sheet.codes for sheet in found.sheets] == CODES
    assert found.refused == ()
    assert "<" not in str(found.items)


@pytest.mark.parametrize("decoy", ["Points", "Feedback", "Punkte"])
def test_points_and_feedback_of_a_quiz_belong_to_their_question(decoy: str) -> None:
    titles = [title for item in ITEMS for title in (item, f"{decoy} - {item}")]
    found = read(microsoft([[part for word in row for part in (word, 2)] for row in WORDS], titles))
    assert [column for _, column in found.items] == ITEMS


def test_every_column_that_is_no_item_is_told_as_dropped() -> None:
    rows = google([["Ana", "Bo Berg", *row] for row in CODES], ["Nickname", "Team lead", *ITEMS])
    assert read(rows).responses.dropped == ("Časová pečiatka", "Nickname", "Team lead")
    assert read(microsoft(WORDS, leading=JAPANESE)).responses.dropped == tuple(JAPANESE)
    assert read(microsoft(WORDS)).responses.dropped == tuple(MICROSOFT)


def test_columns_of_one_title_are_told_by_their_number_and_can_be_named_so() -> None:
    rows = google(CODES, ["How was it?"] * 7)
    found = read(rows)
    columns = [column for _, column in found.items]
    assert columns == [f"How was it? (column {number})" for number in range(2, 9)]
    named = read(rows, columns=",".join(columns))
    assert [sheet.codes for sheet in named.sheets] == CODES


@pytest.mark.parametrize("codes", [[1, 2, 3, 6, 7, 8, 9], [2, 3, 4, 5, 6, 7, 8], [1, 3, 5, 7]])
def test_numbers_recoded_with_gaps_are_asked_about_never_taken(codes: list[int]) -> None:
    rows = qualtrics([[codes[(code - 1) % len(codes)] for code in row] for row in CODES])
    found = read(rows)
    assert abouts(found) == ["codes"]
    assert found.sheets == ()
    assert "--codes" in found.questions[0]


def test_the_example_of_the_question_about_recoded_numbers_answers_it() -> None:
    codes = [1, 2, 3, 6, 7, 8, 9]
    rows = qualtrics([[codes[code - 1] for code in row] for row in CODES])
    example = ",".join(f"{label}={code}" for label, code in zip(LABELS, codes, strict=True))
    assert example in read(rows).questions[0]
    assert [sheet.codes for sheet in read(rows, codes=example).sheets] == CODES


def test_codes_for_no_answer_and_one_slip_of_the_finger_are_counted_not_asked() -> None:
    answers = [list(row) for row in CODES]
    answers[0][0], answers[1][0], answers[2][3], answers[3][3] = -99, -99, 999, 55
    found = read(qualtrics(answers))
    assert abouts(found) == []
    assert found.refused == (("Q5_1", "-99", 2), ("Q5_4", "999", 1), ("Q5_4", "55", 1))
    assert "Q5_1: -99 stands for no answer and was refused 2 times." in found.warnings
    assert found.sheets[0].codes[0] is None


@pytest.mark.parametrize("damage", ["01-May", "Jan 05", "5-Mai", "2026-05-01", "46143", "1.5.2026"])
def test_one_date_among_the_answers_stops_the_import(damage: str) -> None:
    answers: list[list[object]] = [list(row) for row in CODES]
    answers[4][2] = damage
    found = read(google(answers))
    assert abouts(found) == ["dates"]
    assert found.sheets == ()
    assert damage not in str(found.as_json())


def test_rounded_numbers_of_respondents_are_told() -> None:
    rows = [list(row) for row in surveymonkey(CODES, ITEMS, ["Response"] * 7)]
    for row in rows[2:]:
        row[0] = "1.18E+11"
    found = read([*rows])
    assert abouts(found) == []
    assert any("rounded the long numbers in Respondent ID" in each for each in found.warnings)


def test_codes_of_the_survey_tool_are_shown_with_the_option_that_explains_them() -> None:
    rows = limesurvey([[f"A{code}" for code in row] for row in CODES])
    found = read(rows)
    assert abouts(found) == ["codes"]
    example = ",".join(f"A{code}={code}" for code in range(1, 8))
    assert "A1, A2, A3" in found.questions[0]
    assert f'--codes "{example}"' in found.questions[0]
    assert [sheet.codes for sheet in read(rows, codes=example).sheets] == CODES


def test_dates_that_the_tool_removed_are_told() -> None:
    found = read(limesurvey(CODES, day="1980-01-01 00:00:00"))
    assert any("removed the dates" in each for each in found.warnings)
    assert len(found.sheets) == 12


def test_the_same_person_twice_is_asked_about() -> None:
    rows = microsoft(CODES)
    again = [*rows[1][:5], *reversed(rows[1][5:])]
    found = read([*rows, again])
    assert abouts(found) == ["duplicates"]
    assert "--duplicates all" in found.questions[0]
    assert found.sheets == ()
    assert len(read([*rows, again], duplicates="all").sheets) == 13
    last = read([*rows, again], duplicates="last")
    assert dict(last.left_out) == {"there again, answered later": 1}
    assert [sheet.codes for sheet in last.sheets] == [*CODES[1:], tuple(reversed(CODES[0]))]


def test_a_whole_row_twice_is_asked_about_and_equal_answers_alone_never() -> None:
    rows = google(CODES)
    assert abouts(read([*rows, rows[3]])) == ["duplicates"]
    assert abouts(read(google([*CODES, CODES[3]]))) == []
    words = "What I would change is the length of it"
    plain: Rows = [[*ITEMS, "Why"], *([*row, f"{words} {at}"] for at, row in enumerate(CODES))]
    assert abouts(read(plain)) == []
    assert abouts(read([*plain, plain[2]])) == ["duplicates"]
    bare: Rows = [ITEMS, *CODES, CODES[0], CODES[0]]
    assert len(read(bare).sheets) == 14


def test_an_address_or_number_that_all_share_tells_nobody_apart() -> None:
    shared = [[*row[:3], "kiosk@x.example", *row[4:]] for row in microsoft(CODES)[1:]]
    assert abouts(read([[*MICROSOFT, *ITEMS], *shared])) == []


def test_what_people_wrote_is_never_said_back() -> None:
    secret = "My lead Bo Berg shouts"
    said = [f"{secret} {at}" for at in range(12)]
    rows = google([[*row[:6], said[at] if at % 2 else row[6]] for at, row in enumerate(CODES)])
    found = read(rows)
    assert "Bo Berg" not in f"{found.as_json()}{found.lines()}{found!r}"
    assert found.refused == ((ITEMS[6], "text", 6),)
    assert f"{ITEMS[6]}: text is not on the scale and was refused 6 times." in found.warnings
    once = [*rows[:-1], [*rows[-1][:-1], "Bo Berg"]]
    assert "Bo Berg" not in [label.text for label in read(once).labels]
    other = read(rows, columns=",".join(f'"{title}"' for title in reversed(ITEMS)))
    assert "Bo Berg" not in str(other.as_json())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff" * 5000,
        b'"' + b"a," * 1000,
        b"PK\x03\x04" + b"0" * 100,
        as_csv(limesurvey([])),
        as_csv([["id", "submitdate", "lastpage", "seed", "Q1"], [""] * 5]),
    ],
)
def test_hostile_and_empty_files_are_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UserFixable) as told:
        read(data)
    assert str(told.value).endswith(".")


def test_an_answer_in_other_words_is_asked_about_not_lost() -> None:
    words = [["rather so" if one == 5 else LABELS[one - 1] for one in row] for row in CODES]
    found = read(google(words))
    assert abouts(found) == ["codes"]
    assert "12 answers are in words that recur" in found.questions[0]
    assert "rather" not in str(found.as_json())
    assert [sheet.codes for sheet in read(google(words), codes="rather so=5").sheets] == CODES
    without = read(google(words), codes="rather so=-99")
    assert abouts(without) == []
    assert without.sheets[0].codes == tuple(None if one == 5 else one for one in CODES[0])
    assert without.refused == ()


def test_not_knowing_is_counted_and_not_asked_about() -> None:
    words = [["Don't know" if one == 5 else LABELS[one - 1] for one in row] for row in CODES]
    found = read(google(words))
    assert abouts(found) == []
    assert sum(times for _, _, times in found.refused) == 12


def test_a_number_said_to_be_no_answer_leaves_the_others_as_they_are() -> None:
    answers = [[9 if one == 6 else one for one in row] for row in CODES]
    assert abouts(read(google(answers))) == ["codes"]
    found = read(google(answers), codes="9=-99")
    assert abouts(found) == []
    assert {code for sheet in found.sheets for code in sheet.codes} == {1, 2, 3, 4, 5, 7, None}


SECRET = "Zuzana Quist wrote this"
CELLS = st.one_of(
    st.sampled_from(
        ["", "1", "7", "-99", "agree", "A3", "01-May", "1.18E+11", "a@x.example", "=1"]
    ),
    st.integers(-5, 60000),
    st.text(max_size=12),
    st.just(SECRET),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(CELLS, min_size=7, max_size=9), min_size=1, max_size=9),
    st.sampled_from([google, microsoft, qualtrics, limesurvey]),
    st.sampled_from(["", "all", "last"]),
)
def test_whatever_stands_in_a_file_is_read_or_refused_and_never_said_back(
    answers: list[list[object]], export: Callable[[list[list[object]]], Rows], duplicates: str
) -> None:
    refusal = ""
    try:
        found = read(export(answers), duplicates=duplicates)
    except UserFixable as problem:
        refusal = str(problem)
    assert SECRET not in refusal
    if refusal:
        return
    assert SECRET not in f"{found.as_json()}{found.lines()}{found!r}{found.responses!r}"
    assert len(found.sheets) <= found.responses.rows_read
    assert not (found.asked and found.sheets)
    assert all(code in (None, *range(1, 8)) for sheet in found.sheets for code in sheet.codes)
