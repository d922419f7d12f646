"""Rows that sum up a list are nobody: not a person, not an attendee, not an answer."""

from datetime import date

import pytest

from workbench.imports.mapping import guess_columns
from workbench.imports.meeting import read_meeting
from workbench.imports.response_file import without_identity
from workbench.imports.roster_entries import read_entries
from workbench.imports.roster_table import people_table
from workbench.imports.survey_tools import read_survey
from workbench.imports.tables import source_from_bytes, source_from_text
from workbench.imports.totals import is_total
from workbench.imports.workbooks import Row


@pytest.mark.parametrize(
    "row",
    [("Total", 48), ("Summe:", "", "3"), ("", "Razem", 2.5), ("Grand total: 12",)],
)
def test_a_total(row: Row) -> None:
    assert is_total(row)


@pytest.mark.parametrize(
    "row",
    [("Total", "Marie"), ("Suma, Jan", 3), ("Marie Total", 3), ("", ""), (), ("Ann", 3), ("Soma",)],
)
def test_no_total(row: Row) -> None:
    assert not is_total(row)


def test_a_roster_leaves_totals_and_rules_aside_and_says_why() -> None:
    text = "Staff no;Last name;First name;Mail\n----;-----;-----;----\n1;Ek;Ann;a@x.se\nSumme;1;;\n"
    table = people_table(source_from_text(text))
    entries = read_entries(table, guess_columns(table), date(2026, 10, 13))
    assert [entry.reason for entry in entries] == [
        '"----- -----" is no name',
        "",
        "a total, not a person",
    ]


def test_titles_that_come_again_on_every_page_are_nobody() -> None:
    table = people_table(source_from_text("Name,E-mail\nAnn Ek,a@x.se\nName,E-mail\nName Ek,\n"))
    entries = read_entries(table, guess_columns(table), date(2026, 10, 13))
    assert [entry.reason for entry in entries] == ["", "the titles again", ""]


def test_a_meeting_leaves_its_total_out() -> None:
    text = (
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
        "Ann Ek,a@x.se,11/25/2025 10:00:00 AM,11/25/2025 10:30:00 AM,30,No\nTotal,,,,30,\n"
    )
    found = read_meeting(source_from_bytes(text.encode(), "z.csv"))
    assert [person.name for person in found.people] == ["Ann Ek"]


def test_answers_leave_the_average_out() -> None:
    text = "Timestamp,One,Two\n2026/03/20 1:00:00 PM GMT+1,1,2\nAverage,1,2\n"
    found = without_identity(read_survey(source_from_bytes(text.encode(), "a.csv")))
    assert found.rows == (("1", "2"),)
    assert found.left_out == (("a total, not an answer", 1),)
