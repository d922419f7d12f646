"""Which column answers which item where titles are cut or edited; which tell who answered."""

import pytest

from tests.unit.imports.survey_exports import CODES, ITEMS, WORDS, Rows, abouts, google, read
from workbench.foundation.errors import BadInput
from workbench.imports.identity import about_a_person, holds_names, identity_title

BACKWARDS = [row[::-1] for row in WORDS]
PEOPLE = [f"{first} {last}" for first in ("Ana", "Bo", "Cé", "Di") for last in ("Ek", "O'Li", "Wu")]


@pytest.mark.parametrize("shape", ["{} *", "{:.15}", "{:.22}..", "7. {}", "{}:", "Q7: {}"])
def test_wording_is_found_in_any_order_also_cut_off_or_marked(shape: str) -> None:
    found = read(google(BACKWARDS, [shape.format(item) for item in reversed(ITEMS)]))
    assert abouts(found) == []
    assert [sheet.codes for sheet in found.sheets] == CODES


@pytest.mark.parametrize(
    "titles",
    [
        ["Another question altogether", *ITEMS[:6][::-1]],
        [item.replace("group", "team").replace("sessions", "calls") for item in reversed(ITEMS)],
    ],
)
def test_edited_wording_in_another_order_is_asked_about_not_taken_in_its_place(
    titles: list[str],
) -> None:
    found = read(google(BACKWARDS, titles))
    assert abouts(found) == ["columns"]
    assert found.sheets == ()


@pytest.mark.parametrize("title", ["Gender", "Geschlecht", "Âge", "Género", "年齢", "Sexe:"])
def test_what_people_are_is_no_item(title: str) -> None:
    assert about_a_person(title)
    rows: Rows = [[title, "a", "b", "c"], *([2, 1 + at % 3, 2, "so so"] for at in range(12))]
    found = read(rows, "ucla-3")
    assert (abouts(found), found.sheets) == (["columns"], ())


@pytest.mark.parametrize(
    "title",
    [
        "Ваше имя", "ФИО", "お名前", "氏名", "メールアドレス", "姓名", "邮箱", "이름", "الاسم",
        "שם מלא",
        "Ονοματεπώνυμο", "Mitarbeiternummer", "Identifiant", "Número de empleado", "Adınız",
    ],
)  # fmt: skip
def test_titles_of_other_languages_that_tell_who_answered(title: str) -> None:
    assert identity_title(title)
    rows: Rows = [[title, *ITEMS], *([f"x{at}", *codes] for at, codes in enumerate(CODES))]
    with pytest.raises(BadInput, match="tells who answered"):
        read(rows, comment=title)


def test_a_column_of_names_is_dropped_whatever_its_title() -> None:
    rows: Rows = [["And you?", *ITEMS]]
    rows += [[who, *codes] for who, codes in zip(PEOPLE, CODES, strict=True)]
    found = read(rows)
    assert "And you?" in found.responses.dropped
    with pytest.raises(BadInput, match="tells who answered") as told:
        read(rows, comment="And you?")
    assert "Ana" not in str(told.value)


def test_answers_and_departments_in_capitals_are_no_names() -> None:
    assert not holds_names([word.title() for row in WORDS for word in row])
    assert not holds_names(["People Team", "Sales Team"] * 6)
    assert not holds_names([f"I liked session {at}" for at in range(12)])
