"""The printed survey form, reopened: what stands on it, in which order, and that copies are one."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.reports.print_samples import letter_sizes, size_of, words_of
from tests.unit.reports.survey_form_samples import CODE, DEPARTMENTS, asked, invented
from workbench.foundation.errors import BadInput
from workbench.reports.brief_contents import Paper
from workbench.reports.prints.survey_form import (
    heads_of,
    survey_form,
    survey_form_pdf,
    survey_form_pictures,
    survey_form_words,
)
from workbench.surveys.instruments import load_instrument

RUTH = "Ruth Adeyemi"
THANKS = "Thank you. Fold the sheet and drop it into the box."


def test_the_form_says_what_the_drawing_says() -> None:
    (page,) = words_of(survey_form_pdf(asked(), RUTH))
    in_order = (
        "Bridges, December 2026",
        "about 3 minutes",
        "What happens with this sheet.",
        "no name and no number",
        "Ruth Adeyemi types the answers in mixed order and shreds the sheet",
        "groups of 5 or more, and comments only from 10",
        "Here in this community: how far do you agree?",
        "1. Some topics are better left alone in this group.",
        "7. People here make room for views unlike their own.",
        "At work in the last four weeks",
        "10. How often did you feel outside of what the others share?",
        "Your department, if you want to say",
        *DEPARTMENTS,
        "Anything to add? Please name nobody.",
    )
    places = [page.index(words) for words in in_order]
    assert places == sorted(places)
    assert THANKS in page
    assert "Safety pulse 2, loneliness pulse 1" in page
    assert "Page 1" not in page
    assert "code" not in page


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_both_papers_hold_the_usual_form_on_one_page(paper: Paper, size: tuple[int, int]) -> None:
    made = survey_form_pdf(asked(code=CODE), RUTH, paper)
    assert size_of(made) == size
    assert len(words_of(made)) == 1
    assert min(letter_sizes(made)) >= 8


def test_every_copy_is_the_same_and_carries_no_day() -> None:
    made = survey_form_pdf(asked(code=CODE), RUTH)
    assert survey_form_pdf(asked(code=CODE), RUTH) == made
    assert survey_form_pictures(asked(), RUTH) == survey_form_pictures(asked(), RUTH)
    assert b"CreationDate" not in made
    assert b"CreateDate" not in made


def test_the_code_is_asked_last_and_explained() -> None:
    (page,) = words_of(survey_form_pdf(asked(code=CODE), RUTH))
    last = page.index("A code that you make up")
    assert (
        page.index("Anything to add?") < last < page.index("Only if you want") < page.index(THANKS)
    )
    assert all(last < page.index(part) for part in CODE)
    assert "pseudonymous" in page
    assert "anonymous" not in page.replace("pseudonymous", "")
    assert "only the code you make up yourself" in page


def test_nothing_is_asked_that_is_not_planned() -> None:
    (page,) = words_of(survey_form_pdf(asked(departments=(), comment=False), RUTH))
    for words in ("department", "Anything to add", "comment", "code"):
        assert words not in page


def test_own_words_of_the_promise_stand_before_what_becomes_of_the_sheet() -> None:
    (page,) = words_of(survey_form_pdf(asked(promise="Only Ruth reads this *never* #more."), ""))
    assert "Only Ruth reads this *never* #more. The sheet carries no name" in page
    assert "The facilitator types the answers" in page


def test_many_lines_run_over_pages_with_their_heads_and_thanks_at_the_end() -> None:
    pages = words_of(survey_form_pdf(asked(invented(50, 4), invented(30, 11)), RUTH))
    text = " ".join(pages)
    assert len(pages) > 2
    assert [int(n) for n in re.findall(r"(\d+)\. How things go", text)] == list(range(1, 81))
    assert "Thank you. Keep the pages together" in pages[-1]
    assert all("Thank you." not in page for page in pages[:-1])
    assert all(f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, 1))
    assert "answer 3" in pages[1]


def test_few_answers_are_told_by_label_and_many_by_code_with_both_ends() -> None:
    few = heads_of(invented(1, 5).anchors)
    many = heads_of(invented(1, 7).anchors)
    assert [(head.number, head.label) for head in few][:2] == [("", "answer 0"), ("", "answer 1")]
    assert [head.number for head in many] == list("0123456")
    assert [head.label for head in many] == ["answer 0", "", "", "", "", "", "answer 6"]


def test_a_questionnaire_without_wording_is_refused() -> None:
    with pytest.raises(BadInput, match="has no wording yet"):
        survey_form(asked(load_instrument("ucla-3")), RUTH)


def test_the_form_can_be_heard() -> None:
    said = survey_form_words(survey_form(asked(code=CODE), RUTH))
    assert "10. How often did you feel outside of what the others share?" in said
    assert said.endswith(CODE[-1])


@settings(max_examples=8, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300), st.integers(2, 15))
def test_any_wording_and_scale_is_printed(words: str, answers: int) -> None:
    made = survey_form_pdf(asked(invented(3, answers, words), promise=words), words)
    assert made.startswith(b"%PDF")
