"""The look of charts: colours of a theme from the tokens, sizes of text, nothing typed by hand."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from workbench.foundation.tokens import Palette, ThemeName, tokens
from workbench.reports.charts.specs import Measure

ChartTheme = Literal["light", "dark", "print", "grey"]
_MARKERS: dict[Measure, str] = {
    "safety": "o",
    "loneliness": "s",
    "attendance": "^",
    "contributions": "D",
    "business": "v",
    "other": "p",
}


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """Colours as #RRGGBB and the factor for text sizes; "print" has a clear background.

    In `grey` measures differ by the shape of their points, bands by their pattern.
    """

    palette: Palette
    background: str
    pause: str
    text_scale: float
    grey: bool = False

    def line(self, measure: Measure) -> str:
        """Return the colour of the measure's line and figures."""
        chart = self.palette.chart
        colours: dict[Measure, str] = {
            "safety": chart.safety,
            "loneliness": chart.loneliness,
            "attendance": chart.attendance,
            "contributions": chart.contributions,
            "business": chart.business,
            "other": self.palette.accent,
        }
        return colours[measure]

    def band(self, measure: Measure) -> str:
        """Return the solid tint of the measure's 95% interval."""
        chart = self.palette.chart
        bands: dict[Measure, str] = {
            "safety": chart.safety_band,
            "loneliness": chart.loneliness_band,
        }
        return bands.get(measure, self.palette.selected)

    def marker(self, measure: Measure, *, told_apart: bool = False) -> str:
        """Return the shape of the measure's points: its own where colour does not tell it apart."""
        return _MARKERS[measure] if self.grey or told_apart else "o"

    @property
    def usual_range(self) -> str:
        """The colour of the band of ordinary ups and downs."""
        return self.palette.border_strong if self.grey else self.palette.hover

    @property
    def usual_hatch(self) -> str:
        """The pattern of that band, empty where its colour is enough."""
        return "////" if self.grey else ""

    def stroke(self, width: float) -> float:
        """Return the width of a line in pixels: it grows and shrinks with the text."""
        return width * max(self.text_scale, 0.6)

    def size(self, role: str) -> float:
        """Return the text size of a role of the tokens, in pixels times the user's scale."""
        return tokens().type[role].size * self.text_scale


def chart_style(theme: ChartTheme, text_scale: float = 1.0) -> ChartStyle:
    """Return the style of a theme; paper is always white."""
    name: ThemeName = "dark" if theme == "dark" else "light"
    grey = theme == "grey"
    palette = _in_grey() if grey else tokens().palette(name)
    background = "none" if theme == "print" else palette.chart.bg
    pause = palette.raised if name == "dark" else palette.window
    return ChartStyle(palette, background, pause, text_scale, grey)


@cache
def _in_grey() -> Palette:
    """Return the light colours as greys that are as light or dark as they are."""
    light = tokens().light
    chart = {name: _grey(value) for name, value in msgspec.structs.asdict(light.chart).items()}
    plain = {
        name: _grey(value)
        for name, value in msgspec.structs.asdict(light).items()
        if isinstance(value, str)
    }
    return msgspec.structs.replace(
        light, **plain, chart=msgspec.structs.replace(light.chart, **chart)
    )


def _grey(colour: str) -> str:
    """Return the grey of a colour's relative luminance (WCAG 2.2), so that contrasts stay."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    value = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return f"#{round(value * 255):02X}" + f"{round(value * 255):02X}" * 2
