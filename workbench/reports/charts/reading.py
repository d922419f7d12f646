"""What a chart says in words, for screen readers and prints, and the same as a table."""

from dataclasses import dataclass
from datetime import date

from workbench.foundation.dates import full_date, month_name, period
from workbench.foundation.text import counted, number
from workbench.reports.charts.point_words import reaches_past, wave_details, why_hollow
from workbench.reports.charts.specs import (
    ChartPage,
    IndexPanel,
    MonthlyPanel,
    Panel,
    SessionPanel,
    SessionPoint,
    SurveyPanel,
    WavePoint,
)

Cell = str | float | int | date | None


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The numbers behind one panel, unrounded: headings and rows of the same width."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def page_reading(page: ChartPage) -> str:
    """Return the whole page in words: each panel, then events and pauses."""
    parts = [panel_reading(panel) for panel in page.panels]
    parts += [f"{full_date(event.on)}: {event.name}." for event in page.events]
    for pause in page.pauses:
        parts.append(f"{period(pause.start, pause.end)}: {pause.name or 'pause'}.")
    return "\n".join(parts)


def panel_reading(panel: Panel) -> str:
    """Return one panel in words: what is measured, then its points in order of time."""
    if isinstance(panel, SurveyPanel):
        words = _survey_reading(panel)
    elif isinstance(panel, SessionPanel):
        words = _session_reading(panel)
    elif isinstance(panel, IndexPanel):
        words = _index_reading(panel)
    else:
        words = _monthly_reading(panel)
    notes = [f"Note {note.number}, {full_date(note.on)}: {note.text}" for note in panel.notes]
    return " ".join([words, *(note if note.endswith(".") else f"{note}." for note in notes)])


def panel_table(panel: Panel) -> ChartTable:
    """Return the numbers of one panel; what is not shown on the chart is not in the table."""
    if isinstance(panel, SurveyPanel):
        return _survey_table(panel)
    if isinstance(panel, SessionPanel):
        return _session_table(panel)
    if isinstance(panel, IndexPanel):
        return _index_table(panel)
    name = f"{panel.title} ({panel.note})" if panel.note else panel.title
    rows = tuple((point.month, point.value, panel.goal) for point in panel.points)
    return ChartTable(panel.title, ("Month", name, "Goal"), rows)


def _survey_reading(panel: SurveyPanel) -> str:
    ends = f"{panel.scale_low:g} to {panel.scale_high:g}"
    scale = f"percent of maximum, {ends}" if panel.percent else f"scale {ends}"
    opening = f"{panel.title}, {scale}, {panel.better}."
    if not panel.waves:
        return f"{opening} No waves yet."
    words = [_wave_words(panel, wave) for wave in panel.waves]
    parts = [opening, f"{'; '.join(words)}."]
    if len(panel.waves) == 1:
        parts.append("A trend needs two waves.")
    parts += [
        f"{full_date(each.on)}: {each.why}; the waves before and after are not joined."
        for each in panel.breaks
    ]
    return " ".join([*parts, *_lines_words(panel)])


def _lines_words(panel: SurveyPanel) -> list[str]:
    """Return what the trend line and the limits say, where they are drawn."""
    said = []
    if panel.line is not None:
        start = number(panel.line.at_start[1], panel.decimals)
        end = number(panel.line.at_end[1], panel.decimals)
        days = period(panel.line.start, panel.line.end)
        said.append(f"The trend line goes from {start} to {end}, {days}.")
    if panel.limits is not None:
        low = number(panel.limits.low, panel.decimals)
        high = number(panel.limits.high, panel.decimals)
        said.append(f"Usual range {low} to {high}, {panel.limits.words}.")
    return said


def _wave_words(panel: SurveyPanel, wave: WavePoint) -> str:
    if wave.mean is None:
        hidden = wave.hidden[:1].lower() + wave.hidden[1:]
        return f"{wave.label} {hidden}"
    details = wave_details(panel, wave)
    inside = f" ({', '.join(details)})" if details else ""
    return f"{wave.label} {number(wave.mean, panel.decimals)}{inside}"


def _survey_table(panel: SurveyPanel) -> ChartTable:
    columns = ["Wave", "Closed on", "Answers", "Invited", "Mean", "95% from", "95% to", "Note"]
    rows = [_wave_row(panel, wave) for wave in panel.waves]
    if any(wave.drawn_anew and wave.mean is not None for wave in panel.waves):
        columns[7:7] = ["Bootstrap from", "Bootstrap to"]
        for place, wave in enumerate(panel.waves):
            ends = wave.drawn_anew if wave.drawn_anew and wave.mean is not None else (None, None)
            rows[place] = (*rows[place][:7], *ends, *rows[place][7:])
    return ChartTable(panel.title, tuple(columns), tuple(rows))


def _wave_row(panel: SurveyPanel, wave: WavePoint) -> tuple[Cell, ...]:
    if wave.mean is None:
        return (wave.label, wave.on, None, wave.invited, None, None, None, wave.hidden)
    note = "; ".join(part for part in (why_hollow(wave), reaches_past(panel, wave)) if part)
    return (wave.label, wave.on, wave.n, wave.invited, wave.mean, wave.low, wave.high, note)


def _session_reading(panel: SessionPanel) -> str:
    known = [(point, point.value) for point in panel.points if point.value is not None]
    if not known:
        return f"{panel.title}, {panel.note}. No sessions yet."
    latest_point, latest = known[-1]
    values = [value for _, value in known]
    reach = f"from {_value(panel, min(values))} to {_value(panel, max(values))}"
    end = f"the latest, {full_date(latest_point.on)}, {_value(panel, latest)}"
    parts = [
        f"{panel.title}, {panel.note}.",
        f"{counted(len(known), 'session', 'sessions')}, {reach}; {end}{_fraction(latest_point)}.",
    ]
    if panel.centre is not None:
        parts.append(f"Average {_value(panel, panel.centre)}.")
    signals = [(p, v) for p, v in known if p.signal is not None]
    parts += [f"{full_date(p.on)}: {p.signal or _value(panel, v)}." for p, v in signals]
    if panel.limits_note:
        parts.append(f"{panel.limits_note[:1].upper()}{panel.limits_note[1:]}.")
    elif not signals and any(point.usual_low is not None for point in panel.points):
        parts.append("Ordinary ups and downs.")
    return " ".join(parts)


def _fraction(point: SessionPoint) -> str:
    if point.part is None or point.whole is None:
        return ""
    return f" ({point.part} of {point.whole})"


def _value(panel: SessionPanel, value: float) -> str:
    return f"{number(value, panel.decimals)}{panel.suffix}"


def _session_table(panel: SessionPanel) -> ChartTable:
    name = f"{panel.title} ({panel.note})" if panel.note else panel.title
    columns = ["Date", "Session", name, "Usual from", "Usual to", "Note"]
    shares = any(point.whole is not None for point in panel.points)
    rows = []
    for p in panel.points:
        row: list[Cell] = [p.on, p.label, p.value, p.usual_low, p.usual_high, p.signal or ""]
        rows.append((*row[:2], p.part, p.whole, *row[2:]) if shares else tuple(row))
    if shares:
        columns[2:2] = ["Here", "Expected"]
    return ChartTable(panel.title, tuple(columns), tuple(rows))


def _monthly_reading(panel: MonthlyPanel) -> str:
    opening = f"{panel.title}, {panel.note}." if panel.note else f"{panel.title}."
    known = [(point.month, point.value) for point in panel.points if point.value is not None]
    if not known:
        return f"{opening} No months yet."
    words = [
        f"{month_name(month)} {month.year} {number(value, panel.decimals)}{panel.suffix}"
        for month, value in known
    ]
    missing = sum(1 for point in panel.points if point.value is None)
    gaps = f" {counted(missing, 'month is', 'months are')} missing." if missing else ""
    goal = "" if panel.goal is None else f" Goal {panel.goal:g}{panel.suffix}."
    return f"{opening} {'; '.join(words)}.{gaps}{goal}"


def _index_reading(panel: IndexPanel) -> str:
    parts = [f"{panel.title}."]
    for line in panel.lines:
        known = [(point, point.value) for point in line.points if point.value is not None]
        if known:
            point, value = known[-1]
            month = f"{month_name(point.on)} {point.on.year}"
            parts.append(f"{line.title}: {number(value, 0)} in {month} ({point.measured}).")
    return " ".join(
        [*parts, f"{panel.note[:1].upper()}{panel.note[1:]}." if panel.note else ""]
    ).strip()


def _index_table(panel: IndexPanel) -> ChartTable:
    rows = [
        (line.title, point.on, point.value, point.measured)
        for line in panel.lines
        for point in line.points
    ]
    return ChartTable(panel.title, ("Measure", "Date", "Index", "As measured"), tuple(rows))
