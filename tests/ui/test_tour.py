"""The tour: each page a picture that is not blank, in every look; the brief and the roster."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from workbench.foundation.errors import CannotSave
from workbench.ui.app import PAGES
from workbench.ui.tour import draw_tour


def colours(path: Path) -> int:
    picture = QImage(str(path))
    assert not picture.isNull()
    return len({
        picture.pixel(x, y)
        for x in range(0, picture.width(), 7)
        for y in range(0, picture.height(), 7)
    })  # fmt: skip


def test_every_page_is_drawn_and_says_something(tmp_path: Path) -> None:
    made = draw_tour(tmp_path / "tour")
    names = {path.name for path in made}
    assert {f"{spec.name}.png" for spec in PAGES} <= names
    prints = {"run-1", "agenda-1", "cue-1", "sign-in-1", "sign-in-2", "five-minutes-1"}
    assert {f"print-{name}.png" for name in prints} <= names
    assert {
        "brief.pdf",
        "roster.xlsx",
        "welcome.png",
        "palette.png",
        "kiosk.png",
        "planner-tracks.png",
        "season.png",
        "planner-templates.png",
        "insights-compare.png",
        "insights-one-wave.png",
        "insights-all-hidden.png",
        "insights-40-waves.png",
    } <= names
    for path in made:
        assert path.stat().st_size > 0
        if path.suffix == ".png":
            assert colours(path) > 20, path.name


def test_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CannotSave):
        draw_tour(tmp_path / "file" / "tour")
