"""The look of charts: colours of a theme from the tokens, sizes of text, nothing typed by hand."""

from dataclasses import dataclass
from typing import Literal

from workbench.foundation.tokens import Palette, ThemeName, tokens
from workbench.reports.charts.specs import Measure

ChartTheme = Literal["light", "dark", "print", "grey"]


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """Colours as #RRGGBB and the factor for text sizes; prints have a clear background."""

    palette: Palette
    background: str
    pause: str
    text_scale: float

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

    @property
    def usual_range(self) -> str:
        """The colour of the band of ordinary ups and downs."""
        return self.palette.hover

    def stroke(self, width: float) -> float:
        """Return the width of a line in pixels: it grows and shrinks with the text."""
        return width * max(self.text_scale, 0.6)

    def size(self, role: str) -> float:
        """Return the text size of a role of the tokens, in pixels times the user's scale."""
        return tokens().type[role].size * self.text_scale


def chart_style(theme: ChartTheme, text_scale: float = 1.0) -> ChartStyle:
    """Return the style of a theme; paper is always white, and its background is left out."""
    name: ThemeName = "dark" if theme == "dark" else "light"
    palette = tokens().palette(name)
    background = "none" if theme == "print" else palette.chart.bg
    pause = palette.raised if name == "dark" else palette.window
    return ChartStyle(palette, background, pause, text_scale)
