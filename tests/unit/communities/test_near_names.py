"""A mistyped name of a community is known for what it is, another name is left alone."""

import pytest

from workbench.communities.near_names import near_name


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Brigdes", "Bridges"),
        ("bridge", "Bridges"),
        ("Brid ges", "Bridges"),
        ("Sales  cirlce", "Sales circle"),
        ("Führungskreis Nrd", "Fuhrungskreis Nord"),
    ],
)
def test_a_slip_of_the_keys_is_found(typed: str, meant: str) -> None:
    assert near_name(typed, ["Another", meant]) == meant


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Cohort 2", "Cohort 1"),
        ("Cohort B", "Cohort A"),
        ("Cohort2025", "Cohort2026"),
        ("Sales North", "Sales South"),
        ("Bridges", "Bridges"),
        ("New", "Now"),
        ("", "Bridges"),
        ("北京", "东京"),
    ],
)
def test_another_name_is_no_slip(name: str, other: str) -> None:
    assert near_name(name, [other]) is None
