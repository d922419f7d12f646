"""Saved charts: the ending decides, the method note is under the picture, own notes stay out."""

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from tests.unit.reports.charts.samples import PAGE, SAFETY
from workbench.foundation.errors import BadInput
from workbench.foundation.tokens import tokens
from workbench.reports.charts import (
    Measure,
    NoteMark,
    chart_file,
    panel_page,
    panel_reading,
    save_chart,
)
from workbench.reports.charts.style import chart_style

NOTE = "Method: Welch, 31 and 38 answers, none linked by code. Figures of 13 October 2026."


def test_the_ending_says_what_is_written(tmp_path: Path) -> None:
    save_chart(tmp_path / "a.png", panel_page(PAGE, 0), NOTE)
    save_chart(tmp_path / "b.SVG", panel_page(PAGE, 0), NOTE)
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert b"<svg" in (tmp_path / "b.SVG").read_bytes()


@pytest.mark.parametrize("name", ["a.pdf", "a.jpg", "a", "a.png.docx"])
def test_other_endings_are_refused_and_write_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match=r"\.png"):
        save_chart(tmp_path / name, PAGE)
    assert not list(tmp_path.iterdir())


def test_the_method_note_is_written_whole_under_the_picture() -> None:
    long = " ".join([NOTE] * 3)
    words = chart_file(".svg", panel_page(PAGE, 0), long).decode()
    lines = re.findall(r"<text[^>]*>([^<]*)</text>", words)
    assert long in " ".join(lines)


def test_own_notes_do_not_leave_with_a_picture() -> None:
    noted = replace(SAFETY, notes=(NoteMark(date(2026, 3, 24), 77, "Ana was ill"),))
    page = replace(PAGE, panels=(noted,))
    assert chart_file(".svg", page) == chart_file(".svg", replace(PAGE, panels=(SAFETY,)))


def test_own_notes_are_numbered_and_written_out_where_they_are_asked_for() -> None:
    noted = replace(SAFETY, notes=(NoteMark(date(2026, 3, 24), 3, "A new desk"),))
    words = chart_file(".svg", replace(PAGE, panels=(noted,)), NOTE, notes=True).decode()
    lines = re.findall(r"<text[^>]*>([^<]*)</text>", words)
    assert "3" in lines
    assert lines[-2:] == [NOTE, "3 24 March 2026: A new desk"]


def test_grey_prints_have_no_colour_and_their_own_shapes() -> None:
    coloured = set(re.findall(r"#[0-9a-f]{6}", chart_file(".svg", PAGE, theme="light").decode()))
    grey = set(re.findall(r"#[0-9a-f]{6}", chart_file(".svg", PAGE, theme="grey").decode()))
    assert tokens().light.chart.safety.lower() in coloured
    assert all(len({value[1:3], value[3:5], value[5:7]}) == 1 for value in grey)
    style = chart_style("grey")
    measures: tuple[Measure, ...] = (
        "safety",
        "loneliness",
        "attendance",
        "contributions",
        "business",
        "other",
    )
    assert len({style.marker(measure) for measure in measures}) == len(measures)


def test_a_file_says_in_words_what_it_shows() -> None:
    words = panel_reading(SAFETY)
    assert words in chart_file(".svg", panel_page(PAGE, 0)).decode()
    picture = Image.open(io.BytesIO(chart_file(".png", panel_page(PAGE, 0))))
    assert picture.info["Title"] == "Psychological safety"
    assert words in picture.info["Description"]
