"""Everything the results page shows of one wave, as plain values."""

from dataclasses import dataclass, replace

from workbench.foundation.dates import short_day
from workbench.foundation.text import fold, number
from workbench.foundation.words import Means
from workbench.insights.change import Change, Obstacle
from workbench.insights.measures import change_of
from workbench.insights.wording import with_interval, wording
from workbench.surveys.agreement import agreement_said
from workbench.surveys.instruments import Instrument
from workbench.surveys.pooled_alpha import PooledAlpha
from workbench.surveys.queries import WaveResult
from workbench.ui.surveys.results_lines import (
    Axis,
    ResultLine,
    attended_lines,
    department_lines,
    item_axis,
    item_lines,
    part_lines,
    score_axis,
    score_line,
)
from workbench.ui.surveys.results_notes import ShownAlarm, alarms_of, came_in
from workbench.ui.surveys.results_words import (
    consistency_words,
    plain_words,
    privacy_words,
    reading_of,
    silent_words,
    straight_line_words,
)


@dataclass(frozen=True, slots=True)
class Stat:
    """One figure of the strip: a label, a large value, what it is of, and a line below."""

    label: str
    value: str
    of: str = ""
    line: str = ""
    tone: str = "text"
    icon: str = ""
    share: float | None = None


@dataclass(frozen=True, slots=True)
class ShownResults:
    """Everything the results page shows of one wave; `hidden` stands in place of figures.

    `linked` says that answers of the community carry codes people made up, `to_decide` that
    comments of the wave are kept for the facilitator to read.
    """

    title: str
    subtitle: str
    choices: tuple[tuple[str, str], ...]
    counts: dict[str, int]
    chosen: str
    others: tuple[tuple[str, str], ...]
    compared: str
    label: str
    compared_label: str
    measure: str
    hidden: str = ""
    stats: tuple[Stat, ...] = ()
    items: tuple[ResultLine, ...] = ()
    item_axis: Axis | None = None
    items_title: str = ""
    groups: tuple[tuple[str, Axis, tuple[ResultLine, ...]], ...] = ()
    words: tuple[str, ...] = ()
    alarms: tuple[ShownAlarm, ...] = ()
    came_in: tuple[tuple[Means, int], ...] = ()
    privacy: tuple[tuple[str, str], ...] = ()
    about: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    linked: bool = False
    to_decide: bool = False


def frame_of(
    results: tuple[WaveResult, ...],
    result: WaveResult,
    other: WaveResult | None,
    comparable: list[WaveResult],
) -> ShownResults:
    """Return what may be said of a wave even where its figures stay hidden."""
    closed_on = result.wave.closed_on
    return ShownResults(
        title=result.instrument.title,
        subtitle=f"closed {short_day(closed_on)} {closed_on.year}" if closed_on else "",
        choices=tuple((str(one.wave.id), one.wave.label) for one in results),
        counts={str(one.wave.id): one.figures.n for one in results if one.figures.n is not None},
        chosen=str(result.wave.id),
        others=tuple((str(one.wave.id), one.wave.label) for one in comparable),
        compared=str(other.wave.id) if other else "",
        label=result.wave.label,
        compared_label=other.wave.label if other else "",
        measure=result.instrument.construct,
        hidden=f"Not shown: {result.figures.short_reason}." if result.figures.suppressed else "",
        privacy=tuple(privacy_words(result, None)),
        about=_about(result, None),
    )


def filled(
    frame: ShownResults,
    result: WaveResult,
    other: WaveResult | None,
    places: dict[str, int],
    comments: tuple[str, ...],
    pooled: PooledAlpha | None,
) -> ShownResults:
    """Return the frame with the figures, for a wave that may be shown."""
    instrument = result.instrument
    change = change_of(other, result) if other else None
    items = item_lines(result, other)
    shown_items = [line.title for line in items if line.mean is not None]
    return replace(
        frame,
        stats=_stats(result, other, change),
        items=tuple(items),
        item_axis=item_axis(instrument),
        items_title=_items_title(instrument),
        groups=_groups(result, other, places),
        words=tuple(plain_words(result, change, shown_items if instrument.has_wording else [])),
        alarms=alarms_of(result),
        came_in=came_in(result),
        privacy=tuple(privacy_words(result, other)),
        about=_about(result, change, pooled),
        comments=comments,
    )


def _groups(
    result: WaveResult, other: WaveResult | None, places: dict[str, int]
) -> tuple[tuple[str, Axis, tuple[ResultLine, ...]], ...]:
    by_name = {
        group.name: places[fold(group.name)]
        for group in result.figures.departments
        if fold(group.name) in places
    }
    axis, everyone = score_axis(result.instrument), score_line(result, other)
    tables = [("The score", axis, [everyone] if everyone else [])]
    tables += [(f"Part: {line.title}", line.axis, [line]) for line in part_lines(result)]
    tables.append(("By department", axis, department_lines(result, by_name)))
    tables.append(("By how often they say they came", axis, attended_lines(result)))
    return tuple((title, axis, tuple(lines)) for title, axis, lines in tables if lines)


def _stats(result: WaveResult, other: WaveResult | None, change: Change | None) -> tuple[Stat, ...]:
    return (_answered(result), _mean(result), *_changed(other, change))


def _answered(result: WaveResult) -> Stat:
    figures = result.figures
    n, invited = figures.n or 0, figures.invited
    left_out = f"{figures.excluded} too incomplete to score" if figures.excluded else ""
    if not invited:
        return Stat("Answered", str(n), line=left_out)
    share = n / invited
    return Stat("Answered", str(n), f"of {invited} ({share:.0%})", left_out, share=share)


def _mean(result: WaveResult) -> Stat:
    figures, (low, high) = result.figures, result.instrument.range
    of = f"of {high:g}" if result.instrument.scoring == "mean" else f"on {low:g} to {high:g}"
    line = (
        "everyone alike, no interval" if figures.sd is not None else "no interval, so few answers"
    )
    if figures.ci_low is not None and figures.ci_high is not None:
        ends = number(max(figures.ci_low, low)), number(min(figures.ci_high, high))
        line = f"95% interval {ends[0]} to {ends[1]}"
    if result.open_alarms:
        return Stat("Mean", number(figures.mean or 0), of, "check the key first", "warn")
    tone = f"chart.{result.instrument.construct}"
    known = result.instrument.construct in ("safety", "loneliness")
    return Stat("Mean", number(figures.mean or 0), of, line, tone if known else "accent_text")


def _changed(other: WaveResult | None, change: Change | None) -> tuple[Stat, Stat]:
    tone, icon, words = reading_of(change)
    if other is None or change is None:
        return (
            Stat("Change", "–", line="no wave to compare with"),
            Stat(
                "Reading", "A starting point", line="not a result yet", tone="text_2", icon="dash"
            ),
        )
    found, label = change.comparison, f"Change since {other.wave.label}"
    if found is None:
        same = change.linked is not None and change.obstacle is Obstacle.NO_ONE_CHANGED
        return (
            Stat(label, "0.0" if same else "–", line="see In plain words"),
            Stat("Reading", words, tone=tone, icon=icon),
        )
    sign = "+" if found.difference > 0 and number(found.difference) != "0.0" else ""
    said = with_interval(other.wave.label, found.difference, found.ci_low, found.ci_high)
    line = said.rpartition(", ")[2].replace("CI", "interval")
    why = "Chance rarely gives this much" if found.excludes_zero else "Chance can give this much"
    return (
        Stat(label, f"{sign}{number(found.difference)}", line=line),
        Stat("Reading", words, line=why, tone=tone, icon=icon),
    )


def _items_title(instrument: Instrument) -> str:
    """Return what the rows are called: questions, statements, or items without wording."""
    many = len(instrument.items)
    asked = all(item.text.endswith("?") for item in instrument.items)
    word = "question" if asked else "statement" if instrument.has_wording else "item"
    return f"The {word}" if many == 1 else f"{many} {word}s, lowest first"


def _about(
    result: WaveResult, change: Change | None, pooled: PooledAlpha | None = None
) -> tuple[str, ...]:
    instrument = result.instrument
    turned = sum(item.reversed for item in instrument.items)
    low, high = instrument.range
    head = f"{instrument.title}, version {instrument.version}: "
    head += "our own wording." if not instrument.validated else "a published scale."
    reverse = f" {turned} of {len(instrument.items)} are scored in reverse." if turned else ""
    better = f"Scores run from {low:g} to {high:g}; {instrument.direction}.{reverse}"
    lines = [head, better, instrument.notes, instrument.missing.note]
    if not result.figures.suppressed:
        lines.append(consistency_words(result, pooled))
        lines += [straight_line_words(result), silent_words(result)]
        lines += agreement_said(instrument, result.figures)
    if change is not None:
        lines.append(wording(change).note)
    return tuple(line for line in lines if line)
