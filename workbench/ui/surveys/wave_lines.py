"""What the overview says of each wave: plain values, worked out from rows and frozen figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.foundation.dates import short_day
from workbench.foundation.errors import UserFixable
from workbench.foundation.text import counted, number
from workbench.foundation.words import Direction, WaveState
from workbench.storage.workspace import Workspace
from workbench.surveys.figures import WaveFigures
from workbench.surveys.instruments import Instrument
from workbench.surveys.queries import (
    WaveRow,
    instrument_of,
    known_instruments,
    wave_result,
    waves,
)
from workbench.surveys.usual_queries import usual_minimum


@dataclass(frozen=True, slots=True)
class WaveLine:
    """One wave as the overview shows it; `hidden` says why it has no figures."""

    wave: WaveRow
    instrument: Instrument
    figures: WaveFigures | None = None
    problem: str = ""

    @property
    def when(self) -> str:
        """Its closing day, or how it stands."""
        wave = self.wave
        if wave.closed_on:
            return f"closed {short_day(wave.closed_on)} {wave.closed_on.year}"
        if wave.state is WaveState.OPEN:
            return f"open, closes {short_day(wave.closes_on)}" if wave.closes_on else "open"
        return "planned"

    @property
    def answered(self) -> str:
        """How many answered of how many, never of a wave that is not shown."""
        if self.figures is not None:
            return _of(self.figures.n, self.figures.invited) if not self.hidden else ""
        if self.wave.state is WaveState.OPEN and self.wave.answered:
            return _of(self.wave.answered, self.wave.invited)
        return ""

    @property
    def mean(self) -> str:
        """The mean to one decimal."""
        shown = self.figures.mean if self.figures else None
        return "" if shown is None else number(shown)

    @property
    def interval(self) -> str:
        """The 95% interval."""
        found = self.figures
        if found is None or found.ci_low is None or found.ci_high is None:
            return ""
        return f"{number(found.ci_low)} to {number(found.ci_high)}"

    @property
    def hidden(self) -> str:
        """Why nothing is shown, empty where there are figures."""
        if self.problem:
            return self.problem
        if self.figures is not None and self.figures.suppressed:
            return f"Not shown: {self.figures.short_reason}"
        return ""


@dataclass(frozen=True, slots=True)
class SurveysRead:
    """All waves of a community; the questionnaires and smallest group a new one may use."""

    lines: tuple[WaveLine, ...]
    instruments: tuple[Instrument, ...]
    members: int
    smallest: int


def read_surveys(workspace: Workspace, community_id: int, members: int) -> SurveysRead:
    """Read every wave with what may be shown of it; a broken seal hides one wave, not the page."""
    rows = workspace.read(waves, community_id)
    return SurveysRead(
        lines=tuple(_line(workspace, row) for row in rows),
        instruments=tuple(workspace.read(known_instruments)),
        members=members,
        smallest=workspace.read(usual_minimum),
    )


def in_groups(lines: Sequence[WaveLine]) -> list[tuple[str, str, list[WaveLine]]]:
    """Return (title, note, lines newest first) per questionnaire, those with an open wave first."""
    groups: dict[str, list[WaveLine]] = {}
    for line in reversed(lines):
        groups.setdefault(line.wave.instrument_key, []).append(line)
    ordered = sorted(groups.values(), key=_rank)
    return [(group[0].instrument.title, about(group[0].instrument), group) for group in ordered]


def about(instrument: Instrument) -> str:
    """Return one line on a questionnaire: items, scale, which way is better, validated or not."""
    low, high = instrument.range
    items = counted(len(instrument.items), "item", "items")
    better = "higher" if instrument.direction is Direction.HIGHER else "lower"
    wording = "" if instrument.has_wording else " · key only"
    checked = "" if instrument.validated else " · not validated"
    return f"{items} · {low:g} to {high:g}, {better} is better{wording}{checked}"


def _rank(group: list[WaveLine]) -> tuple[bool, str]:
    waiting = any(line.wave.state is not WaveState.CLOSED for line in group)
    return (not waiting, group[0].instrument.title)


def _line(workspace: Workspace, row: WaveRow) -> WaveLine:
    instrument = workspace.read(instrument_of, row)
    if row.state is not WaveState.CLOSED:
        return WaveLine(row, instrument)
    try:
        return WaveLine(row, instrument, workspace.read(wave_result, row.id).figures)
    except UserFixable as problem:
        return WaveLine(row, instrument, problem=problem.sentence)


def _of(answered: int | None, invited: int | None) -> str:
    return f"{answered} of {invited}" if invited else f"{answered}"
