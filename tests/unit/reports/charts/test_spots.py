"""Every point of a page can be pointed at, is where it is drawn, and says what the chart says."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.reports.charts.samples import ATTENDANCE, PAGE, SAFETY, TICKETS
from workbench.reports.charts import (
    Canvas,
    ChartTheme,
    NoteMark,
    WavePoint,
    indexed,
    page_drawing,
    page_png,
    panel_page,
)

CANVAS = Canvas(800, 500)


def test_a_drawing_has_a_spot_for_every_point_in_its_own_panel() -> None:
    drawing = page_drawing(PAGE, CANVAS)
    assert drawing.png.startswith(b"\x89PNG")
    for panel, (shown, area) in enumerate(zip(PAGE.panels, drawing.areas, strict=True)):
        mine = [spot for spot in drawing.spots if spot.panel == panel]
        assert area.title == shown.title
        assert [spot.point for spot in mine] == list(range(len(mine)))
        assert [spot.x for spot in mine] == sorted(spot.x for spot in mine)
        for spot in mine:
            assert area.top <= spot.y <= area.top + area.height
            assert 0 < spot.x < CANVAS.width
    assert len(drawing.spots) == 4 + 16 + 9


def test_higher_values_stand_higher_whatever_the_sharpness() -> None:
    for scale in (1.0, 2.0):
        spots = page_drawing(panel_page(PAGE, 0), Canvas(800, 300, scale)).spots
        heights = [spot.y for spot in spots]
        assert heights == sorted(heights, reverse=True)


def test_spots_say_value_interval_n_of_all_asked_and_notes() -> None:
    noted = replace(SAFETY, notes=(NoteMark(date(2026, 3, 24), 2, "New desk"),))
    spots = page_drawing(replace(PAGE, panels=(noted, ATTENDANCE, TICKETS)), CANVAS).spots
    words = [spot.words for spot in spots]
    assert words[0] == "Psychological safety, January: 4.8; 95% interval 4.6 to 5.0; n 26 of 34"
    assert words[1].endswith("note 2: New desk")
    assert (
        "Attendance, 20 August 2026: 45% (45 of 100); below the usual range; "
        "usual range 49 to 94%" in words
    )
    assert "Tickets passed on 3 or more times, September 2026: 10.8%; goal 9%" in words


def test_a_hidden_wave_has_a_spot_that_gives_nothing_away() -> None:
    hidden = WavePoint(date(2026, 6, 16), "June", n=3, low=4.0)
    panel = replace(SAFETY, waves=(*SAFETY.waves[:2], hidden, SAFETY.waves[3]))
    page = replace(PAGE, panels=(panel,))
    found = page_drawing(page, CANVAS).spots[2]
    assert found.words == "Psychological safety, June: not shown: fewer than 5 answers"
    area = page_drawing(page, CANVAS).areas[0]
    assert area.top < found.y < area.top + area.height


def test_lines_of_an_index_are_gone_through_one_by_one() -> None:
    drawing = page_drawing(indexed(PAGE, date(2026, 1, 1)), CANVAS)
    assert {spot.panel for spot in drawing.spots} == {0, 1, 2}
    assert len(drawing.areas) == 1
    assert drawing.spots[0].words == "Psychological safety, January 2026: 100 (4.8)"


@pytest.mark.parametrize("theme", ["light", "dark", "print", "grey"])
def test_every_theme_draws_the_same_places(theme: ChartTheme) -> None:
    themed = page_drawing(PAGE, replace(CANVAS, theme=theme))
    assert themed.spots == page_drawing(PAGE, CANVAS).spots


def test_a_note_makes_the_picture_higher_and_leaves_the_charts_alone() -> None:
    import io

    from PIL import Image

    plain = Image.open(io.BytesIO(page_png(PAGE, CANVAS)))
    noted = Image.open(io.BytesIO(page_png(PAGE, CANVAS, note="Welch, 31 and 38 answers. " * 9)))
    assert noted.width == plain.width
    assert noted.height > plain.height
    top = (0, 0, plain.width, plain.height - 10)
    assert noted.crop(top).tobytes() == plain.crop(top).tobytes()
