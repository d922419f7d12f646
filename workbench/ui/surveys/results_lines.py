"""The rows of the results page as plain values: items lowest first, then departments."""

from dataclasses import dataclass, replace

from workbench.foundation.text import counted, number
from workbench.foundation.words import Attended
from workbench.insights.change import Comparison
from workbench.insights.item_changes import item_readings
from workbench.surveys.attended_band import LABELS
from workbench.surveys.figures import GroupFigures, ItemFigures, WaveFigures
from workbench.surveys.instruments import Instrument, Item
from workbench.surveys.queries import WaveResult
from workbench.ui.surveys.results_words import item_change

_MOST_TICKS = 7


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of the scale with its ticks, each a place and its label."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]

    def share(self, value: float) -> float:
        """Return how far along the axis a value lies, held between 0 and 1."""
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One row: its words, its bars of answers, its mean on the axis, and what stands at the end.

    `before` is the mean of the wave compared with; `reason` says why the row is hidden.
    `place` is a department's place in the order of colours, None for neutral, -1 for no mark.
    """

    title: str
    axis: Axis
    note: str = ""
    answers: str = ""
    bars: tuple[int, ...] = ()
    mean: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    before: float | None = None
    shown_mean: str = ""
    last: str = ""
    last_note: str = ""
    reason: str = ""
    place: int | None = -1

    @property
    def said(self) -> str:
        """The row in words, for screen readers."""
        parts = (self.title, self.note, self.reason or f"mean {self.shown_mean}")
        return ", ".join(part for part in (*parts, self.answers, self.last, self.last_note) if part)


def item_lines(result: WaveResult, other: WaveResult | None) -> list[ResultLine]:
    """Return a row per item, lowest mean first, hidden ones last.

    No change of an item is read where the key of either wave is in question.
    """
    items = {item.key: item for item in result.instrument.items}
    before = _same_items(result, other)
    asked = any(one.open_alarms for one in (result, other) if one is not None)
    changes = {} if asked else _item_changes(result, before, _counts(result, other))
    readings = item_readings(changes)
    rows = []
    for row in result.figures.items:
        line = _item_line(result.instrument, items[row.item], row, before.get(row.item))
        if row.item in changes:
            last = _signed(result.instrument, changes[row.item].difference)
            line = replace(line, last=last, last_note=readings[row.item].value)
        rows.append(line)
    return sorted(rows, key=lambda row: (row.mean is None, row.mean or 0))


def department_lines(result: WaveResult, places: dict[str, int]) -> list[ResultLine]:
    """Return a row per department people chose, largest first, hidden ones last."""
    axis = score_axis(result.instrument)
    return [
        _group_line(group, axis, places.get(group.name)) for group in result.figures.departments
    ]


def attended_lines(result: WaveResult) -> list[ResultLine]:
    """Return a row per answer to how often people came, or the reason why there is none."""
    axis, figures = score_axis(result.instrument), result.figures
    if figures.attended_reason:
        return [ResultLine("Any answer", axis, reason=f"Not shown: {figures.attended_reason}")]
    return [
        replace(_group_line(group, axis, None), title=LABELS[Attended(group.name)])
        for group in figures.attended
    ]


def score_line(result: WaveResult, other: WaveResult | None) -> ResultLine | None:
    """Return everyone's scores as bars, for short scales of whole numbers with enough answers."""
    figures = result.figures
    if not figures.score_counts:
        return None
    same = other is not None and _version(other.figures) == _version(figures)
    counts = tuple(count for _, count in figures.score_counts)
    scores = ", ".join(f"{score}: {count}" for score, count in figures.score_counts)
    whole = GroupFigures(name="Everyone", n=figures.scored, mean=figures.mean, sd=figures.sd,
                         ci_low=figures.ci_low, ci_high=figures.ci_high)  # fmt: skip
    return replace(
        _group_line(whole, score_axis(result.instrument), -1),
        answers=f"people by score {scores}",
        bars=counts,
        before=other.figures.mean if other and same else None,
    )


def part_lines(result: WaveResult) -> list[ResultLine]:
    """Return a row per part of the questionnaire, each on its own scale."""
    instrument = result.instrument
    return [
        _group_line(part, _part_axis(instrument, part.name), -1) for part in result.figures.parts
    ]


def item_axis(instrument: Instrument) -> Axis:
    """Return the axis of one item: its codes, or the share of people it counts for."""
    if instrument.scoring == "count":
        return Axis(0, 1, ((0, "0%"), (0.5, "50%"), (1, "100%")))
    return _whole_axis(instrument.codes[0], instrument.codes[-1])


def score_axis(instrument: Instrument) -> Axis:
    """Return the axis of the score."""
    low, high = instrument.range
    return _whole_axis(round(low), round(high))


def _part_axis(instrument: Instrument, name: str) -> Axis:
    many = sum(item.subscale == name for item in instrument.items)
    if instrument.scoring == "count":
        return _whole_axis(0, many)
    times = many if instrument.scoring == "sum" else 1
    return _whole_axis(instrument.codes[0] * times, instrument.codes[-1] * times)


def _whole_axis(low: int, high: int) -> Axis:
    span = high - low
    steps = (step for step in (1, 2, 3, 4, 5, 10, 12, 20, span) if span % step == 0)
    step = next(step for step in steps if span / step < _MOST_TICKS)
    return Axis(low, high, tuple((tick, str(tick)) for tick in range(low, high + 1, step)))


def _same_items(result: WaveResult, other: WaveResult | None) -> dict[str, ItemFigures]:
    if other is None or _version(other.figures) != _version(result.figures):
        return {}
    return {row.item: row for row in other.figures.items if row.mean is not None}


def _version(figures: WaveFigures) -> tuple[str, int]:
    return figures.instrument, figures.version


def _counts(result: WaveResult, other: WaveResult | None) -> tuple[int, int]:
    return (other.figures.scored or 0 if other else 0, result.figures.scored or 0)


def _item_changes(
    result: WaveResult, before: dict[str, ItemFigures], counts: tuple[int, int]
) -> dict[str, Comparison]:
    """Return what changed in each item that both waves show with its spread."""
    pairs = [(before[row.item], row) for row in result.figures.items if row.item in before]
    changes = {later.item: item_change(earlier, later, counts) for earlier, later in pairs}
    return {key: one.comparison for key, one in changes.items() if one and one.comparison}


def _item_line(
    instrument: Instrument, item: Item, row: ItemFigures, earlier: ItemFigures | None
) -> ResultLine:
    axis = item_axis(instrument)
    note = "scored in reverse" if item.reversed else ""
    if row.mean is None:
        return ResultLine(item.shown, axis, note, reason=f"Not shown: {row.reason}")
    return ResultLine(
        item.shown,
        axis,
        note,
        answers=_in_words(instrument, row.distribution),
        bars=row.distribution or (),
        mean=row.mean,
        ci_low=row.ci_low,
        ci_high=row.ci_high,
        before=earlier.mean if earlier else None,
        shown_mean=_value(instrument, row.mean),
    )


def _signed(instrument: Instrument, difference: float) -> str:
    shown = _value(instrument, difference)
    sign = "+" if difference > 0 and shown.strip("0.%") else ""
    return f"{sign}{shown}"


def _value(instrument: Instrument, value: float) -> str:
    if instrument.scoring == "count":
        return f"{number(value * 100, 0)}%"
    return number(value)


def _in_words(instrument: Instrument, counts: tuple[int, ...] | None) -> str:
    if not counts:
        return ""
    pairs = zip(instrument.codes, counts, strict=True)
    return "answers " + ", ".join(f"{code}: {count}" for code, count in pairs)


def _group_line(group: GroupFigures, axis: Axis, place: int | None) -> ResultLine:
    if group.mean is None:
        return ResultLine(group.name, axis, reason=f"Not shown: {group.reason}", place=place)
    return ResultLine(
        group.name,
        axis,
        answers=counted(group.n or 0, "answer", "answers"),
        mean=group.mean,
        ci_low=group.ci_low,
        ci_high=group.ci_high,
        shown_mean=number(group.mean),
        last=_interval(group, axis),
        place=place,
    )


def _interval(group: GroupFigures, axis: Axis) -> str:
    if group.ci_low is None or group.ci_high is None:
        return "all alike" if group.sd is not None else "too few to say"
    return f"{number(max(group.ci_low, axis.low))} to {number(min(group.ci_high, axis.high))}"
