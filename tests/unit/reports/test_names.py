"""Names of people are found in texts, whole or in part; ordinary words are not names."""

import pytest

from workbench.reports.names import names_in, whole_names_in

PEOPLE = ("Tomasz Zieliński", "Kofi Mensah", "May Green", "Weiß, Änne", "Li")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("With Kofi Mensah: every photo gets three tags.", ["Kofi Mensah"]),
        ("Tomasz's idea", ["Tomasz Zieliński"]),
        ("ZIELIŃSKI", []),
        ("tomasz zieliński asked first", ["Tomasz Zieliński"]),
        ("Änne and Mensah met", ["Kofi Mensah", "Weiß, Änne"]),
        ("In May the Green room was full, Li said", []),
        ("may green", ["May Green"]),
        ("", []),
    ],
)
def test_who_is_named(text: str, found: list[str]) -> None:
    assert list(names_in(text, PEOPLE)) == found


def test_whole_names_alone_leave_parts_be() -> None:
    assert whole_names_in("Tomasz was here", PEOPLE) == ()
    assert whole_names_in("KOFI  MENSAH was here", PEOPLE) == ("Kofi Mensah",)
    assert whole_names_in("Kofi Mensahs", PEOPLE) == ()
