"""What a session series or a business figure says, in the words of the reading panel."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from workbench.communities.amounts import moved_by, with_unit
from workbench.foundation.dates import day_and_month, month_name, short_month
from workbench.foundation.text import counted, listed, number
from workbench.insights.control import ControlChart, ControlPoint, Signal

TOGETHER = "These moved in the same months. That alone does not show that one led to the other."
ALONE = "A chart shows that something moved, not why."
WHO_COMES = "People who feel at home may simply come more often."


class Tone(StrEnum):
    """How a chip is coloured: quiet by default, a warning for a signal."""

    QUIET = "quiet"
    GOOD = "good"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class SeriesWords:
    """A chip and a sentence or two."""

    chip: str
    tone: Tone
    sentence: str


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch without sessions, drawn as a pale band."""

    title: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class MonthValue:
    """The value of a business figure in a month, under the month's first day."""

    month: date
    value: float


def attendance_words(
    chart: ControlChart,
    pauses: Sequence[Pause] = (),
    start: date = date.min,
    end: date = date.max,
) -> SeriesWords:
    """Say which sessions between two days left the usual range; others are ordinary ups and downs.

    A session is the first after a pause by the whole series, not by these days alone.
    """
    if not chart.has_limits:
        return SeriesWords("too early", Tone.QUIET, chart.reason)
    seen = _between(chart, start, end)
    if not seen.signals:
        return SeriesWords("steady", Tone.QUIET, "Ordinary ups and downs.")
    sentence = _signal_sentences(seen, _pauses_before(chart, seen, pauses))
    return SeriesWords(_signal_chip(seen), Tone.WARN, f"{sentence} {_rest(seen)}".strip())


def contribution_words(
    chart: ControlChart, start: date = date.min, end: date = date.max
) -> SeriesWords:
    """Say between what the series moved in these days, and whether that is its usual range."""
    chart = _between(chart, start, end)
    if not chart.points:
        return SeriesWords("too early", Tone.QUIET, chart.reason)
    low, high = (number(pick(p.value for p in chart.points), 0) for pick in (min, max))
    moved = f"{low} to {high} a session" if low != high else f"{low} at every session"
    if not chart.has_limits:
        return SeriesWords("too early", Tone.QUIET, f"{moved}. {chart.reason}")
    if not chart.signals:
        usual = f"{number(chart.points[-1].low, 0)} to {number(chart.points[-1].high, 0)}"
        sentence = f"{moved}, inside the usual range of {usual}. No signal."
        return SeriesWords("steady", Tone.QUIET, sentence)
    return SeriesWords(_signal_chip(chart), Tone.WARN, f"{moved}. {_signal_sentences(chart, ())}")


def figure_words(
    months: Sequence[MonthValue], unit: str, source: str, target: float | None
) -> SeriesWords:
    """Say where a business figure stood and stands: facts only, no interval and no verdict."""
    if not months:
        return SeriesWords("no figure", Tone.QUIET, "No month typed in yet.")
    first, last = months[0], months[-1]
    named = month_name if first.month.year == last.month.year else _month_and_year
    parts = [f"{with_unit(first.value, unit)} in {named(first.month)}"]
    if last.month != first.month:
        parts.append(f"{with_unit(last.value, unit)} in {named(last.month)}")
    if target is not None:
        parts.append(f"goal {with_unit(target, unit)}")
    origin = f" From the {source}." if source else ""
    return SeriesWords(_moved_chip(first, last, unit), Tone.QUIET, f"{', '.join(parts)}.{origin}")


def _between(chart: ControlChart, start: date, end: date) -> ControlChart:
    return replace(chart, points=tuple(one for one in chart.points if start <= one.on <= end))


def _pauses_before(
    chart: ControlChart, seen: ControlChart, pauses: Sequence[Pause]
) -> Sequence[Pause]:
    """Return the pauses that began after the session before the first one seen."""
    first = seen.points[0].on
    before = max((one.on for one in chart.points if one.on < first), default=date.min)
    return [pause for pause in pauses if before < pause.starts_on]


def _month_and_year(month: date) -> str:
    return f"{short_month(month)} {month.year}"


def _moved_chip(first: MonthValue, last: MonthValue, unit: str) -> str:
    moved = last.value - first.value
    if not moved:
        return "unchanged"
    return f"{'up' if moved > 0 else 'down'} {moved_by(moved, unit)}"


def _signal_chip(chart: ControlChart) -> str:
    return counted(len(chart.signals), "signal", "signals")


def _signal_sentences(chart: ControlChart, pauses: Sequence[Pause]) -> str:
    groups: dict[Signal, list[ControlPoint]] = {}
    for point in chart.signals:
        if point.signal:
            groups.setdefault(point.signal, []).append(point)
    return " ".join(_group_sentence(chart, kind, group, pauses) for kind, group in groups.items())


def _group_sentence(
    chart: ControlChart, kind: Signal, group: list[ControlPoint], pauses: Sequence[Pause]
) -> str:
    days = listed([day_and_month(point.on) for point in group])
    if kind is Signal.BELOW:
        after = _after_pause(chart, group[0], pauses) if len(group) == 1 else ""
        return f"{days} fell below the usual range{after}."
    if kind is Signal.ABOVE:
        return f"{days} rose above the usual range."
    side = "below" if kind is Signal.RUN_BELOW else "above"
    return f"Eight sessions in a row up to {days} were {side} the average."


def _after_pause(chart: ControlChart, point: ControlPoint, pauses: Sequence[Pause]) -> str:
    earlier = [other.on for other in chart.points if other.on < point.on]
    previous = max(earlier, default=date.min)
    for pause in pauses:
        if previous < pause.starts_on and pause.ends_on <= point.on:
            return f": the first session after {pause.title[:1].lower()}{pause.title[1:]}"
    return ""


def _rest(chart: ControlChart) -> str:
    outside = all(point.signal in (Signal.BELOW, Signal.ABOVE) for point in chart.signals)
    if not outside or len(chart.signals) == len(chart.points):
        return ""
    return "All others are ordinary ups and downs."
