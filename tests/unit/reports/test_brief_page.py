"""The brief reopened: one page, its words, embedded fonts, charts as lines; too long is said."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from tests.unit.reports.brief_samples import BRIEF, TICKETS_CHART
from tests.unit.reports.charts.samples import TICKETS
from workbench.foundation.errors import BadInput
from workbench.reports import brief_page
from workbench.reports.brief_contents import BriefContents, Changes, Paper, Statement
from workbench.reports.brief_page import brief_overflow, brief_pdf, brief_pictures

EMPTY = BriefContents(
    "Bridges", "", date(2026, 1, 1), date(2026, 2, 1), "Too early to say.", "No survey yet.",
    date(2026, 2, 2),
)  # fmt: skip


def words(pdf: bytes) -> str:
    text = PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    return " ".join(text.replace("\xa0", " ").split())


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_the_brief_is_one_page_that_says_everything(paper: Paper, size: tuple[int, int]) -> None:
    pdf = brief_pdf(BRIEF, paper)
    reader = PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) == 1
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == size
    said = words(pdf)
    for part in (BRIEF.headline, BRIEF.certainty, "24 of 34", "up from 34 in January",
                 "Up 0.4 since March, likely a real change (0.1 to 0.7).", "1. One hour of cover",
                 "2. Name one owner", "The returns form went from 14 fields to 6.",
                 "22 January to 1 October 2026", "Prepared by Ruth Adeyemi", "Page 1 of 1",
                 "n 26", "goal 9%", "How sure are we?"):  # fmt: skip
        assert part in said, part
    assert reader.metadata is not None
    assert reader.metadata.title == "Bridges: leadership brief, 22 January to 1 October 2026"


def test_fonts_are_embedded_and_charts_are_lines_not_pictures() -> None:
    page = PdfReader(io.BytesIO(brief_pdf(BRIEF))).pages[0]
    assert list(page.images) == []
    resources: Any = page["/Resources"]
    fonts = [font.get_object() for font in resources["/Font"].values()]
    names = {str(font["/BaseFont"]) for font in fonts}
    assert names
    assert all("Inter" in name and "+" in name for name in names)


def test_charts_speak_to_screen_readers() -> None:
    pdf = brief_pdf(BRIEF)
    root: Any = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    assert "/StructTreeRoot" in root


def test_the_same_contents_give_the_same_bytes() -> None:
    assert brief_pdf(BRIEF) == brief_pdf(BRIEF)


def test_a_brief_with_little_to_say_is_still_a_page() -> None:
    pdf = brief_pdf(EMPTY)
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
    assert "Too early to say." in words(pdf)
    assert "What we ask" not in words(pdf)


def test_words_of_people_are_never_read_as_markup() -> None:
    hostile = '#panic("x") *not bold* $x^2$ @ref <label> [content] \\ // "quotes" _it_ `raw` = x'
    contents = replace(
        BRIEF,
        headline=hostile,
        about=hostile,
        cells=(Changes((Statement(hostile, hostile),)),),
        asks=(),
    )
    said = words(brief_pdf(contents))
    assert '#panic("x") *not bold* $x^2$ @ref <label> [content]' in said


def test_control_characters_in_a_unit_do_not_break_the_chart() -> None:
    odd = replace(TICKETS_CHART, panel=replace(TICKETS, suffix="\x0b\x00%&<"))
    assert brief_pdf(replace(BRIEF, cells=(odd,)))


@pytest.mark.parametrize("paper", list(Paper))
def test_what_does_not_fit_is_named_and_never_cut(paper: Paper) -> None:
    long = tuple(Statement("A change", "that somebody tells at length. " * 12) for _ in range(9))
    contents = replace(BRIEF, cells=(*BRIEF.cells[:3], Changes(long)))
    overflow = brief_overflow(contents, paper)
    assert overflow is not None
    assert overflow.longest == "What members changed at work"
    assert overflow.millimetres > 0
    with pytest.raises(BadInput, match="does not fit") as told:
        brief_pdf(contents, paper)
    assert "What members changed at work" in str(told.value)
    assert len(brief_pictures(contents, paper, 40)) > 1


def test_the_preview_is_one_picture_of_the_same_page() -> None:
    pictures = brief_pictures(BRIEF, Paper.A4, 40)
    assert len(pictures) == 1
    assert pictures[0].startswith(b"\x89PNG")
    assert brief_overflow(BRIEF) is None


def test_charts_give_way_before_a_section_has_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """Find a text that fits on A4 and is too long for Letter with high charts alone."""
    high = brief_page._CHARTS[:1]

    def with_changes(count: int) -> BriefContents:
        told = tuple(Statement("A change", "told in half a line") for _ in range(count))
        return replace(BRIEF, cells=(*BRIEF.cells[:3], Changes(told)))

    def too_long(contents: BriefContents) -> bool:
        with monkeypatch.context() as only:
            only.setattr(brief_page, "_CHARTS", high)
            return brief_overflow(contents, Paper.LETTER) is not None

    tight = next(one for one in map(with_changes, range(4, 40)) if too_long(one))
    assert brief_overflow(tight, Paper.LETTER) is None
    assert len(brief_pictures(tight, Paper.LETTER, 40)) == 1
    assert brief_pdf(tight, Paper.LETTER)
