"""Titles of sections between people become departments; people with only a name stay people."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.imports.mapping import guess_columns
from workbench.imports.roster_entries import RosterEntry, read_entries
from workbench.imports.roster_table import people_table
from workbench.imports.tables import source_from_text

TODAY = date(2026, 10, 13)
TITLES = "Name;E-mail;Phone;Job title\n"


def entries(text: str) -> list[RosterEntry]:
    table = people_table(source_from_text(text))
    return read_entries(table, guess_columns(table), TODAY)


def people(text: str) -> dict[str | None, str | None]:
    return {one.draft.name: one.draft.department for one in entries(text) if not one.reason}


def test_titles_of_sections_are_the_department_of_those_below() -> None:
    found = entries(
        f"{TITLES}Sales;;;\nAna Berg;a@x.example;1;Lead\nBo Falk;b@x.example;2;\n"
        "Platform (2):;;;\nCy Dahl;c@x.example;3;\nDi Ek;d@x.example;;\n"
    )
    assert [one.draft.department for one in found if not one.reason] == [
        "Sales", "Sales", "Platform", "Platform",
    ]  # fmt: skip
    reasons = [one.reason for one in found if one.reason]
    assert reasons[0] == "a section's title: Sales is the department of those below it"
    assert len(reasons) == 2


@pytest.mark.parametrize(
    "section", ["Engineering", "Customer Service", "Team Blue", "--- North ---:", "Dept. 7 West"]
)
def test_one_section_alone_is_known_by_its_words(section: str) -> None:
    found = people(f"{TITLES}{section};;;\nAna Berg;a@x.example;1;\nBo Falk;b@x.example;2;\n")
    assert list(found) == ["Ana Berg", "Bo Falk"]
    assert all(found.values())


def test_unknown_words_are_sections_where_they_come_again() -> None:
    text = f"{TITLES}Alpha;;;\nAna Berg;a@x.example;1;\nGamma;;;\nBo Falk;b@x.example;2;\n"
    assert people(text) == {"Ana Berg": "Alpha", "Bo Falk": "Gamma"}


def test_a_title_in_the_column_before_the_names() -> None:
    text = "No;Name;E-mail\nSales;;\n1;Ana Berg;a@x.example\nLegal;;\n2;Bo Falk;b@x.example\n"
    assert people(text) == {"Ana Berg": "Sales", "Bo Falk": "Legal"}


def test_a_department_that_is_given_stays() -> None:
    text = (
        "Name;Department;E-mail\nSales;;\nAna Berg;IT;a@x.example\nBo Falk;;b@x.example\n"
        "Legal;;\nCy Dahl;;c@x.example\n"
    )
    assert people(text) == {"Ana Berg": "IT", "Bo Falk": "Sales", "Cy Dahl": "Legal"}


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLES}Ana Berg;a@x.example;1;\nCher;;;\nBo Falk;b@x.example;2;\n",
        f"{TITLES}Ana;a@x.example;1;\nCher;;;\nBo;b@x.example;2;\nPele;;;\nCy;c@x.example;3;\n",
        f"{TITLES}Ana Berg;a@x.example;1;\nCher;;;\nBo Falk;b@x.example;;\nPele;;;\nCy Dahl;c;3;\n",
        f"{TITLES}Ann Lee;;;\nAna Berg;a@x.example;1;\nJoe Ray;;;\nBo Falk;b@x.example;2;\n",
        "Name\nSales\nAna Berg\n",
        f"{TITLES}Ana Berg;a@x.example;1;\nBo Falk;b@x.example;2;\nCher;;;\nMadonna;;;\n",
    ],
)
def test_people_with_only_a_name_stay_people(text: str) -> None:
    assert not any(one.reason for one in entries(text))


def test_a_person_with_only_a_name_inside_a_section_belongs_to_it() -> None:
    text = (
        f"{TITLES}Sales;;;\nAna Berg;a@x.example;1;\nAnn Lee;;;\nLegal;;;\nBo Falk;b@x.example;2;\n"
    )
    assert people(text) == {"Ana Berg": "Sales", "Ann Lee": "Sales", "Bo Falk": "Legal"}


@given(st.lists(st.sampled_from(["Ann Lee", "Joe van Dyk", "Li, Wei", "María José Cruz"])))
@settings(max_examples=40, deadline=None)
def test_no_whole_name_is_ever_lost(names: list[str]) -> None:
    rows = "".join(
        f'"{name}";;;\nAna Berg{at};a{at}@x.example;1;\n' for at, name in enumerate(names)
    )
    found = entries(f"{TITLES}{rows}Zoe Zed;z@x.example;;\n")
    assert not any(one.reason for one in found)
