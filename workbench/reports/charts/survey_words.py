"""The words in a panel of waves: values, n of N, what is not shown and why, and breaks."""

from collections.abc import Callable, Sequence

from workbench.foundation.text import number
from workbench.reports.charts.plot import DATED, Plot, Words, apart, edges_of, shortened
from workbench.reports.charts.point_words import of_invited, reaches_past, why_hollow
from workbench.reports.charts.scale import ValueAxis
from workbench.reports.charts.specs import SurveyPanel, WavePoint

AT_FOOT = 14  # with more waves n of N stands in rows at the foot of the panel
Wording = Callable[[WavePoint], str]
_SMALLER = 0.85
_BESIDE = 1.5
_OVER_EDGE = 6.0  # how far words may pass the right edge before the latest value begins
_SHADE = 4.0


def shown_waves(panel: SurveyPanel) -> list[WavePoint]:
    """Return the waves that have a mean to show."""
    return [wave for wave in panel.waves if wave.mean is not None]


def clipped(panel: SurveyPanel, wave: WavePoint) -> tuple[float, float]:
    """Return the ends of a wave's interval as drawn, never past the ends of the scale."""
    mean = wave.mean if wave.mean is not None else 0.0
    low = wave.low if wave.low is not None else mean
    high = wave.high if wave.high is not None else mean
    return max(low, min(panel.scale_low, mean)), min(high, max(panel.scale_high, mean))


def survey_note(panel: SurveyPanel, values: ValueAxis) -> tuple[str, ...]:
    """Return scale, zoom and direction, what band and lines are, and what must be known."""
    low, high = _plain(panel.scale_low), _plain(panel.scale_high)
    zoomed = ", zoomed" if values.zoomed else ""
    what = "% of maximum" if panel.percent else "scale"
    shown = shown_waves(panel)
    ranged = [wave for wave in shown if wave.low is not None and wave.high is not None]
    past = any(reaches_past(panel, wave) for wave in ranged)
    parts = (
        f"{what} {low} to {high}{zoomed}, {panel.better}",
        f"band: {panel.interval}" if ranged else "",
        _why_hidden(panel),
        _asked(shown),
        "an interval reaches past the end of the scale" if past else "",
        "dashed: trend" if panel.line else "",
        f"dotted: usual range, {panel.limits.words}" if panel.limits else "",
        "a trend needs two waves" if len(shown) == 1 else "",
    )
    return tuple(part for part in parts if part)


def write_waves(plot: Plot, panel: SurveyPanel, colour: str, *, worded: bool) -> None:
    """Write why waves are not shown and where versions part; `worded` adds values and n of N."""
    _write_breaks(plot, panel)
    _write_gaps(plot, panel)
    if worded:
        _write_values(plot, panel, colour)
        if len(panel.waves) > AT_FOOT:
            _write_at_foot(plot, [wave for wave in shown_waves(panel) if wave.n is not None])
        else:
            _write_counts(plot, panel)


def _write_values(plot: Plot, panel: SurveyPanel, colour: str) -> None:
    """Write each mean above its bar; the latest stands at the side."""
    size = plot.style.size("caption")
    earlier = shown_waves(panel)[:-1]
    words = [Words(number(wave.mean or 0.0, panel.decimals), size, colour, 600) for wave in earlier]
    for wave, word in _that_fit(plot, earlier, words):
        top = (plot.across(wave.on), plot.up(clipped(panel, wave)[1]) + 5)
        if plot.is_free(edges_of(top, word, "center", "bottom")):
            plot.write(top, word, across="center", upright="bottom")


def _write_counts(plot: Plot, panel: SurveyPanel) -> None:
    """Write n of N below every bar, and below it why a point is hollow."""
    waves = [wave for wave in shown_waves(panel) if wave.n is not None]
    size, colour = plot.style.size("caption"), plot.style.palette.text_3
    words = _counts(plot, waves)
    for wave, word in _that_fit(plot, waves, words):
        inside = min(plot.across(wave.on), plot.width + _OVER_EDGE - word.width / 2)
        below = (inside, plot.up(clipped(panel, wave)[0]) - 4)
        plot.write(below, word, across="center", upright="top")
    for wave in shown_waves(panel):
        reason = Words(why_hollow(wave), size, colour)
        down = size * 1.25 if wave.n is not None else 0.0
        place = (plot.across(wave.on), plot.up(clipped(panel, wave)[0]) - 5 - down)
        if reason.text and plot.is_free(edges_of(place, reason, "center", "top")):
            plot.write(place, reason, across="center", upright="top")


def _counts(plot: Plot, waves: Sequence[WavePoint]) -> list[Words]:
    """Return n of N in the longest wording in which none touches its neighbour."""
    size, colour = plot.style.size("caption"), plot.style.palette.text_3
    wordings: tuple[tuple[Wording, float], ...] = (
        (lambda wave: f"n {wave.n}{of_invited(wave)}", 1.0),
        (lambda wave: f"{wave.n}{of_invited(wave)}", 1.0),
        (_shortly, 1.0),
        (_shortly, _SMALLER),
        (lambda wave: f"{wave.n}", _SMALLER),
    )
    for wording, share in wordings:
        words = [Words(wording(wave), size * share, colour) for wave in waves]
        places = [(plot.across(w.on), word.width) for w, word in zip(waves, words, strict=True)]
        if all(apart(places)):
            break
    return words


def _write_at_foot(plot: Plot, waves: Sequence[WavePoint]) -> None:
    """Write n of N of many waves in two rows at the foot, in the first way that has room.

    n over N by turns in both rows; or n in one row and N below it; or n alone, by turns.
    """
    size = plot.style.size("caption") * _SMALLER
    by_turns = (waves[::2], waves[1::2])
    invited = [wave for wave in waves if wave.invited is not None]
    if invited and all(all(_fits(plot, row, _shortly, size)) for row in by_turns):
        _write_rows(plot, [(row, _shortly) for row in by_turns], ("n/N", ""), size)
    elif (
        invited
        and all(_fits(plot, waves, _n_alone, size))
        and all(_fits(plot, invited, _invited, size))
    ):
        _write_rows(plot, [(waves, _n_alone), (invited, _invited)], ("n", "of"), size)
    else:
        _write_rows(plot, [(row, _n_alone) for row in by_turns], ("n", ""), size)


def _write_rows(
    plot: Plot,
    rows: Sequence[tuple[Sequence[WavePoint], Wording]],
    names: Sequence[str],
    size: float,
) -> None:
    colour = plot.style.palette.text_3
    for (row, wording), name, up in zip(rows, names, (size * 1.75, size * 0.6), strict=True):
        row_name = Words(name, size, colour)
        if name and plot.is_free(edges_of((-7.0, up), row_name, "right", "center")):
            plot.write((-7.0, up), row_name, across="right")
        for wave, fits in zip(row, _fits(plot, row, wording, size), strict=True):
            if fits:
                words = Words(wording(wave), size, colour)
                plot.write((plot.across(wave.on), up), words, across="center")


def _fits(plot: Plot, waves: Sequence[WavePoint], wording: Wording, size: float) -> list[bool]:
    places = [(plot.across(w.on), Words(wording(w), size, "").width) for w in waves]
    return apart(places, _BESIDE)


def _shortly(wave: WavePoint) -> str:
    return f"{wave.n}/{wave.invited}" if wave.invited is not None else f"{wave.n}"


def _invited(wave: WavePoint) -> str:
    return f"{wave.invited}"


def _n_alone(wave: WavePoint) -> str:
    return f"{wave.n}"


def _that_fit(
    plot: Plot, waves: Sequence[WavePoint], words: Sequence[Words]
) -> list[tuple[WavePoint, Words]]:
    places = [(plot.across(w.on), word.width) for w, word in zip(waves, words, strict=True)]
    fitting = zip(waves, words, apart(places), strict=True)
    return [(wave, word) for wave, word, fits in fitting if fits]


def _write_gaps(plot: Plot, panel: SurveyPanel) -> None:
    """Hatch the place of each wave that is not shown and say so; the title says why."""
    hidden = [wave for wave in panel.waves if wave.mean is None]
    words = [Words("not shown", plot.style.size("caption"), plot.style.palette.text_3)]
    _shade(plot, hidden, words[0].size)
    for wave, word in _that_fit(plot, hidden, words * len(hidden)):
        half = word.width / 2
        place = min(max(plot.across(wave.on), half), max(plot.width - half, half))
        plot.write((place, plot.height / 2), word, across="center")


def _shade(plot: Plot, hidden: Sequence[WavePoint], size: float) -> None:
    """Hatch a narrow strip over the height of the panel at each wave, but not behind its words."""
    across = (plot.days[1] - plot.days[0]) / plot.width * _SHADE
    low, high = plot.values.low, plot.values.high
    room = (high - low) / plot.height * size * 1.1
    middle = (low + high) / 2
    strips = []
    for wave in hidden:
        left, right = wave.on.toordinal() - across, wave.on.toordinal() + across
        for start, end in ((low, middle - room), (middle + room, high)):
            if start < end:
                strips.append([(left, start), (right, start), (right, end), (left, end)])
    plot.areas(strips, plot.style.palette.border_strong, DATED, "//////")


def _asked(shown: Sequence[WavePoint]) -> str:
    """Return how many were asked where so many waves leave room for little more than n."""
    asked = [wave.invited for wave in shown if wave.invited is not None]
    if len(shown) <= AT_FOOT or not asked:
        return ""
    fewest, most = min(asked), max(asked)
    return f"n of {fewest} asked" if fewest == most else f"n of {fewest} to {most} asked"


def _why_hidden(panel: SurveyPanel) -> str:
    """Return why waves are not shown, each reason once: "not shown: fewer than 5 answers"."""
    hidden = dict.fromkeys(wave.hidden for wave in panel.waves if wave.mean is None)
    reasons = [reason for each in hidden if (reason := each.partition(": ")[2])]
    return f"not shown: {'; '.join(reasons)}" if reasons else ""


def _write_breaks(plot: Plot, panel: SurveyPanel) -> None:
    """Write at the top of each break what changed, beside its line and inside the panel."""
    size, colour = plot.style.size("caption"), plot.style.palette.text_2
    for each in panel.breaks:
        at = plot.across(each.on)
        if not 0 <= at <= plot.width:
            continue
        right = plot.width - at > plot.width / 3
        room = (plot.width - at if right else at) - 8
        words = Words(shortened(each.why, size, 400, room), size, colour)
        place = (at + 5 if right else at - 5, plot.height - size * 0.6)
        plot.write(place, words, across="left" if right else "right")


def _plain(value: float) -> str:
    return number(value, 0) if value == int(value) else f"{value:g}".replace("-", "−")
