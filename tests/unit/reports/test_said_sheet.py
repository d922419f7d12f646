from datetime import date

import pytest

from workbench.communities.said_queries import SaidRow
from workbench.foundation.errors import BadInput
from workbench.reports.brief_contents import Paper
from workbench.reports.prints.said_sheet import said_data, said_pdf, said_pictures, said_sheet

TODAY = date(2026, 10, 13)
ROWS = (
    SaidRow(1, "More time in threes", "Two rounds of three in every session", date(2026, 9, 24)),
    SaidRow(2, "The screen hides who speaks #[x] $1$", "", None),
)


@pytest.mark.parametrize("paper", list(Paper))
def test_it_is_one_page_and_the_same_each_time(paper: Paper) -> None:
    sheet = said_sheet("Bridges", "", "September", ROWS, TODAY)
    assert said_pdf(sheet, paper).startswith(b"%PDF")
    assert said_pdf(sheet, paper) == said_pdf(sheet, paper)
    assert len(said_pictures(sheet, paper, 40.0)) == 1


def test_it_says_both_sides_and_the_day() -> None:
    data = said_data(said_sheet("Bridges", "", "September", ROWS, TODAY), Paper.A4)
    assert data["lines"][0]["day"] == "24 September 2026"
    assert data["lines"][1] == {"said": ROWS[1].said, "did": "", "day": ""}
    assert data["when"] == "September"


def test_many_long_lines_go_on_over_pages() -> None:
    rows = [SaidRow(n, "x" * 400, "long words " * 60, TODAY) for n in range(25)]
    assert len(said_pictures(said_sheet("B", "", "S", rows, TODAY), Paper.A4, 30.0)) > 2


def test_an_empty_sheet_is_not_printed() -> None:
    with pytest.raises(BadInput, match="Nothing was written down"):
        said_sheet("Bridges", "", "September", (), TODAY)
