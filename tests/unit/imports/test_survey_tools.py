"""Exports of survey tools become questions and answers; who answered is gone."""

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from workbench.foundation.errors import BadInput, UnreadableFile
from workbench.imports.identity import identity_title
from workbench.imports.response_file import Condition, Responses, find_column, without_identity
from workbench.imports.survey_tools import read_survey
from workbench.imports.tables import Sheet, SourceFile, source_from_bytes

if TYPE_CHECKING:
    from workbench.imports.workbooks import Row

DAY = "2026-01-01 10:00:00"
IDS = ",".join('"{""ImportId"":""QID' + f"{number}" + '""}"' for number in range(10))
QUALTRICS = (
    "StartDate,EndDate,Status,IPAddress,Progress,Finished,ResponseId,RecipientEmail,Q1_1,Q1_2\n"
    "Start Date,End Date,Response Type,IP Address,Progress,Finished,Response ID,E-Mail,"
    f'"One, a","Two\nlines"\n{IDS}\n'
    f"{DAY},{DAY},0,10.0.0.1,100,1,R_aaaaaaaaaaaaaaa,a@x.example,1,2\n"
    f"{DAY},{DAY},1,10.0.0.2,100,1,R_bbbbbbbbbbbbbbb,,3,3\n"
    f"{DAY},,0,10.0.0.3,40,0,R_ccccccccccccccc,,2,\n"
)


def read(text: str, *conditions: Condition, encoding: str = "utf-8") -> Responses:
    source = source_from_bytes(text.encode(encoding), "answers.csv")
    return without_identity(read_survey(source), conditions)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_qualtrics_drops_previews_unfinished_answers_and_identity(encoding: str) -> None:
    found = read(QUALTRICS, encoding=encoding)
    assert found.recognised_as == "Qualtrics export"
    assert found.rows == (("1", "2"),)
    assert [column.text for column in found.columns] == ["One, a", "Two lines"]
    assert dict(found.left_out) == {"a preview or test, not an answer": 1, "not finished": 1}
    assert "IPAddress" in found.dropped
    assert "RecipientEmail" in found.dropped
    assert found.rows_read == 3


def test_a_condition_on_finished_overrides_the_tools_own_rule() -> None:
    assert read(QUALTRICS, Condition("Finished", "0")).rows == (("2", ""),)
    assert read(QUALTRICS, Condition("Finished", "TRUE")).rows == (("1", "2"),)
    with pytest.raises(BadInput, match="no column 'Fnished'"):
        read(QUALTRICS, Condition("Fnished", "1"))


def test_limesurvey_with_semicolons_and_unsubmitted_answers() -> None:
    text = (
        '"id";"submitdate";"lastpage";"startlanguage";"seed";"G1Q01[SQ001]"\r\n'
        '"1";"2026-01-01 10:00:00";"3";"de";"99";"A2"\r\n"2";"";"1";"de";"98";"A1"\r\n\r\n'
    )
    found = read(text, encoding="utf-8-sig")
    assert (found.recognised_as, found.rows) == ("LimeSurvey export", (("A2",),))
    assert found.columns[0].key == "G1Q01[SQ001]"


def test_limesurvey_without_submit_dates_keeps_all() -> None:
    text = '"id","submitdate","lastpage","seed","Q1"\n"1","","3","9","A2"\n"2","","3","8","A1"\n'
    assert len(read(text).rows) == 2


def test_surveymonkey_fills_the_question_to_the_right() -> None:
    text = (
        "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,How safe?,,Why?\n"
        ",,,,,,With peers,With leaders,Open-Ended Response\n"
        "118000000001,4,01/02/2026 10:00 AM,01/02/2026 10:01 AM,10.0.0.1,,Agree,Disagree,because\n"
    )
    found = read(text)
    assert found.recognised_as == "SurveyMonkey export"
    assert [column.text for column in found.columns] == [
        "How safe? - With peers", "How safe? - With leaders", "Why?",
    ]  # fmt: skip
    assert found.rows == (("Agree", "Disagree", "because"),)


def test_microsoft_forms_with_two_address_columns() -> None:
    text = (
        "ID\tStart time\tCompletion time\tEmail\tName\tWhat is your e-mail?\tI feel safe\n"
        "1\t7/27/26 19:06:23\t7/27/26 19:08:23\tanonymous\t\tana@x.example\t5. Agree\n"
    )
    found = read(text)
    assert found.recognised_as == "Microsoft Forms answers"
    assert found.rows == (("5. Agree",),)


def test_google_forms_in_slovak() -> None:
    text = "Časová pečiatka,Ako sa cítiš?,Q [a]\n2026/03/20 12:24:45 PM GMT+2,dobre,3\n"
    found = read(text)
    assert (found.recognised_as, found.rows) == ("Google Forms answers", (("dobre", "3"),))
    assert found.dropped == ("Časová pečiatka",)


def test_a_plain_table_with_and_without_titles() -> None:
    assert [column.key for column in read("l1,l2\n1,2\n3,1\n").columns] == ["l1", "l2"]
    untitled = read("1,2\n3,1\n")
    assert [column.key for column in untitled.columns] == ["Column 1", "Column 2"]
    assert len(untitled.rows) == 2


def test_columns_that_hold_addresses_are_dropped_whatever_their_title() -> None:
    found = read("Kontakt,Q1\na@x.example,1\nb@x.example,2\n")
    assert (found.dropped, found.rows) == (("Kontakt",), (("1",), ("2",)))


def test_a_sheet_of_counts_before_the_answers_is_passed_over_and_told_of() -> None:
    counts = Sheet("Pivot", (("Summary", ""), ("Count", 2)))
    rows = (("Timestamp", "Q1"), (datetime(2026, 3, 20, 10), 1), (datetime(2026, 3, 21, 10), 2))
    found = read_survey(SourceFile("f.xlsx", (counts, Sheet("Answers", rows)), "", True))
    assert (found.recognised_as, len(found.rows)) == ("Google Forms answers", 2)
    assert found.warnings == ("Only the sheet Answers was read, not Pivot.",)


def test_two_sheets_of_answers_are_told_so_that_one_can_be_wanted() -> None:
    titles = ("Timestamp", "Q1", "Q2")
    answered: Row = (datetime(2026, 3, 20, 10), 1, 2)
    long: tuple[Row, ...] = (titles, answered, answered, answered)
    short = (titles, (datetime(2026, 6, 21, 10), 2, 3))
    key = Sheet("Key", (("Answer", "Means"), ("1", "never")))
    source = SourceFile("f.xlsx", (Sheet("March", long), Sheet("June", short), key), "", True)
    assert read_survey(source).alike == ("March", "June")
    june = read_survey(source, "june")
    assert (len(june.rows), june.alike) == (1, ("March", "June"))
    assert june.warnings == ("Only the sheet June was read, not March and Key.",)
    with pytest.raises(BadInput, match="No sheet with answers is called May"):
        read_survey(source, "May")
    assert read_survey(SourceFile("f.xlsx", (source.sheets[0], key), "", True)).alike == ()


def test_titles_without_answers_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="no answers"):
        read('"id","submitdate","lastpage","startlanguage","Q1"\n')


def test_columns_of_one_title_are_told_apart_by_their_number_in_the_file() -> None:
    columns = read("Timestamp,How often,How often\n2026/03/20 1:00:00 PM GMT+1,1,2\n").columns
    with pytest.raises(BadInput, match="2 columns are called How often"):
        find_column(columns, "How often")
    assert [find_column(columns, number) for number in "123"] == [None, 1, 2]


def test_a_condition_that_no_row_meets_shows_what_there_is_but_no_names() -> None:
    people = ("Ann Ek,before,Bo Berg,1\nBo Li,after,Bo Berg,2\n") * 3
    text = f"Your name please,Moment,Team lead,Q1\n{people}"
    with pytest.raises(BadInput, match="Moment=later") as told:
        read(text, Condition("Moment", "later"))
    assert "after and before" in str(told.value)
    with pytest.raises(BadInput, match="Team lead=Nobody") as lead:
        read(text, Condition("Team lead", "Nobody"))
    assert "Bo Berg" not in str(lead.value)
    with pytest.raises(BadInput) as hidden:
        read(text, Condition("Your name please", "Zoe"))
    assert "Ann" not in str(hidden.value)


def test_columns_are_found_by_key_text_or_number() -> None:
    columns = read(QUALTRICS).columns
    assert find_column(columns, "q1_2") == find_column(columns, "Two lines") == columns[1].index
    assert find_column(columns, "9") == columns[0].index == 8
    assert find_column(columns, "Q9") is None


@pytest.mark.parametrize(
    "title",
    [
        "Email",
        "E-mail address",
        "IP Address",
        "Name",
        "Vorname",
        "ResponseId",
        "Employee no",
        "Your name please",
        "What is your full name?",
        "Please enter your name:",
        "Name (optional)",
        "First and last name",
        "Wie heißt du?",
        "Ihr Name",
        "Votre prénom",
        "Nombre y apellidos",
        "Seu nome",
        "Imię i nazwisko",
        "Respondent",
        "Completed by",
        "Badge",
        "Payroll number",
        "Date of birth",
        "Your initials",
        "LinkedIn profile",
    ],
)
def test_titles_that_tell_who_answered(title: str) -> None:
    assert identity_title(title)


@pytest.mark.parametrize(
    "title",
    [
        "Q_1",
        "Q13_1",
        "How often do you feel left out?",
        "Name one thing you learned this month",
        "My manager knows my name",
        "What is your team name?",
        "Your table number",
        "Teams work well together",
        "Member of which team?",
        "Contact with colleagues",
        "LinkedIn is useful to me",
        "l1",
    ],
)
def test_questions_are_no_identity(title: str) -> None:
    assert not identity_title(title)
