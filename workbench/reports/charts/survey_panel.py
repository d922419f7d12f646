"""Drawing survey waves: mean, 95% interval and n at each, a gap where a wave is not shown."""

from collections.abc import Iterator
from itertools import pairwise

from workbench.foundation.text import number
from workbench.reports.charts.frame import SideLabel
from workbench.reports.charts.plot import AREA, BAR, Plot, Words, apart
from workbench.reports.charts.scale import ValueAxis, survey_axis
from workbench.reports.charts.specs import SurveyPanel, WavePoint
from workbench.reports.charts.style import ChartStyle

_RADIUS = 3.6


def survey_values(panel: SurveyPanel, room: float) -> ValueAxis:
    """Return the value axis with a share of `room` kept free above and below for value and n."""
    ends = [end for wave in _shown(panel) for end in _ends(wave)]
    middle = (panel.scale_low + panel.scale_high) / 2
    scale = (panel.scale_low, panel.scale_high)
    return survey_axis(min(ends, default=middle), max(ends, default=middle), scale, (room, room))


def survey_note(panel: SurveyPanel, values: ValueAxis) -> tuple[str, ...]:
    """Return the full scale, whether it is zoomed, which way is better, and what the band is."""
    low, high = _plain(panel.scale_low), _plain(panel.scale_high)
    zoomed = ", zoomed" if values.zoomed else ""
    return (f"scale {low} to {high}{zoomed}, {panel.better}", "band: 95% interval")


def survey_side(panel: SurveyPanel, style: ChartStyle, size: float) -> tuple[SideLabel, ...]:
    """Return the latest shown value in the measure's colour with its interval below."""
    shown = _shown(panel)
    if not shown:
        return ()
    latest = shown[-1]
    value = latest.mean if latest.mean is not None else 0.0
    lines = [Words(number(value, panel.decimals), size, style.line(panel.measure), 600)]
    if latest.low is not None and latest.high is not None:
        text = f"{number(latest.low, panel.decimals)} to {number(latest.high, panel.decimals)}"
        lines.append(Words(text, style.size("caption"), style.palette.text_2))
    return (SideLabel(value, tuple(lines)),)


def draw_survey(plot: Plot, panel: SurveyPanel, *, worded: bool) -> None:
    """Draw the waves; `worded` adds each value above and n below its bar."""
    colour = plot.style.line(panel.measure)
    for stretch in _stretches(panel):
        _draw_band(plot, panel, stretch)
        days = [wave.on for wave in stretch]
        means = [wave.mean for wave in stretch if wave.mean is not None]
        plot.line(days, means, colour, 2.0)
        for wave in stretch:
            low, high = _ends(wave)
            place = wave.on.toordinal()
            plot.axes.plot(
                [place, place],
                [low, high],
                color=colour,
                linewidth=plot.style.stroke(1.6),
                zorder=BAR,
            )
        plot.dots(days, means, _RADIUS * plot.style.text_scale, colour)
    if worded:
        _write_values(plot, panel, colour)
    _write_gaps(plot, panel)


def _shown(panel: SurveyPanel) -> list[WavePoint]:
    return [wave for wave in panel.waves if wave.mean is not None]


def _ends(wave: WavePoint) -> tuple[float, float]:
    mean = wave.mean if wave.mean is not None else 0.0
    return (
        wave.low if wave.low is not None else mean,
        wave.high if wave.high is not None else mean,
    )


def _stretches(panel: SurveyPanel) -> Iterator[list[WavePoint]]:
    """Yield runs of shown waves; a wave that is not shown parts them."""
    run: list[WavePoint] = []
    for wave in panel.waves:
        if wave.mean is None:
            if run:
                yield run
            run = []
        else:
            run.append(wave)
    if run:
        yield run


def _draw_band(plot: Plot, panel: SurveyPanel, stretch: list[WavePoint]) -> None:
    for one, other in pairwise(stretch):
        ends = [_ends(one), _ends(other)]
        plot.axes.fill_between(
            [one.on.toordinal(), other.on.toordinal()],
            [low for low, _ in ends],
            [high for _, high in ends],
            color=plot.style.band(panel.measure),
            linewidth=0,
            zorder=AREA,
        )


def _write_values(plot: Plot, panel: SurveyPanel, colour: str) -> None:
    """Write each mean above its bar, the latest stands at the side, and n below every bar."""
    size = plot.style.size("caption")
    earlier = _shown(panel)[:-1]
    words = [Words(number(wave.mean or 0.0, panel.decimals), size, colour, 600) for wave in earlier]
    places = [(plot.across(w.on), word.width) for w, word in zip(earlier, words, strict=True)]
    fitting = zip(earlier, words, apart(places), strict=True)
    for wave, word in [(wave, word) for wave, word, fits in fitting if fits]:
        top = (plot.across(wave.on), plot.up(_ends(wave)[1]) + 5)
        plot.write(top, word, across="center", upright="bottom")
    _write_counts(plot, [wave for wave in _shown(panel) if wave.n is not None])


def _write_counts(plot: Plot, waves: list[WavePoint]) -> None:
    size, colour = plot.style.size("caption"), plot.style.palette.text_3
    words = [Words(f"n {wave.n}", size, colour) for wave in waves]
    places = [(plot.across(w.on), word.width) for w, word in zip(waves, words, strict=True)]
    if not all(apart(places)):
        words = [Words(f"{wave.n}", size * 0.85, colour) for wave in waves]
        places = [(place, word.width) for (place, _), word in zip(places, words, strict=True)]
    for wave, word, fits in zip(waves, words, apart(places), strict=True):
        if fits:
            below = (plot.across(wave.on), plot.up(_ends(wave)[0]) - 4)
            plot.write(below, word, across="center", upright="top")


def _write_gaps(plot: Plot, panel: SurveyPanel) -> None:
    size = plot.style.size("caption")
    for wave in panel.waves:
        if wave.mean is None:
            words = Words("not shown", size, plot.style.palette.text_3)
            half = words.width / 2
            place = min(max(plot.across(wave.on), half), plot.width - half)
            plot.write((place, plot.height / 2), words, across="center")


def _plain(value: float) -> str:
    return number(value, 0) if value == int(value) else f"{value:g}".replace("-", "−")
