from datetime import date

import pytest

from workbench.foundation.errors import BadInput
from workbench.foundation.words import Evidence
from workbench.impact.rules import (
    FigureDraft,
    StoryDraft,
    chain_of,
    checked_figure,
    checked_month,
    checked_story,
    missing_months,
)

TODAY = date(2026, 10, 13)


def test_months_missing_in_the_middle_and_at_the_end_are_found() -> None:
    typed = (date(2026, 5, 1), date(2026, 7, 1))

    assert missing_months(typed, TODAY) == (
        date(2026, 6, 1),
        date(2026, 8, 1),
        date(2026, 9, 1),
    )
    assert missing_months((), TODAY) == ()


def test_a_month_must_have_begun() -> None:
    assert checked_month(date(2026, 10, 31), TODAY) == date(2026, 10, 1)
    with pytest.raises(BadInput, match="2026-11 cannot have a figure yet"):
        checked_month(date(2026, 11, 1), TODAY)
    with pytest.raises(BadInput, match="too long ago"):
        checked_month(date(1899, 12, 1), TODAY)


def test_a_figure_needs_a_name_and_a_target_that_is_a_number() -> None:
    assert checked_figure(FigureDraft(name=" Weeks  to go ")).name == "Weeks to go"
    with pytest.raises(BadInput, match="needs a name"):
        checked_figure(FigureDraft(name="\u00a0"))
    with pytest.raises(BadInput, match="not a number") as raised:
        checked_figure(FigureDraft(name="Weeks", target=float("nan")))
    assert raised.value.field == "target"


def test_a_story_needs_a_title_and_a_grade_needs_evidence() -> None:
    told = checked_story(StoryDraft(title="Photos\n", evidence_grade=Evidence.TOLD, insight="Tags"))

    assert (told.title, told.evidence_grade) == ("Photos", None)
    assert chain_of(told) == (False, True, False, False, False)
    with pytest.raises(BadInput, match="needs a title"):
        checked_story(StoryDraft(title=" "))
