"""The look: everything from tokens, figures that line up, sizes that grow, shapes in contrast."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from workbench.foundation.assets import asset
from workbench.foundation.settings import Settings
from workbench.ui.theme import apply_look, look, look_for, looks, made_look, pixmap
from workbench.ui.theme.style import style_sheet

UI = Path(__file__).parents[3] / "workbench" / "ui"
SOURCES = sorted(UI.rglob("*.py"))
ICON_NAMES = {path.stem for path in asset("icons").glob("*.svg")}


def test_no_colour_is_typed_in_a_widget() -> None:
    found = [
        f"{path.name}: {match}"
        for path in SOURCES
        for match in re.findall(r"""["']#[0-9a-fA-F]{3,8}["']""", path.read_text("utf-8"))
    ]
    assert found == []


def test_style_sheet_is_filled_in_and_differs_by_look() -> None:
    sheets = {
        style_sheet(made_look(dark=dark, contrast=contrast, scale=scale))
        for dark in (False, True)
        for contrast in (False, True)
        for scale in (1.0, 2.0)
    }
    assert len(sheets) == 8
    assert not any("$" in sheet for sheet in sheets)


@pytest.mark.parametrize("role", ["caption", "body", "strong", "title", "timer"])
def test_figures_line_up_in_every_role(role: str) -> None:
    metrics = QFontMetricsF(look().font(role))
    widths = {round(metrics.horizontalAdvance(figure * 4), 2) for figure in "0123456789"}
    assert len(widths) == 1


def test_weights_are_drawn_not_faked() -> None:
    regular = QFontMetricsF(look().font("body")).horizontalAdvance("Psychological safety")
    strong = QFontMetricsF(look().font("strong")).horizontalAdvance("Psychological safety")
    assert strong > regular
    assert look().font("strong").family() == "Inter"


def test_sizes_grow_with_the_text_and_stay_within_bounds() -> None:
    assert made_look(scale=2.0).px(40) == 80
    assert made_look(scale=5.0).scale == 2.0
    assert made_look(scale=0.1).scale == 0.9
    assert made_look(scale=2.0).font("caption").pixelSize() == 24


def test_less_motion_takes_no_time() -> None:
    assert set(made_look(still=True).motion.values()) == {0}
    assert made_look().motion["base"] == 140


def test_high_contrast_has_strong_lines_and_no_tints() -> None:
    now = made_look(contrast=True)
    assert now.palette.border == now.palette.text
    assert now.palette.selected == now.palette.surface
    assert now.tint(0) == now.colour("hover")


def test_seventh_department_is_neutral() -> None:
    assert look().category(6) == look().category(None)
    assert len({look().category(place).name() for place in range(6)}) == 6


def test_settings_choose_the_look() -> None:
    assert look_for(Settings(theme="dark", text_scale=1.5)).dark
    assert look_for(Settings(theme="light")).dark is False
    assert look_for(Settings(theme="dark", text_scale=1.5)).scale == 1.5


def test_change_of_look_is_told(qapp: QApplication) -> None:
    told: list[bool] = []
    looks().changed.connect(lambda: told.append(look().dark))
    apply_look(qapp, made_look(dark=True, still=True))
    apply_look(qapp, made_look(still=True))
    assert told == [True, False]


def test_every_icon_named_in_the_code_exists() -> None:
    named: set[str] = set()
    pattern = re.compile(
        r"""(?:icon=|Icon\(\s*|IconButton\(\s*|icon\(|EmptyState\(\s*)["']([a-z-]+)["']"""
    )
    for path in SOURCES:
        named |= set(pattern.findall(path.read_text("utf-8")))
    assert named - ICON_NAMES == set()
    assert len(named) > 30


@pytest.mark.parametrize("name", sorted(ICON_NAMES))
def test_icon_leaves_ink_in_the_colour_asked_for(name: str) -> None:
    picture = pixmap(name, 48, look().colour("danger")).toImage()
    inked = sum(
        picture.pixelColor(x, y).alpha() > 0 for x in range(0, 48, 2) for y in range(0, 48, 2)
    )
    assert inked > 3


def test_words_are_typeset_without_the_wide_hyphen(qapp: QApplication) -> None:
    from workbench.ui.kit.text import Text, typeset

    assert typeset("made-up") == "made\u2010up"
    assert typeset("2026-10-13") == "2026-10-13"
    text = Text("made-up")
    assert text.text() == "made-up"
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    QPainter(image).end()
