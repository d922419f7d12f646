"""What the overview says of each asking: plain values, worked out from rows and frozen figures.

One line stands for one form that people filled in, whatever the number of questionnaires on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.communities.queries import workspace_setting
from workbench.foundation.dates import short_day
from workbench.foundation.errors import UserFixable
from workbench.foundation.text import listed, number
from workbench.foundation.words import Direction, Means, WaveState
from workbench.storage.workspace import Workspace
from workbench.surveys.asking_queries import AskingRow, askings
from workbench.surveys.figures import WaveFigures
from workbench.surveys.instruments import Instrument
from workbench.surveys.queries import WaveRow, instrument_of, wave_result
from workbench.ui.surveys.plan_ask import asked_of

_MEANS_WORDS = {
    Means.LAPTOP: "on this laptop",
    Means.PAPER: "on paper",
    Means.FILE: "from a file",
}


@dataclass(frozen=True, slots=True)
class WaveLine:
    """One wave of an asking; `hidden` says why it has no figures.

    `in_question` tells that items run against the others and nobody has looked into it yet.
    """

    wave: WaveRow
    instrument: Instrument
    figures: WaveFigures | None = None
    problem: str = ""
    in_question: bool = False

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

    @property
    def result(self) -> str:
        """The questionnaire with its mean."""
        asked = ", check the key first" if self.in_question else ""
        return f"{self.instrument.title} {self.mean}{asked}" if self.mean else ""


@dataclass(frozen=True, slots=True)
class AskingLine:
    """One asking as the overview shows it, with its waves in the order asked."""

    asking: AskingRow
    waves: tuple[WaveLine, ...]

    @property
    def state(self) -> WaveState:
        """Open while any of its waves is."""
        return self.asking.state

    @property
    def label(self) -> str:
        """The name its waves share."""
        return self.asking.label

    @property
    def titles(self) -> str:
        """The questionnaires on its form."""
        return listed([one.instrument.title for one in self.waves])

    @property
    def when(self) -> str:
        """Its closing day, or how it stands."""
        closed = [one.wave.closed_on for one in self.waves if one.wave.closed_on]
        closes = self.waves[0].wave.closes_on
        if self.state is WaveState.CLOSED and closed:
            return f"closed {short_day(max(closed))} {max(closed).year}"
        if self.state is WaveState.OPEN:
            return f"open, closes {short_day(closes)}" if closes else "open"
        return "planned"

    @property
    def answers(self) -> int:
        """How many answered the form: of its waves the most; a difference would tell of few."""
        if self.state is not WaveState.CLOSED:
            return max((one.wave.answered or 0 for one in self.waves), default=0)
        shown = (one.figures.n for one in self.waves if one.figures and not one.hidden)
        return max((count or 0 for count in shown), default=0)

    @property
    def invited(self) -> int | None:
        """How many were asked, as far as it is known."""
        return self.waves[0].wave.invited

    @property
    def answered(self) -> str:
        """How many answered of how many, never where nothing is shown."""
        if not self.answers:
            return ""
        return f"{self.answers} of {self.invited}" if self.invited else f"{self.answers}"

    @property
    def minimum(self) -> int:
        """The smallest group shown."""
        return max(one.wave.minimum_group for one in self.waves)

    @property
    def came_by(self) -> str:
        """How the answers came in; nothing where one way brought fewer than a group."""
        fullest = max(self.waves, key=lambda one: sum(many for _, many in one.wave.came_by))
        counts = [(means, many) for means, many in fullest.wave.came_by if many]
        if fullest.hidden or any(many < self.minimum for _, many in counts):
            return ""
        return listed([f"{many} {_MEANS_WORDS[means]}" for means, many in counts])

    @property
    def result(self) -> str:
        """The mean of each questionnaire."""
        return " · ".join(filter(None, (one.result for one in self.waves)))

    @property
    def hidden(self) -> str:
        """Why nothing at all is shown, empty where something is."""
        reasons = [one.hidden for one in self.waves]
        return reasons[0] if all(reasons) else ""

    @property
    def readable(self) -> WaveLine | None:
        """The first closed wave whose results can be read, None without any."""
        closed = (one for one in self.waves if one.wave.state is WaveState.CLOSED)
        return next((one for one in closed if not one.problem), None)


@dataclass(frozen=True, slots=True)
class SurveysRead:
    """All askings of a community, oldest first, and who runs them."""

    lines: tuple[AskingLine, ...]
    facilitator: str


def read_surveys(workspace: Workspace, community_id: int) -> SurveysRead:
    """Read every asking with what may be shown; a broken seal hides one wave, not the page."""
    return SurveysRead(
        lines=tuple(
            AskingLine(row, tuple(_line(workspace, wave) for wave in row.waves))
            for row in workspace.read(askings, community_id)
        ),
        facilitator=workspace.read(workspace_setting, "facilitator"),
    )


def in_order(lines: Sequence[AskingLine]) -> list[AskingLine]:
    """Return the lines newest first: the open ones, the planned ones, then the closed."""
    states = [WaveState.OPEN, WaveState.PLANNED, WaveState.CLOSED]
    newest_first = list(reversed(lines))
    newest_first.sort(key=lambda line: states.index(line.state))
    return newest_first


def about(instrument: Instrument) -> str:
    """Return one line on a questionnaire: what it asks, and which way is better."""
    better = "Higher" if instrument.direction is Direction.HIGHER else "Lower"
    return f"{asked_of(instrument)} {better} is better."


def _line(workspace: Workspace, row: WaveRow) -> WaveLine:
    instrument = workspace.read(instrument_of, row)
    if row.state is not WaveState.CLOSED:
        return WaveLine(row, instrument)
    try:
        found = workspace.read(wave_result, row.id)
        return WaveLine(row, instrument, found.figures, in_question=bool(found.open_alarms))
    except UserFixable as problem:
        return WaveLine(row, instrument, problem=problem.sentence)
