"""Every point of a panel with its day, its value and what is read out at it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from workbench.foundation.dates import full_date, month_name
from workbench.foundation.text import number
from workbench.reports.charts.specs import (
    IndexPanel,
    MonthlyPanel,
    NoteMark,
    Panel,
    SessionPanel,
    SessionPoint,
    SurveyPanel,
    WavePoint,
)

NO_INTERVAL = "no interval"


@dataclass(frozen=True, slots=True)
class PanelPoint:
    """One point of a panel: its place in the panel's own order, its day, its value if shown.

    `row` tells the lines of an indexed panel apart.
    """

    place: int
    on: date
    value: float | None
    words: str
    row: int = 0


def panel_points(panel: Panel) -> Iterator[PanelPoint]:
    """Yield the points in order of time, with the notes of their day.

    What is not shown has no value and says why.
    """
    for point in _points(panel):
        notes = [
            f"note {note.number}: {note.text}"
            for note in panel.notes
            if note.on == point.on or (isinstance(panel, MonthlyPanel) and _in_month(note, point))
        ]
        yield replace(point, words="; ".join([point.words, *notes])) if notes else point


def _points(panel: Panel) -> Iterator[PanelPoint]:
    if isinstance(panel, SurveyPanel):
        for place, wave in enumerate(panel.waves):
            yield PanelPoint(place, wave.on, wave.mean, _wave(panel, wave))
    elif isinstance(panel, SessionPanel):
        for place, point in enumerate(panel.points):
            yield PanelPoint(place, point.on, point.value, _session(panel, point))
    elif isinstance(panel, IndexPanel):
        yield from _index_points(panel)
    else:
        for place, month in enumerate(panel.points):
            yield PanelPoint(place, month.drawn_on, month.value, _month(panel, place))


def _index_points(panel: IndexPanel) -> Iterator[PanelPoint]:
    for row, line in enumerate(panel.lines):
        for place, at in enumerate(line.points):
            value = "no value" if at.value is None else f"{number(at.value, 0)} ({at.measured})"
            words = f"{line.title}, {month_name(at.on)} {at.on.year}: {value}"
            yield PanelPoint(place, at.on, at.value, words, row)


def _in_month(note: NoteMark, point: PanelPoint) -> bool:
    return (note.on.year, note.on.month) == (point.on.year, point.on.month)


def wave_details(panel: SurveyPanel, wave: WavePoint) -> list[str]:
    """Return what stands beside a wave's mean: interval, n of N, and why it may not hold."""
    details = []
    if wave.low is not None and wave.high is not None:
        ends = f"{number(wave.low, panel.decimals)} to {number(wave.high, panel.decimals)}"
        beyond = reaches_past(panel, wave)
        details.append(f"{panel.interval} {ends}{f', {beyond}' if beyond else ''}")
    if wave.n is not None:
        details.append(f"n {wave.n}{of_invited(wave)}")
    if why := why_hollow(wave):
        details.append(why)
    return details


def why_hollow(wave: WavePoint) -> str:
    """Return why a mean stands on less than the others; empty where it does not."""
    no_interval = wave.low is None or wave.high is None
    return wave.hollow or (NO_INTERVAL if no_interval else "")


def of_invited(wave: WavePoint) -> str:
    """Return " of 34" where it is known how many were invited."""
    return f" of {wave.invited}" if wave.invited is not None else ""


def reaches_past(panel: SurveyPanel, wave: WavePoint) -> str:
    """Return words for an interval that leaves the scale; the drawing ends where the scale does."""
    low = wave.low is not None and wave.low < panel.scale_low - 1e-9
    high = wave.high is not None and wave.high > panel.scale_high + 1e-9
    if low and high:
        return "reaches past both ends of the scale"
    return "reaches past the end of the scale" if low or high else ""


def _wave(panel: SurveyPanel, wave: WavePoint) -> str:
    if wave.mean is None:
        return f"{panel.title}, {wave.label}: {wave.hidden[:1].lower()}{wave.hidden[1:]}"
    value = f"{number(wave.mean, panel.decimals)}{'% of maximum' if panel.percent else ''}"
    return "; ".join([f"{panel.title}, {wave.label}: {value}", *wave_details(panel, wave)])


def _session(panel: SessionPanel, point: SessionPoint) -> str:
    opening = f"{panel.title}, {full_date(point.on)}"
    if point.value is None:
        return f"{opening}: no value"
    share = f" ({point.part} of {point.whole})" if point.part is not None and point.whole else ""
    parts = [f"{opening}: {number(point.value, panel.decimals)}{panel.suffix}{share}"]
    if point.signal is not None:
        value = f"{number(point.value, panel.decimals)}{panel.suffix}, "
        parts.append(point.signal.removeprefix(value) or "a signal")
    if point.usual_low is not None and point.usual_high is not None:
        low = number(point.usual_low, panel.decimals)
        high = number(point.usual_high, panel.decimals)
        parts.append(f"usual range {low} to {high}{panel.suffix}")
    return "; ".join(parts)


def _month(panel: MonthlyPanel, place: int) -> str:
    point = panel.points[place]
    opening = f"{panel.title}, {month_name(point.month)} {point.month.year}"
    if point.value is None:
        return f"{opening}: missing"
    goal = "" if panel.goal is None else f"; goal {panel.goal:g}{panel.suffix}"
    return f"{opening}: {number(point.value, panel.decimals)}{panel.suffix}{goal}"
