"""Drawing a series by session: the usual range behind it, signals ringed, pauses left open."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from workbench.foundation.text import number
from workbench.reports.charts.frame import SideLabel
from workbench.reports.charts.plot import AREA, GRID, RING, Plot, Run, Words, edges_of
from workbench.reports.charts.scale import ValueAxis, count_axis, share_axis
from workbench.reports.charts.specs import Pause, SessionPanel, SessionPoint
from workbench.reports.charts.style import ChartStyle


def session_values(panel: SessionPanel) -> ValueAxis:
    """Return the value axis: shares reach 100, counts start at 0, the usual range is inside."""
    seen = [value for point in panel.points for value in _reach(point)]
    if panel.scale_high is not None:
        return share_axis(seen, (0.06, 0.0))
    return count_axis(seen)


def session_note(panel: SessionPanel, values: ValueAxis) -> tuple[str, ...]:
    """Return the unit, the scale where zoomed, the meaning of the band or why there is none."""
    parts = [panel.note]
    if panel.scale_high is not None and values.zoomed:
        parts.append(f"scale 0 to {number(panel.scale_high, 0)}, zoomed")
    if any(point.usual_low is not None for point in panel.points):
        parts.append("shaded: usual range")
    if panel.limits_note:
        parts.append(panel.limits_note)
    return tuple(part for part in parts if part)


def session_side(panel: SessionPanel, style: ChartStyle, size: float) -> tuple[SideLabel, ...]:
    """Return the latest value in the measure's colour with the average below."""
    latest = next((p.value for p in reversed(panel.points) if p.value is not None), None)
    if latest is None:
        return ()
    lines = [Words(_as_text(panel, latest), size, style.line(panel.measure), 600)]
    if panel.centre is not None:
        text = f"average {_as_text(panel, panel.centre)}"
        lines.append(Words(text, style.size("caption"), style.palette.text_2))
    return (SideLabel(latest, tuple(lines)),)


def draw_sessions(plot: Plot, panel: SessionPanel, pauses: Sequence[Pause]) -> None:
    """Draw usual range, average, the line in stretches between pauses, and the signals."""
    colour = plot.style.line(panel.measure)
    _draw_usual_range(plot, panel)
    if panel.centre is not None:
        limit = plot.style.palette.chart.limit
        plot.level(panel.centre, limit, GRID + 0.5)
    runs: list[Run] = [
        [(point.on, point.value) for point in stretch if point.value is not None]
        for stretch in stretches(panel.points, pauses)
    ]
    plot.series(runs, colour, plot.style.marker(panel.measure))
    _draw_signals(plot, panel)


def stretches(
    points: Sequence[SessionPoint], pauses: Sequence[Pause]
) -> Iterator[list[SessionPoint]]:
    """Yield runs of points that may be joined: none misses its value, no pause lies between."""
    run: list[SessionPoint] = []
    for point in points:
        parted = bool(run) and any(
            run[-1].on <= pause.end and pause.start <= point.on for pause in pauses
        )
        if run and (parted or point.value is None):
            yield run
            run = []
        if point.value is not None:
            run.append(point)
    if run:
        yield run


def _reach(point: SessionPoint) -> list[float]:
    return [v for v in (point.value, point.usual_low, point.usual_high) if v is not None]


def _as_text(panel: SessionPanel, value: float) -> str:
    return f"{number(value, panel.decimals)}{panel.suffix}"


def _draw_usual_range(plot: Plot, panel: SessionPanel) -> None:
    """Shade the usual range as one stepped band: each session's to halfway to its neighbours."""
    ranged = [point for point in panel.points if point.usual_low is not None]
    left, right = plot.days
    places = [float(point.on.toordinal()) for point in ranged]
    between = [(one + other) / 2 for one, other in pairwise(places)]
    starts, ends = [left, *between], [*between, right]
    above: list[tuple[float, float]] = []
    below: list[tuple[float, float]] = []
    for point, start, end in zip(ranged, starts, ends, strict=False):
        high = point.usual_high if point.usual_high is not None else plot.values.high
        low = point.usual_low or 0.0
        above += [(start, high), (end, high)]
        below += [(start, low), (end, low)]
    if ranged:
        style = plot.style
        plot.areas([above + below[::-1]], style.usual_range, AREA - 1.5, style.usual_hatch)


def _draw_signals(plot: Plot, panel: SessionPanel) -> None:
    """Ring the signals and write their words, the latest first where they would touch."""
    signals = [
        (point.on, point.value, point.signal)
        for point in panel.points
        if point.signal is not None and point.value is not None
    ]
    if not signals:
        return
    plot.axes.plot(
        [on.toordinal() for on, _, _ in signals],
        [value for _, value, _ in signals],
        linestyle="none",
        marker="o",
        markersize=12 * plot.style.text_scale,
        markerfacecolor="none",
        markeredgecolor=plot.style.palette.chart.signal,
        markeredgewidth=plot.style.stroke(1.8),
        zorder=RING,
        clip_on=False,
    )
    for on, value, said in reversed(signals):
        if said:
            _write_signal(plot, plot.across(on), plot.up(value), said)


def _write_signal(plot: Plot, place: float, height: float, said: str) -> None:
    words = Words(said, plot.style.size("caption"), plot.style.palette.chart.signal, 600)
    away = 12 * plot.style.text_scale
    right = words.width <= plot.width - place - away or place < plot.width / 2
    at = (place + away if right else place - away, height)
    across: Literal["left", "right"] = "left" if right else "right"
    if plot.is_free(edges_of(at, words, across, "center")):
        plot.write(at, words, across=across)
