"""The closed waves of a questionnaire as a workbook: the frozen figures, and nothing else."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from workbench.communities.queries import community_named
from workbench.foundation.errors import BadInput
from workbench.foundation.words import Attended
from workbench.insights.measures import all_pairs, closed, reading_of, trend_over
from workbench.insights.method_note import method_note
from workbench.reports.excel_cells import Cell
from workbench.reports.exports import Book, write_book
from workbench.reports.workbook_contents import Column, ReadMe, Sheet
from workbench.storage.workspace import Workspace
from workbench.surveys.attended_band import LABELS, RIVAL
from workbench.surveys.instruments import Instrument
from workbench.surveys.pooled_alpha import pooled_alpha, pooled_said
from workbench.surveys.queries import WaveResult, instrument_named, wave_results

_WAVE = Column("Wave", "text", "As it was called.")
_CLOSED = Column("Closed on", "date", "The day its figures were frozen.")
_N = Column("Answers", "whole", "Answers that got a score; empty where hidden.")
_MEAN = Column("Mean", "number", "Items are turned round so that all point the same way.")
_SD = Column("SD", "number", "Standard deviation, where it may be shown.")
_LOW = Column("95% from", "number", "Lower end of the 95% interval.")
_HIGH = Column("95% to", "number", "Upper end of the 95% interval.")
_WHY = Column("Not shown because", "text", "Small groups stay hidden to protect people.")


def export_survey(workspace: Workspace, community_name: str, instrument: str, out: Path) -> None:
    """Write the closed waves of a questionnaire; raises NotFound, CannotSave and BadInput.

    BadInput tells of a key in question that nobody has looked into, and of no closed wave.
    """
    community = workspace.read(community_named, community_name)
    asked = workspace.read(instrument_named, instrument)
    results = workspace.read(wave_results, community.id, asked.id)
    if not results:
        raise BadInput(f"No wave of {asked.title} is closed yet.", "Close a wave first.")
    write_book(out, survey_book(community.name, asked, results, workspace.clock.today()))


def survey_book(
    community: str, asked: Instrument, results: Sequence[WaveResult], today: date
) -> Book:
    """Return the waves, items, departments and changes as a workbook.

    Raises BadInput for a key in question that nobody has looked into.
    """
    _refuse_open_alarms(results)
    newest = results[-1].instrument if results else asked
    pooled = pooled_alpha(newest, [one.figures for one in results])
    facts = (
        ("Questionnaire", asked.title),
        ("Which way is better", asked.direction.value),
        ("Where the numbers come from", "Frozen when each wave closed, the same as on screen."),
        *([("Method", pooled_said(pooled))] if pooled and pooled.waves > 1 else ()),
        *([("Trend", _trend_words(results))] if results else ()),
    )
    sheets = [_waves(results), _items(results), _groups(results), _changes(results)]
    if any(one.figures.attended or one.figures.attended_reason for one in results):
        sheets.insert(3, _attended(results))
    read_me = ReadMe("Survey: the closed waves", community, today, None, facts)
    return Book([sheet for sheet in sheets if sheet.rows], read_me)


def _trend_words(results: Sequence[WaveResult]) -> str:
    """Return what the waves of the newest version tell together, and how that was worked out."""
    version = results[-1].figures.version
    found = trend_over([one for one in results if one.figures.version == version])
    if found.trend is None:
        return found.reason
    return f"{found.trend.sentence} {method_note(None, found)}"


def _refuse_open_alarms(results: Sequence[WaveResult]) -> None:
    for one in results:
        for alarm in one.open_alarms:
            raise BadInput(
                f"The key of {one.instrument.title} is in question in {one.wave.label}: "
                f"{alarm.sentence[:1].lower()}{alarm.sentence[1:]}",
                "Open the results of that wave and say there what you found.",
            )


def _waves(results: Sequence[WaveResult]) -> Sheet:
    columns = (
        _WAVE, _CLOSED, Column("Version", "whole", "Of the questionnaire."),
        Column("Invited", "whole", "People invited; empty where nobody said or hidden."),
        _N, _MEAN, _SD, _LOW, _HIGH,
        Column("Alpha", "number", "How the items hang together, from 30 complete answers."), _WHY,
    )  # fmt: skip
    return Sheet("Waves", columns, [_wave(one) for one in results])


def _wave(one: WaveResult) -> tuple[Cell, ...]:
    found = one.figures
    alpha = found.alpha if found.alpha_shown else None
    return (
        one.wave.label, closed(one), found.version, found.invited, found.scored, found.mean,
        found.sd, found.ci_low, found.ci_high, alpha, found.reason,
    )  # fmt: skip


def _items(results: Sequence[WaveResult]) -> Sheet:
    columns = (_WAVE, Column("Item", "text", "Its key."), Column("Wording", "text", "As asked."),
               _MEAN, _SD, _LOW, _HIGH, _WHY)  # fmt: skip
    rows = []
    for one in results:
        shown = {item.key: item.shown for item in one.instrument.items}
        rows += [
            (one.wave.label, item.item, shown[item.item], item.mean, item.sd, item.ci_low,
             item.ci_high, item.reason)
            for item in one.figures.items
        ]  # fmt: skip
    return Sheet("Items", columns, rows, frozen=2)


def _groups(results: Sequence[WaveResult]) -> Sheet:
    columns = (_WAVE, Column("Department", "text", "As people chose it in the survey."), _N, _MEAN,
               _SD, _LOW, _HIGH, _WHY)  # fmt: skip
    rows = [
        (one.wave.label, group.name, group.n, group.mean, group.sd, group.ci_low, group.ci_high,
         group.reason)
        for one in results
        for group in one.figures.departments
    ]  # fmt: skip
    return Sheet("Departments", columns, rows, frozen=2)


def _attended(results: Sequence[WaveResult]) -> Sheet:
    columns = (_WAVE, Column("Came", "text", f"As people said in the survey. {RIVAL}"), _N, _MEAN,
               _SD, _LOW, _HIGH, _WHY)  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for one in results:
        rows += [
            (one.wave.label, LABELS[Attended(group.name)], group.n, group.mean, group.sd,
             group.ci_low, group.ci_high, group.reason)
            for group in one.figures.attended
        ]  # fmt: skip
        if one.figures.attended_reason:
            rows.append((one.wave.label, "", None, None, None, None, None,
                         one.figures.attended_reason))  # fmt: skip
    return Sheet("How often they came", columns, rows, frozen=2)


def _changes(results: Sequence[WaveResult]) -> Sheet:
    columns = (
        Column("From", "text", "The earlier wave."), Column("To", "text", "The later wave."),
        Column("Change", "number", "Later less earlier, in points of the score."), _LOW, _HIGH,
        Column("Linked", "whole", "People who answered both, linked by a code of their own."),
        Column("Left", "whole", "Answered the earlier wave alone."),
        Column("New", "whole", "Answered the later wave alone."),
        Column("In words", "text", "Chosen by the interval."),
        Column("For leaders", "text", "The same in plain words, with the change that matters."),
        Column("How", "text", "The method, with its counts."),
    )  # fmt: skip
    return Sheet("Changes", columns, [_change(*pair) for pair in all_pairs(results)], frozen=2)


def _change(earlier: WaveResult, later: WaveResult) -> tuple[Cell, ...]:
    reading = reading_of(earlier, later)
    found, linked = reading.change.comparison, reading.change.linked
    apart = found or linked
    counts = (linked.linked, linked.left, linked.new) if linked else (None, None, None)
    return (
        earlier.wave.label, later.wave.label, apart.difference if apart else None,
        found.ci_low if found else None, found.ci_high if found else None,
        *counts, reading.words.short, reading.words.long, reading.words.note,
    )  # fmt: skip
