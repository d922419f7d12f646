"""The tokens file is whole and keeps the contrast the design promises."""

import re

import msgspec
import pytest

from workbench.foundation.tokens import Palette, Tokens, tokens

HEX = re.compile(r"#[0-9A-F]{6}")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [tokens().light, tokens().dark], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground(palette: Palette) -> None:
    for text in (palette.text, palette.text_2, palette.text_3, palette.accent_text):
        for ground in (palette.window, palette.surface, palette.sunken, palette.selected):
            assert contrast(text, ground) >= 4.5, (text, ground)
    for measure in ("safety", "loneliness", "attendance", "contributions", "business", "signal"):
        assert contrast(getattr(palette.chart, measure), palette.chart.bg) >= 4.5, measure


@pytest.mark.parametrize("palette", [tokens().light, tokens().dark], ids=["light", "dark"])
def test_every_colour_is_a_full_hex_value(palette: Palette) -> None:
    plain = msgspec.to_builtins(palette)
    colours = [value for value in plain.values() if isinstance(value, str)]
    for group in ("chart", "category", "category_tint"):
        colours += plain[group].values()
    assert all(HEX.fullmatch(colour) for colour in colours)
    assert list(palette.category) == list(palette.category_tint) == [f"c{n}" for n in range(1, 7)]


def test_a_missing_colour_is_told_not_guessed() -> None:
    plain = msgspec.to_builtins(tokens())
    del plain["light"]["accent"]
    with pytest.raises(msgspec.ValidationError, match="accent"):
        msgspec.convert(plain, Tokens)
