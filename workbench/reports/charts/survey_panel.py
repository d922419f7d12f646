"""Drawing survey waves: mean and 95% interval at each, parted where a wave cannot be joined."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.foundation.text import number
from workbench.reports.charts.frame import SideLabel
from workbench.reports.charts.plot import AREA, GRID, POINT, Plot, Words
from workbench.reports.charts.point_words import why_hollow
from workbench.reports.charts.scale import ValueAxis, survey_axis
from workbench.reports.charts.specs import SurveyPanel, WavePoint
from workbench.reports.charts.style import ChartStyle
from workbench.reports.charts.survey_words import (
    clipped,
    shown_waves,
    write_waves,
)

_RADIUS = 3.6
_SMALL = 2.6
_MANY = 20


@dataclass(frozen=True, slots=True)
class Room:
    """The shares of a panel's height that words need below and above what is drawn."""

    below: float
    above: float


def survey_values(panel: SurveyPanel, room: Room) -> ValueAxis:
    """Return the value axis with room for words; the whole scale where no wave is shown."""
    scale = (panel.scale_low, panel.scale_high)
    ends = [end for wave in shown_waves(panel) for end in clipped(panel, wave)]
    if not ends:
        return survey_axis(*scale, scale, (room.below, room.above))
    if panel.limits is not None:
        ends += [panel.limits.low, panel.limits.high]
    if panel.line is not None:
        ends += [panel.line.at_start[1], panel.line.at_end[1]]
    inside = [min(max(end, scale[0]), scale[1]) for end in ends]
    return survey_axis(min(inside), max(inside), scale, (room.below, room.above))


def survey_side(panel: SurveyPanel, style: ChartStyle, size: float) -> tuple[SideLabel, ...]:
    """Return the latest shown value in the measure's colour with its interval below."""
    shown = shown_waves(panel)
    if not shown:
        return ()
    latest = shown[-1]
    value = latest.mean if latest.mean is not None else 0.0
    sign = "%" if panel.percent else ""
    words = f"{number(value, panel.decimals)}{sign}"
    lines = [Words(words, size, style.line(panel.measure), 600)]
    small = style.size("caption")
    if latest.low is not None and latest.high is not None:
        text = f"{number(latest.low, panel.decimals)} to {number(latest.high, panel.decimals)}"
        lines.append(Words(f"{text}{sign}", small, style.palette.text_2))
    if why := why_hollow(latest):
        lines.append(Words(why, small, style.palette.text_2))
    return (SideLabel(value, tuple(lines)),)


def draw_survey(plot: Plot, panel: SurveyPanel, *, worded: bool) -> None:
    """Draw the waves; `worded` adds each value above and n of N below its bar."""
    colour = plot.style.line(panel.measure)
    _draw_limits(plot, panel)
    _draw_trend(plot, panel, colour)
    _draw_breaks(plot, panel)
    runs = list(stretches(panel))
    bands = [_band(panel, run) for part in runs for run in _with_interval(part)]
    plot.areas([band for band in bands if band], plot.style.band(panel.measure), AREA)
    plot.lines([[(w.on, w.mean) for w in run if w.mean is not None] for run in runs], colour, 2.0)
    shown = shown_waves(panel)
    ranged = [wave for wave in shown if wave.low is not None and wave.high is not None]
    plot.bars([(wave.on, *clipped(panel, wave)) for wave in ranged], colour)
    _draw_past_ends(plot, panel, ranged, colour)
    _draw_points(plot, panel, shown, colour)
    write_waves(plot, panel, colour, worded=worded)


def stretches(panel: SurveyPanel) -> Iterator[list[WavePoint]]:
    """Yield runs of shown waves of one version; a wave that is not shown parts them."""
    run: list[WavePoint] = []
    for wave in panel.waves:
        if run and (wave.mean is None or wave.segment != run[-1].segment):
            yield run
            run = []
        if wave.mean is not None:
            run.append(wave)
    if run:
        yield run


def _with_interval(run: Sequence[WavePoint]) -> Iterator[list[WavePoint]]:
    """Yield the parts of a stretch whose waves all have an interval."""
    part: list[WavePoint] = []
    for wave in run:
        if wave.low is None or wave.high is None:
            if part:
                yield part
            part = []
        else:
            part.append(wave)
    if part:
        yield part


def _band(panel: SurveyPanel, run: Sequence[WavePoint]) -> list[tuple[float, float]]:
    """Return the corners of the band over waves that all have an interval; none for one wave."""
    if len(run) < 2:
        return []
    ends = [(float(wave.on.toordinal()), *clipped(panel, wave)) for wave in run]
    above = [(day, high) for day, _, high in ends]
    return above + [(day, low) for day, low, _ in reversed(ends)]


def _draw_points(plot: Plot, panel: SurveyPanel, shown: Sequence[WavePoint], colour: str) -> None:
    radius = (_RADIUS if len(panel.waves) <= _MANY else _SMALL) * plot.style.text_scale
    marker = plot.style.marker(panel.measure)
    for hollow in (False, True):
        points = [
            (wave.on, wave.mean)
            for wave in shown
            if wave.mean is not None and bool(why_hollow(wave)) is hollow
        ]
        days, means = [on for on, _ in points], [mean for _, mean in points]
        plot.dots(days, means, radius, colour, marker, hollow=hollow)


def _draw_past_ends(
    plot: Plot, panel: SurveyPanel, ranged: Sequence[WavePoint], colour: str
) -> None:
    """Draw a small arrow at the end of the scale where an interval reaches past it."""
    low, high = panel.scale_low, panel.scale_high
    size = 2.8 * plot.style.text_scale
    below = [wave.on for wave in ranged if wave.low is not None and wave.low < low - 1e-9]
    above = [wave.on for wave in ranged if wave.high is not None and wave.high > high + 1e-9]
    plot.dots(below, [low] * len(below), size, colour, "v")
    plot.dots(above, [high] * len(above), size, colour, "^")


def _draw_limits(plot: Plot, panel: SurveyPanel) -> None:
    """Draw the centre and, where they lie on the scale, the limits of the usual range.

    They are those of the waves after the last break and say nothing of those before.
    """
    limits = panel.limits
    if limits is None:
        return
    colour = plot.style.palette.chart.limit
    since = panel.breaks[-1].on if panel.breaks else None
    plot.level(limits.centre, colour, GRID + 0.5, since=since)
    for end in (limits.low, limits.high):
        if panel.scale_low <= end <= panel.scale_high:
            plot.level(end, colour, GRID + 0.5, (2, 2), since)


def _draw_trend(plot: Plot, panel: SurveyPanel, colour: str) -> None:
    """Draw the trend as a dashed line over the pale band of its interval, inside the scale."""
    line = panel.line
    if line is None:
        return
    start, end = line.start.toordinal(), line.end.toordinal()
    steps = [step / 24 for step in range(25)]

    def at(place: int, share: float) -> float:
        value = line.at_start[place] * (1 - share) + line.at_end[place] * share
        return min(max(value, panel.scale_low), panel.scale_high)

    days = [start + (end - start) * share for share in steps]
    above = [(day, at(2, share)) for day, share in zip(days, steps, strict=True)]
    below = [(day, at(0, share)) for day, share in zip(days, steps, strict=True)]
    plot.areas([above + below[::-1]], plot.style.palette.hover, AREA - 0.5)
    middle = [(line.start, at(1, 0.0)), (line.end, at(1, 1.0))]
    plot.lines([middle], colour, 1.2, (6, 3))


def _draw_breaks(plot: Plot, panel: SurveyPanel) -> None:
    for each in panel.breaks:
        plot.upright(each.on, plot.style.palette.chart.axis, POINT - 2.5)
