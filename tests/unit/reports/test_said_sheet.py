"""The sheet "You said, we did", reopened: what stands on it and where."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.reports.print_samples import letter_sizes, size_of, words_of
from workbench.communities.said_queries import SaidRow
from workbench.reports.brief_contents import Paper
from workbench.reports.prints.said_sheet import said_sheet, said_sheet_pdf, said_sheet_pictures

MADE = date(2026, 10, 13)
ROWS = (
    SaidRow(1, "Nobody knows whom to ask.", "A list of who helps with what.", date(2026, 10, 2)),
    SaidRow(2, "Meetings eat the afternoons.", "", None),
    SaidRow(3, "We hear of changes late.", "News first, each Monday.", None),
)


def test_what_was_done_stands_beside_what_was_said_and_open_ones_after_it() -> None:
    (page,) = words_of(said_sheet_pdf(said_sheet("Bridges", "September", ROWS, MADE)))
    in_order = (
        "Bridges", "You said, we did", "What you told us in September, in our words",
        "You said",
        "Nobody knows whom to ask.", "A list of who helps with what.", "2 October 2026",
        "We hear of changes late.", "News first, each Monday.", "Still open",
        "Meetings eat the afternoons.",
    )  # fmt: skip
    at = 0
    for words in in_order:
        at = page.index(words, at)


def test_a_sheet_without_lines_says_so() -> None:
    (page,) = words_of(said_sheet_pdf(said_sheet("Bridges", "September", (), MADE)))
    assert "Nothing is written down yet." in page
    assert "We did" not in page


def test_letter_paper_large_type_and_equal_bytes() -> None:
    contents = said_sheet("Bridges", "September", ROWS, MADE)
    made = said_sheet_pdf(contents, Paper.LETTER)
    assert size_of(made) == (612, 792)
    assert min(letter_sizes(made)) >= 8
    assert said_sheet_pdf(contents, Paper.LETTER) == made


def test_many_lines_run_on_with_their_heads() -> None:
    rows = [SaidRow(n, f"Said {n}. " * 9, f"Did {n}. " * 9, None) for n in range(40)]
    pages = words_of(said_sheet_pdf(said_sheet("Bridges", "September", rows, MADE)))
    assert len(pages) > 1
    assert all("You said We did" in page for page in pages)
    assert len(said_sheet_pictures(said_sheet("Bridges", "S", rows, MADE), ppi=30)) == len(pages)


@settings(max_examples=8, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_any_words_are_printed(words: str) -> None:
    rows = (SaidRow(1, words, words, MADE), SaidRow(2, words, "", None))
    assert said_sheet_pdf(said_sheet(words, words, rows, MADE)).startswith(b"%PDF")
